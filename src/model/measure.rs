//! What a figure is the figure of: a measure, of some unit or area, at some day or over some span.

mod group;
mod support;

use std::sync::Arc;

use chrono::NaiveDate;

use super::name::AreaName;
use super::period::Period;
use super::source_file::SourceFile;
use super::words::Text;

pub use group::{Aspect, Group, GroupField, MovementLine, PartField};
pub use support::{Cover, Given, Support};

/// The subject of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Subject {
    /// What is measured.
    pub measure: Measure,
    /// Of which unit or area.
    pub whose: Arc<AreaName>,
    /// When it holds, or what it covers.
    pub when: When,
}

impl Subject {
    /// What a file with that head states: a stock of its day, or a flow of its period.
    pub fn stated(measure: Measure, whose: &Arc<AreaName>, origin: &SourceFile) -> Self {
        let when = if measure.is_flow() { When::Over(origin.period) } else { When::Day(origin.as_of) };
        Self { measure, whose: whose.clone(), when }
    }
}

/// When a figure holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// A stock: on that day.
    Day(NaiveDate),
    /// A flow: over that period.
    Over(Period),
    /// A change between two days.
    Between(NaiveDate, NaiveDate),
    /// A target's year.
    Year(i32),
}

/// A thing with an id and a name in the file: a programme, an indicator, a target …
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdName {
    /// Its id: what other fields and other snapshots call it.
    pub id: String,
    /// Its name for people.
    pub name: Text,
}

/// What is measured of a target. Levels carry the unit of the target's measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TargetField {
    /// What was asked: points or households less, a level, a percent.
    Goal,
    /// The level that the year starts from.
    Baseline,
    /// The level asked for at the due date.
    Level,
    /// The level now.
    Now,
    /// What was reported as reached.
    Result,
    /// The percent of the aim that was reported.
    PercentOfAim,
    /// The change since the baseline.
    Reduced,
    /// The same away from the aim, of what is to fall: by how much it rose.
    Rise,
    /// The same away from the aim, of what is to rise: by how much it fell.
    Fall,
    /// The change of an average year.
    Average,
    /// Share of the aim done.
    Done,
    /// Share of the time gone.
    Elapsed,
    /// By how much the aim is exceeded.
    Surplus,
    /// What was asked, in households.
    GoalHouseholds,
    /// Households left when the aim is met.
    LevelHouseholds,
    /// The fall so far in households.
    ReducedHouseholds,
    /// Still to go, in the measure's own unit.
    Remaining,
    /// Still to go, in households.
    RemainingHouseholds,
    /// The rise asked, in what is counted.
    GoalCount,
    /// The number to be reached.
    LevelCount,
    /// The rise so far, in what is counted.
    RisenCount,
    /// Still to reach, in the measure's own unit.
    Lacking,
    /// Still to reach, in what is counted.
    LackingCount,
    /// Households a month needed from now on.
    PaceNeeded,
    /// Households a month since the start of the year.
    PaceYear,
    /// Households a month in the last period.
    PacePeriod,
    /// A pace away from the aim.
    PaceAway,
    /// The straight line to the due date.
    Projected,
    /// The same by the pace of the last period.
    ProjectedByPeriod,
    /// How far the projection lies from the aim; above zero: short.
    Short,
    /// What last year delivered, in the unit of what is asked now.
    LastReduced,
    /// What this year asks against what last year delivered.
    GoalOfLast,
    /// What was asked of the areas, together.
    GoalOfAreas,
    /// What the areas were asked for beyond the unit's own target; below zero: less.
    AreasSurplus,
    /// Households if so many more leave.
    IfHouseholds,
    /// The rate if so many more leave.
    IfRate,
    /// How many more must leave until the aim is met by a rounded rate.
    LeastByRounding,
}

/// What is measured.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Measure {
    /// All households of the unit or area.
    AllHouseholds,
    /// All its inhabitants.
    Inhabitants,
    /// The range of all households that the reported rates allow (derived).
    TotalRange,
    /// Of a group.
    Of(Group, Aspect),
    /// Of a programme.
    Programme(Arc<IdName>, Support),
    /// Of an entitlement.
    Coverage(Arc<IdName>, Cover),
    /// Of another figure that a programme follows.
    Indicator(Arc<IdName>),
    /// Of a target.
    Target(Arc<IdName>, TargetField),
    /// A sum of money over some programmes (derived).
    Money,
    /// The persons or households of several areas together (derived).
    FirstAreas(Group, usize),
    /// The share of the unit's that several areas hold (derived).
    FirstAreasShare(Group, usize),
}

impl Measure {
    /// A measure of a group.
    pub fn of_group(group: Group, aspect: Aspect) -> Self {
        Self::Of(group, aspect)
    }

    /// A number by which measures are told apart, but for the names in them: of what areas state, no two others share one.
    pub(super) fn mark(&self) -> u8 {
        match self {
            Self::Of(group, aspect) => Self::mark_of(*group, aspect),
            Self::AllHouseholds => u8::MAX,
            Self::Inhabitants => u8::MAX - 1,
            Self::TotalRange
            | Self::Programme(..)
            | Self::Coverage(..)
            | Self::Indicator(_)
            | Self::Target(..)
            | Self::Money
            | Self::FirstAreas(..)
            | Self::FirstAreasShare(..) => u8::MAX - 2,
        }
    }

    /// The same of a measure of a group.
    pub(super) fn mark_of(group: Group, aspect: &Aspect) -> u8 {
        group as u8 * Aspect::MARKS + aspect.mark()
    }

    /// Does it count those who left a group?
    pub fn is_out(&self) -> bool {
        let Self::Of(_, aspect) = self else { return false };
        let is_line_out = |line| MovementLine::OUT.contains(line);
        matches!(aspect, Aspect::Reduced | Aspect::Out)
            || matches!(aspect, Aspect::Moved(line) | Aspect::MovedPersons(line) if is_line_out(line))
    }

    /// Is it a change: a figure that means nothing without its sign?
    pub fn is_change(&self) -> bool {
        let Self::Of(_, aspect) = self else { return false };
        let is_of_part = matches!(aspect, Aspect::Among(_, PartField::RateChange));
        let is_own = matches!(aspect, Aspect::Change | Aspect::RateChange | Aspect::RateDifference);
        is_of_part || is_own || *aspect == Aspect::RelativeChange
    }

    /// Is it a flow: a figure over a period, not of a day?
    pub fn is_flow(&self) -> bool {
        match self {
            Self::Of(_, aspect) => aspect.is_flow(),
            Self::Programme(..) | Self::Money => true,
            Self::AllHouseholds
            | Self::Inhabitants
            | Self::TotalRange
            | Self::Coverage(..)
            | Self::Indicator(_)
            | Self::Target(..)
            | Self::FirstAreas(..)
            | Self::FirstAreasShare(..) => false,
        }
    }
}
