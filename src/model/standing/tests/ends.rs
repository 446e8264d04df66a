//! Where a figure stands to an aim that its own number does not meet, and what was reached outside of a target's time.

use super::*;
use crate::model::indicator::{Better, Indicator, IndicatorKind};
use crate::model::measure::{Given, Support, When};
use crate::model::qualifier::Qualifier;
use crate::model::standing::Standing;
use crate::model::support::ProgrammeKind;

fn said(written: &str, qualifier: Qualifier, unit: Unit) -> Figure {
    Figure { qualifier, ..percent(written, unit) }
}

/// "Under 1,2%" meets an aim of "under 1,2%" and is no more; a number on its edge misses it.
#[test]
fn a_bound_meets_the_aim_that_is_the_same_bound() {
    use Qualifier::{About, AtMost, Exact, Nearly, Over, Under};
    let cases = [
        (Under, Under, Standing::Met),
        (Under, Nearly, Standing::Met),
        (Under, Exact, Standing::Missed),
        (Under, AtMost, Standing::Missed),
        (Under, About, Standing::Missed),
        (Under, Over, Standing::Missed),
        (AtMost, AtMost, Standing::Met),
        (AtMost, Exact, Standing::Met),
    ];
    for (asked, now, standing) in cases {
        let target =
            aiming(TargetMeasure::Rate(Group::Poor), AimKind::Reach, said("1.2", asked, Unit::Percent));
        let on = |day: &str, figure: Figure| {
            let mut snapshot = build::snapshot(day);
            snapshot.whole.state(Group::Poor, Aspect::Rate, Some(figure));
            snapshot
        };
        let start = on("2022-12-31", percent("1.5", Unit::Percent));
        let history = build::history(vec![start, on("2023-12-31", said("1.2", now, Unit::Percent))]);
        let it = newest(&history, &target);
        assert_eq!(it.standing, standing, "{now:?} of an aim {asked:?}");
        if standing == Standing::Met {
            assert_eq!(one(&it.done, 0), 100);
            assert!(it.surplus.is_err());
        }
    }
    // A fall of "over 3" points is met by one of "over 3".
    let mut target =
        aiming(TargetMeasure::Rate(Group::Poor), AimKind::ReduceByPoints, said("3", Over, Unit::Point));
    target.result = Some(said("3", Over, Unit::Point));
    let history = build::history(vec![build::snapshot("2023-12-31")]);
    assert_eq!(newest(&history, &target).standing, Standing::Met);
    target.result = Some(percent("3", Unit::Point));
    assert_eq!(newest(&history, &target).standing, Standing::Missed);
}

/// From July on 20 are asked; 21 since January may all have been before.
#[test]
fn what_was_reached_before_the_time_began_is_no_floor() {
    let mut snapshot = build::snapshot("2023-09-30");
    let reached = build::count(21, Unit::Person);
    snapshot.programmes.push(build::programme("p", ProgrammeKind::Employment, Some(reached)));
    snapshot.programmes[0].figures.set(Support::Planned, Some(build::count(20, Unit::Person)));
    let reads = TargetMeasure::Programme("p".into(), Given::Reached);
    let mut target = aiming(reads, AimKind::Reach, build::count(20, Unit::Person));
    target.from = Some(day("2023-07-01"));
    let now = newest(&build::history(vec![snapshot]), &target).level.now.expect("reached");
    assert_eq!(now.qualifier, Qualifier::AtMost);
}

/// The figures of a target hold over its own time, not over the year in which it is due.
#[test]
fn a_target_s_figures_carry_its_span() {
    let span = |from: Option<&str>, due: Option<&str>| {
        let mut target = fewer(50);
        (target.from, target.due) = (from.map(day), due.map(day));
        let it = newest(&two(200, "2023-09-30", 160), &target);
        it.time.elapsed.expect("a share of the days").subject.when
    };
    assert_eq!(span(None, None), When::Year(2023));
    assert_eq!(span(Some("2023-01-01"), Some("2023-12-31")), When::Year(2023));
    assert_eq!(span(Some("2021-01-01"), None), When::Between(day("2021-01-01"), day("2023-12-31")));
    assert_eq!(span(Some("2023-07-01"), None), When::Between(day("2023-07-01"), day("2023-12-31")));
    assert_eq!(span(None, Some("2023-06-30")), When::Between(day("2023-01-01"), day("2023-06-30")));
}

/// 78,2 as 100,26 % of the aim: 78.
#[test]
fn the_aim_of_a_level_follows_from_a_result_and_its_percent() {
    let kind = IndicatorKind { unit: Unit::Share, better: Better::Higher };
    let mut snapshot = build::snapshot("2023-12-31");
    snapshot.whole.follow(vec![Indicator::new(named("i"), kind, Some(percent("78.2", Unit::Share)))]);
    let mut target = target("t", 2023, TargetMeasure::Indicator("i".into(), kind));
    target.result = Some(percent("78.2", Unit::Share));
    target.percent_of_aim = Some(percent("100.26", Unit::Share));
    let it = newest(&build::history(vec![snapshot]), &target);
    assert_eq!(
        (one(&it.level.aim, 0), it.level.aim.as_ref().map(|aim| aim.unit).ok()),
        (78, Some(Unit::Share))
    );
    assert_eq!(it.standing, Standing::Exceeded);
}
