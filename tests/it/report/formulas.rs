//! Names in a file that a spreadsheet would take for formulas.

use calamine::{Data, DataType, Reader, Xlsx, open_workbook_from_rs};

use super::{Folder, Head, report, tidy};

const HOSTILE: [&str; 6] = ["=HYPERLINK(\\\"http://x.vn\\\")", "-2+3", "@SUM(1)", "+1", " \\\"=1", "＝A1"];

fn snapshot() -> String {
    let areas: Vec<String> = HOSTILE
        .iter()
        .map(|name| format!(r#"{{"name": "{name}", "poor": {{"households": 3, "reduced": -2}}}}"#))
        .collect();
    let members = format!(
        r#""areas": [{}], "poor": {{"households": 18, "quote": "=cmd|' /C calc'!A0"}}"#,
        areas.join(",")
    );
    let source = r#""provenance": "reported", "note": "=2""#;
    Head { unit: r#""name": "=1+1", "kind": "ward""#, as_of: "2023-12-31", source }.with(&members)
}

fn is_formula(text: &str) -> bool {
    let bare = text.trim_start_matches(|c: char| c.is_whitespace() || c == '"' || c == '\u{FEFF}');
    bare.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[test]
fn csv_has_no_formula_and_numbers_stay_numbers() {
    let folder = Folder::new("formulas-csv");
    let path = folder.write("a.json", &snapshot());
    let rows = tidy::rows(&report(&["--format", "csv", "--lang", "en", &path]));
    let areas: std::collections::HashSet<&str> = rows.iter().map(|row| &*row["area"]).collect();
    for name in ["'-2+3", "'@SUM(1)", "'+1", "'＝A1", "'=HYPERLINK(\"http://x.vn\")", "'=1+1"] {
        assert!(areas.contains(name), "{name} not in {areas:?}");
    }
    for row in &rows {
        for (head, value) in row {
            let is_number = matches!(&**head, "value" | "low" | "high" | "line");
            assert!(is_number || !is_formula(value), "{head}: {value}");
            assert!(!is_number || value.is_empty() || value.parse::<f64>().is_ok(), "{head}: {value}");
        }
    }
    assert!(rows.iter().any(|row| row["value"] == "-2"), "a fall of −2 is a number");
}

#[test]
fn a_spreadsheet_has_texts_and_no_formula() {
    let folder = Folder::new("formulas-xlsx");
    let path = folder.write("a.json", &snapshot());
    let bytes = report(&["--format", "xlsx", "--lang", "en", &path]);
    let mut book: Xlsx<_> = open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).unwrap();
        assert!(formulas.used_cells().all(|(_, _, text)| text.is_empty()), "a formula on {name}");
    }
    let list = book.worksheet_range("2 Households").unwrap();
    let texts: Vec<String> =
        list.used_cells().filter_map(|(.., cell)| cell.get_string().map(str::to_owned)).collect();
    assert!(texts.iter().any(|text| text == "=HYPERLINK(\"http://x.vn\")"), "{texts:?}");
    assert!(list.used_cells().any(|(.., cell)| *cell == Data::Float(3.0)));
}
