//! What the conclusion sets beside what: an average and the number of a year, what is stated and what is counted.

use super::conclusion::{both, says};

/// The percent of a whole span stands beside the fall of that span, that of an average beside the number of a year.
#[test]
fn an_average_is_set_against_the_number_of_a_year() {
    let of = |day: &str, aim: &str, average: &str| {
        let rate = if day == "2025-12-31" { "15.15" } else { "20.17" };
        let rest = format!(
            r#""poor": {{"rate_percent": "{rate}"}}, "targets": [{{"id": "a", "name": "Giảm nghèo", "from": 2021,
            "year": 2025, "measure": "poor.rate", "aim": {{"reduce_by_points": {aim}}},
            "baseline": {{"value": "40.25"}}, "result": {{"value": "{average}", "average": true, "as_of": "{day}"}}}}]"#
        );
        both(&format!("average-{day}-{average}-{}", aim.len()), &[(day, &rest)])
    };
    let yearly = r#""4", "each_year": true"#;
    says(
        &of("2024-12-31", yearly, "5.02"),
        "giảm 20,08* điểm phần trăm, bình quân 5,02/năm, đến 31/12/2024 đạt 100,4%* chỉ tiêu giảm 20,00* điểm phần trăm cả kỳ",
        "fell by 20.08* percentage points, 5.02 a year on average, by 31 Dec 2024 100.4%* of the target (a reduction of 20.00*",
    );
    says(
        &of("2025-12-31", yearly, "5.02"),
        "giảm bình quân 5,02 điểm phần trăm/năm, đạt 125,5%* chỉ tiêu giảm bình quân 4 điểm phần trăm/năm",
        "fell by 5.02 percentage points a year on average, 125.5%* of the target (a reduction of 4",
    );
    for aim in [r#"{"from": 20, "to": 25}"#, r#"{"from": 4, "to": 5}, "each_year": true"#] {
        let told = of("2025-12-31", aim, "5.02");
        assert!(
            told[0].contains("vượt mức 5") && told[0].contains("điểm phần trăm/năm (chỉ tiêu"),
            "{told:?}"
        );
        assert!(
            told[1].contains("more than 5") && told[1].contains(" points a year (the target is"),
            "{told:?}"
        );
    }
}

/// What a report states and what its files count are both told wherever they differ, and where to see why.
#[test]
fn both_bases_are_told_of_parts_and_programmes_too() {
    let part = |rest: &str| {
        format!(r#""poor": {{"households": 90, "among": [{{"id": "d", "name": "Hộ DTTS", {rest}}}]}}"#)
    };
    let then = part(r#""households": 60, "of": 300"#);
    let now = part(
        r#""households": 50, "of": 300, "rate_percent": "17.05", "rate_change_points": "-4.20", "reduced": 12"#,
    );
    let told = both("part-bases", &[("2022-12-31", &then), ("2023-12-31", &now)]);
    for (vi, en) in [
        (
            "báo cáo nêu giảm 12 hộ, theo hai kỳ giảm 10* hộ (phím 6)",
            "fell by 12 households according to the report, but fell by 10*",
        ),
        (
            "báo cáo nêu 17,05%, theo số đếm 16,67%* (phím 6)",
            "17.05% according to the report, 16.67%* by the counts",
        ),
        (
            "giảm 4,20 điểm phần trăm, theo hai kỳ giảm 3,33* điểm",
            "fell by 4.20 percentage points according to the report, but fell by 3.33*",
        ),
    ] {
        says(&told, vi, en);
    }
    let loans = |reached: u32, change: &str| {
        format!(
            r#""programmes": [{{"id": "v", "name": "Vay", "kind": "credit", "reached": {reached}{change}}}]"#
        )
    };
    let told = both(
        "programme-bases",
        &[("2022-12-31", &loans(100, "")), ("2023-12-31", &loans(60, r#", "change_percent": "-28""#))],
    );
    says(
        &told,
        "so với cùng kỳ năm trước báo cáo nêu giảm 28%, theo hai kỳ giảm 40%* (phím 6)",
        "down 28% on the same period of the year before according to the report, down 40%* between the two dates (key 6)",
    );
    // A bound that the counts allow is what the report says.
    let bound = r#""households": 10200, "poor": {"households": 850, "rate_percent": {"value": "8.3", "qualifier": "over"}}"#;
    says(
        &both("bound-stated", &[("2023-12-31", bound)]),
        "chiếm hơn 8,3% tổng",
        "over 8.3% of all households",
    );
}

/// A target without a start names what the file of that day has; a name that says what is to be is no title of what is.
#[test]
fn what_lacks_its_start_or_denies_its_name_is_told_in_other_words() {
    let then = r#""poor": {"rate_percent": "10.00"}"#;
    let now = r#""poor": {"households": 90, "policy_families": 1}, "targets": [
        {"id": "a", "name": "Giảm nghèo", "year": 2023, "measure": "poor.households", "aim": {"reduce_by": 10}},
        {"id": "k", "name": "Không tái nghèo", "year": 2023, "measure": "poor.policy_families", "aim": {"keep_at": 0}}]"#;
    let told = both("start", &[("2022-12-31", then), ("2023-12-31", now)]);
    says(
        &told,
        "chưa có mốc so sánh (cuối năm 2022 chỉ có tỷ lệ)",
        "no baseline (only a rate at the end of 2022)",
    );
    says(
        &told,
        "có phát sinh 1 hộ nghèo thuộc diện chính sách người có công",
        "meritorious-service households among poor households: 1",
    );
    assert!(!told[0].contains("không tái nghèo:"), "{told:?}");
}

/// Of a rise both figures are told, also where a target tells one; areas have their worst rates where nothing else is
/// told of them.
#[test]
fn no_half_of_a_rise_and_no_silence_on_areas() {
    let of = |poor: u32| {
        format!(
            r#""households": 10000, "poor": {{"households": {poor}}}, "targets": [{{"id": "a", "name": "Giảm",
            "year": 2023, "measure": "poor.households", "aim": {{"reduce_by": 20}}}}]"#
        )
    };
    let told = both("half", &[("2022-12-31", &of(100)), ("2023-12-31", &of(120))]);
    says(
        &told,
        "hộ nghèo tăng 20* hộ, tỷ lệ tăng 0,20* điểm phần trăm",
        "poor households rose by 20*, the rate rose by 0.20*",
    );
    let area = |n: usize, rate: &str| {
        format!(r#"{{"name": "Xã {n}", "kind": "commune", "poor": {{"rate_percent": "{rate}"}}}}"#)
    };
    let areas = [area(1, "5.00"), area(2, "48.00"), area(3, "30.00"), area(4, "0")].join(", ");
    let told = both("worst", &[("2023-12-31", &format!(r#""areas": [{areas}]"#))]);
    says(
        &told,
        "cao nhất (trong 4 xã) · Xã 2: 48,00%; Xã 3: 30,00%; Xã 1: 5,00%.",
        "Xã 2: 48.00%; Xã 3: 30.00%",
    );
}
