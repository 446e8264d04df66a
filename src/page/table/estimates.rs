//! Estimates are called so at every number. Where that takes the room of others, and every figure of a table is one, its
//! head says it once.

use crate::text::line::{Line, Role};
use crate::text::{Lang, glossary, show};

use super::{Cell, Table};

impl Table {
    /// The head of its labels with the word for estimates, where each of its figures is one: `Địa bàn (ước)`.
    pub fn head_of_estimates(&self, narrow: bool) -> Option<String> {
        let word = self.estimates?.term(glossary::ESTIMATE[0]).trim();
        Some(format!("{} ({word})", self.head.fit(narrow)).trim().to_owned())
    }
}

impl Cell {
    /// The same where the head says of all numbers that they are estimates.
    #[must_use]
    pub fn without_estimate(&self, lang: Lang) -> Self {
        let line = match self {
            Self::Known(Ok(figure), style) => {
                let number = Line::default().written(show::number(lang, figure, *style), figure);
                number.role(Role::Dim, show::mark(figure))
            }
            Self::Line(line) => {
                let mut line = line.clone();
                for span in &mut line.spans {
                    let word = span.figure.as_ref().map_or("", |figure| show::estimated(lang, figure));
                    span.text = span.text.strip_prefix(word).unwrap_or(&span.text).to_owned();
                }
                line
            }
            other => return other.clone(),
        };
        Self::Line(line)
    }
}
