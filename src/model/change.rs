//! What changed between two snapshots: counted where both have the figure, else as reported.

pub mod told;

use std::sync::Arc;

use chrono::NaiveDate;

use super::amount::Amount;
use super::area::Area;
use super::figure::Figure;
use super::history::History;
use super::measure::{Aspect, Group, Measure, Subject, When};
use super::name::AreaName;
use super::ops::{self, FigureResult, Missing, MissingReason};
use super::period::Period;
use super::qualifier::Qualifier;
use super::snapshot::Snapshot;
use super::unit::Unit;

/// The change of a stock of a group since an earlier state of the same area: now − then, signed.
pub fn change(now: &Area, then: Option<&Area>, group: Group, stock: &Aspect) -> FigureResult {
    let Some(then) = then else {
        return Err(Missing::because(
            now.what(Measure::of_group(group, Aspect::Change)),
            MissingReason::NoEarlier,
        ));
    };
    let what = between(then, now, group, Aspect::Change);
    ops::difference(what, &now.figure(group, stock), &then.figure(group, stock))
}

fn between(then: &Area, now: &Area, group: Group, aspect: Aspect) -> Subject {
    let when = When::Between(then.origin().as_of, now.origin().as_of);
    Subject { measure: Measure::of_group(group, aspect), whose: now.name.clone(), when }
}

/// The change of the rate of a group since then, in points.
pub fn rate_change(now: &Area, then: &Area, group: Group) -> FigureResult {
    let what = between(then, now, group, Aspect::RateDifference);
    ops::difference(what, &now.reckoned_rate(group), &then.reckoned_rate(group))
}

/// The change of a rate and its two parts, in points: they add up to it.
#[derive(Debug, Clone)]
pub struct Split {
    /// The whole change.
    pub change: FigureResult,
    /// What the count alone would have changed: the new count of the old total.
    pub by_count: FigureResult,
    /// The rest: the new count of the new total instead of the old one.
    pub by_total: FigureResult,
}

/// Splits the change of a rate into the part of the households in the group and the part of the total, where both
/// states hold both counts.
pub fn split(now: &Area, then: &Area, group: Group) -> Split {
    let what = |aspect| between(then, now, group, aspect);
    let rate = |count: &Area, total: &Area, aspect| {
        let part = count.figure(group, &Aspect::Households);
        let what = count.what(Measure::of_group(group, aspect));
        ops::percentage(what, Unit::Percent, &part, &total.all_households())
    };
    let (before, after) = (rate(then, then, Aspect::Rate), rate(now, now, Aspect::Rate));
    let of_old_total = rate(now, then, Aspect::RateOfOldTotal);
    Split {
        change: ops::difference(what(Aspect::RateDifference), &after, &before),
        by_count: ops::difference(what(Aspect::RateByCount), &of_old_total, &before),
        by_total: ops::difference(what(Aspect::RateByTotal), &after, &of_old_total),
    }
}

/// What a change is taken against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// Counted against the snapshot of that day.
    Day(NaiveDate),
    /// As reported for that period.
    Over(Period),
}

/// A change of the households of an area, with what it is taken against.
#[derive(Debug, Clone)]
pub struct HouseholdChange {
    /// The change, signed.
    pub change: FigureResult,
    /// The earlier count.
    pub then: FigureResult,
    /// Against what.
    pub since: Option<Since>,
    /// The earlier list of areas is complete and does not hold this one.
    pub is_new: bool,
}

/// The snapshot that changes are counted against: the chosen one, else the last before the period of the flows.
pub fn against(history: &History, at: usize, chosen: Option<usize>) -> Option<&Arc<Snapshot>> {
    if let Some(chosen) = chosen.filter(|chosen| *chosen != at) {
        return history.snapshots.get(chosen);
    }
    let first = history.snapshots.get(at)?.origin.period.first;
    history.up_to(at).iter().rev().find(|s| s.as_of() < first)
}

/// The change of an area's households since the snapshot `earlier`: counted where that holds the area; where nothing
/// was `chosen`, else as reported for the period. A count against a number that was worked back from the reported
/// fall says nothing more than the fall: the report's own figure is shown then.
pub fn step(
    now: &Area,
    path: &[Arc<AreaName>],
    earlier: Option<&Snapshot>,
    chosen: bool,
    group: Group,
) -> HouseholdChange {
    let then = earlier.and_then(|s| s.whole.at(path));
    let counted = change(now, then, group, &Aspect::Households);
    let fall = now.figure(group, &Aspect::Reduced);
    let count = then.map(|then| then.figure(group, &Aspect::Households));
    let is_worked_back = count.as_ref().is_some_and(|c| c.as_ref().is_ok_and(Figure::is_derived));
    match (&fall, chosen) {
        (Ok(fall), false)
            if counted.as_ref().map_or(true, |counted| is_stated_bound(now, then, counted, fall))
                || is_worked_back =>
        {
            reported(now, fall, group)
        }
        _ => {
            // The start that the lines of the movement name is an earlier count too.
            if !chosen
                && counted.is_err()
                && let Some(told::Counted { change, since, ends: (then, _) }) = told::since_start(now, group)
            {
                let since = Some(Since::Day(since));
                return HouseholdChange { change: Ok(change), then: Ok(then), since, is_new: false };
            }
            let missing = || Missing::because(counted_what(now, group), MissingReason::NoEarlier);
            let is_new = then.is_none() && earlier.is_some_and(|s| holds_all(s, path));
            let since = earlier.map(|s| Since::Day(s.as_of()));
            HouseholdChange { change: counted, then: count.unwrap_or_else(|| Err(missing())), since, is_new }
        }
    }
}

/// Is a counted change no more than the bound that the report states of its own period: more than 90, and no number?
fn is_stated_bound(now: &Area, then: Option<&Area>, counted: &Figure, fall: &Figure) -> bool {
    let is_of_period =
        then.is_some_and(|then| now.origin().period.first.pred_opt() == Some(then.origin().as_of));
    let stated = turned(fall);
    is_of_period
        && !fall.is_derived()
        && counted.qualifier != Qualifier::Exact
        && (counted.bound(), &counted.amount) == (stated.bound(), &stated.amount)
}

fn counted_what(now: &Area, group: Group) -> Subject {
    now.what(Measure::of_group(group, Aspect::Households))
}

/// A reported fall as a signed change; the earlier count follows from it.
fn reported(now: &Area, fall: &Figure, group: Group) -> HouseholdChange {
    let period = now.origin().period;
    let mut what = counted_what(now, group);
    what.when = When::Day(period.first.pred_opt().unwrap_or(period.first));
    let then = ops::sum(what, &[now.figure(group, &Aspect::Households), Ok(fall.clone())]);
    HouseholdChange { change: Ok(turned(fall)), then, since: Some(Since::Over(period)), is_new: false }
}

/// A fall as a signed change, a number of households that left as one: the same figure with its sign turned.
pub fn turned(fall: &Figure) -> Figure {
    let amount = Amount::between(-fall.amount.low(), -fall.amount.high());
    Figure { amount, qualifier: fall.qualifier.mirrored(), ..fall.clone() }
}

/// Does a snapshot list all the areas of the level that `path` ends at?
fn holds_all(snapshot: &Snapshot, path: &[Arc<AreaName>]) -> bool {
    let above = path.split_last().and_then(|(_, above)| snapshot.whole.at(above));
    above.is_some_and(|area| area.areas_complete() && !area.areas.is_empty())
}

/// The areas that an earlier state of a whole holds and the present one, whose list is complete, does not.
pub fn gone<'a>(now: &Area, then: Option<&'a Area>) -> Vec<&'a Area> {
    let Some(then) = then.filter(|_| now.areas_complete()) else { return Vec::new() };
    then.areas.iter().filter(|area| now.part(&area.name).is_none()).collect()
}

/// The area in the first snapshot that holds it, where the year that this one tells of began on the morrow of `day`.
pub fn opens_after<'a>(history: &'a History, path: &[Arc<AreaName>], day: NaiveDate) -> Option<&'a Area> {
    let first = history.snapshots.iter().find_map(|snapshot| snapshot.whole.at(path))?;
    let period = first.origin().period;
    (period.is_whole_year() && day.succ_opt() == Some(period.first)).then_some(first)
}

/// The households of a group on the eve of the period that an area tells of: those at its end and what they fell by.
pub fn at_start(area: &Area, group: Group, eve: NaiveDate) -> FigureResult {
    let what = Subject { when: When::Day(eve), ..area.what(Measure::of_group(group, Aspect::Households)) };
    ops::sum(what, &[area.figure(group, &Aspect::Households), area.figure(group, &Aspect::Reduced)])
}

#[cfg(test)]
mod tests {
    use super::super::build::{self, counted, history, households};
    use super::super::exact::Exact;
    use super::super::figure::Basis;
    use super::*;

    fn one(known: &FigureResult) -> Exact {
        known.as_ref().expect("a figure").one().expect("one number").clone()
    }

    /// 200 of 5000 are 4 %, 150 of 6000 are 2.5 %: 1.5 points less. 150 of the old 5000 are 3 %: one point of it came
    /// from the households, the other half from the larger total.
    #[test]
    fn a_change_of_a_rate_is_its_two_parts() {
        let (then, now) = (counted("2021-12-31", 5000, 200, 0), counted("2022-12-31", 6000, 150, 0));
        let split = split(&now.whole, &then.whole, Group::Poor);
        assert_eq!(one(&split.change), Exact::decimal(-15, 1));
        assert_eq!(one(&split.by_count), Exact::whole(-1));
        assert_eq!(one(&split.by_total), Exact::decimal(-5, 1));
        assert!(
            [split.change, split.by_count, split.by_total].iter().flatten().all(|f| f.unit == Unit::Point)
        );
    }

    /// The present count of the old total is no rate of either day, and is not called one.
    #[test]
    fn the_rate_between_two_days_has_a_name_of_its_own() {
        let (then, now) = (counted("2021-12-31", 5000, 200, 0), counted("2022-12-31", 6000, 150, 0));
        let by_count = split(&now.whole, &then.whole, Group::Poor).by_count.unwrap();
        let named: Vec<_> = by_count.derivation.inputs().map(|f| f.subject.measure.clone()).collect();
        let rate = |aspect| Measure::of_group(Group::Poor, aspect);
        assert_eq!(named, [rate(Aspect::RateOfOldTotal), rate(Aspect::Rate)]);
    }

    /// 100 of 5000 stay 100 while the total grows to 6250: 2 % to 1.6 %, and nobody left poverty.
    #[test]
    fn a_larger_total_alone_is_no_way_out_of_poverty() {
        let (then, now) = (counted("2021-12-31", 5000, 100, 0), counted("2022-12-31", 6250, 100, 0));
        let split = split(&now.whole, &then.whole, Group::Poor);
        assert_eq!((one(&split.by_count), one(&split.by_total)), (Exact::whole(0), Exact::decimal(-4, 1)));
    }

    #[test]
    fn without_both_totals_nothing_is_split() {
        let (then, now) = (counted("2021-12-31", 0, 100, 0), counted("2022-12-31", 6250, 100, 0));
        let split = split(&now.whole, &then.whole, Group::Poor);
        assert!(split.change.is_err() && split.by_count.is_err() && split.by_total.is_err());
    }

    fn of_whole(history: &History, at: usize, chosen: Option<usize>) -> HouseholdChange {
        let earlier = against(history, at, chosen);
        step(&history.snapshots[at].whole, &[], earlier.map(|s| &**s), chosen.is_some(), Group::Poor)
    }

    /// Year to date in June 2023: counted from the end of 2022, 1300 − 1400, whatever fall is reported.
    #[test]
    fn a_loaded_snapshot_is_counted_against() {
        let mut now = counted("2023-06-30", 0, 1300, 0);
        now.whole.state(Group::Poor, Aspect::Reduced, Some(households(90)));
        let before = counted("2022-12-31", 0, 1400, 0);
        let history = history(vec![before, counted("2023-03-31", 0, 1350, 0), now]);
        let found = of_whole(&history, 2, None);
        assert_eq!((one(&found.change), one(&found.then)), (Exact::whole(-100), Exact::whole(1400)));
        assert_eq!(found.since, Some(Since::Day(build::day("2022-12-31"))));
        let chosen = of_whole(&history, 2, Some(1));
        assert_eq!(one(&chosen.change), Exact::whole(-50));
        assert_eq!(chosen.since, Some(Since::Day(build::day("2023-03-31"))));
    }

    /// Without one, 560 fewer as reported: from 1429 + 560 = 1989.
    #[test]
    fn without_one_the_reported_fall_answers() {
        let mut now = counted("2022-12-31", 0, 1429, 0);
        now.whole.state(Group::Poor, Aspect::Reduced, Some(households(560)));
        let found = of_whole(&history(vec![now]), 0, None);
        assert_eq!((one(&found.change), one(&found.then)), (Exact::whole(-560), Exact::whole(1989)));
        assert!(!found.change.unwrap().is_derived() && matches!(found.since, Some(Since::Over(_))));
    }

    /// An earlier number worked back from the fall says nothing more than the fall itself.
    #[test]
    fn a_number_worked_back_gives_way_to_the_reported_fall() {
        let mut before = counted("2021-12-31", 0, 1989, 0);
        let figure = before.whole.stated(Group::Poor, &Aspect::Households).expect("stated");
        before.whole.state(Group::Poor, Aspect::Households, Figure { basis: Basis::Derived, ..figure });
        let mut now = counted("2022-12-31", 0, 1429, 0);
        now.whole.state(Group::Poor, Aspect::Reduced, Some(households(560)));
        let history = history(vec![before, now]);
        assert!(matches!(of_whole(&history, 1, None).since, Some(Since::Over(_))));
        assert!(matches!(of_whole(&history, 1, Some(0)).since, Some(Since::Day(_))));
    }

    /// P2 came, P3 went; both lists are complete.
    #[test]
    fn an_area_of_one_snapshot_alone_is_new_or_gone() {
        let with = |day: &str, names: &[&str], complete: bool| {
            let mut snapshot = counted(day, 0, 10, 0);
            let origin = snapshot.origin.clone();
            let mut area = |name: &&str| {
                let mut area = build::area(name, &origin);
                area.state(Group::Poor, Aspect::Households, Some(households(5)));
                area
            };
            snapshot.whole.areas = names.iter().map(&mut area).collect();
            snapshot.whole.set_areas_complete(complete);
            snapshot
        };
        let (then, now) = (with("2022-12-31", &["P1", "P3"], true), with("2023-12-31", &["P1", "P2"], true));
        let new = |then: &Snapshot, name| {
            let area = now.whole.areas.iter().find(|a| a.name.name.vi == name).unwrap();
            step(area, std::slice::from_ref(&area.name), Some(then), true, Group::Poor).is_new
        };
        assert_eq!((new(&then, "P1"), new(&then, "P2")), (false, true));
        assert!(!new(&with("2022-12-31", &["P1"], false), "P2"), "a list with gaps does not say who is new");
        let gone: Vec<&str> =
            gone(&now.whole, Some(&then.whole)).iter().map(|a| a.name.name.vi.as_str()).collect();
        assert_eq!(gone, ["P3"]);
    }
}
