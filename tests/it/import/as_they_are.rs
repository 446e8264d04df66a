//! Sheets as offices leave them: tables side by side, rows twice, hamlets without numbers, what a filter hides.

use serde_json::json;

use super::{area, imported, refusal};

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

#[test]
fn the_words_that_a_cell_may_hold_are_listed_where_another_stands() {
    let told = refusal(&["other-words.xlsx"], &[]);
    for why in [
        "[Thông tin] B2 “Cấp”: viết một trong: Cả nước; Tỉnh, thành phố; Quận, huyện;",
        "[Thông tin] B4 “Loại số liệu”: viết một trong: Báo cáo; Ước thực hiện; Suy ra; MINH HỌA",
        "[Nhiệm vụ] C2 “Tình trạng”: viết một trong: Chưa làm; Đang làm; Đã xong",
        "[Chính sách] C2 “Đã hỗ trợ”: không phải một số; trước số viết một trong: hơn; trên; gần; khoảng;",
        "[Kết quả] C2: chữ trước số không nhận ra: viết một trong: hơn; trên; gần; khoảng;",
    ] {
        assert!(told.contains(why), "{why}: {told}");
    }
}

#[test]
fn a_day_in_brackets_is_told() {
    let (snapshot, told) = imported(&["day-in-brackets.xlsx"], &[]);
    assert!(!told.contains("không ghi ngày"), "{told}");
    assert_eq!(snapshot["as_of"], "2022-11-30");
}

#[test]
fn a_list_is_of_the_commune_that_its_title_names() {
    let (snapshot, told) = imported(&["list-of-a-commune.xlsx"], &[]);
    assert_eq!(
        (&snapshot["unit"]["name"], &snapshot["unit"]["within"]),
        (&json!("Xã Xuân Thới"), &json!("Huyện Hóc Môn"))
    );
    assert!(!snapshot.to_string().contains("CANARY") && !told.contains("CANARY"), "{told}");
    let lists = ["list-of-a-commune.xlsx", "list-below-a-district.xlsx"];
    let (snapshot, _) = imported(&lists, &["--unit", "Huyện Hóc Môn"]);
    assert_eq!(area(&snapshot, "Xã Xuân Thới")["poor"], json!({ "households": 2, "persons": 5 }));
    assert_eq!(area(&snapshot, "Xã Tân Hiệp")["poor"], json!({ "households": 1, "persons": 4 }));
}

#[test]
fn members_may_be_headed_with_the_one_word() {
    let (snapshot, told) = imported(&["list-members-of.xlsx"], &[]);
    assert!(told.contains("B Các thành viên trong hộ → tên") && !told.contains("CANARY"), "{told}");
    assert_eq!(snapshot["poor"], json!({ "households": 2, "persons": 4 }));
}

#[test]
fn persons_without_a_field_are_told() {
    let (snapshot, told) = imported(&["rows-of-persons.xlsx"], &[]);
    let left = "không nhập (chưa có trường): F Có thành viên là người có công (dòng nhân khẩu)";
    assert!(told.contains(left), "{told}");
    let ward = area(&snapshot, "Phường 1");
    assert_eq!((&ward["poor"]["households"], &ward["poor"]["persons"]), (&json!(102), &json!(408)));
    assert_eq!(ward["poor"]["policy_families"], 2);
}

#[test]
fn a_total_of_lacks_is_set_against_them() {
    let (_, told) = imported(&["lacks-added-up.xlsx"], &[]);
    assert!(told.contains("D Tổng số thiếu hụt → chỉ đối chiếu với tổng các chỉ số"), "{told}");
    assert!(told.contains("D6: tổng số thiếu hụt 52, các chỉ số cộng lại là 50"), "{told}");
    assert!(!told.contains("D5:") && !told.contains("D7:"), "{told}");
}

#[test]
fn a_total_of_households_that_lack_anything_is_left_out_and_told() {
    let (_, told) = imported(&["lacks-of-households.xlsx"], &[]);
    let left = "không nhập (chưa có trường): D Tổng số thiếu hụt (không phải tổng các chỉ số: có lẽ là số hộ có thiếu hụt)";
    assert!(told.contains(left) && !told.contains("các chỉ số cộng lại"), "{told}");
}

#[test]
fn what_the_other_kinds_of_workbooks_hide_is_told_too() {
    for name in ["hidden.xls", "hidden.ods"] {
        let (snapshot, told) = imported(&[name], &[]);
        assert!(told.contains("có phần bị ẩn (1 dòng, 2 cột, 1 trang tính)"), "{told}");
        assert_eq!(snapshot["poor"]["households"]["value"], 102 + 76 + 63);
    }
    let (_, told) = imported(&["layout-old.xls"], &[]);
    assert!(!told.contains("ẩn"), "{told}");
}
