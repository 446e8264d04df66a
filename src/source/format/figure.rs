//! Figures: counts and amounts of money, with what they mean.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, IntoDeserializer, MapAccess, Visitor};

use super::MAX_COUNT;
use super::plain::whole;
use crate::model::qualifier::Qualifier;
use crate::model::source_file::Provenance;
use crate::model::unit::Unit;
use crate::model::words::Text;
use crate::source::fault::{Expected, Found};

/// A whole number from 0 to 10^15.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count(pub i64);

/// A whole number from −10^15 to 10^15.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Signed(i64);

/// A count or an amount of money: a bare number, or an object that says more about it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Figure {
    /// The number.
    pub value: i64,
    /// What the number says about the true one.
    pub qualifier: Qualifier,
    /// What is counted; none given: what the place counts.
    pub unit: Option<Unit>,
    /// Where the figure comes from; none given: that of the nearest enclosing object, at last of the file.
    pub provenance: Option<Provenance>,
    /// A note on the figure.
    pub note: Option<Box<Text>>,
}

/// A net fall: a figure that may be negative, which is a rise.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Change(pub Figure);

impl Figure {
    /// The bare number `value`.
    pub fn bare(value: i64) -> Self {
        Self { value, qualifier: Qualifier::Exact, unit: None, provenance: None, note: None }
    }

    /// The number, where the figure says that it is the number itself.
    pub fn exact(&self) -> Option<i64> {
        (self.qualifier == Qualifier::Exact).then_some(self.value)
    }
}

impl Count {
    fn from_number(number: i64) -> Result<Self, Found> {
        match number {
            ..0 => Err(Found::Negative),
            0..=MAX_COUNT => Ok(Self(number)),
            _ => Err(Found::TooLarge),
        }
    }
}

impl Signed {
    fn from_number(number: i64) -> Result<Self, Found> {
        let fits = (-MAX_COUNT..=MAX_COUNT).contains(&number);
        if fits { Ok(Self(number)) } else { Err(Found::TooLarge) }
    }
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        whole(value, Expected::Count, Self::from_number)
    }
}

impl<'de> Deserialize<'de> for Signed {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        whole(value, Expected::Change, Self::from_number)
    }
}

/// The members of a figure that is an object.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "FigureOf{N}")]
struct FigureFields<N> {
    /// The number.
    value: N,
    /// What the number says about the true one; `exact` when absent.
    #[serde(default)]
    qualifier: Qualifier,
    /// What is counted; what the place counts when absent.
    unit: Option<Unit>,
    /// Where the figure comes from; that of the nearest enclosing object when absent.
    provenance: Option<Provenance>,
    /// A note on the figure.
    note: Option<Box<Text>>,
}

const FIELDS: &[&str] = &["value", "qualifier", "unit", "provenance", "note"];

/// What a number inside a figure may be.
trait Whole: Into<i64> {
    const EXPECTED: Expected;
}

impl Whole for Count {
    const EXPECTED: Expected = Expected::Count;
}

impl Whole for Signed {
    const EXPECTED: Expected = Expected::Change;
}

impl From<Count> for i64 {
    fn from(count: Count) -> Self {
        count.0
    }
}

impl From<Signed> for i64 {
    fn from(signed: Signed) -> Self {
        signed.0
    }
}

/// Reads a figure whose number is an `N`, bare or as an object.
struct FigureVisitor<N>(PhantomData<N>);

impl<'de, N: Whole + Deserialize<'de>> Visitor<'de> for FigureVisitor<N> {
    type Value = Figure;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(N::EXPECTED.token())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Figure, E> {
        let bare: serde::de::value::I64Deserializer<E> = number.into_deserializer();
        N::deserialize(bare).map(|number| Figure::bare(number.into()))
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Figure, A::Error> {
        let fields = FigureFields::<N>::deserialize(MapAccessDeserializer::new(members))?;
        let FigureFields { value, qualifier, unit, provenance, note } = fields;
        Ok(Figure { value: value.into(), qualifier, unit, provenance, note })
    }
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        value.deserialize_struct("Figure", FIELDS, FigureVisitor::<Count>(PhantomData))
    }
}

impl<'de> Deserialize<'de> for Change {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        value.deserialize_struct("Change", FIELDS, FigureVisitor::<Signed>(PhantomData)).map(Self)
    }
}

impl JsonSchema for Count {
    fn schema_name() -> Cow<'static, str> {
        "Count".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": 0, "maximum": MAX_COUNT })
    }
}

impl JsonSchema for Signed {
    fn schema_name() -> Cow<'static, str> {
        "Signed".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": -MAX_COUNT, "maximum": MAX_COUNT })
    }
}

impl JsonSchema for Figure {
    fn schema_name() -> Cow<'static, str> {
        "Figure".into()
    }

    fn json_schema(types: &mut SchemaGenerator) -> Schema {
        let (bare, full) = (types.subschema_for::<Count>(), types.subschema_for::<FigureFields<Count>>());
        json_schema!({
            "description": "A count or an amount of money: a bare whole number, or an object that says more about it.",
            "anyOf": [bare, full]
        })
    }
}

impl JsonSchema for Change {
    fn schema_name() -> Cow<'static, str> {
        "Change".into()
    }

    fn json_schema(types: &mut SchemaGenerator) -> Schema {
        let (bare, full) = (types.subschema_for::<Signed>(), types.subschema_for::<FigureFields<Signed>>());
        json_schema!({ "description": "A net fall; negative for a rise.", "anyOf": [bare, full] })
    }
}
