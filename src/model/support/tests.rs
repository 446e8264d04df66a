//! Figures of programmes, worked by hand.

use std::sync::Arc;

use super::super::build::{self, count, counted, history, name};
use super::super::ops::MissingReason;
use super::super::qualifier::Qualifier;
use super::super::snapshot::Snapshot;
use super::super::unit::Recipient;
use super::*;
use crate::model::period::{Name, Period};

fn programme(id: &str, reached: Option<Figure>, amount: Option<Figure>) -> Programme {
    let mut programme = build::programme(id, ProgrammeKind::Education, reached);
    programme.figures.set(Support::Amount, amount);
    programme
}

fn vnd(n: i64, qualifier: Qualifier) -> Option<Figure> {
    (n >= 0).then(|| Figure { qualifier, ..count(n, Unit::Vnd) })
}

fn whole() -> Area {
    counted("2022-12-31", 65_000, 1429, 1092).whole
}

/// Over 3 thousand million for 3.386 pupils: more than 886.001 đồng each, 3·10⁹ : 3.386 = 886.001,18…
#[test]
fn an_average_keeps_the_bound_of_the_amount() {
    let given = programme("a", Some(count(3386, Unit::Pupil)), vnd(3_000_000_000, Qualifier::Over));
    let average = given.figure(&whole(), Support::Average).expect("an average");
    assert_eq!(average.qualifier, Qualifier::Over);
    assert_eq!(average.unit, Unit::VndPerRecipient(Recipient::Pupil));
    assert_eq!(average.amount.low().floor(), Exact::whole(886_001));
}

/// An amount below and a count above: the average is below 842.000.000 : 1.000 = 842.000 all the more. An amount
/// above and a count above point apart, and there is no number.
#[test]
fn an_average_of_two_bounds_needs_them_on_one_side() {
    let over = |n| Some(Figure { qualifier: Qualifier::Over, ..count(n, Unit::Household) });
    let below = programme("a", over(1000), vnd(842_000_000, Qualifier::Nearly));
    let average = below.figure(&whole(), Support::Average).expect("an average");
    assert_eq!((average.qualifier, average.one()), (Qualifier::Under, Some(&Exact::whole(842_000))));
    let apart = programme("b", over(1000), vnd(842_000_000, Qualifier::Over));
    let none = apart.figure(&whole(), Support::Average).expect_err("bounds point apart");
    assert!(matches!(none.because, MissingReason::Opposed(_)));
}

#[test]
fn an_average_over_nobody_is_no_number() {
    let none = programme("a", Some(count(0, Unit::Pupil)), vnd(5, Qualifier::Exact));
    let missing = none.figure(&whole(), Support::Average).expect_err("nobody to divide by");
    assert!(matches!(missing.because, MissingReason::NothingToDivideBy));
    let unnamed = programme("b", None, vnd(5, Qualifier::Exact));
    let missing = unnamed.figure(&whole(), Support::Average).expect_err("the count is not stated");
    assert!(matches!(missing.because, MissingReason::Lacking(_)));
}

/// 1.293 of 1.500 planned are 86,2 %; 2.550 of 3.000 million are 85 %; over 2.550 are over 85 %.
#[test]
fn plan_and_budget() {
    let mut it = programme("a", Some(count(1293, Unit::Household)), vnd(2_550_000_000, Qualifier::Over));
    assert!(it.figure(&whole(), Support::OfPlan).is_err());
    it.figures.set(Support::Planned, Some(count(1500, Unit::Household)));
    it.figures.set(Support::Budget, vnd(3_000_000_000, Qualifier::Exact));
    let plan = it.figure(&whole(), Support::OfPlan).expect("a share");
    assert_eq!((plan.qualifier, plan.one()), (Qualifier::Exact, Some(&Exact::decimal(862, 1))));
    let budget = it.figure(&whole(), Support::OfBudget).expect("a share");
    assert_eq!((budget.qualifier, budget.one()), (Qualifier::Over, Some(&Exact::whole(85))));
    it.figures.set(Support::Planned, Some(count(0, Unit::Household)));
    assert!(it.figure(&whole(), Support::OfPlan).is_err(), "nothing planned, no share of it");
    it.figures.set(Support::Planned, Some(count(1500, Unit::Case)));
    assert!(it.figure(&whole(), Support::OfPlan).is_err(), "cases are not households");
}

/// Over 3 and over 1 thousand million are over 4; nearly 842 million stands apart from them; 500 million exactly go
/// with the first side that takes them: over 4,5 thousand million.
#[test]
fn money_adds_up_on_its_own_side_only() {
    let all = [
        programme("a", None, vnd(3_000_000_000, Qualifier::Over)),
        programme("b", None, vnd(1_000_000_000, Qualifier::Over)),
        programme("loan", Some(count(1293, Unit::Household)), None),
        programme("c", None, vnd(842_000_000, Qualifier::Nearly)),
        programme("d", None, vnd(500_000_000, Qualifier::Exact)),
    ];
    let sides = money(&whole(), &all);
    let told: Vec<(usize, Qualifier, Option<i64>)> = sides
        .iter()
        .map(|(group, sum)| {
            let sum = sum.as_ref().expect("one side adds up");
            (group.len(), sum.qualifier, sum.one().and_then(Exact::to_whole))
        })
        .collect();
    let expected = [(3, Qualifier::Over, Some(4_500_000_000)), (1, Qualifier::Nearly, Some(842_000_000))];
    assert_eq!(told, expected);
    assert!(money(&whole(), &all[2..3]).is_empty());
}

#[test]
fn parts_in_areas_add_up_and_say_when_some_are_missing() {
    let part = |area: &str, n: Option<i64>| ProgrammeArea {
        name: name(area),
        figures: [(Support::Reached, n.map(|n| count(n, Unit::Household)))].into(),
    };
    let mut it = programme("a", Some(count(10, Unit::Household)), None);
    assert!(it.figure(&whole(), Support::OfAreas).is_err());
    it.areas = vec![part("p1", Some(6)), part("p2", Some(3)), part("p3", None)].into();
    let sum = it.figure(&whole(), Support::OfAreas).expect("a partial sum");
    assert_eq!(sum.one(), Some(&Exact::whole(9)));
    let crate::model::figure::Derivation::Derived(story) = &*sum.derivation else { panic!("derived") };
    assert_eq!(story.partial, Some((2, 3)));
    assert!(it.part(&name("p2")).is_some() && it.part(&name("p9")).is_none());
}

#[test]
fn twins_are_counts_of_a_hundred_or_more() {
    let of = |id, n, unit| programme(id, Some(count(n, unit)), None);
    assert!(of("a", 579, Unit::Case).is_twin(&of("b", 579, Unit::Award)));
    assert!(!of("a", 99, Unit::Case).is_twin(&of("b", 99, Unit::Award)));
    assert!(!of("a", 579, Unit::Case).is_twin(&of("a", 579, Unit::Case)));
    assert!(!programme("a", None, None).is_twin(&programme("b", None, None)));
}

fn over(as_of: &str, period: Name, reached: i64) -> Snapshot {
    let mut snapshot = counted(as_of, 0, 1, 1);
    let mut origin = (*snapshot.origin).clone();
    origin.period = Period::from_name(period).expect("a period");
    snapshot.origin = Arc::new(origin);
    snapshot.whole.read_from(&snapshot.origin);
    snapshot.programmes = vec![programme("a", Some(count(reached, Unit::Household)), None)].into();
    snapshot
}

/// The third quarter of 2023 is compared with that of 2022 (120 − 150 = −30), not with the snapshot just before.
#[test]
fn flows_are_compared_with_the_same_span_of_the_year_before() {
    let of = history(vec![
        over("2022-06-30", Name::Half(2022, 1), 400),
        over("2022-09-30", Name::Quarter(2022, 3), 150),
        over("2022-12-31", Name::Year(2022), 900),
        over("2023-09-30", Name::Quarter(2023, 3), 120),
    ]);
    let then = of.same_span_before(3).expect("the quarter of 2022");
    assert_eq!(then.as_of(), "2022-09-30".parse().expect("a date"));
    let now = &of.snapshots[3];
    let change = now.programmes[0].change(&now.whole, (&then.programmes[0], &then.whole)).expect("a change");
    assert_eq!(change.one(), Some(&Exact::whole(-30)));
    assert!(of.same_span_before(2).is_none() && of.same_start_before(3).is_none());
}

/// Year to date: 300 by June and 450 by September are 150 in the third quarter.
#[test]
fn inside_a_year_the_increment_counts_from_the_same_start() {
    let to = |day: &str, n| over(day, Name::ToDate(day.parse().expect("a date")), n);
    let of = history(vec![to("2022-12-31", 700), to("2023-06-30", 300), to("2023-09-30", 450)]);
    let then = of.same_start_before(2).expect("June");
    assert_eq!(then.as_of(), "2023-06-30".parse().expect("a date"));
    assert!(of.same_start_before(1).is_none(), "another year begins anew");
    assert!(of.same_span_before(2).is_none());
}

#[test]
fn an_area_has_its_own_part_and_nothing_of_the_whole() {
    let mut it = programme("a", Some(count(10, Unit::Household)), vnd(900, Qualifier::Exact));
    it.figures.set(Support::Planned, Some(count(12, Unit::Household)));
    let reached = Some(count(6, Unit::Household));
    it.areas = vec![ProgrammeArea { name: name("p1"), figures: [(Support::Reached, reached)].into() }].into();
    let here = it.in_area(&name("p1"));
    assert_eq!(here.stated(Support::Reached).and_then(|f| f.one().cloned()), Some(Exact::whole(6)));
    assert!(
        here.stated(Support::Amount).is_none()
            && here.stated(Support::Planned).is_none()
            && here.areas.is_empty()
    );
    assert!(it.in_area(&name("p2")).stated(Support::Reached).is_none());
}
