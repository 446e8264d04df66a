//! The codes of a JSON report: those of the snapshot format where it has them, the same in every language.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::checks;
use crate::model::figure::{self, Figure};
use crate::model::standing;
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
    Unit of figure::Unit {
        Household = figure::Unit::Household,
        Person = figure::Unit::Person,
        Pupil = figure::Unit::Pupil,
        Case = figure::Unit::Case,
        Award = figure::Unit::Award,
        Card = figure::Unit::Card,
        Turn = figure::Unit::Turn,
        HouseholdTurn = figure::Unit::HouseholdTurn,
        Fair = figure::Unit::Fair,
        Vnd = figure::Unit::Vnd,
        Percent = figure::Unit::Percent | figure::Unit::Share,
        PercentagePoint = figure::Unit::Point,
        PersonsPerHousehold = figure::Unit::PersonsPerHousehold,
        VndPerRecipient = figure::Unit::VndPerRecipient(_),
        HouseholdPerMonth = figure::Unit::HouseholdPerMonth,
        PercentagePointPerMonth = figure::Unit::PointPerMonth,
        Rank = figure::Unit::Rank,
    }
}

codes! {
    /// Which side of a number the truth lies on.
    Qualifier of figure::Qualifier {
        Exact = figure::Qualifier::Exact,
        Over = figure::Qualifier::Over,
        Nearly = figure::Qualifier::Nearly,
        About = figure::Qualifier::About,
        Under = figure::Qualifier::Under,
        AtLeast = figure::Qualifier::AtLeast,
        AtMost = figure::Qualifier::AtMost,
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
