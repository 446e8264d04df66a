//! Faults of the JSON itself, in words for those who edit it by hand.

use crate::say;
use crate::source::personal::has_number;
use crate::text::Lang;

/// Why a text is not JSON, or not such JSON as this program reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonFault {
    /// The text stops inside a value.
    EndsTooEarly,
    /// Something follows the one value.
    TextAfterEnd,
    /// A comma with nothing after it, or nothing before it.
    TrailingComma,
    /// No comma between two values.
    NoComma,
    /// A semicolon where a comma belongs.
    Semicolon,
    /// Quotes of a word processor.
    CurlyQuotes,
    /// Single quotes.
    SingleQuotes,
    /// A quote that nothing closes in its line.
    QuoteNotClosed,
    /// A text without quotes.
    BareText,
    /// A day or a period without quotes, as it stands there: the rest of its letters is zero.
    BareDay([u8; 10]),
    /// A blank that JSON does not know, such as the one that breaks no line.
    OddBlank,
    /// A letter outside of a text that nobody sees, such as a second mark of a file's beginning.
    HiddenLetter,
    /// A comment, which JSON does not have.
    Comment,
    /// No value where one must stand.
    NoValue,
    /// No name in double quotes where one must stand.
    NoName,
    /// No colon after a name.
    NoColon,
    /// Neither a comma nor `]` after a value of a list.
    ListNotEnded,
    /// Neither a comma nor `}` after a value of an object.
    ObjectNotEnded,
    /// A backslash with something after it that means nothing.
    BadEscape,
    /// Half a letter: one `\ud800` to `\udfff` alone.
    HalfLetter,
    /// A line end, tab or other control letter inside a text.
    ControlInText,
    /// Digits, but no number of JSON.
    BadNumber,
    /// A number outside what a number can be.
    HugeNumber,
    /// More objects and lists in one another than can be read.
    TooDeep,
    /// Any other fault.
    Other,
}

impl JsonFault {
    pub(super) fn say(self, lang: Lang) -> String {
        if let Self::BareDay(letters) = self {
            let day = String::from_utf8_lossy(&letters);
            return say!(lang, "chữ phải đứng trong dấu ngoặc kép: viết \"{day}\"",
                "a text stands in double quotes: write \"{day}\""; day = day.trim_end_matches('\0'))
            .text();
        }
        let (vi, en) = match self {
            Self::EndsTooEarly => ("tệp kết thúc quá sớm", "the file ends too early"),
            Self::TextAfterEnd => ("còn chữ sau khi JSON đã kết thúc", "text after the end of the JSON"),
            Self::TrailingComma => ("dấu phẩy thừa", "a comma with nothing after it"),
            Self::NoComma => ("thiếu dấu phẩy ở đây", "no comma here"),
            Self::Semicolon => ("dấu chấm phẩy: viết dấu phẩy", "a semicolon: write a comma"),
            Self::CurlyQuotes => (
                "dấu ngoặc cong của Word: viết dấu ngoặc kép thẳng (\")",
                "Word's curly quotes: write straight ones (\")",
            ),
            Self::SingleQuotes => {
                ("dấu nháy đơn: viết dấu ngoặc kép (\")", "single quotes: write double ones (\")")
            }
            Self::QuoteNotClosed => {
                ("dấu ngoặc kép mở ở đây chưa đóng", "the quote that opens here is not closed")
            }
            Self::BareText | Self::BareDay(_) => {
                ("chữ phải đứng trong dấu ngoặc kép", "a text stands in double quotes")
            }
            Self::OddBlank => (
                "khoảng trắng lạ (NBSP, chép từ Word hay trang mạng): gõ lại dấu cách",
                "an odd blank (NBSP, copied from Word or a web page): type a space",
            ),
            Self::HiddenLetter => (
                "ký tự ẩn (chép từ Word hay trang mạng): xóa đi",
                "a hidden character (copied from Word or a web page): delete it",
            ),
            Self::Comment => ("JSON không có chú thích", "JSON has no comments"),
            Self::NoValue => ("cần một giá trị JSON ở đây", "expected a JSON value here"),
            Self::NoName => ("cần tên trường trong dấu ngoặc kép", "expected a field name in double quotes"),
            Self::NoColon => ("thiếu dấu hai chấm sau tên trường", "no colon after the field name"),
            Self::ListNotEnded => ("cần dấu phẩy hoặc ] ở đây", "expected a comma or ] here"),
            Self::ObjectNotEnded => ("cần dấu phẩy hoặc } ở đây", "expected a comma or } here"),
            Self::BadEscape => ("dấu \\ không hợp lệ trong chữ", "a \\ that means nothing in a text"),
            Self::HalfLetter => {
                ("nửa ký tự \\ud800-\\udfff đứng một mình", "half a letter, \\ud800-\\udfff alone")
            }
            Self::ControlInText => (
                "ký tự điều khiển trong chữ (viết \\n, \\t)",
                "a control character in a text (write \\n, \\t)",
            ),
            Self::BadNumber => ("số viết sai", "not a number as JSON writes it"),
            Self::HugeNumber => ("số quá lớn", "the number is too large"),
            Self::TooDeep => ("lồng nhau quá 127 tầng", "nested deeper than 127 levels"),
            Self::Other => ("không phải JSON", "not JSON"),
        };
        lang.pick(vi, en).to_owned()
    }

    /// The fault of `bare`, a text without quotes: a day and a period are shown as they are meant to stand.
    pub(in crate::source) fn of_bare(bare: &str) -> Self {
        let is_part = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'Q' | b'H');
        let is_day = bare.starts_with(|c: char| c.is_ascii_digit()) && bare.contains('-');
        let mut letters = [0; 10];
        if !is_day || bare.len() > letters.len() || !bare.bytes().all(is_part) || has_number(bare) {
            return Self::BareText;
        }
        letters[..bare.len()].copy_from_slice(bare.as_bytes());
        Self::BareDay(letters)
    }

    /// The fault behind a message of the JSON parser, whose texts are fixed; `at` is the byte it stopped at.
    pub(in crate::source) fn of_message(message: &str, at: Option<u8>) -> Self {
        const BEGINNINGS: [(&str, JsonFault); 16] = [
            ("EOF", JsonFault::EndsTooEarly),
            ("trailing characters", JsonFault::TextAfterEnd),
            ("trailing comma", JsonFault::TrailingComma),
            ("expected value", JsonFault::NoValue),
            ("expected ident", JsonFault::NoValue),
            ("key must be", JsonFault::NoName),
            ("expected `\"`", JsonFault::NoName),
            ("expected `:`", JsonFault::NoColon),
            ("expected `,` or `]`", JsonFault::ListNotEnded),
            ("expected `,` or `}`", JsonFault::ObjectNotEnded),
            ("invalid escape", JsonFault::BadEscape),
            ("unexpected end of hex", JsonFault::HalfLetter),
            ("lone leading", JsonFault::HalfLetter),
            ("control character", JsonFault::ControlInText),
            ("invalid number", JsonFault::BadNumber),
            ("number out of range", JsonFault::HugeNumber),
        ];
        let known = BEGINNINGS.iter().find(|(start, _)| message.starts_with(start)).map(|(_, fault)| *fault);
        match (known, at) {
            (Some(Self::EndsTooEarly), _) => Self::EndsTooEarly,
            (Some(Self::ControlInText), _) => Self::ControlInText,
            (Some(_), Some(b'/' | b'#')) => Self::Comment,
            (Some(fault), _) => fault,
            (None, _) if message.starts_with("recursion limit") => Self::TooDeep,
            (None, _) if message.starts_with("invalid unicode") => Self::HalfLetter,
            (None, _) => Self::Other,
        }
    }
}
