//! A line of a list that is led by a number: what it is of, and a bar or words beside it.

use crate::model::figure::Figure;
use crate::text::line::Line;

use super::super::View;
use super::super::table::{Bar, Style};
use super::Headline;

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
