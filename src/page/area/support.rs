//! What programmes reached in an area.

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::measure::Support;
use crate::model::support::Programme;
use crate::model::unit::Unit;
use crate::say;
use crate::text::say::units;
use crate::text::show::Style;
use crate::text::{date, glossary, show};

use super::super::{View, brief};
use crate::text::line::{Line, Role};

/// A programme with what it reached here.
pub struct Reached {
    /// The key of a row of its own.
    pub key: String,
    /// Its name in few words.
    pub name: String,
    /// The number and its unit.
    pub amount: Line,
}

/// The programmes that reached the area, and those of which nothing is known here as one line.
pub fn reached(view: &View, area: &Area) -> Vec<Reached> {
    let Some((_, programmes)) = view.history.programmes(view.at) else { return Vec::new() };
    let here = |p: &Programme| Some((p.named.clone(), of_area(view, area, p)?));
    let mut found: Vec<Reached> = programmes
        .iter()
        .filter_map(here)
        .map(|(named, figure)| Reached {
            key: format!("programme:{}", named.id),
            name: brief::name(view.lang, view.lang.wording(&named.name)),
            amount: amount(view, &figure),
        })
        .collect();
    let rest = programmes.len() - found.len();
    if rest > 0 && !found.is_empty() {
        let others = units::noun_for(rest, "chính sách khác", ["other programme", "other programmes"]);
        let name = say!(view, "{rest} {others}"; rest, others).text();
        let amount = Line::with_role(Role::Dim, view.lang.term(glossary::NO_DATA));
        found.push(Reached { key: String::new(), name, amount });
    }
    found
}

/// What a programme reached in the area, else what it paid; of the unit itself, all of it.
fn of_area(view: &View, area: &Area, programme: &Programme) -> Option<Figure> {
    let stated = |part| {
        let of_whole = || programme.stated(part).cloned();
        if view.path.is_empty() { of_whole() } else { programme.part(&area.name)?.stated(part).cloned() }
    };
    // Money without a count is no support of which nothing is known.
    stated(Support::Reached).or_else(|| stated(Support::Amount))
}

fn amount(view: &View, figure: &Figure) -> Line {
    // Of money the scale says enough: "gần 842 triệu".
    let unit = Some(show::unit_short(view.lang, figure.unit)).filter(|_| figure.unit != Unit::Vnd);
    say!(view, "{figure}[ {unit}]"; figure = (figure, Style::Short), unit)
}

/// The head over the programmes: `Hỗ trợ trong năm 2022`.
pub fn head(view: &View) -> String {
    let year =
        view.history.programmes(view.at).map(|(at, _)| view.history.snapshots[at].origin.period.year());
    let year = year.map_or_else(String::new, |year| date::year(view.lang, year));
    say!(view, "Hỗ trợ trong {year}", "Support in {year}"; year).text()
}
