//! A page's table for formats that set their own columns: which columns have something to say, under which heads.

use crate::model::figure::{Figure, Reliability};
use crate::model::unit::Unit;
use crate::page::View;
use crate::page::table::{Cell, Row, Style, Table};
use crate::text::say::units;
use crate::text::{glossary, show};

/// The word for invented figures in a head, Vietnamese and English. An estimate is called so in its cell.
pub const INVENTED: [(Reliability, (&str, &str)); 1] =
    [(Reliability::Illustrative, glossary::reliability(Reliability::Illustrative))];

/// The same with the word for estimates, where cells hold bare numbers.
pub const UNSURE: [(Reliability, (&str, &str)); 2] =
    [INVENTED[0], (Reliability::Estimated, glossary::ESTIMATE[1])];

/// The columns worth a place: not those that are blank in every row, and bars only where they can be drawn.
pub fn columns(table: &Table, bars: bool) -> Vec<usize> {
    let says = |cell: &Cell| match cell {
        Cell::Blank => false,
        Cell::Bar(_) => bars,
        // In a list of areas a column that nobody has a figure in only takes the room of those that say something.
        Cell::Known(known, _) => known.is_ok() || !table.scrolls,
        Cell::Line(line) => !line.text().trim().is_empty(),
    };
    let of = |index: &usize| table.rows.iter().filter_map(|row: &Row| row.cells.get(*index)).any(says);
    (0..table.columns.len()).filter(of).collect()
}

/// How a figure is written where a column takes the room that it needs: "over 3 billion", not "over 3bn".
pub fn spelled(style: Style) -> Style {
    if style == Style::Short { Style::Plain } else { style }
}

/// A figure of a column of changes in percent as it stands among the others: with a decimal where one of them has one.
pub fn evened(table: &Table, index: usize, figure: &Figure) -> Figure {
    let is_share = |figure: &Figure| figure.unit == Unit::Share && figure.written.is_none();
    let cells = table.rows.iter().filter_map(|row| row.cells.get(index));
    let has_decimal = |cell: &Cell| {
        matches!(cell, Cell::Known(Ok(other), Style::Signed) if is_share(other)
            && show::as_shown(other).is_some_and(|shown| !shown.is_whole()))
    };
    let is_evened = is_share(figure) && cells.into_iter().any(has_decimal);
    Figure { written: if is_evened { Some(1) } else { figure.written }, ..figure.clone() }
}

/// The head of a column by itself.
pub fn head(table: &Table, index: usize) -> &str {
    table.columns.get(index).map_or("", |column| column.head.full.trim().trim_start_matches('▌'))
}

/// What stands after the head of a column of invented figures or of estimates: the word for them of `words`; where the
/// whole alone is reported, whose they are: `phường: minh họa`.
pub fn unsure_note(
    view: &View,
    table: &Table,
    index: usize,
    words: &[(Reliability, (&str, &str))],
) -> Option<String> {
    words.iter().find_map(|(kind, word)| note_of(view, table, index, *kind, view.lang.pick(word.0, word.1)))
}

fn note_of(view: &View, table: &Table, index: usize, kind: Reliability, word: &str) -> Option<String> {
    let is_kind = |figure: &Figure| figure.reliability == kind;
    let of = |row: &Row| row.cells.get(index).map(Cell::figures).into_iter().flatten().map(is_kind).collect();
    let rows: Vec<Vec<bool>> = table.rows.iter().map(of).collect();
    let are_all = |rows: &[Vec<bool>]| {
        let mut figures = rows.iter().flatten().peekable();
        figures.peek().is_some() && figures.all(|is_kind| *is_kind)
    };
    if are_all(&rows) {
        return Some(word.to_owned());
    }
    // A list of areas begins with the whole.
    let are_parts = table.scrolls && rows.split_first().is_some_and(|(_, parts)| are_all(parts));
    are_parts.then(|| format!("{}: {word}", units::noun_of_parts(view.area()).many(view.lang)))
}

/// Has it a head at all? A list in two columns has none.
pub fn has_heads(table: &Table, columns: &[usize]) -> bool {
    !table.head.full.is_empty() || columns.iter().any(|index| !head(table, *index).is_empty())
}

/// Runs of the shown columns under one group head: title and how many; columns of no group in runs without one.
pub fn groups<'a>(table: &'a Table, columns: &[usize]) -> Vec<(Option<&'a str>, usize)> {
    let of = |index: usize| {
        let found = table.groups.iter().find(|(_, first, last)| (*first..=*last).contains(&index));
        found.map(|(title, ..)| title.trim_start_matches('▌'))
    };
    let mut runs: Vec<(Option<&str>, usize)> = Vec::new();
    for index in columns {
        match runs.last_mut() {
            Some((title, count)) if *title == of(*index) => *count += 1,
            _ => runs.push((of(*index), 1)),
        }
    }
    runs
}

/// Is a row a heading over those that follow?
pub fn is_heading(row: &Row) -> bool {
    row.cells.iter().all(|cell| matches!(cell, Cell::Blank))
}
