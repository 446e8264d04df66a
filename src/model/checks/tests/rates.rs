//! Rates against counts, and totals against rates.

use super::*;

fn rated(all: i64, poor: i64, near: i64, rates: [&str; 2]) -> Snapshot {
    let mut snapshot = counted("2022-12-31", all, poor, near);
    snapshot.whole.state(Group::Poor, Aspect::Rate, rate(rates[0]));
    snapshot.whole.state(Group::NearPoor, Aspect::Rate, rate(rates[1]));
    snapshot
}

fn rates(snapshot: Snapshot) -> Vec<Check> {
    of_kind!(of(vec![snapshot]), CheckKind::Rate(_))
}

fn total(snapshot: Snapshot) -> Check {
    only(of_kind!(of(vec![snapshot]), CheckKind::Total(_)))
}

/// 1429 : 65 000 = 2.198 % and 1092 : 65 000 = 1.680 %.
#[test]
fn counts_that_round_to_the_rate_hold() {
    let found = rates(rated(65_000, 1429, 1092, ["2.20", "1.68"]));
    assert_eq!(verdicts(&found), [Verdict::Holds; 2]);
    let CheckKind::Rate(of) = &found[0].kind else { panic!("a rate") };
    assert_eq!(one(&of.counted), Exact::decimal(1429, 0).over(&whole(650)).expect("no zero"));
}

/// 1429 : 66 000 = 2.165 %: not 2.20, but 2.2 as far as one decimal goes.
#[test]
fn the_decimals_written_are_the_rounding() {
    let found = rates(rated(66_000, 1429, 1092, ["2.20", "1.65"]));
    assert_eq!(verdicts(&found), [Verdict::Contradicts, Verdict::Holds]);
    assert_eq!(found[0].group, Some(Group::Poor));
    assert_eq!(verdicts(&rates(rated(66_000, 1429, 1092, ["2.2", "1.7"]))), [Verdict::Holds; 2]);
}

/// 2 of 40 000 is 0.005 %, which rounds to 0.01; the upper end of 0.00 does not belong to it.
#[test]
fn the_ends_of_a_rounding() {
    assert_eq!(rates(rated(40_000, 2, 2, ["0.01", "0.00"]))[0].verdict, Verdict::Contradicts);
    assert_eq!(rates(rated(40_000, 2, 2, ["0.01", "0.00"]))[1].verdict, Verdict::Holds);
}

/// No whole total gives 3 households 70 %: 3 : 0.705 = 4.26 and 3 : 0.695 = 4.32.
#[test]
fn a_rate_that_no_total_gives_contradicts() {
    let mut snapshot = counted("2022-12-31", 0, 3, 5);
    snapshot.whole.state(Group::Poor, Aspect::Rate, rate("70"));
    let found = only(rates(snapshot));
    assert_eq!(found.verdict, Verdict::Contradicts);
    let CheckKind::Rate(of) = &found.kind else { panic!("a rate") };
    assert!(of.totals.is_err());
}

/// 5 households round to 0.00 % of at least 100 001: 5 : 0.00005 = 100 000, which still rounds to 0.01.
#[test]
fn a_rate_of_zero_only_sets_a_lower_limit() {
    let mut snapshot = counted("2022-12-31", 0, 5, 0);
    snapshot.whole.state(Group::Poor, Aspect::Rate, rate("0.00"));
    let found = only(rates(snapshot));
    let CheckKind::Rate(of) = &found.kind else { panic!("a rate") };
    let totals = of.totals.as_ref().expect("a limit");
    assert_eq!((found.verdict, totals.one()), (Verdict::Holds, Some(&whole(100_001))));
    assert_eq!(totals.qualifier, Qualifier::AtLeast);
}

#[test]
fn no_households_are_no_percent_of_any_total() {
    for (text, verdict) in [("0.00", Verdict::Holds), ("0.01", Verdict::Contradicts)] {
        let mut snapshot = counted("2022-12-31", 0, 0, 7);
        snapshot.whole.state(Group::Poor, Aspect::Rate, rate(text));
        assert_eq!(only(rates(snapshot)).verdict, verdict);
    }
}

#[test]
fn rates_without_counts_share_a_line_and_name_them() {
    let mut snapshot = snapshot("2022-12-31");
    snapshot.whole.state(Group::Poor, Aspect::Rate, rate("2.20"));
    snapshot.whole.state(Group::NearPoor, Aspect::Rate, rate("1.68"));
    let found = only(rates(snapshot));
    assert_eq!((found.verdict, found.group, found.missing().count()), (Verdict::CannotCheck, None, 2));
    assert!(found.kinds().all(|kind| matches!(kind, CheckKind::Rate(_))));
    assert_eq!(found.kinds().count(), 2);
}

#[test]
fn a_count_made_by_hand_checks_nothing() {
    let mut snapshot = rated(65_000, 1429, 1092, ["2.20", "1.68"]);
    snapshot.whole.state(Group::Poor, Aspect::Households, Some(by_hand(households(1429))));
    let found = of(vec![snapshot]);
    let (rates, totals) = (of_kind!(found.clone(), CheckKind::Rate(_)), of_kind!(found, CheckKind::Total(_)));
    assert_eq!(verdicts(&rates), [Verdict::CannotCheck, Verdict::Holds]);
    assert!(stored_derived(&rates[0]));
    assert_eq!(only(totals).verdict, Verdict::CannotCheck);
}

/// Over 1500 of 65 000 is over 2.30 %; over 1400 is over 2.15 %, which may be 2.20 or not. At most 65 000 says
/// nothing of a divisor's lower end.
#[test]
fn a_bound_decides_or_nothing_is_decided() {
    let with = |poor: Figure, all: Figure| {
        let mut snapshot = rated(0, 0, 1092, ["2.20", "1.68"]);
        snapshot.whole.state(Group::Poor, Aspect::Households, Some(poor));
        snapshot.whole.state_households(Some(all));
        rates(snapshot).remove(0)
    };
    assert_eq!(with(bound(1500, Qualifier::Over), households(65_000)).verdict, Verdict::Contradicts);
    let open = with(bound(1400, Qualifier::Over), households(65_000));
    assert!(open.verdict == Verdict::CannotCheck && bounded(&open));
    assert!(bounded(&with(households(1429), bound(65_000, Qualifier::AtMost))));
    assert!(bounded(&with(bound(1429, Qualifier::About), households(65_000))));
}

#[test]
fn no_rate_of_no_households() {
    let mut snapshot = rated(65_000, 0, 0, ["0.00", "0.00"]);
    snapshot.whole.state_households(some(0));
    let found = only(rates(snapshot));
    assert!(matches!(found.why[..], [WhyNot::NothingToDivideBy]));
}

/// 64 808 to 65 102 as above; 66 000 lies outside.
#[test]
fn a_total_given_is_set_against_all_rates() {
    let inside = total(rated(65_000, 1429, 1092, ["2.20", "1.68"]));
    assert_eq!(inside.verdict, Verdict::Holds);
    let outside = total(rated(66_000, 1429, 1092, ["2.20", "1.68"]));
    assert_eq!(outside.verdict, Verdict::Contradicts);
    let CheckKind::Total(of) = &outside.kind else { panic!("a total") };
    assert_eq!((ends(&of.range), of.areas, of.ranges.len()), ((64_808, 65_102), None, 2));
}

/// 1429 = 2.20 % ends at 65 102; 1092 = 1.67 % begins at 1092 : 0.01675 = 65 194.03, so at 65 195.
#[test]
fn rates_that_no_one_total_allows_contradict() {
    let found = total(rated(0, 1429, 1092, ["2.20", "1.67"]));
    assert_eq!(found.verdict, Verdict::Contradicts);
    let CheckKind::Total(of) = &found.kind else { panic!("a total") };
    assert!(of.range.is_err() && of.total.is_err());
}

#[test]
fn two_rates_without_a_total_are_set_against_each_other() {
    let found = total(rated(0, 1429, 1092, ["2.20", "1.68"]));
    assert_eq!(found.verdict, Verdict::Holds);
    let mut alone = counted("2022-12-31", 0, 1429, 1092);
    alone.whole.state(Group::Poor, Aspect::Rate, rate("2.20"));
    assert!(of_kind!(of(vec![alone]), CheckKind::Total(_)).is_empty());
}

fn with_wards(all: [Option<i64>; 2]) -> Snapshot {
    let mut snapshot = rated(0, 1429, 1092, ["2.20", "1.68"]);
    snapshot.whole.set_areas_complete(true);
    snapshot.whole.areas = vec![ward("Phường 1", 1000), ward("Phường 2", 429)].into();
    for (area, all) in snapshot.whole.areas.iter_mut().zip(all) {
        area.state_households(all.map(households));
    }
    snapshot
}

/// 40 000 + 25 000 = 65 000 fits, 40 000 + 26 000 = 66 000 does not; 40 000 alone may, 70 000 alone cannot.
#[test]
fn a_total_summed_from_complete_areas() {
    assert_eq!(total(with_wards([Some(40_000), Some(25_000)])).verdict, Verdict::Holds);
    assert_eq!(total(with_wards([Some(40_000), Some(26_000)])).verdict, Verdict::Contradicts);
    let partial = total(with_wards([Some(40_000), None]));
    assert_eq!((partial.verdict, partial.missing().count()), (Verdict::CannotCheck, 1));
    assert_eq!(partial.missing().next().map(|w| w.whose.name.vi.clone()).as_deref(), Some("Phường 2"));
    assert_eq!(total(with_wards([Some(70_000), None])).verdict, Verdict::Contradicts);
    // Without areas' households only the rates are left.
    assert_eq!(total(with_wards([None, None])).verdict, Verdict::Holds);
}

#[test]
fn areas_that_are_not_all_give_no_total() {
    let mut snapshot = with_wards([Some(40_000), Some(26_000)]);
    snapshot.whole.set_areas_complete(false);
    let found = total(snapshot);
    let CheckKind::Total(of) = &found.kind else { panic!("a total") };
    assert!(found.verdict == Verdict::Holds && of.total.is_err());
}

#[test]
fn a_total_that_is_a_bound() {
    let with = |all: Figure| {
        let mut snapshot = rated(0, 1429, 1092, ["2.20", "1.68"]);
        snapshot.whole.state_households(Some(all));
        total(snapshot).verdict
    };
    assert_eq!(with(bound(65_200, Qualifier::Over)), Verdict::Contradicts);
    assert_eq!(with(bound(64_000, Qualifier::Over)), Verdict::CannotCheck);
}

#[test]
fn rates_of_areas_are_checked_at_every_depth() {
    let mut snapshot = counted("2022-12-31", 0, 30, 0);
    let mut quarter = ward("Khu phố 1", 10);
    quarter.state_households(some(100));
    quarter.state(Group::Poor, Aspect::Rate, rate("9.00"));
    let mut outer = ward("Phường 1", 30);
    outer.areas = vec![quarter].into();
    snapshot.whole.areas = vec![outer].into();
    let found = only(rates(snapshot));
    assert_eq!((found.verdict, found.path.len()), (Verdict::Contradicts, 2));
    assert_eq!(found.whose.name.vi, "Khu phố 1");
}

#[test]
fn rates_without_counts_of_several_areas_share_a_line() {
    let mut snapshot = snapshot("2022-12-31");
    let area = |name| {
        let mut area = ward(name, 0);
        area.state(Group::Poor, Aspect::Households, None);
        area.state(Group::Poor, Aspect::Rate, rate("2.20"));
        area.state(Group::NearPoor, Aspect::Rate, rate("1.68"));
        area
    };
    snapshot.whole.areas = vec![area("Phường 1"), area("Phường 2")].into();
    let found = only(rates(snapshot.clone()));
    assert_eq!((found.areas.len(), found.path.len(), found.missing().count()), (2, 0, 4));
    snapshot.whole.areas.list_mut().pop();
    let found = only(rates(snapshot));
    assert_eq!((found.areas.len(), found.path.len(), found.missing().count()), (0, 1, 2));
}

/// A bound has no rounding: it contradicts where it does, and what it does not decide cannot be checked. 1429 of
/// 65 000 are 2.198 %: more than 2.19, under 2.2, and whether "about 2.2" is right nobody can say.
#[test]
fn a_qualified_rate_is_a_bound() {
    use Qualifier::{About, AtLeast, AtMost, Nearly, Over, Under};
    let cases = [
        ("2.20", Over, Verdict::Contradicts),
        ("2.20", AtLeast, Verdict::Contradicts),
        ("2.19", Over, Verdict::Holds),
        ("2.20", Under, Verdict::Holds),
        ("2.20", Nearly, Verdict::Holds),
        ("2.19", AtMost, Verdict::Contradicts),
        ("9.99", About, Verdict::CannotCheck),
    ];
    for (written, qualifier, verdict) in cases {
        let bound = Figure { qualifier, ..percent(written, Counts::Percent) };
        let number = bound.one().cloned().expect("one number");
        assert_eq!(bound.rounding_range(), (number.clone(), number), "{qualifier:?}");
        let mut snapshot = counted("2022-12-31", 65_000, 1429, 1092);
        snapshot.whole.state(Group::Poor, Aspect::Rate, bound.clone());
        let check = only(rates(snapshot.clone()));
        assert_eq!(check.verdict, verdict, "{qualifier:?} {written}");
        assert_eq!(bounded(&check), verdict == Verdict::CannotCheck);
        // Without a total it allows none in particular, and the other rate is not set against it.
        snapshot.whole.state_households(None);
        snapshot.whole.state(Group::NearPoor, Aspect::Rate, rate("1.68"));
        assert!(snapshot.whole.total_range_of(Group::Poor).is_err());
        let found = rates(snapshot.clone());
        assert_eq!((found[0].verdict, bounded(&found[0])), (Verdict::CannotCheck, true), "{qualifier:?}");
        assert_eq!(found[1].verdict, Verdict::Holds);
        assert!(of_kind!(of(vec![snapshot]), CheckKind::Total(_)).is_empty());
    }
}
