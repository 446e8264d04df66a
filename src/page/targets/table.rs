//! The table of a year's targets: start, now, aim, share done, standing.

use crate::model::standing::Standing;
use crate::model::target::Target;
use crate::say;
use crate::text::{cells, date, show};

use super::super::table::{Align, Cell, Column, LongShort, Row, Style, Table, longest_label};
use super::super::{TargetSummary, View, conclusion};
use super::{head_of_year, panel, tasks};

/// The number columns as they are drawn on 80 cells, and as narrow as they go where a long standing needs the room.
const WIDTHS: ([usize; 4], [usize; 4]) = ([8, 7, 7, 5], [8, 6, 6, 4]);

/// A target of the table.
#[derive(Clone, Copy)]
struct Found<'a> {
    it: TargetSummary<'a>,
    /// Does it stand under the unit's target that it belongs to?
    under: bool,
}

/// The targets of a year with their standing at the shown snapshot; of areas those that no target of the unit's holds.
/// Only those without a stated result, the worst news first; none where there are none.
pub fn without_result(view: &View, year: i32) -> Option<Table> {
    let is_running = |found: &Found| !found.under && !found.it.found.evidence.is_final();
    let mut own: Vec<Found> = in_order(view, year).into_iter().filter(is_running).collect();
    own.sort_by_key(|found| conclusion::rank(found.it.found.standing));
    (!own.is_empty()).then(|| table(view, year, &own))
}

/// The same with the targets of areas under the unit's.
pub fn with_areas(view: &View, year: i32) -> Table {
    Table { scrolls: true, ..table(view, year, &in_order(view, year)) }
}

fn table(view: &View, year: i32, found: &[Found]) -> Table {
    let rows: Vec<Row> = found.iter().enumerate().map(|(i, found)| row(view, found, i == 0)).collect();
    let short = say!(view, "Chỉ tiêu {year}", "Targets {year}"; year);
    let head = LongShort::new(head_of_year(view, year), short.text());
    let columns = columns(view, found, &rows);
    // Names shorter than usual leave their room to the columns.
    let of_head = cells::text_extent(&head.full);
    let label = longest_label(&rows).max(of_head).min(24);
    Table { head, columns, rows, label, ..Table::default() }
}

/// The row of the tasks alone, where no target is stated.
pub fn of_tasks(view: &View) -> Option<Table> {
    let rows = vec![tasks::row(view, 0)?];
    let columns = vec![Column { width: 18, align: Align::Left, ..Column::default() }];
    Some(Table { columns, rows, label: 40, ..Table::default() })
}

/// The targets in the order of their files, those of areas after the unit's own on the same measure.
fn in_order<'a>(view: &View<'a>, year: i32) -> Vec<Found<'a>> {
    let day = view.snapshot().as_of();
    let all = view.targets(|target| target.year_at(day) == year);
    let (own, parts): (Vec<_>, Vec<_>) = all.iter().copied().partition(|it| it.target.area.is_none());
    // The first target of the unit on a measure holds those of the areas.
    let holder = |t: &Target| {
        own.iter().map(|it| it.target).find(|unit| unit.reads == t.reads).map(|unit| &unit.named.id)
    };
    let mut rows = Vec::with_capacity(all.len());
    for it in all.iter().copied() {
        let target = it.target;
        if target.area.is_some() && holder(target).is_some() {
            continue;
        }
        rows.push(Found { it, under: false });
        if target.area.is_none() {
            let held = parts.iter().filter(|part| holder(part.target) == Some(&target.named.id));
            rows.extend(held.map(|part| Found { it: *part, under: true }));
        }
    }
    rows
}

/// The columns: numbers as wide as the widest of them, the standing as wide as its longest word.
fn columns(view: &View, found: &[Found], rows: &[Row]) -> Vec<Column> {
    let widest = |index: usize| rows.iter().map(|row| cell_width(view, &row.cells[index])).max().unwrap_or(0);
    let gone = gone(view, found);
    let standing = widest(4).max(cells::width(&gone.full)).max(15);
    let least = if standing > 16 { WIDTHS.1 } else { WIDTHS.0 };
    let number = |index: usize, head: LongShort, rank| {
        let width = least[index].max(cells::width(&head.full)).max(widest(index) + 1);
        let narrow = if index == 3 { 6 } else { 0 };
        Column { head, width: cells::extent(width), narrow, mark: true, rank, ..Column::default() }
    };
    let start =
        if found.iter().all(|found| found.it.target.is_of_year()) { "Đầu năm" } else { "Đầu kỳ" };
    let now = date::day_of_year(view.lang, view.snapshot().as_of());
    let width = cells::extent(standing + 1);
    // In a narrow terminal the last cell is left to the sign that there is more.
    let narrow = width.saturating_add(1);
    vec![
        number(0, view.pick(start, "Start").into(), 4),
        number(1, now.into(), 3),
        number(2, view.pick("Giao", "Aim").into(), 2),
        number(3, view.pick("Đạt", "Done").into(), 1),
        Column { head: gone, width, narrow, align: Align::Left, ..Column::default() },
    ]
}

/// The head over the standings: how much of the year is gone.
fn gone(view: &View, found: &[Found]) -> LongShort {
    // The head is of the year; where all are of other times, of the first of them.
    let of_year = found.iter().find(|found| found.it.target.is_of_year());
    let Some(time) = of_year.or(found.first()).map(|first| &first.it.found.time) else {
        return LongShort::default();
    };
    let Ok(gone) = &time.elapsed else { return LongShort::default() };
    if !time.has_begun() {
        return view.pick("Năm chưa bắt đầu", "Not yet begun").into();
    }
    let percent = &show::number(view.lang, gone, Style::Column);
    let full = if found.iter().any(|found| found.it.target.is_of_year()) {
        say!(view, "Đã qua {percent} năm", "{percent} of time gone"; percent)
    } else {
        say!(view, "Đã qua {percent} kỳ", "{percent} of time gone"; percent)
    };
    LongShort::new(full.text(), say!(view, "đã qua {percent}", "gone {percent}"; percent).text())
}

fn cell_width(view: &View, cell: &Cell) -> usize {
    match cell {
        Cell::Known(Ok(figure), style) => cells::width(&show::in_cell(view.lang, figure, *style)),
        Cell::Line(line) => cells::width(&line.text()),
        _ => 0,
    }
}

fn row(view: &View, found: &Found, first: bool) -> Row {
    let level = &found.it.found.level;
    // Of what the review will settle nothing is done before it has.
    let percent = found.it.percent().filter(|_| found.it.found.standing != Standing::Awaiting);
    let percent = percent.map_or(Cell::Blank, |percent| Cell::Known(Ok(percent.clone()), Style::Column));
    let cells = vec![
        Cell::or_blank(&level.baseline, Style::Plain),
        Cell::or_blank(&level.now, Style::Plain),
        asked(view, found),
        percent,
        Cell::Line(found.it.verdict()),
    ];
    let indent = if found.under { 2 } else { 0 };
    let mut row = Row { label: label(view, found), indent, ..found.it.row(cells) };
    let is_chosen = row.key == view.chosen || (first && view.chosen.is_empty());
    if !is_chosen {
        return row;
    }
    // What the panel on the row says has its story there too.
    let mut more = panel::figures(view, &found.it);
    more.retain(|figure| row.figures().all(|own| own.subject != figure.subject));
    row.more = more;
    row
}

/// The level asked for; where it is not known for want of a start, the fall: `−400`.
fn asked(view: &View, found: &Found) -> Cell {
    let asked = &found.it.found.asked;
    match (&asked.aim, &asked.goal) {
        (Ok(aim), _) => Cell::Known(Ok(aim.clone()), Style::Plain),
        (Err(_), Ok(asked)) => Cell::Line(say!(view, "−{asked}"; asked)),
        (Err(_), Err(_)) => Cell::Blank,
    }
}

/// The target's name; under the unit's own target the name of the area is enough.
fn label(view: &View, found: &Found) -> LongShort {
    let name = found.it.name();
    let area = found.it.target.area.as_ref().map(|area| view.lang.wording(&area.name));
    match area {
        Some(area) if found.under => area.into(),
        _ => {
            let area = area.filter(|area| !name.contains(area));
            let name = say!(view, "{name}[, {area}]"; name, area).text();
            let span = found.it.span().filter(|span| !name.contains(span.as_str()));
            // The panel has it in full.
            span.map_or_else(|| name.clone(), |span| format!("{name} ({})", span.replace("-20", "-"))).into()
        }
    }
}
