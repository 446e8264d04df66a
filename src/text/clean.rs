//! Text from outside made safe to show: nothing in it can move the cursor, turn the reading direction
//! round, hide, or pile up on one letter.
//!
//! Done once, where text comes in, so that screen, report, clipboard and messages all get the clean one.

use unicode_general_category::{GeneralCategory, get_general_category};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Marks one letter may carry; a decomposed Vietnamese letter has two.
const MARKS_A_LETTER: usize = 3;

/// `text` composed (NFC) and without control, direction and invisible letters, blanks of all kinds in a
/// row as one, none at the ends; with how many letters were taken out that no reader could see.
///
/// Cleaning twice changes nothing more.
pub fn clean(text: &str) -> (String, usize) {
    if is_plain(text) {
        return (text.to_owned(), 0);
    }
    cleaned(text)
}

/// The same, letter by letter.
fn cleaned(text: &str) -> (String, usize) {
    let (visible, hidden) = drop_hidden(text);
    let (out, piled) = join_blanks(&visible.nfc().collect::<String>());
    (out, hidden + piled)
}

/// A text that is clean as it is, which nearly every one of a list is; none where that is not sure.
pub fn as_it_is(text: &str) -> Option<&str> {
    is_plain(text).then_some(text)
}

/// Is a text clean as it is? Nearly every text is: whole letters of Latin as Vietnamese is written with, signs of print,
/// one blank between words. What is not surely so is looked at letter by letter.
fn is_plain(text: &str) -> bool {
    // A text that begins with a blank does not begin after a word.
    let mut after_blank = true;
    let mut rest = text.as_bytes();
    loop {
        // Most letters are told by their first bytes.
        (after_blank, rest) = match rest {
            [] => return text.is_empty() || !after_blank,
            [b'!'..=b'~', rest @ ..] | [0xC3..=0xC8, _, rest @ ..] | [0xE1, 0xB8..=0xBB, _, rest @ ..] => {
                (false, rest)
            }
            [b' ', rest @ ..] if !after_blank => (true, rest),
            _ => return is_plain_by_letters(text),
        };
    }
}

fn is_plain_by_letters(text: &str) -> bool {
    // A text that begins with a blank does not begin after a word.
    let mut after_blank = true;
    for letter in text.chars() {
        let is_letter = matches!(letter,
            '!'..='~'
            | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{24F}'
            | '\u{1E00}'..='\u{1EFF}'
            | '\u{2012}'..='\u{2027}' | '\u{2030}'..='\u{203A}' | '\u{2212}');
        if !is_letter && (letter != ' ' || after_blank) {
            return false;
        }
        after_blank = letter == ' ';
    }
    text.is_empty() || !after_blank
}

/// Takes hidden letters out and makes every kind of blank a space; counts the hidden ones.
fn drop_hidden(text: &str) -> (String, usize) {
    let mut out = String::with_capacity(text.len());
    let mut hidden = 0;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        // A carriage return alone lets the rest of a line overwrite its beginning: no common line end.
        let is_lone_return = letter == '\r' && letters.peek() != Some(&'\n');
        hidden += usize::from(is_lone_return || is_odd_break(letter) || is_hidden(letter));
        if letter.is_whitespace() {
            out.push(' ');
        } else if !is_hidden(letter) {
            out.push(letter);
        }
    }
    (out, hidden)
}

/// Blanks in a row become one, none stays at the ends; a letter keeps its first marks, and a mark
/// without a letter would sit on what stands before it on the screen. Counts the marks dropped.
fn join_blanks(text: &str) -> (String, usize) {
    let mut out = String::with_capacity(text.len());
    let (mut marks, mut piled) = (MARKS_A_LETTER, 0);
    for letter in text.chars() {
        if letter == ' ' {
            marks = MARKS_A_LETTER;
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !is_combining_mark(letter) {
            marks = 0;
            out.push(letter);
        } else if marks < MARKS_A_LETTER {
            marks += 1;
            out.push(letter);
        } else {
            piled += 1;
        }
    }
    out.truncate(out.trim_end().len());
    (out, piled)
}

/// `text` as one line of a message that goes to a terminal by itself: what could move its cursor, turn the reading
/// direction round or hide is written as its code. For words that are somebody's own, as those of the command line: what
/// files say is [`clean`]ed when it is read.
pub fn visible(text: &str) -> String {
    let is_shown = |letter: char| !(letter.is_control() || is_odd_break(letter) || is_hidden(letter));
    text.chars().fold(String::with_capacity(text.len()), |mut out, letter| {
        if is_shown(letter) {
            out.push(letter);
        } else {
            out.extend(letter.escape_default());
        }
        out
    })
}

/// Line breaks that no one types into a name: they stay as a blank, so that words keep apart, and count.
pub fn is_odd_break(letter: char) -> bool {
    matches!(letter, '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Letters without a picture of their own: controls, directions, joiners, fillers, selectors, tags, what is for private
/// use and what is no letter yet or never will be: a page with one of the last is not well formed.
pub fn is_hidden(letter: char) -> bool {
    match letter {
        // No look into the tables of all letters for those that nearly every text is made of.
        '\0'..='\u{24F}' => letter.is_control() && !letter.is_whitespace() || letter == '\u{AD}',
        '\u{1E00}'..='\u{1EFF}' => false,
        _ => is_empty(letter) || is_hidden_by_category(letter),
    }
}

fn is_hidden_by_category(letter: char) -> bool {
    use GeneralCategory::{Control, Format, PrivateUse, Unassigned};
    matches!(get_general_category(letter), Control | Format | PrivateUse | Unassigned)
}

/// Ignorable by default or empty, though Unicode counts them as letters, marks or signs.
fn is_empty(letter: char) -> bool {
    matches!(letter,
        '\u{34F}' // grapheme joiner
        | '\u{115F}'..='\u{1160}' | '\u{3164}' | '\u{FFA0}' // Hangul fillers
        | '\u{17B4}'..='\u{17B5}' // Khmer inherent vowels
        | '\u{180B}'..='\u{180F}' // Mongolian selectors
        | '\u{2800}' // braille blank
        | '\u{FE00}'..='\u{FE0F}' // variation selectors: emoji or text
        | '\u{16FE4}' // Khitan filler
        | '\u{1BC9D}' // shorthand selector
        | '\u{1D159}' // music without a note
        | '\u{E0100}'..='\u{E01EF}' // more selectors
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cleaned(text: &str) -> String {
        clean(text).0
    }

    /// What is taken as it is is what every letter of it was looked at for.
    #[test]
    fn plain_letters_are_clean() {
        for letter in ('\u{0}'..='\u{FFFF}').filter(|letter| is_plain(&letter.to_string())) {
            for text in [letter.to_string(), format!("a{letter}b"), format!("{letter} ơ{letter}")] {
                assert_eq!(super::cleaned(&text), (text.clone(), 0), "U+{:04X}", u32::from(letter));
            }
        }
        for text in ["a b", "Phường 10", ""] {
            assert!(is_plain(text), "{text}");
        }
        for text in [" a", "a ", "a  b", "a\tb", "a\u{301}", "a\u{AD}b", "a\u{2028}b", " "] {
            assert!(!is_plain(text), "{text:?}");
        }
    }

    #[test]
    fn names_stay_as_they_are() {
        for name in ["Phường 10", "Quận 6, TP.HCM", "Hộ nghèo · 2,20%", "Nguyễn Hữu Thọ", "ក្រុង", "区"]
        {
            assert_eq!(clean(name), (name.into(), 0));
        }
    }

    #[test]
    fn letters_are_composed() {
        assert_eq!(clean("Phu\u{31B}o\u{31B}\u{300}ng"), ("Phường".into(), 0));
        assert_eq!(cleaned("e\u{302}\u{323}"), "ệ");
        assert_eq!(cleaned("e\u{323}\u{302}"), "ệ");
        // A hidden letter between a letter and its mark does not keep them apart.
        assert_eq!(clean("o\u{200D}\u{31B}"), ("ơ".into(), 1));
    }

    #[test]
    fn case_67_what_is_no_letter_is_taken_out() {
        for code in ['\u{FFFE}', '\u{FFFF}', '\u{FDD0}', '\u{FDEF}', '\u{1FFFE}', '\u{10FFFF}'] {
            assert_eq!(clean(&format!("a{code}b")), ("ab".into(), 1), "{:X}", u32::from(code));
        }
        assert_eq!(clean("\u{FDCF}\u{FDF0}").1, 0);
    }

    #[test]
    fn case_66_words_of_a_message_show_what_they_hide() {
        assert_eq!(visible("tệp “a”\\ b"), "tệp “a”\\ b");
        assert_eq!(visible("a\u{1b}]52;c;x\u{7}\u{9b}"), "a\\u{1b}]52;c;x\\u{7}\\u{9b}");
        assert_eq!(visible("a\u{202e}b\u{200b}\u{2028}\n"), "a\\u{202e}b\\u{200b}\\u{2028}\\n");
    }

    #[test]
    fn escapes_lose_their_power() {
        assert_eq!(clean("a\u{1b}[2Jb"), ("a[2Jb".into(), 1));
        assert_eq!(clean("a\u{1b}]52;c;eA==\u{7}"), ("a]52;c;eA==".into(), 2));
        assert_eq!(clean("\u{9b}2J\u{9d}0;t\u{9c}\u{0}\u{7f}\u{8}"), ("2J0;t".into(), 6));
    }

    #[test]
    fn hidden_letters_are_dropped_and_counted() {
        for hidden in [
            '\u{202E}',
            '\u{2066}',
            '\u{2069}',
            '\u{200E}',
            '\u{200F}',
            '\u{61C}',
            '\u{200B}',
            '\u{200C}',
            '\u{200D}',
            '\u{2060}',
            '\u{FEFF}',
            '\u{AD}',
            '\u{3164}',
            '\u{115F}',
            '\u{1160}',
            '\u{FFA0}',
            '\u{2800}',
            '\u{FE0F}',
            '\u{FFF9}',
            '\u{E0041}',
            '\u{E01EF}',
            '\u{180E}',
        ] {
            let text = format!("Phường{hidden} 1");
            assert_eq!(clean(&text), ("Phường 1".into(), 1), "U+{:04X}", u32::from(hidden));
        }
    }

    /// Of no script yet, for private use, formats of scripts, fillers.
    #[test]
    fn case_23_what_has_no_picture_is_dropped_by_its_category() {
        for hidden in [
            '\u{378}',
            '\u{1FBFF}',
            '\u{3FFFD}',
            '\u{E000}',
            '\u{F8FF}',
            '\u{F0000}',
            '\u{10FFFD}',
            '\u{600}',
            '\u{110BD}',
            '\u{13430}',
            '\u{1343F}',
            '\u{16FE4}',
            '\u{1BC9D}',
            '\u{1D159}',
            '\u{E0FFF}',
        ] {
            let text = format!("Phường{hidden} 1");
            assert_eq!(clean(&text), ("Phường 1".into(), 1), "U+{:04X}", u32::from(hidden));
            assert!(visible(&text).contains("\\u{"), "U+{:04X}", u32::from(hidden));
        }
        for shown in ["ᄀ", "អ", "𞤀", "🏠", "\u{FFFD}", "\u{FFFC}", "㊗", "𝄞", "①"] {
            assert_eq!(clean(shown), (shown.to_owned(), 0));
        }
    }

    /// What is told without a look into the tables is as they have it.
    #[test]
    fn letters_of_vietnamese_are_told_as_the_tables_have_them() {
        for letter in ('\0'..='\u{24F}').chain('\u{1E00}'..='\u{1EFF}') {
            let is_hidden = is_hidden_by_category(letter) && !letter.is_whitespace();
            assert_eq!(super::is_hidden(letter), is_hidden, "U+{:04X}", u32::from(letter));
        }
    }

    #[test]
    fn blanks_and_breaks_become_one_blank() {
        assert_eq!(clean("  Phường\t \r\n\u{A0}1\n"), ("Phường 1".into(), 0));
        assert_eq!(clean("a\u{2028}b\u{2029}c\u{85}d\u{b}e"), ("a b c d e".into(), 4));
        assert_eq!(clean("1.429\r9"), ("1.429 9".into(), 1));
        assert_eq!(clean(" \n "), (String::new(), 0));
        assert_eq!(clean("a \u{200B} b"), ("a b".into(), 1));
    }

    #[test]
    fn marks_do_not_pile_up() {
        let piled = format!("a{}", "\u{35C}".repeat(1000));
        assert_eq!(clean(&piled), ("a\u{35C}\u{35C}\u{35C}".into(), 997));
        assert_eq!(clean("\u{301}a \u{301}b"), ("a b".into(), 2));
    }

    /// Texts full of what `clean` judges.
    fn hostile() -> impl Strategy<Value = String> {
        let letters = "[a-cơệđ \t\r\n\u{0}\u{1b}\u{85}\u{a0}\u{301}\u{302}\u{31b}\u{323}\u{35c}\u{34f}\u{200d}\u{202e}\u{2028}\u{fe0f}\u{1100}\u{1161}\u{11a8}\u{9c7}\u{9be}\u{1f468}\u{1f3fb}]{0,40}";
        prop_oneof![
            letters,
            ".{0,40}",
            proptest::collection::vec(any::<char>(), 0..40).prop_map(String::from_iter)
        ]
    }

    proptest! {
        #[test]
        fn the_short_way_ends_where_the_long_one_does(text in hostile()) {
            prop_assert_eq!(clean(&text), super::cleaned(&text));
        }

        #[test]
        fn cleaning_twice_changes_nothing(text in hostile()) {
            let once = cleaned(&text);
            prop_assert_eq!(clean(&once), (once, 0));
        }

        #[test]
        fn nothing_dangerous_is_left(text in hostile()) {
            let out = cleaned(&text);
            prop_assert!(!out.chars().any(|c| is_hidden(c) || (c != ' ' && c.is_whitespace())));
            prop_assert!(!out.contains("  ") && out.trim() == out);
            prop_assert!(!out.starts_with(is_combining_mark));
        }
    }
}
