//! A page's table for formats that set their own columns: which columns have something to say, under which heads.

use crate::model::figure::Reliability;
use crate::page::table::{Cell, Row, Table};

/// The columns worth a place: not those that are blank in every row, and bars only where they can be drawn.
pub fn columns(table: &Table, bars: bool) -> Vec<usize> {
    let says = |cell: &Cell| match cell {
        Cell::Blank => false,
        Cell::Bar(_) => bars,
        // In a list of areas a column that nobody has a figure in only takes the room of those that say something.
        Cell::Known(known, _) => known.is_ok() || !table.scrolls,
        Cell::Line(line) => !line.text().trim().is_empty(),
    };
    let of = |index: &usize| table.rows.iter().filter_map(|row: &Row| row.cells.get(*index)).any(says);
    (0..table.columns.len()).filter(of).collect()
}

/// The head of a column by itself.
pub fn head(table: &Table, index: usize) -> &str {
    table.columns.get(index).map_or("", |column| column.head.full.trim().trim_start_matches('▌'))
}

/// Are all figures of a column invented ones?
pub fn is_invented(table: &Table, index: usize) -> bool {
    let cells = || table.rows.iter().filter_map(|row| row.cells.get(index)).flat_map(Cell::figures);
    cells().next().is_some() && cells().all(|figure| figure.reliability == Reliability::Illustrative)
}

/// Has it a head at all? A list in two columns has none.
pub fn has_heads(table: &Table, columns: &[usize]) -> bool {
    !table.head.full.is_empty() || columns.iter().any(|index| !head(table, *index).is_empty())
}

/// Runs of the shown columns under one group head: title and how many; columns of no group in runs without one.
pub fn groups<'a>(table: &'a Table, columns: &[usize]) -> Vec<(Option<&'a str>, usize)> {
    let of = |index: usize| {
        let found = table.groups.iter().find(|(_, first, last)| (*first..=*last).contains(&index));
        found.map(|(title, ..)| title.trim_start_matches('▌'))
    };
    let mut runs: Vec<(Option<&str>, usize)> = Vec::new();
    for index in columns {
        match runs.last_mut() {
            Some((title, count)) if *title == of(*index) => *count += 1,
            _ => runs.push((of(*index), 1)),
        }
    }
    runs
}

/// Is a row a heading over those that follow?
pub fn is_heading(row: &Row) -> bool {
    row.cells.iter().all(|cell| matches!(cell, Cell::Blank))
}
