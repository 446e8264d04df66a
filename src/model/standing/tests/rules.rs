//! Rules of standing, pace and projection that the worked example does not touch, each with its arithmetic.

use super::*;
use crate::model::measure::{Measure, TargetField};
use crate::model::standing::shared::shared;
use crate::model::standing::wording::{before, differ};
use crate::model::standing::{Standing, away, turned};

/// A year that has not begun: what is asked is there, nothing is done, and nothing is not 0 %.
#[test]
fn before_the_year_nothing_is_done() {
    let history = build::history(vec![report()]);
    let it = newest(&history, &points(Group::Poor, "0.69"));
    assert!(matches!(why(&it.done), MissingReason::TooEarly));
    assert!(matches!(why(&it.done_range), MissingReason::TooEarly));
    assert_eq!(one(&it.level.goal, 2), 69);
    assert!(it.pace.from_before.is_none());
}

/// On the first day of the year 0 % is a figure: 1 of 365 days gone, nothing done.
#[test]
fn from_the_first_day_nothing_done_is_zero() {
    let it = newest(&two(1000, "2023-01-01", 1000), &fewer(400));
    assert_eq!((one(&it.done, 0), it.standing), (0, Standing::Behind));
}

/// Due on 30/06: 90 of 181 days are gone on 31/03, 49.7 %; nine tenths of that are 44.8 %. Of 100 asked 50 are on track,
/// 45 at risk, 44 behind. On the due date 99 are missed, and whatever comes later does not change it.
#[test]
fn a_due_date_inside_the_year() {
    let mut target = fewer(100);
    target.due = Some(day("2023-06-30"));
    for (fallen, standing) in
        [(50, Standing::OnTrack), (49, Standing::AtRisk), (45, Standing::AtRisk), (44, Standing::Behind)]
    {
        let it = newest(&two(1000, "2023-03-31", 1000 - fallen), &target);
        assert_eq!(it.standing, standing, "{fallen}");
        assert_eq!((it.time.days_gone, it.time.days_total, it.time.days_left), (90, 181, 91));
    }
    let mut snapshots = vec![counted("2022-12-31", 10_000, 1000, 0), counted("2023-06-30", 10_000, 901, 0)];
    snapshots.push(counted("2023-09-30", 10_000, 800, 0));
    assert_eq!(newest(&build::history(snapshots), &target).standing, Standing::Missed);
}

/// From 31/12 to 15/09 are 258 days, 258 × 12 / 365 = 8.48 months: 60 / 8.48 = 7.07, 7 a month. 107 days are left, 3.52
/// months: 340 / 3.52 = 96.7, 97 a month. From 30/06 77 days, 2.53 months: 20 / 2.53 = 7.9, 8.
#[test]
fn days_inside_a_month_are_twelfths_of_a_year() {
    let snapshots = vec![
        counted("2022-12-31", 10_000, 1000, 0),
        counted("2023-06-30", 10_000, 960, 0),
        counted("2023-09-15", 10_000, 940, 0),
    ];
    let it = newest(&build::history(snapshots), &fewer(400));
    let paces = (one(&it.pace.year, 0), one(&it.pace.period, 0), one(&it.pace.needed, 0));
    assert_eq!(paces, (7, 8, 97));
    assert_eq!(it.pace.from_start, Some(day("2022-12-31")));
    assert_eq!(it.pace.from_before, Some(day("2023-06-30")));
}

/// The pace needed is rounded up, so that it suffices: 100 over three months are 33.3, 34.
#[test]
fn what_is_needed_suffices() {
    let it = newest(&two(1000, "2023-09-30", 700), &fewer(400));
    assert_eq!((one(&it.count.remaining, 0), one(&it.pace.needed, 0)), (100, 34));
}

/// More households than at the start: 1060 of 1000. −60 of 400 are −15 %; a straight line from 1000 through 1060 goes
/// on: 1060 + 60 × 92/273 = 1080.2; short of 600 by 480.
#[test]
fn a_rise_is_never_progress() {
    let it = newest(&two(1000, "2023-09-30", 1060), &fewer(400));
    assert_eq!(it.standing, Standing::Behind);
    assert_eq!((one(&it.level.reduced, 0), one(&it.done, 0)), (-60, -15));
    assert_eq!(one(&it.level.remaining, 0), 460);
    assert_eq!((one(&it.projection.by_year.count, 0), one(&it.projection.by_year.short, 0)), (1080, 480));
    let change = it.level.reduced.as_ref().unwrap();
    assert_eq!(one(&turned(change), 0), 60);
    let rise = away(change, false);
    let inputs: Vec<_> = rise.derivation.inputs().map(|input| input.one().cloned().unwrap()).collect();
    assert_eq!(
        (rise.one().cloned(), inputs),
        (Some(Exact::whole(60)), [1060, 1000].map(Exact::whole).to_vec())
    );
    assert!(matches!(rise.subject.measure, Measure::Target(_, TargetField::Rise)), "{:?}", rise.subject);
    let pace = away(it.pace.year.as_ref().unwrap(), false);
    assert!(matches!(pace.subject.measure, Measure::Target(_, TargetField::PaceAway)), "{:?}", pace.subject);
}

/// 590 − 410 × 92/273 = 451.8: 148 better than the 600 asked for. Exceeded: nothing is left, 10 are beyond.
#[test]
fn a_projection_beyond_the_aim() {
    let it = newest(&two(1000, "2023-09-30", 590), &fewer(400));
    assert_eq!(it.standing, Standing::Exceeded);
    assert_eq!((one(&it.projection.by_year.count, 0), one(&it.projection.by_year.short, 0)), (452, -148));
    assert_eq!(one(&it.surplus, 0), 10);
    assert!(matches!(why(&it.pace.needed), MissingReason::NothingLeft));
}

/// The denominator changes: 1429 of 65000 are 2.20 %, of 66300 2.16 %. Nobody left poverty; in households nothing fell.
#[test]
fn more_households_are_no_fall_in_households() {
    let history =
        build::history(vec![counted("2022-12-31", 65_000, 1429, 0), counted("2023-09-30", 66_300, 1429, 0)]);
    let rate = newest(&history, &points(Group::Poor, "0.69"));
    assert_eq!((one(&rate.level.reduced, 2), one(&rate.count.reduced, 0)), (4, 0));
    assert_eq!(one(&newest(&history, &fewer(400)).level.reduced, 0), 0);
}

/// 240 asked of the wards, 400 of the district: 160 less, said as it is.
#[test]
fn areas_may_be_asked_for_less() {
    let part = |id: &str, area: &str, n| {
        let mut target = fewer(n);
        (target.named, target.area) = (named(id), Some(build::name(area)));
        target
    };
    let mut snapshot = counted("2023-09-30", 10_000, 700, 0);
    snapshot.targets = vec![fewer(400), part("a", "p1", 140), part("b", "p2", 100)].into();
    let history = build::history(vec![snapshot]);
    let it = shared(&history, 0, &history.snapshots[0].targets[0]).unwrap();
    assert_eq!((one(&it.together, 0), one(&it.difference, 0)), (240, -160));
}

/// 0.7 and 0.70 are one aim, 0.60 is another; a wording that leaves the aim out says nothing of it, and the one before
/// it is found.
#[test]
fn a_changed_aim_is_found() {
    let worded = |as_of: &str, target: Target| {
        let mut snapshot = build::snapshot(as_of);
        snapshot.targets.push(target);
        snapshot
    };
    let (seven, other) = (points(Group::Poor, "0.7"), points(Group::Poor, "0.60"));
    assert!(!differ(&seven, &points(Group::Poor, "0.70")));
    assert!(differ(&seven, &other) && differ(&seven, &fewer(7)));
    let silent = target("t", 2023, TargetMeasure::Rate(Group::Poor));
    let history = build::history(vec![
        worded("2022-12-31", other),
        worded("2023-03-31", silent),
        worded("2023-06-30", seven.clone()),
    ]);
    let (then, was) = before(&history, &history.snapshots[2], &seven).unwrap();
    assert_eq!((then.as_of(), &was.named.id), (day("2022-12-31"), &seven.named.id));
    assert!(before(&history, &history.snapshots[0], &seven).is_none());
}

/// 936 − 98 = 838 = floor(0.0129 × 65000): with 97 more still one to go, 98 are enough; 838 / 65000 = 1.29 %. 841 are
/// 1.2938 %, written 1.29: met; 842 are 1.2954 %, written 1.30: 936 − 841 = 95.
#[test]
fn what_if_of_the_near_poor() {
    let target = points(Group::NearPoor, "0.39");
    let it = newest(&sample(), &target);
    assert_eq!(it.just_enough(&target), Some(98));
    let almost = it.what_if(&target, 97).unwrap();
    assert_eq!((one(&almost.households, 0), one(&almost.left, 0), almost.met), (839, 1, Some(true)));
    assert_eq!(one(&it.least_by_rounding(&target), 0), 95);
    let enough = it.what_if(&target, 98).unwrap();
    assert_eq!((one(&enough.households, 0), one(&enough.rate, 2), enough.met), (838, 129, Some(true)));
}

/// Of households 700 with 600 asked for: 60 more leave 640, 40 to go; the rate of 10000 is 6.4 %.
#[test]
fn what_if_of_households() {
    let it = newest(&two(1000, "2023-09-30", 700), &fewer(400));
    let then = it.what_if(&fewer(400), 60).unwrap();
    assert_eq!((one(&then.households, 0), one(&then.left, 0), one(&then.rate, 2)), (640, 40, 640));
}
