//! Targets of several years, and of parts of one: their start, their time, what is asked in all.

use super::*;
use crate::model::measure::Given;
use crate::model::standing::Standing;
use crate::model::support::ProgrammeKind;

/// The target over the years from `from` to 2025.
fn since(from: &str, mut target: Target) -> Target {
    (target.from, target.year) = (Some(day(from)), 2025);
    target
}

fn each_year(target: Target) -> Target {
    Target { each_year: true, ..target }
}

fn rate() -> TargetMeasure {
    TargetMeasure::Rate(Group::Poor)
}

fn count() -> TargetMeasure {
    TargetMeasure::Households(Group::Poor)
}

/// 1000 poor of 10000 at the end of 2020; as many as said on a later day.
fn to(as_of: &str, now: i64) -> History {
    build::history(vec![counted("2020-12-31", 10_000, 1000, 0), counted(as_of, 10_000, now, 0)])
}

/// From 2021 to 2025 are 1826 days; on 30/06/2023 911 of them are gone, 49,9 %.
#[test]
fn the_time_goes_from_the_first_year_to_the_last() {
    let of = |as_of, now| newest(&to(as_of, now), &since("2021-01-01", fewer(500)));
    let it = of("2023-06-30", 700);
    assert_eq!((it.time.days_gone, it.time.days_total), (911, 1826));
    assert_eq!((it.standing, one(&it.done, 0)), (Standing::OnTrack, 60));
    assert_eq!(of("2023-06-30", 770).standing, Standing::AtRisk);
    assert_eq!(of("2023-06-30", 800).standing, Standing::Behind);
    assert_eq!(of("2025-12-31", 501).standing, Standing::Missed);
    assert_eq!(of("2025-12-31", 500).standing, Standing::Met);
    // Half a year: 92 of 184 days are gone by the end of September.
    let mut half = since("2025-07-01", fewer(500));
    half.baseline = Some((households(1000), Some(day("2025-06-30"))));
    let it = newest(&to("2025-09-30", 760), &half);
    assert_eq!((it.time.days_gone, it.time.days_total, it.standing), (92, 184, Standing::AtRisk));
}

/// What each year is asked for is asked times the years, rounded up once; 4,1 points a year are 20,5 in five.
#[test]
fn the_average_of_a_year_is_asked_times_the_years() {
    let asked = |target: Target| one(&newest(&to("2022-12-31", 900), &target).level.goal, 2);
    let points = |written: &str| aiming(rate(), AimKind::ReduceByPoints, percent(written, Unit::Point));
    let share = |written: &str| aiming(count(), AimKind::ReduceByPercent, percent(written, Unit::Share));
    assert_eq!(asked(each_year(since("2021-01-01", points("1.1")))), 550);
    assert_eq!(asked(each_year(since("2021-01-01", fewer(33)))), 16_500);
    assert_eq!(asked(each_year(since("2021-01-01", share("2.5")))), 12_500);
    assert_eq!(asked(since("2021-01-01", fewer(33))), 3_300);
    // Half of 33 are 16,5: one household more.
    let mut half = each_year(since("2025-07-01", fewer(33)));
    half.baseline = Some((households(1000), Some(day("2025-06-30"))));
    assert_eq!(one(&newest(&to("2025-09-30", 990), &half).level.goal, 2), 1_700);
}

/// The average so far is told at the end of a year alone.
#[test]
fn an_average_is_of_whole_years() {
    let target = each_year(since("2021-01-01", fewer(100)));
    let of = |as_of, now| newest(&to(as_of, now), &target);
    assert_eq!(one(&of("2022-12-31", 850).average, 0), 75);
    assert!(of("2022-11-30", 850).average.is_err());
    assert!(newest(&to("2021-12-31", 850), &fewer(100)).average.is_err());
    assert_eq!(one(&of("2025-12-31", 500).average, 0), 100);
}

/// A stated average is of all years until its day: 110 a year in five are 550 of 500.
#[test]
fn a_stated_average_counts_for_all_its_years() {
    let mut target = each_year(since("2021-01-01", fewer(100)));
    (target.result, target.averages) = (Some(households(110)), true);
    let end = newest(&build::history(vec![build::snapshot("2025-12-31")]), &target);
    assert_eq!((end.standing, one(&end.done, 0)), (Standing::Exceeded, 110));
    let interim = newest(&build::history(vec![build::snapshot("2023-12-31")]), &target);
    assert_eq!((interim.standing, one(&interim.done, 0)), (Standing::OnTrack, 66));
}

/// Over 110 a year are over 550 in five.
#[test]
fn a_bound_of_an_average_stays_one() {
    use crate::model::qualifier::Qualifier::Over;
    let mut target = each_year(since("2021-01-01", fewer(100)));
    let mut over = households(110);
    over.qualifier = Over;
    (target.result, target.averages) = (Some(over), true);
    let it = newest(&build::history(vec![build::snapshot("2025-12-31")]), &target);
    assert_eq!((it.reached().as_ref().expect("a fall").qualifier, one(it.reached(), 0)), (Over, 550));
}

/// 5,0 points a year in two years are from 9,9 to 10,1 in all: 10,09 counted is the same statement, and so is its 125 %
/// of 4 a year beside the 126,1 % counted; 10,11 is another.
#[test]
fn the_rounding_of_an_average_counts_for_all_its_years() {
    let points = aiming(rate(), AimKind::ReduceByPoints, percent("4", Unit::Point));
    let mut target = Target { from: Some(day("2021-01-01")), year: 2022, ..each_year(points) };
    target.result = Some(percent("5.0", Unit::Point));
    (target.percent_of_aim, target.averages) = (Some(percent("125", Unit::Share)), true);
    let of = |now| {
        newest(
            &build::history(vec![
                counted("2020-12-31", 10_000, 2000, 0),
                counted("2022-12-31", 10_000, now, 0),
            ]),
            &target,
        )
    };
    let it = of(991);
    assert!(it.otherwise.is_none() && it.outcome.is_stated);
    assert_eq!((one(it.reached(), 1), one(it.percent(), 0)), (100, 125));
    let it = of(989);
    assert_eq!((one(it.reached(), 2), one(&it.otherwise.expect("the report's").reached, 1)), (1011, 100));
}

/// The start is the last figure before the time, not the last snapshot.
#[test]
fn the_start_is_the_last_figure_before() {
    let history = build::history(vec![
        counted("2019-12-31", 10_000, 1200, 0),
        build::snapshot("2020-12-31"),
        counted("2021-12-31", 10_000, 900, 0),
    ]);
    let it = newest(&history, &since("2021-01-01", fewer(500)));
    assert_eq!(one(&it.level.baseline, 0), 1200);
}

/// Broken in the first year, it stays broken to the last.
#[test]
fn a_level_is_kept_over_all_years() {
    let target = since("2021-01-01", aiming(count(), AimKind::KeepAt, households(1000)));
    let mut snapshots = vec![counted("2021-12-31", 10_000, 1001, 0), counted("2024-12-31", 10_000, 900, 0)];
    let since = day("2021-12-31");
    assert_eq!(newest(&build::history(snapshots.clone()), &target).standing, Standing::Broken { since });
    snapshots.remove(0);
    assert_eq!(newest(&build::history(snapshots), &target).standing, Standing::Kept);
}

/// The review of each year settles its own stock.
#[test]
fn the_review_of_the_year_of_the_snapshot_settles_it() {
    let mut target = since("2021-01-01", fewer(500));
    target.profile = Profile::Review;
    for (as_of, is_awaited) in
        [("2023-06-30", true), ("2023-12-14", false), ("2024-03-31", true), ("2025-12-31", false)]
    {
        let standing = newest(&to(as_of, 700), &target).standing;
        assert_eq!(standing == Standing::Awaiting, is_awaited, "{as_of}");
    }
}

/// A programme's years are summed; of a year that is missing the rest is at least.
#[test]
fn the_years_of_a_programme_are_summed() {
    for (given, unit) in [(Given::Reached, Unit::Person), (Given::Amount, Unit::Vnd)] {
        years_are_summed(given, unit);
    }
}

fn years_are_summed(given: Given, unit: Unit) {
    use crate::model::qualifier::Qualifier;
    let of = |as_of: &str, done| {
        let mut snapshot = build::snapshot(as_of);
        let mut programme = build::programme("p", ProgrammeKind::Employment, None);
        programme.figures.set(given.done(), Some(build::count(done, unit)));
        programme.figures.set(given.planned(), Some(build::count(100, unit)));
        snapshot.programmes.push(programme);
        snapshot
    };
    let programme = || TargetMeasure::Programme("p".into(), given);
    let mut target = since("2023-01-01", aiming(programme(), AimKind::Reach, households(300)));
    let all = vec![of("2023-12-31", 90), of("2024-06-30", 40), of("2024-12-31", 110), of("2025-06-30", 60)];
    let it = newest(&build::history(all.clone()), &target);
    assert_eq!((one(&it.level.now, 0), it.level.now.as_ref().unwrap().qualifier), (260, Qualifier::Exact));
    let it = newest(&build::history(all[1..].to_vec()), &target);
    assert_eq!((one(&it.level.now, 0), it.level.now.as_ref().unwrap().qualifier), (170, Qualifier::AtLeast));
    // Of what was planned in all years: 260 of 300.
    target.aim = AimStated::Figure(AimKind::ReachPercent, Box::new(percent("100", Unit::Share)));
    let it = newest(&build::history(all), &target);
    assert_eq!(one(&it.level.now, 1), 867);
}
