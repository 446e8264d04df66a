//! Units and areas with their groups, movements, lacks and causes.

use crate::model::area::{Area, LackList};
use crate::model::area_list::{AreaList, Rest};
use crate::model::cell::RowDraft;
use crate::model::location::Slot;
use crate::model::measure::{Aspect, Group, GroupField, Measure, MovementLine, PartField};
use crate::model::unit::Unit;

use super::super::format::{self, Written};
use super::figure::{FigureContext, named};
use super::indicator::indicators;

/// What a unit and a part of it may state alike.
struct States<'a> {
    all: [Option<&'a format::Figure>; 2],
    groups: [Option<&'a format::Group>; 3],
    lacks: [&'a [format::Lack]; 2],
    indicators: &'a [format::Indicator],
    areas_complete: bool,
}

/// What a unit or a part of it states: the format has the same fields in both.
macro_rules! states {
    ($from:expr) => {
        States {
            all: [$from.households.as_ref(), $from.persons.as_deref()],
            groups: $from.groups(),
            lacks: [&$from.deprivations, &$from.causes],
            indicators: &$from.indicators,
            areas_complete: $from.areas_complete,
        }
    };
}

/// The unit itself, with its parts.
pub(super) fn unit(at: &FigureContext, from: &format::Snapshot, parts: Vec<format::Area>) -> Area {
    let mut list = AreaList::new(at.origin(), "");
    add(&mut list, at, None, &states!(from), parts);
    list.finish().pop().unwrap_or_else(|| Area::silent(at.whose, at.origin()))
}

/// The parts of a unit or an area, in people's order of names. Each is gone as the format has it before the next one is
/// converted: of thousands there is no room for both.
fn areas(at: &FigureContext, from: Vec<format::Area>) -> Vec<Area> {
    if from.is_empty() {
        return Vec::new();
    }
    let mut list = AreaList::new(at.origin(), &at.path());
    let mut order = Vec::with_capacity(from.len());
    for (i, mut area) in from.into_iter().enumerate() {
        let parts = std::mem::take(&mut area.areas);
        let (name, place) = at.names().area(&area.name, area.code.as_ref(), area.kind);
        let here = at.item("areas", i).from(area.provenance).whose(&name);
        add(&mut list, &here, Some(i), &states!(area), parts);
        order.push(place);
    }
    let mut ordered: Vec<_> = order.into_iter().zip(list.finish()).collect();
    ordered.sort_by(|(one, _), (other, _)| one.cmp(other));
    // Collected in place they would keep the room that their order had.
    let mut areas = Vec::with_capacity(ordered.len());
    areas.extend(ordered.into_iter().map(|(_, area)| area));
    areas
}

fn add(
    list: &mut AreaList,
    at: &FigureContext,
    index: Option<usize>,
    from: &States,
    parts: Vec<format::Area>,
) {
    // Asked for in the order of the file: before what stands in it.
    let line = at.line_number();
    let mut draft = RowDraft::default();
    let all = [
        ("households", Measure::AllHouseholds, Unit::Household),
        ("persons", Measure::Inhabitants, Unit::Person),
    ];
    for ((name, measure, unit), written) in all.into_iter().zip(from.all) {
        let Some(written) = written else { continue };
        state(&mut draft, at, Slot { measure, item: 0 }, (name, written.into(), unit));
    }
    for (which, from) in Group::ALL.into_iter().zip(from.groups) {
        let Some(from) = from else { continue };
        group(&mut draft, at, from, which);
    }
    draft.quote(None);
    for (of, entries) in LackList::ALL.into_iter().zip(from.lacks) {
        lacks(&mut draft, at, of, entries);
    }
    let rest = Rest {
        indicators: indicators(at, from.indicators),
        areas: areas(at, parts),
        areas_complete: from.areas_complete,
    };
    list.add(at.whose, (index, line), draft, rest);
}

/// States what is written at a field.
fn state(draft: &mut RowDraft, at: &FigureContext, slot: Slot, (name, written, unit): (&str, Written, Unit)) {
    draft.state(slot, at.number(name, written, unit), written.note());
}

fn group(draft: &mut RowDraft, at: &FigureContext, from: &format::Group, which: Group) {
    let at = at.field(which.code()).from(from.provenance);
    draft.quote(from.quote.as_deref());
    let slot = |aspect, item| Slot { measure: Measure::of_group(which, aspect), item };
    for (name, written) in from.figures() {
        let Some(GroupField { aspect, unit, .. }) = GroupField::from_code(name) else { continue };
        state(draft, &at, slot(aspect.clone(), 0), (name, written, *unit));
    }
    for (i, part) in from.among.iter().enumerate() {
        let at = at.item("among", i).from(part.provenance);
        let named = named(at.names(), &part.id, Some(&part.name));
        for (name, written) in part.figures() {
            let Some(field) = PartField::from_code(name) else { continue };
            let slot = slot(Aspect::Among(named.clone(), field), item(i));
            state(draft, &at, slot, (name, written, field.unit()));
        }
        draft.shape.among[which as usize].push(named);
    }
    for moved in [Moved::HOUSEHOLDS, Moved::PERSONS] {
        let Some(from) = (moved.lines)(from) else { continue };
        let at = at.field(moved.field).from(from.provenance);
        for (name, written) in from.figures() {
            let Some(line) = MovementLine::from_code(name) else { continue };
            state(draft, &at, slot((moved.aspect)(line), 0), (name, written, moved.unit));
        }
    }
}

/// A movement in households or in persons.
struct Moved {
    field: &'static str,
    lines: fn(&format::Group) -> Option<&format::Movement>,
    unit: Unit,
    aspect: fn(MovementLine) -> Aspect,
}

impl Moved {
    const HOUSEHOLDS: Self = Self {
        field: "movement",
        lines: |group| group.movement.as_deref(),
        unit: Unit::Household,
        aspect: Aspect::Moved,
    };
    const PERSONS: Self = Self {
        field: "movement_persons",
        lines: |group| group.movement_persons.as_deref(),
        unit: Unit::Person,
        aspect: Aspect::MovedPersons,
    };
}

fn lacks(draft: &mut RowDraft, at: &FigureContext, list: LackList, from: &[format::Lack]) {
    for (i, lack) in from.iter().enumerate() {
        let at = at.item(list.code(), i).from(lack.provenance);
        let named = named(at.names(), &lack.id, lack.name.as_ref());
        for (name, written) in lack.figures() {
            let Some(group) = Group::from_code(name) else { continue };
            let slot = Slot { measure: Measure::of_group(group, list.aspect(&named)), item: item(i) };
            state(draft, &at, slot, (name, written, Unit::Household));
        }
        draft.shape.lacks[list as usize].push(named);
    }
}

/// A place in a list of a file.
fn item(index: usize) -> u32 {
    u32::try_from(index).expect("a file of 64 MiB has fewer")
}
