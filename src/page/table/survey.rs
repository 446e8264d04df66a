//! What the rows of a table hold together: which columns tell anything, how much room their texts need, what is to be
//! said of their figures under the page.
//!
//! Of a list of thousands only the rows in sight are made; what all of them hold is found once, row by row.

use super::{Align, Cell, Column, Row};
use crate::model::figure::{Figure, Reliability};
use crate::page::View;
use crate::page::foot::Kinds;
use crate::text::{Lang, cells};

/// What all rows hold.
#[derive(Debug, Clone, Default)]
pub struct Survey {
    columns: Vec<Held>,
    /// The cells of the longest label, in full and in short.
    labels: [u16; 2],
    /// Is every figure in their cells an estimate? None: there is none.
    only_estimates: Option<bool>,
    /// Is every figure in the cells of those that scroll invented? None: there is none.
    pub only_invented: Option<bool>,
    /// Of what kinds their figures are.
    pub kinds: Kinds,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "what cells may hold is asked one by one")]
pub struct Held {
    /// Does any tell something?
    pub is_told: bool,
    /// Does any of those that scroll?
    pub is_told_of_parts: bool,
    /// Has any the mark of a derived figure, as a legend sees it?
    pub has_mark: bool,
    /// Has any number a mark behind it?
    is_marked: bool,
    is_drawn: bool,
    /// The cells of the longest number, of the longest text, and of the longest number whose estimate is not told: with
    /// the mark in the number, and with a cell of its own for it.
    texts: [(u16, u16, u16); 2],
}

/// The room that the texts of a column need.
#[derive(Debug, Clone, Copy, Default)]
pub struct Needed {
    /// The cells of its longest number.
    pub longest: u16,
    /// The same where the head says that all are estimates.
    pub unsaid: u16,
    /// The cells of its longest text.
    pub texts: u16,
    /// Does it hold pictures?
    pub is_drawn: bool,
}

impl Survey {
    /// Takes in what a row holds; `scrolls` where it is none of those that stay in sight.
    pub fn add(&mut self, lang: Lang, columns: &[Column], row: &Row, scrolls: bool) {
        self.columns.resize(columns.len(), Held::default());
        for ((held, column), cell) in self.columns.iter_mut().zip(columns).zip(&row.cells) {
            held.add(lang, column, cell, scrolls);
        }
        for (longest, narrow) in self.labels.iter_mut().zip([false, true]) {
            let label = cells::text_extent(row.label.fit(narrow)).saturating_add(row.indent);
            *longest = label.max(*longest);
        }
        for figure in row.in_cells() {
            let all = |known: Option<bool>, is: bool| Some(known.unwrap_or(true) && is);
            let is_estimate = figure.reliability == Reliability::Estimated;
            self.only_estimates = all(self.only_estimates, is_estimate);
            if scrolls {
                self.only_invented = all(self.only_invented, figure.is_invented());
            }
        }
    }

    /// The same, and what is to be said of its figures under a page.
    pub fn add_told(&mut self, view: &View, columns: &[Column], row: &Row, scrolls: bool) {
        self.add(view.lang, columns, row, scrolls);
        row.figures().for_each(|figure: &Figure| self.kinds.add(view, figure));
    }

    /// What the cells of a column hold.
    pub fn column(&self, index: usize) -> Held {
        self.columns.get(index).copied().unwrap_or_default()
    }

    /// The room that a column needs, and whether a mark has a cell of its own there.
    pub fn needed(&self, index: usize, column: &Column) -> (bool, Needed) {
        let held = self.column(index);
        // A mark without a cell of its own would take the blank before the next column.
        let mark = column.mark || column.align == Align::Right && held.is_marked;
        let (longest, texts, unsaid) = held.texts[usize::from(mark)];
        (mark, Needed { longest, unsaid, texts, is_drawn: held.is_drawn })
    }

    /// Is every figure in the cells an estimate?
    pub fn has_only_estimates(&self) -> bool {
        self.only_estimates == Some(true)
    }

    /// The cells of the longest label, in the wording of a narrow or a wide place.
    pub fn longest_label(&self, narrow: bool) -> u16 {
        self.labels[usize::from(narrow)]
    }
}

impl Held {
    fn add(&mut self, lang: Lang, column: &Column, cell: &Cell, scrolls: bool) {
        let is_told = cell.is_told();
        self.is_told |= is_told;
        self.is_told_of_parts |= is_told && scrolls;
        self.has_mark |= cell.has_mark();
        self.is_marked |= cell.is_marked();
        self.is_drawn |= matches!(cell, Cell::Bar(_));
        let is_estimate = cell.figures().any(|figure| figure.reliability == Reliability::Estimated);
        let extents = |cell: &Cell| {
            let text = cell.number(lang, false).unwrap_or_default();
            [&*text, text.trim_end_matches(['*', '!'])].map(cells::text_extent)
        };
        let numbers = extents(cell);
        let shorter = if is_estimate { extents(&cell.without_estimate(lang)) } else { numbers };
        for ((longest, texts, unsaid), (number, shorter)) in
            self.texts.iter_mut().zip(numbers.into_iter().zip(shorter))
        {
            *longest = number.max(*longest);
            *unsaid = shorter.max(*unsaid);
            *texts = cell.extent(lang, number, column.wordy).max(*texts);
        }
    }
}
