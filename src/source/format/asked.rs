//! The number of an aim: one, which may be a bound, or a range of two.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer, StrDeserializer};
use serde::de::{Deserializer, Error, MapAccess, Visitor};

use super::percent::Number;
use super::plain::{AS_WRITTEN, refuse};
use super::qualified::Qualified;
use crate::model::qualifier::Qualifier;
use crate::model::source_file::Provenance;
use crate::model::words::Text;
use crate::source::fault::{Expected, Found};

/// What is asked, in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Asked {
    /// One number; over, under, at least or at most it where the aim says so.
    One(Qualified<Number>),
    /// From one number to another, both of them exact: "1 to 1.5 points".
    Range {
        /// The smaller end.
        from: Number,
        /// The larger end.
        to: Number,
    },
}

impl Asked {
    /// The numbers, each with the name of the field in it that it stands in; none: its own place.
    pub fn numbers(&self) -> impl Iterator<Item = (Option<&'static str>, Number)> {
        let (first, second) = match self {
            Self::One(one) => ((None, one.value), None),
            Self::Range { from, to } => ((Some("from"), *from), Some((Some("to"), *to))),
        };
        std::iter::once(first).chain(second)
    }
}

/// All that such an object may hold: a number that says more about itself, or the two ends of a range.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    value: Option<Number>,
    #[serde(default)]
    qualifier: Qualifier,
    provenance: Option<Provenance>,
    note: Option<Box<Text>>,
    from: Option<Number>,
    to: Option<Number>,
}

const FIELDS: &[&str] = &["value", "qualifier", "provenance", "note", "from", "to"];

struct AskedVisitor;

impl<'de> Visitor<'de> for AskedVisitor {
    type Value = Asked;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Expected::Number.token())
    }

    fn visit_borrowed_str<E: Error>(self, bare: &'de str) -> Result<Asked, E> {
        Number::deserialize(BorrowedStrDeserializer::new(bare))
            .map(|number| Asked::One(Qualified::bare(number)))
    }

    fn visit_str<E: Error>(self, quoted: &str) -> Result<Asked, E> {
        Number::deserialize(StrDeserializer::new(quoted)).map(|number| Asked::One(Qualified::bare(number)))
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Asked, A::Error> {
        let Fields { value, qualifier, provenance, note, from, to } =
            Fields::deserialize(MapAccessDeserializer::new(members))?;
        let says_more = qualifier != Qualifier::Exact || provenance.is_some() || note.is_some();
        match (value, from, to) {
            (Some(value), None, None) => Ok(Asked::One(Qualified { value, qualifier, provenance, note })),
            (None, Some(from), Some(to)) if !says_more => Ok(Asked::Range { from, to }),
            (None, Some(_), None) => Err(A::Error::missing_field("to")),
            (None, None, Some(_)) => Err(A::Error::missing_field("from")),
            (None, None, None) => Err(A::Error::missing_field("value")),
            _ => Err(refuse(Found::Several, Expected::Asked)),
        }
    }
}

impl<'de> Deserialize<'de> for Asked {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        value.deserialize_struct(AS_WRITTEN, FIELDS, AskedVisitor)
    }
}

/// A range, in the published schema.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename = "AskedRange")]
#[expect(dead_code, reason = "the schema is made from it, the reader takes both ends at once")]
struct Range {
    /// The smaller end.
    from: Number,
    /// The larger end.
    to: Number,
}

impl JsonSchema for Asked {
    fn schema_name() -> Cow<'static, str> {
        "Asked".into()
    }

    fn json_schema(types: &mut SchemaGenerator) -> Schema {
        let (one, range) = (types.subschema_for::<Qualified<Number>>(), types.subschema_for::<Range>());
        json_schema!({
            "description": "A number, bare or with a qualifier (over and under are strict), or a range of two: \
                {\"from\": 1, \"to\": 1.5}.",
            "anyOf": [one, range]
        })
    }
}
