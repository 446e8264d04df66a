//! Summary forms.

use serde_json::json;

use super::{area, imported};

/// The same three wards in every layout.
const WARDS: [(&str, i64, i64, i64); 3] =
    [("Phường 1", 4812, 102, 84), ("Phường 2", 3950, 76, 58), ("Phường 3", 3640, 63, 53)];

#[test]
fn every_layout_is_read_as_the_same_snapshot() {
    for file in [
        "layout-total-below.xlsx",
        "layout-total-by-name.xlsx",
        "layout-other-order.xlsx",
        "layout-numbers-as-text.xlsx",
        "layout-shares.xlsx",
        "layout-sheets-to-skip.xlsx",
        "layout-far-from-the-corner.xlsx",
        "layout-zones.xlsx",
        "layout-semicolons.csv",
        "layout-utf16.tsv",
        "layout-old.xls",
        "layout-open.ods",
    ] {
        let (snapshot, _) = imported(&[file], &[]);
        assert_eq!(snapshot["unit"], json!({ "name": "Quận 6", "kind": "district" }), "{file}");
        assert_eq!(snapshot["as_of"], "2022-12-31", "{file}");
        assert_eq!(snapshot["households"], 12402, "{file}");
        assert_eq!(snapshot["poor"]["households"], 241, "{file}");
        assert_eq!(snapshot["near_poor"]["households"], 195, "{file}");
        assert_eq!(snapshot["areas_complete"], true, "{file}");
        assert_eq!(snapshot["areas"].as_array().unwrap().len(), 3, "{file}");
        for (name, all, poor, near) in WARDS {
            let ward = area(&snapshot, name);
            assert_eq!(ward["households"], all, "{file} {name}");
            assert_eq!(ward["poor"]["households"], poor, "{file} {name}");
            assert_eq!(ward["near_poor"]["households"], near, "{file} {name}");
        }
    }
}

/// A rate keeps the decimals that the workbook shows, whether it is written as text, as a share or as a percentage.
#[test]
fn rates_are_read_as_they_are_shown() {
    for file in [
        "layout-numbers-as-text.xlsx",
        "layout-shares.xlsx",
        "layout-semicolons.csv",
        "layout-total-below.xlsx",
    ] {
        let (snapshot, _) = imported(&[file], &[]);
        let rates = WARDS.map(|(name, ..)| area(&snapshot, name)["poor"]["rate_percent"].clone());
        assert_eq!(rates, [json!("2.12"), json!("1.92"), json!("1.73")], "{file}");
    }
}

#[test]
fn levels_are_told_from_numbers() {
    for file in ["levels-by-digits.xlsx", "levels-by-romans.xlsx"] {
        let (snapshot, _) = imported(&[file], &[]);
        assert_eq!(snapshot["unit"]["kind"], "province", "{file}");
        assert_eq!(snapshot["poor"]["households"], 102, "{file}");
        let first = area(&snapshot, "Huyện A");
        assert_eq!((&first["households"], &first["areas_complete"]), (&json!(900), &json!(true)), "{file}");
        assert_eq!(area(first, "Xã A2")["poor"]["households"], 60, "{file}");
        assert_eq!(area(area(&snapshot, "Huyện B"), "Xã B1")["households"], 300, "{file}");
    }
}

/// One workbook with six forms is one snapshot: results, movement, lacks, causes, groups of people.
#[test]
fn the_forms_of_a_workbook_are_one_snapshot() {
    let (snapshot, told) = imported(&["six-forms.xlsx"], &[]);
    let ward = area(&snapshot, "Phường 1");
    assert_eq!(
        ward["poor"]["movement"],
        json!({ "start": 122, "to_near_poor": 8, "above_near_poor": 14, "other_out": 1, "from_near_poor": 2,
            "relapsed": 0, "newly": 1, "other_in": 0 })
    );
    assert_eq!(ward["poor"]["movement_persons"]["start"], 488);
    assert_eq!(ward["near_poor"]["movement"]["to_poor"], 8);
    assert_eq!(ward["near_poor"]["movement"]["from_poor"], 2);
    assert_eq!(ward["poor"]["persons"], 408);
    let lacks = ward["deprivations"].as_array().unwrap();
    let lack = |id: &str| lacks.iter().find(|lack| lack["id"] == id).map(|lack| lack["poor"].clone());
    assert_eq!(
        [lack("viec-lam"), lack("bao-hiem-y-te"), lack("nha-tieu")],
        [30, 20, 10].map(|n| Some(json!(n)))
    );
    let causes = ward["causes"].as_array().unwrap();
    assert!(causes.iter().any(|cause| cause["id"] == "om-dau" && cause["poor"] == 34), "{causes:?}");
    assert_eq!(ward["poor"]["policy_families"], 0);
    // Nothing is taken silently, nor left out.
    for said in [
        "six-forms.xlsx [Kết quả]",
        "F Hộ nghèo / Tỷ lệ (%) → poor.rate_percent",
        "H Hộ cận nghèo trở thành hộ nghèo → poor.movement.from_near_poor",
        "D Tổng số thiếu hụt → chỉ đối chiếu với tổng các chỉ số",
        "G Khác (chỉ đúng khi các nhóm không trùng nhau)",
        "six-forms.xlsx [Trẻ em]\ngiamngheo:   không nhập trang tính này",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
}

#[test]
fn workbooks_of_wards_are_one_district() {
    let files = ["ward-1.xlsx", "ward-2.xlsx", "ward-3.xlsx"];
    let (snapshot, _) = imported(&files, &["--unit", "Quận 6"]);
    for (name, all, poor, near) in WARDS {
        let ward = area(&snapshot, name);
        assert_eq!((&ward["households"], &ward["poor"]["households"]), (&json!(all), &json!(poor)));
        assert_eq!(ward["near_poor"]["households"], near);
        assert_eq!(area(ward, "Khu phố 2")["poor"]["households"], 30);
        assert_eq!(ward["areas_complete"], true);
    }
}

/// A map that was written is the reading itself; mended by hand it decides.
#[test]
fn a_map_decides_what_a_column_is() {
    let folder = crate::folder::Folder::new("import");
    let map = folder.at("map.json");
    super::run(&["two-readings.xlsx"], &["--write-map", &map]);
    let written = std::fs::read_to_string(&map).unwrap();
    assert!(written.contains("? poor.movement.newly | near_poor.movement.newly"), "{written}");
    std::fs::write(&map, r#"{ "Sheet": { "C": "poor.movement.newly" } }"#).unwrap();
    let (snapshot, _) = imported(&["two-readings.xlsx"], &["--map", &map]);
    assert_eq!(area(&snapshot, "Phường 1")["poor"]["movement"]["newly"], 3);
}

/// Rates of lacks are no figures of a snapshot: they are set against the counts, and what does not fit is told.
#[test]
fn rates_of_lacks_are_set_against_the_counts() {
    let (snapshot, told) = imported(&["lacks-as-rates.xlsx"], &[]);
    assert!(told.contains("D Việc làm → chỉ đối chiếu với deprivations.viec-lam.poor"), "{told}");
    assert!(told.contains("tỷ lệ: 3 khớp với số hộ; 2 chưa có số hộ để đối chiếu, không nhập"), "{told}");
    assert!(told.contains("[Tỷ lệ] E6: tỷ lệ 11 không khớp 20 trên 200 hộ"), "{told}");
    assert!(!told.contains("[Tỷ lệ] D5: tỷ lệ"), "{told}");
    let lacks = area(&snapshot, "Khu phố 2")["deprivations"].as_array().unwrap();
    assert_eq!(lacks.len(), 2, "only counts are stored: {lacks:?}");
}
