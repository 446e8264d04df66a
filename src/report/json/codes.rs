//! The codes of a JSON report that are no words of the model as they stand; the same in every language.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::standing;
use crate::model::unit;

/// A code for each variant of a type of the model that holds more than a word, or of which two are one for programs.
macro_rules! codes {
    ($(#[$about:meta])* $name:ident of $model:ty { $($(#[$code:meta])* $variant:ident = $pattern:pat),* $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$code])* $variant),*
        }

        impl From<$model> for $name {
            fn from(of: $model) -> Self {
                match of {
                    $($pattern => Self::$variant),*
                }
            }
        }
    };
}

codes! {
    /// What a number counts.
    Unit of unit::Unit {
        Household = unit::Unit::Household,
        Person = unit::Unit::Person,
        Pupil = unit::Unit::Pupil,
        Case = unit::Unit::Case,
        Award = unit::Unit::Award,
        Card = unit::Unit::Card,
        Turn = unit::Unit::Turn,
        HouseholdTurn = unit::Unit::HouseholdTurn,
        Fair = unit::Unit::Fair,
        Commune = unit::Unit::Commune,
        Village = unit::Unit::Village,
        House = unit::Unit::House,
        Vnd = unit::Unit::Vnd,
        Percent = unit::Unit::Percent | unit::Unit::Share,
        PercentagePoint = unit::Unit::Point,
        PersonsPerHousehold = unit::Unit::PersonsPerHousehold,
        VndPerRecipient = unit::Unit::VndPerRecipient(_),
        HouseholdPerMonth = unit::Unit::HouseholdPerMonth,
        PercentagePointPerMonth = unit::Unit::PointPerMonth,
        Rank = unit::Unit::Rank,
    }
}

codes! {
    /// Where a target stands.
    Standing of standing::Standing {
        Exceeded = standing::Standing::Exceeded,
        Met = standing::Standing::Met,
        OnTrack = standing::Standing::OnTrack,
        AtRisk = standing::Standing::AtRisk,
        Behind = standing::Standing::Behind,
        Missed = standing::Standing::Missed,
        Kept = standing::Standing::Kept,
        Broken = standing::Standing::Broken { .. },
        Awaiting = standing::Standing::Awaiting,
        NoBaseline = standing::Standing::NoBaseline,
        NoData = standing::Standing::NoData,
        NotDue = standing::Standing::NotDue,
        UnderWay = standing::Standing::UnderWay,
        Done = standing::Standing::Done,
        Overdue = standing::Standing::Overdue,
    }
}
