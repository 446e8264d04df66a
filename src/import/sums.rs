//! Rows of a form that sum up others: all of them, or some.

use std::collections::BTreeSet;

use super::field::{Field, FieldKind};
use super::forms::{forms, words_of};
use super::grid::Grid;
use super::heading::Heading;
use super::letterhead;
use super::levels::{UNRANKED, rank};
use super::named::place_key;
use super::row_figures::has_figures;
use super::row_name::name_of;
use super::row_words::apart;
use super::written;

/// Do the words name the unit as a whole: "Tổng cộng", "Cộng toàn tỉnh", "Cả huyện", "Tổng 12 xã"?
pub fn is_total(words: &str) -> bool {
    let total = &forms().rows.total;
    total.iter().any(|known| known == words)
        || total.iter().filter(|known| known.contains(' ')).any(|known| words.starts_with(known.as_str()))
        || ["cong ", "tong ", "t cong "].iter().any(|lead| words.strip_prefix(lead).is_some_and(is_of_all))
}

/// Do words behind "Cộng" name no part: "chung", "toàn tỉnh", "các xã", "12 phường, xã", "(1+2)"?
fn is_of_all(words: &str) -> bool {
    let alone = ["chung", "hop", "so lieu"];
    let is_word = |word: &str| {
        word.bytes().all(|byte| byte.is_ascii_digit())
            || word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'))
            || [
                "toan", "ca", "cac", "so", "tinh", "huyen", "quan", "xa", "phuong", "thi", "tran", "thanh",
                "pho",
            ]
            .contains(&word)
    };
    let rest = alone.iter().find_map(|lead| words.strip_prefix(lead)).map_or(words, str::trim_start);
    // "Cộng Phường 1" is of one place.
    let words: Vec<&str> = rest.split(' ').collect();
    let is_digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_numbered = words.windows(2).any(|two| !is_digits(two[0]) && is_digits(two[1]));
    rest.is_empty()
        || (words.iter().all(|word| is_word(word)) && !is_numbered)
        || forms().rows.total.iter().any(|known| known == rest)
}

/// The row of the unit that is called so in full: "Tổng cộng", "Cộng toàn tỉnh".
pub fn grand(grid: &Grid, heading: &Heading, rows: &[usize]) -> Option<usize> {
    let is_it = |row: &usize| {
        let words = name_of(grid, heading, *row).map(|name| words_of(&name)).unwrap_or_default();
        let rest = ["tong cong", "tong so"].iter().find_map(|lead| words.strip_prefix(lead));
        let is_bare = rest.is_some_and(|rest| rest.bytes().all(|b| b == b' ' || b.is_ascii_digit()));
        is_bare || (is_total(&words) && words.split(' ').any(|word| matches!(word, "toan" | "ca" | "chung")))
    };
    rows.iter().copied().find(is_it)
}

/// How many rows are sums alone: "Cộng" below one district and below the next.
pub fn bare_sums(grid: &Grid, heading: &Heading, rows: &[usize]) -> usize {
    let is_one = |row: &&usize| name_of(grid, heading, **row).is_some_and(|name| words_of(&name) == "cong");
    rows.iter().filter(is_one).count()
}

/// What a row of a sum begins with.
const LEADS: [&str; 5] = ["tong cong", "tong so", "cong", "tong", "toan"];

/// The place that a row sums up by its name: of "Cộng huyện A" Huyện A. "Tổng cộng huyện A" and "Toàn huyện A" are the
/// unit, unless there are several such rows.
pub fn summed(name: &str, are_several: bool) -> Option<String> {
    let words = words_of(name);
    let is_led = |lead: &&&str| words.strip_prefix(**lead).is_some_and(|rest| rest.starts_with(' '));
    let lead = LEADS.iter().find(is_led)?;
    let own: Vec<&str> = name.split_whitespace().skip(lead.split(' ').count()).collect();
    let rest = own.join(" ");
    let rest = rest.trim_matches([' ', ':', '.']);
    let is_named =
        own.iter().skip(1).any(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    let is_place = is_named
        && rank(rest) > UNRANKED
        && !is_part(&words_of(rest))
        && !rest.contains([',', '/', '(', '+']);
    let is_meant = are_several || matches!(*lead, "cong" | "tong");
    let mut letters = rest.chars();
    let first = letters.next()?.to_uppercase();
    (is_place && is_meant).then(|| first.chain(letters).collect())
}

/// How many places are summed up by rows of their name.
pub fn named_sums(grid: &Grid, heading: &Heading, rows: &[usize]) -> usize {
    let own = rows.iter().filter_map(|row| summed(&name_of(grid, heading, *row)?, true));
    own.map(|name| place_key(&name)).collect::<BTreeSet<_>>().len()
}

/// "Cộng Bát Xát", "Tổng các xã vùng cao": a sum by its first word, where places have numbers and it has none, or where
/// what follows is no name. "Cộng Hòa" with a number is a place.
pub fn is_by_lead(name: &str, is_bare_among_numbered: bool) -> bool {
    let words = words_of(name);
    let is_led = ["cong", "tong"]
        .iter()
        .any(|lead| words.strip_prefix(lead).is_some_and(|rest| rest.starts_with(' ')));
    let is_name = name.split_whitespace().nth(1).is_some_and(|word| word.starts_with(char::is_uppercase));
    is_led && (is_bare_among_numbered || !is_name)
}

/// What no unit is called by.
const PARTS: [&str; 7] = ["khu vuc", "cum", "vung", "khoi", "nhom", "phan", "muc"];

fn is_part(words: &str) -> bool {
    PARTS.iter().any(|part| words.strip_prefix(part).is_some_and(|more| more.starts_with(' ')))
}

/// "Cộng" beside a row "Tổng cộng", "Cộng khu vực 1", "Tổng cộng cụm 2": a sum over some of the places, which are those
/// below a caption or are called by a word that is no unit's.
pub fn is_of_some(words: &str, has_grand: bool, captions: &[String]) -> bool {
    const KINDS: [&str; 6] = ["phuong", "xa", "thi tran", "cac phuong", "cac xa", "cac thi tran"];
    let of_kind = ["cong ", "tong "].iter().find_map(|lead| words.strip_prefix(lead));
    let is_number = |rest: &str| rest.bytes().all(|byte| byte.is_ascii_digit());
    if words == "cong" || of_kind.is_some_and(|rest| KINDS.contains(&rest) || is_number(rest)) {
        return has_grand;
    }
    let rest = ["tong cong ", "tong so ", "cong "].iter().find_map(|lead| words.strip_prefix(lead));
    rest.is_some_and(|rest| is_part(rest) || captions.iter().any(|caption| caption == rest))
}

/// So many are the sum of others by no chance.
const MANY: u64 = 30;

/// The row that is the sum of all others where none is called so: the first or the last.
pub fn told_whole(
    grid: &Grid,
    heading: &Heading,
    rows: &[usize],
    figures: &[(usize, &Field)],
) -> Option<usize> {
    let named: Vec<usize> = rows
        .iter()
        .copied()
        .filter(|row| {
            let name = name_of(grid, heading, *row);
            name.is_some_and(|name| apart(&name).is_none() || is_total(&words_of(&name)))
                && has_figures(grid, *row, figures)
        })
        .collect();
    let is_called = |row: &usize| name_of(grid, heading, *row).is_some_and(|name| is_total(&words_of(&name)));
    if named.len() < 3 || heading.split.is_some() || heading.within.is_some() || named.iter().any(is_called) {
        return None;
    }
    let count = |row: usize, column: usize| written::count(grid.cell(row, column)).number();
    let is_sum = |whole: usize| {
        let columns = figures.iter().filter(|(_, field)| field.kind() == FieldKind::Count);
        let known: Vec<bool> = columns
            .filter_map(|(column, _)| {
                let told = count(whole, *column)?;
                let parts = named.iter().filter(|row| **row != whole).filter_map(|row| count(*row, *column));
                (told > 0).then(|| parts.sum::<u64>() == told)
            })
            .collect();
        !known.is_empty() && known.iter().all(|is_equal| *is_equal)
    };
    // One of the places may have as many as the others together: the whole has no number among theirs and is of no kind
    // that they are of.
    let has_number = |row: usize| heading.number.is_some_and(|column| count(row, column).is_some());
    let ranked = |row: usize| name_of(grid, heading, row).map_or(UNRANKED, |name| rank(&name));
    // Of names without a kind few households may be as many as the others together by chance: the whole has the name of
    // the unit, or more than chance gives.
    let is_large =
        |row: usize| figures.iter().any(|(column, _)| count(row, *column).is_some_and(|n| n >= MANY));
    let units = letterhead::units(&heading.title);
    let is_unit = |row: usize| {
        let own = name_of(grid, heading, row).map(|name| words_of(&name)).unwrap_or_default();
        units.last().is_some_and(|unit| words_of(unit).ends_with(&own))
    };
    let is_one_of_them = |whole: usize| {
        let others = || named.iter().copied().filter(|row| *row != whole);
        let is_numbered = has_number(whole) && others().all(has_number);
        let own = ranked(whole);
        let is_alike = others().all(|row| ranked(row) == own);
        is_numbered || (is_alike && (own != UNRANKED || !(is_large(whole) || is_unit(whole))))
    };
    let ends = [named.first(), named.last()].into_iter().flatten().copied();
    ends.into_iter().find(|row| is_sum(*row) && !is_one_of_them(*row))
}
