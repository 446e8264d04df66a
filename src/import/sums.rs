//! Rows of a form that sum up others: all of them, or some.

use super::field::{Field, FieldKind};
use super::forms::words_of;
use super::grid::Grid;
use super::heading::Heading;
use super::rows::{apart, has_figures, is_total, name_of};
use super::written::{self, Counted};

/// The row of the unit that is called so in full: "Tổng cộng".
pub fn grand(grid: &Grid, heading: &Heading, rows: &[usize]) -> Option<usize> {
    let is_it = |row: &usize| {
        let words = name_of(grid, heading, *row).map(|name| words_of(&name)).unwrap_or_default();
        let rest = ["tong cong", "tong so"].iter().find_map(|lead| words.strip_prefix(lead));
        rest.is_some_and(|rest| rest.bytes().all(|b| b == b' ' || b.is_ascii_digit()))
    };
    rows.iter().copied().find(is_it)
}

/// "Cộng" beside a row "Tổng cộng", "Cộng khu vực 1", "Tổng cộng cụm 2": a sum over some of the places, which are those
/// below a caption or are called by a word that is no unit's.
pub fn is_of_some(words: &str, has_grand: bool, captions: &[String]) -> bool {
    const PARTS: [&str; 7] = ["khu vuc", "cum", "vung", "khoi", "nhom", "phan", "muc"];
    if words == "cong" {
        return has_grand;
    }
    let rest = ["tong cong ", "tong so ", "cong "].iter().find_map(|lead| words.strip_prefix(lead));
    rest.is_some_and(|rest| {
        PARTS.iter().any(|part| rest.strip_prefix(part).is_some_and(|more| more.starts_with(' ')))
            || captions.iter().any(|caption| caption == rest)
    })
}

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
    let count = |row: usize, column: usize| match written::count(grid.cell(row, column)) {
        Counted::Count(count) => Some(count),
        _ => None,
    };
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
    [named.first(), named.last()].into_iter().flatten().copied().find(|row| is_sum(*row))
}
