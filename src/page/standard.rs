//! By which poverty standard the figures hold, and what the other one of the same day says.

use crate::model::checks::{Check, WhyNot};
use crate::model::history::History;
use crate::model::measure::{Aspect, Group, Measure, Subject, When};
use crate::model::snapshot::{Snapshot, Standard};
use crate::say;
use crate::text::line::Line;
use crate::text::say::{standard, what};

use super::View;

/// The other histories of the unit: under other standards.
pub fn others<'a>(view: &View<'a>) -> impl Iterator<Item = &'a History> + use<'a> {
    let here = view.history;
    view.world.histories.iter().filter(move |other| {
        !std::ptr::eq(*other, here) && other.is_of_unit_of(here) && other.standard.id != here.standard.id
    })
}

/// Is the unit loaded under more than one standard?
pub fn is_one_of_several(view: &View) -> bool {
    others(view).next().is_some()
}

/// `chuẩn TP.HCM 2021–2025`; of a unit under one standard that states none, nothing.
pub fn name(view: &View) -> Option<String> {
    let all: Vec<&History> = others(view).collect();
    if all.is_empty() {
        return standard::named(view.lang, &view.history.standard);
    }
    let others = all.iter().map(|other| &other.standard);
    Some(standard::among(view.lang, &view.history.standard, others))
}

/// Are both groups together called "nghèo đa chiều" here: under the national standard, by a report that states them or a
/// target?
pub fn is_multidimensional(view: &View) -> bool {
    let is_stated = || {
        view.area().states(Group::Combined, &Aspect::Households)
            || view.area().states(Group::Combined, &Aspect::Rate)
    };
    let is_asked = || !view.targets(|target| target.reads.group() == Some(Group::Combined)).is_empty();
    standard::is_national_multidimensional(&view.history.standard) && (is_stated() || is_asked())
}

/// What both groups together are called at the head of a column, on every page.
pub fn both_groups(view: &View) -> String {
    if is_multidimensional(view) {
        return view.pick("Nghèo đa chiều", "Multidim. poor").to_owned();
    }
    let (vi, en) = what::group_short(Group::Combined);
    what::capital(view.pick(vi, en))
}

/// What a check lacks that another standard's file of that day has, which is not compared with this one's: `theo chuẩn
/// 2016–2020: 2,23%`.
pub fn of_another(view: &View, check: &Check) -> Option<Line> {
    let missing =
        check.why.iter().filter_map(|why| if let WhyNot::Missing(what) = why { Some(what) } else { None });
    let known = |what: &Subject| {
        let (Measure::Of(group, aspect), When::Day(day)) = (&what.measure, what.when) else { return None };
        others(view).find_map(|other| {
            let snapshot = other.snapshots.iter().find(|snapshot| snapshot.as_of() == day)?;
            let figure = snapshot.whole.at(&check.path)?.shown(*group, aspect).ok()?;
            let name = standard::among(view.lang, &other.standard, std::iter::once(&view.history.standard));
            Some(say!(view, "{name} có {figure}", "the {name} has {figure}"; name, figure))
        })
    };
    missing.flatten().find_map(known)
}

/// The same in the words that tell it from the others.
pub fn short(view: &View) -> String {
    standard::short(
        view.lang,
        &view.history.standard,
        others(view).map(|other| &other.standard).collect::<Vec<_>>(),
    )
}

/// Those words alone, of a unit under more than one standard.
pub fn words_among_several(view: &View) -> Option<String> {
    let others: Vec<&Standard> = others(view).map(|other| &other.standard).collect();
    if others.is_empty() { None } else { standard::told_apart(view.lang, &view.history.standard, others) }
}

/// `Theo chuẩn tỉnh Bà Rịa – Vũng Tàu`, for what has a line of its own for it: of a unit under more than one standard.
pub fn line(view: &View) -> Option<String> {
    let name = name(view).filter(|_| is_one_of_several(view))?;
    Some(say!(view, "Theo {name}", "By the {name}"; name).text())
}

/// `Cùng ngày, theo chuẩn quốc gia 2016–2020: 19 hộ nghèo, 17 hộ cận nghèo (phím u).`, for each other standard that
/// has figures of the shown day.
pub fn beside(view: &View) -> Vec<Line> {
    let day = view.snapshot().as_of();
    let of_day = |other: &&'_ History| other.snapshots.iter().any(|s| s.as_of() == day && !s.is_plan());
    others(view).filter(of_day).filter_map(|other| figures_of(view, other)).collect()
}

fn figures_of(view: &View, other: &History) -> Option<Line> {
    let snapshot: &Snapshot = other.snapshots.iter().find(|s| s.as_of() == view.snapshot().as_of())?;
    let area = snapshot.whole.at(view.path)?;
    let group = |group: &Group| {
        let of = what::households_of(*group);
        let households = area.figure(*group, &Aspect::Households).ok();
        let rate = area.rate(*group).ok();
        match households {
            Some(households) => Some(say!(view, "{households} {of}[ ({rate})]"; households, of, rate)),
            None => Some(say!(view, "{of} {rate}"; of, rate = rate?)),
        }
    };
    let figures = Line::joined(Group::TWO.iter().filter_map(group), ", ")?;
    let here = std::iter::once(&view.history.standard);
    let name = standard::among(view.lang, &other.standard, here);
    Some(say!(view, "Cùng ngày, theo {name}: {figures}.", "Same day, {name}: {figures}."; name, figures))
}
