//! Free text as a file gives it: Vietnamese, and English where the file has it.

/// A text of the file in its languages. The Vietnamese one is never empty; both are clean (no control letters).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text {
    /// As the officer wrote it.
    pub vi: String,
    /// The English wording, when the file gives one.
    pub en: Option<String>,
}

impl Text {
    /// A text that stands in Vietnamese alone.
    pub fn vi(words: impl Into<String>) -> Self {
        Self { vi: words.into(), en: None }
    }
}
