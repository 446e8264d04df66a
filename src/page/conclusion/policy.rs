//! Households with people of merit to the revolution: said where no target of the running year says it already.

use chrono::Datelike;

use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group};
use crate::model::target::TargetMeasure;
use crate::say;
use crate::text::glossary;
use crate::text::line::Line;
use crate::text::say::what;

use super::{Minutes, joined};

/// `Không còn hộ nghèo, hộ cận nghèo thuộc diện chính sách người có công.`, `Hộ có người có công: 1 hộ cận nghèo;
/// không có hộ nghèo.`
pub fn sentence(view: &Minutes) -> Option<Line> {
    let year = view.snapshot().as_of().year();
    let kept = view.own_targets(year);
    if view.path.is_empty()
        && kept.iter().any(|it| matches!(it.target.reads, TargetMeasure::PolicyFamilies(_)))
    {
        return None;
    }
    let of = |group| Some((group, view.area().figure(group, &Aspect::PolicyFamilies).ok()?));
    let found: Vec<(Group, Figure)> = Group::TWO.into_iter().filter_map(of).collect();
    let (none, some): (Vec<_>, Vec<_>) =
        found.iter().partition(|(_, figure)| figure.exactly().is_some_and(Exact::is_zero));
    let named = |(group, figure): &&(Group, Figure)| {
        Line::default().written(what::group(view.lang, *group).to_owned(), figure)
    };
    let none = Line::joined(none.iter().map(named), view.pick(", ", " or "));
    if some.is_empty() {
        return Some(say!(view, "Không còn {none} thuộc diện chính sách người có công.",
            "No meritorious-service households are {none}."; none = none?));
    }
    let some = some
        .iter()
        .map(|(group, figure)| say!(view, "{figure} {of}"; figure, of = what::households_after(view.lang, figure, *group)));
    let none = none.map(|none| say!(view, "không có {none}", "no {none}"; none));
    let clauses = joined(some.chain(none).collect())?;
    Some(
        say!(view, "{families}: {clauses}."; families = what::capital(view.lang.term(glossary::POLICY_FAMILIES_INSIDE)), clauses),
    )
}
