//! What an import says of what it did: in the program's own words and the language asked for, of nobody, and of nothing
//! that it did not do.

use serde_json::Value;

use super::{imported, refusal, run};
use crate::folder::Folder;

const TITLE: &str = "TỔNG HỢP HỘ NGHÈO NĂM 2022";

/// A form with these heads and rows, under this letterhead.
fn form(folder: &Folder, letterhead: &str, rows: &str) -> String {
    folder.write("bieu.csv", &format!("{letterhead}\n{TITLE}\n{rows}"))
}

/// A heading that names somebody is told by its column alone, whoever else heads one.
#[test]
fn a_heading_that_names_somebody_is_not_told() {
    let folder = Folder::new("said");
    for head in ["Ông Canary phụ trách", "Cán bộ Nguyễn Canary", "Phụ trách: Lê Canary", "cô Canary theo dõi"]
    {
        let rows = format!(
            "STT;Thôn;Tổng số hộ;Hộ nghèo;{head};Thu nhập bình quân\n1;Thôn 1;100;5;1;2\n2;Thôn 2;90;4;1;2\n;Cộng;190;9;2;4\n"
        );
        let (_, told) = imported(&[&form(&folder, "UBND XÃ THỬ", &rows)], &[]);
        assert!(
            told.contains("một cột không rõ tên (cột E)") && told.contains("F Thu nhập bình quân"),
            "{told}"
        );
        assert!(!told.contains("Canary"), "{told}");
    }
    for head in ["Hộ làm nông nghiệp có mức sống trung bình", "Số hộ theo Nghị quyết 12/NQ-HĐND", "Lý do"]
    {
        let rows = format!(
            "STT;Thôn;Tổng số hộ;Hộ nghèo;{head}\n1;Thôn 1;100;5;1\n2;Thôn 2;90;4;1\n;Cộng;190;9;2\n"
        );
        let (_, told) = imported(&[&form(&folder, "UBND XÃ THỬ", &rows)], &[]);
        assert!(told.contains(&format!("E {head}")), "{told}");
    }
}

#[test]
fn short_kinds_are_written_out() {
    let folder = Folder::new("said");
    let rows =
        "STT;Địa bàn;Tổng số hộ;Hộ nghèo\n1;TDP số 3;100;5\n2;TK 4;90;4\n3;Thôn số 2;90;4\n;Cộng;280;13\n";
    let (snapshot, told) = imported(&[&form(&folder, "UBND XÃ THỬ", rows)], &[]);
    let names: Vec<&str> =
        snapshot["areas"].as_array().unwrap().iter().filter_map(|area| area["name"].as_str()).collect();
    assert_eq!(names, ["Tổ dân phố 3", "Tiểu khu 4", "Thôn 2"], "{told}");
}

/// The nation is one without another word, and what a unit may be is said as the option takes it.
#[test]
fn the_kind_of_a_unit_is_told_as_the_option_takes_it() {
    let folder = Folder::new("said");
    let rows = "STT;Tỉnh;Tổng số hộ;Hộ nghèo\n1;Tỉnh A;100;5\n2;Tỉnh B;90;4\n;Cộng;190;9\n";
    let file = form(&folder, "", rows);
    let (snapshot, told) = imported(&[&file], &["--unit", "Cả nước"]);
    assert_eq!(snapshot["unit"]["kind"], "nation", "{told}");
    let told = refusal(&[&file], &["--unit", "Mường"]);
    let kinds = "nation, province, district, commune, ward, special_zone, quarter, other";
    assert!(told.contains(&format!("thêm --kind ({kinds})")), "{told}");
    let output = run(&[&file], &["--unit", "Mường", "--kind", "thôn"]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("có phải quarter?") && told.contains(kinds), "{told}");
}

/// A total that an option gives stands in no cell, and of what is refused nothing was worked out.
#[test]
fn a_total_that_is_too_small_is_told_by_its_option() {
    let folder = Folder::new("said");
    let rows = "STT;Phường;Hộ nghèo\n1;Phường 1;100\n2;Phường 2;90\n";
    let file = form(&folder, "UBND QUẬN 6", rows);
    let told = refusal(&[&file], &["--households", "5"]);
    assert!(told.contains("! --households 5 “tổng hộ dân”: "), "{told}");
    assert!(!told.contains("A1") && !told.contains("suy ra"), "{told}");
    let (_, told) = imported(&[&file], &["--households", "5000"]);
    assert!(told.contains("số của toàn đơn vị: cộng 2 địa bàn (suy ra)"), "{told}");
}

/// Whoever opens the snapshot may ask for the other language.
#[test]
fn a_doubt_is_in_both_languages() {
    let folder = Folder::new("said");
    let before = r#"{ "format": "giamngheo/1", "unit": { "name": "Xã Thử", "kind": "commune" }, "as_of": "2021-12-31",
        "source": { "provenance": "reported" }, "areas": [{ "name": "Thôn 1" }, { "name": "Thôn 2" }] }"#;
    let before = folder.write("truoc.json", before);
    let list = "UBND XÃ THỬ\nDANH SÁCH HỘ NGHÈO NĂM 2022\nSTT;Họ và tên chủ hộ;Thôn\n1;Canary A;Thôn 1\n2;Canary B;Thôn 1\n";
    let (snapshot, told) = imported(&[&folder.write("ds.csv", list)], &["--previous", &before]);
    let text: &Value = &snapshot["doubts"][0]["text"];
    assert!(text["vi"].as_str().unwrap().starts_with("không có dòng nào của Thôn 2"), "{told}");
    assert!(text["en"].as_str().unwrap().starts_with("no row is of Thôn 2"), "{told}");
}

/// What a map leaves out has a field, perhaps.
#[test]
fn a_column_that_a_map_leaves_out_is_told_so() {
    let folder = Folder::new("said");
    let rows = "STT;Thôn;Tổng số hộ;Hộ nghèo;Hộ cận nghèo;Ghi chú\n1;Thôn 1;100;5;2;\n2;Thôn 2;90;4;1;\n;Cộng;190;9;3;\n";
    let map = folder.write("m.json", r#"{ "*": { "E": "" } }"#);
    let (snapshot, told) = imported(&[&form(&folder, "UBND XÃ THỬ", rows)], &["--map", &map]);
    assert!(snapshot.get("near_poor").is_none(), "{told}");
    assert!(told.contains("bỏ theo --map: E Hộ cận nghèo\n"), "{told}");
    assert!(told.contains("không nhập (chưa có trường): F Ghi chú\n"), "{told}");
}
