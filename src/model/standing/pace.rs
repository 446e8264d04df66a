//! Pace: what is counted, a month; needed, since the start of the year, and in the last period.

use chrono::NaiveDate;

use super::super::exact::{Exact, Rounding};
use super::super::measure::{Subject, TargetField};
use super::super::ops::{FigureResult, MissingReason};
use super::super::qualifier::Qualifier;
use super::super::target::{Profile, TargetMeasure};
use super::super::unit::Unit;
use super::progress::{Courses, Progress};
use super::rate;
use super::steps;
use super::target_context::TargetContext;
use super::time::{self, Time};

/// What is counted, a month, in whole units: households in households a month, all else in its own unit. Shares of
/// those entitled, percents, and rates without a count at the start in points, with two decimals.
#[derive(Debug, Clone)]
pub struct Pace {
    /// From now on, to reach the aim; rounded up.
    pub needed: FigureResult,
    /// Since the start of the year; rounded half up.
    pub year: FigureResult,
    /// Since the snapshot before; rounded half up.
    pub period: FigureResult,
    /// The day that the pace since the start is reckoned from.
    pub from_start: Option<NaiveDate>,
    /// The day of the snapshot before, that the pace of the last period is reckoned from.
    pub from_before: Option<NaiveDate>,
}

/// The change since the snapshot before, towards the aim.
pub(super) struct RecentChange {
    /// In the measure's own unit.
    pub level: FigureResult,
    /// In what is counted.
    pub count: FigureResult,
    /// The day of the snapshot before.
    pub from: Option<NaiveDate>,
    /// Over so many months.
    pub months: Exact,
}

impl TargetContext<'_> {
    /// Why there is neither pace nor projection, if there is none: nothing to pace, or nothing asked of a known start.
    pub fn no_pace(&self, courses: &Courses) -> Option<MissingReason> {
        if self.target.profile == Profile::Review || self.is_kept() {
            return Some(MissingReason::NotMeant);
        }
        if self.time().is_due() {
            return Some(MissingReason::DuePassed);
        }
        // How far it has come at the most leads nowhere.
        if self.is_at_most(&courses.level) {
            return Some(MissingReason::NotMeant);
        }
        courses.level.goal.as_ref().err().map(|missing| missing.because.clone())
    }

    /// Is of what a programme reached in its time only known how far it has come at the most, since its figures began
    /// before that?
    pub fn is_at_most(&self, level: &Progress) -> bool {
        let is_of_own_time =
            matches!(self.target.reads, TargetMeasure::Programme(..)) && !self.target.is_of_year();
        is_of_own_time && level.now.as_ref().is_ok_and(|now| now.qualifier == Qualifier::AtMost)
    }

    /// The three paces.
    pub fn pace(&self, courses: &Courses, step: &RecentChange, time: &Time) -> Pace {
        let refused = self.no_pace(courses);
        let paced = |aim, change: &FigureResult, months: &Exact, rounding| match &refused {
            Some(because) => steps::none(self.what(aim), because.clone()),
            None => steps::per_month(self.what(aim), change, months, rounding),
        };
        // A share of those entitled goes at the pace of the share, in points: they are others next month. What a programme
        // reaches is counted.
        let is_programme = matches!(self.target.reads, TargetMeasure::Programme(..));
        let level_unit = courses.level.now.as_ref().ok().map(|now| now.unit);
        let by_share = self.rises() && !is_programme && level_unit == Some(Unit::Share);
        // Where nothing is counted at the start, the level has its pace all the same.
        let by_level = by_share || courses.count.reduced.is_err() && courses.level.reduced.is_ok();
        let (course, change) =
            if by_level { (&courses.level, &step.level) } else { (&courses.count, &step.count) };
        let (since, months) = (self.since_start(course), self.months_since_start());
        Pace {
            needed: paced(TargetField::PaceNeeded, &course.remaining, &time.months_left, Rounding::Up),
            year: paced(TargetField::PaceYear, &since, &months, Rounding::Nearest),
            period: paced(TargetField::PacePeriod, change, &step.months, Rounding::Nearest),
            from_start: Some(self.start_day()),
            from_before: step.from,
        }
    }

    /// The change since the start; before any progress there is none.
    pub fn since_start(&self, course: &Progress) -> FigureResult {
        if self.is_before_progress() {
            return steps::none(self.what(TargetField::Reduced), MissingReason::NoEarlier);
        }
        course.reduced.clone()
    }

    /// The day from which the year's change is reckoned: a programme starts from nothing with the year.
    pub(super) fn start_day(&self) -> NaiveDate {
        if matches!(self.target.reads, TargetMeasure::Programme(..)) {
            return self.target.eve();
        }
        self.base().day
    }

    fn months_since_start(&self) -> Exact {
        time::months_between(self.start_day(), self.judged_day())
    }

    /// What changed since the snapshot before the judged one.
    pub fn step(&self) -> RecentChange {
        let before = self.judged.and_then(|i| i.checked_sub(1));
        let earlier = before.and_then(|i| self.snapshot(i)).map(|s| s.as_of());
        let months = earlier.map_or(Exact::whole(0), |day| time::months_between(day, self.judged_day()));
        let what = self.what(TargetField::PacePeriod);
        let (Some(before), false) = (before, self.is_before_progress()) else {
            let none = || steps::none(what.clone(), MissingReason::NoEarlier);
            return RecentChange { level: none(), count: none(), from: None, months };
        };
        let (then, now) = (self.read(Some(before)), self.read(self.judged));
        let count = self.change(what.clone(), &then.count, &now.count);
        let rate = self.target.reads.of_group().filter(|(_, aspect)| aspect.is_rate());
        let level = match (rate, self.area(Some(before)), self.area(self.judged)) {
            (Some((group, rate)), Some(then), Some(now)) => {
                let pair = rate::pair(then, now, group, &rate);
                self.change(what, &pair.then, &pair.now)
            }
            _ => self.change(what, &then.level, &now.level),
        };
        RecentChange { level, count, from: earlier, months }
    }

    /// Towards the aim: a fall, or for coverage and programmes a rise.
    fn change(&self, what: Subject, then: &FigureResult, now: &FigureResult) -> FigureResult {
        if self.rises() { steps::difference(what, now, then) } else { steps::difference(what, then, now) }
    }
}
