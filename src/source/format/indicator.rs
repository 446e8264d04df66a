//! Any other figure that a programme follows.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

use super::percent::Number;
use super::plain::AS_WRITTEN;
use super::words::Id;
use crate::model::indicator::{Better, IndicatorKind};
use crate::model::qualifier::Qualifier;
use crate::model::source_file::Provenance;
use crate::model::unit::Unit;
use crate::model::words::Text;
use crate::source::fault::Expected;

/// Another figure that is followed: children at school, stunting, trained workers, poor communes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// The indicator, once in its list; `indicator.ID` measures it.
    pub id: Id,
    /// What people call it.
    pub name: Text,
    /// Percent, or what is counted.
    pub unit: IndicatorUnit,
    /// A percentage of 0 to 100 where the unit is percent, else a whole number.
    pub value: Option<IndicatorValue>,
    /// The side that is wished for.
    pub better: Better,
    /// Where the figure comes from.
    pub provenance: Option<Provenance>,
    /// The report's own words.
    pub quote: Option<Text>,
    /// A note on the indicator.
    pub note: Option<Text>,
}

/// What an indicator counts: percent, or the unit of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum IndicatorUnit {
    /// Percent.
    Percent,
    /// Communes (xã).
    Commune,
    /// Villages (thôn).
    Village,
    /// Houses (nhà).
    House,
    /// Households (hộ).
    Household,
    /// Persons (người).
    Person,
    /// Pupils and students (học sinh, sinh viên).
    Pupil,
    /// Cases (trường hợp).
    Case,
    /// Awards (suất).
    Award,
    /// Cards (thẻ).
    Card,
    /// Turns (lượt).
    Turn,
    /// Turns of households (lượt hộ).
    HouseholdTurn,
    /// Fairs (sàn giao dịch).
    Fair,
    /// Money (đồng).
    Vnd,
}

impl IndicatorUnit {
    /// The unit of the model.
    pub fn unit(self) -> Unit {
        match self {
            Self::Percent => Unit::Share,
            Self::Commune => Unit::Commune,
            Self::Village => Unit::Village,
            Self::House => Unit::House,
            Self::Household => Unit::Household,
            Self::Person => Unit::Person,
            Self::Pupil => Unit::Pupil,
            Self::Case => Unit::Case,
            Self::Award => Unit::Award,
            Self::Card => Unit::Card,
            Self::Turn => Unit::Turn,
            Self::HouseholdTurn => Unit::HouseholdTurn,
            Self::Fair => Unit::Fair,
            Self::Vnd => Unit::Vnd,
        }
    }
}

impl Indicator {
    /// What it measures.
    pub fn kind(&self) -> IndicatorKind {
        IndicatorKind { unit: self.unit.unit(), better: self.better }
    }

    /// Is it a percentage?
    pub fn is_percent(&self) -> bool {
        self.unit == IndicatorUnit::Percent
    }
}

/// The figure of an indicator: a bare number, or an object that says more about it. Which number it must be is judged
/// by the unit beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndicatorValue {
    /// The number as written.
    pub number: Number,
    /// What the number says about the true one.
    pub qualifier: Qualifier,
    /// Where the figure comes from; that of the indicator when absent.
    pub provenance: Option<Provenance>,
    /// A note on the figure.
    pub note: Option<Text>,
}

/// The members of a value that is an object. It has no unit of its own: the indicator says it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ValueOfIndicator")]
struct ValueFields {
    /// The number.
    value: Number,
    /// What the number says about the true one; `exact` when absent.
    #[serde(default)]
    qualifier: Qualifier,
    /// Where the figure comes from; that of the indicator when absent.
    provenance: Option<Provenance>,
    /// A note on the figure.
    note: Option<Text>,
}

impl From<Number> for IndicatorValue {
    fn from(number: Number) -> Self {
        Self { number, qualifier: Qualifier::Exact, provenance: None, note: None }
    }
}

impl<'de> Deserialize<'de> for IndicatorValue {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        value.deserialize_newtype_struct(AS_WRITTEN, ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = IndicatorValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Expected::Number.token())
    }

    fn visit_borrowed_str<E: Error>(self, bare: &'de str) -> Result<IndicatorValue, E> {
        Number::bare(bare).map(Into::into)
    }

    fn visit_str<E: Error>(self, quoted: &str) -> Result<IndicatorValue, E> {
        Number::quoted(quoted).map(Into::into)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<IndicatorValue, A::Error> {
        let fields = ValueFields::deserialize(MapAccessDeserializer::new(members))?;
        let ValueFields { value, qualifier, provenance, note } = fields;
        Ok(IndicatorValue { number: value, qualifier, provenance, note })
    }
}

impl JsonSchema for IndicatorValue {
    fn schema_name() -> Cow<'static, str> {
        "IndicatorValue".into()
    }

    fn json_schema(types: &mut SchemaGenerator) -> Schema {
        let (bare, full) = (types.subschema_for::<Number>(), types.subschema_for::<ValueFields>());
        json_schema!({
            "description": "A percentage of 0 to 100 where the unit is percent, else a whole number of 0 or more; bare, \
                or as an object that says more about it.",
            "anyOf": [bare, full]
        })
    }
}
