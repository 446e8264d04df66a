//! Movement, net falls and changes of rates.

use super::*;
use crate::model::measure::{Measure, MovementLine, Subject, When};
use crate::model::period::{Name, Period};

const END: &str = "2022-12-31";

fn before() -> Snapshot {
    counted("2021-12-31", 0, 1989, 1494)
}

fn moved(lines: &[(MovementLine, i64)]) -> Snapshot {
    let mut snapshot = counted(END, 0, 1429, 1092);
    snapshot.whole.state_lines(Group::Poor, lines.iter().map(|(line, n)| (*line, households(*n))));
    snapshot
}

fn movements(snapshots: Vec<Snapshot>) -> Vec<Check> {
    of_kind!(of(snapshots), CheckKind::Movement(_))
}

/// Of which lines the check says that they are not given.
fn missing(check: &Check) -> Vec<Aspect> {
    let aspect =
        |what: &Subject| if let Measure::Of(_, aspect) = &what.measure { Some(aspect.clone()) } else { None };
    check.missing().filter_map(aspect).collect()
}

fn entry(check: &Check) -> &MovementOf {
    let (CheckKind::Movement(of) | CheckKind::MovementPersons(of)) = &check.kind else {
        panic!("a movement")
    };
    of
}

/// 1989 − 600 + 10 + 30 = 1429.
const EQUAL: [(MovementLine, i64); 4] = [
    (MovementLine::Start, 1989),
    (MovementLine::Escaped, 600),
    (MovementLine::Relapsed, 10),
    (MovementLine::Newly, 30),
];

#[test]
fn equal_with_the_lines_given_holds() {
    let found = only(movements(vec![moved(&EQUAL)]));
    assert_eq!((found.verdict, one(&entry(&found).counted)), (Verdict::Holds, whole(1429)));
}

/// 1989 − 590 + 10 + 30 = 1439: ten households that left for other reasons would explain it.
#[test]
fn unequal_with_a_line_missing_cannot_be_checked() {
    let mut lines = EQUAL;
    lines[1].1 = 590;
    let found = only(movements(vec![moved(&lines)]));
    assert_eq!((found.verdict, one(&entry(&found).difference)), (Verdict::CannotCheck, whole(10)));
    let rest = [MovementLine::FromOther, MovementLine::OtherOut, MovementLine::OtherIn];
    assert_eq!(missing(&found), rest.map(Aspect::Moved));
}

#[test]
fn unequal_with_all_lines_contradicts() {
    let rest = [(MovementLine::FromOther, 5), (MovementLine::OtherOut, 0), (MovementLine::OtherIn, 0)];
    let found = only(movements(vec![moved(&[&EQUAL[..], &rest].concat())]));
    assert_eq!((found.verdict, one(&entry(&found).difference)), (Verdict::Contradicts, whole(5)));
}

/// Escaped counts for its two, and the two for it: 400 + 200 = 600. Where all three stand, the two are taken.
#[test]
fn escaped_is_the_sum_of_its_two() {
    let two = [(MovementLine::ToOther, 400), (MovementLine::AboveNearPoor, 200)];
    let lines = |more: &[(MovementLine, i64)]| [&[EQUAL[0], EQUAL[2], EQUAL[3]], more].concat();
    assert_eq!(only(movements(vec![moved(&lines(&two))])).verdict, Verdict::Holds);
    let three = [&two[..], &[(MovementLine::Escaped, 999)]].concat();
    assert_eq!(only(movements(vec![moved(&lines(&three))])).verdict, Verdict::Holds);
    let found = only(movements(vec![moved(&lines(&two[..1]))]));
    assert_eq!(missing(&found)[0], Aspect::Moved(MovementLine::AboveNearPoor));
    let found = only(movements(vec![moved(&lines(&[(MovementLine::Escaped, 600), two[0]]))]));
    assert_eq!(found.verdict, Verdict::Holds);
}

#[test]
fn a_start_that_is_not_stated_is_the_stock_of_the_eve() {
    assert_eq!(only(movements(vec![before(), moved(&EQUAL[1..])])).verdict, Verdict::Holds);
    let found = only(movements(vec![moved(&EQUAL[1..])]));
    assert_eq!(found.verdict, Verdict::CannotCheck);
    assert_eq!(found.missing().next().map(|w| w.when), Some(When::Day(day("2021-12-31"))));
    let mut by_eve = before();
    by_eve.whole.state(Group::Poor, Aspect::Households, Some(by_hand(households(1989))));
    assert!(stored_derived(&only(movements(vec![by_eve, moved(&EQUAL[1..])]))));
}

/// Over 700 out leaves under 1329 of 1989 + 40; over 500 out may leave 1429.
#[test]
fn a_bound_in_the_movement() {
    let with = |out| {
        let mut snapshot = moved(&EQUAL);
        let rest = [MovementLine::FromOther, MovementLine::OtherOut, MovementLine::OtherIn];
        for line in rest {
            snapshot.whole.state(Group::Poor, Aspect::Moved(line), households(0));
        }
        snapshot.whole.state(Group::Poor, Aspect::Moved(MovementLine::Escaped), bound(out, Qualifier::Over));
        only(movements(vec![snapshot]))
    };
    assert_eq!(with(700).verdict, Verdict::Contradicts);
    assert!(bounded(&with(500)));
}

#[test]
fn persons_have_a_line_of_their_own() {
    let mut snapshot = snapshot(END);
    let persons = |n| crate::model::build::count(n, Counts::Person);
    snapshot.whole.state(Group::Poor, Aspect::Persons, Some(persons(90)));
    snapshot.whole.state(Group::Poor, Aspect::MovedPersons(MovementLine::Start), persons(100));
    snapshot.whole.state(Group::Poor, Aspect::MovedPersons(MovementLine::Escaped), persons(10));
    let found = only(of_kind!(of(vec![snapshot]), CheckKind::MovementPersons(_)));
    assert_eq!((found.verdict, one(&entry(&found).counted)), (Verdict::Holds, whole(90)));
}

#[test]
fn an_area_is_asked_for_no_lines_it_does_not_state() {
    let mut snapshot = counted(END, 0, 1429, 1092);
    let mut area = ward("Phường 1", 100);
    area.state(Group::Poor, Aspect::Reduced, some(20));
    snapshot.whole.areas = vec![area].into();
    assert!(movements(vec![before(), snapshot.clone()]).is_empty());
    snapshot.whole.areas[0].state(Group::Poor, Aspect::Moved(MovementLine::Escaped), households(20));
    assert_eq!(only(movements(vec![before(), snapshot])).path.len(), 1);
}

fn fell(reduced: Figure) -> Snapshot {
    let mut snapshot = counted(END, 0, 1429, 1092);
    snapshot.whole.state(Group::Poor, Aspect::Reduced, Some(reduced));
    snapshot
}

fn falls(snapshots: Vec<Snapshot>) -> Vec<Check> {
    of_kind!(of(snapshots), CheckKind::Reduced(_))
}

/// 1989 − 1429 = 560.
#[test]
fn a_net_fall_is_the_difference_of_the_snapshots() {
    assert_eq!(only(falls(vec![before(), fell(households(560))])).verdict, Verdict::Holds);
    let found = only(falls(vec![before(), fell(households(600))]));
    let CheckKind::Reduced(of) = &found.kind else { panic!("a fall") };
    assert_eq!((found.verdict, one(&of.compared.difference)), (Verdict::Contradicts, whole(-40)));
    assert_eq!(only(falls(vec![before(), fell(bound(600, Qualifier::Over))])).verdict, Verdict::Contradicts);
    assert_eq!(only(falls(vec![before(), fell(bound(500, Qualifier::Over))])).verdict, Verdict::Holds);
    assert!(bounded(&only(falls(vec![before(), fell(bound(560, Qualifier::About))]))));
}

/// 1989 − 1429 = 560: "nearly 560" and "over 560" are a word before the same number, "over 561" is not.
#[test]
fn a_bound_of_the_very_number_contradicts_nothing() {
    use crate::model::qualifier::Qualifier::{Nearly, Over, Under};
    for (said, qualifier, verdict) in [
        (560, Nearly, Verdict::CannotCheck),
        (560, Under, Verdict::CannotCheck),
        (560, Over, Verdict::CannotCheck),
        (559, Over, Verdict::Holds),
        (561, Over, Verdict::Contradicts),
        (559, Nearly, Verdict::Contradicts),
    ] {
        let found = only(falls(vec![before(), fell(bound(said, qualifier))]));
        assert_eq!(found.verdict, verdict, "{qualifier:?} {said}");
    }
}

#[test]
fn a_net_fall_without_the_eve_names_it() {
    let found = only(falls(vec![counted("2021-11-30", 0, 1989, 0), fell(households(560))]));
    assert_eq!(found.verdict, Verdict::CannotCheck);
    assert_eq!(found.missing().next().map(|w| w.when), Some(When::Day(day("2021-12-31"))));
}

/// 1340 on 31 March − 1232 on 30 June = 108 in the second quarter.
#[test]
fn the_period_names_its_days() {
    let mut june = counted("2023-06-30", 0, 1232, 0);
    let mut origin = (*june.origin).clone();
    origin.period = Period::from_name(Name::Quarter(2023, 2)).expect("a quarter");
    june.origin = Arc::new(origin);
    june.whole.read_from(&june.origin);
    june.whole.state(Group::Poor, Aspect::Reduced, some(108));
    let years = vec![before(), counted("2023-03-31", 0, 1340, 0), june];
    assert_eq!(only(falls(years)).verdict, Verdict::Holds);
}

#[test]
fn falls_of_areas_that_both_hold() {
    let with = |date: &str, poor, reduced: Option<i64>| {
        let mut snapshot = snapshot(date);
        let mut area = ward("Phường 1", poor);
        area.read_from(&snapshot.origin);
        area.state(Group::Poor, Aspect::Reduced, reduced.map(households));
        snapshot.whole.areas = vec![area].into();
        snapshot
    };
    let found = only(falls(vec![with("2021-12-31", 100, None), with(END, 80, Some(21))]));
    assert_eq!((found.verdict, found.path.len()), (Verdict::Contradicts, 1));
    assert!(falls(vec![before(), with(END, 80, Some(21))]).is_empty());
}

fn rated(date: &str, text: &str) -> Snapshot {
    let mut snapshot = snapshot(date);
    snapshot.whole.state(Group::Poor, Aspect::Rate, rate(text));
    snapshot
}

fn rate_changes(from: Option<Snapshot>, to: &str, change: &str) -> Vec<Check> {
    let mut now = rated(END, to);
    now.whole.state(Group::Poor, Aspect::RateChange, Some(percent(change, Counts::Point)));
    of_kind!(of(from.into_iter().chain([now]).collect()), CheckKind::RateChange(_))
}

/// 1.72 − 2.20 = −0.48, from −0.49 to −0.47 as both are rounded.
#[test]
fn a_change_of_rate_within_its_roundings() {
    let cases = [("-0.48", Verdict::Holds), ("-0.49", Verdict::Holds), ("-0.50", Verdict::Contradicts)];
    for (change, verdict) in cases {
        let found = only(rate_changes(Some(rated("2021-12-31", "2.20")), "1.72", change));
        assert_eq!(found.verdict, verdict, "{change}");
    }
    let found = only(rate_changes(Some(rated("2021-12-31", "2.20")), "1.72", "0.48"));
    assert_eq!(found.verdict, Verdict::Contradicts);
}

#[test]
fn a_change_of_rate_without_the_rate_before() {
    let found = only(rate_changes(None, "1.72", "-0.48"));
    assert_eq!((found.verdict, found.missing().count()), (Verdict::CannotCheck, 1));
}

/// 1000 of 10 000 = 10 %, 900 of 10 000 = 9 %: −1.00 by counts alone.
#[test]
fn a_change_of_rate_by_counts() {
    for (change, verdict) in [("-1.00", Verdict::Holds), ("-1.01", Verdict::Contradicts)] {
        let mut now = counted(END, 10_000, 900, 0);
        now.whole.state(Group::Poor, Aspect::RateChange, Some(percent(change, Counts::Point)));
        let found = of(vec![counted("2021-12-31", 10_000, 1000, 0), now]);
        assert_eq!(only(of_kind!(found, CheckKind::RateChange(_))).verdict, verdict);
    }
}

/// Ward 1 fell by 20 of 100, ward 2 by 10 of 50, ward 3 says 6 and fell by 5 of 30.
#[test]
fn areas_that_need_nobody_share_a_line() {
    let with = |date: &str, counts: [(i64, Option<i64>); 3]| {
        let mut snapshot = snapshot(date);
        let area = |(i, (poor, reduced)): (usize, (i64, Option<i64>))| {
            let mut area = ward(&format!("Phường {}", i + 1), poor);
            area.read_from(&snapshot.origin);
            area.state(Group::NearPoor, Aspect::Households, households(poor));
            for group in Group::TWO {
                area.state(group, Aspect::Reduced, reduced.map(households));
            }
            area
        };
        snapshot.whole.areas = counts.into_iter().enumerate().map(area).collect();
        snapshot
    };
    let then = with("2021-12-31", [(100, None), (50, None), (30, None)]);
    let found = falls(vec![then, with(END, [(80, Some(20)), (40, Some(10)), (25, Some(6))])]);
    let lines: Vec<_> = found.iter().map(|c| (c.verdict, c.group, c.areas.len(), c.path.len())).collect();
    let (poor, near) = (Some(Group::Poor), Some(Group::NearPoor));
    let own = |group| (Verdict::Contradicts, group, 0, 1);
    let shared = |group| (Verdict::Holds, group, 2, 0);
    assert_eq!(lines, [own(poor), own(near), shared(poor), shared(near)]);
    assert_eq!(found[2].whose.name.vi, "Quận");
    assert!(found[2].kinds().all(|kind| matches!(kind, CheckKind::Reduced(_))));
    assert_eq!(found[2].kinds().count(), 2);
}
