//! Pictures of series that the sample does not hold: a break between standards, thirty snapshots, gaps, the largest
//! counts; and of support with plans and budgets.

use giamngheo::app::state::Choices;
use giamngheo::text::Lang;

use super::folder::Head;
use super::program::{accepted, begun, choices, press, program, screen, squeezed};

/// A file of Quận 6 with so many households.
fn file(day: &str, standard: &str, counts: (Option<i64>, Option<i64>), more: &str) -> String {
    let group = |name: &str, n: Option<i64>| {
        n.map_or(String::new(), |n| format!(r#", "{name}": {{ "households": {n} }}"#))
    };
    let source = format!(r#""provenance": "reported", "published": "{day}""#);
    let (poor, near_poor) = (group("poor", counts.0), group("near_poor", counts.1));
    // Figures stand on the third line.
    let members = format!(
        "\"standard\": {{ \"id\": \"{standard}\" }}
{poor}{near_poor}{more}"
    );
    let unit = r#""name": "Quận 6", "kind": "district", "code": "775""#;
    Head { unit, as_of: day, source: &source }.with(&members)
}

/// The screen of these files, at that day.
fn picture(name: &str, files: &[String], as_of: &str, keys: &str) -> String {
    let loaded = accepted(name, files);
    let choices = Choices { standard: Some(NEW.to_owned()), ..choices(Lang::Vi, as_of) };
    let mut app = begun(choices, (80, 24), &loaded);
    press(&mut app, keys);
    screen(&app)
}

const OLD: &str = "hcmc-2016-2020";
const NEW: &str = "hcmc-2021-2025";

#[test]
fn a_break_between_standards() {
    let of = |day: &str, standard, poor, near| file(day, standard, (Some(poor), Some(near)), "");
    let files = [
        of("2017-12-31", OLD, 420, 610),
        of("2018-12-31", OLD, 0, 350),
        of("2019-12-31", OLD, 0, 180),
        of("2021-12-31", NEW, 1989, 1494),
        of("2022-12-31", NEW, 1429, 1092),
    ];
    let shown = picture("break", &files, "2022-12-31", "5");
    assert!(shown.contains("chuẩn 2016-2020 │ chuẩn 2021-2025"), "{shown}");
    insta::assert_snapshot!("series-break", shown);
}

#[test]
fn gaps_and_the_largest_counts() {
    let files = [
        file("2021-12-31", NEW, (Some(1_000_000_000_000_000), Some(1092)), ""),
        file("2022-06-30", NEW, (None, Some(1000)), ""),
        file("2022-12-31", NEW, (Some(999_999_999_999_995), None), ""),
    ];
    insta::assert_snapshot!("series-gaps", picture("gaps", &files, "2022-12-31", "5"));
}

#[test]
fn thirty_snapshots_keep_the_cursor_in_sight() {
    let day = |i: i64| format!("{}-{:02}-28", 2021 + i / 12, i % 12 + 1);
    let files: Vec<String> =
        (0..30).map(|i| file(&day(i), NEW, (Some(3000 - 70 * i), Some(2000 - 30 * i)), "")).collect();
    insta::assert_snapshot!("series-thirty", picture("thirty", &files, "2022-03-28", "5"));
}

/// 1.293 of 1.500 planned (86,2 %), 64,65 of 70 thousand million (92,4 %): 50 million for each household; in 2021
/// 1.193, 100 fewer.
#[test]
fn plans_budgets_and_the_year_before() {
    let with = |day: &str, reached: i64| {
        let loans = format!(
            r#", "programmes": [
    {{ "id": "a", "name": "Vay vốn hỗ trợ giảm nghèo", "kind": "credit", "reached": {reached}, "planned": 1500,
      "amount": 64650000000, "budget": 70000000000, "fund": "ngân sách Thành phố" }},
    {{ "id": "b", "name": "Vay giải quyết việc làm", "kind": "credit", "reached": 460 }},
    {{ "id": "c", "name": "Tiền điện cho hộ nghèo", "kind": "utilities",
      "amount": {{ "value": 842000000, "qualifier": "nearly" }} }} ]"#
        );
        file(day, NEW, (Some(1429), Some(1092)), &loans)
    };
    let files = [with("2021-12-31", 1193), with("2022-12-31", 1293)];
    let shown = picture("plan", &files, "2022-12-31", "3");
    assert!(shown.contains("86,2%*") && shown.contains("92,4%*"), "{shown}");
    assert!(shown.contains("50 triệu* đồng/hộ") && shown.contains("(+100*)"), "{shown}");
    insta::assert_snapshot!("series-plan", shown);
}

/// Ward 10 has 402 of the 4.607 households with job loans; what only the district states is not shown as the ward's.
#[test]
fn support_of_a_ward_is_its_own_part() {
    let mut app = program(Lang::Vi, (80, 24), "2022-12-31");
    press(&mut app, "2 <Down> <Enter> 3 <Down>");
    let shown = screen(&app);
    assert!(squeezed(&shown).contains("Vay giải quyết việc làm 402 hộ"), "{shown}");
    assert!(!shown.contains("4.607") && !shown.contains("hơn 3 tỷ"), "{shown}");
    press(&mut app, "5");
    let shown = screen(&app);
    assert!(shown.contains("Phường 10: số hộ") && !shown.contains("1.429"), "{shown}");
    // No file tells of the wards at the end of 2021: 142 + 58 = 200 and 108 + 47 = 155, as on the ward's own page.
    let squeezed = squeezed(&shown);
    assert!(
        squeezed.contains("Hộ nghèo 200* 142 133") && squeezed.contains("Hộ cận nghèo 155* 108 104"),
        "{shown}"
    );
}

/// A district of one ward, with programmes.
fn with_ward(day: &str, ward: &str, programmes: &str) -> String {
    let areas = format!(
        r#", "areas": [{{ "name": "{ward}", "poor": {{ "households": 9 }} }}], "programmes": [{programmes}]"#
    );
    file(day, NEW, (Some(1429), Some(1092)), &areas)
}

/// What was reached in an area counts what the programme counts: where nothing of the whole says that, what the plan
/// counts.
#[test]
fn parts_of_a_programme_count_what_its_plan_counts() {
    let trade = r#"{ "id": "p", "name": "Dạy nghề", "kind": "employment",
      "planned": { "value": 9, "unit": "person" }, "areas": [{ "name": "Phường 1", "reached": 5 }] }"#;
    let files = [with_ward("2022-12-31", "Phường 1", trade)];
    let shown = picture("planned", &files, "2022-12-31", "2 <Down> <Enter> 3");
    assert!(squeezed(&shown).contains("Dạy nghề 5 người"), "{shown}");
}

/// Where the newest file with programmes does not know the area, the whole unit's are not shown as the area's.
#[test]
fn an_area_that_the_older_file_lacks_has_no_programmes() {
    let loans = r#"{ "id": "a", "name": "Vay vốn", "kind": "credit", "reached": 4607 }"#;
    let files = [with_ward("2022-12-31", "Phường 1", loans), with_ward("2023-12-31", "Phường 2", "")];
    let unit = picture("older", &files, "2023-12-31", "3");
    assert!(unit.contains("4.607"), "{unit}");
    let ward = picture("older", &files, "2023-12-31", "2 <Down> <Enter> 3");
    assert!(ward.contains("Phường 2") && ward.contains("Kỳ này không có số liệu chính sách."), "{ward}");
    assert!(!ward.contains("4.607"), "{ward}");
}

/// A file that states all who escaped and both lines they are the sum of (400 + 200) counts nobody twice:
/// 1.989 − 600 + 10 + 30 = 1.429.
#[test]
fn nobody_leaves_twice() {
    let lines = r#""to_near_poor": 400, "above_near_poor": 200, "escaped": 600, "relapsed": 10, "newly": 30"#;
    let poor = format!(r#", "poor": {{ "households": 1429, "movement": {{ {lines} }} }}"#);
    let files = [
        file("2021-12-31", NEW, (Some(1989), Some(1494)), ""),
        file("2022-12-31", NEW, (None, Some(1092)), &poor),
    ];
    let trend = picture("twice", &files, "2022-12-31", "5");
    assert!(trend.contains("1.989 − 600* thoát nghèo + 10 tái nghèo + 30 phát sinh mới = 1.429"), "{trend}");
    let overview = picture("twice", &files, "2022-12-31", "1");
    assert!(overview.contains("−600*") && !overview.contains("−1.200"), "{overview}");
}

/// The slide of a change names the group whose lines it tells, of groups told as one both.
#[test]
fn the_slide_of_a_change_names_both_groups_told_as_one() {
    let both = |households: i64, lines: &str| {
        format!(r#", "combined": {{ "households": {households}, "movement": {{ {lines} }} }}"#)
    };
    let files = [
        file("2021-12-31", NEW, (None, None), &both(500, r#""newly": 1"#)),
        file("2022-12-31", NEW, (None, None), &both(420, r#""escaped": 90, "newly": 10"#)),
    ];
    let slides: String = (1..=9).map(|n| picture("both", &files, "2022-12-31", &format!("m {n}"))).collect();
    assert!(slides.contains("Hộ nghèo và cận nghèo: −90 thoát nghèo, +10 phát sinh mới"), "{slides}");
}
