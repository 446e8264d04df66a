//! Programmes: the support given in the period.

use schemars::JsonSchema;
use serde::Deserialize;

use super::figure::Figure;
use super::listed::Written;
use super::qualified::PercentFigure;
use super::words::{Id, Line};
use crate::model::source_file::Provenance;
use crate::model::support::ProgrammeKind;
use crate::model::unit::Unit;
use crate::model::words::Text;

listed! {
    /// One kind of support given in the period.
    pub struct Programme {
        /// The programme, once in its list; `programme.ID` measures it.
        pub id: Id,
        /// What people call it.
        pub name: Text,
        /// What it gives.
        pub kind: ProgrammeKind,
        [
            /// Whom or what it reached.
            pub reached: Figure,
            /// The money given (vnd).
            pub amount: Figure,
            /// What was planned, in the unit of `reached`; with `at_least` or `over` a floor.
            pub planned: Figure,
            /// The money planned (vnd); with `at_least` or `over` a floor.
            pub budget: Figure,
            /// By how many of something it was given, such as job fairs.
            pub via: Figure,
            /// The change in percent against the same span of the year before, as reported, signed.
            pub change_percent: PercentFigure,
        ]
        /// The source of the money.
        pub fund: Option<Text>,
        /// For whom.
        #[serde(rename = "for")]
        pub for_whom: Option<Text>,
        /// What each area had of it.
        #[serde(default)]
        pub areas: Vec<AreaPart>,
        /// Where its figures come from.
        pub provenance: Option<Provenance>,
        /// The report's own words.
        pub quote: Option<Text>,
        /// A note on the programme.
        pub note: Option<Text>,
    }
}

impl Programme {
    /// What the programme counts: the unit of `reached`, where that says one; households where it says none; where
    /// nothing was reached yet, the unit of what was planned.
    pub fn unit(&self) -> Unit {
        self.reached
            .as_ref()
            .or(self.planned.as_ref())
            .and_then(|figure| figure.unit)
            .unwrap_or(Unit::Household)
    }
}

listed! {
    /// What one area had of a programme. The area is one of the file, named by `code` or `name`.
    pub struct AreaPart {
        /// The code of the area.
        pub code: Option<Line>,
        /// The name of the area.
        pub name: Option<Text>,
        [
            /// Whom or what the programme reached there.
            pub reached: Figure,
            /// The money given there (vnd).
            pub amount: Figure,
        ]
        /// Where these figures come from.
        pub provenance: Option<Provenance>,
    }
}
