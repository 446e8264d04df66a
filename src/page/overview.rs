//! 1 Tổng quan: the unit at a glance.

mod doubt;
mod glance;
mod others;
mod results;
mod support;
mod targets;

use super::{Block, Page, View, foot, measures, standard};
use crate::say;
use crate::text::line::{Line, Role};

/// The page.
pub fn page(view: &View) -> Page {
    if view.narrow {
        return glance::page(view);
    }
    if view.snapshot().is_plan() {
        return plan(view);
    }
    let mut blocks = measures::blocks(view, view.whole(), measures::table(view, view.whole()));
    blocks.extend(standard::beside(view).into_iter().map(Block::sentence));
    blocks.extend(targets::blocks(view));
    // While the year of the targets runs they take the room of last year's support.
    if view.history.programmes(view.at).is_some_and(|(at, _)| at == view.at) {
        blocks.push(Block::Lines(support::lines(view)));
    }
    let mut page = Page { blocks, ..Page::default() };
    foot::put(view, &mut page, |view, page| legend(view, page, 0, None));
    page
}

/// Of a plan what it asks: it has no figures of its own day.
fn plan(view: &View) -> Page {
    let mut blocks = targets::blocks(view);
    // The blank line is for what stands above.
    if matches!(blocks.first(), Some(Block::Gap)) {
        blocks.remove(0);
    }
    let mut page = Page { blocks, ..Page::default() };
    foot::put(view, &mut page, |view, page| legend(view, page, 0, None));
    page
}

/// The legend, with what needs care beside it where so many cells hold both; what the pictures under the page show may be
/// invented where nothing above them is.
pub fn legend(view: &View, page: &Page, width: u16, invented: Option<Line>) -> Vec<Line> {
    let invented = invented
        .map(|named| say!(view, "{named}: MINH HỌA", "{named}: ILLUSTRATIVE"; named).in_role(Role::Dim));
    let lines = foot::lines(view, page, invented.into_iter().collect());
    let in_short = View { narrow: true, ..*view };
    foot::with_care(lines, width, doubt::sentence(view).into_iter().chain(doubt::sentence(&in_short)))
}
