//! Lists of households among the other sheets: what is known before they are read, and what they come to together.

use std::collections::BTreeMap;

use crate::text::fold::name_key;

use super::grid::CellPlace;
use super::register::place::Known;
use super::register::together::together;
use super::register::{RegisterReading, title};
use super::told::Told;
use super::unit::{self, Unit};
use super::{Order, ReadSheet};

/// The lists of one unit give their counts together, the first of them for all.
pub fn add_up(sheets: &mut [ReadSheet], unit: Option<&Unit>, told: &mut Told) {
    let mut of_units: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    for (at, sheet) in sheets.iter().enumerate().filter(|(_, sheet)| sheet.list.is_some()) {
        let path = unit::prefix(sheet, unit).iter().map(|name| name_key(name)).collect();
        of_units.entry(path).or_default().push(at);
    }
    for lists in of_units.into_values() {
        let readings: Vec<&RegisterReading> =
            lists.iter().filter_map(|at| sheets[*at].list.as_ref()).collect();
        told.lists_together(&readings);
        let first = &sheets[lists[0]];
        let at = CellPlace {
            file: first.file.clone(),
            sheet: first.sheet.clone().filter(|name| title::is_plain(name)),
            row: 0,
            column: 0,
        };
        let given = together(&readings, &at);
        sheets[lists[0]].given = given;
    }
}

/// Places that the period before or the totals name.
pub fn known_places(order: &Order) -> Known {
    let totals = order.totals.iter().map(|(name, _)| name.as_str());
    let before = order.previous.iter().flat_map(|(snapshot, _)| &snapshot.areas);
    let before =
        before.flat_map(|area| std::iter::once(area).chain(&area.areas)).map(|area| area.name.vi.as_str());
    Known::of(totals.chain(before).filter(|name| !name.is_empty()))
}
