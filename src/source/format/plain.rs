//! Reading of values that are one word or one number, with faults that say what belongs there.

use std::fmt;

use serde::de::{Deserializer, Error, Unexpected, Visitor};

use crate::source::fault::{Expected, Found};

/// The name under which a type asks the reader for a number as it is written, digit by digit.
pub(in crate::source) const AS_WRITTEN: &str = "$number as written";

/// How a text becomes a value, or which kind of text it is instead.
pub(super) type FromWords<T> = fn(&str) -> Result<T, Found>;
/// How a whole number becomes a value.
pub(super) type FromWhole<T> = fn(i64) -> Result<T, Found>;

/// What belongs at a place, and how it is read from a text, from a whole number, or from either.
pub(super) struct Plain<T> {
    expected: Expected,
    words: Option<FromWords<T>>,
    whole: Option<FromWhole<T>>,
}

/// A value written as a text.
pub(super) fn words<'de, D, T>(value: D, expected: Expected, read: FromWords<T>) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
{
    value.deserialize_str(Plain { expected, words: Some(read), whole: None })
}

/// A value written as a whole number.
pub(super) fn whole<'de, D, T>(value: D, expected: Expected, read: FromWhole<T>) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
{
    value.deserialize_i64(Plain { expected, words: None, whole: Some(read) })
}

/// A value written either way.
pub(super) fn either<'de, D, T>(
    value: D,
    expected: Expected,
    words: FromWords<T>,
    whole: FromWhole<T>,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
{
    value.deserialize_str(Plain { expected, words: Some(words), whole: Some(whole) })
}

/// A number whose digits matter as they are written, bare or in quotes.
pub(super) fn digits<'de, D, T>(value: D, expected: Expected, read: FromWords<T>) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
{
    value.deserialize_newtype_struct(AS_WRITTEN, Plain { expected, words: Some(read), whole: None })
}

/// The fault of a value that is of the right type, but not what belongs there.
pub(super) fn refuse<E: Error>(found: Found, expected: Expected) -> E {
    E::invalid_value(Unexpected::Other(found.token()), &expected.token())
}

impl<T> Visitor<'_> for Plain<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected.token())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        match self.words {
            Some(read) => read(text).map_err(|found| refuse(found, self.expected)),
            None => Err(E::invalid_type(Unexpected::Str(""), &self)),
        }
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        match self.whole {
            Some(read) => read(number).map_err(|found| refuse(found, self.expected)),
            None => Err(E::invalid_type(Unexpected::Signed(0), &self)),
        }
    }
}
