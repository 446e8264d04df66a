//! Targets: what was asked for, by when, and what came of it.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::{Deserialize, de};

use super::asked::Asked;
use super::date::{Begin, Date, DayOfYear, Year};
use super::percent::Number;
use super::plain::{refuse, words};
use super::qualified::{PercentFigure, Qualified};
use super::words::{Id, Line};
use crate::model::measure::{Given, Group};
use crate::model::source_file::Provenance;
use crate::model::target::Profile;
use crate::model::words::Text;
use crate::source::fault::{Expected, Found};

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The target, once in its list; the same id in several files is one target.
    pub id: Id,
    /// What people call it.
    pub name: Text,
    /// The year it was set for.
    pub year: Year,
    /// When its time begins: a year, or a day before it is due; with its year when absent.
    pub from: Option<Begin>,
    /// What it is measured by.
    pub measure: Measure,
    /// What was asked; absent, where only the result and its percent of the aim are known.
    pub aim: Option<Aim>,
    /// The area it was given to, by code or name, when it was given to one.
    pub area: Option<Line>,
    /// Where it started.
    pub baseline: Option<Baseline>,
    /// What came of it, as reported.
    pub result: Option<Outcome>,
    /// The report's own words.
    pub quote: Option<Text>,
    /// The day it is due; the task's own for `task.ID`, else 31 December of the year, when absent.
    pub due: Option<Date>,
    /// How progress is expected; `linear` when absent.
    #[serde(default)]
    pub profile: Profile,
    /// When the yearly review goes on; 1 September to 14 December when absent.
    pub review: Option<Review>,
    /// Where its figures come from.
    pub provenance: Option<Provenance>,
}

/// The window of the yearly review that settles the stocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Its first day.
    pub from: DayOfYear,
    /// Its last day: from then on the stocks are settled. Not before the first.
    pub to: DayOfYear,
}

/// Where a target started.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// The rate or count.
    pub value: Qualified<Number>,
    /// Its day.
    pub as_of: Option<Date>,
    /// Where it comes from.
    pub provenance: Option<Provenance>,
}

/// What came of a target, as reported.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// What was fallen (points, households) where the aim is a fall or absent, else the level; negative for a rise.
    pub value: Option<Qualified<Number>>,
    /// How much of the aim that is, as reported; may be over 100.
    pub percent_of_aim: Option<PercentFigure>,
    /// The day it holds; the last day of a stated period, else the file's own, when absent. Before the target is due
    /// it is an interim statement, and speaks until the next file that has the figure.
    pub as_of: Option<Date>,
    /// The value is the average of a year; only of a fall over a time that `from` begins.
    pub average: Option<Yes>,
    /// Where it comes from.
    pub provenance: Option<Provenance>,
}

/// What was asked: exactly one of these; of a fall that `each_year` stands beside, the average of a year.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Aim {
    /// Percentage points below the baseline, over 0.
    ReduceByPoints(Asked),
    /// Households, or what an indicator counts, below the baseline, over 0.
    ReduceBy(Asked),
    /// Households below the baseline as a percent of it, over 0, at most 100; rounded up to a whole household.
    ReduceByPercent(Asked),
    /// A level: at most, for rates, households and what is better lower; at least, for coverage, programmes and what
    /// is better higher.
    Reach(Asked),
    /// A level never to leave to the bad side; no range.
    KeepAt(Asked),
    /// Percent of those eligible or planned.
    ReachPercent(Asked),
    /// A task done.
    Done(Yes),
    /// A fall that is asked for in each year of its time, as an average.
    EachYear(Box<Aim>),
}

/// `true`; what is not asked for is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Yes;

/// What a target is measured by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Measure {
    /// The share of all households.
    Rate(Group),
    /// The count of households.
    Households(Group),
    /// The share of all households of a part that the report names.
    AmongRate(Group, Id),
    /// The count of households of such a part.
    AmongHouseholds(Group, Id),
    /// The policy families among them; never of both groups together.
    PolicyFamilies(Group),
    /// The covered of the eligible of one coverage.
    Coverage(Id),
    /// The reached of the planned, or the money of the budget, of one programme.
    Programme(Id, Given),
    /// One indicator.
    Indicator(Id),
    /// The state of one task.
    Task(Id),
}

impl Measure {
    /// Is it a stock of households, which the yearly review settles?
    pub fn is_stock(&self) -> bool {
        match self {
            Self::Rate(_)
            | Self::Households(_)
            | Self::AmongRate(..)
            | Self::AmongHouseholds(..)
            | Self::PolicyFamilies(_) => true,
            Self::Coverage(_) | Self::Programme(..) | Self::Indicator(_) | Self::Task(_) => false,
        }
    }
}

/// The aims, each with what it means, and what may stand beside a fall.
const KINDS: [(&str, &str); 7] = [
    ("reduce_by_points", "Percentage points below the baseline, over 0."),
    ("reduce_by", "Households, or what an indicator counts, below the baseline, over 0."),
    ("reduce_by_percent", "Households below the baseline as a percent of it, over 0, at most 100."),
    (
        "reach",
        "A level: at most, for rates, households and what is better lower; at least, for coverage, programmes and \
            what is better higher.",
    ),
    ("keep_at", "A level never to leave to the bad side; no range."),
    ("reach_percent", "Percent of those eligible or planned."),
    ("done", "A task done."),
];

const AIMS: &[&str] = &[
    "reduce_by_points",
    "reduce_by",
    "reduce_by_percent",
    "reach",
    "keep_at",
    "reach_percent",
    "done",
    "each_year",
];

impl Aim {
    /// The name of the aim in the format.
    pub fn name(&self) -> &'static str {
        match self {
            Self::ReduceByPoints(_) => "reduce_by_points",
            Self::ReduceBy(_) => "reduce_by",
            Self::ReduceByPercent(_) => "reduce_by_percent",
            Self::Reach(_) => "reach",
            Self::KeepAt(_) => "keep_at",
            Self::ReachPercent(_) => "reach_percent",
            Self::Done(_) => "done",
            Self::EachYear(fall) => fall.name(),
        }
    }

    /// What is asked in numbers; a task is done, or not.
    pub fn asked(&self) -> Option<&Asked> {
        match self {
            Self::ReduceByPoints(asked)
            | Self::ReduceBy(asked)
            | Self::ReduceByPercent(asked)
            | Self::Reach(asked)
            | Self::KeepAt(asked)
            | Self::ReachPercent(asked) => Some(asked),
            Self::Done(_) => None,
            Self::EachYear(fall) => fall.asked(),
        }
    }

    /// The aim itself, and whether it is the average of a year.
    pub fn of_year(&self) -> (&Self, bool) {
        match self {
            Self::EachYear(fall) => (fall, true),
            other => (other, false),
        }
    }

    /// Is it a fall, so that a result is what was fallen?
    pub fn is_fall(&self) -> bool {
        match self {
            Self::ReduceByPoints(_) | Self::ReduceBy(_) | Self::ReduceByPercent(_) => true,
            Self::Reach(_) | Self::KeepAt(_) | Self::ReachPercent(_) | Self::Done(_) => false,
            Self::EachYear(fall) => fall.is_fall(),
        }
    }
}

impl Measure {
    fn parse(text: &str) -> Result<Self, Found> {
        let (head, tail) = text.split_once('.').ok_or(Found::OtherForm)?;
        let id = || Id::parse(tail).map_err(|_| Found::OtherForm);
        match head {
            "poor" => Self::of_group(Group::Poor, tail),
            "near_poor" => Self::of_group(Group::NearPoor, tail),
            "combined" if tail != "policy_families" => Self::of_group(Group::Combined, tail),
            "coverage" => id().map(Self::Coverage),
            "programme" => match tail.strip_suffix(".amount") {
                Some(of) => {
                    Id::parse(of).map(|id| Self::Programme(id, Given::Amount)).map_err(|_| Found::OtherForm)
                }
                None => id().map(|id| Self::Programme(id, Given::Reached)),
            },
            "indicator" => id().map(Self::Indicator),
            "task" => id().map(Self::Task),
            _ => Err(Found::OtherForm),
        }
    }

    fn of_group(group: Group, what: &str) -> Result<Self, Found> {
        match what {
            "rate" => Ok(Self::Rate(group)),
            "households" => Ok(Self::Households(group)),
            "policy_families" => Ok(Self::PolicyFamilies(group)),
            _ => Self::of_part(group, what).ok_or(Found::OtherForm),
        }
    }

    /// `among.ID.rate`, `among.ID.households`.
    fn of_part(group: Group, what: &str) -> Option<Self> {
        let (id, field) = what.strip_prefix("among.")?.rsplit_once('.')?;
        let id = Id::parse(id).ok()?;
        match field {
            "rate" => Some(Self::AmongRate(group, id)),
            "households" => Some(Self::AmongHouseholds(group, id)),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Measure {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        words(value, Expected::Measure, Self::parse)
    }
}

impl<'de> Deserialize<'de> for Aim {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        value.deserialize_struct("Aim", AIMS, AimVisitor)
    }
}

struct AimVisitor;

impl<'de> Visitor<'de> for AimVisitor {
    type Value = Aim;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Expected::Aim.token())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Aim, A::Error> {
        let (mut aim, mut each_year) = (None, false);
        while let Some(name) = members.next_key::<String>()? {
            if name == "each_year" {
                members.next_value::<Yes>()?;
                each_year = true;
                continue;
            }
            let is_known = AIMS.contains(&name.as_str());
            if is_known && aim.is_some() {
                return Err(refuse(Found::Several, Expected::Aim));
            }
            aim = Some(one(&name, &mut members)?);
        }
        let aim = aim.ok_or_else(|| refuse(Found::EmptyObject, Expected::Aim))?;
        Ok(if each_year { Aim::EachYear(Box::new(aim)) } else { aim })
    }
}

/// The aim of that name.
fn one<'de, A: MapAccess<'de>>(name: &str, members: &mut A) -> Result<Aim, A::Error> {
    Ok(match name {
        "reduce_by_points" => Aim::ReduceByPoints(members.next_value()?),
        "reduce_by" => Aim::ReduceBy(members.next_value()?),
        "reduce_by_percent" => Aim::ReduceByPercent(members.next_value()?),
        "reach" => Aim::Reach(members.next_value()?),
        "keep_at" => Aim::KeepAt(members.next_value()?),
        "reach_percent" => Aim::ReachPercent(members.next_value()?),
        "done" => Aim::Done(members.next_value()?),
        other => return Err(A::Error::unknown_field(other, AIMS)),
    })
}

impl JsonSchema for Aim {
    fn schema_name() -> Cow<'static, str> {
        "Aim".into()
    }

    fn json_schema(types: &mut SchemaGenerator) -> Schema {
        let (asked, yes) = (types.subschema_for::<Asked>(), types.subschema_for::<Yes>());
        let one = |(name, means): (&str, &str)| {
            let mut members = serde_json::Map::new();
            let value = if name == "done" { &yes } else { &asked };
            members.insert(name.to_owned(), value.clone().to_value());
            if name.starts_with("reduce_by") {
                members.insert("each_year".to_owned(), yes.clone().to_value());
            }
            serde_json::json!({
                "description": means,
                "type": "object",
                "properties": members,
                "required": [name],
                "additionalProperties": false
            })
        };
        let kinds: Vec<serde_json::Value> = KINDS.into_iter().map(one).collect();
        json_schema!({
            "description": "What was asked: exactly one of these; each_year beside a fall makes it the average of a year.",
            "oneOf": kinds
        })
    }
}

impl<'de> Deserialize<'de> for Yes {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        value.deserialize_bool(YesVisitor)
    }
}

struct YesVisitor;

impl de::Visitor<'_> for YesVisitor {
    type Value = Yes;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Expected::True.token())
    }

    fn visit_bool<E: Error>(self, yes: bool) -> Result<Yes, E> {
        if yes { Ok(Yes) } else { Err(refuse(Found::False, Expected::True)) }
    }
}

impl JsonSchema for Yes {
    fn schema_name() -> Cow<'static, str> {
        "Yes".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "const": true })
    }
}

impl JsonSchema for Measure {
    fn schema_name() -> Cow<'static, str> {
        "Measure".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "poor.rate, near_poor.rate, combined.rate; poor.households, near_poor.households, \
                combined.households; poor.among.ID.rate, poor.among.ID.households and those of the other groups; \
                poor.policy_families, near_poor.policy_families; coverage.ID; programme.ID; programme.ID.amount; \
                indicator.ID; task.ID",
            "type": "string",
            "pattern": "^((poor|near_poor|combined)\\.(among\\.[A-Za-z0-9_-]{1,64}\\.)?(rate|households)|(poor|near_poor)\\.policy_families|\
                (coverage|indicator|task)\\.[A-Za-z0-9_-]{1,64}|programme\\.[A-Za-z0-9_-]{1,64}(\\.amount)?)$"
        })
    }
}
