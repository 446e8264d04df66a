//! Other figures that are followed, with a wish to rise or to fall.

use super::*;
use crate::model::build::count;
use crate::model::indicator::{Better, Indicator, IndicatorKind};
use crate::model::standing::Standing;

const STUNTING: IndicatorKind = IndicatorKind { unit: Unit::Share, better: Better::Lower };
const AT_SCHOOL: IndicatorKind = IndicatorKind { unit: Unit::Share, better: Better::Higher };
const POOR_COMMUNES: IndicatorKind = IndicatorKind { unit: Unit::Commune, better: Better::Lower };

/// One indicator on that day; a whole number for one that counts.
fn stated(as_of: &str, kind: IndicatorKind, value: &str) -> Snapshot {
    let mut snapshot = build::snapshot(as_of);
    snapshot.whole.follow(vec![Indicator::new(named("i"), kind, Some(number(kind, value)))]);
    snapshot
}

fn number(kind: IndicatorKind, value: &str) -> Figure {
    match kind.unit {
        Unit::Share => percent(value, Unit::Share),
        unit => count(value.parse().unwrap(), unit),
    }
}

fn reads(kind: IndicatorKind, aim: AimKind, figure: Figure) -> Target {
    aiming(TargetMeasure::Indicator("i".into(), kind), aim, figure)
}

/// From 10,4 to 9,8 where 9,0 is asked: 0,6 of 1,4 points, 42,9 %, behind. Still 0,8 points, 0,267 a month, rounded up;
/// the line leads to 9,8 − 0,6 × 92/273 = 9,598, 0,598 above.
#[test]
fn what_is_better_lower_falls_in_points() {
    let history =
        build::history(vec![stated("2022-12-31", STUNTING, "10.4"), stated("2023-09-30", STUNTING, "9.8")]);
    let it = newest(&history, &reads(STUNTING, AimKind::Reach, percent("9.0", Unit::Share)));
    assert_eq!((it.standing, one(&it.done, 1)), (Standing::Behind, 429));
    let left = it.level.remaining.as_ref().unwrap();
    assert_eq!((left.unit, one(&it.level.remaining, 1)), (Unit::Point, 8));
    assert_eq!((it.pace.needed.as_ref().unwrap().unit, one(&it.pace.needed, 2)), (Unit::PointPerMonth, 27));
    assert_eq!(one(&it.projection.by_year.level, 2), 960);
    assert_eq!(one(&it.projection.by_year.short_level, 2), 60);
    let falls = reads(STUNTING, AimKind::ReduceByPoints, percent("0.5", Unit::Point));
    let it = newest(&history, &falls);
    assert_eq!((it.standing, one(&it.surplus, 1)), (Standing::Exceeded, 1));
}

/// From 90,0 to 92,0 where 93,5 is asked: 2,0 of 3,5 points are 57,1 % after 74,8 % of the time.
#[test]
fn what_is_better_higher_rises_in_points() {
    let history = build::history(vec![
        stated("2022-12-31", AT_SCHOOL, "90.0"),
        stated("2023-09-30", AT_SCHOOL, "92.0"),
    ]);
    let target = reads(AT_SCHOOL, AimKind::Reach, percent("93.5", Unit::Share));
    let it = newest(&history, &target);
    assert_eq!((it.standing, one(&it.done, 1)), (Standing::Behind, 571));
    assert_eq!(one(&it.level.remaining, 1), 15);
    let alone = build::history(vec![stated("2023-09-30", AT_SCHOOL, "92.0")]);
    assert_eq!(newest(&alone, &target).standing, Standing::UnderWay);
    let there = build::history(vec![stated("2023-09-30", AT_SCHOOL, "93.5")]);
    assert_eq!(newest(&there, &target).standing, Standing::Met);
}

/// From 5 to 4 communes where two fewer are asked: half of the way, in communes.
#[test]
fn what_is_counted_falls_in_its_own_unit() {
    let history = build::history(vec![
        stated("2022-12-31", POOR_COMMUNES, "5"),
        stated("2023-06-30", POOR_COMMUNES, "4"),
    ]);
    let it = newest(&history, &reads(POOR_COMMUNES, AimKind::ReduceBy, count(2, Unit::Commune)));
    assert_eq!((it.standing, one(&it.done, 0)), (Standing::OnTrack, 50));
    assert_eq!(it.level.remaining.as_ref().unwrap().unit, Unit::Commune);
    assert_eq!(one(&it.level.aim, 0), 3);
}

/// Over and under are strict of what is followed too, and a range is met at its mild end and exceeded past the other.
#[test]
fn bounds_and_ranges_are_asked_of_what_is_followed() {
    use crate::model::qualifier::Qualifier::{AtLeast, AtMost, Over, Under};
    let share = |written| percent(written, Unit::Share);
    let rows = [
        (
            STUNTING,
            AimKind::Reach,
            share("9.0"),
            (Under, AtMost),
            share("8.5"),
            ["10.4", "9.0", "8.5", "8.4"],
        ),
        (
            STUNTING,
            AimKind::ReduceByPoints,
            percent("1.4", Unit::Point),
            (Over, AtLeast),
            percent("1.9", Unit::Point),
            ["10.4", "9.0", "8.5", "8.4"],
        ),
        (
            AT_SCHOOL,
            AimKind::Reach,
            share("93.5"),
            (Over, AtLeast),
            share("94"),
            ["90", "93.5", "94", "94.1"],
        ),
        (
            POOR_COMMUNES,
            AimKind::ReduceBy,
            count(2, Unit::Commune),
            (Over, AtLeast),
            count(3, Unit::Commune),
            ["7", "5", "4", "3"],
        ),
    ];
    for (kind, aim, mild, (strict, loose), far, [start, there, end, past]) in rows {
        let of = |now, target: &Target| {
            let pair = [stated("2022-12-31", kind, start), stated("2023-12-31", kind, now)];
            newest(&build::history(pair.into()), target)
        };
        for (word, standing) in [(strict, Standing::Missed), (loose, Standing::Met)] {
            let target = reads(kind, aim, Figure { qualifier: word, ..mild.clone() });
            assert_eq!(of(there, &target).standing, standing, "{kind:?} {aim:?} {word:?}");
            assert!(of(past, &target).standing.is_reached(), "{kind:?} {aim:?} {word:?}");
        }
        let range = Target { far: Some(far), ..reads(kind, aim, mild) };
        for (now, standing) in [
            (start, Standing::Missed),
            (there, Standing::Met),
            (end, Standing::Met),
            (past, Standing::Exceeded),
        ] {
            assert_eq!(of(now, &range).standing, standing, "{kind:?} {aim:?} {now}");
        }
    }
}

/// A fall over several years has its average of a year.
#[test]
fn a_fall_of_what_is_followed_has_an_average() {
    let history =
        build::history(vec![stated("2021-12-31", STUNTING, "10.4"), stated("2023-12-31", STUNTING, "9.0")]);
    let falls = reads(STUNTING, AimKind::ReduceByPoints, percent("0.5", Unit::Point));
    let target = Target { from: Some(build::day("2022-01-01")), each_year: true, ..falls };
    let it = newest(&history, &target);
    assert_eq!((one(&it.average, 2), one(&it.level.goal, 1), it.standing), (70, 10, Standing::Exceeded));
}

/// A level to keep is left to the side that is not wished for, and stays left.
#[test]
fn a_level_is_kept_on_the_side_that_is_wished_for() {
    for (kind, june, standing) in [
        (STUNTING, "10.0", Standing::Kept),
        (STUNTING, "10.1", Standing::Broken { since: day("2023-06-30") }),
        (AT_SCHOOL, "10.0", Standing::Kept),
        (AT_SCHOOL, "9.9", Standing::Broken { since: day("2023-06-30") }),
    ] {
        let history =
            build::history(vec![stated("2023-06-30", kind, june), stated("2023-09-30", kind, "10.0")]);
        let target = reads(kind, AimKind::KeepAt, percent("10", Unit::Share));
        assert_eq!(newest(&history, &target).standing, standing, "{june}");
    }
}

/// What measured something else at the end of the year before is no start: nothing is compared across.
#[test]
fn nothing_is_compared_across_kinds() {
    let history = build::history(vec![
        stated("2022-12-31", POOR_COMMUNES, "12"),
        stated("2023-09-30", STUNTING, "9.8"),
    ]);
    let it = newest(&history, &reads(STUNTING, AimKind::Reach, percent("9.0", Unit::Share)));
    assert_eq!(it.standing, Standing::NoBaseline);
    assert!(matches!(why(&it.level.baseline), MissingReason::KindsDiffer));
    assert!(it.done.is_err() && it.pace.year.is_err() && it.projection.by_year.level.is_err());
}
