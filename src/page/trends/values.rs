//! The exact values, days across. All days are columns; those that do not fit go by their distance from the cursor,
//! so that the column of the shown snapshot always stays.

use crate::model::figure::Figure;
use crate::text::line::{Line, Role};
use crate::text::{cells, date, show};

use super::super::table::{Cell, Column, DATES, Row, Style, Table, TableRows};
use super::series;
use super::time_points::{TimePoint, standard_name, told_apart};
use super::{TrendRow, TrendsPage};

/// Cells of a day: `31/12/2022`.
const DAY: usize = 10;

/// Cells that the days have in a terminal of 80.
const ROOM: u16 = 57;

/// The table of values.
pub fn table(ctx: &TrendsPage) -> Table {
    let rows: TableRows = ctx.subjects.iter().map(|subject| row(ctx, subject)).collect();
    let width = widest(ctx).max(DAY);
    let mut columns: Vec<Column> =
        ctx.stations.iter().enumerate().map(|(i, station)| column(ctx, i, station, width)).collect();
    let groups = standards(ctx);
    let taken = |columns: &[Column]| columns.iter().map(|column| column.width + u16::from(column.mark)).sum();
    for (title, first, last) in &groups {
        // The name of a standard over few days makes room for itself, as far as no day has to go for it.
        let free = ROOM.saturating_sub(taken(&columns));
        let own = &mut columns[*first..=*last];
        let more = (cells::text_extent(title) + 2).saturating_sub(taken(own)).min(free);
        // The day that stays longest has it.
        if let Some(column) = own.iter_mut().min_by_key(|column| column.rank) {
            column.width += more;
        }
    }
    let counts = Some(DATES);
    Table { columns, rows, groups, label: 19, scrolls: true, counts, ..Table::default() }
}

/// The widest number of the table: no number is cut.
fn widest(ctx: &TrendsPage) -> usize {
    let figures = ctx.subjects.iter().flat_map(|s| ctx.stations.iter().filter_map(|day| s.figure(day).ok()));
    figures.map(|f| cells::width(&show::in_cell(ctx.view.lang, &f, Style::Plain))).max().unwrap_or(0)
}

fn column(ctx: &TrendsPage, index: usize, station: &TimePoint, width: usize) -> Column {
    let cursor = ctx.cursor();
    let is_cursor = index == cursor;
    let mark = if is_cursor { "▌" } else { "" };
    let away = index.abs_diff(cursor) * 2 - usize::from(index < cursor);
    let width = cells::extent(width);
    Column {
        head: format!("{mark}{}", date::day_short(ctx.view.lang, station.day())).into(),
        width,
        narrow: width,
        mark: true,
        // Every second rank later: of two as far away the later goes first.
        rank: if is_cursor { 0 } else { u8::try_from(away).unwrap_or(u8::MAX) },
        ..Column::default()
    }
}

/// Heads over the days of each standard, where there are several.
fn standards(ctx: &TrendsPage) -> Vec<(String, usize, usize)> {
    let mut groups: Vec<(String, usize, usize)> = Vec::new();
    for (i, station) in ctx.stations.iter().enumerate() {
        let continues = i > 0 && ctx.stations[i - 1].standard == station.standard;
        match groups.last_mut().filter(|_| continues) {
            Some(group) => group.2 = i,
            None => groups.push((standard_name(ctx.view.lang, station, &ctx.stations), i, i)),
        }
    }
    // Over one day the words that tell it from the others do.
    for (title, first, _) in groups.iter_mut().filter(|(_, first, last)| first == last) {
        if let Some(words) = told_apart(ctx.view.lang, &ctx.stations[*first], &ctx.stations) {
            *title = words;
        }
    }
    if groups.len() > 1 { groups } else { Vec::new() }
}

fn row(ctx: &TrendsPage, subject: &TrendRow) -> Row {
    let shown = ctx.view.snapshot().as_of();
    let cell = |station: &TimePoint| {
        let known = subject.figure(station);
        match known {
            Ok(figure) if station.day() > shown => Cell::Line(dim(ctx, &figure)),
            Err(_) if !subject.has_meaning(station) => Cell::Blank,
            known => Cell::Known(known, Style::Plain),
        }
    };
    let (label, lead) = (subject.labels(ctx.view.lang), ctx.cursor());
    let cells = ctx.stations.iter().map(cell).collect();
    // The aim at the end of the path in the chart has a story too.
    let more = series::aim(ctx, subject).into_iter().filter(|_| !ctx.view.narrow).collect();
    Row { key: subject.key(), label, cells, more, lead, ..Row::default() }
}

/// A value later than the shown snapshot.
fn dim(ctx: &TrendsPage, figure: &Figure) -> Line {
    let number = show::in_cell(ctx.view.lang, figure, Style::Plain);
    Line::default().written_in(Role::Dim, number, figure).role(Role::Dim, show::mark(figure))
}
