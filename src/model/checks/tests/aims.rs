//! Percents of aims, and results of targets.

use super::*;
use crate::model::measure::Given;
use crate::model::support::Coverage;

fn percents(snapshots: Vec<Snapshot>) -> Vec<Check> {
    of_kind!(of(snapshots), CheckKind::PercentOfAim(_))
}

fn results(snapshots: Vec<Snapshot>) -> Vec<Check> {
    of_kind!(of(snapshots), CheckKind::Result(_))
}

fn poor() -> TargetMeasure {
    TargetMeasure::Households(Group::Poor)
}

fn reached(target: Target, value: Figure, of_aim: &str) -> Target {
    let percent_of_aim = (!of_aim.is_empty()).then(|| percent(of_aim, Counts::Share));
    Target { result: Some(value), percent_of_aim, ..target }
}

fn with(target: Target) -> Snapshot {
    Snapshot { targets: vec![target].into(), ..counted("2022-12-31", 0, 1429, 1092) }
}

fn derived(reads: TargetMeasure, value: Figure, of_aim: &str) -> Check {
    only(percents(vec![with(reached(target("t", 2022, reads, AimStated::Absent), value, of_aim))]))
}

fn points(text: &str) -> Figure {
    percent(text, Counts::Point)
}

/// 4.105 : 1.025 = 4.0049 and 4.115 : 1.015 = 4.0542: with two decimals 4.01 to 4.05; 4.11 : 1.02 = 4.029.
#[test]
fn an_aim_in_points_has_the_fewest_decimals() {
    let found = derived(TargetMeasure::Rate(Group::Poor), points("4.11"), "102");
    let CheckKind::PercentOfAim(of) = &found.kind else { panic!("a percent") };
    assert_eq!((found.verdict, one(&of.aim)), (Verdict::Holds, Exact::decimal(403, 2)));
    let aims = of.aims.as_ref().expect("a range");
    assert_eq!((aims.amount.low(), aims.amount.high()), (&Exact::decimal(401, 2), &Exact::decimal(405, 2)));
    assert_eq!(aims.unit, Counts::Point);
}

/// 5 : 1.405 = 3.559 and 5 : 1.395 = 3.584: no whole number of households.
#[test]
fn a_percent_that_no_aim_gives_contradicts() {
    let found = derived(poor(), households(5), "140");
    assert_eq!(found.verdict, Verdict::Contradicts);
    assert_eq!(found.group, Some(Group::Poor));
}

#[test]
fn nothing_reached_is_no_percent_of_any_aim() {
    assert_eq!(derived(poor(), households(0), "0").verdict, Verdict::Holds);
    assert_eq!(derived(poor(), households(0), "140").verdict, Verdict::Contradicts);
    assert_eq!(derived(poor(), households(-5), "140").verdict, Verdict::Contradicts);
    assert_eq!(derived(poor(), households(-5), "-2").verdict, Verdict::Holds);
    assert_eq!(derived(poor(), households(5), "0.00").verdict, Verdict::Holds);
}

#[test]
fn a_percent_of_a_bound_or_of_a_sum_made_by_hand() {
    let bound = derived(poor(), bound(560, Qualifier::Over), "140");
    assert!(bound.verdict == Verdict::CannotCheck && bounded(&bound));
    let by_hand = derived(poor(), by_hand(households(560)), "140");
    assert!(by_hand.verdict == Verdict::CannotCheck && stored_derived(&by_hand));
}

/// 560 of 400 is 140 %; of 390 it is 143.59 %.
#[test]
fn a_stated_aim_is_divided_by() {
    for (aim, verdict) in [(400, Verdict::Holds), (390, Verdict::Contradicts)] {
        let asked = target("t", 2022, poor(), asks(AimKind::ReduceBy, households(aim)));
        assert_eq!(only(percents(vec![with(reached(asked, households(560), "140"))])).verdict, verdict);
    }
}

/// 0.48 (0.475 to 0.485) of 0.69 is 68.8 % to 70.3 %: 70 % holds, 71 % does not.
#[test]
fn the_rounding_of_the_value_excuses() {
    for (of_aim, verdict) in [("70", Verdict::Holds), ("71", Verdict::Contradicts)] {
        let asked = target(
            "t",
            2022,
            TargetMeasure::Rate(Group::Poor),
            asks(AimKind::ReduceByPoints, points("0.69")),
        );
        assert_eq!(only(percents(vec![with(reached(asked, points("0.48"), of_aim))])).verdict, verdict);
    }
}

/// Of "1-1,5" a percent may be of either end; of two years of 4 points, of 8; of an average of them, of 4.
#[test]
fn a_percent_of_a_range_and_of_years() {
    let rate = TargetMeasure::Rate(Group::Poor);
    let range = || Target {
        far: Some(points("1.5")),
        ..target("t", 2022, rate.clone(), asks(AimKind::ReduceByPoints, points("1")))
    };
    let years = |averages| Target {
        from: Some(day("2021-01-01")),
        each_year: true,
        averages,
        ..target("t", 2022, rate.clone(), asks(AimKind::ReduceByPoints, points("4")))
    };
    let in_all = || Target { each_year: false, averages: true, ..years(true) };
    let rows = [
        (range(), "1.2", "120", Verdict::Holds),
        (range(), "1.2", "80", Verdict::Holds),
        (range(), "1.2", "100", Verdict::Contradicts),
        (years(false), "10", "125", Verdict::Holds),
        (years(false), "10", "250", Verdict::Contradicts),
        (years(true), "5", "125", Verdict::Holds),
        (years(true), "5", "63", Verdict::Contradicts),
        (in_all(), "2.5", "125", Verdict::Holds),
    ];
    for (asked, value, of_aim, verdict) in rows {
        let what = format!("{value} as {of_aim} %");
        assert_eq!(
            only(percents(vec![with(reached(asked, points(value), of_aim))])).verdict,
            verdict,
            "{what}"
        );
    }
}

/// A fall of 20 % of 1989 is one of 398: 560 are 140.7 % of that.
#[test]
fn a_percent_of_a_share_of_the_start() {
    for (of_aim, verdict) in [("140.7", Verdict::Holds), ("140.8", Verdict::Contradicts)] {
        let aim = asks(AimKind::ReduceByPercent, percent("20", Counts::Share));
        let asked = reached(target("t", 2022, poor(), aim), households(560), of_aim);
        let before = counted("2021-12-31", 0, 1989, 1494);
        assert_eq!(only(percents(vec![before, with(asked)])).verdict, verdict, "{of_aim}");
    }
}

/// From 1.300 to 900 households in three years: 133,3 a year, which a report writes as 133.
#[test]
fn an_average_of_households_is_rounded() {
    for (value, verdict) in [(133, Verdict::Holds), (134, Verdict::Contradicts), (132, Verdict::Contradicts)]
    {
        let value = Figure { written: Some(0), ..households(value) };
        let mut asked =
            reached(target("t", 2022, poor(), asks(AimKind::ReduceBy, households(100))), value, "");
        (asked.from, asked.averages, asked.each_year) = (Some(day("2020-01-01")), true, true);
        let now = Snapshot { targets: vec![asked].into(), ..counted("2022-12-31", 10_000, 900, 0) };
        let found = only(results(vec![counted("2019-12-31", 10_000, 1300, 0), now]));
        assert_eq!(found.verdict, verdict);
    }
}

/// From 2.000 to 991 of 10.000 in two years: 5,045 points a year, which 5,0 and 5,05 say and 5,1 does not.
#[test]
fn an_average_is_set_against_the_fall_over_its_years() {
    for (value, verdict) in [("5.0", Verdict::Holds), ("5.05", Verdict::Holds), ("5.1", Verdict::Contradicts)]
    {
        let aim = asks(AimKind::ReduceByPoints, points("4"));
        let mut asked = reached(target("t", 2022, TargetMeasure::Rate(Group::Poor), aim), points(value), "");
        (asked.from, asked.averages, asked.each_year) = (Some(day("2021-01-01")), true, true);
        let now = Snapshot { targets: vec![asked].into(), ..counted("2022-12-31", 10_000, 991, 0) };
        let found = only(results(vec![counted("2020-12-31", 10_000, 2000, 0), now]));
        assert_eq!(found.verdict, verdict, "{value}");
    }
}

#[test]
fn a_percent_without_a_value() {
    let aim = asks(AimKind::ReduceBy, households(400));
    let of_aim = Some(percent("140", Counts::Share));
    let asked = Target { percent_of_aim: of_aim.clone(), ..target("t", 2022, poor(), aim) };
    let found = only(percents(vec![with(asked)]));
    assert_eq!((found.verdict, found.missing().count()), (Verdict::CannotCheck, 1));
    let alone = Target { percent_of_aim: of_aim, ..target("t", 2022, poor(), AimStated::Absent) };
    assert!(percents(vec![with(alone)]).is_empty());
}

#[test]
fn an_aim_of_zero_divides_nothing() {
    let asked = target("t", 2022, poor(), asks(AimKind::Reach, households(0)));
    let found = only(percents(vec![with(reached(asked, households(3), "50"))]));
    assert!(matches!(found.why[..], [WhyNot::NothingToDivideBy]));
}

/// From 1989 to reach 1400, 1429 reached: 560 of 589 is 95.08 %; 1429 : 1400 is 102 %.
#[test]
fn a_level_to_reach_may_be_measured_by_the_way_done() {
    let asked = |of_aim: &str| {
        let asked = target("t", 2022, poor(), asks(AimKind::Reach, households(1400)));
        with(reached(asked, households(1429), of_aim))
    };
    let before = || counted("2021-12-31", 0, 1989, 1494);
    for (of_aim, verdict) in [("95", Verdict::Holds), ("102", Verdict::Holds), ("99", Verdict::Contradicts)] {
        assert_eq!(only(percents(vec![before(), asked(of_aim)])).verdict, verdict, "{of_aim}");
    }
    let found = only(percents(vec![asked("99")]));
    assert_eq!((found.verdict, found.missing().count()), (Verdict::CannotCheck, 1));
}

/// 4288 of 4640 is 92.41 %, of the 100 % asked for 92.41 %, of 95 % 97.28 %.
#[test]
fn a_number_covered_becomes_a_percent_of_those_entitled() {
    let persons = |n| crate::model::build::count(n, Counts::Person);
    let covered = |eligible: Option<i64>, aim: &str, of_aim: &str| {
        let aim = asks(AimKind::ReachPercent, percent(aim, Counts::Share));
        let asked =
            reached(target("t", 2022, TargetMeasure::Coverage("bhyt".into()), aim), persons(4288), of_aim);
        let eligible = eligible.map(persons);
        let coverage = vec![Coverage {
            named: named("bhyt"),
            figures: [(Cover::Covered, Some(persons(4288))), (Cover::Eligible, eligible)].into(),
        }]
        .into();
        Snapshot { coverage, ..with(asked) }
    };
    let verdict = |snapshot| only(percents(vec![snapshot])).verdict;
    assert_eq!(verdict(covered(Some(4640), "100", "92.4")), Verdict::Holds);
    assert_eq!(verdict(covered(Some(4640), "95", "97.3")), Verdict::Holds);
    assert_eq!(verdict(covered(Some(4640), "95", "92.4")), Verdict::Contradicts);
    assert_eq!(verdict(covered(None, "95", "92.4")), Verdict::CannotCheck);
    // The result is what the entry says is covered: nothing is set against anything.
    assert!(results(vec![covered(None, "95", "92.4")]).is_empty());
}

fn fallen(value: i64) -> Target {
    reached(target("t", 2022, poor(), asks(AimKind::ReduceBy, households(400))), households(value), "")
}

/// 1989 − 1429 = 560.
#[test]
fn a_result_is_set_against_the_snapshots() {
    let before = || counted("2021-12-31", 0, 1989, 1494);
    let found = only(results(vec![before(), with(fallen(560))]));
    assert_eq!(found.verdict, Verdict::Holds);
    let found = only(results(vec![before(), with(fallen(561))]));
    let CheckKind::Result(of) = &found.kind else { panic!("a result") };
    assert_eq!((found.verdict, one(&of.compared.difference)), (Verdict::Contradicts, whole(-1)));
    let found = only(results(vec![with(fallen(560))]));
    let missing = found.missing().next().expect("the end of 2021");
    assert_eq!(missing.when, crate::model::measure::When::Day(day("2021-12-31")));
}

/// The last snapshot of 2021 is not its last day: a difference may come from December.
#[test]
fn a_baseline_of_another_day_accuses_nobody() {
    let before = || counted("2021-11-30", 0, 1989, 1494);
    assert_eq!(only(results(vec![before(), with(fallen(560))])).verdict, Verdict::Holds);
    let found = only(results(vec![before(), with(fallen(561))]));
    assert_eq!((found.verdict, found.missing().count()), (Verdict::CannotCheck, 1));
}

#[test]
fn a_stated_baseline_comes_first() {
    let baseline = Some((households(2000), None));
    let asked = Target { baseline, ..fallen(571) };
    assert_eq!(only(results(vec![with(asked)])).verdict, Verdict::Holds);
}

#[test]
fn a_result_that_says_reduced_again_is_in_its_line() {
    let mut snapshot = with(fallen(560));
    snapshot.whole.state(Group::Poor, Aspect::Reduced, some(560));
    let found = of(vec![counted("2021-12-31", 0, 1989, 1494), snapshot.clone()]);
    assert!(of_kind!(found.clone(), CheckKind::Result(_)).is_empty());
    let reduced = only(of_kind!(found, CheckKind::Reduced(_)));
    let CheckKind::Reduced(of) = &reduced.kind else { panic!("a fall") };
    assert_eq!((reduced.verdict, of.results.len()), (Verdict::Holds, 1));
    snapshot.whole.state(Group::Poor, Aspect::Reduced, some(559));
    assert_eq!(results(vec![snapshot]).len(), 1);
}

/// 2.20 − 1.72: from 0.47 to 0.49 as both are rounded. 1429 and 1118 of 65 000 differ by 0.478 points.
#[test]
fn points_fallen_by_reported_rates_or_by_counts() {
    let before = || {
        let mut snapshot = counted("2021-12-31", 65_000, 1429, 0);
        snapshot.whole.state(Group::Poor, Aspect::Rate, rate("2.20"));
        snapshot
    };
    let now = |value: &str| {
        let aim = asks(AimKind::ReduceByPoints, points("0.69"));
        let mut snapshot =
            with(reached(target("t", 2022, TargetMeasure::Rate(Group::Poor), aim), points(value), ""));
        snapshot.whole.state_households(some(65_000));
        snapshot.whole.state(Group::Poor, Aspect::Households, some(1118));
        snapshot.whole.state(Group::Poor, Aspect::Rate, rate("1.72"));
        snapshot
    };
    let cases = [("0.48", Verdict::Holds), ("0.49", Verdict::Holds), ("0.52", Verdict::Contradicts)];
    for (value, verdict) in cases {
        assert_eq!(only(results(vec![before(), now(value)])).verdict, verdict, "{value}");
    }
}

/// A result of last year in a file of this one is set against the last day of that year.
#[test]
fn a_result_may_come_later() {
    let later = |value| Snapshot { targets: vec![fallen(value)].into(), ..counted("2023-03-04", 0, 1400, 0) };
    let years = || vec![counted("2021-12-31", 0, 1989, 0), counted("2022-12-31", 0, 1429, 0)];
    assert_eq!(only(results([years(), vec![later(560)]].concat())).verdict, Verdict::Holds);
    assert_eq!(only(results([years(), vec![later(589)]].concat())).verdict, Verdict::Contradicts);
    let without = vec![counted("2021-12-31", 0, 1989, 0), later(560)];
    assert_eq!(only(results(without)).verdict, Verdict::CannotCheck);
}

#[test]
fn a_level_is_set_against_the_level() {
    let of = |value: Figure| {
        let asked = target("t", 2022, poor(), asks(AimKind::Reach, households(1500)));
        results(vec![with(reached(asked, value, ""))])
    };
    assert_eq!(only(of(households(1430))).verdict, Verdict::Contradicts);
    // What the file says twice is one figure, with a word before it or without.
    assert!(of(households(1429)).is_empty());
    assert!(of(bound(1429, Qualifier::Nearly)).is_empty());
}

/// A programme that ran from the start of the year: 60 of 80 planned are 75 %.
#[test]
fn a_programme_s_result() {
    let with = |value: Figure| {
        let asked = target(
            "t",
            2022,
            TargetMeasure::Programme("p".into(), Given::Reached),
            asks(AimKind::Reach, households(80)),
        );
        let mut programme = programme("p", 60, Counts::Household);
        programme.figures.set(Support::Planned, some(80));
        Snapshot { programmes: vec![programme].into(), ..with(reached(asked, value, "")) }
    };
    assert!(results(vec![with(households(60))]).is_empty());
    assert_eq!(only(results(vec![with(households(61))])).verdict, Verdict::Contradicts);
    assert_eq!(only(results(vec![with(percent("75", Counts::Share))])).verdict, Verdict::Holds);
}

#[test]
fn targets_of_areas_read_their_area() {
    let mut snapshot = with(Target { area: Some(crate::model::build::name("Phường 2")), ..fallen(20) });
    snapshot.whole.areas = vec![ward("Phường 1", 700), ward("Phường 2", 80)].into();
    let mut before = counted("2021-12-31", 0, 1989, 0);
    let mut ward_before = ward("Phường 2", 100);
    ward_before.read_from(&before.origin);
    before.whole.areas = vec![ward_before].into();
    let found = only(results(vec![before, snapshot.clone()]));
    assert_eq!((found.verdict, found.whose.name.vi.as_str()), (Verdict::Holds, "Phường 2"));
    // A ward that the earlier snapshot does not hold is not asked for.
    assert!(results(vec![counted("2021-12-31", 0, 1989, 0), snapshot]).is_empty());
}
