//! How the screen looks on the terminal at hand: its colours, and the letters it can show.

/// Colours: sixteen and attributes only. What they say is also said by word and mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// For dark terminals.
    #[default]
    Default,
    /// For light ones.
    Light,
    /// Bright cyan, bright yellow and reverse video: told apart by eyes that mix red and green.
    Contrast,
    /// No colour at all.
    Mono,
}

/// The letters the terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Letters {
    /// All.
    #[default]
    All,
    /// Letters, but no box drawing, blocks, braille or arrows.
    NoShapes,
    /// Nothing beyond ASCII: accents are dropped.
    Ascii,
}

/// Both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// Colours.
    pub theme: Theme,
    /// Letters.
    pub letters: Letters,
}
