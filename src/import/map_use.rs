//! What became of a map that was given: of an entry that names nothing, or several columns, nobody would know.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::SheetMap;
use super::grid::column_name;
use super::heading::Heading;
use super::told::Told;

/// The entries of a map that were found so far.
#[derive(Debug, Default)]
pub struct MapUse {
    /// The sheets of the files.
    sheets: BTreeSet<String>,
    /// Sheets of entries, and the entries that name a column.
    found: BTreeSet<(String, String)>,
    /// Sheets that were not read for their columns.
    unread: BTreeSet<String>,
}

/// Stands for any sheet.
const ANY: &str = "*";

impl MapUse {
    /// A sheet of a file.
    pub fn see(&mut self, sheet: Option<&str>) {
        self.sheets.extend(sheet.map(str::to_owned));
    }

    /// A sheet whose columns no map is asked for: it was not wanted, or it is no form.
    pub fn pass(&mut self, sheet: Option<&str>) {
        self.unread.insert(sheet.unwrap_or(ANY).to_owned());
    }

    /// A form of these headings, for which the map has these entries.
    pub fn take(
        &mut self,
        maps: &BTreeMap<String, SheetMap>,
        sheet: Option<&str>,
        heading: &Heading,
        told: &mut Told,
    ) {
        let own = sheet.and_then(|name| maps.get_key_value(name)).or_else(|| maps.get_key_value(ANY));
        let Some((name, map)) = own else { return };
        for said in map.keys() {
            let columns = named_by(said, heading);
            if columns.len() > 1 {
                let letters: Vec<String> = columns.iter().map(|column| column_name(*column)).collect();
                told.map_of_several(name, said, &letters);
            }
            if !columns.is_empty() {
                self.found.insert((name.clone(), said.clone()));
            }
        }
    }

    /// Tells of what was nowhere.
    pub fn tell(&self, maps: &BTreeMap<String, SheetMap>, told: &mut Told) {
        for (sheet, map) in maps {
            let is_of_list = self.unread.contains(sheet) || (sheet == ANY && !self.unread.is_empty());
            if sheet != ANY && !self.sheets.contains(sheet) {
                told.map_without_sheet(sheet);
            } else if is_of_list
                && !map.keys().any(|said| self.found.contains(&(sheet.clone(), said.clone())))
            {
                told.map_unused(sheet);
            } else {
                for said in map.keys().filter(|said| !self.found.contains(&(sheet.clone(), (*said).clone())))
                {
                    told.map_without_column(sheet, said);
                }
            }
        }
    }
}

/// The columns that an entry of a map names: by its letters, or all that are headed so.
fn named_by(said: &str, heading: &Heading) -> Vec<usize> {
    let headed = |column: &usize| !heading.columns[*column].is_empty();
    let columns = || (0..heading.columns.len()).filter(headed);
    let by_letters: Vec<usize> = columns().filter(|column| column_name(*column) == said).collect();
    if by_letters.is_empty() {
        columns().filter(|column| heading.written(*column) == said).collect()
    } else {
        by_letters
    }
}
