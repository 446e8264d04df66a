//! A line of a panel or a story: its head in a column of its own.

use crate::text::Lang;
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

/// The column of heads in a story in English, where one of them has more words.
const WIDE: u16 = 16;

/// So many more cells does the column of heads take in a story.
pub fn more(lang: Lang) -> u16 {
    if lang == Lang::En { WIDE - WIDTH } else { 0 }
}

/// A line with a head, with what is said where the heads of a story end.
pub fn widened(lang: Lang, mut line: Line) -> Line {
    if line.hanging_indent != WIDTH || more(lang) == 0 {
        return line;
    }
    let is_blank = |text: &str| !text.is_empty() && text.chars().all(|letter| letter == ' ');
    if let Some(at) = line.spans.iter().position(|span| is_blank(&span.text)) {
        let before: usize = line.spans[..=at].iter().map(|span| cells::width(&span.text)).sum();
        line.spans[at].text.push_str(&" ".repeat(usize::from(WIDE).saturating_sub(before)));
        line.hanging_indent = WIDE;
    }
    line
}

/// What is said, under its head.
pub fn headed(speaker: &impl Speaker, (vi, en): Head, said: impl Into<Line>) -> Line {
    head_of(speaker.lang().pick(vi, en)).then(said.into())
}
