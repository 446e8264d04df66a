//! Workbooks that were made to do harm: each is refused or read, in little memory, and says which.

use std::fs::File;
use std::io::{self, Read, Write};
use std::process::{Command, Output};

use zip::write::{SimpleFileOptions, ZipWriter};

use crate::folder::Folder;

/// The program may take so many kilobytes of addresses; without a bound a bomb would take them from the machine.
const MEMORY: u64 = 3 << 20;

pub(super) fn import(path: &str) -> Output {
    let line = format!("ulimit -v {MEMORY}; exec \"$0\" import --lang vi --now 2023-01-10 \"$1\"");
    Command::new("sh").args(["-c", &line, env!("CARGO_BIN_EXE_giamngheo"), path]).output().unwrap()
}

pub(super) fn refused(path: &str, words: &str) {
    let output = import(path);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains(words) && told.len() < 4_000, "{told}");
    assert!(output.stdout.is_empty());
}

pub(super) const KINDS: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>"#;
pub(super) const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
pub(super) const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
pub(super) const BOOK_RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
pub(super) const SHEET: &str =
    r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#;
pub(super) const SHEET_END: &str = "</sheetData></worksheet>";
pub(super) const STRINGS: &str = r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#;

/// A workbook of one sheet, whose rows and shared texts are written as a stream.
fn workbook(folder: &Folder, rows: &mut dyn Read, texts: &mut dyn Read) -> String {
    let path = folder.at("bieu.xlsx");
    let mut package = ZipWriter::new(File::create(&path).unwrap());
    let plain = SimpleFileOptions::default().large_file(true);
    for (name, text) in [
        ("[Content_Types].xml", KINDS),
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS),
    ] {
        package.start_file(name, plain).unwrap();
        package.write_all(text.as_bytes()).unwrap();
    }
    package.start_file("xl/worksheets/sheet1.xml", plain).unwrap();
    io::copy(&mut SHEET.as_bytes().chain(rows).chain(SHEET_END.as_bytes()), &mut package).unwrap();
    package.start_file("xl/sharedStrings.xml", plain).unwrap();
    io::copy(&mut STRINGS.as_bytes().chain(texts).chain(&b"</sst>"[..]), &mut package).unwrap();
    package.finish().unwrap();
    path
}

/// A small form: a title, its heading, two hamlets; `more` stands before its end.
pub(super) fn form(more: &str) -> String {
    let text = |at: &str, text: &str| format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let number = |at: &str, number: u32| format!(r#"<c r="{at}"><v>{number}</v></c>"#);
    let row = |number: u32, cells: &[String]| format!(r#"<row r="{number}">{}</row>"#, cells.concat());
    [
        row(1, &[text("A1", "UBND PHƯỜNG 3")]),
        row(2, &[text("A2", "KẾT QUẢ RÀ SOÁT ĐẾN NGÀY 31/12/2022")]),
        row(4, &[text("A4", "Khu phố"), text("B4", "Tổng số hộ dân"), text("C4", "Hộ nghèo")]),
        row(5, &[text("A5", "Khu phố 1"), number("B5", 900), number("C5", 31)]),
        row(6, &[text("A6", "Khu phố 2"), number("B6", 800), number("C6", 27)]),
        more.to_owned(),
    ]
    .concat()
}

/// Gives `unit` again and again, so many bytes in all.
fn repeated(unit: &str, bytes: usize) -> impl Read {
    struct Again(Vec<u8>, usize);
    impl Read for Again {
        fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
            let given = (&self.0[self.1..]).read(to)?;
            self.1 = (self.1 + given) % self.0.len();
            Ok(given)
        }
    }
    let block = unit.repeat(1_000);
    let all = bytes / block.len() * block.len();
    Again(block.into_bytes(), 0).take(u64::try_from(all).unwrap())
}

#[test]
fn the_form_that_the_others_are_made_of_is_read() {
    let folder = Folder::new("hostile");
    let output = import(&workbook(&folder, &mut form("").as_bytes(), &mut io::empty()));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let snapshot: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(snapshot["areas"][1]["poor"]["households"], 27);
}

#[test]
fn a_package_that_unfolds_beyond_any_workbook_is_refused() {
    let folder = Folder::new("hostile");
    let texts =
        &mut repeated("<si><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></si>", 300 << 20);
    let path = workbook(&folder, &mut form("").as_bytes(), texts);
    assert!(std::fs::metadata(&path).unwrap().len() < 4 << 20);
    refused(&path, "tệp nén bung ra quá lớn");
}

/// A small file that unfolds a hundredfold is refused long before a gigabyte: its rows alone would take minutes to read.
#[test]
fn a_small_package_that_unfolds_a_hundredfold_is_refused() {
    let folder = Folder::new("hostile");
    let rows = &mut repeated(r#"<row r="1"><c r="A1"><v>1</v></c></row>"#, 40 << 20);
    let path = workbook(&folder, rows, &mut io::empty());
    assert!(std::fs::metadata(&path).unwrap().len() < 400_000);
    refused(&path, "tệp nén bung ra quá lớn");
}

/// What is held while a workbook is opened has bounds of its own: a text, a tag, the lists beside the cells.
#[test]
fn case_81_texts_tags_and_lists_without_end_are_refused_before_they_are_held() {
    let folder = Folder::new("hostile");
    let long = "a".repeat(20 << 20);
    for more in [
        format!(r#"<row r="7"><c r="A7" t="inlineStr"><is><t>{long}</t></is></c></row>"#),
        format!(r#"<row r="7"><c r="A7" x="{long}"><v>1</v></c></row>"#),
        format!(r#"<!-- --><row r="7"><c r="A7" t="inlineStr"><is><t>{long}</t></is></c></row>"#),
        format!("<!-- {long} -->"),
    ] {
        let path = workbook(&folder, &mut form(&more).as_bytes(), &mut io::empty());
        refused(&path, "tệp nén bung ra quá lớn");
    }
    for (listed, size) in [("<si/>", 21 << 20), ("<xf/>", 6 << 20), ("<font/>", 8 << 20)] {
        let path = workbook(&folder, &mut form("").as_bytes(), &mut repeated(listed, size));
        refused(&path, "tệp nén bung ra quá lớn");
    }
}

#[test]
fn a_text_of_ten_megabytes_is_cut_and_a_million_empty_rows_are_passed_over() {
    let folder = Folder::new("hostile");
    let long = "a".repeat(10 << 20);
    let more = format!(
        r#"<row r="7"><c r="A7" t="inlineStr"><is><t>{long}</t></is></c><c r="B7"><v>5</v></c></row>"#
    ) + &"<row/>".repeat(1_000_000);
    let output = import(&workbook(&folder, &mut form(&more).as_bytes(), &mut io::empty()));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.len() < 20_000 && output.stdout.len() < 20_000, "{} {}", told.len(), output.stdout.len());
    assert!(matches!(output.status.code(), Some(0 | 1)), "{told}");
}

#[test]
fn a_cell_far_below_any_sheet_is_refused_and_takes_no_memory() {
    let folder = Folder::new("hostile");
    for (at, row) in
        [("A4000000000", 4_000_000_000_u64), ("XFD1048576", 1_048_576), ("A99999999", 99_999_999)]
    {
        let more = format!(r#"<row r="{row}"><c r="{at}"><v>1</v></c></row>"#);
        let output = import(&workbook(&folder, &mut form(&more).as_bytes(), &mut io::empty()));
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(matches!(output.status.code(), Some(0 | 1)), "{at}: {told}");
        assert!(told.len() < 4_000, "{told}");
    }
}

#[test]
fn rows_that_repeat_without_end_in_a_sheet_of_libreoffice_take_no_memory() {
    let folder = Folder::new("hostile");
    let path = folder.at("bieu.ods");
    let mut package = ZipWriter::new(File::create(&path).unwrap());
    package.start_file("mimetype", SimpleFileOptions::default()).unwrap();
    package.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
    package.start_file("content.xml", SimpleFileOptions::default()).unwrap();
    package
        .write_all(
            br#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="A"><table:table-row table:number-rows-repeated="4000000000"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#,
        )
        .unwrap();
    package.finish().unwrap();
    refused(&path, "bieu.ods");
}

#[test]
fn what_ends_too_early_or_is_no_sheet_is_said() {
    let folder = Folder::new("hostile");
    let path = workbook(&folder, &mut form("").as_bytes(), &mut io::empty());
    let whole = std::fs::read(&path).unwrap();
    for end in [4, 100, whole.len() / 2, whole.len() - 30] {
        std::fs::write(&path, &whole[..end]).unwrap();
        refused(&path, "bieu.xlsx");
    }
}
