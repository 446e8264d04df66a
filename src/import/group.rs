//! Which group a heading speaks of: the poor, the near-poor, or both together.

use crate::model::measure::Group;

use super::forms::{forms, has_phrase, words_of};
use super::heading::Heading;

/// The group that the first part of a heading names that names one.
pub fn of_heading(heading: &Heading, column: usize) -> Option<Group> {
    let parts = &heading.columns[column];
    // "Hộ nghèo đa chiều / Hộ cận nghèo": what the lowest part is called and no more goes before what stands above.
    let is_near = parts.last().is_some_and(|part| called(part) == Some(Group::NearPoor));
    if is_near { Some(Group::NearPoor) } else { parts.iter().find_map(|part| of(&words_of(part))) }
}

/// The group by which a heading over a column is called and no more: "Hộ cận nghèo" over "Tổng số". It goes before what
/// the title says; what a column itself is called may be what households became.
pub fn over(heading: &Heading, column: usize) -> Option<Group> {
    let (_, above) = heading.columns[column].split_last()?;
    above.iter().find_map(|part| called(part))
}

/// The group that a text names and no more.
fn called(text: &str) -> Option<Group> {
    let words = words_of(text);
    let bare = ["so ", "tong so ", "trong do "]
        .iter()
        .fold(&*words, |words, lead| words.strip_prefix(lead).unwrap_or(words));
    match bare.trim_start_matches("ho ") {
        "ngheo" => Some(Group::Poor),
        "can ngheo" => Some(Group::NearPoor),
        _ => None,
    }
}

/// What speaks of poverty and of no group.
const OF_NEITHER: [&str; 3] = ["nguyen nhan ngheo", "chuan ngheo", "giam ngheo"];

/// The one group that words name. "Hộ cận nghèo theo nguyên nhân nghèo" names the near-poor alone.
pub fn of(words: &str) -> Option<Group> {
    let bare = OF_NEITHER.iter().fold(words.to_owned(), |words, phrase| words.replace(phrase, "|"));
    if has_phrase(&bare, "ngheo") { named(&bare) } else { named(words) }
}

fn named(words: &str) -> Option<Group> {
    let near = has_phrase(words, "can ngheo");
    let poor = ["ho ngheo", "nguoi ngheo", "ngheo"].iter().any(|phrase| {
        // "cận nghèo" ends with the same word.
        words.match_indices(phrase).any(|(at, _)| !words[..at].trim_end().ends_with("can"))
            && has_phrase(&words.replace("can ngheo", ""), phrase)
    });
    match (poor, near) {
        (true, false) => Some(Group::Poor),
        (false, true) => Some(Group::NearPoor),
        _ => None,
    }
}

/// Does a heading count both groups as one: "Hộ nghèo + cận nghèo"? The lowest part of it that names a group decides: "Hộ
/// nghèo, hộ cận nghèo" may stand over a column of each.
pub fn is_combined(heading: &Heading, column: usize) -> bool {
    let parts = heading.columns[column].iter().rev().map(|part| words_of(part));
    let names_one = |words: &String| ["ngheo", "hn", "hcn"].iter().any(|word| has_phrase(words, word));
    parts.into_iter().find(names_one).is_some_and(|words| is_of_both(&words))
}

/// Do words name both groups as one?
pub fn is_of_both(words: &str) -> bool {
    let words = words.replace("chuan ngheo", "");
    let rules = forms().columns.iter().filter(|rule| rule.field == "combined.households");
    rules.flat_map(|rule| &rule.heads).any(|heads| heads.split('|').any(|phrase| has_phrase(&words, phrase)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn causes_and_standards_of_poverty_are_no_group() {
        let near =
            ["phan tich ho can ngheo theo cac nguyen nhan ngheo", "nguyen nhan ngheo cua ho can ngheo"];
        assert!(near.iter().all(|words| of(words) == Some(Group::NearPoor)));
        assert_eq!(of("ho ngheo theo nguyen nhan ngheo"), Some(Group::Poor));
        assert_eq!(of("phan tich nguyen nhan ngheo"), Some(Group::Poor));
        assert_eq!(of("ho ngheo ho can ngheo theo chuan ngheo"), None);
    }

    #[test]
    fn both_groups_as_one_are_neither() {
        for words in [
            "ho ngheo can ngheo",
            "tong so ho ngheo ho can ngheo",
            "ty le ho ngheo da chieu",
            "tong ho ngheo va can ngheo",
        ] {
            assert!(is_of_both(words), "{words}");
        }
        for words in [
            "ho ngheo",
            "ho can ngheo",
            "ho ngheo theo chuan ngheo da chieu",
            "ho ngheo tro thanh ho can ngheo",
        ] {
            assert!(!is_of_both(words), "{words}");
        }
    }
}
