//! Households under merit policy: said where no target of the running year says it already.

use chrono::Datelike;

use crate::model::measure::{Aspect, Group};
use crate::model::target::TargetMeasure;
use crate::say;
use crate::text::line::Line;
use crate::text::say::what::households_of;

use super::{Minutes, joined};

/// `Hộ chính sách người có công: 0 hộ nghèo, 0 hộ cận nghèo.`
pub fn sentence(view: &Minutes) -> Option<Line> {
    let year = view.snapshot().as_of().year();
    let kept = view.own_targets(year);
    if view.path.is_empty()
        && kept.iter().any(|it| matches!(it.target.reads, TargetMeasure::PolicyFamilies(_)))
    {
        return None;
    }
    let clause = |group| {
        let figure = view.area().figure(group, &Aspect::PolicyFamilies).ok()?;
        Some(say!(view, "{figure} {of}"; figure, of = households_of(group)))
    };
    let clauses = joined(Group::TWO.into_iter().filter_map(clause).collect())?;
    Some(
        say!(view, "Hộ thuộc chính sách người có công: {clauses}.", "Households under merit policy: {clauses}."; clauses),
    )
}
