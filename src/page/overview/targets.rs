//! Targets on the first tab: how last year's ended and what is asked next; while their year runs, their standing.

use chrono::Datelike;

use crate::model::ops::Known;
use crate::model::standing::{Assessment, assess};
use crate::model::target::{Reads, Target};
use crate::text::date;

use super::super::line::{Line, Role};
use super::super::table::{Align, Cell, Column, Row, Style, Table};
use super::super::targets::{self, capital, key, table};
use super::super::{Block, View};

/// The blocks on targets.
pub fn blocks(view: &View) -> Vec<Block> {
    let shown = view.snapshot().as_of().year();
    let years = targets::years(view);
    let mut blocks = Vec::new();
    if years.contains(&shown) {
        let ended = table::results(view, shown);
        blocks.push(Block::Gap);
        blocks.push(Block::Table(ended.unwrap_or_else(|| table::of_year(view, shown))));
    }
    if let Some(next) = years.iter().copied().find(|year| *year > shown) {
        blocks.push(Block::Gap);
        blocks.push(Block::Table(asked(view, next)));
        blocks.extend(others(view, next));
    } else if years.contains(&shown) {
        blocks.extend(left(view, shown));
    }
    blocks
}

fn found<'a>(view: &View<'a>, year: i32) -> Vec<(&'a Target, Assessment)> {
    let targets = view.history.targets(view.at).into_iter().filter(|(_, t)| t.year == year);
    targets.map(|(s, t)| (t, assess(view.history, view.at, s, t, view.now))).collect()
}

/// What is asked of rates and households: the fall, the level, and both in households.
fn asked(view: &View, year: i32) -> Table {
    let rows = found(view, year)
        .iter()
        .filter(|(t, _)| matches!(t.reads, Reads::Rate(_) | Reads::Households(_)))
        .map(|(target, found)| row(view, target, found))
        .collect();
    let column = |head: &str, width, narrow, mark, rank| Column {
        head: head.into(),
        width,
        narrow,
        mark,
        rank,
        align: Align::Right,
        ..Column::default()
    };
    let columns = vec![
        column(view.pick("Giảm", "Fall"), 12, 11, false, 0),
        column(view.pick("Tỷ lệ", "Level"), 14, 0, true, 1),
        column(view.pick("Tức số hộ", "In households"), 13, 0, true, 2),
        column(view.pick("Số hộ còn", "Leaving"), 12, 0, true, 3),
    ];
    let head = capital(&format!("{} {}", view.pick("chỉ tiêu", "targets"), date::year(view.lang, year)));
    Table { head: head.into(), columns, rows, label: 20, ..Table::default() }
}

fn row(view: &View, target: &Target, found: &Assessment) -> Row {
    let known = |k: &Known| Cell::Known(k.clone(), Style::Plain);
    let fall = Line::default().known(view.lang, &found.level.asked, Style::Plain);
    let fall = match &found.level.asked {
        Ok(figure) => fall.say(format!(" {}", crate::text::show::unit(view.lang, figure.unit))),
        Err(_) => fall,
    };
    Row {
        key: key(target),
        label: view.lang.of(&target.named.name).into(),
        cells: vec![
            Cell::Line(fall),
            known(&found.level.aim),
            known(&found.count.asked),
            known(&found.count.aim),
        ],
        ..Row::default()
    }
}

/// The other targets of the year, by name, with their standing.
fn others(view: &View, year: i32) -> Vec<Block> {
    let rest = found(view, year).into_iter();
    let rest = rest.filter(|(t, _)| !matches!(t.reads, Reads::Rate(_) | Reads::Households(_)));
    let mut line = Line::default();
    let (tasks, rest): (Vec<_>, Vec<_>) = rest.partition(|(t, _)| matches!(t.reads, Reads::Task(_)));
    for (target, found) in rest {
        let gap = if line.spans.is_empty() { "" } else { " · " };
        line = line.say(format!("{gap}{}", view.lang.of(&target.named.name)));
        if let Ok(aim) = &found.level.aim {
            line = line.say(": ").figure(view.lang, aim, Style::Plain);
        }
    }
    if !tasks.is_empty() && !line.spans.is_empty() {
        let words = view.pick("việc phải làm", "tasks");
        line = line.say(format!(" · {} {words}", tasks.len()));
    }
    if line.spans.is_empty() { Vec::new() } else { vec![Block::line(line)] }
}

/// What is still to go in the running year: households, and how many a month.
fn left(view: &View, year: i32) -> Vec<Block> {
    let mut line = Line::default();
    for (target, found) in found(view, year) {
        let (Ok(left), Reads::Rate(_) | Reads::Households(_)) = (&found.count.left, &target.reads) else {
            continue;
        };
        let gap =
            if line.spans.is_empty() { view.pick("Còn phải giảm: ", "Still to go: ") } else { " · " };
        let name = view.lang.of(&target.named.name).to_lowercase();
        line = line.role(Role::Plain, format!("{gap}{name} ")).figure(view.lang, left, Style::Plain);
        line = line.say(view.pick(" hộ", " households"));
        if let Ok(needed) = &found.pace.needed {
            line = line.say(" (").figure(view.lang, needed, Style::Plain);
            line = line.say(view.pick(" hộ/tháng)", " a month)"));
        }
    }
    if line.spans.is_empty() { Vec::new() } else { vec![Block::line(line)] }
}
