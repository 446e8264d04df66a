//! The languages the program speaks.

use crate::model::words::Text;

use super::glossary::Term;

/// A language of the screen. Vietnamese is the first, English the second; both hold every word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Tiếng Việt.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The wording of `text` in this language; Vietnamese where the file has no English.
    pub fn wording(self, text: &Text) -> &str {
        match self {
            Self::Vi => &text.vi,
            Self::En => text.en.as_deref().unwrap_or(&text.vi),
        }
    }

    /// The other language.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Vi => Self::En,
            Self::En => Self::Vi,
        }
    }

    /// A term of the glossary.
    pub fn term(self, (vi, en): Term) -> &'static str {
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }

    /// Chooses between two fixed wordings, Vietnamese first.
    pub fn pick<'a>(self, vi: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }
}
