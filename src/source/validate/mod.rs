//! What the format refuses though every field is right by itself: figures that cannot be, names that stand twice,
//! references to nothing. All faults of a file are found, and the first twenty told.
mod areas;
mod counts;
mod diagnostics;
mod ids;
mod indicators;
mod plans;
mod references;
mod shares;
mod targets;
mod units;
mod visit;

use super::fault::{FOUND, Fault, MeaningFault};
use super::format::{MOST_DOUBTS, Snapshot};
use super::note::Note;
use super::place::{FieldPath, PlaceIndex};
use diagnostics::Diagnostics;

/// What the judging of a snapshot brought.
#[derive(Debug)]
pub(super) struct Validation {
    /// Why the file is refused, if it is; in the order of the file.
    pub(super) faults: Vec<Fault>,
    /// What should be remarked.
    pub(super) notes: Vec<Note>,
}

/// Judges the figures and references of `snapshot`, whose fields stand at `places`.
pub(super) fn validate(snapshot: &Snapshot, places: &PlaceIndex) -> Validation {
    let mut diagnostics = Diagnostics { places, faults: Vec::new(), notes: Vec::new() };
    ids::validate(snapshot, &mut diagnostics);
    areas::validate(&snapshot.areas, &FieldPath::TOP, &mut diagnostics);
    counts::validate(snapshot, &mut diagnostics);
    shares::validate(snapshot, &mut diagnostics);
    indicators::validate(snapshot, &mut diagnostics);
    plans::validate(snapshot, &mut diagnostics);
    references::validate(snapshot, &mut diagnostics);
    targets::validate(snapshot, &mut diagnostics);
    units::validate(snapshot, &mut diagnostics);
    let are_few = snapshot.doubts.len() <= MOST_DOUBTS;
    let too_many = MeaningFault::TooManyDoubts { most: MOST_DOUBTS };
    diagnostics.ask(are_few, &FieldPath::TOP, "doubts", too_many);
    diagnostics.faults.sort_by(|a, b| (a.place, &a.path).cmp(&(b.place, &b.path)));
    diagnostics.faults.truncate(FOUND);
    Validation { faults: diagnostics.faults, notes: diagnostics.notes }
}
