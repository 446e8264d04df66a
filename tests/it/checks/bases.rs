//! A line writes the sum that its verdict rests on, tells a rise as one, and names what is missing with its day.

use giamngheo::model::checks::CheckKind as K;
use giamngheo::model::checks::Verdict;
use giamngheo::text::Lang;
use giamngheo::text::say::check::{sentence, sum};

use super::{of, only, snapshot};

/// 1000 of 10 000 households, 10,00%; then these members.
fn after(members: &str) -> [String; 2] {
    let start = r#""households": 10000, "poor": { "households": 1000, "rate_percent": "10.00" }"#;
    [snapshot("2021-12-31", start), snapshot("2022-12-31", members)]
}

fn told(files: &[String], kind: fn(&K) -> bool) -> [String; 2] {
    let check = only(files, kind);
    [Lang::Vi, Lang::En].map(|lang| sentence(lang, &check))
}

/// 850 of 10 200 are 8,33%; the report states 8,50, from which −1,50 follows.
#[test]
fn the_sum_of_a_change_is_the_one_that_explains_it() {
    for (change, said) in [
        ("-1.50", "−1,50 điểm phần trăm = 8,50% − 10,00%"),
        ("-1.67", "−1,67 điểm phần trăm = 8,33%* − 10,00%"),
    ] {
        let files = after(&format!(
            r#""households": 10200, "poor": {{ "households": 850, "rate_percent": "8.50", "rate_change_points": "{change}" }}"#
        ));
        let check = only(&files, |k| matches!(k, K::RateChange(_)));
        assert_eq!(check.verdict, Verdict::Holds);
        assert_eq!(sentence(Lang::Vi, &check), format!("Tỷ lệ hộ nghèo: {}", said.replace('*', "")));
        let steps = sum(Lang::Vi, &check);
        assert!(steps[0].text().starts_with(said.split(" = ").nth(1).unwrap()), "{}", steps[0].text());
    }
}

#[test]
fn the_sum_of_a_result_is_the_one_that_explains_it() {
    let target = |result: &str| {
        after(&format!(
            r#""households": 10200, "poor": {{ "households": 850, "rate_percent": "8.50" }}, "targets": [ {{ "id": "t",
            "name": "Giảm tỷ lệ", "year": 2022, "measure": "poor.rate", "aim": {{ "reduce_by_points": 1 }}, "result": {result} }} ]"#
        ))
    };
    let said = told(&target(r#"{ "value": "1.50" }"#), |k| matches!(k, K::Result(_)));
    assert_eq!(said[0], "Giảm tỷ lệ: 1,50 điểm phần trăm = 10,00% − 8,50%");
}

/// From 12,00 to 11,00 asked, 11,20 reached: 80 % of the way, and 101,8 % of the level.
#[test]
fn a_percent_of_the_way_is_written_as_one() {
    let files = [
        snapshot("2021-12-31", r#""poor": { "rate_percent": "12.00" }"#),
        snapshot(
            "2022-12-31",
            r#""poor": { "rate_percent": "11.20" }, "targets": [ { "id": "t", "name": "Tỷ lệ", "year": 2022,
            "measure": "poor.rate", "aim": { "reach": "11.00" }, "result": { "value": "11.20", "percent_of_aim": 80 } } ]"#,
        ),
    ];
    let said = told(&files, |k| matches!(k, K::PercentOfAim(_)));
    assert_eq!(said[0], "(12,00% − 11,20%) : (12,00% − 11,00%) = 80%");
}

/// 1000 → 1050 is a rise of 50, and no fall of −50; nobody asks of it whether some escaped.
#[test]
fn a_rise_is_no_negative_fall() {
    let is_fall = |k: &K| matches!(k, K::Reduced(_));
    let rise = after(r#""poor": { "households": 1050, "reduced": -50 }"#);
    assert_eq!(
        told(&rise, is_fall),
        ["Số hộ nghèo tăng 50 = 1.050 − 1.000", "Poor households up 50 = 1,050 − 1,000"]
    );
    let none = after(r#""poor": { "households": 1050, "reduced": 50 }"#);
    assert_eq!(told(&none, is_fall)[0], "Số hộ nghèo −50, nhưng 1.050 − 1.000 = +50* (thừa 100)");
    let alone = [snapshot("2022-12-31", r#""poor": { "households": 1050, "reduced": -50 }"#)];
    assert_eq!(
        told(&alone, is_fall),
        [
            "Tăng 50 hộ nghèo: chưa so được với hiệu hai kỳ (cuối năm 2021 chưa có)",
            "Up 50 poor households: not compared (end of 2021 not loaded)"
        ]
    );
}

/// A file that is loaded is not "not there".
#[test]
fn a_file_with_a_rate_alone_is_said_to_have_that() {
    let files = [
        snapshot("2021-12-31", r#""poor": { "rate_percent": "10.00" }"#),
        snapshot("2022-12-31", r#""poor": { "households": 950, "reduced": 50 }"#),
    ];
    let fall = told(&files, |k| matches!(k, K::Reduced(_)));
    assert_eq!(fall[0], "50 hộ nghèo: giảm ròng hay thoát nghèo? (cuối năm 2021 chỉ có tỷ lệ)");
    let [vi, en] = told(&files, |k| matches!(k, K::Movement(_)));
    assert!(vi.ends_with("thiếu số hộ nghèo cuối năm 2021, thoát nghèo, tái nghèo, phát sinh mới"), "{vi}");
    assert!(
        en.ends_with("poor households at the end of 2021, exited, re-entered, newly poor not given"),
        "{en}"
    );
}

/// That the snapshots give a rise explains what the stated change and the result say of each other.
#[test]
fn one_number_is_contradicted_on_one_line() {
    let result = r#""targets": [ { "id": "t", "name": "Giảm tỷ lệ", "year": 2022, "measure": "poor.rate",
        "aim": { "reduce_by_points": "0.47" }, "result": { "value": "0.47" } } ]"#;
    let files = after(&format!(
        r#""households": 10000, "poor": {{ "households": 1004, "rate_percent": "10.04", "rate_change_points": "0.04" }}, {result}"#
    ));
    assert!(!of(&files).iter().any(|check| matches!(check.kind, K::ChangeAndResult(_))));
    let is_result = |k: &K| matches!(k, K::Result(_));
    assert_eq!(
        told(&files, is_result)[0],
        "Giảm tỷ lệ: −0,47 điểm phần trăm, nhưng 10,04% − 10,00% = +0,04* (lệch 0,51)"
    );
    let steps = sum(Lang::Vi, &only(&files, is_result));
    assert!(steps[0].text().contains("tệp nêu −0,47 điểm phần trăm"), "{}", steps[0].text());
}

/// 833 of 10 000 are more than 8,3% and less than 8,4%: what a bound decides is decided, in both ways.
#[test]
fn a_bound_that_decides_holds() {
    let cases = [
        ("8.3", "over", Verdict::Holds, "833 : 10.000 hộ = 8,33%*, nêu hơn 8,3%"),
        ("8.4", "under", Verdict::Holds, "833 : 10.000 hộ = 8,33%*, nêu dưới 8,4%"),
        ("8.4", "over", Verdict::Contradicts, "833 : 10.000 hộ = 8,33%*, nêu hơn 8,4%"),
    ];
    for (value, qualifier, verdict, said) in cases {
        let rate = format!(r#"{{ "value": "{value}", "qualifier": "{qualifier}" }}"#);
        let members =
            format!(r#""households": 10000, "poor": {{ "households": 833, "rate_percent": {rate} }}"#);
        let check = only(&[snapshot("2022-12-31", &members)], |k| matches!(k, K::Rate(_)));
        assert_eq!((check.verdict, sentence(Lang::Vi, &check).as_str()), (verdict, said));
    }
}

/// A bound of what is below zero speaks of the size.
#[test]
fn a_bound_of_a_fall_speaks_of_its_size() {
    for (qualifier, vi, en) in [
        ("over", "giảm hơn 0,69", "down over 0.69"),
        ("nearly", "giảm gần 0,69", "down nearly 0.69"),
        ("at_most", "giảm tối đa 0,69", "down at most 0.69"),
    ] {
        let change = format!(
            r#""poor": {{ "rate_change_points": {{ "value": "-0.69", "qualifier": "{qualifier}" }} }}"#
        );
        let said = told(&[snapshot("2022-12-31", &change)], |k| matches!(k, K::RateChange(_)));
        assert!(said[0].contains(vi) && said[1].contains(en), "{said:?}");
    }
}

/// Communes of the areas and of the whole; households of both groups where areas give only both.
#[test]
fn what_areas_count_is_set_against_the_whole() {
    let poor_communes = |n: u32| {
        format!(
            r#""indicators": [ {{ "id": "x", "name": "Xã nghèo", "unit": "commune", "better": "lower", "value": {n} }} ]"#
        )
    };
    let areas = |all: u32| {
        let [a, b] = [("Xã 1", 8, 60), ("Xã 2", 9, 90)].map(|(name, n, both)| {
            format!(r#"{{ "name": "{name}", "combined": {{ "households": {both} }}, {} }}"#, poor_communes(n))
        });
        format!(
            r#""poor": {{ "households": 100 }}, "near_poor": {{ "households": 50 }}, {}, "areas": [{a}, {b}], "areas_complete": true"#,
            poor_communes(all)
        )
    };
    let is_areas = |k: &K| matches!(k, K::Areas(_));
    let [holds, off] = [17, 10].map(|all| [snapshot("2022-12-31", &areas(all))]);
    assert_eq!(told(&holds, is_areas)[0], "Cộng 2 xã = toàn huyện: 150 hộ nghèo và cận nghèo, Xã nghèo 17");
    assert_eq!(told(&off, is_areas)[0], "Cộng 2 xã: Xã nghèo 17, toàn huyện 10 (thừa 7)");
}
