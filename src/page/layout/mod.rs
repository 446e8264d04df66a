//! A page set into lines of so many cells, for the terminal and for plain text alike. No colours, no escape codes:
//! each piece of a line keeps its role and figure, and the painter decides the rest.
mod bar;
mod fit;
mod group_heads;
mod panel;
mod part;
mod rows;
mod scroll;
mod window;
mod wrap;

pub use bar::{Drawn, draw as draw_bar};
pub use fit::{NARROW, Shown, VisibleColumns, fit, is_narrow, margin};
pub use panel::docked;
pub use part::{CHART, without_blanks};
pub use scroll::{Scroll, cut_short, lines_hidden, rows_hidden, text_in_sight};
pub use window::{Frame, LEAST_CHART, Window, flow, natural_height, window};

use crate::text::cells::text_extent;
use crate::text::line::{Line, Span};

/// A piece of text at a cell of its line.
#[derive(Debug, Clone)]
pub struct Run {
    /// The cell it starts at.
    pub x: u16,
    /// The text.
    pub span: Span,
}

/// What a line is for, beyond its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineKind {
    /// Text.
    #[default]
    Text,
    /// Part of the room that a chart takes.
    Chart,
    /// The title rule of a panel: a line of `─` behind the text.
    Rule,
    /// A heading: nothing is cut behind it.
    Head,
}

/// A line of a page in cells.
#[derive(Debug, Clone, Default)]
pub struct LaidOutLine {
    /// Its pieces, from left to right, not overlapping.
    pub pieces: Vec<Run>,
    /// The key of the row it belongs to; empty for lines that cannot be chosen.
    pub key: String,
    /// What it is for.
    pub kind: LineKind,
    /// Which of the sentences that may go it belongs to, counted from 1; 0: it stays.
    pub spare: usize,
    /// Does it go on with what the line above it says?
    pub is_rest: bool,
    /// Is it what the last key changed?
    pub changed: bool,
}

impl LaidOutLine {
    /// A line of text from the cell `x` on.
    fn text(line: &Line, x: u16) -> Self {
        let mut at = x + line.indent;
        let pieces = line.spans.iter().map(|span| {
            let piece = Run { x: at, span: span.clone() };
            at = at.saturating_add(text_extent(&span.text));
            piece
        });
        Self { pieces: pieces.collect(), ..Self::default() }
    }

    /// Is nothing written in it, and nothing drawn?
    pub fn is_blank(&self) -> bool {
        let has_text = |run: &Run| !run.span.text.trim().is_empty();
        !matches!(self.kind, LineKind::Chart | LineKind::Rule) && !self.pieces.iter().any(has_text)
    }

    /// The line as plain text.
    pub fn plain(&self) -> String {
        let mut text = String::new();
        let mut at = 0;
        for piece in &self.pieces {
            let gap = usize::from(piece.x.saturating_sub(at));
            text.extend(std::iter::repeat_n(' ', gap));
            text.push_str(&piece.span.text);
            at = at.max(piece.x).saturating_add(text_extent(&piece.span.text));
        }
        text.truncate(text.trim_end().len());
        text
    }
}
