//! The plain text report: for minutes, pipes and screen readers.

use crate::page::layout::flow;
use crate::page::{Block, View};
use crate::text::cells;

use super::pages::{self, Section};

/// The conclusion and the pages, one under the other, in so many cells.
pub fn report(view: &View, sections: &[Section], width: u16) -> String {
    let cells = usize::from(width);
    let mut title = pages::title(view);
    title.extend(pages::badge(view, sections));
    let mut text: String =
        title.iter().flat_map(|line| cells::wrap(line, cells)).map(|line| line + "\n").collect();
    for section in sections {
        let rule = "─".repeat(cells::width(&section.title).min(cells));
        text.extend(["\n", &section.title, "\n", &rule, "\n"]);
        // A picture is nothing to be read aloud: its values stand in the table under it.
        for block in section.blocks.iter().filter(|block| !matches!(block, Block::Chart(_))) {
            write(view, block, width, &mut text);
        }
    }
    text
}

fn write(view: &View, block: &Block, width: u16, text: &mut String) {
    for line in flow(view.lang, std::slice::from_ref(block), width) {
        text.push_str(&line.plain());
        text.push('\n');
    }
}
