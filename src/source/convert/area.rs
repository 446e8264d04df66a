//! Units and areas with their groups, movements, lacks and causes.

use std::sync::Arc;

use crate::model::area::{Area, GroupFigures, Lack};
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, GroupField, IdName, Measure, MovementLine, PartField};
use crate::model::name::{AreaName, UnitKind};
use crate::model::unit::Unit;
use crate::model::words::Text;
use crate::text::fold;

use super::super::format::{self, Written};
use super::figure::{FigureContext, named};
use super::indicator::indicators;

/// The unit itself.
pub(super) fn unit(at: &FigureContext, from: &format::Snapshot) -> Area {
    let areas = (&*from.areas, from.areas_complete);
    let all = [from.households.as_ref(), from.persons.as_deref()];
    let mut whole = area(at, all, from.groups(), [&from.deprivations, &from.causes], areas);
    whole.indicators = indicators(at, &from.indicators);
    whole
}

fn areas(at: &FigureContext, from: &[format::Area]) -> Vec<Area> {
    let part = |(i, area): (usize, &format::Area)| {
        let name = at.names().area(area_name(&area.name, area.code.as_ref(), area.kind));
        part(&at.item("areas", i).from(area.provenance).whose(&name), area)
    };
    let mut areas: Vec<Area> = from.iter().enumerate().map(part).collect();
    areas.sort_by_cached_key(|area| fold::sort_key(&area.name.name.vi));
    areas
}

fn part(at: &FigureContext, from: &format::Area) -> Area {
    let areas = (&*from.areas, from.areas_complete);
    let all = [from.households.as_ref(), from.persons.as_deref()];
    let mut part = area(at, all, from.groups(), [&from.deprivations, &from.causes], areas);
    part.indicators = indicators(at, &from.indicators);
    part
}

/// What a unit and a part of it may state alike.
fn area(
    at: &FigureContext,
    [households, persons]: [Option<&format::Figure>; 2],
    groups: [Option<&format::Group>; 3],
    [deprivations, causes]: [&[format::Lack]; 2],
    (parts, areas_complete): (&[format::Area], bool),
) -> Area {
    let mut area = Area::silent(&at.whose, at.origin());
    let all = |name, unit, measure| move |all| at.written(name, Written::Count(all), unit, measure);
    area.state_households(households.map(all("households", Unit::Household, Measure::AllHouseholds)));
    area.state_persons(persons.map(all("persons", Unit::Person, Measure::Inhabitants)));
    for (which, from) in Group::ALL.into_iter().zip(groups) {
        *area.group_mut(which) = group(at, from, which);
    }
    area.deprivations = lacks(at, "deprivations", deprivations, Aspect::Lacking);
    area.causes = lacks(at, "causes", causes, Aspect::Cause);
    area.areas = areas(at, parts).into();
    area.areas_complete = areas_complete;
    area
}

fn group(at: &FigureContext, from: Option<&format::Group>, which: Group) -> GroupFigures {
    let Some(from) = from else { return GroupFigures::default() };
    let at = at.field(which.code()).from(from.provenance).quoting(from.quote.as_ref());
    let fields = from.figures().filter_map(|(name, written)| {
        let GroupField { aspect, unit, .. } = GroupField::from_code(name)?;
        Some((aspect.clone(), at.written(name, written, *unit, Measure::of_group(which, aspect.clone()))))
    });
    let parts = from.among.iter().enumerate().map(|(i, part)| among(&at.item("among", i), part, which));
    let (named, parts): (Vec<_>, Vec<_>) = parts.unzip();
    let households = movement(&at, from.movement.as_deref(), which, &Moved::HOUSEHOLDS);
    let persons = movement(&at, from.movement_persons.as_deref(), which, &Moved::PERSONS);
    GroupFigures::new(fields.chain(parts.into_iter().flatten()).chain(households).chain(persons), named)
}

/// A part that the report names, and its figures.
fn among(at: &FigureContext, part: &format::Part, which: Group) -> (Arc<IdName>, Vec<(Aspect, Figure)>) {
    let at = at.clone().from(part.provenance);
    let named = named(at.names(), &part.id, Some(&part.name));
    let figure = |(name, written): (&str, _)| {
        let field = PartField::from_code(name)?;
        let aspect = Aspect::Among(named.clone(), field);
        Some((aspect.clone(), at.written(name, written, field.unit(), Measure::of_group(which, aspect))))
    };
    let figures = part.figures().filter_map(figure).collect();
    (named.clone(), figures)
}

/// A movement in households or in persons.
struct Moved {
    field: &'static str,
    unit: Unit,
    aspect: fn(MovementLine) -> Aspect,
}

impl Moved {
    const HOUSEHOLDS: Self = Self { field: "movement", unit: Unit::Household, aspect: Aspect::Moved };
    const PERSONS: Self =
        Self { field: "movement_persons", unit: Unit::Person, aspect: Aspect::MovedPersons };
}

fn movement(
    at: &FigureContext,
    from: Option<&format::Movement>,
    which: Group,
    moved: &Moved,
) -> Vec<(Aspect, Figure)> {
    let Some(from) = from else { return Vec::new() };
    let at = at.field(moved.field).from(from.provenance);
    let figure = |(name, written)| {
        let aspect = (moved.aspect)(MovementLine::from_code(name)?);
        Some((aspect.clone(), at.written(name, written, moved.unit, Measure::of_group(which, aspect))))
    };
    from.figures().filter_map(figure).collect()
}

fn lacks(
    at: &FigureContext,
    list: &str,
    from: &[format::Lack],
    aspect: fn(Arc<IdName>) -> Aspect,
) -> Vec<Lack> {
    let lack = |(i, lack): (usize, &format::Lack)| {
        let at = at.item(list, i).from(lack.provenance);
        let named = named(at.names(), &lack.id, lack.name.as_ref());
        let figure = |(name, written)| {
            let group = Group::from_code(name)?;
            Some((
                group,
                at.written(name, written, Unit::Household, Measure::of_group(group, aspect(named.clone()))),
            ))
        };
        Lack::new(named.clone(), lack.figures().filter_map(figure).collect())
    };
    from.iter().enumerate().map(lack).collect()
}

/// Who the unit of a file is.
pub(super) fn unit_name(unit: &format::UnitName) -> AreaName {
    area_name(&unit.name, unit.code.as_ref(), Some(unit.kind))
}

fn area_name(name: &Text, code: Option<&format::Line>, kind: Option<UnitKind>) -> AreaName {
    AreaName {
        name: name.clone(),
        code: code.map(|line| line.0.clone()),
        kind,
        folded: fold::name_key(&name.vi),
    }
}
