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
