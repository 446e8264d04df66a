//! Last year's target beside this year's: what was asked, what was reached, and what is asked now.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::super::area::Area;
use super::super::history::History;
use super::super::measure::{Aspect, Group, TargetField};
use super::super::ops::{FigureResult, MissingReason};
use super::super::snapshot::Snapshot;
use super::super::target::{Target, TargetMeasure};
use super::super::unit::Unit;
use super::assessment::{Assessment, assess};
use super::level_reading;
use super::range::range;
use super::rate;
use super::steps;
use super::target_context::TargetContext;

/// Last year beside this year, so that an easy target can be seen as one.
#[derive(Debug, Clone)]
pub struct LastYear<'a> {
    /// Last year's target of the same group, and how it ended, where there was one.
    pub target: Option<(&'a Target, Assessment)>,
    /// What last year delivered, in the unit of what is asked now. A range where only the range of all households is
    /// known.
    pub fallen: FigureResult,
    /// What this year asks, as a percent of that.
    pub asked_of_last: FigureResult,
}

impl LastYear<'_> {
    /// Does the share compare households, or percentage points that were made from them? A share of points says nothing
    /// of households: all of these may be others than a year before.
    pub fn is_of_households(&self) -> bool {
        self.fallen.as_ref().is_ok_and(|fallen| {
            let mut inputs = fallen.derivation.inputs();
            fallen.unit == Unit::Household || inputs.any(|input| input.unit == Unit::Household)
        })
    }
}

/// Last year beside a target on a rate or on households; for other measures there is no such comparison.
pub fn last_year<'a>(
    history: &'a History,
    at: usize,
    target: &Target,
    this: &Assessment,
    now: NaiveDate,
) -> LastYear<'a> {
    let case = TargetContext::new(history, at, target);
    // What several years ask for is not set against one.
    let Some(group) = target.reads.group().filter(|_| target.is_of_year()) else {
        let none = |aim| steps::none(case.what(aim), MissingReason::NotMeant);
        return LastYear {
            target: None,
            fallen: none(TargetField::LastReduced),
            asked_of_last: none(TargetField::GoalOfLast),
        };
    };
    let found = last_target(history, &case, group);
    let target = found.map(|(stated_in, last)| (last, assess(history, case.at, stated_in, last, now)));
    let fallen = Ends::from_context(&case, group).fallen(&case, target.as_ref().map(|(_, last)| last));
    let share = |goal| steps::percentage(case.what(TargetField::GoalOfLast), Unit::Share, goal, &fallen);
    let mild = share(&this.level.goal);
    // Of a range both ends are set against last year.
    let asked_of_last = this.far.as_ref().map_or_else(|| mild.clone(), |far| range(&mild, &share(&far.goal)));
    LastYear { target, fallen, asked_of_last }
}

/// Last year's target of the group and area: on the same measure, else on the other of the two.
fn last_target<'a>(
    history: &'a History,
    case: &TargetContext,
    group: Group,
) -> Option<(&'a Arc<Snapshot>, &'a Target)> {
    let year = case.target.year.saturating_sub(1);
    let mut all = history.targets_of_year(case.at, year, case.target.area.is_some());
    all.retain(|(_, t)| t.is_of_year() && t.reads.group() == Some(group) && one_area(t, case.target));
    let same = all.iter().position(|(_, t)| t.reads == case.target.reads);
    all.get(same.unwrap_or(0)).copied()
}

fn one_area(a: &Target, b: &Target) -> bool {
    match (&a.area, &b.area) {
        (None, None) => true,
        (Some(a), Some(b)) => a.is(b),
        _ => false,
    }
}

/// A group at both ends of the year before the target's.
struct Ends<'a> {
    group: Group,
    start: Option<&'a Area>,
    end: Option<&'a Area>,
}

impl<'a> Ends<'a> {
    fn from_context(case: &TargetContext<'a>, group: Group) -> Self {
        let history = case.history;
        let before = |year| history.before_year(case.at, year).map(|s| s.as_of());
        let index = |day| history.up_to(case.at).iter().position(|s| Some(s.as_of()) == day);
        let last = case.target.year.saturating_sub(1);
        let end = before(case.target.year).filter(|day| day.year() == last);
        let area = |day: Option<NaiveDate>| case.area(day.and_then(|_| index(day)));
        Self { group, start: area(before(last)), end: area(end) }
    }

    /// The fall of last year: of a rate from both rates, else from the households over all households at its end.
    fn fallen(&self, case: &TargetContext, last: Option<&Assessment>) -> FigureResult {
        let what = case.what(TargetField::LastReduced);
        if matches!(case.target.reads, TargetMeasure::Households(_)) {
            return self.households(case, last);
        }
        if let (Some(start), Some(end)) = (self.start, self.end) {
            let pair = rate::pair(start, end, self.group, &Aspect::Rate);
            let points = steps::difference(what.clone(), &pair.then, &pair.now);
            if points.is_ok() {
                return points;
            }
        }
        match last.map(Assessment::reached) {
            Some(Ok(points)) if points.unit == Unit::Point => Ok(points.clone()),
            _ => self.in_points(case, last),
        }
    }

    fn in_points(&self, case: &TargetContext, last: Option<&Assessment>) -> FigureResult {
        let what = case.what(TargetField::LastReduced);
        let Some(end) = self.end else { return steps::none(what, MissingReason::NoEarlier) };
        let total = level_reading::all_households(end);
        steps::households_in_points(what, &self.households(case, last), &total)
    }

    /// The fall in households: the result of last year's target, else counted, else as reported for the whole year.
    fn households(&self, case: &TargetContext, last: Option<&Assessment>) -> FigureResult {
        let what = case.what(TargetField::LastReduced);
        if let Some(Ok(fall)) = last.map(Assessment::reached)
            && fall.unit == Unit::Household
        {
            return Ok(fall.clone());
        }
        let Some(end) = self.end else { return steps::none(what, MissingReason::NoEarlier) };
        let count = |area: &Area| area.figure(self.group, &Aspect::Households);
        let counted = self.start.map(|start| steps::difference(what.clone(), &count(start), &count(end)));
        match counted {
            Some(Ok(fall)) => Ok(fall),
            _ if end.origin().period.is_whole_year() => end.figure(self.group, &Aspect::Reduced),
            _ => steps::none(what, MissingReason::NoEarlier),
        }
    }
}
