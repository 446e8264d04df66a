//! The codes of a JSON report: those of the snapshot format where it has them, the same in every language.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::checks;
use crate::model::figure::{self, Figure};
use crate::model::qualifier;
use crate::model::standing;
use crate::model::unit;
use crate::page;

/// A code for each variant of a type of the model.
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
    /// The tab of a figure.
    Tab of page::Tab {
        Overview = page::Tab::Overview,
        Households = page::Tab::Households,
        Support = page::Tab::Support,
        Targets = page::Tab::Targets,
        Trends = page::Tab::Trends,
        Checks = page::Tab::Checks,
    }
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
    /// Which side of a number the truth lies on.
    Qualifier of qualifier::Qualifier {
        Exact = qualifier::Qualifier::Exact,
        Over = qualifier::Qualifier::Over,
        Nearly = qualifier::Qualifier::Nearly,
        About = qualifier::Qualifier::About,
        Under = qualifier::Qualifier::Under,
        AtLeast = qualifier::Qualifier::AtLeast,
        AtMost = qualifier::Qualifier::AtMost,
    }
}

codes! {
    /// Where a figure comes from at worst.
    Provenance of figure::Source {
        Reported = figure::Source::Reported,
        Estimated = figure::Source::Estimated,
        Illustrative = figure::Source::Illustrative,
    }
}

codes! {
    /// How a check came out.
    Verdict of checks::Verdict {
        Contradicts = checks::Verdict::Contradicts,
        ToVerify = checks::Verdict::ToVerify,
        CannotBeChecked = checks::Verdict::CannotCheck,
        Holds = checks::Verdict::Holds,
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

/// Whether a file states a figure or it is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A file states it.
    Stated,
    /// It is computed, or was by who entered it.
    Derived,
}

impl From<&Figure> for Origin {
    fn from(figure: &Figure) -> Self {
        if figure.is_derived() { Self::Derived } else { Self::Stated }
    }
}
