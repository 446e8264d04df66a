//! Faults of the file itself: where it is, what it is, how it is written.

use crate::say;
use crate::text::Lang;
use crate::text::line::Line;

/// What is only estimated is told in whole ones.
const MIB: u64 = 1 << 20;

/// Why a file could not be taken as text at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFault {
    /// Nothing in it, or only blanks.
    Empty,
    /// A workbook: it is imported, not opened.
    Workbook,
    /// The same of another kind (ods).
    OpenWorkbook,
    /// A document of a word processor.
    Document,
    /// A page to be printed (PDF).
    Pdf,
    /// The older kind of an office program, but neither a workbook nor a document.
    Office,
    /// Files packed into one (zip), none of them known.
    Archive,
    /// Squeezed by a program that has this name.
    Compressed {
        /// The program.
        by: &'static str,
    },
    /// Text of another kind than JSON, HTML or XML.
    Markup {
        /// The kind.
        name: &'static str,
    },
    /// Nothing but zeros, as a copy that failed leaves them.
    Zeros,
    /// A table as text (CSV, TSV): it is imported, not opened.
    TextTable,
    /// Stored as UTF-16.
    Utf16,
    /// Stored as UTF-32.
    Utf32,
    /// A byte that is not UTF-8: an old Vietnamese or western encoding, or a broken letter. Counted from 1.
    NotUtf8 {
        /// The byte of the file, from 1.
        byte: usize,
    },
    /// More bytes than one file may have.
    TooBig {
        /// The bytes a file may have.
        limit: u64,
    },
    /// More bytes than all files together may have.
    TotalTooBig {
        /// The bytes all files may have.
        limit: u64,
    },
    /// Reading it may take more memory than there is.
    NoMemory {
        /// The bytes it may take.
        need: u64,
        /// The bytes that are left.
        left: u64,
    },
    /// The name given is empty.
    NoName,
    /// No such file.
    Missing,
    /// No such folder.
    NoFolder,
    /// A link to a file that is not there.
    DanglingLink,
    /// Links that lead back to themselves.
    LinkLoop,
    /// A folder on the way is a file.
    NotAFolder,
    /// The name is longer than a file system takes.
    LongName,
    /// Not allowed to be read.
    NoPermission,
    /// A folder without a single `*.json`.
    EmptyFolder,
    /// A folder of workbooks without a single `*.json`.
    FolderOfWorkbooks,
    /// Faults beyond those that are told.
    More {
        /// How many.
        count: usize,
        /// Whether there may be more than these.
        is_cut: bool,
    },
    /// A device, a socket: neither a file nor a pipe.
    Device,
    /// A pipe in a folder: it can be read only once, and a folder is read again and again.
    PipeInFolder,
    /// A pipe that has not come to its end.
    Waiting,
    /// Standard input is the keyboard.
    Keyboard,
    /// The system gave up with this error number.
    System {
        /// The error number of the system, if it gave one.
        number: Option<i32>,
    },
}

impl FileFault {
    pub(super) fn say(self, lang: Lang) -> String {
        let told = self.of_office(lang).or_else(|| self.of_kind(lang));
        if let Some(line) = told.or_else(|| self.of_path(lang)).or_else(|| self.of_size(lang)) {
            return line.text();
        }
        let line = match self {
            // Told above.
            Self::Workbook
            | Self::OpenWorkbook
            | Self::Document
            | Self::Pdf
            | Self::Office
            | Self::FolderOfWorkbooks
            | Self::Archive
            | Self::Compressed { .. }
            | Self::Markup { .. }
            | Self::Zeros
            | Self::Empty
            | Self::Utf16
            | Self::Utf32
            | Self::NotUtf8 { .. }
            | Self::TextTable
            | Self::Missing
            | Self::NoFolder
            | Self::DanglingLink
            | Self::LinkLoop
            | Self::NotAFolder
            | Self::LongName
            | Self::TooBig { .. }
            | Self::TotalTooBig { .. }
            | Self::NoMemory { .. } => Line::default(),
            Self::NoName => say!(lang, "tên tệp để trống", "the file name is empty"),
            Self::NoPermission => say!(lang, "không có quyền đọc", "no permission to read it"),
            Self::EmptyFolder => {
                say!(lang, "thư mục không có tệp .json nào", "the folder holds no .json file")
            }
            Self::More { count, is_cut } => say!(lang, "và [{least} ]{count} lỗi nữa",
                "and [{least} ]{count} more"; least = is_cut.then(|| lang.pick("ít nhất", "at least")), count),
            Self::Device => {
                say!(lang, "không phải tệp, thư mục hay ống dẫn", "neither a file, a folder nor a pipe")
            }
            Self::PipeInFolder => say!(
                lang,
                "ống dẫn trong thư mục không được đọc, hãy nêu tên nó ở dòng lệnh",
                "a pipe in a folder is not read, name it on the command line"
            ),
            Self::Waiting => {
                say!(lang, "ống dẫn chưa có đủ số liệu, còn chờ", "a pipe that is still waited for")
            }
            Self::Keyboard => say!(
                lang,
                "đầu vào chuẩn là bàn phím, hãy đưa tệp vào: giamngheo - < tệp",
                "standard input is the keyboard, give it a file: giamngheo - < file"
            ),
            Self::System { number } => {
                let number = number.map_or_else(|| "?".to_owned(), |number| number.to_string());
                say!(lang, "không đọc được (lỗi hệ thống số {number})",
                    "cannot be read (system error {number})"; number)
            }
        };
        line.text()
    }

    /// There is too much of it.
    fn of_size(self, lang: Lang) -> Option<Line> {
        let line = match self {
            Self::TooBig { limit } => say!(lang, "tệp quá lớn (giới hạn {limit})",
                "the file is too large (limit {limit})"; limit = size(limit)),
            Self::TotalTooBig { limit } => say!(lang, "các tệp cộng lại quá lớn (giới hạn {limit})",
                "the files together are too large (limit {limit})"; limit = size(limit)),
            Self::NoMemory { need, left } => say!(lang,
                "không đủ bộ nhớ để đọc (có thể cần {need}, còn {left})",
                "not enough memory to read it (may need {need}, {left} left)";
                need = size(need.next_multiple_of(MIB)), left = size(left / MIB * MIB)),
            _ => return None,
        };
        Some(line)
    }

    /// No text, or one of another kind than is read.
    fn of_kind(self, lang: Lang) -> Option<Line> {
        let line = match self {
            Self::Empty => say!(lang, "tệp rỗng", "the file is empty"),
            Self::Utf16 => stored_as(lang, "UTF-16"),
            Self::Utf32 => stored_as(lang, "UTF-32"),
            Self::NotUtf8 { byte } => say!(lang,
                "byte thứ {byte} không phải UTF-8 (tệp TCVN3, VNI, Windows-1258 hay Latin-1?), hãy lưu lại UTF-8",
                "byte {byte} is not UTF-8 (a TCVN3, VNI, Windows-1258 or Latin-1 file?), save it as UTF-8"; byte = byte.to_string()),
            Self::Compressed { by } => {
                say!(lang, "đây là tệp nén ({by}), hãy giải nén", "this is a compressed file ({by}), unpack it"; by)
            }
            Self::Markup { name } => {
                say!(lang, "không phải JSON mà là {name}", "this is {name} and not JSON"; name)
            }
            Self::Zeros => say!(
                lang,
                "tệp chỉ có byte 0 (chép hỏng?), hãy chép lại",
                "the file is nothing but zeros (a copy that failed?), copy it again"
            ),
            _ => return None,
        };
        Some(line)
    }

    /// What was named is not there.
    fn of_path(self, lang: Lang) -> Option<Line> {
        Some(match self {
            Self::Missing => say!(lang, "không có tệp này", "no such file"),
            Self::NoFolder => say!(lang, "không có thư mục này", "no such folder"),
            Self::DanglingLink => {
                say!(lang, "liên kết trỏ tới tệp không còn", "a link to a file that is not there")
            }
            Self::LinkLoop => say!(lang, "liên kết vòng tròn", "links that lead back to themselves"),
            Self::NotAFolder => {
                say!(lang, "một thư mục trên đường dẫn lại là tệp", "a folder on the way is a file")
            }
            Self::LongName => say!(lang, "tên tệp quá dài", "the file name is too long"),
            _ => return None,
        })
    }

    /// A file of an office program: what it is, and the way in.
    fn of_office(self, lang: Lang) -> Option<Line> {
        Some(match self {
            Self::Workbook => say!(
                lang,
                "đây là tệp Excel: giamngheo import TỆP -o SO-LIEU.json",
                "this is an Excel workbook: giamngheo import FILE -o FIGURES.json"
            ),
            Self::OpenWorkbook => say!(
                lang,
                "đây là bảng tính OpenDocument: giamngheo import TỆP -o SO-LIEU.json",
                "this is an OpenDocument spreadsheet: giamngheo import FILE -o FIGURES.json"
            ),
            Self::Document => say!(
                lang,
                "đây là tệp Word; giamngheo đọc tệp .json, hoặc nhập từ Excel: giamngheo import TỆP.xlsx",
                "this is a Word document; giamngheo reads .json, or imports workbooks: giamngheo import FILE.xlsx"
            ),
            Self::Pdf => say!(
                lang,
                "đây là tệp PDF; giamngheo đọc tệp .json, hoặc nhập từ Excel: giamngheo import TỆP.xlsx",
                "this is a PDF; giamngheo reads .json, or imports workbooks: giamngheo import FILE.xlsx"
            ),
            Self::Office => say!(
                lang,
                "đây là tệp Office kiểu cũ, không phải Excel; giamngheo đọc tệp .json, hoặc nhập từ Excel: giamngheo import TỆP.xlsx",
                "this is an older Office file, but no workbook; giamngheo reads .json, or imports workbooks: giamngheo import FILE.xlsx"
            ),
            Self::FolderOfWorkbooks => say!(
                lang,
                "thư mục chỉ có bảng tính: giamngheo import THƯ-MỤC -o SO-LIEU.json",
                "the folder holds workbooks only: giamngheo import FOLDER -o FIGURES.json"
            ),
            Self::Archive => say!(
                lang,
                "đây là tệp nén (zip): giải nén, rồi mở tệp .json hoặc nhập tệp Excel: giamngheo import TỆP.xlsx",
                "this is an archive (zip): unpack it, then open the .json or import the workbook: giamngheo import FILE.xlsx"
            ),
            Self::TextTable => say!(
                lang,
                "đây là bảng CSV: giamngheo import TỆP -o SO-LIEU.json",
                "this is a table (CSV): giamngheo import FILE -o FIGURES.json"
            ),
            _ => return None,
        })
    }
}

/// Bytes in the largest unit that leaves a whole number.
fn size(bytes: u64) -> String {
    const UNITS: [&str; 4] = ["byte", "KiB", "MiB", "GiB"];
    let step = |(number, unit): (u64, usize)| {
        (number >= 1024 && number % 1024 == 0 && unit < 3).then_some((number / 1024, unit + 1))
    };
    let (number, unit) =
        std::iter::successors(Some((bytes, 0)), |now| step(*now)).last().unwrap_or((bytes, 0));
    format!("{number} {}", UNITS[unit])
}

/// It is text, but in letters of another width.
fn stored_as(lang: Lang, name: &str) -> Line {
    say!(lang, "tệp lưu {name}, hãy lưu lại UTF-8", "the file is stored as {name}, save it as UTF-8"; name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_said_as_people_set_them() {
        assert_eq!(size(64 << 20), "64 MiB");
        assert_eq!(size(1000), "1000 byte");
        assert_eq!(size(5 << 40), "5120 GiB");
    }
}
