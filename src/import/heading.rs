//! Where the headings of a sheet stand, and what each column is headed with.

mod marks;

use std::collections::BTreeSet;

use super::forms::{forms, has_phrase, words_of};
use super::grid::{Grid, SheetCell};
use super::heading_words::{is_of_headings, is_somebodys};
use super::letterhead;
use super::levels::{Numbered, numbering};
use super::register::{self, says::HOUSEHOLD_CODES};

/// The headings lie within so many first rows.
pub const WITHIN: usize = 80;
/// Headings take at most so many rows.
const MOST_ROWS: usize = 8;

/// The headings of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heading {
    /// The first row of the headings.
    pub top: usize,
    /// The first row of figures.
    pub first: usize,
    /// What stands above: titles, one a line.
    pub title: Vec<String>,
    /// The heading of each column, from its top row down.
    pub columns: Vec<Vec<String>>,
    /// The column of names.
    pub name: usize,
    /// The column left of it of the places that these lie in: "Phường" beside "Khu phố".
    pub within: Option<usize>,
    /// The column of running numbers.
    pub number: Option<usize>,
    /// The column that says what a row of a place counts ("Phân tổ").
    pub split: Option<usize>,
    /// The column of codes.
    pub code: Option<usize>,
    /// Names that are known to be those of places, as they are written.
    pub known: BTreeSet<String>,
    /// Was it written here? How its places lie in one another is told by their numbers, not by their kinds or sums.
    pub is_own: bool,
}

impl Heading {
    /// The heading of a column in words made alike.
    pub fn words(&self, column: usize) -> String {
        let parts = self.columns.get(column).map(Vec::as_slice).unwrap_or_default();
        let bare: Vec<&str> = parts.iter().map(|part| marks::without_unit(part)).collect();
        let bare = words_of(&bare.join(" "));
        // "Dân số (hộ)" is told by its unit alone.
        if has_phrase(&bare, "ho") { bare } else { words_of(&parts.join(" ")) }
    }

    /// The heading of a column as it is written, its rows parted by `/`.
    pub fn written(&self, column: usize) -> String {
        self.columns.get(column).map(|parts| parts.join(" / ")).unwrap_or_default()
    }

    /// The title, in words made alike.
    pub fn title_words(&self) -> String {
        words_of(&self.title.join(" "))
    }
}

/// Finds the headings: the first row that names a column of places and has other columns beside it.
pub fn find(grid: &Grid) -> Option<Heading> {
    let labels = &forms().labels;
    let width = grid.width();
    let is = |row: usize, column: usize, known: &[String]| {
        grid.cell(row, column).text().is_some_and(|text| known.contains(&words_of(text)))
    };
    let is_name = |row: usize, column: usize| {
        grid.cell(row, column).text().is_some_and(|text| labels.is_name(&words_of(text)))
    };
    (0..grid.rows.len().min(WITHIN)).find_map(|top| {
        let texts = (0..width).filter(|column| grid.shown_at(top, *column).text().is_some()).count();
        let column_of = |known: &[String]| (0..width).find(|column| is(top, *column, known));
        let is_of_somebody = |column| grid.shown_at(top, column).text().is_some_and(is_somebodys);
        if (0..width).any(is_of_somebody) {
            return None;
        }
        let number = column_of(&labels.number);
        let name = column_of(&labels.person)
            .or_else(|| (0..width).find(|column| is_name(top, *column)))
            .or_else(|| (0..width).find(|column| is_household_code(grid, top, *column)))
            .or_else(|| number.map(|number| number + 1));
        let name = name.filter(|name| texts >= 2 && *name < width)?;
        let is_two = [name, name + 1].iter().all(|column| is_name(top, *column));
        let (within, name) = if is_two { marks::two_columns(grid, top, name) } else { (None, name) };
        let first = first_row(grid, top, name);
        Some(Heading {
            top,
            first,
            title: titles(grid, top),
            columns: (0..width)
                .map(|column| heading_of(grid, &heading_rows(grid, top, first), column))
                .collect(),
            name,
            within,
            number,
            split: (0..width).find(|column| (top..first).any(|row| is(row, *column, &labels.split))),
            code: (0..width).find(|column| (top..first).any(|row| is(row, *column, &labels.code))),
            ..Heading::default()
        })
    })
}

/// The texts above the headings.
pub fn titles(grid: &Grid, top: usize) -> Vec<String> {
    grid.rows.iter().take(top).flatten().filter_map(SheetCell::text).flat_map(letterhead::lines_of).collect()
}

/// The first row of figures: after the merged cell of names, the rows of headings and that of column numbers.
pub fn first_row(grid: &Grid, top: usize, name: usize) -> usize {
    let lists_people = lists_people(grid, top);
    let merged = grid.merged.at(top, name);
    let mut row = merged.map_or(top, |merged| merged.last.0) + 1;
    while row < top + MOST_ROWS
        && row < grid.rows.len()
        && (is_numbering(grid, row)
            || (continues(grid, row, name) && (!lists_people || is_all_headings(grid, (top, row)))))
    {
        row += 1;
    }
    row
}

/// The rows of headings proper: that of column numbers says nothing, wherever it stands.
pub fn heading_rows(grid: &Grid, top: usize, first: usize) -> Vec<usize> {
    (top..first).filter(|row| *row == top || !is_numbering(grid, *row)).collect()
}

/// Is a column headed as the code of a household? A list without names is told by that.
fn is_household_code(grid: &Grid, row: usize, column: usize) -> bool {
    let words = grid.cell(row, column).text().map(words_of).unwrap_or_default();
    HOUSEHOLD_CODES.iter().any(|code| has_phrase(&words, code))
}

/// Are people listed below that row, by its title or by what it asks of them?
fn lists_people(grid: &Grid, top: usize) -> bool {
    let columns = (0..grid.width()).map(|column| heading_of(grid, &[top], column)).collect();
    let heading = Heading { columns, title: titles(grid, top), ..Heading::default() };
    register::is_list(&heading) || has_phrase(&heading.title_words(), "danh sach")
}

/// Has a row headings alone? A letter or a numeral by itself numbers a part of a list; a mark is an answer.
fn is_all_headings(grid: &Grid, (top, row): (usize, usize)) -> bool {
    let is_number = |text: &str| {
        let text = text.trim_end_matches(['.', ')']);
        text.len() == 1 || (!text.is_empty() && text.bytes().all(|byte| b"IVXivx".contains(&byte)))
    };
    let mut texts = (0..grid.width()).filter_map(|column| Some((column, grid.cell(row, column).text()?)));
    let is_heading = |(column, text): (usize, &str)| {
        (is_of_headings(text) && !is_number(text.trim())) || marks::is_in_group(grid, (top, row), column)
    };
    !has_numbers(grid, row) && texts.all(is_heading)
}

/// A row below the headings that names no place, and has words.
fn continues(grid: &Grid, row: usize, name: usize) -> bool {
    let texts: Vec<usize> =
        (0..grid.width()).filter(|column| *column != name && has_words(grid.cell(row, *column))).collect();
    // The number of a section is none of its words.
    let is_number = |column: &usize| numbering(grid.cell(row, *column)) != Numbered::None;
    let texts: Vec<usize> = texts.into_iter().filter(|column| !is_number(column)).collect();
    // One text alone may name the hamlet of the rows below it.
    let names_a_place = match texts.as_slice() {
        [only] => grid.cell(row, *only).text().is_some_and(is_place),
        _ => false,
    };
    let is_of_times = marks::are_times(grid, row);
    grid.cell(row, name).is_empty()
        && (!texts.is_empty() || is_of_times)
        && !names_a_place
        && (!has_numbers(grid, row) || is_of_times)
        && !marks::sums_up(grid, row)
}

/// A name of a hamlet, a street group, a quarter, a ward.
fn is_place(text: &str) -> bool {
    let words = words_of(text);
    let kinds = [
        "thon", "to", "khu pho", "ap", "ban", "xom", "khom", "phuong", "xa", "tdp", "buon", "lang",
        "thi tran",
    ];
    kinds.iter().any(|kind| words.strip_prefix(kind).is_some_and(|rest| rest.starts_with(' ')))
}

/// Has a cell words, or the sign of a share?
fn has_words(cell: &SheetCell) -> bool {
    cell.text().is_some_and(|text| text.chars().any(char::is_alphabetic) || text.contains('%'))
}

fn has_numbers(grid: &Grid, row: usize) -> bool {
    grid.rows.get(row).is_some_and(|cells| cells.iter().any(|cell| matches!(cell, SheetCell::Number(..))))
}

/// The row of column numbers and formulas, "A B 1 2 3 4=3/1*100": no figures.
pub fn is_numbering(grid: &Grid, row: usize) -> bool {
    grid.rows.get(row).is_some_and(|cells| numbers_columns(cells))
}

/// Are the cells of a row those of column numbers?
pub fn numbers_columns<T: AsRef<str>>(cells: &[SheetCell<T>]) -> bool {
    let mut last = 0;
    let (mut next, mut letters, mut units) = (0, 0, 0);
    let mut count = 0;
    for cell in cells.iter().filter(|cell| !cell.is_empty()) {
        let text = match cell {
            SheetCell::Number(number, _) => number.to_string(),
            SheetCell::Text(text) => text.as_ref().trim_matches(['(', ')', '[', ']']).to_owned(),
            SheetCell::Empty | SheetCell::Day(_) | SheetCell::Broken => return false,
        };
        count += 1;
        if let [letter] = text.as_bytes()
            && letter.is_ascii_alphabetic()
        {
            // They stand before the numbers, one after the other: an "x" is an answer, a letter behind a number a name.
            let at = letter.to_ascii_uppercase() - b'A';
            if last > 0 || !(next..=next + 1).contains(&at) {
                return false;
            }
            (next, letters) = (at + 1, letters + 1);
            continue;
        }
        if letters > 0 && matches!(words_of(&text).as_str(), "ho" | "nguoi" | "khau" | "%") {
            // "A B hộ hộ %": in what each is counted.
            units += 1;
            continue;
        }
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        let rest = text[digits.len()..].trim_start();
        let is_formula = rest.is_empty() || rest.starts_with(['=', '(', ':']);
        match digits.parse::<u16>() {
            Ok(number) if number > last && number <= last + 2 && is_formula => last = number,
            _ => return false,
        }
    }
    // "A B C" without numbers is one too.
    count >= 3 && (last >= 1 || letters + units == count)
}

/// What a column is headed with: of rows without merged cells a heading reaches to the right over what has words below.
pub fn heading_of(grid: &Grid, rows: &[usize], column: usize) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for (index, &row) in rows.iter().enumerate() {
        let said = |row: usize, column: usize| marks::said(grid.cell(row, column));
        let own = marks::said(grid.shown_at(row, column));
        let below = &rows[index + 1..];
        let has_below = |column: usize| below.iter().any(|below| said(*below, column).is_some());
        let reached = || {
            let left = (0..column).rev().find(|left| said(row, *left).is_some())?;
            let is_free =
                (left + 1..=column).all(|c| grid.cell(row, c).is_empty() && grid.shown_at(row, c).is_empty());
            (is_free && has_below(left) && has_below(column)).then(|| said(row, left))?
        };
        let Some(text) = own.or_else(|| if has_below(column) { reached() } else { None }) else { continue };
        if parts.last().is_none_or(|last| *last != text) {
            parts.push(text.into_owned());
        }
    }
    parts
}

/// Rows below the headings that are headings too, and not the same once more: columns may stand in another order there.
pub fn other_headings(grid: &Grid, heading: &Heading) -> Vec<usize> {
    let labels = &forms().labels;
    let is_heading = |row: &usize| {
        let cells = grid.rows[*row].iter().enumerate();
        let texts: Vec<(usize, String)> =
            cells.filter_map(|(column, cell)| Some((column, words_of(cell.text()?)))).collect();
        let has = |known: &dyn Fn(&str) -> bool| texts.iter().any(|(_, words)| known(words));
        let is_label = |words: &str| labels.name.iter().chain(&labels.number).any(|label| label == words);
        let is_head = |words: &str| ["ho", "ngheo", "ty le"].iter().any(|phrase| has_phrase(words, phrase));
        let is_known = |(column, words): &(usize, String)| {
            heading
                .columns
                .get(*column)
                .is_some_and(|parts| parts.iter().any(|part| words_of(part) == *words))
        };
        let has_numbers = grid.rows[*row].iter().any(|cell| matches!(cell, SheetCell::Number(..)));
        texts.len() > 1 && !has_numbers && has(&is_label) && has(&is_head) && !texts.iter().all(is_known)
    };
    (heading.first..grid.rows.len()).filter(is_heading).collect()
}

#[cfg(test)]
mod tests {
    use super::super::grid::{AllMerged, Merged, Shown};
    use super::*;

    fn grid(rows: &[&[&str]]) -> Grid {
        let cell = |text: &&str| match text.parse::<f64>() {
            Ok(number) => SheetCell::Number(number, Shown::default()),
            Err(_) if text.is_empty() => SheetCell::Empty,
            Err(_) => SheetCell::Text((*text).to_owned()),
        };
        Grid { rows: rows.iter().map(|row| row.iter().map(cell).collect()).collect(), ..Grid::default() }
    }

    #[test]
    fn headings_of_two_rows_without_merged_cells() {
        let grid = grid(&[
            &["UBND QUẬN 6"],
            &["TỔNG HỢP KẾT QUẢ NĂM 2022"],
            &[],
            &["STT", "Phường", "Tổng số hộ dân cư", "", "Hộ nghèo", ""],
            &["", "", "Số hộ", "Nhân khẩu", "Số hộ", "Tỷ lệ"],
            &["A", "B", "1", "2", "3", "4=3/1*100"],
            &["1", "Phường 1", "4812", "19000", "102", "2.12"],
        ]);
        let found = find(&grid).unwrap();
        assert_eq!((found.top, found.first, found.name, found.number), (3, 6, 1, Some(0)));
        assert_eq!(found.written(3), "Tổng số hộ dân cư / Nhân khẩu");
        assert_eq!(found.written(5), "Hộ nghèo / Tỷ lệ");
        assert_eq!(found.written(1), "Phường");
        assert_eq!(found.title, ["UBND QUẬN 6", "TỔNG HỢP KẾT QUẢ NĂM 2022"]);
    }

    /// A list begins with a row that names the hamlet of the households below it.
    #[test]
    fn a_numbered_hamlet_is_no_heading() {
        let grid = grid(&[
            &["STT hộ", "STT thành viên", "Họ và tên", "Năm sinh", "Quan hệ"],
            &["", "", "", "Nam", ""],
            &["1", "2", "3", "4", "5"],
            &["I", "Buôn Tu"],
            &["1", "1", "Y Canary", "1970", "Chủ hộ"],
        ]);
        assert_eq!(find(&grid).unwrap().first, 3);
    }

    #[test]
    fn merged_headings_reach_over_their_columns() {
        let mut sheet = grid(&[
            &["TT", "Đơn vị", "Diễn biến", "", "", ""],
            &["", "", "Thoát nghèo", "", "Tái nghèo", ""],
            &["", "", "Số hộ", "%", "Số hộ", "%"],
            &["1", "Xã A", "5", "0.1", "2", "0.01"],
        ]);
        let merged = |a, b| Merged { first: a, last: b };
        sheet.merged = AllMerged::of([
            merged((0, 0), (2, 0)),
            merged((0, 1), (2, 1)),
            merged((0, 2), (0, 5)),
            merged((1, 2), (1, 3)),
            merged((1, 4), (1, 5)),
        ]);
        let found = find(&sheet).unwrap();
        assert_eq!(found.first, 3);
        assert_eq!(found.written(5), "Diễn biến / Tái nghèo / %");
        assert_eq!(found.words(2), "dien bien thoat ngheo so ho");
    }

    #[test]
    fn figures_are_no_column_numbers() {
        let sheet = grid(&[
            &["A", "B", "1", "2", "3"],
            &["1", "2", "3"],
            &["1", "Phường 1", "2"],
            &["", "", "102", "2"],
            &["1", "x", "", "x"],
            &["A", "B", "hộ", "hộ", "%"],
            &["2", "x", "3"],
        ]);
        assert!(is_numbering(&sheet, 0) && is_numbering(&sheet, 1) && is_numbering(&sheet, 5));
        assert!([2, 3, 4, 6].iter().all(|row| !is_numbering(&sheet, *row)));
    }
}
