//! What the tags of an open document (ods) repeat: one cell may stand for a million, and the reader of the cells makes each
//! of them. A sheet whose own tags are many may have many cells; a few tags that stand for millions are no sheet of an
//! office.

use super::tags::{attributes, number};
use super::unreadable::Unreadable;

/// The last row and column that a sheet can have.
pub const ROWS: u64 = 1 << 20;
pub const COLUMNS: u64 = 1 << 14;
/// So many cells any document may have, fewer than a column down to the last row, and so many times the cells that are
/// written: nearly all empty ones are not.
const ANY_CELLS: u64 = 1_000_000;
const MOST_TIMES: u64 = 16;
/// So many cells no document may have.
const MOST_CELLS: u64 = 8_000_000;
/// So many letters may come from repeating.
const MOST_LETTERS: u64 = 32 << 20;

/// What a document repeats, while its tags pass by.
#[derive(Debug, Default)]
pub struct Repeats {
    /// Which sheet it is, counted from 1.
    sheet: usize,
    table: Table,
    row: Row,
    cell: Option<Cell>,
    /// The cells of the sheets before, those that are written, and letters that come from repeating.
    cells: u64,
    written: u64,
    letters: u64,
}

/// A sheet: its rows from the first that holds anything to the last, its columns, and the cells that are made on the way.
#[derive(Debug, Default)]
struct Table {
    rows: u64,
    empty_rows: u64,
    width: u64,
    made: u64,
}

#[derive(Debug, Default)]
struct Row {
    times: u64,
    columns: u64,
    /// Up to the last that holds anything.
    width: u64,
    letters: u64,
}

#[derive(Debug)]
struct Cell {
    times: u64,
    is_filled: bool,
    letters: u64,
}

impl Repeats {
    /// A tag opens.
    ///
    /// # Errors
    /// It repeats what no sheet can have.
    pub fn open(&mut self, name: &[u8], told: &[u8]) -> Result<(), Unreadable> {
        if self.cell.is_some() && name.starts_with(b"table:table") {
            // A table within a cell: no spreadsheet writes one.
            return Err(Unreadable::Broken(self.sheet));
        }
        match name {
            b"table:table" => self.sheet += 1,
            b"table:table-row" => {
                let times = self.times(told, b"table:number-rows-repeated")?;
                self.row = Row { times: times.min(ROWS), ..Row::default() };
            }
            b"table:table-cell" | b"table:covered-table-cell" => {
                let times = self.times(told, b"table:number-columns-repeated")?;
                let is_filled = attributes(told).any(|(name, value)| is_content(name, value));
                let letters = u64::try_from(told.len()).unwrap_or(u64::MAX);
                self.cell = Some(Cell { times, is_filled, letters });
            }
            b"text:s" => {
                let blanks = self.times(told, b"text:c")?;
                self.repeat(blanks, 1)?;
                self.add(blanks);
            }
            _ => {}
        }
        Ok(())
    }

    /// Letters of a text.
    pub fn pass(&mut self, letters: usize) {
        self.add(u64::try_from(letters).unwrap_or(u64::MAX));
    }

    /// A tag closes.
    ///
    /// # Errors
    /// More is repeated than a sheet can have.
    pub fn close(&mut self, name: &[u8]) -> Result<(), Unreadable> {
        match name {
            b"table:table-cell" | b"table:covered-table-cell" => self.close_cell(),
            b"table:table-row" => self.close_row(),
            b"table:table" => {
                self.cells += self.table.area();
                self.table = Table::default();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn close_cell(&mut self) -> Result<(), Unreadable> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        self.written += 1;
        let times = cell.times.min(COLUMNS.saturating_sub(self.row.columns));
        self.row.columns += times;
        if cell.is_filled {
            self.row.width = self.row.columns;
            self.row.letters = self.row.letters.saturating_add(cell.letters.saturating_mul(times));
            self.repeat(times, cell.letters)?;
        }
        Ok(())
    }

    fn close_row(&mut self) -> Result<(), Unreadable> {
        let Row { times, width, letters, .. } = std::mem::take(&mut self.row);
        let table = &mut self.table;
        table.made += width;
        if width == 0 {
            // Above the first row that holds anything there is nothing to be made, nor below the last.
            table.empty_rows = if table.rows == 0 { 0 } else { (table.empty_rows + times).min(ROWS) };
        } else {
            table.rows = (table.rows + table.empty_rows + times).min(ROWS);
            table.empty_rows = 0;
            table.width = table.width.max(width);
        }
        self.repeat(times, letters)?;
        let cells = self.cells + self.table.area();
        let most = self.written.saturating_mul(MOST_TIMES).clamp(ANY_CELLS, MOST_CELLS);
        (cells <= most).then_some(()).ok_or(Unreadable::Repeats(self.sheet))
    }

    /// So many letters stand so many times.
    fn repeat(&mut self, times: u64, letters: u64) -> Result<(), Unreadable> {
        let more = times.saturating_sub(1).saturating_mul(letters);
        self.letters = self.letters.saturating_add(more);
        (self.letters <= MOST_LETTERS).then_some(()).ok_or(Unreadable::Repeats(self.sheet))
    }

    fn add(&mut self, letters: u64) {
        if let Some(cell) = &mut self.cell {
            cell.letters = cell.letters.saturating_add(letters);
        }
    }

    /// How many times something stands there; where that is no number, it is no sheet.
    fn times(&self, told: &[u8], name: &[u8]) -> Result<u64, Unreadable> {
        let mut times = 1;
        for (_, value) in attributes(told).filter(|(known, _)| *known == name) {
            // The reader of the cells counts no further.
            times = number::<i64>(value)
                .and_then(|times| u64::try_from(times).ok())
                .ok_or(Unreadable::Broken(self.sheet))?;
        }
        Ok(times)
    }
}

impl Table {
    fn area(&self) -> u64 {
        self.rows.saturating_mul(self.width).max(self.made)
    }
}

/// Does an attribute say that there is something in its cell?
fn is_content(name: &[u8], value: &[u8]) -> bool {
    const VALUES: [&[u8]; 6] = [
        b"office:value",
        b"office:string-value",
        b"office:date-value",
        b"office:time-value",
        b"office:boolean-value",
        b"table:formula",
    ];
    VALUES.contains(&name)
        || matches!((name, value), (b"office:value-type", b"string") | (b"calcext:value-type", b"error"))
}
