//! Percentages that may say more about themselves, as a figure may.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer, StrDeserializer};
use serde::de::{Deserializer, Error, MapAccess, Visitor};

use super::percent::Number;
use super::plain::AS_WRITTEN;
use crate::model::percent::Percent;
use crate::model::qualifier::Qualifier;
use crate::model::source_file::Provenance;
use crate::model::words::Text;
use crate::source::fault::Expected;

/// A number whose digits matter: bare, or an object that says more about it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Qualified<N> {
    /// The number.
    pub value: N,
    /// What it says about the true one; of a number below zero, about its size.
    pub qualifier: Qualifier,
    /// Where it comes from; none given: that of the nearest enclosing object, at last of the file.
    pub provenance: Option<Provenance>,
    /// A note on it.
    pub note: Option<Box<Text>>,
}

/// A percentage or points as a file states them.
pub type PercentFigure = Qualified<Percent>;

impl<N> Qualified<N> {
    /// The bare number `value`.
    pub fn bare(value: N) -> Self {
        Self { value, qualifier: Qualifier::Exact, provenance: None, note: None }
    }
}

/// The members of a percentage that is an object.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "{N}Of")]
struct QualifiedFields<N> {
    /// The number.
    value: N,
    /// What the number says about the true one, of a number below zero about its size; `exact` when absent. Only an
    /// exact one has a rounding.
    #[serde(default)]
    qualifier: Qualifier,
    /// Where it comes from; that of the nearest enclosing object when absent.
    provenance: Option<Provenance>,
    /// A note on it.
    note: Option<Box<Text>>,
}

const FIELDS: &[&str] = &["value", "qualifier", "provenance", "note"];

/// A number that is read digit by digit, and what the published schema calls it where it may be an object.
trait AsWritten {
    const EXPECTED: Expected;
    const SCHEMA: &'static str;
}

impl AsWritten for Percent {
    const EXPECTED: Expected = Expected::Percent;
    const SCHEMA: &'static str = "PercentFigure";
}

impl AsWritten for Number {
    const EXPECTED: Expected = Expected::Number;
    const SCHEMA: &'static str = "NumberFigure";
}

struct QualifiedVisitor<N>(PhantomData<N>);

impl<'de, N: AsWritten + Deserialize<'de>> Visitor<'de> for QualifiedVisitor<N> {
    type Value = Qualified<N>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(N::EXPECTED.token())
    }

    fn visit_borrowed_str<E: Error>(self, bare: &'de str) -> Result<Self::Value, E> {
        N::deserialize(BorrowedStrDeserializer::new(bare)).map(Qualified::bare)
    }

    fn visit_str<E: Error>(self, quoted: &str) -> Result<Self::Value, E> {
        N::deserialize(StrDeserializer::new(quoted)).map(Qualified::bare)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Self::Value, A::Error> {
        let fields = QualifiedFields::<N>::deserialize(MapAccessDeserializer::new(members))?;
        let QualifiedFields { value, qualifier, provenance, note } = fields;
        Ok(Qualified { value, qualifier, provenance, note })
    }
}

impl<'de, N: AsWritten + Deserialize<'de>> Deserialize<'de> for Qualified<N> {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        value.deserialize_struct(AS_WRITTEN, FIELDS, QualifiedVisitor(PhantomData))
    }
}

impl<N: AsWritten + JsonSchema> JsonSchema for Qualified<N> {
    fn schema_name() -> Cow<'static, str> {
        N::SCHEMA.into()
    }

    fn json_schema(types: &mut SchemaGenerator) -> Schema {
        let (bare, full) = (types.subschema_for::<N>(), types.subschema_for::<QualifiedFields<N>>());
        json_schema!({
            "description": "The number bare, or an object that says more about it: {\"value\": \"2.74\", \
                \"qualifier\": \"about\"}.",
            "anyOf": [bare, full]
        })
    }
}
