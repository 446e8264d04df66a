//! A summary form to figures: a row a place, a column a field.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::source::column_map::SheetMap;

use super::columns::{ColumnUse, LeftOut, MappedColumn, mapped};
use super::day;
use super::field::{Field, FieldKind};
use super::forms::forms;
use super::grid::{CellPlace, Grid, SheetCell};
use super::heading::{self, Heading};
use super::lacks::{self, LackDoubt};
use super::movement;
use super::of_hamlet;
use super::one_below_another;
use super::open_rates::{self, OpenRate};
use super::own_name;
use super::people;
use super::rows::{self, RowKind};
use super::shares::{self, Share};
use super::titled;
use super::written::{self, Counted, NotACount, Rated};

/// A value as a snapshot stores it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A whole number.
    Count(u64),
    /// A percentage with its decimals.
    Percent(String),
    /// A count or a percentage, and what is said before it, as the format writes it: hơn 500.
    Qualified(&'static str, Box<Value>),
}

impl Value {
    /// The count that it is: more than it, or nearly it, is none.
    pub fn count(&self) -> Option<u64> {
        match self {
            Self::Count(count) => Some(*count),
            Self::Percent(_) | Self::Qualified(..) => None,
        }
    }
}

/// A figure that a sheet gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The place it is of, from below the unit down; empty: the unit.
    pub area: Vec<String>,
    /// What it is.
    pub field: Field,
    /// How much.
    pub value: Value,
    /// Where it stands.
    pub at: CellPlace,
}

/// Why a cell is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellFault {
    /// No count.
    NotACount(NotACount),
    /// No percentage.
    NotAPercent,
    /// A rate that may be a percentage or a share of one.
    PercentOrShare(String),
    /// A formula that no spreadsheet has computed yet.
    NotComputed,
    /// The headings of another table: the row of the first.
    OtherHeading(usize),
    /// A caption between tables of the same places: the row of the first of them.
    OtherTable(usize),
    /// The row is the sum of those from the first to the last of these rows, or a place beside them.
    PartOrBeside((usize, usize)),
    /// The row is of the urban or the rural part of a place that has no row of both.
    PartOfPlace,
    /// A figure under no heading: the cells of its row may have slipped.
    NoHeading,
}

/// What was read of a sheet.
#[derive(Debug, Clone, Default)]
pub struct SheetReading {
    /// The figures.
    pub given: Vec<Given>,
    /// Shares that are set against the figures, and not stored.
    pub shares: Vec<Share>,
    /// What its columns are.
    pub columns: Vec<MappedColumn>,
    /// Rows that are no place, with why: their number counted from 1.
    pub left_rows: Vec<(usize, rows::LeftRow)>,
    /// Cells that are not read.
    pub faults: Vec<(CellPlace, CellFault)>,
    /// Rates that are shown otherwise than they are stored: the stored one is taken.
    pub shown_otherwise: Vec<(CellPlace, String)>,
    /// Names of entries that the map has none for, by their id.
    pub names: BTreeMap<String, String>,
    /// Texts above the headings.
    pub title: Vec<String>,
    /// Places that have a row and no figures.
    pub silent: Vec<Vec<String>>,
    /// Codes of places, by their path.
    pub codes: BTreeMap<Vec<String>, String>,
    /// Words of its title that make its figures others than they seem.
    pub narrowed: Option<String>,
    /// Words of its title that say that it counts in thousands.
    pub scale: Option<String>,
    /// Totals of lacks that the lacks do not make.
    pub lacks: Vec<LackDoubt>,
    /// Columns whose rows of persons have figures that are no field.
    pub persons_left: BTreeSet<usize>,
    /// Figures under no heading, beside those that are read.
    pub stray: Vec<CellPlace>,
    /// Are its figures estimates?
    pub is_estimated: bool,
    /// Were its columns rows of the sheet?
    pub is_turned: bool,
    /// Are its rows those of people? Nothing of it is kept.
    pub is_of_people: bool,
    /// Places that have a row of their own over the rows of their parts.
    pub wholes: BTreeSet<Vec<String>>,
    /// The hamlet that it is of.
    pub hamlet: Option<String>,
}

impl SheetReading {
    /// Is it a form that has columns of figures, and none of these yet?
    pub fn is_blank(&self) -> bool {
        let is_of_figures =
            |column: &MappedColumn| matches!(column.read_for, ColumnUse::Field(_) | ColumnUse::ShareOf(_));
        self.given.is_empty()
            && self.shares.is_empty()
            && self.faults.is_empty()
            && self.columns.iter().any(is_of_figures)
    }
}

/// Reads a sheet that is a summary form; none where it has no headings that are known. The day is that of the figures,
/// where it is asked for; else the title tells the year.
pub fn read(
    grid: &Grid,
    heading: &Heading,
    map: Option<&SheetMap>,
    day: Option<NaiveDate>,
) -> Option<SheetReading> {
    let day = day.or_else(|| day::told(heading.title.iter()).map(|(day, _)| day));
    let (columns, narrowed) = mapped(grid, heading, map, day);
    let is_told = columns.iter().any(|column| match column.read_for {
        ColumnUse::Label => false,
        ColumnUse::LeftOut(why) => matches!(why, LeftOut::SaysMore | LeftOut::OfTitle),
        ColumnUse::Field(_) | ColumnUse::ShareOf(_) | ColumnUse::Unclear(_) => true,
    });
    if !is_told {
        return None;
    }
    let mut reading = SheetReading {
        title: heading.title.clone(),
        names: new_names(heading, &columns),
        columns,
        narrowed,
        scale: titled::scale(&heading.title),
        is_estimated: titled::is_estimated(&heading.title),
        is_turned: grid.is_turned,
        ..SheetReading::default()
    };
    let (names, mut open) = take_rows(grid, heading, &mut reading);
    if people::are_listed(grid, heading, &names, &reading.given) {
        return Some(SheetReading { is_of_people: true, ..SheetReading::default() });
    }
    // A file of commas has more cells in a row where a number was written with one.
    if grid.sheet.is_none() {
        let stray = std::mem::take(&mut reading.stray).into_iter();
        reading.faults.extend(stray.map(|at| (at, CellFault::NoHeading)));
    }
    let others = heading::other_headings(grid, heading).into_iter();
    let top = heading.top + 1;
    reading.faults.extend(others.map(|row| (grid.place(row, heading.name), CellFault::OtherHeading(top))));
    let end = one_below_another::leave_others(grid, &mut reading);
    open.retain(|rate| end.is_none_or(|end| rate.at.row < end));
    open_rates::settle(&mut reading, open);
    lacks::settle(grid, heading, &mut reading);
    movement::add_up(&mut reading.given, grid.is_turned);
    reading.wholes = wholes(&reading.given);
    of_hamlet::settle(&mut reading);
    Some(reading)
}

/// Takes the rows of places: the names of all of them, and the rates that wait for what they are measured against.
fn take_rows(
    grid: &Grid,
    heading: &Heading,
    reading: &mut SheetReading,
) -> (BTreeSet<String>, Vec<OpenRate>) {
    let (mut open, mut names) = (Vec::new(), BTreeSet::new());
    let placed = rows::places(grid, heading, &reading.columns).unwrap_or_else(|two| {
        reading.faults.push((grid.place(two.row, heading.name), CellFault::PartOrBeside(two.run)));
        Vec::new()
    });
    for (row, mut kind) in placed {
        if let RowKind::Silent(area) | RowKind::Place { area, .. } = &mut kind {
            names.extend(area.iter().cloned());
            own_name::alone(area, &heading.known);
            reading.codes.extend(code(grid, heading, row).map(|code| (area.clone(), code)));
        }
        match kind {
            RowKind::LeftOut(why) => {
                if why == rows::LeftRow::PartOfPlace {
                    reading.faults.push((grid.place(row, heading.name), CellFault::PartOfPlace));
                }
                reading.left_rows.push((row + 1, why));
            }
            RowKind::Silent(area) => {
                reading.left_rows.push((row + 1, rows::LeftRow::Silent));
                reading.silent.push(area);
            }
            RowKind::Place { area, counts_persons } => {
                reading.stray.extend(stray(grid, heading, row));
                take_row(grid, row, (&area, counts_persons), reading, &mut open);
            }
        }
    }
    (names, open)
}

/// The code of the place of a row. So many digits are somebody's number, and no place's.
fn code(grid: &Grid, heading: &Heading, row: usize) -> Option<String> {
    let is_of_a_place = |code: &&str| code.bytes().filter(u8::is_ascii_digit).count() < 9;
    heading.code.and_then(|column| grid.cell(row, column).text()).filter(is_of_a_place).map(str::to_owned)
}

/// The first figure of a row that stands under no heading.
fn stray(grid: &Grid, heading: &Heading, row: usize) -> Option<CellPlace> {
    let is_headed = |column: usize| heading.columns.get(column).is_some_and(|parts| !parts.is_empty());
    let is_figure = |cell: &SheetCell| written::count(cell).number().is_some();
    let mut cells = grid.rows.get(row)?.iter().enumerate();
    let (column, _) = cells.find(|(column, cell)| !is_headed(*column) && is_figure(cell))?;
    Some(grid.place(row, column))
}

/// Places that have counts of their own and parts that have some: the sheet sums them up, and lists what it sums up.
fn wholes(given: &[Given]) -> BTreeSet<Vec<String>> {
    let areas: BTreeSet<&[String]> = given.iter().map(|given| given.area.as_slice()).collect();
    let above = areas.iter().flat_map(|area| (0..area.len()).map(|length| &area[..length]));
    above.filter(|whole| areas.contains(whole)).map(<[String]>::to_vec).collect()
}

/// Names of entries that no map knows: peoples, as the columns are headed.
fn new_names(heading: &Heading, columns: &[MappedColumn]) -> BTreeMap<String, String> {
    let named = columns.iter().filter_map(|column| {
        let ColumnUse::Field(field) = &column.read_for else { return None };
        let id = field.entry().filter(|id| forms().name_of(id).is_none())?;
        Some((id.to_owned(), heading.columns[column.column].last()?.clone()))
    });
    named.collect()
}

/// What a cell gives.
enum Told {
    Nothing,
    Value(Value),
    /// A number that may be a percentage or a share of one.
    Open(String),
}

fn take_row(
    grid: &Grid,
    row: usize,
    (area, counts_persons): (&[String], bool),
    reading: &mut SheetReading,
    open: &mut Vec<OpenRate>,
) {
    for column in &reading.columns {
        let is_read = matches!(column.read_for, ColumnUse::Field(_) | ColumnUse::ShareOf(_));
        if is_read && grid.not_computed.contains(&(row, column.column)) {
            reading.faults.push((grid.place(row, column.column), CellFault::NotComputed));
            continue;
        }
        let leave_persons = |left: &mut BTreeSet<usize>| {
            if counts_persons && written::count(grid.cell(row, column.column)) != Counted::Nothing {
                left.insert(column.column);
            }
        };
        let field = match &column.read_for {
            ColumnUse::Field(field) => field,
            ColumnUse::ShareOf(field) if !counts_persons => {
                let at = grid.place(row, column.column);
                match shares::read(grid.cell(row, column.column), area, field, at) {
                    Ok(share) => reading.shares.extend(share),
                    Err(fault) => reading.faults.push(fault),
                }
                continue;
            }
            ColumnUse::ShareOf(_) => {
                leave_persons(&mut reading.persons_left);
                continue;
            }
            _ => continue,
        };
        let field = if counts_persons { field.of_persons() } else { Some(field.clone()) };
        let Some(field) = field else {
            leave_persons(&mut reading.persons_left);
            continue;
        };
        let (area, at) = (area.to_vec(), grid.place(row, column.column));
        let cell = grid.cell(row, column.column);
        if field.kind() == FieldKind::Percent && written::is_shown_otherwise(cell) {
            reading.shown_otherwise.extend(rated(cell).map(|number| (at.clone(), number)));
        }
        // Merged cells of figures stand for their first place alone.
        match told(cell, field.kind()) {
            Ok(Told::Nothing) => {}
            Ok(Told::Value(value)) => reading.given.push(Given { area, field, value, at }),
            Ok(Told::Open(number)) => open.push(OpenRate { area, field, number, at }),
            Err(fault) => reading.faults.push((at, fault)),
        }
    }
}

fn rated(cell: &SheetCell) -> Option<String> {
    match written::percent(cell) {
        Rated::Percent(number) | Rated::Bare(number) => Some(number),
        Rated::Nothing | Rated::Not => None,
    }
}

fn told(cell: &SheetCell, kind: FieldKind) -> Result<Told, CellFault> {
    if let Some((qualifier, rest)) = cell.text().and_then(written::qualified) {
        let value = match told(&SheetCell::Text(rest.to_owned()), kind)? {
            Told::Value(value) => value,
            Told::Open(percent) => Value::Percent(percent),
            Told::Nothing => return Err(CellFault::NotACount(NotACount::Words)),
        };
        return Ok(Told::Value(Value::Qualified(qualifier, Box::new(value))));
    }
    match kind {
        FieldKind::Count => match written::count(cell) {
            Counted::Nothing => Ok(Told::Nothing),
            Counted::Count(count) => Ok(Told::Value(Value::Count(count))),
            Counted::Not(why) => Err(CellFault::NotACount(why)),
        },
        FieldKind::Percent => match written::percent(cell) {
            Rated::Nothing => Ok(Told::Nothing),
            Rated::Percent(percent) => Ok(Told::Value(Value::Percent(percent))),
            Rated::Bare(number) => Ok(Told::Open(number)),
            Rated::Not => Err(CellFault::NotAPercent),
        },
    }
}
