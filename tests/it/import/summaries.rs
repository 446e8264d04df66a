//! What a form says of all its figures, of its rows, and of columns beside each other.

use std::process::Output;

use encoding_rs::{WINDOWS_1252, WINDOWS_1258};
use serde_json::{Value, json};

use super::{area, imported, refusal};
use crate::folder::Folder;

/// Runs an import of a file that holds this.
fn run(bytes: &[u8]) -> Output {
    let folder = Folder::new("import");
    let file = folder.at("bieu.csv");
    std::fs::write(&file, bytes).unwrap();
    std::process::Command::new(env!("CARGO_BIN_EXE_giamngheo"))
        .args(["import", "--lang", "vi", "--now", "2024-01-10", &file])
        .env_remove("GIAMNGHEO_LANG")
        .output()
        .unwrap()
}

/// The snapshot of a table of a ward under this title, and what was told.
fn of(title: &str, rows: &str) -> (Option<Value>, String) {
    let output = run(format!("UBND PHƯỜNG 3\n{title}\n{rows}\n").as_bytes());
    let told = String::from_utf8(output.stderr).unwrap();
    (serde_json::from_slice(&output.stdout).ok(), told)
}

const POOR: &str = "STT;Khu phố;Hộ nghèo;Hộ cận nghèo\n1;Khu phố 1;10;4\n;Cộng;10;4";

/// Names of people are no areas, whatever heads them: the sheet is left out, and none of them is told.
#[test]
fn people_are_never_areas() {
    for sheet in ["1", "2", "3", "4", "5", "6", "7", "8", "tổ", "nghèo"] {
        let told = refusal(&["people-as-places.xlsx"], &["--sheet", sheet]);
        assert!(!told.contains("CANARY"), "{sheet}: {told}");
        assert!(told.contains("cột tên có thể là tên người"), "{sheet}: {told}");
    }
}

#[test]
fn a_title_may_make_a_table_another_figure() {
    for (title, said) in [
        ("TỔNG HỢP HỘ NGHÈO, CẬN NGHÈO CÓ PHỤ NỮ LÀM CHỦ HỘ NĂM 2023", "PHỤ NỮ"),
        ("TỔNG HỢP HỘ NGHÈO, CẬN NGHÈO ĐƯỢC HỖ TRỢ NHÀ Ở NĂM 2023", "ĐƯỢC HỖ TRỢ"),
        ("DỰ KIẾN HỘ NGHÈO, CẬN NGHÈO NĂM 2023", "DỰ KIẾN"),
        ("KẾ HOẠCH GIẢM NGHÈO NĂM 2024", "KẾ HOẠCH"),
        ("TỔNG HỢP HỘ THOÁT NGHÈO, THOÁT CẬN NGHÈO NĂM 2023", "THOÁT CẬN NGHÈO"),
        ("TỔNG HỢP NHÂN KHẨU NGHÈO, CẬN NGHÈO NĂM 2023", "NHÂN KHẨU"),
        ("TỔNG HỢP HỘ NGHÈO NĂM 2023\nĐVT: khẩu", "khẩu"),
    ] {
        let (snapshot, told) = of(title, POOR);
        assert_eq!(snapshot, None, "{title}");
        assert!(told.contains(&format!("? tiêu đề có “{said}”")), "{title}: {told}");
        assert!(!told.contains("--unit") && !told.contains("--as-of"), "{told}");
    }
    let (snapshot, _) = of("TỔNG HỢP HỘ NGHÈO, CẬN NGHÈO LÀ DÂN TỘC THIỂU SỐ NĂM 2023", POOR);
    let poor = &snapshot.unwrap()["poor"];
    assert_eq!((&poor["households"], &poor["among"][0]["households"]), (&Value::Null, &json!(10)));
    let (snapshot, told) = of("TỔNG HỢP HỘ NGHÈO NĂM 2023\n(ĐVT: nghìn hộ)", POOR);
    assert!(snapshot.is_none() && told.contains("đơn vị tính là “nghìn”"), "{told}");
    let (snapshot, _) = of("ƯỚC THỰC HIỆN KẾT QUẢ GIẢM NGHÈO NĂM 2023", POOR);
    assert_eq!(snapshot.unwrap()["source"]["provenance"], "estimated");
}

#[test]
fn children_are_no_households() {
    let told = refusal(&["children.xlsx"], &[]);
    assert!(
        told.contains("? tiêu đề có “TRẺ EM”") && told.contains("D Y tế / Dinh dưỡng (theo tiêu đề)"),
        "{told}"
    );
}

#[test]
fn headings_of_a_second_table_are_refused_by_their_row() {
    let told = refusal(&["two-tables.xlsx"], &[]);
    assert!(told.contains("B6: tiêu đề cột khác với dòng 3"), "{told}");
    let (snapshot, _) =
        of("HỘ NGHÈO NĂM 2023", "STT;Khu phố;Hộ nghèo\n1;Khu phố 1;1\nSTT;Khu phố;Hộ nghèo\n2;Khu phố 2;2");
    assert_eq!(area(&snapshot.unwrap(), "Khu phố 2")["poor"]["households"], 2);
}

#[test]
fn both_groups_as_one_are_neither() {
    for head in ["Hộ nghèo + cận nghèo", "Tổng số hộ nghèo, cận nghèo", "Hộ nghèo đa chiều"]
    {
        let rows = format!(
            "STT;Khu phố;Tổng số hộ dân;{head};Tỷ lệ hộ nghèo đa chiều (%)\n1;Khu phố 1;100;15;15,00\n;Cộng;100;15;15,00"
        );
        let snapshot = of("TỔNG HỢP HỘ NGHÈO NĂM 2023", &rows).0.unwrap();
        assert_eq!(snapshot["combined"], json!({ "households": 15, "rate_percent": "15.00" }), "{head}");
        assert_eq!(snapshot["poor"], Value::Null, "{head}");
    }
}

#[test]
fn places_of_two_levels_may_stand_side_by_side() {
    let (snapshot, told) = imported(&["wards-and-quarters.xlsx"], &[]);
    assert_eq!(snapshot["poor"]["households"], 22, "{told}");
    let (first, second) = (area(&snapshot, "Phường 1"), area(&snapshot, "Phường 2"));
    assert_eq!((&first["households"], &first["areas_complete"]), (&json!(200), &json!(true)));
    assert_eq!(area(first, "Khu phố 2")["poor"]["households"], 5);
    assert_eq!(area(second, "Khu phố 1")["poor"]["households"], 6);
    assert_eq!(area(second, "Khu phố 2")["poor"]["households"], 7);
}

#[test]
fn a_row_that_is_no_place_is_no_area() {
    for name in [
        "Trong đó: DTTS",
        "Chỉ tiêu giao",
        "Số đầu năm",
        "Hộ nghèo có BHYT",
        "Dân tộc Hoa",
        "Đã rà soát",
        "Cộng lũy kế",
        "Kế hoạch năm 2024",
        "Bình quân",
        "Ngoài danh mục",
    ] {
        let (snapshot, told) = of("HỘ NGHÈO NĂM 2023", &format!("{POOR}\n;{name};7;1"));
        let snapshot = snapshot.unwrap_or_else(|| panic!("{name}: {told}"));
        assert_eq!(snapshot["areas"].as_array().map(Vec::len), Some(1), "{name}");
        assert_eq!(snapshot["poor"]["households"], 10, "{name}");
        assert!(told.contains("không nhập: 6"), "{name}: {told}");
    }
}

/// A number in one cell with what several places are called together parts them from no place.
#[test]
fn urban_and_rural_places_together_are_no_areas() {
    let folder = Folder::new("import");
    for (urban, rural) in [
        ("I Khu vực thành thị;", "II Khu vực nông thôn;"),
        (";I Khu vực thành thị", ";II Khu vực nông thôn"),
        (";I. Khu vực thành thị", ";II. Khu vực nông thôn"),
        ("I;Khu vực thành thị", "II;Khu vực nông thôn"),
        (";A- THÀNH THỊ", ";B- NÔNG THÔN"),
    ] {
        let rows = format!(
            "{urban};300;7\n1;Thị trấn B;100;3\n2;Thị trấn C;200;4\n{rural};500;20\n3;Xã D;240;9\n4;Xã E;260;11\n"
        );
        let head = "UBND HUYỆN A\nKẾT QUẢ RÀ SOÁT HỘ NGHÈO NĂM 2022\nSTT;Xã, thị trấn;Tổng số hộ dân cư;Số hộ nghèo\n";
        let file = folder.write("a.csv", &format!("{head}{rows};Tổng cộng;800;27\n"));
        let (snapshot, told) = imported(&[&file], &[]);
        let areas = snapshot["areas"].as_array().unwrap();
        let names: Vec<&str> = areas.iter().map(|area| area["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["Thị trấn B", "Thị trấn C", "Xã D", "Xã E"], "{urban}\n{told}");
        assert_eq!(snapshot["poor"]["households"], 27, "{told}");
        assert!(told.contains("dòng cộng theo khu vực, không nhập: 4, 7"), "{urban}\n{told}");
    }
}

#[test]
fn flows_have_the_period_of_the_title() {
    let rows = "STT;Khu phố;Số hộ đầu kỳ;Thoát nghèo;Số hộ cuối kỳ\n1;Khu phố 1;10;3;7\n;Cộng;10;3;7";
    for (when, period) in [
        ("QUÝ III NĂM 2023", json!("2023-Q3")),
        ("THÁNG 9/2023", json!("2023-09")),
        ("6 THÁNG ĐẦU NĂM 2023", json!("2023-H1")),
        ("NĂM 2023", Value::Null),
    ] {
        let (snapshot, told) = of(&format!("DIỄN BIẾN HỘ NGHÈO {when}"), rows);
        assert_eq!(snapshot.unwrap_or_else(|| panic!("{told}"))["period"], period, "{when}");
    }
}

#[test]
fn a_figure_under_no_heading_is_never_passed_over() {
    let output = run(
        "UBND PHƯỜNG 3,,,\nHỘ NGHÈO NĂM 2023,,,\nSTT,Khu phố,Tổng số hộ dân,Hộ nghèo\n1,Khu phố 1,1,000,4\n"
            .as_bytes(),
    );
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.stdout.is_empty() && told.contains("E4: số không có tiêu đề cột"), "{told}");
}

#[test]
fn the_older_summary_has_its_movement() {
    let (snapshot, _) = imported(&["older-summary-full.xlsx"], &[]);
    let commune = &area(&snapshot, "Xã A")["poor"];
    assert_eq!(commune["movement"], json!({ "start": 60, "escaped": 20, "relapsed": 1, "newly": 4 }));
    assert_eq!((&commune["households"], &commune["among"][0]["of"]), (&json!(45), &json!(100)));
    assert_eq!(snapshot["poor"]["movement"]["newly"], 9);
}

#[test]
fn the_form_by_people_has_each_of_them() {
    let (snapshot, _) = imported(&["by-people.xlsx"], &[]);
    let among = snapshot["poor"]["among"].as_array().unwrap();
    let of = |id: &str| among.iter().find(|part| part["id"] == id).map(|part| part["households"].clone());
    let told = ["kinh", "dtts", "hoa", "khmer"].map(|id| of(id).unwrap_or_default());
    assert_eq!(
        (&snapshot["poor"]["households"], told),
        (&json!(70), [57, 13, 12, 1].map(|count| json!(count)))
    );
}

#[test]
fn everyday_headings_are_known_beside_the_poor() {
    for all in [
        "Tổng số hộ",
        "Số hộ",
        "Tổng hộ",
        "Hộ dân",
        "Tổng số hộ gia đình",
        "Tổng số hộ trên địa bàn",
        "Tổng dân số (hộ)",
    ] {
        let (snapshot, told) = of(
            "NĂM 2023",
            &format!("Số TT;Tên khu phố;{all};HN;HCN;TL HN (%)\n1;KP1;100;10;5;10\n;Tổng;100;10;5;10"),
        );
        let snapshot = snapshot.unwrap_or_else(|| panic!("{all}: {told}"));
        assert_eq!((&snapshot["households"], &snapshot["persons"]), (&json!(100), &Value::Null), "{all}");
        assert_eq!(
            (&snapshot["poor"]["households"], &snapshot["near_poor"]["households"]),
            (&json!(10), &json!(5))
        );
    }
    let (_, told) =
        of("NĂM 2023", "STT;Khu phố;Tổng số hộ;Hộ nghèo;Hộ cận nghèo\n1;Khu phố 1;15;10;5\n;Cộng;15;10;5");
    assert!(told.contains("đọc được hai cách: households hay combined.households"), "{told}");
}

#[test]
fn a_plain_rate_right_of_the_poor_is_theirs() {
    let rows = "STT;Khu phố;Tổng số hộ dân;Số hộ nghèo;Tỷ lệ\n1;Khu phố 1;100;3;30%\n;Cộng;100;3;30%";
    assert_eq!(of("HỘ NGHÈO NĂM 2023", rows).0.unwrap()["poor"]["rate_percent"], "30");
}

#[test]
fn one_area_alone_is_told() {
    let (_, told) = of("HỘ NGHÈO NĂM 2023", "STT;Khu phố;Hộ nghèo\n1;Khu phố 1;10");
    assert!(told.contains("chỉ có một địa bàn, không có dòng cộng"), "{told}");
}

#[test]
fn a_unit_is_known_wherever_the_form_names_it() {
    for title in [
        "TỔNG HỢP HỘ NGHÈO QUẬN 6 NĂM 2023",
        "HỘ NGHÈO TRÊN ĐỊA BÀN QUẬN 6 NĂM 2023",
        "HỘ NGHÈO NĂM 2023\nQuận 6",
        "HỘ NGHÈO NĂM 2023\nĐơn vị báo cáo: UBND Quận 6",
        "ĐẢNG ỦY - UBND QUẬN 6\nHỘ NGHÈO NĂM 2023",
    ] {
        let output = run(format!("{title}\n{}", POOR.replace("Khu phố", "Phường")).as_bytes());
        let told = String::from_utf8(output.stderr).unwrap();
        let snapshot: Value =
            serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{title}: {told}"));
        assert_eq!(snapshot["unit"], json!({ "name": "Quận 6", "kind": "district" }), "{title}");
    }
}

#[test]
fn old_code_pages_are_read_or_refused_by_name() {
    let text = "UBND PHƯƠ\u{300}NG 3\nHÔ\u{323} NGHE\u{300}O NĂM 2023\nSTT;Khu phô\u{301};Hô\u{323} nghe\u{300}o\n1;Khu phô\u{301} 1;10\n;Cô\u{323}ng;10\n";
    let (bytes, _, is_lost) = WINDOWS_1258.encode(text);
    assert!(!is_lost);
    let output = run(&bytes);
    let told = String::from_utf8(output.stderr).unwrap();
    let snapshot: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{told}"));
    assert_eq!(
        (&snapshot["unit"]["name"], &snapshot["poor"]["households"]),
        (&json!("Phường 3"), &json!(10))
    );
    let (bytes, ..) = WINDOWS_1252
        .encode("UBND PHÖÔØNG 3\nHOÄ NGHEØO NAÊM 2023\nSTT;Khu phoá;Hoä ngheøo\n1;Khu phoá 1;10\n");
    let output = run(&bytes);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.stdout.is_empty() && told.contains("VNI"), "{told}");
}

/// That there is no total of households is told only where it is so: not where a name has a quotation mark that its key
/// does not keep, and not where a cell is refused.
#[test]
fn a_total_that_is_there_is_not_missed() {
    let folder = crate::folder::Folder::new("import");
    let head = "UBND QUẬN 6\nTỔNG HỢP HỘ NGHÈO ĐẾN NGÀY 31/12/2022\nSTT;Phường;Tổng số hộ dân;Hộ nghèo\n";
    let form = folder.write("a.csv", &format!("{head}1;Phường 1\";500;5\n2;Phường 2;400;4\n"));
    let (snapshot, told) = imported(&[&form], &[]);
    assert!(!told.contains("chưa có tổng số hộ dân"), "{told}");
    assert_eq!(
        (&snapshot["households"]["value"], &snapshot["areas"][0]["name"]),
        (&json!(900), &json!("Phường 1"))
    );
    let form = folder.write("b.csv", &format!("{head}1;Phường 1;chưa rõ;5\n2;Phường 2;400;4\n"));
    let told = super::refusal(&[&form], &[]);
    assert!(told.contains("C4: chữ ở cột số đếm") && !told.contains("chưa có tổng số hộ dân"), "{told}");
    let form = folder.write("c.csv", &format!("{head}1;Phường 1;;5\n2;Phường 2;400;4\n"));
    assert!(imported(&[&form], &[]).1.contains("còn thiếu Phường 1"));
}

/// A form without a row of the whole: each count that every place gives is summed, also what left or came for other
/// reasons, so that the movement of the whole is not short of what stands in the file.
#[test]
fn every_count_of_the_places_is_summed() {
    let (snapshot, told) = of(
        "DIỄN BIẾN HỘ NGHÈO NĂM 2023",
        "STT;Khu phố;Phân tổ;Số hộ nghèo đầu kỳ;Thoát nghèo;Khác giảm;Tái nghèo;Phát sinh mới;Khác tăng;Số hộ nghèo cuối kỳ\n\
         1;Khu phố 1;Hộ;20;8;3;1;0;2;12\n;;Nhân khẩu;70;30;9;4;0;6;41\n\
         2;Khu phố 2;Hộ;10;1;0;0;2;0;11\n;;Nhân khẩu;30;4;0;0;5;0;31",
    );
    let poor = &snapshot.unwrap()["poor"];
    let line = |of: &str, line: &str| poor[of][line]["value"].clone();
    let lines =
        |of: &str| ["start", "escaped", "other_out", "relapsed", "newly", "other_in"].map(|it| line(of, it));
    assert_eq!(lines("movement"), [30, 9, 3, 1, 2, 2].map(Value::from), "{told}");
    assert_eq!(lines("movement_persons"), [100, 34, 9, 4, 5, 6].map(Value::from), "{told}");
    assert_eq!(poor["households"]["value"], 23, "{told}");

    let (snapshot, told) = of(
        "KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2023",
        "STT;Khu phố;Hộ nghèo;Hộ có mức sống trung bình\n1;Khu phố 1;12;5\n2;Khu phố 2;11;3",
    );
    assert_eq!(snapshot.unwrap()["indicators"][0]["value"]["value"], 8, "{told}");
}

/// The half of a form that counts persons: under "Nhân khẩu thuộc hộ nghèo", and beside households under one heading each.
#[test]
fn persons_beside_households_are_read() {
    let (snapshot, told) = of(
        "TỔNG HỢP KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2023",
        "STT;Khu phố;Tổng số hộ dân cư;Hộ nghèo;;Nhân khẩu thuộc hộ nghèo;;Nhân khẩu thuộc hộ cận nghèo\n\
         ;;;Số hộ;Tỷ lệ (%);Số người;Tỷ lệ (%);Số người\n1;Khu phố 1;1000;10;1,0;40;1,0;70\n2;Khu phố 2;1000;20;2,0;60;1,5;80",
    );
    let snapshot = snapshot.unwrap();
    let first = area(&snapshot, "Khu phố 1");
    assert_eq!(
        (&first["poor"]["persons"], &first["near_poor"]["persons"]),
        (&json!(40), &json!(70)),
        "{told}"
    );
    assert_eq!(first["poor"]["rate_percent"], "1.0", "{told}");

    let form = |rows: &str| {
        let heads = "STT;Khu phố;Hộ;;;Nhân khẩu;;\n;;Tổng số;Nghèo;Cận nghèo;Tổng số;Nghèo;Cận nghèo\n";
        of("TỔNG HỢP KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2023", &format!("{heads}{rows}"))
    };
    let (snapshot, told) = form("1;Khu phố 1;1000;10;20;4000;40;70\n2;Khu phố 2;2000;10;20;8000;40;70");
    let snapshot = snapshot.unwrap_or_else(|| panic!("{told}"));
    let second = area(&snapshot, "Khu phố 2");
    assert_eq!((&second["households"], &second["persons"]), (&json!(2000), &json!(8000)), "{told}");
    // What each row has as the sum of its groups is not surely all persons.
    let (snapshot, told) = form("1;Khu phố 1;1000;10;20;110;40;70\n2;Khu phố 2;2000;10;20;112;42;70");
    let persons = snapshot.map(|snapshot| area(&snapshot, "Khu phố 2")["persons"].clone());
    assert!(persons.is_none_or(|persons| persons.is_null()), "{told}");
}
