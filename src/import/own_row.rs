//! The row of the unit that is called by its own name: "Tỉnh Lào Cai", "LÀO CAI" below its communes.

use crate::text::fold::name_key;

use super::field::{Field, FieldKind};
use super::grid::Grid;
use super::heading::Heading;
use super::letterhead;
use super::levels::{Numbered, numbered};
use super::row_figures::has_figures;
use super::row_name::name_of;
use super::written;

/// The row of the unit among those of its parts, by the name that the letterhead has.
///
/// A commune may be called as its district is: without the word of its kind the name is the unit's where it is the one
/// without a number, or where the row comes to about as much as all others.
pub fn of(grid: &Grid, heading: &Heading, rows: &[usize], figures: &[(usize, &Field)]) -> Option<usize> {
    let unit = letterhead::units(&heading.title).pop()?;
    let bare = letterhead::without_kind(&unit);
    let named: Vec<(usize, String)> = rows
        .iter()
        .filter(|row| has_figures(grid, **row, figures))
        .filter_map(|row| Some((*row, name_of(grid, heading, *row)?)))
        .collect();
    if named.len() < 2 {
        return None;
    }
    let is_called = |name: &str, own: &str| name_key(name) == name_key(own);
    let full = named.iter().find(|(_, name)| is_called(name, &unit) && !is_called(&unit, &bare));
    if let Some((row, _)) = full {
        return Some(*row);
    }
    let is_bare = |row: usize| numbered(grid, heading, row) == Numbered::None;
    let is_only_bare = |row: usize| named.iter().all(|(other, _)| is_bare(*other) == (*other == row));
    let at_ends = [named.first(), named.last()].into_iter().flatten();
    let mut own = at_ends.filter(|(_, name)| is_called(name, &bare)).map(|(row, _)| *row);
    own.find(|row| is_only_bare(*row) || is_about_all(grid, *row, &named, figures))
}

/// Is each count of a row within a tenth of all others together?
fn is_about_all(grid: &Grid, row: usize, named: &[(usize, String)], figures: &[(usize, &Field)]) -> bool {
    let count = |row: usize, column: usize| written::count(grid.cell(row, column)).number();
    let columns = figures.iter().filter(|(_, field)| field.kind() == FieldKind::Count);
    let near: Vec<bool> = columns
        .filter_map(|(column, _)| {
            let own = count(row, *column)?;
            let others = named.iter().filter(|(other, _)| *other != row);
            let sum: u64 = others.filter_map(|(other, _)| count(*other, *column)).sum();
            Some(own.abs_diff(sum).saturating_mul(10) <= sum)
        })
        .collect();
    !near.is_empty() && near.iter().all(|is_near| *is_near)
}
