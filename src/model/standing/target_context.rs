//! A target before it is judged: the snapshots that speak, the one that is judged, the one it is compared with.

use std::sync::Arc;

use chrono::NaiveDate;

use super::super::area::Area;
use super::super::exact::Exact;
use super::super::figure::Figure;
use super::super::history::History;
use super::super::measure::{Measure, Subject, TargetField};
use super::super::name::AreaName;
use super::super::qualifier::Qualifier;
use super::super::snapshot::Snapshot;
use super::super::target::{AimKind, Target, TargetMeasure};
use super::super::unit::Unit;
use super::evidence::Evidence;
use super::steps;
use super::time::{self, Time};

/// A target in a history, seen from the shown snapshot.
#[derive(Clone, Copy)]
pub(super) struct TargetContext<'a> {
    pub history: &'a History,
    /// The shown snapshot.
    pub at: usize,
    pub target: &'a Target,
    /// When the target is due.
    pub due: NaiveDate,
    /// The snapshot whose figures are judged; none: no snapshot may stand for the day that counts.
    pub judged: Option<usize>,
    /// What it is judged by.
    pub evidence: Evidence,
}

/// What a target is compared with.
pub(super) struct Base<'a> {
    /// Its date.
    pub day: NaiveDate,
    /// The level the target itself states.
    pub stated: Option<&'a Figure>,
    /// The snapshot of that day, where there is one.
    pub index: Option<usize>,
}

impl<'a> TargetContext<'a> {
    /// The target seen from the snapshot at `at`.
    pub fn new(history: &'a History, at: usize, target: &'a Target) -> Self {
        let at = at.min(history.snapshots.len().saturating_sub(1));
        let mut case =
            Self { history, at, target, due: target.due_day(), judged: None, evidence: Evidence::Figures };
        case.judged = case.day_that_counts();
        case
    }

    /// The shown snapshot while the target runs. Later the first on or after the due date that has the figure; as
    /// long as there is none the last figure of the target's time stays, and for a level to keep it always does.
    fn day_that_counts(&self) -> Option<usize> {
        let shown = self.snapshot(self.at)?;
        if shown.as_of() < self.due {
            return Some(self.at);
        }
        let has = |i: &usize| self.has_figure(*i);
        if self.is_kept() {
            return self.own_time().rev().find(has).or(Some(self.at));
        }
        let after = (0..=self.at).filter(|i| self.as_of(*i) >= self.due).find(has);
        after.or_else(|| self.own_time().rev().find(has)).or(Some(self.at))
    }

    /// The snapshots from the start of the target's year to its due date, not later than the shown one.
    pub fn own_time(&self) -> impl DoubleEndedIterator<Item = usize> {
        let start = self.target.eve();
        let inside = move |day| start < day && day <= self.due;
        (0..self.history.up_to(self.at).len()).filter(move |i| inside(self.as_of(*i)))
    }

    /// Does any snapshot, also a later one, have the figure on or after the due date?
    pub fn has_year_end(&self) -> bool {
        (0..self.history.snapshots.len()).any(|i| self.as_of(i) >= self.due && self.has_figure(i))
    }

    /// Is the due date there for the shown snapshot, and no figure of that day or after it? Then an end is judged by none.
    pub fn is_end_unknown(&self) -> bool {
        let is_due = self.snapshot(self.at).is_some_and(|shown| shown.as_of() >= self.due);
        let has_end = || (0..=self.at).any(|i| self.as_of(i) >= self.due && self.has_figure(i));
        is_due && !self.is_kept() && !self.evidence.is_final() && !has_end()
    }

    pub fn has_figure(&self, index: usize) -> bool {
        self.read(Some(index)).level.is_ok()
    }

    /// The snapshot at `index`.
    pub fn snapshot(&self, index: usize) -> Option<&'a Arc<Snapshot>> {
        self.history.snapshots.get(index)
    }

    fn as_of(&self, index: usize) -> NaiveDate {
        self.snapshot(index).map_or(NaiveDate::MIN, |s| s.as_of())
    }

    /// The date of the judged figures; before all time when there are none.
    pub fn judged_day(&self) -> NaiveDate {
        self.judged.map_or(NaiveDate::MIN, |i| self.as_of(i))
    }

    /// The time of the target at its judged figure.
    pub fn time(&self) -> Time {
        self.time_at(self.judged_day())
    }

    /// The time of the target as seen from a day.
    pub fn time_at(&self, as_of: NaiveDate) -> Time {
        Time::until_due(self.what(TargetField::Elapsed), self.target.eve(), self.due, as_of)
    }

    /// The unit, or the area the target was given to, in a snapshot.
    pub fn area(&self, index: Option<usize>) -> Option<&'a Area> {
        let whole = &self.snapshot(index?)?.whole;
        match &self.target.area {
            None => Some(whole),
            Some(name) => within(whole, name),
        }
    }

    /// What the target starts from: the level it states, else the last snapshot before its year.
    pub fn base(&self) -> Base<'a> {
        let before_day = self.day_before();
        let stated = self.target.baseline.as_ref();
        let named_day = stated.and_then(|(_, day)| *day);
        let day = named_day.or(before_day).unwrap_or_else(|| self.target.eve());
        let index = (0..self.history.up_to(self.at).len()).find(|i| self.as_of(*i) == day);
        Base { day, stated: stated.map(|(figure, _)| figure), index }
    }

    /// The day of the last snapshot before its time; of a time that the target names, that has the figure.
    fn day_before(&self) -> Option<NaiveDate> {
        if self.target.from.is_none() {
            return self.history.before_year(self.at, self.target.year).map(|s| s.as_of());
        }
        let eve = self.target.eve();
        let mut before = (0..self.history.up_to(self.at).len()).rev().filter(|i| self.as_of(*i) <= eve);
        before.find(|i| self.has_figure(*i)).map(|i| self.as_of(i))
    }

    /// Is the judged figure the one the year starts from, or earlier?
    pub fn is_before_progress(&self) -> bool {
        self.judged.is_none() || self.judged == self.base().index || !self.time().has_begun()
    }

    /// The subject of a figure of this target.
    pub fn what(&self, aim: TargetField) -> Subject {
        let whose = self.target.area.clone().unwrap_or_else(|| self.history.unit.clone());
        Subject { measure: Measure::Target(self.target.named.clone(), aim), whose, when: self.target.span() }
    }

    /// The years from the start to a day.
    pub fn years_until(&self, day: NaiveDate) -> Exact {
        time::years_between(self.target.eve(), day)
    }

    /// The aim with its kind, where the target states a figure. An aim is a number to come to, whatever it says of the
    /// sides of it: "over 3" is short of nothing but of being past it.
    pub fn stated_aim(&self) -> Option<(AimKind, Figure)> {
        let (kind, figure) = self.target.aim.figure()?;
        let figure = Figure { qualifier: Qualifier::Exact, ..figure.clone() };
        Some((
            kind,
            if self.target.each_year { steps::in_all(&figure, &self.years_until(self.due)) } else { figure },
        ))
    }

    /// The kind of the aim.
    pub fn kind(&self) -> Option<AimKind> {
        self.target.aim.figure().map(|(kind, _)| kind)
    }

    /// Is it a level never to leave?
    pub fn is_kept(&self) -> bool {
        self.target.is_kept()
    }

    /// Is the aim a level, not a change?
    pub fn is_level(&self) -> bool {
        matches!(self.kind(), Some(AimKind::Reach | AimKind::ReachPercent))
    }

    /// Is its level a share of those entitled or planned?
    pub fn reads_share(&self) -> bool {
        let is_of_whole =
            matches!(self.target.reads, TargetMeasure::Coverage(_) | TargetMeasure::Programme(..));
        is_of_whole && self.kind() != Some(AimKind::Reach)
    }

    /// The unit of a level that is no share of a whole.
    pub fn level_unit(&self) -> Unit {
        match &self.target.reads {
            TargetMeasure::Rate(_) | TargetMeasure::AmongRate(..) => Unit::Percent,
            TargetMeasure::Indicator(_, kind) => kind.unit,
            TargetMeasure::Households(_)
            | TargetMeasure::AmongHouseholds(..)
            | TargetMeasure::PolicyFamilies(_)
            | TargetMeasure::Task(_) => Unit::Household,
            // As the file counts what is to be reached: persons placed in work are no households.
            TargetMeasure::Coverage(_) | TargetMeasure::Programme(..) => {
                let asked = self.target.aim.figure().map(|(_, aim)| aim.unit);
                asked.filter(|unit| !unit.is_percent()).unwrap_or(Unit::Household)
            }
        }
    }

    /// The unit of a fall.
    pub fn fall_unit(&self) -> Unit {
        if self.target.reads.is_percent() { Unit::Point } else { self.level_unit() }
    }

    /// Is it wanted to rise (coverage, programmes), not to fall?
    pub fn rises(&self) -> bool {
        self.target.reads.rises()
    }
}

/// The part of an area with that name or code, at any depth.
fn within<'a>(area: &'a Area, name: &AreaName) -> Option<&'a Area> {
    area.part(name).or_else(|| area.areas.iter().find_map(|part| within(part, name)))
}
