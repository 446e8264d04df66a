//! The day of the figures, as the titles of the sheets tell it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};

use super::forms::{has_phrase, words_of};
use super::{Order, ReadSheet};

/// The day and whether it was told by a year, a quarter or a month alone; else the days that sheets tell.
pub type DayTold = Result<(NaiveDate, bool), BTreeMap<NaiveDate, String>>;

/// The day of the figures, and whether it was told by a year, a quarter or a month alone.
///
/// # Errors
/// The days that the sheets tell, each with the first sheet that does: none, or several.
pub fn day(sheets: &[ReadSheet], order: &Order) -> DayTold {
    if let Some(day) = order.as_of {
        return Ok((day, false));
    }
    let stated = super::front_of(sheets).and_then(|front| front.get("as_of")?.parse().ok());
    if let Some(day) = stated {
        return Ok((day, false));
    }
    let mut days: BTreeMap<NaiveDate, String> = BTreeMap::new();
    let mut said = BTreeSet::new();
    // Of lists some are of the beginning of a year: what these say is the day that the year before ended with.
    let is_beginning = |sheet: &ReadSheet, day: NaiveDate| sheet.list.is_some() && day.ordinal() == 1;
    let own = sheets.iter().filter_map(|sheet| Some((sheet, told(sheet.title.iter())?)));
    let own: Vec<(&ReadSheet, (NaiveDate, bool))> = own.collect();
    let begins = |sheet: &ReadSheet, (day, is_guessed)| is_guessed && is_beginning(sheet, day);
    let has_beginnings = own.iter().any(|(sheet, told)| begins(sheet, *told));
    for (sheet, (day, is_guessed)) in own {
        days.entry(day).or_insert_with(|| sheet.shown());
        if begins(sheet, (day, is_guessed)) {
            said.extend(day.pred_opt());
        } else if !is_guessed || (has_beginnings && sheet.list.is_some()) {
            said.insert(day);
        }
    }
    match told(sheets.iter().flat_map(|sheet| &sheet.title)) {
        Some(told) if said.len() <= 1 => Ok(told),
        _ => Err(days),
    }
}

/// The sheets that tell another day than the one that is asked for, each with its day.
pub fn others(sheets: &[ReadSheet], order: &Order) -> Vec<(String, NaiveDate)> {
    let Some(asked) = order.as_of else { return Vec::new() };
    let told = sheets.iter().filter_map(|sheet| Some((sheet.shown(), told(sheet.title.iter())?)));
    told.filter(|(_, (day, is_guessed))| *day != asked && !is_guessed)
        .map(|(sheet, (day, _))| (sheet, day))
        .collect()
}

/// The day that titles tell: a day first, else the end of what they name, where all of them name the same.
pub fn told<'a>(lines: impl Iterator<Item = &'a String> + Clone) -> Option<(NaiveDate, bool)> {
    if let Some(day) = lines.clone().find_map(|line| day_told(line)) {
        return Some((day, false));
    }
    let words: Vec<String> = lines.map(|line| without_plan(words_of(line))).collect();
    let parts: BTreeSet<NaiveDate> =
        words.iter().filter_map(|words| part_told(words)).map(|part| part.end).collect();
    let years: BTreeSet<i32> = words.iter().filter_map(|words| year_told(words)).collect();
    let year = years.first().copied().filter(|_| years.len() == 1);
    let day = match (parts.first(), parts.len()) {
        (Some(day), 1) if years.iter().all(|year| *year == day.year()) => Some(*day),
        (None, _) => year.and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31)),
        _ => None,
    };
    day.map(|day| (day, true))
}

/// The part of a year that the titles name, as the format writes it: what the flows cover. None where they name several,
/// or where the day of the figures lies in another.
pub fn period(sheets: &[ReadSheet], day: NaiveDate) -> Option<String> {
    let lines = sheets.iter().flat_map(|sheet| &sheet.title).map(|line| without_plan(words_of(line)));
    let parts: BTreeSet<Part> = lines.filter_map(|words| part_told(&words)).collect();
    let [part] = parts.into_iter().collect::<Vec<_>>().try_into().ok()?;
    let months = part.end.month() + 1 - part.months..=part.end.month();
    let holds = day.year() == part.end.year() && months.contains(&day.month());
    part.period.filter(|_| holds)
}

/// A part of a year.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    end: NaiveDate,
    /// So many months end with it.
    months: u32,
    /// As the format writes it; nine months it does not know.
    period: Option<String>,
}

impl Part {
    fn of(year: i32, month: u32, months: u32) -> Option<Self> {
        let period = match months {
            1 => Some(format!("{year}-{month:02}")),
            3 => Some(format!("{year}-Q{}", month / 3)),
            6 => Some(format!("{year}-H{}", month / 6)),
            _ => None,
        };
        Some(Self { end: end_of(year, month)?, months, period })
    }
}

/// A title without what it says of the year to come, or of the one it is held against: "HỘ NGHÈO NĂM 2023, KẾ HOẠCH NĂM
/// 2024", "HỘ NGHÈO NĂM 2024 SO VỚI NĂM 2023", or of the year that it serves: "NĂM 2022 (ÁP DỤNG NĂM 2023)".
fn without_plan(words: String) -> String {
    const LEADS: [&str; 12] = [
        "ke hoach",
        "phuong huong",
        "nhiem vu",
        "so voi",
        "so sanh voi",
        "ap dung",
        "su dung cho",
        "lam co so",
        "lam can cu",
        "de thuc hien",
        "de lam",
        "phuc vu",
    ];
    let at = LEADS.iter().filter_map(|lead| words.find(&format!(" {lead} "))).min();
    match at {
        Some(at) if words[..at].contains(" nam ") => words[..at].to_owned(),
        _ => words,
    }
}

/// "tính đến ngày 31/12/2022", "thời điểm 31/12/2022", a day alone in brackets: never the day of signing, which follows a
/// place.
pub fn day_told(line: &str) -> Option<NaiveDate> {
    let words = words_of(line);
    let words: Vec<&str> = words.split(' ').collect();
    let leads = words.iter().enumerate().filter(|(_, word)| matches!(**word, "den" | "toi" | "diem"));
    leads
        .into_iter()
        .find_map(|(at, _)| day_of(&words[at + 1..]))
        .or_else(|| day_in_brackets(line))
        .or_else(|| day_at_end(line))
}

/// The day that the words of a heading tell: "Số hộ nghèo đến 30/06/2022"; that of a decision is none.
pub fn in_heading(words: &str) -> Option<NaiveDate> {
    const DECISIONS: [&str; 5] = ["nghi dinh", "quyet dinh", "thong tu", "cong van", "nghi quyet"];
    if DECISIONS.iter().any(|phrase| has_phrase(words, phrase)) {
        return None;
    }
    let words: Vec<&str> = words.split(' ').collect();
    let is_number = |word: &&str| word.bytes().all(|b| b.is_ascii_digit());
    (0..words.len()).filter(|at| is_number(&words[*at])).find_map(|at| day_of(&words[at..]))
}

/// A day that the title of the figures ends with: "TỔNG HỢP HỘ NGHÈO 31/12/2024"; that of a decision is none.
fn day_at_end(line: &str) -> Option<NaiveDate> {
    let words = words_of(line);
    let words: Vec<&str> = words.split(' ').collect();
    let is_of_figures = words.contains(&"ngheo") && !words.iter().any(|word| matches!(*word, "ngay" | "so"));
    let day = words.get(words.len().checked_sub(3)?..)?;
    day_of(day).filter(|_| is_of_figures && day.iter().all(|word| word.bytes().all(|b| b.is_ascii_digit())))
}

/// "31/12/2022", "ngày 31 tháng 12 năm 2022", whatever follows it.
fn day_of(words: &[&str]) -> Option<NaiveDate> {
    let is_of_day = |word: &&str| matches!(*word, "ngay" | "thang" | "nam" | "het");
    let mut numbers = words.iter().filter(|word| !is_of_day(word)).map(|word| word.parse::<u32>().ok());
    let [day, month, year] = [numbers.next()??, numbers.next()??, numbers.next()??];
    NaiveDate::from_ymd_opt(i32::try_from(year).ok().filter(is_year)?, month, day)
}

/// A day that brackets hold and nothing else: "NĂM 2022 (31/12/2022)".
fn day_in_brackets(line: &str) -> Option<NaiveDate> {
    line.split(['(', '[']).skip(1).find_map(|part| {
        let words = words_of(part.split([')', ']']).next()?);
        let words: Vec<&str> = words.split(' ').collect();
        let is_day = |word: &&str| word.bytes().all(|b| b.is_ascii_digit()) || *word == "ngay";
        day_of(&words).filter(|_| words.iter().all(|word| is_day(word) || matches!(*word, "thang" | "nam")))
    })
}

/// The day of a part of a year: "quý III năm 2023" ends on 30/09, "6 tháng đầu năm 2023" on 30/06, "tháng 9 năm 2023" on
/// 30/09; "đầu năm 2023" is 01/01.
fn part_told(words: &str) -> Option<Part> {
    let words: Vec<&str> = words.split(' ').collect();
    let position = |word: &str| words.iter().position(|known| *known == word);
    let word = |at: usize| words.get(at).copied().unwrap_or_default();
    if let Some(month) = position("quy").and_then(|at| quarter(word(at + 1))) {
        return Part::of(year_after(&words, position("quy")?)?, month * 3, 3);
    }
    let Some(at) = position("thang") else {
        let at = position("dau").filter(|at| word(at + 1) == "nam")?;
        let end = NaiveDate::from_ymd_opt(word(at + 2).parse().ok().filter(is_year)?, 1, 1)?;
        return Some(Part { end, months: 1, period: None });
    };
    let before = at.checked_sub(1).map_or("", word);
    // A day of signing names its month after its day.
    if words.iter().take(at).any(|word| *word == "ngay") {
        return None;
    }
    if let Some(months) = before.parse::<u32>().ok().filter(|months| matches!(months, 3 | 6 | 9)) {
        let is_second_half = word(at + 1) == "cuoi";
        return Part::of(year_after(&words, at)?, if is_second_half { 12 } else { months }, months);
    }
    let month = word(at + 1).parse().ok().filter(|month| (1..=12).contains(month))?;
    Part::of(year_after(&words, at)?, month, 1)
}

/// A period as the format writes it, of what people write for it: "Năm 2024", "6 tháng đầu năm 2024", "Quý III/2024", "11/2024".
pub fn period_told(text: &str) -> Option<String> {
    let code = text.trim().to_uppercase();
    let year = |word: &str| word.parse().ok().filter(is_year);
    let is_part = |part: &str| matches!(part, "-H1" | "-H2" | "-Q1" | "-Q2" | "-Q3" | "-Q4");
    if code.split_at_checked(4).is_some_and(|(of, part)| year(of).is_some() && is_part(part)) {
        return Some(code);
    }
    let words = words_of(text);
    // "Tháng 11" is one, "11 tháng" are many.
    let told = words.strip_prefix("thang ").unwrap_or(&words);
    let told: Vec<&str> = told.split(' ').filter(|word| !matches!(*word, "nam" | "ca")).collect();
    let month = |month: &str, of: &str| {
        let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
        Part::of(year(of)?, month, 1)?.period
    };
    let found = match told.as_slice() {
        [only] => year(only).map(|year| year.to_string()),
        [one, other] => month(one, other).or_else(|| month(other, one)),
        _ => None,
    };
    found.or_else(|| part_told(&words)?.period)
}

fn quarter(word: &str) -> Option<u32> {
    let roman = ["i", "ii", "iii", "iv"].iter().position(|known| *known == word);
    roman
        .and_then(|at| u32::try_from(at + 1).ok())
        .or_else(|| word.parse().ok())
        .filter(|q| (1..=4).contains(q))
}

/// The first year that stands after a word.
fn year_after(words: &[&str], at: usize) -> Option<i32> {
    words[at..].iter().find_map(|word| word.parse().ok().filter(is_year))
}

fn end_of(year: i32, month: u32) -> Option<NaiveDate> {
    let (year, next) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(year, next, 1)?.checked_sub_days(Days::new(1))
}

fn year_told(words: &str) -> Option<i32> {
    let words: Vec<&str> = words.split(' ').collect();
    let Some(at) = words.iter().rposition(|word| *word == "nam") else { return year_at_end(&words) };
    // A day of signing names its year after its month.
    let is_signed = at >= 2 && words[at - 2] == "thang";
    words.get(at + 1)?.parse().ok().filter(|year| is_year(year) && !is_signed)
}

/// A year that the title of the figures ends with: "TỔNG HỢP HỘ NGHÈO 2024"; of several years it names none.
fn year_at_end(words: &[&str]) -> Option<i32> {
    let (last, before) = words.split_last()?;
    let is_one = before.contains(&"ngheo") && before.last().is_some_and(|word| word.parse::<u32>().is_err());
    last.parse().ok().filter(|year| is_one && is_year(year))
}

/// Is a number that stands in a heading a year of figures?
pub fn is_year(year: &i32) -> bool {
    (2000..=2100).contains(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lines: &[&str]) -> Option<String> {
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        told(lines.iter()).map(|(day, _)| day.to_string())
    }

    #[test]
    fn days_and_years_are_told() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d);
        assert_eq!(day_told("(Số liệu tính đến ngày 31/12/2022)"), day(2022, 12, 31));
        assert_eq!(day_told("Đến 30 tháng 9 năm 2023"), day(2023, 9, 30));
        for line in [
            "KẾT QUẢ RÀ SOÁT NĂM 2022 (31/12/2022)",
            "Kết quả (ngày 31 tháng 12 năm 2022)",
            "KẾT QUẢ ĐẾN NAY [31.12.2022]",
            "Thời điểm: 31/12/2022",
            "(tính tới hết ngày 31-12-2022)",
            "TỔNG HỢP HỘ NGHÈO 31/12/2022",
        ] {
            assert_eq!(day_told(line), day(2022, 12, 31), "{line}");
        }
        for line in
            ["Quận 6, ngày 04 tháng 03 năm 2023", "(Kèm theo Công văn số 12 ngày 04/03/2023)", "(6/12)"]
        {
            assert_eq!(day_told(line), None, "{line}");
        }
        assert_eq!(year_told(&words_of("KẾT QUẢ RÀ SOÁT HỘ NGHÈO NĂM 2022")), Some(2022));
        assert_eq!(year_told(&words_of("Quận 6, ngày 04 tháng 03 năm 2023")), None);
    }

    #[test]
    fn a_period_is_written_in_many_ways() {
        for (text, period) in [
            ("2024", "2024"),
            ("Năm 2024", "2024"),
            ("cả năm 2024", "2024"),
            ("2024-h1", "2024-H1"),
            ("6 tháng đầu năm 2024", "2024-H1"),
            ("6 tháng cuối năm 2024", "2024-H2"),
            ("Quý III/2024", "2024-Q3"),
            ("quý 3 năm 2024", "2024-Q3"),
            ("Tháng 5/2024", "2024-05"),
            ("5/2024", "2024-05"),
            ("2024-05", "2024-05"),
        ] {
            assert_eq!(period_told(text).as_deref(), Some(period), "{text}");
        }
        for text in ["9 tháng đầu năm 2024", "11 tháng 2023", "năm nay", "2024-H3", "13/2024", "31/12/2024"]
        {
            assert_eq!(period_told(text), None, "{text}");
        }
    }

    #[test]
    fn a_part_of_a_year_ends_on_its_own_day() {
        for (line, day) in [
            ("KẾT QUẢ QUÝ III NĂM 2023", "2023-09-30"),
            ("Quý 1/2023", "2023-03-31"),
            ("KẾT QUẢ 6 THÁNG ĐẦU NĂM 2023", "2023-06-30"),
            ("Báo cáo 9 tháng năm 2023", "2023-09-30"),
            ("KẾT QUẢ THÁNG 2 NĂM 2024", "2024-02-29"),
            ("TỔNG HỢP KẾT QUẢ RÀ SOÁT ĐẦU NĂM 2023", "2023-01-01"),
            ("KẾT QUẢ GIAI ĐOẠN 2021-2025, NĂM 2022", "2022-12-31"),
        ] {
            assert_eq!(
                of(&["UBND QUẬN 6", "Quận 6, ngày 04 tháng 03 năm 2024", line]).as_deref(),
                Some(day),
                "{line}"
            );
        }
        assert_eq!(of(&["HỘ NGHÈO CUỐI NĂM 2023, KẾ HOẠCH NĂM 2024"]).as_deref(), Some("2023-12-31"));
        assert_eq!(of(&["HỘ NGHÈO NĂM 2024 SO VỚI NĂM 2023"]).as_deref(), Some("2024-12-31"));
        assert_eq!(of(&["KẾT QUẢ RÀ SOÁT NĂM 2022 (ÁP DỤNG NĂM 2023)"]).as_deref(), Some("2022-12-31"));
        assert_eq!(of(&["TỔNG HỢP HỘ NGHÈO 2024"]).as_deref(), Some("2024-12-31"));
        assert_eq!(of(&["TỔNG HỢP HỘ NGHÈO GIAI ĐOẠN 2021-2025"]), None);
        assert_eq!(of(&["KẾT QUẢ QUÝ III NĂM 2023", "NĂM 2022"]), None);
        assert_eq!(of(&["QUÝ III NĂM 2023", "QUÝ II NĂM 2023"]), None);
    }

    #[test]
    fn flows_cover_the_part_of_the_year_that_is_named() {
        let of = |line: &str, day: &str| {
            let sheet = ReadSheet { title: vec![line.to_owned()], ..ReadSheet::default() };
            period(&[sheet], day.parse().unwrap())
        };
        for (line, day, told) in [
            ("DIỄN BIẾN HỘ NGHÈO QUÝ III NĂM 2023", "2023-09-30", "2023-Q3"),
            ("DIỄN BIẾN HỘ NGHÈO THÁNG 9/2023", "2023-09-25", "2023-09"),
            ("DIỄN BIẾN 6 THÁNG ĐẦU NĂM 2023", "2023-06-30", "2023-H1"),
            ("DIỄN BIẾN 6 THÁNG CUỐI NĂM 2023", "2023-12-31", "2023-H2"),
        ] {
            assert_eq!(of(line, day).as_deref(), Some(told), "{line}");
        }
        assert_eq!(of("DIỄN BIẾN QUÝ III NĂM 2023", "2023-12-31"), None);
        assert_eq!(of("DIỄN BIẾN 9 THÁNG ĐẦU NĂM 2023", "2023-09-30"), None);
        assert_eq!(of("DIỄN BIẾN NĂM 2023", "2023-12-31"), None);
    }
}
