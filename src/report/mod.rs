//! The same pages as the screen, written out: the conclusion first, then the tabs in their order.
//!
//! [`pages`] is what every format holds; `register` lists each figure once, with its `fields`. [`write()`] gives the
//! bytes of a report; [`mod@file`] puts them on disk whole or not at all.
mod brief;
pub mod check;
pub mod copy;
pub mod csv;
mod figure_index;
mod figure_record;
pub mod file;
pub mod form;
mod format;
mod grid;
pub mod html;
pub mod json;
pub mod markdown;
pub mod pages;
mod room;
pub mod small_cells;
pub mod starter;
pub mod text;
pub mod word;
mod words;
pub mod xlsx;

pub use format::ReportFormat;
pub use word::Issuer;

use std::io;

use crate::page::{Block, Page, Tab, View};
use crate::text::line::Line;

use figure_index::FigureIndex;

/// A report, and what is to be said of it where it goes: cells that may point at somebody.
#[derive(Debug, Clone)]
pub struct Written {
    /// What goes into its file.
    pub bytes: Vec<u8>,
    /// What is to be said.
    pub note: Option<Line>,
}

/// A report: the same for the same view, whenever and wherever it is made.
///
/// # Errors
/// There is no memory for it, or in a spreadsheet no room for what it holds.
pub fn write(
    view: &View,
    tabs: &[Tab],
    format: ReportFormat,
    width: u16,
    issuer: Option<Issuer>,
) -> io::Result<Written> {
    room::check(view, format)?;
    match format {
        ReportFormat::Docx => word::report(view, issuer),
        ReportFormat::Brief => Ok(brief::report(view)),
        _ => written(view, pages::sections(view, tabs), format, width),
    }
}

/// One page as it stands on a screen of so many cells: its order, its rows, of its columns those in sight. What ends in
/// .csv is the table; a report in CSV has one figure a row.
///
/// # Errors
/// As [`write()`].
pub fn write_seen(
    view: &View,
    tab: Tab,
    page: &Page,
    format: ReportFormat,
    width: u16,
) -> io::Result<Written> {
    room::check(view, format)?;
    let sections = vec![pages::seen(view, tab, page, width)];
    match format {
        ReportFormat::Csv => {
            let note = small_cells::note(view.lang, &FigureIndex::of_sections(&sections));
            Ok(Written { bytes: csv::seen(view, page, width, note.as_ref()).into_bytes(), note })
        }
        _ => written(view, sections, format, width),
    }
}

/// The notes stand at the end of the first section: in a report the conclusion, else the page itself.
fn written(
    view: &View,
    mut sections: Vec<pages::Section>,
    format: ReportFormat,
    width: u16,
) -> io::Result<Written> {
    // The note has no figure: what is listed before it stands in them is what is listed with it.
    let index = FigureIndex::of_sections(&sections);
    let note = small_cells::note(view.lang, &index);
    let is_in_words = !matches!(format, ReportFormat::Csv | ReportFormat::Json);
    if let Some((note, first)) = note.clone().filter(|_| is_in_words).zip(sections.first_mut()) {
        first.blocks.push(Block::sentence(note));
    }
    let sections = &sections;
    let bytes = match format {
        ReportFormat::Text => text::report(view, sections, width).into_bytes(),
        ReportFormat::Markdown => markdown::report(view, sections).into_bytes(),
        ReportFormat::Csv => csv::report(view, &index, note.as_ref()).into_bytes(),
        ReportFormat::Json => json::report(view, &index, note.as_ref())?.into_bytes(),
        ReportFormat::Html => html::report(view, sections, index).into_bytes(),
        ReportFormat::Xlsx => xlsx::report(view, sections, &index).map_err(io::Error::other)?,
        // Both are of the whole report, whatever page is in sight.
        ReportFormat::Docx => word::report(view, None)?.bytes,
        ReportFormat::Brief => brief::report(view).bytes,
    };
    Ok(Written { bytes, note })
}
