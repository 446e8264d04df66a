//! What the format refuses though every field is right by itself: figures that cannot be, names that stand twice,
//! references to nothing. All faults of a file are found, and the first ten told.
mod areas;
mod counts;
mod ids;
mod references;
mod shares;
mod targets;
mod units;

use crate::model::measure;

use super::fault::{Fault, MeaningFault};
use super::format::{Area, Group, Snapshot};
use super::note::{Note, Remark};
use super::place::{Place, PlaceIndex, Trail};

/// The most faults of meaning told of one file.
pub const MOST: usize = 10;
/// The most that are gathered before the first ten are chosen; a file of a million repeated ids has made its point.
const GATHERED: usize = 1000;

/// What the judging of a snapshot brought.
#[derive(Debug)]
pub(super) struct Verdict {
    /// Why the file is refused, if it is; in the order of the file.
    pub(super) faults: Vec<Fault>,
    /// What should be remarked.
    pub(super) notes: Vec<Note>,
}

/// Judges the figures and references of `snapshot`, whose fields stand at `places`.
pub(super) fn judge(snapshot: &Snapshot, places: &PlaceIndex) -> Verdict {
    let mut bench = Bench { places, faults: Vec::new(), notes: Vec::new() };
    ids::judge(snapshot, &mut bench);
    areas::judge(&snapshot.areas, &Trail::TOP, &mut bench);
    counts::judge(snapshot, &mut bench);
    shares::judge(snapshot, &mut bench);
    references::judge(snapshot, &mut bench);
    targets::judge(snapshot, &mut bench);
    units::judge(snapshot, &mut bench);
    bench.faults.sort_by(|a, b| (a.place, &a.path).cmp(&(b.place, &b.path)));
    bench.faults.truncate(MOST);
    Verdict { faults: bench.faults, notes: bench.notes }
}

/// Where faults and remarks are gathered.
struct Bench<'a> {
    places: &'a PlaceIndex,
    faults: Vec<Fault>,
    notes: Vec<Note>,
}

impl Bench<'_> {
    fn place(&self, at: &Trail<'_>) -> Option<Place> {
        self.places.at(at)
    }

    fn refuse(&mut self, at: &Trail<'_>, what: MeaningFault) {
        if self.faults.len() < GATHERED {
            self.faults.push(Fault::new(self.place(at), at.path(), what));
        }
    }

    /// Refuses the member `name` of the object at `at` where `holds` does not.
    fn ask(&mut self, holds: bool, at: &Trail<'_>, name: &str, what: MeaningFault) {
        if !holds {
            self.refuse(&at.name_in(name), what);
        }
    }

    fn remark(&mut self, at: &Trail<'_>, what: Remark) {
        if self.notes.len() < super::note::MOST {
            self.notes.push(Note { file: String::new(), place: self.place(at), path: at.path(), what });
        }
    }
}

/// Goes through the items of the list `name` in the object at `at`, each with the way to it.
fn each<'a, T>(at: &Trail<'_>, name: &str, items: &'a [T], mut visit: impl FnMut(&Trail<'_>, &'a T)) {
    let list = at.name_in(name);
    for (index, item) in items.iter().enumerate() {
        visit(&list.item(index), item);
    }
}

/// Goes through `areas`, those of the object at `at`, and all areas in them, each with the way to it.
fn each_area<'a>(areas: &'a [Area], at: &Trail<'_>, visit: &mut impl FnMut(&Trail<'_>, &'a Area)) {
    each(at, "areas", areas, |at, area| {
        visit(at, area);
        each_area(&area.areas, at, visit);
    });
}

/// Goes through the groups of the unit and of all areas, each with the way to it.
fn each_group<'a>(snapshot: &'a Snapshot, visit: &mut impl FnMut(&Trail<'_>, &'a Group)) {
    let Snapshot { poor, near_poor, combined, .. } = snapshot;
    groups(&Trail::TOP, [poor, near_poor, combined], visit);
    each_area(&snapshot.areas, &Trail::TOP, &mut |at, area| {
        groups(at, [&area.poor, &area.near_poor, &area.combined], visit);
    });
}

fn groups<'a>(
    at: &Trail<'_>,
    groups: [&'a Option<Box<Group>>; 3],
    visit: &mut impl FnMut(&Trail<'_>, &'a Group),
) {
    for (which, group) in measure::Group::ALL.into_iter().zip(groups) {
        if let Some(group) = group {
            visit(&at.name_in(which.code()), group);
        }
    }
}
