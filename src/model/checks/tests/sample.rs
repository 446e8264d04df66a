//! The shape of the report of 2022 and of the year after it, with their known lists of checks.

use super::*;
use crate::model::figure::Reliability;
use crate::model::measure::{Aspect, Measure, MovementLine};
use crate::model::period::{Name, Period};
use crate::model::snapshot::Doubt;
use crate::model::support::Coverage;
use crate::model::words::Text;

/// Households, poor, persons, fall, near-poor, persons, fall of the 14 wards.
const WARDS: [[i64; 7]; 14] = [
    [4_812, 131, 548, 48, 97, 401, 31],
    [3_950, 92, 379, 40, 70, 285, 28],
    [3_640, 78, 322, 29, 61, 248, 21],
    [3_905, 84, 351, 36, 66, 270, 25],
    [4_230, 95, 392, 41, 72, 297, 27],
    [3_720, 73, 301, 24, 55, 226, 19],
    [4_655, 112, 470, 43, 84, 343, 30],
    [5_180, 126, 529, 52, 99, 408, 38],
    [3_865, 69, 284, 33, 52, 211, -3],
    [6_420, 142, 596, 58, 108, 446, 47],
    [5_960, 138, 571, 47, 101, 417, 40],
    [6_115, 117, 489, 45, 92, 378, 44],
    [5_148, 98, 405, 36, 79, 323, 33],
    [3_400, 74, 308, 28, 56, 229, 22],
];

fn wards() -> Vec<Area> {
    let of = |(i, [all, poor, persons, fall, near, near_persons, near_fall]): (usize, [i64; 7])| {
        let invented = |n| Some(illustrative(households(n)));
        let mut area = ward(&format!("Phường {}", i + 1), poor);
        area.state_households(invented(all));
        area.state(Group::Poor, Aspect::Households, invented(poor));
        area.state(Group::Poor, Aspect::Reduced, invented(fall));
        area.state(Group::NearPoor, Aspect::Households, invented(near));
        area.state(Group::NearPoor, Aspect::Reduced, invented(near_fall));
        area.state(Group::Poor, Aspect::Persons, Some(crate::model::build::count(persons, Counts::Person)));
        area.state(
            Group::NearPoor,
            Aspect::Persons,
            Some(crate::model::build::count(near_persons, Counts::Person)),
        );
        area
    };
    WARDS.into_iter().enumerate().map(of).collect()
}

fn end_of_2021() -> Snapshot {
    let mut snapshot = counted("2021-12-31", 0, 0, 0);
    snapshot.whole.state(Group::Poor, Aspect::Households, Some(by_hand(households(1989))));
    snapshot.whole.state(Group::NearPoor, Aspect::Households, Some(by_hand(households(1494))));
    snapshot
}

fn result(id: &str, group: Group, value: i64, percent_of_aim: &str) -> Target {
    Target {
        result: some(value),
        percent_of_aim: Some(percent(percent_of_aim, Counts::Share)),
        ..target(id, 2022, TargetMeasure::Households(group), AimStated::Absent)
    }
}

fn report_of_2022() -> Snapshot {
    let mut snapshot = counted("2022-12-31", 0, 1429, 1092);
    let mut origin = (*snapshot.origin).clone();
    origin.period = Period::from_name(Name::Year(2022)).expect("a year");
    origin.published = Some(day("2023-03-04"));
    snapshot.origin = Arc::new(origin);
    let whole = &mut snapshot.whole;
    whole.read_from(&snapshot.origin);
    whole.state(Group::Poor, Aspect::Rate, rate("2.20"));
    whole.state(Group::NearPoor, Aspect::Rate, rate("1.68"));
    whole.state(Group::Poor, Aspect::Persons, Some(crate::model::build::count(5945, Counts::Person)));
    whole.state(Group::NearPoor, Aspect::Persons, Some(crate::model::build::count(4482, Counts::Person)));
    whole.state(Group::Poor, Aspect::Reduced, some(560));
    whole.state(Group::NearPoor, Aspect::Reduced, some(402));
    whole.areas = wards().into();
    whole.set_areas_complete(true);
    snapshot.programmes = vec![
        programme("vay-giam-ngheo", 1293, Counts::Household),
        programme("vay-hoc-sinh", 579, Counts::Case),
        programme("hoc-bong", 3386, Counts::Pupil),
        programme("hoc-bong-nguyen-huu-tho", 579, Counts::Award),
        programme("tu-nguyen", 36, Counts::HouseholdTurn),
    ]
    .into();
    snapshot.coverage = vec![Coverage { named: named("bhyt"), figures: StatedFigures::default() }].into();
    let points = |text| asks(AimKind::ReduceByPoints, percent(text, Counts::Point));
    snapshot.targets = vec![
        result("ket-qua-ngheo", Group::Poor, 560, "140"),
        result("ket-qua-can-ngheo", Group::NearPoor, 402, "160.80"),
        target("ty-le-ngheo", 2023, TargetMeasure::Rate(Group::Poor), points("0.69")),
        target("ty-le-can-ngheo", 2023, TargetMeasure::Rate(Group::NearPoor), points("0.39")),
    ]
    .into();
    let doubt = |field: &str, text: &str| Doubt { field: Some(field.into()), text: Text::vi(text), line: 1 };
    snapshot.doubts = vec![doubt("targets[2].aim", "là điểm"), doubt("as_of", "ngày nhập")];
    snapshot
}

/// 1429 − 335 + 3 + 21 = 1118 and 1092 − 262 + 8 + 37 + 61 = 936; 4288 of 4640 entitled have their card.
fn september_2023() -> Snapshot {
    let mut snapshot = counted("2023-09-30", 65_000, 1118, 936);
    let whole = &mut snapshot.whole;
    whole.state(Group::Poor, Aspect::Rate, rate("1.72"));
    whole.state(Group::NearPoor, Aspect::Rate, rate("1.44"));
    let poor = [
        (MovementLine::Start, 1429),
        (MovementLine::Escaped, 335),
        (MovementLine::Relapsed, 3),
        (MovementLine::Newly, 21),
    ];
    let near = [
        (MovementLine::Start, 1092),
        (MovementLine::Escaped, 262),
        (MovementLine::Relapsed, 8),
        (MovementLine::Newly, 37),
    ];
    whole.state_lines(Group::Poor, poor.map(|(line, n)| (line, households(n))));
    whole.state_lines(Group::NearPoor, near.map(|(line, n)| (line, households(n))));
    whole.state(Group::NearPoor, Aspect::Moved(MovementLine::FromOther), households(61));
    let persons = |n| Some(crate::model::build::count(n, Counts::Person));
    snapshot.coverage = vec![Coverage {
        named: named("bhyt"),
        figures: [(Cover::Covered, persons(4288)), (Cover::Eligible, persons(4640))].into(),
    }]
    .into();
    snapshot
}

fn three() -> History {
    history(vec![end_of_2021(), report_of_2022(), september_2023()])
}

fn list_of_2022() -> Vec<Check> {
    checks(&three(), 1, day("2024-02-01"))
}

#[test]
fn the_report_has_three_to_verify_two_open_and_six_that_hold() {
    let found = list_of_2022();
    assert_eq!(tally(&found), [0, 3, 2, 6], "{found:#?}");
    assert_eq!(open_count(&found), 3);
    assert_eq!(contradictions(&found).count(), 0);
}

#[test]
fn in_the_order_of_what_needs_action() {
    use CheckKind as K;
    let found = list_of_2022();
    let groups: Vec<Option<Group>> = found.iter().map(|c| c.group).collect();
    assert!(matches!(found[0].kind, K::SameReached(_)));
    assert!(matches!((&found[1].kind, &found[2].kind), (K::Doubt(_), K::Doubt(_))));
    assert!(matches!((&found[3].kind, &found[4].kind), (K::Movement(_), K::Reduced(_))));
    assert!(matches!(found[5].kind, K::Total(_)));
    assert!(matches!((&found[6].kind, &found[7].kind), (K::Rate(_), K::Rate(_))));
    assert!(matches!((&found[8].kind, &found[9].kind), (K::PercentOfAim(_), K::PercentOfAim(_))));
    assert!(matches!(found[10].kind, K::Areas(_)));
    let (poor, near) = (Some(Group::Poor), Some(Group::NearPoor));
    assert_eq!(groups[5..], [None, poor, near, poor, near, None]);
}

/// The wards' households: 65 000, inside 64 808 to 65 102.
#[test]
fn the_total_is_summed_from_the_wards() {
    let found = list_of_2022();
    let CheckKind::Total(total) = &found[5].kind else { panic!("the total") };
    assert_eq!((one(&total.total), total.areas), (whole(65_000), Some(14)));
    assert_eq!(ends(&total.range), (64_808, 65_102));
    assert_eq!(total.total.as_ref().map(|t| t.reliability).ok(), Some(Reliability::Illustrative));
}

#[test]
fn the_ranges_are_those_of_the_model() {
    let found = list_of_2022();
    let area = report_of_2022().whole;
    let ranges = [(6, Group::Poor, (64_808, 65_102)), (7, Group::NearPoor, (64_808, 65_194))];
    for (line, group, range) in ranges {
        let CheckKind::Rate(rates) = &found[line].kind else { panic!("a rate") };
        assert_eq!(ends(&rates.totals), range);
        assert_eq!(ends(&rates.totals), ends(&area.total_range_of(group)));
    }
}

/// 560 : 1.40 = 400, and 399 to 401 round to it; 402 : 1.6080 = 250 alone.
#[test]
fn the_aims_follow_from_their_percents() {
    let found = list_of_2022();
    let aims = |line: usize| {
        let CheckKind::PercentOfAim(of) = &found[line].kind else { panic!("a percent") };
        (one(&of.aim), ends(&Ok(of.aims.clone().expect("derived"))))
    };
    assert_eq!(aims(8), (whole(400), (399, 401)));
    assert_eq!(aims(9), (whole(250), (250, 250)));
}

#[test]
fn one_line_for_all_sums_of_the_wards() {
    let found = list_of_2022();
    let CheckKind::Areas(areas) = &found[10].kind else { panic!("the wards") };
    assert_eq!((areas.areas.len(), areas.sums.len()), (14, 6));
    assert_eq!(one(&areas.sums[0].compared.counted), whole(1429));
    assert!(areas.sums.iter().all(|s| one(&s.compared.difference).is_zero()));
}

/// Poor and near-poor share a line; what is missing is what everybody asks for.
#[test]
fn what_cannot_be_checked_names_what_is_missing() {
    let found = list_of_2022();
    let both = [&found[3].kind, &found[3].also[0]];
    let [CheckKind::Movement(poor), CheckKind::Movement(near)] = both else { panic!("the movement") };
    assert_eq!(([poor.group, near.group], found[3].also.len()), (Group::TWO, 1));
    for (group, line) in Group::TWO.into_iter().flat_map(|group| {
        [MovementLine::Escaped, MovementLine::Relapsed, MovementLine::Newly].map(|line| (group, line))
    }) {
        let measure = Measure::of_group(group, Aspect::Moved(line));
        assert!(found[3].missing().any(|what| what.measure == measure), "{measure:?}");
    }
    let both = [&found[4].kind, &found[4].also[0]];
    let [CheckKind::Reduced(poor), CheckKind::Reduced(near)] = both else { panic!("the fall") };
    assert_eq!((one(&poor.compared.counted), one(&near.compared.counted)), (whole(560), whole(402)));
    assert_eq!((poor.lines_given, poor.results.len()), (false, 1));
    assert!(stored_derived(&found[4]));
    assert_eq!(found[4].group, None);
}

#[test]
fn the_newest_figures_are_old_and_else_all_is_well() {
    let found = checks(&three(), 2, day("2024-02-01"));
    // Holds: total, two rates, two movements, the cards.
    assert_eq!(tally(&found), [0, 1, 0, 6], "{found:#?}");
    assert!(matches!(found[0].kind, CheckKind::Age(124)));
}

#[test]
fn the_year_before_the_report_has_nothing_to_check() {
    assert!(checks(&three(), 0, day("2024-02-01")).is_empty());
    assert!(checks(&three(), 9, day("2024-02-01")).is_empty());
}
