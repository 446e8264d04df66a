//! Two poverty standards of one unit: by which one the figures are told, and what the other says of the same day.

use crate::model::history::History;
use crate::model::measure::{Aspect, Group};
use crate::say;
use crate::text::line::Line;
use crate::text::say::what::{first_large, households_of, small};

use super::{Minutes, View, joined};

/// The same unit under another standard.
fn others<'a>(view: &View<'a>) -> impl Iterator<Item = &'a History> {
    let here = view.history;
    let is_other = move |other: &&History| other.is_of_unit_of(here) && other.standard.id != here.standard.id;
    view.world.histories.iter().filter(is_other)
}

/// The name of the standard, or its id, as it stands inside a sentence.
fn name(view: &View, history: &History) -> String {
    let standard = &history.standard;
    let named = standard.name.as_ref().map(|name| small(view.lang.wording(name)));
    let unnamed = || view.pick("chuẩn không nêu tên", "a standard not named").to_owned();
    named.or_else(|| standard.id.clone()).unwrap_or_else(unnamed)
}

/// The standard shown, where there is another it could be taken for.
pub fn shown(view: &View) -> Option<String> {
    others(view).next().map(|_| name(view, view.history))
}

/// `Theo chuẩn nghèo đa chiều 2016-2020 cùng ngày: 19 hộ nghèo, 3 hộ cận nghèo.`
pub fn sentence(view: &Minutes) -> Option<Line> {
    let day = view.area().origin.as_of;
    let on_the_day = |other: &'_ History| {
        let snapshot = other.snapshots.iter().find(|snapshot| snapshot.as_of() == day)?;
        let area = snapshot.whole.at(view.path)?;
        let clause = |group: Group| {
            let count = area.figure(group, &Aspect::Households).ok()?;
            Some(say!(view, "{count} {of}"; count, of = households_of(group)))
        };
        let counts = Line::joined(Group::TWO.into_iter().filter_map(clause), ", ")?;
        Some(say!(view, "theo {name} cùng ngày: {counts}", "by {name} on the same day: {counts}";
            name = name(view, other), counts))
    };
    let clauses = joined(others(view).filter_map(on_the_day).collect())?;
    Some(first_large(say!(view, "{clauses}."; clauses)))
}
