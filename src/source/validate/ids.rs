//! An id stands once in its list.

use foldhash::HashMap;

use super::diagnostics::Diagnostics;
use super::visit::{each_area, each_group};
use crate::source::fault::MeaningFault;
use crate::source::format::{Id, Lack, Snapshot};
use crate::source::place::FieldPath;

pub(super) fn validate(snapshot: &Snapshot, diagnostics: &mut Diagnostics<'_>) {
    let top = &FieldPath::TOP;
    once(top, "programmes", snapshot.programmes.iter().map(|entry| &entry.id), diagnostics);
    once(top, "coverage", snapshot.coverage.iter().map(|entry| &entry.id), diagnostics);
    once(top, "targets", snapshot.targets.iter().map(|entry| &entry.id), diagnostics);
    once(top, "tasks", snapshot.tasks.iter().map(|entry| &entry.id), diagnostics);
    lacks(top, &snapshot.deprivations, &snapshot.causes, diagnostics);
    once(top, "indicators", snapshot.indicators.iter().map(|entry| &entry.id), diagnostics);
    each_area(&snapshot.areas, top, &mut |at, area| {
        lacks(at, &area.deprivations, &area.causes, diagnostics);
        once(at, "indicators", area.indicators.iter().map(|entry| &entry.id), diagnostics);
    });
    each_group(snapshot, &mut |at, group| {
        once(at, "among", group.among.iter().map(|part| &part.id), diagnostics);
    });
}

fn lacks(at: &FieldPath<'_>, deprivations: &[Lack], causes: &[Lack], diagnostics: &mut Diagnostics<'_>) {
    once(at, "deprivations", deprivations.iter().map(|lack| &lack.id), diagnostics);
    once(at, "causes", causes.iter().map(|lack| &lack.id), diagnostics);
}

/// Refuses each id of the list `name`, in the object at `at`, that stands in it before.
fn once<'a>(
    at: &FieldPath<'_>,
    name: &str,
    ids: impl Iterator<Item = &'a Id>,
    diagnostics: &mut Diagnostics<'_>,
) {
    let list = at.name_in(name);
    let mut seen = HashMap::default();
    for (index, id) in ids.enumerate() {
        let first = *seen.entry(id).or_insert(index);
        if first != index {
            let first = diagnostics.place(&list.item(first).name_in("id"));
            diagnostics.refuse(&list.item(index).name_in("id"), MeaningFault::RepeatedId { first });
        }
    }
}
