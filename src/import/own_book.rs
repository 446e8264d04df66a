//! Sheets by which a workbook that was written here says what it is: its columns, its places, its notes.

use std::collections::BTreeSet;

use crate::source::column_map::{ColumnMap, SheetMap};

use super::Order;
use super::grid::Grid;
use super::template;

/// Is that the sheet that says which column is which field?
pub fn is_map(grid: &Grid) -> bool {
    grid.sheet.as_deref() == Some(template::MAP_SHEET)
        && (0..).zip(template::MAP_HEADS).all(|(column, head)| grid.cell(0, column).text() == Some(head))
}

/// Is that the sheet of notes of a workbook that was written here? It tells nothing.
pub fn is_of_notes(grid: &Grid) -> bool {
    grid.sheet.as_deref() == Some(template::NOTES_SHEET)
        && grid.cell(0, 0).text() == Some(template::NOTES_HEAD)
}

/// What a workbook that was written here says of its own columns.
pub fn own_map(grid: &Grid) -> ColumnMap {
    let mut map = ColumnMap::new();
    for cells in grid.rows.iter().skip(1) {
        if let [sheet, column, field] = cells.as_slice()
            && let (Some(sheet), Some(column), Some(field)) = (sheet.text(), column.text(), field.text())
        {
            let own: &mut SheetMap = map.entry(sheet.to_owned()).or_default();
            own.columns.insert(column.to_owned(), field.to_owned());
        }
    }
    map
}

/// Names that are surely those of places: a workbook that was written here lists them, or the period before has them.
pub fn known_names(order: &Order, own: &ColumnMap) -> BTreeSet<String> {
    let before = order.previous.iter().flat_map(|(snapshot, _)| &snapshot.areas);
    let before = before.flat_map(|area| std::iter::once(area).chain(&area.areas));
    let before = before.map(|area| area.name.vi.clone());
    own.get(template::MAP_PLACES)
        .into_iter()
        .flat_map(|names| names.columns.keys().cloned())
        .chain(before)
        .collect()
}
