//! A value in the form that its place takes: what stands there in digits, written as the format has it.
//!
//! Only what is made of digits and the signs between them is ever repeated, and no run that may be a person's number.

use crate::source::fault::Expected;
use crate::source::format::{Date, MAX_COUNT, is_called};
use crate::source::personal::has_number;
use crate::text::fold::fold;

/// The most letters of a value that is looked at.
const LETTERS: usize = 40;

/// The value `words` as a place for `expected` takes it, where that is clear.
pub(super) fn right_form(expected: Expected, words: &str) -> Option<String> {
    if words.len() > LETTERS * 3 {
        return None;
    }
    let words = words.trim();
    let form = match expected {
        Expected::Count => whole(words).filter(|form| !form.starts_with('-')),
        Expected::Row => whole(words).filter(|form| !form.starts_with('-') && form != "0"),
        Expected::Change => whole(words),
        Expected::Percent | Expected::Number | Expected::Asked => decimal(words),
        Expected::Date => date(words).as_deref().map(quoted),
        Expected::Begin => date(words).as_deref().map(quoted).or_else(|| year(words)),
        Expected::Year => year(words),
        Expected::Period => period(words).as_deref().map(quoted),
        Expected::DayOfYear => day_of_year(words).as_deref().map(quoted),
        Expected::Bool => truth(words),
        Expected::Line | Expected::Text => is_code(words).then(|| quoted(words)),
        _ => None,
    };
    form.filter(|form| is_taken(form) && !has_number(form) && !has_number(words))
}

/// A number is taken up to the largest figure of a file only; no other form is that long.
fn is_taken(form: &str) -> bool {
    let is_number = form.starts_with(|c: char| c == '-' || c.is_ascii_digit());
    let whole = form.trim_start_matches('-').split('.').next().unwrap_or_default();
    !is_number || whole.parse().is_ok_and(|whole: i64| whole <= MAX_COUNT)
}

/// A short run of digits: the code of a unit, written as a number.
fn is_code(words: &str) -> bool {
    (1..=8).contains(&words.len()) && words.bytes().all(|byte| byte.is_ascii_digit())
}

fn quoted(form: &str) -> String {
    format!("\"{form}\"")
}

/// A number as people write it: its digits with separators, and what was said after it.
struct Written<'a> {
    is_negative: bool,
    /// The digits between separators.
    runs: Vec<&'a str>,
    /// The separators.
    signs: Vec<char>,
}

impl<'a> Written<'a> {
    fn of(words: &'a str) -> Option<Self> {
        let unsigned = words.strip_prefix(['-', '−', '\u{2013}']);
        let rest = unsigned.unwrap_or(words).trim_start_matches('+').trim();
        let is_sign = |c: char| !c.is_ascii_digit();
        let runs: Vec<&str> = rest.split(is_sign).collect();
        let signs: Vec<char> = rest.chars().filter(|c| is_sign(*c)).collect();
        let is_number =
            signs.iter().all(|c| matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\'' | '_'));
        let is_whole = runs.iter().all(|run| !run.is_empty());
        (is_number && is_whole).then_some(Self { is_negative: unsigned.is_some(), runs, signs })
    }

    /// Are those separators of thousands, the first `most` of them?
    fn is_grouped(&self, most: usize) -> bool {
        let groups = &self.runs[..=most];
        let is_one_sign = self.signs[..most].windows(2).all(|pair| pair[0] == pair[1]);
        most > 0 && is_one_sign && groups[0].len() <= 3 && groups[1..].iter().all(|run| run.len() == 3)
    }

    fn digits(&self, count: usize) -> Option<String> {
        let joined = self.runs[..count].concat();
        let digits = joined.trim_start_matches('0');
        let digits = if digits.is_empty() { "0" } else { digits };
        // A nought before the first digit is no number, but a code.
        (digits.len() == joined.len() || joined == "0").then(|| digits.to_owned())
    }

    fn signed(&self, digits: &str) -> String {
        let is_nothing = digits.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        format!("{}{digits}", if self.is_negative && !is_nothing { "-" } else { "" })
    }
}

/// The number without what is said after it: "1429 hộ", "2,20%".
fn without_unit(words: &str) -> &str {
    let number = words.trim_end_matches(|c: char| !c.is_ascii_digit());
    let rest = words[number.len()..].trim();
    let is_known =
        matches!(rest, "" | "%" | "đ" | "\u{20ab}" | "điểm" | "điểm %") || is_called(rest) || is_unit(rest);
    if is_known { number } else { words }
}

fn is_unit(rest: &str) -> bool {
    let first = fold(rest);
    let first = first.split(' ').next().unwrap_or_default();
    matches!(
        first,
        "ho" | "nguoi"
            | "khau"
            | "nhan"
            | "dong"
            | "hoc"
            | "truong"
            | "suat"
            | "the"
            | "luot"
            | "household"
            | "households"
            | "persons"
    ) && !rest.contains(|c: char| c.is_ascii_digit())
}

/// "65.000", "1,429", "1 429", "1429 hộ", "5.00": the whole number.
fn whole(words: &str) -> Option<String> {
    let written = Written::of(without_unit(words))?;
    let signs = written.signs.len();
    if signs == 0 || written.is_grouped(signs) {
        return written.digits(signs + 1).map(|digits| written.signed(&digits));
    }
    // Decimals of nothing: "1.429,00", "5.0".
    let last = written.runs[signs];
    let is_nothing = matches!(written.signs[signs - 1], '.' | ',') && last.bytes().all(|byte| byte == b'0');
    let before = signs - 1;
    let is_clear = is_nothing && (before == 0 || written.is_grouped(before));
    is_clear.then(|| written.digits(signs)).flatten().map(|digits| written.signed(&digits))
}

/// "2,20", "2.20%", "−0,69 điểm": with a decimal point, the decimals as they are.
fn decimal(words: &str) -> Option<String> {
    let written = Written::of(without_unit(words))?;
    let signs = written.signs.len();
    let form = match signs {
        0 => written.digits(1),
        _ if matches!(written.signs[signs - 1], '.' | ',')
            && (signs == 1
                || (written.is_grouped(signs - 1) && written.signs[signs - 1] != written.signs[0])) =>
        {
            let decimals = written.runs[signs];
            let is_short = decimals.len() <= 4;
            is_short.then(|| written.digits(signs)).flatten().map(|whole| format!("{whole}.{decimals}"))
        }
        _ if written.is_grouped(signs) => written.digits(signs + 1),
        _ => None,
    };
    form.map(|form| written.signed(&form))
}

/// The parts of a date, of one sign between them.
fn parts(words: &str) -> Option<Vec<&str>> {
    let sign = words.chars().find(|c| !c.is_ascii_digit())?;
    let parts: Vec<&str> = words.split(sign).map(str::trim).collect();
    let is_plain = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (matches!(sign, '/' | '-' | '.') && parts.iter().all(is_plain)).then_some(parts)
}

/// "31/12/2022", "4-3-2023", "31/12/22", "2023/03/04", "20230304", "ngày 31 tháng 12 năm 2022": the day that exists.
fn date(words: &str) -> Option<String> {
    let spoken = spoken_day(words);
    let words = spoken.as_deref().unwrap_or(words);
    let form = if words.len() == 8 && words.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("{}-{}-{}", &words[..4], &words[4..6], &words[6..])
    } else {
        match parts(words)?.as_slice() {
            [day, month, year] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}"),
            [year, month, day] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}"),
            // No figures are older than the century.
            [day, month, year] if year.len() == 2 => format!("20{year}-{month:0>2}-{day:0>2}"),
            _ => return None,
        }
    };
    Date::parse(&form).is_ok().then_some(form)
}

/// "ngày 31 tháng 12 năm 2022" as "31/12/2022".
fn spoken_day(words: &str) -> Option<String> {
    let spoken = fold(words);
    let spoken = spoken.strip_prefix("ngay ").unwrap_or(&spoken);
    let (day, rest) = spoken.split_once("thang ")?;
    let (month, year) = rest.split_once("nam ")?;
    Some([day, month, year].map(|part| part.trim_matches([' ', ','])).join("/"))
}

fn year(words: &str) -> Option<String> {
    let digits = words.rsplit(' ').next().unwrap_or(words);
    let is_called = words.len() == digits.len() || fold(words).starts_with("nam ");
    let is_year = matches!(digits.parse(), Ok(2000..=2100_u16)) && digits.len() == 4;
    (is_called && is_year).then(|| digits.to_owned())
}

/// "09/2023", "9-2023", "2023/09", "Quý 2/2023", "6 tháng đầu năm 2023".
fn period(words: &str) -> Option<String> {
    if let Some(year) = year(words) {
        return Some(year);
    }
    let spoken = fold(words);
    let head = |head: &str| {
        spoken.strip_prefix(head).map(|rest| rest.replace(['/', '-', ',', '.'], " ").replace("nam ", " "))
    };
    let found = if let Some(rest) = head("quy ").or_else(|| head("q")) {
        let (quarter, year) = rest.split_once(' ')?;
        let quarter = ["i", "ii", "iii", "iv"].iter().zip(1..).find(|(roman, _)| **roman == quarter.trim());
        let number =
            quarter.map(|(_, number)| number).or_else(|| rest.trim().chars().next()?.to_digit(10))?;
        (1..=4).contains(&number).then(|| (year.trim().to_owned(), format!("Q{number}")))?
    } else if let Some(rest) = head("6 thang dau").or_else(|| head("6 thang cuoi")) {
        let half = if spoken.contains("dau") { 1 } else { 2 };
        (rest.trim().to_owned(), format!("H{half}"))
    } else {
        let bare = spoken.strip_prefix("thang ").unwrap_or(&spoken);
        match parts(bare)?.as_slice() {
            [month, year] | [year, month] if year.len() == 4 && month.len() <= 2 => {
                ((*year).to_owned(), format!("{month:0>2}"))
            }
            _ => return None,
        }
    };
    let (at, part) = found;
    let is_month = |part: &str| part.parse::<u8>().map_or(true, |month| (1..=12).contains(&month));
    (year(&at).is_some() && is_month(&part)).then(|| format!("{at}-{part}"))
}

/// "14/12", "1-9": the day first, as people write it.
fn day_of_year(words: &str) -> Option<String> {
    let [day, month] = parts(words)?.try_into().ok()?;
    let form = format!("{month:0>2}-{day:0>2}");
    Date::parse(&format!("2001-{form}")).is_ok().then_some(form)
}

fn truth(words: &str) -> Option<String> {
    match fold(words).as_str() {
        "true" | "co" | "yes" | "dung" => Some("true".to_owned()),
        "false" | "khong" | "no" | "sai" => Some("false".to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_becomes_what_the_format_takes() {
        for (expected, words, form) in [
            (Expected::Count, "65.000", Some("65000")),
            (Expected::Count, "1,429", Some("1429")),
            (Expected::Count, "1 429", Some("1429")),
            (Expected::Count, "1\u{a0}429", Some("1429")),
            (Expected::Count, "1429", Some("1429")),
            (Expected::Count, "1429 hộ", Some("1429")),
            (Expected::Count, "1.429 hộ nghèo", Some("1429")),
            (Expected::Count, "3.000.000.000", Some("3000000000")),
            (Expected::Count, "1.429,00", Some("1429")),
            (Expected::Count, "1.0", Some("1")),
            (Expected::Count, "1.5", None),
            (Expected::Count, "2,20", None),
            (Expected::Count, "-3", None),
            (Expected::Count, "1e2", None),
            (Expected::Count, "79012345678", Some("79012345678")),
            (Expected::Count, "079 012 345 678", None),
            (Expected::Count, "842.000.000", None),
            (Expected::Count, "1429 Nguyễn Văn A", None),
            (Expected::Change, "-1.429", Some("-1429")),
            (Expected::Percent, "2,20", Some("2.20")),
            (Expected::Percent, "2.20%", Some("2.20")),
            (Expected::Percent, "2,20 %", Some("2.20")),
            (Expected::Percent, "−0,69", Some("-0.69")),
            (Expected::Percent, "-0,00", Some("0.00")),
            (Expected::Percent, "2,20001", None),
            (Expected::Number, "1.429,5", Some("1429.5")),
            (Expected::Number, "1.429.000", Some("1429000")),
            (Expected::Date, "04/03/2023", Some("\"2023-03-04\"")),
            (Expected::Date, "31/12/2022", Some("\"2022-12-31\"")),
            (Expected::Date, "4.3.2023", Some("\"2023-03-04\"")),
            (Expected::Date, "2023-3-4", Some("\"2023-03-04\"")),
            (Expected::Date, "31/12/22", Some("\"2022-12-31\"")),
            (Expected::Date, "31-12-2022", Some("\"2022-12-31\"")),
            (Expected::Date, "31.12.2022", Some("\"2022-12-31\"")),
            (Expected::Date, "ngày 31 tháng 12 năm 2022", Some("\"2022-12-31\"")),
            (Expected::Date, "Ngày 4 tháng 3, năm 2023", Some("\"2023-03-04\"")),
            (Expected::Date, "ngày 31 tháng 2 năm 2022", None),
            (Expected::Date, "ngày Nguyễn tháng 2 năm 2022", None),
            (Expected::Date, "20230304", Some("\"2023-03-04\"")),
            (Expected::Date, "31/02/2023", None),
            (Expected::Date, "12/31/2022", None),
            (Expected::Year, "2022", Some("2022")),
            (Expected::Year, "năm 2022", Some("2022")),
            (Expected::Period, "9/2023", Some("\"2023-09\"")),
            (Expected::Period, "Quý II/2023", Some("\"2023-Q2\"")),
            (Expected::Period, "Q3/2023", Some("\"2023-Q3\"")),
            (Expected::Period, "6 tháng đầu năm 2023", Some("\"2023-H1\"")),
            (Expected::Period, "13/2023", None),
            (Expected::DayOfYear, "14/12", Some("\"12-14\"")),
            (Expected::Line, "27370", Some("\"27370\"")),
            (Expected::Line, "079012345678", None),
            (Expected::Bool, "True", Some("true")),
            (Expected::Id, "123", None),
        ] {
            assert_eq!(right_form(expected, words).as_deref(), form, "{words}");
        }
    }

    #[test]
    fn case_74_no_number_is_advised_that_cannot_be_taken() {
        let most = "1000000000000000";
        assert_eq!(right_form(Expected::Count, most).as_deref(), Some(most));
        for (expected, words) in [
            (Expected::Count, "1000000000000001"),
            (Expected::Count, "1.000.000.000.000.001"),
            (Expected::Count, "12345678901234567890123456789012345678"),
            (Expected::Change, "-1000000000000001"),
            (Expected::Number, "1000000000000001.5"),
        ] {
            assert_eq!(right_form(expected, words), None, "{words}");
        }
    }
}
