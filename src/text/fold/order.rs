//! The order in which Vietnamese readers look for a name.
//!
//! ICU has it too, at the price of some thirty crates and its tables in the program (`icu_collator` 2.4);
//! the 29 letters and five tones here are one screen of code.

use std::sync::Arc;

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
///
/// The three stand one after the other, each as bytes that sort as it does and end with the least; lists of thousands of
/// names are sorted by it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortKey(Arc<[u8]>);

/// One step of a name.
enum Sign {
    Blank,
    /// Punctuation and the like.
    Mark(char),
    /// A number without its leading zeros, of any length: the longer is the greater.
    Number(String),
    /// The place in the alphabet.
    Letter(u8),
    /// A letter of another script.
    Foreign(char),
}

/// Ends the signs, and the tones.
const END: u8 = 0;

impl Sign {
    /// As bytes: the kinds in this order, none the beginning of another.
    fn write(&self, key: &mut Vec<u8>) {
        let whole = |letter: char| u32::from(letter).to_be_bytes();
        match self {
            Self::Blank => key.push(1),
            Self::Mark(letter) => {
                key.push(2);
                key.extend(whole(*letter));
            }
            Self::Number(digits) => {
                key.push(3);
                key.extend((digits.len() as u64).to_be_bytes());
                key.extend(digits.bytes());
            }
            Self::Letter(place) => key.push(4 + place),
            Self::Foreign(letter) => {
                key.push(u8::MAX);
                key.extend(whole(*letter));
            }
        }
    }
}

/// The key of one name.
pub fn sort_key(name: &str) -> SortKey {
    let letters: Vec<char> = lower(name).nfd().collect();
    let (mut key, mut tones) = (Vec::with_capacity(3 * letters.len()), Vec::new());
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
            tones.push(1 + std::mem::take(&mut tone));
        }
        sign.write(&mut key);
        rest = &rest[taken..];
    }
    tones.push(1 + tone);
    key.push(END);
    key.extend(tones);
    key.push(END);
    key.extend(name.bytes());
    SortKey(key.into())
}

/// The number at the start of `text`, and how many letters it takes.
fn number(text: &[char]) -> (usize, Sign) {
    let digits = text.iter().take_while(|&&letter| is_digit(letter)).count();
    (digits, Sign::Number(text[..digits].iter().skip_while(|&&digit| digit == '0').collect()))
}

/// A letter with its marks: its shape counts here, its tone is weighed apart.
fn letter(base: char, marks: &[char]) -> Sign {
    let shape = marks.iter().copied().find(|mark| SHAPES.contains(mark));
    let whole = shape.and_then(|shape| unicode_normalization::char::compose(base, shape));
    let place = |letter| (0..).zip(ALPHABET).find(|(_, known)| *known == letter).map(|(place, _)| place);
    match whole.and_then(place).or_else(|| place(base)) {
        Some(place) => Sign::Letter(place),
        None if base.is_whitespace() => Sign::Blank,
        None if base.is_alphanumeric() => Sign::Foreign(base),
        None => Sign::Mark(base),
    }
}

/// 1 to 5 for the mark of a tone.
fn tone_of(mark: char) -> Option<u8> {
    (1..).zip(TONES).find(|(_, tone)| *tone == mark).map(|(place, _)| place)
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
