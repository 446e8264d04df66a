//! A sheet while it is read: its first rows at once, for they tell what it is; what follows whole, where it is a form, or
//! row by row, where it is a list of people: of a list nothing but the rows that are being read is ever held here.

use std::iter::Fuse;

use super::batch::{self, Batch, RowSeen};
use super::grid::{Cell, Grid, SheetCell, TextCell};
use super::register::columns::fingerprint;
use super::register::prints::Keys;
use super::unreadable::Unreadable;

/// So many first rows tell what a sheet is: its headings lie within them.
pub const HEAD: usize = 100;
/// At most so many cells of the sheets of a file are kept.
pub const MOST_CELLS: usize = 8_000_000;
/// At most so many cells of a list are passed by: a million households of a hundred columns.
const MOST_PASSED: usize = 100_000_000;

/// A row of a sheet that is kept.
#[derive(Debug, Default)]
struct Row {
    number: usize,
    cells: Vec<SheetCell>,
    not_computed: Vec<usize>,
}

impl Row {
    fn give<T>(self, keys: &Keys, take: &mut impl FnMut(RowSeen<'_>) -> T) -> T {
        let cells: Vec<Cell<'_>> = self.cells.iter().map(SheetCell::lent).collect();
        let prints: Vec<u64> = cells.iter().map(|cell| fingerprint(keys, *cell)).collect();
        let Self { number, not_computed, .. } = &self;
        take(RowSeen { number: *number, cells: &cells, prints: &prints, not_computed })
    }
}

impl From<RowSeen<'_>> for Row {
    fn from(row: RowSeen<'_>) -> Self {
        let cells = row.cells.iter().map(|cell| cell.owned()).collect();
        Self { number: row.number, cells, not_computed: row.not_computed.to_vec() }
    }
}

/// What gives the rows of a sheet one after the other.
pub trait Rows: Send {
    /// Reads the next row that holds anything into a batch; is there one?
    ///
    /// # Errors
    /// The sheet cannot be read further.
    fn next_row(&mut self, into: &mut Batch) -> Result<bool, Unreadable>;
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
    pub fn each(
        &mut self,
        first: usize,
        keys: &Keys,
        mut take: impl FnMut(RowSeen<'_>),
    ) -> Result<(), Unreadable> {
        let mut last = HEAD;
        let mut passed = 0;
        for (number, cells) in self.head.rows.iter_mut().enumerate().skip(first) {
            // What was read of a list is given on, not kept.
            Row { number, cells: std::mem::take(cells), not_computed: Vec::new() }.give(keys, &mut take);
        }
        let broken = self.broken();
        let not_computed = &mut self.head.not_computed;
        let mut pass = |row: RowSeen<'_>| {
            passed += row.cells.len() + 1;
            if row.number < last {
                return Err(broken.clone());
            }
            if passed > MOST_PASSED {
                return Err(Unreadable::TooManyCells { most: MOST_PASSED });
            }
            last = row.number;
            not_computed.extend(row.not_computed.iter().map(|column| (row.number, *column)));
            take(row);
            Ok(())
        };
        if let Some(row) = self.ahead.take() {
            row.give(keys, &mut pass)?;
            batch::each(self.rows, keys, |batch| batch.each(&mut pass))?;
        }
        Ok(())
    }

    /// The next row, to be kept.
    fn next(&mut self) -> Result<Option<Row>, Unreadable> {
        if let Some(row) = self.ahead.take() {
            return Ok(Some(row));
        }
        let mut batch = Batch::default();
        batch.read(self.rows)?;
        let mut row = None;
        batch.each(|read| {
            row = Some(read.into());
            Ok(())
        })?;
        Ok(row)
    }

    fn broken(&self) -> Unreadable {
        Unreadable::Broken(self.head.number)
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
pub struct PlacedCell<'a> {
    /// Row and column, counted from 0.
    pub at: (usize, usize),
    /// What stands there.
    pub cell: TextCell<'a>,
    /// Is it a formula that no spreadsheet has computed yet?
    pub is_open: bool,
}

/// Rows of cells that come one by one.
pub struct ByRow<'a, I> {
    cells: Fuse<I>,
    ahead: Option<PlacedCell<'a>>,
}

impl<I: Iterator> ByRow<'_, I> {
    /// The rows of these cells.
    pub fn of(cells: I) -> Self {
        Self { cells: cells.fuse(), ahead: None }
    }
}

impl<'a, I: Iterator<Item = Result<PlacedCell<'a>, Unreadable>> + Send> Rows for ByRow<'a, I> {
    fn next_row(&mut self, into: &mut Batch) -> Result<bool, Unreadable> {
        let mut open: Option<(usize, Vec<usize>)> = None;
        while let Some(found) = self.ahead.take().map(Ok).or_else(|| self.cells.next()).transpose()? {
            if found.cell.is_empty() {
                continue;
            }
            let (number, column) = found.at;
            let (row, not_computed) = open.get_or_insert_with(|| (number, Vec::new()));
            if *row != number {
                self.ahead = Some(found);
                break;
            }
            if found.is_open {
                not_computed.push(column);
            }
            into.put(column, found.cell.lent());
        }
        let Some((number, not_computed)) = open else { return Ok(false) };
        into.end_row(number, not_computed);
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(
        rows: impl IntoIterator<Item = usize>,
    ) -> impl Iterator<Item = Result<PlacedCell<'static>, Unreadable>> {
        let cell = |row| {
            let cell = SheetCell::Text(format!("row {row}").into());
            Ok(PlacedCell { at: (row, 1), cell, is_open: false })
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
        sheet.each(5, &Keys::default(), |row| seen.push(row.number)).unwrap();
        assert_eq!(seen, (5..300).collect::<Vec<_>>());
        assert!(sheet.head.rows.iter().skip(5).all(Vec::is_empty), "nothing of the list is kept");
    }

    /// Rows are read ahead of those that are taken: each comes once, in its place, and those before one that cannot be read.
    #[test]
    fn rows_that_are_read_ahead_come_as_they_stand() {
        let mut left = MOST_CELLS;
        let broken = || std::iter::once(Err(Unreadable::Stopped));
        for (end, told) in [(None, Ok(())), (Some(broken()), Err(Unreadable::Stopped))] {
            let mut rows =
                ByRow::of(cells((0..5_000).filter(|row| row % 3 > 0)).chain(end.into_iter().flatten()));
            let mut sheet = Sheet::begin(Grid::default(), &mut rows, &mut left).unwrap();
            let (mut seen, keys) = (Vec::new(), Keys::default());
            let read = sheet.each(0, &keys, |row| {
                let prints: Vec<u64> = row.cells.iter().map(|cell| fingerprint(&keys, *cell)).collect();
                assert_eq!(prints, row.prints);
                seen.extend(row.cells.iter().filter_map(|cell| cell.written().map(str::to_owned)));
            });
            assert_eq!(read, told);
            // That a row is whole is known by what follows it: the last one before the break may not be.
            let whole = 5_000 - usize::from(told.is_err());
            let texts: Vec<String> =
                (0..whole).filter(|row| row % 3 > 0).map(|row| format!("row {row}")).collect();
            assert!(seen == texts, "{:?} of {:?}", seen.last(), texts.last());
        }
    }

    #[test]
    fn rows_of_a_form_may_stand_in_any_order_and_those_of_a_list_may_not() {
        let mut left = MOST_CELLS;
        let mut rows = ByRow::of(cells([3, 200, 150, 2]));
        let grid = Sheet::begin(Grid::default(), &mut rows, &mut left).unwrap().whole().unwrap();
        assert_eq!((grid.cell(2, 1).text(), grid.cell(150, 1).text()), (Some("row 2"), Some("row 150")));
        let mut rows = ByRow::of(cells([3, 200, 150]));
        let mut sheet = Sheet::begin(Grid::default(), &mut rows, &mut left).unwrap();
        assert_eq!(sheet.each(0, &Keys::default(), |_| {}), Err(Unreadable::Broken(0)));
    }

    #[test]
    fn cells_are_bounded() {
        let mut left = 1_000;
        let mut rows = ByRow::of(cells([0, 2_000]));
        let sheet = Sheet::begin(Grid::default(), &mut rows, &mut left).unwrap();
        assert_eq!(sheet.whole().unwrap_err(), Unreadable::TooManyCells { most: MOST_CELLS });
    }
}
