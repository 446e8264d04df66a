//! The front sheet of the workbook to fill in: who speaks, of which day, where it is from.

use std::collections::BTreeMap;

use super::amounts::day;
use super::forms::words_of;
use super::grid::{CellPlace, Grid, SheetCell};
use super::named::place_key;
use super::template::{BETWEEN_NAMES, FRONT, WHOLE, Word, word_code, words_of_front};

/// What a front sheet says, by the path of the member.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Front {
    /// The texts.
    pub members: BTreeMap<&'static str, String>,
    /// Cells that are not read.
    pub faults: Vec<(CellPlace, FrontFault)>,
}

/// Why a cell of a front sheet is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrontFault {
    /// None of the words that are known there.
    NotAWord(&'static [Word]),
    /// No day.
    NotADay,
    /// A formula that cannot be computed.
    Broken,
}

impl Front {
    /// What it says of a member.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.members.get(path).map(String::as_str)
    }

    /// The places whose parts are not all there, by their keys; empty: the unit.
    pub fn incomplete(&self) -> Vec<String> {
        let names = self.get("areas.incomplete").into_iter().flat_map(|names| names.split(BETWEEN_NAMES));
        names.map(|name| if name == WHOLE { String::new() } else { place_key(name) }).collect()
    }

    /// The members of an object, in the order of the sheet.
    pub fn object(&self, name: &str) -> Vec<(String, String)> {
        let own =
            FRONT.iter().filter_map(|(_, path)| Some((path.strip_prefix(name)?.strip_prefix('.')?, *path)));
        own.filter_map(|(member, path)| Some((member.to_owned(), self.get(path)?.to_owned()))).collect()
    }
}

/// Reads a front sheet; none for any other sheet.
pub fn read(grid: &Grid) -> Option<Front> {
    let mut front = Front::default();
    let mut labels = 0;
    for row in 0..grid.rows.len().min(40) {
        let Some(label) = grid.cell(row, 0).text().map(words_of) else { continue };
        let Some((_, path)) = FRONT.iter().find(|(known, _)| words_of(known) == label) else { continue };
        labels += 1;
        let Some(column) = (1..grid.width()).find(|column| !grid.cell(row, *column).is_empty()) else {
            continue;
        };
        let cell = grid.cell(row, column);
        let told = match (*path, words_of_front(path)) {
            (_, Some(words)) => {
                cell.text().and_then(|text| word_code(words, &words_of(text))).map(str::to_owned)
            }
            ("as_of" | "source.published", _) => day(cell).map(|day| day.to_string()),
            _ => Some(match cell {
                SheetCell::Text(text) => text.clone(),
                SheetCell::Number(number, _) => number.to_string(),
                SheetCell::Day(day) => day.to_string(),
                SheetCell::Empty | SheetCell::Broken => String::new(),
            }),
        };
        if let Some(told) = told.filter(|told| !told.is_empty()) {
            front.members.insert(path, told);
            continue;
        }
        let why = match (*path, words_of_front(path)) {
            (_, Some(words)) => FrontFault::NotAWord(words),
            ("as_of" | "source.published", _) => FrontFault::NotADay,
            _ => FrontFault::Broken,
        };
        front.faults.push((grid.place(row, column), why));
    }
    // Two labels may stand anywhere; a front sheet has the unit and the day.
    (labels >= 3).then_some(front)
}

#[cfg(test)]
mod tests {
    use super::super::grid::Shown;
    use super::*;

    #[test]
    fn a_front_sheet_is_told_by_its_labels() {
        let text = |text: &str| SheetCell::Text(text.to_owned());
        let rows = vec![
            vec![text("Đơn vị"), text("Quận 6")],
            vec![text("Cấp"), text("Quận, huyện")],
            vec![text("Số liệu đến ngày"), text("31/12/2022")],
            vec![text("Kỳ số liệu"), SheetCell::Number(2022.0, Shown::default())],
            vec![text("Ngày ban hành"), text("hôm qua")],
        ];
        let front = read(&Grid { rows, ..Grid::default() }).unwrap();
        assert_eq!(
            front.object("unit"),
            [("name".to_owned(), "Quận 6".to_owned()), ("kind".to_owned(), "district".to_owned())]
        );
        assert_eq!((front.get("as_of"), front.get("period")), (Some("2022-12-31"), Some("2022")));
        assert!(matches!(front.faults.as_slice(), [(_, FrontFault::NotADay)]));
        assert_eq!(read(&Grid { rows: vec![vec![text("Đơn vị"), text("a")]], ..Grid::default() }), None);
    }
}
