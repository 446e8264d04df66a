//! What offices do: two lines of letterhead, headings of other matters, formulas, a folder of workbooks.

use serde_json::json;

use super::{area, imported, refusal, run, workbook};

#[test]
fn of_two_lines_of_a_letterhead_the_lower_office_writes() {
    let (snapshot, _) = imported(&["letterhead-3.xlsx"], &[]);
    assert_eq!(snapshot["unit"], json!({ "name": "Phường 3", "kind": "ward", "within": "Quận 6" }));
    let files = ["letterhead-3.xlsx", "letterhead-4.xlsx"];
    let (snapshot, told) = imported(&files, &["--unit", "Quận 6"]);
    assert_eq!(snapshot["unit"], json!({ "name": "Quận 6", "kind": "district" }));
    for name in ["Phường 3", "Phường 4"] {
        assert_eq!(area(area(&snapshot, name), "Khu phố 2")["poor"]["households"], 5, "{name}");
    }
    // Alike mappings are told once.
    assert_eq!(told.matches("→ poor.households").count(), 1, "{told}");
    assert!(told.contains("letterhead-3.xlsx [Sheet] và 1 trang tính nữa đọc như vậy"), "{told}");
    let told = refusal(&["letterhead-3.xlsx"], &["--unit", "Quận 7"]);
    assert!(told.contains("của Phường 3, không nằm trong Quận 7"), "{told}");
    let told = refusal(&["layout-zones.xlsx"], &["--unit", "Quận 7"]);
    assert!(told.contains("của Quận 6, không nằm trong Quận 7"), "{told}");
}

#[test]
fn wards_without_a_sheet_of_their_district_are_summed() {
    let files = ["ward-1.xlsx", "ward-2.xlsx", "ward-3.xlsx"];
    let (snapshot, told) = imported(&files, &["--unit", "Quận 6"]);
    let sum = |value: i64| json!({ "value": value, "provenance": "derived", "note": "Cộng 3 địa bàn" });
    assert_eq!(snapshot["households"], sum(12402));
    assert_eq!(snapshot["poor"]["households"], sum(241));
    assert!(told.contains("cộng 3 địa bàn (suy ra)"), "{told}");
    assert!(told.contains("→ poor.households"), "{told}");
}

#[test]
fn a_part_that_the_period_before_had_leaves_no_sum() {
    let folder = crate::folder::Folder::new("import");
    let before = folder.at("before.json");
    let all = ["ward-1.xlsx", "ward-2.xlsx", "ward-3.xlsx"];
    assert!(run(&all, &["--unit", "Quận 6", "-o", &before]).status.success());
    let more = ["--previous", &before, "--as-of", "2023-12-31"];
    let (snapshot, told) = imported(&all[..2], &more);
    assert!(snapshot["poor"].is_null(), "{snapshot}");
    assert!(told.contains("so với kỳ trước còn thiếu Phường 3"), "{told}");
}

/// The words of a field are not enough: what else stands in the heading may make it another figure.
#[test]
fn headings_that_say_more_are_left_out_and_told() {
    let (snapshot, told) = imported(&["other-matters.xlsx"], &[]);
    let names: Vec<&str> =
        snapshot["areas"].as_array().unwrap().iter().map(|area| area["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Phường 1", "Phường 2"]);
    assert_eq!(area(&snapshot, "Phường 1")["poor"]["households"], 3);
    assert_eq!(snapshot["as_of"], "2023-09-30", "the end of the quarter");
    for said in [
        "? D Kế hoạch hộ nghèo: không nhập",
        "? E Hộ nghèo năm 2022: không nhập",
        "? G Số hộ nghèo được vay vốn: không nhập",
        "F Hộ nghèo → poor.households",
        "dòng so sánh (năm khác, tăng giảm, tỷ lệ), không nhập: 8, 9",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
}

/// A total over its parts says that these are all: what does not add up is told as a contradiction.
#[test]
fn a_total_that_is_no_sum_is_told() {
    let folder = crate::folder::Folder::new("import");
    let output = run(&["other-matters.xlsx"], &["-o", &folder.at("out.json")]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("1 mâu thuẫn"), "{told}");
    let (snapshot, _) = imported(&["other-matters.xlsx"], &[]);
    assert_eq!(snapshot["areas_complete"], true);
}

#[test]
fn a_formula_that_is_not_computed_is_named() {
    let told = refusal(&["not-computed.xlsx"], &[]);
    for cell in ["C5", "C7", "D7"] {
        let said = format!("[Sheet] {cell}: công thức chưa tính: mở bằng Excel rồi lưu lại");
        assert!(told.contains(&said), "{said}\n{told}");
    }
    let told = refusal(&["not-computed.ods"], &[]);
    for cell in ["C4", "C6", "D6"] {
        let said = format!("[Biểu] {cell}: công thức chưa tính: mở bằng Excel rồi lưu lại");
        assert!(told.contains(&said), "{said}\n{told}");
    }
    // An older workbook has an empty text in place of what nothing has computed.
    let told = refusal(&["not-computed.xls"], &[]);
    assert!(told.contains("[KQ] C4: công thức chưa tính: mở bằng Excel rồi lưu lại"), "{told}");
}

#[test]
fn a_share_beside_a_part_is_left_out() {
    let (snapshot, told) = imported(&["older-summary.xlsx"], &[]);
    assert_eq!(area(&snapshot, "Xã A")["poor"]["rate_percent"], "8.50");
    assert!(told.contains("H Hộ nghèo cuối năm / Tỷ lệ % (tính lại được)"), "{told}");
}

#[test]
fn a_map_names_fields_that_there_are() {
    let folder = crate::folder::Folder::new("import");
    let map = folder.at("map.json");
    std::fs::write(&map, r#"{ "Sheet": { "C": "khong.co" } }"#).unwrap();
    let told = refusal(&["two-readings.xlsx"], &["--map", &map]);
    assert!(told.contains("“Sheet” C: “khong.co” không phải một trường"), "{told}");
    std::fs::write(&map, r#"{ "*": { "C": null, "D": "" } }"#).unwrap();
    let (snapshot, _) = imported(&["ward-1.xlsx"], &["--map", &map]);
    assert!(area(&snapshot, "Khu phố 1")["poor"].is_null());
    assert_eq!(area(&snapshot, "Khu phố 1")["near_poor"]["households"], 64);
}

#[test]
fn a_folder_is_the_workbooks_in_it() {
    let folder = crate::folder::Folder::new("import");
    let wards = folder.at("wards");
    std::fs::create_dir(&wards).unwrap();
    for name in ["ward-1.xlsx", "ward-2.xlsx"] {
        std::fs::copy(workbook(name), std::path::Path::new(&wards).join(name)).unwrap();
    }
    for other in ["~$ward-1.xlsx", "ghi-chu.txt"] {
        std::fs::write(std::path::Path::new(&wards).join(other), "x").unwrap();
    }
    // A path of its own goes before the folder of the test workbooks.
    let (snapshot, _) = imported(&[&wards], &["--unit", "Quận 6"]);
    assert_eq!(snapshot["areas"].as_array().unwrap().len(), 2);
    let told = refusal(&[&folder.at("")], &[]);
    assert!(told.contains("thư mục không có bảng tính nào"), "{told}");
}
