//! The name of a place without what stands beside it: a mark of a remark, the kind of a commune, somebody's name.

use std::collections::BTreeSet;

use super::forms::words_of;
use super::people::{is_kind_of_place, is_of_people};

/// Words of a remark on a place that is no part of its name: "(xã ĐBKK)", "(KV III)".
const REMARKS: [&str; 36] = [
    "xa", "phuong", "thi", "tran", "thon", "dbkk", "kk", "dac", "biet", "kho", "khan", "kv", "khu", "vuc",
    "vung", "i", "ii", "iii", "kvi", "kvii", "kviii", "cao", "bien", "gioi", "atk", "an", "toan", "ntm",
    "nong", "moi", "mien", "nui", "bai", "ngang", "135", "hai",
];
/// Kinds of places so small that who leads them is written beside them.
const SMALL: [&str; 16] = [
    "tổ dân phố",
    "tổ",
    "thôn",
    "bản",
    "xóm",
    "khu phố",
    "khu",
    "ấp",
    "buôn",
    "làng",
    "khóm",
    "phum",
    "sóc",
    "tdp",
    "kp",
    "khối",
];
/// What parts a place from what is written beside it.
const SIGNS: [&str; 8] = [" (", "(", " - ", " – ", ", ", "; ", ";", "/"];

/// Names on the way to a place alone: what stands beside them is told nowhere. Those that are known stay as they are.
pub fn alone(way: &mut [String], known: &BTreeSet<String>) {
    for name in way.iter_mut().filter(|name| !known.contains(*name)) {
        *name = of(name);
    }
}

/// The name alone.
fn of(name: &str) -> String {
    let mut own = name.trim();
    while let Some(shorter) = without_mark(own) {
        own = shorter;
    }
    without_people(own).to_owned()
}

/// Without a star, the number of a note or a remark at its end.
fn without_mark(name: &str) -> Option<&str> {
    if let Some(rest) = name.strip_suffix('*') {
        return Some(rest.trim_end()).filter(|rest| !rest.is_empty());
    }
    let (before, inner) = name.strip_suffix(')')?.rsplit_once('(')?;
    let words = words_of(inner);
    let is_note = words.len() <= 2 && words.bytes().all(|byte| byte.is_ascii_digit());
    let is_remark = words.split(' ').all(|word| REMARKS.contains(&word));
    let before = before.trim_end();
    ((is_note || is_remark) && !before.is_empty()).then_some(before)
}

/// Without who leads it or lives there: "Tổ 1 - Lò A Páo", "Bản Bú, nhà ông Páo", "Lò A Páo - Bản Bú".
fn without_people(name: &str) -> &str {
    let parted = SIGNS.iter().filter_map(|sign| Some((name.find(sign)?, *sign))).min_by_key(|(at, _)| *at);
    let Some((at, sign)) = parted else { return name };
    let (first, rest) = (name[..at].trim(), name[at + sign.len()..].trim_end_matches(')').trim());
    let has_number = first.contains(|c: char| c.is_ascii_digit());
    // "Thôn Đông - Tây" is one name, "Tổ 1 - Páo" and "Bản Bú (Páo)" are not.
    let is_apart = has_number || sign.contains(['(', ';']);
    if is_small(first) && is_of_somebody(rest, if is_apart { 1 } else { 2 }) {
        first
    } else if is_small(rest) && !is_kind_of_place(first) && is_of_somebody(first, 2) {
        rest
    } else {
        name
    }
}

fn is_small(name: &str) -> bool {
    let lower = name.to_lowercase();
    SMALL.iter().any(|kind| lower.strip_prefix(kind).is_some_and(|rest| rest.starts_with([' ', '.'])))
}

/// May that be somebody: so many words with capitals that name no kind of place, or one behind a word for people?
fn is_of_somebody(text: &str, least: usize) -> bool {
    let words: Vec<&str> = text.split([' ', ':', '.']).filter(|word| !word.is_empty()).collect();
    let is_capital = |word: &&&str| word.starts_with(char::is_uppercase);
    let capitals = words.iter().filter(is_capital).count();
    let is_led = words.iter().any(|word| {
        let word = word.to_lowercase();
        is_of_people(&word) || matches!(word.as_str(), "nhà" | "trưởng" | "đ/c" | "bí" | "tt")
    });
    !is_kind_of_place(text)
        && !text.contains(|c: char| c.is_ascii_digit())
        && (capitals >= least || (is_led && capitals > 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_remarks_are_no_part_of_a_name() {
        for (written, name) in [
            ("Xã Bành Trạch*", "Xã Bành Trạch"),
            ("Xã Cao Thượng (1)", "Xã Cao Thượng"),
            ("Xã Cao Thượng (xã ĐBKK)", "Xã Cao Thượng"),
            ("Xã Cao Thượng (KV III) *", "Xã Cao Thượng"),
        ] {
            assert_eq!(of(written), name);
        }
        for name in ["Xã A (cũ)", "Khóm 4 (Phường 2)", "*", "Phường 3", "Bà Rịa - Vũng Tàu", "Xã Ea H'Leo"]
        {
            assert_eq!(of(name), name);
        }
    }

    #[test]
    fn a_person_beside_a_place_is_left_out() {
        for (written, name) in [
            ("Bản Bú (Lò Canaryman)", "Bản Bú"),
            ("Tổ 1 - Quàng Canaryman", "Tổ 1"),
            ("Bản Bú, nhà ông Canaryman", "Bản Bú"),
            ("Bản Bú/Lò Canaryman", "Bản Bú"),
            ("Lò Canaryman - Bản Bú", "Bản Bú"),
            ("Thôn Đông (trưởng thôn: Páo)", "Thôn Đông"),
        ] {
            assert_eq!(of(written), name);
        }
        for name in [
            "Tổ 12, Khu phố 3",
            "Khối 5, 6",
            "Thôn Đông - Đoài",
            "Thôn 1-2",
            "Bản 5 - Hộ 3",
            "Thôn Đông/Thôn Đoài",
        ] {
            assert_eq!(of(name), name);
        }
    }
}
