//! Which columns of a table fit a width: whole columns go, those without a single figure first, the others in a fixed
//! order, so that columns keep their place from snapshot to snapshot.

use super::super::table::{Column, Table};

/// Below this many cells the short words and the narrow columns are used.
pub const NARROW: u16 = 60;

/// Is so narrow a place that short words are due?
pub fn is_narrow(width: u16) -> bool {
    width < NARROW
}

/// A column that is shown: which, and the cells it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// Its place among the table's columns.
    pub index: usize,
    /// Its first cell, the blank before it included.
    pub left: u16,
    /// The cell after its last, the one of the mark not counted.
    pub right: u16,
}

/// The label column's first cell and the columns shown.
#[derive(Debug, Clone)]
pub struct VisibleColumns {
    /// The first cell of labels.
    pub label: u16,
    /// The columns, from left to right.
    pub columns: Vec<Shown>,
    /// The cell after the last that may be written.
    pub edge: u16,
}

/// Fits a table into so many cells.
pub fn fit(table: &Table, width: u16) -> VisibleColumns {
    let narrow = is_narrow(width);
    let label = margin(width);
    let edge = if narrow { width } else { width.saturating_sub(2) };
    let words = if narrow { table.label.min(14) } else { table.label };
    let shown = Room { table, narrow, cells: edge.saturating_sub(label + words) }.columns();
    let taken: u16 = shown.iter().map(|(i, cells)| cells + u16::from(table.columns[*i].mark)).sum();
    let beside = if table.tight { label + words } else { edge.saturating_sub(taken) };
    let mut left = beside.max(label);
    let columns = shown
        .into_iter()
        .map(|(index, cells)| {
            let right = left + cells;
            let shown = Shown { index, left, right };
            left = right + u16::from(table.columns[index].mark);
            shown
        })
        .collect();
    VisibleColumns { label, columns, edge }
}

/// The cells that columns have beside the labels of a table.
struct Room<'a> {
    table: &'a Table,
    narrow: bool,
    cells: u16,
}

impl Room<'_> {
    /// The columns that find room, each with its cells: those without a single figure leave it to others first.
    fn columns(&self) -> Vec<(usize, u16)> {
        let all = || self.table.columns.iter().enumerate();
        let usual = |column: &Column| if self.narrow { column.narrow } else { column.width };
        let mut shown: Vec<(usize, u16)> =
            all().map(|(i, column)| (i, usual(column))).filter(|(_, cells)| *cells > 0).collect();
        while self.taken(&shown) > self.cells {
            let Some(first_to_go) = self.highest_rank(&shown) else { break };
            shown.retain(|(i, _)| *i != first_to_go);
        }
        let is_shown = |index: usize| shown.iter().any(|(i, _)| *i == index);
        let hidden = all().filter(|(i, column)| !is_shown(*i) && column.width > 0 && self.table.is_told(*i));
        let mut hidden: Vec<(usize, u16)> = hidden.map(|(i, column)| (i, column.width)).collect();
        hidden.sort_by_key(|(i, _)| (self.table.columns[*i].rank, *i));
        let mut with: Vec<(usize, u16)> =
            shown.iter().copied().filter(|(i, _)| self.table.is_told(*i)).collect();
        let told = with.len();
        for column in hidden {
            with.push(column);
            if self.taken(&with) > self.cells {
                with.pop();
            }
        }
        with.sort_unstable();
        if told < shown.len() && told < with.len() { with } else { shown }
    }

    fn taken(&self, shown: &[(usize, u16)]) -> u16 {
        shown.iter().map(|(i, cells)| cells + u16::from(self.table.columns[*i].mark)).sum()
    }

    /// The column that goes first: one without a figure, then that of the highest rank above 0, the rightmost of equals.
    fn highest_rank(&self, shown: &[(usize, u16)]) -> Option<usize> {
        let rank = |i: usize| (!self.table.is_told(i), self.table.columns[i].rank);
        let ranked = shown.iter().map(|(i, _)| *i).filter(|i| rank(*i) > (false, 0));
        ranked.max_by_key(|i| (rank(*i), *i))
    }
}

/// The first cell of text: after the cell of `▌` and, where there is room, a blank.
pub fn margin(width: u16) -> u16 {
    if is_narrow(width) { 1 } else { 2 }
}
