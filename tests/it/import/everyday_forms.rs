//! Forms as offices write them every day: sums under many words, letterheads of one cell, years and units among the
//! headings, marks beside names.

use serde_json::{Value, json};

use super::{area, imported, refusal};
use crate::folder::Folder;

const TITLE: &str = "TỔNG HỢP HỘ NGHÈO ĐẾN 31/12/2023;;;";

/// A form of a province with this below its title.
fn form(rows: &str) -> (Value, String) {
    table("TỈNH LÀO CAI", TITLE, rows)
}

/// What is told of one that is refused.
fn refused(rows: &str) -> String {
    let folder = Folder::new("import");
    refusal(&[&folder.write("bieu.csv", &format!("TỈNH LÀO CAI;;;\n{TITLE}\n{rows}\n"))], &[])
}

fn table(letterhead: &str, title: &str, rows: &str) -> (Value, String) {
    let folder = Folder::new("import");
    imported(&[&folder.write("bieu.csv", &format!("{letterhead};;;\n{title}\n{rows}\n"))], &[])
}

fn names(snapshot: &Value) -> Vec<&str> {
    snapshot["areas"].as_array().into_iter().flatten().filter_map(|area| area["name"].as_str()).collect()
}

const HEADS: &str = "STT;Đơn vị;Tổng số hộ;Hộ nghèo";

/// A sum that does not add up is the unit's all the same: that is what it is there to show.
#[test]
fn a_sum_is_known_by_its_words_whatever_it_comes_to() {
    for words in [
        "Cộng toàn tỉnh",
        "Cộng chung",
        "T.Cộng",
        "Toàn TP",
        "Cả tỉnh",
        "Tổng 2 xã",
        "TC",
        "- Tổng cộng",
        "Tổng xã",
        "LÀO CAI",
        "Tỉnh Lào Cai",
    ] {
        let total = format!(";{words};310;37");
        let places = "1;Xã A Lù;100;10\n2;Xã Bảo Hà;200;25";
        for rows in [format!("{HEADS}\n{places}\n{total}"), format!("{HEADS}\n{total}\n{places}")] {
            let (snapshot, told) = form(&rows);
            assert_eq!(names(&snapshot), ["Xã A Lù", "Xã Bảo Hà"], "{words}: {told}");
            assert_eq!(
                (&snapshot["households"], &snapshot["poor"]["households"]),
                (&json!(310), &json!(37)),
                "{words}"
            );
            assert_eq!(snapshot["areas_complete"], true, "{words}: the difference contradicts");
        }
    }
}

#[test]
fn a_sum_on_top_whose_label_stands_under_the_number_is_no_heading() {
    let rows =
        format!("{HEADS};Hộ cận nghèo\nToàn tỉnh;;1.900;55;15\n1;Huyện A;1.000;20;10\n2;Huyện B;900;30;5");
    let (snapshot, told) = form(&rows);
    assert_eq!(
        (&snapshot["households"], &snapshot["poor"]["households"]),
        (&json!(1900), &json!(55)),
        "{told}"
    );
    assert_eq!(area(&snapshot, "Huyện A")["poor"]["households"], 20);
}

#[test]
fn years_and_days_below_a_heading_part_its_columns() {
    for times in ["2021;2022;2023", "31/12/2021;31/12/2022;31/12/2023", "Năm 2021;Năm 2022;Năm 2023"] {
        let rows = format!(
            "STT;Huyện;Hộ nghèo;;\n;;{times}\n1;Huyện A;100;90;80\n2;Huyện B;150;140;130\n;Cộng;250;230;210"
        );
        let (snapshot, told) = form(&rows);
        assert_eq!(snapshot["poor"]["households"], 210, "{times}: {told}");
        assert_eq!(area(&snapshot, "Huyện B")["poor"]["households"], 130, "{times}");
    }
}

#[test]
fn a_row_of_units_is_no_word_of_the_headings() {
    let rows = "STT;Huyện;Tổng số hộ;Hộ nghèo;\n;;;Số hộ;Tỷ lệ\n;;(hộ);(hộ);(%)\n1;Huyện A;1000;100;10\n;Cộng;1000;100;10";
    let (snapshot, told) = form(rows);
    assert_eq!(snapshot["households"], 1000, "{told}");
    assert_eq!(snapshot["poor"], json!({ "households": 100, "rate_percent": "10" }), "{told}");
}

#[test]
fn other_spellings_and_headings_of_the_whole_are_known() {
    let rows = "STT;Đơn vị;Tổng số dân cư;;Hộ nghèo;\n;;Số hộ;Nhân khẩu;Số hộ;Tỉ lệ (%)\n\
        1;H. Văn Bàn;1000;4000;20;2,00\n2;H. Bảo Yên;900;3600;30;3,33\n;Cộng;1900;7600;50;2,63";
    let (snapshot, told) = form(rows);
    assert_eq!((&snapshot["households"], &snapshot["persons"]), (&json!(1900), &json!(7600)), "{told}");
    assert_eq!(snapshot["poor"], json!({ "households": 50, "rate_percent": "2.63" }), "{told}");
    assert_eq!(snapshot["areas"].as_array().unwrap().len(), 2, "{told}");
}

/// The lines of a letterhead that stand in one cell are lines all the same, and who signs below is nobody's unit.
#[test]
fn a_letterhead_of_one_cell_names_the_unit_alone() {
    for (cell, unit) in [
        ("UBND HUYỆN BA BỂ\nPHÒNG LĐ-TB&XH", "Huyện Ba Bể"),
        ("UBND TỈNH BẮC KẠN\nSỞ LAO ĐỘNG - TB&XH", "Tỉnh Bắc Kạn"),
        ("UBND HUYỆN BA BỂ\n-------", "Huyện Ba Bể"),
        ("UBND XÃ BÀNH TRẠCH\nSố: 12/BC-UBND", "Xã Bành Trạch"),
        ("UBND XÃ BÀNH TRẠCH\nBAN CHỈ ĐẠO GIẢM NGHÈO", "Xã Bành Trạch"),
        ("UBND XÃ BÀNH TRẠCH\nLê Canaryman", "Xã Bành Trạch"),
        ("UBND XÃ BÀNH TRẠCH Lê Canaryman", "Xã Bành Trạch"),
        ("UBND HUYỆN BA BỂ\nUBND XÃ BÀNH TRẠCH", "Xã Bành Trạch"),
        ("ỦY BAN NHÂN DÂN\nXÃ BÀNH TRẠCH", "Xã Bành Trạch"),
        ("UBND XÃ BÀNH\nTRẠCH", "Xã Bành Trạch"),
    ] {
        let rows = format!("{HEADS}\n1;Thôn Đông;100;10\n2;Thôn Đoài;200;20\n;Cộng;300;30");
        let (snapshot, told) = table(&format!("\"{cell}\""), TITLE, &rows);
        assert_eq!(snapshot["unit"]["name"], unit, "{cell}: {told}");
        assert!(!snapshot.to_string().contains("Canary"), "{cell}: {snapshot}");
    }
}

#[test]
fn a_year_that_the_figures_serve_is_not_theirs() {
    let rows = format!("{HEADS}\n1;Xã A;100;10\n2;Xã B;200;20\n;Cộng;300;30");
    let title = "KẾT QUẢ RÀ SOÁT HỘ NGHÈO NĂM 2022 (ÁP DỤNG NĂM 2023)";
    let (snapshot, told) = table("TỈNH LÀO CAI", title, &rows);
    assert_eq!(snapshot["as_of"], "2022-12-31", "{told}");
}

/// A column that sorts the places names none of them, and what a sum is sorted by is none.
#[test]
fn zones_beside_and_below_the_places_are_no_places() {
    for values in [["Thành thị", "Nông thôn"], ["I", "III"], ["KV1", "KV3"]] {
        let [one, two] = values;
        let rows =
            format!("TT;Xã;Khu vực;Tổng số hộ;Hộ nghèo\n1;Thị trấn A;{one};400;8\n2;Xã B;{two};600;12");
        let (snapshot, told) = form(&rows);
        assert_eq!(names(&snapshot), ["Thị trấn A", "Xã B"], "{one}: {told}");
        assert_eq!(snapshot["poor"]["households"]["value"], 20, "{one}: {told}");
    }
    let rows = format!(
        "{HEADS}\n1;Xã A;1000;20\n2;Xã B;900;30\n;Tổng cộng;1900;50\n;Trong đó:;;\n;- DTTS;800;30\na;Khu vực I;1000;20\nb;Khu vực III;900;30"
    );
    let (snapshot, told) = form(&rows);
    assert_eq!(names(&snapshot), ["Xã A", "Xã B"], "{told}");
}

/// The sum of a place that stands among its parts is its own: what it is not the sum of is to be seen.
#[test]
fn a_sum_among_the_parts_of_a_place_is_the_place() {
    let rows = "TT;Xã;Thôn;Tổng số hộ;Hộ nghèo\n1;Xã A;Thôn 1;400;8\n;;Thôn 2;600;12\n;;Cộng;999;20\n\
        2;Xã B;Thôn 1;500;10\n;;Thôn 2;400;20\n;;Cộng;900;30\nTổng cộng;;;1900;50";
    let (snapshot, told) = form(rows);
    let xa = area(&snapshot, "Xã A");
    assert_eq!((&xa["households"], &xa["areas_complete"]), (&json!(999), &json!(true)), "{told}");
    assert_eq!(names(xa), ["Thôn 1", "Thôn 2"]);
}

/// Two tables of one place name it with and without a mark: it is one.
#[test]
fn marks_and_people_beside_a_name_are_no_part_of_it() {
    let rows = format!("{HEADS}\n1;Xã Bành Trạch*;100;10\n2;Xã Cao Thượng (xã ĐBKK);200;20\n;Cộng;300;30");
    assert_eq!(names(&form(&rows).0), ["Xã Bành Trạch", "Xã Cao Thượng"]);
    for name in ["Bản Bú (Lò Canaryman)", "Bản Bú - Quàng Canaryman", "Bản Bú, nhà ông Canaryman"]
    {
        let rows = format!("STT;Thôn;Hộ nghèo;Hộ cận nghèo\n1;{name};10;5\n2;Bản Mới;11;5\n;Cộng;21;10");
        let (snapshot, told) = table("XÃ MƯỜNG BÚ", TITLE, &rows);
        assert_eq!(names(&snapshot), ["Bản Bú", "Bản Mới"], "{name}: {told}");
        assert!(!told.contains("Canary") && !snapshot.to_string().contains("Canary"), "{name}: {told}");
    }
}

const MOVED: &str = "TT;Xã;Hộ nghèo;;;;;;;\n;;Đầu năm;Giảm trong năm;;;Tăng trong năm;;;Cuối năm\n;;;Thoát nghèo;Chuyển sang cận nghèo;Chết, chuyển đi;Tái nghèo;Phát sinh mới;Tăng do nguyên nhân khác;";

/// Who became near-poor stands beside those who escaped: whether these are all or the rest, the balance says.
#[test]
fn those_who_escaped_are_all_or_the_rest_as_the_end_says() {
    let moved = |rows: &str| form(&format!("DIỄN BIẾN HỘ NGHÈO NĂM 2023\n{MOVED}\n{rows}"));
    let (snapshot, told) =
        moved("1;Xã A;100;20;15;5;2;8;1;71\n2;Xã B;50;5;5;0;0;2;0;42\n;Cộng;150;25;20;5;2;10;1;113");
    let expected = json!({ "start": 150, "to_near_poor": 20, "above_near_poor": 25, "other_out": 5, "relapsed": 2,
        "newly": 10, "other_in": 1 });
    assert_eq!(snapshot["poor"]["movement"], expected, "{told}");
    let (snapshot, told) =
        moved("1;Xã A;100;20;15;5;2;8;1;86\n2;Xã B;50;5;5;0;0;2;0;47\n;Cộng;150;25;20;5;2;10;1;133");
    let movement = &snapshot["poor"]["movement"];
    assert_eq!((&movement["escaped"], &movement["to_near_poor"]), (&json!(25), &json!(20)), "{told}");
    assert!(movement.get("above_near_poor").is_none(), "{movement}");
    let told = refused(&format!(
        "DIỄN BIẾN HỘ NGHÈO NĂM 2023\n{MOVED}\n1;Xã A;100;20;15;5;2;8;1;60\n2;Xã B;50;5;5;0;0;2;0;42\n;Cộng;150;25;20;5;2;10;1;102"
    ));
    assert!(told.contains("poor.movement.escaped hay poor.movement.above_near_poor"), "{told}");
}

/// Who went for other reasons may have several columns: they are one line, and their own sum is not added to them.
#[test]
fn several_columns_of_other_reasons_are_one_line() {
    let heads = "TT;Xã;Hộ nghèo đầu kỳ;Thoát nghèo;Giảm khác;;;Hộ nghèo cuối kỳ\n;;;;Tổng số;Chết;Chuyển đi;";
    let (snapshot, told) = form(&format!(
        "DIỄN BIẾN HỘ NGHÈO NĂM 2023\n{heads}\n1;Xã A;100;20;5;2;3;75\n2;Xã B;50;5;1;1;0;44\n;Cộng;150;25;6;3;3;119"
    ));
    assert_eq!(snapshot["poor"]["movement"]["other_out"], 6, "{told}");
}

/// One cell is blank: what is summed without it, and what is not, is told.
#[test]
fn a_count_that_one_place_lacks_is_told_as_not_summed() {
    let rows = format!("{HEADS}\n1;Xã A;100;10\n2;Xã B;200;\n3;Xã C;300;30");
    let (snapshot, told) = form(&rows);
    assert!(snapshot.get("poor").is_none(), "{snapshot}");
    assert!(told.contains("chưa cộng số hộ nghèo của toàn đơn vị: chưa có số của Xã B"), "{told}");
    assert!(!told.contains("households của toàn đơn vị: chưa có số của Xã A"), "{told}");
}

#[test]
fn a_rate_of_two_readings_is_asked_for_with_its_sign() {
    let heads = "TT;Xã;Hộ nghèo;Tỷ lệ (%)";
    let told = refused(&format!("{heads}\n1;Xã A;5;0,5\n2;Xã B;8;0,8\n;Cộng;13;0,65"));
    assert!(told.contains("0,5% hay 50,00%; gõ lại cả dấu % vào ô: 0,5%, hoặc 50,00%"), "{told}");
    let (snapshot, told) = form(&format!("{heads}\n1;Xã A;5;0,5%\n2;Xã B;8;0,8%\n;Cộng;13;0,65%"));
    assert_eq!(snapshot["poor"]["rate_percent"], "0.65", "{told}");
}

/// The groups may stand below what heads all that was reviewed; below another group they are something else.
#[test]
fn groups_among_all_households_are_the_groups() {
    let of = |top: &str| {
        let heads = format!("TT;Xã;{top};;\n;;Tổng số hộ toàn huyện;Trong đó;\n;;;Hộ nghèo;Hộ cận nghèo");
        format!("{heads}\n1;Xã A;100;10;4\n2;Xã B;200;20;8\n;Cộng;300;30;12")
    };
    for top in ["Kết quả rà soát", "Tổng số hộ dân cư"] {
        let (snapshot, told) = form(&of(top));
        assert_eq!(snapshot["households"], 300, "{top}: {told}");
        assert_eq!(snapshot["poor"]["households"], 30, "{top}: {told}");
        assert_eq!(snapshot["near_poor"]["households"], 12, "{top}: {told}");
    }
    let told = refused(&of("Hộ thoát nghèo trong năm"));
    assert!(told.contains("không nhận ra biểu nào"), "{told}");
}
