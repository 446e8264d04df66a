//! Sentences without marks, where nobody has a legend.

use crate::model::figure::Figure;
use crate::model::measure::Group;
use crate::page::View;
use crate::text::line::{Line, Span};
use crate::text::say::what;
use crate::text::{Lang, show};

use super::MARK;

/// Where a clause ends.
const ENDS: [char; 4] = [',', ';', '.', ':'];

/// A sentence without marks. What was worked out is called so right after its number and the noun of that, or in the
/// parenthesis that follows, or in the one that it stands in.
pub fn sentence(view: &View, line: &Line) -> String {
    let mut told = Spoken { word: view.lang.pick("tính toán", "derived"), ..Spoken::default() };
    for (at, span) in line.spans.iter().enumerate() {
        if let Some(figure) = &span.figure {
            told.figure(view.lang, figure, &span.text.replace(MARK, ""));
            continue;
        }
        for (byte, letter) in span.text.char_indices() {
            let ahead = || ahead(&span.text[byte + letter.len_utf8()..], &line.spans[at + 1..]);
            told.meet(letter, ahead);
        }
    }
    told.text = told.text.trim().trim_end_matches('.').to_owned();
    told.close();
    told.text
}

/// Was it worked out?
fn is_noted(figure: &Figure) -> bool {
    figure.is_derived()
}

/// Which of the figures up to the end of a parenthesis are noted.
fn ahead(rest: &str, spans: &[Span]) -> Vec<bool> {
    let mut found = Vec::new();
    if rest.contains(')') {
        return found;
    }
    for span in spans {
        match &span.figure {
            Some(figure) => found.push(is_noted(figure)),
            None if span.text.contains(')') => break,
            None => {}
        }
    }
    found
}

/// A sentence under way.
#[derive(Default)]
struct Spoken {
    text: String,
    word: &'static str,
    /// Is a figure to be called so yet?
    is_open: bool,
    is_inside: bool,
    /// Where the number of that figure ends, and the nouns that may belong to it: the longest that does is its own.
    ends_at: usize,
    nouns: Vec<String>,
    /// Does that figure stand in a parenthesis?
    was_inside: bool,
}

impl Spoken {
    /// Writes a number. What is said of the one before it is not said of this one, of which it is not true.
    fn figure(&mut self, lang: Lang, figure: &Figure, text: &str) {
        self.part(lang.pick(" với ", " with "));
        if !is_noted(figure) && self.is_open && self.was_inside == self.is_inside {
            self.call_in_place();
        }
        self.text.push_str(text);
        if is_noted(figure) {
            let groups = Group::ALL.map(|group| lang.term(what::households_of(group)).to_owned());
            let others =
                [show::unit_after(lang, figure), lang.pick("nhân khẩu", "persons")].map(str::to_owned);
            self.nouns = groups.into_iter().chain(others).collect();
            (self.is_open, self.was_inside, self.ends_at) = (true, self.is_inside, self.text.len());
        }
    }

    /// The end of the number that is to be called so, its noun with it.
    fn place(&self) -> usize {
        let rest = &self.text[self.ends_at..];
        let after = rest.strip_prefix(' ').unwrap_or(rest);
        let nouns = self.nouns.iter().filter(|noun| !noun.is_empty() && after.starts_with(noun.as_str()));
        let Some(noun) = nouns.max_by_key(|noun| noun.len()) else { return self.ends_at };
        // "3 hộ/tháng" is one noun.
        let tail = &after[noun.len()..];
        let tail = tail.find(|letter: char| letter == ' ' || ENDS.contains(&letter)).unwrap_or(tail.len());
        self.ends_at + (rest.len() - after.len()) + noun.len() + tail
    }

    /// Calls it so right after its number.
    fn call_in_place(&mut self) {
        let word = if self.is_inside { format!(" [{}]", self.word) } else { format!(" ({})", self.word) };
        self.text.insert_str(self.place(), &word);
        self.is_open = false;
    }

    fn meet(&mut self, letter: char, ahead: impl Fn() -> Vec<bool>) {
        match letter {
            '(' => {
                // What a parenthesis says of its own figure is said of the one before it as well.
                let is_told_here = self.is_open && !ahead().contains(&true);
                if is_told_here && !self.text[self.place()..].trim().is_empty() {
                    self.call_in_place();
                }
                self.is_inside = true;
                self.text.push(letter);
                if self.is_open && is_told_here {
                    self.text.extend([self.word, ", "]);
                    self.is_open = false;
                }
                return;
            }
            ')' => {
                if std::mem::take(&mut self.is_open) {
                    self.text.extend([", ", self.word]);
                }
                self.is_inside = false;
            }
            end if ENDS.contains(&end) && self.is_inside => {
                let ahead = ahead();
                if self.is_open && (ahead.is_empty() || ahead.contains(&false)) {
                    self.text.extend([" [", self.word, "]"]);
                    self.is_open = false;
                }
            }
            end if ENDS.contains(&end) => self.close(),
            _ => {}
        }
        self.text.push(letter);
    }

    /// The count before a count that it has beside it: each is called what it is.
    fn part(&mut self, between: &str) {
        if let Some(before) = self.text.strip_suffix(between).filter(|_| self.is_open && !self.is_inside) {
            self.text = format!("{before} ({}){between}", self.word);
            self.is_open = false;
        }
    }

    fn close(&mut self) {
        if self.is_open {
            self.call_in_place();
        }
    }
}
