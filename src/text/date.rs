//! Dates and periods as people write them: `31/12/2022`, `6 tháng đầu năm 2023`, `quý III/2023`.

use chrono::{Datelike, NaiveDate};

use super::Lang;
use crate::say;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A day: `04/03/2023`, two digits each as in official papers; `4 Mar 2023`.
pub fn day(lang: Lang, date: NaiveDate) -> String {
    match lang {
        Lang::Vi => format!("{}/{}", day_of_year(lang, date), date.year()),
        Lang::En => format!("{} {}", day_of_year(lang, date), date.year()),
    }
}

/// A day in the head of a narrow column, in at most ten cells: `04/03/2023`, `4 Mar 23`.
pub fn day_short(lang: Lang, date: NaiveDate) -> String {
    match lang {
        Lang::Vi => day(lang, date),
        Lang::En => format!("{} {:02}", day_of_year(lang, date), date.year().rem_euclid(100)),
    }
}

/// A day where the year is said elsewhere: `30/09`, `30 Sep`.
pub fn day_of_year(lang: Lang, date: NaiveDate) -> String {
    match lang {
        Lang::Vi => format!("{:02}/{:02}", date.day(), date.month()),
        Lang::En => format!("{} {}", date.day(), month_name(date.month())),
    }
}

/// The head of a column of one snapshot: `12/2022`, `03/2023`; the same in both languages.
pub fn month_head(date: NaiveDate) -> String {
    format!("{:02}/{}", date.month(), date.year())
}

/// The mark of a snapshot on an axis, in as few cells as can be: `12/22`, `03/23`.
pub fn month_mark(date: NaiveDate) -> String {
    format!("{:02}/{:02}", date.month(), date.year().rem_euclid(100))
}

/// A year: `năm 2022`, `2022`.
pub fn year(lang: Lang, year: i32) -> String {
    say!(lang, "năm {year}", "{year}"; year).text()
}

/// Half a year, 1 or 2: `6 tháng đầu năm 2023`, `first half of 2023`.
pub fn half(lang: Lang, year: i32, half: u32) -> String {
    say!(lang, "{half} {year}", "{half} of {year}"; half = half_of_year(lang, half), year).text()
}

/// The first so many months of a year: `9 tháng đầu năm 2023`, `first 9 months of 2023`; six are half of it, and one is
/// a month.
pub fn first_months(lang: Lang, year: i32, months: u32) -> String {
    match months {
        1 => return month(lang, year, 1),
        6 => return half(lang, year, 1),
        _ => {}
    }
    say!(lang, "{months} tháng đầu năm {year}", "first {months} months of {year}"; months, year).text()
}

/// A quarter, 1 to 4: `quý III/2023`, `Q3 2023`.
pub fn quarter(lang: Lang, year: i32, quarter: u32) -> String {
    say!(lang, "{quarter}/{year}", "{quarter} {year}"; quarter = quarter_of_year(lang, quarter), year).text()
}

/// A quarter where the year is said elsewhere: `quý III`, `Q3`.
pub fn quarter_of_year(lang: Lang, quarter: u32) -> String {
    let roman = match quarter {
        1 => "I",
        2 => "II",
        3 => "III",
        4 => "IV",
        _ => "",
    };
    say!(lang, "quý {quarter}", "Q{quarter}"; quarter = (roman, &*quarter.to_string())).text()
}

/// Half a year where the year is said elsewhere: `6 tháng đầu năm`, `first half`.
pub fn half_of_year(lang: Lang, half: u32) -> &'static str {
    if half == 1 {
        lang.pick("6 tháng đầu năm", "first half")
    } else {
        lang.pick("6 tháng cuối năm", "second half")
    }
}

/// A month where the year is said elsewhere: `tháng 9`, `Sep`.
pub fn month_of_year(lang: Lang, month: u32) -> String {
    say!(lang, "tháng {month}", "{month}"; month = (&*month.to_string(), month_name(month))).text()
}

/// A month, 1 to 12: `tháng 9/2023`, `Sep 2023`.
pub fn month(lang: Lang, year: i32, month: u32) -> String {
    say!(lang, "{month}/{year}", "{month} {year}"; month = month_of_year(lang, month), year).text()
}

/// The short English name of a month, 1 to 12; any other number as it is no month at all.
fn month_name(month: u32) -> &'static str {
    let place = month.checked_sub(1).and_then(|place| usize::try_from(place).ok());
    place.and_then(|place| MONTHS.get(place)).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::Lang::{En, Vi};
    use super::*;
    use proptest::prelude::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn days_follow_the_language() {
        assert_eq!(day(Vi, date(2022, 12, 31)), "31/12/2022");
        assert_eq!(day(En, date(2022, 12, 31)), "31 Dec 2022");
        assert_eq!(day(Vi, date(2023, 3, 4)), "04/03/2023");
        assert_eq!(day(En, date(2023, 3, 4)), "4 Mar 2023");
        assert_eq!(day_of_year(Vi, date(2023, 9, 30)), "30/09");
        assert_eq!(day_of_year(En, date(2023, 9, 30)), "30 Sep");
    }

    /// "The first 6 months" and "first half" would be two names of one time.
    #[test]
    fn six_months_are_half_a_year() {
        assert_eq!(
            [Vi, En].map(|lang| first_months(lang, 2023, 6)),
            [Vi, En].map(|lang| half(lang, 2023, 1))
        );
        assert_eq!(first_months(En, 2023, 9), "first 9 months of 2023");
        assert_eq!([Vi, En].map(|lang| first_months(lang, 2023, 1)), ["tháng 1/2023", "Jan 2023"]);
    }

    #[test]
    fn months_as_heads_are_the_same_in_both() {
        assert_eq!(month_head(date(2022, 12, 31)), "12/2022");
        assert_eq!(month_head(date(2023, 3, 31)), "03/2023");
        assert_eq!(month_mark(date(2022, 12, 31)), "12/22");
        assert_eq!(month_mark(date(2023, 3, 31)), "03/23");
        assert_eq!(month_mark(date(2100, 1, 1)), "01/00");
    }

    #[test]
    fn periods_have_their_official_names() {
        assert_eq!(year(Vi, 2022), "năm 2022");
        assert_eq!(year(En, 2022), "2022");
        assert_eq!(half(Vi, 2023, 1), "6 tháng đầu năm 2023");
        assert_eq!(half(Vi, 2023, 2), "6 tháng cuối năm 2023");
        assert_eq!(half(En, 2023, 1), "first half of 2023");
        assert_eq!(half(En, 2023, 2), "second half of 2023");
        assert_eq!(quarter(Vi, 2023, 3), "quý III/2023");
        assert_eq!(quarter(En, 2023, 3), "Q3 2023");
        assert_eq!(quarter_of_year(Vi, 4), "quý IV");
        assert_eq!(month(Vi, 2023, 9), "tháng 9/2023");
        assert_eq!(month(En, 2023, 9), "Sep 2023");
        assert_eq!(first_months(Vi, 2023, 9), "9 tháng đầu năm 2023");
        assert_eq!(first_months(En, 2023, 9), "first 9 months of 2023");
        assert_eq!(month(Vi, 2023, 1), "tháng 1/2023");
        assert_eq!(year(En, 2023), "2023");
    }

    proptest! {
        #[test]
        fn a_vietnamese_day_is_ten_cells(number in 730_120_i32..767_010) {
            let date = NaiveDate::from_num_days_from_ce_opt(number).unwrap();
            let text = day(Vi, date);
            prop_assert_eq!(text.len(), 10);
            prop_assert_eq!(NaiveDate::parse_from_str(&text, "%d/%m/%Y"), Ok(date));
        }

        #[test]
        fn numbers_that_are_no_period_do_no_harm(any_year: i32, number: u32) {
            for lang in [Vi, En] {
                let _ = (half(lang, any_year, number), quarter(lang, any_year, number));
                let _ = (month(lang, any_year, number), first_months(lang, any_year, number));
            }
        }
    }
}
