//! The programmes of the period: how many each reached, before its name.

use crate::model::measure::Support;
use crate::model::source_file::Provenance;
use crate::model::support::Programme;
use crate::text::say::what;
use crate::text::{cells, date, show};

use super::super::View;
use super::super::support::words;
use super::super::table::Style;
use super::{Slide, list};
use crate::text::line::{Line, Role};

/// The slides; none where no programme is stated.
pub fn slides(view: &View) -> Vec<Slide> {
    let Some((at, programmes)) = view.history.programmes(view.at) else { return Vec::new() };
    let snapshot = &view.history.snapshots[at];
    let origin = &snapshot.origin;
    let when = if at == view.at {
        what::when(view.lang, crate::model::measure::When::Over(origin.period))
    } else {
        // Of another day than the rest of the deck, and reported where that is invented.
        let kind = super::super::head::provenance(view, origin.provenance);
        let kind =
            if origin.provenance == Provenance::Illustrative { String::new() } else { format!(" ({kind})") };
        format!("{} {}{kind}", view.pick("đến", "to"), date::day(view.lang, snapshot.as_of()))
    };
    let count = programmes.len();
    let title = match view.lang {
        crate::text::Lang::Vi => format!("{count} chính sách hỗ trợ, {when}"),
        crate::text::Lang::En => format!("{count} support programmes, {when}"),
    };
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
        (None, None) => return Line::of(Role::Dim, format!("· {}", show::no_data(view.lang))),
    };
    let line = Line::default().figure(view.lang, figure, Style::Plain);
    let is_twin = all.iter().any(|other| programme.is_twin(other));
    let line = if is_twin { line.role(Role::Warn, "!") } else { line };
    line.say(format!(" {unit}"))
}

fn named(view: &View, number: Line, programme: &Programme, widest: usize) -> Line {
    let line = if view.narrow {
        Line { hang: 2, ..number }.say(" · ")
    } else {
        let blanks = widest.saturating_sub(cells::width(&number.text())) + 2;
        let hang = u16::try_from(widest + 2).unwrap_or(0);
        Line { hang, ..number }.say(" ".repeat(blanks))
    };
    let line = line.role(Role::Strong, view.lang.of(&programme.named.name));
    match (programme.stated(Support::Reached), programme.stated(Support::Amount)) {
        (Some(_), Some(amount)) => {
            let line = line.say(" · ").figure(view.lang, amount, Style::Plain);
            line.say(format!(" {}", show::unit(view.lang, amount.unit)))
        }
        _ => line,
    }
}
