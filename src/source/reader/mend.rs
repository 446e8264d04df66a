//! A text that is no JSON, put right as well as that can be done, with all that is wrong in it: quotes from a word
//! processor, commas too many or too few, numbers and dates as people write them, comments.
//!
//! A bare value that JSON does not have becomes a text of the same letters: what its place takes is told by the types.

mod comment;

use super::draft::Draft;
use super::json::Step;
use super::quoted::{Closing, raw_content};
use crate::source::fault::{FOUND, Fault, JsonFault, QUOTES, shown_name};
use crate::source::place::{Position, under};
use crate::text::clean::{is_hidden, is_odd_break};

/// Objects and lists in one another.
const DEEP: usize = 127;

/// Puts `text` right where that is possible; the draft is sound JSON then, and the faults are all there are.
pub(super) fn mend(text: &str) -> (Draft, Vec<Fault>) {
    let mut mender = Mender {
        text,
        at: 0,
        draft: Draft::empty(),
        faults: Vec::new(),
        levels: Vec::new(),
        expects: Expects::Value,
        comma: None,
        value_end: 0,
    };
    // It stops early where nothing can be put right; what was found stands.
    let _ = mender.all();
    (mender.draft, mender.faults)
}

/// Nothing more can be put right.
struct Lost;

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expects {
    Value,
    Name,
    Colon,
    CommaOrEnd,
}

struct Mender<'t> {
    text: &'t str,
    at: usize,
    draft: Draft,
    faults: Vec<Fault>,
    /// The objects and lists around: a name, or nothing yet; an index.
    levels: Vec<Step>,
    expects: Expects,
    /// The byte of a comma after which nothing came yet.
    comma: Option<usize>,
    /// Where the last value ended.
    value_end: usize,
}

impl<'t> Mender<'t> {
    fn all(&mut self) -> Result<(), Lost> {
        loop {
            self.blanks()?;
            let Some(letter) = self.rest().chars().next() else { return self.end() };
            if self.levels.is_empty() && self.expects == Expects::CommaOrEnd {
                return self.lost(self.at, JsonFault::TextAfterEnd).or(Ok(()));
            }
            match self.expects {
                Expects::Value => self.value(letter)?,
                Expects::Name => self.name(letter)?,
                Expects::Colon => self.colon(letter)?,
                Expects::CommaOrEnd => self.comma_or_end(letter)?,
            }
        }
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn end(&mut self) -> Result<(), Lost> {
        if self.levels.is_empty() && self.expects == Expects::CommaOrEnd {
            return Ok(());
        }
        let found = self.ends_too_early();
        if self.levels.is_empty() || self.is_before_a_value() {
            return found;
        }
        while let Some(level) = self.levels.pop() {
            let closing = if matches!(level, Step::Index(_)) { "]" } else { "}" };
            self.draft.close(closing);
        }
        Ok(())
    }

    fn ends_too_early(&mut self) -> Result<(), Lost> {
        let place = Position::last(self.text);
        self.faults.push(Fault::new(Some(place), self.path(), JsonFault::EndsTooEarly));
        Err(Lost)
    }

    /// Is a name without its value the last thing?
    fn is_before_a_value(&self) -> bool {
        self.expects == Expects::Colon || (self.expects == Expects::Value && !self.is_list())
    }

    fn path(&self) -> String {
        let path = |so_far: String, step: &Step| match step {
            Step::Index(index) => format!("{so_far}[{index}]"),
            Step::Name(name) if name.is_empty() => so_far,
            Step::Name(name) => under(&so_far, &shown_name(name)),
        };
        self.levels.iter().fold(String::new(), path)
    }

    /// Writes a fault down; of one kind in one line the first speaks for all.
    fn fault(&mut self, at: usize, what: JsonFault) -> Result<(), Lost> {
        let place = Position::from_offset(self.text, at);
        let is_style = matches!(
            what,
            JsonFault::CurlyQuotes | JsonFault::SingleQuotes | JsonFault::OddBlank | JsonFault::HiddenLetter
        );
        let is_told = |fault: &Fault| {
            fault.what == what.into() && fault.place.is_some_and(|known| known.line == place.line)
        };
        if !(is_style && self.faults.iter().any(is_told)) {
            self.faults.push(Fault::new(Some(place), self.path(), what));
        }
        if self.faults.len() < FOUND { Ok(()) } else { Err(Lost) }
    }

    fn lost(&mut self, at: usize, what: JsonFault) -> Result<(), Lost> {
        self.fault(at, what)?;
        Err(Lost)
    }

    /// Takes the next `length` bytes over as they are.
    fn keep(&mut self, length: usize) {
        self.draft.add(&self.text[self.at..self.at + length], self.at);
        self.at += length;
    }

    /// Blanks, also those JSON does not know, and comments.
    fn blanks(&mut self) -> Result<(), Lost> {
        while let Some(letter) = self.rest().chars().next() {
            let rest = self.rest();
            if matches!(letter, ' ' | '\n' | '\r' | '\t') {
                self.keep(1);
            } else if rest.starts_with("//") || letter == '#' {
                self.fault(self.at, JsonFault::Comment)?;
                let before_comma = matches!(self.expects, Expects::CommaOrEnd);
                self.at += comment::length(rest, before_comma);
            } else if rest.starts_with("/*") {
                self.fault(self.at, JsonFault::Comment)?;
                self.at += rest.find("*/").map_or(rest.len(), |end| end + 2);
            } else if letter.is_whitespace() || (is_hidden(letter) && !letter.is_control()) {
                // Breaks of pages and lines take no room in it either.
                let is_seen = letter.is_whitespace() && !is_odd_break(letter);
                self.fault(self.at, if is_seen { JsonFault::OddBlank } else { JsonFault::HiddenLetter })?;
                self.draft.add(" ", self.at);
                self.at += letter.len_utf8();
            } else {
                break;
            }
        }
        Ok(())
    }

    /// The comma before something that follows.
    fn write_comma(&mut self) {
        if let Some(at) = self.comma.take() {
            self.draft.add(",", at);
        }
    }

    fn value(&mut self, letter: char) -> Result<(), Lost> {
        match letter {
            '{' | '[' => {
                if self.levels.len() >= DEEP {
                    return self.lost(self.at, JsonFault::TooDeep);
                }
                self.write_comma();
                self.keep(1);
                self.levels.push(if letter == '{' { Step::Name(String::new()) } else { Step::Index(0) });
                self.expects = if letter == '{' { Expects::Name } else { Expects::Value };
                return Ok(());
            }
            ']' if self.is_list() => return self.close(letter),
            ',' if self.is_list() => {
                self.fault(self.at, JsonFault::TrailingComma)?;
                self.at += 1;
                return Ok(());
            }
            '}' | ']' | ',' | ':' => return self.lost(self.at, JsonFault::NoValue),
            _ => self.write_comma(),
        }
        if QUOTES.contains(&letter) {
            self.quoted(letter)?;
        } else {
            self.bare_value()?;
        }
        self.end_value();
        Ok(())
    }

    fn end_value(&mut self) {
        self.value_end = self.at;
        self.expects = Expects::CommaOrEnd;
        self.forget_name();
    }

    fn forget_name(&mut self) {
        if let Some(Step::Name(name)) = self.levels.last_mut() {
            name.clear();
        }
    }

    fn is_list(&self) -> bool {
        matches!(self.levels.last(), Some(Step::Index(_)))
    }

    fn name(&mut self, letter: char) -> Result<(), Lost> {
        match letter {
            '}' | ']' => return self.close(letter),
            ',' => {
                self.fault(self.at, JsonFault::TrailingComma)?;
                self.at += 1;
                return Ok(());
            }
            _ => self.write_comma(),
        }
        let name = if QUOTES.contains(&letter) { self.quoted(letter)? } else { self.bare_name()? };
        if let Some(Step::Name(known)) = self.levels.last_mut() {
            *known = name;
        }
        self.expects = Expects::Colon;
        Ok(())
    }

    /// A name without quotes, up to the colon.
    fn bare_name(&mut self) -> Result<String, Lost> {
        let rest = self.rest();
        let is_end =
            |c: char| matches!(c, ':' | '=' | ',' | '{' | '}' | '[' | ']' | '\n') || QUOTES.contains(&c);
        let name = rest[..rest.find(is_end).unwrap_or(rest.len())].trim_end();
        self.fault(self.at, JsonFault::NoName)?;
        if name.is_empty() {
            return Err(Lost);
        }
        self.draft.add(&json_text(name), self.at);
        self.at += name.len();
        Ok(name.to_owned())
    }

    fn colon(&mut self, letter: char) -> Result<(), Lost> {
        match letter {
            ':' => self.keep(1),
            '}' | ']' | ',' => return self.lost(self.at, JsonFault::NoColon),
            _ => {
                self.fault(self.at, JsonFault::NoColon)?;
                self.draft.add(":", self.at);
                self.at += usize::from(letter == '=');
            }
        }
        self.expects = Expects::Value;
        Ok(())
    }

    fn comma_or_end(&mut self, letter: char) -> Result<(), Lost> {
        let is_list = self.is_list();
        match letter {
            ',' => self.comma = Some(self.at),
            ';' => {
                self.fault(self.at, JsonFault::Semicolon)?;
                self.comma = Some(self.at);
            }
            '}' | ']' => return self.close(letter),
            _ if is_next(self.rest(), letter, is_list) => {
                self.fault(self.value_end, JsonFault::NoComma)?;
                self.comma = Some(self.value_end);
            }
            _ => {
                let what = if is_list { JsonFault::ListNotEnded } else { JsonFault::ObjectNotEnded };
                return self.lost(self.at, what);
            }
        }
        self.at += usize::from(matches!(letter, ',' | ';'));
        if let Some(Step::Index(index)) = self.levels.last_mut() {
            *index += 1;
        }
        self.expects = if is_list { Expects::Value } else { Expects::Name };
        Ok(())
    }

    /// The end of an object or a list; one that was not ended before is ended here.
    fn close(&mut self, letter: char) -> Result<(), Lost> {
        if let Some(comma) = self.comma.take() {
            self.fault(comma, JsonFault::TrailingComma)?;
        }
        let is_list = self.is_list();
        if is_list == (letter == ']') {
            self.levels.pop();
            self.keep(1);
            self.end_value();
            return Ok(());
        }
        let what = if is_list { JsonFault::ListNotEnded } else { JsonFault::ObjectNotEnded };
        self.fault(self.at, what)?;
        let outer =
            self.levels.len().checked_sub(2).map(|outer| matches!(self.levels[outer], Step::Index(_)));
        if outer != Some(letter == ']') {
            return Err(Lost);
        }
        self.draft.add(if is_list { "]" } else { "}" }, self.at);
        self.levels.pop();
        self.expects = Expects::CommaOrEnd;
        Ok(())
    }

    /// A text in quotes, right or wrong ones: what it says.
    fn quoted(&mut self, opening: char) -> Result<String, Lost> {
        let begin = self.at + opening.len_utf8();
        let Some(Closing { end, length, what }) =
            Closing::of(&self.text[begin..], opening, self.expects == Expects::Name)
        else {
            self.ends_too_early()?;
            return Err(Lost);
        };
        if let Some(what) = what {
            let odd = if what == JsonFault::CurlyQuotes && opening == '"' { begin + end } else { self.at };
            self.fault(odd, what)?;
        }
        let content = &self.text[begin..begin + end];
        let mut found = Vec::new();
        let raw = raw_content(content, &mut found);
        for (at, what) in found {
            self.fault(begin + at, what)?;
        }
        self.draft.add(&format!("\"{raw}\""), self.at);
        self.at = begin + end + length;
        Ok(raw)
    }

    /// A value without quotes: what JSON has, or something that its place will be asked about.
    fn bare_value(&mut self) -> Result<(), Lost> {
        let rest = self.rest();
        let bare = rest[..bare_end(rest, self.is_list())].trim_end();
        if bare.is_empty() {
            return self.lost(self.at, JsonFault::NoValue);
        }
        // Half of a number or of a word says nothing of what was meant.
        if bare.len() == rest.len() && !self.levels.is_empty() {
            return self.ends_too_early();
        }
        if serde_json::from_str::<serde::de::IgnoredAny>(bare).is_ok() {
            self.keep(bare.len());
            return Ok(());
        }
        let unsigned = bare.trim_start_matches(['-', '+', '.', '−']);
        // Days are texts: "31/12/2022", "2022-12-31".
        let is_number = unsigned.starts_with(|c: char| c.is_ascii_digit()) && !unsigned.contains(['/', '-']);
        let what = if is_number { JsonFault::BadNumber } else { JsonFault::of_bare(bare) };
        self.fault(self.at, what)?;
        self.draft.add(&json_text(bare), self.at);
        self.at += bare.len();
        Ok(())
    }
}

/// Does another member or item begin here?
fn is_next(rest: &str, letter: char, is_list: bool) -> bool {
    if is_list {
        return matches!(letter, '{' | '[') || QUOTES.contains(&letter) || letter.is_ascii_digit();
    }
    let line = rest.lines().next().unwrap_or_default();
    let is_name = QUOTES.contains(&letter) || letter.is_alphabetic();
    is_name && line.contains([':', '='])
}

/// Where a value without quotes ends: a comma between digits is part of it, in an object.
fn bare_end(rest: &str, is_list: bool) -> usize {
    let mut before = ' ';
    for (at, letter) in rest.char_indices() {
        let after = &rest[at + letter.len_utf8()..];
        let is_end = match letter {
            '{' | '}' | '[' | ']' | ';' | '\n' => true,
            ',' => is_list || !(before.is_ascii_digit() && after.starts_with(|c: char| c.is_ascii_digit())),
            '/' => after.starts_with(['/', '*']),
            '#' => before.is_whitespace(),
            _ => QUOTES.contains(&letter),
        };
        if is_end {
            return at;
        }
        before = letter;
    }
    rest.len()
}

/// A text as JSON writes it.
fn json_text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests;
