//! Files to sheets that were read, whatever they are: a front sheet, entries, a list of households, a form.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::FileFault;
use crate::source::column_map::{ColumnMap, SheetMap};
use crate::source::decode::office_file;
use crate::text::fold::name_key;
use crate::text::json::Json;

use super::columns::MappedColumn;
use super::entries::EntryCell;
use super::entry_rows;
use super::forms::{has_phrase, words_of};
use super::front::{self, Front};
use super::grid::{self, Grid};
use super::heading::Heading;
use super::lacks::LackDoubt;
use super::lists::SeenHouseholds;
use super::map_heading;
use super::map_use::{self, Kind, MapUse};
use super::map_written::Members;
use super::own_book::{is_map, is_of_notes, known_names, own_map};
use super::register::place::Known;
use super::register::{self, RegisterReading};
use super::rows::LeftRow;
use super::shares::Share;
use super::sheet::{Sheet, Visit};
use super::side_by_side;
use super::summary::{self, Given};
use super::told::Told;
use super::turned::{self, Turned};
use super::unreadable::Unreadable;
use super::{Content, InputFile, Order, delimited, entries, lists, template, workbook};

/// A sheet that was read, whatever it was.
#[derive(Debug, Default)]
pub struct ReadSheet {
    /// The file.
    pub file: String,
    /// The sheet.
    pub sheet: Option<String>,
    /// Texts above the headings.
    pub title: Vec<String>,
    /// Names of places that stand as they are written.
    pub known: BTreeSet<String>,
    /// The texts above a form that has no figures yet.
    pub blank: Vec<String>,
    /// The units that all other sheets of its file are of, where it names none.
    pub of_file: Vec<String>,
    /// Its figures.
    pub given: Vec<Given>,
    /// What was counted in it, where it is a list of households.
    pub list: Option<RegisterReading>,
    /// Shares that are set against the figures.
    pub shares: Vec<Share>,
    /// Places that have a row and no figures.
    pub silent: Vec<Vec<String>>,
    /// Has it figures of a place that has no name?
    pub has_unnamed: bool,
    /// Totals of lacks that the lacks do not make.
    pub lacks: Vec<LackDoubt>,
    /// Codes of places.
    pub codes: BTreeMap<Vec<String>, String>,
    /// Places that it sums up from their parts.
    pub wholes: BTreeSet<Vec<String>>,
    /// Names of entries that no map has.
    pub names: BTreeMap<String, String>,
    /// Its columns, where it is a form.
    pub columns: Vec<MappedColumn>,
    /// What a map said of where its table stands.
    pub said: Members,
    /// Are its figures estimates?
    pub is_estimated: bool,
    /// What it says of the unit and the source, where it is a front sheet.
    pub front: Option<Front>,
    /// Its targets, programmes or tasks.
    pub entries: Vec<(&'static str, Vec<Json>)>,
    /// Where they stand.
    pub entry_cells: Vec<EntryCell>,
}

impl ReadSheet {
    /// Its file and its name, for a person to find it.
    pub fn shown(&self) -> String {
        let sheet =
            self.sheet.as_deref().filter(|name| self.list.is_none() || register::title::is_plain(name));
        grid::shown_sheet(&self.file, sheet)
    }

    /// Is it of a place and tells nothing of it yet: a form that was not filled in, a list without a household?
    pub fn is_without_figures(&self) -> bool {
        let is_bare =
            |list: &RegisterReading| list.refused.is_none() && list.households == 0 && list.unread.is_empty();
        !self.blank.is_empty() || self.list.as_ref().is_some_and(is_bare)
    }

    /// The name of its file, as it may stand in a snapshot: that of a list only where it says what titles say.
    pub fn told_file(&self) -> Option<&str> {
        let base = self.file.rsplit(['/', '\\']).next().unwrap_or_default();
        let stem = base.rsplit_once('.').map_or(base, |(stem, _)| stem);
        (self.list.is_none() || register::title::is_plain(stem)).then_some(&self.file)
    }
}

/// What was read of all files.
#[derive(Debug, Default)]
pub struct Read {
    /// The sheets that are known for what they are.
    pub sheets: Vec<ReadSheet>,
    /// Files that cannot be read, each with why.
    pub unread: Vec<(String, Unreadable)>,
    /// Is there nothing in any of them?
    pub is_empty: bool,
    /// The sheets that are not of the name that is asked for, where none is.
    pub others: Vec<String>,
    /// Maps to begin with, of sheets that are known for nothing.
    pub starts: Vec<(String, Members)>,
}

/// Reads the files.
pub fn read(files: &[InputFile], order: &Order, told: &mut Told) -> Read {
    let (known, mut seen, mut map) =
        (lists::known_places(order), SeenHouseholds::default(), MapUse::default());
    let mut read = Read { is_empty: true, ..Read::default() };
    let mut is_there = false;
    for file in files {
        let (mut own, mut is_begun) = (BTreeMap::new(), false);
        let done = sheets(file, &mut |sheet| {
            read.is_empty &= sheet.head.rows.is_empty();
            // To pass the text by would leave out what it counts.
            if order.sheet.is_some() && sheet.head.sheet.is_none() {
                return Err(Unreadable::NoSheets);
            }
            if !std::mem::replace(&mut is_begun, true) {
                told.hidden(&file.name, sheet.head.hidden);
            }
            if is_map(&sheet.head) {
                own = own_map(&sheet.whole()?);
                return Ok(());
            }
            let is_wanted = order.sheet.is_none_or(|wanted| {
                sheet.head.sheet.as_deref().is_some_and(|name| name_key(name) == name_key(wanted))
            });
            map.see(sheet.head.sheet.as_deref());
            is_there |= is_wanted;
            if !is_wanted {
                read.others.extend(sheet.head.sheet.clone());
            }
            if is_wanted && !is_of_notes(&sheet.head) && !sheet.head.rows.is_empty() {
                read.sheets.extend(read_sheet(sheet, (order, &own, &mut map), (&known, &mut seen), told)?);
            } else {
                map.pass(sheet.head.sheet.as_deref());
            }
            Ok(())
        });
        if let Err(why) = done {
            read.unread.push((file.name.clone(), why));
        }
    }
    map.tell(&order.map, told);
    read.starts = map.starts;
    if is_there {
        read.others.clear();
    }
    read
}

/// Gives each sheet of a file to `visit`, by what its bytes are; the one that says what the columns of the others are
/// comes first.
///
/// # Errors
/// It is neither a workbook nor a text that can be read.
pub fn sheets(file: &InputFile, visit: &mut Visit<'_>) -> Result<(), Unreadable> {
    let bytes = match &file.content {
        Content::Bytes(bytes) => bytes,
        Content::Long(from) => return delimited::long_sheet(from, &file.name, visit),
    };
    let has = |name: &[u8]| bytes.windows(name.len()).any(|part| part == name);
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if text.starts_with(b"{") && has(b"\"giamngheo/") {
        return Err(Unreadable::Snapshot);
    }
    match office_file(bytes) {
        Some(FileFault::Document) => return Err(Unreadable::Document),
        Some(FileFault::Pdf) => return Err(Unreadable::Pdf),
        _ => {}
    }
    if workbook::is_workbook(bytes) {
        workbook::sheets(bytes, &file.name, template::MAP_SHEET, visit)
    } else {
        delimited::sheet(bytes, &file.name, visit)
    }
}

/// Reads a sheet: a list of households row by row, anything else whole, table by table. Nothing where it is not known for
/// anything.
fn read_sheet(
    mut sheet: Sheet<'_>,
    (order, own, used): (&Order, &ColumnMap, &mut MapUse),
    (known, seen): (&Known, &mut SeenHouseholds),
    told: &mut Told,
) -> Result<Vec<ReadSheet>, Unreadable> {
    let headed = |grid: &Grid, title: Vec<String>| ReadSheet {
        file: grid.file.clone(),
        sheet: grid.sheet.clone(),
        title,
        ..ReadSheet::default()
    };
    if let Some(front) = front::read(&sheet.head) {
        used.pass(sheet.head.sheet.as_deref());
        told.front(&sheet.head, &front);
        return Ok(vec![ReadSheet { front: Some(front), ..headed(&sheet.head, Vec::new()) }]);
    }
    let is_of_entries = entries::is_one(&sheet.head);
    let name = sheet.head.sheet.clone();
    let asked = map_use::of_sheet(&order.map, name.as_deref()).map(|(_, map)| map);
    let is_list = |found: &Heading| register::is_list(found) || map_use::tells_list(asked, found);
    if let Some(why) = asked.filter(|_| !is_of_entries).and_then(|map| map_heading::fault(&sheet.head, map)) {
        used.pass(name.as_deref());
        told.map_of_rows(&sheet.head, why);
        return Ok(Vec::new());
    }
    let found = map_heading::find(&sheet.head, asked);
    if let Some(heading) = found.filter(|found| !is_of_entries && is_list(found)) {
        used.take(&order.map, (name.as_deref(), Kind::List), &heading, told);
        let title = register::title::kept(&heading.title);
        let reading = register::read(&mut sheet, &heading, asked, (known, seen.beside(&title)))?;
        told.register(&sheet.head, &reading);
        told.not_computed(&sheet.head, heading.first);
        // What is not counted says nothing of the day either.
        let title = if reading.refused.is_none() { title } else { Vec::new() };
        let said = map_heading::said(asked, &heading);
        return Ok(vec![ReadSheet { list: Some(reading), said, ..headed(&sheet.head, title) }]);
    }
    let grid = sheet.whole()?;
    if let Some(reading) = entries::read(&grid) {
        used.pass(name.as_deref());
        told.entries(&grid, &reading);
        return Ok(vec![ReadSheet {
            entries: vec![(reading.list, reading.entries)],
            entry_cells: reading.cells,
            ..headed(&grid, Vec::new())
        }]);
    }
    let map = asked.or_else(|| own.get(name.as_ref()?));
    Ok(read_tables(grid, (order, map, own, used), told, headed))
}

/// Reads the tables of a sheet of forms, as far as they are known for anything.
fn read_tables(
    grid: Grid,
    (order, map, own, used): (&Order, Option<&SheetMap>, &ColumnMap, &mut MapUse),
    told: &mut Told,
    headed: impl Fn(&Grid, Vec<String>) -> ReadSheet,
) -> Vec<ReadSheet> {
    let name = grid.sheet.clone();
    let heading = map_heading::find(&grid, map);
    let start = map_heading::start(&grid);
    let open = map_use::of_sheet(&order.map, name.as_deref()).zip(heading.as_ref());
    let open = open.map(|((name, map), heading)| (name, map_use::left_open(map, heading)));
    let said = heading.as_ref().map(|heading| map_heading::said(map, heading)).unwrap_or_default();
    if let Some(heading) = &heading {
        used.take(&order.map, (name.as_deref(), Kind::Form), heading, told);
    }
    let tables = side_by_side::tables(grid, heading, map).into_iter().flat_map(by_groups);
    let (known, is_own) = (known_names(order, own), own.contains_key(template::MAP_PLACES));
    let read = tables.filter_map(|(table, heading)| {
        // A map names columns.
        let map = map.filter(|_| !table.is_turned);
        let heading = heading.map(|heading| Heading { known: known.clone(), is_own, ..heading });
        read_table(table, heading, (order, map), told)
    });
    let read = read.map(|(reading, table)| {
        let headed = headed(&table, Vec::new());
        of_form(reading, ReadSheet { said: said.clone(), known: known.clone(), ..headed })
    });
    let read: Vec<_> = read.collect();
    if read.is_empty() {
        if let Some((name, columns)) = open.filter(|(_, columns)| !columns.is_empty()) {
            told.map_left_open(name, &columns);
        }
        used.begin(name, start);
    }
    read
}

/// A table whose rows are lacks or causes as a form for each of its columns.
fn by_groups((table, heading): (Grid, Option<Heading>)) -> Vec<(Grid, Option<Heading>)> {
    let forms = heading.as_ref().and_then(|heading| entry_rows::tables(&table, heading));
    match forms {
        Some(forms) => forms.into_iter().map(|(grid, heading)| (grid, Some(heading))).collect(),
        None => vec![(table, heading)],
    }
}

/// Reads a table of a form, its rows the places or, where they are not, its columns.
fn read_table(
    table: Grid,
    heading: Option<Heading>,
    (order, map): (&Order, Option<&SheetMap>),
    told: &mut Told,
) -> Option<(summary::SheetReading, Grid)> {
    let Some(reading) = heading.and_then(|found| summary::read(&table, &found, map, order.as_of)) else {
        return read_turned(&table, order, told);
    };
    if reading.is_of_people {
        told.people(&table);
        return None;
    }
    told.summary(&table, &reading);
    Some((reading, table))
}

/// Reads a table whose rows are the fields; what is no such table is told to be none at all.
fn read_turned(table: &Grid, order: &Order, told: &mut Told) -> Option<(summary::SheetReading, Grid)> {
    let read = |grid: &Grid, heading: &Heading| summary::read(grid, heading, None, order.as_of);
    match turned::table(table) {
        Some(Turned::Form(form)) => {
            let (grid, heading) = *form;
            if let Some(reading) = read(&grid, &heading).filter(|reading| !reading.is_of_people) {
                told.summary(&grid, &reading);
                return Some((reading, grid));
            }
        }
        // Of other matters nothing is asked.
        Some(Turned::NoPlaces(heads, form)) if read(&form.0, &form.1).is_some() => {
            told.no_places(table, &heads);
            return None;
        }
        Some(Turned::Twice(place)) => {
            told.place_of_several_columns(table, &place);
            return None;
        }
        Some(Turned::NoPlaces(..)) | None => {}
    }
    told.skipped(table);
    None
}

/// What is kept of a form that was read.
fn of_form(reading: summary::SheetReading, headed: ReadSheet) -> ReadSheet {
    let is_turned = reading.is_turned;
    let blank = if reading.is_blank() { reading.title.clone() } else { Vec::new() };
    let has_unnamed = reading.left_rows.iter().any(|(_, why)| *why == LeftRow::NoName);
    let summary::SheetReading {
        given,
        shares,
        silent,
        lacks,
        codes,
        names,
        columns,
        title,
        wholes,
        is_estimated,
        ..
    } = reading;
    // What is only planned says nothing of the day of the figures, and a list's title may name somebody.
    let title = if given.is_empty() && shares.is_empty() {
        Vec::new()
    } else if title.iter().any(|line| has_phrase(&words_of(line), "danh sach")) {
        register::title::kept(&title)
    } else {
        title
    };
    // A map names columns; those of a table that was turned over are rows.
    let columns = if is_turned { Vec::new() } else { columns };
    ReadSheet {
        title,
        blank,
        given,
        shares,
        silent,
        has_unnamed,
        lacks,
        codes,
        wholes,
        names,
        columns,
        is_estimated,
        ..headed
    }
}
