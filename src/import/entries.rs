//! The sheets of the workbook to fill in that are no table of places: what is asked (targets), what is given
//! (programmes), what is to be done (tasks), and who speaks (the front sheet).

use chrono::NaiveDate;

use crate::text::json::Json;

use super::forms::words_of;
use super::grid::{CellPlace, Grid, SheetCell};
use super::template::{ColumnKey, EntrySheet, Word, word_code};
use super::written::{self, Counted, Rated};

/// The entries of a sheet.
#[derive(Debug, Clone, Default)]
pub struct EntryReading {
    /// The list of the snapshot they are of.
    pub list: &'static str,
    /// The entries, as JSON.
    pub entries: Vec<Json>,
    /// Cells that are not read.
    pub faults: Vec<(CellPlace, EntryFault)>,
    /// Columns that are not known, as they are headed.
    pub left_out: Vec<String>,
}

/// Why a cell of an entry is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryFault {
    /// What must stand there.
    Missing,
    /// No whole number, with or without "hơn", "gần".
    NotAFigure,
    /// No percentage.
    NotAPercent,
    /// No day.
    NotADay,
    /// None of the words that are known there.
    NotAWord,
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
    let columns: Vec<(usize, Option<ColumnKey>)> = (0..grid.width())
        .filter_map(|column| {
            let head = words_of(grid.cell(top, column).text()?);
            Some((
                column,
                sheet.columns.iter().find(|known| words_of(known.head) == head).map(|known| known.key),
            ))
        })
        .collect();
    let mut reading = EntryReading { list: sheet.list, ..EntryReading::default() };
    let unknown = columns.iter().filter(|(_, key)| key.is_none());
    reading.left_out =
        unknown.filter_map(|(column, _)| grid.cell(top, *column).text().map(str::to_owned)).collect();
    for row in top + 1..grid.rows.len() {
        let cells =
            columns.iter().filter_map(|(column, key)| Some(((*key)?, *column, grid.cell(row, *column))));
        let cells: Vec<(ColumnKey, usize, &SheetCell)> =
            cells.filter(|(.., cell)| !cell.is_empty()).collect();
        // A row with a running number alone is one that was not filled in.
        if cells.iter().all(|(key, ..)| *key == ColumnKey::Number) {
            continue;
        }
        let mut entry = Entry { grid, row, members: Vec::new(), faults: Vec::new(), aim: None, amount: None };
        for (key, column, cell) in cells {
            entry.take(key, column, cell);
        }
        entry.close(sheet, reading.entries.len());
        reading.faults.append(&mut entry.faults);
        reading.entries.push(Json::Object(entry.members));
    }
    Some(reading)
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
struct Entry<'a> {
    grid: &'a Grid,
    row: usize,
    members: Vec<(String, Json)>,
    faults: Vec<(CellPlace, EntryFault)>,
    /// In which way something is asked.
    aim: Option<(&'static str, usize)>,
    /// How much.
    amount: Option<(SheetCell, usize)>,
}

impl Entry<'_> {
    fn put(&mut self, name: &str, value: Json) {
        self.members.push((name.to_owned(), value));
    }

    fn fault(&mut self, column: usize, fault: EntryFault) {
        self.faults.push((self.grid.place(self.row, column), fault));
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
            ColumnKey::Day(name) => match day(cell) {
                Some(day) => self.put(name, Json::text(&day.to_string())),
                None => self.fault(column, EntryFault::NotADay),
            },
            ColumnKey::Word(name, words) => self.take_word(name, words, column, cell),
            ColumnKey::Figure(name) => match figure(cell) {
                Ok(Some((value, qualifier))) => self.put_figure(name, &value, qualifier),
                Ok(None) => {}
                Err(()) => self.fault(column, EntryFault::NotAFigure),
            },
            ColumnKey::UnitOf(name) => self.take_unit(name, column, cell),
            ColumnKey::AimKind => match word_code(super::template::AIMS, &words_of(&shown(cell))) {
                Some(code) => self.aim = Some((code, column)),
                None => self.fault(column, EntryFault::NotAWord),
            },
            ColumnKey::Aim => self.amount = Some((cell.clone(), column)),
            ColumnKey::Level(object, name) => match level(cell) {
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
            Some(qualifier) => Json::Object(vec![
                ("value".to_owned(), value),
                ("qualifier".to_owned(), Json::text(qualifier)),
            ]),
        };
        self.put(name, figure);
    }

    fn take_word(&mut self, name: &str, words: &'static [Word], column: usize, cell: &SheetCell) {
        let said = shown(cell);
        match word_code(words, &words_of(&said)) {
            Some(code) => self.put(name, Json::text(code)),
            // A measure of a programme or a task is written with its id.
            None if name == "measure" && said.contains('.') => self.put(name, Json::text(&said)),
            None => self.fault(column, EntryFault::NotAWord),
        }
    }

    /// The unit of a figure that stands beside it.
    fn take_unit(&mut self, name: &str, column: usize, cell: &SheetCell) {
        let Some(code) = word_code(super::template::UNITS, &words_of(&shown(cell))) else {
            return self.fault(column, EntryFault::NotAWord);
        };
        let Some((_, value)) = self.members.iter_mut().find(|(known, _)| known == name) else { return };
        let unit = ("unit".to_owned(), Json::text(code));
        match value {
            Json::Object(members) => members.push(unit),
            plain => *plain = Json::Object(vec![("value".to_owned(), plain.clone()), unit]),
        }
    }

    /// Joins what stands in two columns, and gives the entry an id where it has none.
    fn close(&mut self, sheet: &EntrySheet, index: usize) {
        match (self.aim.take(), self.amount.take()) {
            (Some(("done", _)), _) => self.put_in("aim", "done", Json::Plain("true".to_owned())),
            (Some((kind, _)), Some((cell, column))) => {
                let is_percent = matches!(kind, "reduce_by_points" | "reach_percent" | "reduce_by_percent");
                let value = if is_percent {
                    percent_or_none(&cell).map(|text| Json::text(&text))
                } else {
                    level(&cell)
                };
                match value {
                    Some(value) => self.put_in("aim", kind, value),
                    None => self.fault(column, EntryFault::NotAFigure),
                }
            }
            (Some((_, column)), None) | (None, Some((_, column))) => {
                self.fault(column, EntryFault::HalfAnAim);
            }
            (None, None) => {}
        }
        if !self.members.iter().any(|(name, _)| name == "id") {
            self.members.insert(0, ("id".to_owned(), Json::text(&format!("{}-{}", sheet.id, index + 1))));
        }
        if !self.members.iter().any(|(name, _)| name == "name") {
            self.fault(0, EntryFault::Missing);
        }
    }
}

/// What a cell says, in letters.
fn shown(cell: &SheetCell) -> String {
    match cell {
        SheetCell::Text(text) => text.clone(),
        SheetCell::Number(number, _) => number.to_string(),
        SheetCell::Day(day) => day.to_string(),
        SheetCell::Empty | SheetCell::Broken => String::new(),
    }
}

/// A day, as a date or as it is written: 31/12/2023.
pub fn day(cell: &SheetCell) -> Option<NaiveDate> {
    match cell {
        SheetCell::Day(day) => Some(*day),
        SheetCell::Text(text) => {
            let text = text.trim();
            text.parse().ok().or_else(|| NaiveDate::parse_from_str(text, "%d/%m/%Y").ok())
        }
        SheetCell::Empty | SheetCell::Number(..) | SheetCell::Broken => None,
    }
}

fn percent_or_none(cell: &SheetCell) -> Option<String> {
    match written::share_of_aim(cell) {
        Rated::Percent(percent) | Rated::Bare(percent) => Some(percent),
        Rated::Nothing | Rated::Not => None,
    }
}

/// A level: a whole number where it is one, else a percentage.
fn level(cell: &SheetCell) -> Option<Json> {
    let is_percent = matches!(written::share_of_aim(cell), Rated::Percent(_));
    match written::count(cell) {
        Counted::Count(count) if !is_percent => Some(Json::Plain(count.to_string())),
        _ => percent_or_none(cell).map(|percent| Json::text(&percent)),
    }
}

/// A figure with what is said before it, and nghìn, triệu, tỷ after it: "hơn 3 tỷ".
fn figure(cell: &SheetCell) -> Result<Option<(String, Option<&'static str>)>, ()> {
    let SheetCell::Text(text) = cell else {
        return match written::count(cell) {
            Counted::Nothing => Ok(None),
            Counted::Count(count) => Ok(Some((count.to_string(), None))),
            Counted::Not(_) => Err(()),
        };
    };
    if written::says_nothing(text) {
        return Ok(None);
    }
    let known = written::qualified(text);
    let (rest, qualifier) = known.map_or((text.trim(), None), |(code, rest)| (rest, Some(code)));
    let rest = rest.to_lowercase();
    let rest = rest.trim_end_matches("đồng").trim();
    let sizes = [("nghìn", 3), ("ngàn", 3), ("triệu", 6), ("tỷ", 9), ("tỉ", 9)];
    let counted = sizes.iter().find_map(|(word, zeros)| Some((rest.strip_suffix(word)?.trim(), *zeros)));
    let Some((number, zeros)) = counted else {
        return match written::count(&SheetCell::Text(rest.to_owned())) {
            Counted::Count(count) => Ok(Some((count.to_string(), qualifier))),
            Counted::Nothing | Counted::Not(_) => Err(()),
        };
    };
    let (whole, decimals) = number.split_once(',').unwrap_or((number, ""));
    let whole = match written::count(&SheetCell::Text(whole.to_owned())) {
        Counted::Count(count) => count.to_string(),
        Counted::Nothing | Counted::Not(_) => return Err(()),
    };
    if decimals.len() > zeros || !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return Err(());
    }
    let digits = format!("{whole}{decimals}{}", "0".repeat(zeros - decimals.len()));
    let digits = digits.trim_start_matches('0');
    Ok(Some((if digits.is_empty() { "0" } else { digits }.to_owned(), qualifier)))
}

#[cfg(test)]
mod tests {
    use super::super::grid::Shown;
    use super::*;

    #[test]
    fn figures_keep_what_is_said_of_them() {
        let read = |text: &str| figure(&SheetCell::Text(text.to_owned()));
        assert_eq!(read("hơn 3 tỷ"), Ok(Some(("3000000000".into(), Some("over")))));
        assert_eq!(read("gần 842 triệu đồng"), Ok(Some(("842000000".into(), Some("nearly")))));
        assert_eq!(read("1,5 tỷ"), Ok(Some(("1500000000".into(), None))));
        assert_eq!(read("3.386"), Ok(Some(("3386".into(), None))));
        assert_eq!(read("-"), Ok(None));
        assert_eq!(read("nhiều"), Err(()));
        assert_eq!(read("1,2345 nghìn"), Err(()));
    }

    /// 140 typed into a column of percentages is 140%, as 1.4 is that is shown so.
    #[test]
    fn more_may_be_reached_than_was_asked() {
        let text = |text: &str| SheetCell::Text(text.to_owned());
        let of = |number: f64, percent| SheetCell::Number(number, Shown { percent, decimals: None });
        for cell in [of(140.0, false), of(1.4, true), text("140"), text("140%")] {
            let heads = ["Tên chỉ tiêu", "Đạt (% chỉ tiêu)"].map(text).to_vec();
            let rows = vec![heads, vec![text("Giảm hộ nghèo"), cell.clone()]];
            let reading = read(&Grid { rows, ..Grid::default() }).unwrap();
            assert!(reading.faults.is_empty(), "{cell:?}: {:?}", reading.faults);
            let percent = reading.entries[0].get("result").and_then(|result| result.get("percent_of_aim"));
            assert_eq!(percent.and_then(Json::words).as_deref(), Some("140"), "{cell:?}");
        }
    }

    #[test]
    fn days_are_read_as_dates_and_as_written() {
        let day = |text: &str| super::day(&SheetCell::Text(text.to_owned())).map(|day| day.to_string());
        assert_eq!(day("31/12/2023").as_deref(), Some("2023-12-31"));
        assert_eq!(day("2023-12-31").as_deref(), Some("2023-12-31"));
        assert_eq!(day("cuối năm"), None);
    }
}
