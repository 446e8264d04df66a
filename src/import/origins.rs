//! Where in the workbooks what a snapshot says comes from: a fault of the snapshot is told by the cell that gave it, for
//! nobody has seen the text that was made of them.

use std::collections::BTreeMap;

use crate::text::Lang;
use crate::text::json::Json;

use super::front;
use super::gathered::Gathered;
use super::grid::CellPlace;
use super::read::ReadSheet;
use super::told::{called, filled};

/// Cells by the paths of the fields that they gave.
#[derive(Debug, Clone, Default)]
pub struct Origins(BTreeMap<String, Origin>);

/// A cell, and what people call what stands in it; empty where the cell stands for its row.
#[derive(Debug, Clone)]
struct Origin {
    at: CellPlace,
    called: String,
}

impl Origin {
    /// The row that a cell stands in.
    fn row(at: &CellPlace) -> Self {
        Self { at: CellPlace { column: 0, ..at.clone() }, called: String::new() }
    }
}

impl Origins {
    /// Those of the figures that were gathered, and of the entries of lists, in the order they are written in.
    pub(super) fn of(
        lang: Lang,
        sheets: &[ReadSheet],
        lists: &BTreeMap<&'static str, Vec<Json>>,
        figures: &Gathered,
    ) -> Self {
        let mut origins = Self::default();
        origins.place(lang, figures, &[], "");
        let fronts = sheets.iter().filter_map(|sheet| sheet.front.as_ref());
        for (path, at) in fronts.flat_map(|front| &front.cells) {
            let called = front::label_of(path).to_owned();
            origins.0.entry((*path).to_owned()).or_insert_with(|| Origin { at: at.clone(), called });
        }
        for cell in sheets.iter().flat_map(|sheet| &sheet.entry_cells) {
            let entries = lists.get(cell.list).map(Vec::as_slice).unwrap_or_default();
            let is_it = |entry: &Json| entry.get("id").and_then(Json::words).as_deref() == Some(&cell.id);
            if let Some(at) = entries.iter().position(is_it) {
                let entry = format!("{}[{at}]", cell.list);
                let own = || Origin { at: cell.at.clone(), called: cell.head.to_owned() };
                origins.0.entry(format!("{entry}.{}", cell.member)).or_insert_with(own);
                origins.0.entry(entry).or_insert_with(|| Origin::row(&cell.at));
            }
        }
        origins
    }

    fn place(&mut self, lang: Lang, figures: &Gathered, key: &[String], prefix: &str) {
        for given in figures.figures_of(key) {
            let called = called::field(lang, &given.field);
            let own = Origin { at: given.at.clone(), called };
            self.0.insert(format!("{prefix}{}", given.field.path()), own);
            if let Some(area) = prefix.strip_suffix('.') {
                self.0.entry(area.to_owned()).or_insert_with(|| Origin::row(&given.at));
            }
        }
        for (at, part) in figures.parts_of(key).enumerate() {
            self.place(lang, figures, part, &format!("{prefix}areas[{at}]."));
        }
    }

    /// The cell that gave the field of a path, with what is called so in it, else the nearest above it that is known: as
    /// it is told.
    pub fn find(&self, path: &str) -> Option<String> {
        let ends = path.match_indices(['.', '[']).map(|(at, _)| at).chain([path.len()]);
        let mut ends: Vec<usize> = ends.filter(|at| *at > 0).collect();
        ends.sort_unstable_by(|a, b| b.cmp(a));
        let found = ends.into_iter().find_map(|end| self.0.get(&path[..end]));
        found.map(|Origin { at, called }| filled::under(at, called))
    }
}
