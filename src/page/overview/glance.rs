//! The first tab in 40 cells: the stocks, last year's fall against its aim, and what is asked next. Nothing else
//! stands above the fold.

use chrono::Datelike;

use crate::model::measure::Group;
use crate::model::ops::Known;
use crate::model::standing::Assessment;
use crate::model::target::Target;

use super::super::table::{Cell, Row, Style, Words};
use super::super::{Block, Page, View, foot, measures, targets as all};
use super::targets::{amount, falls, found, group, next_year};
use crate::text::line::{Line, Role};

/// Rows that a terminal of 40 × 10 shows under the heads.
const FOLD: usize = 6;

/// The page.
pub fn page(view: &View) -> Page {
    let mut table = measures::table(view, view.whole());
    let rest = table.rows.split_off(table.rows.len().min(4));
    table.rows.extend(aims(view));
    table.rows.extend(rest);
    let fits = table.rows.len() < FOLD;
    let mut page = Page { blocks: vec![Block::Table(table)], ..Page::default() };
    page.blocks.extend(next(view));
    let legend = foot::lines(view, &page, Vec::new());
    // The legend takes no row from the figures: it stands at the end unless there is room.
    if fits {
        page.foot = legend;
    } else {
        page.blocks.push(Block::Lines(legend));
    }
    page
}

/// The share of the aim reached in the shown year, and the fall that the next year asks for.
fn aims(view: &View) -> Vec<Row> {
    let shown = view.snapshot().as_of().year();
    let mut rows = Vec::new();
    let this = found(view, shown);
    if this.iter().any(|(t, _)| falls(t)) {
        let words = Words::from(view.pick("So chỉ tiêu", "Of the aim"));
        let cell = |found: &Assessment| percent(found.percent());
        rows.push(row("aim", words, &this, &cell));
    }
    if let Some(year) = next_year(view) {
        let next = found(view, year);
        let words = Words::from(format!("{} {year}", view.pick("Giảm", "Fall")));
        let cell = |found: &Assessment| Cell::Line(amount(view, &found.level.asked));
        rows.push(row("next", words, &next, &cell));
    }
    rows
}

fn percent(known: &Known) -> Cell {
    match known {
        Ok(_) => Cell::Known(known.clone(), Style::Plain),
        Err(_) => Cell::Blank,
    }
}

fn row(key: &str, label: Words, found: &[(&Target, Assessment)], cell: &dyn Fn(&Assessment) -> Cell) -> Row {
    let of = |wanted: Group| {
        let target = found.iter().find(|(t, _)| falls(t) && group(t) == Some(wanted));
        target.map_or(Cell::Blank, |(_, found)| cell(found))
    };
    Row { key: key.into(), label, cells: Group::ALL.map(of).into(), ..Row::default() }
}

/// The standing of each target of the newest year, under the fold.
fn next(view: &View) -> Option<Block> {
    let year = *all::years(view).last()?;
    let line = |(target, found): &(&Target, Assessment)| {
        let name = view.lang.of(&target.named.name);
        let mut line = Line::of(Role::Plain, format!("{name}: "));
        line.spans.extend(all::standing(view, found.standing).spans);
        line
    };
    let found = found(view, year);
    (!found.is_empty()).then(|| Block::Lines(found.iter().map(line).collect()))
}
