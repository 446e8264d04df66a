//! Names and words made alike for comparing: what a person types finds what a file holds.
//!
//! Three strengths, for three questions:
//! - [`name_key`]: is it the same name? Case, blanks, leading zeros and the place of the tone mark do not
//!   matter, the tones do: phường Tân Quý and phường Tân Quy are two.
//! - [`fold`]: is it what someone meant who types without accents?
//! - [`find_key`]: the same for the search line, where `1429` finds `1.429`; [`name_forms`]: where `p10` finds Phường 10.

use unicode_normalization::UnicodeNormalization;

mod forms;
mod order;
pub use forms::name_forms;
pub use order::{SortKey, sort_key};

/// The marks of the five tones that are written: huyền, hỏi, ngã, sắc, nặng, in the order of the alphabet.
const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// The key of a name: two names are one when their keys are equal. Not for showing.
///
/// The tone goes to the end of its syllable, for "Hòa" and "Hoà" are two spellings of one name.
pub fn name_key(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 8);
    for word in name.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        if word.is_ascii() {
            out.extend(word.bytes().map(|letter| char::from(letter.to_ascii_lowercase())));
        } else {
            word_key(word, &mut out);
        }
    }
    if out.contains('0') { short_numbers(&out) } else { out }
}

/// The key of one word.
fn word_key(word: &str, out: &mut String) {
    let mut tones = String::new();
    for letter in word.chars().flat_map(char::to_lowercase).nfd() {
        if TONES.contains(&letter) {
            tones.push(letter);
            continue;
        }
        if !letter.is_alphanumeric() && !is_mark(letter) {
            out.push_str(&std::mem::take(&mut tones));
        }
        out.push(if matches!(letter, 'ð' | 'ɖ') { 'đ' } else { letter });
    }
    out.push_str(&tones);
}

/// `text` in lower case, without accents, `đ` as `d`, blanks in a row as one, numbers without leading
/// zeros ("Phường 01" as "phuong 1").
pub fn fold(text: &str) -> String {
    let plain: String = lower(text).nfd().filter(|&letter| !is_mark(letter)).map(plain_d).collect();
    short_numbers(&squeeze(&plain))
}

/// [`fold`], and numbers without their points and commas, dashes all alike: for the searched text and for
/// what is typed, so that `1429` finds `1.429` and `-311` finds `−311`.
pub fn find_key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let folded = fold(text);
    let mut letters = folded.chars().peekable();
    while let Some(letter) = letters.next() {
        // At the very end too: a number half typed.
        let in_number = out.ends_with(is_digit) && letters.peek().is_none_or(char::is_ascii_digit);
        match letter {
            '.' | ',' if in_number => {}
            '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
            _ => out.push(letter),
        }
    }
    out
}

/// Whether `text` holds a letter that looks like `đ` or `Đ` and is another (`ð`, `ɖ`): from a wrong
/// keyboard or code page, and worth a word to the officer. All keys here take them for `đ`.
pub fn has_false_d(text: &str) -> bool {
    text.chars().any(|letter| matches!(letter, 'ð' | 'Ð' | 'ɖ' | 'Ɖ'))
}

/// Letter by letter, so that no letter depends on its neighbours (final sigma).
fn lower(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn plain_d(letter: char) -> char {
    if matches!(letter, 'đ' | 'ð' | 'ɖ') { 'd' } else { letter }
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit()
}

/// The marks of Latin letters. Not every combining mark: in Khmer or Chăm names marks are the vowels.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}')
}

/// Takes the leading zeros off every number, but not off what follows a decimal mark (2,05).
fn short_numbers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let more = letters.peek().is_some_and(char::is_ascii_digit);
        if !(letter == '0' && more && begins_number(&out)) {
            out.push(letter);
        }
    }
    out
}

/// Whether a digit after `before` is the first of a number.
fn begins_number(before: &str) -> bool {
    let mut back = before.chars().rev();
    match back.next() {
        Some('.' | ',') => !back.next().is_some_and(is_digit),
        last => !last.is_some_and(is_digit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn folding_drops_what_is_not_typed() {
        assert_eq!(fold("Phường 01"), "phuong 1");
        assert_eq!(fold("  PHƯỜNG\u{A0} 1 "), "phuong 1");
        assert_eq!(fold("Phu\u{31B}o\u{31B}\u{300}ng 1"), "phuong 1");
        assert_eq!(fold("Đặng Đình"), "dang dinh");
        assert_eq!(fold("Ðặng Ɖình"), "dang dinh");
        assert_eq!(fold("Phường 10"), "phuong 10");
        assert_eq!(fold("Tổ 00, P007, 2,05"), "to 0, p7, 2,05");
        assert_eq!(fold(""), "");
        // Khmer vowels are no accents.
        assert_eq!(fold("ភូមិ"), "ភូមិ");
    }

    #[test]
    fn one_name_has_one_key() {
        let one = name_key("Phường 1");
        for same in ["Phường 01", "phường 1", "Phu\u{31B}o\u{300}\u{31B}ng  1", " PHƯỜNG\t001 "] {
            assert_eq!(name_key(same), one, "{same}");
        }
        assert_eq!(name_key("Hòa Bình"), name_key("Hoà Bình"));
        assert_eq!(name_key("Thủy"), name_key("Thuỷ"));
        assert_eq!(name_key("Ða Kao"), name_key("Đa Kao"));
        for (one, other) in
            [("Tân Quý", "Tân Quy"), ("Tân An", "Tân Ân"), ("Đa Kao", "Da Kao"), ("Phường 1", "Phường 10")]
        {
            assert_ne!(name_key(one), name_key(other));
        }
    }

    #[test]
    fn searching_finds_numbers_as_typed() {
        let finds = |typed: &str, shown: &str| find_key(shown).contains(&find_key(typed));
        assert!(finds("1429", "Số hộ 1.429"));
        assert!(finds("1.429", "households 1,429"));
        assert!(finds("1.", "1.429") && finds("1.4", "1.429"));
        assert!(finds("2,2", "2,20%") && finds("2.20", "2,20%"));
        assert!(finds("-311", "−311"));
        assert!(finds("phuong 3", "Phường 3") && finds("bhyt", "Thẻ BHYT"));
        assert!(finds("04/03", "04/03/2023"));
        assert!(!finds("1429", "1, 429"));
    }

    #[test]
    fn letters_that_only_look_right_are_noticed() {
        assert!(has_false_d("Ða Kao") && has_false_d("ðường"));
        assert!(!has_false_d("Đa Kao, đường"));
    }

    fn names() -> impl Strategy<Value = String> {
        prop_oneof!["[a-cA-CơờƯĐđð 0-3.,\u{300}\u{301}\u{31b}\u{323}\u{1e9e}İſKΣ]{0,20}", any::<String>()]
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in names()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once.clone());
        }

        #[test]
        fn one_name_is_found_in_any_form(text in names()) {
            let composed: String = text.nfc().collect();
            let apart: String = text.nfd().collect();
            prop_assert_eq!(fold(&composed), fold(&apart));
            prop_assert_eq!(name_key(&composed), name_key(&apart));
            prop_assert_eq!(find_key(&composed), find_key(&apart));
        }
    }
}
