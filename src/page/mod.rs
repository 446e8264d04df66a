//! What each tab holds, in one language and before any layout: rows, figures and sentences.
//!
//! A page is made anew from the loaded histories and the place the reader stands at ([`view::View`]); the screen and
//! the reports lay out the same page. Every cell keeps its figure, so the story of what is read, an exact number for
//! a spreadsheet and the marks are all at hand wherever the page goes.
pub mod area;
mod block;
mod brief;
pub mod chart;
pub mod checks;
pub mod conclusion;
pub mod deck;
mod elsewhere;
pub mod explain;
pub mod facts;
pub mod foot;
pub mod head;
mod headed;
pub mod households;
mod indicators;
pub mod layout;
pub mod measures;
pub mod overview;
pub mod reporting;
pub mod side;
pub mod sources;
mod spark;
pub mod standard;
pub mod support;
pub mod tab;
pub mod table;
mod target_summary;
pub mod targets;
pub mod trends;
pub mod view;
pub mod whole;

pub use block::{Block, Detail, Page};
pub use facts::Facts;
pub use households::Lists;
pub use tab::Tab;
pub use table::{Cell, Column, Row, Style, Table};
pub use target_summary::TargetSummary;
pub use view::{Medium, Rows, View};

use crate::model::name::AreaName;
use crate::say;
use crate::text::Lang;
use crate::text::line::{Line, Role};

/// The list that is the unit's own page, opened from the first row of the area list.
pub const WHOLE: &str = "whole";
/// The list of the tasks that no target measures.
pub const TASKS: &str = "tasks";

/// The page of a tab at a place.
pub fn page_of(tab: Tab, view: &View) -> Page {
    let mut page = page_before_widths(tab, view);
    widen(view.lang, &mut page.blocks);
    page
}

fn page_before_widths(tab: Tab, view: &View) -> Page {
    match tab {
        Tab::Overview => overview::page(view),
        Tab::Households if is_list(view) => households::page(view),
        Tab::Households => area::opened(view),
        Tab::Support => support::page(view),
        Tab::Targets => targets::page(view),
        Tab::Trends => trends::page(view),
        Tab::Checks => checks::page(view),
    }
}

/// Fills the room that a window larger than usual leaves under a page with pictures: under the first tab the trend and
/// the parts furthest from the whole, under the list of areas the trend or what is lacking, under the targets the way of
/// the chosen one; under the checks stand the sources of the files. Where no other page stands beside the first tab its
/// conclusion does in the place of a trend.
pub fn fill(tab: Tab, view: &View, page: &mut Page, size: (u16, u16), has_side: bool) {
    let panel =
        page.detail.as_ref().map_or(0, |detail| layout::flow(view.lang, &detail.blocks, size.0).len() + 1);
    let taken = layout::natural_height(view.lang, page, size.0) + panel;
    let free = usize::from(size.1).saturating_sub(taken);
    let mut pictures = match tab {
        Tab::Overview => {
            let lines = usize::from(size.1).saturating_sub(panel);
            under_the_first(view, page, (size.0, lines, free), has_side)
        }
        Tab::Households => under_the_areas(view, page, free),
        Tab::Targets => drawn(under_the_targets(view).filter(|_| free > layout::LEAST_CHART)),
        // Beside a wide list they stand under the story.
        Tab::Support if has_side => Vec::new(),
        Tab::Support => reached_areas(view, free),
        // Under the list stands the panel, whose place must not change with the choice.
        Tab::Checks if has_side => checks::sources(view, size.0, free),
        Tab::Checks | Tab::Trends => Vec::new(),
    };
    widen(view.lang, &mut pictures);
    if let (Tab::Support, Some(detail)) = (tab, &mut page.detail) {
        detail.blocks.extend(apart(pictures));
        return;
    }
    let has_chart = pictures.iter().any(|picture| matches!(picture, Block::Chart(_)));
    if let Some(invented) = foot::invented_in_pictures(view, &pictures) {
        match tab {
            Tab::Overview => foot::put(view, page, |view, page| {
                overview::legend(view, page, size.0, Some(invented.clone()))
            }),
            // Beside the list the parts are named already: what is later stands in a chart.
            Tab::Households if is_list(view) && has_chart => {
                foot::put(view, page, |view, page| households::legend(view, page, Some(invented.clone())));
            }
            _ => {}
        }
    }
    page.blocks.extend(apart(pictures));
}

/// The pictures under the first tab, in a window of so many cells and lines, some of them free; without any and with no
/// page beside it the conclusion. What that tells the page no longer does.
fn under_the_first(
    view: &View,
    page: &mut Page,
    (width, lines, mut left): (u16, usize, usize),
    has_side: bool,
) -> Vec<Block> {
    let free = |page: &Page| lines.saturating_sub(layout::natural_height(view.lang, page, width));
    if has_side {
        without_told(page, &side::concluded(view));
        left = free(page);
    }
    let pictures = under_the_unit(view, left);
    if has_side || !pictures.is_empty() {
        return pictures;
    }
    let parts = parts_of_conclusion(view, width);
    let told = concluded(view, &parts, left);
    without_told(page, &told);
    // What the page needs no longer is room for more of the conclusion.
    concluded(view, &parts, free(page))
}

/// Takes out the sentences that stand on the same screen in the conclusion: word for word, or figure for figure.
fn without_told(page: &mut Page, told: &[Block]) {
    let told = side::Told::of(told);
    page.blocks.retain(|block| {
        let Block::Lines(lines) = block else { return true };
        !lines.iter().all(|line| !line.is_empty() && told.has(line))
    });
}

/// Each with a blank line before it.
fn apart(pictures: Vec<Block>) -> impl Iterator<Item = Block> {
    pictures.into_iter().flat_map(|picture| [Block::Gap, picture])
}

/// Is it the list of the parts of the unit?
fn is_list(view: &View) -> bool {
    view.path.is_empty() && view.list != WHOLE
}

/// Gives the tables among blocks the room that their numbers need.
fn widen(lang: Lang, blocks: &mut [Block]) {
    for block in blocks {
        if let Block::Table(table) = block {
            table.widen(lang);
        }
    }
}

/// The trend, then the parts furthest from the whole as far as it leaves room for them.
fn under_the_unit(view: &View, free: usize) -> Vec<Block> {
    let chart = trends::in_brief(view).filter(|_| free >= LEAST_CHART);
    let left = match &chart {
        Some(_) => free - (free * 3 / 5).clamp(CALM_CHART.min(free), layout::CHART + 1),
        None => free,
    };
    // Lines that the chart would leave blank are rows of the areas.
    let unused = chart.as_ref().map_or(0, |chart| chart.unused_lines((free - left).saturating_sub(1)));
    let rows = (left + unused).saturating_sub(AROUND_ROWS);
    let areas = (rows >= LEAST_ROWS).then(|| households::furthest(view, rows)).flatten();
    drawn(chart).into_iter().chain(areas.map(Block::Table)).collect()
}

/// The parts of the conclusion in words, each with the lines it takes in so many cells.
fn parts_of_conclusion(view: &View, width: u16) -> Vec<(Vec<Line>, usize)> {
    let measured = |block: Block| {
        let taken = layout::flow(view.lang, std::slice::from_ref(&block), width).len();
        match block {
            Block::Lines(lines) if !lines.is_empty() => Some((lines, taken)),
            _ => None,
        }
    };
    side::concluded(view).into_iter().filter_map(measured).collect()
}

/// The conclusion in words, where few rows stand over it: as many of its parts as have room, and the key to all of them.
fn concluded(view: &View, parts: &[(Vec<Line>, usize)], free: usize) -> Vec<Block> {
    let taken = parts.iter().scan(0, |sum, (_, taken)| {
        *sum += taken;
        Some(*sum)
    });
    let count = taken.take_while(|taken| *taken < free).count();
    if count < 2 {
        return Vec::new();
    }
    let mut told: Vec<Vec<Line>> = parts[..count].iter().map(|(lines, _)| lines.clone()).collect();
    let key = say!(view, " · phím m: đầy đủ", " · key m: in full").in_role(Role::Dim);
    let is_cut = count < parts.len();
    let head = told.first_mut().and_then(|head| head.last_mut()).filter(|_| is_cut);
    if let Some(head) = head {
        *head = std::mem::take(head).then(key);
    }
    vec![Block::Lines(told.concat())]
}

/// The trend of the area whose parts are listed, where that takes no row of theirs; else what is lacking there.
fn under_the_areas(view: &View, page: &Page, free: usize) -> Vec<Block> {
    let chart = trends::in_brief(view).filter(|_| free > layout::CHART);
    if chart.is_some() {
        return drawn(chart);
    }
    let rows = free.saturating_sub(AROUND_ROWS);
    // The page of an area has them itself.
    let is_list = page.blocks.iter().any(|block| matches!(block, Block::Table(table) if table.scrolls));
    let lacks = (is_list && rows >= LEAST_ROWS).then(|| area::most_lacking(view, rows)).flatten();
    lacks.map(Block::Table).into_iter().collect()
}

/// The way of the chosen target, else the trend of what it measures, else that of the first measure: a page of which
/// little is known tells what else is.
fn under_the_targets(view: &View) -> Option<chart::Chart> {
    let way = if view.list.is_empty() { targets::way::chart(view) } else { None };
    let measured = || targets::chosen(view).and_then(|it| trends::of_target(view, it.target));
    way.or_else(measured).or_else(|| trends::in_brief(view))
}

/// The areas that the chosen programme reached, in so many lines: of them its panel tells.
fn reached_areas(view: &View, free: usize) -> Vec<Block> {
    let rows = free.saturating_sub(AROUND_ROWS);
    let areas = (rows > LEAST_ROWS).then(|| support::reached_areas(view, rows)).flatten();
    areas.map(Block::Table).into_iter().collect()
}

fn drawn(chart: Option<chart::Chart>) -> Vec<Block> {
    chart.map(|chart| Block::Chart(Box::new(chart))).into_iter().collect()
}

/// Fewer lines have no room for the shape of a chart and the blank line before it.
const LEAST_CHART: usize = layout::LEAST_CHART + 2;
/// The same with a step between two courses.
const CALM_CHART: usize = LEAST_CHART + 3;
/// The blank line before a table and its head.
const AROUND_ROWS: usize = 2;
/// Fewer rows of a list are not worth their head.
const LEAST_ROWS: usize = 2;

/// Are not all rows of the list of a tab made, because it is too long?
pub fn is_long(tab: Tab, view: &View) -> bool {
    tab == Tab::Households && is_list(view) && households::is_long(view, view.whole())
}

/// Makes the rows of a long list that are wanted by their keys, one after the other: together thousands take more room than
/// the figures of the unit.
pub fn each_part(view: &View, is_wanted: impl Fn(&str) -> bool, take: impl FnMut(Row)) {
    households::each_part(view, is_wanted, take);
}

/// Does the page of a tab change with the chosen row (a panel on it, its measure drawn)?
pub fn follows_choice(tab: Tab) -> bool {
    !matches!(tab, Tab::Overview | Tab::Households)
}

/// The open checks of the shown snapshot: those that contradict and those to verify.
pub fn open_checks(view: &View) -> usize {
    checks::open_count(view)
}

/// The order in which the area list opens.
pub const AS_OPENED: (usize, bool) = (households::AS_OPENED, true);

/// The key of an area's row.
pub fn area_key(name: &AreaName) -> String {
    format!("area:{}", name.code.as_deref().unwrap_or(&name.folded))
}

/// The next column of those in sight to sort the area list by; a new column begins from the top down.
pub fn next_sort(view: &View, is_in_sight: impl Fn(usize) -> bool) -> (usize, bool) {
    households::next_sort(view, is_in_sight)
}
