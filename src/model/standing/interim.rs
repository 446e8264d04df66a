//! How it is found what a target is judged by: a statement made before the due date is one of a share of the plan; it
//! is set against the time gone by its own day, and the next figure ends it.

use chrono::NaiveDate;

use super::super::exact::Exact;
use super::super::snapshot::Snapshot;
use super::super::target::TargetMeasure;
use super::evidence::Evidence;
use super::progress::Courses;
use super::steps;
use super::target_context::TargetContext;
use super::time::Time;
use super::verdict::{Standing, TargetProgress};

impl TargetContext<'_> {
    /// The same target with what it is judged by, as `stated_in` words it.
    pub fn with_evidence(self, stated_in: &Snapshot) -> Self {
        Self { evidence: self.evidence_of(stated_in), ..self }
    }

    fn evidence_of(&self, stated_in: &Snapshot) -> Evidence {
        if !self.target.has_result() {
            return Evidence::Figures;
        }
        let day = self.target.result_day(&stated_in.origin);
        if day >= self.target.final_from() {
            return Evidence::Final;
        }
        let is_later = |i: &usize| self.figure_day(*i) > day && self.has_figure(*i);
        let has_later = (0..self.history.up_to(self.at).len()).any(|i| is_later(&i));
        if has_later { Evidence::Figures } else { Evidence::Interim(day) }
    }

    /// The day that the figure of a snapshot holds: what a programme reached, the end of its period.
    fn figure_day(&self, index: usize) -> NaiveDate {
        let origin = self.snapshot(index).map(|s| &s.origin);
        origin.map_or(NaiveDate::MIN, |origin| match self.target.reads {
            TargetMeasure::Programme(..) => origin.period.last,
            TargetMeasure::Rate(_)
            | TargetMeasure::Households(_)
            | TargetMeasure::AmongRate(..)
            | TargetMeasure::AmongHouseholds(..)
            | TargetMeasure::PolicyFamilies(_)
            | TargetMeasure::Coverage(_)
            | TargetMeasure::Indicator(..)
            | TargetMeasure::Task(_) => origin.as_of,
        })
    }

    /// The time of an interim statement: its own day; where the snapshot counts both ends, that of the count.
    pub fn interim_time(&self, day: NaiveDate, is_counted: bool) -> Time {
        let as_of = if is_counted { self.judged_day() } else { day };
        self.time_at(as_of)
    }

    /// The standing of an interim statement: as of a figure of its day, else of the percent alone.
    pub fn interim_standing(&self, courses: &Courses, time: &Time) -> Standing {
        if self.is_kept() {
            return self.kept_by(courses, time.as_of);
        }
        // A fall that is stated needs no start.
        let way = self.way_of(&courses.level).filter(|_| time.has_begun() && !self.awaits_review(time.as_of));
        if let Some(way) = way {
            return way.standing(&time.gone_of_one(), false);
        }
        let found = self.standing(courses, time);
        let says_level = self.is_level() && courses.level.now.is_ok();
        match (&found, &self.target.percent_of_aim) {
            (Standing::NoData | Standing::NoBaseline, Some(percent)) if !says_level && time.has_begun() => {
                let (fallen, asked) = (percent.amount.low().clone(), Exact::whole(100));
                let against_aim = steps::side_of(fallen.cmp(&asked), percent.qualifier);
                TargetProgress { fallen, asked, against_aim }.standing(&time.gone_of_one(), false)
            }
            // Its date is there before what settles it: that ends nothing yet.
            (Standing::Missed, _) => Standing::Behind,
            _ => found,
        }
    }
}
