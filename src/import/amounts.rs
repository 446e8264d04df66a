//! Days, levels, aims and amounts as people write them into the cells of an entry.

use chrono::NaiveDate;

use crate::text::json::Json;

use super::grid::SheetCell;
use super::written::{self, Counted, Rated};

/// A day, as a date or as it is written: 31/12/2023.
pub fn day(cell: &SheetCell) -> Option<NaiveDate> {
    match cell {
        SheetCell::Day(day) => Some(*day),
        SheetCell::Text(text) => {
            let text = text.trim();
            text.parse().ok().or_else(|| NaiveDate::parse_from_str(text, "%d/%m/%Y").ok())
        }
        SheetCell::Empty | SheetCell::Number(..) | SheetCell::Broken => None,
    }
}

/// A number with what is said before it, as the format writes it.
pub fn bounded(value: Json, qualifier: &str) -> Json {
    Json::Object(vec![("value".to_owned(), value), ("qualifier".to_owned(), Json::text(qualifier))])
}

/// What is asked: a number, a bound ("hơn 3", "từ 20 trở lên") or a range ("1-1,5").
pub fn aim(cell: &SheetCell, is_percent: bool) -> Option<Json> {
    let one = |cell: &SheetCell| {
        if is_percent { percent_or_none(cell).map(|text| Json::text(&text)) } else { level(cell) }
    };
    let Some(text) = cell.text().map(str::trim) else { return one(cell) };
    let of = |text: &str| one(&SheetCell::Text(text.trim().to_owned()));
    let lower = text.to_lowercase();
    let bare = lower.strip_prefix("từ ").unwrap_or(&lower);
    for (end, qualifier) in [("trở lên", "at_least"), ("trở xuống", "at_most")] {
        if let Some(number) = bare.strip_suffix(end) {
            return Some(bounded(of(number)?, qualifier));
        }
    }
    // "Gần" and "khoảng" bound nothing that could be asked.
    if let Some((qualifier, rest)) =
        written::qualified(text).filter(|(code, _)| !matches!(*code, "nearly" | "about"))
    {
        return Some(bounded(of(rest)?, qualifier));
    }
    let ends = [" đến ", "-", "–"].iter().find_map(|sign| bare.split_once(sign));
    match ends.filter(|(from, _)| !from.trim().is_empty()) {
        Some((from, to)) => {
            let end = |text: &str| of(text.trim().trim_end_matches('%'));
            Some(Json::Object(vec![("from".to_owned(), end(from)?), ("to".to_owned(), end(to)?)]))
        }
        None => one(cell),
    }
}

fn percent_or_none(cell: &SheetCell) -> Option<String> {
    match written::share_of_aim(cell) {
        Rated::Percent(percent) | Rated::Bare(percent) => Some(percent),
        Rated::Nothing | Rated::Not => None,
    }
}

/// A level: a whole number where it is one, else a percentage.
pub fn level(cell: &SheetCell) -> Option<Json> {
    let is_percent = matches!(written::share_of_aim(cell), Rated::Percent(_));
    match written::count(cell) {
        Counted::Count(count) if !is_percent => Some(Json::Plain(count.to_string())),
        _ => percent_or_none(cell).map(|percent| Json::text(&percent)),
    }
}

/// A figure with what is said before it, and nghìn, triệu, tỷ after it: "hơn 3 tỷ".
pub(super) fn figure(cell: &SheetCell) -> Result<Option<(String, Option<&'static str>)>, ()> {
    let SheetCell::Text(text) = cell else {
        return match written::count(cell) {
            Counted::Nothing => Ok(None),
            Counted::Count(count) => Ok(Some((count.to_string(), None))),
            Counted::Not(_) => Err(()),
        };
    };
    if written::says_nothing(text) {
        return Ok(None);
    }
    let known = written::qualified(text);
    let (rest, qualifier) = known.map_or((text.trim(), None), |(code, rest)| (rest, Some(code)));
    let rest = rest.to_lowercase();
    let rest = rest.trim_end_matches("đồng").trim();
    let sizes = [("nghìn", 3), ("ngàn", 3), ("triệu", 6), ("tỷ", 9), ("tỉ", 9)];
    let counted = sizes.iter().find_map(|(word, zeros)| Some((rest.strip_suffix(word)?.trim(), *zeros)));
    let Some((number, zeros)) = counted else {
        return match written::count(&SheetCell::Text(rest.to_owned())) {
            Counted::Count(count) => Ok(Some((count.to_string(), qualifier))),
            Counted::Nothing | Counted::Not(_) => Err(()),
        };
    };
    let (whole, decimals) = number.split_once(',').unwrap_or((number, ""));
    let whole = match written::count(&SheetCell::Text(whole.to_owned())) {
        Counted::Count(count) => count.to_string(),
        Counted::Nothing | Counted::Not(_) => return Err(()),
    };
    if decimals.len() > zeros || !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return Err(());
    }
    let digits = format!("{whole}{decimals}{}", "0".repeat(zeros - decimals.len()));
    let digits = digits.trim_start_matches('0');
    Ok(Some((if digits.is_empty() { "0" } else { digits }.to_owned(), qualifier)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_keep_what_is_said_of_them() {
        let read = |text: &str| figure(&SheetCell::Text(text.to_owned()));
        assert_eq!(read("hơn 3 tỷ"), Ok(Some(("3000000000".into(), Some("over")))));
        assert_eq!(read("gần 842 triệu đồng"), Ok(Some(("842000000".into(), Some("nearly")))));
        assert_eq!(read("1,5 tỷ"), Ok(Some(("1500000000".into(), None))));
        assert_eq!(read("3.386"), Ok(Some(("3386".into(), None))));
        assert_eq!(read("-"), Ok(None));
        assert_eq!(read("nhiều"), Err(()));
        assert_eq!(read("1,2345 nghìn"), Err(()));
    }

    #[test]
    fn days_are_read_as_dates_and_as_written() {
        let day = |text: &str| super::day(&SheetCell::Text(text.to_owned())).map(|day| day.to_string());
        assert_eq!(day("31/12/2023").as_deref(), Some("2023-12-31"));
        assert_eq!(day("2023-12-31").as_deref(), Some("2023-12-31"));
        assert_eq!(day("cuối năm"), None);
    }

    /// A bound and a range are asked as they are written; "khoảng" bounds nothing.
    #[test]
    fn aims_may_be_bounds_and_ranges() {
        let asked = |text: &str, is_percent| aim(&SheetCell::Text(text.to_owned()), is_percent);
        let members = |text: &str, is_percent| {
            let found = asked(text, is_percent)?;
            let of = |name: &str| found.get(name).and_then(Json::words);
            Some([of("value"), of("qualifier"), of("from"), of("to")].map(Option::unwrap_or_default))
        };
        for (text, is_percent, told) in [
            ("hơn 20", false, ["20", "over", "", ""]),
            ("từ 20 trở lên", false, ["20", "at_least", "", ""]),
            ("dưới 1,2%", true, ["1.2", "under", "", ""]),
            ("1-1,5", true, ["", "", "1", "1.5"]),
            ("từ 1,0 đến 1,5%", true, ["", "", "1.0", "1.5"]),
        ] {
            assert_eq!(members(text, is_percent), Some(told.map(str::to_owned)), "{text}");
        }
        assert_eq!(asked("0,69", true).and_then(|value| value.words()).as_deref(), Some("0.69"));
        assert!(asked("khoảng 20", false).is_none() && asked("nhiều", false).is_none());
    }
}
