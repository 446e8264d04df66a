//! Tables that stand side by side in one sheet: read as one, the second would lose its places and its figures would be
//! those of the first.

use crate::source::column_map::SheetMap;

use super::forms::{forms, words_of};
use super::grid::{Grid, SheetCell};
use super::heading::Heading;
use super::map_heading;
use super::written;

/// The tables of a sheet from left to right, each as a sheet of its own whose cells stand where they stood, with its
/// headings; what is above the headings is of all of them. A map that says the rows of a sheet says them of one table.
pub fn tables(grid: Grid, heading: Option<Heading>, map: Option<&SheetMap>) -> Vec<(Grid, Option<Heading>)> {
    if map.is_some_and(SheetMap::says_rows) {
        return vec![(grid, heading)];
    }
    let mut tables = Vec::new();
    let (mut rest, mut heading) = (grid, heading);
    while let Some((top, column)) =
        heading.as_ref().and_then(|heading| Some((heading.top, next(&rest, heading)?)))
    {
        let left = Grid { from: rest.from.or(Some(0)), ..kept(&rest, top, |at| at < column) };
        rest = Grid { from: Some(column), ..kept(&rest, top, |at| at >= column) };
        let of_left = map_heading::find(&left, map);
        tables.push((left, of_left));
        heading = map_heading::find(&rest, map);
    }
    tables.push((rest, heading));
    tables
}

/// The first column of the next table.
fn next(grid: &Grid, heading: &Heading) -> Option<usize> {
    let labels = &forms().labels;
    let own = heading.words(heading.name);
    let has_head = |column: usize| heading.columns.get(column).is_some_and(|parts| !parts.is_empty());
    let words = |column: usize| grid.cell(heading.top, column).text().map(words_of).unwrap_or_default();
    let is_again = |column: usize| {
        let is_name = |column: usize| {
            let words = words(column);
            !words.is_empty() && (words == own || labels.name.contains(&words))
        };
        words(column) == own || (labels.number.contains(&words(column)) && is_name(column + 1))
    };
    let first = (heading.name + 1..heading.columns.len()).find(|column| has_head(*column))?;
    let mut columns = (first + 1..heading.columns.len()).filter(|column| has_head(*column));
    columns.find(|&column| {
        is_again(column) || (is_gap(grid, heading.top, column - 1) && names(grid, heading, column))
    })
}

/// A column without a cell from the headings down.
fn is_gap(grid: &Grid, top: usize, column: usize) -> bool {
    (top..grid.rows.len()).all(|row| grid.shown_at(row, column).is_empty())
}

/// Does a column name rows, with counts beside it?
fn names(grid: &Grid, heading: &Heading, column: usize) -> bool {
    let rows = || heading.first..grid.rows.len();
    let is_count = |cell: &SheetCell| written::count(cell).number().is_some();
    let is_name = |row: &usize| {
        let cell = grid.cell(*row, column);
        cell.text().is_some_and(|text| text.chars().any(char::is_alphabetic)) && !is_count(cell)
    };
    let has_counts = |row: &usize| (column + 1..grid.width()).any(|at| is_count(grid.cell(*row, at)));
    rows().filter(|row| is_name(row) && has_counts(row)).count() > 1
        && !rows().any(|row| is_count(grid.cell(row, column)))
}

/// The sheet with only these columns from a row on.
fn kept(grid: &Grid, top: usize, is_own: impl Fn(usize) -> bool) -> Grid {
    let mut grid = grid.clone();
    for cells in grid.rows.iter_mut().skip(top) {
        for (at, cell) in cells.iter_mut().enumerate() {
            if !is_own(at) {
                *cell = SheetCell::Empty;
            }
        }
    }
    grid
}
