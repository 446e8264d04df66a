//! The examples that the rules work out, number by number.

use super::*;
use crate::model::figure::{Basis, Derivation, Rule};
use crate::model::standing::Standing;
use crate::model::standing::last::last_year;

/// 2.20 − 1.72 = 0.48 of 0.69 points: 0.48 / 0.69 = 69.6 %. 31/12/2022 to 30/09/2023 are 273 of 365 days: 74.8 %, of
/// which 0.9 are 67.3 %: more than that, less than the time: at risk.
#[test]
fn poor_households_are_at_risk() {
    let it = newest(&sample(), &points(Group::Poor, "0.69"));
    assert_eq!(it.standing, Standing::AtRisk);
    assert_eq!(one(&it.level.baseline, 2), 220);
    assert_eq!(one(&it.level.now, 2), 172);
    assert_eq!(one(&it.level.aim, 2), 151);
    assert_eq!(one(&it.level.reduced, 2), 48);
    assert_eq!(one(&it.done, 1), 696);
    assert_eq!(one(&it.time.elapsed, 1), 748);
    assert_eq!((it.time.days_gone, it.time.days_total, it.time.days_left), (273, 365, 92));
    assert_eq!(one(&it.count.reduced, 0), 1429 - 1118);
}

/// 2.20 and 1.72 are rounded: the fall is 2.195 − 1.725 = 0.47 to 2.205 − 1.715 = 0.49; / 0.69: 68.1 % to 71.0 %.
#[test]
fn the_percent_done_is_a_range_after_rounding() {
    let it = newest(&sample(), &points(Group::Poor, "0.69"));
    assert_eq!(digits(&it.done_range, 1), (681, 710));
}

/// The rate of the report has no mark; the one that 1118 of 65000 give is derived, rounded as a report would.
#[test]
fn a_rate_that_follows_from_its_counts_is_derived() {
    let it = newest(&sample(), &points(Group::Poor, "0.69"));
    assert_eq!(it.level.baseline.as_ref().unwrap().basis, Basis::Stated);
    assert_eq!(it.level.now.as_ref().unwrap().basis, Basis::Derived);
    assert_eq!(it.level.now.as_ref().unwrap().written, Some(2));
}

/// 1.72 − 1.51 = 0.21 points; floor(0.0151 × 65000) = floor(981.5) = 981; 1118 − 981 = 137; three months: 45.7, 46.
#[test]
fn still_to_go() {
    let it = newest(&sample(), &points(Group::Poor, "0.69"));
    assert_eq!(one(&it.level.remaining, 2), 21);
    assert_eq!(one(&it.count.aim, 0), 981);
    assert_eq!(one(&it.count.goal, 0), 1429 - 981);
    assert_eq!(one(&it.count.remaining, 0), 137);
    assert_eq!(it.time.months_left, Exact::whole(3));
    assert_eq!(one(&it.pace.needed, 0), 46);
}

/// 311 in nine months are 34.6, 114 in three are 38.
#[test]
fn paces_of_the_year_and_of_the_quarter() {
    let it = newest(&sample(), &points(Group::Poor, "0.69"));
    assert_eq!(one(&it.pace.year, 0), 35);
    assert_eq!(one(&it.pace.period, 0), 38);
}

/// 1118 − 311 × 92/273 = 1013.2 and 1118 − 38 × 3 = 1004; 1.72 − 0.48 × 92/273 = 1.558 and 1.72 − 0.18 = 1.54; short
/// of 981 by 32 and 23, of 1.51 by 0.05.
#[test]
fn two_projections() {
    let it = newest(&sample(), &points(Group::Poor, "0.69")).projection;
    assert_eq!(one(&it.by_year.count, 0), 1013);
    assert_eq!(one(&it.by_period.count, 0), 1004);
    assert_eq!(digits(&it.count(), 0), (1004, 1013));
    assert_eq!(digits(&it.level(), 2), (154, 156));
    assert_eq!(digits(&it.short(), 0), (23, 32));
    assert_eq!(one(&it.by_year.short_level, 2), 5);
    let count = it.by_year.count.unwrap();
    assert!(matches!(&*count.derivation, Derivation::Derived(d) if d.rule == Rule::StraightLine));
}

/// 1.68 − 1.44 = 0.24 of 0.39: 61.5 %, less than 67.3 %. floor(0.0129 × 65000) = 838; 936 − 838 = 98; 98 / 3 → 33.
#[test]
fn near_poor_households_are_behind() {
    let it = newest(&sample(), &points(Group::NearPoor, "0.39"));
    assert_eq!(it.standing, Standing::Behind);
    assert_eq!(one(&it.done, 0), 62);
    assert_eq!(one(&it.count.aim, 0), 838);
    assert_eq!(one(&it.count.remaining, 0), 98);
    assert_eq!(one(&it.pace.needed, 0), 33);
}

/// The report has no total; its rates allow 64808 to 65102. 0.0069 × 64808 = 447.2, × 65102 = 449.2; 1429 − 449 = 980,
/// 1429 − 447 = 982. 0.0039 × 64808 = 252.8 → 253, × 65102 = 253.9 → 254; 1092 less these: 838 to 839.
#[test]
fn aims_in_households_before_any_progress() {
    let history = build::history(vec![counted("2021-12-31", 0, 1989, 1494), report()]);
    let poor = newest(&history, &points(Group::Poor, "0.69"));
    assert_eq!(poor.standing, Standing::NoData);
    assert_eq!(one(&poor.level.aim, 2), 151);
    assert_eq!(digits(&poor.count.goal, 0), (447, 449));
    assert_eq!(digits(&poor.count.aim, 0), (980, 982));
    assert_eq!(digits(&poor.count.remaining, 0), (447, 449));
    assert_eq!(one(&poor.time.elapsed, 0), 0);
    assert!(matches!(why(&poor.pace.year), MissingReason::NoEarlier));
    let near_poor = newest(&history, &points(Group::NearPoor, "0.39"));
    assert_eq!(digits(&near_poor.count.goal, 0), (253, 254));
    assert_eq!(digits(&near_poor.count.aim, 0), (838, 839));
}

/// With an own total of 65000 at the end of 2022: floor(0.0151 × 65000) = 981, asked 1429 − 981 = 448.
#[test]
fn an_own_total_gives_one_number() {
    let mut snapshot = report();
    snapshot.whole.state_households(Some(households(65_000)));
    let mut target = points(Group::Poor, "0.69");
    target.baseline = Some((percent("2.20", Unit::Percent), None));
    let it = newest(&build::history(vec![snapshot]), &target);
    assert_eq!(one(&it.count.aim, 0), 981);
    assert_eq!(one(&it.count.goal, 0), 448);
}

/// The year of the target is over, the newest figure is of September: its standing stays, and the gap is said.
#[test]
fn the_last_figure_stays_until_the_year_end_is_there() {
    let target = points(Group::Poor, "0.69");
    let before = on(&sample(), &target, "2023-12-31");
    assert!(!before.remarks.year_end_missing);
    let after = on(&sample(), &target, "2024-02-01");
    assert_eq!(after.standing, Standing::AtRisk);
    assert!(after.remarks.year_end_missing);
    let mut history = sample();
    history.snapshots.push(std::sync::Arc::new(of_2023("2023-12-31", (981, "1.51"), (838, "1.29"), 1)));
    let shown_earlier = assess(&history, 4, &history.snapshots[4], &target, day("2024-02-01"));
    assert!(!shown_earlier.remarks.year_end_missing);
    assert_eq!(shown_earlier.standing, Standing::AtRisk);
}

/// 1118 − 136 = 982, one more than 981; with 137 more nothing is left to go: 981 / 65000 = 1.509 %. The year is judged
/// by rounded points: 984 / 65000 = 1.5138 %, as a report writes it 1.51, is a fall of 0.69; 985 (1.5154: 1.52) is not.
/// So 134 more would be met with three households still to go, 133 would not.
#[test]
fn what_if_so_many_more_leave() {
    let target = points(Group::Poor, "0.69");
    let it = newest(&sample(), &target);
    assert_eq!(it.just_enough(&target), Some(137));
    let none = it.what_if(&target, 0).unwrap();
    assert_eq!((one(&none.households, 0), one(&none.rate, 2), none.met), (1118, 172, Some(false)));
    let almost = it.what_if(&target, 136).unwrap();
    assert_eq!((one(&almost.left, 0), almost.met), (1, Some(true)));
    let enough = it.what_if(&target, 137).unwrap();
    assert_eq!((one(&enough.rate, 2), enough.met, enough.left.is_ok()), (151, Some(true), false));
    assert_eq!(one(&it.least_by_rounding(&target), 0), 134);
    assert_eq!(one(&it.what_if(&target, 134).unwrap().left, 0), 3);
    assert_eq!(it.what_if(&target, 133).unwrap().met, Some(false));
    assert_eq!(it.what_if(&target, 5000).unwrap().more, 1118);
}

/// What is said of a supposed figure is what is said of the same one once it is there, whichever number leaves.
#[test]
fn what_if_judges_as_the_end_of_the_year_will() {
    let target = points(Group::Poor, "0.69");
    for more in [0, 100, 133, 134, 136, 137, 138, 200] {
        let then = 1118 - more;
        // As a report writes it: hundredths of a percent of 65000, rounded half up.
        let hundredths = (then * 10_000 * 2 + 65_000) / (2 * 65_000);
        let rate = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        let mut history = sample();
        let supposed = newest(&history, &target).what_if(&target, more).unwrap();
        history.snapshots.push(std::sync::Arc::new(of_2023("2023-12-31", (then, &rate), (838, "1.29"), 1)));
        let judged = newest(&history, &target).standing;
        assert_eq!(supposed.met, Some(judged.is_reached()), "{more} more: {judged:?}");
    }
}

/// 2022 delivered 560 of 64808 to 65102 households: 0.860 to 0.864 points. 0.69 / 0.864 = 79.9 %, / 0.860 = 80.2 %:
/// 80 % either way. 0.39 of 402 / 64808 = 0.620 to 402 / 65102 = 0.617: 63 %.
#[test]
fn last_year_beside_this_year() {
    let history = sample();
    for (group, asked, fallen, share) in
        [(Group::Poor, "0.69", (86, 86), (80, 80)), (Group::NearPoor, "0.39", (62, 62), (63, 63))]
    {
        let target = points(group, asked);
        let it = newest(&history, &target);
        let last = last_year(&history, 4, &target, &it, day("2023-09-30"));
        assert!(last.target.is_none());
        assert_eq!(digits(&last.fallen, 2), fallen);
        assert_eq!(digits(&last.asked_of_last, 0), share);
    }
}
