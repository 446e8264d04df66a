//! Where the faults of meaning and the remarks of one file are gathered, each with its place.

use crate::source::fault::{Fault, MeaningFault};
use crate::source::note::{MOST, Note, Remark};
use crate::source::place::{FieldPath, PlaceIndex, Position};

/// The most that are gathered before the first ten are chosen; a file of a million repeated ids has made its point.
const GATHERED: usize = 1000;

/// Where faults and remarks are gathered.
pub(super) struct Diagnostics<'a> {
    pub(super) places: &'a PlaceIndex,
    pub(super) faults: Vec<Fault>,
    pub(super) notes: Vec<Note>,
}

impl Diagnostics<'_> {
    pub(super) fn place(&self, at: &FieldPath<'_>) -> Option<Position> {
        self.places.at(at)
    }

    pub(super) fn refuse(&mut self, at: &FieldPath<'_>, what: MeaningFault) {
        if self.faults.len() < GATHERED {
            self.faults.push(Fault::new(self.place(at), at.path(), what));
        }
    }

    /// Refuses the member `name` of the object at `at` where `holds` does not.
    pub(super) fn ask(&mut self, holds: bool, at: &FieldPath<'_>, name: &str, what: MeaningFault) {
        if !holds {
            self.refuse(&at.name_in(name), what);
        }
    }

    pub(super) fn remark(&mut self, at: &FieldPath<'_>, what: Remark) {
        if self.notes.len() < MOST {
            self.notes.push(Note { file: String::new(), place: self.place(at), path: at.path(), what });
        }
    }
}
