//! Texts in quotes as people write and copy them: where they end, and what they say in JSON.

use crate::source::fault::{JsonFault, QUOTES};

/// Where a text ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Closing {
    /// The bytes of what it says.
    pub(super) end: usize,
    /// The bytes of the quote that ends it.
    pub(super) length: usize,
    /// What is wrong with its quotes.
    pub(super) what: Option<JsonFault>,
}

impl Closing {
    /// The end of the text that begins `rest`, after `opening`; none where the file ends in it.
    pub(super) fn of(rest: &str, opening: char, is_name: bool) -> Option<Self> {
        if opening != '"' {
            return Self::of_odd(rest, opening, is_name);
        }
        let end = straight_end(rest);
        // The end of the line is looked for where it matters only: in a file of one line it is that of the file.
        if let Some(end) = end.filter(|end| !rest[..*end].contains('\n')) {
            // Where a text goes on behind it, another quote may have ended it before, or it opens the next.
            let is_next = !may_end(&rest[end + 1..]);
            let odd = odd_end(&rest[..end], &QUOTES[1..]).filter(|_| is_next);
            let content = rest[..end].trim_end();
            if is_next && odd.is_none() && (content.ends_with(',') || (is_name && content.ends_with(':'))) {
                let end = not_closed_end(&rest[..end], is_name);
                return Some(Self { end, length: 0, what: Some(JsonFault::QuoteNotClosed) });
            }
            let (end, length) = odd.unwrap_or((end, 1));
            return Some(Self { end, length, what: odd.map(|_| JsonFault::CurlyQuotes) });
        }
        let line_end = line_end(rest);
        let line = &rest[..line_end];
        if let Some((end, length)) = odd_end(line, &QUOTES[1..]) {
            return Some(Self { end, length, what: Some(JsonFault::CurlyQuotes) });
        }
        let next = rest[line_end..].trim_start();
        let is_text_of_lines = end.is_some() && !next.starts_with(['}', ']']) && !next.starts_with(QUOTES);
        match end.filter(|_| is_text_of_lines) {
            Some(end) => Some(Self { end, length: 1, what: None }),
            None if line_end == rest.len() => None,
            None => Some(Self {
                end: not_closed_end(line, is_name),
                length: 0,
                what: Some(JsonFault::QuoteNotClosed),
            }),
        }
    }

    fn of_odd(rest: &str, opening: char, is_name: bool) -> Option<Self> {
        let what =
            if matches!(opening, '\'' | '`') { JsonFault::SingleQuotes } else { JsonFault::CurlyQuotes };
        if let Some((end, length)) = odd_end(rest, &QUOTES) {
            return Some(Self { end, length, what: Some(what) });
        }
        let line_end = line_end(rest);
        (line_end < rest.len()).then(|| Self {
            end: not_closed_end(&rest[..line_end], is_name),
            length: 0,
            what: Some(what),
        })
    }
}

/// The first straight quote that no backslash stands before.
fn straight_end(rest: &str) -> Option<usize> {
    let mut is_escaped = false;
    rest.bytes().position(|byte| {
        let ends = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        ends
    })
}

/// Where the line ends that `rest` begins in.
fn line_end(rest: &str) -> usize {
    rest.find('\n').unwrap_or(rest.len())
}

/// Is that, in the line that `after` begins in, what may follow a text?
fn may_end(after: &str) -> bool {
    let after = after.trim_start_matches(|letter: char| letter.is_whitespace() && letter != '\n');
    after.is_empty() || after.starts_with(['\n', ':', ',', '}', ']', '=', ';', '/', '#'])
}

/// The first of `quotes` in the line that `rest` begins in that something follows which may follow a text.
fn odd_end(rest: &str, quotes: &[char]) -> Option<(usize, usize)> {
    let is_end =
        |(at, quote): &(usize, char)| quotes.contains(quote) && may_end(&rest[at + quote.len_utf8()..]);
    let mut line = rest.char_indices().take_while(|(_, letter)| *letter != '\n');
    line.find(is_end).map(|(at, quote)| (at, quote.len_utf8()))
}

/// Where a text ends that nothing closes: a name at its colon, another at the end of its line, without what belongs to
/// the object around it.
fn not_closed_end(line: &str, is_name: bool) -> usize {
    match line.find(':').filter(|_| is_name) {
        Some(colon) => line[..colon].trim_end().len(),
        None => line.trim_end_matches([' ', '\r', '\t', ',', '}', ']']).len(),
    }
}

/// What stands between quotes, as JSON has it; faults in it with their byte.
pub(super) fn raw_content(content: &str, found: &mut Vec<(usize, JsonFault)>) -> String {
    let mut raw = String::with_capacity(content.len());
    let mut at = 0;
    while let Some(letter) = content[at..].chars().next() {
        let length = match letter {
            '\\' => escape(&content[at..], at, &mut raw, found),
            '"' => {
                raw.push_str("\\\"");
                1
            }
            '\u{0}'..='\u{1f}' => {
                found.push((at, JsonFault::ControlInText));
                raw.push(' ');
                1
            }
            _ => {
                raw.push(letter);
                letter.len_utf8()
            }
        };
        at += length;
    }
    raw
}

/// A backslash and what it says; the bytes of both.
fn escape(rest: &str, at: usize, raw: &mut String, found: &mut Vec<(usize, JsonFault)>) -> usize {
    let after = &rest[1..];
    if after.starts_with(['"', '\\', '/', 'b', 'f', 'n', 'r', 't']) {
        raw.push_str(&rest[..2]);
        return 2;
    }
    let unit = |text: &str| {
        let digits = text.strip_prefix("\\u")?.get(..4)?;
        let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)
    };
    match (unit(rest), rest.get(6..).and_then(unit)) {
        (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => {
            raw.push_str(&rest[..12]);
            12
        }
        (Some(0xd800..=0xdfff), _) => {
            found.push((at, JsonFault::HalfLetter));
            raw.push('?');
            6
        }
        (Some(_), _) => {
            raw.push_str(&rest[..6]);
            6
        }
        (None, _) => {
            found.push((at + 1, JsonFault::BadEscape));
            raw.push(' ');
            1
        }
    }
}
