//! Tables that stand below one another in one sheet: the headings of the first are not those of the others.

use std::collections::BTreeMap;

use super::forms::{has_phrase, words_of};
use super::grid::{Grid, SheetCell};
use super::rows::LeftRow;
use super::summary::{CellFault, SheetReading};

/// Of tables below one another only the first can be read by its headings. They begin with headings of their own, or are
/// told apart by captions alone: a row that speaks of the poor, and places that stood above it once more. The row that the
/// second one begins with.
pub fn leave_others(grid: &Grid, reading: &mut SheetReading) -> Option<usize> {
    let is_caption = |row: &usize| {
        let texts = grid.rows[*row].iter().filter_map(SheetCell::text).map(words_of);
        !grid.is_turned && texts.into_iter().any(|words| has_phrase(&words, "ngheo"))
    };
    let empty = reading.left_rows.iter().filter(|(_, why)| *why == LeftRow::NoFigures);
    let captions: Vec<usize> = empty.map(|(row, _)| row - 1).filter(is_caption).collect();
    let mut first: BTreeMap<&[String], usize> = BTreeMap::new();
    let places = reading.given.iter().filter(|given| !given.area.is_empty());
    let again = places.filter_map(|given| {
        let row = *first.entry(given.area.as_slice()).or_insert(given.at.row);
        let caption = captions.iter().find(|caption| (row..given.at.row).contains(*caption))?;
        Some((*caption, row + 1))
    });
    let is_headed = reading.faults.iter().any(|(_, fault)| matches!(fault, CellFault::OtherHeading(_)));
    if let Some((caption, row)) = again.min().filter(|_| !is_headed) {
        reading.faults.push((grid.place(caption, 0), CellFault::OtherTable(row)));
    }
    let is_table = |fault: &CellFault| matches!(fault, CellFault::OtherTable(_) | CellFault::OtherHeading(_));
    let end = reading.faults.iter().filter(|(_, fault)| is_table(fault)).map(|(at, _)| at.row).min()?;
    reading.given.retain(|given| given.at.row < end);
    reading.shares.retain(|share| share.at.row < end);
    Some(end)
}
