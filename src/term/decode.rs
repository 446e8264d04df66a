//! Bytes from the keyboard to keys and pastes.
//!
//! The program reads the terminal itself, because what a library reader hides matters here: which keys came in one
//! read (an input method's correction, a paste without marks), an escape sequence cut in two by a slow link, a
//! bracketed paste whose end never comes. Answers to questions of earlier programs, mouse reports and broken
//! sequences are swallowed whole, so that no piece of them acts as a key.
use std::time::Duration;

use super::paste::Paste;
use crate::app::message::Key;

const ESC: u8 = 0x1b;
const PASTE_START: &[u8] = b"\x1b[200~";
/// More than any sequence a keyboard sends; what is longer is not one.
const LONGEST_SEQUENCE: usize = 64;
/// Answers such as a colour or a terminal's name stay far below this.
const LONGEST_ANSWER: usize = 4096;
/// An Esc that no more bytes follow within this time was the key.
const ESCAPE_PATIENCE: Duration = Duration::from_millis(50);
/// What surely begins a sequence may take longer to come whole: over a slow link its rest comes after 80 to 150 ms.
const SEQUENCE_PATIENCE: Duration = Duration::from_millis(500);
/// A sequence with parameters, or an answer, that stands still for so long has lost its end.
const ANSWER_PATIENCE: Duration = Duration::from_secs(1);
/// A paste that stands still for so long has lost its end mark; without this every later key would be swallowed.
const PASTE_PATIENCE: Duration = Duration::from_secs(1);

/// What the bytes meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    Key(Key),
    /// The first line of a bracketed paste.
    Paste(String),
}

/// What one step over the bytes found; [`Decoder::feed`] puts it into effect.
enum Found {
    Key(Key),
    Nothing,
    PasteStart,
}

/// Holds what is not complete yet between two reads.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    pending: Vec<u8>,
    paste: Option<Paste>,
    /// An Esc has just been taken for the key; it may yet turn out to have begun a sequence.
    escaped: bool,
}

impl Decoder {
    /// Takes the bytes of a read and appends what they complete to `out`.
    pub(super) fn feed(&mut self, bytes: &[u8], out: &mut Vec<Item>) {
        if std::mem::take(&mut self.escaped) && is_rest_of_sequence(bytes) {
            self.pending.push(ESC);
        }
        self.pending.extend_from_slice(bytes);
        let buffer = std::mem::take(&mut self.pending);
        let mut rest = buffer.as_slice();
        while !rest.is_empty() {
            if let Some(paste) = &mut self.paste {
                let (used, ended) = paste.feed(rest);
                rest = &rest[used..];
                if ended {
                    self.end_paste(out);
                }
                continue;
            }
            let Some((used, found)) = step(rest) else { break };
            rest = &rest[used..];
            match found {
                Found::Key(key) => out.push(Item::Key(key)),
                Found::PasteStart => self.paste = Some(Paste::default()),
                Found::Nothing => {}
            }
        }
        self.pending = rest.to_vec();
    }

    /// How long to wait for more before [`Decoder::expire`]; `None` when nothing hangs in the air.
    pub(super) fn patience(&self) -> Option<Duration> {
        if self.paste.is_some() {
            return Some(PASTE_PATIENCE);
        }
        match self.pending.as_slice() {
            [] => self.escaped.then_some(SEQUENCE_PATIENCE),
            [ESC] => Some(ESCAPE_PATIENCE),
            [ESC, _] => Some(SEQUENCE_PATIENCE),
            [ESC, ..] => Some(ANSWER_PATIENCE),
            _ => None,
        }
    }

    /// Nothing followed: ends an unfinished paste, and makes keys of what began like a sequence but was typed.
    pub(super) fn expire(&mut self, out: &mut Vec<Item>) {
        self.end_paste(out);
        self.escaped = false;
        let pending = std::mem::take(&mut self.pending);
        match pending.as_slice() {
            [ESC] => {
                out.push(Item::Key(Key::Esc));
                self.escaped = true;
            }
            [ESC, sign @ (b'[' | b'O' | b']' | b'P')] => {
                out.push(Item::Key(Key::Esc));
                out.push(Item::Key(Key::Char(char::from(*sign))));
            }
            [first, ..] if *first != ESC => self.pending = pending,
            _ => {}
        }
    }

    fn end_paste(&mut self, out: &mut Vec<Item>) {
        if let Some(paste) = self.paste.take() {
            let line = paste.first_line();
            if !line.is_empty() {
                out.push(Item::Paste(line));
            }
        }
    }
}

/// Are these, right after an Esc, the rest of the sequence that it began: `[` or `O`, and all to the final letter?
fn is_rest_of_sequence(bytes: &[u8]) -> bool {
    let whole = [&[ESC], bytes].concat();
    matches!(bytes, [b'[' | b'O', ..]) && matches!(step(&whole), Some((used, _)) if used > 2)
}

/// The first key or sequence of `bytes` and its length; `None` when more bytes are needed to tell.
fn step(bytes: &[u8]) -> Option<(usize, Found)> {
    match *bytes.first()? {
        ESC => escape(bytes),
        byte if byte < 0x80 => Some((1, Found::Key(ascii(byte)))),
        _ => letter(bytes),
    }
}

fn ascii(byte: u8) -> Key {
    match byte {
        b'\r' | b'\n' => Key::Enter,
        b'\t' => Key::Tab,
        0x7f | 0x08 => Key::Backspace,
        0 => Key::Ctrl(' '),
        0x01..=0x1a => Key::Ctrl(char::from(byte - 1 + b'a')),
        0x1c..=0x1f => Key::Ctrl(char::from(byte - 0x1c + b'\\')),
        _ => Key::Char(char::from(byte)),
    }
}

/// A letter beyond ASCII; broken UTF-8 is skipped, C1 controls too.
fn letter(bytes: &[u8]) -> Option<(usize, Found)> {
    let head = &bytes[..bytes.len().min(4)];
    let valid = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if error.valid_up_to() > 0 => std::str::from_utf8(&head[..error.valid_up_to()]).ok()?,
        Err(error) => return error.error_len().map(|bad| (bad, Found::Nothing)),
    };
    let letter = valid.chars().next()?;
    let found = if letter.is_control() { Found::Nothing } else { Found::Key(Key::Char(letter)) };
    Some((letter.len_utf8(), found))
}

/// What begins with Esc. Esc before an ordinary key is the Esc key: nothing here listens to Alt, and "Esc, q" often
/// arrives in one piece.
fn escape(bytes: &[u8]) -> Option<(usize, Found)> {
    match (*bytes.get(1)?, bytes.get(2)) {
        (b'[', _) => control_sequence(bytes),
        (b'O', Some(last)) => Some((3, single_shift(*last).map_or(Found::Nothing, Found::Key))),
        (b']', Some(b'0'..=b'9')) | (b'P', Some(b'0'..=b'9' | b'>' | b'!' | b'+')) => answer(bytes),
        (b'O' | b']' | b'P', None) => None,
        _ => Some((1, Found::Key(Key::Esc))),
    }
}

fn single_shift(last: u8) -> Option<Key> {
    match last {
        b'M' => Some(Key::Enter),
        _ => arrow(last),
    }
}

fn arrow(last: u8) -> Option<Key> {
    Some(match last {
        b'A' => Key::Up,
        b'B' => Key::Down,
        b'C' => Key::Right,
        b'D' => Key::Left,
        b'H' => Key::Home,
        b'F' => Key::End,
        _ => return None,
    })
}

/// `Esc [`, parameters, a final letter. A byte that belongs to no sequence ends it without a meaning.
fn control_sequence(bytes: &[u8]) -> Option<(usize, Found)> {
    let body = &bytes[2..];
    let Some(length) = body.iter().position(|byte| !(0x20..=0x3f).contains(byte)) else {
        return (bytes.len() > LONGEST_SEQUENCE).then_some((bytes.len(), Found::Nothing));
    };
    let end = 2 + length + 1;
    match body[length] {
        // The Linux console's function keys and the old mouse report go on after their "final" letter.
        b'[' if length == 0 => (bytes.len() > end).then_some((end + 1, Found::Nothing)),
        b'M' if length == 0 => (bytes.len() >= end + 3).then_some((end + 3, Found::Nothing)),
        _ if &bytes[..end] == PASTE_START => Some((end, Found::PasteStart)),
        last @ 0x40..=0x7e => {
            Some((end, sequence_key(&body[..length], last).map_or(Found::Nothing, Found::Key)))
        }
        _ => Some((end - 1, Found::Nothing)),
    }
}

/// The key of a control sequence; a Shift or Control held with an arrow changes nothing.
fn sequence_key(parameters: &[u8], last: u8) -> Option<Key> {
    if !parameters.iter().all(|byte| byte.is_ascii_digit() || *byte == b';') {
        return None;
    }
    let number = parameters.split(|byte| *byte == b';').next().unwrap_or_default();
    match (number, last) {
        (_, b'Z') => Some(Key::BackTab),
        (b"1" | b"7", b'~') => Some(Key::Home),
        (b"3", b'~') => Some(Key::Delete),
        (b"4" | b"8", b'~') => Some(Key::End),
        (b"5", b'~') => Some(Key::PageUp),
        (b"6", b'~') => Some(Key::PageDown),
        (b"" | b"1", last) => arrow(last),
        _ => None,
    }
}

/// A terminal's late answer to a program before this one; it ends with BEL or `Esc \`.
fn answer(bytes: &[u8]) -> Option<(usize, Found)> {
    let end = bytes.iter().enumerate().skip(2).find_map(|(at, byte)| match (byte, bytes.get(at + 1)) {
        (0x07, _) => Some(at + 1),
        (&ESC, Some(b'\\')) => Some(at + 2),
        _ => None,
    });
    let used = end.or((bytes.len() > LONGEST_ANSWER).then_some(bytes.len()))?;
    Some((used, Found::Nothing))
}

#[cfg(test)]
mod tests;
