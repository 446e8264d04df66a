//! Rows that were read and not yet looked at: their texts lie in one piece, so that a list of a million rows passes by
//! without a text of its own for each of its cells. They are read ahead of those that are looked at, side by side.

use std::ops::Range;
use std::panic;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use super::delimited::old_letters;
use super::grid::{Cell, SheetCell};
use super::register::columns::fingerprint;
use super::register::prints::Keys;
use super::sheet::Rows;
use super::unreadable::Unreadable;

/// So many rows are read ahead at a time, or as many as have so many bytes or cells: each row may reach to the last column.
const ROWS: usize = 512;
const BYTES: usize = 1 << 17;
const CELLS: usize = 1 << 17;
/// So many times that are held at once.
const AHEAD: usize = 2;

/// Rows that were read.
#[derive(Debug, Default)]
pub struct Batch {
    texts: String,
    cells: Vec<SheetCell<Piece>>,
    /// A fingerprint of each cell.
    prints: Vec<u64>,
    rows: Vec<RowEnd>,
}

/// Where a text lies.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Piece {
    from: u32,
    to: u32,
}

impl Piece {
    fn of(held: Range<usize>) -> Self {
        let at = |end: usize| u32::try_from(end).unwrap_or(u32::MAX);
        Self { from: at(held.start), to: at(held.end) }
    }

    fn of_text(self, texts: &str) -> &str {
        let at = |end: u32| usize::try_from(end).unwrap_or(usize::MAX);
        texts.get(at(self.from)..at(self.to)).unwrap_or_default()
    }
}

/// What a row is besides its cells.
#[derive(Debug)]
struct RowEnd {
    number: usize,
    /// The cells and the texts of all rows up to its end.
    cells: usize,
    texts: usize,
    not_computed: Vec<usize>,
}

/// A row while it is looked at.
#[derive(Debug, Clone, Copy)]
pub struct RowSeen<'a> {
    /// Its number, counted from 0.
    pub number: usize,
    /// Its cells from the first column on.
    pub cells: &'a [Cell<'a>],
    /// A fingerprint of each cell.
    pub prints: &'a [u64],
    /// Columns of formulas that no spreadsheet has computed yet; their cells are [`SheetCell::Broken`].
    pub not_computed: &'a [usize],
}

impl Batch {
    /// Puts a cell into the row that is open, at its column; those before it that have none are empty.
    pub fn put(&mut self, column: usize, cell: Cell<'_>) {
        let held = self.hold(cell.written().unwrap_or_default());
        self.lay(column, cell.map(|_| Piece::of(held)));
    }

    /// Puts a text into the row that is open, of which cells are parts; where does it lie?
    pub fn hold(&mut self, text: &str) -> Range<usize> {
        let from = self.texts.len();
        self.texts.push_str(text);
        from..self.texts.len()
    }

    /// Puts a text cell into the row that is open, at its column, whose text is held; one without letters is empty.
    pub fn put_held(&mut self, column: usize, held: Range<usize>) {
        let cell = if held.is_empty() { SheetCell::Empty } else { SheetCell::Text(Piece::of(held)) };
        self.lay(column, cell);
    }

    fn lay(&mut self, column: usize, cell: SheetCell<Piece>) {
        let place = self.rows.last().map_or(0, |row| row.cells) + column;
        if place == self.cells.len() {
            self.cells.push(cell);
        } else {
            self.cells.resize(self.cells.len().max(place + 1), SheetCell::Empty);
            self.cells[place] = cell;
        }
    }

    /// Ends the row that is open.
    pub fn end_row(&mut self, number: usize, not_computed: Vec<usize>) {
        self.rows.push(RowEnd { number, cells: self.cells.len(), texts: self.texts.len(), not_computed });
    }

    /// Gives each row to `take`.
    ///
    /// # Errors
    /// Those of `take`, at once.
    pub fn each<E>(&self, mut take: impl FnMut(RowSeen<'_>) -> Result<(), E>) -> Result<(), E> {
        let (mut cells, mut from) = (Vec::new(), 0);
        for row in &self.rows {
            cells.clear();
            cells.extend(
                self.cells[from..row.cells].iter().map(|cell| cell.map(|piece| piece.of_text(&self.texts))),
            );
            let prints = self.prints.get(from..row.cells).unwrap_or_default();
            from = row.cells;
            take(RowSeen { number: row.number, cells: &cells, prints, not_computed: &row.not_computed })?;
        }
        Ok(())
    }

    fn clear(&mut self) {
        self.texts.clear();
        self.cells.clear();
        self.prints.clear();
        self.rows.clear();
    }

    /// Makes the fingerprints of its cells, where they are not made yet.
    fn print(&mut self, keys: &Keys) {
        let Self { texts, cells, prints, .. } = self;
        let empty = fingerprint(keys, Cell::Empty);
        let print = |cell: &SheetCell<Piece>| fingerprint(keys, cell.map(|piece| piece.of_text(texts)));
        let open = cells.iter().skip(prints.len());
        prints.extend(open.map(|cell| if cell.is_empty() { empty } else { print(cell) }));
    }

    fn is_full(&self) -> bool {
        self.rows.len() >= ROWS || self.texts.len() >= BYTES || self.cells.len() >= CELLS
    }

    /// Reads one row more; none where there is no other.
    ///
    /// # Errors
    /// It cannot be read, or its letters cannot.
    pub fn read(&mut self, rows: &mut dyn Rows) -> Result<bool, Unreadable> {
        let from = self.rows.last().map_or((0, 0), |row| (row.texts, row.cells));
        if !rows.next_row(self)? {
            return Ok(false);
        }
        // A workbook keeps old letters as they were typed, under a font that shows them as Vietnamese.
        if old_letters(&self.texts[from.0..]).is_some() {
            let mut texts = self.cells[from.1..]
                .iter()
                .filter_map(|cell| cell.map(|piece| piece.of_text(&self.texts)).written());
            if let Some(name) = texts.find_map(old_letters) {
                return Err(Unreadable::OldLetters(name));
            }
        }
        Ok(true)
    }
}

/// Gives all rows to `take`, batch by batch; while it looks at one the next ones are read.
///
/// # Errors
/// They cannot be read to their end, or those of `take`.
pub fn each(
    rows: &mut dyn Rows,
    keys: &Keys,
    mut take: impl FnMut(&Batch) -> Result<(), Unreadable>,
) -> Result<(), Unreadable> {
    // So many batches are read and not taken.
    let ahead = &AtomicUsize::new(0);
    thread::scope(|scope| {
        let (read, to_take) = mpsc::sync_channel::<Batch>(AHEAD);
        let (taken, to_fill) = mpsc::channel::<Batch>();
        let reader = scope.spawn(move || {
            loop {
                let mut batch = to_fill.try_recv().unwrap_or_default();
                let more = fill(rows, &mut batch);
                // Whoever would wait for the other makes the fingerprints: of a text that is who reads it, of a workbook
                // who counts.
                if ahead.fetch_add(1, Ordering::Relaxed) > 0 {
                    batch.print(keys);
                }
                // What stands before a row that cannot be read goes before it. Who takes no more needs no more.
                if read.send(batch).is_err() || !more? {
                    return Ok(());
                }
            }
        });
        for mut batch in to_take {
            ahead.fetch_sub(1, Ordering::Relaxed);
            batch.print(keys);
            take(&batch)?;
            // The reader may have come to the end.
            taken.send(batch).unwrap_or_default();
        }
        reader.join().unwrap_or_else(|broken| panic::resume_unwind(broken))
    })
}

/// Fills a batch; are there more rows?
fn fill(rows: &mut dyn Rows, batch: &mut Batch) -> Result<bool, Unreadable> {
    batch.clear();
    let mut more = Ok(true);
    while !batch.is_full() && more == Ok(true) {
        more = batch.read(rows);
    }
    more
}
