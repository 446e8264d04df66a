//! The front sheet of the workbook to fill in: who speaks, of which day, where it is from.

use std::collections::BTreeMap;

use super::amounts::day;
use super::day::period_told;
use super::entries::shown;
use super::forms::words_of;
use super::grid::{CellPlace, Grid, SheetCell};
use super::named::place_key;
use super::template::{BETWEEN_NAMES, FRONT, WHOLE, Word, word_code, words_of_front};

/// What a front sheet says, by the path of the member.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Front {
    /// The texts.
    pub members: BTreeMap<&'static str, String>,
    /// Where they stand.
    pub cells: BTreeMap<&'static str, CellPlace>,
    /// The cells that are not filled in.
    pub open: BTreeMap<&'static str, CellPlace>,
    /// Cells that are not read, and the labels beside them.
    pub faults: Vec<(CellPlace, &'static str, FrontFault)>,
    /// Labels that are not known and have something beside them, and the known one that is meant perhaps.
    pub unknown: Vec<(CellPlace, Option<&'static str>)>,
}

/// Why a cell of a front sheet is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrontFault {
    /// None of the words that are known there.
    NotAWord(&'static [Word]),
    /// No day.
    NotADay,
    /// None of the periods that there are.
    NotAPeriod,
    /// A formula that cannot be computed.
    Broken,
    /// The standard has a name, and not the code by which standards are told apart.
    NoStandard,
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
    let (mut labels, mut of_standard) = (0, None);
    for row in 0..grid.rows.len().min(40) {
        let Some(label) = grid.cell(row, 0).text().map(words_of) else { continue };
        let filled = (1..grid.width()).find(|column| !grid.cell(row, *column).is_empty());
        let Some((head, path)) = FRONT.iter().find(|(known, _)| words_of(known) == label) else {
            front.unknown.extend(filled.map(|_| (grid.place(row, 0), nearest(&label))));
            continue;
        };
        labels += 1;
        if *path == "standard.id" {
            of_standard = Some(grid.place(row, 1));
        }
        let Some(column) = filled else {
            front.open.insert(path, grid.place(row, 1));
            continue;
        };
        if let Some(told) = told(path, grid.cell(row, column)).filter(|told| !told.is_empty()) {
            front.members.insert(path, told);
            front.cells.insert(path, grid.place(row, column));
            continue;
        }
        let why = match (*path, words_of_front(path)) {
            (_, Some(words)) => FrontFault::NotAWord(words),
            ("as_of" | "source.published", _) => FrontFault::NotADay,
            ("period", _) => FrontFault::NotAPeriod,
            _ => FrontFault::Broken,
        };
        front.faults.push((grid.place(row, column), head, why));
    }
    if front.get("standard.id").is_none()
        && let Some(named) = front.cells.get("standard.name")
    {
        let at = of_standard.unwrap_or_else(|| named.clone());
        front.faults.push((at, label_of("standard.id"), FrontFault::NoStandard));
    }
    // Two labels may stand anywhere; a front sheet has the unit and the day.
    (labels >= 3).then_some(front)
}

/// The label of a member.
pub fn label_of(path: &str) -> &'static str {
    FRONT.iter().find(|(_, known)| *known == path).map_or("", |(label, _)| label)
}

/// What a cell says of a member, as a snapshot has it.
fn told(path: &str, cell: &SheetCell) -> Option<String> {
    match (path, words_of_front(path)) {
        (_, Some(words)) => cell.text().and_then(|text| word_code(words, &words_of(text))).map(str::to_owned),
        ("as_of" | "source.published", _) => day(cell).map(|day| day.to_string()),
        ("period", _) => period_told(&shown(cell)),
        _ => Some(shown(cell)),
    }
}

/// The known label that is written much like one, or has most of its words.
fn nearest(label: &str) -> Option<&'static str> {
    let own: Vec<&str> = label.split(' ').collect();
    let likeness = |known: &str| {
        let known = words_of(known);
        let all: Vec<&str> = known.split(' ').collect();
        let shared = all.iter().filter(|word| own.contains(word)).count();
        // In hundredths, to be compared.
        let of_words = shared * 200 / (own.len() + all.len());
        let longest = known.chars().count().max(label.chars().count());
        let of_letters = 100 - (strsim::damerau_levenshtein(label, &known) * 100 / longest).min(100);
        of_words.max(of_letters)
    };
    let known = FRONT.iter().map(|(known, _)| (likeness(known), *known));
    known
        .filter(|(likeness, _)| *likeness >= 60)
        .max_by_key(|(likeness, _)| *likeness)
        .map(|(_, known)| known)
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
            vec![text("Số liệu tới ngày"), text("31/12/2022")],
            vec![text("Người lập"), text("CANARY")],
            vec![text("Ghi chú")],
        ];
        let front = read(&Grid { rows, ..Grid::default() }).unwrap();
        assert_eq!(
            front.object("unit"),
            [("name".to_owned(), "Quận 6".to_owned()), ("kind".to_owned(), "district".to_owned())]
        );
        assert_eq!((front.get("as_of"), front.get("period")), (Some("2022-12-31"), Some("2022")));
        assert!(matches!(front.faults.as_slice(), [(_, "Ngày ban hành", FrontFault::NotADay)]));
        let unknown: Vec<_> = front.unknown.iter().map(|(at, near)| (at.cell_name(), *near)).collect();
        assert_eq!(unknown, [("A6".to_owned(), Some("Số liệu đến ngày")), ("A7".to_owned(), None)]);
        assert_eq!(front.cells["period"].cell_name(), "B4");
        assert_eq!(read(&Grid { rows: vec![vec![text("Đơn vị"), text("a")]], ..Grid::default() }), None);
    }
}
