//! The snapshots of one unit under one standard, in the order of their dates; and all units together.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{Datelike, NaiveDate};
use foldhash::HashMap;

use super::area::Area;
use super::name::AreaName;
use super::snapshot::{Snapshot, Standard};
use super::source_file::Provenance;
use super::support::Programme;
use super::target::{Target, Task};
use super::words::Text;

/// The history of a unit under one standard.
#[derive(Debug, Clone)]
pub struct History {
    /// The unit, as its newest snapshot names it.
    pub unit: Arc<AreaName>,
    /// The standard.
    pub standard: Standard,
    /// Its snapshots, oldest first, one a date. Where only plans speak of it, the newest of them.
    pub snapshots: Vec<Arc<Snapshot>>,
    /// Plans and decisions, oldest first: they ask, and are no snapshots.
    pub plans: Vec<Arc<Snapshot>>,
    /// Are newer figures of the unit loaded under another standard?
    pub is_followed: bool,
    /// Others among those loaded that may be this one, written otherwise.
    pub twins: Vec<Twin>,
    /// Where the targets in force are worded.
    pub known: Known,
}

/// What was found of the wordings of a history: looked for once, however many targets ask for their neighbours.
#[derive(Debug, Default)]
pub struct Known(Mutex<HashMap<Asked, Arc<InForce>>>);

/// A snapshot, of so many snapshots and plans.
type Asked = (usize, usize, usize);

/// The targets in force at a snapshot, in the order of first mention.
#[derive(Debug, Default)]
struct InForce {
    /// Each as its place among the wordings and among the targets of that file.
    places: Vec<(usize, usize)>,
    /// Those of a year, of the unit and of areas.
    of_year: HashMap<(i32, bool), Vec<usize>>,
}

impl Clone for Known {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// Another history that may be of the same unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Twin {
    /// A unit of the same name but for the words of its kind; one of the two may have no code.
    Unit(Arc<AreaName>),
    /// The same unit under a standard that a single file has, and the standard of its other files.
    Standard {
        /// That of the single file.
        single: Standard,
        /// That of the others.
        usual: Standard,
    },
}

impl History {
    /// Is the other history of the same unit, under this standard or another? Units without a code are told apart by
    /// what they lie within.
    pub fn is_of_unit_of(&self, other: &Self) -> bool {
        let within = |history: &Self| history.snapshots.last().and_then(|s| s.within.clone());
        let is_coded = || self.unit.code.is_some() && self.unit.code == other.unit.code;
        let is_named = || self.unit.kind == other.unit.kind && within(self) == within(other);
        self.unit.is(&other.unit) && (is_coded() || is_named())
    }

    /// The newest snapshot not later than `day`; the newest of all when all are later.
    pub fn open_at(&self, day: NaiveDate) -> usize {
        let last = self.snapshots.len().saturating_sub(1);
        self.snapshots.iter().rposition(|s| s.as_of() <= day).unwrap_or(last)
    }

    /// Where it opens by itself: at the newest snapshot not later than `day` whose source is not invented; where there
    /// is none, as [`Self::open_at`] has it.
    pub fn opens_at(&self, day: NaiveDate) -> usize {
        let opens = |s: &Arc<Snapshot>| s.as_of() <= day && !s.is_invented();
        self.snapshots.iter().rposition(opens).unwrap_or_else(|| self.open_at(day))
    }

    /// Is it a sum made from the files of its parts, since no file speaks of the unit itself?
    pub fn is_sum(&self) -> bool {
        self.snapshots.last().is_some_and(|s| s.origin.summed.is_some())
    }

    /// Does it hold nothing but what plans ask?
    pub fn is_plan(&self) -> bool {
        self.snapshots.last().is_some_and(|s| s.is_plan())
    }

    /// All that words targets and tasks while the snapshot at `at` is shown, oldest first: what is not later than it,
    /// and at the newest one also the plans that followed, which no other would show.
    pub fn wordings(&self, at: usize) -> Vec<&Arc<Snapshot>> {
        let shown = self.snapshots.get(at).map(|s| s.as_of()).filter(|_| at + 1 < self.snapshots.len());
        let in_time = |plan: &&Arc<Snapshot>| shown.is_none_or(|day| plan.as_of() <= day);
        let mut found: Vec<_> = self.plans.iter().filter(in_time).chain(self.up_to(at)).collect();
        found.sort_by_key(|s| s.as_of());
        found
    }

    /// What is compared with from the snapshot at `at`: the newest before it that is not later than `day`.
    pub fn compared(&self, at: usize, day: NaiveDate) -> Option<usize> {
        self.snapshots.get(..at)?.iter().rposition(|s| s.as_of() <= day)
    }

    /// The snapshots that speak when the one at `at` is shown: those not later.
    pub fn up_to(&self, at: usize) -> &[Arc<Snapshot>] {
        &self.snapshots[..self.snapshots.len().min(at + 1)]
    }

    /// The snapshot just before the one at `at`.
    pub fn before(&self, at: usize) -> Option<&Arc<Snapshot>> {
        at.checked_sub(1).and_then(|i| self.snapshots.get(i))
    }

    /// The last snapshot before a year begins, among those not later than the shown one.
    pub fn before_year(&self, at: usize, year: i32) -> Option<&Arc<Snapshot>> {
        self.up_to(at).iter().rev().find(|s| s.as_of().year() < year)
    }

    /// The newest snapshot that reports (not illustrative, not estimated), whatever is shown.
    pub fn newest_reported(&self) -> Option<usize> {
        self.snapshots.iter().rposition(|s| s.origin.provenance == Provenance::Reported)
    }

    /// The targets in force at `at`, each in its newest wording not later, in the order of first mention.
    pub fn targets(&self, at: usize) -> Vec<(&Arc<Snapshot>, &Target)> {
        let wordings = self.wordings(at);
        self.in_force(at).places.iter().map(|place| worded(&wordings, *place)).collect()
    }

    /// Those of them that end in a year: the unit's own, or those given to areas.
    pub fn targets_of_year(
        &self,
        at: usize,
        year: i32,
        are_of_areas: bool,
    ) -> Vec<(&Arc<Snapshot>, &Target)> {
        let (wordings, found) = (self.wordings(at), self.in_force(at));
        let of_year = found.of_year.get(&(year, are_of_areas)).into_iter().flatten();
        of_year.map(|index| worded(&wordings, found.places[*index])).collect()
    }

    fn in_force(&self, at: usize) -> Arc<InForce> {
        let asked = (at, self.snapshots.len(), self.plans.len());
        let mut known = self.known.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.entry(asked).or_insert_with(|| Arc::new(InForce::of(&self.wordings(at)))).clone()
    }

    /// The tasks at `at`: of each the newest entry not later counts, for each field.
    pub fn tasks(&self, at: usize) -> Vec<Task> {
        let mut found: Vec<Task> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::default();
        for task in self.wordings(at).into_iter().flat_map(|s| &s.tasks) {
            let Some(old) = places.get(task.named.id.as_str()).map(|place| &mut found[*place]) else {
                places.insert(&task.named.id, found.len());
                found.push(task.clone());
                continue;
            };
            old.renew(task);
        }
        found
    }

    /// The one of them with that id.
    pub fn task(&self, at: usize, id: &str) -> Option<Task> {
        let entries = self.wordings(at).into_iter().filter_map(|snapshot| snapshot.tasks.find(id));
        entries.cloned().reduce(|mut task, later| {
            task.renew(&later);
            task
        })
    }

    /// The newest snapshot not later than `at` that has programmes, and where it stands.
    pub fn programmes(&self, at: usize) -> Option<(usize, &[Programme])> {
        let index = self.up_to(at).iter().rposition(|s| !s.programmes.is_empty())?;
        Some((index, &self.snapshots[index].programmes))
    }

    /// The newest snapshot not later than the one at `at` whose flows cover the same span of the year before.
    pub fn same_span_before(&self, at: usize) -> Option<&Arc<Snapshot>> {
        self.index_of_same_span_before(at).map(|index| &self.snapshots[index])
    }

    /// Where it stands.
    pub fn index_of_same_span_before(&self, at: usize) -> Option<usize> {
        let period = self.snapshots.get(at)?.origin.period;
        self.up_to(at).iter().rposition(|s| s.origin.period.is_year_before(&period))
    }

    /// The snapshot before the one at `at` whose flows began on the same day: what came since then is an increment.
    pub fn same_start_before(&self, at: usize) -> Option<&Arc<Snapshot>> {
        let period = self.snapshots.get(at)?.origin.period;
        let began =
            |s: &&Arc<Snapshot>| s.origin.period.first == period.first && s.origin.period.last < period.last;
        self.up_to(at).iter().rev().find(began)
    }

    /// The snapshot whose figures hold on that day, if it is not later than the one at `at`.
    pub fn snapshot_on(&self, at: usize, day: NaiveDate) -> Option<&Arc<Snapshot>> {
        self.up_to(at).iter().find(|s| s.as_of() == day)
    }

    /// The area at the end of `path` in the snapshot at `at`; the unit itself for an empty path.
    pub fn area(&self, at: usize, path: &[Arc<AreaName>]) -> Option<&Area> {
        self.snapshots.get(at)?.whole.at(path)
    }
}

impl InForce {
    fn of(wordings: &[&Arc<Snapshot>]) -> Self {
        let (mut found, mut known) = (Self::default(), HashMap::default());
        for (file, snapshot) in wordings.iter().enumerate() {
            for (index, target) in snapshot.targets.iter().enumerate() {
                let slot = *known.entry(target.named.id.as_str()).or_insert(found.places.len());
                match found.places.get_mut(slot) {
                    Some(place) => *place = (file, index),
                    None => found.places.push((file, index)),
                }
            }
        }
        for (at, place) in found.places.iter().enumerate() {
            let (_, target) = worded(wordings, *place);
            found.of_year.entry((target.year, target.area.is_some())).or_default().push(at);
        }
        found
    }
}

fn worded<'a>(
    wordings: &[&'a Arc<Snapshot>],
    (file, index): (usize, usize),
) -> (&'a Arc<Snapshot>, &'a Target) {
    let snapshot = wordings[file];
    (snapshot, &snapshot.targets[index])
}

/// All that was loaded: histories by unit and standard, in the order of the paths given.
#[derive(Debug, Clone, Default)]
pub struct World {
    /// One for each unit and standard.
    pub histories: Vec<History>,
    /// The files that were refused, as far as they say whose they are.
    pub refused: Vec<RefusedFile>,
}

/// What a file says of itself whose figures are not taken: whose it is and of which day, as far as that can be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RefusedFile {
    /// Its name, clean, without folders.
    pub file: String,
    /// Whose figures it was to bring.
    pub unit: Option<Arc<AreaName>>,
    /// What that unit lies within.
    pub within: Option<Text>,
    /// The id of its standard.
    pub standard: Option<String>,
    /// Its day.
    pub as_of: Option<NaiveDate>,
}

impl World {
    /// Is there nothing to show?
    pub fn is_empty(&self) -> bool {
        self.histories.is_empty()
    }
}
