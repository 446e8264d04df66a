//! The first tab in 40 cells: the stocks, last year's fall against its aim, and what is asked next. Nothing else
//! stands above the fold.

use chrono::Datelike;

use crate::model::measure::Group;
use crate::model::standing::Assessment;
use crate::say;

use super::super::table::{Cell, LongShort, Row, Style};
use super::super::target_summary::amount;
use super::super::{Block, Page, TargetSummary, View, conclusion, foot, measures, standard, targets as all};
use super::targets::next_year;

/// Rows that a terminal of 40 × 10 shows under the heads.
const FOLD: usize = 6;

/// The page.
pub fn page(view: &View) -> Page {
    if view.snapshot().is_plan() {
        return super::plan(view);
    }
    let mut table = measures::table(view, view.whole());
    let lacks = measures::lacks(view, &mut table);
    let rest = table.rows.split_off(table.rows.len().min(4));
    table.rows.extend(aims(view));
    table.rows.extend(rest);
    let fits = table.rows.len() < FOLD;
    let mut page = Page { blocks: vec![Block::Table(table)], ..Page::default() };
    page.blocks.extend(lacks.map(Block::sentence));
    page.blocks.extend(standard::beside(view).into_iter().map(Block::sentence));
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
    let this = view.own_targets(shown);
    if this.iter().any(|it| it.target.asks_fall()) {
        let words = LongShort::from(view.pick("So chỉ tiêu", "% of target"));
        let cell = |found: &Assessment| Cell::or_blank(found.percent(), Style::Plain);
        rows.push(row("aim", words, &this, &cell));
    }
    if let Some(year) = next_year(view) {
        let next = view.own_targets(year);
        let words = LongShort::from(say!(view, "Giảm {year}", "Target {year}"; year).text());
        let cell = |found: &Assessment| Cell::Line(amount(view, &found.asked.goal));
        rows.push(row("next", words, &next, &cell));
    }
    rows
}

fn row(key: &str, label: LongShort, found: &[TargetSummary], cell: &dyn Fn(&Assessment) -> Cell) -> Row {
    let of = |wanted: Group| {
        let target = found.iter().find(|it| it.target.asks_fall() && it.target.reads.group() == Some(wanted));
        target.map_or(Cell::Blank, |it| cell(it.found))
    };
    Row::new(key, label, Group::ALL.map(of))
}

/// The standing of each target of the newest year, under the fold.
fn next(view: &View) -> Option<Block> {
    let year = *all::years(view).last()?;
    let line = |it: &TargetSummary| say!(view, "{name}: {verdict}"; name = it.name(), verdict = it.verdict());
    let mut found = view.own_targets(year);
    found.sort_by_key(|it| conclusion::rank(it.found.standing));
    (!found.is_empty()).then(|| Block::Lines(found.iter().map(line).collect()))
}
