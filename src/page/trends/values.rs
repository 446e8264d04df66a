//! The exact values, days across. All days are columns; those that do not fit go by their distance from the cursor,
//! so that the column of the shown snapshot always stays.

use crate::model::figure::Figure;
use crate::text::line::{Line, Role};
use crate::text::{cells, date, show};

use super::super::table::{Cell, Column, Row, Style, Table};
use super::drawn;
use super::stations::{Station, standard_name};
use super::{TrendRow, TrendsPage};

/// Cells of a day: `31/12/2022`.
const DAY: usize = 10;

/// The table of values.
pub fn table(desk: &TrendsPage) -> Table {
    let rows: Vec<Row> = desk.subjects.iter().map(|subject| row(desk, subject)).collect();
    let width = widest(desk).max(DAY);
    let columns =
        desk.stations.iter().enumerate().map(|(i, station)| column(desk, i, station, width)).collect();
    Table {
        columns,
        rows,
        groups: standards(desk),
        label: 19,
        scrolls: !desk.view.narrow,
        ..Table::default()
    }
}

/// The widest number of the table: no number is cut.
fn widest(desk: &TrendsPage) -> usize {
    let figures =
        desk.subjects.iter().flat_map(|s| desk.stations.iter().filter_map(|day| s.figure(day).ok()));
    figures.map(|f| cells::width(&show::number(desk.view.lang, &f, Style::Plain))).max().unwrap_or(0)
}

fn column(desk: &TrendsPage, index: usize, station: &Station, width: usize) -> Column {
    let cursor = desk.cursor();
    let is_cursor = index == cursor;
    let mark = if is_cursor { "▌" } else { "" };
    let away = index.abs_diff(cursor) * 2 - usize::from(index < cursor);
    let width = cells::extent(width + usize::from(is_cursor));
    Column {
        head: format!("{mark}{}", date::day_short(desk.view.lang, station.day())).into(),
        width,
        narrow: width,
        mark: true,
        // Every second rank later: of two as far away the later goes first.
        rank: if is_cursor { 0 } else { u8::try_from(away).unwrap_or(u8::MAX) },
        ..Column::default()
    }
}

/// Heads over the days of each standard, where there are several.
fn standards(desk: &TrendsPage) -> Vec<(String, usize, usize)> {
    let mut groups: Vec<(String, usize, usize)> = Vec::new();
    for (i, station) in desk.stations.iter().enumerate() {
        let continues = i > 0 && desk.stations[i - 1].standard == station.standard;
        match groups.last_mut().filter(|_| continues) {
            Some(group) => group.2 = i,
            None => groups.push((standard_name(desk.view.lang, station.standard), i, i)),
        }
    }
    // Over one day there is room for the years alone.
    for (title, ..) in groups.iter_mut().filter(|(_, first, last)| first == last) {
        if let Some((_, years)) = title.rsplit_once(' ') {
            *title = years.to_owned();
        }
    }
    if groups.len() > 1 { groups } else { Vec::new() }
}

fn row(desk: &TrendsPage, subject: &TrendRow) -> Row {
    let shown = desk.view.snapshot().as_of();
    let cell = |station: &Station| {
        let known = subject.figure(station);
        match known {
            Ok(figure) if station.day() > shown => Cell::Line(dim(desk, &figure)),
            Err(_) if !subject.stands_in(station) => Cell::Blank,
            known => Cell::Known(known, Style::Plain),
        }
    };
    let (label, lead) = (subject.label(desk.view.lang), desk.cursor());
    let cells = desk.stations.iter().map(cell).collect();
    // The aim at the end of the path in the chart has a story too.
    let more = drawn::aim(desk, subject).into_iter().filter(|_| !desk.view.narrow).collect();
    Row { key: subject.key(), label: label.into(), cells, more, lead, ..Row::default() }
}

/// A value later than the shown snapshot.
fn dim(desk: &TrendsPage, figure: &Figure) -> Line {
    let number = show::number(desk.view.lang, figure, Style::Plain);
    Line::default().written_in(Role::Dim, number, figure).role(Role::Dim, show::mark(figure))
}
