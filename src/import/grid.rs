//! A sheet as it was read, whatever it was read from: rows of cells, each at its place.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::source::{HIDDEN, may_be_of_somebody};

use super::hidden::Hidden;

/// What stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum SheetCell<T = String> {
    /// Nothing.
    #[default]
    Empty,
    /// A text, without blanks at its ends.
    Text(T),
    /// A number as the workbook keeps it, with what is known of how it is shown.
    Number(f64, Shown),
    /// A day.
    Day(chrono::NaiveDate),
    /// What a formula ends in that cannot be computed: `#REF!`.
    Broken,
}

/// How a workbook shows a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shown {
    /// Times a hundred and with a percent sign.
    pub percent: bool,
    /// So many decimals; none where the format does not say.
    pub decimals: Option<u8>,
}

/// A cell whose text lies elsewhere: in a grid, or among those of the rows that are being read.
pub type Cell<'a> = SheetCell<&'a str>;

/// A cell as it is read, its text lent where the file keeps it as it is.
pub type TextCell<'a> = SheetCell<Cow<'a, str>>;

impl SheetCell {
    /// The text of a cell that holds one.
    #[inline]
    pub fn text(&self) -> Option<&str> {
        self.lent().written()
    }
}

impl<T> SheetCell<T> {
    /// Is there nothing in it?
    #[inline]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// The cell with another hold of its text.
    #[inline]
    pub fn map<'a, O>(&'a self, text: impl FnOnce(&'a T) -> O) -> SheetCell<O> {
        match self {
            Self::Empty => SheetCell::Empty,
            Self::Text(own) => SheetCell::Text(text(own)),
            Self::Number(number, shown) => SheetCell::Number(*number, *shown),
            Self::Day(day) => SheetCell::Day(*day),
            Self::Broken => SheetCell::Broken,
        }
    }
}

impl<T: AsRef<str>> SheetCell<T> {
    /// The cell, its text lent.
    #[inline]
    pub fn lent(&self) -> Cell<'_> {
        self.map(AsRef::as_ref)
    }
}

impl<'a> Cell<'a> {
    /// The text of a cell that holds one.
    #[inline]
    pub fn written(self) -> Option<&'a str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Empty | Self::Number(..) | Self::Day(_) | Self::Broken => None,
        }
    }

    /// The cell with a text of its own.
    pub fn owned(self) -> SheetCell {
        self.map(|text| (*text).to_owned())
    }
}

impl<'a> From<&'a SheetCell> for Cell<'a> {
    fn from(cell: &'a SheetCell) -> Self {
        cell.lent()
    }
}

/// A block of cells that are shown as one, by first and last row and column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    /// First row and column.
    pub first: (usize, usize),
    /// Last row and column.
    pub last: (usize, usize),
}

impl Merged {
    fn holds(&self, (row, column): (usize, usize)) -> bool {
        (self.first.0..=self.last.0).contains(&row) && (self.first.1..=self.last.1).contains(&column)
    }
}

/// The merged cells of a sheet, found by place: a list of households may have one for each of them.
#[derive(Debug, Clone, Default)]
pub struct AllMerged {
    /// By first row.
    sorted: Vec<Merged>,
    /// Rows of the tallest: what begins further above a cell does not reach it.
    tallest: usize,
}

impl AllMerged {
    /// Those of a sheet, in any order.
    pub fn of(merged: impl IntoIterator<Item = Merged>) -> Self {
        let mut sorted: Vec<Merged> = merged.into_iter().collect();
        sorted.sort_by_key(|merged| merged.first);
        let tallest = sorted.iter().map(|merged| merged.last.0.saturating_sub(merged.first.0)).max();
        Self { tallest: tallest.unwrap_or(0), sorted }
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.sorted.is_empty()
    }

    /// The one that covers a cell.
    pub fn at(&self, row: usize, column: usize) -> Option<Merged> {
        let from = self.sorted.partition_point(|merged| merged.first.0 + self.tallest < row);
        let near = self.sorted[from..].iter().take_while(|merged| merged.first.0 <= row);
        near.copied().find(|merged| merged.holds((row, column)))
    }
}

/// A sheet.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    /// The file it is of, as it is shown to people.
    pub file: String,
    /// Its name; none for a file that has no sheets (CSV).
    pub sheet: Option<String>,
    /// Which of the sheets of its file it is, counted from 1.
    pub number: usize,
    /// The first column of the table that is read of it, where several stand side by side.
    pub from: Option<usize>,
    /// Were its rows columns of the sheet? Each cell is told by its place there.
    pub is_turned: bool,
    /// What its file hides.
    pub hidden: Hidden,
    /// Its rows from the first on. Rows may be of different lengths.
    pub rows: Vec<Vec<SheetCell>>,
    /// Its merged cells.
    pub merged: AllMerged,
    /// Formulas that no spreadsheet has computed yet, by row and column; their cells are [`SheetCell::Broken`].
    pub not_computed: BTreeSet<(usize, usize)>,
}

/// A cell of a sheet, to be named to people.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellPlace {
    /// The file.
    pub file: String,
    /// The sheet, where there are sheets.
    pub sheet: Option<String>,
    /// Row, counted from 0.
    pub row: usize,
    /// Column, counted from 0.
    pub column: usize,
}

impl Grid {
    /// The cell at a row and column; beyond the sheet there is nothing.
    pub fn cell(&self, row: usize, column: usize) -> &SheetCell {
        self.rows.get(row).and_then(|cells| cells.get(column)).unwrap_or(&SheetCell::Empty)
    }

    /// The cell whose content is shown at a row and column: of merged cells the first one.
    pub fn shown_at(&self, row: usize, column: usize) -> &SheetCell {
        let (row, column) = self.merged.at(row, column).map_or((row, column), |merged| merged.first);
        self.cell(row, column)
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// Where a cell stands.
    pub fn place(&self, row: usize, column: usize) -> CellPlace {
        let (row, column) = if self.is_turned { (column, row) } else { (row, column) };
        CellPlace { file: self.file.clone(), sheet: self.sheet.clone(), row, column }
    }
}

/// What an option is written with: what it gives stands in no cell, and its "file" is the option with its value.
pub const OPTION: &str = "--";

impl CellPlace {
    /// `C12`, as spreadsheets name a cell.
    pub fn cell_name(&self) -> String {
        format!("{}{}", column_name(self.column), self.row + 1)
    }

    /// The file, its sheet and the cell, for a person to find it.
    pub fn shown(&self) -> String {
        if self.file.starts_with(OPTION) {
            return self.file.clone();
        }
        format!("{} {}", self.shown_sheet(), self.cell_name())
    }

    /// The file and its sheet.
    pub fn shown_sheet(&self) -> String {
        shown_sheet(&self.file, self.sheet.as_deref())
    }
}

/// A file and a sheet of it, for a person to find it; a name with a number in it that may be somebody's is not told.
pub fn shown_sheet(file: &str, sheet: Option<&str>) -> String {
    let told = |name| if may_be_of_somebody(name) { HIDDEN } else { name };
    let sheet = sheet.map(|name| format!(" [{}]", told(name))).unwrap_or_default();
    format!("{file}{sheet}")
}

/// The letters of a column, counted from 0: `A`, …, `Z`, `AA`.
pub fn column_name(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column;
    loop {
        letters.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or(0)));
        if left < 26 {
            break;
        }
        left = left / 26 - 1;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_in_spreadsheets() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(column_name), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn merged_cells_show_their_first() {
        let grid = Grid {
            rows: vec![vec![SheetCell::Text("a".into())], vec![]],
            merged: AllMerged::of([
                Merged { first: (3, 0), last: (3, 1) },
                Merged { first: (0, 0), last: (1, 2) },
            ]),
            ..Grid::default()
        };
        assert_eq!(grid.shown_at(1, 2).text(), Some("a"));
        assert_eq!(grid.shown_at(2, 2).text(), None);
        assert_eq!(grid.merged.at(3, 1).map(|merged| merged.first), Some((3, 0)));
    }
}
