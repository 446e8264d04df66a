//! A stated result that is final: from the counted change, else its own value, else its percent alone.

use std::cmp::Ordering;

use chrono::NaiveDate;

use super::super::exact::Exact;
use super::super::figure::Figure;
use super::super::measure::TargetField;
use super::super::ops::FigureResult;
use super::super::qualifier::Qualifier;
use super::super::snapshot::Snapshot;
use super::super::unit::Unit;
use super::assessment::Assessment;
use super::progress::Courses;
use super::steps;
use super::target_context::TargetContext;
use super::verdict::Standing;

impl TargetContext<'_> {
    /// The same target judged as on the day that its result counts for, by the snapshot of that day; else by the one
    /// that states the result, if it falls into the target's time; else by no snapshot at all.
    pub fn judged_on(self, counts: NaiveDate, stated_in: &Snapshot) -> Self {
        let day = |i: usize| self.snapshot(i).map(|s| s.as_of());
        let all = 0..self.history.up_to(self.at).len();
        let there = all.clone().find(|i| day(*i) == Some(counts));
        let stating = || self.own_time().find(|i| day(*i) == Some(stated_in.as_of()));
        Self { judged: there.or_else(stating), ..self }
    }

    /// The courses at the end: counted where both ends are counted, else from the stated value.
    pub fn courses_at_end(&self) -> (Courses, bool) {
        let counted = self.courses(None);
        let Some(value) = &self.target.result else { return (counted, true) };
        // A count of more than the time asked for is only a bound, and gives way to the number that is stated.
        let gives_way = |moved: &Figure| moved.qualifier == Qualifier::AtMost && value.exactly().is_some();
        match &counted.level.reduced {
            Ok(moved) if !gives_way(moved) => (counted, true),
            _ => (self.by_value(value), false),
        }
    }

    /// A value is the level reached where a level was asked, else the fall itself.
    fn by_value(&self, value: &Figure) -> Courses {
        if self.is_level() || self.is_kept() || self.rises() {
            return self.courses(Some(value));
        }
        let value = steps::in_unit(value, self.fall_unit());
        let value = Ok(self.result_in_all(&value));
        let start = self.courses(None).level.baseline;
        let now = steps::difference(self.what(TargetField::Now), &start, &value);
        let mut courses = self.courses(now.as_ref().ok());
        courses.level.reduced = value;
        if !self.target.reads.is_rate() {
            courses.count = courses.level.clone();
        }
        courses
    }

    /// The day of the level beside a result: the result's own where it states or makes the level, else that of the
    /// snapshot that is judged.
    pub fn day_of_level(&self, found: &Assessment, is_counted: bool) -> NaiveDate {
        let is_level = self.is_level() || self.is_kept() || self.rises();
        let is_of_result = !is_counted && (is_level || found.level.baseline.is_ok());
        if is_of_result { found.time.as_of } else { self.judged_day() }
    }

    /// A stated fall in all: the average of a year, times the years that it speaks of.
    pub fn result_in_all(&self, value: &Figure) -> Figure {
        self.result_years().map_or_else(|| value.clone(), |years| steps::in_all(value, &years))
    }

    /// The years of which a stated result is the average.
    pub fn result_years(&self) -> Option<Exact> {
        self.target.averages.then(|| self.years_until(self.evidence.interim().unwrap_or(self.due)))
    }

    /// The standing of a result.
    pub fn final_standing(&self, courses: &Courses) -> Standing {
        let level = &courses.level;
        if self.is_kept() {
            return self.kept_by(courses, self.due);
        }
        if let Some(way) = self.way_of(level) {
            return way.standing(&Exact::whole(1), true);
        }
        if let (true, Ok(now), Ok(aim)) = (self.is_level(), &level.now, &level.aim) {
            let good = self.level_against(now, aim) != Ordering::Less;
            return if good { Standing::Met } else { Standing::Missed };
        }
        match &self.target.percent_of_aim {
            Some(percent) => of_percent(percent),
            None => Standing::NoData,
        }
    }

    /// A level to keep, by snapshots; where none speaks, by the level that is stated for a day.
    pub fn kept_by(&self, courses: &Courses, day: NaiveDate) -> Standing {
        let broken = self.keep();
        let (Standing::NoData, Ok(now), Ok(aim)) = (broken, &courses.level.now, &courses.level.aim) else {
            return broken;
        };
        if self.breaks(now, aim) { Standing::Broken { since: day } } else { Standing::Kept }
    }

    /// *Done* of a result: computed, else the percent alone.
    pub fn done_at_end(&self, courses: &Courses) -> FigureResult {
        let done = self.done(&courses.level);
        match &self.target.percent_of_aim {
            Some(percent) if done.is_err() => Ok(steps::in_unit(percent, Unit::Share)),
            _ => done,
        }
    }
}

fn of_percent(percent: &Figure) -> Standing {
    let done = percent.amount.low().cmp(&Exact::whole(100));
    let done = steps::side_of(done, percent.qualifier);
    Standing::reached(done).unwrap_or(Standing::Missed)
}
