//! What one reading of all inputs gives: histories by unit and standard, and what was refused beside them.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use crate::model::history::{History, World};

use super::convert;
use super::fault::{Fault, FileFault};
use super::gather::{LoadResult, gather};
use super::identity;
use super::note::Note;
use super::read::Limits;
use super::rollup;
use super::sources::Kept;

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
    world_of(gather(paths, limits))
}

pub(super) fn world_of(gathered: LoadResult) -> Load {
    let LoadResult { readings, refused, mut notes } = identity::deduplicate(gathered);
    let refused: Vec<Fault> = refused.into_iter().flat_map(|r| r.faults).collect();
    let files = readings.len();
    let units = identity::units(readings.iter().map(|gained| &gained.reading.snapshot.unit));
    let mut world = World::default();
    let mut subjects: Vec<(usize, Option<String>)> = Vec::new();
    for (gained, unit) in readings.into_iter().zip(units.of) {
        let snapshot = Arc::new(convert::snapshot(&base_name(&gained.file), &gained.reading));
        notes.extend(gained.reading.notes.iter().cloned());
        let subject = (unit, snapshot.standard.id.clone());
        if let Some(index) = subjects.iter().position(|known| *known == subject) {
            world.histories[index].snapshots.push(snapshot);
        } else {
            subjects.push(subject);
            let (unit, standard) = (snapshot.whole.name.clone(), snapshot.standard.clone());
            world.histories.push(History { unit, standard, snapshots: vec![snapshot] });
        }
    }
    world.histories.iter_mut().for_each(in_order);
    rollup::add_parents(&mut world);
    Load { world, refused, files, notes, kept: Vec::new() }
}

/// By date, named as the newest snapshot names it.
fn in_order(history: &mut History) {
    history.snapshots.sort_by_key(|s| s.as_of());
    if let Some(newest) = history.snapshots.last() {
        history.unit = newest.whole.name.clone();
        history.standard = newest.standard.clone();
    }
}

/// The last part of a path, for sources; messages keep the whole.
fn base_name(file: &str) -> String {
    file.rsplit('/').next().unwrap_or(file).to_owned()
}
