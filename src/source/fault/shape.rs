//! Faults of shape: names and types that are not those of the format.

use super::{HIDDEN, shown, shown_name};
use crate::say;
use crate::source::format::called;
use crate::source::place::Position;
use crate::text::Lang;

/// JSON, but not a snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShapeFault {
    /// Another format than this build reads, or none.
    Format(FormatFound),
    /// A name the format does not have.
    Unknown {
        /// The name as the file has it, cleaned and cut.
        name: String,
        /// The known name at most two letters away.
        near: Option<&'static str>,
        /// All names this place knows.
        known: &'static [&'static str],
    },
    /// A name given twice in one object.
    Twice {
        /// The name as the file has it, cleaned and cut.
        name: String,
        /// Where it stands first, where that is known.
        first: Option<Position>,
        /// The name that stands there and means the same.
        written: Option<String>,
    },
    /// A required name is not there.
    Missing {
        /// The name that should be there.
        name: &'static str,
    },
    /// Another kind of value than the place asks for.
    Wrong {
        /// What belongs there.
        expected: Expected,
        /// The kind of what stands there.
        found: Found,
        /// What stands there in the form that belongs there, where that is clear: figures only.
        form: Option<String>,
    },
    /// A text that is none of the words this place knows.
    UnknownWord {
        /// The known word at most two letters away.
        near: Option<&'static str>,
        /// All words this place knows.
        known: &'static [&'static str],
    },
    /// Areas in areas, more than six deep.
    AreasTooDeep,
}

/// What stands where the format's name and version should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormatFound {
    /// No `format` at all.
    Missing,
    /// Another version of this format.
    Version(u32),
    /// Something else.
    Other,
}

/// Declares an enum whose values travel as fixed words through texts that only hold text, and come back.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $value:ident = $token:literal, $vi:literal, $en:literal;)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {
            $($(#[$about])* $value,)*
        }

        impl $name {
            /// The fixed word this value travels as.
            pub(in crate::source) fn token(self) -> &'static str {
                match self { $(Self::$value => $token,)* }
            }

            /// The value that travelled as `token`.
            pub(in crate::source) fn from_token(token: &str) -> Option<Self> {
                match token { $($token => Some(Self::$value),)* _ => None }
            }

            fn say(self, lang: Lang) -> &'static str {
                match self { $(Self::$value => lang.pick($vi, $en),)* }
            }
        }
    };
}

words! {
    /// What belongs at a place.
    Expected {
        /// An object of the format.
        Object = "object", "đối tượng {…}", "an object {…}";
        /// A list.
        List = "a sequence", "mảng […]", "a list […]";
        /// Yes or no.
        Bool = "a boolean", "true hoặc false", "true or false";
        /// Only `true`.
        True = "true", "true", "true";
        /// Free text, or its wordings in both languages.
        Text = "text", "văn bản hoặc {\"vi\": …, \"en\": …}", "a text or {\"vi\": …, \"en\": …}";
        /// One plain text.
        Line = "a string", "văn bản", "a text";
        /// An id.
        Id = "id", "mã gồm 1-64 chữ A-Z a-z 0-9 - _", "an id of 1-64 letters A-Z a-z 0-9 - _";
        /// A day.
        Date = "date", "ngày dạng 2023-03-04 (năm 2000-2100)", "a date like 2023-03-04 (years 2000-2100)";
        /// When a target begins.
        Begin = "begin", "năm như 2021 hoặc ngày dạng 2025-07-01", "a year like 2021 or a date like 2025-07-01";
        /// A day of any year.
        DayOfYear = "day of year", "ngày trong năm dạng 09-01", "a day of the year like 09-01";
        /// A span of time.
        Period = "period", "kỳ dạng 2022, 2023-H1, 2023-Q2 hoặc 2023-09", "a period like 2022, 2023-H1, 2023-Q2 or 2023-09";
        /// A year.
        Year = "year", "năm 2000-2100", "a year, 2000-2100";
        /// A count or an amount.
        Count = "count", "số nguyên từ 0 trở lên", "a whole number of 0 or more";
        /// The number of a row.
        Row = "row", "số dòng từ 1 trở lên", "the number of a row, 1 or more";
        /// A net change, which may be negative.
        Change = "change", "số nguyên", "a whole number";
        /// A percentage or points.
        Percent = "percent", "số phần trăm, nhiều nhất 4 chữ số thập phân", "a percentage of at most 4 decimals";
        /// A count or a percentage.
        Number = "number", "số, nhiều nhất 4 chữ số thập phân", "a number of at most 4 decimals";
        /// The number of an aim.
        Asked = "asked",
            "một số (value, qualifier) hoặc một khoảng (from, to)",
            "one number (value, qualifier) or a range (from, to)";
        /// What a target measures.
        Measure = "measure",
            "thước đo như poor.rate, near_poor.households, coverage.ID",
            "a measure like poor.rate, near_poor.households, coverage.ID";
        /// One of a few fixed words.
        Word = "word", "một từ trong các từ quy định", "one of the fixed words";
        /// The aim of a target.
        Aim = "aim",
            "đúng một trong reduce_by_points, reduce_by, reduce_by_percent, reach, keep_at, reach_percent, done",
            "exactly one of reduce_by_points, reduce_by, reduce_by_percent, reach, keep_at, reach_percent, done";
    }
}

words! {
    /// The kind of what stands at a place; never the value itself.
    Found {
        /// An object.
        Object = "found:object", "đối tượng", "an object";
        /// An object without a single name.
        EmptyObject = "found:none", "đối tượng trống", "an empty object";
        /// An object of more names than belong together.
        Several = "found:several", "nhiều hơn một", "more than one";
        /// A list.
        List = "found:list", "mảng", "a list";
        /// A text.
        Text = "found:text", "chữ", "a text";
        /// A text without a visible letter.
        EmptyText = "found:empty", "văn bản trống", "an empty text";
        /// A text that holds a number with separators.
        NumberInText = "found:digits",
            "chữ (số viết không có dấu ngoặc kép và dấu chấm ngăn nghìn)",
            "a text (numbers stand without quotes and separators)";
        /// A text with letters that do not belong there.
        OtherLetters = "found:letters", "chữ có ký tự khác hoặc quá dài", "a text with other letters, or too long";
        /// Yes or no.
        Bool = "found:bool", "true/false", "true or false";
        /// `false` where only `true` makes sense.
        False = "found:false", "false", "false";
        /// `null`.
        Null = "found:null", "null (không có số liệu thì bỏ trường này)", "null (leave the field out when there is no figure)";
        /// A whole number.
        Integer = "found:integer", "số nguyên", "a whole number";
        /// A number below zero.
        Negative = "found:negative", "số âm", "a negative number";
        /// A number with decimals.
        Fraction = "found:fraction",
            "số có phần thập phân (dấu chấm không phải dấu ngăn nghìn)",
            "a number with decimals (the point separates no thousands)";
        /// A number with an exponent.
        Exponent = "found:exponent", "số dạng mũ (1e2)", "a number with an exponent (1e2)";
        /// `-0`.
        MinusZero = "found:-0", "-0", "-0";
        /// A number too large for any figure.
        TooLarge = "found:large", "số lớn hơn 10^15", "a number over 10^15";
        /// More decimals than the format allows.
        Decimals = "found:decimals", "nhiều chữ số thập phân hơn", "more decimals";
        /// A decimal comma.
        Comma = "found:comma", "dấu phẩy thập phân", "a decimal comma";
        /// A number that JSON does not write so.
        OtherNumber = "found:number", "số viết kiểu khác", "a number written another way";
        /// A text without quotes.
        BareText = "found:bare", "chữ không có dấu ngoặc kép", "a text without quotes";
        /// A text that is no number.
        NotDigits = "found:words", "chữ không phải số", "a text that is not a number";
        /// A day that no calendar has.
        NoSuchDay = "found:day", "ngày không có trong lịch", "a day that does not exist";
        /// A year outside 2000-2100.
        OtherYear = "found:year", "năm ngoài 2000-2100", "a year outside 2000-2100";
        /// A text of another form.
        OtherForm = "found:form", "chữ dạng khác", "a text of another form";
    }
}

impl ShapeFault {
    pub(super) fn say(&self, lang: Lang) -> String {
        match self {
            Self::Format(found) => found.say(lang),
            Self::Unknown { name, near, known } => unknown(name, *near, known, lang),
            Self::Twice { name, first, written } => twice(name, (*first, written.as_deref()), lang),
            Self::Missing { name } => say!(lang, "thiếu trường bắt buộc `{name}`",
                    "missing the required field `{name}`"; name = *name)
            .text(),
            Self::Wrong { expected, found, form } => {
                say!(lang, "cần {expected}, đang ghi {found}[: viết {form}]",
                "expected {expected}, found {found}[: write {form}]"; expected = expected.say(lang),
                found = found.say(lang), form = form.as_ref())
                .text()
            }
            Self::UnknownWord { near, known } => say!(lang, "không có giá trị này; {choice}",
                "no such value; {choice}"; choice = choice(*near, known, lang))
            .text(),
            Self::AreasTooDeep => {
                lang.pick("địa bàn lồng nhau quá 6 cấp", "areas nested deeper than 6 levels").to_owned()
            }
        }
    }
}

impl FormatFound {
    fn say(self, lang: Lang) -> String {
        let line = match self {
            Self::Missing => say!(
                lang,
                "thiếu trường `format`; bản này đọc giamngheo/1",
                "missing the field `format`; this build reads giamngheo/1"
            ),
            Self::Version(version) => say!(lang, "tệp theo mẫu giamngheo/{version}, bản này đọc giamngheo/1",
                "the file is in the format giamngheo/{version}, this build reads giamngheo/1"; version),
            Self::Other => say!(
                lang,
                "tệp theo mẫu khác; bản này đọc giamngheo/1",
                "the file is in another format; this build reads giamngheo/1"
            ),
        };
        line.text()
    }
}

fn unknown(name: &str, near: Option<&'static str>, known: &[&str], lang: Lang) -> String {
    let name = shown_name(name);
    if near == Some(name.as_str()) {
        // What makes it another name cannot be seen.
        return say!(lang, "tên trường `{name}` viết thừa khoảng trắng hoặc ký tự ẩn",
            "the field name `{name}` is written with blanks or hidden letters"; name)
        .text();
    }
    if name == HIDDEN {
        return say!(lang, "tên trường không có trong định dạng; {choice}",
            "a field name that is not of the format; {choice}"; choice = choice(near, known, lang))
        .text();
    }
    say!(lang, "không có trường `{name}`; {choice}", "no field `{name}`; {choice}";
        name, choice = choice(near, known, lang))
    .text()
}

fn twice(name: &str, (first, written): (Option<Position>, Option<&str>), lang: Lang) -> String {
    let told = |name: &str| Some(shown_name(name)).filter(|name| name != HIDDEN);
    say!(lang, "trường[ `{name}`] ghi hai lần trong một đối tượng[, lần đầu ở dòng {line}][, ghi là `{written}`]",
        "the field[ `{name}`] stands twice in one object[, first on line {line}][, as `{written}`]";
        name = told(name), line = first.map(|place| place.line), written = written.and_then(told))
    .text()
}

/// "did you mean" the near word, else the list of all.
fn choice(near: Option<&'static str>, known: &[&str], lang: Lang) -> String {
    let Some(near) = near else {
        let all = say!(lang, "các tên có: {names}", "known: {names}"; names = known.join(", "));
        return shown(&all.text(), 180);
    };
    say!(lang, "có phải `{near}`?", "did you mean `{near}`?"; near).text()
}

/// The known word nearest to `word`: what people call it, else a slip: at most two letters differ and not the whole word
/// does.
pub(in crate::source) fn nearest(word: &str, known: &'static [&'static str]) -> Option<&'static str> {
    // Longer words cannot be near, and the distance costs the product of both lengths.
    if word.chars().count() > 40 {
        return None;
    }
    if let Some(meant) = called(word, known) {
        return Some(meant);
    }
    let near = known.iter().map(|name| (strsim::damerau_levenshtein(word, name), *name)).min();
    near.filter(|(distance, name)| *distance <= 2 && *distance < name.len()).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_the_word_that_was_meant() {
        assert_eq!(nearest("por", &["households", "poor"]), Some("poor"));
        assert_eq!(nearest("xyz", &["households", "poor"]), None);
        assert_eq!(nearest("x", &["by", "poor"]), None);
        assert_eq!(nearest(&"a".repeat(100_000), &["poor"]), None);
    }

    #[test]
    fn words_come_back() {
        assert_eq!(Found::from_token(Found::Null.token()), Some(Found::Null));
        assert_eq!(Expected::from_token("a sequence"), Some(Expected::List));
        assert_eq!(Expected::from_token("struct Group"), None);
    }
}
