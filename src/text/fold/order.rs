//! The order in which Vietnamese readers look for a name.
//!
//! ICU has it too, at the price of some thirty crates and its tables in the program (`icu_collator` 2.4);
//! the 29 letters and five tones here are one screen of code.

use unicode_normalization::UnicodeNormalization;

use super::{TONES, is_digit, is_mark, lower};

/// The alphabet, with the four letters of other languages where Latin has them.
const ALPHABET: [char; 33] = [
    'a', 'ă', 'â', 'b', 'c', 'd', 'đ', 'e', 'ê', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'ô', 'ơ',
    'p', 'q', 'r', 's', 't', 'u', 'ư', 'v', 'w', 'x', 'y', 'z',
];

/// Marks that make a letter another one, not a tone: breve, circumflex, horn.
const SHAPES: [char; 3] = ['\u{306}', '\u{302}', '\u{31B}'];

/// What two names are compared by: the alphabet (a ă â b … đ e ê …), numbers by value (Phường 2 before Phường 10),
/// then the tone (ngang huyền hỏi ngã sắc nặng), at last the spelling. Equal only for equal texts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortKey {
    signs: Vec<Sign>,
    tones: Vec<usize>,
    spelling: String,
}

/// One step of a name, in the order the kinds sort.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    Blank,
    /// Punctuation and the like.
    Mark(char),
    /// A number without its leading zeros, of any length: the longer is the greater.
    Number(usize, String),
    /// The place in the alphabet.
    Letter(usize),
    /// A letter of another script.
    Foreign(char),
}

/// The key of one name.
pub fn sort_key(name: &str) -> SortKey {
    let mut key = SortKey { signs: Vec::new(), tones: Vec::new(), spelling: name.to_owned() };
    let letters: Vec<char> = lower(name).nfd().collect();
    let mut rest = letters.as_slice();
    let mut tone = 0;
    while let [first, after @ ..] = rest {
        let (taken, sign) = match first {
            first if first.is_ascii_digit() => number(rest),
            first => {
                let marks = after.iter().take_while(|&&letter| is_mark(letter)).count();
                tone = tone.max(after[..marks].iter().find_map(|&mark| tone_of(mark)).unwrap_or(0));
                (1 + marks, letter(*first, &after[..marks]))
            }
        };
        if !matches!(sign, Sign::Letter(_)) {
            key.tones.push(std::mem::take(&mut tone));
        }
        key.signs.push(sign);
        rest = &rest[taken..];
    }
    key.tones.push(tone);
    key
}

/// The number at the start of `text`, and how many letters it takes.
fn number(text: &[char]) -> (usize, Sign) {
    let digits = text.iter().take_while(|&&letter| is_digit(letter)).count();
    let value: String = text[..digits].iter().skip_while(|&&digit| digit == '0').collect();
    (digits, Sign::Number(value.len(), value))
}

/// A letter with its marks: its shape counts here, its tone is weighed apart.
fn letter(base: char, marks: &[char]) -> Sign {
    let shape = marks.iter().copied().find(|mark| SHAPES.contains(mark));
    let whole = shape.and_then(|shape| unicode_normalization::char::compose(base, shape));
    let place = |letter| ALPHABET.iter().position(|&known| known == letter);
    match whole.and_then(place).or_else(|| place(base)) {
        Some(place) => Sign::Letter(place),
        None if base.is_whitespace() => Sign::Blank,
        None if base.is_alphanumeric() => Sign::Foreign(base),
        None => Sign::Mark(base),
    }
}

/// 1 to 5 for the mark of a tone.
fn tone_of(mark: char) -> Option<usize> {
    TONES.iter().position(|tone| *tone == mark).map(|place| place + 1)
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use proptest::prelude::*;

    use super::*;

    fn natural_cmp(one: &str, other: &str) -> Ordering {
        sort_key(one).cmp(&sort_key(other))
    }

    #[track_caller]
    fn stays(sorted: &[&str]) {
        let mut names: Vec<&str> = sorted.iter().rev().copied().collect();
        names.sort_by(|one, other| natural_cmp(one, other));
        assert_eq!(names, sorted);
    }

    #[test]
    fn numbers_go_by_value() {
        stays(&["Phường 1", "Phường 2", "Phường 9", "Phường 10", "Phường 11", "Phường Bình Phú"]);
        stays(&["Khu phố 2", "Khu phố 003", "Khu phố 4"]);
        stays(&["Tổ 9", "Tổ 99999999999999999999999999", "Tổ 100000000000000000000000000"]);
        stays(&["2A", "10", "A2", "A10"]);
    }

    #[test]
    fn letters_go_by_the_alphabet() {
        stays(&[
            "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n", "o", "ô", "ơ",
            "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y",
        ]);
        stays(&["Da", "Dy", "Đa", "E"]);
        stays(&["An Lạc", "Ăn", "Ân"]);
        stays(&["Bình Tân", "Bình Tây", "Bình Tiên", "Chợ Lớn", "Phú Lâm"]);
    }

    #[test]
    fn tones_come_second() {
        stays(&["ma", "mà", "mả", "mã", "má", "mạ"]);
        stays(&["ấ", "ậ", "b"]);
        stays(&["Tân Quy", "Tân Quý", "Tân Quý A"]);
        stays(&["mạ", "mai"]);
        stays(&["bà con", "ba cô"]);
        stays(&["ba con", "bà con"]);
    }

    #[test]
    fn other_signs_have_their_place() {
        stays(&["", "A", "A B", "A-B", "AB", "A区"]);
        stays(&["CAFE", "café", "cafê"]);
    }

    fn names() -> impl Strategy<Value = String> {
        prop_oneof!["[a-dA-DơờƠĐđâấậ 0-2.\u{300}\u{323}区]{0,10}", any::<String>()]
    }

    proptest! {
        #[test]
        fn the_order_is_one_order(a in names(), b in names(), c in names()) {
            prop_assert_eq!(natural_cmp(&a, &b), natural_cmp(&b, &a).reverse());
            prop_assert_eq!(natural_cmp(&a, &b) == Ordering::Equal, a == b);
            if natural_cmp(&a, &b).is_le() && natural_cmp(&b, &c).is_le() {
                prop_assert!(natural_cmp(&a, &c).is_le());
            }
        }

        #[test]
        fn wards_go_by_number(one: u32, other: u32) {
            let (a, b) = (format!("Phường {one}"), format!("Phường {other:02}"));
            prop_assert!(one == other || natural_cmp(&a, &b) == one.cmp(&other));
        }
    }
}
