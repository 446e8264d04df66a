//! Any other figure that a programme follows.

use schemars::JsonSchema;
use serde::Deserialize;

use super::percent::Number;
use super::qualified::Qualified;
use super::words::Id;
use crate::model::indicator::{Better, IndicatorKind};
use crate::model::source_file::Provenance;
use crate::model::unit::Unit;
use crate::model::words::Text;

/// Another figure that is followed: children at school, stunting, trained workers, poor communes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// The indicator, once in its list; `indicator.ID` measures it.
    pub id: Id,
    /// What people call it.
    pub name: Text,
    /// Percent, or what is counted.
    pub unit: IndicatorUnit,
    /// A percentage of 0 to 100 where the unit is percent, else a whole number.
    pub value: Option<Qualified<Number>>,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
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
