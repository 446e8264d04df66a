//! Lists that are read from the end of a hall: few lines a slide, an empty one between them.

use crate::say;

use super::super::View;
use super::{Slide, SlidePart};

/// So many lines stand on one slide.
pub const MOST: usize = 6;

/// Slides of lists as long as each other, at most [`MOST`] lines each; several of them are numbered in the title.
pub fn slides(view: &View, title: &str, lines: &[SlidePart]) -> Vec<Slide> {
    let count = lines.len().div_ceil(MOST);
    let each = lines.len().div_ceil(count.max(1)).max(1);
    let titled = |at: usize| {
        let at = (count > 1).then_some(at);
        say!(view, "{title}[ (trang {at}/{count})]", "{title}[ (part {at}/{count})]"; title, at, count).text()
    };
    let chunks = lines.chunks(each).zip(1..);
    let slide = |(parts, at): (&[SlidePart], usize)| Slide {
        title: titled(at),
        parts: parts.to_vec(),
        ..Slide::default()
    };
    chunks.map(slide).collect()
}
