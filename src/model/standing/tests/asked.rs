//! What is asked: ranges, bounds, falls by a percent of the start; each on each measure, before, at and after the due
//! date.

use super::*;
use crate::model::measure::{Cover, Given, Support};
use crate::model::qualifier::Qualifier;
use crate::model::standing::Standing;
use crate::model::standing::shared::shared;
use crate::model::support::{Coverage, ProgrammeKind};

/// The target with another far end of its range.
fn to(target: Target, far: Figure) -> Target {
    Target { far: Some(far), ..target }
}

/// The target whose aim is a bound.
fn bound(mut target: Target, qualifier: Qualifier) -> Target {
    if let AimStated::Figure(_, figure) = &mut target.aim {
        figure.qualifier = qualifier;
    }
    target
}

fn rate() -> TargetMeasure {
    TargetMeasure::Rate(Group::Poor)
}

fn count() -> TargetMeasure {
    TargetMeasure::Households(Group::Poor)
}

fn points_of(written: &str) -> Figure {
    percent(written, Unit::Point)
}

fn level(written: &str) -> Figure {
    percent(written, Unit::Percent)
}

/// The end of 2022 with 500 poor of 10000, 5 %, and a snapshot in which so many fewer are left; as many are reached of
/// a plan of 150 and covered of 10000 as have left.
fn history(as_of: &str, fallen: i64) -> History {
    let mut then = counted("2022-12-31", 10_000, 500, 0);
    let mut now = counted(as_of, 10_000, 500 - fallen, 0);
    for (snapshot, n) in [(&mut then, 0), (&mut now, fallen)] {
        snapshot.whole.state(Group::Poor, Aspect::PolicyFamilies, Some(households(500 - n)));
        let mut programme =
            build::programme("p", ProgrammeKind::Employment, Some(build::count(n, Unit::Person)));
        programme.figures.set(Support::Planned, Some(build::count(100, Unit::Person)));
        snapshot.programmes.push(programme);
        let person = |n| Some(build::count(n, Unit::Person));
        let figures = [(Cover::Covered, person(5000 + n)), (Cover::Eligible, person(10_000))].into();
        snapshot.coverage.push(Coverage { named: named("c"), figures });
    }
    build::history(vec![then, now])
}

/// Each kind of aim that asks for 100 to 150 households, persons or hundredths of points, on each of its measures.
fn ranges() -> Vec<Target> {
    let families = TargetMeasure::PolicyFamilies(Group::Poor);
    let (coverage, programme) =
        (TargetMeasure::Coverage("c".into()), TargetMeasure::Programme("p".into(), Given::Reached));
    let share = |written: &str| percent(written, Unit::Share);
    vec![
        to(aiming(rate(), AimKind::ReduceByPoints, points_of("1")), points_of("1.5")),
        to(aiming(rate(), AimKind::Reach, level("4")), level("3.5")),
        to(aiming(count(), AimKind::ReduceBy, households(100)), households(150)),
        to(aiming(count(), AimKind::ReduceByPercent, share("20")), share("30")),
        to(aiming(count(), AimKind::Reach, households(400)), households(350)),
        to(aiming(families.clone(), AimKind::ReduceBy, households(100)), households(150)),
        to(aiming(families, AimKind::ReduceByPercent, share("20")), share("30")),
        to(aiming(programme.clone(), AimKind::Reach, households(100)), households(150)),
        to(aiming(programme, AimKind::ReachPercent, share("100")), share("150")),
        to(aiming(coverage.clone(), AimKind::Reach, households(5100)), households(5150)),
        to(aiming(coverage, AimKind::ReachPercent, share("51")), share("51.5")),
    ]
}

/// Reached at the mild end, exceeded past the far one; below it the percent of the mild end, inside none, past it that
/// of the far end. On 30/09 273 of 365 days are gone.
#[test]
fn a_range_is_reached_at_its_mild_end_and_exceeded_past_the_other() {
    let rows = [
        (50, Standing::Behind, Standing::Missed, Some(50)),
        (70, Standing::AtRisk, Standing::Missed, Some(70)),
        (80, Standing::OnTrack, Standing::Missed, Some(80)),
        (100, Standing::Met, Standing::Met, None),
        (117, Standing::Met, Standing::Met, None),
        (150, Standing::Met, Standing::Met, None),
        (165, Standing::Exceeded, Standing::Exceeded, Some(110)),
    ];
    for (fallen, before, at_due, done) in rows {
        for target in ranges() {
            for (as_of, standing) in [("2023-09-30", before), ("2023-12-31", at_due)] {
                let it = newest(&history(as_of, fallen), &target);
                let what =
                    format!("{fallen} {as_of} {:?} {:?}", target.reads, target.aim.figure().map(|(k, _)| k));
                assert_eq!(it.standing, standing, "{what}");
                assert_eq!(it.done.as_ref().ok().map(|_| one(&it.done, 0)), done, "{what}");
                assert_eq!(one(&it.way, 0), fallen, "{what}");
                assert_eq!(it.surplus.is_ok(), standing == Standing::Exceeded, "{what}");
                let far = it.far.as_ref().expect("a range");
                assert_eq!(one(&far.share, 0), 150, "{what}");
            }
        }
    }
    // After the due date the first figure judges: of a programme the year's own.
    for target in ranges().into_iter().filter(|target| !matches!(target.reads, TargetMeasure::Programme(..)))
    {
        assert_eq!(
            newest(&history("2024-02-29", 117), &target).standing,
            Standing::Met,
            "{:?}",
            target.reads
        );
        assert_eq!(
            newest(&history("2024-02-29", 99), &target).standing,
            Standing::Missed,
            "{:?}",
            target.reads
        );
    }
}

/// Both ends are written, pace and what is left go by the mild one: 100 asked, 70 done.
#[test]
fn both_ends_are_written_and_the_mild_one_is_gone_by() {
    let it = newest(&history("2023-09-30", 70), &ranges().remove(2));
    assert_eq!(digits(&it.asked.goal, 0), (100, 150));
    assert!(!it.asked.goal.as_ref().unwrap().is_derived());
    assert_eq!(digits(&it.asked.aim, 0), (350, 400));
    assert_eq!(one(&it.level.remaining, 0), 30);
    assert_eq!(one(&it.pace.needed, 0), 10);
    assert_eq!(it.what_if(&ranges().remove(2), 30).unwrap().met, Some(true));
    assert_eq!(it.what_if(&ranges().remove(2), 29).unwrap().met, Some(false));
}

/// A number of those entitled, whose share is followed, is asked with its word on the number and on the share.
#[test]
fn a_bound_of_those_entitled_stands_on_the_number() {
    for word in [Qualifier::Over, Qualifier::AtLeast] {
        let reads = TargetMeasure::Coverage("c".into());
        let target = bound(aiming(reads, AimKind::Reach, build::count(5100, Unit::Person)), word);
        let it = newest(&history("2023-09-30", 70), &target);
        let (level, count) = (it.asked.aim.as_ref().unwrap(), it.asked.count_aim.as_ref().unwrap());
        assert_eq!((level.unit, level.qualifier, one(&it.asked.aim, 0)), (Unit::Share, word, 51));
        assert_eq!((count.unit, count.qualifier, one(&it.asked.count_aim, 0)), (Unit::Person, word, 5100));
    }
}

/// Over and under are strict, at least and at most are not; nothing else changes with the word.
#[test]
fn a_bound_is_strict_where_its_word_is() {
    use Qualifier::{AtLeast, AtMost, Over, Under};
    let strict = [
        (aiming(rate(), AimKind::ReduceByPoints, points_of("1.00")), Over),
        (aiming(rate(), AimKind::Reach, level("4.00")), Under),
        (aiming(count(), AimKind::ReduceBy, households(100)), Over),
        (aiming(count(), AimKind::ReduceByPercent, percent("20", Unit::Share)), Over),
        (aiming(count(), AimKind::Reach, households(400)), Under),
        (aiming(TargetMeasure::Programme("p".into(), Given::Reached), AimKind::Reach, households(100)), Over),
        (
            aiming(
                TargetMeasure::Programme("p".into(), Given::Reached),
                AimKind::ReachPercent,
                percent("100", Unit::Share),
            ),
            Over,
        ),
        (aiming(TargetMeasure::Coverage("c".into()), AimKind::Reach, build::count(5100, Unit::Person)), Over),
        (
            aiming(TargetMeasure::Coverage("c".into()), AimKind::ReachPercent, percent("51", Unit::Share)),
            Over,
        ),
    ];
    for (target, word) in strict {
        let mild = if word == Over { AtLeast } else { AtMost };
        for (word, at_the_number) in
            [(word, Standing::Missed), (mild, Standing::Met), (Qualifier::Exact, Standing::Met)]
        {
            let target = bound(target.clone(), word);
            let at = |fallen| newest(&history("2023-12-31", fallen), &target);
            let what = format!("{word:?} {:?} {:?}", target.reads, target.aim.figure().map(|(kind, _)| kind));
            assert_eq!(at(100).standing, at_the_number, "{what}");
            assert!(at(101).standing.is_reached() && !at(99).standing.is_reached(), "{what}");
            // Before the due date what is left at the number is the next whole one.
            let running = newest(&history("2023-09-30", 100), &target);
            assert_eq!(running.count.remaining.is_ok(), at_the_number == Standing::Missed, "{what}");
            if let Ok(left) = &running.count.remaining {
                assert_eq!(left.one(), Some(&Exact::whole(1)), "{what}");
            }
            let written = [&running.asked.goal, &running.asked.aim];
            let says = |known: &FigureResult| known.as_ref().is_ok_and(|figure| figure.qualifier == word);
            assert!(written.into_iter().any(says), "{what}");
        }
    }
}

/// What just would do does, one fewer does not, also where the number itself is not enough.
#[test]
fn what_if_goes_past_a_strict_number() {
    for target in [
        bound(fewer(100), Qualifier::Over),
        bound(aiming(count(), AimKind::Reach, households(400)), Qualifier::Under),
        bound(aiming(rate(), AimKind::Reach, level("4.00")), Qualifier::Under),
        bound(points(Group::Poor, "1.00"), Qualifier::Over),
    ] {
        let it = newest(&history("2023-09-30", 70), &target);
        let met = |more| it.what_if(&target, more).unwrap().met;
        assert_eq!((it.just_enough(&target), met(31), met(30)), (Some(31), Some(true), Some(false)));
    }
}

/// 20 % of 503 are 100,6: 101 households.
#[test]
fn a_fall_by_a_percent_is_rounded_up_to_a_household() {
    let target = aiming(count(), AimKind::ReduceByPercent, percent("20", Unit::Share));
    for (fallen, standing) in [(100, Standing::Missed), (101, Standing::Met), (102, Standing::Exceeded)] {
        let it = newest(&two(503, "2023-12-31", 503 - fallen), &target);
        assert_eq!((it.standing, one(&it.level.goal, 0)), (standing, 101), "{fallen}");
        assert_eq!(one(&it.level.aim, 0), 402);
    }
    let without = newest(&build::history(vec![counted("2023-09-30", 10_000, 400, 0)]), &target);
    assert_eq!(without.standing, Standing::NoBaseline);
}

/// 60 to 80 and 40 to 70 of 90 to 160: each end by itself, and no one difference.
#[test]
fn ranges_of_areas_are_summed_by_their_ends() {
    let of_area = |id: &str, low, high| {
        let mut part = to(fewer(low), households(high));
        (part.named, part.area) = (named(id), Some(build::name(id)));
        part
    };
    let unit = to(fewer(90), households(160));
    let mut snapshot = counted("2022-12-31", 10_000, 500, 0);
    snapshot.targets = vec![unit.clone(), of_area("a", 60, 80), of_area("b", 40, 70)].into();
    let history = build::history(vec![snapshot]);
    let shared = shared(&history, 0, &unit).expect("two areas");
    assert_eq!(digits(&shared.together, 0), (100, 150));
    assert_eq!(digits(&shared.asked, 0), (90, 160));
    assert!(shared.difference.is_err());
}
