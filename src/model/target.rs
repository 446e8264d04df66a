//! Targets and tasks as the files state them.

use std::sync::Arc;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use super::figure::Figure;
use super::indicator::{Better, IndicatorKind};
use super::measure::{Aspect, Given, Group, IdName};
use super::name::AreaName;
use super::unit::Unit;
use super::words::Text;

/// What a target reads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TargetMeasure {
    /// The percent of all households.
    Rate(Group),
    /// Households.
    Households(Group),
    /// Households under merit policy in the group.
    PolicyFamilies(Group),
    /// Covered of entitled, of the coverage with that id.
    Coverage(String),
    /// Reached of planned, or money of budget, of the programme with that id.
    Programme(String, Given),
    /// The indicator with that id, which measures that.
    Indicator(String, IndicatorKind),
    /// The state of the task with that id.
    Task(String),
}

/// The kind of an aim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AimKind {
    /// Percentage points below the baseline.
    ReduceByPoints,
    /// Households below the baseline.
    ReduceBy,
    /// A level: at most for rates and households, at least for coverage and programmes.
    Reach,
    /// A level never to leave to the bad side.
    KeepAt,
    /// A percent of those entitled or planned.
    ReachPercent,
}

/// What is asked.
#[derive(Debug, Clone)]
pub enum AimStated {
    /// A figure of that kind.
    Figure(AimKind, Box<Figure>),
    /// A task to be done.
    Done,
    /// Not stated: it follows from the result and its percent, where both are there.
    Absent,
}

/// How progress towards a target is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// Day by day.
    #[default]
    Linear,
    /// The stock is settled by the yearly review, 1 September to 14 December.
    Review,
}

/// A target as one snapshot words it.
#[derive(Debug, Clone)]
pub struct Target {
    /// Its id and name.
    pub named: Arc<IdName>,
    /// Its year.
    pub year: i32,
    /// What it reads.
    pub reads: TargetMeasure,
    /// What is asked.
    pub aim: AimStated,
    /// The area it was given to; none: the unit.
    pub area: Option<Arc<AreaName>>,
    /// The level it starts from, and its date, where the file states them.
    pub baseline: Option<(Figure, Option<NaiveDate>)>,
    /// What was reached, where the file states it.
    pub result: Option<Figure>,
    /// The percent of the aim, where the file states it.
    pub percent_of_aim: Option<Figure>,
    /// The report's own words.
    pub quote: Option<Text>,
    /// The due date, where stated.
    pub due: Option<NaiveDate>,
    /// How its result comes about.
    pub profile: Profile,
}

impl AimStated {
    /// The figure with its kind, where one is stated.
    pub fn figure(&self) -> Option<(AimKind, &Figure)> {
        match self {
            Self::Figure(kind, figure) => Some((*kind, figure)),
            Self::Done | Self::Absent => None,
        }
    }
}

impl TargetMeasure {
    /// The figure of a group that it reads, where it is one.
    pub fn of_group(&self) -> Option<(Group, Aspect)> {
        match self {
            Self::Rate(group) => Some((*group, Aspect::Rate)),
            Self::Households(group) => Some((*group, Aspect::Households)),
            Self::PolicyFamilies(group) => Some((*group, Aspect::PolicyFamilies)),
            Self::Coverage(_) | Self::Programme(..) | Self::Indicator(..) | Self::Task(_) => None,
        }
    }

    /// Is it a rate of a group, so that a change of it is in points?
    pub fn is_rate(&self) -> bool {
        matches!(self.of_group(), Some((_, Aspect::Rate)))
    }

    /// The group whose rate or households it is.
    pub fn group(&self) -> Option<Group> {
        match self {
            Self::Rate(group) | Self::Households(group) => Some(*group),
            Self::PolicyFamilies(_)
            | Self::Coverage(_)
            | Self::Programme(..)
            | Self::Indicator(..)
            | Self::Task(_) => None,
        }
    }

    /// Is its own level a percent that was written down, so that a fall of it is in points, and rounded before it is
    /// judged? A share of those entitled or planned is computed.
    pub fn is_percent(&self) -> bool {
        self.is_rate() || matches!(self, Self::Indicator(_, IndicatorKind { unit: Unit::Share, .. }))
    }

    /// Is it wanted to rise (coverage, programmes, some indicators), not to fall?
    pub fn rises(&self) -> bool {
        match self {
            Self::Coverage(_) | Self::Programme(..) => true,
            Self::Indicator(_, kind) => kind.better == Better::Higher,
            Self::Rate(_) | Self::Households(_) | Self::PolicyFamilies(_) | Self::Task(_) => false,
        }
    }

    /// Is it wanted to fall?
    pub fn falls(&self) -> bool {
        !self.rises() && !matches!(self, Self::Task(_))
    }
}

impl Target {
    /// When it is due: as stated, else at the end of its year.
    pub fn due_day(&self) -> NaiveDate {
        self.due.or_else(|| NaiveDate::from_ymd_opt(self.year, 12, 31)).unwrap_or(NaiveDate::MAX)
    }

    /// Is its aim a level never to leave?
    pub fn is_kept(&self) -> bool {
        matches!(self.aim, AimStated::Figure(AimKind::KeepAt, _))
    }

    /// Does it ask rates or households to fall?
    pub fn asks_fall(&self) -> bool {
        self.reads.group().is_some() && !self.is_kept()
    }

    /// Does the file state how it ended?
    pub fn has_result(&self) -> bool {
        self.result.is_some() || self.percent_of_aim.is_some()
    }
}

/// How far a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Not begun.
    Planned,
    /// Begun.
    UnderWay,
    /// Done.
    Done,
}

/// A task as one snapshot words it.
#[derive(Debug, Clone)]
pub struct Task {
    /// Its id and name.
    pub named: Arc<IdName>,
    /// Who asked for it.
    pub by: Option<Text>,
    /// Who does it.
    pub owner: Option<Text>,
    /// When it is due.
    pub due: Option<NaiveDate>,
    /// Its state.
    pub status: Option<Status>,
}
