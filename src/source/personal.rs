//! What in a text may be somebody's: the number or the mail address of a person.

use std::ops::{Range, RangeInclusive};

use unicode_normalization::char::is_combining_mark;

/// A number of a person has no fewer.
pub(super) const FEWEST_DIGITS: usize = LENGTHS[0];
/// The digits of identity numbers, old and new.
const LENGTHS: [usize; 2] = [9, 12];
/// The digits that stand together where such a number is written in groups; groups of two are days and years.
const GROUP: RangeInclusive<usize> = 3..=9;
/// The fewest digits that together may be somebody's number, of a paper or of a telephone.
const LONG: usize = 9;
/// The most signs between two digits of one number.
const MOST_BETWEEN: usize = 3;

/// 9 or 12 digits, in one run, or in groups with the same sign between them. Digits of any script and width.
pub(super) fn has_number(text: &str) -> bool {
    // Hardly a text has so many digits at all.
    if text.chars().filter(|c| is_digit(*c)).nth(FEWEST_DIGITS - 1).is_none() {
        return false;
    }
    // A mark over a digit leaves it a digit.
    let bare: String = text.chars().filter(|c| !is_combining_mark(*c)).collect();
    let mut runs = bare.split(|c: char| !is_digit(c)).map(letters);
    runs.any(|length| LENGTHS.contains(&length))
        || chains(&bare, is_sign).any(|chain| has_grouped(&bare[chain]))
}

/// The same, or so many digits that they may be a number of another kind, whatever stands between them.
pub(super) fn has_long_number(text: &str) -> bool {
    has_number(text) || long_numbers(text, |c| !c.is_alphanumeric()).next().is_some()
}

/// Has a name a number or an address in it that may be somebody's? Such a name is not told.
pub fn may_be_of_somebody(name: &str) -> bool {
    has_long_number(name) || has_mail_address(name)
}

/// Where nine digits or more stand one behind the other, with but a few letters of `is_between` between any two: no
/// amounts with signs of thousands, no days.
pub(super) fn long_numbers(
    text: &str,
    is_between: impl Fn(char) -> bool + Copy,
) -> impl Iterator<Item = Range<usize>> {
    chains(text, is_between).filter(|chain| {
        let chain = &text[chain.clone()];
        let is_long = chain.chars().filter(|c| is_digit(*c)).nth(LONG - 1).is_some();
        is_long && !is_amount(chain) && !is_days(chain)
    })
}

/// Where digits stand that only a few letters of `is_between` keep apart.
fn chains(text: &str, is_between: impl Fn(char) -> bool + Copy) -> impl Iterator<Item = Range<usize>> {
    let after = move |at: usize, is_of: &dyn Fn(char) -> bool| {
        at + text[at..].find(|c| !is_of(c)).unwrap_or(text.len() - at)
    };
    let mut from = 0;
    std::iter::from_fn(move || {
        let begin = from + text[from..].find(is_digit)?;
        from = after(begin, &is_digit);
        loop {
            let next = after(from, &|c| !is_digit(c) && is_between(c));
            let is_near = next > from && letters(&text[from..next]) <= MOST_BETWEEN;
            if !is_near || !text[next..].starts_with(is_digit) {
                return Some(begin..from);
            }
            from = after(next, &is_digit);
        }
    })
}

/// The groups of digits of a chain, and what stands between them.
fn parts(chain: &str) -> (Vec<&str>, Vec<&str>) {
    let between = chain.split(is_digit).filter(|sign| !sign.is_empty());
    (chain.split(|c| !is_digit(c)).filter(|group| !group.is_empty()).collect(), between.collect())
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

fn is_year(group: &str) -> bool {
    letters(group) == 4 && (group.starts_with("19") || group.starts_with("20"))
}

/// Do all groups with the same sign between them make up such a number?
fn has_grouped(chain: &str) -> bool {
    let (groups, signs) = parts(chain);
    let is_number = |groups: &[&str]| {
        let lengths: Vec<usize> = groups.iter().map(|group| letters(group)).collect();
        lengths.iter().all(|length| GROUP.contains(length))
            && LENGTHS.contains(&lengths.iter().sum())
            && !groups.iter().all(|group| is_year(group))
    };
    let mut first = 0;
    signs.chunk_by(|one, other| one.trim() == other.trim()).any(|same| {
        let own = &groups[first..=first + same.len()];
        first += same.len();
        same.iter().all(|sign| is_one_sign(sign)) && is_number(own)
    })
}

/// One sign, with a blank around it or none; after a comma with a blank another figure begins.
fn is_one_sign(sign: &str) -> bool {
    let bare = sign.trim();
    letters(sign) == 1 || (letters(bare) == 1 && bare != ",")
}

/// What may stand between the groups of one number.
fn is_sign(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '.' | '-' | '_' | '/' | ',' | ':' | '+' | '~' | '*' | '|' | '\'' | '`')
        || matches!(c, '\u{b7}' | '\u{2022}' | '\u{2b9}'..='\u{2bc}' | '\u{b4}' | '\u{2018}' | '\u{2019}')
        || matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// An amount with signs of thousands, which nobody's number has the length of.
fn is_amount(chain: &str) -> bool {
    let (groups, signs) = parts(chain);
    let is_mark = |sign: &&str| matches!(*sign, "." | "," | " " | "\u{a0}" | "\u{202f}") && *sign == signs[0];
    let digits: usize = groups.iter().map(|group| letters(group)).sum();
    groups.len() > 1
        && letters(groups[0]) <= 3
        && !groups[0].starts_with('0')
        && groups[1..].iter().all(|group| letters(group) == 3)
        && signs.iter().all(is_mark)
        && !LENGTHS.contains(&digits)
}

/// Days one behind the other: `31/12/2022 - 31/12/2023`.
fn is_days(chain: &str) -> bool {
    let (groups, _) = parts(chain);
    let is_short = |group: &str| letters(group) <= 2;
    let days = groups.chunks_exact(3);
    days.remainder().is_empty()
        && days.into_iter().all(|day| {
            let (first, last) = (day[0], day[2]);
            is_short(day[1]) && ((is_short(first) && is_year(last)) || (is_year(first) && is_short(last)))
        })
}

/// A digit of any script. The letters of Vietnamese are passed over without a look into the tables of all letters.
fn is_digit(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_digit(),
        'À'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}' => false,
        _ => c.is_numeric(),
    }
}

/// Something of the form `a@b.c`.
pub(super) fn has_mail_address(text: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || matches!(c, '.' | '\u{ff0e}' | '-' | '_' | '+');
    text.match_indices(['@', '\u{ff20}', '\u{fe6b}']).any(|(at, sign)| {
        let before = text[..at].chars().next_back().is_some_and(word);
        let host: String = text[at + sign.len()..].chars().take_while(|c| word(*c)).collect();
        before
            && host
                .split_once(['.', '\u{ff0e}'])
                .is_some_and(|(name, rest)| !name.is_empty() && !rest.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_83_numbers_of_persons_are_seen_however_they_are_written() {
        for text in [
            "079012345678",
            "CCCD 079 012 345 678.",
            "079.012.345.678",
            "0790-1234-5678",
            "０７９０１２３４５６７８",
            "mã 123456789, tổ 3",
            "123-456-789",
            "(079012 345678)",
            "tổ 3, 079.012.345.678",
        ] {
            assert!(has_number(text), "{text}");
        }
        for sign in "_/,:•+~*|'’`·\u{2010}\u{2011}\u{2012}\u{2013}\u{2212}\u{a0}".chars() {
            for text in ["079S012S345S678", "mã 279012S345678.", "123S456S789"] {
                assert!(has_number(&text.replace('S', &sign.to_string())), "{sign:?} in {text}");
            }
        }
        assert!(has_number("079012 - 345678"));
        assert!(has_number("0\u{332}7\u{332}9\u{332}012345678"));
    }

    #[test]
    fn case_83_mail_addresses_are_seen_in_any_width() {
        for text in ["a@b.vn", "a＠b.vn", "ａ＠ｂ．ｖｎ", "a﹫b.vn"] {
            assert!(has_mail_address(text), "{text}");
        }
    }

    /// Of telephones too, and whatever stands between the digits.
    #[test]
    fn case_83_long_numbers_are_seen_and_amounts_and_days_are_none() {
        for text in [
            "0912345678",
            "279,012,345,678",
            "279012 / 345678",
            "09-12 (34) 56#78",
            "1234567890",
            "2790\u{332}12345",
        ] {
            assert!(has_long_number(text), "{text}");
        }
        for text in [
            "1.429",
            "2022-12-31",
            "31/12/2022 - 31/12/2023",
            "2022-12-31, 2023-12-31",
            "3.000.000.000",
            "65 000 000",
            "12345 .... 6789",
            "1234a56789",
        ] {
            assert!(!has_long_number(text), "{text}");
        }
    }

    #[test]
    fn figures_days_and_years_are_no_persons() {
        for text in [
            "1.429 hộ",
            "12345678",
            "1234567890",
            "giai đoạn 2021-2025, 1.000 hộ",
            "31.12.2022 - 31.12.2023",
            "31-12-2022 1000",
            "1.429.000 đồng",
            "10 20 30 40 50 60",
            "2021/2022/2023",
            "101, 102, 103",
        ] {
            assert!(!has_number(text), "{text}");
        }
    }
}
