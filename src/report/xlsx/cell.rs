//! One cell of a sheet: digits, or a text that no program takes for a formula.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};

use super::formats::CellFormats;
use crate::report::csv;
use crate::text::{Lang, date as dates};

/// The most letters a cell holds.
const LONGEST: usize = 32_767;

/// Digits with the decimals they have.
pub fn plain(
    sheet: &mut Worksheet,
    at: (u32, u16),
    digits: &str,
    look: &CellFormats,
) -> Result<(), XlsxError> {
    let decimals = digits.split_once('.').map_or(0, |(_, after)| after.len());
    let zeros = if decimals == 0 { String::new() } else { format!(".{}", "0".repeat(decimals)) };
    let format = look.plain.clone().set_num_format(format!("#,##0{zeros}"));
    if let Ok(value) = digits.parse::<f64>() {
        sheet.write_number_with_format(at.0, at.1, value, &format)?;
    }
    Ok(())
}

/// A date that spreadsheets know; those of the format lie within 2000 and 2100.
pub fn day(date: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let small = |n: u32| u8::try_from(n).unwrap_or(1);
    let year = u16::try_from(date.year()).unwrap_or(1900).clamp(1900, 9999);
    ExcelDateTime::from_ymd(year, small(date.month()), small(date.day()))
}

/// A day as spreadsheets know one, in the form of the language.
pub fn date(
    lang: Lang,
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    date: NaiveDate,
    format: &Format,
) -> Result<(), XlsxError> {
    noted_date(lang, sheet, (row, column), date, ("", format))
}

/// The same with words after it in the format: it stays a day.
pub fn noted_date(
    lang: Lang,
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    date: NaiveDate,
    (note, format): (&str, &Format),
) -> Result<(), XlsxError> {
    let note = if note.is_empty() { String::new() } else { format!("\" {}\"", note.replace('"', "")) };
    let format = format.clone().set_num_format(lang.pick("dd/mm/yyyy", "d mmm yyyy").to_owned() + &note);
    sheet.write_datetime_with_format(row, column, day(date)?, &format)?;
    Ok(())
}

/// The day that a text is, in either form of the language, and nothing else.
pub fn date_of(lang: Lang, text: &str) -> Option<NaiveDate> {
    // A year of two digits would also be one of the first century.
    let forms = [lang.pick("%d/%m/%Y", "%d %b %y"), lang.pick("%d/%m/%Y", "%d %b %Y")];
    let found = forms.iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok());
    found.filter(|day| [dates::day(lang, *day), dates::day_short(lang, *day)].iter().any(|said| said == text))
}

/// A text that stays one: what could become a formula when it is edited carries the mark of a text.
pub fn text(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    words: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    if words.is_empty() {
        return Ok(());
    }
    let words: String = words.chars().take(LONGEST).collect();
    if csv::harmless(&words) == words {
        sheet.write_string_with_format(row, column, words, format)?;
    } else {
        sheet.write_string_with_format(row, column, words, &format.clone().set_quote_prefix())?;
    }
    Ok(())
}
