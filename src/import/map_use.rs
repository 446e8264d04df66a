//! A map of columns that was given: what it may say, which column an entry of it is of, and what became of it: of an
//! entry that names nothing, or several columns, nobody would know.

use std::collections::BTreeSet;

use crate::source::column_map::{ColumnMap, SheetMap};

use super::columns::SHARE;
use super::field::Field;
use super::grid::column_name;
use super::heading::Heading;
use super::map_heading;
use super::map_written::Members;
use super::register::{mapped, title};
use super::told::Told;

/// What the columns of a sheet are read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Fields: it is a form.
    Form,
    /// What a household says: it is a list of them.
    List,
}

impl Kind {
    /// Is that something that a column of such a sheet may be?
    fn takes(self, said: &str) -> bool {
        said.is_empty()
            || is_open(said)
            || match self {
                Self::Form if map_heading::label(said).is_some() => true,
                Self::Form => Field::parse(said.strip_prefix(SHARE).unwrap_or(said)).is_some(),
                Self::List => mapped::parse(said).is_some(),
            }
    }
}

/// The entries of a map that were found so far.
#[derive(Debug, Default)]
pub struct MapUse {
    /// The sheets of the files.
    sheets: BTreeSet<String>,
    /// Sheets of entries, and the entries that name a column.
    found: BTreeSet<(String, String)>,
    /// Sheets that were not read for their columns.
    unread: BTreeSet<String>,
    /// Maps to begin with, of sheets that are known for nothing.
    pub starts: Vec<(String, Members)>,
}

/// Stands for any sheet.
pub const ANY: &str = "*";

impl MapUse {
    /// A sheet of a file.
    pub fn see(&mut self, sheet: Option<&str>) {
        self.sheets.extend(sheet.map(str::to_owned));
    }

    /// A sheet whose columns no map is asked for: it was not wanted, or it has a place for each thing.
    pub fn pass(&mut self, sheet: Option<&str>) {
        self.unread.insert(sheet.unwrap_or(ANY).to_owned());
    }

    /// A sheet that is known for nothing, and a map of it to begin with. Its name may be somebody's.
    pub fn begin(&mut self, sheet: Option<String>, start: Members) {
        let name = sheet.filter(|name| title::is_plain(name));
        self.starts.push((name.unwrap_or_else(|| ANY.to_owned()), start));
    }

    /// A sheet of these headings, for which the map may have entries.
    pub fn take(
        &mut self,
        maps: &ColumnMap,
        (sheet, kind): (Option<&str>, Kind),
        heading: &Heading,
        told: &mut Told,
    ) {
        let Some((name, map)) = of_sheet(maps, sheet) else { return };
        if kind == Kind::Form && map_heading::lacks_names(map, heading) {
            told.map_without_names(name);
        }
        for (entry, said) in &map.columns {
            let columns = named_by(entry, heading);
            let letters: Vec<String> = columns.iter().map(|column| column_name(*column)).collect();
            if columns.len() > 1 {
                told.map_of_several(name, entry, &letters);
            } else if kind == Kind::Form && columns.contains(&heading.name) && !names_rows(said) {
                told.map_of_names(name, entry);
            } else if !columns.is_empty() && !kind.takes(said) {
                // What stands for every sheet is of those that can take it.
                if name == ANY {
                    continue;
                }
                told.map_of_other_kind(name, entry, said, kind);
            }
            if !columns.is_empty() {
                self.found.insert((name.clone(), entry.clone()));
            }
        }
    }

    /// Tells of what was nowhere.
    pub fn tell(&self, maps: &ColumnMap, told: &mut Told) {
        for (sheet, map) in maps {
            let is_passed = self.unread.contains(sheet) || (sheet == ANY && !self.unread.is_empty());
            if sheet != ANY && !self.sheets.contains(sheet) {
                told.map_without_sheet(sheet);
            } else if is_passed
                && !map.columns.keys().any(|said| self.found.contains(&(sheet.clone(), said.clone())))
            {
                told.map_unused(sheet);
            } else {
                let is_nowhere = |said: &&String| !self.found.contains(&(sheet.clone(), (*said).clone()));
                for said in map.columns.keys().filter(is_nowhere) {
                    told.map_without_column(sheet, said);
                }
            }
        }
    }
}

/// What a map says of a sheet: by its name, else for every sheet.
pub fn of_sheet<'m>(maps: &'m ColumnMap, sheet: Option<&str>) -> Option<(&'m String, &'m SheetMap)> {
    sheet.and_then(|name| maps.get_key_value(name)).or_else(|| maps.get_key_value(ANY))
}

/// What a map says of a column: by its letters, or by its heading; what was left open in it is open.
pub fn of_column<'m>(map: &'m SheetMap, heading: &Heading, column: usize) -> Option<&'m str> {
    let said = map.columns.get(&column_name(column)).or_else(|| map.columns.get(&heading.written(column)))?;
    Some(said.as_str()).filter(|said| !is_open(said))
}

/// What a map has of a column that nothing is said of yet.
pub const OPEN: &str = "?";

fn is_open(said: &str) -> bool {
    said.starts_with(OPEN)
}

/// The columns that a map leaves open, by their letters.
pub fn left_open(map: &SheetMap, heading: &Heading) -> Vec<String> {
    let open = map.columns.iter().filter(|(_, said)| is_open(said));
    let mut columns: Vec<usize> = open.flat_map(|(entry, _)| named_by(entry, heading)).collect();
    columns.sort_unstable();
    columns.into_iter().map(column_name).collect()
}

/// Does an entry leave the column that names the rows what it is?
fn names_rows(said: &str) -> bool {
    is_open(said) || said == map_heading::NAME
}

/// The first entry of maps that names nothing a sheet may hold: sheet, column and what it says.
pub fn unknown_field(maps: &ColumnMap) -> Option<(&String, &String, &String)> {
    let all = maps
        .iter()
        .flat_map(|(sheet, map)| map.columns.iter().map(move |(column, said)| (sheet, column, said)));
    all.into_iter().find(|(.., said)| !Kind::Form.takes(said) && !Kind::List.takes(said))
}

/// Does a map say that a sheet of these headings is a list of households?
pub fn tells_list(map: Option<&SheetMap>, heading: &Heading) -> bool {
    let columns = (0..heading.columns.len()).filter(|column| !heading.columns[*column].is_empty());
    let mut said = columns.filter_map(|column| of_column(map?, heading, column));
    said.any(mapped::tells_households)
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
