//! A sheet while it is read: its first rows at once, for they tell what it is; what follows whole, where it is a form, or
//! row by row, where it is a list of people: of a list nothing but the row that is being read is ever held here.

use std::iter::Fuse;

use super::delimited::old_letters;
use super::grid::{Grid, SheetCell};
use super::unreadable::Unreadable;

/// So many first rows tell what a sheet is: its headings lie within them.
pub const HEAD: usize = 100;
/// At most so many cells of the sheets of a file are kept.
pub const MOST_CELLS: usize = 8_000_000;
/// At most so many cells of a list are passed by: a million households of a hundred columns.
const MOST_PASSED: usize = 100_000_000;

/// A row of a sheet.
#[derive(Debug, Default)]
pub struct Row {
    /// Its number, counted from 0.
    pub number: usize,
    /// Its cells from the first column on.
    pub cells: Vec<SheetCell>,
    /// Columns of formulas that no spreadsheet has computed yet; their cells are [`SheetCell::Broken`].
    pub not_computed: Vec<usize>,
}

/// What gives the rows of a sheet one after the other.
pub trait Rows {
    /// The next row that holds anything.
    ///
    /// # Errors
    /// The sheet cannot be read further.
    fn next_row(&mut self) -> Result<Option<Row>, Unreadable>;
}

/// What is done with each sheet of a file.
pub type Visit<'v> = dyn FnMut(Sheet<'_>) -> Result<(), Unreadable> + 'v;

/// A sheet while it is read.
pub struct Sheet<'a> {
    /// Its first rows, and what is known of it besides.
    pub head: Grid,
    /// The row after them.
    ahead: Option<Row>,
    rows: &'a mut dyn Rows,
    /// So many cells more are kept of the file.
    left: &'a mut usize,
}

impl<'a> Sheet<'a> {
    /// Begins a sheet: `grid` holds what is known of it before its rows are read.
    ///
    /// # Errors
    /// Its first rows cannot be read.
    pub fn begin(grid: Grid, rows: &'a mut dyn Rows, left: &'a mut usize) -> Result<Self, Unreadable> {
        let mut sheet = Self { head: grid, ahead: None, rows, left };
        while let Some(row) = sheet.next()? {
            if row.number >= HEAD {
                sheet.ahead = Some(row);
                break;
            }
            keep(&mut sheet.head, row, sheet.left)?;
        }
        Ok(sheet)
    }

    /// The whole sheet.
    ///
    /// # Errors
    /// It cannot be read to its end, or holds more cells than are kept.
    pub fn whole(mut self) -> Result<Grid, Unreadable> {
        while let Some(row) = self.next()? {
            keep(&mut self.head, row, self.left)?;
        }
        Ok(self.head)
    }

    /// Each row from the `first` on, one at a time; those of the head are the only ones that are kept.
    ///
    /// # Errors
    /// The sheet cannot be read to its end.
    pub fn each(&mut self, first: usize, mut take: impl FnMut(&Row)) -> Result<(), Unreadable> {
        let mut last = HEAD;
        let mut passed = 0;
        for (number, cells) in self.head.rows.iter_mut().enumerate().skip(first) {
            // What was read of a list is given on, not kept.
            let cells = std::mem::take(cells);
            take(&Row { number, cells, not_computed: Vec::new() });
        }
        while let Some(row) = self.next()? {
            passed += row.cells.len() + 1;
            if row.number < last || passed > MOST_PASSED {
                return Err(self.broken());
            }
            last = row.number;
            self.head.not_computed.extend(row.not_computed.iter().map(|column| (row.number, *column)));
            take(&row);
        }
        Ok(())
    }

    /// The next row, whose letters can be read.
    fn next(&mut self) -> Result<Option<Row>, Unreadable> {
        if let Some(row) = self.ahead.take() {
            return Ok(Some(row));
        }
        let Some(row) = self.rows.next_row()? else { return Ok(None) };
        // A workbook keeps old letters as they were typed, under a font that shows them as Vietnamese.
        let mut texts = row.cells.iter().filter_map(SheetCell::text);
        match texts.find_map(old_letters) {
            Some(name) => Err(Unreadable::OldLetters(name)),
            None => Ok(Some(row)),
        }
    }

    fn broken(&self) -> Unreadable {
        Unreadable::Broken(self.head.sheet.clone().unwrap_or_default())
    }
}

/// Puts a row into a grid, within the bound of cells. A row that is skipped costs as a cell does: one far below holds all
/// of them.
fn keep(grid: &mut Grid, row: Row, left: &mut usize) -> Result<(), Unreadable> {
    let skipped = (row.number + 1).saturating_sub(grid.rows.len());
    let cost = skipped.saturating_add(row.cells.len());
    *left = left.checked_sub(cost).ok_or(Unreadable::TooManyCells { most: MOST_CELLS })?;
    grid.rows.resize_with(grid.rows.len() + skipped, Vec::new);
    grid.not_computed.extend(row.not_computed.iter().map(|column| (row.number, *column)));
    let own = &mut grid.rows[row.number];
    if own.is_empty() {
        *own = row.cells;
        return Ok(());
    }
    // A sheet may give its cells in any order.
    own.resize_with(own.len().max(row.cells.len()), SheetCell::default);
    for (cell, more) in own.iter_mut().zip(row.cells).filter(|(_, more)| !more.is_empty()) {
        *cell = more;
    }
    Ok(())
}

/// A cell at its row and column.
#[derive(Debug)]
pub struct PlacedCell {
    /// Row and column, counted from 0.
    pub at: (usize, usize),
    /// What stands there.
    pub cell: SheetCell,
    /// Is it a formula that no spreadsheet has computed yet?
    pub is_open: bool,
}

/// Rows of cells that come one by one.
pub struct ByRow<I> {
    cells: Fuse<I>,
    ahead: Option<PlacedCell>,
}

impl<I: Iterator> ByRow<I> {
    /// The rows of these cells.
    pub fn of(cells: I) -> Self {
        Self { cells: cells.fuse(), ahead: None }
    }
}

impl<I: Iterator<Item = Result<PlacedCell, Unreadable>>> Rows for ByRow<I> {
    fn next_row(&mut self) -> Result<Option<Row>, Unreadable> {
        let mut row: Option<Row> = None;
        while let Some(found) = self.ahead.take().map(Ok).or_else(|| self.cells.next()).transpose()? {
            if found.cell.is_empty() {
                continue;
            }
            let (number, column) = found.at;
            let open = row.get_or_insert_with(|| Row { number, ..Row::default() });
            if open.number != number {
                self.ahead = Some(found);
                break;
            }
            open.cells.resize_with(open.cells.len().max(column + 1), SheetCell::default);
            if found.is_open {
                open.not_computed.push(column);
            }
            open.cells[column] = found.cell;
        }
        Ok(row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(rows: impl IntoIterator<Item = usize>) -> impl Iterator<Item = Result<PlacedCell, Unreadable>> {
        let cell = |row| {
            Ok(PlacedCell { at: (row, 1), cell: SheetCell::Text(format!("row {row}")), is_open: false })
        };
        rows.into_iter().map(cell)
    }

    #[test]
    fn a_form_is_whole_and_a_list_passes_by() {
        let mut left = MOST_CELLS;
        let mut rows = ByRow::of(cells((0..300).filter(|row| row % 2 == 0)));
        let sheet = Sheet::begin(Grid::default(), &mut rows, &mut left).unwrap();
        assert_eq!(sheet.head.rows.len(), HEAD - 1);
        let grid = sheet.whole().unwrap();
        assert_eq!((grid.rows.len(), grid.cell(298, 1).text()), (299, Some("row 298")));

        let mut rows = ByRow::of(cells(0..300));
        let mut sheet = Sheet::begin(Grid::default(), &mut rows, &mut left).unwrap();
        let mut seen = Vec::new();
        sheet.each(5, |row| seen.push(row.number)).unwrap();
        assert_eq!(seen, (5..300).collect::<Vec<_>>());
        assert!(sheet.head.rows.iter().skip(5).all(Vec::is_empty), "nothing of the list is kept");
    }

    #[test]
    fn rows_of_a_form_may_stand_in_any_order_and_those_of_a_list_may_not() {
        let mut left = MOST_CELLS;
        let mut rows = ByRow::of(cells([3, 200, 150, 2]));
        let grid = Sheet::begin(Grid::default(), &mut rows, &mut left).unwrap().whole().unwrap();
        assert_eq!((grid.cell(2, 1).text(), grid.cell(150, 1).text()), (Some("row 2"), Some("row 150")));
        let mut rows = ByRow::of(cells([3, 200, 150]));
        let mut sheet = Sheet::begin(Grid::default(), &mut rows, &mut left).unwrap();
        assert_eq!(sheet.each(0, |_| {}), Err(Unreadable::Broken(String::new())));
    }

    #[test]
    fn cells_are_bounded() {
        let mut left = 1_000;
        let mut rows = ByRow::of(cells([0, 2_000]));
        let sheet = Sheet::begin(Grid::default(), &mut rows, &mut left).unwrap();
        assert_eq!(sheet.whole().unwrap_err(), Unreadable::TooManyCells { most: MOST_CELLS });
    }
}
