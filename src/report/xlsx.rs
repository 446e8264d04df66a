//! A spreadsheet: the conclusion, a sheet a tab with real numbers, and a sheet of the sources of every figure.
//!
//! Numbers are numbers and look as on the screen: qualifier, unit and mark stand in the format of the cell, so that a
//! sum over a column works. A range is no number and stays text; its ends are numbers on the sheet of sources.

mod cell;
mod formats;
mod number;
mod tables;

use rust_xlsxwriter::{DocProperties, Workbook, Worksheet, XlsxError};

use crate::page::{Block, View};
use crate::text::cells;
use crate::text::line::{Line, Role};

use super::csv::{self, HEADS, Value};
use super::figure_index::FigureIndex;
use super::pages::{self, Section};
use cell::{plain, text};
use formats::CellFormats;

/// The width of sentences, in letters, and how many of them stay free, as letters differ.
const SENTENCE: u16 = 74;
const MARGIN: usize = 4;
/// The height of a line and what is left free under a sentence, in points.
const ROW: u16 = 15;
const GAP: u16 = 6;
/// A4, as spreadsheets number paper.
const A4: u8 = 9;

/// The bytes of the workbook.
pub fn report(view: &View, sections: &[Section], index: &FigureIndex) -> Result<Vec<u8>, XlsxError> {
    let look = CellFormats::new();
    let mut book = Workbook::new();
    book.set_properties(&properties(view)?);
    for section in sections {
        let sheet = book.add_worksheet();
        sheet.set_name(&section.title)?;
        sheet.set_paper_size(A4);
        sheet.set_print_fit_to_pages(1, 0);
        match section.tab {
            None => conclusion(view, sections, section, sheet, &look)?,
            Some(_) => page(view, sections, section, sheet, &look)?,
        }
    }
    sources(view, index, book.add_worksheet(), &look)?;
    book.save_to_buffer()
}

/// Made on the day of `--now`: the same report has the same bytes.
fn properties(view: &View) -> Result<DocProperties, XlsxError> {
    let title = pages::title(view).join(" · ");
    let made = cell::day(view.now)?;
    Ok(DocProperties::new().set_title(title).set_comment("giamngheo").set_creation_datetime(&made))
}

fn conclusion(
    view: &View,
    sections: &[Section],
    section: &Section,
    sheet: &mut Worksheet,
    look: &CellFormats,
) -> Result<(), XlsxError> {
    let row = title(view, sections, sheet, look)?;
    sheet.set_column_width(0, SENTENCE)?;
    let lines = section.blocks.iter().filter_map(|block| match block {
        Block::Lines(lines) => Some(lines),
        _ => None,
    });
    for (row, line) in (row..).zip(lines.flatten()) {
        text(sheet, (row, 0), &line.text(), &look.wrapped)?;
        let lines = cells::wrap(&line.text(), usize::from(SENTENCE) - MARGIN).len();
        // Not every program finds the height of a sentence by itself.
        sheet.set_row_height(row, u16::try_from(lines).unwrap_or(1).saturating_mul(ROW) + GAP)?;
    }
    sheet.set_freeze_panes(row, 0)?;
    Ok(())
}

/// The title lines; the row after them and a blank one.
fn title(
    view: &View,
    sections: &[Section],
    sheet: &mut Worksheet,
    look: &CellFormats,
) -> Result<u32, XlsxError> {
    let mut row = 0;
    for line in pages::title(view) {
        let format = if row == 0 { &look.title } else { &look.dim };
        text(sheet, (row, 0), &line, format)?;
        row += 1;
    }
    if let Some(words) = pages::badge(view, sections) {
        text(sheet, (row, 0), &words, &look.strong)?;
        row += 1;
    }
    Ok(row + 1)
}

fn page(
    view: &View,
    sections: &[Section],
    section: &Section,
    sheet: &mut Worksheet,
    look: &CellFormats,
) -> Result<(), XlsxError> {
    let top = title(view, sections, sheet, look)?;
    let mut row = top;
    let mut widths = tables::Widths::default();
    let (mut frozen, mut is_told) = (None, false);
    for block in &section.blocks {
        match block {
            // A table has a blank row before and after it by itself.
            Block::Chart(_) | Block::Gap => {}
            Block::Lines(lines) => {
                for line in lines {
                    sentence(line, sheet, row, look)?;
                    row += 1;
                }
                is_told = true;
            }
            Block::Table(table) => {
                row += u32::from(std::mem::take(&mut is_told));
                let end = tables::write(view, table, sheet, row, look, &mut widths)?;
                frozen = frozen.or((row == top).then_some((row, end.body)));
                row = end.after;
            }
        }
    }
    widths.set(sheet)?;
    // The heads of a table at the top stay in sight and come back on every sheet of paper.
    let (body, column) = frozen.map_or((top, 0), |(_, body)| (body, 1));
    sheet.set_freeze_panes(body, column)?;
    if let Some((head, body)) = frozen.filter(|(head, body)| head < body) {
        sheet.set_repeat_rows(head, body - 1)?;
    }
    if widths.is_wide() {
        sheet.set_landscape();
    }
    Ok(())
}

/// A sentence over the columns beside it: a heading in bold, what is secondary dim.
fn sentence(line: &Line, sheet: &mut Worksheet, row: u32, look: &CellFormats) -> Result<(), XlsxError> {
    let all = |role| !line.spans.is_empty() && line.spans.iter().all(|span| span.role == role);
    let format = match (all(Role::Strong), all(Role::Dim)) {
        (true, _) => &look.strong,
        (_, true) => &look.dim,
        _ => &look.plain,
    };
    text(sheet, (row, 0), line.text().trim(), format)
}

/// Every figure once, as in CSV.
fn sources(
    view: &View,
    index: &FigureIndex,
    sheet: &mut Worksheet,
    look: &CellFormats,
) -> Result<(), XlsxError> {
    sheet.set_name(view.pick("Nguồn", "Sources"))?;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    // Which field of a file a figure stands in is for programs: CSV and JSON have it.
    let shown: Vec<usize> = (0..HEADS.len()).filter(|index| HEADS[*index].1 != "field").collect();
    for (column, (vi, en)) in (0..).zip(shown.iter().map(|index| HEADS[*index])) {
        text(sheet, (0, column), view.pick(vi, en), &look.head)?;
        let wide = matches!(en, "name" | "shown" | "formula" | "quote" | "note" | "row");
        sheet.set_column_width(column, if wide { 30 } else { 14 })?;
    }
    let entries = &index.entries;
    for (row, entry) in (1..).zip(entries) {
        let values = csv::values(view, entry);
        for (column, value) in (0..).zip(shown.iter().map(|index| &values[*index])) {
            match value {
                Value::Number(digits) if digits.is_empty() => {}
                Value::Number(digits) => plain(sheet, (row, column), digits, look)?,
                Value::Day(None) => {}
                Value::Day(Some(date)) => cell::date(view.lang, sheet, (row, column), *date, &look.plain)?,
                Value::Text(words) => text(sheet, (row, column), words, &look.plain)?,
            }
        }
    }
    let last = u32::try_from(entries.len()).unwrap_or(0);
    sheet.autofilter(0, 0, last, u16::try_from(shown.len() - 1).unwrap_or(0))?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}
