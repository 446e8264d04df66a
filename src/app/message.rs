//! What can happen to the program ([`Message`]), and what it can ask for ([`Effect`]).
//!
//! Whoever turns a message into a new state needs no clock, no file and no terminal: the time, the size and the
//! loaded data all arrive as messages, so the same messages always give the same picture.
use chrono::NaiveDateTime;

use crate::source::Progress;

/// A key as the program understands it. Alt, Shift with an arrow, function keys and the mouse mean nothing here and
/// never arrive; Ctrl-C, Ctrl-L, Ctrl-\ and Ctrl-Z are taken by the loop before the program sees them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// A letter, digit or sign, as typed: `S` and `s` differ, `ơ` stays `ơ`.
    Char(char),
    /// Control with a letter (in lower case) or sign.
    Ctrl(char),
    /// Return or Enter, on either keypad.
    Enter,
    /// Escape.
    Esc,
    /// Backspace, whichever of its two codes the terminal sends.
    Backspace,
    /// Delete (the letter under the cursor).
    Delete,
    /// Tab.
    Tab,
    /// Shift with Tab.
    BackTab,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// To the beginning.
    Home,
    /// To the end.
    End,
}

/// An input method's correction: it takes back the last `erase` letters and puts `text` in their place.
///
/// Vietnamese methods hold no letters back: `a` is sent at once, and `s` after it arrives as Backspace and `á`.
/// Where text is written, apply the correction. Anywhere else the letters before have long acted as keys, the
/// Backspace must not, and what the person pressed is [`Composed::key`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Composed {
    /// How many letters before the cursor go.
    pub erase: usize,
    /// What comes in their place.
    pub text: String,
    /// The key that was pressed, in the Telex layout: `s` for `á`, `a` for `â`, `w` for `ư`, `d` for `đ`.
    pub key: char,
    /// The digit that was pressed instead, if the layout is VNI: `1` for `á`, `6` for `â`, `7` for `ư`, `9` for `đ`. None
    /// where it is sure that it was the key.
    pub digit: Option<char>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message<L> {
    /// A key was pressed.
    Key(Key),
    /// An input method corrected what it had sent.
    Composed(Composed),
    /// The first line of a text pasted in one piece, as it came (not cleaned), at most 4 KiB of it.
    Paste(String),
    /// The first line of what looks pasted, but came as loose keys: text where a line is typed; elsewhere it is not acted
    /// upon, and that is said.
    LoosePaste(String),
    /// The screen has this many cells now. Always comes before the first drawing; never zero.
    Resize {
        /// Columns.
        width: u16,
        /// Rows.
        height: u16,
    },
    /// The local time: before anything else, then at every full minute, and every second while the screen asks.
    Tick(NaiveDateTime),
    /// Data were read: at the start, after [`Effect::Reload`], and after a file changed.
    Loaded(Box<L>),
    /// Of data that take long to be read the newest of what will be shown, before the rest.
    FirstLoaded(Box<L>),
    /// How far a reading that takes long has come; none when it has ended without anything new.
    Reading(Option<Progress>),
    /// The reading itself broke (a fault of the program, not of a file); nothing new was loaded.
    LoadFailed,
}

/// Something the program asks of whoever runs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// End with this exit code.
    Quit(u8),
    /// Read the data again, however old they are.
    Reload,
    /// Give the terminal back and stop, as Ctrl-Z does.
    Suspend,
    /// Send these bytes to the terminal as they are, between two frames.
    Send(Vec<u8>),
}
