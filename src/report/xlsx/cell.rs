//! One cell of a sheet: digits, or a text that no program takes for a formula.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::formats::CellFormats;
use crate::report::csv;

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
