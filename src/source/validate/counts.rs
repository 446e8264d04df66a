//! Counts that no population can have. Only exact ones are judged: "more than 1.000" is not over 999.

use super::diagnostics::Diagnostics;
use super::visit::{each, each_area, each_group, parts_with_id};
use crate::model::measure;
use crate::model::unit::Unit;
use crate::source::fault::MeaningFault;
use crate::source::format::{Figure, Group, Snapshot};
use crate::source::place::FieldPath;

pub(super) fn validate(snapshot: &Snapshot, diagnostics: &mut Diagnostics<'_>) {
    let top = &FieldPath::TOP;
    whole(top, snapshot.households.as_ref(), snapshot.groups(), diagnostics);
    persons(top, snapshot.households.as_ref(), snapshot.persons.as_deref(), diagnostics);
    parts(top, snapshot.groups(), diagnostics);
    each_area(&snapshot.areas, top, &mut |at, area| {
        whole(at, area.households.as_ref(), area.groups(), diagnostics);
        persons(at, area.households.as_ref(), area.persons.as_deref(), diagnostics);
        parts(at, area.groups(), diagnostics);
    });
    each_group(snapshot, &mut |at, group| {
        persons(at, group.households.as_ref(), group.persons.as_ref(), diagnostics);
        each(at, "among", &group.among, |at, part| {
            persons(at, part.households.as_ref(), part.persons.as_ref(), diagnostics);
        });
    });
}

/// Poor and near-poor households are among all households.
fn whole(
    at: &FieldPath<'_>,
    all: Option<&Figure>,
    groups: [Option<&Group>; 3],
    diagnostics: &mut Diagnostics<'_>,
) {
    let Some(all) = counted(all, Unit::Household) else { return };
    let count = |group: Option<&Group>| counted(group?.households.as_ref(), Unit::Household);
    let [poor, near_poor, combined] = groups.map(count).map(Option::unwrap_or_default);
    let both = poor.saturating_add(near_poor);
    diagnostics.ask(both <= all, at, "households", MeaningFault::MoreThanAll { poor: both, all });
    if combined > all {
        let at = at.name_in("combined");
        diagnostics.refuse(&at.name_in("households"), MeaningFault::MoreThanAll { poor: combined, all });
    }
}

/// The households of a part that are poor or near-poor are among all its households, which any group may state.
fn parts(at: &FieldPath<'_>, groups: [Option<&Group>; 3], diagnostics: &mut Diagnostics<'_>) {
    let count = |figure: Option<&Figure>| counted(figure, Unit::Household);
    for (which, group) in measure::Group::ALL.into_iter().zip(groups) {
        let Some(group) = group else { continue };
        each(&at.name_in(which.code()), "among", &group.among, |at, part| {
            let Some(all) = count(part.of.as_ref()) else { return };
            let mut found = [0; 3];
            for (of, other) in parts_with_id(groups, &part.id) {
                found[of as usize] = count(other.households.as_ref()).unwrap_or_default();
            }
            let [poor, near_poor, combined] = found;
            let most = poor.saturating_add(near_poor).max(combined);
            diagnostics.ask(most <= all, at, "of", MeaningFault::MoreThanPart { poor: most, all });
        });
    }
}

/// Nobody is a household of no person.
fn persons(
    at: &FieldPath<'_>,
    households: Option<&Figure>,
    persons: Option<&Figure>,
    diagnostics: &mut Diagnostics<'_>,
) {
    let counts = (counted(households, Unit::Household), counted(persons, Unit::Person));
    if let (Some(households), Some(persons)) = counts {
        let fault = MeaningFault::FewerPersons { persons, households };
        diagnostics.ask(persons >= households, at, "persons", fault);
    }
}

/// The exact count of a figure that counts what its place counts.
fn counted(figure: Option<&Figure>, place: Unit) -> Option<i64> {
    figure.filter(|figure| figure.unit.is_none_or(|unit| unit == place)).and_then(Figure::exact)
}
