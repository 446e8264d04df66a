//! Sheets as offices leave them: tables side by side, rows twice, hamlets without numbers, what a filter hides.

use serde_json::json;

use super::{area, imported};

#[test]
fn tables_side_by_side_are_read_one_after_the_other() {
    let (snapshot, told) = imported(&["tables-side-by-side.xlsx"], &["--unit", "Quận 6"]);
    assert!(told.contains("[KQ], bảng từ cột A") && told.contains("[KQ], bảng từ cột G"), "{told}");
    for (ward, poor) in [("Phường 1", 102), ("Phường 2", 76), ("Phường 3", 63)] {
        assert_eq!(area(&snapshot, ward)["poor"]["households"], poor);
    }
}

#[test]
fn a_table_of_something_else_beside_is_told_and_gives_its_figures_to_no_place() {
    let (snapshot, told) = imported(&["table-beside.xlsx"], &["--unit", "Quận 6"]);
    assert!(
        told.contains("bảng từ cột G\ngiamngheo:   không nhập bảng này: không nhận ra biểu nào"),
        "{told}"
    );
    assert_eq!(area(&snapshot, "Phường 1")["poor"]["households"], 102);
}

#[test]
fn a_row_that_stands_twice_counts_once_and_is_told() {
    let (snapshot, told) = imported(&["row-twice.xlsx"], &["--unit", "Quận 6"]);
    assert!(told.contains("dòng 8 lặp lại dòng 5 (Phường 1): chỉ lấy một lần"), "{told}");
    assert_eq!(snapshot["poor"]["households"]["value"], 102 + 76 + 63);
}

#[test]
fn hamlets_without_numbers_lie_in_the_ward_above_them() {
    let (snapshot, told) = imported(&["hamlets-without-numbers.xlsx"], &["--unit", "Quận 6"]);
    let hamlets = |ward: &str| area(&snapshot, ward)["areas"].as_array().map_or(0, Vec::len);
    assert_eq!((hamlets("Phường 1"), hamlets("Phường 2"), hamlets("Phường 3")), (2, 1, 0), "{told}");
    assert_eq!(snapshot["poor"]["households"]["value"], 102 + 76 + 63);
}

#[test]
fn what_is_hidden_is_read_and_told() {
    let (snapshot, told) = imported(&["hamlets-without-numbers.xlsx"], &["--unit", "Quận 6"]);
    assert!(told.contains("có phần bị ẩn (1 dòng, 1 cột, 1 trang tính)"), "{told}");
    assert_eq!(area(&snapshot, "Phường 1")["areas"][0]["near_poor"]["households"], 80);
}

#[test]
fn a_total_at_the_beginning_of_the_year_is_not_that_of_its_end() {
    let (snapshot, told) = imported(&["start-and-end.xlsx"], &["--unit", "Quận 6"]);
    assert!(told.contains("không nhập (chưa có trường): C Tổng số hộ dân đầu năm"), "{told}");
    let ward = area(&snapshot, "Phường 1");
    assert_eq!(ward["households"], 4812);
    assert_eq!(ward["poor"], json!({ "households": 102, "movement": { "start": 130 } }));
}

#[test]
fn a_name_in_the_title_of_a_form_does_not_leave() {
    let (snapshot, told) = imported(&["somebody-in-the-title.xlsx"], &["--unit", "Quận 6"]);
    assert!(!snapshot.to_string().contains("CANARY") && !told.contains("CANARY"), "{told}");
    assert_eq!(snapshot["source"]["title"], "Số liệu hộ nghèo, hộ cận nghèo đến 31/12/2022");
}

#[test]
fn who_signs_a_list_is_no_member_and_a_column_of_kinds_is_known_by_its_cells() {
    let (snapshot, told) = imported(&["list-signed.xlsx"], &["--unit", "Quận 6"]);
    assert!(told.contains("E Diện → phân loại hộ"), "{told}");
    assert!(told.contains("không đọc được 1 dòng") && !told.contains("CANARY"), "{told}");
    assert_eq!(snapshot["poor"]["persons"], 3);
    assert_eq!(snapshot["near_poor"]["persons"], 1);
}

#[test]
fn rows_of_wards_and_of_their_quarters_are_two_levels() {
    let (snapshot, told) = imported(&["list-nested.xlsx"], &["--unit", "Quận 6"]);
    assert!(told.contains("đếm 4 hộ"), "{told}");
    let counted =
        |area: &serde_json::Value| (area["poor"]["households"].clone(), area["poor"]["persons"].clone());
    let quarters = |ward: &str| {
        let quarters = area(&snapshot, ward)["areas"].as_array().unwrap().clone();
        quarters.iter().map(|quarter| (quarter["name"].clone(), counted(quarter))).collect::<Vec<_>>()
    };
    assert_eq!(counted(area(&snapshot, "Phường 1")), (json!(3), json!(6)));
    let first = [(json!("Khu phố 1"), (json!(2), json!(5))), (json!("Khu phố 2"), (json!(1), json!(1)))];
    assert_eq!(quarters("Phường 1"), first);
    assert_eq!(quarters("Phường 2"), [(json!("Khu phố 1"), (json!(1), json!(4)))]);
}

#[test]
fn causes_of_the_near_poor_are_theirs() {
    let (snapshot, _) = imported(&["causes-of-near-poor.xlsx"], &["--unit", "Quận 6"]);
    let ward = area(&snapshot, "Phường 1");
    assert_eq!(ward["near_poor"]["households"], 12);
    assert_eq!(ward["causes"][0]["near_poor"], 5);
    assert!(ward["causes"][0]["poor"].is_null());
}

#[test]
fn a_list_without_a_ward_of_the_period_before_says_so() {
    let folder = crate::folder::Folder::new("import");
    let before = folder.at("before.json");
    let (mut snapshot, _) = imported(&["tables-side-by-side.xlsx"], &["--unit", "Quận 6"]);
    snapshot["as_of"] = json!("2021-12-31");
    std::fs::write(&before, snapshot.to_string()).unwrap();
    let (_, told) = imported(&["list-nested.xlsx"], &["--unit", "Quận 6", "--previous", &before]);
    assert!(told.contains("không có dòng nào của Phường 3, kỳ trước có"), "{told}");
}
