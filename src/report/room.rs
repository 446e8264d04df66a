//! Is there memory for a report? The system ends a program at once that gets none, in the middle of a report: what would
//! not fit is refused before, in words.

use std::io;

use crate::model::area::{Area, LackList};
use crate::model::measure::Group;
use crate::model::snapshot::Snapshot;
use crate::page::View;
use crate::source::memory;

use super::ReportFormat;

/// What an entry of a snapshot takes at most while a report of it is made, in bytes: measured on areas with a figure in
/// each column and on targets of areas. Every figure is listed once, with all that is known of it.
const ENTRY: u64 = 24 << 10;
/// A report that takes no more is made without asking.
const SMALL: u64 = 64 << 20;

/// Asks for the memory of a report in that format.
///
/// # Errors
/// There is not so much, as far as that is known.
pub fn check(view: &View, format: ReportFormat) -> io::Result<()> {
    let entries = u64::try_from(entries(view.snapshot())).unwrap_or(u64::MAX);
    let need = entries.saturating_mul(ENTRY * times(format));
    let is_lacking = need > SMALL && memory::left().is_some_and(|left| left < need);
    if is_lacking { Err(io::ErrorKind::OutOfMemory.into()) } else { Ok(()) }
}

/// How many times the memory of a text a format takes.
fn times(format: ReportFormat) -> u64 {
    match format {
        // Written in one piece.
        ReportFormat::Json => 2,
        // Each cell is kept until all are written.
        ReportFormat::Xlsx => 4,
        ReportFormat::Text
        | ReportFormat::Markdown
        | ReportFormat::Csv
        | ReportFormat::Html
        | ReportFormat::Brief
        | ReportFormat::Docx => 1,
    }
}

/// The areas of a snapshot, and what it lists beside them.
fn entries(snapshot: &Snapshot) -> usize {
    let whole = &snapshot.whole;
    let lists =
        [snapshot.programmes.len(), snapshot.coverage.len(), snapshot.targets.len(), snapshot.tasks.len()];
    let parts: usize = Group::ALL.map(|group| whole.parts_of(group).len()).iter().sum();
    let lacks: usize =
        [LackList::Deprivations, LackList::Causes].map(|list| whole.lacks(list).len()).iter().sum();
    areas(whole)
        + whole.indicators().len()
        + lists.iter().sum::<usize>()
        + parts
        + lacks
        + snapshot.doubts.len()
}

fn areas(area: &Area) -> usize {
    1 + area.areas.iter().map(areas).sum::<usize>()
}
