//! What somebody should look at, entitlements, and the figures that a check is found by.

use super::*;
use crate::model::area::LackList;
use crate::model::measure::MovementLine;
use crate::model::period::{Name, Period};
use crate::model::snapshot::Doubt;
use crate::model::support::Coverage;
use crate::model::words::Text;

const END: &str = "2022-12-31";

fn with_programmes(reached: &[i64]) -> Vec<Check> {
    let named = reached.iter().enumerate().map(|(i, n)| programme(&format!("p{i}"), *n, Counts::Case));
    let snapshot = Snapshot { programmes: named.collect(), ..snapshot(END) };
    of_kind!(of(vec![snapshot]), CheckKind::SameReached(_))
}

#[test]
fn equal_numbers_of_a_hundred_are_one_line_a_pair() {
    let found = only(with_programmes(&[579, 36, 36, 579]));
    let CheckKind::SameReached(pair) = &found.kind else { panic!("a pair") };
    assert_eq!(
        (found.verdict, pair.first.0.id.as_str(), pair.second.0.id.as_str()),
        (Verdict::ToVerify, "p0", "p3")
    );
    assert_eq!(with_programmes(&[99, 99]).len(), 0);
    assert_eq!(with_programmes(&[100, 100, 100]).len(), 3);
    assert_eq!(with_programmes(&[500; 40]).len(), 39);
}

#[test]
fn equal_bounds_are_no_coincidence_and_a_copied_number_is_no_check() {
    let pair = |figure: fn(Figure) -> Figure| {
        let mut programmes = vec![programme("a", 500, Counts::Case), programme("b", 500, Counts::Case)];
        let reached = programmes[1].stated(Support::Reached).cloned().map(figure);
        programmes[1].figures.set(Support::Reached, reached);
        of_kind!(
            of(vec![Snapshot { programmes: programmes.into(), ..snapshot(END) }]),
            CheckKind::SameReached(_)
        )
    };
    assert!(pair(|f| Figure { qualifier: Qualifier::Over, ..f }).is_empty());
    assert!(stored_derived(&only(pair(by_hand))));
}

fn jumps(then: Snapshot, now: Snapshot) -> Vec<Check> {
    of_kind!(of(vec![then, now]), CheckKind::Jump(_))
}

/// 200 − 100 is half and no more; 200 − 101 is more. 45 is half more than 30, 46 is over it; 29 is too few to tell.
#[test]
fn a_stock_that_changes_by_more_than_half() {
    let pair = |then, now| jumps(counted("2021-12-31", 0, then, 0), counted(END, 0, now, 0)).len();
    assert_eq!((pair(200, 100), pair(200, 99)), (0, 1));
    assert_eq!((pair(30, 45), pair(30, 46)), (0, 1));
    assert_eq!((pair(29, 500), pair(29, 0)), (0, 0));
    let found = only(jumps(counted("2021-12-31", 0, 200, 0), counted(END, 0, 90, 0)));
    let CheckKind::Jump(jump) = &found.kind else { panic!("a jump") };
    assert_eq!((one(&jump.change), one(&jump.share)), (whole(-110), whole(-55)));
    assert_eq!((found.verdict, found.group), (Verdict::ToVerify, Some(Group::Poor)));
}

#[test]
fn one_line_a_group_with_all_its_figures() {
    let with = |date: &str, n| {
        let mut snapshot = counted(date, n, n, n);
        snapshot.whole.state(
            Group::Poor,
            Aspect::Persons,
            Some(crate::model::build::count(n * 4, Counts::Person)),
        );
        snapshot.whole.state_lack(LackList::Deprivations, "bhxh", households(n));
        snapshot
    };
    let found = jumps(with("2021-12-31", 100), with(END, 400));
    let sizes: Vec<(Option<Group>, usize)> = found
        .iter()
        .map(|c| (c.group, c.kinds().filter(|kind| matches!(kind, CheckKind::Jump(_))).count()))
        .collect();
    assert_eq!(sizes, [(None, 1), (Some(Group::Poor), 3), (Some(Group::NearPoor), 1)]);
}

#[test]
fn the_newest_earlier_file_that_has_the_figure() {
    let years =
        vec![counted("2020-12-31", 0, 900, 0), counted("2021-12-31", 0, 200, 0), snapshot("2022-06-30")];
    let found = of([years, vec![counted(END, 0, 190, 0)]].concat());
    assert!(of_kind!(found, CheckKind::Jump(_)).is_empty());
}

#[test]
fn a_jump_from_a_sum_made_by_hand_cannot_be_checked() {
    let mut then = snapshot("2021-12-31");
    then.whole.state(Group::Poor, Aspect::Households, Some(by_hand(households(900))));
    let found = only(jumps(then, counted(END, 0, 200, 0)));
    assert!(found.verdict == Verdict::CannotCheck && stored_derived(&found));
}

/// Over 500 is certainly more than 300 and a half (450); over 400 may be less.
#[test]
fn a_jump_of_bounds_is_said_where_they_leave_no_doubt() {
    let with = |now| {
        let mut snapshot = snapshot(END);
        snapshot.whole.state(Group::Poor, Aspect::Households, Some(now));
        jumps(counted("2021-12-31", 0, 300, 0), snapshot).len()
    };
    assert_eq!(with(bound(500, Qualifier::Over)), 1);
    assert_eq!(with(bound(400, Qualifier::Over)), 0);
    assert_eq!(with(bound(100, Qualifier::Under)), 1);
    assert_eq!(with(bound(900, Qualifier::About)), 0);
}

fn over(date: &str, name: Name, reduced: i64, reached: i64) -> Snapshot {
    let mut snapshot = snapshot(date);
    let mut origin = (*snapshot.origin).clone();
    origin.period = Period::from_name(name).expect("a period");
    snapshot.origin = Arc::new(origin);
    snapshot.whole.read_from(&snapshot.origin);
    snapshot.whole.state(Group::Poor, Aspect::Reduced, some(reduced));
    snapshot.whole.state(Group::Poor, Aspect::Moved(MovementLine::Start), households(reduced));
    snapshot.programmes = vec![programme("vay", reached, Counts::Household)].into();
    snapshot
}

#[test]
fn a_flow_is_set_against_the_same_span_of_the_year_before() {
    let (last, this) = (Name::Quarter(2021, 1), Name::Quarter(2022, 1));
    let found = jumps(over("2021-03-31", last, 100, 100), over("2022-03-31", this, 10, 300));
    let groups: Vec<_> = found.iter().map(|c| c.group).collect();
    assert_eq!(groups, [Some(Group::Poor), None]);
    let half = over("2021-06-30", Name::Half(2021, 1), 100, 100);
    assert!(jumps(half, over("2022-03-31", this, 10, 300)).is_empty());
    // February ends on another day in a leap year.
    let (leap, plain) = (Name::Month(2020, 2), Name::Month(2021, 2));
    assert_eq!(jumps(over("2020-02-29", leap, 100, 100), over("2021-02-28", plain, 10, 100)).len(), 1);
    assert_eq!(
        jumps(over("2021-02-28", plain, 100, 100), over("2022-02-28", Name::Month(2022, 2), 10, 100)).len(),
        1
    );
    let (plain, leap) = (Name::Month(2023, 2), Name::Month(2024, 2));
    assert_eq!(jumps(over("2023-02-28", plain, 100, 100), over("2024-02-29", leap, 10, 100)).len(), 1);
}

fn aims(before: AimStated, after: AimStated) -> Vec<Check> {
    let with = |date: &str, aim| {
        let targets = vec![target("t", 2023, TargetMeasure::Rate(Group::Poor), aim)].into();
        Snapshot { targets, ..snapshot(date) }
    };
    of_kind!(of(vec![with("2022-06-30", before), with(END, after)]), CheckKind::AimChanged(_))
}

#[test]
fn an_aim_that_is_another_is_to_verify() {
    let points = |text| asks(AimKind::ReduceByPoints, percent(text, Counts::Point));
    let found = only(aims(points("0.69"), points("0.50")));
    let CheckKind::AimChanged(of) = &found.kind else { panic!("an aim") };
    assert_eq!((found.verdict, of.since, found.figures.len()), (Verdict::ToVerify, day("2022-06-30"), 2));
    assert!(aims(points("0.70"), points("0.7")).is_empty());
    assert_eq!(aims(points("0.69"), asks(AimKind::Reach, percent("0.69", Counts::Percent))).len(), 1);
    assert!(aims(AimStated::Absent, points("0.69")).is_empty());
    assert!(aims(points("0.69"), AimStated::Absent).is_empty());
}

#[test]
fn only_the_newest_figures_are_old() {
    let years = history(vec![snapshot("2021-12-31"), snapshot(END)]);
    let old = |at, now| of_kind!(checks(&years, at, day(now)), CheckKind::Age(_));
    // 100 days after 31 December are 10 April.
    assert!(old(1, "2023-04-10").is_empty());
    assert!(matches!(only(old(1, "2023-04-11")).kind, CheckKind::Age(101)));
    assert!(old(0, "2023-04-11").is_empty());
}

#[test]
fn a_period_must_hold_its_day_and_may_end_after_it() {
    let apart = |name| {
        let snapshot = over("2022-11-30", name, 1, 1);
        of_kind!(of(vec![snapshot]), CheckKind::PeriodApart(_)).len()
    };
    assert_eq!(apart(Name::Year(2022)), 0);
    assert_eq!(apart(Name::Month(2022, 11)), 0);
    assert_eq!(apart(Name::Quarter(2022, 3)), 1);
    assert_eq!(apart(Name::Year(2023)), 1);
}

#[test]
fn all_dates_in_the_future_are_one_line() {
    let mut snapshot = snapshot("2023-02-01");
    let mut origin = (*snapshot.origin).clone();
    origin.published = Some(day("2023-03-04"));
    snapshot.origin = Arc::new(origin);
    let baseline = Some((households(1), Some(day("2023-01-15"))));
    let reads = TargetMeasure::Households(Group::Poor);
    snapshot.targets = vec![Target { baseline, ..target("t", 2023, reads, AimStated::Absent) }].into();
    let future = |now: &str| {
        let found = checks(&history(vec![snapshot.clone()]), 0, day(now));
        let found = of_kind!(found, CheckKind::Future(_));
        found.first().map_or(0, |c| if let CheckKind::Future(dates) = &c.kind { dates.len() } else { 0 })
    };
    let counts = ["2023-01-14", "2023-01-15", "2023-02-01", "2023-03-04"].map(future);
    assert_eq!(counts, [3, 2, 1, 0]);
}

#[test]
fn private_texts_are_one_line_that_names_the_fields() {
    let private = vec!["source.note".to_owned(), "poor.note".to_owned()];
    let snapshot = Snapshot { private: private.clone(), ..snapshot(END) };
    let found = only(of(vec![snapshot]));
    assert!(matches!(&found.kind, CheckKind::Private(fields) if *fields == private));
    assert_eq!(found.verdict, Verdict::ToVerify);
}

#[test]
fn every_doubt_is_a_line() {
    let doubt = |text: &str| Doubt { field: None, text: Text::vi(text), line: 1 };
    let doubts = vec![doubt("một"), doubt("hai")];
    assert_eq!(verdicts(&of(vec![Snapshot { doubts, ..snapshot(END) }])), [Verdict::ToVerify; 2]);
}

fn covered(covered: Option<Figure>, eligible: Option<Figure>) -> Vec<Check> {
    let coverage = vec![Coverage {
        named: named("bhyt"),
        figures: [(Cover::Covered, covered), (Cover::Eligible, eligible)].into(),
    }]
    .into();
    of_kind!(of(vec![Snapshot { coverage, ..snapshot(END) }]), CheckKind::Coverage(_))
}

#[test]
fn nobody_is_covered_without_being_entitled() {
    assert_eq!(only(covered(some(4288), some(4640))).verdict, Verdict::Holds);
    assert_eq!(only(covered(some(4640), some(4640))).verdict, Verdict::Holds);
    let found = only(covered(some(4700), some(4640)));
    let CheckKind::Coverage(of) = &found.kind else { panic!("cards") };
    assert_eq!((found.verdict, one(&of.difference)), (Verdict::Contradicts, whole(60)));
    let found = only(covered(some(4288), None));
    assert_eq!((found.verdict, found.missing().count()), (Verdict::CannotCheck, 1));
    assert!(covered(None, None).is_empty());
}

#[test]
fn bounds_of_an_entitlement() {
    let verdict = |a, b| only(covered(Some(a), Some(b))).verdict;
    let over = |n| bound(n, Qualifier::Over);
    let under = |n| bound(n, Qualifier::Under);
    assert_eq!(verdict(over(4640), households(4640)), Verdict::Contradicts);
    assert_eq!(verdict(over(4000), households(4640)), Verdict::CannotCheck);
    assert_eq!(verdict(under(4640), households(4640)), Verdict::Holds);
    assert_eq!(verdict(households(4288), over(4600)), Verdict::Holds);
    assert_eq!(verdict(by_hand(households(9)), households(1)), Verdict::CannotCheck);
    let persons = crate::model::build::count(9, Counts::Person);
    assert_eq!(verdict(persons, households(1)), Verdict::CannotCheck);
}

#[test]
fn a_check_is_found_by_its_figures_and_fields() {
    let mut snapshot = counted(END, 0, 0, 0);
    let origin = snapshot.origin.clone();
    let count = standing_at(households(1429), &origin, "poor.households");
    let stated = standing_at(percent("2.20", Counts::Percent), &origin, "poor.rate_percent");
    let near = standing_at(households(1092), &origin, "near_poor.households");
    snapshot.whole.state(Group::Poor, Aspect::Households, Some(count.clone()));
    snapshot.whole.state(Group::Poor, Aspect::Rate, Some(stated.clone()));
    snapshot.whole.state(Group::NearPoor, Aspect::Households, Some(near.clone()));
    let text = Text::vi("là điểm");
    snapshot.doubts = vec![Doubt { field: Some("poor".into()), text, line: 1 }];
    let found = of(vec![snapshot]);
    let [doubt, rate] = &found[..] else { panic!("{found:#?}") };
    assert!(rate.concerns(&count) && rate.concerns(&stated) && !rate.concerns(&near));
    assert!(doubt.concerns(&count) && !doubt.concerns(&near));
    let CheckKind::Rate(of) = &rate.kind else { panic!("a rate") };
    assert!(rate.concerns(of.totals.as_ref().expect("a range")));
    let elsewhere = standing_at(households(1), &crate::model::build::origin("2021-12-31"), "poor.households");
    assert!(!rate.concerns(&elsewhere) && !doubt.concerns(&elsewhere));
}
