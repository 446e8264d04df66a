//! A line of a panel: its head in a column of its own.

use crate::text::line::{Line, Role};
use crate::text::{Lang, cells};

/// The cells of the column of heads.
const WIDTH: u16 = 12;

/// A head in both languages.
pub type Head = (&'static str, &'static str);

/// No head: the line goes on with the one above it.
pub const UNDER: Head = ("", "");

/// What is said, under its head.
pub fn headed(lang: Lang, head: Head, said: Line) -> Line {
    let head = lang.pick(head.0, head.1);
    let blanks = usize::from(WIDTH).saturating_sub(cells::width(head)).max(1);
    Line { hanging_indent: WIDTH, ..Line::with_role(Role::Strong, head).say(" ".repeat(blanks)).then(said) }
}
