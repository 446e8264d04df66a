//! Properties over any counts a file may hold.

use proptest::prelude::*;

use super::*;
use crate::model::measure::Given;
use crate::model::measure::{Aspect, Cover, Support};
use crate::model::qualifier::Qualifier;
use crate::model::standing::Standing;
use crate::model::standing::last::last_year;
use crate::model::standing::shared::shared;
use crate::model::support::{Coverage, Programme, ProgrammeKind};

const MOST: i64 = 1_000_000_000_000_000;

fn any_count() -> impl Strategy<Value = i64> {
    prop_oneof![Just(0), Just(1), Just(MOST), 0..3000_i64, 0..=MOST]
}

fn any_written() -> impl Strategy<Value = String> {
    (0..=MOST, 0..=4_u8).prop_map(|(whole, decimals)| {
        let fraction = format!("{:04}", whole % 10_000);
        match decimals {
            0 => (whole % 101).to_string(),
            d => format!("{}.{}", whole % 100, &fraction[..usize::from(d)]),
        }
    })
}

fn any_reads() -> impl Strategy<Value = TargetMeasure> {
    prop_oneof![
        Just(TargetMeasure::Rate(Group::Poor)),
        Just(TargetMeasure::Rate(Group::Combined)),
        Just(TargetMeasure::Households(Group::Poor)),
        Just(TargetMeasure::PolicyFamilies(Group::NearPoor)),
        Just(TargetMeasure::Coverage("c".into())),
        Just(TargetMeasure::Programme("p".into(), Given::Reached)),
        Just(TargetMeasure::Task("k".into())),
    ]
}

fn any_aim() -> impl Strategy<Value = AimStated> {
    let kinds = prop_oneof![
        Just(AimKind::ReduceByPoints),
        Just(AimKind::ReduceBy),
        Just(AimKind::ReduceByPercent),
        Just(AimKind::Reach),
        Just(AimKind::KeepAt),
        Just(AimKind::ReachPercent),
    ];
    let counted =
        (kinds.clone(), any_count()).prop_map(|(k, n)| AimStated::Figure(k, Box::new(households(n))));
    let written =
        (kinds, any_written()).prop_map(|(k, w)| AimStated::Figure(k, Box::new(percent(&w, Unit::Point))));
    let stated = (prop_oneof![counted, written], any_bound()).prop_map(|(mut aim, qualifier)| {
        if let AimStated::Figure(_, figure) = &mut aim {
            figure.qualifier = qualifier;
        }
        aim
    });
    prop_oneof![3 => stated, 1 => Just(AimStated::Absent), 1 => Just(AimStated::Done)]
}

fn any_bound() -> impl Strategy<Value = Qualifier> {
    prop_oneof![
        Just(Qualifier::Exact),
        Just(Qualifier::Over),
        Just(Qualifier::Under),
        Just(Qualifier::AtLeast),
        Just(Qualifier::AtMost),
    ]
}

fn any_day() -> impl Strategy<Value = chrono::NaiveDate> {
    (0..1500_u64).prop_map(|n| day("2022-01-01") + chrono::Days::new(n))
}

fn any_snapshot(as_of: chrono::NaiveDate) -> impl Strategy<Value = Snapshot> {
    let counts = proptest::array::uniform6(proptest::option::of(any_count()));
    (counts, proptest::option::of(any_written())).prop_map(move |(counts, rate)| {
        let mut snapshot = build::snapshot(&as_of.to_string());
        let [all, poor, near_poor, families, covered, eligible] = counts.map(|n| n.map(households));
        snapshot.whole.state_households(all);
        snapshot.whole.state(Group::Poor, Aspect::Households, poor);
        snapshot.whole.state(Group::NearPoor, Aspect::Households, near_poor);
        snapshot.whole.state(Group::NearPoor, Aspect::PolicyFamilies, families);
        snapshot.whole.state(Group::Poor, Aspect::Rate, rate.map(|written| percent(&written, Unit::Percent)));
        snapshot.programmes.push(programme(covered.clone(), eligible.clone()));
        snapshot.coverage.push(Coverage {
            named: named("c"),
            figures: [(Cover::Covered, covered), (Cover::Eligible, eligible)].into(),
        });
        snapshot
    })
}

fn programme(reached: Option<Figure>, planned: Option<Figure>) -> Programme {
    let mut programme = build::programme("p", ProgrammeKind::Credit, reached);
    programme.figures.set(Support::Planned, planned);
    programme
}

fn any_history() -> impl Strategy<Value = History> {
    proptest::collection::btree_set(any_day(), 0..5)
        .prop_flat_map(|days| days.into_iter().map(any_snapshot).collect::<Vec<_>>())
        .prop_map(build::history)
}

prop_compose! {
    fn any_target()(
        reads in any_reads(),
        aim in any_aim(),
        year in 2021..2026,
        due in proptest::option::of(any_day()),
        result in proptest::option::of(-MOST..MOST),
        written in proptest::option::of(any_written()),
        baseline in proptest::option::of((any_written(), proptest::option::of(any_day()))),
        review in any::<bool>(),
        held in proptest::option::of(any_day()),
        far in proptest::option::of(any_written()),
        from in proptest::option::of(any_day()),
        each_year in any::<bool>(),
        averages in any::<bool>(),
    ) -> Target {
        Target {
            aim,
            from,
            each_year: each_year && from.is_some(),
            averages: averages && from.is_some(),
            far: far.map(|w| percent(&w, Unit::Point)),
            due,
            result: result.map(households),
            result_as_of: held,
            percent_of_aim: written.map(|w| percent(&w, Unit::Share)),
            baseline: baseline.map(|(w, day)| (percent(&w, Unit::Percent), day)),
            profile: if review { Profile::Review } else { Profile::Linear },
            ..target("t", year, reads)
        }
    }
}

/// Better is more.
fn rank(standing: Standing) -> u8 {
    match standing {
        Standing::Exceeded => 5,
        Standing::Met => 4,
        Standing::OnTrack => 3,
        Standing::AtRisk => 2,
        Standing::Behind => 1,
        _ => 0,
    }
}

/// Better is more, also at the due date and for levels to keep; what is not judged stands apart and is never reached by
/// more households alone.
fn good(standing: Standing) -> u8 {
    match standing {
        Standing::Kept => 4,
        other => rank(other),
    }
}

/// A coverage at the end of 2022 and at one day of 2023.
fn covering(start: (i64, i64), now: (i64, i64)) -> History {
    let on = |as_of: &str, (covered, eligible): (i64, i64)| {
        let mut snapshot = build::snapshot(as_of);
        let figures =
            [(Cover::Covered, Some(households(covered))), (Cover::Eligible, Some(households(eligible)))];
        snapshot.coverage.push(Coverage { named: named("c"), figures: figures.into() });
        snapshot
    };
    build::history(vec![on("2022-12-31", start), on("2023-06-30", now)])
}

fn any_cover() -> impl Strategy<Value = (i64, i64)> {
    (1..2000_i64).prop_flat_map(|eligible| (0..=eligible, Just(eligible)))
}

proptest! {
    /// Of what is to rise, done goes with the share: a higher one is never told as less, whatever became of the number;
    /// and nothing below zero is told as done.
    #[test]
    fn done_rises_with_the_share(start in any_cover(), one in any_cover(), other in any_cover(), aim in 1..=100_i64) {
        let percent = percent(&aim.to_string(), Unit::Share);
        let target = aiming(TargetMeasure::Coverage("c".into()), AimKind::ReachPercent, percent);
        let done = |now| newest(&covering(start, now), &target);
        let (low, high) = if one.0 * other.1 <= other.0 * one.1 { (one, other) } else { (other, one) };
        let (low, high) = (done(low), done(high));
        prop_assert!(rank(low.standing) <= rank(high.standing), "{:?} {:?}", low.standing, high.standing);
        for it in [&low, &high] {
            if let Ok(done) = &it.done {
                prop_assert!(!done.amount.low().is_negative());
                prop_assert!(!it.level.reduced.as_ref().unwrap().amount.low().is_negative());
            }
            for left in [&it.level.remaining, &it.count.remaining, &it.without].into_iter().flatten() {
                prop_assert!(!left.amount.low().is_negative());
            }
        }
        if let (Ok(low), Ok(high)) = (&low.done, &high.done) {
            prop_assert!(low.amount.low() <= high.amount.low());
        }
    }

    /// Whatever a file holds, a target is assessed without a panic, and so is what follows from it.
    #[test]
    fn nothing_panics(history in any_history(), target in any_target(), today in any_day(), more in any::<i64>()) {
        let worded = build::snapshot("2022-12-31");
        for at in 0..=history.snapshots.len() {
            let it = assess(&history, at, &worded, &target, today);
            prop_assert!(it.time.days_gone >= 0 && it.time.days_left >= 0);
            let _ = (it.what_if(&target, more), it.just_enough(&target));
            let _ = last_year(&history, at, &target, &it, today);
            let _ = shared(&history, at, &target);
            let _ = (it.projection.count(), it.projection.short());
        }
    }

    /// The range of done holds done, and two reported rates always give one that is wider.
    #[test]
    fn rounding_widens_done(then in 100..2000_i64, now in 0..2000_i64, asked in 1..2000_i64, level in any::<bool>()) {
        let written = |n: i64| format!("{}.{:02}", n / 100, n % 100);
        let mut snapshots = vec![build::snapshot("2022-12-31"), build::snapshot("2023-06-30")];
        for (snapshot, rate) in snapshots.iter_mut().zip([then, now]) {
            snapshot.whole.state(Group::Poor, Aspect::Rate, Some(percent(&written(rate), Unit::Percent)));
        }
        let target = if level {
            aiming(TargetMeasure::Rate(Group::Poor), AimKind::Reach, percent(&written(asked), Unit::Percent))
        } else {
            points(Group::Poor, &written(asked))
        };
        let it = newest(&build::history(snapshots), &target);
        prop_assert_eq!(it.done.is_err(), level && asked >= then);
        if let (Ok(done), Ok(range)) = (&it.done, &it.done_range) {
            prop_assert!(range.amount.low() < done.amount.low());
            prop_assert!(done.amount.high() < range.amount.high());
        }
    }

    /// What is stated before its end is never judged as final.
    #[test]
    fn nothing_interim_is_final(history in any_history(), target in any_target()) {
        for at in 0..history.snapshots.len() {
            let it = assess(&history, at, &history.snapshots[at], &target, day("2024-02-01"));
            if it.evidence.interim().is_some() {
                prop_assert!(it.standing != Standing::Missed && !it.evidence.is_final());
            }
        }
    }

    /// Nothing is reached of which less than all is done, whatever is asked.
    #[test]
    fn reached_is_all_of_it(history in any_history(), mut target in any_target()) {
        (target.percent_of_aim, target.result) = (None, None);
        for at in 0..history.snapshots.len() {
            let it = assess(&history, at, &history.snapshots[at], &target, day("2024-02-01"));
            if let Ok(done) = &it.done && it.standing.is_reached() {
                prop_assert!(*done.amount.high() >= Exact::whole(100), "{:?}", done.amount);
            }
        }
    }

    /// The range of done holds done, whatever the figures.
    #[test]
    fn done_lies_in_its_range(history in any_history(), target in any_target()) {
        for at in 0..history.snapshots.len() {
            let it = assess(&history, at, &history.snapshots[at], &target, day("2024-02-01"));
            if let (Ok(done), Ok(range)) = (&it.done, &it.done_range) {
                prop_assert!(range.amount.low() <= done.amount.low());
                prop_assert!(done.amount.high() <= range.amount.high());
            }
        }
    }

    /// One household more is never a better standing; all else as it was.
    #[test]
    fn more_poor_households_are_never_better(
        total in 1..5000_i64,
        then in 0..5000_i64,
        now in 0..5000_i64,
        more in 1..500_i64,
        as_of in any_day(),
        asked in 1..2000_i64,
        which in 0..4_usize,
    ) {
        prop_assume!(as_of > day("2022-12-31"));
        let points = percent(&format!("{}.{:02}", asked / 100, asked % 100), Unit::Point);
        let (rate, count) = (TargetMeasure::Rate(Group::Poor), TargetMeasure::Households(Group::Poor));
        let target = match which {
            0 => aiming(rate, AimKind::ReduceByPoints, points),
            1 => aiming(rate, AimKind::Reach, points),
            2 => aiming(count, AimKind::ReduceBy, households(asked)),
            _ => aiming(count, AimKind::Reach, households(asked)),
        };
        let of = |poor| {
            let total = total + 6000;
            let snapshots = vec![
                counted("2022-12-31", total, then, 0),
                counted(&as_of.to_string(), total, poor, 0),
            ];
            newest(&build::history(snapshots), &target)
        };
        let (fewer, more) = (of(now), of(now + more));
        prop_assert!(rank(more.standing) <= rank(fewer.standing));
    }

    /// The same over several snapshots, with rates as reported, near the poverty of the year before, and for levels to
    /// keep: one household more at the shown date is never a better standing.
    #[test]
    fn more_households_are_never_better_in_any_history(
        counts in proptest::collection::vec(0..3000_i64, 2..6),
        more in 1..300_i64,
        written in 0..4_u32,
        asked in 1..900_i64,
        which in 0..5_usize,
        review in any::<bool>(),
    ) {
        let days = ["2022-12-31", "2023-03-31", "2023-06-30", "2023-10-31", "2023-12-31"];
        let figure = percent(&format!("{}.{:02}", asked / 100, asked % 100), Unit::Point);
        let (rate, count) = (TargetMeasure::Rate(Group::Poor), TargetMeasure::Households(Group::Poor));
        let mut target = match which {
            0 => aiming(rate, AimKind::ReduceByPoints, figure),
            1 => aiming(rate, AimKind::Reach, figure),
            2 => aiming(count, AimKind::ReduceBy, households(asked)),
            3 => aiming(count, AimKind::Reach, households(asked)),
            _ => aiming(count, AimKind::KeepAt, households(asked)),
        };
        target.profile = if review { Profile::Review } else { Profile::Linear };
        let of = |last: i64| {
            let all = counts.iter().take(counts.len() - 1).copied().chain([last]);
            let snapshots = all.zip(days).map(|(poor, day)| {
                let mut snapshot = counted(day, 10_000, poor, 0);
                if written > 0 {
                    // The total is not stated, the rate is, rounded from it.
                    let digits = (poor * 10_i64.pow(written) + 50) / 100;
                    let scale = 10_i64.pow(written);
                    let text = format!("{}.{:0width$}", digits / scale, digits % scale, width = written as usize);
                    snapshot.whole.state_households(None);
                    snapshot.whole.state(Group::Poor, Aspect::Rate, Some(percent(&text, Unit::Percent)));
                }
                snapshot
            });
            newest(&build::history(snapshots.collect()), &target).standing
        };
        let now = counts.last().copied().unwrap_or(0);
        let (fewer, more) = (of(now), of(now + more));
        prop_assert!(good(more) <= good(fewer), "{fewer:?} became {more:?}");
    }

    /// More that leave never leave more to go, and what meets the aim goes on to meet it.
    #[test]
    fn what_if_only_helps(then in 1..3000_i64, now in 1..3000_i64, asked in 1..3000_i64, a in 0..3000_i64, b in 0..3000_i64) {
        let target = fewer(asked.min(then));
        let it = newest(&two(then, "2023-06-30", now), &target);
        let of = |more| it.what_if(&target, more).expect("a fall in households");
        let (less, more) = (of(a.min(b)), of(a.max(b)));
        prop_assert!(less.met != Some(true) || more.met == Some(true));
        if let (Ok(less), Ok(more)) = (&less.left, &more.left) {
            prop_assert!(more.amount.high() <= less.amount.high());
        }
    }

    /// "Just enough" is: that many meet the aim, one fewer does not.
    #[test]
    fn just_enough_is_just_enough(then in 1..3000_i64, now in 1..3000_i64, asked in 1..3000_i64) {
        let target = fewer(asked.min(then));
        let it = newest(&two(then, "2023-06-30", now), &target);
        let enough = it.just_enough(&target).expect("a fall in households");
        prop_assert_eq!(it.what_if(&target, enough).expect("asked").met, Some(true));
        if enough > 0 {
            prop_assert_eq!(it.what_if(&target, enough - 1).expect("asked").met, Some(false));
        }
    }
}
