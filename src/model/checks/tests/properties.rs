//! Whatever the counts: no panic, and figures made to agree are found to agree.

use proptest::prelude::*;

use super::*;
use crate::model::exact::Rounding;
use crate::model::measure::{Given, MovementLine};
use crate::model::support::Coverage;

const MOST: i64 = 1_000_000_000_000_000;

fn any_count() -> impl Strategy<Value = i64> {
    prop_oneof![0..200_i64, 0..=MOST, Just(0), Just(MOST)]
}

fn any_figure() -> BoxedStrategy<Option<Figure>> {
    use Qualifier::{About, AtLeast, AtMost, Exact, Nearly, Over, Under};
    let qualifiers =
        prop::sample::select(vec![Exact, Exact, Exact, Over, Nearly, About, Under, AtLeast, AtMost]);
    let figure = (any_count(), qualifiers, prop::bool::weighted(0.1)).prop_map(|(n, qualifier, hand)| {
        let figure = bound(n, qualifier);
        if hand { by_hand(figure) } else { figure }
    });
    prop::option::weighted(0.8, figure).boxed()
}

fn any_percent(unit: Counts) -> BoxedStrategy<Option<Figure>> {
    let written = (-2_000_000_i64..2_000_000, 0_u8..=4).prop_map(move |(digits, decimals)| Figure {
        amount: crate::model::amount::Amount::One(Exact::decimal(digits, decimals)),
        written: Some(decimals),
        ..percent("1", unit)
    });
    prop::option::of(written).boxed()
}

prop_compose! {
    fn any_area(name: &'static str)(
        all in any_figure(), poor in any_figure(), near in any_figure(), both in any_figure(),
        persons in any_figure(), reduced in any_figure(), rate in any_percent(Counts::Percent),
        change in any_percent(Counts::Point), lines in prop::collection::vec(any_figure(), 9),
        complete in any::<bool>(),
    ) -> Area {
        use MovementLine::{AboveNearPoor, Escaped, FromOther, Newly, OtherIn, OtherOut, Relapsed, Start, ToOther};
        let names = [Start, ToOther, AboveNearPoor, Escaped, OtherOut, FromOther, Relapsed, Newly, OtherIn];
        let mut area = ward(name, 0);
        area.state_households(all);
        area.state(Group::Poor, Aspect::Households, poor);
        area.state(Group::NearPoor, Aspect::Households, near);
        area.state(Group::Combined, Aspect::Households, both);
        area.state(Group::Poor, Aspect::Persons, persons);
        area.state(Group::Poor, Aspect::Reduced, reduced.clone());
        area.state(Group::Poor, Aspect::Rate, rate.clone());
        area.state(Group::NearPoor, Aspect::Rate, rate.clone());
        area.state(Group::Combined, Aspect::Rate, rate);
        area.state(Group::Poor, Aspect::RateChange, change);
        area.state(Group::NearPoor, Aspect::Reduced, reduced);
        area.state_lines(Group::Poor, names.into_iter().zip(lines).filter_map(|(l, f)| Some((l, f?))));
        area.set_areas_complete(complete);
        area
    }
}

prop_compose! {
    fn any_snapshot(date: &'static str)(
        mut whole in any_area("Quận").boxed(), first in any_area("Phường 1").boxed(),
        second in any_area("Phường 2").boxed(),
        aim in any_figure(), value in any_figure(), of_aim in any_percent(Counts::Share),
        points in any_percent(Counts::Point), covered in any_figure(), eligible in any_figure(),
        reached in prop::collection::vec(any_count(), 0..4),
    ) -> Snapshot {
        let mut snapshot = snapshot(date);
        whole.read_from(&snapshot.origin);
        whole.areas = vec![first, second].into();
        for area in &mut whole.areas {
            area.read_from(&snapshot.origin);
        }
        snapshot.whole = whole;
        snapshot.coverage = vec![Coverage { named: named("bhyt"), figures: [(Cover::Covered, covered), (Cover::Eligible, eligible)].into() }].into();
        let named = reached.iter().enumerate().map(|(i, n)| programme(&format!("p{i}"), *n, Counts::Case));
        snapshot.programmes = named.collect();
        let asked = |kind| aim.clone().map_or(AimStated::Absent, |figure| asks(kind, figure));
        let of = |id: &str, reads, aim, value: &Option<Figure>| Target {
            result: value.clone(),
            percent_of_aim: of_aim.clone(),
            ..target(id, 2022, reads, aim)
        };
        snapshot.targets = vec![
            of("a", TargetMeasure::Households(Group::Poor), asked(AimKind::ReduceBy), &value),
            of("b", TargetMeasure::Households(Group::NearPoor), asked(AimKind::Reach), &value),
            of("c", TargetMeasure::Rate(Group::Poor), AimStated::Absent, &points),
            of("d", TargetMeasure::Rate(Group::NearPoor), asked(AimKind::Reach), &points),
            of("e", TargetMeasure::Coverage("bhyt".into()), asked(AimKind::ReachPercent), &value),
            of("f", TargetMeasure::Programme("p0".into(), Given::Reached), asked(AimKind::Reach), &value),
        ].into();
        snapshot
    }
}

/// What every list must be.
fn is_sound(found: &[Check]) -> bool {
    let ordered = found.windows(2).all(|two| two[0].verdict <= two[1].verdict);
    let reasoned = found.iter().all(|c| c.verdict != Verdict::CannotCheck || !c.why.is_empty());
    ordered && reasoned && open_count(found) == tally(found)[0] + tally(found)[1]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn no_counts_make_it_panic(
        first in any_snapshot("2021-12-31").boxed(), second in any_snapshot("2022-12-31").boxed(),
        at in 0_usize..3,
    ) {
        prop_assert!(is_sound(&checks(&history(vec![first, second]), at, now())));
    }

    /// Wards that add up, rates that were rounded from the counts, movements and falls that were subtracted.
    #[test]
    fn figures_that_agree_hold(
        wards in prop::collection::vec((any_count(), any_count(), 0..=100_i64), 1..6), start in any_count(),
    ) {
        let mut snapshot = snapshot("2022-12-31");
        let parts = wards.iter().enumerate().map(|(i, (all, other, share))| {
            let mut area = ward(&format!("Phường {}", i + 1), all / 100 * share);
            area.state_households(some(*all));
            area.state(Group::NearPoor, Aspect::Households, some(*other));
            area
        });
        snapshot.whole.areas = parts.collect();
        snapshot.whole.set_areas_complete(true);
        let all: i64 = wards.iter().map(|(all, ..)| all).sum();
        let poor: i64 = wards.iter().map(|(all, _, share)| all / 100 * share).sum();
        let near: i64 = wards.iter().map(|(_, other, _)| other).sum();
        let whole = &mut snapshot.whole;
        whole.state_households(some(all));
        whole.state(Group::Poor, Aspect::Households, some(poor));
        whole.state(Group::NearPoor, Aspect::Households, some(near));
        whole.state(Group::Combined, Aspect::Households, some(poor + near));
        whole.state(Group::Poor, Aspect::Reduced, some(start - poor));
        let (out, come) = ((start - poor).max(0), (poor - start).max(0));
        whole.state_lines(Group::Poor, [(MovementLine::Escaped, households(out)), (MovementLine::Newly, households(come))]);
        if let Some(exact) = Exact::whole(poor * 100).over(&Exact::whole(all)) {
            let amount = crate::model::amount::Amount::One(exact.rounded(2, Rounding::Nearest));
            whole.state(Group::Poor, Aspect::Rate, Some(Figure { amount, written: Some(2), ..percent("0", Counts::Percent) }));
        }
        let before = counted("2021-12-31", 0, start, 0);
        let found = of(vec![before, snapshot]);
        prop_assert!(found.iter().all(|c| matches!(c.kind, CheckKind::Jump(_)) || c.verdict == Verdict::Holds));
    }

    /// A percent of an aim that was computed from it is explained by it, and the aim is among those it allows. A percent
    /// that was rounded down leads to an aim that is half as much again at most.
    #[test]
    fn a_percent_made_from_an_aim_allows_it(value in 1..MOST, aim in 1..MOST / 2, decimals in 0_u8..=4) {
        let exact = Exact::whole(value).over(&Exact::whole(aim)).expect("no zero");
        let rounded = (&exact * &Exact::whole(100)).rounded(decimals, Rounding::Nearest);
        let amount = crate::model::amount::Amount::One(rounded);
        let of_aim = Figure { amount, written: Some(decimals), ..percent("0", Counts::Share) };
        let reads = TargetMeasure::Households(Group::Poor);
        let asked = Target {
            result: some(value),
            percent_of_aim: Some(of_aim),
            ..target("t", 2022, reads, AimStated::Absent)
        };
        let found = of(vec![Snapshot { targets: vec![asked].into(), ..snapshot("2022-12-31") }]);
        let found = only(of_kind!(found, CheckKind::PercentOfAim(_)));
        prop_assert_eq!(found.verdict, Verdict::Holds);
        let CheckKind::PercentOfAim(of) = &found.kind else { panic!("a percent") };
        if let Some(aims) = &of.aims {
            prop_assert!(aims.amount.low() <= &Exact::whole(aim) && &Exact::whole(aim) <= aims.amount.high());
        }
    }
}
