//! What an import tells of a summary form: what each column is read for, and what is left out of its rows and cells.

use crate::say;
use crate::source::column_map::{FIRST_ROW, HEADING_ROW};
use crate::text::Lang;

use super::super::columns::{ColumnUse, LeftOut, MappedColumn};
use super::super::field::Field;
use super::super::grid::{CellPlace, Grid, column_name};
use super::super::heading_words::headed;
use super::super::map_heading::{self, RowFault};
use super::super::map_use::{ANY, Kind};
use super::super::register::{mapped, title};
use super::super::summary::{CellFault, SheetReading};
use super::left::{left_by_map, left_rows, not_taken};
use super::words::cell_fault;
use super::{NAMED, Told, name_of};

/// A mapping that was told: workbooks of many wards have the same one.
#[derive(Debug)]
pub struct ToldMapping {
    /// What was told of its columns and rows.
    lines: Vec<String>,
    /// The line that names the sheet.
    at: usize,
    /// The sheet.
    sheet: String,
    /// How many more have the same.
    more: usize,
}

impl Told {
    /// A map names a sheet that no file has.
    pub fn map_without_sheet(&mut self, sheet: &str) {
        let sheet = sheet_told(sheet);
        let words = say!(self.lang, "--map: không tệp nào có trang tính “{sheet}”", "--map: no file has a sheet “{sheet}”"; sheet);
        self.refuse(words.text());
    }

    /// A map names a column that its sheet does not have.
    pub fn map_without_column(&mut self, sheet: &str, column: &str) {
        let (sheet, column) = (sheet_told(sheet), column_told(column));
        let words = say!(self.lang, "--map: “{sheet}” không có cột “{column}” (chữ cái của cột, hay tiêu đề đủ các dòng)",
            "--map: “{sheet}” has no column “{column}” (its letters, or its heading with all its rows)"; sheet, column);
        self.refuse(words.text());
    }

    /// A map leaves open what columns are.
    pub fn map_left_open(&mut self, sheet: &str, columns: &[String]) {
        let (sheet, columns) = (sheet_told(sheet), columns.join(", "));
        let words = say!(self.lang, "--map: “{sheet}”: cột {columns} còn “?”: ghi cột là gì, hoặc \"\" để bỏ",
            "--map: “{sheet}”: columns {columns} are still “?”: say what they are, or \"\" to leave them out";
            sheet, columns);
        self.line(words.text());
    }

    /// A map names several columns by one heading.
    pub fn map_of_several(&mut self, sheet: &str, heading: &str, letters: &[String]) {
        let (sheet, heading) = (sheet_told(sheet), column_told(heading));
        let columns = letters.join(", ");
        let words = say!(self.lang, "--map: “{sheet}”: tiêu đề “{heading}” là của nhiều cột ({columns}): ghi chữ cái của cột",
            "--map: “{sheet}”: the heading “{heading}” is that of several columns ({columns}): name one by its letters";
            sheet, heading, columns);
        self.refuse(words.text());
    }

    /// A map speaks of the column that names the places: without it no row is one.
    pub fn map_of_names(&mut self, sheet: &str, column: &str) {
        let (sheet, column) = (sheet_told(sheet), column_told(column));
        let words = say!(self.lang, "--map: “{sheet}” “{column}”: đây là cột tên địa bàn, không bỏ và không đổi được: xóa mục này",
            "--map: “{sheet}” “{column}”: this column names the areas and is neither left out nor read for a field: take the entry out";
            sheet, column);
        self.refuse(words.text());
    }

    /// A map says where the table of a form stands and not which column names the places.
    pub fn map_without_names(&mut self, sheet: &str) {
        let sheet = sheet_told(sheet);
        let words = say!(self.lang, "--map: “{sheet}”: chưa có cột tên địa bàn: ghi \"{word}\" cho cột đó",
            "--map: “{sheet}”: no column names the places: say \"{word}\" of it"; sheet, word = map_heading::NAME);
        self.refuse(words.text());
    }

    /// A map names rows that a sheet does not have, or not in this order.
    pub fn map_of_rows(&mut self, grid: &Grid, why: RowFault) {
        let sheet = self.place_of(grid);
        let words = match why {
            RowFault::Beyond(said, most) => {
                say!(self.lang, "--map: {sheet}: {said} phải là một trong {most} dòng đầu",
                    "--map: {sheet}: {said} must be one of the first {most} rows"; sheet, said, most)
            }
            RowFault::Turned => say!(self.lang, "--map: {sheet}: {first} phải ở dưới {top}",
                "--map: {sheet}: {first} must lie below {top}"; sheet, first = FIRST_ROW, top = HEADING_ROW),
        };
        self.refuse(words.text());
    }

    /// A map says of a column of a list what columns of forms are, or the other way round.
    pub fn map_of_other_kind(&mut self, sheet: &str, column: &str, said: &str, kind: Kind) {
        let (sheet, column) = (sheet_told(sheet), column_told(column));
        let words = match kind {
            Kind::Form => {
                say!(self.lang, "--map: “{sheet}” “{column}”: “{said}” chỉ dùng cho danh sách hộ; ở biểu ghi một trường (như poor.households)",
                "--map: “{sheet}” “{column}”: “{said}” is only for lists of households; in a form name a field (as poor.households)";
                sheet, column, said)
            }
            Kind::List => {
                let known = mapped::words().collect::<Vec<_>>().join(", ");
                say!(self.lang, "--map: “{sheet}” “{column}”: “{said}” chỉ dùng cho biểu; ở danh sách hộ ghi một trong: {known}; hoặc điều mỗi hộ có (x), như {example}",
                    "--map: “{sheet}” “{column}”: “{said}” is of forms alone; in a list of households write one of: {known}; or what a household has (x), as {example}";
                    sheet, column, said, known, example = mapped::MARKED)
            }
        };
        self.refuse(words.text());
    }

    /// A map is of no use to a sheet that was not read for its columns.
    pub fn map_unused(&mut self, sheet: &str) {
        let sheet = sheet_told(sheet);
        let words = say!(self.lang, "--map: không dùng cho “{sheet}” (trang tính của mẫu, hoặc không đọc)",
            "--map: of no use to “{sheet}” (a sheet of the template, or one that is not read)"; sheet);
        self.line(words.text());
    }

    /// What the columns of a form are, what is left out, and what could not be read. Of sheets that are read alike it is
    /// told once.
    pub fn summary(&mut self, grid: &Grid, reading: &SheetReading) {
        let lang = self.lang;
        let columns: Vec<String> = reading
            .columns
            .iter()
            .filter_map(|column| column_line(lang, column, reading.is_turned))
            .collect();
        let turned = reading.is_turned.then(|| {
            lang.pick("  mỗi dòng là một chỉ tiêu, mỗi cột một nơi", "  a row a field, a column a place")
                .to_owned()
        });
        let lines: Vec<String> = turned
            .into_iter()
            .chain(of_title(lang, reading))
            .chain(columns)
            .chain(not_taken(lang, reading))
            .chain(left_by_map(lang, reading))
            .chain(left_rows(lang, reading))
            .collect();
        let known = self.mappings.iter_mut().find(|known| known.lines == lines);
        if let Some(known) = known.filter(|_| reading.faults.is_empty() && reading.shown_otherwise.is_empty())
        {
            known.more += 1;
            let (sheet, more) = (&known.sheet, known.more);
            self.lines[known.at] =
                say!(lang, "{sheet} và {more} trang tính nữa đọc như vậy", "{sheet} and {more} more sheets read alike";
                    sheet, more)
                .text();
        } else {
            let at = self.lines.len();
            self.sheet(grid);
            self.lines.extend(lines.iter().cloned());
            self.mappings.push(ToldMapping { lines, at, sheet: name_of(lang, grid), more: 0 });
        }
        if reading.columns.iter().any(|column| matches!(column.read_for, ColumnUse::Unclear(_))) {
            self.is_refused = true;
        }
        if let Some(scale) = &reading.scale {
            let sheet = name_of(lang, grid);
            self.refuse(
                say!(lang, "{sheet}: đơn vị tính là “{scale}”: ghi số đầy đủ rồi nhập lại",
                    "{sheet}: it counts in “{scale}”: write the whole numbers and import it again"; sheet, scale)
                .text(),
            );
        }
        if let Some(first) = reading.stray.first() {
            let (cell, count) = (first.cell_name(), reading.stray.len());
            self.line(
                say!(lang, "  ? {count} dòng có số ngoài các cột có tiêu đề, không nhập: từ {cell}",
                    "  ? {count} rows have figures beside the columns with headings, not imported: from {cell} on"; count, cell)
                .text(),
            );
        }
        self.shown_otherwise(&reading.shown_otherwise);
        self.lacks(&reading.lacks);
        self.cell_faults(&reading.faults);
    }

    /// Formulas of a list that no spreadsheet has computed: what they would say is not counted.
    pub fn not_computed(&mut self, grid: &Grid, first: usize) {
        let cells: Vec<(CellPlace, CellFault)> = grid
            .not_computed
            .iter()
            .filter(|(row, _)| *row >= first)
            .map(|(row, column)| (grid.place(*row, *column), CellFault::NotComputed))
            .collect();
        self.cell_faults(&cells);
    }

    fn cell_faults(&mut self, faults: &[(CellPlace, CellFault)]) {
        let lang = self.lang;
        for (at, fault) in faults.iter().take(NAMED) {
            let place = at.shown();
            self.refuse(format!("{place}: {}", cell_fault(lang, fault)));
        }
        if let Some(more) = faults.len().checked_sub(NAMED).filter(|more| *more > 0) {
            self.refuse(
                say!(lang, "và {more} ô khác như vậy", "and {more} more cells like these"; more).text(),
            );
        }
    }
}

/// The name of a sheet as an entry of a map has it, where that may be told.
pub fn sheet_told(name: &str) -> &str {
    if name == ANY || title::is_plain(name) { name } else { headed(name).unwrap_or("…") }
}

/// The letters or the heading of a column likewise.
pub fn column_told(name: &str) -> &str {
    headed(name).unwrap_or("…")
}

/// How a column is called: by its letters, or as the row that it was.
fn at_column(lang: Lang, column: usize, is_turned: bool) -> String {
    if !is_turned {
        return column_name(column);
    }
    let row = column + 1;
    say!(lang, "dòng {row}", "row {row}"; row).text()
}

/// A column by its place and its heading, as far as that may be told.
pub fn named(lang: Lang, column: &MappedColumn, is_turned: bool) -> String {
    let at = at_column(lang, column.column, is_turned);
    match headed(&column.heading) {
        Some(heading) => format!("{at} {heading}"),
        None if column.heading.is_empty() => at,
        None if is_turned => {
            say!(lang, "một dòng không rõ tên ({at})", "a row whose name is not told ({at})"; at).text()
        }
        None => {
            say!(lang, "một cột không rõ tên (cột {at})", "a column whose name is not told ({at})"; at).text()
        }
    }
}

/// What a column is read for.
fn column_line(lang: Lang, column: &MappedColumn, is_turned: bool) -> Option<String> {
    let named = named(lang, column, is_turned);
    match &column.read_for {
        ColumnUse::Field(field) => Some(format!("  {named} → {field}")),
        ColumnUse::ShareOf(field) => Some(
            say!(lang, "  {named} → chỉ đối chiếu với {field}", "  {named} → only checked against {field}";
                named, field = field.to_string())
            .text(),
        ),
        ColumnUse::LeftOut(LeftOut::OfLacks) => Some(
            say!(lang, "  {named} → chỉ đối chiếu với tổng các chỉ số", "  {named} → only checked against the sum of the deprivations";
                named)
            .text(),
        ),
        ColumnUse::LeftOut(LeftOut::OfDay(day)) => {
            let day = *day;
            Some(
                say!(lang, "  ? {named}: không nhập, là số của ngày {day}; nhập kỳ đó thì thêm --as-of",
                    "  ? {named}: not imported, it is of {day}; to import that period add --as-of";
                    named, day)
                .text(),
            )
        }
        ColumnUse::LeftOut(LeftOut::SaysMore) => Some(
            say!(lang, "  ? {named}: không nhập, có chữ nói số khác (năm khác, kế hoạch, hỗ trợ …); nếu đúng thì ghi bằng --map",
                "  ? {named}: not imported, its words may mean another figure (another year, a plan, a support …); if it is the one, say so with --map";
                named)
            .text(),
        ),
        ColumnUse::Label | ColumnUse::LeftOut(_) => None,
        ColumnUse::Unclear(fields) => {
            let fields: Vec<&str> = fields.iter().map(Field::path).collect();
            let fields = fields.join(lang.pick(" hay ", " or "));
            let (at, heading) = (at_column(lang, column.column, is_turned), headed(&column.heading));
            Some(
                say!(lang, "! cột {at}[ “{heading}”] đọc được hai cách: {fields}; ghi rõ bằng --map",
                    "! column {at}[ “{heading}”] can be read in two ways: {fields}; say which with --map";
                    at, heading, fields)
                .text(),
            )
        }
    }
}

/// What the title makes of the figures.
fn of_title(lang: Lang, reading: &SheetReading) -> Vec<String> {
    let narrowed = reading.narrowed.as_ref().map(|said| {
        say!(lang, "  ? tiêu đề có “{said}”: không phải số của mọi hộ nghèo, cận nghèo; cột nào đúng thì ghi bằng --map",
            "  ? the title says “{said}”: these are not the figures of all poor or near-poor households; name the columns that are with --map";
            said)
        .text()
    });
    let estimated = reading.is_estimated.then(|| {
        lang.pick(
            "  tiêu đề ghi số ước: nguồn là ước thực hiện",
            "  the title says that these are estimates: so is the source",
        )
        .to_owned()
    });
    let hamlet = reading.hamlet.as_ref().map(|hamlet| {
        say!(lang, "  biểu của {hamlet}: nhập thành một địa bàn", "  a form of {hamlet}: imported as one area"; hamlet)
            .text()
    });
    let is_blank = reading.is_blank().then(|| {
        lang.pick(
            "  biểu chưa có số nào: địa bàn của biểu giữ tên",
            "  no figures in the form: its area keeps its name",
        )
        .to_owned()
    });
    narrowed.into_iter().chain(estimated).chain(hamlet).chain(is_blank).collect()
}
