//! The table of a year's targets: start, now, aim, share done, standing.

use chrono::Datelike;

use crate::model::figure::{Figure, Reliability};
use crate::model::qualifier::Qualifier;
use crate::model::standing::{Mark, Standing};
use crate::model::target::{Target, TargetMeasure};
use crate::model::unit::Unit;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::{standing as words, what};
use crate::text::template::InColumn;
use crate::text::{cells, date, glossary, show};

use super::super::table::{
    Align, Cell, Column, LongShort, ROOM, Row, Style, Table, TableRows, longest_label,
};
use super::super::target_summary::amount;
use super::super::{Medium, TargetSummary, View, brief, conclusion};
use super::units::{head_with_unit, says_unit, unit_of, with_unit};
use super::{head_of_year, panel};

/// The number columns as they are drawn on 80 cells, and as narrow as they go where a long standing needs the room.
const WIDTHS: ([usize; 4], [usize; 4]) = ([8, 7, 7, 5], [8, 6, 6, 4]);

/// How bounds are written in the columns.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bounds {
    /// `hơn 93,5%`
    Words,
    /// `>93,5%`
    Signs,
}

/// How numbers are written in the columns.
#[derive(Clone, Copy)]
struct Written {
    bounds: Bounds,
    /// The unit that goes without saying.
    unit: Unit,
    /// Do percents stand among the numbers? What a programme reached says there what it is.
    is_mixed: bool,
}

impl Written {
    /// Has a figure of a target to say its unit?
    fn says_unit(self, it: &TargetSummary, figure: &Figure) -> bool {
        let is_reached = self.is_mixed && matches!(it.target.reads, TargetMeasure::Programme(..));
        says_unit(figure, self.unit) || is_reached && !figure.unit.is_percent()
    }
}

/// A target of the table.
#[derive(Clone, Copy)]
struct Found<'a> {
    it: TargetSummary<'a>,
    /// Does it stand under the unit's target that it belongs to?
    under: bool,
}

/// The targets of a year with their standing at the shown snapshot; of areas those that no target of the unit's holds.
/// Only those without a stated result of the unit's own, the worst news first and its rank beside the table; none where
/// there are none.
pub fn without_result(view: &View, year: i32) -> Option<(usize, Table)> {
    let is_told = |found: &Found| found.it.target.area.is_none() && found.it.found.evidence.is_final();
    let mut own: Vec<Found> =
        in_order(view, year).into_iter().filter(|it| !it.under && !is_told(it)).collect();
    own.sort_by_key(|found| conclusion::rank(found.it.found.standing));
    let worst = conclusion::rank(own.first()?.it.found.standing);
    Some((worst, table(view, year, &own)))
}

/// Targets of a year with the word of their standing alone.
pub fn standings(view: &View, year: i32, found: &[TargetSummary]) -> Option<Table> {
    let rows: TableRows = found.iter().map(|it| it.row(vec![Cell::Line(it.verdict())])).collect();
    let found: Vec<Found> = found.iter().map(|it| Found { it: *it, under: false }).collect();
    let head = main_time(view, &found).map(|main| gone(view, main)).unwrap_or_default();
    let widest = rows.iter().map(|row| cell_width(view, &row.cells[0])).max()?;
    let width = cells::extent(widest.max(cells::width(head.fit(true))) + 1);
    let columns = vec![Column { head, width, narrow: width, align: Align::Left, ..Column::default() }];
    let label = longest_label(&rows);
    let head = long_head_of_year(view, year);
    Some(Table { head, columns, rows, label, ..Table::default() })
}

/// The same with the targets of areas under the unit's.
pub fn with_areas(view: &View, year: i32) -> Table {
    Table { scrolls: true, ..table(view, year, &in_order(view, year)) }
}

/// The head over the targets of a year, and its shorter wordings.
pub fn long_head_of_year(view: &View, year: i32) -> LongShort {
    let short = say!(view, "Chỉ tiêu {year}", "Targets {year}"; year);
    LongShort::new(head_of_year(view, year), short.text()).or_least(year.to_string())
}

fn table(view: &View, year: i32, found: &[Found]) -> Table {
    if view.snapshot().is_plan() {
        return of_plan(view, long_head_of_year(view, year), found);
    }
    let asked = found.iter().filter_map(|found| found.it.asked_in_column());
    let unit = unit_of(asked);
    let is_percent = |found: &Found| found.it.found.asked.aim.as_ref().is_ok_and(|aim| aim.unit.is_percent());
    let is_of_plan = |found: &Found| matches!(found.it.target.reads, TargetMeasure::Programme(..));
    let is_mixed = found.iter().any(|found| is_percent(found) && !is_of_plan(found));
    let head = long_head_of_year(view, year);
    let of_short = cells::text_extent(head.fit(true));
    let head = head_with_unit(view, head, unit);
    let of_head = cells::text_extent(&head.full);
    let set = |bounds| {
        let main = main_time(view, found);
        let written = Written { bounds, unit, is_mixed: unit == Unit::Household && is_mixed };
        let row = |(at, found): (usize, &Found)| row(view, found, main, written, at == 0);
        let rows: TableRows = found.iter().enumerate().map(row).collect();
        let columns = columns(view, found, main, &rows);
        let taken: u16 = columns.iter().map(|column| column.width + u16::from(column.mark)).sum();
        (rows, columns, ROOM.saturating_sub(taken))
    };
    // A value is never lost for the words of a bound: where they leave no room they are signs, and names make way. A
    // paper has the room.
    let is_roomy = |room: u16| room >= of_head || view.medium == Medium::Filed;
    let (rows, mut columns, room) =
        Some(set(Bounds::Words)).filter(|(.., room)| is_roomy(*room)).unwrap_or_else(|| set(Bounds::Signs));
    // Names shorter than usual leave their room to the columns, a head in full before any of them goes.
    let label = longest_label(&rows).min(24).min(room).max(of_head.min(room.max(of_short)));
    // "% of target" wherever it has room.
    let of_share = cells::text_extent(&columns[SHARE].head.full) + 1;
    let more = of_share.saturating_sub(columns[SHARE].width);
    columns[SHARE].width += more * u16::from(label + more <= room);
    Table { head, columns, rows, label, ..Table::default() }
}

/// The column of the share that is done.
const SHARE: usize = 3;

/// What a plan asks, in words: nothing is done of it yet, and no day of figures is there.
fn of_plan(view: &View, head: LongShort, found: &[Found]) -> Table {
    let asked = |found: &Found| found.it.asked(&InColumn(view.lang)).unwrap_or_default();
    let widest = found.iter().map(|found| cells::text_extent(&asked(found).text())).max().unwrap_or(0);
    let width = widest.max(8) + 1;
    let align = Align::Left;
    let columns = vec![Column {
        head: view.lang.term(glossary::ASKED).into(),
        width,
        narrow: width,
        align,
        ..Column::default()
    }];
    let row = |found: &Found| Row {
        label: label(view, found),
        indent: if found.under { 2 } else { 0 },
        ..found.it.row(vec![Cell::Line(asked(found))])
    };
    let rows: TableRows = found.iter().map(row).collect();
    let label = longest_label(&rows).min(ROOM.saturating_sub(width)).max(cells::text_extent(&head.full));
    Table { head, columns, rows, label, ..Table::default() }
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
fn columns(view: &View, found: &[Found], main: Option<&TargetSummary>, rows: &TableRows) -> Vec<Column> {
    let widest = |index: usize| rows.iter().map(|row| cell_width(view, &row.cells[index])).max().unwrap_or(0);
    let gone = main.map(|main| gone(view, main)).unwrap_or_default();
    let standing = widest(4).max(cells::width(&gone.full)).max(15);
    let least = if standing > 16 { WIDTHS.1 } else { WIDTHS.0 };
    let number = |index: usize, head: LongShort, rank| {
        let width = least[index].max(cells::width(head.fit(true))).max(widest(index) + 1);
        let narrow = if index == 3 { 6 } else { 0 };
        Column { head, width: cells::extent(width), narrow, mark: true, rank, ..Column::default() }
    };
    let start =
        if found.iter().all(|found| begins_with_year(&found.it)) { "Đầu năm" } else { "Đầu kỳ" };
    let now = date::day_of_year(view.lang, view.snapshot().as_of());
    let width = cells::extent(standing + 1);
    // In a narrow terminal the last cell is left to the sign that there is more.
    let narrow = width.saturating_add(1);
    vec![
        number(0, view.pick(start, "Start").into(), 4),
        number(1, now.into(), 1),
        number(2, view.lang.term(glossary::ASKED).into(), 2),
        number(
            3,
            LongShort::new(view.lang.term(glossary::PERCENT[0]), view.lang.term(glossary::PERCENT[1])),
            3,
        ),
        Column { head: gone, width, narrow, align: Align::Left, ..Column::default() },
    ]
}

/// Is it a target of a year whose change is reckoned from the end of the year before?
fn begins_with_year(it: &TargetSummary) -> bool {
    let eve = it.target.eve();
    it.target.is_of_year() && it.found.pace.from_start.is_none_or(|start| start == eve)
}

/// The target whose time the head over the standings tells: of the shown day and its year alone, where one is.
fn main_time<'a>(view: &View, found: &'a [Found<'a>]) -> Option<&'a TargetSummary<'a>> {
    let is_task = |it: &TargetSummary| matches!(it.target.reads, TargetMeasure::Task(_));
    let is_other = |it: &TargetSummary| it.found.time.as_of != view.snapshot().as_of();
    let its = found.iter().map(|found| &found.it);
    its.min_by_key(|it| (is_task(it), is_other(it), !it.target.is_of_year()))
}

/// The head over the standings: how much of the year is gone.
fn gone(view: &View, main: &TargetSummary) -> LongShort {
    let time = &main.found.time;
    let Ok(gone) = &time.elapsed else { return LongShort::default() };
    if !time.has_begun() {
        return view.pick("Năm chưa bắt đầu", "Year not begun").into();
    }
    // How a year ends may be told before it does.
    if main.found.evidence.is_final() && time.as_of != view.snapshot().as_of() {
        return view.pick("Kết quả cả năm", "Full-year result").into();
    }
    let percent = &show::number(view.lang, gone, Style::Column);
    let full = if main.target.is_of_year() {
        say!(view, "Đã qua {percent} năm", "Year elapsed {percent}"; percent)
    } else {
        say!(view, "Đã qua {percent} kỳ", "Term elapsed {percent}"; percent)
    };
    LongShort::new(full.text(), say!(view, "đã qua {percent}", "elapsed {percent}"; percent).text())
}

/// The time of a row that the head does not tell, where the standing is one by figures: `qua 48%`.
fn own_time(view: &View, it: &TargetSummary, main: Option<&TargetSummary>) -> Option<Line> {
    let time = |it: &TargetSummary| {
        let time = &it.found.time;
        (time.start, time.due, time.as_of)
    };
    let is_judged = !matches!(it.found.standing.mark(), Mark::Nothing)
        && !matches!(it.target.reads, TargetMeasure::Task(_))
        && it.found.time.has_begun();
    if !is_judged || main.is_none_or(|main| time(main) == time(it)) {
        return None;
    }
    let said = if it.found.evidence.is_final() {
        let (year, term) = (("cả năm", "full year"), ("cả kỳ", "full term"));
        say!(view, " · {of}"; of = if it.target.is_of_year() { year } else { term })
    } else {
        let gone = show::number(view.lang, it.found.time.elapsed.as_ref().ok()?, Style::Column);
        say!(view, " · qua {gone}", " · {gone} elapsed"; gone)
    };
    Some(said.in_role(Role::Dim))
}

fn cell_width(view: &View, cell: &Cell) -> usize {
    match cell {
        Cell::Known(Ok(figure), style) => cells::width(&show::in_cell(view.lang, figure, *style)),
        Cell::Line(line) => cells::width(&line.text()),
        _ => 0,
    }
}

fn row(view: &View, found: &Found, main: Option<&TargetSummary>, written: Written, first: bool) -> Row {
    let (it, bounds) = (&found.it, written.bounds);
    let start = it.start_told(view.history, view.at);
    // Of what the review will settle nothing is done before it has.
    let percent = it.percent_in_column().filter(|_| it.found.standing != Standing::Awaiting);
    let lacking = || if it.now_told(view.history, view.at).is_err() { unknown(it) } else { Cell::Blank };
    let percent = percent.map_or_else(lacking, |percent| number(view, &percent, Style::Column, bounds));
    let cells = vec![
        start.as_ref().map_or(Cell::Blank, |figure| counted(view, it, figure, written)),
        now(view, it, written),
        asked(view, it, written),
        percent,
        Cell::Line(it.verdict().then(own_time(view, it, main).unwrap_or_default())),
    ];
    let indent = if found.under { 2 } else { 0 };
    let mut row = Row { label: label(view, found), indent, ..it.row(cells) };
    let is_chosen = row.key == view.chosen || (first && view.chosen.is_empty());
    if !is_chosen {
        return row;
    }
    // What the panel on the row says has its story there too.
    let mut more = panel::figures(view, it);
    more.retain(|figure| row.figures().all(|own| own.subject != figure.subject));
    row.more = more;
    row
}

/// A figure in a cell; an estimate is called one also in the column of shares.
fn number(view: &View, figure: &Figure, style: Style, bounds: Bounds) -> Cell {
    let is_plain = figure.reliability != Reliability::Estimated || style != Style::Column;
    if is_plain && bounds == Bounds::Words {
        return Cell::Known(Ok(figure.clone()), style);
    }
    let text = match bounds {
        Bounds::Words => show::number(view.lang, figure, style),
        Bounds::Signs => show::with_sign_of_bound(view.lang, figure, style),
    };
    let line = Line::default().written(show::estimated(view.lang, figure).to_owned() + &text, figure);
    Cell::Line(line.role(Role::Dim, show::mark(figure)))
}

/// A number with its unit, where the column needs it.
fn counted(view: &View, it: &TargetSummary, figure: &Figure, written: Written) -> Cell {
    if written.says_unit(it, figure) {
        return with_unit(view, figure);
    }
    number(view, figure, Style::Plain, written.bounds)
}

/// What stands now; of a programme what it reached. A figure of another day than the head's has its own before it.
fn now(view: &View, it: &TargetSummary, written: Written) -> Cell {
    let reached = in_counts(it).map(|(reached, _)| Ok(reached.clone()));
    let Ok(now) = &reached.unwrap_or_else(|| it.now_told(view.history, view.at)) else { return unknown(it) };
    let (day, shown) = (it.found.level_day, view.snapshot().as_of());
    let cell = counted(view, it, now, written);
    if day == shown {
        return cell;
    }
    let write = if day.year() == shown.year() { date::day_of_year } else { date::day };
    let figure = match cell {
        Cell::Line(line) => line,
        _ => Line::default()
            .written(show::in_cell(view.lang, now, Style::Plain), now)
            .role(Role::Dim, show::mark(now)),
    };
    Cell::Line(Line::with_role(Role::Dim, write(view.lang, day) + ": ").then(figure))
}

/// What is not known of what is asked has a dot; a task has no figures.
fn unknown(it: &TargetSummary) -> Cell {
    if it.found.asked.aim.is_ok() { Cell::words(Role::Dim, "·") } else { Cell::Blank }
}

/// What a programme reached and was to reach, where a share of it is asked: the share has its own column.
fn in_counts<'a>(it: &TargetSummary<'a>) -> Option<(&'a Figure, &'a Figure)> {
    let count = &it.found.count;
    let both = (count.now.as_ref().ok()?, it.found.asked.count_aim.as_ref().ok()?);
    matches!(it.target.reads, TargetMeasure::Programme(..)).then_some(both)
}

/// The level asked for, of a programme the number; where it is not known for want of a start, the change with its unit:
/// `−400 hộ`, `giảm ít nhất 0,5 điểm %`, `−4 điểm %/năm`.
fn asked(view: &View, it: &TargetSummary, written: Written) -> Cell {
    if let Some(number) = asked_of_programme(view, it, |whole| written.says_unit(it, whole)) {
        return number;
    }
    match (&it.found.asked.aim, &it.found.asked.goal) {
        (Ok(aim), _) if says_unit(aim, written.unit) => Cell::Line(amount(view.lang, &it.found.asked.aim)),
        (Ok(aim), _) => number(view, aim, Style::Plain, written.bounds),
        (Err(_), Ok(goal)) => {
            let column = InColumn(view.lang);
            Cell::Line(match it.target.asked_as_stated() {
                Some((_, yearly)) if it.target.each_year => {
                    say!(column, "−{yearly+}/năm", "−{yearly+} a year"; yearly)
                }
                _ if goal.qualifier != Qualifier::Exact => {
                    say!(column, "giảm {goal+}", "down {goal+}"; goal)
                }
                _ => say!(column, "−{goal+}"; goal),
            })
        }
        (Err(_), Err(_)) => Cell::Blank,
    }
}

/// The number asked of a programme of which a share is asked. In a column of another unit it says its own.
pub fn asked_of_programme(
    view: &View,
    it: &TargetSummary,
    says_unit: impl Fn(&Figure) -> bool,
) -> Option<Cell> {
    let whole = it.plan().or_else(|| in_counts(it).map(|(_, aim)| aim))?;
    Some(if says_unit(whole) { with_unit(view, whole) } else { Cell::Known(Ok(whole.clone()), Style::Plain) })
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
            let full =
                span.map_or_else(|| name.clone(), |span| format!("{name} ({})", span.replace("-20", "-")));
            let short = what::capital(&brief::label(view.lang, &full));
            let measured = words::subject(view.lang, &found.it.target.reads).map(|what| what::capital(&what));
            LongShort {
                least: measured.filter(|_| area.is_none()).map(String::into_boxed_str),
                ..LongShort::new(full, short)
            }
        }
    }
}
