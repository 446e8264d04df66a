//! The blank that an office fills in: places, movement, targets, programmes, tasks, a front sheet and notes.

use rust_xlsxwriter::{
    DataValidation, DataValidationRule, ExcelDateTime, Formula, Workbook, Worksheet, XlsxError,
};

use crate::import::template::{
    AIMS, ColumnKey, EntrySheet, FRONT, FormColumn, KINDS, MEASURES, NEAR_POOR_MOVEMENT, NOT_ALL_AREAS,
    NOTES_HEAD, NOTES_SHEET, POOR_MOVEMENT, PROGRAMMES, PROVENANCES, RESULTS, STAGES, STATES, TASKS,
    UNIT_KINDS, UNITS, Word, words_of_front,
};

use super::before::Before;
use super::look::Look;
use super::places::{Column, Places, write_places};

/// Rows of a sheet of entries that are framed to be filled in.
const ENTRIES: u32 = 40;
/// The largest count of a cell.
const MOST: f64 = 1e15;

/// The column of the words to choose from, list below list, on the sheet of the notes.
const LISTS_COLUMN: u16 = 2;
/// The lists of words to choose from.
const LISTS: &[(&str, &[Word])] = &[
    ("Cấp", UNIT_KINDS),
    ("Loại số liệu", PROVENANCES),
    ("Giai đoạn", STAGES),
    ("Số liệu theo dõi", MEASURES),
    ("Cách giao", AIMS),
    ("Lĩnh vực", KINDS),
    ("Đơn vị tính", UNITS),
    ("Tình trạng", STATES),
];

/// What the sheets are for, line by line.
const NOTES: [&str; 12] = [
    NOTES_HEAD,
    "1. Điền trang “Thông tin” trước: đơn vị, cấp, ngày số liệu.",
    "2. Trang “Kết quả”, “Diễn biến …”: mỗi phường, xã một dòng. Dòng “Tổng cộng” là số của toàn đơn vị theo báo cáo; không có thì để trống.",
    "3. Ô không có số liệu để trống hoặc ghi “-”. Số 0 nghĩa là không còn hộ nào.",
    "4. Tỷ lệ chỉ ghi khi báo cáo có nêu; chương trình tự tính lại và đối chiếu.",
    "5. “Thoát nghèo: Cộng” chỉ dùng khi không tách được thành hai cột bên phải.",
    "6. Kinh phí ghi bằng đồng, hoặc bằng chữ: hơn 3 tỷ, gần 842 triệu.",
    "7. Trang “Chỉ tiêu”: “Giảm (điểm %)” là giảm tỷ lệ so với đầu kỳ; “Còn hoặc đạt mức” là mức cuối kỳ. “Số liệu theo dõi” của một chính sách, nhiệm vụ: ghi đúng tên ở trang “Chính sách”, “Nhiệm vụ”.",
    "8. Mã chỉ tiêu, mã chính sách, mã nhiệm vụ: giữ nguyên qua các kỳ để chương trình nối được số liệu.",
    "9. Không ghi họ tên, địa chỉ, số giấy tờ của người dân vào tệp này.",
    "10. Nhập: giamngheo import TỆP.xlsx -o SO-LIEU.json --open",
    "11. Thêm dòng được; đừng sửa dòng tên cột.",
];

/// The blank, with a row for each of these places, or for those of the period before and with what it says of the unit,
/// its programmes, targets and tasks.
///
/// # Errors
/// The workbook cannot be written.
pub fn blank(names: &[String], before: &Before) -> Result<Vec<u8>, XlsxError> {
    let look = Look::new();
    let mut book = Workbook::new();
    let lists = Lists::of(before);
    front(book.add_worksheet(), &look, before, &lists)?;
    let places = before.places.as_ref().map_or_else(|| Places::blank(names), Places::of);
    for (name, title, columns) in [
        ("Kết quả", "TỔNG HỢP KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO", RESULTS),
        ("Diễn biến hộ nghèo", "DIỄN BIẾN HỘ NGHÈO", POOR_MOVEMENT),
        ("Diễn biến hộ cận nghèo", "DIỄN BIẾN HỘ CẬN NGHÈO", NEAR_POOR_MOVEMENT),
    ] {
        form(book.add_worksheet(), &look, (name, title), columns, &places)?;
    }
    for sheet in &EntrySheet::ALL {
        entries(book.add_worksheet(), &look, (sheet, before.entries(sheet)), &lists)?;
    }
    notes(book.add_worksheet(), &look, &lists)?;
    book.save_to_buffer()
}

/// The lists of words to choose from, as they stand one below the other.
struct Lists(Vec<(&'static str, &'static [Word], Vec<String>)>);

impl Lists {
    /// Those of [`LISTS`]; a target may measure the programmes and tasks that are known too.
    fn of(before: &Before) -> Self {
        let list = |(head, words): &(&'static str, &'static [Word])| {
            let mut said: Vec<String> = words.iter().map(|word| word.said.to_owned()).collect();
            if *words == MEASURES {
                said.extend([PROGRAMMES, TASKS].iter().flat_map(|sheet| names(sheet, before)));
            }
            (*head, *words, said)
        };
        Self(LISTS.iter().map(list).collect())
    }

    /// One of the words of a list: a list written into the rule itself is parted at its commas, and "Quận, huyện" would be
    /// two.
    fn one_of(&self, words: &[Word]) -> Result<DataValidation, XlsxError> {
        // Rows are counted from 1, and each list has its head above it and a blank row below it.
        let above = self.0.iter().take_while(|(_, known, _)| *known != words);
        let first: usize = 2 + above.map(|(.., said)| said.len() + 2).sum::<usize>();
        let length = self.0.iter().find(|(_, known, _)| *known == words).map_or(1, |(.., said)| said.len());
        let range = format!("='{NOTES_SHEET}'!$C${first}:$C${}", first + length - 1);
        DataValidation::new()
            .allow_list_formula(Formula::new(range))
            .set_error_message("Chọn một mục trong danh sách.")
    }
}

/// The names of the entries that are known of a sheet.
fn names(sheet: &EntrySheet, before: &Before) -> Vec<String> {
    let at = sheet.columns.iter().position(|column| column.head == sheet.name_head).unwrap_or_default();
    before.entries(sheet).iter().filter_map(|row| row.get(at)?.clone()).collect()
}

fn front(sheet: &mut Worksheet, look: &Look, before: &Before, lists: &Lists) -> Result<(), XlsxError> {
    sheet.set_name("Thông tin")?;
    sheet.set_column_width(0, 22)?;
    sheet.set_column_width(1, 60)?;
    let asked = FRONT.iter().filter(|(label, _)| *label != NOT_ALL_AREAS);
    for (row, (label, path)) in (0..).zip(asked) {
        sheet.write_string_with_format(row, 0, *label, &look.label)?;
        let is_day = matches!(*path, "as_of" | "source.published");
        let format = if is_day { &look.day } else { &look.input_text };
        match before.front(path) {
            Some(said) => sheet.write_string_with_format(row, 1, said, format)?,
            None => sheet.write_blank(row, 1, format)?,
        };
        let asked = match words_of_front(path) {
            Some(words) => Some(lists.one_of(words)?),
            None if is_day => Some(a_day()?),
            None => None,
        };
        if let Some(asked) = asked {
            sheet.add_data_validation(row, 1, row, 1, &asked)?;
        }
    }
    Ok(())
}

fn form(
    sheet: &mut Worksheet,
    look: &Look,
    (name, title): (&str, &str),
    columns: &[FormColumn],
    places: &Places,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    let columns: Vec<Column> = columns.iter().map(Column::from).collect();
    let first = write_places(sheet, look, &[title.to_owned()], &columns, places)?;
    let last = first + u32::try_from(places.len()).unwrap_or(1) - 1;
    for (index, column) in columns.iter().enumerate() {
        let at = u16::try_from(places.labels() + index).unwrap_or(u16::MAX);
        let rule = if column.field.ends_with("rate_percent") { a_percent()? } else { a_count()? };
        sheet.add_data_validation(first, at, last, at, &rule)?;
    }
    Ok(())
}

fn entries(
    sheet: &mut Worksheet,
    look: &Look,
    (entries, known): (&EntrySheet, &[Vec<Option<String>>]),
    lists: &Lists,
) -> Result<(), XlsxError> {
    sheet.set_name(entries.title)?;
    for (at, column) in (0..).zip(entries.columns) {
        sheet.write_string_with_format(0, at, column.head, &look.head)?;
        sheet.set_column_width(at, column.width)?;
        let rule = match column.key {
            ColumnKey::Word("measure", _) | ColumnKey::Number | ColumnKey::Text(_) | ColumnKey::Figure(_) => {
                None
            }
            ColumnKey::Word(_, words) => Some(lists.one_of(words)?),
            ColumnKey::AimKind => Some(lists.one_of(AIMS)?),
            ColumnKey::UnitOf(_) => Some(lists.one_of(UNITS)?),
            ColumnKey::Year => Some(whole(2000, 2100)?),
            ColumnKey::Day(_) => Some(a_day()?),
            ColumnKey::Aim | ColumnKey::Level(..) | ColumnKey::Percent(..) => None,
        };
        if let Some(rule) = rule {
            sheet.add_data_validation(1, at, ENTRIES, at, &rule)?;
        }
        if let ColumnKey::Word("measure", words) = column.key {
            // A programme or a task that is new is no word of the list: it proposes and does not bind.
            let rule = lists.one_of(words)?.show_error_message(false);
            sheet.add_data_validation(1, at, ENTRIES, at, &rule)?;
        }
        let format = if matches!(column.key, ColumnKey::Day(_)) { &look.day } else { &look.input_text };
        let said = |row: u32| {
            known.get(usize::try_from(row).ok()?.checked_sub(1)?)?.get(usize::from(at))?.as_deref()
        };
        for row in 1..=ENTRIES.max(u32::try_from(known.len()).unwrap_or(0)) {
            match said(row) {
                Some(said) => sheet.write_string_with_format(row, at, said, format)?,
                None => sheet.write_blank(row, at, format)?,
            };
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn notes(sheet: &mut Worksheet, look: &Look, lists: &Lists) -> Result<(), XlsxError> {
    sheet.set_name(NOTES_SHEET)?;
    sheet.set_column_width(0, 110)?;
    sheet.set_column_width(LISTS_COLUMN, 30)?;
    for (row, line) in (0..).zip(NOTES) {
        if row == 0 {
            sheet.write_string_with_format(row, 0, line, &look.title)?
        } else {
            sheet.write_string(row, 0, line)?
        };
    }
    let mut row = 0;
    for (head, _, words) in &lists.0 {
        sheet.write_string_with_format(row, LISTS_COLUMN, *head, &look.title)?;
        for word in words {
            row += 1;
            sheet.write_string(row, LISTS_COLUMN, word)?;
        }
        row += 2;
    }
    Ok(())
}

fn a_count() -> Result<DataValidation, XlsxError> {
    let rule = DataValidationRule::Between(0.0, MOST);
    DataValidation::new()
        .allow_decimal_number(rule)
        .set_error_message("Ghi số nguyên từ 0 trở lên; không có thì để trống.")
}

fn a_percent() -> Result<DataValidation, XlsxError> {
    let rule = DataValidationRule::Between(0.0, 100.0);
    DataValidation::new()
        .allow_decimal_number(rule)
        .set_error_message("Ghi tỷ lệ phần trăm, từ 0 đến 100: 2,20 là 2,20%.")
}

fn whole(least: i32, most: i32) -> Result<DataValidation, XlsxError> {
    let rule = DataValidationRule::Between(least, most);
    DataValidation::new().allow_whole_number(rule).set_error_message("Ghi năm bằng bốn chữ số.")
}

fn a_day() -> Result<DataValidation, XlsxError> {
    let rule = DataValidationRule::Between(
        ExcelDateTime::from_ymd(2000, 1, 1)?,
        ExcelDateTime::from_ymd(2100, 12, 31)?,
    );
    DataValidation::new().allow_date(rule).set_error_message("Ghi ngày, thí dụ 31/12/2022.")
}
