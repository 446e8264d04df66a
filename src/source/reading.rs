//! A file that was read, as it is kept: its figures as the model has them, and of what it says besides only what is
//! asked for afterwards. The text and the types of the format are gone by then: they take several times the room.

use std::hash::BuildHasher;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use crate::model::snapshot::Snapshot;

use super::convert::{self, Names};
use super::fault::Fault;
use super::format::{self, UnitName};
use super::head::Head;
use super::note::Note;
use super::place::Position;
use super::read::{Limits, ReadFile, read};

/// A file that was read.
#[derive(Debug)]
pub struct Reading {
    /// Whose figures.
    pub unit: UnitName,
    /// The file as the model has it.
    pub snapshot: Arc<Snapshot>,
    /// What should be remarked.
    pub notes: Vec<Note>,
    /// Where it names its unit and its day.
    pub(super) unit_place: Option<Position>,
    pub(super) day_place: Option<Position>,
    digest: u128,
}

/// A file that is no snapshot: why, and what it says of itself up to where it breaks off.
#[derive(Debug, Clone)]
pub(super) struct Unsound {
    pub(super) faults: Vec<Fault>,
    pub(super) head: Head,
}

/// What reading a file came to.
pub(super) type Outcome = Result<Arc<Reading>, Unsound>;

impl Reading {
    fn new(file: &str, mut from: ReadFile, names: &Names) -> Self {
        let digest = digest(&from.snapshot);
        Self {
            snapshot: Arc::new(convert::snapshot(base_name(file), &mut from, names)),
            unit_place: from.places.get("unit"),
            day_place: from.places.get("as_of"),
            digest,
            unit: from.snapshot.unit,
            notes: from.notes,
        }
    }

    /// Stands for all it says, however that is written: two of one digest say the same.
    pub(super) fn digest(&self) -> u128 {
        self.digest
    }
}

/// Reads and converts the file that has these bytes; `file` is its name in messages.
pub(super) fn judge(bytes: Vec<u8>, file: &str, limits: &Limits, names: &Mutex<Names>) -> Outcome {
    let from =
        read(&bytes, file, limits).map_err(|faults| Unsound { faults, head: Head::of_bytes(&bytes) })?;
    drop(bytes);
    // Taken for one file at a time: while one is converted, others are parsed.
    let names = names.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(Arc::new(Reading::new(file, from, &names)))
}

/// The last part of a path, for sources; messages keep the whole.
pub(super) fn base_name(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}

/// Two hashes of 64 bits with keys of their own, drawn anew in each run: what has both in common with another is the
/// same, and nobody can make a file that only looks so. Every file is hashed and few are ever compared, so it is a quick
/// hash.
fn digest(of: &format::Snapshot) -> u128 {
    static KEYS: LazyLock<[foldhash::quality::RandomState; 2]> = LazyLock::new(Default::default);
    let [high, low] = KEYS.each_ref().map(|keys| u128::from(keys.hash_one(of)));
    high << 64 | low
}
