//! The snapshot: what one unit reports at one date.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};

use super::area::{Area, Lack};
use super::date::{Date, Period};
use super::figure::Figure;
use super::group::Group;
use super::indicator::Indicator;
use super::plain::words;
use super::programme::Programme;
use super::support::{Coverage, Doubt, Task};
use super::target::Target;
use super::words::{Id, Line};
use crate::model::name::UnitKind;
use crate::model::source_file::{Provenance, SourceKind, Stage};
use crate::model::words::Text;
use crate::source::fault::{Expected, Found};

/// The name and version of the format: the only one there is.
pub(in crate::source) const FORMAT: &str = "giamngheo/1";

/// What one unit (a district, a ward, a province …) reports at one date. Missing is not zero: what a report does not
/// say is left out. Only what was reported is stored; rates, totals and changes are computed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    /// The name and version of the format, `giamngheo/1`.
    pub format: Format,
    /// Whose figures.
    pub unit: UnitName,
    /// The poverty standard the households were judged by; none given is a standard of its own.
    pub standard: Option<Standard>,
    /// The day the stocks (households, persons) hold.
    pub as_of: Date,
    /// What the flows (reduced, movement, programmes) cover; the year of `as_of` up to that day when absent.
    pub period: Option<Period>,
    /// Where the file's figures come from.
    pub source: Source,
    /// Where the figures of this object come from, where that is not what `source` says.
    pub provenance: Option<Provenance>,
    /// All households of the unit.
    pub households: Option<Figure>,
    /// All its inhabitants.
    pub persons: Option<Box<Figure>>,
    /// The poor.
    pub poor: Option<Box<Group>>,
    /// The near-poor.
    pub near_poor: Option<Box<Group>>,
    /// Both together, where a report gives the sum.
    pub combined: Option<Box<Group>>,
    /// Parts of the unit, such as its wards.
    #[serde(default)]
    pub areas: Vec<Area>,
    /// The areas are all of the unit.
    #[serde(default)]
    pub areas_complete: bool,
    /// Households lacking in each indicator.
    #[serde(default)]
    pub deprivations: Vec<Lack>,
    /// Households poor for each cause.
    #[serde(default)]
    pub causes: Vec<Lack>,
    /// Other figures that are followed.
    #[serde(default)]
    pub indicators: Vec<Indicator>,
    /// Support given in the period.
    #[serde(default)]
    pub programmes: Vec<Programme>,
    /// Those covered of those entitled.
    #[serde(default)]
    pub coverage: Vec<Coverage>,
    /// What was asked for.
    #[serde(default)]
    pub targets: Vec<Target>,
    /// What is to be done.
    #[serde(default)]
    pub tasks: Vec<Task>,
    /// What should be verified.
    #[serde(default)]
    #[schemars(length(max = MOST_DOUBTS))]
    pub doubts: Vec<Doubt>,
}

/// So many doubts may be noted in a file: more than there are fields in what an office sends.
pub const MOST_DOUBTS: usize = 10_000;

impl Snapshot {
    /// The groups it states, in the order of every table.
    pub fn groups(&self) -> [Option<&Group>; 3] {
        [&self.poor, &self.near_poor, &self.combined].map(Option::as_deref)
    }
}

/// The name and version of the format; there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Format;

/// A unit, as it calls itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitName {
    /// What people call it.
    pub name: Text,
    /// What it is.
    pub kind: UnitKind,
    /// Its code in the official list.
    pub code: Option<Line>,
    /// The unit it is part of.
    pub within: Option<Text>,
}

/// A poverty standard.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Standard {
    /// The standard; nothing is compared across two of them.
    pub id: Id,
    /// What people call it.
    pub name: Option<Text>,
}

/// Where a file's figures come from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What the figures are, unless one says otherwise.
    pub provenance: Provenance,
    /// What kind of paper it is; of a plan or a decision `as_of` is the day of issue, and it gives targets and tasks
    /// only. A report when absent.
    pub kind: Option<SourceKind>,
    /// Which of two reports of one review: of one unit, standard and day the final one is shown.
    pub stage: Option<Stage>,
    /// The report.
    pub title: Option<Text>,
    /// Who published it.
    pub publisher: Option<Text>,
    /// When.
    pub published: Option<Date>,
    /// Who wrote or entered it.
    pub by: Option<Text>,
    /// The report's own words.
    pub quote: Option<Text>,
    /// A note on the source.
    pub note: Option<Text>,
}

impl<'de> Deserialize<'de> for Format {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        let known = |text: &str| if text == FORMAT { Ok(Self) } else { Err(Found::OtherForm) };
        words(value, Expected::Line, known)
    }
}

impl JsonSchema for Format {
    fn schema_name() -> Cow<'static, str> {
        "Format".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "const": FORMAT })
    }
}
