//! Days, years and periods.

use std::borrow::Cow;

use chrono::NaiveDate;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer};

use super::plain::{either, whole, words};
use crate::source::fault::{Expected, Found};

const YEARS: std::ops::RangeInclusive<u16> = 2000..=2100;

/// A day, `YYYY-MM-DD`, of the years 2000 to 2100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub NaiveDate);

/// When the time of a target begins: with a year, or on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Begin(pub NaiveDate);

/// A day of any year, `MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayOfYear(pub crate::model::target::DayOfYear);

/// A year, 2000 to 2100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(pub u16);

/// What the flows of a file cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// A whole year: `2022`.
    Year(u16),
    /// A half year, 1 or 2: `2023-H1`.
    Half(u16, u8),
    /// A quarter, 1 to 4: `2023-Q2`.
    Quarter(u16, u8),
    /// A month, 1 to 12: `2023-09`.
    Month(u16, u8),
}

impl Date {
    /// Reads exactly ten letters: the calendar's own parser takes blanks, signs and short months too.
    pub(in crate::source) fn parse(text: &str) -> Result<Self, Found> {
        let (year, month, day) = date_parts(text.as_bytes()).ok_or(Found::OtherForm)?;
        if !YEARS.contains(&year) {
            return Err(Found::OtherYear);
        }
        NaiveDate::from_ymd_opt(i32::from(year), month.into(), day.into()).map(Self).ok_or(Found::NoSuchDay)
    }
}

fn date_parts(text: &[u8]) -> Option<(u16, u8, u8)> {
    match text {
        [year @ .., b'-', m1, m2, b'-', d1, d2] if year.len() == 4 => {
            Some((number(year)?, small(&[*m1, *m2])?, small(&[*d1, *d2])?))
        }
        _ => None,
    }
}

/// The number that these ASCII digits, and nothing else, write.
fn number(digits: &[u8]) -> Option<u16> {
    digits.iter().try_fold(0_u16, |sum, byte| {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        sum.checked_mul(10)?.checked_add(digit.into())
    })
}

fn small(digits: &[u8]) -> Option<u8> {
    number(digits)?.try_into().ok()
}

impl<'de> Deserialize<'de> for Begin {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        let first = |year: i64| {
            let Year(year) = Year::from_number(year)?;
            NaiveDate::from_ymd_opt(year.into(), 1, 1).map(Self).ok_or(Found::OtherYear)
        };
        either(value, Expected::Begin, |text| Date::parse(text).map(|day| Self(day.0)), first)
    }
}

impl JsonSchema for Begin {
    fn schema_name() -> Cow<'static, str> {
        "Begin".into()
    }

    fn json_schema(types: &mut SchemaGenerator) -> Schema {
        let (year, day) = (types.subschema_for::<Year>(), types.subschema_for::<Date>());
        json_schema!({ "description": "A year, from its first day on, or a day.", "anyOf": [year, day] })
    }
}

impl DayOfYear {
    /// Reads exactly five letters. 29 February is refused: not every year has it.
    fn parse(text: &str) -> Result<Self, Found> {
        let (month, day) = match text.as_bytes() {
            [m1, m2, b'-', d1, d2] => (small(&[*m1, *m2]), small(&[*d1, *d2])),
            _ => (None, None),
        };
        let (month, day) = month.zip(day).ok_or(Found::OtherForm)?;
        let day = crate::model::target::DayOfYear { month: month.into(), day: day.into() };
        NaiveDate::from_ymd_opt(2001, day.month, day.day).map(|_| Self(day)).ok_or(Found::NoSuchDay)
    }
}

impl<'de> Deserialize<'de> for DayOfYear {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        words(value, Expected::DayOfYear, Self::parse)
    }
}

impl JsonSchema for DayOfYear {
    fn schema_name() -> Cow<'static, str> {
        "DayOfYear".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A day of any year, MM-DD: 09-01. 29 February is none.",
            "type": "string",
            "pattern": "^(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])$|^(0[469]|11)-(0[1-9]|[12][0-9]|30)$|^02-(0[1-9]|1[0-9]|2[0-8])$"
        })
    }
}

impl Year {
    fn from_number(number: i64) -> Result<Self, Found> {
        u16::try_from(number).ok().filter(|year| YEARS.contains(year)).map(Self).ok_or(Found::OtherYear)
    }
}

impl Period {
    fn parse(text: &str) -> Result<Self, Found> {
        let (year, rest) = text.as_bytes().split_at_checked(4).ok_or(Found::OtherForm)?;
        let year = number(year).ok_or(Found::OtherForm)?;
        let part = Self::part(year, rest).ok_or(Found::OtherForm)?;
        if YEARS.contains(&year) { Ok(part) } else { Err(Found::OtherYear) }
    }

    fn part(year: u16, rest: &[u8]) -> Option<Self> {
        match rest {
            [] => Some(Self::Year(year)),
            [b'-', b'H', half @ b'1'..=b'2'] => Some(Self::Half(year, half - b'0')),
            [b'-', b'Q', quarter @ b'1'..=b'4'] => Some(Self::Quarter(year, quarter - b'0')),
            [b'-', tens, ones] => {
                small(&[*tens, *ones]).filter(|m| (1..=12).contains(m)).map(|m| Self::Month(year, m))
            }
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        words(value, Expected::Date, Self::parse)
    }
}

impl<'de> Deserialize<'de> for Year {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        whole(value, Expected::Year, Self::from_number)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        either(value, Expected::Period, Self::parse, |year| {
            Year::from_number(year).map(|year| Self::Year(year.0))
        })
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A day that exists, YYYY-MM-DD, of the years 2000 to 2100.",
            "type": "string",
            "format": "date",
            "pattern": "^2[01][0-9]{2}-[0-9]{2}-[0-9]{2}$"
        })
    }
}

impl JsonSchema for Year {
    fn schema_name() -> Cow<'static, str> {
        "Year".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": 2000, "maximum": 2100 })
    }
}

impl JsonSchema for Period {
    fn schema_name() -> Cow<'static, str> {
        "Period".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "What the flows cover: a year 2022, a half 2023-H1, a quarter 2023-Q2 or a month 2023-09.",
            "anyOf": [
                { "type": "string", "pattern": "^2[01][0-9]{2}(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$" },
                { "type": "integer", "minimum": 2000, "maximum": 2100 }
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_16_a_date_is_ten_letters_of_a_day_that_exists() {
        assert!(Date::parse("2024-02-29").is_ok());
        let cases = [
            ("2023-02-30", Found::NoSuchDay),
            ("2023-02-29", Found::NoSuchDay),
            ("2023-13-01", Found::NoSuchDay),
            ("04/03/2023", Found::OtherForm),
            ("2023-2-3", Found::OtherForm),
            (" 2023-03-04", Found::OtherForm),
            ("+12023-01-01", Found::OtherForm),
            ("-0001-01-01", Found::OtherForm),
            ("2023-03-04T00:00", Found::OtherForm),
            ("２023-03-04", Found::OtherForm),
            ("0001-01-01", Found::OtherYear),
            ("2999-01-01", Found::OtherYear),
            ("", Found::OtherForm),
        ];
        for (text, why) in cases {
            assert_eq!(Date::parse(text), Err(why), "{text}");
        }
    }

    #[test]
    fn periods_of_four_lengths() {
        let cases = [
            ("2022", Ok(Period::Year(2022))),
            ("2023-H1", Ok(Period::Half(2023, 1))),
            ("2023-Q4", Ok(Period::Quarter(2023, 4))),
            ("2023-09", Ok(Period::Month(2023, 9))),
            ("2023-H3", Err(Found::OtherForm)),
            ("2023-Q0", Err(Found::OtherForm)),
            ("2023-13", Err(Found::OtherForm)),
            ("2023-00", Err(Found::OtherForm)),
            ("2023-9", Err(Found::OtherForm)),
            ("1999", Err(Found::OtherYear)),
            ("2101-Q1", Err(Found::OtherYear)),
            ("22", Err(Found::OtherForm)),
            ("năm", Err(Found::OtherForm)),
        ];
        for (text, period) in cases {
            assert_eq!(Period::parse(text), period, "{text}");
        }
    }
}
