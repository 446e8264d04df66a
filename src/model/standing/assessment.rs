//! The whole of a target at the shown snapshot: its standing and every figure that stands behind it.

use chrono::NaiveDate;

use super::super::history::History;
use super::super::measure::{Cover, Measure, Subject, TargetField};
use super::super::ops::{self, FigureResult, Missing, MissingReason};
use super::super::qualifier::Side;
use super::super::snapshot::Snapshot;
use super::super::target::{Profile, Target, TargetMeasure};
use super::asked::{Asked, Attainment, FarEnd};
use super::evidence::Evidence;
use super::pace::Pace;
use super::progress::{Courses, Progress};
use super::projection::{Ahead, Projection};
use super::steps;
use super::target_context::TargetContext;
use super::task::{self, TaskStanding};
use super::time::Time;
use super::verdict::Standing;

/// A target at the shown snapshot. Every figure is there with its story, or says why it is not.
#[derive(Debug, Clone)]
pub struct Assessment {
    /// The word.
    pub standing: Standing,
    /// What it rests on.
    pub evidence: Evidence,
    /// When it is due; a task may have no date.
    pub due: Option<NaiveDate>,
    /// Its time, at the day of the judged figure; for a stated result at the due date.
    pub time: Time,
    /// The day of what stands now: of a level that no result states that of its snapshot.
    pub level_day: NaiveDate,
    /// The course in the unit of the measure.
    pub level: Progress,
    /// The course in what is counted (households; those covered or reached).
    pub count: Progress,
    /// All households; those entitled; what was planned.
    pub whole: FigureResult,
    /// Those entitled who are still without, whatever share of them is asked for.
    pub without: FigureResult,
    /// What is asked as it is written: with the word of a bound, with both ends of a range.
    pub asked: Asked,
    /// The far end, where a range is asked for.
    pub far: Option<FarEnd>,
    /// The fall in an average year so far: at the end of a year, of a time of several.
    pub average: FigureResult,
    /// The part of the way to the aim, of a range to its mild end, as a bar shows it.
    pub way: FigureResult,
    /// The percent of the aim, computed; inside a range there is none.
    pub done: FigureResult,
    /// The same after the rounding of reported rates, as a range.
    pub done_range: FigureResult,
    /// The result as stated; none once a later figure speaks.
    pub result: FigureResult,
    /// The percent of the aim as stated.
    pub percent_of_aim: FigureResult,
    /// By how much the aim is exceeded, in the measure's own unit; for what is to rise, in what is counted.
    pub surplus: FigureResult,
    /// The same in what is counted: households beyond a rate.
    pub surplus_count: FigureResult,
    /// What is told of how far it came: what the standing rests on, save where the report states the same.
    pub outcome: Attainment,
    /// What the report states where that is something else.
    pub otherwise: Option<Attainment>,
    /// How fast.
    pub pace: Pace,
    /// Where it leads.
    pub projection: Projection,
    /// What there is to say besides.
    pub remarks: Remarks,
    pub(super) name: Subject,
}

/// What there is to say of a target besides its figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Remarks {
    /// Today is past the due date and no figure on or after it is there: "chưa có số liệu cuối năm".
    pub year_end_missing: bool,
    /// A task is past its date and not known to be done: "đã qua hạn".
    pub past_due: bool,
    /// More are covered than entitled.
    pub contradictory: bool,
}

/// A target, worded by the snapshot `stated_in`, as the snapshot at `at` and the earlier ones show it today.
pub fn assess(
    history: &History,
    at: usize,
    stated_in: &Snapshot,
    target: &Target,
    now: NaiveDate,
) -> Assessment {
    let mild = assess_number(history, at, stated_in, target, now);
    match target.at_far_end() {
        Some(far) => mild.up_to(assess_number(history, at, stated_in, &far, now)),
        None => mild,
    }
}

/// A target that asks for one number.
fn assess_number(
    history: &History,
    at: usize,
    stated_in: &Snapshot,
    target: &Target,
    now: NaiveDate,
) -> Assessment {
    let case = TargetContext::new(history, at, target).with_evidence(stated_in);
    if let TargetMeasure::Task(id) = &target.reads {
        let (found, due) = task::of_target(history, case.at, target, id, now);
        return case.of_task(found, due);
    }
    match case.evidence {
        Evidence::Figures => case.running(case.courses(None), case.time(), now),
        Evidence::Interim(day) => case.judged_on(day, stated_in).interim(day, now),
        Evidence::Final => case.judged_on(case.due, stated_in).ended(),
    }
}

/// Is nothing asked, since the start is there already?
fn is_there(asked: &FigureResult) -> bool {
    matches!(asked, Err(Missing { because: MissingReason::AlreadyThere, .. }))
}

impl TargetContext<'_> {
    /// A target of which a result was stated before it is due.
    fn interim(&self, day: NaiveDate, today: NaiveDate) -> Assessment {
        let (courses, is_counted) = self.courses_at_end();
        let time = self.interim_time(day, is_counted);
        let standing = self.interim_standing(&courses, &time);
        let done = self.done_at_end(&courses);
        let mut it = self.running(courses, time, today);
        it.standing = standing;
        it.done = it.done.or(done);
        it.way = it.done.clone();
        it.apply_standing(self);
        it.outcome = it.counted();
        it.choose_outcome(self, is_counted);
        it.level_day = self.day_of_level(&it, is_counted);
        it
    }

    /// A target that has not ended.
    fn running(&self, courses: Courses, time: Time, today: NaiveDate) -> Assessment {
        let done = self.done_in(&courses.level, &time);
        let done_range = self.done_range(&courses.level, &done);
        let step = self.step();
        let is_past = today > self.due || self.is_end_unknown();
        let remarks = Remarks { year_end_missing: is_past && !self.has_year_end(), ..Remarks::default() };
        let standing = self.standing(&courses, &time);
        let pace = self.pace(&courses, &step, &time);
        let projection = self.projection(&courses, &step, &time);
        self.assemble(standing, time, courses, (done, done_range), (pace, projection), remarks)
    }

    /// A target whose result is stated: nothing lies ahead of it.
    fn ended(&self) -> Assessment {
        let time = self.time_at(self.due);
        let (courses, counted) = self.courses_at_end();
        let done = self.done_at_end(&courses);
        let range = if counted { self.done_range(&courses.level, &done) } else { done.clone() };
        let standing = self.final_standing(&courses);
        let ahead = self.nothing_ahead(&MissingReason::DuePassed);
        let mut it = self.assemble(standing, time, courses, (done, range), ahead, Remarks::default());
        it.choose_outcome(self, counted);
        it.level_day = self.day_of_level(&it, counted);
        it
    }

    /// The percent of the aim. Of a year that has not begun nothing is done, and nothing is not 0 %.
    fn done_in(&self, level: &Progress, time: &Time) -> FigureResult {
        if time.has_begun() {
            self.done(level)
        } else {
            steps::none(self.what(TargetField::Done), MissingReason::TooEarly)
        }
    }

    /// Is the stock of that day not yet settled by the review of its own year?
    pub fn awaits_review(&self, day: NaiveDate) -> bool {
        self.target.profile == Profile::Review && day < self.target.review_end(day)
    }

    /// The standing by the figures of a course.
    pub fn standing(&self, courses: &Courses, time: &Time) -> Standing {
        let level = &courses.level;
        if self.awaits_review(time.as_of) {
            return Standing::Awaiting;
        }
        if self.is_kept() {
            return self.keep();
        }
        let (Ok(now), true) = (&level.now, time.has_begun()) else { return Standing::NoData };
        if let Some(way) = self.way_of(level) {
            let found = way.standing(&time.gone_of_one(), time.is_due());
            let is_sure = matches!(found, Standing::Behind | Standing::Missed) || !self.is_at_most(level);
            return if is_sure { found } else { Standing::UnderWay };
        }
        match &level.aim {
            Ok(aim) if self.is_level() || is_there(&level.goal) => {
                let there = self.level_against(now, aim).is_ge();
                self.by_level_alone(there, &level.goal, time)
            }
            _ if level.baseline.is_err() => Standing::NoBaseline,
            _ => Standing::NoData,
        }
    }

    /// A level asked for that has no way to it: the start is unknown, or was there already.
    fn by_level_alone(&self, there: bool, asked: &FigureResult, time: &Time) -> Standing {
        match (there, time.is_due()) {
            _ if !is_there(asked) && !self.rises() && !time.is_due() => Standing::NoBaseline,
            (true, _) => Standing::Met,
            (false, true) => Standing::Missed,
            (false, false) if self.rises() => Standing::UnderWay,
            (false, false) => Standing::Behind,
        }
    }

    fn assemble(
        &self,
        standing: Standing,
        time: Time,
        courses: Courses,
        (done, done_range): (FigureResult, FigureResult),
        (pace, projection): (Pace, Projection),
        remarks: Remarks,
    ) -> Assessment {
        let speaks = self.evidence != Evidence::Figures;
        let stated = |figure: &Option<_>, aim| {
            ops::stated(figure.as_ref().filter(|_| speaks).cloned(), || self.what(aim))
        };
        let (asked, without) = (self.asked(&courses), self.without(&courses));
        let mut it = Assessment {
            standing,
            without,
            asked,
            far: None,
            average: self.average(&courses.level, &time),
            way: done.clone(),
            evidence: self.evidence,
            due: Some(self.due),
            level_day: self.judged_day(),
            time,
            level: courses.level,
            count: courses.count,
            whole: courses.whole,
            done,
            done_range,
            result: stated(&self.target.result, TargetField::Result),
            percent_of_aim: stated(&self.target.percent_of_aim, TargetField::PercentOfAim),
            surplus: steps::none(self.what(TargetField::Surplus), MissingReason::NotMeant),
            surplus_count: steps::none(self.what(TargetField::Surplus), MissingReason::NotMeant),
            outcome: Attainment {
                reached: steps::none(self.what(TargetField::Reduced), MissingReason::NotMeant),
                percent: steps::none(self.what(TargetField::Done), MissingReason::NotMeant),
                beyond: steps::none(self.what(TargetField::Surplus), MissingReason::NotMeant),
                is_stated: false,
            },
            otherwise: None,
            pace,
            projection,
            remarks,
            name: self.what(TargetField::Goal),
        };
        it.apply_standing(self);
        it.outcome = it.counted();
        it
    }

    /// Entitled less covered, both of today.
    fn without(&self, courses: &Courses) -> FigureResult {
        let none = || steps::none(self.what(TargetField::Lacking), MissingReason::NotMeant);
        let TargetMeasure::Coverage(id) = &self.target.reads else { return none() };
        let snapshot = self.judged.and_then(|index| self.snapshot(index));
        let entry = snapshot.and_then(|s| Some((s, s.coverage.find(id)?)));
        let Some((snapshot, entry)) = entry else { return none() };
        let what = snapshot.whole.what(Measure::Coverage(entry.named.clone(), Cover::Without));
        steps::rest(what, &courses.whole, &courses.count.now)
    }

    fn of_task(&self, found: TaskStanding, due: Option<NaiveDate>) -> Assessment {
        let remarks = Remarks { past_due: found.past_due, ..Remarks::default() };
        let none = |aim| steps::none(self.what(aim), MissingReason::NotMeant);
        let courses =
            Courses { level: self.no_course(), count: self.no_course(), whole: none(TargetField::Now) };
        let done = (none(TargetField::Done), none(TargetField::Done));
        let ahead = self.nothing_ahead(&MissingReason::NotMeant);
        let mut it = self.assemble(found.standing, self.time(), courses, done, ahead, remarks);
        it.due = due;
        it
    }

    fn no_course(&self) -> Progress {
        let none = |aim| steps::none(self.what(aim), MissingReason::NotMeant);
        Progress {
            baseline: none(TargetField::Baseline),
            now: none(TargetField::Now),
            aim: none(TargetField::Level),
            goal: none(TargetField::Goal),
            reduced: none(TargetField::Reduced),
            remaining: none(TargetField::Remaining),
        }
    }

    fn nothing_ahead(&self, because: &MissingReason) -> (Pace, Projection) {
        let none = |aim| steps::none(self.what(aim), because.clone());
        let ahead = |aim| Ahead {
            count: none(aim),
            level: none(aim),
            short: none(TargetField::Short),
            short_level: none(TargetField::Short),
        };
        let pace = Pace {
            needed: none(TargetField::PaceNeeded),
            year: none(TargetField::PaceYear),
            period: none(TargetField::PacePeriod),
            from_start: None,
            from_before: None,
        };
        (
            pace,
            Projection {
                by_year: ahead(TargetField::Projected),
                by_period: ahead(TargetField::ProjectedByPeriod),
            },
        )
    }
}

impl Assessment {
    /// What follows from the standing: by how much the aim is exceeded, nothing left of one that is reached, no
    /// merit from more covered than there are.
    fn apply_standing(&mut self, case: &TargetContext) {
        self.remarks.contradictory = self.is_contradictory(case);
        if self.remarks.contradictory && self.standing == Standing::Exceeded {
            self.standing = Standing::Met;
        }
        if self.standing == Standing::Exceeded && self.is_borne_out() {
            self.go_beyond(case);
        }
        if self.standing.is_reached() {
            let none = |aim| steps::none(case.what(aim), MissingReason::NothingLeft);
            let fields = [TargetField::Remaining, TargetField::RemainingHouseholds];
            let rising = [TargetField::Lacking, TargetField::LackingCount];
            let [level, count] = if case.rises() { rising } else { fields };
            self.level.remaining = none(level);
            self.count.remaining = none(count);
            self.pace.needed = none(TargetField::PaceNeeded);
        }
    }

    /// May the truth lie no further back than the number that earned the standing? What only is "under" or "about"
    /// an exceeded aim exceeds it by no number.
    fn is_borne_out(&self) -> bool {
        let side = self.done.as_ref().map_or(Side::Here, |done| done.qualifier.side());
        matches!(side, Side::Here | Side::Above)
    }

    fn go_beyond(&mut self, case: &TargetContext) {
        let (level, count) = (&self.level, &self.count);
        let beyond = |more, than| steps::difference(case.what(TargetField::Surplus), more, than);
        self.surplus =
            if case.rises() { beyond(&count.now, &count.aim) } else { beyond(&level.reduced, &level.goal) };
        self.surplus_count = if case.target.reads.is_rate() {
            steps::rest(case.what(TargetField::Surplus), &count.aim, &count.now)
        } else {
            self.surplus.clone()
        };
    }

    fn is_contradictory(&self, case: &TargetContext) -> bool {
        let (TargetMeasure::Coverage(_), Ok(now), Ok(whole)) =
            (&case.target.reads, &self.count.now, &self.whole)
        else {
            return false;
        };
        let certain = now.exactly().zip(whole.exactly());
        certain.is_some_and(|(now, whole)| now > whole)
    }

    /// The subject of a figure of this target.
    pub(super) fn what(&self, aim: TargetField) -> Subject {
        let mut what = self.name.clone();
        if let Measure::Target(_, of) = &mut what.measure {
            *of = aim;
        }
        what
    }

    /// What was reached, on the basis that is told.
    pub fn reached(&self) -> &FigureResult {
        &self.outcome.reached
    }

    /// The percent of the aim on the same basis.
    pub fn percent(&self) -> &FigureResult {
        &self.outcome.percent
    }
}
