//! Targets on the first tab: how last year's ended and what is asked next; while their year runs, their standing.

use std::collections::HashSet;

use chrono::Datelike;

use crate::model::figure::Figure;
use crate::model::measure::Group;
use crate::model::ops::FigureResult;
use crate::model::standing::Assessment;
use crate::model::unit::Unit;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::what;
use crate::text::template::InColumn;
use crate::text::{cells, glossary, show};

use super::super::table::{Cell, Column, LongShort, ROOM, Row, Style, Table, TableRows, longest_label};
use super::super::target_summary::amount;
use super::super::targets::{self, table};
use super::super::{Block, TargetSummary, View, conclusion};
use super::{others, results};

/// The blocks on targets.
pub fn blocks(view: &View) -> Vec<Block> {
    let shown = view.snapshot().as_of().year();
    let has_own = |year| !view.own_targets(year).is_empty();
    let mut blocks = Vec::new();
    // Those whose result is stated hide none of the others; the table with the worst news comes first.
    let mut tables: Vec<(usize, Vec<Block>)> = Vec::new();
    if let Some(table) = results::table(view, shown) {
        let told = results::differing(view, shown, true);
        tables
            .push((results::worst(view, shown), std::iter::once(Block::Table(table)).chain(told).collect()));
    }
    if let Some((worst, table)) = table::without_result(view, shown) {
        let told = results::differing(view, shown, false);
        tables.push((worst, std::iter::once(Block::Table(table)).chain(told).collect()));
    }
    tables.sort_by_key(|(worst, _)| *worst);
    for (_, table) in tables {
        blocks.push(Block::Gap);
        blocks.extend(table);
    }
    blocks.extend(late(view));
    if let Some(next) = next_year(view) {
        blocks.push(Block::Gap);
        blocks.extend(asked(view, next).map(Block::Table));
        blocks.extend(others::block(view, next));
    } else if has_own(shown) {
        blocks.extend(left(view, shown));
    }
    blocks
}

/// The areas that are late with what they were given, the worst named.
fn late(view: &View) -> Option<Block> {
    let clauses = Line::joined(conclusion::late(view).into_iter().map(|(_, clause)| clause), "; ")?;
    Some(Block::sentence(say!(view, "Địa bàn {clauses}", "Area targets {clauses}"; clauses)))
}

/// The first year after the shown one that has targets of the unit's own.
pub fn next_year(view: &View) -> Option<i32> {
    let shown = view.snapshot().as_of().year();
    targets::years(view).into_iter().find(|year| *year > shown && !view.own_targets(*year).is_empty())
}

/// Cells of marks after numbers, each in a column of its own.
const MARKS: u16 = 3;

/// The cells of the names and of the columns, the last of at least so many, in a terminal of 80: heads stand apart where
/// the names, if need be by their short words, leave room for that; longer ones are cut last.
fn shared(rows: &TableRows, last: u16) -> (u16, [u16; 4]) {
    let roomy = [12, 14, 12, last.max(12)];
    let room = |wide: [u16; 4]| ROOM.saturating_sub(wide.iter().sum::<u16>() + MARKS);
    let short = rows.iter().map(|row| cells::text_extent(row.label.fit(true))).max().unwrap_or(0) + 2;
    let ways = [longest_label(rows).max(18), short];
    if let Some(fitting) = ways.into_iter().find(|label| *label <= room(roomy)) {
        return (fitting, roomy);
    }
    let close = [12, 13, 10.min(21_u16.saturating_sub(last)), last.max(10)];
    (longest_label(rows).clamp(18, 34).min(room(close)), close)
}

/// What is asked of rates and households: the fall, the level, and both in households.
fn asked(view: &View, year: i32) -> Option<Table> {
    let mut own = view.own_targets(year);
    own.retain(|it| it.target.asks_fall());
    let rows: TableRows = own.iter().map(|it| row(view, it)).collect();
    // Counts of households are no rates: a head over both says only what the two numbers are.
    let is_of_rates = own.iter().all(|it| it.target.reads.is_rate());
    let way = if is_of_rates { glossary::RATE } else { glossary::FROM_TO };
    let remain = view.pick("Số hộ còn", "Would remain");
    let (label, wide) = shared(&rows, cells::text_extent(remain) + 1);
    let columns = vec![
        Column::number(view.pick("Giảm", "Reduction"), wide[0], 11, false, 0),
        Column::number(view.lang.term(way), wide[1], 0, true, 1),
        Column::number(
            LongShort::new(view.pick("Số hộ giảm", "Households"), view.pick("Số hộ giảm", "Hhs")),
            wide[2],
            0,
            true,
            2,
        ),
        Column::number(remain, wide[3], 0, true, 3),
    ];
    (!rows.is_empty()).then(|| Table {
        head: table::long_head_of_year(view, year),
        columns,
        rows,
        label,
        ..Table::default()
    })
}

fn row(view: &View, it: &TargetSummary) -> Row {
    let known = |k: &FigureResult| Cell::Known(k.clone(), Style::Plain);
    let asked_of = &it.found.asked;
    let yearly = it.asked_change(&InColumn(view.lang)).filter(|_| it.target.each_year);
    let asked = Cell::Line(yearly.unwrap_or_else(|| amount(view.lang, &it.found.asked.goal)));
    it.row(vec![asked, way(view, it.found), known(&asked_of.count_goal), known(&asked_of.count_aim)])
}

/// `2,20 → 1,51%*`: from the level the year starts at to the one asked for.
fn way(view: &View, found: &Assessment) -> Cell {
    let (Ok(from), Ok(to)) = (&found.level.baseline, &found.asked.aim) else {
        return Cell::Known(found.asked.aim.clone(), Style::Plain);
    };
    let line = Line::default().written(show::in_cell(view.lang, from, Style::Bare), from);
    let line = line.role(Role::Dim, " → ").written(show::number(view.lang, to, Style::Plain), to);
    Cell::Line(line.role(Role::Dim, show::mark(to)))
}

/// What is still to go in the running year: `Còn phải giảm 137* hộ nghèo (46* hộ/tháng), 98* hộ cận nghèo (…)`. Past
/// the due date nothing can be done any more: what is left is missing, as tab 4 says it.
fn left(view: &View, year: i32) -> Option<Block> {
    let mut told = HashSet::new();
    // Of two targets of one group the worse one has more left.
    let mut own = view.own_targets(year);
    own.sort_by_key(|it| conclusion::rank(it.found.standing));
    let mut left: Vec<(Group, &Figure, &Assessment)> = own
        .into_iter()
        .filter(|it| it.found.otherwise.is_none())
        .filter_map(|it| Some((it.target.reads.group()?, it.found.count.remaining.as_ref().ok()?, it.found)))
        .collect();
    // Beside a target of another measure it is said which one asks for so many.
    let mut doubled = Vec::new();
    left.retain(|(group, ..)| {
        let is_first = told.insert(*group);
        doubled.extend((!is_first).then_some(*group));
        is_first
    });
    left.first()?;
    let is_one = left.len() == 1;
    let clause = |(group, left, found): &(Group, &Figure, &Assessment)| {
        let rate =
            found.asked.aim.as_ref().ok().filter(|aim| aim.unit == Unit::Percent && doubled.contains(group));
        // Of both groups the line says in English which, not of what: it stands under both numbers of households.
        let (of, [en, ..]) = (what::households_of(*group), glossary::group(*group));
        let of = if is_one { of } else { (of.0, en.1) };
        say!(view, "{left} {of}[ để đạt tỷ lệ {rate}][ ({needed} hộ/tháng)]",
            "{left} {of}[ for a rate of {rate}][ ({needed} a month)]";
            left = *left, of, rate, needed = &found.pace.needed)
    };
    let alike = left.chunk_by(|(.., one), (.., next)| one.time.is_due() == next.time.is_due());
    let parts = alike.map(|alike| {
        let clauses = Line::joined(alike.iter().map(clause), ", ").unwrap_or_default();
        if alike.iter().any(|(.., found)| found.time.is_due()) {
            say!(view, "cao hơn chỉ tiêu {clauses}", "{clauses} above the target"; clauses)
        } else {
            say!(view, "còn phải giảm {clauses}", "{clauses} still to go"; clauses)
        }
    });
    Line::joined(parts, " · ").map(|line| Block::sentence(what::first_large(line)))
}
