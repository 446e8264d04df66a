//! Figures as they are written: the qualifier before the number, the number in the language's own signs, its scale
//! or percent sign after it, and the mark of a derived figure last.

use num_bigint::BigInt;

use crate::model::amount::Amount;
use crate::model::change::turned;
use crate::model::exact::{Exact, Rounding};
use crate::model::figure::{Basis, Figure, Reliability};
use crate::model::qualifier::Qualifier;
use crate::model::standing::Standing;
use crate::model::unit::{Form, Unit};

use super::say::standing::moved;
use super::{Lang, glossary, number};

/// How a figure is written in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// With its decimals.
    #[default]
    Plain,
    /// A column of shares, or one said in passing: whole percents.
    Column,
    /// A change: always with its sign.
    Signed,
    /// A column of changes in percent: each with its sign and one decimal.
    SignedTenths,
    /// Without percent sign or scale, where the head of the column has them.
    Bare,
    /// A column of money: the scale in as few letters as people read (`886k`, `3bn`; Vietnamese words are short).
    Short,
}

impl Style {
    /// Is it that of a change?
    fn is_signed(self) -> bool {
        matches!(self, Self::Signed | Self::SignedTenths)
    }
}

/// The number of a figure with qualifier and sign, without its mark: `1.429`, `2,20%`, `hơn 3 tỷ`, `64.808-65.102`.
pub fn number(lang: Lang, figure: &Figure, style: Style) -> String {
    if let Some(least) = small_rate(lang, figure, style) {
        return format!("<{least}");
    }
    if is_bounded_below_zero(figure) {
        return below_zero(lang, figure, style);
    }
    let words = bound(lang, figure);
    let digits = amount(lang, figure, style);
    if words.is_empty() { digits } else { format!("{words} {digits}") }
}

/// The words of a bound before its number, said of its size.
fn bound(lang: Lang, figure: &Figure) -> &'static str {
    qualifier(lang, figure.bound())
}

/// The words before a number, and whether they say that it is below zero, so that no minus follows them.
pub fn words_before(lang: Lang, figure: &Figure) -> (String, bool) {
    if !is_bounded_below_zero(figure) {
        return (bound(lang, figure).to_owned(), false);
    }
    let fell = if figure.subject.measure.is_change() {
        moved(lang, false)
    } else {
        lang.pick("thấp hơn", "lower by")
    };
    (format!("{fell} {}", bound(lang, figure)), true)
}

/// Has a number below zero words of a bound? "Dưới −12" would be read as a larger fall, where one of less than 12 is
/// meant; and all that is said of a fall is said in one way.
pub fn is_bounded_below_zero(figure: &Figure) -> bool {
    figure.bound() != Qualifier::Exact && figure.one().is_some_and(Exact::is_negative)
}

/// The same of a reduction whose sign was turned, an estimate called so: `ước giảm hơn 90`. It is a change that it is
/// told as, not a reduction below zero.
pub fn fallen(lang: Lang, figure: &Figure, style: Style) -> String {
    let words = format!("{}{} {}", estimated(lang, figure), moved(lang, false), bound(lang, figure));
    format!("{words} {}", amount(lang, &turned(figure), style))
}

/// `giảm hơn 0,18`: the way it went, the bound and the size, and no minus.
fn below_zero(lang: Lang, figure: &Figure, style: Style) -> String {
    let style = if style.is_signed() { Style::Plain } else { style };
    let (words, _) = words_before(lang, figure);
    format!("{words} {}", amount(lang, &turned(figure), style))
}

/// The same in a cell, an estimate called so: nobody reads a legend beside every number. In a column of shares what
/// they are shares of is marked.
pub fn in_cell(lang: Lang, figure: &Figure, style: Style) -> String {
    let before = if style == Style::Column { "" } else { estimated(lang, figure) };
    let number = number(lang, figure, style);
    if before.is_empty() { number } else { before.to_owned() + &number }
}

/// The same where the words of a bound have no room: `>93,5%`. "Gần", "ít nhất" and "tối đa" have no sign.
pub fn with_sign_of_bound(lang: Lang, figure: &Figure, style: Style) -> String {
    let sign = match figure.qualifier {
        Qualifier::Over | Qualifier::JustAbove => ">",
        Qualifier::Under => "<",
        Qualifier::About => "≈",
        Qualifier::Exact | Qualifier::Nearly | Qualifier::AtLeast | Qualifier::AtMost => "",
    };
    // "<−90" would be read by few.
    if sign.is_empty() || figure.amount.low().is_negative() {
        return number(lang, figure, style);
    }
    sign.to_owned() + &amount(lang, figure, style)
}

/// The word before an estimate.
pub fn estimated(lang: Lang, figure: &Figure) -> &'static str {
    if figure.reliability == Reliability::Estimated { lang.term(glossary::ESTIMATE[0]) } else { "" }
}

/// The least that a rate above zero can be shown as, where it is less: what is not nothing never reads as 0,00%.
fn small_rate(lang: Lang, figure: &Figure, style: Style) -> Option<String> {
    let is_computed = figure.written.is_none() && figure.qualifier == Qualifier::Exact;
    if figure.unit.form() != Form::Rate || !is_computed || !figure.amount.high().is_positive() {
        return None;
    }
    let (decimals, _) = decimals(figure, style);
    let is_nought = figure.amount.high().rounded(decimals, Rounding::Nearest).is_zero();
    let sign = if style == Style::Bare { "" } else { "%" };
    (is_nought && !figure.amount.low().is_negative())
        .then(|| format!("{}{sign}", number::decimal(lang, 1, decimals, false)))
}

/// The mark that goes with the number: `*` for a derived one.
pub fn mark(figure: &Figure) -> &'static str {
    if figure.is_derived() { "*" } else { "" }
}

/// As in a sentence: the number and its mark, and `ước` before an estimated one.
pub fn in_sentence(lang: Lang, figure: &Figure, style: Style) -> String {
    let before = estimated(lang, figure);
    let number = match small_rate(lang, figure, style) {
        Some(least) => format!("{} {least}", qualifier(lang, Qualifier::Under)),
        None => number(lang, figure, style),
    };
    // Nghìn, triệu, tỷ and the percent sign are part of the number: "hơn 4 tỷ*", "1,72%*".
    format!("{before}{number}{}", mark(figure))
}

/// As in a sentence, with the word of its unit: `1.429 hộ`, `hơn 3 tỷ đồng`, `0,69 điểm phần trăm`.
pub fn with_unit(lang: Lang, figure: &Figure, style: Style) -> String {
    let number = in_sentence(lang, figure, style);
    match unit(lang, figure.unit) {
        "" => number,
        _ => format!("{number} {}", unit_after(lang, figure)),
    }
}

/// Is it one of something that English has another word for than for several?
pub fn is_single(lang: Lang, figure: &Figure) -> bool {
    let is_one = || figure.exactly().is_some_and(|n| n.clone().abs() == Exact::whole(1));
    lang == Lang::En && (figure.unit.is_count() || figure.unit == Unit::Point) && is_one()
}

/// The word of its unit after a figure: English has another after one.
pub fn unit_after(lang: Lang, figure: &Figure) -> &'static str {
    after(lang, figure, unit(lang, figure.unit))
}

fn after(lang: Lang, figure: &Figure, word: &'static str) -> &'static str {
    match word {
        word if !is_single(lang, figure) => word,
        "pupils and students" => "pupil or student",
        word => word.strip_suffix('s').unwrap_or(word),
    }
}

/// The same in a column, where points are "điểm %"; in a sentence they never are.
pub fn with_column_unit(lang: Lang, figure: &Figure, style: Style) -> String {
    let number = in_sentence(lang, figure, style);
    match unit_in_column(lang, figure.unit) {
        "" => number,
        word => format!("{number} {}", after(lang, figure, word)),
    }
}

/// The words for a figure that is not there.
pub fn no_data(lang: Lang) -> &'static str {
    lang.term(glossary::standing(Standing::NoData))
}

/// The word of a qualifier; none for an exact figure.
pub fn qualifier(lang: Lang, qualifier: Qualifier) -> &'static str {
    lang.term(glossary::qualifier(qualifier))
}

/// The word of a unit after its number; none where a sign stands in its place (percent).
pub fn unit(lang: Lang, unit: Unit) -> &'static str {
    lang.term(glossary::unit(unit))
}

/// The same in a column: "điểm" alone is the score of a household in the review.
pub fn unit_in_column(lang: Lang, of: Unit) -> &'static str {
    match of {
        Unit::Point => lang.pick("điểm %", "points"),
        Unit::PointPerMonth => lang.pick("điểm %/tháng", "points a month"),
        other => unit(lang, other),
    }
}

/// The same where room is short.
pub fn unit_short(lang: Lang, of: Unit) -> &'static str {
    glossary::unit_short(of).map_or_else(|| unit_in_column(lang, of), |(vi, en)| lang.pick(vi, en))
}

fn amount(lang: Lang, figure: &Figure, style: Style) -> String {
    if figure.unit.form() == Form::Money {
        return money(lang, figure, style);
    }
    let (decimals, trim) = decimals(figure, style);
    let rounding = figure.qualifier.rounding();
    let digits = |x: &Exact| x.digits(decimals, shown_rounding(figure, x, decimals, rounding));
    let write = |n: BigInt| match style {
        style if style.is_signed() => number::signed_decimal(lang, n, decimals, trim),
        _ => number::decimal(lang, n, decimals, trim),
    };
    let sign = if figure.unit.is_percent() && style != Style::Bare { "%" } else { "" };
    match &figure.amount {
        Amount::One(x) => write(digits(x)) + sign,
        Amount::Range(low, high) if digits(low) == digits(high) => write(digits(low)) + sign,
        // A hyphen after which a minus follows, or before which one stands, is hard to read.
        Amount::Range(low, high) if style.is_signed() || low.is_negative() => {
            format!("{} {} {}{sign}", write(digits(low)), lang.pick("đến", "to"), write(digits(high)))
        }
        // Two ends that are stated are two numbers, and not one that was rounded.
        Amount::Range(low, high) if figure.basis == Basis::Stated => {
            format!("{}-{}{sign}", write(digits(low)), write(digits(high)))
        }
        Amount::Range(low, high) => {
            format!("{}{sign}", number::decimal_range(lang, digits(low), digits(high), decimals, trim))
        }
    }
}

/// How its digits are rounded. A share under 100 is never rounded up to 100: an aim just missed would read as met.
fn shown_rounding(figure: &Figure, x: &Exact, decimals: u8, rounding: Rounding) -> Rounding {
    let hundred = Exact::whole(100);
    let is_less = figure.unit == Unit::Share && *x < hundred;
    if is_less && x.rounded(decimals, rounding) >= hundred { Rounding::Down } else { rounding }
}

/// The decimals of computed rates and points, where their file writes them with no more.
pub const USUAL_DECIMALS: u8 = 2;

/// The number that a reader sees; of a range, a bound and money, which is written by its scale, none.
pub fn as_shown(figure: &Figure) -> Option<Exact> {
    if figure.unit.form() == Form::Money || figure.qualifier != Qualifier::Exact {
        return None;
    }
    let (decimals, _) = decimals(figure, Style::Plain);
    let shown = figure.one()?;
    Some(shown.rounded(decimals, shown_rounding(figure, shown, decimals, figure.qualifier.rounding())))
}

/// The same figure with more decimals than it is usually shown with, where it was worked out and has such.
#[must_use]
pub fn in_decimals(figure: &Figure, decimals: u8) -> Figure {
    let has_more = figure.is_derived()
        && figure.decimals.unwrap_or(USUAL_DECIMALS) < decimals
        && matches!(figure.unit.form(), Form::Rate | Form::Hundredths);
    Figure { decimals: if has_more { Some(decimals) } else { figure.decimals }, ..figure.clone() }
}

/// How many decimals a figure shows, and whether zeros at their end are dropped: a stated percentage as it was
/// written; rates, points and persons per household two; other shares at most one, whole in a column.
fn decimals(figure: &Figure, style: Style) -> (u8, bool) {
    match (figure.unit.form(), figure.written) {
        // The two ends of a range that is stated have decimals of their own.
        (_, Some(written)) => (written, figure.basis == Basis::Stated && figure.one().is_none()),
        (Form::Share, None) if style == Style::Column => (0, false),
        (Form::Share, None) => (1, style != Style::SignedTenths),
        (Form::Rate | Form::Hundredths, None) => (figure.decimals.unwrap_or(USUAL_DECIMALS), false),
        (Form::Whole | Form::Money, None) => (0, false),
    }
}

/// Money in the largest unit of at least one, with at most two decimals; the exact sum stands in its story.
fn money(lang: Lang, figure: &Figure, style: Style) -> String {
    let rounding = figure.qualifier.rounding();
    let write = |x: &Exact| {
        let (numerator, denominator) = x.parts();
        let (digits, scale) = number::money_of(lang, &numerator, &denominator, rounding).unwrap_or_default();
        match (style, short_scale(scale)) {
            (Style::Short, Some(letters)) => format!("{digits}{letters}"),
            _ => format!("{digits} {scale}").trim_end().to_owned(),
        }
    };
    match &figure.amount {
        Amount::One(x) => write(x),
        Amount::Range(low, high) => format!("{}-{}", write(low), write(high)),
    }
}

/// The letters that stand for an English scale in a column.
fn short_scale(scale: &str) -> Option<&'static str> {
    Some(match scale {
        "thousand" => "k",
        "million" => "m",
        "billion" => "bn",
        _ => return None,
    })
}
