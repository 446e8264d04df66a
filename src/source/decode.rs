//! The first look at a file's bytes: what it is, before anybody asks what it says.

use memchr::memmem;

use super::fault::{Fault, FileFault, JsonFault};
use super::place::Position;

/// What UTF-8 files of some programs begin with; no part of the text.
const BOM: &[u8] = b"\xef\xbb\xbf";

/// The text in `bytes`.
///
/// # Errors
/// Too many bytes, another encoding than UTF-8, or nothing but blanks.
pub fn decode_utf8(bytes: &[u8], limit: u64) -> Result<&str, Fault> {
    if u64::try_from(bytes.len()).is_ok_and(|length| length > limit) {
        return Err(Fault::new(None, "", FileFault::TooBig { limit }));
    }
    let other =
        office_file(bytes).or_else(|| compressed(bytes)).or_else(|| zeros(bytes)).or_else(|| wide(bytes));
    if let Some(what) = other {
        return Err(Fault::new(Some(Position::START), "", what));
    }
    let body = bytes.strip_prefix(BOM).unwrap_or(bytes);
    let text = std::str::from_utf8(body).map_err(|error| not_utf8(bytes, body, error))?;
    if text.trim().is_empty() {
        return Err(Fault::new(Some(Position::START), "", FileFault::Empty));
    }
    Ok(text)
}

/// The same of a file that is to be a snapshot: a table in text or a page of the web is none, and is said to be one.
pub(super) fn snapshot_text(bytes: &[u8], limit: u64) -> Result<&str, Fault> {
    let text = decode_utf8(bytes, limit)?;
    match markup(text).or_else(|| is_table(text).then_some(FileFault::TextTable)) {
        Some(what) => Err(Fault::new(Some(Position::START), "", what)),
        None => Ok(text),
    }
}

/// As much of `bytes` as is text, for showing where a fault is.
pub(super) fn sound_part(bytes: &[u8]) -> &str {
    let body = bytes.strip_prefix(BOM).unwrap_or(bytes);
    let sound = std::str::from_utf8(body).map_or_else(|error| error.valid_up_to(), str::len);
    std::str::from_utf8(&body[..sound]).unwrap_or_default()
}

/// The first bytes of a package: xlsx, ods, docx.
pub const PACKAGE: &[u8] = b"PK\x03\x04";
/// The first bytes of the older kind: xls, doc.
pub const OLDER: &[u8] = b"\xd0\xcf\x11\xe0";

/// What offices keep figures in, by its first bytes: a package (xlsx, ods, docx) or the older kind (xls, doc).
pub fn office_file(bytes: &[u8]) -> Option<FileFault> {
    let is_there = |name: &[u8]| memmem::find(bytes, name).is_some();
    if bytes.starts_with(PACKAGE) {
        let is_text = is_there(b"word/") || is_there(b"opendocument.text");
        let is_open = is_there(b"opendocument.spreadsheet");
        let is_workbook = is_open || is_there(b"xl/");
        return Some(match (is_text, is_workbook) {
            (_, true) if is_open => FileFault::OpenWorkbook,
            (_, true) => FileFault::Workbook,
            (true, false) => FileFault::Document,
            (false, false) => FileFault::Archive,
        });
    }
    if bytes.starts_with(b"%PDF") {
        return Some(FileFault::Pdf);
    }
    // The older kind names its parts in letters of two bytes; a new workbook with a password has the same first bytes.
    let is_part = |name: &str| is_there(&name.bytes().flat_map(|byte| [byte, 0]).collect::<Vec<u8>>());
    let of_parts = || {
        if is_part("WordDocument") {
            FileFault::Document
        } else if ["Workbook", "Book", "EncryptedPackage"].into_iter().any(is_part) {
            FileFault::Workbook
        } else {
            FileFault::Office
        }
    };
    bytes.starts_with(OLDER).then(of_parts)
}

/// What squeezed files begin with, and the programs that make them.
const COMPRESSED: [(&[u8], &str); 7] = [
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"\xfd7zXZ", "xz"),
    (b"BZh", "bzip2"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"\x04\x22\x4d\x18", "lz4"),
];

fn compressed(bytes: &[u8]) -> Option<FileFault> {
    let found = COMPRESSED.iter().find(|(first, _)| bytes.starts_with(first));
    found.map(|(_, by)| FileFault::Compressed { by })
}

/// Is a file zeros only, as far as anybody would look?
fn zeros(bytes: &[u8]) -> Option<FileFault> {
    let first = &bytes[..bytes.len().min(4 << 10)];
    (!first.is_empty() && first.iter().all(|byte| *byte == 0)).then_some(FileFault::Zeros)
}

/// HTML or XML, by its first mark.
fn markup(text: &str) -> Option<FileFault> {
    let mark = text.trim_start().strip_prefix('<')?;
    let is_begun = |name: &str| mark.get(..name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name));
    if is_begun("!doctype html") || is_begun("html") {
        return Some(FileFault::Markup { name: "HTML" });
    }
    mark.starts_with(|c: char| matches!(c, '!' | '?') || c.is_ascii_alphabetic())
        .then_some(FileFault::Markup { name: "XML" })
}

/// Is that a table in text: no JSON, and its first lines have as many cells?
fn is_table(text: &str) -> bool {
    if text.trim_start().starts_with(['{', '[', '"', '/', '\u{201c}']) {
        return false;
    }
    let lines = || text.lines().filter(|line| !line.trim().is_empty()).take(40);
    let parted = |sign: char| lines().filter(|line| line.contains(sign)).count();
    let most = [';', '\t', ','].into_iter().map(parted).max().unwrap_or(0);
    most >= 2 && most * 2 > lines().count()
}

/// UTF-16 and UTF-32 begin with a mark of their own, or one or three of the bytes of plain letters are zero. The mark of
/// UTF-32 may begin with that of UTF-16.
fn wide(bytes: &[u8]) -> Option<FileFault> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Some(FileFault::Utf32),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some(FileFault::Utf16),
        [0, 0, 0, a, ..] | [a, 0, 0, 0, ..] => (*a != 0).then_some(FileFault::Utf32),
        [0, a, 0, b, ..] | [a, 0, b, 0, ..] => (*a != 0 && *b != 0).then_some(FileFault::Utf16),
        _ => None,
    }
}

fn not_utf8(bytes: &[u8], body: &[u8], error: std::str::Utf8Error) -> Fault {
    let good = std::str::from_utf8(&body[..error.valid_up_to()]).unwrap_or_default();
    if error.error_len().is_none() {
        // The last letter is only begun: the file was cut.
        return Fault::new(Some(Position::last(good)), "", JsonFault::EndsTooEarly);
    }
    let byte = bytes.len() - body.len() + good.len() + 1;
    Fault::new(Some(Position::from_offset(good, good.len())), "", FileFault::NotUtf8 { byte })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_at_the_start_is_no_text() {
        assert_eq!(decode_utf8(b"\xef\xbb\xbf{}", 64).unwrap(), "{}");
    }

    #[test]
    fn an_unfinished_letter_is_a_cut_file() {
        let fault = decode_utf8(b"{\"\xc3", 64).unwrap_err();
        assert_eq!(fault, Fault::new(Some(Position { line: 1, column: 2 }), "", JsonFault::EndsTooEarly));
    }

    #[test]
    fn the_byte_that_is_not_utf8_is_named() {
        let fault = decode_utf8(
            "{\n\"tên\": \"".as_bytes().iter().chain(b"\xe9t\"}").copied().collect::<Vec<_>>().as_slice(),
            64,
        )
        .unwrap_err();
        assert_eq!(
            fault,
            Fault::new(Some(Position { line: 2, column: 9 }), "", FileFault::NotUtf8 { byte: 12 })
        );
    }

    #[test]
    fn case_72_wide_encodings_are_named() {
        for bytes in [&b"\xff\xfe{\0"[..], b"\xfe\xff\0{", b"{\0\"\0", b"\0{\0\""] {
            assert_eq!(decode_utf8(bytes, 64).unwrap_err().what, FileFault::Utf16.into(), "{bytes:?}");
        }
        for bytes in
            [&b"\xff\xfe\0\0{\0\0\0"[..], b"\0\0\xfe\xff\0\0\0{", b"{\0\0\0\"\0\0\0", b"\0\0\0{\0\0\0\""]
        {
            assert_eq!(decode_utf8(bytes, 64).unwrap_err().what, FileFault::Utf32.into(), "{bytes:?}");
        }
        assert_ne!(decode_utf8(b"\0{\"a", 64).map_err(|f| f.what), Err(FileFault::Utf16.into()));
    }

    #[test]
    fn case_77_files_of_offices_are_named() {
        let what = |bytes: &[u8]| snapshot_text(bytes, 1 << 20).unwrap_err().what;
        assert_eq!(what(b"PK\x03\x04....xl/workbook.xml"), FileFault::Workbook.into());
        let open = b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
        assert_eq!(what(open), FileFault::OpenWorkbook.into());
        assert_eq!(what(b"PK\x03\x04....word/document.xml"), FileFault::Document.into());
        assert_eq!(what(b"PK\x03\x04....ppt/slides"), FileFault::Archive.into());
        let older = |part: &str| {
            let name = part.bytes().flat_map(|byte| [byte, 0]);
            what(&OLDER.iter().copied().chain([0; 8]).chain(name).collect::<Vec<u8>>())
        };
        assert_eq!(older("Workbook"), FileFault::Workbook.into());
        assert_eq!(older("Book"), FileFault::Workbook.into());
        assert_eq!(older("WordDocument"), FileFault::Document.into());
        assert_eq!(older("PowerPoint Document"), FileFault::Office.into());
        assert_eq!(what(b"%PDF-1.4\n%\xe2\xe3"), FileFault::Pdf.into());
        assert_eq!(what("Phường;Hộ\nPhường 1;5\n".as_bytes()), FileFault::TextTable.into());
        let compressed = |by| FileFault::Compressed { by }.into();
        assert_eq!(what(b"\x1f\x8b\x08\0\0"), compressed("gzip"));
        assert_eq!(what(b"\x28\xb5\x2f\xfd\x04"), compressed("zstd"));
        for name in ["<!DOCTYPE html>\n<p>a, b\n<p>c, d", "\u{feff} <html lang=\"vi\">", "<HTML>"] {
            assert_eq!(what(name.as_bytes()), FileFault::Markup { name: "HTML" }.into(), "{name}");
        }
        for name in ["<?xml version=\"1.0\"?><a/>", "<rows><row/></rows>", "<!-- a -->"] {
            assert_eq!(what(name.as_bytes()), FileFault::Markup { name: "XML" }.into(), "{name}");
        }
        assert_eq!(what(&[0; 3000]), FileFault::Zeros.into());
        assert!(snapshot_text(b"<5", 64).is_ok());
        // A JSON file with a fault at its very beginning is no table.
        assert!(snapshot_text("\"a\": 1,\n\"b\": 2,\n".as_bytes(), 64).is_ok());
        assert!(snapshot_text(b"format: giamngheo/1", 64).is_ok());
    }

    #[test]
    fn nothing_is_no_file() {
        for bytes in [&b""[..], b" \n\t ", b"\xef\xbb\xbf"] {
            assert_eq!(decode_utf8(bytes, 64).unwrap_err().what, FileFault::Empty.into());
        }
        assert_eq!(decode_utf8(b"{   }", 4).unwrap_err().what, FileFault::TooBig { limit: 4 }.into());
    }
}
