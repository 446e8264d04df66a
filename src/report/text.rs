//! The plain text report: for minutes, pipes and screen readers.

use crate::page::layout::flow;
use crate::page::{self, Block, Tab, View, head};

/// The pages of `tabs`, one under the other, in so many cells.
pub fn report(view: &View, tabs: &[Tab], width: u16) -> String {
    let mut text = format!("{}\n{}\n", head::unit(view), head::dates(view));
    for tab in tabs {
        let page = page::make(*tab, view);
        let title = format!("{} {}", tab.index() + 1, tab.name(view.lang));
        let rule = "─".repeat(crate::text::cells::width(&title));
        text.extend(["\n", &title, "\n", &rule, "\n"]);
        let written = |block: &&Block| !matches!(block, Block::Chart(_));
        let blocks: Vec<Block> = page.blocks.iter().filter(written).cloned().collect();
        let foot = [Block::Lines(page.foot.clone())];
        for line in flow(view.lang, &blocks, width).iter().chain(&flow(view.lang, &foot, width)) {
            text.push_str(&line.plain());
            text.push('\n');
        }
    }
    text
}
