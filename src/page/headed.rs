//! A line of a panel or a story: its head in a column of its own.

use crate::text::cells;
use crate::text::line::{Line, Role};
use crate::text::template::Speaker;

/// The cells of the column of heads.
pub const WIDTH: u16 = 12;

/// A head in both languages.
pub type Head = (&'static str, &'static str);

/// No head: the line goes on with the one above it.
pub const UNDER: Head = ("", "");

/// The head alone, for a line that goes on after it.
pub fn head_of(head: &str) -> Line {
    let blanks = usize::from(WIDTH).saturating_sub(cells::width(head)).max(1);
    Line { hanging_indent: WIDTH, ..Line::with_role(Role::Strong, head).say(" ".repeat(blanks)) }
}

/// What is said, under its head.
pub fn headed(speaker: &impl Speaker, (vi, en): Head, said: impl Into<Line>) -> Line {
    head_of(speaker.lang().pick(vi, en)).then(said.into())
}
