//! Targets and tasks as the files state them.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::Deserialize;

use super::exact::{Exact, Rounding};
use super::figure::Figure;
use super::indicator::{Better, IndicatorKind};
use super::measure::{Aspect, Given, Group, IdName, Measure, PartField, When};
use super::name::AreaName;
use super::percent::MAX_WHOLE;
use super::qualifier::Qualifier;
use super::source_file::SourceFile;
use super::unit::Unit;
use super::words::Text;

/// What a target reads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TargetMeasure {
    /// The percent of all households.
    Rate(Group),
    /// Households.
    Households(Group),
    /// The percent of all households of a part of the group that the report names.
    AmongRate(Group, Arc<IdName>),
    /// Households of such a part.
    AmongHouseholds(Group, Arc<IdName>),
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
    /// Households below the baseline, as a percent of it.
    ReduceByPercent,
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
    /// The stock is settled by the yearly review.
    Review,
}

/// A day of any year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayOfYear {
    /// The month, 1 to 12.
    pub month: u32,
    /// The day of the month.
    pub day: u32,
}

impl DayOfYear {
    /// That day of a year.
    pub fn in_year(self, year: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, self.month, self.day).unwrap_or(NaiveDate::MAX)
    }
}

/// When the yearly review goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ReviewWindow {
    /// Its first day.
    pub from: DayOfYear,
    /// Its last day: from then on the stocks are settled.
    pub to: DayOfYear,
}

impl Default for ReviewWindow {
    fn default() -> Self {
        Self { from: DayOfYear { month: 9, day: 1 }, to: DayOfYear { month: 12, day: 14 } }
    }
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
    /// The far end of a range asked for: what passes it is beyond the aim, which is reached at its mild end.
    pub far: Option<Figure>,
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
    /// When the yearly review settles the stocks.
    pub review: ReviewWindow,
    /// The day its stated result holds, where the file says one.
    pub result_as_of: Option<NaiveDate>,
    /// The first day of its time, where that is not its year alone.
    pub from: Option<NaiveDate>,
    /// Is its aim the average of a year?
    pub each_year: bool,
    /// Is its stated result the average of a year?
    pub averages: bool,
}

impl AimStated {
    /// The same, of that time: what is asked is not of the day on which it was written down.
    #[must_use]
    pub fn of_time(self, when: When) -> Self {
        match self {
            Self::Figure(kind, mut figure) => {
                figure.subject.when = when;
                Self::Figure(kind, figure)
            }
            Self::Done | Self::Absent => self,
        }
    }

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
            Self::AmongRate(group, part) => Some((*group, Aspect::Among(part.clone(), PartField::Rate))),
            Self::AmongHouseholds(group, part) => {
                Some((*group, Aspect::Among(part.clone(), PartField::Households)))
            }
            Self::PolicyFamilies(group) => Some((*group, Aspect::PolicyFamilies)),
            Self::Coverage(_) | Self::Programme(..) | Self::Indicator(..) | Self::Task(_) => None,
        }
    }

    /// The id of what it reads beside the groups.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Coverage(id) | Self::Programme(id, _) | Self::Indicator(id, _) | Self::Task(id) => Some(id),
            Self::Rate(_)
            | Self::Households(_)
            | Self::AmongRate(..)
            | Self::AmongHouseholds(..)
            | Self::PolicyFamilies(_) => None,
        }
    }

    /// May it be judged by a figure of that measure: of its group, or of what else it reads?
    pub fn is_near(&self, measure: &Measure) -> bool {
        match (self, measure) {
            (Self::Coverage(id), Measure::Coverage(named, _))
            | (Self::Programme(id, _), Measure::Programme(named, _))
            | (Self::Indicator(id, _), Measure::Indicator(named)) => *id == named.id,
            (_, Measure::Of(group, _)) => {
                let is_shared = |own| own == *group || [own, *group].contains(&Group::Combined);
                self.of_group().is_some_and(|(own, _)| is_shared(own))
            }
            (_, Measure::AllHouseholds | Measure::TotalRange) => self.is_rate(),
            _ => false,
        }
    }

    /// Is it a rate of a group, so that a change of it is in points?
    pub fn is_rate(&self) -> bool {
        self.of_group().is_some_and(|(_, aspect)| aspect.is_rate())
    }

    /// Does it read a rate or households, of a group or a part of one?
    pub fn is_of_households(&self) -> bool {
        self.of_group().is_some_and(|(_, aspect)| aspect.is_rate() || aspect.is_households())
    }

    /// The part of a group that it reads, where it reads one that the report names.
    pub fn part(&self) -> Option<&Arc<IdName>> {
        if let Self::AmongRate(_, part) | Self::AmongHouseholds(_, part) = self { Some(part) } else { None }
    }

    /// The group whose rate or households it is, the group itself and no part of it.
    pub fn group(&self) -> Option<Group> {
        match self {
            Self::Rate(group) | Self::Households(group) => Some(*group),
            Self::AmongRate(..)
            | Self::AmongHouseholds(..)
            | Self::PolicyFamilies(_)
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
            Self::Rate(_)
            | Self::Households(_)
            | Self::AmongRate(..)
            | Self::AmongHouseholds(..)
            | Self::PolicyFamilies(_)
            | Self::Task(_) => false,
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

    /// The same target with the far end of its range as its aim, where it asks for a range.
    pub fn at_far_end(&self) -> Option<Self> {
        let (AimStated::Figure(kind, _), Some(far)) = (&self.aim, &self.far) else { return None };
        let aim = AimStated::Figure(*kind, Box::new(far.clone()));
        Some(Self { aim, far: None, ..self.clone() })
    }

    /// Is the number asked for itself not enough: over, or under it?
    pub fn is_strict(&self) -> bool {
        let asked = self.aim.figure();
        asked.is_some_and(|(_, figure)| matches!(figure.qualifier, Qualifier::Over | Qualifier::Under))
    }

    /// Is its aim a level never to leave?
    pub fn is_kept(&self) -> bool {
        matches!(self.aim, AimStated::Figure(AimKind::KeepAt, _))
    }

    /// Does it ask rates or households to fall?
    pub fn asks_fall(&self) -> bool {
        self.reads.is_of_households() && !self.is_kept()
    }

    /// The day its stated result holds: as said, else the end of what the flows of its file cover, which is the day of
    /// the file where no period is stated.
    pub fn result_day(&self, stated_in: &SourceFile) -> NaiveDate {
        self.result_as_of.unwrap_or(stated_in.period.last)
    }

    /// The end of the review that settles the stock of a day: that of its own year, in the target's time.
    pub fn review_end(&self, day: NaiveDate) -> NaiveDate {
        self.review.to.in_year(self.year_at(day))
    }

    /// The first year of its time.
    pub fn first_year(&self) -> i32 {
        self.from.map_or(self.year, |from| from.year())
    }

    /// When its figures hold: its year, or from the first day of its time to the day it is due.
    pub fn span(&self) -> When {
        let due = self.due_day();
        if self.is_of_year() && Some(due) == NaiveDate::from_ymd_opt(self.year, 12, 31) {
            return When::Year(self.year);
        }
        When::Between(self.eve().succ_opt().unwrap_or(due), due)
    }

    /// The day before its time begins.
    pub fn eve(&self) -> NaiveDate {
        let first = self.from.or_else(|| NaiveDate::from_ymd_opt(self.year, 1, 1));
        first.and_then(|day| day.pred_opt()).unwrap_or(NaiveDate::MIN)
    }

    /// Is its time its year, and no other?
    pub fn is_of_year(&self) -> bool {
        self.eve().succ_opt() == NaiveDate::from_ymd_opt(self.year, 1, 1)
    }

    /// The year in which it is listed as seen from a day: of several years that of the day.
    pub fn year_at(&self, day: NaiveDate) -> i32 {
        day.year().clamp(self.first_year().min(self.year), self.year)
    }

    /// From which day on a stated result is final: the due date; where the review settles it, the end of that.
    pub fn final_from(&self) -> NaiveDate {
        match self.profile {
            Profile::Linear => self.due_day(),
            Profile::Review => self.review.to.in_year(self.year),
        }
    }

    /// Does the file state a result?
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

impl Task {
    /// A later entry counts, for each field that it has.
    pub fn renew(&mut self, later: &Self) {
        self.named = later.named.clone();
        self.by = later.by.clone().or(self.by.take());
        self.owner = later.owner.clone().or(self.owner.take());
        self.due = later.due.or(self.due);
        self.status = later.status.or(self.status);
    }
}

/// May such an aim be told where it is only derived: not more than all households, a hundred percent or points, or what a
/// file may state at all, and not so little that it reads as nought?
pub fn can_be_derived(aim: &Exact, unit: Unit, all: Option<&Figure>) -> bool {
    let most = match unit {
        Unit::Household => all.map(|all| all.amount.high().clone()),
        Unit::Percent | Unit::Share | Unit::Point => Some(Exact::whole(100)),
        _ => None,
    };
    let most = most.unwrap_or_else(|| Exact::whole(MAX_WHOLE));
    let reads_as_nought = !unit.is_count() && aim.rounded(2, Rounding::Nearest).is_zero();
    *aim <= most && !reads_as_nought
}
