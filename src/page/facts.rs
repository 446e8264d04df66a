//! What is found once of a place and told in many: the checks of a snapshot, its targets with where they stand, its
//! tasks. Screen, conclusion, deck, reports and stories choose from them; nothing else checks or assesses.

use std::cell::{Cell, OnceCell, RefCell};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::change::told::{self, Told};
use crate::model::checks::{self, Check};
use crate::model::history::{History, World};
use crate::model::measure::Group;
use crate::model::name::AreaName;
use crate::model::snapshot::Snapshot;
use crate::model::standing::task::{TaskStanding, task_standing};
use crate::model::standing::{Assessment, assess, tasks_without_target};
use crate::model::target::{Target, Task};
use crate::source::reporting::{self, Reporting};

use crate::text::Lang;

use super::Medium;
use super::households::Lists;
use super::table::TableRows;

/// What was found of one history on one day; each is found when it is first asked for.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// What they are kept for.
    place: Option<Place>,
    snapshots: Vec<OfSnapshot>,
    /// What was found of lists of areas.
    pub lists: Lists,
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
    reporting: OnceCell<Vec<Reporting>>,
    /// The lines of the checks, in the form in which they were asked for last.
    lines_of_checks: RefCell<Option<(LinesForm, TableRows)>>,
    /// Of the households and the rate of the unit's groups.
    changes: [OnceCell<[Told; 2]>; Group::ALL.len()],
}

/// The form of a list of lines: its language, what it is written for, its width, and whether that is narrow.
pub type LinesForm = (Lang, Medium, u16, bool);

impl Facts {
    /// Nothing found yet of a history of so many snapshots.
    pub fn new(snapshots: usize) -> Self {
        Self { snapshots: vec![OfSnapshot::default(); snapshots], ..Self::default() }
    }

    /// Keeps what was found while the reader stays at a place. Of thousands of areas the checks of one snapshot are
    /// as large as the snapshot: those of places left behind are not kept.
    pub fn keep_at(&mut self, place: Place, snapshots: usize) {
        if self.place == Some(place) {
            return;
        }
        // Lists are small: who comes back to a snapshot finds that of it as it was.
        let is_of_history = self.place.is_some_and(|(history, _, now)| (history, now) == (place.0, place.2));
        let lists = if is_of_history { std::mem::take(&mut self.lists) } else { Lists::default() };
        *self = Self { place: Some(place), lists, runs: self.runs.clone(), ..Self::new(snapshots) };
    }

    /// Facts of the same place for another thread, which shares what is found of lists.
    #[must_use]
    pub fn beside(&self, snapshots: usize) -> Self {
        Self { lists: self.lists.clone(), ..Self::new(snapshots) }
    }

    /// Forgets what was found of one snapshot.
    pub fn forget_at(&mut self, at: usize) {
        self.snapshots[at] = OfSnapshot::default();
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

    /// The lines of the checks in a form, made where they were not asked for in it last.
    pub fn lines_of_checks(&self, at: usize, form: LinesForm, make: impl FnOnce() -> TableRows) -> TableRows {
        let mut kept = self.snapshots[at].lines_of_checks.borrow_mut();
        match &*kept {
            Some((known, lines)) if *known == form => lines.clone(),
            _ => kept.insert((form, make())).1.clone(),
        }
    }

    /// The targets in force at a snapshot that are wanted, in the order of first mention: the file that states each,
    /// and where it stands.
    pub fn targets<'a>(
        &'a self,
        history: &'a History,
        at: usize,
        now: NaiveDate,
        is_wanted: impl Fn(&Target) -> bool,
    ) -> impl Iterator<Item = (&'a Arc<Snapshot>, &'a Target, &'a Assessment)> {
        let in_force = history.targets(at);
        let known = self.snapshots[at].assessments.get_or_init(|| vec![OnceCell::new(); in_force.len()]);
        let wanted = in_force.into_iter().zip(known).filter(move |((_, target), _)| is_wanted(target));
        wanted.map(move |((stated_in, target), known)| {
            (stated_in, target, known.get_or_init(|| assess(history, at, stated_in, target, now)))
        })
    }

    /// What is told of the changes of households and rate of a group at a snapshot, of the unit or an area in it. A page
    /// asks for that of the unit in many of its sentences.
    pub fn changes(&self, history: &History, at: usize, path: &[Arc<AreaName>], group: Group) -> [Told; 2] {
        let find = || [told::households(history, at, path, group), told::rate(history, at, path, group)];
        let of_unit = self.snapshots[at].changes.iter().zip(Group::ALL).find(|(_, of)| *of == group);
        match of_unit.filter(|_| path.is_empty()) {
            Some((known, _)) => known.get_or_init(find).clone(),
            None => find(),
        }
    }

    /// Who of the parts of the unit, and of these, has not reported at a snapshot.
    pub fn reporting(&self, world: &World, history: &History, at: usize) -> &[Reporting] {
        self.snapshots[at].reporting.get_or_init(|| reporting::reporting(world, history, at))
    }

    /// The tasks of a snapshot that no target measures, each with where it stands.
    pub fn tasks(&self, history: &History, at: usize, now: NaiveDate) -> &[(Task, TaskStanding)] {
        self.snapshots[at].tasks.get_or_init(|| {
            let is_newest = at + 1 >= history.snapshots.len();
            let as_of = history.snapshots[at].as_of();
            let with_standing = |task: Task| {
                let standing = task_standing(&task, as_of, is_newest, now);
                (task, standing)
            };
            tasks_without_target(history, at).into_iter().map(with_standing).collect()
        })
    }
}
