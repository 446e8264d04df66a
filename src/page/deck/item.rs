//! A line of a list that is led by a number: what it is of, and a bar or words beside it.

use crate::model::figure::Figure;
use crate::text::line::{Line, Span};

use super::super::View;
use super::super::table::{Bar, Style};
use super::Headline;

/// The sign for no number.
pub const NONE: &str = "·";

/// A line of a list. Those of one slide stand in the same columns.
#[derive(Debug, Clone, Default)]
pub struct Item {
    /// The number, and beside it its unit.
    pub number: Headline,
    /// What it is of.
    pub name: Line,
    /// How much it is beside the others: the name then stands before the number.
    pub bar: Option<Bar>,
    /// What is said after all.
    pub after: Line,
}

impl Item {
    /// All its figures.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        let lines = self.number.beside.iter().chain([&self.name, &self.after]);
        self.number.figure.iter().chain(lines.flat_map(Line::figures))
    }

    /// All that is written in it, as one line.
    pub fn line(&self) -> Line {
        let said = format!("{} {}", self.number.before, self.number.text).trim().to_owned();
        let number = match &self.number.figure {
            Some(figure) => Line::default().written(said, figure),
            None => Line::plain(said),
        };
        let parts = std::iter::once(number).chain(self.number.beside.clone());
        Line::joined(parts.chain([self.name.clone(), self.after.clone()]), " ").unwrap_or_default()
    }
}

impl Headline {
    /// What stands in the place of a number where there is none.
    pub(super) fn none() -> Self {
        Self { text: NONE.to_owned(), ..Self::default() }
    }

    /// The one figure of some words as the number of a list, with what is said before and after it: `giữ ở`, `0`;
    /// none where they write none or several.
    pub(super) fn in_words(words: &Line) -> Option<Self> {
        let mut written = words.spans.iter().enumerate().filter(|(_, span)| span.figure.is_some());
        let ((at, span), None) = (written.next()?, written.next()) else { return None };
        let said = |spans: &[Span]| spans.iter().map(|span| span.text.as_str()).collect::<String>();
        let from = span.text.find(|letter: char| letter.is_ascii_digit())?;
        let (qualifier, number) = span.text.split_at(from);
        let (text, unit) = number.split_once(' ').unwrap_or((number, ""));
        let before = format!("{}{qualifier}", said(&words.spans[..at])).trim().to_owned();
        let after = format!("{unit}{}", said(&words.spans[at + 1..])).trim().to_owned();
        let beside = vec![Line::plain(after)];
        Some(Self { before, text: text.to_owned(), figure: span.figure.as_deref().cloned(), beside })
    }

    /// A figure of a list, digits alone being its number: `gần`, `842`, `triệu đồng`.
    pub(super) fn in_list(view: &View, figure: &Figure, unit: &str) -> Self {
        let mut number = Self::of_figure(view, figure, Style::Plain, Vec::new());
        let words = number.text.split_once(' ').map(|(digits, words)| (digits.to_owned(), words.to_owned()));
        let (digits, words) = words.unwrap_or_else(|| (number.text.clone(), String::new()));
        let unit = [words.as_str(), unit].into_iter().filter(|word| !word.is_empty());
        number.beside = vec![Line::plain(unit.collect::<Vec<_>>().join(" "))];
        number.text = digits;
        number
    }
}
