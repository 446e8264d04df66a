//! Areas against their whole, both groups against the two, areas that come and go.

use super::*;
use crate::model::area::LackList;
use crate::model::measure::MovementLine;
use crate::model::support::ProgrammeArea;

fn with_wards(whole: i64, poor: &[i64], complete: bool) -> Snapshot {
    let mut snapshot = snapshot("2022-12-31");
    snapshot.whole.state(Group::Poor, Aspect::Households, some(whole));
    let wards = poor.iter().enumerate().map(|(i, n)| ward(&format!("Phường {}", i + 1), *n));
    snapshot.whole.areas = wards.collect();
    snapshot.whole.set_areas_complete(complete);
    snapshot
}

fn sums(snapshot: Snapshot) -> Vec<Check> {
    of_kind!(of(vec![snapshot]), CheckKind::Areas(_))
}

fn first(check: &Check) -> &AreaSum {
    let CheckKind::Areas(areas) = &check.kind else { panic!("areas") };
    &areas.sums[0]
}

/// 700 + 729 = 1429; 700 + 728 = 1428, one too few.
#[test]
fn complete_areas_give_the_whole_or_contradict() {
    assert_eq!(only(sums(with_wards(1429, &[700, 729], true))).verdict, Verdict::Holds);
    let found = only(sums(with_wards(1429, &[700, 728], true)));
    assert_eq!(found.verdict, Verdict::Contradicts);
    assert_eq!(one(&first(&found).compared.counted), whole(1428));
    assert_eq!(one(&first(&found).compared.difference), whole(-1));
}

#[test]
fn areas_that_may_not_be_all_only_contradict_from_above() {
    assert_eq!(only(sums(with_wards(1429, &[700, 730], false))).verdict, Verdict::Contradicts);
    let below = only(sums(with_wards(1429, &[700, 728], false)));
    assert_eq!(below.verdict, Verdict::CannotCheck);
    assert!(matches!(below.why[..], [WhyNot::PartsNotAll]));
    assert_eq!(only(sums(with_wards(1429, &[700, 729], false))).verdict, Verdict::Holds);
}

#[test]
fn an_area_without_the_figure_is_named() {
    let gap = |whole| {
        let mut snapshot = with_wards(whole, &[700, 700, 0], true);
        snapshot.whole.areas[2].state(Group::Poor, Aspect::Households, None);
        only(sums(snapshot))
    };
    let found = gap(1429);
    assert_eq!((found.verdict, first(&found).with), (Verdict::CannotCheck, 2));
    assert_eq!(found.missing().next().map(|w| w.whose.name.vi.clone()).as_deref(), Some("Phường 3"));
    assert_eq!(gap(1399).verdict, Verdict::Contradicts);
    // Equal with a gap: nobody said that the third ward has none.
    assert_eq!(gap(1400).verdict, Verdict::CannotCheck);
}

#[test]
fn one_line_has_the_verdict_that_needs_most() {
    let mut snapshot = with_wards(1429, &[700, 729], true);
    snapshot.whole.state(Group::NearPoor, Aspect::Households, some(10));
    for (area, n) in snapshot.whole.areas.iter_mut().zip([4, 5]) {
        area.state(Group::NearPoor, Aspect::Households, some(n));
    }
    let found = only(sums(snapshot));
    let CheckKind::Areas(areas) = &found.kind else { panic!("areas") };
    assert_eq!(found.verdict, Verdict::Contradicts);
    assert_eq!((areas.with(Verdict::Holds).count(), areas.with(Verdict::Contradicts).count()), (1, 1));
}

#[test]
fn bounds_and_sums_made_by_hand_among_the_areas() {
    let mut snapshot = with_wards(1429, &[700, 729], true);
    snapshot.whole.areas[1].state(Group::Poor, Aspect::Households, Some(bound(700, Qualifier::Over)));
    assert!(bounded(&only(sums(snapshot.clone()))));
    snapshot.whole.areas[1].state(Group::Poor, Aspect::Households, Some(bound(729, Qualifier::Over)));
    assert_eq!(only(sums(snapshot.clone())).verdict, Verdict::Contradicts);
    snapshot.whole.areas[1].state(Group::Poor, Aspect::Households, Some(by_hand(households(600))));
    let found = only(sums(snapshot.clone()));
    assert!(found.verdict == Verdict::CannotCheck && stored_derived(&found));
    let pair = [Qualifier::Over, Qualifier::Under].map(|q| Some(bound(700, q)));
    for (area, figure) in snapshot.whole.areas.iter_mut().zip(pair) {
        area.state(Group::Poor, Aspect::Households, figure);
    }
    assert!(bounded(&only(sums(snapshot))));
}

#[test]
fn every_level_is_a_line() {
    let mut snapshot = with_wards(30, &[30], true);
    let ward_one = &mut snapshot.whole.areas[0];
    ward_one.areas = vec![ward("Khu phố 1", 10), ward("Khu phố 2", 19)].into();
    ward_one.set_areas_complete(true);
    let found = sums(snapshot);
    assert_eq!(verdicts(&found), [Verdict::Contradicts, Verdict::Holds]);
    assert_eq!((found[0].path.len(), found[1].path.len()), (1, 0));
}

/// A fall may be a rise elsewhere: 5 below the whole may be −3 and 8. Moves between wards are no moves of the whole.
#[test]
fn what_does_not_add_up_is_left_out() {
    let mut snapshot = with_wards(1429, &[700, 729], false);
    snapshot.whole.state(Group::Poor, Aspect::Reduced, some(5));
    snapshot.whole.state(Group::Poor, Aspect::Moved(MovementLine::OtherIn), households(0));
    for area in &mut snapshot.whole.areas {
        area.state(Group::Poor, Aspect::Reduced, some(4));
        area.state(Group::Poor, Aspect::Moved(MovementLine::OtherIn), households(9));
    }
    let found = only(sums(snapshot.clone()));
    assert_eq!(found.verdict, Verdict::CannotCheck);
    let CheckKind::Areas(areas) = &found.kind else { panic!("areas") };
    assert_eq!(areas.sums.len(), 2);
    snapshot.whole.set_areas_complete(true);
    assert_eq!(only(sums(snapshot)).verdict, Verdict::Contradicts);
}

#[test]
fn lacks_and_named_parts_are_summed_by_id() {
    let mut snapshot = with_wards(1429, &[700, 729], true);
    snapshot.whole.state_lack(LackList::Deprivations, "bhxh", households(100));
    snapshot.whole.state(Group::Poor, part("nu"), households(9));
    for (area, n) in snapshot.whole.areas.iter_mut().zip([60, 41]) {
        area.state_lack(LackList::Deprivations, "bhxh", households(n));
        area.state(Group::Poor, part("nu"), households(n));
    }
    let found = only(sums(snapshot));
    let CheckKind::Areas(areas) = &found.kind else { panic!("areas") };
    let differences: Vec<Exact> = areas.sums.iter().map(|s| one(&s.compared.difference)).collect();
    assert_eq!(differences, [whole(0), whole(92), whole(1)]);
}

/// 97 + 78 of 175.
#[test]
fn the_parts_of_a_programme_are_in_the_same_line() {
    let mut snapshot = with_wards(1429, &[700, 729], true);
    let mut loans = programme("vay", 175, Counts::Household);
    loans.areas = [97, 78]
        .iter()
        .zip(&snapshot.whole.areas)
        .map(|(n, area)| ProgrammeArea {
            name: area.name.clone(),
            figures: [(Support::Reached, some(*n))].into(),
        })
        .collect();
    snapshot.programmes = vec![loans].into();
    let found = only(sums(snapshot.clone()));
    let CheckKind::Areas(areas) = &found.kind else { panic!("areas") };
    assert_eq!((found.verdict, areas.sums.len()), (Verdict::Holds, 2));
    snapshot.programmes[0].areas.list_mut().pop();
    assert_eq!(only(sums(snapshot)).verdict, Verdict::CannotCheck);
}

#[test]
fn areas_that_share_no_figure_with_the_whole_are_no_check() {
    let mut snapshot = with_wards(0, &[700, 729], true);
    snapshot.whole.state(Group::Poor, Aspect::Households, None);
    assert!(sums(snapshot).is_empty());
}

fn together(stated: Option<Figure>, poor: Option<Figure>, near: Option<Figure>) -> Vec<Check> {
    let mut snapshot = snapshot("2022-12-31");
    snapshot.whole.state(Group::Combined, Aspect::Households, stated);
    snapshot.whole.state(Group::Poor, Aspect::Households, poor);
    snapshot.whole.state(Group::NearPoor, Aspect::Households, near);
    of_kind!(of(vec![snapshot]), CheckKind::Combined(_))
}

/// 1429 + 1092 = 2521.
#[test]
fn both_groups_together_are_the_two() {
    assert_eq!(only(together(some(2521), some(1429), some(1092))).verdict, Verdict::Holds);
    let found = only(together(some(2520), some(1429), some(1092)));
    let CheckKind::Combined(both) = &found.kind else { panic!("both") };
    assert_eq!((found.verdict, one(&both.difference)), (Verdict::Contradicts, whole(1)));
    assert_eq!(found.group, Some(Group::Combined));
}

#[test]
fn one_of_the_two_alone() {
    let found = only(together(some(2521), some(1429), None));
    assert_eq!((found.verdict, found.missing().count()), (Verdict::CannotCheck, 1));
    assert_eq!(only(together(some(1400), some(1429), None)).verdict, Verdict::Contradicts);
    assert!(together(some(2521), None, None).is_empty());
    assert!(together(None, some(1429), some(1092)).is_empty());
}

#[test]
fn both_together_of_bounds_and_by_hand() {
    assert!(bounded(&only(together(some(2521), Some(bound(1400, Qualifier::Over)), some(1092)))));
    let over = Some(bound(1500, Qualifier::Over));
    assert_eq!(only(together(some(2521), over, some(1092))).verdict, Verdict::Contradicts);
    assert!(stored_derived(&only(together(some(1), Some(by_hand(households(1429))), some(1092)))));
}

fn come_gone(earlier: Vec<Snapshot>, now: Snapshot) -> Vec<Check> {
    of_kind!(of([earlier, vec![now]].concat()), CheckKind::ComeGone(_))
}

fn named_wards(date: &str, names: &[&str], complete: bool) -> Snapshot {
    let mut snapshot = snapshot(date);
    snapshot.whole.areas = names.iter().map(|n| ward(n, 1)).collect();
    snapshot.whole.set_areas_complete(complete);
    snapshot
}

#[test]
fn areas_come_and_go_between_complete_lists() {
    let before = named_wards("2021-12-31", &["Phường 1", "Phường 3"], true);
    let found =
        only(come_gone(vec![before.clone()], named_wards("2022-12-31", &["Phường 1", "Phường 2"], true)));
    let CheckKind::ComeGone(of) = &found.kind else { panic!("areas") };
    let names = |list: &[Arc<AreaName>]| list.iter().map(|n| n.name.vi.clone()).collect::<Vec<_>>();
    assert_eq!((names(&of.come), names(&of.gone)), (vec!["Phường 2".into()], vec!["Phường 3".into()]));
    assert_eq!((found.verdict, of.since), (Verdict::ToVerify, day("2021-12-31")));
    // A list that is not complete in between says nothing.
    let between = named_wards("2022-06-30", &["Phường 1"], false);
    let now = named_wards("2022-12-31", &["Phường 1", "Phường 3"], true);
    assert!(come_gone(vec![before.clone(), between], now).is_empty());
    assert!(come_gone(vec![before], named_wards("2022-12-31", &["Phường 2"], false)).is_empty());
}
