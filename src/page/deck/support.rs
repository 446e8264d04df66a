//! The programmes of the period: how many each reached, before its name.

use crate::model::measure::{Support, When};
use crate::model::source_file::Provenance;
use crate::model::support::Programme;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::{units, what};
use crate::text::{cells, show};

use super::super::support::words;
use super::super::{View, head};
use super::{Slide, list};

/// The slides; none where no programme is stated.
pub fn slides(view: &View) -> Vec<Slide> {
    if view.snapshot().is_plan() {
        return Vec::new();
    }
    let Some((at, programmes)) = view.history.programmes(view.at) else { return Vec::new() };
    let snapshot = &view.history.snapshots[at];
    let origin = &snapshot.origin;
    let when = if at == view.at {
        Line::plain(what::when(view.lang, When::Over(origin.period)))
    } else {
        // Of another day than the rest of the deck, and reported where that is invented.
        let kind = (origin.provenance != Provenance::Illustrative)
            .then(|| head::provenance(view, origin.provenance));
        say!(view, "đến {day}[ ({kind})]", "to {day}[ ({kind})]"; day = snapshot.as_of(), kind)
    };
    let count = programmes.len();
    let noun = units::noun_for(count, "chính sách hỗ trợ", ["support programme", "support programmes"]);
    let title = say!(view, "{count} {noun}, {when}"; count, noun, when).text();
    let numbers: Vec<(Line, &Programme)> =
        programmes.iter().map(|p| (number(view, p, programmes), p)).collect();
    let width = |line: &Line| cells::width(&line.text());
    let widest = numbers.iter().map(|(line, _)| width(line)).max().unwrap_or(0);
    let lines: Vec<Line> =
        numbers.into_iter().map(|(line, programme)| named(view, line, programme, widest)).collect();
    list::slides(view, &title, &lines)
}

/// `1.293 hộ`, `579! suất`; where the number is not stated, the money.
fn number(view: &View, programme: &Programme, all: &[Programme]) -> Line {
    let (figure, unit) = match (programme.stated(Support::Reached), programme.stated(Support::Amount)) {
        (Some(reached), _) => (reached, words::unit(view.lang, reached.unit)),
        (None, Some(amount)) => (amount, show::unit(view.lang, amount.unit)),
        (None, None) => return Line::with_role(Role::Dim, format!("· {}", show::no_data(view.lang))),
    };
    let twin = all.iter().any(|other| programme.is_twin(other)).then_some((Role::Warn, "!"));
    say!(view, "{figure}[{twin}] {unit}"; figure, twin, unit)
}

fn named(view: &View, number: Line, programme: &Programme, widest: usize) -> Line {
    let line = if view.narrow {
        Line { hanging_indent: 2, ..number }.say(" · ")
    } else {
        let blanks = widest.saturating_sub(cells::width(&number.text())) + 2;
        Line { hanging_indent: cells::extent(widest + 2), ..number }.say(" ".repeat(blanks))
    };
    let (name, is_counted) =
        (view.lang.wording(&programme.named.name), programme.stated(Support::Reached).is_some());
    let paid = programme.stated(Support::Amount).filter(|_| is_counted);
    line.then(say!(view, "{name}[ · {paid+}]"; name = (Role::Strong, name), paid))
}
