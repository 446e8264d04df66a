//! Small workbooks that claim what no sheet has: a reader that makes room for it would take all memory there is.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use super::hostile::{SHEET, SHEET_END, STRINGS, form, import};
use super::packed::{Packed, open_document, row_of_open};
use crate::folder::Folder;

/// There is no time for millions of cells.
fn refused(path: &str, words: &str) {
    let begun = Instant::now();
    super::hostile::refused(path, words);
    assert!(begun.elapsed() < Duration::from_secs(10), "{path}: {:?}", begun.elapsed());
}

fn sheet_with(folder: &Folder, before: &str, rows: &str, after: &str) -> String {
    let sheet = SHEET.replace("<sheetData>", &format!("{before}<sheetData>"));
    let sheet = format!(
        "{sheet}{}{}",
        form(rows),
        SHEET_END.replace("</worksheet>", &format!("{after}</worksheet>"))
    );
    Packed::excel(&sheet).write(folder, "bieu.xlsx")
}

#[test]
fn texts_that_are_claimed_and_not_there_take_no_memory() {
    let folder = Folder::new("claims");
    let sheet = format!("{SHEET}{}{SHEET_END}", form(""));
    for (claimed, is_read) in [("4294967295", false), ("3000000000000", false), ("2", true), ("60000", true)]
    {
        let texts = STRINGS.replace("<sst ", &format!("<sst x=\">\" uniqueCount = '{claimed}' "));
        let package =
            Packed::excel(&sheet).with("xl/sharedStrings.xml", &format!("{texts}<si><t>a</t></si></sst>"));
        let path = package.write(&folder, "bieu.xlsx");
        if is_read {
            let output = import(&path);
            assert!(output.status.success(), "{claimed}: {}", String::from_utf8_lossy(&output.stderr));
        } else {
            refused(&path, "bieu.xlsx: tệp hỏng");
        }
    }
}

#[test]
fn cells_that_no_sheet_has_are_refused_by_their_place() {
    let folder = Folder::new("claims");
    for at in ["XFE7", "A1048577", "ZZZZZZ7", "ZZZ1048576", "B429496729"] {
        let row = format!(r#"<row r="7"><c r="A7"><v>1</v></c><c r="{at}"><v>1</v></c></row>"#);
        refused(
            &sheet_with(&folder, "", &row, ""),
            "trang tính thứ 1 có ô ở sau cột XFD hoặc sau dòng 1048576, tiếp sau ô A7",
        );
    }
    // What is no number here any more would be one of another cell.
    for at in ["ZZZZZZZ7", "ZZZZZZZ99999999999", "B4294967303", "B99999999999"] {
        let row = format!(r#"<row r="7"><c a=">" r="{at}"><v>1</v></c></row>"#);
        refused(&sheet_with(&folder, "", &row, ""), "nói đến ô mà không trang tính nào có");
    }
    refused(&sheet_with(&folder, "", r#"<row r="4294967303"><c><v>1</v></c></row>"#, ""), "nói đến ô");
    let range = "A1:ZZZZZZZ99999999999";
    for (before, after) in [
        (format!(r#"<dimension ref="{range}"/>"#), String::new()),
        (String::new(), format!(r#"<mergeCells><mergeCell ref="{range}"/></mergeCells>"#)),
        (String::new(), r#"<mergeCells><mergeCell ref="C3:B2"/></mergeCells>"#.to_owned()),
    ] {
        refused(&sheet_with(&folder, &before, "", &after), "nói đến ô mà không trang tính nào có");
    }
    let merged = r#"<mergeCells><mergeCell ref="A1:XFE3"/></mergeCells>"#;
    refused(&sheet_with(&folder, "", "", merged), "trang tính thứ 1 có ô ở sau cột XFD");
}

/// The last cell that a sheet can have is one.
#[test]
fn the_last_column_and_row_are_read() {
    let folder = Folder::new("claims");
    let merged = r#"<mergeCells><mergeCell ref="XFC1048575:XFD1048576"/></mergeCells>"#;
    let path = sheet_with(
        &folder,
        r#"<dimension ref="A1:XFD1048576"/>"#,
        r#"<row r="7"><c r="XFD7"><v>1</v></c></row>"#,
        merged,
    );
    let told = String::from_utf8(import(&path).stderr).unwrap();
    assert!(!told.contains("không trang tính nào có") && !told.contains("hỏng"), "{told}");
}

/// Each row reaches to the last column: no more of them are held at once than have so many cells.
#[test]
fn rows_that_reach_to_the_last_column_take_little_memory() {
    let folder = Folder::new("claims");
    let mut rows = String::new();
    for row in 7..1_200 {
        write!(rows, r#"<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>"#).unwrap();
    }
    let output = import(&sheet_with(&folder, "", &rows, ""));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(matches!(output.status.code(), Some(0 | 1)) && told.len() < 4_000, "{told}");
}

/// A formula that cells share has a number, which may be any.
#[test]
fn a_shared_formula_of_any_number_takes_no_memory() {
    let folder = Folder::new("claims");
    let row = r#"<row r="7"><c r="A7" t="inlineStr"><is><t>Khu phố 3</t></is></c><c r="B7"><f t="shared" si="4294967295" ref="B7:B8">1+1</f></c><c r="C7"><f t="shared" si="4294967295"/></c></row>"#;
    let output = import(&sheet_with(&folder, "", row, ""));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(
        matches!(output.status.code(), Some(0 | 1))
            && told.contains("B7: công thức chưa tính")
            && told.contains("C7: công thức"),
        "{told}"
    );
    let row = r#"<row r="7"><c r="B7"><f t="shared" si="1" ref="B7:ZZZZZZZ8">1+1</f></c></row>"#;
    refused(&sheet_with(&folder, "", row, ""), "nói đến ô mà không trang tính nào có");
}

#[test]
fn rows_and_cells_that_repeat_by_the_million_are_refused() {
    let folder = Folder::new("claims");
    let cells = r#"<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>Hộ nghèo</text:p></table:table-cell>"#;
    let cell = r#"<table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>"#;
    let row = |times: &str, cells: &str| {
        format!(r#"<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>"#)
    };
    // A cell far to the right is made with all those before it.
    let far = format!(r#"<table:table-cell table:number-columns-repeated="16383"/>{cell}"#);
    let long = format!(
        r#"<table:table-cell table:number-columns-repeated="9000" office:value-type="string"><text:p>{}</text:p></table:table-cell>"#,
        "a".repeat(5_000)
    );
    let blanks = |count: u64| {
        format!(
            r#"<table:table-cell office:value-type="string"><text:p>a<text:s text:c="{count}"/>b</text:p></table:table-cell>"#
        )
    };
    let nested =
        format!(r#"<table:table-cell office:value="1">{}</table:table-cell>"#, "<table:table></table:table>");
    for rows in [
        row("2000", cells),
        row("1", cells).repeat(300),
        row("4000000000", cell),
        row("1000000", &cell.repeat(2)),
        row("1", &far).repeat(100),
        row("1", &long),
        row("1", &blanks(2_000_000_000)),
        row("1", &blanks(4_000_000_000)),
    ] {
        let path = open_document(&folder, &rows);
        refused(&path, "trang tính thứ 1 lặp lại quá nhiều dòng hoặc ô");
    }
    for rows in [row("99999999999999999999999", cell), row("-5", cell), row("1", &nested)] {
        refused(&open_document(&folder, &rows), "trang tính thứ 1 hỏng");
    }
}

/// Every sheet of `LibreOffice` ends in empty rows and cells that repeat to its last row and column.
#[test]
fn empty_rows_and_cells_may_repeat_to_the_end_of_the_sheet() {
    let folder = Folder::new("claims");
    let empty = r#"<table:table-cell table:number-columns-repeated="16380"/>"#;
    let rows = row_of_open(&["UBND PHƯỜNG 3"], empty)
        + &row_of_open(&["KẾT QUẢ RÀ SOÁT ĐẾN NGÀY 31/12/2022"], empty)
        + &row_of_open(&["Khu phố", "Tổng số hộ dân", "Hộ nghèo"], empty)
        + &row_of_open(&["Khu phố 1", "900", "31"], empty)
        + r#"<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#
        + &row_of_open(&["Khu phố 2", "800", "27"], empty)
        + r#"<table:table-row table:number-rows-repeated="1048560"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    let output = import(&open_document(&folder, &rows));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{told}");
    let snapshot: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(snapshot["areas"][1]["poor"]["households"], 27);
}
