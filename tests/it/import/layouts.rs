//! Tables of other layouts than a row a place: read by their rows, or refused with what they are and what to do.

use serde_json::json;

use super::{area, imported, refusal};
use crate::folder::Folder;

const TITLE: &str = "TỔNG HỢP KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO ĐẾN NGÀY 31/12/2022\n";

/// A row a field, a column a ward: the same as a row a ward. A fault is told by the cell as it stands.
#[test]
fn wards_may_be_columns() {
    let folder = Folder::new("import");
    let head = format!(
        "UBND QUẬN 6\n{TITLE}STT;Chỉ tiêu;ĐVT;Phường 1;Phường 2;Tổng cộng\n1;Tổng số hộ dân cư;hộ;500;400;900\n"
    );
    let rows = "2;Số hộ nghèo;hộ;5;4;9\n3;Tỷ lệ hộ nghèo;%;1,00;1,00;1,00\n4;Hộ khá giả;hộ;1;2;3\n";
    let (snapshot, told) = imported(&[&folder.write("a.csv", &format!("{head}{rows}"))], &[]);
    let ward = area(&snapshot, "Phường 2");
    assert_eq!((&ward["households"], &ward["poor"]["households"]), (&json!(400), &json!(4)), "{told}");
    assert_eq!((&snapshot["households"], &snapshot["poor"]["rate_percent"]), (&json!(900), &json!("1.00")));
    assert!(told.contains("mỗi dòng là một chỉ tiêu, mỗi cột một nơi"), "{told}");
    assert!(told.contains("dòng 5 Số hộ nghèo → poor.households"), "{told}");
    assert!(told.contains("không nhập (chưa có trường): dòng 7 Hộ khá giả"), "{told}");
    let wrong = folder.write("b.csv", &format!("{head}2;Số hộ nghèo;hộ;nhiều;4;9\n"));
    assert!(refusal(&[&wrong], &[]).contains("b.csv D5: chữ ở cột số đếm"));
    let twice = head.replace("Phường 2", "Phường 1");
    assert!(refusal(&[&folder.write("c.csv", &twice)], &[]).contains("Phường 1 có nhiều cột"));
    // What is of other matters is passed over, beside forms that are read.
    let other = folder.write("d.csv", "UBND QUẬN 6\nNội dung;Kế hoạch;Thực hiện\nThu ngân sách;500;510\n");
    let (_, told) = imported(&[&folder.write("a.csv", &format!("{head}{rows}")), &other], &[]);
    assert!(told.contains("không nhận ra biểu nào") && !told.contains("không phải tên địa bàn"), "{told}");
}

/// What one ward reports as a list of fields, a section of them heading those below it.
#[test]
fn one_column_of_values_is_of_the_unit() {
    let folder = Folder::new("import");
    let rows = "Tổng số hộ dân cư;hộ;500\nHộ nghèo;;\nSố hộ;hộ;5\nTỷ lệ;%;1,00\nHộ cận nghèo;;\nSố hộ;hộ;6\n";
    let sheet = |head: &str, rows: &str| format!("UBND PHƯỜNG 3\n{TITLE}{head}\n{rows}");
    let form = folder.write("a.csv", &sheet("Nội dung;ĐVT;Số lượng", rows));
    let (snapshot, told) = imported(&[&form], &[]);
    assert_eq!(
        (&snapshot["unit"]["name"], &snapshot["households"]),
        (&json!("Phường 3"), &json!(500)),
        "{told}"
    );
    assert_eq!(
        (&snapshot["poor"]["households"], &snapshot["near_poor"]["households"]),
        (&json!(5), &json!(6))
    );
    assert!(snapshot["areas"].is_null(), "{snapshot}");
    let thousands = folder.write("b.csv", &sheet("Nội dung;ĐVT;Số lượng", "Tổng số hộ dân cư;nghìn hộ;5\n"));
    assert!(refusal(&[&thousands], &[]).contains("đơn vị tính là"));
    for head in ["Nội dung;Kế hoạch;Thực hiện", "Nội dung;Năm 2021;Năm 2022"] {
        let two = folder.write("c.csv", &sheet(head, "Tổng số hộ dân cư;500;510\nSố hộ nghèo;5;4\n"));
        let told = refusal(&[&two], &[]);
        let last = head.rsplit(';').next().unwrap();
        assert!(told.contains(&format!("“{last}”")) && told.contains("không phải tên địa bàn"), "{told}");
    }
}

/// Tables below one another that captions alone tell apart would be read by the headings of the first.
#[test]
fn tables_told_apart_by_captions_are_refused_as_such() {
    let folder = Folder::new("import");
    let two = "UBND QUẬN 6\nHỘ NGHÈO ĐẾN NGÀY 31/12/2022\nSTT;Phường;Tổng số hộ dân;Số hộ nghèo\n1;Phường 1;500;5\n\
               2;Phường 2;400;4\nHỘ CẬN NGHÈO ĐẾN NGÀY 31/12/2022;;;\n1;Phường 1;500;6\n2;Phường 2;400;3\n";
    let told = refusal(&[&folder.write("a.csv", two)], &[]);
    assert!(told.contains("a.csv A6: từ dòng này là một bảng khác của cùng các địa bàn ở dòng 4"), "{told}");
    assert!(!told.contains("hai số khác nhau"), "{told}");
    let zones = two.replace("1;Phường 1;500;6\n2;Phường 2;400;3\n", "3;Phường 3;300;2\n");
    assert_eq!(imported(&[&folder.write("b.csv", &zones)], &[]).0["areas"].as_array().unwrap().len(), 3);
}

/// Sums over some of the places are none of them, and not the whole.
#[test]
fn sums_over_some_places_are_left_out() {
    let folder = Folder::new("import");
    let head = "UBND HUYỆN A\nTỔNG HỢP HỘ NGHÈO ĐẾN NGÀY 31/12/2022\nSTT;Xã;Tổng số hộ dân;Số hộ nghèo\n";
    let plain = "1;Xã A;500;5\n2;Xã B;400;4\n;Cộng;900;9\n3;Xã C;300;3\n4;Xã D;200;2\n;Cộng;500;5\n;Tổng cộng;1400;14\n";
    let zones = "I;Cụm phía bắc;;\n1;Xã A;500;5\n2;Xã B;400;4\n;Cộng cụm phía bắc;900;9\nII;Khu vực 2;;\n1;Xã C;300;3\n\
                 2;Xã D;200;2\n;Tổng cộng khu vực 2;500;5\n;Tổng cộng;1400;14\n";
    for (rows, left) in [(plain, "6, 9"), (zones, "7, 11")] {
        let (snapshot, told) = imported(&[&folder.write("a.csv", &format!("{head}{rows}"))], &[]);
        assert!(told.contains(&format!("dòng cộng của một phần các địa bàn, không nhập: {left}")), "{told}");
        assert_eq!(snapshot["households"], 1400, "{told}");
        let names: Vec<&str> =
            snapshot["areas"].as_array().unwrap().iter().filter_map(|area| area["name"].as_str()).collect();
        assert_eq!(names, ["Xã A", "Xã B", "Xã C", "Xã D"]);
    }
    let (snapshot, told) =
        imported(&[&folder.write("b.csv", &format!("{head}1;Xã A;500;5\n2;Xã B;400;4\n;Cộng;900;9\n"))], &[]);
    assert_eq!(snapshot["households"], 900, "one sum alone is that of all: {told}");
}

/// A column that is headed with another day than the title's is of another period.
#[test]
fn a_column_of_another_day_is_left_out() {
    let folder = Folder::new("import");
    let head = "UBND QUẬN 6\nTỔNG HỢP HỘ NGHÈO ĐẾN NGÀY 31/12/2022\nSTT;Phường;Tổng số hộ dân";
    let form = format!(
        "{head};Số hộ nghèo đến 30/06/2022;Số hộ nghèo đến ngày 31 tháng 12 năm 2022\n1;Phường 1;500;5;4\n2;Phường 2;400;4;3\n"
    );
    let form = folder.write("a.csv", &form);
    let (snapshot, told) = imported(&[&form], &[]);
    assert_eq!(area(&snapshot, "Phường 1")["poor"]["households"], 4, "{told}");
    assert!(told.contains("D Số hộ nghèo đến 30/06/2022: không nhập, là số của ngày 30/06/2022"), "{told}");
    let (snapshot, told) = imported(&[&form], &["--as-of", "2022-06-30"]);
    assert_eq!(area(&snapshot, "Phường 1")["poor"]["households"], 5, "{told}");
    let start = format!(
        "{head};Số hộ nghèo đầu năm (01/01/2022);Số hộ nghèo\n1;Phường 1;500;5;4\n2;Phường 2;400;4;3\n"
    );
    let (snapshot, told) = imported(&[&folder.write("b.csv", &start)], &[]);
    assert_eq!(area(&snapshot, "Phường 1")["poor"]["movement"]["start"], 5, "{told}");
}

/// Lacks or causes as rows, the groups as columns: those of the unit, and no places.
#[test]
fn lacks_and_causes_may_be_rows() {
    let folder = Folder::new("import");
    let lacks =
        ["(1) Việc làm", "Người phụ thuộc", "Bảo hiểm y tế", "Nguồn nước sinh hoạt", "Nhà tiêu hợp vệ sinh"];
    let causes = ["Không có đất sản xuất", "Không có vốn sản xuất", "Ốm đau, bệnh nặng", "Nguyên nhân khác"];
    let rows = |names: &[&str]| -> String {
        names
            .iter()
            .enumerate()
            .map(|(at, name)| format!("{};{name};{};{}\n", at + 1, at + 10, at + 1))
            .collect::<Vec<_>>()
            .concat()
    };
    let of_list = |snapshot: &serde_json::Value,
                   list: &str|
     -> Vec<(String, serde_json::Value, serde_json::Value)> {
        let entries = snapshot[list].as_array().unwrap().iter();
        entries
            .map(|it| (it["id"].as_str().unwrap().to_owned(), it["poor"].clone(), it["near_poor"].clone()))
            .collect()
    };
    for (head, groups) in [
        ("Chỉ số", "Hộ nghèo;Hộ cận nghèo"),
        ("Nội dung", "Số hộ nghèo thiếu hụt;Số hộ cận nghèo thiếu hụt"),
        ("Chỉ tiêu", "Số hộ nghèo;Số hộ cận nghèo"),
    ] {
        let form = format!(
            "UBND PHƯỜNG 3\nCHỈ SỐ THIẾU HỤT CỦA HỘ NGHÈO, HỘ CẬN NGHÈO ĐẾN 31/12/2022\nSTT;{head};{groups}\n{}",
            rows(&lacks)
        );
        let (snapshot, told) = imported(&[&folder.write("a.csv", &form)], &[]);
        assert!(snapshot["areas"].is_null() && snapshot["poor"]["households"].is_null(), "{head}: {told}");
        let found = of_list(&snapshot, "deprivations");
        assert_eq!(found.len(), 5, "{told}");
        assert!(found.contains(&("nha-tieu".to_owned(), json!(14), json!(5))), "{found:?}");
    }
    let form = format!(
        "UBND PHƯỜNG 3\nNGUYÊN NHÂN NGHÈO ĐẾN 31/12/2022\nSTT;Nguyên nhân;Hộ nghèo;Hộ cận nghèo\n{};Tổng cộng;46;10\n;Tổng số;46;10\n",
        rows(&causes)
    );
    let (snapshot, told) = imported(&[&folder.write("b.csv", &form)], &[]);
    assert!(snapshot["areas"].is_null() && snapshot["poor"]["households"].is_null(), "{told}");
    assert_eq!(of_list(&snapshot, "causes")[0], ("dat-san-xuat".to_owned(), json!(10), json!(1)), "{told}");
    let wrong =
        folder.write("c.csv", &form.replace("Không có vốn sản xuất;11", "Không có vốn sản xuất;nhiều"));
    assert!(refusal(&[&wrong], &[]).contains("c.csv C5: chữ ở cột số đếm"));
}

/// Merged headings of lacks have the dimension over the indicator.
#[test]
fn an_indicator_goes_before_its_dimension() {
    let folder = Folder::new("import");
    let form = "UBND QUẬN 6\nHỘ NGHÈO THEO MỨC ĐỘ THIẾU HỤT ĐẾN 31/12/2022\nSTT;Phường;Tổng số hộ nghèo;Nước sinh hoạt và vệ sinh;\n\
                ;;;(9) Nguồn nước sinh hoạt;(10) Nhà tiêu hợp vệ sinh\n1;Phường 1;20;3;7\n2;Phường 2;30;4;9\n";
    let (snapshot, told) = imported(&[&folder.write("a.csv", form)], &[]);
    let lacks = &area(&snapshot, "Phường 1")["deprivations"];
    let of =
        |id: &str| lacks.as_array().unwrap().iter().find(|lack| lack["id"] == id).unwrap()["poor"].clone();
    assert_eq!((of("nuoc"), of("nha-tieu")), (json!(3), json!(7)), "{told}");
}

/// All households below the year that a column of the poor stands below too, and not below another.
#[test]
fn all_households_of_the_year_are_read() {
    let folder = Folder::new("import");
    let form = "UBND QUẬN 6\nKẾT QUẢ RÀ SOÁT HỘ NGHÈO NĂM 2022 SO VỚI NĂM 2021\nSTT;Phường;Năm 2021;;Năm 2022;\n\
                ;;Tổng số hộ;Hộ nghèo;Tổng số hộ;Hộ nghèo\n1;Phường 1;490;6;500;5\n2;Phường 2;390;5;400;4\n";
    let (snapshot, told) = imported(&[&folder.write("a.csv", form)], &["--as-of", "2022-12-31"]);
    let ward = area(&snapshot, "Phường 1");
    assert_eq!((&ward["households"], &ward["poor"]["households"]), (&json!(500), &json!(5)), "{told}");
    assert!(told.contains("không nhập (chưa có trường): C Năm 2021 / Tổng số hộ"), "{told}");
}
