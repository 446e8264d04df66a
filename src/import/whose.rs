//! Whose a sheet is that does not say it, beside sheets that do: of a folder of wards one has no letterhead.

use std::collections::{BTreeMap, BTreeSet};

use super::letterhead::level;
use super::named::place_key;
use super::read::ReadSheet;
use super::told::Told;
use super::unit::{self, Unit};

/// A sheet that names no unit is of the one that all others of its file are of.
pub fn by_file(sheets: &mut [ReadSheet]) {
    let mut of_files: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    for sheet in sheets.iter() {
        let own = unit::own_names(sheet);
        if let Some(last) = own.last() {
            of_files.entry(sheet.file.clone()).or_default().insert(place_key(last), own);
        }
    }
    for sheet in sheets.iter_mut() {
        let Some(units) = of_files.get(&sheet.file).filter(|units| units.len() == 1) else { continue };
        let Some((key, names)) = units.first_key_value() else { continue };
        let own = names.last().and_then(|name| level(name));
        // What lists such units is of the one above them.
        let lists_units =
            top_places(sheet).any(|name| place_key(name) == *key || (own.is_some() && level(name) == own));
        if unit::own_names(sheet).is_empty() && !lists_units {
            sheet.of_file.clone_from(names);
        }
    }
}

/// Refuses sheets with figures of places that are none of those that other files are of, and that say no unit either: they
/// are of one of these, and not of the whole.
pub fn refuse_unplaced(sheets: &[ReadSheet], unit: Option<&Unit>, told: &mut Told) {
    let parts: Vec<(&str, Vec<String>)> =
        sheets.iter().map(|sheet| (sheet.file.as_str(), unit::prefix(sheet, unit))).collect();
    for sheet in sheets.iter().filter(|sheet| has_figures(sheet) && unit::own_names(sheet).is_empty()) {
        let others = parts.iter().filter(|(file, part)| *file != sheet.file && !part.is_empty());
        let others: BTreeSet<&String> = others.filter_map(|(_, part)| part.first()).collect();
        let is_one_of_them = |name: &str| {
            others.iter().any(|other| {
                place_key(other) == place_key(name) || (level(name).is_some() && level(name) == level(other))
            })
        };
        if let Some(one) = others.first().filter(|_| !top_places(sheet).any(is_one_of_them)) {
            told.no_letterhead(&sheet.shown(), one);
        }
    }
}

fn has_figures(sheet: &ReadSheet) -> bool {
    !sheet.given.is_empty() || sheet.list.as_ref().is_some_and(|list| list.households > 0)
}

/// The places of a sheet that lie in no other one of it.
fn top_places(sheet: &ReadSheet) -> impl Iterator<Item = &str> {
    let of_list = sheet.list.iter().flat_map(|list| list.counts.keys().map(|(area, _)| area));
    let areas = sheet.given.iter().map(|given| &given.area).chain(&sheet.silent).chain(of_list);
    areas.filter_map(|area| area.first()).map(String::as_str)
}
