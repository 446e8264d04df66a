//! The line of a fault with a caret under its place.
//!
//! Names, fixed words and figures of the format are shown; every other text of the file stands as `…`, for it may be
//! somebody's name or number.

use std::borrow::Cow;

use super::HIDDEN;
use crate::source::column_map::{FIRST_ROW, HEADING_ROW};
use crate::source::format::is_called;
use crate::source::personal::{has_long_number, long_numbers};
use crate::source::place::Position;
use crate::source::schema::is_word;
use crate::text::cells;
use crate::text::clean::clean;

/// Cells of the line that are shown; with its number they fit a terminal of 80.
const CELLS: usize = 68;
/// Cells before the caret where the line is longer.
const BEFORE: usize = 44;
/// So many bytes before the place are looked at: a line may be as long as a file.
const LOOKED_AT: usize = 64 << 10;
/// So many behind it: more than are shown.
const LOOKED_AFTER: usize = 4 << 10;
/// The longest text that may be a word.
const WORD: usize = 64;

/// What is shown of the line of a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The line, from 1.
    pub line: u32,
    /// What it says, as far as that may be shown.
    pub text: String,
    /// The cells before the caret.
    pub caret: usize,
}

impl Excerpt {
    /// What may be shown of `text` around `place`.
    pub(in crate::source) fn at(text: &str, place: Position) -> Option<Self> {
        let line = text.split('\n').nth(usize::try_from(place.line).ok()?.checked_sub(1)?)?;
        let column = usize::try_from(place.column).ok()?.checked_sub(1)?;
        let at = line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
        // What stands far before it is not needed, and a place is where a value or a name begins.
        let start = if at > LOOKED_AT { at } else { line.len() - line.trim_start().len() };
        let start = start.min(at);
        let (before, after) = shown(&line[start..], at - start);
        let is_cut = start == at && at > LOOKED_AT;
        let before = if is_cut { format!("…{before}") } else { before };
        let (wide, all) = (cells::width(&before), cells::width(&before) + cells::width(&after));
        let before = if all > CELLS && wide > BEFORE {
            format!("…{}", cells::ending(&before, BEFORE - 1))
        } else {
            before
        };
        let caret = cells::width(&before);
        let after = cells::cut(after.trim_end(), CELLS - caret);
        Some(Self { line: place.line, text: before + &after, caret })
    }

    /// The line with its number, and the caret under its place.
    pub fn lines(&self) -> [String; 2] {
        let blank = " ".repeat(self.caret);
        [format!("{:>6} │ {}", self.line, self.text), format!("{:>6} │ {blank}^", "")]
    }
}

/// What may be shown of `line`, before the byte `at` and from it on; of what stands before it at least the cells that
/// have room.
fn shown(line: &str, at: usize) -> (String, String) {
    let (mut pieces, mut begun, mut after) = (Vec::new(), String::new(), String::new());
    let mut read = 0;
    let mut numbers = long_numbers(near(line, at), is_in_number).peekable();
    while read < line.len() && cells_enough(&after) {
        let (mut piece, mut length) = Piece::first_of(&line[read..]);
        while numbers.next_if(|number| number.end <= read).is_some() {}
        if let Some(number) = numbers.peek().filter(|number| number.start < read + length) {
            // One inside a text was judged with it.
            if !matches!(piece, Piece::Text { .. }) || number.end > read + length {
                (piece, length) = (Piece::Sign(HIDDEN), length.max(number.end - read));
            }
        }
        if read < at && read + length <= at {
            if pieces.len() >= 4 * CELLS {
                pieces.drain(..2 * CELLS);
            }
            // Each that is kept takes a cell at least.
            pieces.extend(Some(piece).filter(|piece| !matches!(piece, Piece::Sign(""))));
        } else {
            let shown = piece.shown();
            // Where the place is inside: a caret under its first letter that is not shown.
            let quote = usize::from(matches!(piece, Piece::Text { .. }) && shown.chars().count() > 1);
            let inside = shown.char_indices().nth(quote).filter(|_| read < at);
            let (first, rest) = shown.split_at(inside.map_or(0, |(split, _)| split));
            begun.push_str(first);
            after.push_str(rest);
        }
        read += length;
    }
    (end_of(&pieces) + &begun, after)
}

/// The last of the pieces before a place, more than have room where there are more: to see whether a text may be shown
/// takes long.
fn end_of(pieces: &[Piece]) -> String {
    let mut last = Vec::new();
    let mut wide = 0;
    for piece in pieces.iter().rev() {
        if wide > 2 * CELLS {
            break;
        }
        let shown = piece.shown();
        wide += cells::width(&shown);
        last.push(shown);
    }
    last.reverse();
    last.concat()
}

/// The line as far as it may be shown.
fn near(line: &str, at: usize) -> &str {
    (at.saturating_add(LOOKED_AFTER)..line.len()).find_map(|end| line.get(..end)).unwrap_or(line)
}

/// May that stand in the number of a person, outside of a text in quotes? What JSON is built of keeps figures apart.
fn is_in_number(letter: char) -> bool {
    !letter.is_alphanumeric() && !matches!(letter, '"' | ':' | ',' | '[' | ']' | '{' | '}')
}

fn cells_enough(after: &str) -> bool {
    after.len() <= CELLS * 4
}

/// Letters that begin or end a text, rightly or not.
pub(in crate::source) const QUOTES: [char; 9] =
    ['"', '\u{201c}', '\u{201d}', '\u{201e}', '\u{201f}', '\'', '\u{2018}', '\u{2019}', '`'];

/// A part of a line that is shown or not as a whole.
enum Piece<'a> {
    /// A sign of JSON, a blank, or what stands in the place of something else.
    Sign(&'a str),
    /// What stands outside of quotes.
    Word(&'a str),
    /// A text in quotes, of which the last may be lacking.
    Text { opening: char, inner: &'a str, closing: Option<char> },
}

impl<'a> Piece<'a> {
    /// The first of `rest`, and the bytes it takes.
    fn first_of(rest: &'a str) -> (Self, usize) {
        let Some(first) = rest.chars().next() else { return (Self::Sign(""), 0) };
        if QUOTES.contains(&first) {
            return Self::text(rest, first);
        }
        if is_sign(first) || first == ' ' {
            return (Self::Sign(&rest[..first.len_utf8()]), first.len_utf8());
        }
        if first == '\t' || first == '\r' {
            return (Self::Sign(if first == '\t' { " " } else { "" }), 1);
        }
        if first.is_whitespace() {
            return (Self::Sign("·"), first.len_utf8());
        }
        let is_end = |c: char| c.is_whitespace() || QUOTES.contains(&c) || (is_sign(c) && c != ',');
        let length = rest.find(is_end).unwrap_or(rest.len());
        let bare = rest[..length].trim_end_matches(',');
        (Self::Word(bare), bare.len())
    }

    fn text(rest: &'a str, opening: char) -> (Self, usize) {
        let inner = &rest[opening.len_utf8()..];
        let ends = |c: char| if opening == '"' { c == '"' } else { QUOTES.contains(&c) };
        let mut is_escaped = false;
        let end = inner.char_indices().find(|(_, c)| {
            let ends = ends(*c) && !is_escaped;
            is_escaped = *c == '\\' && !is_escaped;
            ends
        });
        let Some((end, closing)) = end else {
            return (Self::Text { opening, inner: inner.trim_end(), closing: None }, rest.len());
        };
        let length = opening.len_utf8() + end + closing.len_utf8();
        (Self::Text { opening, inner: &inner[..end], closing: Some(closing) }, length)
    }

    /// What of it may be shown.
    fn shown(&self) -> Cow<'a, str> {
        match *self {
            Self::Sign(sign) => sign.into(),
            Self::Word(word) => fit(word),
            Self::Text { opening, inner, closing } => {
                let mut shown = format!("{opening}{}", fit(inner));
                shown.extend(closing);
                shown.into()
            }
        }
    }
}

fn is_sign(letter: char) -> bool {
    matches!(letter, '{' | '}' | '[' | ']' | ':' | ',' | ';' | '=')
}

/// The text itself where it may be shown, else a sign that something stands there.
fn fit(text: &str) -> Cow<'_, str> {
    if !is_shown(text) && !is_column(text) {
        return HIDDEN.into();
    }
    let (clean, _) = clean(text);
    if clean.chars().count() > WORD { HIDDEN.into() } else { clean.into() }
}

/// Is a text of the format, or a figure? Any other may be somebody's name or number, in a line or in a message.
pub(super) fn is_shown(text: &str) -> bool {
    text.is_empty()
        || (text.len() <= WORD * 2 && (is_word(text) || is_known(text) || is_figure(text) || is_called(text)))
}

/// Is that one letter, or what a map of columns calls a column, by its letters, or any sheet?
pub(super) fn is_column(text: &str) -> bool {
    matches!(text.as_bytes(), [b'*' | b'a'..=b'z' | b'A'..=b'Z'] | [b'A'..=b'Z', b'A'..=b'Z'])
}

fn is_known(text: &str) -> bool {
    matches!(text, "true" | "false" | "null" | "$schema" | HEADING_ROW | FIRST_ROW)
}

/// Is it made of digits and what stands between them, and nobody's number?
fn is_figure(text: &str) -> bool {
    let is_part =
        |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '-' | '+' | '−' | '%' | '/' | '_');
    text.chars().all(is_part) && !has_long_number(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, mark: &str) -> String {
        let at = text.find(mark).unwrap_or(text.len());
        Excerpt::at(text, Position::from_offset(text, at)).unwrap().lines().join("\n")
    }

    #[test]
    fn the_caret_stands_under_its_place() {
        let text = "{\n  \"hộ nghèo\": { \"households\": 65.000, \"note\": \"Nguyễn Văn A\" }";
        assert_eq!(
            drawn(text, "65."),
            "     2 │ \"hộ nghèo\": { \"households\": 65.000, \"note\": \"…\" }\n       │                             ^"
        );
        assert_eq!(drawn("{ \"tên\": xy }", "xy"), "     1 │ { \"tên\": … }\n       │          ^");
    }

    #[test]
    fn nothing_of_a_person_is_shown() {
        for secret in
            ["\"Nguyễn\"", "079012345678", "079.012.345.678", "“Nguyễn”", "'Trần", "Trần Thị B", "a@b.vn"]
        {
            let text = format!("{{ \"name\": {secret}, \"x\": 5 }}");
            let shown = drawn(&text, ", \"x");
            assert!(
                !shown.contains("uy")
                    && !shown.contains("Tr")
                    && !shown.contains("012")
                    && !shown.contains('@'),
                "{shown}"
            );
        }
    }

    /// In quotes or not, however its digits are kept apart.
    #[test]
    fn case_83_no_long_number_is_shown_in_a_line() {
        for secret in [
            "079 012 345 678",
            "279012 / 345678",
            "0912345678",
            "0912 345 678",
            "279;012;345;678",
            "279'012'345'678",
            "'279'012'345'678",
            "x27 9012 345 678",
            "\"279,012,345,678\"",
            "\"279012 / 345678\"",
            "\"0912345678\"",
            "“279,012,345,678”",
            "\"279,012,345,678",
        ] {
            for text in [format!("{{ \"households\":{secret} }}"), format!("{{ \"households\":{secret}")] {
                let shown = drawn(&text, secret);
                assert!(!shown.contains(|c: char| "2345678".contains(c)), "{shown}");
                assert!(shown.contains("\"households\":"), "{shown}");
            }
        }
        for figures in
            ["1429, 1.429, 65.000, 2022-12-31, 31/12/2022", "123456, 123456, 3.000.000.000, 65 000"]
        {
            let shown = drawn(&format!("[{figures}]"), "[");
            assert!(shown.contains(figures), "{shown}");
        }
    }

    #[test]
    fn a_long_line_is_windowed() {
        let text =
            format!("{{{}\"poor\": 1.5, {} }}", "\"poor\": 1, ".repeat(5000), "\"poor\": 2, ".repeat(5000));
        for mark in ["1.5", "2"] {
            let at = Position::from_offset(&text, text.find(mark).unwrap());
            let excerpt = Excerpt::at(&text, at).unwrap();
            assert!(cells::width(&excerpt.text) <= CELLS && excerpt.caret <= BEFORE, "{excerpt:?}");
            assert!(
                cells::ending(&excerpt.text, cells::width(&excerpt.text) - excerpt.caret).starts_with(mark)
            );
        }
    }

    #[test]
    fn controls_and_wide_letters_do_not_pass() {
        let shown = drawn("{ \"\u{1b}[2J\u{202e}漢字\": \u{9b}5, \"poor\":\u{a0}\t7 }", "7");
        assert_eq!(shown, "     1 │ { \"…\": …, \"poor\":· 7 }\n       │                    ^");
    }
}
