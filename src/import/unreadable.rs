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
    /// A sheet of it is asked for, and a text has none.
    NoSheets,
    /// It asks for a password.
    Protected,
    /// It unfolds to more than is sound.
    UnfoldsTooFar,
    /// It is damaged, or a part of it is missing.
    Damaged,
    /// A sheet of it cannot be read to its end: which, counted from 1. Its name may be somebody's.
    Broken(usize),
    /// It refers to cells that no sheet can have.
    NoCell,
    /// A sheet of it has a cell beyond the last row or column.
    Beyond {
        /// The sheet, counted from 1.
        sheet: usize,
        /// The cell before that one.
        after: Option<String>,
    },
    /// A sheet of it, counted from 1, repeats rows or cells more often than is sound.
    Repeats(usize),
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
            Self::Damaged | Self::Broken(_) | Self::NoCell | Self::Beyond { .. } | Self::Repeats(_) => {
                self.damage(lang)
            }
            Self::NoSheets => no_sheets(lang).to_owned(),
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

    /// What is damaged, or claimed though no sheet can have it.
    fn damage(&self, lang: Lang) -> String {
        match self {
            Self::Broken(0) => lang.pick("tệp hỏng", "the file is damaged").to_owned(),
            Self::Broken(sheet) => say!(lang, "trang tính thứ {sheet} hỏng, không đọc được đến hết",
                    "sheet {sheet} is broken and cannot be read to its end"; sheet = *sheet)
            .text(),
            Self::Beyond { sheet, after } => {
                say!(lang, "trang tính thứ {sheet} có ô ở sau cột XFD hoặc sau dòng 1048576[, tiếp sau ô {after}]: không trang tính nào có ô đó",
                    "sheet {sheet} has a cell beyond column XFD or row 1048576[, next after {after}]: no sheet has one there";
                    sheet = *sheet, after = after.as_ref())
                .text()
            }
            Self::Repeats(sheet) => {
                say!(lang, "trang tính thứ {sheet} lặp lại quá nhiều dòng hoặc ô (có lẽ được điền đến tận cuối): xóa phần thừa rồi lưu lại",
                    "sheet {sheet} repeats too many rows or cells (perhaps filled in down to its end): delete what is not needed and save it again";
                    sheet = *sheet)
                .text()
            }
            Self::NoCell => lang
                .pick(
                    "tệp hỏng: nói đến ô mà không trang tính nào có (sau cột XFD hoặc dòng 1048576)",
                    "the file is damaged: it refers to cells that no sheet has (beyond column XFD or row 1048576)",
                )
                .to_owned(),
            _ => lang
                .pick(
                    "tệp hỏng hoặc bị cắt cụt: chép lại từ bản gốc, hoặc xin lại tệp",
                    "the file is damaged or cut short: copy it again from where it came",
                )
                .to_owned(),
        }
    }
}

fn no_sheets(lang: Lang) -> &'static str {
    lang.pick(
        "văn bản (CSV, TSV) không có trang tính: bỏ --sheet",
        "a text (CSV, TSV) has no sheets: leave --sheet out",
    )
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
