//! The sheets of the workbook to fill in that are no table of places: what is asked (targets), what is given
//! (programmes), what is to be done (tasks), and who speaks (the front sheet).

use crate::text::json::Json;

use super::amounts;
use super::forms::words_of;
use super::grid::{CellPlace, Grid, SheetCell};
use super::template::{AIMS, ColumnKey, EntryColumn, EntrySheet, UNITS, Word, word_code};
use super::written::{self, Counted, NotACount, Rated};

/// The entries of a sheet.
#[derive(Debug, Clone, Default)]
pub struct EntryReading {
    /// The list of the snapshot they are of.
    pub list: &'static str,
    /// The entries, as JSON.
    pub entries: Vec<Json>,
    /// Where they stand.
    pub cells: Vec<EntryCell>,
    /// Cells that are not read, and the heads of their columns.
    pub faults: Vec<(CellPlace, &'static str, EntryFault)>,
    /// Columns that are not known, as they are headed.
    pub left_out: Vec<String>,
}

/// Where a member of an entry stands.
#[derive(Debug, Clone)]
pub struct EntryCell {
    /// The list of the snapshot that the entry is of.
    pub list: &'static str,
    /// The entry.
    pub id: String,
    /// Its member, as the format names it.
    pub member: &'static str,
    /// The cell.
    pub at: CellPlace,
    /// The head of its column.
    pub head: &'static str,
}

/// Why a cell of an entry is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryFault {
    /// What must stand there.
    Missing,
    /// The column itself, where something must stand in it.
    NoColumn,
    /// No whole number.
    NotAFigure,
    /// Nor one with "hơn", "gần" before it or "triệu" after it.
    NotAnAmount,
    /// A number, and behind it what it counts.
    WithUnit(u64),
    /// No percentage.
    NotAPercent,
    /// No day.
    NotADay,
    /// None of the words that are known there.
    NotAWord(&'static [Word]),
    /// How much is asked, and not in which way; or the other way round.
    HalfAnAim,
}

/// Is that a sheet of entries, by its first rows?
pub fn is_one(grid: &Grid) -> bool {
    kind_of(grid).is_some()
}

/// Which sheet of entries it is, and the row that heads it.
fn kind_of(grid: &Grid) -> Option<(&'static EntrySheet, usize)> {
    EntrySheet::ALL.iter().find_map(|sheet| Some((sheet, top_of(grid, sheet)?)))
}

/// Reads a sheet of entries; none for any other sheet.
pub fn read(grid: &Grid) -> Option<EntryReading> {
    let (sheet, top) = kind_of(grid)?;
    let columns: Vec<(usize, Option<&EntryColumn>)> = (0..grid.width())
        .filter_map(|column| {
            let head = words_of(grid.cell(top, column).text()?);
            Some((column, sheet.columns.iter().find(|known| words_of(known.head) == head)))
        })
        .collect();
    let mut reading = EntryReading { list: sheet.list, ..EntryReading::default() };
    let unknown = columns.iter().filter(|(_, known)| known.is_none());
    reading.left_out =
        unknown.filter_map(|(column, _)| grid.cell(top, *column).text().map(str::to_owned)).collect();
    let columns: Vec<(usize, &EntryColumn)> =
        columns.into_iter().filter_map(|(column, known)| Some((column, known?))).collect();
    let needed = sheet.columns.iter().filter(|column| column.is_needed());
    let needed = needed.map(|needed| (needed, columns.iter().find(|(_, known)| known.head == needed.head)));
    let needed: Vec<(&EntryColumn, Option<usize>)> =
        needed.map(|(needed, found)| (needed, found.map(|(column, _)| *column))).collect();
    for row in top + 1..grid.rows.len() {
        let cells = columns.iter().map(|(column, known)| (*known, *column, grid.cell(row, *column)));
        let cells: Vec<(&EntryColumn, usize, &SheetCell)> =
            cells.filter(|(.., cell)| !cell.is_empty()).collect();
        // A row with a running number alone is one that was not filled in.
        if cells.iter().all(|(known, ..)| known.key == ColumnKey::Number) {
            continue;
        }
        let mut entry = Entry { members: Vec::new(), faults: Vec::new(), aim: None, amount: None };
        for (known, column, cell) in &cells {
            entry.take(known.key, *column, cell);
        }
        let is_blank = |column: usize| grid.cell(row, column).is_empty();
        for column in needed.iter().filter_map(|(_, column)| column.filter(|column| is_blank(*column))) {
            entry.fault(column, EntryFault::Missing);
        }
        let id = entry.close(sheet, &reading.entries);
        let head =
            |column: usize| columns.iter().find(|(at, _)| *at == column).map_or("", |(_, known)| known.head);
        let faults = entry.faults.iter().map(|(column, why)| (grid.place(row, *column), head(*column), *why));
        reading.faults.extend(faults);
        let of = |(known, column, _): &(&EntryColumn, usize, &SheetCell)| {
            let (member, at) = (known.key.member()?, grid.place(row, *column));
            Some(EntryCell { list: sheet.list, id: id.clone(), member, at, head: known.head })
        };
        reading.cells.extend(cells.iter().filter_map(of));
        reading.entries.push(Json::Object(entry.members));
    }
    if !reading.entries.is_empty() {
        let none = needed.iter().filter(|(_, column)| column.is_none());
        let none = none.map(|(needed, _)| (grid.place(top, 0), needed.head, EntryFault::NoColumn));
        reading.faults.extend(none);
    }
    Some(reading)
}

impl EntryColumn {
    /// Must something stand in it in each row?
    fn is_needed(&self) -> bool {
        matches!(self.key, ColumnKey::Text("name") | ColumnKey::Year | ColumnKey::Word("kind" | "measure", _))
    }
}

impl ColumnKey {
    /// The member of an entry that a column fills; none of a running number.
    fn member(self) -> Option<&'static str> {
        match self {
            Self::Number => None,
            Self::Year => Some("year"),
            Self::AimKind | Self::Aim => Some("aim"),
            Self::Text(name)
            | Self::Day(name)
            | Self::Word(name, _)
            | Self::Figure(name)
            | Self::UnitOf(name)
            | Self::Level(name, _)
            | Self::Percent(name, _) => Some(name),
        }
    }
}

/// The row that heads a sheet of this kind: it has the head of its names and of one column more.
fn top_of(grid: &Grid, sheet: &EntrySheet) -> Option<usize> {
    (0..grid.rows.len().min(20)).find(|row| {
        let heads: Vec<String> =
            (0..grid.width()).filter_map(|c| grid.cell(*row, c).text().map(words_of)).collect();
        let known = sheet.columns.iter().filter(|column| heads.contains(&words_of(column.head))).count();
        heads.contains(&words_of(sheet.name_head)) && known >= 2
    })
}

/// An entry while its row is read.
struct Entry {
    members: Vec<(String, Json)>,
    /// Columns whose cells are not read.
    faults: Vec<(usize, EntryFault)>,
    /// In which way something is asked.
    aim: Option<(&'static str, usize)>,
    /// How much.
    amount: Option<(SheetCell, usize)>,
}

impl Entry {
    fn put(&mut self, name: &str, value: Json) {
        self.members.push((name.to_owned(), value));
    }

    fn fault(&mut self, column: usize, fault: EntryFault) {
        self.faults.push((column, fault));
    }

    fn take(&mut self, key: ColumnKey, column: usize, cell: &SheetCell) {
        match key {
            ColumnKey::Number => {}
            ColumnKey::Text(name) => self.put(name, Json::text(&shown(cell))),
            ColumnKey::Year => match written::count(cell) {
                Counted::Count(year) => self.put("year", Json::Plain(year.to_string())),
                Counted::Nothing => {}
                Counted::Not(_) => self.fault(column, EntryFault::NotAFigure),
            },
            ColumnKey::Day(name) => match amounts::day(cell) {
                Some(day) => self.put(name, Json::text(&day.to_string())),
                None => self.fault(column, EntryFault::NotADay),
            },
            ColumnKey::Word(name, words) => self.take_word(name, words, column, cell),
            ColumnKey::Figure(name) => match amounts::figure(cell) {
                Ok(Some((value, qualifier))) => self.put_figure(name, &value, qualifier),
                Ok(None) => {}
                Err(()) => self.fault(column, not_an_amount(cell)),
            },
            ColumnKey::UnitOf(name) => self.take_unit(name, column, cell),
            ColumnKey::AimKind => match word_code(AIMS, &words_of(&shown(cell))) {
                Some(code) => self.aim = Some((code, column)),
                None => self.fault(column, EntryFault::NotAWord(AIMS)),
            },
            ColumnKey::Aim => self.amount = Some((cell.clone(), column)),
            ColumnKey::Level(object, name) => match amounts::level(cell) {
                Some(value) => self.put_in(object, name, value),
                None => self.fault(column, EntryFault::NotAFigure),
            },
            ColumnKey::Percent(object, name) => match written::share_of_aim(cell) {
                Rated::Percent(percent) | Rated::Bare(percent) => {
                    self.put_in(object, name, Json::text(&percent));
                }
                Rated::Nothing => {}
                Rated::Not => self.fault(column, EntryFault::NotAPercent),
            },
        }
    }

    fn put_in(&mut self, object: &str, name: &str, value: Json) {
        let known = self.members.iter_mut().find(|(known, _)| known == object);
        match known {
            Some((_, Json::Object(members))) => members.push((name.to_owned(), value)),
            _ => self.put(object, Json::Object(vec![(name.to_owned(), value)])),
        }
    }

    fn put_figure(&mut self, name: &str, value: &str, qualifier: Option<&'static str>) {
        let value = Json::Plain(value.to_owned());
        let figure = match qualifier {
            None => value,
            Some(qualifier) => amounts::bounded(value, qualifier),
        };
        self.put(name, figure);
    }

    fn take_word(&mut self, name: &str, words: &'static [Word], column: usize, cell: &SheetCell) {
        let said = shown(cell);
        match word_code(words, &words_of(&said)) {
            Some(code) => self.put(name, Json::text(code)),
            // What may be a programme or a task is told when all sheets are read.
            None if name == "measure" => self.put(name, Json::text(&said)),
            None => self.fault(column, EntryFault::NotAWord(words)),
        }
    }

    /// The unit of a figure that stands beside it.
    fn take_unit(&mut self, name: &str, column: usize, cell: &SheetCell) {
        let Some(code) = word_code(UNITS, &words_of(&shown(cell))) else {
            return self.fault(column, EntryFault::NotAWord(UNITS));
        };
        let Some((_, value)) = self.members.iter_mut().find(|(known, _)| known == name) else { return };
        let unit = ("unit".to_owned(), Json::text(code));
        match value {
            Json::Object(members) => members.push(unit),
            plain => *plain = Json::Object(vec![("value".to_owned(), plain.clone()), unit]),
        }
    }

    /// Joins what stands in two columns, and gives the entry an id where it has none: that of its name, so that it is the
    /// same in whatever order the rows stand next time.
    fn close(&mut self, sheet: &EntrySheet, before: &[Json]) -> String {
        match (self.aim.take(), self.amount.take()) {
            (Some(("done", _)), _) => self.put_in("aim", "done", Json::Plain("true".to_owned())),
            (Some((kind, _)), Some((cell, column))) => {
                let is_percent = matches!(kind, "reduce_by_points" | "reach_percent" | "reduce_by_percent");
                match amounts::aim(&cell, is_percent) {
                    Some(value) => self.put_in("aim", kind, value),
                    None => self.fault(column, EntryFault::NotAFigure),
                }
            }
            (Some((_, column)), None) | (None, Some((_, column))) => {
                self.fault(column, EntryFault::HalfAnAim);
            }
            (None, None) => {}
        }
        let said = |members: &[(String, Json)], wanted: &str| {
            members.iter().find(|(name, _)| name == wanted).and_then(|(_, value)| value.words())
        };
        let name = said(&self.members, "name");
        if let Some(id) = said(&self.members, "id") {
            return id;
        }
        let id = id_of(name.as_deref().unwrap_or(sheet.id), sheet.id, before);
        self.members.insert(0, ("id".to_owned(), Json::text(&id)));
        id
    }
}

/// An id of the words of a name that none of the entries before has.
fn id_of(name: &str, otherwise: &str, before: &[Json]) -> String {
    const LONGEST: usize = 40;
    let words: Vec<String> = words_of(name)
        .split(' ')
        .map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect();
    let mut id = String::new();
    for word in words.iter().filter(|word| word.len() < LONGEST) {
        if id.len() + 1 + word.len() > LONGEST {
            break;
        }
        id = if id.is_empty() { word.clone() } else { format!("{id}-{word}") };
    }
    if !id.starts_with(|c: char| c.is_ascii_alphabetic()) {
        let with_kind = format!("{otherwise}-{id}");
        with_kind.trim_end_matches('-').clone_into(&mut id);
    }
    let is_known =
        |id: &str| before.iter().any(|entry| entry.get("id").and_then(Json::words).as_deref() == Some(id));
    let numbered = std::iter::once(id.clone()).chain((2..).map(|n| format!("{id}-{n}")));
    numbered.into_iter().find(|id| !is_known(id)).unwrap_or(id)
}

/// Why a cell is no amount.
fn not_an_amount(cell: &SheetCell) -> EntryFault {
    match written::count(cell) {
        Counted::Not(NotACount::WithUnit(count)) => EntryFault::WithUnit(count),
        _ => EntryFault::NotAnAmount,
    }
}

/// What a cell says, in letters.
pub fn shown(cell: &SheetCell) -> String {
    match cell {
        SheetCell::Text(text) => text.clone(),
        SheetCell::Number(number, _) => number.to_string(),
        SheetCell::Day(day) => day.to_string(),
        SheetCell::Empty | SheetCell::Broken => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::grid::Shown;
    use super::*;

    /// 140 typed into a column of percentages is 140%, as 1.4 is that is shown so.
    #[test]
    fn more_may_be_reached_than_was_asked() {
        let text = |text: &str| SheetCell::Text(text.to_owned());
        let of = |number: f64, percent| SheetCell::Number(number, Shown { percent, decimals: None });
        for cell in [of(140.0, false), of(1.4, true), text("140"), text("140%")] {
            let heads = ["Tên chỉ tiêu", "Năm", "Số liệu theo dõi", "Đạt (% chỉ tiêu)"].map(text).to_vec();
            let row = ["Giảm hộ nghèo", "2023", "Số hộ nghèo"].map(text);
            let rows = vec![heads, row.into_iter().chain([cell.clone()]).collect()];
            let reading = read(&Grid { rows, ..Grid::default() }).unwrap();
            assert!(reading.faults.is_empty(), "{cell:?}: {:?}", reading.faults);
            let percent = reading.entries[0].get("result").and_then(|result| result.get("percent_of_aim"));
            assert_eq!(percent.and_then(Json::words).as_deref(), Some("140"), "{cell:?}");
        }
    }
}
