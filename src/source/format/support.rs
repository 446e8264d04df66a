//! Coverage, tasks and doubts.

use schemars::JsonSchema;
use serde::Deserialize;

use super::date::Date;
use super::figure::Figure;
use super::listed::Written;
use super::qualified::PercentFigure;
use super::words::{Id, Line};
use crate::model::source_file::Provenance;
use crate::model::target::Status;
use crate::model::words::Text;

listed! {
    /// Those covered of those entitled. Both figures may be absent: the target is stated, its figure is not.
    pub struct Coverage {
        /// The coverage, once in its list; `coverage.ID` measures it.
        pub id: Id,
        /// What people call it.
        pub name: Text,
        [
            /// Those covered.
            pub covered: Figure,
            /// Those entitled.
            pub eligible: Figure,
            /// The share covered as reported, 0 to 100; for where the two counts are not given.
            pub percent: PercentFigure,
        ]
        /// Where the figures come from.
        pub provenance: Option<Provenance>,
    }
}

/// Something to be done, without a figure.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// The task, once in its list; `task.ID` measures it.
    pub id: Id,
    /// What is to be done.
    pub name: Text,
    /// Who asked for it.
    pub by: Option<Text>,
    /// Who does it.
    pub owner: Option<Text>,
    /// The day it is due.
    pub due: Option<Date>,
    /// How far it is.
    pub status: Option<Status>,
}

/// What the person who entered the file wants verified.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Doubt {
    /// The path of the field in doubt, such as `programmes[4].reached`.
    pub field: Option<Line>,
    /// The doubt.
    pub text: Text,
}
