//! A figure as a number of a spreadsheet and the format that writes it as on the screen. Formats are stored in the
//! American form; a spreadsheet in Vietnamese shows 1.429 and 2,20%.

use crate::model::exact::{Exact, Rounding};
use crate::model::figure::Figure;
use crate::model::unit::Form;
use crate::page::table::Style;
use crate::text::{Lang, cells, show};

/// Decimals of what has no end: more than any format shows.
const DECIMALS: u8 = 8;

/// The number and its format; none for a range, and for what no spreadsheet could hold.
pub fn value_and_format(lang: Lang, figure: &Figure, style: Style, after: &str) -> Option<(f64, String)> {
    let x = figure.one()?;
    let is_share = figure.unit.is_percent();
    let decimals = decimals(figure, x, style);
    let value = if is_share { x.over(&Exact::whole(100))? } else { rounded(figure, x, decimals) };
    Some((float(&value)?, format(lang, figure, style, decimals, after)))
}

/// The letters that a number takes in a format: the dots between thousands, and the words around it.
pub fn letters(value: f64, format: &str) -> u16 {
    let digits = format!("{:.0}", value.abs()).len();
    let zeros = "0".repeat(digits + digits.saturating_sub(1) / 3);
    let shown = format.split(';').next().unwrap_or_default().replace('"', "").replace("#,##0", &zeros);
    cells::text_extent(&shown)
}

/// A bound is rounded to its side, as the format would round it to the nearest.
fn rounded(figure: &Figure, x: &Exact, decimals: u8) -> Exact {
    match figure.qualifier.rounding() {
        Rounding::Nearest => x.clone(),
        side => x.rounded(decimals, side),
    }
}

/// The nearest number that a spreadsheet can hold, for it knows no others; none beyond the largest of them.
fn float(x: &Exact) -> Option<f64> {
    let nearest: f64 = format!("{}e-{DECIMALS}", x.digits(DECIMALS, Rounding::Nearest)).parse().ok()?;
    nearest.is_finite().then_some(nearest)
}

fn decimals(figure: &Figure, x: &Exact, style: Style) -> u8 {
    match (figure.unit.form(), figure.written) {
        (_, Some(written)) => written,
        (Form::Share, None) => of_share(x, style),
        (Form::Rate, None) => of_rate(x, figure.decimals.unwrap_or(2)),
        (Form::Hundredths, None) => figure.decimals.unwrap_or(2),
        (Form::Whole | Form::Money, None) => 0,
    }
}

/// As on the screen; more where a rate above zero would read as 0.00%.
fn of_rate(x: &Exact, least: u8) -> u8 {
    let reads_nought = |decimals: &u8| x.is_positive() && x.rounded(*decimals, Rounding::Nearest).is_zero();
    (least..6).find(|decimals| !reads_nought(decimals)).unwrap_or(6)
}

/// As on the screen; more where a share under 100 would read as 100.
fn of_share(x: &Exact, style: Style) -> u8 {
    let hundred = Exact::whole(100);
    let has_tenth = style != Style::Whole && !x.rounded(1, Rounding::Nearest).is_whole();
    let least = u8::from(style == Style::Tenths || has_tenth);
    let reads_full = |decimals: &u8| *x < hundred && x.rounded(*decimals, Rounding::Nearest) >= hundred;
    (least..6).find(|decimals| !reads_full(decimals)).unwrap_or(6)
}

/// Qualifier, digits, sign of percent, mark, and what stands after the number in its cell.
fn format(lang: Lang, figure: &Figure, style: Style, decimals: u8, after: &str) -> String {
    let estimated = show::estimated(lang, figure);
    let (qualifier, says_fall) = show::words_before(lang, figure);
    let gap = if qualifier.is_empty() { "" } else { " " };
    let words = format!("{estimated}{qualifier}{gap}");
    let before = literal(&words);
    let point = if decimals == 0 { String::new() } else { format!(".{}", "0".repeat(decimals.into())) };
    let percent = if figure.unit.is_percent() { "%" } else { "" };
    let digits = format!("#,##0{point}{percent}");
    // The head of the column may leave it to the words of the screen, "3 tỷ", to say that it is money.
    let is_money = figure.unit.form() == Form::Money;
    let money = if is_money { lang.pick(" đồng", " VND") } else { "" };
    let after = literal(&format!("{}{money}{after}", show::mark(figure)));
    let minus =
        format!("{}{digits}{after}", literal(&format!("{words}{}", if says_fall { "" } else { "−" })));
    match style {
        Style::Signed => format!("{before}+{digits}{after};{minus};{before}{digits}{after}"),
        _ => format!("{before}{digits}{after};{minus}"),
    }
}

/// Text within a format.
fn literal(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("\"{}\"", text.replace('"', "")) }
}
