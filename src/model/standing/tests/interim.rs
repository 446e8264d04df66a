//! Results stated before the due date: a share of the plan, set against the time gone, until the next figure.

use super::*;
use crate::model::measure::{Cover, Given, Support};
use crate::model::standing::{Evidence, Standing};
use crate::model::support::{Coverage, ProgrammeKind};
use crate::model::target::{DayOfYear, ReviewWindow};

/// A snapshot in which a programme has a plan of 1000 and 1000 are entitled, and nothing else is known.
fn plan(as_of: &str) -> Snapshot {
    let mut snapshot = build::snapshot(as_of);
    let mut programme = build::programme("p", ProgrammeKind::Employment, None);
    programme.figures.set(Support::Planned, Some(build::count(1000, Unit::Person)));
    snapshot.programmes.push(programme);
    let entitled = Some(build::count(1000, Unit::Person));
    snapshot.coverage.push(Coverage {
        named: named("c"),
        figures: [(Cover::Covered, None), (Cover::Eligible, entitled)].into(),
    });
    snapshot
}

/// Each kind of aim on each measure that it fits, with a result of so many thousandths of what is asked.
fn kinds(thousandths: i64) -> Vec<Target> {
    let (rate, count) = (TargetMeasure::Rate(Group::Poor), TargetMeasure::Households(Group::Poor));
    let families = TargetMeasure::PolicyFamilies(Group::Poor);
    let (coverage, programme) =
        (TargetMeasure::Coverage("c".to_owned()), TargetMeasure::Programme("p".to_owned(), Given::Reached));
    let whole = |n: i64| households(n);
    let points = |n: i64, unit| percent(&format!("{}.{:03}", n / 1000, n % 1000), unit);
    let hundred = || percent("100", Unit::Share);
    let from = |mut target: Target, level: Figure| {
        target.baseline = Some((level, Some(day("2022-12-31"))));
        target
    };
    let all = [
        (
            aiming(rate.clone(), AimKind::ReduceByPoints, percent("1.000", Unit::Point)),
            points(thousandths, Unit::Point),
        ),
        (
            from(
                aiming(rate, AimKind::Reach, percent("4.000", Unit::Percent)),
                percent("5.000", Unit::Percent),
            ),
            points(5000 - thousandths, Unit::Percent),
        ),
        (aiming(count.clone(), AimKind::ReduceBy, whole(1000)), whole(thousandths)),
        (from(aiming(count.clone(), AimKind::Reach, whole(4000)), whole(5000)), whole(5000 - thousandths)),
        (aiming(families, AimKind::ReduceBy, whole(1000)), whole(thousandths)),
        (aiming(programme.clone(), AimKind::Reach, whole(1000)), whole(thousandths)),
        (aiming(programme, AimKind::ReachPercent, hundred()), whole(thousandths)),
        (aiming(coverage, AimKind::ReachPercent, hundred()), whole(thousandths)),
    ];
    let mut kinds: Vec<Target> =
        all.into_iter().map(|(target, value)| Target { result: Some(value), ..target }).collect();
    // The percent alone, of a fall that is not said and of a programme.
    for reads in [count, TargetMeasure::Programme("p".to_owned(), Given::Reached)] {
        let mut alone = target("t", 2023, reads);
        alone.percent_of_aim =
            Some(percent(&format!("{}.{}", thousandths / 10, thousandths % 10), Unit::Share));
        kinds.push(alone);
    }
    kinds
}

/// A coverage without a start has no pace: it is under way, and may still be met.
fn expected(target: &Target, standing: Standing) -> Standing {
    let has_no_start = matches!(target.reads, TargetMeasure::Coverage(_));
    match standing {
        Standing::OnTrack | Standing::AtRisk | Standing::Behind if has_no_start => Standing::UnderWay,
        Standing::Exceeded if has_no_start => Standing::Met,
        other => other,
    }
}

/// On 30/09 273 of 365 days are gone, 74,8 %, of which 0,9 are 67,3 %.
#[test]
fn a_statement_before_the_due_date_is_set_against_the_time_and_never_missed() {
    let rows = [
        (1014, Standing::Exceeded, Standing::Exceeded),
        (1000, Standing::Met, Standing::Met),
        (750, Standing::OnTrack, Standing::Missed),
        (724, Standing::AtRisk, Standing::Missed),
        (357, Standing::Behind, Standing::Missed),
    ];
    for (thousandths, before, at_due) in rows {
        for target in kinds(thousandths) {
            let of = |as_of: &str| newest(&build::history(vec![plan(as_of)]), &target);
            let what =
                format!("{thousandths} {:?} {:?}", target.reads, target.aim.figure().map(|(kind, _)| kind));
            let interim = of("2023-09-30");
            assert_eq!(interim.standing, expected(&target, before), "{what}");
            assert_eq!(interim.evidence, Evidence::Interim(day("2023-09-30")), "{what}");
            assert_eq!((interim.time.days_gone, interim.time.days_total), (273, 365), "{what}");
            // A plan of the year after is none of this year's: a share of it has no day later.
            let is_of_plan = target.reads.rises() && target.result.is_some();
            for late in ["2023-12-31", "2024-01-15"].into_iter().take(if is_of_plan { 1 } else { 2 }) {
                let end = of(late);
                assert_eq!(
                    (end.standing, end.evidence),
                    (expected(&target, at_due), Evidence::Final),
                    "{what} {late}"
                );
            }
        }
    }
}

/// A percent under 100 is never reached, whatever the day; a reached one is never under 100.
#[test]
fn reached_is_never_said_of_a_percent_under_100() {
    for thousandths in (0..1100).step_by(37).chain([999, 1000, 1001]) {
        for as_of in ["2023-01-31", "2023-09-30", "2023-12-31"] {
            for target in kinds(thousandths) {
                let it = newest(&build::history(vec![plan(as_of)]), &target);
                // A rate is rounded to two decimals before it is compared: 0,999 points are 1,00.
                let least = if target.reads.is_rate() { 995 } else { 1000 };
                assert_eq!(
                    it.standing.is_reached(),
                    thousandths >= least,
                    "{thousandths} {as_of} {:?}",
                    target.reads
                );
                if let Ok(done) = &it.done {
                    let hundred = Exact::whole(100);
                    assert_eq!(
                        it.standing.is_reached(),
                        *done.amount.low() >= hundred,
                        "{thousandths} {as_of}"
                    );
                }
            }
        }
    }
}

fn stated(value: i64, as_of: &str) -> Target {
    let mut target = fewer(1000);
    (target.result, target.result_as_of) = (Some(households(value)), Some(day(as_of)));
    target
}

/// The figure of 30/11 takes its place; a snapshot that does not have the figure does not.
#[test]
fn it_speaks_until_the_next_figure() {
    let target = stated(800, "2023-09-30");
    let history = build::history(vec![
        counted("2022-12-31", 10_000, 5000, 0),
        plan("2023-09-30"),
        plan("2023-10-31"),
        counted("2023-11-30", 10_000, 4900, 0),
    ]);
    let seen_at = |at| assess(&history, at, &history.snapshots[1], &target, day("2023-12-01"));
    let (first, later, counted) = (seen_at(1), seen_at(2), seen_at(3));
    assert_eq!((first.standing, one(first.reached(), 0)), (Standing::OnTrack, 800));
    assert_eq!((later.standing, one(later.reached(), 0)), (Standing::OnTrack, 800));
    assert_eq!(later.time.as_of, day("2023-09-30"));
    assert_eq!((counted.standing, counted.evidence), (Standing::Behind, Evidence::Figures));
    assert_eq!(one(counted.reached(), 0), 100);
    assert!(counted.result.is_err());
}

/// Both ends counted come before the value, as they do at the end.
#[test]
fn counted_ends_come_first() {
    let target = stated(900, "2023-09-30");
    let it = newest(&two(5000, "2023-09-30", 4500), &target);
    assert_eq!((it.standing, one(&it.done, 0)), (Standing::Behind, 50));
    // What is stated besides is told beside it.
    assert_eq!(one(it.reached(), 0), 500);
    assert_eq!(one(&it.otherwise.as_ref().expect("another result").reached, 0), 900);
}

/// The day is the one said; else the end of the period of the file, which may come after the day of its stocks.
#[test]
fn the_day_is_that_of_the_statement() {
    let mut target = stated(900, "2023-06-30");
    let history = build::history(vec![plan("2023-09-30")]);
    assert_eq!(newest(&history, &target).evidence, Evidence::Interim(day("2023-06-30")));
    target.result_as_of = None;
    assert_eq!(newest(&history, &target).evidence, Evidence::Interim(day("2023-09-30")));
    let mut early = plan("2023-11-30");
    let origin = std::sync::Arc::make_mut(&mut early.origin);
    origin.period = crate::model::period::Period::from_name(crate::model::period::Name::Year(2023)).unwrap();
    assert_eq!(newest(&build::history(vec![early]), &target).evidence, Evidence::Final);
}

/// What the review settles waits for its end, of the year of the snapshot; a result on that day is final.
#[test]
fn the_review_has_its_own_window() {
    let window = |from, to| {
        let of = |(month, day)| DayOfYear { month, day };
        ReviewWindow { from: of(from), to: of(to) }
    };
    let early = window((6, 1), (8, 31));
    for (review, as_of, standing) in [
        (ReviewWindow::default(), "2023-09-30", Standing::Awaiting),
        (ReviewWindow::default(), "2023-12-13", Standing::Awaiting),
        (ReviewWindow::default(), "2023-12-14", Standing::Missed),
        (early, "2023-08-30", Standing::Awaiting),
        (early, "2023-08-31", Standing::Missed),
    ] {
        let mut target = stated(900, as_of);
        (target.profile, target.review) = (Profile::Review, review);
        assert_eq!(newest(&build::history(vec![plan(as_of)]), &target).standing, standing, "{as_of}");
        // Of counted figures too: after the review the verdict is by the time gone, until the target is due.
        (target.result, target.result_as_of) = (None, None);
        let counted = newest(&two(5000, as_of, 4100), &target).standing;
        assert_eq!(counted == Standing::Awaiting, standing == Standing::Awaiting, "{as_of}");
        assert_ne!(counted, Standing::Missed, "{as_of}");
    }
    let mut next = fewer(1000);
    (next.profile, next.review) = (Profile::Review, ReviewWindow::default());
    assert_eq!(
        newest(&build::history(vec![counted("2022-12-31", 10_000, 5000, 0)]), &next).standing,
        Standing::Awaiting
    );
    assert_eq!(newest(&two(5000, "2024-03-31", 4500), &next).standing, Standing::Missed);
}
