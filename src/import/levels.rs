//! The levels of the rows of a form: places lie in one another by how their rows are numbered ("I", "1", "1.1"), and by the
//! kind of place that they name.

use std::collections::BTreeSet;

use super::field::Field;
use super::forms::words_of;
use super::grid::{Grid, SheetCell};
use super::heading::Heading;
use super::kinds;
use super::letterhead;
use super::named::in_full;
use super::people::is_kind_of_place;
use super::row_figures::has_figures;
use super::row_name::name_of;
use super::row_words::apart;
use super::sums;

/// How a row is numbered: the coarser the earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Numbered {
    /// A, B, C.
    Letter,
    /// I, II, III.
    Roman,
    /// 1; 1.1 has two parts.
    Digits(usize),
    /// Not at all.
    None,
}

/// A level of the rows: how they are numbered, and those without a number by the kind of place that they name.
pub type Level = (Numbered, u8);

/// The levels that rows with a name have, the coarser first: a kind of number each. Without numbers, or below those that
/// have some, the kind of place that the names say: "Khu phố 1" below "Phường 1".
pub fn levels(grid: &Grid, heading: &Heading, rows: &[usize], figures: &[(usize, &Field)]) -> Vec<Level> {
    let named = rows.iter().filter_map(|row| {
        let name = name_of(grid, heading, *row).filter(|name| apart(name).is_none())?;
        let is_place = !sums::is_total(&words_of(&name)) && has_figures(grid, *row, figures);
        is_place.then(|| (numbered(grid, heading, *row), rank(&name)))
    });
    let named: Vec<(Numbered, u8)> = named.collect();
    let numbers: BTreeSet<Numbered> =
        named.iter().map(|(number, _)| *number).filter(|number| *number != Numbered::None).collect();
    let is_bare = |(number, _): &&(Numbered, u8)| *number == Numbered::None;
    let ranks: BTreeSet<u8> = named.iter().filter(is_bare).map(|(_, rank)| *rank).collect();
    let above = named.iter().filter(|named| !is_bare(named)).map(|(_, rank)| *rank).max();
    let levels = numbers.into_iter().map(|number| (number, 0));
    // A row without a number is no level of its own beside numbered ones, unless it names a smaller kind of place; names
    // of which some say no kind are alike.
    let told = match (above, ranks.first()) {
        (Some(above), _) => ranks.into_iter().filter(|rank| *rank > above).collect(),
        (None, Some(&UNRANKED)) => BTreeSet::from([UNRANKED]),
        (None, _) => ranks,
    };
    levels.chain(told.into_iter().map(|rank| (Numbered::None, rank))).collect()
}

/// A name that does not say what kind of place it is.
pub const UNRANKED: u8 = 0;

/// How far down the kind of place stands that a name says: districts (cities and provinces may stand beside them), wards
/// and communes, what lies in these.
pub fn rank(name: &str) -> u8 {
    finer_rank(name).min(IN_WARDS)
}

/// What lies in a ward or commune.
const IN_WARDS: u8 = 4;

/// The same, and groups of households below the quarters and hamlets that they may lie in.
pub fn finer_rank(name: &str) -> u8 {
    let name = &in_full(name);
    let words = words_of(name);
    let is_quarter = words.split(' ').next().is_some_and(kinds::begins_a_hamlet);
    match letterhead::level(name) {
        Some(level) => level.max(2),
        None if !is_kind_of_place(name) => UNRANKED,
        None if is_quarter => IN_WARDS,
        None => IN_WARDS + 1,
    }
}

/// Is a place larger by its kind than another that is named below it? A quarter and a hamlet are of one level: one commune
/// may have both.
pub fn is_larger(place: &str, other: &str) -> bool {
    let (place, other) = (rank(place), rank(other));
    place != UNRANKED && place < other
}

/// Does a place lie in a ward, by its kind?
pub fn is_in_wards(place: &str) -> bool {
    rank(place) == IN_WARDS
}

/// May a place that lies in a ward have groups of households in it that are places of a list? Quarters have, hamlets seldom:
/// "Tổ 3" below "Thôn 2" is a place beside it, unless a column names both.
pub fn has_groups(place: &str) -> bool {
    let words = words_of(place);
    is_in_wards(place) && ["khu", "kp", "ap", "khom"].iter().any(|kind| words.split(' ').next() == Some(kind))
}

/// Is that a group of households?
pub fn is_group(place: &str) -> bool {
    finer_rank(place) > IN_WARDS
}

/// The level of a row; none where none of them is its own.
pub fn level_of(grid: &Grid, heading: &Heading, row: usize, levels: &[Level]) -> Option<usize> {
    let number = numbered(grid, heading, row);
    let is_one = |rank: u8| levels.iter().position(|level| *level == (number, rank));
    match number {
        Numbered::None => {
            let rank = name_of(grid, heading, row).map_or(UNRANKED, |name| rank(&name));
            is_one(rank).or_else(|| is_one(UNRANKED))
        }
        _ => is_one(0),
    }
}

/// How a row is numbered.
pub fn numbered(grid: &Grid, heading: &Heading, row: usize) -> Numbered {
    heading.number.map_or(Numbered::None, |column| numbering(grid.shown_at(row, column)))
}

/// How a cell numbers its row.
pub fn numbering(cell: &SheetCell) -> Numbered {
    let text = match cell {
        // A spreadsheet takes "1.1" for a number; 1.10 is lost to it, and a level is one all the same.
        SheetCell::Number(number, _) => number.to_string(),
        SheetCell::Text(text) => text.trim().trim_end_matches(['.', ')']).to_owned(),
        SheetCell::Empty | SheetCell::Day(_) | SheetCell::Broken => return Numbered::None,
    };
    let parts: Vec<&str> = text.split('.').collect();
    if parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit())) {
        return Numbered::Digits(parts.len());
    }
    if is_roman(&text) {
        return Numbered::Roman;
    }
    if text.len() == 1 && text.bytes().all(|b| b.is_ascii_alphabetic()) {
        return Numbered::Letter;
    }
    Numbered::None
}

/// IV, XL.
pub fn is_roman(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hamlets_and_quarters_stand_beside_each_other() {
        for name in ["Khu phố 3", "Ấp 2", "Thôn 1", "Bản Bú", "Xóm Đồi", "Buôn Tu"] {
            assert_eq!(finer_rank(name), IN_WARDS, "{name}");
        }
        assert!(finer_rank("Tổ 4") > IN_WARDS && finer_rank("TT. Chợ Rã") < IN_WARDS);
        assert_eq!((rank("X. Bành Trạch"), rank("H. Ba Bể"), rank("A Lù")), (3, 2, UNRANKED));
    }
}
