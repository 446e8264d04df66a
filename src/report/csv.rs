//! CSV: one figure a row, with unit, qualifier, provenance and source field. For spreadsheets that an officer opens by
//! a double click: UTF-8 with a byte order mark, CRLF, every text quoted, and no text that could become a formula.

use chrono::NaiveDate;

use crate::page::{Page, View};
use crate::text::line::Line;

use super::copy;
use super::figure_index::{FigureEntry, FigureIndex};
use super::figure_record::{self, FigureRecord};
use super::words;

/// Excel takes a file without it for one of the local charset.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// Letters a formula may begin with, in their full width and small forms as well (CWE-1236).
const SIGNS: [char; 12] =
    ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\u{FE66}', '\u{FE62}', '\u{FE63}', '\u{FE6B}'];

/// The heads, Vietnamese and English.
pub const HEADS: [(&str, &str); 22] = [
    ("trang", "tab"),
    ("dòng bảng", "row"),
    ("cột", "column"),
    ("tên số liệu", "name"),
    ("địa bàn", "area"),
    ("mã địa bàn", "area_code"),
    ("từ ngày", "from"),
    ("đến ngày", "to"),
    ("giá trị", "value"),
    ("thấp nhất", "low"),
    ("cao nhất", "high"),
    ("đơn vị tính", "unit"),
    ("mức", "qualifier"),
    ("cách có", "origin"),
    ("loại nguồn", "provenance"),
    ("cách viết", "shown"),
    ("phép tính", "formula"),
    ("tệp", "file"),
    ("dòng tệp", "line"),
    ("trường", "field"),
    ("nguyên văn", "quote"),
    ("ghi chú", "note"),
];

/// A cell: a number stays one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Digits, with a point before decimals; empty: no number.
    Number(String),
    /// A day; none: no day.
    Day(Option<NaiveDate>),
    /// Anything else.
    Text(String),
}

/// The report, a note in a row of its own at its end.
pub fn report(view: &View, index: &FigureIndex, note: Option<&Line>) -> String {
    let mut text = BYTE_ORDER_MARK.to_owned();
    let heads = HEADS.map(|(vi, en)| Value::Text(view.lang.pick(vi, en).to_owned()));
    push_row(&mut text, &heads);
    for entry in &index.entries {
        push_row(&mut text, &values(view, entry));
    }
    if let Some(note) = note {
        let mut values = HEADS.map(|_| Value::Text(String::new()));
        values[HEADS.len() - 1] = Value::Text(note.text());
        push_row(&mut text, &values);
    }
    text
}

/// The tables of one page as they are seen, a record a row: what who copies them gets, in quotes.
pub fn seen(view: &View, page: &Page, width: u16, note: Option<&Line>) -> String {
    let mut text = BYTE_ORDER_MARK.to_owned();
    for line in copy::in_cells(view, page, width) {
        for (index, cell) in line.iter().enumerate() {
            if index > 0 {
                text.push(',');
            }
            // Made harmless where it was copied.
            push_quoted(&mut text, cell);
        }
        text.push_str("\r\n");
    }
    if let Some(note) = note {
        push_row(&mut text, &[Value::Text(note.text())]);
    }
    text
}

/// An entry in the order of the heads.
pub fn values(view: &View, entry: &FigureEntry) -> [Value; 22] {
    let FigureRecord {
        tab,
        row,
        column,
        name,
        area,
        area_code,
        from,
        to,
        value,
        low,
        high,
        shown,
        formula,
        file,
        line,
        field,
        quote,
        note,
    } = figure_record::of_entry(view, entry);
    let number = Value::Number;
    let text = Value::Text;
    let word = |of: fn(&View, &crate::model::figure::Figure) -> &'static str| {
        text(entry.known.as_ref().map_or("", |figure| of(view, figure)).to_owned())
    };
    [
        text(tab),
        text(row),
        text(column),
        text(name),
        text(area),
        text(area_code),
        Value::Day(from),
        Value::Day(to),
        number(value),
        number(low),
        number(high),
        word(|view, f| words::unit(view.lang, f.unit)),
        word(|view, f| words::qualifier(view.lang, f.bound())),
        word(|view, f| words::origin(view.lang, f)),
        word(|view, f| words::source(view.lang, f.reliability)),
        text(shown),
        text(formula),
        text(file),
        number(line.map(|line| line.to_string()).unwrap_or_default()),
        text(field),
        text(quote),
        text(note),
    ]
}

/// Ends `text` with a row: every text in quotes, and none that could become a formula.
pub fn push_row(text: &mut String, values: &[Value]) {
    for (i, value) in values.iter().enumerate() {
        text.push_str(if i == 0 { "" } else { "," });
        match value {
            Value::Number(digits) => text.push_str(digits),
            Value::Day(day) => push_quoted(text, &day.map(|day| day.to_string()).unwrap_or_default()),
            Value::Text(words) => push_quoted(text, &harmless(words)),
        }
    }
    text.push_str("\r\n");
}

fn push_quoted(text: &mut String, words: &str) {
    text.push('"');
    text.push_str(&words.replace('"', "\"\""));
    text.push('"');
}

/// A text that no spreadsheet takes for a formula: where one could begin, also after blanks, quotes or a byte order
/// mark, an apostrophe stands before it.
pub fn harmless(text: &str) -> String {
    let is_before = |letter: char| {
        letter.is_whitespace()
            || matches!(letter, '"' | '\'' | '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '“' | '‘')
    };
    let is_control = text.starts_with(['\t', '\r', '\n', '\0']);
    let begins = text.trim_start_matches(is_before).starts_with(SIGNS);
    if begins || is_control { format!("'{text}") } else { text.to_owned() }
}

/// A number with its sign, `+0,08` or `+3*`, and the head over such: a formula has more to it.
pub fn is_signed_number(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(['+', '-']) else { return false };
    let number = rest.trim_end_matches(['%', '*', '!']);
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    is_number || rest.trim_end_matches('*') == "/−"
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_could_become_a_formula_gets_an_apostrophe() {
        for formula in [
            "=HYPERLINK(\"http://x\")",
            "-2+3",
            "@SUM(1)",
            "\t=1",
            "\r=1",
            "  +1",
            "\"=1",
            "'=1",
            "\u{FEFF}=1",
            "＝1",
            "－2",
            "\u{FEFF} \"＠A1",
        ] {
            assert_eq!(harmless(formula), format!("'{formula}"), "{formula:?}");
        }
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        for plain in ["Phường 1", "−560", "1.429 hộ", "a=b", "", "\"quoted\""] {
            assert_eq!(harmless(plain), plain);
        }
    }

    #[test]
    fn a_number_with_its_sign_is_no_formula() {
        for number in ["+/−*", "+0,08", "+1.429*", "-3", "+2,2%*"] {
            assert!(is_signed_number(number), "{number}");
        }
        for formula in ["-2+3", "+A1", "+", "=1", "+/−A1", "+1(2)"] {
            assert!(!is_signed_number(formula), "{formula}");
        }
    }

    proptest! {
        #[test]
        fn no_text_begins_a_formula(text in "[=+@\\-\t\r\" '＝＋a\u{FEFF}\u{FE62}\u{FE66}]{0,8}") {
            let safe = harmless(&text);
            let bare = safe.trim_start_matches(|c: char| c.is_whitespace() || c == '"' || c == '\u{FEFF}');
            prop_assert!(!bare.starts_with(SIGNS));
            prop_assert!(!safe.starts_with(['\t', '\r']));
        }
    }
}
