//! What stands among headings and is no plain text: years and days, units, areas that a column only sorts.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::super::day::{in_heading, is_year};
use super::super::forms::words_of;
use super::super::grid::{Grid, SheetCell};
use super::super::heading_words::is_somebodys;
use super::super::row_words::{is_region, is_zone};
use super::super::sums::is_total;
use super::super::written;
use super::{has_words, is_place};

/// What a cell of the headings says: a text, a year, a day.
pub fn said(cell: &SheetCell) -> Option<Cow<'_, str>> {
    match cell {
        SheetCell::Text(text) => Some(Cow::Borrowed(text.as_str())),
        SheetCell::Number(..) => year(cell).map(|year| Cow::Owned(year.to_string())),
        SheetCell::Day(day) => Some(Cow::Owned(day.format("%d/%m/%Y").to_string())),
        SheetCell::Empty | SheetCell::Broken => None,
    }
}

/// The year that a cell holds and nothing else.
fn year(cell: &SheetCell) -> Option<i32> {
    let text = match cell {
        SheetCell::Number(number, shown) if !shown.percent => number.to_string(),
        SheetCell::Text(text) => text.trim().to_owned(),
        _ => return None,
    };
    text.parse().ok().filter(|year| is_year(year) && text.len() == 4)
}

fn is_time(cell: &SheetCell) -> bool {
    let is_day = |text: &str| !text.contains(char::is_alphabetic) && in_heading(&words_of(text)).is_some();
    matches!(cell, SheetCell::Day(_)) || year(cell).is_some() || cell.text().is_some_and(is_day)
}

/// Does a row head columns with years or days, each number of it one: 2022 and 2023 below "Hộ nghèo"? One year alone is
/// told from a count by the words beside it.
pub fn are_times(grid: &Grid, row: usize) -> bool {
    let Some(cells) = grid.rows.get(row) else { return false };
    let cells = || cells.iter().filter(|cell| !cell.is_empty());
    let times = cells().filter(|cell| is_time(cell)).count();
    let is_day = cells().any(|cell| is_time(cell) && year(cell).is_none());
    let least = if is_day || cells().any(has_words) { 1 } else { 2 };
    times >= least && cells().all(|cell| is_time(cell) || has_words(cell))
}

/// Does a cell head one of the columns below a merged heading that reaches over several of them, each with words of its
/// own? What a form calls them is known by their place, whatever the words: a household marks its answers there.
pub fn is_in_group(grid: &Grid, (top, row): (usize, usize), column: usize) -> bool {
    let over = (top..row).rev().filter_map(|above| grid.merged.at(above, column));
    let mut groups = over.filter(|merged| merged.first.1 < merged.last.1 && merged.last.0 < row);
    let heads = |text: &str| text.trim().chars().count() > 1 && !is_place(text) && !is_somebodys(text);
    let head = |column: usize| {
        let cell = grid.cell(row, column);
        let text = cell.text().filter(|text| has_words(cell) && !written::is_yes(cell) && heads(text))?;
        Some(words_of(text))
    };
    groups.next().is_some_and(|group| {
        let own = group.first.1..=group.last.1;
        let different: BTreeSet<String> = own.clone().filter_map(head).collect();
        different.len() == own.count()
    })
}

/// Is a row that of the unit, or one of figures, where these are texts?
pub fn sums_up(grid: &Grid, row: usize) -> bool {
    let texts = || (0..grid.width()).filter_map(|column| grid.cell(row, column).text());
    let is_figure = |text: &str| {
        let cell = SheetCell::Text(text.to_owned());
        written::count(&cell).number().is_some() && !is_time(&cell)
    };
    let first = texts().next().map(words_of).unwrap_or_default();
    let has_figures = texts().any(is_figure);
    has_figures && (is_total(&first) || texts().filter(|text| is_figure(text)).count() > 1)
}

/// A heading without the unit that brackets add to it: "Tổng số hộ (hộ)".
pub fn without_unit(part: &str) -> &str {
    const HOUSEHOLDS: [&str; 4] = ["ho", "dvt ho", "don vi tinh ho", "don vi ho"];
    let Some((before, unit)) = part.trim_end().strip_suffix(')').and_then(|part| part.rsplit_once('('))
    else {
        return part;
    };
    if HOUSEHOLDS.contains(&words_of(unit).as_str()) { before.trim_end() } else { part }
}

/// Of two columns that may name places the one that the others lie in, and that of the names: "Thành thị" under "Khu vực"
/// sorts the place beside it, and names none.
pub fn two_columns(grid: &Grid, top: usize, left: usize) -> (Option<usize>, usize) {
    let right = left + 1;
    let rows = top + 1..grid.rows.len();
    let sorts = |column: usize, names: usize| {
        let own = rows.clone().filter_map(|row| Some((row, grid.shown_at(row, column).text()?)));
        let own: Vec<(usize, &str)> = own.collect();
        // Where a place has a row of each, these are its parts.
        let is_named = |row: usize| grid.cell(row, names).text().is_some();
        own.len() > 1 && own.iter().all(|(row, text)| is_zone_or_region(text) && is_named(*row))
    };
    if sorts(right, left) {
        (None, left)
    } else if sorts(left, right) {
        (None, right)
    } else {
        (Some(left), right)
    }
}

/// "Thành thị", "Nông thôn", "NT", "KV1", "Khu vực III", "II".
fn is_zone_or_region(text: &str) -> bool {
    let words = words_of(text);
    let is_short = matches!(words.as_str(), "tt" | "nt" | "i" | "ii" | "iii" | "kv1" | "kv2" | "kv3");
    is_zone(&words) || is_region(&words) || is_short
}

#[cfg(test)]
mod tests {
    use super::super::super::grid::Shown;
    use super::*;

    fn grid(cells: &[SheetCell]) -> Grid {
        Grid { rows: vec![cells.to_vec()], ..Grid::default() }
    }

    #[test]
    fn years_and_days_head_columns() {
        let number = |number: f64| SheetCell::Number(number, Shown::default());
        let text = |text: &str| SheetCell::Text(text.to_owned());
        let day = SheetCell::Day(chrono::NaiveDate::from_ymd_opt(2022, 12, 31).unwrap());
        for cells in [
            vec![number(2021.0), number(2022.0)],
            vec![number(2023.0), text("Tỷ lệ")],
            vec![text("31/12/2022"), text("31/12/2023")],
            vec![day.clone()],
            vec![text("2022"), text("2023")],
        ] {
            assert!(are_times(&grid(&cells), 0), "{cells:?}");
        }
        for cells in [
            vec![number(2021.0)],
            vec![number(2021.0), number(55.0)],
            vec![text("Toàn tỉnh"), text("1.900"), text("2.010")],
            vec![number(2023.5), number(2022.0)],
        ] {
            assert!(!are_times(&grid(&cells), 0), "{cells:?}");
        }
        assert_eq!(said(&day).as_deref(), Some("31/12/2022"));
        assert_eq!(said(&number(55.0)), None);
        assert!(sums_up(&grid(&[text("Toàn tỉnh"), text("1.900")]), 0));
        assert!(!sums_up(&grid(&[text("Số hộ"), text("2023")]), 0));
    }

    #[test]
    fn a_unit_in_brackets_is_no_word_of_a_heading() {
        assert_eq!(without_unit("Tổng số hộ (hộ)"), "Tổng số hộ");
        assert_eq!(without_unit("(ĐVT: hộ)"), "");
        for other in ["Tỷ lệ (%)", "Hộ nghèo (người)", "Hộ nghèo"] {
            assert_eq!(without_unit(other), other);
        }
    }
}
