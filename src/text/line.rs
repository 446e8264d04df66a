//! A line of text in parts, each with what it is for: the painter decides how that looks.

use super::Lang;
use super::show::{self, Style};
use crate::model::figure::Figure;
use crate::model::ops::FigureResult;

/// What a part of a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Role {
    /// Text.
    #[default]
    Plain,
    /// The number that answers, a heading.
    Strong,
    /// Secondary: units, sources, what has no data.
    Dim,
    /// Where the reader is.
    Accent,
    /// ✓
    Good,
    /// !
    Warn,
    /// ✗
    Bad,
    /// Where a figure is from, when it is not from a report: `MINH HỌA`.
    Stamp,
}

/// A part of a line.
#[derive(Debug, Clone, Default)]
pub struct Span {
    /// Its text, clean.
    pub text: String,
    /// What it is for.
    pub role: Role,
    /// The figure it writes, when it writes one.
    pub figure: Option<Box<Figure>>,
}

impl Span {
    /// The same with another text; its own, which may be a page long, is not copied for that.
    #[must_use]
    pub fn with_text(&self, text: String) -> Self {
        Self { text, role: self.role, figure: self.figure.clone() }
    }
}

/// A line of text.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// Its parts in order.
    pub spans: Vec<Span>,
    /// Cells to stand in from the left.
    pub indent: u16,
    /// Cells that the lines after the first stand in further, when it is too long for one.
    pub hanging_indent: u16,
    /// Goes where the page lacks room for all its rows, and in a panel stands behind the mark first: what it says can
    /// also be had elsewhere (Enter).
    pub optional: bool,
    /// Is it what the last key changed? Then a text that scrolls begins where it is in sight.
    pub changed: bool,
}

impl Line {
    /// A line of one part.
    pub fn with_role(role: Role, text: impl Into<String>) -> Self {
        Self::default().role(role, text)
    }

    /// A plain line.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::with_role(Role::Plain, text)
    }

    /// With a part added.
    #[must_use]
    pub fn role(mut self, role: Role, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.spans.push(Span { text, role, figure: None });
        }
        self
    }

    /// With plain text added.
    #[must_use]
    pub fn say(self, text: impl Into<String>) -> Self {
        self.role(Role::Plain, text)
    }

    /// With a figure added as it is written in a sentence: qualifier, number, unit sign and mark.
    #[must_use]
    pub fn figure(self, lang: Lang, figure: &Figure, style: Style) -> Self {
        let text = show::in_sentence(lang, figure, style);
        self.written(text, figure)
    }

    /// With a figure added, written by the caller.
    #[must_use]
    pub fn written(self, text: String, figure: &Figure) -> Self {
        self.written_in(Role::Plain, text, figure)
    }

    /// The same in a role.
    #[must_use]
    pub fn written_in(mut self, role: Role, text: String, figure: &Figure) -> Self {
        self.spans.push(Span { text, role, figure: Some(Box::new(figure.clone())) });
        self
    }

    /// With the parts of another line added.
    #[must_use]
    pub fn then(mut self, part: Self) -> Self {
        self.spans.extend(part.spans);
        self
    }

    /// Lines put together with words between them; none of no lines.
    pub fn joined(lines: impl IntoIterator<Item = Self>, between: &str) -> Option<Self> {
        lines.into_iter().reduce(|line, next| line.say(between).then(next))
    }

    /// The same line, what is plain in it in a role.
    #[must_use]
    pub fn in_role(mut self, role: Role) -> Self {
        for span in self.spans.iter_mut().filter(|span| span.role == Role::Plain) {
            span.role = role;
        }
        self
    }

    /// The same line, its words in a role: what is plain and no figure.
    #[must_use]
    pub fn words_in_role(mut self, role: Role) -> Self {
        for span in self.spans.iter_mut().filter(|span| span.role == Role::Plain && span.figure.is_none()) {
            span.role = role;
        }
        self
    }

    /// Is nothing written in it?
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// Is it a heading: all of it strong words, none of it a figure?
    pub fn is_heading(&self) -> bool {
        let is_strong = |span: &Span| span.role == Role::Strong && span.figure.is_none();
        !self.is_empty() && self.spans.iter().all(is_strong)
    }

    /// With a figure added, or the words for one that is missing.
    #[must_use]
    pub fn known(self, lang: Lang, known: &FigureResult, style: Style) -> Self {
        match known {
            Ok(figure) => self.figure(lang, figure, style),
            Err(_) => self.role(Role::Dim, show::no_data(lang)),
        }
    }

    /// Indented by so many cells.
    #[must_use]
    pub fn indented(mut self, cells: u16) -> Self {
        self.indent = cells;
        self
    }

    /// The same line, as one that goes first where room is short.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// The text without roles.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    /// The figures written in the line.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.spans.iter().filter_map(|span| span.figure.as_deref())
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}
