//! What a figure counts: refused where two figures of one programme cannot be compared, else remarked where the
//! place counts something else.

use super::diagnostics::Diagnostics;
use super::visit::{each, each_area, each_group};
use crate::model::measure::{GroupField, Support};
use crate::model::unit::Unit;
use crate::source::fault::MeaningFault;
use crate::source::format::{Figure, Group, Lack, Movement, Programme, Snapshot, Written};
use crate::source::note::Remark;
use crate::source::place::FieldPath;

/// What a place counts.
#[derive(Clone, Copy)]
enum Counts {
    /// This and nothing else.
    Only(Unit),
    /// Anything but money.
    Things,
}

const HOUSEHOLDS: Counts = Counts::Only(Unit::Household);
const PERSONS: Counts = Counts::Only(Unit::Person);
const MONEY: Counts = Counts::Only(Unit::Vnd);

pub(super) fn validate(snapshot: &Snapshot, diagnostics: &mut Diagnostics<'_>) {
    let top = &FieldPath::TOP;
    all(top, snapshot.households.as_ref(), snapshot.persons.as_deref(), diagnostics);
    lacks(top, &snapshot.deprivations, &snapshot.causes, diagnostics);
    each_area(&snapshot.areas, top, &mut |at, area| {
        all(at, area.households.as_ref(), area.persons.as_deref(), diagnostics);
        lacks(at, &area.deprivations, &area.causes, diagnostics);
    });
    each_group(snapshot, &mut |at, found| group(at, found, diagnostics));
    each(top, "programmes", &snapshot.programmes, |at, entry| programme(at, entry, diagnostics));
    each(top, "coverage", &snapshot.coverage, |at, entry| {
        remark_unit(at, entry.figures(), |_| Counts::Things, diagnostics);
    });
}

/// All households and all inhabitants.
fn all(
    at: &FieldPath<'_>,
    households: Option<&Figure>,
    persons: Option<&Figure>,
    diagnostics: &mut Diagnostics<'_>,
) {
    let stated = [("households", households), ("persons", persons)];
    let figures = stated.into_iter().filter_map(|(name, figure)| Some((name, figure?.into())));
    remark_unit(at, figures, |name| if name == "persons" { PERSONS } else { HOUSEHOLDS }, diagnostics);
}

fn group(at: &FieldPath<'_>, group: &Group, diagnostics: &mut Diagnostics<'_>) {
    let of_field =
        |name: &str| GroupField::from_code(name).map_or(HOUSEHOLDS, |field| Counts::Only(field.unit));
    remark_unit(at, group.figures(), of_field, diagnostics);
    movement(&at.name_in("movement"), group.movement.as_deref(), HOUSEHOLDS, diagnostics);
    movement(&at.name_in("movement_persons"), group.movement_persons.as_deref(), PERSONS, diagnostics);
    // A part is stated in fields of the same names as the group.
    each(at, "among", &group.among, |at, part| remark_unit(at, part.figures(), of_field, diagnostics));
}

fn movement(
    at: &FieldPath<'_>,
    movement: Option<&Movement>,
    counts: Counts,
    diagnostics: &mut Diagnostics<'_>,
) {
    if let Some(lines) = movement {
        remark_unit(at, lines.figures(), |_| counts, diagnostics);
    }
}

fn lacks(at: &FieldPath<'_>, deprivations: &[Lack], causes: &[Lack], diagnostics: &mut Diagnostics<'_>) {
    for (name, list) in [("deprivations", deprivations), ("causes", causes)] {
        each(at, name, list, |at, lack| remark_unit(at, lack.figures(), |_| HOUSEHOLDS, diagnostics));
    }
}

fn programme(at: &FieldPath<'_>, programme: &Programme, diagnostics: &mut Diagnostics<'_>) {
    let is_money = |name: &str| Support::from_code(name).is_some_and(Support::is_money);
    remark_unit(
        at,
        programme.figures(),
        |name| if is_money(name) { MONEY } else { Counts::Things },
        diagnostics,
    );
    let planned = programme.planned.as_ref().and_then(|planned| planned.unit);
    let one = planned.is_none_or(|unit| unit == programme.unit());
    diagnostics.ask(one, &at.name_in("planned"), "unit", MeaningFault::PlannedUnit);
    let reached = Counts::Only(programme.unit());
    each(at, "areas", &programme.areas, |at, part| {
        remark_unit(at, part.figures(), |name| if is_money(name) { MONEY } else { reached }, diagnostics);
    });
}

/// Remarks each figure of the object at `at` whose unit is not what its place counts.
fn remark_unit<'a>(
    at: &FieldPath<'_>,
    figures: impl Iterator<Item = (&'static str, Written<'a>)>,
    counts: impl Fn(&str) -> Counts,
    diagnostics: &mut Diagnostics<'_>,
) {
    for (name, written) in figures {
        let Some(found) = written.count().and_then(|figure| figure.unit) else { continue };
        let (fits, place) = match counts(name) {
            Counts::Only(unit) => (found == unit, Some(unit)),
            Counts::Things => (found != Unit::Vnd, None),
        };
        if !fits {
            diagnostics.remark(&at.name_in(name).name_in("unit"), Remark::OtherUnit { found, place });
        }
    }
}
