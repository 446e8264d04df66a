//! Going through the lists, areas and groups of a snapshot, each thing with the way to it.

use crate::model::measure;
use crate::source::format::{Area, Group, Part, Snapshot};
use crate::source::place::FieldPath;

/// Goes through the items of the list `name` in the object at `at`, each with the way to it.
pub(super) fn each<'a, T>(
    at: &FieldPath<'_>,
    name: &str,
    items: &'a [T],
    mut visit: impl FnMut(&FieldPath<'_>, &'a T),
) {
    let list = at.name_in(name);
    for (index, item) in items.iter().enumerate() {
        visit(&list.item(index), item);
    }
}

/// Goes through `areas`, those of the object at `at`, and all areas in them, each with the way to it.
pub(super) fn each_area<'a>(
    areas: &'a [Area],
    at: &FieldPath<'_>,
    visit: &mut impl FnMut(&FieldPath<'_>, &'a Area),
) {
    each(at, "areas", areas, |at, area| {
        visit(at, area);
        each_area(&area.areas, at, visit);
    });
}

/// The part with that id in each of the groups of one unit or area that has it, with the way to its group's list.
pub(super) fn parts_with_id<'a>(
    groups: [Option<&'a Group>; 3],
    id: &crate::source::format::Id,
) -> impl Iterator<Item = (measure::Group, &'a Part)> {
    let groups = measure::Group::ALL.into_iter().zip(groups);
    groups.filter_map(move |(which, group)| Some((which, group?.among.iter().find(|part| part.id == *id)?)))
}

/// Goes through the groups of the unit and of all areas, each with the way to it.
pub(super) fn each_group<'a>(snapshot: &'a Snapshot, visit: &mut impl FnMut(&FieldPath<'_>, &'a Group)) {
    groups(&FieldPath::TOP, snapshot.groups(), visit);
    each_area(&snapshot.areas, &FieldPath::TOP, &mut |at, area| groups(at, area.groups(), visit));
}

fn groups<'a>(
    at: &FieldPath<'_>,
    groups: [Option<&'a Group>; 3],
    visit: &mut impl FnMut(&FieldPath<'_>, &'a Group),
) {
    for (which, group) in measure::Group::ALL.into_iter().zip(groups) {
        if let Some(group) = group {
            visit(&at.name_in(which.code()), group);
        }
    }
}
