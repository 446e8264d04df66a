//! The headings of a sheet as a map says them: their row, the first row of figures, the columns that say what a row is. Of
//! a sheet whose headings nobody knows, or that has none, nothing else tells them.

use std::collections::BTreeSet;

use crate::source::column_map::{FIRST_ROW, HEADING_ROW, SheetMap};
use crate::text::json::Json;

use super::forms::{forms, words_of};
use super::grid::{Grid, SheetCell, column_name};
use super::heading::{self, Heading};
use super::map_use;
use super::people;
use super::register::mapped;
use super::written;

/// What a column says of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// The name of its place.
    Name,
    /// The place that this lies in.
    Within,
    /// A running number.
    Number,
    /// The code of the place.
    Code,
    /// Whether it counts households or persons.
    Split,
}

/// What the column of names of a form is called.
pub const NAME: &str = "area.name";

/// What its column of running numbers is called.
const NUMBER: &str = "area.number";

/// The words by which a map calls the columns of a form that hold no figures.
pub const WORDS: [(&str, Label); 5] = [
    (NAME, Label::Name),
    ("area.within", Label::Within),
    (NUMBER, Label::Number),
    ("area.code", Label::Code),
    ("area.split", Label::Split),
];

/// The label of that word.
pub fn label(said: &str) -> Option<Label> {
    WORDS.iter().find(|(word, _)| *word == said).map(|(_, label)| *label)
}

/// A map to begin with names at most so many columns.
const MOST_COLUMNS: usize = 200;

/// What is wrong with the rows that a map names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowFault {
    /// The sheet has no such row within its first ones: which name of the map says it, and how many are looked at.
    Beyond(&'static str, usize),
    /// The figures begin at the headings or above them.
    Turned,
}

/// What is wrong with the rows that a map names of a sheet.
pub fn fault(grid: &Grid, map: &SheetMap) -> Option<RowFault> {
    let most = grid.rows.len().min(heading::WITHIN);
    let is_beyond = |row: Option<usize>| row.is_some_and(|row| row > most);
    if is_beyond(map.heading_row) {
        Some(RowFault::Beyond(HEADING_ROW, most))
    } else if is_beyond(map.first_row) {
        Some(RowFault::Beyond(FIRST_ROW, most))
    } else {
        let is_turned = map.heading_row.zip(map.first_row).is_some_and(|(top, first)| first <= top);
        is_turned.then_some(RowFault::Turned)
    }
}

/// The headings of a sheet: where its map says the rows, there; else where they are found. Columns that the map calls the
/// names, numbers, codes of the rows are these.
pub fn find(grid: &Grid, map: Option<&SheetMap>) -> Option<Heading> {
    let Some(map) = map else { return heading::find(grid) };
    let stated = || Some(stated(grid, map)).filter(|_| fault(grid, map).is_none());
    let mut heading = if map.says_rows() { stated() } else { heading::find(grid) }?;
    for column in 0..heading.columns.len() {
        let said = Some(column).filter(|column| !heading.columns[*column].is_empty());
        let Some(label) = said.and_then(|at| label(map_use::of_column(map, &heading, at)?)) else { continue };
        let own = Some(column);
        match label {
            Label::Name => heading.name = column,
            Label::Within => heading.within = own,
            Label::Number => heading.number = own,
            Label::Code => heading.code = own,
            Label::Split => heading.split = own,
        }
    }
    Some(heading)
}

/// The headings at the rows that a map says. Without a row of headings the columns are those that hold anything.
fn stated(grid: &Grid, map: &SheetMap) -> Heading {
    let top = map.heading_row.map(|row| row - 1);
    let is_name = |column: &usize| map.columns.get(&column_name(*column)).is_some_and(|said| said == NAME);
    let is_known = |column: &usize| {
        let head = top.and_then(|top| grid.cell(top, *column).text());
        head.is_some_and(|text| forms().labels.name.contains(&words_of(text)))
    };
    let columns = || 0..grid.width();
    let name = columns().find(is_name).or_else(|| columns().find(is_known)).unwrap_or(0);
    let first = map.first_row.map_or_else(|| heading::first_row(grid, top.unwrap_or(0), name), |row| row - 1);
    let rows = top.map(|top| heading::heading_rows(grid, top, first)).unwrap_or_default();
    let cells = grid.rows.iter().skip(first).flat_map(|cells| cells.iter().enumerate());
    let filled: BTreeSet<usize> = cells.filter(|(_, cell)| !cell.is_empty()).map(|(at, _)| at).collect();
    let headed = |column: usize| {
        let own = heading::heading_of(grid, &rows, column);
        if own.is_empty() && filled.contains(&column) { vec![String::new()] } else { own }
    };
    let top = top.unwrap_or(first);
    Heading {
        top,
        first,
        title: heading::titles(grid, top),
        columns: columns().map(headed).collect(),
        name,
        ..Heading::default()
    }
}

/// Does the map of a form say rows and leave open which column names the places?
pub fn lacks_names(map: &SheetMap, heading: &Heading) -> bool {
    map.says_rows()
        && !map.columns.values().any(|said| said == NAME)
        && !forms().labels.name.contains(&heading.words(heading.name))
}

/// What a map said of where a table stands, to be written as it was said: without it the columns are read as nothing.
pub fn said(map: Option<&SheetMap>, heading: &Heading) -> Vec<(String, Json)> {
    let Some(map) = map else { return Vec::new() };
    let row = |name: &str, row: Option<usize>| Some((name.to_owned(), Json::Plain(row?.to_string())));
    let rows = [row(HEADING_ROW, map.heading_row), row(FIRST_ROW, map.first_row)].into_iter().flatten();
    let columns = (0..heading.columns.len()).filter(|column| !heading.columns[*column].is_empty());
    let labels = columns.filter_map(|column| {
        let said = map_use::of_column(map, heading, column).filter(|said| label(said).is_some())?;
        Some((column_name(column), Json::text(said)))
    });
    rows.chain(labels).collect()
}

/// A map to begin with, of a sheet that is known for nothing: the rows and the columns that are likely, and each other
/// column left open. Nothing of what the cells say is in it.
pub fn start(grid: &Grid) -> Vec<(String, Json)> {
    let rows = 0..grid.rows.len().min(heading::WITHIN);
    // A sheet may reach over a million rows and thousands of columns without holding much.
    let columns = 0..rows.clone().map(|row| grid.rows[row].len()).max().unwrap_or(0).min(MOST_COLUMNS);
    let end = rows.end;
    let filled = |row: usize| grid.rows[row].iter().filter(|cell| !cell.is_empty()).count();
    let has_count = |row: usize| grid.rows[row].iter().any(is_count);
    let is_table = |row: &usize| filled(*row) > 1;
    let of_figures = |row: &usize| is_table(row) && has_count(*row) && !heading::is_numbering(grid, *row);
    let Some(first) = rows.clone().find(of_figures).or_else(|| rows.clone().find(is_table)) else {
        return Vec::new();
    };
    let is_heading = |row: &usize| is_table(row) && (!has_count(*row) || heading::is_numbering(grid, *row));
    let top = (0..first).rev().take_while(is_heading).last();
    let row = |name: &str, row: usize| (name.to_owned(), Json::Plain((row + 1).to_string()));
    let mut members: Vec<(String, Json)> = top.map(|top| row(HEADING_ROW, top)).into_iter().collect();
    members.push(row(FIRST_ROW, first));
    let cells = |column: usize| (first..end).map(move |row| grid.cell(row, column));
    let texts = |column: usize| cells(column).filter_map(SheetCell::text).filter(|text| has_letters(text));
    let name = columns.clone().find(|column| texts(*column).count() * 2 > cells(*column).count());
    let of_people = name.is_some_and(|name| texts(name).any(people::are_named));
    let [names, numbers] = if of_people { [mapped::NAME, mapped::NUMBER] } else { [NAME, NUMBER] };
    let is_running = |column: usize| {
        let mut counted = (1..).zip(cells(column).filter(|cell| is_count(cell))).peekable();
        counted.peek().is_some()
            && counted.all(|(number, cell)| written::count(cell).number() == Some(number))
    };
    let said = |column: usize| match name {
        Some(name) if name == column => names,
        Some(name) if column < name && is_running(column) => numbers,
        _ => map_use::OPEN,
    };
    let is_filled = |column: &usize| cells(*column).any(|cell| !cell.is_empty());
    members.extend(columns.filter(is_filled).map(|column| (column_name(column), Json::text(said(column)))));
    members
}

fn is_count(cell: &SheetCell) -> bool {
    written::count(cell).number().is_some()
}

fn has_letters(text: &str) -> bool {
    text.contains(char::is_alphabetic)
}
