//! Percentages, points, and the numbers of targets that are either those or counts.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::plain::{AS_WRITTEN, digits, refuse};
use crate::model::percent::{NoPercent, Percent};
use crate::source::fault::{Expected, Found};

/// A number of a target: a percentage where its measure is a rate, a whole number elsewhere. Which of them it must
/// be is judged when the measure is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Number {
    /// The number as written.
    pub percent: Percent,
    /// Written as a string, as only a percentage may be.
    pub quoted: bool,
}

impl Number {
    /// The whole number, if it was written as one: without decimals and without quotes.
    pub fn whole(self) -> Option<i64> {
        self.percent.whole().filter(|_| !self.quoted)
    }

    /// Its digits, with the decimals of a percentage; none where a count was written with decimals.
    pub fn digits(self, is_percent: bool) -> Option<(i64, Option<u8>)> {
        let Percent { digits, decimals } = self.percent;
        if is_percent { Some((digits, Some(decimals))) } else { self.percent.whole().map(|n| (n, None)) }
    }
}

fn percent(text: &str) -> Result<Percent, Found> {
    Percent::parse(text).map_err(|why| match why {
        NoPercent::NotDigits => Found::NotDigits,
        NoPercent::Comma => Found::Comma,
        NoPercent::Exponent => Found::Exponent,
        NoPercent::MinusZero => Found::MinusZero,
        NoPercent::Decimals => Found::Decimals,
        NoPercent::TooLarge => Found::TooLarge,
    })
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        digits(value, Expected::Percent, percent)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        value.deserialize_newtype_struct(AS_WRITTEN, NumberVisitor)
    }
}

struct NumberVisitor;

impl<'de> Visitor<'de> for NumberVisitor {
    type Value = Number;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Expected::Number.token())
    }

    fn visit_borrowed_str<E: Error>(self, bare: &'de str) -> Result<Number, E> {
        let percent = percent(bare).map_err(|found| refuse(found, Expected::Number))?;
        Ok(Number { percent, quoted: false })
    }

    fn visit_str<E: Error>(self, quoted: &str) -> Result<Number, E> {
        let percent = percent(quoted).map_err(|found| refuse(found, Expected::Number))?;
        Ok(Number { percent, quoted: true })
    }
}

const DIGITS: &str = "^-?(0|[1-9][0-9]*)(\\.[0-9]{1,4})?$";

impl JsonSchema for Percent {
    fn schema_name() -> Cow<'static, str> {
        "Percent".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A percentage or points, at most 4 decimals: 2.20 or \"2.20\". The decimals written are \
                its rounding; who drops a trailing zero writes the string.",
            "type": ["number", "string"],
            "pattern": DIGITS
        })
    }
}

impl JsonSchema for Number {
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A Percent where the measure is a rate or an indicator of percent (and for keep_at of a coverage), \
                else a whole number.",
            "type": ["number", "string"],
            "pattern": DIGITS
        })
    }
}
