//! Keys that came together: a paste without marks, and the corrections of Vietnamese input methods.
use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::decode::Item;
use crate::app::message::{Composed, Key, Message};

/// So many letters and a line end in one read were not typed: without bracketed paste a pasted `q` would quit.
const PASTE_LETTERS: usize = 8;
/// What follows a dropped paste within this time belongs to it; the fastest key repeat is slower.
const PASTE_GAP: Duration = Duration::from_millis(20);

/// Remembers between two reads what the next one may belong to.
#[derive(Debug, Default)]
pub(super) struct Batches {
    /// When the last piece of a dropped paste came.
    dropped: Option<Instant>,
    /// How many letters the last thing typed put in the place of others, if it was a correction.
    corrected: Option<usize>,
}

impl Batches {
    /// The messages of what one read brought at the time `now`.
    pub(super) fn messages<L>(&mut self, items: Vec<Item>, now: Instant) -> Vec<Message<L>> {
        let going_on = self.dropped.is_some_and(|then| now.duration_since(then) < PASTE_GAP);
        if !going_on && !looks_pasted(&items) {
            self.dropped = None;
            return self.corrections(&items);
        }
        self.dropped = Some(now);
        self.corrected = None;
        let loose = (!going_on).then(|| Message::LoosePaste(first_line(&items)));
        let pastes = items.into_iter().filter_map(|item| match item {
            Item::Paste(line) => Some(Message::Paste(line)),
            Item::Key(_) => None,
        });
        loose.into_iter().chain(pastes).collect()
    }

    fn corrections<L>(&mut self, items: &[Item]) -> Vec<Message<L>> {
        let mut messages = Vec::with_capacity(items.len());
        let mut rest = items;
        while let Some(first) = rest.first() {
            let correction = self.correction(rest);
            self.corrected = correction.as_ref().map(|(_, composed)| composed.text.chars().count());
            let (used, message) = correction.map_or_else(
                || (1, plain(first.clone())),
                |(used, composed)| (used, Message::Composed(composed)),
            );
            messages.push(message);
            rest = &rest[used..];
        }
        messages
    }

    /// The correction that `items` begin with, and how many of them it takes.
    fn correction(&self, items: &[Item]) -> Option<(usize, Composed)> {
        let erase = items.iter().take_while(|item| **item == Item::Key(Key::Backspace)).count();
        if erase == 0 {
            return None;
        }
        let letters: Vec<char> = items[erase..].iter().map_while(typed_letter).collect();
        let composed = composition(erase, &letters);
        composed.or_else(|| self.undoing(erase, &items[erase..]))
    }

    /// A tone key pressed twice takes the tone back: after `a`, `s`, `s` comes Backspace and `as`; in VNI after `a`, `1`,
    /// `1` Backspace and `a1`.
    fn undoing(&self, erase: usize, items: &[Item]) -> Option<(usize, Composed)> {
        let expected = self.corrected.filter(|count| *count == erase)? + 1;
        let text: String = items.get(..expected)?.iter().map(letter_of).collect::<Option<_>>()?;
        let key = text.chars().last().filter(char::is_ascii_alphanumeric)?;
        Some((erase + expected, Composed { erase, text, key, digit: None }))
    }
}

fn plain<L>(item: Item) -> Message<L> {
    match item {
        Item::Key(key) => Message::Key(key),
        Item::Paste(line) => Message::Paste(line),
    }
}

/// So many different letters in one read were pasted, for a held key repeats one; so were as many of any kind with a line
/// end. What follows the key that opens the search line is text and no key.
fn looks_pasted(items: &[Item]) -> bool {
    let keys = items.iter().take_while(|item| **item != Item::Key(Key::Char('/')));
    let letters: Vec<char> = keys.filter_map(letter_of).collect();
    let is_corrected = items.contains(&Item::Key(Key::Backspace));
    let different = letters.iter().collect::<BTreeSet<_>>().len();
    (different >= PASTE_LETTERS && !is_corrected)
        || (letters.len() >= PASTE_LETTERS && items.contains(&Item::Key(Key::Enter)))
}

fn letter_of(item: &Item) -> Option<char> {
    match item {
        Item::Key(Key::Char(letter)) => Some(*letter),
        _ => None,
    }
}

/// The letters up to the first line end behind some.
fn first_line(items: &[Item]) -> String {
    let is_line_end = |item: &&Item| **item == Item::Key(Key::Enter);
    let line = items.iter().skip_while(is_line_end).take_while(|item| !is_line_end(item));
    line.filter_map(letter_of).collect()
}

fn typed_letter(item: &Item) -> Option<char> {
    letter_of(item).filter(|letter| letter.is_alphabetic() || is_combining_mark(*letter))
}

/// Reads `letters` as what replaces `erase` letters: as many, of which at least one bears a mark.
fn composition(erase: usize, letters: &[char]) -> Option<(usize, Composed)> {
    let (mut used, mut bases) = (0, 0);
    for letter in letters {
        bases += usize::from(!is_combining_mark(*letter));
        if bases > erase {
            break;
        }
        used += 1;
    }
    let text: String = letters[..used].iter().copied().nfc().collect();
    let (key, digit) = text.chars().find_map(tone_key).or_else(|| text.chars().find_map(mark_key))?;
    Some((erase + used, Composed { erase, text, key, digit: Some(digit) }))
}

/// The key of a letter's tone, in Telex and in VNI.
fn tone_key(letter: char) -> Option<(char, char)> {
    std::iter::once(letter).nfd().find_map(|part| match part {
        '\u{301}' => Some(('s', '1')),
        '\u{300}' => Some(('f', '2')),
        '\u{309}' => Some(('r', '3')),
        '\u{303}' => Some(('x', '4')),
        '\u{323}' => Some(('j', '5')),
        _ => None,
    })
}

/// The key of a letter's other mark: in Telex the letter doubled, or `w`.
fn mark_key(letter: char) -> Option<(char, char)> {
    if matches!(letter, 'đ' | 'Đ') {
        return Some(('d', '9'));
    }
    let mut parts = std::iter::once(letter).nfd();
    let base = parts.next()?;
    parts.find_map(|part| match part {
        '\u{302}' => Some((base.to_ascii_lowercase(), '6')),
        '\u{31b}' => Some(('w', '7')),
        '\u{306}' => Some(('w', '8')),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::term::decode::Decoder;

    fn typed(batches: &mut Batches, text: &str, now: Instant) -> Vec<Message<()>> {
        let mut items = Vec::new();
        Decoder::default().feed(text.as_bytes(), &mut items);
        batches.messages(items, now)
    }

    fn once(text: &str) -> Vec<Message<()>> {
        typed(&mut Batches::default(), text, Instant::now())
    }

    fn composed(erase: usize, text: &str, key: char, digit: Option<char>) -> Message<()> {
        Message::Composed(Composed { erase, text: text.to_owned(), key, digit })
    }

    fn pasted(text: &str) -> Message<()> {
        Message::LoosePaste(text.to_owned())
    }

    fn key(letter: char) -> Message<()> {
        Message::Key(Key::Char(letter))
    }

    #[test]
    fn backspace_and_a_composed_letter_mean_the_key_that_composed_it() {
        let table = [
            ("\x7fá", 1, "á", 's', '1'),
            ("\x7fạ", 1, "ạ", 'j', '5'),
            ("\x7fế", 1, "ế", 's', '1'),
            ("\x7fâ", 1, "â", 'a', '6'),
            ("\x7fÊ", 1, "Ê", 'e', '6'),
            ("\x7fư", 1, "ư", 'w', '7'),
            ("\x7fă", 1, "ă", 'w', '8'),
            ("\x7fđ", 1, "đ", 'd', '9'),
            ("\x7f\x7fươ", 2, "ươ", 'w', '7'),
            ("\x7f\x7fói", 2, "ói", 's', '1'),
            ("\x7fa\u{301}", 1, "á", 's', '1'),
        ];
        for (bytes, erase, text, meant, digit) in table {
            assert_eq!(once(bytes), [composed(erase, text, meant, Some(digit))], "{bytes:?}");
        }
    }

    #[test]
    fn keys_around_a_correction_stay_keys() {
        assert_eq!(once("a\x7fáq"), [key('a'), composed(1, "á", 's', Some('1')), key('q')]);
        assert_eq!(once("\x7fs"), [Message::Key(Key::Backspace), key('s')]);
        assert_eq!(once("\x7f"), [Message::Key(Key::Backspace)]);
        assert_eq!(once("á"), [key('á')]);
    }

    #[test]
    fn a_tone_key_pressed_twice_is_still_that_key() {
        let mut batches = Batches::default();
        let now = Instant::now();
        assert_eq!(typed(&mut batches, "\x7fá", now), [composed(1, "á", 's', Some('1'))]);
        assert_eq!(typed(&mut batches, "\x7fas", now), [composed(1, "as", 's', None)]);
        assert_eq!(typed(&mut batches, "\x7fá", now), [composed(1, "á", 's', Some('1'))]);
        assert_eq!(typed(&mut batches, "\x7fa1", now), [composed(1, "a1", '1', None)], "so it is VNI");
    }

    #[test]
    fn case_57_many_different_letters_in_one_read_are_a_paste() {
        assert_eq!(once("hộ nghèo quận 6"), [pasted("hộ nghèo quận 6")]);
        assert_eq!(once("\rhộ nghèo\rquận 6"), [pasted("hộ nghèo")]);
        assert_eq!(once("nghèo 6").len(), 7);
        // After the key that opens the search line letters are its text, and are keys until then.
        assert_eq!(once("2/hộ nghèo quận 6").len(), 17);
        // A line that an input method corrected was typed.
        assert!(matches!(once("hộ nghe\x7fèo quận 6")[7], Message::Composed(_)));
    }

    #[test]
    fn letters_and_a_line_end_in_one_read_are_a_paste() {
        assert_eq!(once("quit now\r"), [pasted("quit now")]);
        assert_eq!(once("\nwidth of q"), [pasted("width of q")]);
        assert_eq!(
            once("7 keys\r"),
            "7 keys".chars().map(key).chain([Message::Key(Key::Enter)]).collect::<Vec<_>>()
        );
        assert_eq!(once(&"q".repeat(10_000)).len(), 10_000);
        assert_eq!(once("\x1b[200~Phường 3\r\x1b[201~"), [Message::Paste("Phường 3".to_owned())]);
    }

    #[test]
    fn the_rest_of_a_dropped_paste_goes_with_it() {
        let mut batches = Batches::default();
        let start = Instant::now();
        let after = |ms| start + Duration::from_millis(ms);
        assert_eq!(typed(&mut batches, "a long text\r", start), [pasted("a long text")]);
        assert_eq!(typed(&mut batches, "q", after(5)), []);
        assert_eq!(typed(&mut batches, "q", after(20)), []);
        assert_eq!(typed(&mut batches, "q", after(100)), [key('q')]);
    }
}
