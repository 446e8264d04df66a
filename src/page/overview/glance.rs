//! The first tab in 40 cells: the stocks, last year's fall against its aim, and what is asked next. Nothing else
//! stands above the fold.

use chrono::Datelike;

use crate::model::measure::Group;
use crate::model::standing::{Assessment, Standing};
use crate::say;

use super::super::table::{Cell, LongShort, Row, Style};
use super::super::target_summary::amount;
use super::super::{
    Block, Page, TargetSummary, View, brief, conclusion, foot, measures, standard, targets as all,
};
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
    // What a row consists of stands right under it.
    let own = table.rows.iter().skip(4).take_while(|row| row.indent > 0).count();
    let rest = table.rows.split_off(table.rows.len().min(4 + own));
    table.rows.extend(aims(view));
    table.rows.append(rest);
    let fits = table.rows.len() < FOLD;
    let table = (!table.rows.is_empty()).then_some(Block::Table(table));
    let mut page = Page { blocks: table.into_iter().collect(), ..Page::default() };
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
        let cell = |found: &Assessment| Cell::Line(amount(view.lang, &found.asked.goal));
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

/// The standing of each target of the shown year and of the newest, a row each, under the fold; those without figures
/// in one line.
fn next(view: &View) -> Vec<Block> {
    let Some(newest) = all::years(view).last().copied() else { return Vec::new() };
    let shown = view.snapshot().as_of().year();
    let mut years = vec![shown.min(newest), newest];
    years.dedup();
    let mut bare = Vec::new();
    let mut blocks = Vec::new();
    for year in years {
        let mut found = view.own_targets(year);
        found.sort_by_key(|it| conclusion::rank(it.found.standing));
        let (lacking, told): (Vec<_>, Vec<_>) = found
            .into_iter()
            .partition(|it| it.found.standing == Standing::NoData && it.found.result.is_err());
        bare.extend(lacking);
        blocks.extend(all::table::standings(view, year, &told).map(Block::Table));
    }
    bare.sort_by_key(|it| conclusion::rank(it.found.standing));
    let names: Vec<String> = bare.iter().map(|it| brief::inside(view.lang, it.name())).collect();
    let bare = (!names.is_empty())
        .then(|| say!(view, "Chỉ tiêu chưa có số liệu: {names}", "Targets without figures: {names}"; names = names.join(", ")));
    blocks.extend(bare.map(Block::sentence));
    blocks
}
