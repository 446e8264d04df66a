//! Why a file is no sheet that can be read.

use crate::say;
use crate::text::Lang;

/// Why a file is no sheet that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// It is neither a workbook nor a text.
    NoWorkbook,
    /// It is a document of a word processor.
    Document,
    /// It is a page to be printed (PDF).
    Pdf,
    /// It is a snapshot already.
    Snapshot,
    /// It asks for a password.
    Protected,
    /// It unfolds to more than is sound.
    UnfoldsTooFar,
    /// A sheet of it cannot be read to its end.
    Broken(String),
    /// It holds more cells than are read.
    TooManyCells {
        /// How many are.
        most: usize,
    },
    /// Its letters are of an encoding older than Unicode, by its usual name.
    OldLetters(&'static str),
    /// Its letters are of no encoding known here.
    UnknownLetters,
    /// A quotation mark has no pair: where the row stands that took others in, counted from 1.
    OpenQuote(usize),
    /// It cannot be read to its end.
    Stopped,
}

impl Unreadable {
    /// What a person is told; never a word of what the file holds.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::NoWorkbook => lang
                .pick(
                    "không phải tệp Excel (.xlsx, .xls), OpenDocument (.ods) hay văn bản CSV, TSV",
                    "neither a workbook (.xlsx, .xls, .ods) nor a text (CSV, TSV)",
                )
                .to_owned(),
            Self::Document => document(lang).to_owned(),
            Self::Pdf => pdf(lang).to_owned(),
            Self::Snapshot => lang
                .pick(
                    "đây đã là tệp số liệu: mở bằng giamngheo TỆP; là kỳ trước thì dùng --previous TỆP",
                    "this is a snapshot already: open it with giamngheo FILE; as the period before, give it to --previous",
                )
                .to_owned(),
            Self::Protected => lang
                .pick(
                    "tệp có mật khẩu: mở bằng Excel, bỏ mật khẩu rồi lưu lại",
                    "the file has a password: open it, take the password off and save it again",
                )
                .to_owned(),
            Self::UnfoldsTooFar => lang
                .pick(
                    "tệp nén bung ra quá lớn, không đọc",
                    "the file unfolds to far too much and is not read",
                )
                .to_owned(),
            Self::Broken(sheet) => say!(lang, "trang tính “{sheet}” hỏng, không đọc được đến hết",
                    "sheet “{sheet}” is broken and cannot be read to its end"; sheet)
            .text(),
            Self::TooManyCells { most } => say!(lang, "tệp có hơn {most} ô, không đọc hết được",
                    "the file has more than {most} cells"; most = *most)
            .text(),
            Self::OldLetters(name) => {
                let name = *name;
                say!(lang, "chữ trong tệp theo bảng mã {name}: mở bằng Excel, chuyển mã rồi lưu lại (CSV UTF-8)",
                    "the letters are of the old encoding {name}: open it in Excel, convert it and save it again \
                     (CSV UTF-8)"; name)
                .text()
            }
            Self::OpenQuote(line) => say!(lang, "dòng {line}: dấu ngoặc kép mở mà không đóng, các dòng sau bị nhập vào một ô: thêm dấu đóng hoặc bỏ dấu mở",
                "row {line}: a quotation mark without its pair takes the rows below into one cell: close it or take it out"; line = *line)
            .text(),
            Self::Stopped => {
                lang.pick("không đọc được tệp đến hết", "the file cannot be read to its end").to_owned()
            }
            Self::UnknownLetters => lang
                .pick(
                    "không nhận ra bảng mã chữ của tệp: lưu lại dạng CSV UTF-8",
                    "the encoding of the file is not known: save it as CSV UTF-8",
                )
                .to_owned(),
        }
    }
}

fn document(lang: Lang) -> &'static str {
    lang.pick(
        "đây là tệp Word: chép bảng sang Excel rồi nhập tệp .xlsx",
        "this is a Word document: copy its table into a workbook and import that",
    )
}

fn pdf(lang: Lang) -> &'static str {
    lang.pick(
        "đây là tệp PDF: xin tệp Excel, hoặc chép bảng sang Excel rồi nhập tệp .xlsx",
        "this is a PDF: ask for the workbook, or copy its table into one and import that",
    )
}
