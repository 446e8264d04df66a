//! What a programme has reached since the year began, from periods that may be shorter.

use chrono::NaiveDate;

use super::super::figure::Figure;
use super::super::measure::{Given, Measure, Subject, Support, TargetField};
use super::super::ops::{self, FigureResult, Missing};
use super::super::qualifier::Qualifier;
use super::super::support::Programme;
use super::target_context::TargetContext;

impl TargetContext<'_> {
    /// The programme with that id as the snapshot at `index` has it.
    pub fn found(&self, index: usize, id: &str) -> Option<&Programme> {
        self.snapshot(index)?.programmes.find(id)
    }

    /// Planned for the year: as this snapshot says, else the last before it of the same year. Over several years the
    /// plans of all of them.
    pub fn planned(&self, index: usize, id: &str, given: Given) -> FigureResult {
        let last = self.snapshot(index).map_or(self.target.year, |s| s.origin.period.year());
        let years = self.target.first_year()..=last.min(self.target.year);
        let plans: Vec<FigureResult> = years.map(|year| self.planned_in(index, id, given, year)).collect();
        match plans.as_slice() {
            [one] => one.clone(),
            [] => Err(Missing::not_stated(self.programme_what(id, given.planned()))),
            several => ops::sum(self.programme_what(id, given.planned()), several),
        }
    }

    fn planned_in(&self, index: usize, id: &str, given: Given, year: i32) -> FigureResult {
        let of_unit = self.target.area.is_none();
        let is_of = |i: &usize| self.snapshot(*i).is_some_and(|s| s.origin.period.year() == year);
        let mut earlier = (0..=index).rev().filter(|i| of_unit && is_of(i));
        let figure = earlier.find_map(|i| self.found(i, id)?.stated(given.planned()));
        ops::stated(figure.cloned(), || self.programme_what(id, given.planned()))
    }

    /// Reached since the year began: the year-to-date figure, else the sum of the periods up to here that do not
    /// overlap. Where they leave days out the sum is only "at least".
    pub fn reached_to_date(&self, index: usize, id: &str, given: Given) -> FigureResult {
        let what = self.programme_what(id, given.done());
        if self.reached_in(index, id, given).is_none() {
            return Err(Missing::not_stated(what));
        }
        let mut terms: Vec<FigureResult> = Vec::new();
        let mut begins: Option<NaiveDate> = None;
        let mut gaps = false;
        for i in (0..=index).rev() {
            let Some((figure, first, last)) = self.reached_in(i, id, given) else { continue };
            if begins.is_some_and(|later| last >= later) {
                continue;
            }
            gaps |= begins.is_some_and(|later| last.succ_opt() != Some(later));
            terms.insert(0, Ok(figure.clone()));
            begins = Some(first);
        }
        let eve = self.target.eve();
        let begun = begins.and_then(|first| first.pred_opt()).unwrap_or(eve);
        // What was reached before the time began is in it, and is none of it.
        if begun < eve {
            return total(what, terms, Some(if gaps { Qualifier::About } else { Qualifier::AtMost }));
        }
        total(what, terms, (gaps || begun > eve).then_some(Qualifier::AtLeast))
    }

    /// The figure of a snapshot whose period lies in the target's year, with the first and last day it covers.
    fn reached_in(&self, index: usize, id: &str, given: Given) -> Option<(&Figure, NaiveDate, NaiveDate)> {
        let programme = self.found(index, id).filter(|_| self.covers_year(index))?;
        let reached = match &self.target.area {
            None => programme.stated(given.done()),
            Some(area) => programme.part(area)?.stated(given.done()),
        };
        let period = self.snapshot(index)?.origin.period;
        reached.map(|figure| (figure, period.first, period.last))
    }

    fn covers_year(&self, index: usize) -> bool {
        self.snapshot(index)
            .is_some_and(|s| (self.target.first_year()..=self.target.year).contains(&s.origin.period.year()))
    }

    /// The subject of a figure of a programme over the target's year.
    pub fn programme_what(&self, id: &str, support: Support) -> Subject {
        let mut seen = self.history.up_to(self.at).iter().flat_map(|s| &s.programmes);
        let what = self.what(TargetField::Now);
        match seen.find(|p| p.named.id == id) {
            Some(programme) => {
                Subject { measure: Measure::Programme(programme.named.clone(), support), ..what }
            }
            None => what,
        }
    }
}

/// One figure as it stands, or the sum of several periods.
fn total(what: Subject, mut terms: Vec<FigureResult>, bound: Option<Qualifier>) -> FigureResult {
    let mut sum = if terms.len() == 1 { terms.remove(0)? } else { ops::sum(what, &terms)? };
    if let (Some(bound), Qualifier::Exact) = (bound, sum.qualifier) {
        sum.qualifier = bound;
    }
    Ok(sum)
}
