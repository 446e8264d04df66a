//! What a table of measures has no figure of: where that is much, one line says so instead of a row for each.

use crate::model::area::Area;
use crate::model::measure::{Aspect, Group, Measure};
use crate::model::ops::Missing;
use crate::say;
use crate::text::cells;
use crate::text::line::{Line, Role};
use crate::text::say::what;

use super::super::layout::margin;
use super::super::table::{Cell, Row, Table};
use super::super::{Block, Medium, View};

/// Of a group so many rows are asked for before it is one that nobody tells of.
const MANY: usize = 3;

/// One row alone without a figure is an answer in its own place.
const ROWS: usize = 2;

/// The row that a table is about.
const FIRST: &str = "households";

/// The key of the row that says what is lacking.
const KEY: &str = "lacking";

/// The table with what has no figure in one line under it, and which of its sums have gaps.
pub fn blocks(view: &View, area: &Area, mut table: Table) -> Vec<Block> {
    let lacks = in_one_line(view, &mut table);
    let partial = super::partial(view, area, &table);
    let table = (!table.rows.is_empty()).then_some(Block::Table(table));
    table.into_iter().chain(lacks.into_iter().chain(partial).map(Block::sentence)).collect()
}

/// Takes what has no figure out of a table where that is much, groups and rows, and says what it was.
pub fn in_one_line(view: &View, table: &mut Table) -> Option<Line> {
    let groups: Vec<usize> = (0..table.columns.len()).filter(|column| is_lacking(table, *column)).collect();
    let bare = table.rows.iter().filter(|row| has_nothing(row)).count();
    let is_gone = |row: &Row| (bare >= ROWS || !groups.is_empty()) && has_nothing(row);
    let of_groups = |row: &Row| {
        groups.iter().filter_map(|group| row.cells.get(*group)?.missing().cloned()).collect::<Vec<_>>()
    };
    let lacks = table
        .rows
        .iter()
        .flat_map(|row| if is_gone(row) { row.missing().cloned().collect() } else { of_groups(row) });
    let lacks: Vec<Missing> = lacks.collect();
    let names = Names::new(view, table, &groups, &is_gone).said();
    table.rows.retain(|row| !is_gone(row));
    if table.rows.is_empty() {
        (table.columns, table.groups) = (Vec::new(), Vec::new());
    } else {
        let kept: Vec<usize> = (0..table.columns.len()).filter(|column| !groups.contains(column)).collect();
        *table = table.only(&kept);
    }
    told(view, table, names?, lacks)
}

/// Names of what is lacking in one line: on a screen a row of the table, that tells on being opened which field of the
/// file would hold it.
pub fn told(view: &View, table: &mut Table, names: impl Into<Lacking>, lacks: Vec<Missing>) -> Option<Line> {
    let names = names.into();
    if view.medium == Medium::Screen {
        let room = usize::from(view.width.saturating_sub(2 * margin(view.width)));
        table.rows.extend(in_rows(&names.within(view, room), room, lacks));
        return None;
    }
    Some(names.all(view))
}

/// Names of what is lacking, and what stands around them.
pub struct Lacking {
    before: String,
    names: Vec<String>,
    after: &'static str,
}

impl From<Vec<String>> for Lacking {
    fn from(names: Vec<String>) -> Self {
        Self { before: String::new(), names, after: "" }
    }
}

impl Lacking {
    fn all(&self, view: &View) -> Line {
        self.first(view, self.names.len())
    }

    /// `Chưa có: hộ cận nghèo, nhân khẩu và 3 số khác`.
    fn first(&self, view: &View, count: usize) -> Line {
        let (before, names, after) = (&self.before, self.names[..count].join(", "), self.after);
        let more = Some(self.names.len() - count).filter(|more| *more > 0);
        say!(view, "Chưa có: {before}{names}[ và {more} số khác]{after}",
            "No data: {before}{names}[ and {more} more]{after}"; before, names, more, after)
        .in_role(Role::Dim)
    }

    /// As many of them as one line holds; a narrow place, where so few would say little, has all.
    fn within(&self, view: &View, room: usize) -> String {
        let mut counts = (1..=self.names.len()).rev().map(|count| self.first(view, count).text());
        let fitting = if view.narrow { None } else { counts.find(|text| cells::width(text) <= room) };
        fitting.unwrap_or_else(|| self.all(view).text())
    }
}

/// What is lacking: groups that nothing is told of, and rows of those that are.
struct Names {
    groups: Vec<String>,
    rows: Vec<String>,
    /// Are there no others?
    is_all: bool,
}

impl Names {
    fn new(view: &View, table: &Table, groups: &[usize], is_gone: &impl Fn(&Row) -> bool) -> Self {
        let name = |column: &usize| view.lang.term(what::households_of(Group::ALL[*column])).to_owned();
        let has_one_left = table.columns.len() - groups.len() == 1;
        let of_row = |row: &Row| {
            let leaf = row.missing().next().and_then(|missing| missing.leaves().into_iter().next());
            match leaf.map(|leaf| (what::name(view.lang, &leaf), leaf.measure)) {
                // Of one group alone the count is called as it is there.
                Some((name, _)) if row.key == FIRST && has_one_left => name,
                Some((_, Measure::Of(_, part @ Aspect::PolicyFamilies))) => {
                    let [.., name] = what::part(view.lang, &part);
                    what::small(&name)
                }
                _ => what::small(row.label.fit(true)),
            }
        };
        Self {
            // Both together lack what one of them does.
            groups: groups.iter().filter(|column| **column < Group::TWO.len()).map(name).collect(),
            rows: table.rows.iter().filter(|row| is_gone(row)).map(of_row).collect(),
            is_all: table.rows.iter().all(is_gone),
        }
    }

    /// `hộ cận nghèo, nhân khẩu`; where nothing is told `hộ nghèo, hộ cận nghèo (số hộ, nhân khẩu)`.
    fn said(self) -> Option<Lacking> {
        if self.is_all && !self.groups.is_empty() && !self.rows.is_empty() {
            let before = format!("{} (", self.groups.join(", "));
            return Some(Lacking { before, names: self.rows, after: ")" });
        }
        let names: Vec<String> = self.groups.into_iter().chain(self.rows).collect();
        (!names.is_empty()).then(|| names.into())
    }
}

/// The line as a row that tells on being opened what is lacking, going on in the lines after it.
fn in_rows(said: &str, room: usize, lacks: Vec<Missing>) -> Vec<Row> {
    let lines = cells::wrap(said, room).into_iter();
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
