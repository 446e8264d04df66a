//! Where in the workbooks what a snapshot says comes from: a fault of the snapshot is told by the cell that gave it, for
//! nobody has seen the text that was made of them.

use std::collections::BTreeMap;

use crate::text::json::Json;

use super::gathered::Gathered;
use super::grid::CellPlace;
use super::read::ReadSheet;

/// Cells by the paths of the fields that they gave.
#[derive(Debug, Clone, Default)]
pub struct Origins(BTreeMap<String, CellPlace>);

impl Origins {
    /// Those of the figures that were gathered, and of the entries of lists, in the order they are written in.
    pub(super) fn of(
        sheets: &[ReadSheet],
        lists: &BTreeMap<&'static str, Vec<Json>>,
        figures: &Gathered,
    ) -> Self {
        let mut origins = Self::default();
        origins.place(figures, &[], "");
        let fronts = sheets.iter().filter_map(|sheet| sheet.front.as_ref());
        for (path, at) in fronts.flat_map(|front| &front.cells) {
            origins.0.entry((*path).to_owned()).or_insert_with(|| at.clone());
        }
        for cell in sheets.iter().flat_map(|sheet| &sheet.entry_cells) {
            let entries = lists.get(cell.list).map(Vec::as_slice).unwrap_or_default();
            let is_it = |entry: &Json| entry.get("id").and_then(Json::words).as_deref() == Some(&cell.id);
            if let Some(at) = entries.iter().position(is_it) {
                let entry = format!("{}[{at}]", cell.list);
                origins.0.entry(format!("{entry}.{}", cell.member)).or_insert_with(|| cell.at.clone());
                let row = CellPlace { column: 0, ..cell.at.clone() };
                origins.0.entry(entry).or_insert(row);
            }
        }
        origins
    }

    fn place(&mut self, figures: &Gathered, key: &[String], prefix: &str) {
        for given in figures.figures_of(key) {
            self.0.insert(format!("{prefix}{}", given.field.path()), given.at.clone());
            if let Some(area) = prefix.strip_suffix('.') {
                let row = CellPlace { column: 0, ..given.at.clone() };
                self.0.entry(area.to_owned()).or_insert(row);
            }
        }
        for (at, part) in figures.parts_of(key).enumerate() {
            self.place(figures, part, &format!("{prefix}areas[{at}]."));
        }
    }

    /// The cell that gave the field of a path, else the nearest above it that is known.
    pub fn find(&self, path: &str) -> Option<&CellPlace> {
        let ends = path.match_indices(['.', '[']).map(|(at, _)| at).chain([path.len()]);
        let mut ends: Vec<usize> = ends.filter(|at| *at > 0).collect();
        ends.sort_unstable_by(|a, b| b.cmp(a));
        ends.into_iter().find_map(|end| self.0.get(&path[..end]))
    }
}
