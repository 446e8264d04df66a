//! Areas: the parts of a unit, and the parts of those.

use schemars::JsonSchema;
use serde::Deserialize;

use super::figure::Figure;
use super::group::Group;
use super::indicator::Indicator;
use super::listed::Written;
use super::words::{Id, Line};
use crate::model::name::UnitKind;
use crate::model::source_file::Provenance;
use crate::model::words::Text;
use crate::text::fold::name_key;

/// A part of the unit, such as a ward; it may have parts of its own, six levels in all.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// What people call it; once at its level, "Phường 01" and "Phường 1" being one name.
    pub name: Text,
    /// Its code in the official list; once at its level.
    pub code: Option<Line>,
    /// What it is.
    pub kind: Option<UnitKind>,
    /// Where its figures come from.
    pub provenance: Option<Provenance>,
    /// All its households.
    pub households: Option<Figure>,
    /// All its inhabitants.
    pub persons: Option<Box<Figure>>,
    /// The poor.
    pub poor: Option<Box<Group>>,
    /// The near-poor.
    pub near_poor: Option<Box<Group>>,
    /// Both together.
    pub combined: Option<Box<Group>>,
    /// Households lacking in each indicator.
    #[serde(default)]
    pub deprivations: Vec<Lack>,
    /// Households poor for each cause.
    #[serde(default)]
    pub causes: Vec<Lack>,
    /// Other figures that are followed.
    #[serde(default)]
    pub indicators: Vec<Indicator>,
    /// Its own parts.
    #[serde(default)]
    pub areas: Vec<Area>,
    /// The parts listed are all of it.
    #[serde(default)]
    pub areas_complete: bool,
}

impl Area {
    /// The groups it states, in the order of every table.
    pub fn groups(&self) -> [Option<&Group>; 3] {
        [&self.poor, &self.near_poor, &self.combined].map(Option::as_deref)
    }

    /// Has it this code or, as people read it, this name?
    pub fn is_called(&self, code_or_name: &str) -> bool {
        let is_coded = self.code.as_ref().is_some_and(|code| code.0 == code_or_name);
        is_coded || name_key(&self.name.vi) == name_key(code_or_name)
    }
}

listed! {
    /// Households lacking in one indicator, or poor for one cause; a household may have several, so they are never summed.
    pub struct Lack {
        /// The indicator or cause, once in its list.
        pub id: Id,
        /// What people call it.
        pub name: Option<Text>,
        [
            /// Poor households.
            pub poor: Figure,
            /// Near-poor households.
            pub near_poor: Figure,
        ]
        /// Where the figures come from.
        pub provenance: Option<Provenance>,
    }
}
