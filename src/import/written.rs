//! Numbers as people write them into cells.

use super::grid::{Cell, SheetCell, Shown};
use super::template::QUALIFIERS;

/// What a cell says where a count is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counted {
    /// Nothing is said: blank, `-`.
    Nothing,
    /// A whole number.
    Count(u64),
    /// What is no count: why.
    Not(NotACount),
}

impl Counted {
    /// The number, where there is one.
    pub fn number(self) -> Option<u64> {
        match self {
            Self::Count(count) => Some(count),
            Self::Nothing | Self::Not(_) => None,
        }
    }
}

/// Why a cell is no count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotACount {
    /// It has a fraction, as `1,5` has; also a number that a spreadsheet took for `1.429` with a fraction.
    Fraction,
    /// Below zero.
    Negative,
    /// No number at all.
    Words,
    /// A number after words that are none of those known there.
    UnknownLead,
    /// A number before words that say what is counted: "1.293 hộ".
    WithUnit(u64),
    /// A day.
    Day,
    /// A formula that cannot be computed.
    Broken,
    /// More than ten to the fifteenth.
    TooLarge,
}

/// The largest count of the snapshot format.
const MOST: u64 = 1_000_000_000_000_000;

/// Reads a cell where a count is due.
pub fn count<'a>(cell: impl Into<Cell<'a>>) -> Counted {
    match cell.into() {
        SheetCell::Empty => Counted::Nothing,
        SheetCell::Broken => Counted::Not(NotACount::Broken),
        SheetCell::Day(_) => Counted::Not(NotACount::Day),
        SheetCell::Number(number, _) => of_number(number),
        SheetCell::Text(text) => of_text(text),
    }
}

fn of_number(number: f64) -> Counted {
    // What formulas give may miss the whole number by a last digit.
    let whole = number.round();
    if !number.is_finite() || (number - whole).abs() > 1e-6 {
        return Counted::Not(NotACount::Fraction);
    }
    // Its digits, not the float: no cast that could lose any.
    of_text(&format!("{whole:.0}"))
}

fn of_text(text: &str) -> Counted {
    let text: String = text.chars().map(|c| if c == '\u{a0}' || c == '\u{202f}' { ' ' } else { c }).collect();
    let text = text.trim();
    if says_nothing(text) {
        return Counted::Nothing;
    }
    let (sign, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest.trim()),
        None => (false, text),
    };
    let Some(digits) = whole_digits(digits) else {
        let is_number = text.chars().any(|c| c.is_ascii_digit())
            && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '-' | '\u{2212}'));
        let is_led = || {
            let (lead, number) = text.rsplit_once(' ').unwrap_or_default();
            whole_digits(number).is_some() && lead.chars().all(|c| c.is_alphabetic() || c == ' ')
        };
        let with_unit = with_unit(text);
        return Counted::Not(match (is_number, with_unit) {
            (true, _) => NotACount::Fraction,
            (false, Some(count)) => NotACount::WithUnit(count),
            (false, None) if is_led() => NotACount::UnknownLead,
            (false, None) => NotACount::Words,
        });
    };
    match digits.parse::<u64>() {
        Ok(0) => Counted::Count(0),
        Ok(_) if sign => Counted::Not(NotACount::Negative),
        Ok(count) if count <= MOST => Counted::Count(count),
        _ => Counted::Not(NotACount::TooLarge),
    }
}

/// The number before the words that say what it counts, as far as it is one: "1.293 hộ".
fn with_unit(text: &str) -> Option<u64> {
    let at = text.find(char::is_alphabetic).filter(|at| *at > 0)?;
    let (number, unit) = text.split_at(at);
    let is_unit = unit.chars().all(|c| c.is_alphabetic() || c == ' ') && unit.split_whitespace().count() <= 3;
    whole_digits(number.trim())?.parse().ok().filter(|count| is_unit && *count <= MOST)
}

/// What is said before a number, as the format writes it, and the number: "hơn 500".
pub fn qualified(text: &str) -> Option<(&'static str, &str)> {
    let text = text.trim();
    QUALIFIERS.iter().find_map(|word| {
        let mut letters = text.char_indices();
        let is_said =
            word.said.chars().all(|own| letters.next().is_some_and(|(_, it)| it.to_lowercase().eq([own])));
        let rest = text[letters.next().map_or(text.len(), |(at, _)| at)..].trim();
        is_said.then_some((word.code, rest))
    })
}

/// Is that how a cell says that it has nothing?
pub fn says_nothing(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | '…' | ' '))
}

/// The digits of a whole number: bare, or in groups of three that one sign parts.
fn whole_digits(text: &str) -> Option<String> {
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if is_digits(text) {
        return Some(text.to_owned());
    }
    let sign = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '.' | ',' | ' '))?;
    let mut groups = text.split(sign);
    let first = groups.next()?;
    let grouped = is_digits(first)
        && first.len() <= 3
        && !first.starts_with('0')
        && groups.clone().all(|group| group.len() == 3 && is_digits(group));
    grouped.then(|| text.chars().filter(char::is_ascii_digit).collect())
}

/// What a cell says where a percentage is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rated {
    /// Nothing is said.
    Nothing,
    /// A percentage, with the decimals that are shown: `2.20`.
    Percent(String),
    /// A number that may be a percentage or a share of one: 0,022 and 2,2 are both written so.
    Bare(String),
    /// No percentage.
    Not,
}

/// Reads a cell where a percentage of a whole is due: of all households, of a group.
pub fn percent(cell: &SheetCell) -> Rated {
    percent_to(cell, 100.0)
}

/// The same of what may be more than its whole: what was reached of what was asked.
pub fn share_of_aim(cell: &SheetCell) -> Rated {
    percent_to(cell, 100_000.0)
}

fn percent_to(cell: &SheetCell, most: f64) -> Rated {
    match cell {
        SheetCell::Empty => Rated::Nothing,
        SheetCell::Broken | SheetCell::Day(_) => Rated::Not,
        SheetCell::Number(number, shown) => of_rate(*number, *shown, most),
        SheetCell::Text(text) if says_nothing(text) => Rated::Nothing,
        SheetCell::Text(text) => of_written_rate(text),
    }
}

fn of_rate(number: f64, shown: Shown, most: f64) -> Rated {
    let value = if shown.percent { number * 100.0 } else { number };
    if !value.is_finite() || !(0.0..=most).contains(&value) {
        return Rated::Not;
    }
    let written = match shown.decimals.filter(|_| !is_rounded_away(value, shown)) {
        Some(decimals) => format!("{value:.*}", usize::from(decimals.min(4))),
        // A share of one loses nothing before it is known for one: two of its decimals go to whole percents.
        None if value < 1.0 && !shown.percent => short(value, 4),
        None => short(value, 2),
    };
    if shown.percent { Rated::Percent(written) } else { Rated::Bare(written) }
}

/// Is a rate shown as another number than the one that was typed? A format without decimals shows 1.5 as 2. What a
/// formula computed is as it is shown: so it stands in the report.
pub fn is_shown_otherwise(cell: &SheetCell) -> bool {
    match cell {
        SheetCell::Number(number, shown) => {
            is_rounded_away(if shown.percent { number * 100.0 } else { *number }, *shown)
        }
        _ => false,
    }
}

fn is_rounded_away(value: f64, shown: Shown) -> bool {
    let typed = decimals(&typed(value));
    shown.decimals.is_some_and(|told| {
        let told = usize::from(told);
        typed > told && (typed <= TYPED || told == 0)
    })
}

/// Nobody types a rate with more decimals: it was computed.
const TYPED: usize = 4;

/// The digits of a number without what binary fractions add to it.
fn typed(number: f64) -> String {
    let digits = format!("{number:.6}");
    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn decimals(number: &str) -> usize {
    number.split_once('.').map_or(0, |(_, decimals)| decimals.len())
}

/// A number with the decimals it was typed with; so many of what a formula computed.
fn short(number: f64, computed: usize) -> String {
    let typed = typed(number);
    if decimals(&typed) <= TYPED { typed } else { format!("{number:.computed$}") }
}

fn of_written_rate(text: &str) -> Rated {
    let text = text.trim();
    let (number, is_percent) = match text.strip_suffix('%') {
        Some(number) => (number.trim(), true),
        None => (text, false),
    };
    let (whole, decimals) = number.split_once([',', '.']).unwrap_or((number, ""));
    let is_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || !is_digits(whole) || !is_digits(decimals) || decimals.len() > 4
    {
        return Rated::Not;
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let number = if decimals.is_empty() { whole.to_owned() } else { format!("{whole}.{decimals}") };
    if is_percent { Rated::Percent(number) } else { Rated::Bare(number) }
}

/// Is that a cell that says yes? An `x`, a 1, "có".
pub fn is_yes<'a>(cell: impl Into<Cell<'a>>) -> bool {
    match cell.into() {
        SheetCell::Text(text) => {
            let said = text.trim().to_lowercase();
            matches!(
                said.as_str(),
                "x" | "×" | "v" | "✓" | "✔" | "√" | "☑" | "☒" | "1" | "có" | "co" | "yes" | "true" | "đúng"
            )
        }
        SheetCell::Number(number, _) => (number - 1.0).abs() < 1e-9,
        SheetCell::Empty | SheetCell::Day(_) | SheetCell::Broken => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> SheetCell {
        SheetCell::Text(text.to_owned())
    }

    #[test]
    fn counts_are_read_as_they_are_written() {
        for written in ["1429", "1.429", "1,429", "1 429", "1\u{a0}429", " 1.429 "] {
            assert_eq!(count(&text(written)), Counted::Count(1429), "{written}");
        }
        assert_eq!(count(&text("3.000.000.000")), Counted::Count(3_000_000_000));
        assert_eq!(count(&SheetCell::Number(1429.0, Shown::default())), Counted::Count(1429));
        assert_eq!(count(&SheetCell::Number(1_429.000_000_000_1, Shown::default())), Counted::Count(1429));
        for nothing in ["", "-", "–", "…", " - ", "."] {
            assert_eq!(count(&text(nothing)), Counted::Nothing, "{nothing}");
        }
        assert_eq!(count(&text("0")), Counted::Count(0));
    }

    #[test]
    fn what_is_no_count_is_not_made_one() {
        for (written, why) in [
            ("1,5", NotACount::Fraction),
            ("1.4290", NotACount::Fraction),
            ("1.429,5", NotACount::Fraction),
            ("0.429", NotACount::Fraction),
            ("-5", NotACount::Negative),
            ("khoảng 5", NotACount::UnknownLead),
            ("x", NotACount::Words),
            ("9999999999999999", NotACount::TooLarge),
        ] {
            assert_eq!(count(&text(written)), Counted::Not(why), "{written}");
        }
        // A spreadsheet that took "1.429" for a number with a fraction: which was meant cannot be known here.
        assert_eq!(count(&SheetCell::Number(1.429, Shown::default())), Counted::Not(NotACount::Fraction));
        assert_eq!(count(&SheetCell::Broken), Counted::Not(NotACount::Broken));
    }

    #[test]
    fn percentages_keep_the_decimals_they_are_shown_with() {
        let shown = |percent, decimals| Shown { percent, decimals };
        assert_eq!(percent(&text("2,20%")), Rated::Percent("2.20".into()));
        assert_eq!(percent(&text("2.2 %")), Rated::Percent("2.2".into()));
        assert_eq!(percent(&text("02,2")), Rated::Bare("2.2".into()));
        assert_eq!(percent(&SheetCell::Number(0.022, shown(true, Some(2)))), Rated::Percent("2.20".into()));
        assert_eq!(percent(&SheetCell::Number(2.198_46, shown(false, Some(2)))), Rated::Bare("2.20".into()));
        assert_eq!(percent(&SheetCell::Number(2.2, Shown::default())), Rated::Bare("2.2".into()));
        assert_eq!(percent(&SheetCell::Number(2.198_461_5, Shown::default())), Rated::Bare("2.20".into()));
        assert_eq!(percent(&SheetCell::Number(0.0194, shown(true, None))), Rated::Percent("1.94".into()));
        assert_eq!(percent(&text("-")), Rated::Nothing);
        assert_eq!(percent(&text("cao")), Rated::Not);
        assert_eq!(percent(&text("1.234,5")), Rated::Not);
    }

    /// A format without decimals shows 1.5 as 2, which nobody reported; 2.198 that a formula gave is 2.20 as it is shown.
    #[test]
    fn a_rate_that_was_typed_is_not_rounded_by_its_format() {
        let number = |number, percent, decimals| SheetCell::Number(number, Shown { percent, decimals });
        for (cell, read, is_otherwise) in [
            (number(1.5, false, Some(0)), "1.5", true),
            (number(2.345, false, Some(2)), "2.345", true),
            (number(2.198_461_5, false, Some(0)), "2.20", true),
            (number(2.198_461_5, false, Some(1)), "2.2", false),
            (number(2.0, false, Some(0)), "2", false),
            (number(1.5, false, Some(2)), "1.50", false),
        ] {
            assert_eq!((percent(&cell), is_shown_otherwise(&cell)), (Rated::Bare(read.into()), is_otherwise));
        }
        let cell = number(0.0155, true, Some(0));
        assert_eq!((percent(&cell), is_shown_otherwise(&cell)), (Rated::Percent("1.55".into()), true));
    }

    #[test]
    fn more_than_all_that_was_asked_may_be_reached() {
        let number = |number, percent| SheetCell::Number(number, Shown { percent, decimals: None });
        assert_eq!(share_of_aim(&number(140.0, false)), Rated::Bare("140".into()));
        assert_eq!(share_of_aim(&number(1.4, true)), Rated::Percent("140".into()));
        assert_eq!(percent(&number(140.0, false)), Rated::Not);
        assert_eq!(percent(&number(1.4, true)), Rated::Not);
    }
}
