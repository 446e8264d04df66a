//! Stated changes against the snapshots: `reduced` against the counts, `rate_change_points` against the rates.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, IdName, Measure, PartField};
use crate::model::ops::{self, FigureResult};
use crate::model::target::{Target, TargetMeasure};

use super::level::{self, Level};
use super::scope::{AreaNode, Scope};
use super::{Check, CheckKind, Compared, compare};

/// A stated net fall.
#[derive(Debug, Clone)]
pub struct ReducedOf {
    /// The fall against the count on the eve of the period less that at its end.
    pub compared: Compared,
    /// Results of targets that state the same fall again.
    pub results: Vec<Figure>,
    /// What the file of the eve says, where it gives no count.
    pub eve: Option<Eve>,
    /// Are lines of the movement given? If not, nobody can tell a net fall from the number that escaped.
    pub lines_given: bool,
}

/// What is there of the day that a fall starts from, besides a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Eve {
    /// No file of that day is loaded.
    NotLoaded,
    /// One that gives a rate.
    RateOnly,
    /// One that gives nothing of the group.
    Silent,
}

/// The two days that a flow of the shown snapshot lies between: the eve of its period, and its end or, while it runs,
/// the day of the figures.
pub(super) fn between(area: &Area) -> (Option<NaiveDate>, NaiveDate) {
    let (period, as_of) = (area.origin().period, area.origin().as_of);
    let end = if period.holds(as_of) { as_of } else { period.last };
    (period.first.pred_opt(), end)
}

/// The counts at the two ends of the flows of a unit.
pub(super) fn ends(
    scope: &Scope,
    unit: &AreaNode,
    group: Group,
    aspect: &Aspect,
) -> (FigureResult, FigureResult) {
    let (eve, end) = between(unit.area);
    let start = match eve {
        Some(eve) => scope.stock(unit, eve, group, aspect),
        None => Err(unit.nothing_on(end, Measure::of_group(group, aspect.clone()))),
    };
    (start, scope.stock(unit, end, group, aspect))
}

/// Are the counts at the end of its flows those of the shown snapshot?
pub(super) fn end_here(scope: &Scope, unit: &AreaNode) -> bool {
    between(unit.area).1 == scope.snapshot.as_of()
}

/// Is there no file of the day on which its flows begin?
pub(super) fn begin_unseen(scope: &Scope, unit: &AreaNode) -> bool {
    between(unit.area).0.is_none_or(|eve| scope.index_on(eve).is_none())
}

/// A stated net fall. Of an area only where both counts are there: a change is computed for areas that both snapshots
/// hold, and of the others nothing is asked.
pub(super) fn reduced(scope: &Scope, unit: &AreaNode, group: Group) -> Option<Check> {
    fall(scope, unit, group, &Aspect::Reduced)
}

/// The same of a part of a group.
pub(super) fn reduced_of_part(
    scope: &Scope,
    unit: &AreaNode,
    group: Group,
    part: &Arc<IdName>,
) -> Option<Check> {
    fall(scope, unit, group, &Aspect::Among(part.clone(), PartField::Reduced))
}

fn fall(scope: &Scope, unit: &AreaNode, group: Group, fall: &Aspect) -> Option<Check> {
    let stated = unit.area.stated(group, fall)?;
    let (start, end) = ends(scope, unit, group, &fall.beside(PartField::Households)?);
    let counted = ops::difference(stated.subject.clone(), &start, &end);
    if !unit.is_whole() && counted.is_err() {
        return None;
    }
    let outcome = compare::against(&stated, &counted);
    let part = fall.part().cloned();
    let results = if part.is_none() { results_of(scope, unit, group) } else { Vec::new() };
    // Of a part nobody gives lines, and nobody is asked for them.
    let lines_given = unit.area.has_lines(group) || part.is_some();
    let eve = start.is_err().then(|| on_eve(scope, unit, group, fall));
    let compared = Compared::new(stated, vec![start, end], counted, outcome.verdict);
    let kind = ReducedOf { compared, results, eve, lines_given };
    let operands = compare::present(&kind.compared.operands);
    let used: Vec<Figure> =
        [&kind.compared.stated].into_iter().chain(&kind.results).chain(operands).cloned().collect();
    let check = Check::new(scope, unit, CheckKind::Reduced(kind), outcome);
    Some(check.in_group(Some(group)).in_part(part).with_figures(used))
}

fn on_eve(scope: &Scope, unit: &AreaNode, group: Group, fall: &Aspect) -> Eve {
    let Some(area) = between(unit.area).0.and_then(|eve| scope.area_on(unit, eve)) else {
        return Eve::NotLoaded;
    };
    let has_rate = fall.beside(PartField::Rate).is_some_and(|rate| area.reckoned(group, &rate).is_ok());
    if has_rate { Eve::RateOnly } else { Eve::Silent }
}

/// The results of targets that state the same fall again.
fn results_of(scope: &Scope, unit: &AreaNode, group: Group) -> Vec<Figure> {
    let here = |t: &&&Target| t.reads == TargetMeasure::Households(group) && says_again(unit.area, t);
    scope.targets_of(unit).iter().filter(here).filter_map(|t| t.result.clone()).collect()
}

/// Does the result of a target say what `reduced` of its group says: the same fall from the start of the same year?
/// Then the two are one statement, and one line.
pub(super) fn says_again(area: &Area, target: &Target) -> bool {
    let TargetMeasure::Households(group) = target.reads else { return false };
    let reduced = area.stated(group, &Aspect::Reduced);
    let (Some(reduced), Some(result)) = (reduced, &target.result) else { return false };
    let period = area.origin().period;
    let same_span =
        period.is_year_to_date() && period.year() == target.year && period.last.year() == target.year;
    let same = reduced.amount == result.amount && reduced.qualifier == result.qualifier;
    level::is_fall(target) && target.baseline.is_none() && target.is_of_year() && same_span && same
}

/// A stated change of the rate, against the period before.
pub(super) fn rate_change(scope: &Scope, unit: &AreaNode, group: Group) -> Option<Check> {
    change_of_rate(scope, unit, group, &Aspect::RateChange)
}

/// The same of a part of a group.
pub(super) fn rate_change_of_part(
    scope: &Scope,
    unit: &AreaNode,
    group: Group,
    part: &Arc<IdName>,
) -> Option<Check> {
    change_of_rate(scope, unit, group, &Aspect::Among(part.clone(), PartField::RateChange))
}

fn change_of_rate(scope: &Scope, unit: &AreaNode, group: Group, change: &Aspect) -> Option<Check> {
    let stated = unit.area.stated(group, change)?;
    let rate = change.beside(PartField::Rate)?;
    let (eve, end) = between(unit.area);
    let on = |day| rate_on(scope, unit, day, group, &rate);
    let (mut from, to) = (on(eve.unwrap_or(end)), on(end));
    if from.shown.is_err() && scope.area_on(unit, eve.unwrap_or(end)).is_none() {
        from = end_of_year_before(scope, unit, group, &rate).unwrap_or(from);
    }
    let lacking = compare::lacking([&from.shown, &to.shown]);
    if !unit.is_whole() && lacking.is_some() {
        return None;
    }
    // The change holds where the reported rates explain it, or the counts.
    let minus = to.minus(&from);
    let (outcome, way) = lacking.map_or_else(|| compare::weigh(&stated, &minus), |lacking| (lacking, None));
    let ends = Level::weighed(&[&to, &from], way);
    let counted = ops::difference(stated.subject.clone(), &ends[0], &ends[1]);
    let ways = from.ways.iter().chain(&to.ways).flat_map(|way| &way.operands);
    let used: Vec<Figure> = [&stated].into_iter().chain(ways).cloned().collect();
    let compared = Compared::new(stated, ends, counted, outcome.verdict);
    let check = Check::new(scope, unit, CheckKind::RateChange(compared), outcome);
    Some(check.in_group(Some(group)).in_part(change.part().cloned()).with_figures(used))
}

/// The most months to the end of a year that may be what a report calls the period before.
const MOST_MONTHS: i32 = 24;

/// Where nothing is loaded of the eve: the rate of the newest earlier snapshot, where that is of the end of a year and
/// not two years old. What a report calls the period before may be that one; the line tells the span.
fn end_of_year_before(scope: &Scope, unit: &AreaNode, group: Group, rate: &Aspect) -> Option<Level> {
    let then = scope.earlier(unit).next()?;
    let (from, to) = (then.origin().as_of, unit.area.origin().as_of);
    let is_end = (from.month(), from.day()) == (12, 31);
    let months = (to.year() - from.year()) * 12 + i32::try_from(to.month()).ok()? - 12;
    (is_end && months <= MOST_MONTHS)
        .then(|| Level::rate(then, group, rate))
        .filter(|level| level.shown.is_ok())
}

fn rate_on(scope: &Scope, unit: &AreaNode, day: NaiveDate, group: Group, rate: &Aspect) -> Level {
    match scope.area_on(unit, day) {
        Some(area) => Level::rate(area, group, rate),
        None => Level::none(unit.nothing_on(day, Measure::of_group(group, rate.clone()))),
    }
}
