//! Files that are damaged or cut short: none is counted, none is called something else, and no name of a sheet is told that
//! may be somebody's.

use std::fs;

use super::hostile::{BOOK, SHEET, SHEET_END, form, import, refused};
use super::packed::{Packed, open_document, row_of_open};
use crate::folder::Folder;

/// Changes one bit of the last place where `text` stands in a file.
fn flip(path: &str, text: &str) {
    let mut bytes = fs::read(path).unwrap();
    let at = bytes.windows(text.len()).rposition(|part| part == text.as_bytes()).unwrap();
    bytes[at] ^= 1;
    fs::write(path, bytes).unwrap();
}

fn excel() -> Packed {
    Packed::excel(&format!("{SHEET}{}{SHEET_END}", form("")))
}

const DAMAGED: &str = "tệp hỏng hoặc bị cắt cụt";

/// One bit is another figure, and what is read of the sheet is sound XML: the sum of its part tells.
#[test]
fn a_sheet_with_one_bit_changed_is_not_counted() {
    let folder = Folder::new("damaged");
    let path = excel().write(&folder, "bieu.xlsx");
    assert!(import(&path).status.success());
    flip(&path, "31</v>");
    refused(&path, DAMAGED);
    let rows = row_of_open(&["UBND PHƯỜNG 3"], "")
        + &row_of_open(&["KẾT QUẢ RÀ SOÁT ĐẾN NGÀY 31/12/2022"], "")
        + &row_of_open(&["Khu phố", "Tổng số hộ dân", "Hộ nghèo"], "")
        + &row_of_open(&["Khu phố 1", "900", "31"], "");
    let path = open_document(&folder, &rows);
    assert!(import(&path).status.success());
    flip(&path, "900");
    refused(&path, DAMAGED);
}

/// A part behind the cells, or one that nothing is read of, tells the same of the file.
#[test]
fn what_stands_behind_the_cells_is_looked_at_too() {
    let folder = Folder::new("damaged");
    let remark = "<!-- canary -->";
    let behind = format!("{SHEET}{}{SHEET_END}{remark}", form(""));
    let path = Packed::excel(&behind).write(&folder, "bieu.xlsx");
    assert!(import(&path).status.success());
    flip(&path, "canary");
    refused(&path, DAMAGED);
    let path = excel().with("xl/styles.xml", "<styleSheet/>").write(&folder, "bieu.xlsx");
    flip(&path, "styleSheet/>");
    refused(&path, DAMAGED);
}

/// A sheet that is named and not there is not passed over.
#[test]
fn a_sheet_that_is_missing_is_not_passed_over() {
    let folder = Folder::new("damaged");
    let sheets = r#"<sheet name="Sheet" sheetId="1" r:id="rId1"/>"#;
    let two = BOOK.replace(sheets, &format!(r#"{sheets}<sheet name="Hai" sheetId="2" r:id="rId9"/>"#));
    let relation = r#"<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>"#;
    let relations = super::hostile::BOOK_RELATIONS.replace("</Relationships>", relation);
    let package = excel().with("xl/workbook.xml", &two).with("xl/_rels/workbook.xml.rels", &relations);
    refused(&package.write(&folder, "bieu.xlsx"), "trang tính thứ 2 hỏng");
    let begun = package.with("xl/worksheets/sheet2.xml", "<worksheet><sheetVi");
    refused(&begun.write(&folder, "bieu.xlsx"), "trang tính thứ 2 hỏng");
}

/// Cut anywhere it is no other kind of file, nor one without anything in it.
#[test]
fn a_workbook_that_was_cut_short_is_said_to_be() {
    let folder = Folder::new("damaged");
    let path = excel().write(&folder, "bieu.xlsx");
    let whole = fs::read(&path).unwrap();
    for end in [30, whole.len() / 2, whole.len() - 30] {
        fs::write(&path, &whole[..end]).unwrap();
        refused(&path, DAMAGED);
    }
}

/// What the package says of the size of its parts is false: it is no file with nothing in it.
#[test]
fn a_false_size_of_a_part_is_damage() {
    let folder = Folder::new("damaged");
    let path = excel().write(&folder, "bieu.xlsx");
    let mut bytes = fs::read(&path).unwrap();
    let entry = bytes.windows(4).rposition(|part| part == b"PK\x01\x02").unwrap();
    bytes[entry + 24..entry + 28].copy_from_slice(&500u32.to_le_bytes());
    fs::write(&path, bytes).unwrap();
    refused(&path, DAMAGED);
}

/// The name of a sheet may be that of somebody, or his number.
#[test]
fn case_83_a_sheet_is_told_by_its_number_where_its_name_may_be_of_somebody() {
    let folder = Folder::new("damaged");
    let named = BOOK.replace(r#"name="Sheet""#, r#"name="CANARY 079012345678""#);
    let far = r#"<row r="7"><c r="XFE7"><v>1</v></c></row>"#;
    for sheet in [
        format!("{SHEET}{}", form("")),
        format!("{SHEET}{}{SHEET_END}", form(far)),
        format!("{SHEET}{}{SHEET_END}", form(r#"<row r="0"><c r="A0"><v>1</v></c></row>"#)),
        format!("{SHEET}{}{SHEET_END}", form(r#"<row r="7"><c r="A7"><v>&canary;</v></c></row>"#)),
        format!("{SHEET}{}{SHEET_END}", form(r#"<row r="7"><c r="A7" t="s"><v>7</v></c></row>"#)),
        // Read, and a cell of it is refused.
        format!("{SHEET}{}{SHEET_END}", form("").replace("<v>31</v>", "<v>-31</v>")),
        format!("{SHEET}{}{SHEET_END}", form("")),
    ] {
        let path = Packed::excel(&sheet).with("xl/workbook.xml", &named).write(&folder, "bieu.xlsx");
        let told = String::from_utf8(import(&path).stderr).unwrap();
        assert!(told.contains("bieu.xlsx") && !told.contains("CANARY") && !told.contains("079012"), "{told}");
    }
}

/// Of an older workbook the reader makes room from the first cell to the last, and for all that it claims to have.
#[test]
fn an_older_workbook_claims_no_cells_that_no_sheet_has() {
    let old =
        fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/import/workbooks/layout-old.xls")).unwrap();
    // The kind and the length of a record, and bytes of it: the last column, the last row.
    let changed: [([u8; 4], usize, &[u8]); 3] = [
        ([0xfd, 0x00, 0x0a, 0x00], 6, &[0xff, 0xff]),
        ([0xfd, 0x00, 0x0a, 0x00], 4, &[0xff, 0xff, 0xff, 0x00]),
        ([0x00, 0x02, 0x0e, 0x00], 8, &[0xff, 0xff, 0xff, 0xff]),
    ];
    for (record, at, bytes) in changed {
        let folder = Folder::new("old");
        let mut own = old.clone();
        let begin = own.windows(4).rposition(|part| part == record).expect("a record of that kind");
        own[begin + at..begin + at + bytes.len()].copy_from_slice(bytes);
        let path = folder.at("old.xls");
        fs::write(&path, own).unwrap();
        refused(&path, DAMAGED);
    }
}
