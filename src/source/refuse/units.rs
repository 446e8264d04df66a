//! What a figure counts: refused where two figures of one programme cannot be compared, else remarked where the
//! place counts something else.

use super::diagnostics::Bench;
use super::visit::{each, each_area, each_group};
use crate::source::fault::MeaningFault;
use crate::source::format::{Figure, Group, Lack, Movement, Programme, Snapshot, Unit};
use crate::source::note::Remark;
use crate::source::place::Trail;

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

type Counted<'a> = (&'static str, Option<&'a Figure>, Counts);

pub(super) fn judge(snapshot: &Snapshot, bench: &mut Bench<'_>) {
    let top = &Trail::TOP;
    look(top, [("households", snapshot.households.as_ref(), HOUSEHOLDS)], bench);
    lacks(top, &snapshot.deprivations, &snapshot.causes, bench);
    each_area(&snapshot.areas, top, &mut |at, area| {
        look(at, [("households", area.households.as_ref(), HOUSEHOLDS)], bench);
        lacks(at, &area.deprivations, &area.causes, bench);
    });
    each_group(snapshot, &mut |at, found| group(at, found, bench));
    each(top, "programmes", &snapshot.programmes, |at, entry| programme(at, entry, bench));
    each(top, "coverage", &snapshot.coverage, |at, entry| {
        let (covered, eligible) = (entry.covered.as_ref(), entry.eligible.as_ref());
        look(at, [("covered", covered, Counts::Things), ("eligible", eligible, Counts::Things)], bench);
    });
}

fn group(at: &Trail<'_>, group: &Group, bench: &mut Bench<'_>) {
    let counted = [
        ("households", group.households.as_ref(), HOUSEHOLDS),
        ("persons", group.persons.as_ref(), PERSONS),
        ("reduced", group.reduced.as_ref().map(|change| &change.0), HOUSEHOLDS),
        ("policy_families", group.policy_families.as_ref(), HOUSEHOLDS),
    ];
    look(at, counted, bench);
    movement(&at.name_in("movement"), group.movement.as_deref(), HOUSEHOLDS, bench);
    movement(&at.name_in("movement_persons"), group.movement_persons.as_deref(), PERSONS, bench);
    each(at, "among", &group.among, |at, part| {
        let (households, persons) = (part.households.as_ref(), part.persons.as_ref());
        look(at, [("households", households, HOUSEHOLDS), ("persons", persons, PERSONS)], bench);
    });
}

fn movement(at: &Trail<'_>, movement: Option<&Movement>, counts: Counts, bench: &mut Bench<'_>) {
    let Some(lines) = movement else { return };
    let counted = [
        ("start", lines.start.as_ref(), counts),
        ("to_near_poor", lines.to_near_poor.as_ref(), counts),
        ("to_poor", lines.to_poor.as_ref(), counts),
        ("above_near_poor", lines.above_near_poor.as_ref(), counts),
        ("escaped", lines.escaped.as_ref(), counts),
        ("other_out", lines.other_out.as_ref(), counts),
        ("from_near_poor", lines.from_near_poor.as_ref(), counts),
        ("from_poor", lines.from_poor.as_ref(), counts),
        ("relapsed", lines.relapsed.as_ref(), counts),
        ("newly", lines.newly.as_ref(), counts),
        ("other_in", lines.other_in.as_ref(), counts),
    ];
    look(at, counted, bench);
}

fn lacks(at: &Trail<'_>, deprivations: &[Lack], causes: &[Lack], bench: &mut Bench<'_>) {
    for (name, list) in [("deprivations", deprivations), ("causes", causes)] {
        each(at, name, list, |at, lack| {
            let (poor, near_poor) = (lack.poor.as_ref(), lack.near_poor.as_ref());
            look(at, [("poor", poor, HOUSEHOLDS), ("near_poor", near_poor, HOUSEHOLDS)], bench);
        });
    }
}

fn programme(at: &Trail<'_>, programme: &Programme, bench: &mut Bench<'_>) {
    let counted = [
        ("reached", programme.reached.as_ref(), Counts::Things),
        ("planned", programme.planned.as_ref(), Counts::Things),
        ("via", programme.via.as_ref(), Counts::Things),
        ("amount", programme.amount.as_ref(), MONEY),
        ("budget", programme.budget.as_ref(), MONEY),
    ];
    look(at, counted, bench);
    let planned = programme.planned.as_ref().and_then(|planned| planned.unit);
    let one = planned.is_none_or(|unit| unit == programme.unit());
    bench.ask(one, &at.name_in("planned"), "unit", MeaningFault::PlannedUnit);
    each(at, "areas", &programme.areas, |at, part| {
        let (reached, amount) = (part.reached.as_ref(), part.amount.as_ref());
        look(at, [("reached", reached, Counts::Only(programme.unit())), ("amount", amount, MONEY)], bench);
    });
}

/// Remarks each figure of the object at `at` whose unit is not what its place counts.
fn look<const N: usize>(at: &Trail<'_>, counted: [Counted<'_>; N], bench: &mut Bench<'_>) {
    for (name, figure, counts) in counted {
        let Some(found) = figure.and_then(|figure| figure.unit) else { continue };
        let (fits, place) = match counts {
            Counts::Only(unit) => (found == unit, Some(unit)),
            Counts::Things => (found != Unit::Vnd, None),
        };
        if !fits {
            bench.remark(&at.name_in(name).name_in("unit"), Remark::OtherUnit { found, place });
        }
    }
}
