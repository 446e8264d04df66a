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

pub use block::{Block, Detail, Page};
pub use facts::Facts;
pub use tab::Tab;
pub use table::{Cell, Column, Row, Style, Table};
pub use target_summary::TargetSummary;
pub use view::{Medium, View};

use crate::model::name::AreaName;

/// The list that is the unit's own page, opened from the first row of the area list.
pub const WHOLE: &str = "whole";
/// The list of the tasks that no target measures.
pub const TASKS: &str = "tasks";

/// The page of a tab at a place.
pub fn page_of(tab: Tab, view: &View) -> Page {
    let mut page = page_before_widths(tab, view);
    for block in &mut page.blocks {
        if let Block::Table(table) = block {
            table.widen(view.lang);
        }
    }
    page
}

fn page_before_widths(tab: Tab, view: &View) -> Page {
    match tab {
        Tab::Overview => overview::page(view),
        Tab::Households if view.path.is_empty() && view.list != WHOLE => households::page(view),
        Tab::Households => area::page(view),
        Tab::Support => support::page(view),
        Tab::Targets => targets::page(view),
        Tab::Trends => trends::page(view),
        Tab::Checks => checks::page(view),
    }
}

/// Fills the room that a wide and tall window leaves under a page with pictures: under the first tab the trend and the
/// parts furthest from the whole, under the targets the way of the chosen one.
pub fn fill(tab: Tab, view: &View, page: &mut Page, size: (u16, u16)) {
    let panel =
        page.detail.as_ref().map_or(0, |detail| layout::flow(view.lang, &detail.blocks, size.0).len() + 1);
    let taken = layout::natural_height(view.lang, page, size.0) + panel;
    let free = usize::from(size.1).saturating_sub(taken);
    let (chart, areas) = match tab {
        Tab::Overview => {
            let rows = free.saturating_sub(layout::CHART + 3);
            let areas = (rows >= LEAST_AREAS).then(|| households::furthest(view, rows)).flatten();
            (trends::in_brief(view), areas)
        }
        Tab::Targets => (targets::way::chart(view), None),
        Tab::Households | Tab::Support | Tab::Trends | Tab::Checks => return,
    };
    if let Some(chart) = chart.filter(|_| free > layout::LEAST_CHART) {
        page.blocks.extend([Block::Gap, Block::Chart(Box::new(chart))]);
    }
    if let Some(mut table) = areas {
        table.widen(view.lang);
        page.blocks.extend([Block::Gap, Block::Table(table)]);
    }
}

/// Fewer rows of a list are not worth their head.
const LEAST_AREAS: usize = 3;

/// Does the page of a tab change with the chosen row (a panel on it, its measure drawn)?
pub fn follows_choice(tab: Tab) -> bool {
    !matches!(tab, Tab::Overview | Tab::Households)
}

/// The open checks of the shown snapshot: those that contradict and those to verify.
pub fn open_checks(view: &View) -> usize {
    checks::open_count(view)
}

/// The key of an area's row.
pub fn area_key(name: &AreaName) -> String {
    format!("area:{}", name.code.as_deref().unwrap_or(&name.folded))
}

/// The next column to sort the area list by; a new column begins from the top down.
pub fn next_sort(view: &View, sort: (usize, bool)) -> (usize, bool) {
    households::next_sort(view, sort)
}
