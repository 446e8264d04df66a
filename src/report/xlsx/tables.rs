//! A page's table on a sheet: heads, labels, numbers.

use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

use crate::page::View;
use crate::page::table::{Align, Cell, Row, Style, Table};
use crate::text::cells;
use crate::text::line::{Line, Role};
use crate::text::show;

use super::super::grid;
use super::cell::{date, date_of, noted_date, text};
use super::formats::CellFormats;
use super::number;

/// The widest a column grows; longer texts reach over their neighbours or are cut at the edge of the cell.
const WIDEST: u16 = 48;
/// The same of the column of labels, which are never cut.
const LABELS: u16 = 90;

/// Where a table ends.
pub struct TableEnd {
    /// Its first row under the heads.
    pub body: u32,
    /// The row after it.
    pub after: u32,
}

/// The widths that the columns of a sheet need.
#[derive(Debug, Default)]
pub struct Widths(Vec<u16>);

impl Widths {
    fn need(&mut self, column: u16, width: u16) {
        let at = usize::from(column);
        if self.0.len() <= at {
            self.0.resize(at + 1, 8);
        }
        self.0[at] = self.0[at].max(width.min(if at == 0 { LABELS } else { WIDEST }) + 2);
    }

    /// Sets them.
    pub fn set(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        for (column, width) in (0..).zip(&self.0) {
            sheet.set_column_width(column, *width)?;
        }
        Ok(())
    }

    /// Is it too much for a sheet of paper upright?
    pub fn is_wide(&self) -> bool {
        self.0.iter().sum::<u16>() > 95
    }
}

/// Writes a table from a row on.
pub fn write(
    view: &View,
    table: &Table,
    sheet: &mut Worksheet,
    row: u32,
    look: &CellFormats,
    widths: &mut Widths,
) -> Result<TableEnd, XlsxError> {
    let columns = grid::columns(table, false);
    let mut at = Writer { view, table, columns, sheet, look, widths, row };
    at.groups()?;
    if grid::has_heads(table, &at.columns) {
        at.heads()?;
    }
    let body = at.row;
    for row in &table.rows {
        at.row(row)?;
    }
    Ok(TableEnd { body, after: at.row + 1 })
}

struct Writer<'a> {
    view: &'a View<'a>,
    table: &'a Table,
    columns: Vec<usize>,
    sheet: &'a mut Worksheet,
    look: &'a CellFormats,
    widths: &'a mut Widths,
    row: u32,
}

impl Writer<'_> {
    fn groups(&mut self) -> Result<(), XlsxError> {
        if self.table.groups.is_empty() {
            return Ok(());
        }
        let mut column = 1;
        for (title, count) in grid::groups(self.table, &self.columns) {
            let last = column + u16::try_from(count).unwrap_or(1) - 1;
            match title {
                Some(title) if last > column => {
                    self.sheet.merge_range(self.row, column, self.row, last, title, &self.look.group)?;
                }
                Some(title) => text(self.sheet, (self.row, column), title, &self.look.group)?,
                None => {}
            }
            column = last + 1;
        }
        self.row += 1;
        Ok(())
    }

    fn heads(&mut self) -> Result<(), XlsxError> {
        text(self.sheet, (self.row, 0), &self.table.head.full, &self.look.head)?;
        self.widths.need(0, cells::text_extent(&self.table.head.full));
        for (column, index) in (1..).zip(self.columns.clone()) {
            let head = grid::head(self.table, index);
            let format = if self.is_number(index) { &self.look.head_right } else { &self.look.head_beside };
            let note = grid::unsure_note(self.view, self.table, index, &grid::UNSURE)
                .map(|words| format!("({words})"));
            let note = note.unwrap_or_default();
            let noted = format!("{head} {note}").trim().to_owned();
            let at = (self.row, column);
            match date_of(self.view.lang, head) {
                Some(day) => noted_date(self.view.lang, self.sheet, at, day, (&note, format))?,
                None => text(self.sheet, at, &noted, format)?,
            }
            self.widths.need(column, cells::text_extent(&noted).min(if note.is_empty() { 16 } else { 22 }));
        }
        self.row += 1;
        Ok(())
    }

    fn is_number(&self, index: usize) -> bool {
        self.table.columns[index].align == Align::Right
    }

    fn row(&mut self, row: &Row) -> Result<(), XlsxError> {
        let is_strong = row.role == Role::Strong || grid::is_heading(row);
        let format = if is_strong { self.look.strong.clone() } else { Format::new() };
        let format = format.set_indent(u8::try_from(row.indent / 2).unwrap_or(0));
        let label = row.label.full.trim();
        text(self.sheet, (self.row, 0), label, &format)?;
        self.widths.need(0, cells::text_extent(label) + row.indent);
        for (column, index) in (1..).zip(self.columns.clone()) {
            if let Some(cell) = row.cells.get(index) {
                self.cell(column, index, cell, is_strong)?;
            }
        }
        self.row += 1;
        Ok(())
    }

    fn cell(&mut self, column: u16, index: usize, cell: &Cell, is_strong: bool) -> Result<(), XlsxError> {
        let at = (self.row, column);
        match cell {
            Cell::Blank | Cell::Bar(_) => Ok(()),
            Cell::Known(Err(_), _) => text(self.sheet, at, "·", &self.look.dim_right),
            Cell::Known(Ok(figure), style) => {
                let shown = show::in_sentence(self.view.lang, figure, *style);
                let found = number::value_and_format(self.view.lang, figure, *style, "");
                self.figure(column, found, &shown, is_strong)
            }
            Cell::Line(line) => {
                if let Some(found) = self.single(line) {
                    return self.figure(column, Some(found), &line.text(), is_strong);
                }
                let format = if self.is_number(index) { right() } else { self.look.beside.clone() };
                self.widths.need(column, cells::text_extent(&line.text()));
                match date_of(self.view.lang, line.text().trim()) {
                    Some(day) => date(self.view.lang, self.sheet, at, day, &format),
                    None => text(self.sheet, at, line.text().trim(), &format),
                }
            }
        }
    }

    /// The number of a cell that holds a figure and its unit.
    fn single(&self, line: &Line) -> Option<(f64, String)> {
        let (first, rest) = line.spans.split_first()?;
        let figure = first.figure.as_deref()?;
        if rest.iter().any(|span| span.figure.is_some()) {
            return None;
        }
        let after: String = rest.iter().map(|span| span.text.as_str()).collect();
        // The format writes the mark of the figure itself.
        let after = after.strip_prefix(show::mark(figure)).unwrap_or(&after);
        number::value_and_format(self.view.lang, figure, Style::Plain, after)
    }

    /// A number, or a range as text at the right.
    fn figure(
        &mut self,
        column: u16,
        found: Option<(f64, String)>,
        shown: &str,
        is_strong: bool,
    ) -> Result<(), XlsxError> {
        let base = if is_strong { right().set_bold() } else { right() };
        let Some((value, format)) = found else {
            self.widths.need(column, cells::text_extent(shown));
            return text(self.sheet, (self.row, column), shown, &base);
        };
        // Money stands in full and with its unit, which is longer than on the screen.
        self.widths.need(column, cells::text_extent(shown).max(number::letters(value, &format)));
        let format = base.set_num_format(format);
        self.sheet.write_number_with_format(self.row, column, value, &format)?;
        Ok(())
    }
}

fn right() -> Format {
    Format::new().set_align(FormatAlign::Right)
}
