//! What was reached of a target and what part of its aim that is: as the report states it, or as its snapshots count
//! it. A sentence, a row and a bar tell one of the two, never a figure of one beside a percent of the other.

use super::super::exact::Exact;
use super::super::figure::Figure;
use super::super::interval::Interval;
use super::super::measure::TargetField;
use super::super::ops::{self, FigureResult, MissingReason};
use super::super::target::AimKind;
use super::super::unit::Unit;
use super::asked::Attainment;
use super::assessment::Assessment;
use super::steps;
use super::target_context::TargetContext;
use super::time::years_between;
use super::verdict::Standing;

impl Assessment {
    /// What is asked in all, of one of the years that the target has: a stated average is set against that.
    pub fn of_year(&self, all: &Figure) -> FigureResult {
        let time = &self.time;
        steps::of_year(all, &years_between(time.start, time.due))
    }

    /// What the snapshots count.
    pub(super) fn counted(&self) -> Attainment {
        Attainment {
            reached: self.level.reduced.clone(),
            percent: self.done.clone(),
            beyond: self.surplus.clone(),
            is_stated: false,
        }
    }

    /// Chooses what is told of a target that has ended: the stated result where nothing else is counted or both agree
    /// within their rounding; else what is counted, for the standing rests on that, and what is stated beside it.
    pub(super) fn choose_outcome(&mut self, case: &TargetContext, is_counted: bool) {
        let stated = self.stated(case);
        let is_alone = case.target.result.is_none();
        let has_counted = self.outcome.reached.is_ok() && self.outcome.percent.is_ok();
        if is_counted && !self.agrees(case, &stated) {
            self.otherwise = Some(stated);
        } else if !(is_alone && is_counted && has_counted) {
            self.outcome = stated;
        }
    }

    /// The result as the report states it, with its stated percent, else the one that follows from it.
    fn stated(&self, case: &TargetContext) -> Attainment {
        let reached = self.stated_reached(case);
        let follows =
            || ops::percentage(case.what(TargetField::Done), Unit::Share, &reached, &self.level.goal);
        let percent = match (&self.percent_of_aim, case.rises()) {
            (Ok(_), _) => self.percent_of_aim.clone(),
            (Err(_), true) => self.done.clone(),
            (Err(_), false) => follows(),
        };
        let beyond = self.stated_beyond(case, &reached);
        Attainment { reached, percent, beyond, is_stated: true }
    }

    /// The fall that a stated result is; of what is to rise the level.
    fn stated_reached(&self, case: &TargetContext) -> FigureResult {
        let is_level = matches!(case.kind(), Some(AimKind::Reach));
        let Ok(result) = &self.result else { return self.result.clone() };
        if case.rises() {
            Ok(result.clone())
        } else if is_level {
            let level = Ok(steps::in_unit(result, case.level_unit()));
            ops::difference(case.what(TargetField::Result), &self.level.baseline, &level)
        } else {
            Ok(case.result_in_all(&steps::in_unit(result, case.fall_unit())))
        }
    }

    fn stated_beyond(&self, case: &TargetContext, reached: &FigureResult) -> FigureResult {
        let none = || steps::none(case.what(TargetField::Surplus), MissingReason::NotMeant);
        if self.standing != Standing::Exceeded {
            return none();
        }
        let over = |aim: &FigureResult| ops::difference(case.what(TargetField::Surplus), reached, aim);
        let beyond = if case.rises() {
            over(&self.level.aim).or_else(|_| over(&self.count.aim))
        } else {
            over(&self.level.goal)
        };
        let beyond = beyond.or_else(|_| if reached.is_err() { self.surplus.clone() } else { none() })?;
        if beyond.amount.low().is_positive() { Ok(beyond) } else { none() }
    }

    /// Do the stated result and its percent allow what is counted?
    fn agrees(&self, case: &TargetContext, stated: &Attainment) -> bool {
        let is_level = matches!(case.kind(), Some(AimKind::Reach | AimKind::KeepAt));
        let result = self.result.as_ref().ok();
        let said = result.and_then(|result| Self::stated_span(case, result, stated));
        let counted = result.and_then(|result| self.counterpart(case, result.unit.is_count()));
        // A bound and the number that it is of are one figure.
        let now = if result.is_some_and(|result| result.unit.is_count()) {
            &self.count.now
        } else {
            &self.level.now
        };
        let is_one = case.rises()
            && result.zip(now.as_ref().ok()).is_some_and(|(said, now)| said.amount == now.amount);
        let value = is_one || said.as_ref().zip(counted).is_none_or(|(said, counted)| said.meets(&counted));
        // A report may have set a level against the level asked for: the checks know of both ways.
        let percent = is_level
            || match (&self.percent_of_aim, &self.done_range) {
                (Ok(percent), Ok(done)) => {
                    let done = Interval::closed(done.amount.low().clone(), done.amount.high().clone());
                    let percent = Interval::from_figure(percent);
                    percent.meets(&done) || self.follows(&percent, said.as_ref())
                }
                _ => true,
            };
        value && percent
    }

    /// Is that the percent of the stated result, which was rounded before it was divided?
    fn follows(&self, percent: &Interval, said: Option<&Interval>) -> bool {
        let goal = self.level.goal.as_ref().ok();
        let goal = goal.map(|goal| Interval::closed(goal.amount.low().clone(), goal.amount.high().clone()));
        let share = said.zip(goal).and_then(|(said, goal)| said.percent_of(&goal));
        share.is_some_and(|share| share.meets(percent))
    }

    /// What the rounding of a stated result allows; of an average of years, times those.
    fn stated_span(case: &TargetContext, result: &Figure, stated: &Attainment) -> Option<Interval> {
        match case.result_years() {
            Some(years) => Some(Interval::from_figure(result).percent_part(&(&years * &Exact::whole(100)))),
            None => stated.reached.as_ref().ok().map(Interval::from_figure),
        }
    }

    /// What stands beside a stated result in the counted course, with the rounding of its rates.
    fn counterpart(&self, case: &TargetContext, is_count: bool) -> Option<Interval> {
        if case.rises() {
            let now = if is_count { &self.count.now } else { &self.level.now };
            return now.as_ref().ok().map(Interval::from_figure);
        }
        let ends = self.level.baseline.as_ref().ok().zip(self.level.now.as_ref().ok());
        let (then, now) = ends?;
        Some(Interval::from_figure(then).minus(&Interval::from_figure(now)))
    }
}
