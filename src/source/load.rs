//! What one reading of all inputs gives: histories by unit and standard, and what was refused beside them.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDateTime;

use crate::model::history::{History, Known, World};
use crate::model::snapshot::Snapshot;

use super::fault::{Fault, FileFault};
use super::gather::{LoadResult, gather};
use super::identity;
use super::note::Note;
use super::read::Limits;
use super::reading::base_name;
use super::reporting;
use super::rollup;
use super::twins;

/// An earlier reading that is shown in the place of a file that cannot be taken now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What was refused: the file, or the folder that the file lies in.
    pub refused: String,
    /// When the file was read.
    pub at: NaiveDateTime,
}

/// The result of a reading.
#[derive(Debug, Clone, Default)]
pub struct Load {
    /// All that was readable.
    pub world: World,
    /// Why files were refused: all faults of one, then those of the next.
    pub refused: Vec<Fault>,
    /// How many files were read.
    pub files: usize,
    /// What should be told about files that were read.
    pub notes: Vec<Note>,
    /// What is shown from an earlier reading, since it was refused in this one.
    pub kept: Vec<Kept>,
}

impl Load {
    /// How many files were refused: one may have several faults.
    pub fn refused_files(&self) -> usize {
        count_files(&self.refused)
    }

    /// Is all that is missing a pipe that has not come to its end?
    pub fn only_waits(&self) -> bool {
        let waits = |fault: &Fault| fault.what == FileFault::Waiting.into();
        self.world.is_empty() && self.refused.iter().all(waits)
    }
}

/// How many files these faults are of.
pub fn count_files(faults: &[Fault]) -> usize {
    let files: BTreeSet<&str> = faults.iter().map(|fault| fault.file.as_str()).collect();
    files.len()
}

/// Reads all that `paths` name into histories. Waits for pipes: call it where waiting is allowed.
pub fn load(paths: &[PathBuf], limits: &Limits) -> Load {
    world_of(identity::deduplicate(gather(paths, limits)))
}

/// The histories of files among which no two are one.
pub(super) fn world_of(single: LoadResult) -> Load {
    let LoadResult { readings, refused, mut notes } = single;
    let mut world = World {
        refused: refused.iter().map(|refusal| refusal.head.of_file(base_name(&refusal.file))).collect(),
        ..World::default()
    };
    let refused: Vec<Fault> = refused.into_iter().flat_map(|r| r.faults).collect();
    let files = readings.len() + readings.iter().filter(|gained| gained.preliminary.is_some()).count();
    let units = identity::units(readings.iter().map(|gained| &gained.reading.unit));
    let mut subjects: Vec<(usize, Option<String>)> = Vec::new();
    let mut plans = Vec::new();
    for (gained, unit) in readings.into_iter().zip(units.of) {
        // What is changed from here on is a copy: the reading is kept as the file says it.
        let mut snapshot = Arc::clone(&gained.reading.snapshot);
        if let Some((_, first)) = &gained.preliminary {
            Arc::make_mut(&mut snapshot).preliminary = Some(Arc::clone(&first.snapshot));
        }
        notes.extend(gained.reading.notes.iter().cloned());
        if snapshot.is_plan() {
            plans.push((unit, snapshot));
        } else {
            let index = of_subject(&mut world, &mut subjects, unit, &snapshot);
            world.histories[index].snapshots.push(snapshot);
        }
    }
    for (unit, plan) in plans {
        let index = of_subject(&mut world, &mut subjects, unit, &plan);
        world.histories[index].plans.push(plan);
    }
    world.histories.iter_mut().for_each(in_order);
    mark_followed(&mut world);
    twins::find(&mut world);
    rollup::add_parents(&mut world);
    reporting::drop_sums_of_some(&mut world);
    reporting::count_unnamed(&mut world);
    Load { world, refused, files, notes, kept: Vec::new() }
}

/// Where the history stands that a file belongs to, begun where it is the first of it. A plan that names no standard
/// belongs to the unit's only one.
fn of_subject(
    world: &mut World,
    subjects: &mut Vec<(usize, Option<String>)>,
    unit: usize,
    of: &Snapshot,
) -> usize {
    let subject = (unit, of.standard.id.clone());
    if let Some(index) = subjects.iter().position(|known| *known == subject) {
        return index;
    }
    let of_unit: Vec<usize> = (0..subjects.len()).filter(|index| subjects[*index].0 == unit).collect();
    if let ([only], true, None) = (of_unit.as_slice(), of.is_plan(), &of.standard.id) {
        return *only;
    }
    subjects.push(subject);
    let (unit, standard) = (of.whole.name.clone(), of.standard.clone());
    world.histories.push(History {
        unit,
        standard,
        snapshots: Vec::new(),
        plans: Vec::new(),
        is_followed: false,
        twins: Vec::new(),
        known: Known::default(),
    });
    subjects.len() - 1
}

/// Marks the histories of units of which a file under another standard is newer, or as new and named before.
fn mark_followed(world: &mut World) {
    let mut named: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, history) in world.histories.iter().enumerate() {
        named.entry(&history.unit.folded).or_default().push(index);
    }
    let newest = |index: usize| world.histories[index].snapshots.last().map(|s| (s.as_of(), Reverse(index)));
    let is_followed = |own: usize, other: usize| {
        let [history, other_history] = [own, other].map(|index| &world.histories[index]);
        other != own
            && !other_history.is_plan()
            && history.is_of_unit_of(other_history)
            && newest(own) < newest(other)
    };
    let of_name = |all: &Vec<usize>| {
        let followed = all.iter().filter(|own| all.iter().any(|other| is_followed(**own, *other)));
        followed.copied().collect::<Vec<usize>>()
    };
    let followed: Vec<usize> = named.values().flat_map(of_name).collect();
    for index in followed {
        world.histories[index].is_followed = true;
    }
}

/// By date, named as the newest snapshot names it. Where only plans speak, the newest of them is what is shown.
fn in_order(history: &mut History) {
    history.snapshots.sort_by_key(|s| s.as_of());
    history.plans.sort_by_key(|s| s.as_of());
    if history.snapshots.is_empty() {
        history.snapshots.extend(history.plans.pop());
    }
    if let Some(newest) = history.snapshots.last() {
        history.unit = newest.whole.name.clone();
        history.standard = newest.standard.clone();
    }
}
