//! What an import tells: what was read for what, what was left out, what is refused. No word of a list of households is
//! ever in it, only columns, rows and reasons.

pub mod called;
pub mod filled;
mod left;
mod list;
mod mapping;
mod shares;
mod shown;
mod totals;
mod words;

pub use list::other_total;
pub use mapping::{column_told, sheet_told};
pub use shares::{lacks_in_doubt, shares_in_doubt};
pub use totals::{absent, total_of};

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;

use crate::model::name::UnitKind;
use crate::model::words::Text;
use crate::say;
use crate::source::may_be_of_somebody;
use crate::text::Lang;
use crate::text::json::Json;

use super::Order;
use super::gathered::{Conflict, Gathered};
use super::grid::{self, CellPlace, Grid, column_name};
use super::hidden::Hidden;
use super::register;
use super::unit::NoUnit;
use words::value;

/// At most so many rows or cells of one kind are named.
const NAMED: usize = 12;

/// The lines told so far.
#[derive(Debug)]
pub struct Told {
    lang: Lang,
    /// The lines.
    pub lines: Vec<String>,
    /// Mappings told, with the line of the first sheet that has it, and how many more have.
    mappings: Vec<mapping::ToldMapping>,
    /// The lines on counts that were worked out: told where there is a snapshot that has them.
    pub derived: Vec<String>,
    /// Is anything refused, so that there is no snapshot?
    pub is_refused: bool,
}

impl Told {
    pub fn new(lang: Lang) -> Self {
        Self { lang, lines: Vec::new(), derived: Vec::new(), mappings: Vec::new(), is_refused: false }
    }

    fn line(&mut self, words: impl Into<String>) {
        self.lines.push(words.into());
    }

    fn derived(&mut self, words: impl Into<String>) {
        self.derived.push(words.into());
    }

    fn refuse(&mut self, words: impl Into<String>) {
        self.is_refused = true;
        self.lines.push(format!("! {}", words.into()));
    }

    fn sheet(&mut self, grid: &Grid) {
        if grid.sheet.as_deref().is_some_and(may_be_of_somebody) {
            return self.list(grid);
        }
        self.line(name_of(self.lang, grid));
    }

    pub fn skipped(&mut self, grid: &Grid) {
        // It may be of one household.
        self.list(grid);
        self.line(if grid.from.is_some() {
            self.lang.pick(
                "  không nhập bảng này: không nhận ra biểu nào",
                "  this table is not imported: no form is recognised in it",
            )
        } else {
            self.lang.pick(
                "  không nhập trang tính này: không nhận ra biểu nào",
                "  this sheet is not imported: no form is recognised in it",
            )
        });
    }

    /// A table whose rows are the fields, and whose columns are no places.
    pub fn no_places(&mut self, grid: &Grid, heads: &[String]) {
        self.sheet(grid);
        let heads = heads.iter().map(|head| column_told(head).to_owned()).collect::<Vec<_>>();
        let heads = quoted(heads.iter());
        let words = say!(self.lang, "  ? không nhập bảng này: mỗi dòng là một chỉ tiêu, mà các cột {heads} không phải tên địa bàn: chỉ để một cột “Số lượng”, hoặc ghi tên địa bàn ở tiêu đề cột (“Phường 1” …)",
            "  ? this table is not imported: a row a field, and the columns {heads} name no areas: leave one column “Số lượng”, or head the columns with areas (“Phường 1” …)"; heads);
        self.line(words.text());
    }

    /// A table whose rows are the fields, and where a place has several columns.
    pub fn place_of_several_columns(&mut self, grid: &Grid, place: &str) {
        self.sheet(grid);
        let place = column_told(place);
        let words = say!(self.lang, "  ? không nhập bảng này: mỗi dòng là một chỉ tiêu, mà {place} có nhiều cột: để mỗi nơi một cột, tỷ lệ thành một dòng riêng",
            "  ? this table is not imported: a row a field, and {place} has several columns: leave one column an area, and give rates a row of their own"; place);
        self.line(words.text());
    }

    /// What a file hides, and is read all the same.
    pub fn hidden(&mut self, file: &str, hidden: Hidden) {
        let lang = self.lang;
        if hidden.is_open {
            self.line(
                say!(lang, "{file}: dòng, cột ẩn của tệp .xls này không nhận ra được, vẫn đọc như phần còn lại",
                    "{file}: hidden rows and columns of this .xls cannot be told from the others, and are read as these are"; file)
                .text(),
            );
        }
        let kinds = [
            (hidden.rows, lang.pick("dòng", "rows")),
            (hidden.columns, lang.pick("cột", "columns")),
            (hidden.sheets, lang.pick("trang tính", "sheets")),
        ];
        let parts: Vec<String> = kinds
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, kind)| format!("{count} {kind}"))
            .collect();
        if !parts.is_empty() {
            let parts = parts.join(", ");
            self.line(
                say!(lang, "{file}: có phần bị ẩn ({parts}), vẫn đọc như phần còn lại",
                    "{file}: parts are hidden ({parts}), and read as the rest is"; file, parts)
                .text(),
            );
        }
    }

    /// Takes entries into a list; an id that is there already is refused.
    pub fn repeated_ids(&mut self, list: &'static str, into: &mut Vec<Json>, entries: &[Json]) {
        let lang = self.lang;
        let list = called::list(lang, list);
        let id_of = |entry: &Json| entry.get("id").and_then(Json::words).unwrap_or_default();
        let mut known: HashSet<String> = into.iter().map(id_of).collect();
        for entry in entries {
            let id = id_of(entry);
            if known.insert(id.clone()) {
                into.push(entry.clone());
            } else {
                self.refuse(
                    say!(lang, "{list}: mã {id} có hai lần", "{list}: the id {id} stands twice"; list, id)
                        .text(),
                );
            }
        }
    }

    /// Figures given twice and differently.
    pub fn conflicts(&mut self, conflicts: &[Conflict]) {
        let lang = self.lang;
        for Conflict { first, second } in conflicts.iter().take(NAMED) {
            let (field, area) = (&first.field, first.area.last().filter(|_| !first.area.is_empty()));
            let (one, other) = (value(&first.value), value(&second.value));
            let (at_one, at_other) = (first.at.shown(), second.at.shown());
            self.refuse(
                say!(lang, "hai số khác nhau của cùng một số liệu, {field}[ của {area}]: {one} ({at_one}), {other} ({at_other})",
                    "two values for one figure, {field}[ of {area}]: {one} ({at_one}), {other} ({at_other})";
                    field = called::field(lang, field), area = area.cloned(), one, other, at_one, at_other)
                .text(),
            );
        }
        if let Some(more) = conflicts.len().checked_sub(NAMED).filter(|more| *more > 0) {
            self.refuse(
                say!(lang, "và {more} số khác như vậy", "and {more} more figures like these"; more).text(),
            );
        }
    }

    /// Rows that give a place once more what a row before gives.
    pub fn repeated_rows(&mut self, all: &Gathered) {
        let lang = self.lang;
        let mut rows = all.repeated();
        for (area, first, at) in rows.by_ref().take(NAMED) {
            let (sheet, row, first) = (at.shown_sheet(), at.row + 1, first + 1);
            self.line(
                say!(lang, "{sheet}: dòng {row} lặp lại dòng {first} ({area}): chỉ lấy một lần",
                    "{sheet}: row {row} repeats row {first} ({area}): taken once"; sheet, row, first, area)
                .text(),
            );
        }
        if let Some(more) = Some(rows.count()).filter(|more| *more > 0) {
            self.line(
                say!(lang, "và {more} dòng lặp lại khác", "and {more} more rows that repeat one"; more)
                    .text(),
            );
        }
    }

    pub fn no_unit(&mut self, why: &NoUnit) {
        let lang = self.lang;
        let words = match why {
            NoUnit::Unnamed(spoken) => {
                let unit = spoken.as_deref().unwrap_or("Quận 6");
                say!(lang, "không thấy tên đơn vị trong tệp: thêm --unit \"{unit}\"",
                    "the files name no unit: add --unit \"{unit}\""; unit)
                .text()
            }
            NoUnit::Several(names) => {
                let names = names.join(", ");
                say!(lang, "các tệp của nhiều đơn vị ({names}): thêm --unit là đơn vị gồm các nơi này",
                    "the files are of several units ({names}): add --unit, the one they are parts of"; names)
                .text()
            }
            NoUnit::NoKind(name) => {
                let kinds = UnitKind::ALL.map(UnitKind::code).join(", ");
                say!(lang, "chưa rõ “{name}” là cấp nào: thêm --kind ({kinds})",
                    "what “{name}” is cannot be told: add --kind ({kinds})"; name, kinds)
                .text()
            }
            NoUnit::Elsewhere(file, own, unit) => {
                say!(lang, "{file}: của {own}, không nằm trong {unit}", "{file}: of {own}, which is no part of {unit}";
                    file, own, unit)
                .text()
            }
        };
        self.refuse(words);
    }

    /// A sheet that does not say which part of the unit it is of, as those of other files do; one of these.
    pub fn no_letterhead(&mut self, sheet: &str, one: &str) {
        let words = say!(self.lang, "{sheet}: không ghi là của nơi nào, các tệp khác là của từng nơi ({one} …): thêm dòng “UBND …” ở đầu biểu",
            "{sheet}: it does not say whose it is, and other files are of a part each ({one} …): add a line “UBND …” above the form"; sheet, one);
        self.refuse(words.text());
    }

    /// No day, or several: figures of two days are two snapshots.
    pub fn no_day(&mut self, days: &BTreeMap<NaiveDate, String>) {
        let lang = self.lang;
        if days.len() < 2 {
            return self.refuse(lang.pick(
                "không thấy ngày của số liệu: thêm --as-of 2022-12-31",
                "the day of the figures is not told: add --as-of 2022-12-31",
            ));
        }
        let place = |(day, place): (&NaiveDate, &String)| {
            let day = *day;
            say!(lang, "{day} ({place})", "{day} ({place})"; day, place).text()
        };
        let days = days.iter().take(NAMED).map(place).collect::<Vec<_>>().join("; ");
        self.refuse(
            say!(lang, "các biểu ghi những ngày khác nhau: {days}; nhập riêng từng kỳ, hoặc chọn bằng --sheet",
                "the sheets tell different days: {days}; import each alone, or choose with --sheet"; days)
            .text(),
        );
    }

    /// Sheets whose own day gives way to the one that is asked for.
    pub fn other_days(&mut self, others: &[(String, NaiveDate)]) {
        let lang = self.lang;
        for (sheet, day) in others.iter().take(NAMED) {
            let day = *day;
            let words = say!(lang, "? {sheet} ghi ngày {day}: lấy ngày của --as-of", "? {sheet} says {day}: the day of --as-of is taken";
                sheet, day);
            self.line(words.text());
        }
    }

    pub fn guessed_day(&mut self, day: NaiveDate) {
        let lang = self.lang;
        self.line(
            say!(lang, "tiêu đề không ghi ngày: lấy {day}; khác thì thêm --as-of", "the titles tell no day: {day} is taken; else add --as-of"; day)
                .text(),
        );
    }

    pub fn no_figures(&mut self) {
        self.refuse(self.lang.pick("không có số liệu nào", "there are no figures"));
    }

    /// `others` are the sheets that are there; one that may be called by somebody is not named.
    pub fn no_such_sheet(&mut self, wanted: &str, others: &[String]) {
        let named = quoted(others.iter().filter(|name| register::title::is_plain(name)));
        let named = Some(named).filter(|named| !named.is_empty());
        self.refuse(
            say!(self.lang, "--sheet: không có trang tính “{wanted}”[; có {named}]",
                "--sheet: there is no sheet “{wanted}”[; there are {named}]"; wanted, named)
            .text(),
        );
    }

    /// Nothing is recognised, and what to do: begin with a map, or mend the one that is there.
    pub fn nothing(&mut self, are_empty: bool, order: &Order) {
        let lang = self.lang;
        if are_empty {
            return self.refuse(lang.pick("các tệp không có gì", "the files are empty"));
        }
        let (mend, map) = match &order.map_to {
            Some(path) => (say!(lang, "sửa trong {path}", "correct in {path}"; path).text(), path.as_str()),
            None if order.map.is_empty() => (
                lang.pick(
                    "thêm --write-map m.json, rồi sửa trong tệp đó",
                    "add --write-map m.json, correct in that file",
                )
                .to_owned(),
                "m.json",
            ),
            None => (
                lang.pick("sửa trong tệp của --map", "correct in the file of --map").to_owned(),
                lang.pick("tệp đó", "it"),
            ),
        };
        let words = say!(lang, "không nhận ra biểu nào: {mend} dòng tiêu đề (heading_row; không có thì bỏ), dòng số liệu đầu tiên (first_row) và mỗi cột là gì (tên địa bàn: area.name; một trường như poor.households; danh sách hộ: list.name, list.class …; bỏ cột: \"\"), rồi nhập lại với --map {map}",
            "no form is recognised: {mend} the row of the headings (heading_row; none: take it out), the first row of figures (first_row) and what each column is (names of places: area.name; a field as poor.households; a list of households: list.name, list.class …; nothing: \"\"), and import again with --map {map}";
            mend, map);
        self.refuse(words.text());
    }

    /// A cell of the front sheet that must be filled in.
    pub fn open(&mut self, at: Option<&CellPlace>) {
        let Some(cell) = at.map(CellPlace::shown) else { return };
        let words = say!(self.lang, "{cell}: chưa điền, cần có", "{cell}: not filled in, and needed"; cell);
        self.refuse(words.text());
    }
}

/// A sheet, or a table of it, for a person to find it.
fn name_of(lang: Lang, grid: &Grid) -> String {
    let sheet = grid::shown_sheet(&grid.file, grid.sheet.as_deref());
    let Some(column) = grid.from.map(column_name) else { return sheet };
    say!(lang, "{sheet}, bảng từ cột {column}", "{sheet}, the table from column {column}"; sheet, column)
        .text()
}

/// The first of these words, each in quotes.
fn quoted<'a>(words: impl Iterator<Item = &'a String>) -> String {
    words.take(NAMED).map(|word| format!("“{word}”")).collect::<Vec<_>>().join(", ")
}

/// Doubts, each in both languages: whoever opens the snapshot may ask for the other one.
pub fn doubts(of: impl Fn(Lang) -> Vec<(String, String)>) -> Vec<(String, Text)> {
    let in_both = |((field, vi), (_, en))| (field, Text { vi, en: Some(en) });
    of(Lang::Vi).into_iter().zip(of(Lang::En)).map(in_both).collect()
}

/// The title of a source that has none.
pub fn plain_title(lang: Lang, day: NaiveDate) -> String {
    say!(lang, "Số liệu hộ nghèo, hộ cận nghèo đến {day}", "Figures on poor and near-poor households of {day}"; day).text()
}

/// The remark of a source: which files (none: a list of households whose name may be somebody's), and how many rows of
/// lists are not counted.
pub fn imported_from(lang: Lang, files: &[Option<&str>], uncounted: usize) -> String {
    let name = |file: Option<&str>| match file {
        Some(file) => file.rsplit(['/', '\\']).next().unwrap_or(file).to_owned(),
        None => lang.pick("danh sách hộ", "a list of households").to_owned(),
    };
    let mut shown: Vec<String> = files.iter().copied().take(4).map(name).collect();
    shown.dedup();
    let more = files.len().checked_sub(4).filter(|more| *more > 0);
    let (files, uncounted) = (shown.join(", "), Some(uncounted).filter(|count| *count > 0));
    say!(lang, "Nhập từ {files}[ và {more} tệp khác][; {uncounted} dòng của danh sách không đọc được, không tính]",
        "Imported from {files}[ and {more} more files][; {uncounted} rows of lists could not be read and are not counted]";
        files, more, uncounted)
    .text()
}
