//! What a table of measures has no figure of: where that is much, one line says so instead of a row for each.

use crate::model::ops::Missing;
use crate::say;
use crate::text::cells;
use crate::text::line::{Line, Role};
use crate::text::say::what;

use super::super::layout::margin;
use super::super::table::{Cell, Row, Table};
use super::super::{Medium, View};

/// Fewer rows without a figure are answers, each in its own place.
const MANY: usize = 3;

/// The row that a table is about: it stays.
const FIRST: &str = "households";

/// The key of the row that says what is lacking.
const KEY: &str = "lacking";

/// Takes what has no figure out of a table where that is much, groups and rows, and says what it was.
pub fn in_one_line(view: &View, table: &mut Table) -> Option<Line> {
    let lacking = |row: &&Row| row.key != FIRST && has_nothing(row);
    let groups: Vec<usize> = (0..table.columns.len()).filter(|column| is_lacking(table, *column)).collect();
    let rows: Vec<String> =
        table.rows.iter().filter(lacking).map(|row| what::small(row.label.fit(true))).collect();
    let is_gone = |row: &Row| rows.len() >= MANY && lacking(&row);
    let of_groups = |row: &Row| {
        groups.iter().filter_map(|group| row.cells.get(*group)?.missing().cloned()).collect::<Vec<_>>()
    };
    let lacks = table
        .rows
        .iter()
        .flat_map(|row| if is_gone(row) { row.missing().cloned().collect() } else { of_groups(row) });
    let lacks: Vec<Missing> = lacks.collect();
    let mut names = Vec::new();
    if groups.len() < table.columns.len() {
        let head = |column: &usize| what::small(table.columns[*column].head.full.trim_start_matches('▌'));
        // Both together lack what one of them does.
        names.extend(groups.iter().filter(|column| **column < 2).map(head));
        let kept: Vec<usize> = (0..table.columns.len()).filter(|column| !groups.contains(column)).collect();
        *table = table.only(&kept);
    }
    if rows.len() >= MANY {
        names.extend(rows);
        table.rows.retain(|row| !lacking(&row));
    }
    let names = names.join(", ");
    if names.is_empty() {
        return None;
    }
    let said = say!(view, "Chưa có: {names}", "No data: {names}"; names).in_role(Role::Dim);
    if view.medium == Medium::Screen {
        table.rows.extend(in_rows(view, &said.text(), lacks));
        return None;
    }
    Some(said)
}

/// The line as a row that tells on being opened what is lacking, going on in the lines after it.
fn in_rows(view: &View, said: &str, lacks: Vec<Missing>) -> Vec<Row> {
    let room = view.width.saturating_sub(2 * margin(view.width));
    let lines = cells::wrap(said, usize::from(room)).into_iter();
    let mut rows: Vec<Row> =
        lines.map(|line| Row { label: line.into(), role: Role::Dim, ..Row::default() }).collect();
    if let Some(first) = rows.first_mut() {
        (first.key, first.lacks) = (KEY.to_owned(), lacks);
    }
    rows
}

/// Is there nothing but that something is not known?
fn has_nothing(row: &Row) -> bool {
    let is_none = |cell: &Cell| matches!(cell, Cell::Blank | Cell::Known(Err(_), _));
    row.is_choosable()
        && row.cells.iter().all(is_none)
        && row.figures().next().is_none()
        && row.missing().next().is_some()
}

/// Is a group not told in any row, and asked for in many?
fn is_lacking(table: &Table, column: usize) -> bool {
    let asked = |row: &&Row| matches!(row.cells.get(column), Some(Cell::Known(Err(_), _)));
    !table.is_told(column) && table.rows.iter().filter(asked).count() >= MANY
}
