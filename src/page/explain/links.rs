//! The numbers of a story that can be opened in turn, one of them picked.

use crate::model::figure::Figure;
use crate::text::line::{Line, Role};
use crate::text::show::Style;
use crate::text::template::Speaker;

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
    pub fn offer(&mut self, figure: &Figure) -> bool {
        let known = self.figures.iter().position(|f| is_same(f, figure));
        let index = known.unwrap_or(self.figures.len());
        if known.is_none() {
            self.figures.push(figure.clone());
        }
        self.pick == Some(index)
    }

    /// Is it the picked one?
    pub fn is_picked(&self, figure: &Figure) -> bool {
        self.pick.and_then(|pick| self.figures.get(pick)).is_some_and(|picked| is_same(picked, figure))
    }

    /// A number that can be opened: where it is picked after an arrow.
    pub fn open(&mut self, speaker: &impl Speaker, figure: &Figure, has_unit: bool) -> Line {
        let number = speaker.figure(Line::default(), figure, Style::Plain, has_unit);
        let is_picked = self.offer(figure);
        if is_picked {
            Line::with_role(Role::Accent, "→ ").then(number.in_role(Role::Accent))
        } else {
            number
        }
    }
}

/// Are they one figure: the same number of the same subject, made the same way?
pub(super) fn is_same(a: &Figure, b: &Figure) -> bool {
    a.shares_story_with(b) || (a.subject == b.subject && a.amount == b.amount && a.basis == b.basis)
}
