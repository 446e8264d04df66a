//! What a number counts or measures, and who an average of money is for.

use schemars::JsonSchema;
use serde::Deserialize;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
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
    /// Communes (xã): of an indicator only.
    #[serde(skip)]
    Commune,
    /// Villages (thôn): of an indicator only.
    #[serde(skip)]
    Village,
    /// Houses (nhà): of an indicator only.
    #[serde(skip)]
    House,
    /// Money (đồng).
    Vnd,
    /// Percent of households: shown with two decimals.
    #[serde(skip)]
    Percent,
    /// Any other percent (of an aim, of the whole): shown with at most one.
    #[serde(skip)]
    Share,
    /// A difference of two rates: percentage points.
    #[serde(skip)]
    Point,
    /// Persons per household.
    #[serde(skip)]
    PersonsPerHousehold,
    /// đồng for each recipient.
    #[serde(skip)]
    VndPerRecipient(Recipient),
    /// Households a month.
    #[serde(skip)]
    HouseholdPerMonth,
    /// Percentage points a month.
    #[serde(skip)]
    PointPerMonth,
    /// A place in an order, from 1.
    #[serde(skip)]
    Rank,
}

/// Who receives, in an average of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Recipient {
    /// hộ
    Household,
    /// người
    Person,
    /// em (học sinh, sinh viên)
    Pupil,
    /// trường hợp
    Case,
    /// suất
    Award,
    /// thẻ
    Card,
    /// lượt, lượt hộ
    Turn,
}

/// How numbers in a unit are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Whole.
    Whole,
    /// As money: in thousands, millions or billions where it is long.
    Money,
    /// With a sign of percent and two decimals.
    Rate,
    /// With a sign of percent and at most one decimal.
    Share,
    /// With two decimals and the words of the unit.
    Hundredths,
}

impl Unit {
    /// How numbers in it are written.
    pub fn form(self) -> Form {
        match self {
            Self::Household
            | Self::Person
            | Self::Pupil
            | Self::Case
            | Self::Award
            | Self::Card
            | Self::Turn
            | Self::HouseholdTurn
            | Self::Fair
            | Self::Commune
            | Self::Village
            | Self::House
            | Self::HouseholdPerMonth
            | Self::Rank => Form::Whole,
            Self::Vnd | Self::VndPerRecipient(_) => Form::Money,
            Self::Percent => Form::Rate,
            Self::Share => Form::Share,
            Self::Point | Self::PersonsPerHousehold | Self::PointPerMonth => Form::Hundredths,
        }
    }

    /// Has it a sign of percent?
    pub fn is_percent(self) -> bool {
        matches!(self.form(), Form::Rate | Form::Share)
    }

    /// The recipient that a count in this unit stands for, in an average of money.
    pub fn recipient(self) -> Option<Recipient> {
        Some(match self {
            Self::Household => Recipient::Household,
            Self::Person => Recipient::Person,
            Self::Pupil => Recipient::Pupil,
            Self::Case => Recipient::Case,
            Self::Award => Recipient::Award,
            Self::Card => Recipient::Card,
            Self::Turn | Self::HouseholdTurn => Recipient::Turn,
            Self::Fair
            | Self::Commune
            | Self::Village
            | Self::House
            | Self::Vnd
            | Self::Percent
            | Self::Share
            | Self::Point
            | Self::PersonsPerHousehold
            | Self::VndPerRecipient(_)
            | Self::HouseholdPerMonth
            | Self::PointPerMonth
            | Self::Rank => return None,
        })
    }

    /// Its name in the format and in reports for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Household => "household",
            Self::Person => "person",
            Self::Pupil => "pupil",
            Self::Case => "case",
            Self::Award => "award",
            Self::Card => "card",
            Self::Turn => "turn",
            Self::HouseholdTurn => "household_turn",
            Self::Fair => "fair",
            Self::Commune => "commune",
            Self::Village => "village",
            Self::House => "house",
            Self::Vnd => "vnd",
            Self::Percent | Self::Share => "percent",
            Self::Point => "percentage_point",
            Self::PersonsPerHousehold => "persons_per_household",
            Self::VndPerRecipient(_) => "vnd_per_recipient",
            Self::HouseholdPerMonth => "household_per_month",
            Self::PointPerMonth => "percentage_point_per_month",
            Self::Rank => "rank",
        }
    }

    /// Is it counted in whole numbers?
    pub fn is_count(self) -> bool {
        self <= Self::Vnd
    }
}
