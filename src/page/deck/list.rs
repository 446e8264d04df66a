//! Lists that are read from the end of a hall: few lines a slide, an empty one between them.

use crate::say;
use crate::text::line::Line;

use super::super::table::Table;
use super::super::{Block, View};
use super::{Slide, SlidePart};

/// So many lines stand on one slide.
pub const MOST: usize = 6;

/// Slides of lists as long as each other, at most [`MOST`] lines each; several of them are numbered in the title.
pub fn slides(view: &View, title: &str, lines: &[Line]) -> Vec<Slide> {
    let count = lines.len().div_ceil(MOST);
    let each = lines.len().div_ceil(count.max(1)).max(1);
    let titled = |at: usize| {
        let at = (count > 1).then_some(at);
        say!(view, "{title}[ (trang {at}/{count})]", "{title}[ (part {at}/{count})]"; title, at, count).text()
    };
    let chunks = lines.chunks(each).zip(1..);
    chunks.map(|(lines, at)| Slide::titled(titled(at), lines.to_vec())).collect()
}

/// A table whose rows are parts of their own, in the columns of the whole.
pub fn rows(view: &View, mut table: Table) -> Vec<SlidePart> {
    table.widen(view.lang);
    table.measured = true;
    let rows = std::mem::take(&mut table.rows);
    let one = |row| SlidePart::Block(Block::Table(Table { rows: vec![row], ..table.clone() }));
    rows.into_iter().map(one).collect()
}
