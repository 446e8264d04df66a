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

/// The bytes of a report: the same for the same view, whenever and wherever it is made. Only a spreadsheet can fail,
/// where it has no room for what the report holds.
pub fn write(
    view: &View,
    tabs: &[Tab],
    format: ReportFormat,
    width: u16,
    issuer: Option<Issuer>,
) -> io::Result<Vec<u8>> {
    match format {
        ReportFormat::Docx => word::report(view, issuer),
        ReportFormat::Brief => Ok(brief::report(view).into_bytes()),
        _ => bytes(view, pages::sections(view, tabs), format, width),
    }
}

/// What is to be said of such a report where it goes: cells that may point at somebody.
pub fn remark(view: &View, tabs: &[Tab], format: ReportFormat) -> Option<Line> {
    match format {
        ReportFormat::Docx => word::remark(view),
        ReportFormat::Brief => brief::remark(view),
        _ => small_cells::note(view.lang, &pages::sections(view, tabs)),
    }
}

/// The bytes of one page as it stands on a screen of so many cells: its order, its rows, of its columns those in sight.
/// What ends in .csv is the table; a report in CSV has one figure a row.
pub fn write_seen(
    view: &View,
    tab: Tab,
    page: &Page,
    format: ReportFormat,
    width: u16,
) -> io::Result<Vec<u8>> {
    match format {
        ReportFormat::Csv => {
            let note = remark_seen(view, tab, page, width);
            Ok(csv::seen(view, page, width, note.as_ref()).into_bytes())
        }
        _ => bytes(view, vec![pages::seen(view, tab, page, width)], format, width),
    }
}

/// What is to be said of a page in sight where it goes.
pub fn remark_seen(view: &View, tab: Tab, page: &Page, width: u16) -> Option<Line> {
    small_cells::note(view.lang, &[pages::seen(view, tab, page, width)])
}

/// The notes stand at the end of the first section: in a report the conclusion, else the page itself.
fn bytes(
    view: &View,
    mut sections: Vec<pages::Section>,
    format: ReportFormat,
    width: u16,
) -> io::Result<Vec<u8>> {
    let note = small_cells::note(view.lang, &sections);
    let is_in_words = !matches!(format, ReportFormat::Csv | ReportFormat::Json);
    if let Some((note, first)) = note.clone().filter(|_| is_in_words).zip(sections.first_mut()) {
        first.blocks.push(Block::sentence(note));
    }
    let sections = &sections;
    Ok(match format {
        ReportFormat::Text => text::report(view, sections, width).into_bytes(),
        ReportFormat::Markdown => markdown::report(view, sections).into_bytes(),
        ReportFormat::Csv => csv::report(view, sections, note.as_ref()).into_bytes(),
        ReportFormat::Json => json::report(view, sections, note.as_ref())?.into_bytes(),
        ReportFormat::Html => html::report(view, sections).into_bytes(),
        ReportFormat::Xlsx => xlsx::report(view, sections).map_err(io::Error::other)?,
        // Both are of the whole report, whatever page is in sight.
        ReportFormat::Docx => word::report(view, None)?,
        ReportFormat::Brief => brief::report(view).into_bytes(),
    })
}
