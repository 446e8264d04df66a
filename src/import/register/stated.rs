//! How many members a household's row says it has.

use super::super::forms::words_of;
use super::super::grid::Cell;
use super::super::written::{self, Counted as Count};

/// What a household's row says of how many its members are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stated {
    /// Nothing.
    #[default]
    Not,
    /// So many.
    Count(u64),
    /// Something that is no number.
    Unclear,
}

impl Stated {
    /// What two columns of one row say together, one of men and one of women.
    pub fn plus(self, other: Self) -> Self {
        match (self, other) {
            (Self::Not, only) | (only, Self::Not) => only,
            (Self::Count(one), Self::Count(other)) => Self::Count(one + other),
            (Self::Unclear, _) | (_, Self::Unclear) => Self::Unclear,
        }
    }

    /// As that of a household, which somebody belongs to.
    pub fn of_household(self) -> Self {
        match self {
            Self::Count(count) if !(1..100).contains(&count) => Self::Unclear,
            said => said,
        }
    }
}

/// What a cell says of how many the members are that it counts: there may be no women.
pub fn stated(cell: Cell<'_>) -> Stated {
    match written::count(cell) {
        Count::Count(0) => Stated::Count(0),
        _ => members(cell).map_or(Stated::Unclear, Stated::Count),
    }
}

/// So many members: 4, "4 người"; none where it is no number.
pub fn members(cell: Cell<'_>) -> Option<u64> {
    let of_words = || {
        let words = words_of(cell.written()?);
        let (number, unit) = words.split_once(' ')?;
        let is_unit = ["nguoi", "khau", "nhan khau", "nk", "thanh vien", "tv"].contains(&unit);
        number.parse().ok().filter(|_| is_unit)
    };
    let count = match written::count(cell) {
        Count::Count(count) => Some(count),
        Count::Nothing | Count::Not(_) => of_words(),
    };
    count.filter(|count| (1..100).contains(count))
}
