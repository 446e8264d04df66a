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
pub struct Appearance {
    /// Colours.
    pub theme: Theme,
    /// Letters.
    pub letters: Letters,
}

/// The terminals of DEC and all that call themselves so.
const VT: &str = "vt";

/// Does a terminal of that name (`TERM`) show letters only? The fonts of the Linux console hold 256 or 512 signs:
/// neither braille nor most blocks, arrows and ticks are among them; a VT terminal has none at all.
pub fn lacks_shapes(term: &str) -> bool {
    is_vt(term) || ["linux", "cons25", "ansi"].contains(&head(term))
}

/// Does it have no colours, but bold and reverse? Names with `-m` and `-mono` are the monochrome forms of others.
pub fn lacks_colour(term: &str) -> bool {
    is_vt(term) || term.split('-').any(|part| part == "m" || part == "mono")
}

fn is_vt(term: &str) -> bool {
    head(term).strip_prefix(VT).is_some_and(|number| number.starts_with(|digit: char| digit.is_ascii_digit()))
}

fn head(term: &str) -> &str {
    term.split('-').next().unwrap_or(term)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminals_are_told_by_their_names() {
        let all = |term: &str| (lacks_shapes(term), lacks_colour(term));
        for term in ["xterm", "xterm-256color", "screen", "tmux-256color", "putty", "vte-256color", "rxvt"] {
            assert_eq!(all(term), (false, false), "{term}");
        }
        for term in ["vt100", "vt102", "vt220", "vt100-am"] {
            assert_eq!(all(term), (true, true), "{term}");
        }
        for term in ["linux", "linux-16color"] {
            assert_eq!(all(term), (true, false), "{term}");
        }
        assert_eq!(all("xterm-mono"), (false, true));
        assert_eq!(all("linux-m"), (true, true));
    }
}
