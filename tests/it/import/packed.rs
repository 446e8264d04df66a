//! Packages of a few parts, made byte by byte.

use std::fs::File;
use std::io::Write;

use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::hostile::{BOOK, BOOK_RELATIONS, KINDS, RELATIONS};
use crate::folder::Folder;

/// The parts of a package.
#[derive(Default)]
pub struct Packed(Vec<(String, String)>);

impl Packed {
    /// A workbook of one sheet.
    pub fn excel(sheet: &str) -> Self {
        Self::default()
            .with("[Content_Types].xml", KINDS)
            .with("_rels/.rels", RELATIONS)
            .with("xl/workbook.xml", BOOK)
            .with("xl/_rels/workbook.xml.rels", BOOK_RELATIONS)
            .with("xl/worksheets/sheet1.xml", sheet)
    }

    /// With one part more, or another one of that name.
    pub fn with(mut self, name: &str, text: &str) -> Self {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.to_owned(), text.to_owned()));
        self
    }

    /// Writes it, its parts as they are: any byte of them can be found in the file.
    pub fn write(&self, folder: &Folder, name: &str) -> String {
        let path = folder.at(name);
        let mut package = ZipWriter::new(File::create(&path).unwrap());
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        for (name, text) in &self.0 {
            package.start_file(name.as_str(), stored).unwrap();
            package.write_all(text.as_bytes()).unwrap();
        }
        package.finish().unwrap();
        path
    }
}

/// A sheet of `LibreOffice` with these rows.
pub fn open_document(folder: &Folder, rows: &str) -> String {
    let content = format!(
        r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="A">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    Packed::default()
        .with("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        .with(
            "META-INF/manifest.xml",
            r#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#,
        )
        .with("content.xml", &content)
        .write(folder, "bieu.ods")
}

/// A row of texts and numbers in it, and what stands behind them.
pub fn row_of_open(cells: &[&str], behind: &str) -> String {
    let cell = |text: &&str| match text.parse::<u32>() {
        Ok(number) => format!(r#"<table:table-cell office:value-type="float" office:value="{number}"/>"#),
        Err(_) => format!(
            r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
        ),
    };
    let cells: String = cells.iter().map(cell).collect();
    format!("<table:table-row>{cells}{behind}</table:table-row>")
}
