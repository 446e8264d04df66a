//! Which columns of a table fit a width. It depends on the width alone, never on the figures, so that columns keep
//! their place from snapshot to snapshot; whole columns go in a fixed order.

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
    let cells = |c: &Column| if narrow { c.narrow } else { c.width };
    let mut shown: Vec<usize> = (0..table.columns.len()).filter(|i| cells(&table.columns[*i]) > 0).collect();
    let taken = |shown: &[usize]| -> u16 {
        shown.iter().map(|i| &table.columns[*i]).map(|c| cells(c) + u16::from(c.mark)).sum()
    };
    let words = if narrow { table.label.min(14) } else { table.label };
    while label + words + taken(&shown) > edge {
        let Some(first_to_go) = highest_rank(table, &shown) else { break };
        shown.retain(|i| *i != first_to_go);
    }
    let beside = if table.tight { label + words } else { edge.saturating_sub(taken(&shown)) };
    let mut left = beside.max(label);
    let columns = shown
        .into_iter()
        .map(|index| {
            let column = &table.columns[index];
            let right = left + cells(column);
            let shown = Shown { index, left, right };
            left = right + u16::from(column.mark);
            shown
        })
        .collect();
    VisibleColumns { label, columns, edge }
}

/// The first cell of text: after the cell of `▌` and, where there is room, a blank.
pub fn margin(width: u16) -> u16 {
    if is_narrow(width) { 1 } else { 2 }
}

/// The column that goes first: the highest rank above 0, the rightmost of equals.
fn highest_rank(table: &Table, shown: &[usize]) -> Option<usize> {
    let ranked = shown.iter().copied().filter(|i| table.columns[*i].rank > 0);
    ranked.max_by_key(|i| (table.columns[*i].rank, *i))
}
