//! The worked examples of the rules, their edges, and properties over any counts.

mod areas;
mod asked;
mod edges;
mod ends;
mod indicators;
mod interim;
mod properties;
mod results;
mod rising;
mod rules;
mod worked;
mod years;

use crate::model::build::{self, counted, day, households, named, percent};
use crate::model::exact::{Exact, Rounding};
use crate::model::figure::Figure;
use crate::model::history::History;
use crate::model::measure::{Aspect, Group};
use crate::model::ops::{FigureResult, MissingReason};
use crate::model::snapshot::Snapshot;
use crate::model::standing::{Assessment, assess};
use crate::model::target::{AimKind, AimStated, Profile, Target, TargetMeasure};
use crate::model::unit::Unit;

/// A target without an aim.
pub fn target(id: &str, year: i32, reads: TargetMeasure) -> Target {
    build::target(id, year, reads, AimStated::Absent)
}

/// A target with an aim.
pub fn aiming(reads: TargetMeasure, kind: AimKind, figure: Figure) -> Target {
    let mut target = target("t", 2023, reads);
    target.aim = AimStated::Figure(kind, Box::new(figure));
    target
}

/// Points below the baseline, of the poor or near-poor, in 2023.
pub fn points(group: Group, written: &str) -> Target {
    aiming(TargetMeasure::Rate(group), AimKind::ReduceByPoints, percent(written, Unit::Point))
}

/// Fewer poor households in 2023.
pub fn fewer(n: i64) -> Target {
    aiming(TargetMeasure::Households(Group::Poor), AimKind::ReduceBy, households(n))
}

/// The report of 2022, without an own total.
pub fn report() -> Snapshot {
    let mut snapshot = counted("2022-12-31", 0, 1429, 1092);
    rates(&mut snapshot, "2.20", "1.68");
    families(&mut snapshot, 0, 0);
    snapshot
}

/// A snapshot of the invented 2023, with 65000 households.
pub fn of_2023(as_of: &str, poor: (i64, &str), near_poor: (i64, &str), near_poor_families: i64) -> Snapshot {
    let mut snapshot = counted(as_of, 65_000, poor.0, near_poor.0);
    rates(&mut snapshot, poor.1, near_poor.1);
    families(&mut snapshot, 0, near_poor_families);
    snapshot
}

fn rates(snapshot: &mut Snapshot, poor: &str, near_poor: &str) {
    snapshot.whole.state(Group::Poor, Aspect::Rate, Some(percent(poor, Unit::Percent)));
    snapshot.whole.state(Group::NearPoor, Aspect::Rate, Some(percent(near_poor, Unit::Percent)));
}

fn families(snapshot: &mut Snapshot, poor: i64, near_poor: i64) {
    snapshot.whole.state(Group::Poor, Aspect::PolicyFamilies, Some(households(poor)));
    snapshot.whole.state(Group::NearPoor, Aspect::PolicyFamilies, Some(households(near_poor)));
}

/// The end of 2021, the report of 2022, three quarters of 2023.
pub fn sample() -> History {
    build::history(vec![
        counted("2021-12-31", 0, 1989, 1494),
        report(),
        of_2023("2023-03-31", (1340, "2.06"), (1048, "1.61"), 0),
        of_2023("2023-06-30", (1232, "1.90"), (994, "1.53"), 1),
        of_2023("2023-09-30", (1118, "1.72"), (936, "1.44"), 1),
    ])
}

/// Two snapshots of poor households with an own total of 10000: the end of 2022 and one of 2023.
pub fn two(then: i64, as_of: &str, now: i64) -> History {
    build::history(vec![counted("2022-12-31", 10_000, then, 0), counted(as_of, 10_000, now, 0)])
}

/// The target at the newest snapshot, on its own day.
pub fn newest(history: &History, target: &Target) -> Assessment {
    at(history, history.snapshots.len() - 1, target)
}

/// The target at a snapshot, on the day of that snapshot.
pub fn at(history: &History, at: usize, target: &Target) -> Assessment {
    let snapshot = &history.snapshots[at];
    assess(history, at, snapshot, target, snapshot.as_of())
}

/// The target at the newest snapshot, on a later day.
pub fn on(history: &History, target: &Target, today: &str) -> Assessment {
    let at = history.snapshots.len() - 1;
    assess(history, at, &history.snapshots[at], target, day(today))
}

/// Both ends of a figure with so many decimals, as digits: 1.56 with two is 156.
pub fn digits(known: &FigureResult, decimals: u8) -> (i64, i64) {
    let figure = known.as_ref().expect("a figure");
    let end = |x: &Exact| i64::try_from(x.digits(decimals, Rounding::Nearest)).expect("small");
    (end(figure.amount.low()), end(figure.amount.high()))
}

/// The digits of a figure that is one number.
pub fn one(known: &FigureResult, decimals: u8) -> i64 {
    let figure = known.as_ref().expect("a figure");
    let exact = figure.one().expect("one number");
    i64::try_from(exact.digits(decimals, Rounding::Nearest)).expect("small")
}

/// Why a figure is not there.
pub fn why(known: &FigureResult) -> &MissingReason {
    &known.as_ref().expect_err("no figure").because
}
