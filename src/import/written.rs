//! Numbers as people write them into cells.

use super::grid::{SheetCell, Shown};

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

/// Why a cell is no count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotACount {
    /// It has a fraction, as `1,5` has; also a number that a spreadsheet took for `1.429` with a fraction.
    Fraction,
    /// Below zero.
    Negative,
    /// No number at all.
    Words,
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
pub fn count(cell: &SheetCell) -> Counted {
    match cell {
        SheetCell::Empty => Counted::Nothing,
        SheetCell::Broken => Counted::Not(NotACount::Broken),
        SheetCell::Day(_) => Counted::Not(NotACount::Day),
        SheetCell::Number(number, _) => of_number(*number),
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
        return Counted::Not(if is_number { NotACount::Fraction } else { NotACount::Words });
    };
    match digits.parse::<u64>() {
        Ok(0) => Counted::Count(0),
        Ok(_) if sign => Counted::Not(NotACount::Negative),
        Ok(count) if count <= MOST => Counted::Count(count),
        _ => Counted::Not(NotACount::TooLarge),
    }
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

/// Reads a cell where a percentage is due.
pub fn percent(cell: &SheetCell) -> Rated {
    match cell {
        SheetCell::Empty => Rated::Nothing,
        SheetCell::Broken | SheetCell::Day(_) => Rated::Not,
        SheetCell::Number(number, shown) => of_rate(*number, *shown),
        SheetCell::Text(text) if says_nothing(text) => Rated::Nothing,
        SheetCell::Text(text) => of_written_rate(text),
    }
}

fn of_rate(number: f64, shown: Shown) -> Rated {
    if !number.is_finite() || !(0.0..=100.0).contains(&number) {
        return Rated::Not;
    }
    if shown.percent {
        let decimals = usize::from(shown.decimals.unwrap_or(0).min(4));
        return Rated::Percent(format!("{:.decimals$}", number * 100.0));
    }
    Rated::Bare(match shown.decimals {
        Some(decimals) => format!("{number:.*}", usize::from(decimals.min(4))),
        None => short(number),
    })
}

/// A number with the decimals it was typed with; two of what a formula computed.
fn short(number: f64) -> String {
    let typed = number.to_string();
    let decimals = typed.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    if decimals <= 4 { typed } else { format!("{number:.2}") }
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
pub fn is_yes(cell: &SheetCell) -> bool {
    match cell {
        SheetCell::Text(text) => {
            let said = text.trim().to_lowercase();
            matches!(said.as_str(), "x" | "×" | "v" | "✓" | "✔" | "1" | "có" | "co" | "yes" | "true" | "đúng")
        }
        SheetCell::Number(number, _) => (*number - 1.0).abs() < 1e-9,
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
            ("khoảng 5", NotACount::Words),
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
        assert_eq!(percent(&text("-")), Rated::Nothing);
        assert_eq!(percent(&text("cao")), Rated::Not);
        assert_eq!(percent(&text("1.234,5")), Rated::Not);
    }
}
