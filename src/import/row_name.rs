//! What the row of a form is called: the name in its column, without the number that some write before it.

use super::forms::words_of;
use super::grid::{Grid, SheetCell};
use super::heading::Heading;
use super::levels::{Numbered, is_roman, numbering};
use super::people::is_kind_of_place;
use super::register::place::{self, Known};
use super::row_words;

/// The name of a row: in its column, or where cells are merged over it.
pub fn name_of(grid: &Grid, heading: &Heading, row: usize) -> Option<String> {
    let in_number = || {
        let text = grid.cell(row, heading.number?).text()?;
        (numbering(grid.cell(row, heading.number?)) == Numbered::None).then_some(text)
    };
    name_at(grid, heading, row, heading.name)
        .or_else(|| in_number().map(without_number))
        .filter(|name| !name.is_empty())
}

/// The name in a cell of a column: under "Phường" a 3 is Phường 3.
pub fn name_at(grid: &Grid, heading: &Heading, row: usize, column: usize) -> Option<String> {
    let cell =
        if heading.within == Some(column) { grid.shown_at(row, column) } else { grid.cell(row, column) };
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    match cell {
        SheetCell::Text(text) if heading.known.contains(text) => Some(text.clone()),
        SheetCell::Text(text) if !is_digits(text) => Some(without_number(text)),
        SheetCell::Text(_) | SheetCell::Number(..) => {
            let head = heading.columns.get(column)?.last()?;
            place::in_column(cell, head, &Known::default()).map(|place| place.name)
        }
        SheetCell::Empty | SheetCell::Day(_) | SheetCell::Broken => None,
    }
}

/// A name without the number some write before it: "I. Khu vực thành thị", "1. Phường 3". "X. Bành Trạch" is a commune,
/// and "V. Trạch" may be part of a name: one letter other than I is a number before the word of a kind alone.
fn without_number(name: &str) -> String {
    let rest = name.split_once(['.', ')']).filter(|(number, rest)| {
        let is_digits = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
        let is_sure = number.len() > 1 || *number == "I";
        let is_led = || row_words::is_zone(&words_of(rest)) || is_kind_of_place(rest);
        rest.starts_with(' ') && (is_digits || (is_roman(number) && (is_sure || is_led())))
    });
    rest.map_or(name, |(_, rest)| rest).trim().to_owned()
}
