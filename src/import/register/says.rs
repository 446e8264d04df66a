//! What each column of a list of households says of a household.

use super::super::forms::{forms, has_phrase, words_of};
use super::super::grid::Grid;
use super::super::heading::Heading;
use super::stated::members;
use super::times;

/// What a column of a list says of a household.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    /// A new number begins a household.
    HouseholdNumber,
    /// A running number of the members of a household.
    MemberNumber,
    /// A running number.
    Number,
    /// Of the member: the head begins a household.
    Relation,
    /// The head's name begins a household.
    Head,
    /// A name.
    Name,
    /// What a household is told from another by.
    Code,
    /// The number of somebody's papers: one in the whole country.
    Papers,
    /// A place; the coarser first.
    Place(u8),
    /// In words: poor, near-poor.
    Class,
    /// It is of this group.
    IsPoor,
    /// It is of this group.
    IsNearPoor,
    /// It is not of its group any more: it left this one, or nothing tells which.
    HasLeft(Option<&'static str>),
    /// So many members.
    Members,
    /// The people, by name.
    People,
    /// In words: why it is poor.
    Cause,
    /// A field that a yes counts for.
    Yes(String),
    /// It came to this group, or was there before, by this line of movement: "Nghèo mới", "Tái nghèo", "Nghèo cũ".
    Came(&'static str, Option<&'static str>),
    /// In words: how it came to its group, or that it left one: "Phát sinh mới", "Thoát nghèo".
    Moved,
    /// Nothing that is counted: why.
    Nothing(NotCounted),
}

impl Says {
    /// Does what its cells mean go into the counts?
    pub fn is_counted(&self) -> bool {
        match self {
            Self::Place(_)
            | Self::Class
            | Self::IsPoor
            | Self::IsNearPoor
            | Self::HasLeft(_)
            | Self::Members
            | Self::People
            | Self::Cause
            | Self::Yes(_)
            | Self::Moved
            | Self::Came(..) => true,
            Self::HouseholdNumber
            | Self::MemberNumber
            | Self::Number
            | Self::Relation
            | Self::Head
            | Self::Name
            | Self::Code
            | Self::Papers
            | Self::Nothing(_) => false,
        }
    }
}

/// Why a column of a list is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotCounted {
    /// A snapshot asks nothing of the kind.
    NotAsked,
    /// The map says so.
    Asked,
    /// It tells who is helped.
    Support,
    /// A lack, or the help against it: the heading does not tell which.
    LackOrSupport,
    /// It has cells that are neither yes nor no.
    NotYesOrNo,
    /// It tells what a household was, and another column what it is.
    Before,
    /// Another column tells the same of the time of the list.
    OtherTime,
    /// It counts some of the members.
    SomeMembers,
}

/// The households of a group that are of the minorities.
pub const MINORITIES: &str = "{group}.among.dtts.households";

/// Those that nobody of can work.
pub const NO_LABOUR: &str = "{group}.among.khong-lao-dong.households";

/// Those that have members of merit.
pub const POLICY_FAMILIES: &str = "{group}.policy_families";

const SUPPORT: [&str; 20] = [
    "ho tro",
    "vay",
    "duoc",
    "thu huong",
    "huong",
    "nhan tien",
    "nhan qua",
    "tro cap",
    "mien giam",
    "the bhyt",
    "the bao hiem",
    "cap the",
    "qua tet",
    "co the",
    "sua nha",
    "xay nha",
    "hoc bong",
    "tien dien",
    "chinh sach ho tro",
    "da cap",
];

/// What each column says, by its heading and those beside it.
pub fn all(heading: &Heading, title: &str) -> Vec<(usize, Says)> {
    let columns = (0..heading.columns.len()).filter(|column| !heading.columns[*column].is_empty());
    let mut said: Vec<(usize, Says)> = columns.map(|column| (column, says(heading, title, column))).collect();
    let is_lack = |says: &Says| matches!(says, Says::Yes(path) if path.starts_with("deprivations."));
    let is_told =
        |words: &str| ["thieu hut", "thieu", "chi so"].iter().any(|phrase| has_phrase(words, phrase));
    // All of them side by side are the indicators; a few may be the help that is given.
    let mut paths: Vec<&Says> = said.iter().map(|(_, says)| says).filter(|says| is_lack(says)).collect();
    paths.dedup();
    let all_told = is_told(title) || paths.len() >= 6;
    times::newest(heading, title, &mut said);
    let mut is_open = false;
    for (column, says) in &mut said {
        if !is_lack(says) {
            is_open = false;
            continue;
        }
        is_open |= is_told(&heading.words(*column));
        if !is_open && !all_told {
            *says = Says::Nothing(NotCounted::LackOrSupport);
        }
    }
    said
}

/// Headings of the code of a household. An export without names has nothing else that tells it lists households.
pub const HOUSEHOLD_CODES: [&str; 3] = ["ma ho", "ma so ho", "ma dinh danh ho"];

/// What a column says, by its heading.
fn says(heading: &Heading, title: &str, column: usize) -> Says {
    let words = heading.words(column);
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| has_phrase(&words, phrase));
    if has(&["stt ho", "so tt ho", "tt ho", "so thu tu ho"]) {
        return Says::HouseholdNumber;
    }
    if has(&["stt thanh vien", "so tt thanh vien", "tt thanh vien", "so thu tu thanh vien"]) {
        return Says::MemberNumber;
    }
    if has(&["stt", "tt", "so thu tu"]) {
        return Says::Number;
    }
    if has(&["quan he"]) {
        return Says::Relation;
    }
    if has(&HOUSEHOLD_CODES) {
        return Says::Code;
    }
    if has(&["so dinh danh", "ma dinh danh", "cccd", "cmnd", "cmtnd", "can cuoc"]) {
        return Says::Papers;
    }
    // "Giới tính chủ hộ" is no name, nor what else stands below "Thông tin chủ hộ".
    let is_of_names = |word: &str| {
        word.bytes().all(|b| b.is_ascii_digit()) || forms().lists.head.iter().any(|known| known == word)
    };
    if has(&["chu ho", "dai dien ho", "dai dien"]) && words.split(' ').all(is_of_names) {
        return Says::Head;
    }
    if has(&["ho va ten", "ho ten", "ten thanh vien"]) || is_of_members(&words) {
        return Says::Name;
    }
    if has(&["so nhan khau", "so thanh vien", "nhan khau", "so khau", "so nguoi", "khau"])
        && !has(&["ho khau"])
    {
        return Says::Members;
    }
    if has(&SUPPORT) {
        return Says::Nothing(NotCounted::Support);
    }
    kind_of_household(heading, title, column)
        .or_else(|| asked(&words))
        .or_else(|| place_level(&words).map(Says::Place))
        .unwrap_or(Says::Nothing(NotCounted::NotAsked))
}

/// Does a heading name the members and nothing of them: "Các thành viên trong hộ"? "Số thành viên" counts them.
pub fn is_of_members(words: &str) -> bool {
    let has = |phrase| has_phrase(words, phrase);
    (has("thanh vien") || has("nguoi trong ho"))
        && words.split(' ').all(|word| forms().lists.member.iter().any(|known| known == word))
}

/// What is headed with the members alone and holds numbers counts them.
pub fn members_by_cells(head: &Grid, heading: &Heading, columns: &mut [(usize, Says)]) {
    let is_own = |says: &Says, at: usize| *says == Says::Name && is_of_members(&heading.words(at));
    for (at, says) in columns.iter_mut().filter(|(at, says)| is_own(says, *at)) {
        let cells = (heading.first..head.rows.len()).map(|row| head.cell(row, *at));
        let mut cells = cells.filter(|cell| !cell.is_empty()).peekable();
        if cells.peek().is_some() && cells.all(|cell| members(cell.lent()).is_some()) {
            *says = Says::Members;
        }
    }
}

/// Poor or near-poor, and since when: the lowest heading goes before those above it.
fn kind_of_household(heading: &Heading, title: &str, column: usize) -> Option<Says> {
    let words = heading.words(column);
    let own = heading.columns[column].last().map(|part| words_of(part)).unwrap_or_default();
    let has = |words: &str, phrases: &[&str]| phrases.iter().any(|phrase| has_phrase(words, phrase));
    if has(&words, &["nguy co", "ke hoach", "du kien", "chi tieu", "nguyen nhan", "khong ngheo"]) {
        return None;
    }
    if let Some(left) = has_left(&own, title) {
        return Some(left);
    }
    // Who was poor when the year began may not be at its end.
    if has(&own, &["dau nam", "dau ky", "nam truoc", "ky truoc"]) {
        return None;
    }
    let came = |line| Some(Says::Came(if has(&own, &["can ngheo"]) { "near_poor" } else { "poor" }, line));
    if has(&own, &["tai ngheo", "tai can ngheo"]) {
        return came(Some("relapsed"));
    }
    if has(&own, &["ngheo moi", "phat sinh", "can ngheo moi"]) {
        return came(Some("newly"));
    }
    if ["ngheo cu", "can ngheo cu", "ho ngheo cu", "ho can ngheo cu"].contains(&&*own) {
        return came(None);
    }
    // Another year than the list's, and words beyond these, ask something else.
    let only = |more: &[&str]| {
        own.split(' ').all(|word| {
            [
                "ho", "ngheo", "can", "la", "thuoc", "dien", "nam", "sau", "ra", "soat", "x", "danh", "dau",
                "cuoi", "ky", "hien", "nay",
            ]
            .contains(&word)
                || more.contains(&word)
                || (word.bytes().all(|b| b.is_ascii_digit()) && has_phrase(title, word))
        })
    };
    // "N" and "CN" may be anything by themselves: they stand beside each other, or below what they are short for.
    let is_short = has(&own, &["n", "hn"]) && has(&own, &["cn", "hcn"]);
    let is_below =
        has(&words, &["phan loai", "loai ho", "dien ho", "ho ngheo"]) && ["n", "cn"].contains(&&*own);
    let is_bare = own == "ngheo" || has(&own, &["dien ngheo", "thuoc ngheo"]) || (is_below && own == "n");
    let (poor, near) = (
        is_bare || has(&own, &["ho ngheo", "hn"]),
        has(&own, &["can ngheo", "hcn"]) || (is_below && own == "cn"),
    );
    if poor != near && !is_short && only(&["hn", "hcn", "n", "cn"]) {
        return Some(if near { Says::IsNearPoor } else { Says::IsPoor });
    }
    let is_class =
        has(&own, &["phan loai ho", "loai ho", "phan loai", "dien ho", "doi tuong ho"]) || (poor && near);
    (is_class || is_short).then_some(Says::Class)
}

/// A column that marks those who left their group; what says more than that asks something else.
fn has_left(own: &str, title: &str) -> Option<Says> {
    let lists = &forms().lists;
    let left: Vec<&str> =
        lists.left.iter().map(String::as_str).filter(|phrase| has_phrase(own, phrase)).collect();
    let is_known = |word: &str| {
        lists.left_also.iter().any(|known| known == word)
            || (word.bytes().all(|b| b.is_ascii_digit()) && has_phrase(title, word))
    };
    if left.is_empty() || !own.split(' ').all(is_known) {
        return None;
    }
    let is = |phrase: &str| left.contains(&phrase);
    Some(Says::HasLeft(match (is("thoat ngheo"), is("thoat can ngheo")) {
        (true, false) => Some("poor"),
        (false, true) => Some("near_poor"),
        _ => None,
    }))
}

/// What else a household is asked.
fn asked(words: &str) -> Option<Says> {
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| has_phrase(words, phrase));
    if has(&["khong co kha nang lao dong", "khong co knld", "khong con kha nang lao dong"]) {
        return Some(Says::Yes(NO_LABOUR.to_owned()));
    }
    if has(&["nguoi co cong"]) {
        return Some(Says::Yes(POLICY_FAMILIES.to_owned()));
    }
    // Those who live there of old are only some of the peoples.
    if has(&["tai cho"]) {
        return None;
    }
    if has(&["dtts", "dan toc thieu so"]) {
        return Some(Says::Yes(MINORITIES.to_owned()));
    }
    if has(&["dan toc"]) {
        return Some(Says::People);
    }
    lacking(words)
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
    let levels: [&[&str]; 3] = [
        &["phuong xa", "xa phuong", "xa", "phuong", "thi tran"],
        &["thon", "khu pho", "kp", "ap", "thon to", "xom", "ban", "khom"],
        &["to", "tdp", "to dan pho"],
    ];
    let is = |phrases: &[&str]| {
        let words = words.trim_start_matches("ten ");
        phrases.iter().any(|phrase| words == *phrase || words.starts_with(&format!("{phrase} ")))
    };
    levels.iter().zip(0..).find(|(phrases, _)| is(phrases)).map(|(_, level)| level)
}
