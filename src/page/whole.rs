//! What the figures of a whole are of: all of it, or those of its parts alone that have figures. What is made from some
//! of the parts is not that of the whole.

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group};
use crate::say;
use crate::text::line::Line;
use crate::text::say::units;
use crate::text::template::Speaker;

use super::View;

/// `chỉ tính 1 trên 2 phường có số liệu`; nothing where no part is missing.
pub fn only_of(view: &View, figure: &Figure) -> Option<Line> {
    let (have, count) = figure.derivation.partial()?;
    let parts = units::noun_of_parts(view.area()).many(view.lang);
    Some(say!(view, "chỉ tính {have} trên {count} {parts} {with} số liệu",
        "only {have} of {count} {parts} {with} figures"; have, count, parts, with = units::with(have)))
}

/// `12/14 phường`, of a rate or a count of a group of the whole that is made from those of some parts.
pub fn some_parts(speaker: &impl Speaker, whole: &Area, group: Group) -> Option<String> {
    let told = [whole.rate(group), whole.figure(group, &Aspect::Households)];
    let (have, count) = told.iter().flatten().find_map(|figure| figure.derivation.partial())?;
    let parts = units::noun_of_parts(whole).many(speaker.lang());
    Some(say!(speaker, "{have}/{count} {parts}", "{have} of {count} {parts}"; have, count, parts).text())
}

/// Are the figures of the two groups of other parts? What is true of the one is not of the other then.
pub fn groups_differ(speaker: &impl Speaker, whole: &Area) -> bool {
    let is_told =
        |group: &Group| whole.figure(*group, &Aspect::Households).is_ok() || whole.rate(*group).is_ok();
    let told = Group::TWO.into_iter().filter(is_told);
    let mut told = told.map(|group| some_parts(speaker, whole, group));
    told.next().is_some_and(|first| told.any(|other| other != first))
}

/// What its parts are held against: `toàn quận`, else those that have figures.
pub fn of_all(speaker: &impl Speaker, whole: &Area, group: Group) -> String {
    some_parts(speaker, whole, group).unwrap_or_else(|| units::noun(&whole.name).all(speaker.lang()))
}
