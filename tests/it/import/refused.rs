//! What is not taken: wrong numbers, two readings, figures against each other, hostile files.

use std::process::Command;

use super::{area, imported, refusal, run};

#[test]
fn cells_that_are_no_counts_are_named() {
    let told = refusal(&["wrong-numbers.xlsx"], &[]);
    for said in [
        "wrong-numbers.xlsx [Sheet] C5: số lẻ ở cột số đếm",
        "wrong-numbers.xlsx [Sheet] D6: số âm ở cột số đếm",
        "wrong-numbers.xlsx [Sheet] C7: chữ ở cột số đếm",
        "wrong-numbers.xlsx [Sheet] D7: ",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
    assert!(!told.contains("nhiều"), "no word of a cell is repeated\n{told}");
}

/// A number that its workbook shows as a day is no count.
#[test]
fn dates_among_counts_are_named() {
    let told = refusal(&["dates-as-numbers.xlsx"], &[]);
    for cell in ["D5", "C6"] {
        assert!(told.contains(&format!("dates-as-numbers.xlsx [Sheet] {cell}: ngày ở cột số đếm")), "{told}");
    }
}

#[test]
fn two_readings_are_refused_with_both_named() {
    let told = refusal(&["two-readings.xlsx"], &[]);
    assert!(told.contains("poor.movement.newly hay near_poor.movement.newly"), "{told}");
}

#[test]
fn a_figure_given_twice_and_different_is_refused_with_both_places() {
    let told = refusal(&["given-twice.xlsx"], &[]);
    assert!(
        told.contains("102 (")
            && told.contains("[Một] C5)")
            && told.contains("103 (")
            && told.contains("[Hai] C5)"),
        "{told}"
    );
}

#[test]
fn a_sheet_that_is_not_there_is_named() {
    let told = refusal(&["given-twice.xlsx"], &["--sheet", "Ba"]);
    assert!(told.contains("--sheet: không có trang tính “Ba”"), "{told}");
}

/// An entry of a map that is nowhere, or of which there are several.
#[test]
fn a_map_that_fits_nothing_is_refused() {
    let folder = crate::folder::Folder::new("import");
    let map = folder.at("map.json");
    let twice = "UBND QUẬN 6\nHỘ NGHÈO ĐẾN NGÀY 31/12/2022\nTT;Phường;Hộ nghèo;Hộ nghèo\n1;Phường 1;4;5\n";
    let twice = folder.write("hai.csv", twice);
    for (file, entry, said) in [
        ("ward-1.xlsx", r#""Trang 9": { "C": "households" }"#, "không tệp nào có trang tính “Trang 9”"),
        ("ward-1.xlsx", r#""Sheet": { "Z": "households" }"#, "“Sheet” không có cột “Z”"),
        ("ward-1.xlsx", r#""*": { "Hộ khá giả": "households" }"#, "“*” không có cột “Hộ khá giả”"),
        (&twice, r#""*": { "Hộ nghèo": "poor.households" }"#, "tiêu đề “Hộ nghèo” là của nhiều cột (C, D)"),
    ] {
        std::fs::write(&map, format!("{{ {entry} }}")).unwrap();
        let told = refusal(&[file], &["--map", &map]);
        assert!(told.contains(said), "{said}\n{told}");
    }
}

/// What is no workbook is called what it is.
#[test]
fn a_snapshot_and_a_document_are_called_what_they_are() {
    let folder = crate::folder::Folder::new("import");
    let document = folder.write("a.docx", "PK\u{3}\u{4}....word/document.xml");
    assert!(refusal(&[&document], &[]).contains("đây là tệp Word"));
    let snapshot = folder.write("a.json", " { \"format\": \"giamngheo/1\" }");
    assert!(refusal(&[&snapshot], &[]).contains("đây đã là tệp số liệu"));
}

#[test]
fn files_of_several_units_need_the_one_they_are_parts_of() {
    let told = refusal(&["ward-1.xlsx", "ward-2.xlsx"], &[]);
    assert!(told.contains("Phường 1, Phường 2") && told.contains("--unit"), "{told}");
}

#[test]
fn old_letters_are_refused_by_name() {
    let told = refusal(&["old-letters.xlsx"], &[]);
    assert!(told.contains("TCVN3") && told.contains("mở bằng Excel, chuyển mã rồi lưu lại"), "{told}");
}

/// A formula is no name, a hidden letter leaves nothing behind, and a cell in the last row costs nothing.
#[test]
fn hostile_cells_do_no_harm() {
    let (snapshot, told) = imported(&["hostile.xlsx"], &[]);
    let text = snapshot.to_string() + &told;
    assert!(!text.contains("cmd") && !text.contains('\u{202e}') && !text.contains("=1"), "{text}");
    assert!(told.contains("dòng có số mà không có tên, không nhập: 5"), "{told}");
}

#[test]
fn a_file_is_never_overwritten_unless_asked() {
    let folder = crate::folder::Folder::new("import");
    let out = folder.at("out.json");
    std::fs::write(&out, "mine").unwrap();
    let to = ["-o", &out];
    assert_eq!(run(&["ward-1.xlsx"], &to).status.code(), Some(74));
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "mine");
    assert!(run(&["ward-1.xlsx"], &[&to[..], &["--force"]].concat()).status.success());
    assert!(std::fs::read_to_string(&out).unwrap().contains("giamngheo/1"));
}

/// What is read is never written over, whatever it is called: a workbook by its snapshot, a snapshot by its report.
#[test]
fn no_output_goes_onto_what_is_read() {
    let folder = crate::folder::Folder::new("import");
    let copy = folder.at("ward");
    std::fs::copy(super::workbook("ward-1.xlsx"), &copy).unwrap();
    let before = std::fs::read(&copy).unwrap();
    let other = folder.at("./ward");
    let output = run(&[&copy], &["--force", "-o", &other]);
    assert_eq!(output.status.code(), Some(74));
    assert!(String::from_utf8_lossy(&output.stderr).contains("là tệp đang được đọc"));
    assert_eq!(std::fs::read(&copy).unwrap(), before);

    let snapshot = folder.at("2022.json");
    assert!(run(&[&copy], &["-o", &snapshot]).status.success());
    let before = std::fs::read(&snapshot).unwrap();
    for read in [&snapshot, &folder.0] {
        let output = Command::new(env!("CARGO_BIN_EXE_giamngheo"))
            .args(["report", "--force", "-o", &snapshot, read, "--now", "2023-01-10"])
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(74), "{read}");
        assert_eq!(std::fs::read(&snapshot).unwrap(), before, "{read}");
    }
}

/// Totals come from the column of households; two numbers without a heading that tells are refused.
#[test]
fn totals_are_those_of_households() {
    let folder = crate::folder::Folder::new("import");
    let list = "UBND PHƯỜNG 3\nDANH SÁCH HỘ NGHÈO ĐẾN NGÀY 31/12/2022\nSTT;Họ và tên chủ hộ;Khu phố;Phân loại\n\
                1;CANARY 1;Khu phố 1;Hộ nghèo\n2;CANARY 2;Khu phố 2;Hộ nghèo\n";
    let list = folder.write("ds.csv", list);
    let totals = "STT;Khu phố;Tổng số hộ dân;Nhân khẩu\n1;Khu phố 1;500;2000\n2;Khu phố 2;1000;4100\n;Tổng cộng;1500;6100\n";
    let totals = folder.write("tong.csv", totals);
    let (snapshot, told) = imported(&[&list], &["--households", &totals]);
    assert_eq!(snapshot["households"], 1500, "{told}");
    assert_eq!(area(&snapshot, "Khu phố 2")["households"], 1000);
    let plain = folder.write("tong.csv", "Khu phố 1;500\nKhu phố 2;1.000\nTổng cộng;1.500\n");
    assert_eq!(imported(&[&list], &["--households", &plain]).0["households"], 1500);
    // The heading tells which of two numbers is of households, wherever it stands.
    let beside = folder.write(
        "ho-khau.csv",
        "STT;Khu phố;Nhân khẩu;Tổng số hộ\n1;Khu phố 1;1900;500\n2;Khu phố 2;3900;1000\n",
    );
    let (snapshot, told) = imported(&[&list], &["--households", &beside]);
    assert_eq!(
        (&snapshot["households"]["value"], &area(&snapshot, "Khu phố 2")["households"]),
        (&1500.into(), &1000.into()),
        "{told}"
    );
    let two = folder.write("tong.csv", "Khu phố 1;500;2000\nKhu phố 2;1000;4100\n");
    let told = refusal(&[&list], &["--households", &two]);
    assert!(told.contains("C1: có hai số, không rõ số nào là số hộ"), "{told}");
}

/// A sheet a ward, called by its name: what is Khu phố 1 in both is two places. Of two days nothing is made.
#[test]
fn sheets_are_of_the_units_they_are_called_by_and_of_one_day() {
    let (snapshot, told) = imported(&["sheets-of-wards.xlsx"], &["--unit", "Quận 6"]);
    assert_eq!(area(&snapshot, "Phường 1")["areas"][0]["name"], "Khu phố 1", "{told}");
    assert_eq!(area(&snapshot, "Phường 2")["areas"][0]["households"], 100);
    let told = refusal(&["two-days.xlsx"], &[]);
    assert!(
        told.contains("các biểu ghi những ngày khác nhau: 31/12/2022 (") && told.contains("; 30/06/2023 ("),
        "{told}"
    );
}
