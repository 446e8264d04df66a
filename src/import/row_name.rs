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
            place::in_column(cell.lent(), head, &Known::default()).map(|place| place.name)
        }
        SheetCell::Empty | SheetCell::Day(_) | SheetCell::Broken => None,
    }
}

/// A name without the number some write before it: "I. Khu vực thành thị", "1. Phường 3". "X. Bành Trạch" is a commune,
/// and "V. Trạch" may be part of a name: one letter other than I is a number before the word of a kind alone.
fn without_number(name: &str) -> String {
    if let Some(several) = numbered_several(name) {
        return several.to_owned();
    }
    let rest = name.split_once(['.', ')']).filter(|(number, rest)| {
        let is_digits = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
        let is_sure = number.len() > 1 || *number == "I";
        let is_led = || row_words::is_zone(&words_of(rest)) || is_kind_of_place(rest);
        rest.starts_with(' ') && (is_digits || (is_roman(number) && (is_sure || is_led())))
    });
    rest.map_or(name, |(_, rest)| rest).trim().to_owned()
}

/// What several places are called together behind a number, whatever parts the two: "I Khu vực thành thị", "A- Nông thôn".
fn numbered_several(name: &str) -> Option<&str> {
    const PARTS: [char; 6] = ['.', ')', '-', '–', ':', '/'];
    let name = name.trim();
    let end = name.find(|c: char| c.is_whitespace() || PARTS.contains(&c))?;
    let (number, rest) = name.split_at(end);
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || PARTS.contains(&c));
    let words = words_of(rest);
    let is_number = numbering(&SheetCell::Text(number.to_owned())) != Numbered::None;
    (is_number && (row_words::is_zone(&words) || row_words::is_region(&words))).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_before_a_name_is_none_of_its_words() {
        for (text, name) in [
            ("I Khu vực thành thị", "Khu vực thành thị"),
            ("II. Khu vực nông thôn", "Khu vực nông thôn"),
            ("II.Khu vực nông thôn", "Khu vực nông thôn"),
            ("A - THÀNH THỊ", "THÀNH THỊ"),
            ("1 Khu vực III", "Khu vực III"),
            ("Khu vực thành thị", "Khu vực thành thị"),
            ("1. Phường 3", "Phường 3"),
            ("X. Bành Trạch", "X. Bành Trạch"),
            ("A Lù", "A Lù"),
            ("Xã Nông thôn", "Xã Nông thôn"),
        ] {
            assert_eq!(without_number(text), name);
        }
    }
}
