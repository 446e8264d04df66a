//! 1 Tổng quan: the unit at a glance.

mod support;
mod targets;

use super::{Block, Page, View, foot, measures};

/// The page.
pub fn page(view: &View) -> Page {
    let mut blocks = vec![Block::Table(measures::table(view, view.whole()))];
    blocks.extend(targets::blocks(view));
    // While the year of the targets runs they take the room of last year's support.
    if view.history.programmes(view.at).is_some_and(|(at, _)| at == view.at) {
        blocks.push(Block::Lines(support::lines(view)));
    }
    let mut page = Page { blocks, ..Page::default() };
    page.foot = foot::lines(view, &page, Vec::new());
    page
}
