//! Checks on the figures of one day.

use giamngheo::model::checks::CheckKind as K;

use super::{only, says, snapshot};

fn now(members: &str) -> Vec<String> {
    vec![snapshot("2022-12-31", members)]
}

/// 340 : 10.000 = 3,40 %; 3,895 % of 10.000 is 389,5 and 3,905 % is 390,5: only 390 households are 3,90 %.
#[test]
fn a_rate_against_both_counts() {
    let files = now(r#""households": 10000, "poor": { "households": 340, "rate_percent": "3.90" }"#);
    says(
        &only(&files, |k| matches!(k, K::Rate(_))),
        ["340 : 10.000 hộ = 3,40%*, nêu 3,90%", "tỷ lệ 3,40% (nêu 3,90%), hoặc số hộ 390 (nêu 340)"],
        [
            "340 ÷ 10,000 households = 3.40%*, stated 3.90%",
            "a rate of 3.40% (stated 3.90%), or 390 (stated 340) households",
        ],
    );
}

/// 2,195 % of 65.000 is 1.426,75, 2,205 % is 1.433,25: 1.427 to 1.433 households are 2,20 %.
#[test]
fn a_rate_that_holds_says_how_far_the_count_may_move() {
    let files = now(r#""households": 65000, "poor": { "households": 1429, "rate_percent": "2.20" }"#);
    says(
        &only(&files, |k| matches!(k, K::Rate(_))),
        ["1.429 : 65.000 hộ = 2,20%", "tỷ lệ 2,20%, hoặc số hộ từ 1.427 đến 1.433 (nêu 1.429)"],
        ["1,429 ÷ 65,000 households = 2.20%", "a rate of 2.20%, or 1,427 to 1,433 (stated 1,429) households"],
    );
}

/// 100 × 1.429 : 2,205 = 64.807,3 and : 2,195 = 65.102,5.
#[test]
fn a_rate_without_a_total() {
    let files = now(r#""poor": { "households": 1429, "rate_percent": "2.20" }"#);
    says(
        &only(&files, |k| matches!(k, K::Rate(_))),
        ["1.429 hộ = 2,20% khi tổng hộ dân từ 64.808 đến 65.102", "tổng hộ dân từ 64.808 đến 65.102"],
        ["1,429 households = 2.20% for totals of 64,808 to 65,102", "all households 64,808 to 65,102"],
    );
}

/// The rates allow 64.808 to 65.102 households; 70.000 are given. One number explains it: the total.
#[test]
fn a_total_outside_the_rates() {
    let files = now(r#""households": 70000, "poor": { "households": 1429, "rate_percent": "2.20" },
        "near_poor": { "households": 1092, "rate_percent": "1.68" }"#);
    says(
        &only(&files, |k| matches!(k, K::Total(_))),
        [
            "Tổng hộ dân 70.000: ngoài khoảng 64.808-65.102*",
            "tổng hộ dân từ 64.808 đến 65.102 (đang là 70.000)",
        ],
        ["All households 70,000: outside 64,808-65,102*", "all households 64,808 to 65,102 (now 70,000)"],
    );
}

/// 330 = 3,30 % allows 9.985 to 10.015; 240 of these are 2,396 to 2,404 %, both 2,40 %, and 2,60 % is stated.
#[test]
fn two_rates_without_a_common_total() {
    let files = now(r#""poor": { "households": 330, "rate_percent": "3.30" },
        "near_poor": { "households": 240, "rate_percent": "2.60" }"#);
    says(
        &only(&files, |k| matches!(k, K::Total(_))),
        [
            "Các tỷ lệ không có tổng hộ dân chung: 9.985-10.015, 9.214-9.248",
            "tỷ lệ hộ cận nghèo 2,40% (đang là 2,60%)",
        ],
        [
            "The rates have no total in common: 9,985-10,015, 9,214-9,248",
            "rate of near-poor households 2.40% (now 2.60%)",
        ],
    );
}

const TWO: &str = r#""areas_complete": true, "areas": [
    { "name": "Xã Một", "kind": "commune", "poor": { "households": 180 } },
    { "name": "Xã Hai", "kind": "commune", "poor": { "households": 171 } } ]"#;

/// 180 + 171 = 351, 11 more than 340.
#[test]
fn case_17_areas_that_are_more_than_the_whole() {
    let files = now(&format!(r#""poor": {{ "households": 340 }}, {TWO}"#));
    says(
        &only(&files, |k| matches!(k, K::Areas(_))),
        ["Cộng 2 xã: 351 hộ nghèo, toàn huyện 340 (thừa 11)", "số hộ nghèo: tổng các xã bằng toàn huyện 340"],
        [
            "2 communes: 351 poor households, the district 340 (over by 11)",
            "poor households: the communes together are 340, as the district",
        ],
    );
}

#[test]
fn areas_that_add_up() {
    let files = now(&format!(r#""poor": {{ "households": 351 }}, {TWO}"#));
    says(
        &only(&files, |k| matches!(k, K::Areas(_))),
        ["Cộng 2 xã = toàn huyện: 351 hộ nghèo", "số hộ nghèo: tổng các xã bằng toàn huyện 351"],
        [
            "2 communes add up: 351 poor households",
            "poor households: the communes together are 351, as the district",
        ],
    );
}

/// 340 + 250 = 590, 10 fewer than 600.
#[test]
fn both_groups_together() {
    let files = now(
        r#""poor": { "households": 340 }, "near_poor": { "households": 250 }, "combined": { "households": 600 }"#,
    );
    says(
        &only(&files, |k| matches!(k, K::Combined(_))),
        [
            "Số hộ nghèo và cận nghèo: 340 + 250 = 590*, nêu 600 (thiếu 10)",
            "số hộ nghèo và cận nghèo bằng 590 (nêu 600)",
        ],
        [
            "Poor and near-poor households: 340 + 250 = 590*, stated 600 (short by 10)",
            "poor and near-poor households of 590 (stated 600)",
        ],
    );
}

fn target(result: &str, aim: &str) -> Vec<String> {
    now(&format!(
        r#""poor": {{ "households": 340 }}, "targets": [ {{ "id": "t", "name": "Giảm hộ nghèo", "year": 2022,
        "measure": "poor.households", {aim} "result": {{ {result} }} }} ]"#
    ))
}

/// 560 : 1,405 = 398,6 and : 1,395 = 401,4: the aims 399, 400 and 401 round to 140 %.
#[test]
fn a_percent_without_its_aim() {
    let files = target(r#""value": 560, "percent_of_aim": "140""#, "");
    says(
        &only(&files, |k| matches!(k, K::PercentOfAim(_))),
        [
            "560 hộ = 140% khi chỉ tiêu là 400* hộ (399, 401 cũng làm tròn thành 140%)",
            "chỉ tiêu từ 399 đến 401 hộ",
        ],
        [
            "560 households = 140% for a target of 400* (399, 401 also round to 140%)",
            "a target of 399 to 401 households",
        ],
    );
}

/// 62 : 50 = 124 %; 129,5 % of 50 is 64,75, 130,5 % is 65,25: only 65 is 130 %.
#[test]
fn a_percent_against_its_aim() {
    let files = target(r#""value": 62, "percent_of_aim": "130""#, r#""aim": { "reduce_by": 50 },"#);
    says(
        &only(&files, |k| matches!(k, K::PercentOfAim(_))),
        ["62 : 50 hộ = 124%*, nêu 130%", "đạt 124% (nêu 130%), hoặc kết quả 65"],
        ["62 ÷ 50 households = 124%*, stated 130%", "124% of the target (stated 130%), or a result of 65"],
    );
}

/// 50 : 1,6075 = 31,10 and : 1,6085 = 31,08: no whole number; 50 : 31 = 161,3 %.
#[test]
fn a_percent_that_no_aim_gives() {
    let files = target(r#""value": 50, "percent_of_aim": "160.8""#, "");
    says(
        &only(&files, |k| matches!(k, K::PercentOfAim(_))),
        ["50 hộ = 160,8%: không mức giao nào cho phần trăm này", "đạt 161,3% với chỉ tiêu 31 (nêu 160,8%)"],
        [
            "50 households = 160.8%: no target gives this percentage",
            "161.3% of a target of 31 (stated 160.8%)",
        ],
    );
}

/// 1.700 of 1.650: 50 too many.
#[test]
fn more_covered_than_entitled() {
    let files =
        now(r#""coverage": [ { "id": "b", "name": "BHYT", "covered": { "value": 1700, "unit": "person" },
        "eligible": { "value": 1650, "unit": "person" } } ]"#);
    says(
        &only(&files, |k| matches!(k, K::Coverage(_))),
        ["BHYT: 1.700 nhiều hơn số thuộc diện 1.650 (thừa 50)", "số đã có tối đa 1.650 (nêu 1.700)"],
        [
            "BHYT: 1,700 covered, more than the 1,650 entitled (over by 50)",
            "at most 1,650 covered (stated 1,700)",
        ],
    );
}
