//! What is wrong with a file, and where: facts first, words only when a person asks.
//!
//! A fault names kinds, places and field names; of the values of a file it holds none but figures in their right form, for
//! a value may be somebody's name or number, and messages end up in logs.
mod excerpt;
mod file;
mod json;
mod meaning;
mod shape;

pub use excerpt::Excerpt;
pub(super) use excerpt::QUOTES;
pub use file::FileFault;
pub use json::JsonFault;
pub use meaning::{AimFault, MeaningFault, NamedEntry};
pub(super) use shape::nearest;
pub use shape::{Expected, FormatFound, Found, ShapeFault};

use super::personal::has_long_number;
use super::place::Position;
use super::schema;
use crate::text::Lang;
use crate::text::clean::clean;

/// The most letters of one message; a terminal or a log should get a line, not a page.
pub const MESSAGE_LETTERS: usize = 260;
/// The most bytes of one message: twenty of them, each with its line and behind the program's name, stay under 16 kB.
pub const MESSAGE_BYTES: usize = 380;
/// The most faults told of one file.
pub const MOST: usize = 20;
/// The most faults looked for in one file: those beyond [`MOST`] are counted only.
pub(super) const FOUND: usize = 100;
/// The most letters of a name that the file itself invented.
const NAME_LETTERS: usize = 40;
/// The most letters of a field path.
const PATH_LETTERS: usize = 100;
/// The most letters of a file's name.
const FILE_LETTERS: usize = 80;

/// One reason why a file is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file as the user named it, cleaned.
    pub file: String,
    /// Where in it; none where the file as a whole is meant, or could not be opened.
    pub place: Option<Position>,
    /// The field, as `areas[3].poor`; empty for the whole file.
    pub path: String,
    /// What is wrong.
    pub what: Problem,
    /// What may be shown of the line; filled in by the one who has the text.
    pub excerpt: Option<Excerpt>,
}

/// What is wrong with a file. The parts follow the order in which a file is judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The file itself: not there, not readable, too large, not UTF-8.
    File(FileFault),
    /// Not JSON.
    Json(JsonFault),
    /// JSON, but not of the format: names and types.
    Shape(ShapeFault),
    /// Of the format, but not possible: figures and references.
    Meaning(MeaningFault),
}

impl Fault {
    /// A fault of a file whose name is added by the one who knows it.
    pub(super) fn new(place: Option<Position>, path: impl Into<String>, what: impl Into<Problem>) -> Self {
        Self { file: String::new(), place, path: path.into(), what: what.into(), excerpt: None }
    }

    /// The same fault, in the file `name`.
    #[must_use]
    pub(super) fn in_file(mut self, name: &str) -> Self {
        name.clone_into(&mut self.file);
        self
    }

    /// The same fault, with what may be shown of its line in `text`.
    #[must_use]
    pub(super) fn with_line_of(mut self, text: &str) -> Self {
        // A file that is something else as a whole has no line to be looked at.
        let has_line = matches!(self.what, Problem::File(FileFault::NotUtf8 { .. }))
            || !matches!(self.what, Problem::File(_));
        self.excerpt = self.place.filter(|_| has_line).and_then(|place| Excerpt::at(text, place));
        self
    }

    /// The line it stands in, and a caret under its place; nothing where no line is meant.
    pub fn drawn(&self) -> Vec<String> {
        self.excerpt.iter().flat_map(Excerpt::lines).collect()
    }

    /// The message: `FILE:LINE:COLUMN: areas[3].poor: expected …, found …`. One line of at most
    /// [`MESSAGE_LETTERS`], without control or hidden letters and without any text of the file.
    pub fn say(&self, lang: Lang) -> String {
        let file = shown(&self.file, FILE_LETTERS);
        let place =
            self.place.map_or_else(String::new, |Position { line, column }| format!(":{line}:{column}"));
        let parts =
            [format!("{file}{place}"), shown(&shown_names(&self.path), PATH_LETTERS), self.what.say(lang)];
        let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        within(shown(&said.join(": "), MESSAGE_LETTERS), MESSAGE_BYTES)
    }
}

impl Problem {
    /// What is wrong, without the place.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::File(fault) => fault.say(lang),
            Self::Json(fault) => fault.say(lang),
            Self::Shape(fault) => fault.say(lang),
            Self::Meaning(fault) => fault.say(lang),
        }
    }
}

impl From<FileFault> for Problem {
    fn from(fault: FileFault) -> Self {
        Self::File(fault)
    }
}

impl From<JsonFault> for Problem {
    fn from(fault: JsonFault) -> Self {
        Self::Json(fault)
    }
}

impl From<ShapeFault> for Problem {
    fn from(fault: ShapeFault) -> Self {
        Self::Shape(fault)
    }
}

impl From<MeaningFault> for Problem {
    fn from(fault: MeaningFault) -> Self {
        Self::Meaning(fault)
    }
}

/// A name that the file has, fit to be shown: one of the format, or a slip in one. Any other may be somebody's, and stands
/// as [`HIDDEN`], as it does in the line that is shown.
pub(super) fn shown_name(name: &str) -> String {
    let own = shown(name, NAME_LETTERS);
    if excerpt::is_shown(&own) || excerpt::is_column(&own) || schema::is_near_word(&own) {
        return own;
    }
    match own.strip_prefix(REMARK) {
        Some(rest) => format!("{REMARK}{}", shown_name(rest)),
        None => HIDDEN.to_owned(),
    }
}

/// The path of a field, with each of its names as it may be shown.
fn shown_names(path: &str) -> String {
    let name = |part: &str| {
        let (name, index) = part.split_at(part.find('[').unwrap_or(part.len()));
        format!("{}{index}", if name.is_empty() { String::new() } else { shown_name(name) })
    };
    path.split('.').map(name).collect::<Vec<_>>().join(".")
}

/// Words of a file that should be a path of the format, fit to be shown: made as one, or as a name is.
pub fn shown_path(words: &str) -> String {
    let is_part = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-{}".contains(&byte);
    let is_path = words.len() <= PATH_LETTERS && words.contains('.') && words.bytes().all(is_part);
    if is_path && !has_long_number(words) { words.to_owned() } else { shown_name(words) }
}

/// What stands for words of a file that are not shown.
pub const HIDDEN: &str = "…";
/// What names of remarks begin with.
const REMARK: &str = "x_";

/// `text` fit for one line of a message: cleaned, and cut with `…` where it is longer than `letters`.
pub(super) fn shown(text: &str, letters: usize) -> String {
    // No more is cleaned than can be shown: a name may be as long as a file.
    let start: String = text.chars().take(letters * 4).collect();
    let (clean, _) = clean(&start);
    if clean.chars().nth(letters).is_none() && start.len() == text.len() {
        return clean;
    }
    clean.chars().take(letters - 1).chain(['…']).collect()
}

/// `text`, cut with `…` where it is longer than `bytes`: Vietnamese letters take up to three each.
fn within(text: String, bytes: usize) -> String {
    if text.len() <= bytes {
        return text;
    }
    let fits = |letter: &(usize, char)| letter.0 + letter.1.len_utf8() + '…'.len_utf8() <= bytes;
    text.char_indices().take_while(fits).map(|(_, letter)| letter).chain(['…']).collect()
}

/// A count in groups of three digits, as `lang` writes it.
pub(super) fn grouped(count: i64, lang: Lang) -> String {
    let digits = count.unsigned_abs().to_string();
    let mut out = String::from(if count < 0 { "−" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push_str(lang.pick(".", ","));
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_one_clean_line() {
        let name = format!("a\u{1b}[2J{}", "x".repeat(1000));
        let fault = Fault::new(Some(Position::START), "areas[3].poor", FileFault::Empty).in_file(&name);
        for lang in [Lang::Vi, Lang::En] {
            let line = fault.say(lang);
            assert!(line.chars().count() <= MESSAGE_LETTERS && line.len() <= MESSAGE_BYTES, "{line}");
            assert!(!line.chars().any(char::is_control), "{line}");
            assert!(line.contains(":1:1: areas[3].poor: "), "{line}");
        }
    }

    #[test]
    fn a_message_is_bounded_in_bytes_too() {
        let long = Fault::new(Some(Position::START), "areas[3].".repeat(100), FileFault::Empty)
            .in_file(&"ệ".repeat(500));
        let said = long.say(Lang::Vi);
        assert!(said.len() <= MESSAGE_BYTES && said.contains('…'), "{said}");
    }

    #[test]
    fn counts_are_grouped() {
        assert_eq!(grouped(1429, Lang::Vi), "1.429");
        assert_eq!(grouped(-1_000_000, Lang::En), "−1,000,000");
        assert_eq!(grouped(0, Lang::Vi), "0");
    }
}
