//! The numbers of a story that can be opened in turn, one of them picked.

use crate::model::figure::Figure;

use crate::text::line::{Line, Role, Span};

/// The numbers, in the order in which Tab picks them.
pub(super) struct Links {
    /// All of them.
    pub figures: Vec<Figure>,
    /// The one that Enter follows; none where nothing is marked.
    pick: Option<usize>,
}

impl Links {
    /// Nothing picked.
    pub fn none() -> Self {
        Self { figures: Vec::new(), pick: None }
    }

    /// With that one picked.
    pub fn picked(pick: usize) -> Self {
        Self { figures: Vec::new(), pick: Some(pick) }
    }

    /// Takes a number in, once; is it the picked one?
    pub fn add(&mut self, figure: &Figure) -> bool {
        let known = self.figures.iter().position(|f| is_same(f, figure));
        let index = known.unwrap_or(self.figures.len());
        if known.is_none() {
            self.figures.push(figure.clone());
        }
        self.pick == Some(index)
    }

    /// A line with a number added that can be opened: where it is picked after an arrow.
    pub fn open(&mut self, line: Line, text: String, figure: &Figure) -> Line {
        if self.add(figure) {
            span(line.role(Role::Accent, "→ "), Role::Accent, text, figure)
        } else {
            span(line, Role::Plain, text, figure)
        }
    }
}

/// Are they one figure: the same number of the same subject, made the same way?
pub(super) fn is_same(a: &Figure, b: &Figure) -> bool {
    std::sync::Arc::ptr_eq(&a.story, &b.story)
        || (a.what == b.what && a.amount == b.amount && a.origin == b.origin)
}

/// A line with a figure added in words of the caller's.
pub(super) fn span(mut line: Line, role: Role, text: String, figure: &Figure) -> Line {
    line.spans.push(Span { text, role, figure: Some(Box::new(figure.clone())) });
    line
}
