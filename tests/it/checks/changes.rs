//! Checks between two days.

use giamngheo::model::checks::{Check, CheckKind as K, Verdict};
use giamngheo::text::Lang;
use giamngheo::text::say::check::{holds, sentence};

use super::{of, only, says, snapshot};

/// 400 poor households of 10.000 at the end of 2021, 340 at the end of 2022.
fn year(before: &str, now: &str) -> Vec<String> {
    vec![
        snapshot("2021-12-31", &format!(r#""households": 10000, "poor": {{ "households": 400 {before} }}"#)),
        snapshot("2022-12-31", &format!(r#""households": 10000, "poor": {{ "households": 340 {now} }}"#)),
    ]
}

/// 400 − 340 = 60, not 62; 400 − 62 = 338.
#[test]
fn a_net_fall() {
    let files = year("", r#", "reduced": 62"#);
    says(
        &only(&files, |k| matches!(k, K::Reduced(_))),
        [
            "Giảm hộ nghèo 62, nhưng 400 − 340 = 60* (thiếu 2)",
            "giảm hộ nghèo 60 (nêu 62), hoặc cuối kỳ 338 (nêu 340)",
        ],
        [
            "Reduction in poor households 62, but 400 − 340 = 60* (short by 2)",
            "reduction in poor households 60 (stated 62), or 338 at the end (stated 340)",
        ],
    );
}

/// Three wards of 10 then 8 poor households: a fall of 2, which the files state, or state as 3.
fn wards(reduced: i64) -> Vec<String> {
    let ward = |n: i64, poor: i64, more: &str| {
        format!(r#"{{ "name": "Phường {n}", "kind": "ward", "poor": {{ "households": {poor} {more} }} }}"#)
    };
    let all = |poor: i64, more: &str| [1, 2, 3].map(|n| ward(n, poor, more)).join(", ");
    let more = format!(r#", "reduced": {reduced}"#);
    vec![
        snapshot("2021-12-31", &format!(r#""areas": [{}]"#, all(10, ""))),
        snapshot("2022-12-31", &format!(r#""areas": [{}]"#, all(8, &more))),
    ]
}

/// One line for all that hold; those that contradict say so, each with its numbers or all as unlike.
#[test]
fn falls_of_several_areas_name_their_group_and_their_verdict() {
    let held = of(&wards(2)).into_iter().find(|c| matches!(c.kind, K::Reduced(_))).unwrap();
    assert_eq!(sentence(Lang::Vi, &held), "3 phường: số giảm hộ nghèo bằng hiệu hai kỳ");
    assert_eq!(
        sentence(Lang::En, &held),
        "3 wards: reductions in poor households equal the difference between the periods"
    );
    let apart: Vec<Check> = of(&wards(3)).into_iter().filter(|c| matches!(c.kind, K::Reduced(_))).collect();
    assert!(!apart.is_empty());
    for check in &apart {
        let said = sentence(Lang::Vi, check);
        assert!(check.verdict == Verdict::Contradicts && !said.contains("bằng hiệu"), "{said}");
        assert!(said.contains("10 − 8 = 2*") || said.contains("khác hiệu"), "{said}");
    }
}

/// 400 − 70 + 3 + 5 = 338, 2 short of 340; all lines are given.
#[test]
fn a_movement_that_does_not_add_up() {
    let lines = r#", "movement": { "start": 400, "escaped": 70, "other_out": 0, "from_near_poor": 0,
        "relapsed": 3, "newly": 5, "other_in": 0 }"#;
    says(
        &only(&year("", lines), |k| matches!(k, K::Movement(_))),
        [
            "Hộ nghèo: 400 − 70 thoát nghèo + 3 tái nghèo + 5 phát sinh mới = 338*, nêu 340 (thiếu 2)",
            "hộ nghèo cuối kỳ 338 (nêu 340), hoặc ra bớt 2, vào thêm 2",
        ],
        [
            "Poor: 400 − 70 exited + 3 re-entered + 5 newly poor = 338*, stated 340 (short by 2)",
            "poor households at the end 338 (stated 340), or 2 fewer out, 2 more in",
        ],
    );
}

/// 400 − 70 + 5 = 335, 5 short of 340; those who fell back and those who came from near poverty are not given.
#[test]
fn a_movement_with_lines_missing_says_by_how_much_it_is_off() {
    let lines = r#", "movement": { "start": 400, "escaped": 70, "other_out": 0, "newly": 5, "other_in": 0 }"#;
    says(
        &only(&year("", lines), |k| matches!(k, K::Movement(_))),
        [
            "Hộ nghèo: 400 − 70 thoát nghèo + 5 phát sinh mới = 335*, nêu 340 (thiếu 5); thiếu tái nghèo, từ hộ cận nghèo",
            "poor.movement.relapsed, from_near_poor",
        ],
        [
            "Poor: 400 − 70 exited + 5 newly poor = 335*, stated 340 (short by 5); re-entered, from near-poor not given",
            "poor.movement.relapsed, from_near_poor",
        ],
    );
}

#[test]
fn a_movement_without_lines_names_the_fields_it_needs() {
    let files = year("", r#", "reduced": 60"#);
    says(
        &only(&files, |k| matches!(k, K::Movement(_))),
        [
            "Biến động trong kỳ: thiếu thoát nghèo, tái nghèo, phát sinh mới",
            "poor.movement.escaped, relapsed, newly",
        ],
        [
            "Movement in the period: exited, re-entered, newly poor not given",
            "poor.movement.escaped, relapsed, newly",
        ],
    );
}

/// 3,40 − 4,00 = −0,60 points, not −0,50.
#[test]
fn a_change_of_the_rate() {
    let files = year("", r#", "rate_change_points": "-0.50""#);
    says(
        &only(&files, |k| matches!(k, K::RateChange(_))),
        [
            "Tỷ lệ hộ nghèo: −0,50 điểm phần trăm, nhưng 3,40% − 4,00% = −0,60* (lệch 0,10)",
            "tỷ lệ hộ nghèo thay đổi −0,60 điểm phần trăm (nêu −0,50)",
        ],
        [
            "Rate of poor households: −0.50 percentage points, but 3.40% − 4.00% = −0.60* (off by 0.10)",
            "a change of −0.60 percentage points (stated −0.50)",
        ],
    );
}

/// 4,00 − 3,40 = 0,60 points fallen, not 0,55.
#[test]
fn a_result_of_a_target() {
    let mut files = year("", "");
    files[1] = snapshot(
        "2022-12-31",
        r#""households": 10000, "poor": { "households": 340 }, "targets": [ { "id": "t", "name": "Giảm tỷ lệ",
        "year": 2022, "measure": "poor.rate", "aim": { "reduce_by_points": 0.5 }, "result": { "value": "0.55" } } ]"#,
    );
    says(
        &only(&files, |k| matches!(k, K::Result(_))),
        [
            "Giảm tỷ lệ: 0,55 điểm phần trăm, nhưng 4,00% − 3,40% = 0,60* (lệch 0,05)",
            "kết quả 0,60 điểm phần trăm (nêu 0,55)",
        ],
        [
            "Giảm tỷ lệ: 0.55 percentage points, but 4.00% − 3.40% = 0.60* (off by 0.05)",
            "a result of 0.60 percentage points (stated 0.55)",
        ],
    );
}

/// A start that was worked out by hand from the fall cannot tell whether the fall is net.
#[test]
fn a_net_fall_from_a_start_worked_out_by_hand() {
    let mut files = year("", r#", "reduced": 60"#);
    files[0] = files[0]
        .replace(r#""households": 400"#, r#""households": { "value": 400, "provenance": "derived" }"#);
    let check = only(&files, |k| matches!(k, K::Reduced(_)));
    let line = "60 hộ nghèo: giảm ròng hay thoát nghèo? (cuối năm 2021 suy ra)";
    assert_eq!(sentence(Lang::Vi, &check), line);
    let needs = "số hộ nghèo 31/12/2021 do báo cáo nêu, thay 400* suy ra";
    assert_eq!(holds(Lang::Vi, &check), [needs]);
}
