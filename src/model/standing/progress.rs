//! The course of a target: where it started, where it is, where it should be; in its own unit and in what is counted.

use chrono::Datelike;

use super::super::area::Area;
use super::super::exact::Exact;
use super::super::figure::Figure;
use super::super::measure::{Aspect, Group, TargetField};
use super::super::ops::{self, FigureResult, MissingReason};
use super::super::target::{AimKind, TargetMeasure};
use super::super::unit::Unit;
use super::level_reading::LevelReading;
use super::rate::{self, Pair};
use super::steps;
use super::target_context::TargetContext;
use super::time::{self, Time};

/// The figures of a target's course in one unit. For coverage and programmes, which are to rise, all changes are
/// rises.
#[derive(Debug, Clone)]
pub struct Progress {
    /// The level that the year starts from.
    pub baseline: FigureResult,
    /// The level now.
    pub now: FigureResult,
    /// The level asked for.
    pub aim: FigureResult,
    /// The change asked.
    pub goal: FigureResult,
    /// The change since the baseline, towards the aim.
    pub reduced: FigureResult,
    /// Still to go.
    pub remaining: FigureResult,
}

/// The course in the measure's own unit and in what is counted.
pub(super) struct Courses {
    /// Of a rate, a share or a count, as the measure has it.
    pub level: Progress,
    /// Households; those covered; what was reached. The same as the level where that is a count.
    pub count: Progress,
    /// All of which the count is a part.
    pub whole: FigureResult,
}

/// What the figures of a course are called.
struct Names {
    asked: TargetField,
    fallen: TargetField,
    left: TargetField,
}

const LEVEL: Names =
    Names { asked: TargetField::Goal, fallen: TargetField::Reduced, left: TargetField::Remaining };
const COUNT: Names = Names {
    asked: TargetField::GoalHouseholds,
    fallen: TargetField::ReducedHouseholds,
    left: TargetField::RemainingHouseholds,
};

const RISING: Names = Names { left: TargetField::Lacking, ..LEVEL };
const RISING_COUNT: Names =
    Names { asked: TargetField::GoalCount, fallen: TargetField::RisenCount, left: TargetField::LackingCount };

impl TargetContext<'_> {
    /// The courses with the judged snapshot as now, or with `now` in its place (a stated result).
    pub fn courses(&self, now: Option<&Figure>) -> Courses {
        let courses = self.courses_to_number(now);
        if self.target.is_strict() { self.past_number(courses) } else { courses }
    }

    /// The change since the start over the years since then: of several, at the end of a year.
    pub fn average(&self, level: &Progress, time: &Time) -> FigureResult {
        let what = self.what(TargetField::Average);
        let years = time.as_of.year() - time.start.year();
        let is_end = time::months_between(time.start, time.as_of) == Exact::whole(i64::from(years) * 12);
        let is_fall = self.target.reads.falls() && !self.is_kept();
        if self.target.from.is_none() || years < 1 || !is_end || !is_fall {
            return steps::none(what, MissingReason::NotMeant);
        }
        let [reduced] = ops::all(&what, [&level.reduced])?;
        let average = steps::of_year(reduced, &Exact::whole(i64::from(years)))?;
        Ok(Figure { subject: what, ..average })
    }

    /// Where the number asked for is not enough, the next whole one is what is counted down or up to.
    fn past_number(&self, mut courses: Courses) -> Courses {
        if self.is_kept() {
            return courses;
        }
        let what = self.what(TargetField::LevelHouseholds);
        let is_counted = courses.level.aim.as_ref().is_ok_and(|aim| aim.unit.is_count());
        let count = &mut courses.count;
        // A percent of which the whole is not known has no next number.
        if !is_counted && matches!(self.target.reads, TargetMeasure::Indicator(..)) {
            return courses;
        }
        let (from, to, left) = (&count.now, &count.aim, self.what(COUNT.left));
        let next = match (is_counted, self.rises()) {
            (true, rises) => steps::next_whole(what, to, rises),
            (false, true) => steps::floor_of_share(what.clone(), &courses.level.aim, &courses.whole)
                .and_then(|floor| steps::next_whole(what, &Ok(floor), true)),
            (false, false) => steps::most_under_rate(what, &courses.level.aim, &courses.whole),
        };
        count.remaining =
            if self.rises() { steps::rest(left, &next, from) } else { steps::rest(left, from, &next) };
        // What leads to that number is the change asked for, too.
        if !is_counted && !self.rises() && count.goal.is_ok() {
            count.goal = steps::difference(self.what(COUNT.asked), &count.baseline, &next);
        }
        count.aim = next;
        if is_counted {
            courses.level.remaining.clone_from(&count.remaining);
        }
        courses
    }

    /// The courses to the number itself.
    fn courses_to_number(&self, now: Option<&Figure>) -> Courses {
        let mut read = self.read(self.judged);
        let then = self.start();
        if let Some((group, rate)) = self.target.reads.of_group().filter(|(_, aspect)| aspect.is_rate()) {
            return self.of_rate(group, &rate, read, then, now);
        }
        if let Some(now) = now {
            read = self.stated(read, now);
        }
        if self.rises() { self.rising(read, then) } else { self.counted(read, then) }
    }

    /// What the year starts from. A level that the target states takes the place of the one read.
    fn start(&self) -> LevelReading {
        let base = self.base();
        let missing = || steps::none(self.what(TargetField::Baseline), MissingReason::NoEarlier);
        let mut read = match base.index {
            Some(index) => self.read(Some(index)),
            None => LevelReading { level: missing(), count: missing(), whole: missing() },
        };
        if let Some(stated) = base.stated {
            if self.target.reads.is_rate() {
                read.level = Ok(steps::in_unit(stated, Unit::Percent));
            } else {
                read = self.stated(read, stated);
            }
        }
        read
    }

    /// A stated count in the place of the one read. Of an entitlement its share of those read follows.
    fn stated(&self, read: LevelReading, figure: &Figure) -> LevelReading {
        if self.reads_share() && !figure.unit.is_count() {
            return LevelReading { level: Ok(steps::in_unit(figure, Unit::Share)), ..read };
        }
        let count = Ok(steps::in_unit(figure, self.count_unit(&read)));
        if !self.is_of_whole(&read) {
            return LevelReading { level: count.clone(), count, whole: read.whole };
        }
        let level = steps::percentage(self.what(TargetField::Now), Unit::Share, &count, &read.whole);
        LevelReading { level, count, whole: read.whole }
    }

    /// The unit of what is counted: of a programme or an entitlement its own.
    fn count_unit(&self, read: &LevelReading) -> Unit {
        if matches!(self.target.reads, TargetMeasure::Indicator(..)) {
            return self.level_unit();
        }
        if !matches!(self.target.reads, TargetMeasure::Programme(..) | TargetMeasure::Coverage(_)) {
            return Unit::Household;
        }
        let counted = [&read.count, &read.whole].into_iter().find_map(|known| known.as_ref().ok());
        counted.map_or_else(|| self.level_unit(), |figure| figure.unit)
    }

    fn of_rate(
        &self,
        group: Group,
        rate: &Aspect,
        read: LevelReading,
        then: LevelReading,
        now: Option<&Figure>,
    ) -> Courses {
        let pair = match now {
            Some(now) => Pair { then: then.level.clone(), now: Ok(steps::in_unit(now, Unit::Percent)) },
            None => self.rates(group, rate, &read, &then),
        };
        let (asked, aim) = self.fall_asked(&pair.then);
        let level = self.falling(&LEVEL, pair.then, pair.now, asked, aim);
        let (asked, aim) = self.in_households(&level, &then, &read);
        let count = self.falling(&COUNT, then.count, read.count, asked, aim);
        Courses { level, count, whole: read.whole }
    }

    /// Both rates of one kind.
    fn rates(&self, group: Group, rate: &Aspect, read: &LevelReading, then: &LevelReading) -> Pair {
        let base = self.base();
        match (&then.level, self.area(base.index), self.area(self.judged)) {
            (Ok(stated), _, Some(now)) if base.stated.is_some() => rate::pair_with(stated, now, group, rate),
            (_, Some(then), Some(now)) => rate::pair(then, now, group, rate),
            _ => Pair { then: then.level.clone(), now: read.level.clone() },
        }
    }

    fn counted(&self, read: LevelReading, then: LevelReading) -> Courses {
        let (asked, aim) = self.fall_asked(&then.level);
        let level = self.falling(&LEVEL, then.level, read.level, asked, aim);
        Courses { count: level.clone(), level, whole: read.whole }
    }

    /// The fall asked and the level it leads to, from whichever of the two the target states.
    fn fall_asked(&self, base: &FigureResult) -> (FigureResult, FigureResult) {
        let level = |asked: &FigureResult| steps::difference(self.what(TargetField::Level), base, asked);
        match self.stated_aim() {
            Some((AimKind::ReduceBy | AimKind::ReduceByPoints, asked)) => {
                let asked = Ok(steps::in_unit(&asked, self.fall_unit()));
                let aim = level(&asked);
                (asked, aim)
            }
            Some((AimKind::ReduceByPercent, share)) => {
                let asked = steps::ceil_of_share(self.what(TargetField::Goal), &Ok(share), base);
                let aim = level(&asked);
                // A share of nothing asks for nothing.
                (asked.and_then(Self::something), aim)
            }
            Some((AimKind::KeepAt, aim)) => (
                steps::none(self.what(TargetField::Goal), MissingReason::NotMeant),
                Ok(steps::in_unit(&aim, self.level_unit())),
            ),
            Some((_, aim)) => {
                let aim = Ok(steps::in_unit(&aim, self.level_unit()));
                (self.way(&LEVEL, base, &aim), aim)
            }
            None => {
                let asked = self.aim_of_result();
                let aim = level(&asked);
                (asked, aim)
            }
        }
    }

    /// From one level to a better one; nothing to ask where the year begins there.
    fn way(&self, names: &Names, from: &FigureResult, to: &FigureResult) -> FigureResult {
        Self::something(steps::difference(self.what(names.asked), from, to)?)
    }

    fn something(asked: Figure) -> FigureResult {
        if asked.amount.low().is_positive() {
            Ok(asked)
        } else {
            steps::none(asked.subject, MissingReason::AlreadyThere)
        }
    }

    /// The aim of a rate in households. Before any progress, without an own total: points × total, and what that
    /// leaves; else the whole households that the rate asked for allows, and what that is below the baseline.
    fn in_households(
        &self,
        level: &Progress,
        then: &LevelReading,
        read: &LevelReading,
    ) -> (FigureResult, FigureResult) {
        let states_total = |area: &Area| area.all_households().is_ok();
        let of_part = self.target.reads.part().is_some();
        let own_total =
            if of_part { read.whole.is_ok() } else { self.area(self.judged).is_some_and(states_total) };
        let (asked, aim) = (self.what(TargetField::GoalHouseholds), self.what(TargetField::LevelHouseholds));
        if self.is_before_progress() && !own_total {
            let asked = steps::points_in_households(asked, &level.goal, &read.whole);
            let left = steps::difference(aim, &then.count, &asked);
            return (asked, left);
        }
        let left = steps::floor_of_rate(aim, &level.aim, &read.whole);
        (steps::difference(asked, &then.count, &left), left)
    }

    fn falling(
        &self,
        names: &Names,
        baseline: FigureResult,
        now: FigureResult,
        asked: FigureResult,
        aim: FigureResult,
    ) -> Progress {
        let fallen = steps::difference(self.what(names.fallen), &baseline, &now);
        let left = self.left(names, &now, &aim);
        Progress { baseline, now, aim, goal: asked, reduced: fallen, remaining: left }
    }

    fn left(&self, names: &Names, from: &FigureResult, to: &FigureResult) -> FigureResult {
        if self.is_kept() {
            return steps::none(self.what(names.left), MissingReason::NotMeant);
        }
        steps::rest(self.what(names.left), from, to)
    }

    fn rising(&self, read: LevelReading, then: LevelReading) -> Courses {
        let (aim, count_aim) = self.aims_to_rise(&read);
        let level = self.rise(&RISING, then.level, read.level, aim);
        let count = self.rise(&RISING_COUNT, then.count, read.count, count_aim);
        Courses { level, count, whole: read.whole }
    }

    /// The number that a share asks for; of a plan that is a floor it is exact, as the floor is what was asked.
    fn share_in_counts(&self, share: &FigureResult, whole: &FigureResult) -> FigureResult {
        let count = steps::ceil_of_share(self.what(TargetField::LevelCount), share, whole)?;
        let is_plan = matches!(self.target.reads, TargetMeasure::Programme(..));
        let is_floor = whole.as_ref().is_ok_and(|whole| whole.qualifier.is_floor());
        Ok(if is_plan && is_floor { count.at_its_number() } else { count })
    }

    /// Is the level a share of a whole? A number to be covered is followed by its share too, where those entitled are
    /// known: the number alone falls where fewer are entitled.
    fn is_of_whole(&self, read: &LevelReading) -> bool {
        let is_covered = matches!(self.target.reads, TargetMeasure::Coverage(_));
        self.reads_share() || is_covered && read.level.as_ref().is_ok_and(|level| level.unit == Unit::Share)
    }

    /// The level asked for and the number that it is, of those entitled or planned today.
    fn aims_to_rise(&self, read: &LevelReading) -> (FigureResult, FigureResult) {
        let aim = self.aim_to_rise(read);
        if self.reads_share() {
            let count = self.share_in_counts(&aim, &read.whole);
            (aim, count)
        } else if self.is_of_whole(read) {
            (steps::percentage(self.what(TargetField::Level), Unit::Share, &aim, &read.whole), aim)
        } else {
            (aim.clone(), aim)
        }
    }

    fn aim_to_rise(&self, read: &LevelReading) -> FigureResult {
        match self.stated_aim() {
            Some((AimKind::Reach, aim)) => Ok(steps::in_unit(&aim, self.count_unit(read))),
            Some((_, aim)) if self.reads_share() => Ok(steps::in_unit(&aim, Unit::Share)),
            Some((_, aim)) => Ok(steps::in_unit(&aim, self.count_unit(read))),
            None => self.level_of_result(),
        }
    }

    /// A programme starts from nothing: what is reached is the rise, the aim is what is asked.
    fn rise(&self, names: &Names, baseline: FigureResult, now: FigureResult, aim: FigureResult) -> Progress {
        let left = self.left(names, &aim, &now);
        if matches!(self.target.reads, TargetMeasure::Programme(..)) {
            let baseline = steps::none(self.what(TargetField::Baseline), MissingReason::NotMeant);
            return Progress { baseline, goal: aim.clone(), reduced: now.clone(), now, aim, remaining: left };
        }
        let asked = if self.is_kept() {
            steps::none(self.what(names.asked), MissingReason::NotMeant)
        } else {
            self.way(names, &aim, &baseline)
        };
        let fallen = steps::difference(self.what(names.fallen), &now, &baseline);
        Progress { baseline, now, aim, goal: asked, reduced: fallen, remaining: left }
    }
}
