//! A page before any layout: blocks from the top, the panel on the chosen row, the legend.

use super::chart::Chart;
use super::table::{Row, Table};
use crate::text::line::Line;

/// A page: the body of a tab.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// What it holds, from the top.
    pub blocks: Vec<Block>,
    /// The panel on the chosen row that belongs to the page (tabs 3 and 4), if it has one.
    pub detail: Option<Detail>,
    /// Do its rows have a panel? Its room is kept where the chosen one has none.
    pub has_panel: bool,
    /// What is said of the chosen row under the list, the last of the blocks, as lines of its story: that begins with
    /// them, so that they are read where hidden rows leave them no line.
    pub of_chosen: Vec<Line>,
    /// Legend lines that stay at the bottom: what the marks on this page mean.
    pub foot: Vec<Line>,
    /// The same in so few words that it takes one line, for where rows lack room; none: it is as short as it can be.
    pub short_foot: Vec<Line>,
}

/// A part of a page.
#[derive(Debug, Clone)]
#[expect(clippy::large_enum_variant, reason = "a page has a handful of blocks")]
pub enum Block {
    /// An empty line.
    Gap,
    /// Sentences.
    Lines(Vec<Line>),
    /// A table.
    Table(Table),
    /// A chart over time.
    Chart(Box<Chart>),
}

/// The panel on a row: docks under the rows, never hides the one it explains.
#[derive(Debug, Clone, Default)]
pub struct Detail {
    /// Its heading, set into the rule above it.
    pub title: String,
    /// What it holds.
    pub blocks: Vec<Block>,
}

impl Page {
    /// All rows that can be chosen, in the order of the page.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.blocks.iter().flat_map(Block::rows).filter(|row| row.is_choosable())
    }

    /// Are the rows made that may be in sight with that of a key, on a screen of so many lines?
    pub fn is_made_around(&self, key: &str, lines: usize) -> bool {
        self.tables().filter(|table| table.survey.is_some()).all(|table| {
            let Some(at) = table.rows.iter().position(|row| row.key == key) else { return true };
            let seen = at.saturating_sub(lines)..(at + lines).min(table.rows.len());
            table.rows.within(seen).all(Row::is_made)
        })
    }

    /// The same with all rows made, as they are in another page of the place.
    #[must_use]
    pub fn with_rows_of(&self, whole: Self) -> Self {
        let mut page = self.clone();
        let made = whole.blocks.into_iter().filter_map(|block| match block {
            Block::Table(table) if table.scrolls => Some(table.rows),
            _ => None,
        });
        let unmade = page.blocks.iter_mut().filter_map(|block| match block {
            Block::Table(table) if table.survey.is_some() => Some(table),
            _ => None,
        });
        for (table, rows) in unmade.zip(made) {
            (table.rows, table.survey) = (rows, None);
        }
        page
    }

    /// Is there a list of which not all rows are made?
    pub fn has_unmade_rows(&self) -> bool {
        self.tables().any(|table| table.survey.is_some())
    }

    /// Its tables.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(Block::table)
    }

    /// The row with that key.
    pub fn row(&self, key: &str) -> Option<&Row> {
        self.rows().find(|row| row.key == key)
    }
}

impl Block {
    /// The table that it is.
    pub fn table(&self) -> Option<&Table> {
        match self {
            Self::Table(table) => Some(table),
            Self::Gap | Self::Lines(_) | Self::Chart(_) => None,
        }
    }

    /// The rows of a table; none of anything else.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.table().into_iter().flat_map(|table| &table.rows)
    }

    /// A block of one sentence.
    pub fn sentence(line: Line) -> Self {
        Self::Lines(vec![line])
    }
}
