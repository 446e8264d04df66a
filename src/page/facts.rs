//! What is found once of a place and told in many: the checks of a snapshot, its targets with where they stand, its
//! tasks. Screen, conclusion, deck, reports and stories choose from them; nothing else checks or assesses.

use std::cell::{Cell, OnceCell};

use chrono::NaiveDate;

use crate::model::checks::{self, Check};
use crate::model::history::History;
use crate::model::standing::task::{TaskStanding, task_standing};
use crate::model::standing::{Assessment, assess, tasks_without_target};
use crate::model::target::{Target, Task};

use super::View;
use super::target_summary::TargetSummary;

/// What was found of one history on one day; each is found when it is first asked for.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// What they are kept for.
    place: Option<Place>,
    snapshots: Vec<OfSnapshot>,
    /// How often the checks of a snapshot were run since the program began: a test holds it to once a place.
    pub runs: Cell<usize>,
}

/// A history, one of its snapshots, today.
type Place = (usize, usize, NaiveDate);

#[derive(Debug, Clone, Default)]
struct OfSnapshot {
    checks: OnceCell<Vec<Check>>,
    /// Of the targets in force, in their order; each is assessed when it is looked at.
    assessments: OnceCell<Vec<OnceCell<Assessment>>>,
    tasks: OnceCell<Vec<(Task, TaskStanding)>>,
}

impl Facts {
    /// Nothing found yet of a history of so many snapshots.
    pub fn new(snapshots: usize) -> Self {
        Self { snapshots: vec![OfSnapshot::default(); snapshots], ..Self::default() }
    }

    /// Keeps what was found while the reader stays at a place. Of thousands of areas the checks of one snapshot are
    /// as large as the snapshot: those of places left behind are not kept.
    pub fn keep_at(&mut self, place: Place, snapshots: usize) {
        if self.place != Some(place) {
            *self = Self { place: Some(place), runs: self.runs.clone(), ..Self::new(snapshots) };
        }
    }

    /// Forgets all: the figures are others.
    pub fn forget(&mut self) {
        self.place = None;
    }

    /// The checks of a snapshot.
    pub fn checks(&self, history: &History, at: usize, now: NaiveDate) -> &[Check] {
        self.snapshots[at].checks.get_or_init(|| {
            self.runs.set(self.runs.get() + 1);
            checks::checks(history, at, now)
        })
    }
}

impl<'a> View<'a> {
    /// The checks of the snapshot shown.
    pub fn checks(&self) -> &'a [Check] {
        self.checks_of(self.at)
    }

    /// The checks of a snapshot of the history.
    pub fn checks_of(&self, at: usize) -> &'a [Check] {
        self.facts.checks(self.history, at, self.now)
    }

    /// The targets in force that are wanted, in the order of first mention, each with where it stands.
    pub fn targets(&self, is_wanted: impl Fn(&Target) -> bool) -> Vec<TargetSummary<'a>> {
        let in_force = self.history.targets(self.at);
        let known = &self.facts.snapshots[self.at].assessments;
        let known = known.get_or_init(|| vec![OnceCell::new(); in_force.len()]);
        let wanted = in_force.into_iter().zip(known).filter(|((_, target), _)| is_wanted(target));
        wanted
            .map(|((stated_in, target), known)| {
                let found = known.get_or_init(|| assess(self.history, self.at, stated_in, target, self.now));
                TargetSummary { lang: self.lang, stated_in, target, found }
            })
            .collect()
    }

    /// The targets of a year that were given to the unit itself.
    pub fn own_targets(&self, year: i32) -> Vec<TargetSummary<'a>> {
        self.targets(|target| target.year == year && target.area.is_none())
    }

    /// The tasks that no target measures, each with where it stands.
    pub fn tasks(&self) -> &'a [(Task, TaskStanding)] {
        self.facts.snapshots[self.at].tasks.get_or_init(|| {
            let is_newest = self.at + 1 >= self.history.snapshots.len();
            let tasks = tasks_without_target(self.history, self.at).into_iter();
            let with_standing = |task: Task| {
                let standing = task_standing(&task, self.snapshot().as_of(), is_newest, self.now);
                (task, standing)
            };
            tasks.map(with_standing).collect()
        })
    }
}
