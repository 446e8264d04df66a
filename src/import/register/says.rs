//! What each column of a list of households says of a household.

use super::super::forms::{forms, has_phrase};
use super::super::heading::Heading;

/// What a column of a list says of a household.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    /// A new number begins a household.
    HouseholdNumber,
    /// A running number.
    Number,
    /// Of the member: the head begins a household.
    Relation,
    /// The head's name begins a household.
    Head,
    /// What a household is told from another by.
    Code,
    /// A place; the coarser first.
    Place(u8),
    /// In words: poor, near-poor.
    Class,
    /// It is of this group.
    IsPoor,
    /// It is of this group.
    IsNearPoor,
    /// So many members.
    Members,
    /// The people, by name.
    People,
    /// In words: why it is poor.
    Cause,
    /// A field that a yes counts for.
    Yes(String),
    /// Nothing that is counted.
    Nothing,
}

/// What a column says, by its heading.
pub fn says(heading: &Heading, column: usize) -> Says {
    let words = heading.words(column);
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| has_phrase(&words, phrase));
    if has(&["stt ho", "so tt ho", "tt ho", "so thu tu ho"]) {
        return Says::HouseholdNumber;
    }
    if has(&["stt", "tt", "stt thanh vien"]) {
        return Says::Number;
    }
    if has(&["quan he"]) {
        return Says::Relation;
    }
    if has(&["ma ho", "ma so ho", "so dinh danh", "cccd", "cmnd", "so can cuoc"]) {
        return Says::Code;
    }
    if has(&["ho ten chu ho", "ten chu ho", "chu ho"]) {
        return Says::Head;
    }
    if has(&["phan loai ho", "loai ho", "phan loai", "dien ho", "doi tuong ho"]) {
        return Says::Class;
    }
    if has(&["so nhan khau", "so thanh vien", "nhan khau", "so khau"]) {
        return Says::Members;
    }
    if has(&["tai ngheo", "tai can ngheo"]) {
        return Says::Yes("{group}.movement.relapsed".to_owned());
    }
    if has(&["ngheo moi", "phat sinh", "phat sinh moi", "can ngheo moi"]) {
        return Says::Yes("{group}.movement.newly".to_owned());
    }
    if has(&["can ngheo"]) {
        return Says::IsNearPoor;
    }
    if has(&["ho ngheo"]) {
        return Says::IsPoor;
    }
    if has(&["khong co kha nang lao dong", "khong co knld", "khong con kha nang lao dong"]) {
        return Says::Yes("{group}.among.khong-lao-dong.households".to_owned());
    }
    if has(&["nguoi co cong"]) {
        return Says::Yes("{group}.policy_families".to_owned());
    }
    if has(&["dtts", "dan toc thieu so"]) {
        return Says::Yes("{group}.among.dtts.households".to_owned());
    }
    if has(&["dan toc"]) {
        return Says::People;
    }
    lacking(&words).or_else(|| place_level(&words).map(Says::Place)).unwrap_or(Says::Nothing)
}

/// A lack or a cause that is ticked, or the cause in words.
fn lacking(words: &str) -> Option<Says> {
    let fits = |title: &str, list: &str| {
        let rules = forms().forms.iter().filter(|form| form.is_titled(title)).flat_map(|form| &form.columns);
        let known = rules.filter(|rule| rule.field.starts_with(list));
        known.filter_map(|rule| Some((rule.fit(words)?, rule.field.clone()))).max().map(|(_, field)| field)
    };
    if has_phrase(words, "nguyen nhan") {
        return Some(fits("nguyen nhan", "causes.").map_or(Says::Cause, Says::Yes));
    }
    fits("thieu hut", "deprivations.").map(Says::Yes)
}

fn place_level(words: &str) -> Option<u8> {
    let levels: [&[&str]; 2] = [
        &["phuong xa", "xa phuong", "xa", "phuong", "thi tran"],
        &["thon", "to", "khu pho", "ap", "thon to", "to dan pho", "xom", "ban", "khom"],
    ];
    let is = |phrases: &[&str]| {
        let words = words.trim_start_matches("ten ");
        phrases.iter().any(|phrase| words == *phrase || words.starts_with(&format!("{phrase} ")))
    };
    levels.iter().zip(0..).find(|(phrases, _)| is(phrases)).map(|(_, level)| level)
}
