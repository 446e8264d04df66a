//! The way to the clipboard of whoever sits at the terminal: the program has none of its own, and sends the terminal a
//! message (OSC 52) that not every one takes.

use std::env;

use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;

use crate::app::appearance;

/// What stands between the program and the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// A terminal.
    Terminal,
    /// tmux, which takes the message or drops it, as it is set.
    Tmux,
    /// GNU screen, which takes no message of its own but passes pieces of one on.
    Screen,
    /// A console that has no clipboard.
    None,
}

/// As many bytes as GNU screen passes on in one piece; what is longer spills over the picture.
const PIECE: usize = 768;
const PASS_ON: &[u8] = b"\x1bP";
const END: &[u8] = b"\x1b\\";
/// Ends the message inside pieces, which [`END`] would end.
const BELL: &[u8] = b"\x07";

impl Way {
    /// From here.
    pub fn here() -> Self {
        let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
        Self::of(&env::var("TERM").unwrap_or_default(), is_set("TMUX"), is_set("STY"))
    }

    fn of(term: &str, has_tmux: bool, has_screen: bool) -> Self {
        if has_tmux {
            Self::Tmux
        } else if has_screen || term.starts_with("screen") {
            Self::Screen
        } else if appearance::lacks_shapes(term) {
            Self::None
        } else {
            Self::Terminal
        }
    }

    /// What is sent for a text; nothing where it would go nowhere.
    pub fn message(self, text: &str) -> Option<Vec<u8>> {
        let mut message = Vec::new();
        // Writing into a vector does not fail.
        let _ = queue!(message, CopyToClipboard::to_clipboard_from(text));
        match self {
            Self::Terminal | Self::Tmux => Some(message),
            Self::Screen => Some(in_pieces(&message)),
            Self::None => None,
        }
    }
}

fn in_pieces(message: &[u8]) -> Vec<u8> {
    let message = [message.strip_suffix(END).unwrap_or(message), BELL].concat();
    let pieces = message.chunks(PIECE - PASS_ON.len() - END.len());
    pieces.flat_map(|piece| [PASS_ON, piece, END].concat()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_51_screen_passes_a_long_message_on_in_pieces() {
        let text = "hộ nghèo\n".repeat(400);
        let whole = Way::Terminal.message(&text).unwrap();
        let sent = Way::of("screen.xterm-256color", false, true).message(&text).unwrap();
        let mut joined = Vec::new();
        let mut rest = sent.as_slice();
        while !rest.is_empty() {
            let body = rest.strip_prefix(PASS_ON).unwrap();
            let end = body.windows(2).position(|two| two == END).unwrap();
            assert!(PASS_ON.len() + end + END.len() <= PIECE);
            joined.extend(&body[..end]);
            rest = &body[end + END.len()..];
        }
        let ended = [joined.strip_suffix(BELL).unwrap(), END].concat();
        assert!(ended == whole && whole.len() > 3 * PIECE);
    }

    #[test]
    fn case_60_where_no_clipboard_is_nothing_is_sent() {
        for term in ["linux", "vt100", "vt220-w"] {
            assert_eq!(Way::of(term, false, false).message("a"), None, "{term}");
        }
        assert_eq!(Way::of("xterm-256color", false, false), Way::Terminal);
        assert_eq!(Way::of("screen", true, false), Way::Tmux);
        assert_eq!(Way::of("screen", false, false), Way::Screen);
    }
}
