//! Headings that are printed on each page stand in a list once more: they are no household.

use super::super::forms::words_of;
use super::super::grid::Cell;
use super::super::heading::{Heading, numbers_columns};

/// What stands above the columns of a list, to be known when it comes again.
#[derive(Debug, Default)]
pub struct PageHeadings {
    title: Vec<String>,
    /// By column, in words.
    columns: Vec<Vec<String>>,
    /// Was the row before one of these?
    is_open: bool,
}

impl PageHeadings {
    /// Those of a list.
    pub fn of(heading: &Heading) -> Self {
        let words = |parts: &Vec<String>| parts.iter().map(|part| words_of(part)).collect();
        Self {
            title: heading.title.iter().map(|line| words_of(line)).collect(),
            columns: heading.columns.iter().map(words).collect(),
            is_open: false,
        }
    }

    /// Is a row one of the headings? Each of its cells says what stands over its column; the row of column numbers may
    /// follow.
    pub fn repeats(&mut self, cells: &[Cell<'_>]) -> bool {
        let is_own = |(at, cell): (usize, &Cell<'_>)| {
            let heads = self.columns.get(at).zip(cell.written());
            heads.is_some_and(|(heads, text)| may_be_one(heads, text) && heads.contains(&words_of(text)))
        };
        let filled = || cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
        let count = filled().count();
        self.is_open =
            (count > 1 || self.is_open) && filled().all(is_own) || (self.is_open && numbers_columns(cells));
        self.is_open
    }

    /// Does a text say what a line of the title does?
    pub fn is_title(&self, text: &str) -> bool {
        self.title.contains(&words_of(text))
    }
}

/// May a text be one of these headings, by its first letter? Few are looked at closer in a list of a million rows.
fn may_be_one(heads: &[String], text: &str) -> bool {
    let Some(first) = text.chars().next().filter(char::is_ascii_alphanumeric) else { return true };
    let is_digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let is_like = |head: &String| {
        if first.is_ascii_digit() { is_digit(head) } else { head.starts_with(first.to_ascii_lowercase()) }
    };
    heads.iter().any(is_like)
}
