//! The programmes of the period: how many each reached, before its name.

use crate::model::measure::{Support, When};
use crate::model::source_file::Provenance;
use crate::model::support::{Programme, Twins};
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::{units, what};
use crate::text::show;

use super::super::support::words;
use super::super::{View, head};
use super::{Headline, Item, Slide, SlidePart, list};

/// The slides; none where no programme is stated.
pub fn slides(view: &View) -> Vec<Slide> {
    if view.snapshot().is_plan() {
        return Vec::new();
    }
    let Some((at, programmes)) = view.history.programmes(view.at) else { return Vec::new() };
    let snapshot = &view.history.snapshots[at];
    let origin = &snapshot.origin;
    let count = programmes.len();
    let noun = units::noun_for(count, "chính sách hỗ trợ", ["support programme", "support programmes"]);
    let title = if at == view.at {
        let when = what::when(view.lang, When::Over(origin.period));
        say!(view, "{count} {noun}, {when}"; count, noun, when).text()
    } else {
        // Of another day than the rest of the deck, which stays in a short title, and reported where that is invented.
        let kind = (origin.provenance != Provenance::Illustrative)
            .then(|| head::provenance(view, origin.provenance));
        say!(view, "{count} {noun} đến {day}[, {kind}]", "{count} {noun} to {day}[, {kind}]";
            count, noun, day = snapshot.as_of(), kind)
        .text()
    };
    let twins = Twins::among(programmes);
    let items: Vec<SlidePart> =
        programmes.iter().map(|programme| SlidePart::Item(Box::new(item(view, programme, &twins)))).collect();
    list::slides(view, &title, &items)
}

/// `1.293 hộ`, `579! suất` and the name; the money after it, or in its place where the number is not stated.
fn item(view: &View, programme: &Programme, twins: &Twins) -> Item {
    let (reached, paid) = (programme.stated(Support::Reached), programme.stated(Support::Amount));
    let mut number = match (reached, paid) {
        (Some(reached), _) => Headline::in_list(view, reached, words::unit(view.lang, reached.unit)),
        (None, Some(amount)) => Headline::in_list(view, amount, show::unit_after(view.lang, amount)),
        (None, None) => Headline {
            beside: vec![Line::with_role(Role::Dim, show::no_data(view.lang))],
            ..Headline::none()
        },
    };
    if twins.has(programme) {
        number.text.push('!');
    }
    let paid = paid.filter(|_| reached.is_some());
    let name = view.lang.wording(&programme.named.name);
    Item { number, name: say!(view, "{name}[ · {paid+}]"; name, paid), ..Item::default() }
}
