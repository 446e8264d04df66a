//! Workbooks (xlsx, xls, ods) to sheets.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Seek};

use calamine::{
    Data, DataRef, Dimensions, ExcelDateTime, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls,
    Xlsx, XlsxError, XlsxFormulaMetadata, open_workbook_from_rs,
};
use chrono::NaiveDate;

use crate::source::decode::{OLDER, PACKAGE};
use crate::text::clean::{as_it_is, clean};

use super::grid::{AllMerged, Grid, Merged, SheetCell, Shown, TextCell, column_name};
use super::hidden::Hidden;
use super::letterhead;
use super::package::{self, Parts};
use super::records;
use super::repeats::{COLUMNS, ROWS};
use super::sheet::{ByRow, MOST_CELLS, PlacedCell, Sheet, Visit};
use super::unreadable::Unreadable;

/// At most so many letters of a cell are read: what is longer is no name and no number.
const MOST_LETTERS: usize = 1_000;

/// Gives each sheet of a workbook to `visit`, by what the bytes are, whatever the file is called; the one called `first`
/// before the others.
///
/// # Errors
/// It is no workbook that can be read here, is protected, or unfolds to more than is sound.
pub fn sheets(bytes: &[u8], file: &str, first: &str, visit: &mut Visit<'_>) -> Result<(), Unreadable> {
    if bytes.starts_with(OLDER) {
        return old(bytes, (file, first), visit);
    }
    let parts = package::look(bytes)?;
    if let Ok(workbook) = open_workbook_from_rs::<Xlsx<_>, _>(Cursor::new(bytes)) {
        return new(workbook, (file, first), parts, visit);
    }
    let book = open_workbook_from_rs::<Ods<_>, _>(Cursor::new(bytes)).map_err(|why| match why {
        OdsError::Password => Unreadable::Protected,
        _ if parts.is_workbook => Unreadable::Damaged,
        _ => Unreadable::NoWorkbook,
    })?;
    plain(book, (file, first), parts.hidden, |_, _| Vec::new(), visit)
}

/// Are these the first bytes of a workbook, whatever the name?
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(PACKAGE) || bytes.starts_with(OLDER)
}

fn new<R: Read + Seek + Send>(
    mut book: Xlsx<R>,
    (file, first): (&str, &str),
    parts: Parts,
    visit: &mut Visit<'_>,
) -> Result<(), Unreadable> {
    let mut left = MOST_CELLS;
    let hidden = Hidden { sheets: hidden_sheets(book.sheets_metadata(), first), ..parts.hidden };
    for (number, name) in worksheets(book.sheets_metadata(), first) {
        let merged = parts.has_merged.then(|| book.merge_cells_by_sheet_name(&name).unwrap_or_default());
        let merged = merged.unwrap_or_default();
        if let Some(far) = merged.iter().find(|merged| !is_within(merged.end)) {
            return Err(beyond(number, is_within(far.start).then_some(far.start)));
        }
        let formulas = if parts.has_formulas { formulas(&mut book, &name) } else { BTreeSet::new() };
        let mut cells = match book.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            // A sheet of another kind: a chart, a macro.
            Err(XlsxError::NotAWorksheet(kind)) if kind != "worksheet" => continue,
            Err(_) => return Err(Unreadable::Broken(number)),
        };
        let mut last = None;
        let format =
            |style: &calamine::Style| style.number_format.as_ref().map(|format| shown(&format.format_code));
        let formats: Vec<Shown> =
            cells.styles().iter().map(|style| format(style).unwrap_or_default()).collect();
        let each = std::iter::from_fn(|| match cells.next_cell_with_style_id() {
            Ok(Some((cell, style))) => {
                let (at, value) = (cell.get_position(), cell.get_value());
                if !is_within(at) {
                    return Some(Err(beyond(number, last)));
                }
                last = Some(at);
                // A formula that gives an empty text has one; this one has nothing.
                let is_open = matches!(value, DataRef::Empty) && formulas.contains(&at);
                let value = if is_open {
                    SheetCell::Broken
                } else {
                    of_ref(value, formats.get(style).copied().unwrap_or_default())
                };
                Some(Ok(PlacedCell { at: place(at), cell: value, is_open }))
            }
            Ok(None) => None,
            Err(_) => Some(Err(Unreadable::Broken(number))),
        });
        let grid = Grid { hidden, ..grid(file, (number, &name), &merged) };
        visit(Sheet::begin(grid, &mut ByRow::of(each), &mut left)?)?;
    }
    Ok(())
}

/// The sheets that may hold cells, each with its number, the one called `first` before the others. Charts and macros hold
/// none.
fn worksheets(sheets: &[calamine::Sheet], first: &str) -> Vec<(usize, String)> {
    let cells = (1..).zip(sheets).filter(|(_, sheet)| sheet.typ == SheetType::WorkSheet);
    let mut found: Vec<(usize, String)> = cells.map(|(number, sheet)| (number, sheet.name.clone())).collect();
    found.sort_by_key(|(_, name)| name != first);
    found
}

/// Is there such a row and column in any sheet?
fn is_within((row, column): (u32, u32)) -> bool {
    u64::from(row) < ROWS && u64::from(column) < COLUMNS
}

fn beyond(sheet: usize, last: Option<(u32, u32)>) -> Unreadable {
    let name = |at| {
        let (row, column) = place(at);
        format!("{}{}", column_name(column), row + 1)
    };
    Unreadable::Beyond { sheet, after: last.map(name) }
}

/// How many sheets are hidden, but for the first one.
fn hidden_sheets(sheets: &[calamine::Sheet], first: &str) -> usize {
    let is_hidden = |sheet: &&calamine::Sheet| {
        sheet.typ == SheetType::WorkSheet && sheet.visible != SheetVisible::Visible && sheet.name != first
    };
    sheets.iter().filter(is_hidden).count()
}

/// The cells of a sheet that have a formula.
fn formulas<R: Read + Seek>(book: &mut Xlsx<R>, name: &str) -> BTreeSet<(u32, u32)> {
    let Ok(mut cells) = book.worksheet_cells_reader(name) else { return BTreeSet::new() };
    let mut found = BTreeSet::new();
    // What is broken is found when the cells themselves are read. A formula that is shared is not written out for each of
    // its cells: by its number, which may be any, the reader would make room for all before it.
    while let Ok(Some(cell)) = cells.next_cell_with_formula_metadata() {
        if cell.formula.as_ref().is_some_and(is_written) {
            found.insert(cell.pos);
        }
        if found.len() > MOST_CELLS {
            break;
        }
    }
    found
}

fn is_written(formula: &XlsxFormulaMetadata) -> bool {
    match formula {
        XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => {
            !formula.is_empty()
        }
        _ => true,
    }
}

/// A place by row and column, as the grid counts.
fn place((row, column): (u32, u32)) -> (usize, usize) {
    (usize::try_from(row).unwrap_or(0), usize::try_from(column).unwrap_or(0))
}

fn old(bytes: &[u8], named: (&str, &str), visit: &mut Visit<'_>) -> Result<(), Unreadable> {
    let merged = |book: &Xls<_>, name: &str| book.merge_cells_by_sheet_name(name).unwrap_or_default();
    let not_found = || Ok(Hidden { is_open: true, ..Hidden::default() });
    let hidden = records::hidden(bytes).unwrap_or_else(not_found)?;
    match open_workbook_from_rs::<Xls<_>, _>(Cursor::new(bytes)) {
        Ok(book) => plain(book, named, hidden, merged, visit),
        Err(calamine::XlsError::Password) => Err(Unreadable::Protected),
        // The same first bytes begin a new workbook that is encrypted.
        Err(_) => Err(match open_workbook_from_rs::<Xlsx<_>, _>(Cursor::new(bytes)) {
            Err(calamine::XlsxError::Password) => Unreadable::Protected,
            _ => Unreadable::NoWorkbook,
        }),
    }
}

/// A workbook whose reader gives whole sheets.
fn plain<B: Reader<R>, R: Read + Seek>(
    mut book: B,
    (file, first): (&str, &str),
    hidden: Hidden,
    merged: impl Fn(&B, &str) -> Vec<Dimensions>,
    visit: &mut Visit<'_>,
) -> Result<(), Unreadable> {
    let mut left = MOST_CELLS;
    let hidden = Hidden { sheets: hidden_sheets(book.sheets_metadata(), first), ..hidden };
    for (number, name) in worksheets(book.sheets_metadata(), first) {
        let range = book.worksheet_range(&name).map_err(|_| Unreadable::Broken(number))?;
        let formulas = book.worksheet_formula(&name).unwrap_or_default();
        // A formula that gives an empty text says so; that of an older workbook that nothing has computed has one too.
        let is_open = |at, formula: &str| match range.get_value(at) {
            None | Some(Data::Empty) => true,
            Some(Data::String(text)) => text.is_empty() && !formula.contains(r#""""#),
            Some(_) => false,
        };
        let open: BTreeMap<(u32, u32), &String> =
            placed(&formulas).filter(|(at, formula)| !formula.is_empty() && is_open(*at, formula)).collect();
        let values = placed(&range);
        let mut values = values
            .filter(|(at, _)| !open.contains_key(at))
            .map(|(at, data)| PlacedCell { at: place(at), cell: of_data(data), is_open: false })
            .peekable();
        let mut open = open
            .keys()
            .map(|at| PlacedCell { at: place(*at), cell: SheetCell::Broken, is_open: true })
            .peekable();
        let each = std::iter::from_fn(|| match (values.peek(), open.peek()) {
            (Some(value), Some(formula)) if formula.at < value.at => open.next(),
            (None, _) => open.next(),
            (Some(_), _) => values.next(),
        });
        let grid = Grid { hidden, ..grid(file, (number, &name), &merged(&book, &name)) };
        visit(Sheet::begin(grid, &mut ByRow::of(each.map(Ok)), &mut left)?)?;
    }
    Ok(())
}

/// The cells of a range that hold anything, at their place in the sheet.
fn placed<T: calamine::CellType>(range: &Range<T>) -> impl Iterator<Item = ((u32, u32), &T)> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    let at = |from: u32, by: usize| from.saturating_add(u32::try_from(by).unwrap_or(u32::MAX));
    range.used_cells().map(move |(row, column, cell)| ((at(first_row, row), at(first_column, column)), cell))
}

fn grid(file: &str, (number, name): (usize, &str), merged: &[Dimensions]) -> Grid {
    let merged = merged.iter().map(|found| Merged { first: place(found.start), last: place(found.end) });
    let merged = AllMerged::of(merged);
    Grid { file: file.to_owned(), sheet: Some(clean(name).0), number, merged, ..Grid::default() }
}

fn of_ref<'a>(data: &DataRef<'a>, shown: Shown) -> TextCell<'a> {
    match data {
        DataRef::Float(number) => SheetCell::Number(*number, shown),
        DataRef::Int(number) => of_int(*number, shown),
        DataRef::String(text) => own(&text_cell(text)),
        DataRef::SharedString(text) => text_cell(text),
        DataRef::DateTime(at) => day(*at),
        DataRef::DateTimeIso(text) => own(&iso_day(text)),
        DataRef::Bool(is_so) => yes_or_no(*is_so),
        DataRef::Error(_) => SheetCell::Broken,
        DataRef::DurationIso(_) | DataRef::Empty => SheetCell::Empty,
    }
}

fn of_data(data: &Data) -> TextCell<'_> {
    match data {
        Data::Float(number) => SheetCell::Number(*number, Shown::default()),
        Data::Int(number) => of_int(*number, Shown::default()),
        Data::String(text) => text_cell(text),
        Data::DateTime(at) => day(*at),
        Data::DateTimeIso(text) => iso_day(text),
        Data::Bool(is_so) => yes_or_no(*is_so),
        Data::Error(_) => SheetCell::Broken,
        Data::DurationIso(_) | Data::Empty => SheetCell::Empty,
    }
}

fn own(cell: &TextCell<'_>) -> TextCell<'static> {
    cell.map(|text| text.to_string().into())
}

fn of_int(number: i64, shown: Shown) -> TextCell<'static> {
    // Through its digits: a float holds every whole number that a sheet can show.
    number.to_string().parse().map_or(SheetCell::Broken, |number| SheetCell::Number(number, shown))
}

fn yes_or_no(is_so: bool) -> TextCell<'static> {
    SheetCell::Text(if is_so { "x" } else { "-" }.into())
}

/// A text that is a cell as it is.
pub fn clean_text(text: &str) -> Option<&str> {
    as_it_is(text).filter(|text| text.len() <= MOST_LETTERS)
}

/// A text as a cell: clean, and of a length that a name has.
pub fn text_cell(text: &str) -> TextCell<'_> {
    if let Some(text) = clean_text(text) {
        return if text.is_empty() { SheetCell::Empty } else { SheetCell::Text(text.into()) };
    }
    let end = text.char_indices().nth(MOST_LETTERS).map_or(text.len(), |(at, _)| at);
    let text = &text[..end];
    let text = if text.contains('\n') && letterhead::has_lines(text) {
        text.lines().map(|line| clean(line).0).collect::<Vec<_>>().join("\n")
    } else {
        clean(text).0
    };
    if text.is_empty() { SheetCell::Empty } else { SheetCell::Text(text.into()) }
}

fn day(at: ExcelDateTime) -> TextCell<'static> {
    let (year, month, day, ..) = at.to_ymd_hms_milli();
    let day = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day));
    day.filter(|_| at.is_datetime()).map_or(SheetCell::Number(at.as_f64(), Shown::default()), SheetCell::Day)
}

fn iso_day(text: &str) -> TextCell<'_> {
    let day = text.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
    day.map_or_else(|| text_cell(text), SheetCell::Day)
}

/// What a number format shows: `0.00%` is a percentage with two decimals.
fn shown(code: &str) -> Shown {
    let first = code.split(';').next().unwrap_or_default();
    let percent = first.contains('%');
    let is_plain = first.chars().any(|c| c == '0');
    let decimals =
        first.split_once('.').map_or(0, |(_, after)| after.chars().take_while(|c| *c == '0').count());
    let decimals = u8::try_from(decimals).ok().filter(|_| is_plain && !first.eq_ignore_ascii_case("general"));
    Shown { percent, decimals }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_tell_what_is_shown() {
        let told = |code| {
            let Shown { percent, decimals } = shown(code);
            (percent, decimals)
        };
        assert_eq!(told("0.00%"), (true, Some(2)));
        assert_eq!(told("0%"), (true, Some(0)));
        assert_eq!(told("#,##0"), (false, Some(0)));
        assert_eq!(told("#,##0.0;-#,##0.0"), (false, Some(1)));
        assert_eq!(told("General"), (false, None));
        assert_eq!(told("@"), (false, None));
    }
}
