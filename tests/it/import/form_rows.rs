//! Rows of forms over several pages, of parts, without figures, without names; and rates of formats that are not seen.

use serde_json::{Value, json};

use super::{area, imported, refusal};

/// A form of a district with these rows below its headings.
fn form(rows: &str) -> (Value, String) {
    let (_folder, file) = written(rows);
    imported(&[&file], &[])
}

fn written(rows: &str) -> (crate::folder::Folder, String) {
    let folder = crate::folder::Folder::new("import");
    let heads =
        "UBND QUẬN 6;;;;\nTỔNG HỢP HỘ NGHÈO NĂM 2022;;;;\nSTT;Phường;Tổng số hộ;Hộ nghèo;Hộ cận nghèo\n";
    let file = folder.write("bieu.csv", &format!("{heads}{rows}"));
    (folder, file)
}

fn names(snapshot: &Value) -> Vec<&str> {
    let areas = snapshot["areas"].as_array().map(Vec::as_slice).unwrap_or_default();
    areas.iter().filter_map(|area| area["name"].as_str()).collect()
}

const FIRST: &str = "1;Phường 1;1500;10;20\n";
const SECOND: &str = "2;Phường 2;1200;5;8\n";

#[test]
fn sums_and_headings_of_pages_are_no_places() {
    let pages = [
        format!("{FIRST};Cộng trang 1;1500;10;20\n{SECOND};Cộng trang 2;1200;5;8\n"),
        format!("{FIRST};Cộng trang 1;1500;10;20\n;Mang sang;1500;10;20\n{SECOND}"),
        format!("A;B;1;2;3\n{FIRST}STT;Phường;Tổng số hộ;Hộ nghèo;Hộ cận nghèo\nA;B;1;2;3\n{SECOND}"),
    ];
    for rows in pages {
        let (snapshot, told) = form(&rows);
        assert_eq!(names(&snapshot), ["Phường 1", "Phường 2"], "{rows}: {told}");
        assert_eq!(snapshot["poor"]["households"]["value"], 15, "{rows}: {told}");
    }
}

/// Of two forms one has a row of the whole and the other none: that the second is not summed is said.
#[test]
fn a_form_without_a_row_of_the_whole_beside_one_with_it_is_told() {
    let (folder, file) = written(&format!("{FIRST}{SECOND};Tổng cộng;2700;15;28\n"));
    let heads = "UBND QUẬN 6;;;\nCHỈ SỐ THIẾU HỤT CỦA HỘ NGHÈO NĂM 2022;;;\nSTT;Phường;Việc làm;Dinh dưỡng\n";
    let other = folder.write("thieu-hut.csv", &format!("{heads}1;Phường 1;3;2\n2;Phường 2;1;1\n"));
    let (snapshot, told) = imported(&[&file, &other], &[]);
    assert_eq!(snapshot["poor"]["households"], 15, "{told}");
    assert!(snapshot.get("deprivations").is_none(), "{snapshot}");
    assert!(told.contains("không cộng vì biểu khác có: thiếu hụt"), "{told}");
}

#[test]
fn peoples_below_a_ward_are_no_wards() {
    let (snapshot, told) = form(&format!(
        "{FIRST};Trong đó: DTTS;100;2;3\n;- Người Hoa;50;1;2\n;- Người Khmer;50;1;1\n{SECOND}"
    ));
    assert_eq!(names(&snapshot), ["Phường 1", "Phường 2"], "{told}");
    assert_eq!(snapshot["poor"]["households"]["value"], 15);
    assert!(told.contains("dòng không phải địa bàn") && told.contains("5, 6, 7"), "{told}");
}

/// A ward with a row and nothing in it is one of them all the same: who has not reported is told by name.
#[test]
fn wards_without_figures_keep_their_names() {
    let silent = "3;Phường 3;;;\n4;Phường 4;-;-;-\n";
    let (snapshot, told) = form(&format!("{FIRST}{SECOND}{silent}"));
    assert_eq!(names(&snapshot), ["Phường 1", "Phường 2", "Phường 3", "Phường 4"]);
    assert_eq!(area(&snapshot, "Phường 3"), &json!({ "name": "Phường 3" }));
    assert!(snapshot.get("poor").is_none(), "no sum of two is that of four: {snapshot}");
    assert!(told.contains("địa bàn chưa có số, giữ tên: 6, 7"), "{told}");
    assert!(told.contains("chưa cộng số của toàn đơn vị: chưa có số của Phường 3, Phường 4"), "{told}");
    let (snapshot, _) = form(&format!("{FIRST}{SECOND}{silent};Tổng cộng;2700;15;28\nNgười lập biểu;;;;\n"));
    assert_eq!((names(&snapshot).len(), &snapshot["poor"]["households"]), (4, &json!(15)));
}

#[test]
fn a_row_of_figures_without_a_name_leaves_the_whole_open() {
    let (snapshot, told) = form(&format!("{FIRST}2;;1200;5;8\n3;Phường 3;800;4;3\n"));
    assert!(snapshot.get("poor").is_none(), "{snapshot}");
    assert!(
        told.contains("chưa cộng số của toàn đơn vị") && told.contains("có dòng số không có tên"),
        "{told}"
    );
}

/// "Hơn 20" in the only cell of a row is a figure.
#[test]
fn a_row_of_words_and_numbers_has_figures() {
    let (snapshot, told) = form(&format!("{FIRST}2;Phường 2;;hơn 20;\n"));
    let poor = &area(&snapshot, "Phường 2")["poor"]["households"];
    assert_eq!(poor, &json!({ "value": 20, "qualifier": "over" }), "{told}");
}

/// A quotation mark without its pair takes the rows below into one cell.
#[test]
fn an_open_quotation_mark_is_refused_with_its_row() {
    let (_folder, file) = written(&format!("{FIRST}{SECOND}3;\"Phường 3;1200;5;8\n4;Phường 4;1200;5;8\n"));
    let told = refusal(&[&file], &[]);
    assert!(told.contains("dòng 6: dấu ngoặc kép mở mà không đóng"), "{told}");
    // A name that ends with one, and a cell of two lines, are none.
    let (snapshot, told) = form(&format!("{FIRST}2;Phường 2\";1200;5;8\n"));
    assert_eq!(snapshot["areas"].as_array().map(Vec::len), Some(2), "{told}");
    let (snapshot, told) = form(&format!("{FIRST}2;\"Phường 2\";\"1200\";5;\"8\"\n"));
    assert_eq!(names(&snapshot), ["Phường 1", "Phường 2"], "{told}");
}

/// A column below a heading of the poor that is called by the near-poor is theirs.
#[test]
fn the_lowest_heading_names_the_group() {
    let folder = crate::folder::Folder::new("import");
    let heads = "UBND QUẬN 6;;;;\nTỔNG HỢP NĂM 2022;;;;\nSTT;Phường;Tổng số hộ dân;Số hộ nghèo đa chiều;\n;;;Nghèo;Cận nghèo\n";
    let file = folder.write("bieu.csv", &format!("{heads}{FIRST}{SECOND}"));
    let (snapshot, told) = imported(&[&file], &[]);
    let ward = area(&snapshot, "Phường 1");
    assert_eq!(
        (&ward["poor"]["households"], &ward["near_poor"]["households"]),
        (&json!(10), &json!(20)),
        "{told}"
    );
}

/// Neither format of a cell is seen in these two: the counts beside it tell a share of one from a percentage.
#[test]
fn rates_of_old_and_open_workbooks_keep_their_decimals() {
    for file in ["rates-old.xls", "rates-open.ods"] {
        let (snapshot, told) = imported(&[file], &[]);
        let rate = |ward: &str| area(&snapshot, ward)["poor"]["rate_percent"].clone();
        assert_eq!((rate("Phường 1"), rate("Phường 2")), (json!("0.67"), json!("16.67")), "{file}: {told}");
    }
}

/// The year that figures are held against is not theirs, and a day of their own that gives way is told.
#[test]
fn the_day_is_that_of_the_figures() {
    let folder = crate::folder::Folder::new("import");
    let file = |title: &str| {
        let heads = format!("UBND QUẬN 6;;;;\n{title};;;;\nSTT;Phường;Tổng số hộ;Hộ nghèo;Hộ cận nghèo\n");
        folder.write("bieu.csv", &format!("{heads}{FIRST}{SECOND}"))
    };
    for (title, day) in [
        ("TỔNG HỢP HỘ NGHÈO NĂM 2022 SO VỚI NĂM 2021", "2022-12-31"),
        ("TỔNG HỢP HỘ NGHÈO 30/11/2022", "2022-11-30"),
        ("TỔNG HỢP HỘ NGHÈO 2022", "2022-12-31"),
        ("KẾT QUẢ RÀ SOÁT HỘ NGHÈO NĂM 2022 LÀM CƠ SỞ THỰC HIỆN CHÍNH SÁCH NĂM 2023", "2022-12-31"),
        ("HỘ NGHÈO NĂM 2022 PHỤC VỤ AN SINH NĂM 2023", "2022-12-31"),
    ] {
        assert_eq!(imported(&[&file(title)], &[]).0["as_of"], day, "{title}");
    }
    let (snapshot, told) = imported(&[&file("TỔNG HỢP HỘ NGHÈO ĐẾN 30/11/2022")], &["--as-of", "2022-12-31"]);
    assert_eq!(snapshot["as_of"], "2022-12-31");
    assert!(told.contains("ghi ngày 30/11/2022: lấy ngày của --as-of"), "{told}");
}

/// The urban and the rural part of a place are no two places: one row of it is the place, two are refused with the first.
#[test]
fn a_place_may_have_rows_of_its_urban_and_rural_part() {
    let folder = crate::folder::Folder::new("import");
    let file = |rows: &str| {
        let heads = "UBND HUYỆN BA BỂ\nTỔNG HỢP HỘ NGHÈO NĂM 2022\nTT;Xã;Khu vực;Tổng số hộ;Hộ nghèo\n";
        folder.write("bieu.csv", &format!("{heads}{rows}"))
    };
    let told = refusal(
        &[&file("1;Xã A;Thành thị;400;8\n;;Nông thôn;600;12\n2;Xã B;Nông thôn;500;10\n;Cộng;;1500;30\n")],
        &[],
    );
    assert!(
        told.contains("C4: một địa bàn có nhiều dòng (thành thị, nông thôn) mà không có dòng cộng"),
        "{told}"
    );
    let rows = "1;Xã A;Cộng;1000;20\n;;Thành thị;400;8\n;;Nông thôn;600;12\n2;Xã B;Nông thôn;500;10\n;Cộng;;1500;30\n";
    let (snapshot, told) = imported(&[&file(rows)], &[]);
    assert_eq!(area(&snapshot, "Xã A")["poor"]["households"], 20, "{told}");
    assert_eq!(area(&snapshot, "Xã B")["poor"]["households"], 10, "{told}");
}

/// "Tổng số hộ" over the total and those of the minorities is that of all households.
#[test]
fn the_total_below_all_households_is_theirs() {
    let folder = crate::folder::Folder::new("import");
    let heads = "UBND HUYỆN BA BỂ\nTỔNG HỢP HỘ NGHÈO NĂM 2022\nTT;Xã;Tổng số hộ;;Hộ nghèo;\n;;Tổng số;Trong đó: DTTS;Tổng số;Trong đó: DTTS\n";
    let file = folder.write("bieu.csv", &format!("{heads}1;Xã A;1000;300;20;15\n2;Xã B;900;200;30;25\n"));
    let (snapshot, told) = imported(&[&file], &[]);
    assert_eq!(area(&snapshot, "Xã A")["households"], 1000, "{told}");
    assert_eq!(snapshot["poor"]["households"]["value"], 50, "{told}");
    assert!(told.contains("không nhập (chưa có trường): D Tổng số hộ / Trong đó: DTTS\n"), "{told}");
}

/// Shares of lacks that stand on a sheet of their own are set against the counts of another.
#[test]
fn shares_on_their_own_sheet_are_checked() {
    let folder = crate::folder::Folder::new("import");
    let counts = folder.write("th.csv", "UBND QUẬN 6;;;\nCHỈ SỐ THIẾU HỤT CỦA HỘ NGHÈO NĂM 2022;;;\nSTT;Phường;Tổng số hộ;Việc làm;Dinh dưỡng\n1;Phường 1;20;3;2\n2;Phường 2;30;4;15\n");
    let shares = folder.write("tl.csv", "UBND QUẬN 6;;;\nTỶ LỆ THIẾU HỤT CÁC CHỈ SỐ CỦA HỘ NGHÈO NĂM 2022;;;\nSTT;Phường;Việc làm (%);Dinh dưỡng (%)\n1;Phường 1;15;10\n2;Phường 2;13,33;40\n");
    let (snapshot, told) = imported(&[&counts, &shares], &[]);
    assert!(told.contains("tỷ lệ: 3 khớp với số hộ"), "{told}");
    assert!(told.contains("D5: tỷ lệ 40 không khớp 15 trên 30 hộ"), "{told}");
    assert_eq!(snapshot["doubts"].as_array().map(Vec::len), Some(1), "{snapshot}");
}
