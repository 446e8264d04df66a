//! Rows of a form that are none of a place, by the words of their names.

use super::day::is_year;
use super::forms::{forms, has_phrase, words_of};
use super::people::is_kind_of_place;
use super::rows::LeftRow;

/// Why a row of that name is none of a place.
pub fn apart(name: &str) -> Option<LeftRow> {
    let words = words_of(name);
    if is_zone(&words) {
        return Some(LeftRow::Zone);
    }
    if is_comparison(&words) {
        return Some(LeftRow::OtherDay);
    }
    let is_none = |phrase: &String| has_phrase(&words, phrase);
    (!is_kind_of_place(name) && forms().rows.no_places.iter().any(is_none)).then_some(LeftRow::NotAPlace)
}

/// Do the words name the urban or the rural places together?
pub fn is_zone(words: &str) -> bool {
    forms().rows.zones.iter().any(|zone| zone == words)
}

/// Do the words name the places of one kind together, as programmes sort them: "Khu vực III"?
pub fn is_region(words: &str) -> bool {
    let number = ["khu vuc ", "kv ", "vung "].iter().find_map(|lead| words.strip_prefix(lead));
    number.is_some_and(|number| matches!(number, "i" | "ii" | "iii" | "1" | "2" | "3"))
}

/// "Năm 2021", "Kỳ trước", "So với năm 2021", "Tỷ lệ", "Tăng, giảm": rows that set the figures against others.
fn is_comparison(words: &str) -> bool {
    forms().rows.comparisons.iter().any(|phrase| {
        words.strip_prefix(phrase.as_str()).is_some_and(|rest| {
            rest.is_empty() || rest.split(' ').any(|word| word.parse().is_ok_and(|year| is_year(&year)))
        })
    }) || words.starts_with("so voi ")
}
