//! Units and areas with their groups, movements, lacks and causes.

use std::sync::Arc;

use crate::model::area::{Area, GroupFigures, Lack};
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, GroupField, Line, Measure, Named};
use crate::model::name::{AreaName, Kind};
use crate::model::unit::Unit;
use crate::model::words::Text;
use crate::text::fold;

use super::super::format;
use super::figure::{At, named};

/// The unit itself.
pub(super) fn unit(at: &At, from: &format::Snapshot) -> Area {
    Area {
        name: at.whose.clone(),
        origin: at.origin().clone(),
        households: all_households(at, from.households.as_ref()),
        poor: group(at, from.poor.as_deref(), Group::Poor),
        near_poor: group(at, from.near_poor.as_deref(), Group::NearPoor),
        combined: group(at, from.combined.as_deref(), Group::Combined),
        deprivations: lacks(at, "deprivations", &from.deprivations, Aspect::Lacking),
        causes: lacks(at, "causes", &from.causes, Aspect::Cause),
        areas: areas(at, &from.areas).into(),
        areas_complete: from.areas_complete,
    }
}

fn areas(at: &At, from: &[format::Area]) -> Vec<Area> {
    let part = |(i, area): (usize, &format::Area)| {
        let name = Arc::new(area_name(&area.name, area.code.as_ref(), area.kind));
        part(&at.item("areas", i).from(area.provenance).of(&name), area)
    };
    let mut areas: Vec<Area> = from.iter().enumerate().map(part).collect();
    areas.sort_by_cached_key(|area| fold::sort_key(&area.name.name.vi));
    areas
}

fn part(at: &At, from: &format::Area) -> Area {
    Area {
        name: at.whose.clone(),
        origin: at.origin().clone(),
        households: all_households(at, from.households.as_ref()),
        poor: group(at, from.poor.as_deref(), Group::Poor),
        near_poor: group(at, from.near_poor.as_deref(), Group::NearPoor),
        combined: group(at, from.combined.as_deref(), Group::Combined),
        deprivations: lacks(at, "deprivations", &from.deprivations, Aspect::Lacking),
        causes: lacks(at, "causes", &from.causes, Aspect::Cause),
        areas: areas(at, &from.areas).into(),
        areas_complete: from.areas_complete,
    }
}

fn all_households(at: &At, from: Option<&format::Figure>) -> Option<Figure> {
    Some(at.written("households", from?.into(), Unit::Household, Measure::AllHouseholds))
}

fn group(at: &At, from: Option<&format::Group>, which: Group) -> GroupFigures {
    let Some(from) = from else { return GroupFigures::default() };
    let at = at.field(which.code()).from(from.provenance).quoting(from.quote.as_ref());
    let fields = from.figures().filter_map(|(name, written)| {
        let GroupField { aspect, unit, .. } = GroupField::from_code(name)?;
        Some((aspect.clone(), at.written(name, written, *unit, Measure::of(which, aspect.clone()))))
    });
    let parts = from.among.iter().enumerate().map(|(i, part)| among(&at.item("among", i), part, which));
    let (named, parts): (Vec<_>, Vec<_>) = parts.unzip();
    let households = movement(&at, from.movement.as_deref(), which, Moved::HOUSEHOLDS);
    let persons = movement(&at, from.movement_persons.as_deref(), which, Moved::PERSONS);
    GroupFigures::new(fields.chain(parts.into_iter().flatten()).chain(households).chain(persons), named)
}

/// A part that the report names, and its figures.
fn among(at: &At, part: &format::Part, which: Group) -> (Arc<Named>, Vec<(Aspect, Figure)>) {
    let at = at.clone().from(part.provenance);
    let named = named(&part.id, Some(&part.name));
    let figure = |(name, written): (&str, _)| {
        let (aspect, unit) = match name {
            "persons" => (Aspect::AmongPersons(named.clone()), Unit::Person),
            _ => (Aspect::Among(named.clone()), Unit::Household),
        };
        (aspect.clone(), at.written(name, written, unit, Measure::of(which, aspect)))
    };
    let figures = part.figures().map(figure).collect();
    (named.clone(), figures)
}

/// A movement in households or in persons.
struct Moved {
    field: &'static str,
    unit: Unit,
    aspect: fn(Line) -> Aspect,
}

impl Moved {
    const HOUSEHOLDS: Self = Self { field: "movement", unit: Unit::Household, aspect: Aspect::Moved };
    const PERSONS: Self =
        Self { field: "movement_persons", unit: Unit::Person, aspect: Aspect::MovedPersons };
}

fn movement(at: &At, from: Option<&format::Movement>, which: Group, moved: Moved) -> Vec<(Aspect, Figure)> {
    let Some(from) = from else { return Vec::new() };
    let at = at.field(moved.field).from(from.provenance);
    let figure = |(name, written)| {
        let aspect = (moved.aspect)(Line::from_code(name)?);
        Some((aspect.clone(), at.written(name, written, moved.unit, Measure::of(which, aspect))))
    };
    from.figures().filter_map(figure).collect()
}

fn lacks(at: &At, list: &str, from: &[format::Lack], aspect: fn(Arc<Named>) -> Aspect) -> Vec<Lack> {
    let lack = |(i, lack): (usize, &format::Lack)| {
        let at = at.item(list, i).from(lack.provenance);
        let named = named(&lack.id, lack.name.as_ref());
        let figure = |(name, written)| {
            let group = Group::from_code(name)?;
            Some((
                group,
                at.written(name, written, Unit::Household, Measure::of(group, aspect(named.clone()))),
            ))
        };
        Lack { figures: lack.figures().filter_map(figure).collect(), named: named.clone() }
    };
    from.iter().enumerate().map(lack).collect()
}

/// Who the unit of a file is.
pub(super) fn unit_name(unit: &format::UnitName) -> AreaName {
    area_name(&unit.name, unit.code.as_ref(), Some(unit.kind))
}

fn area_name(name: &Text, code: Option<&format::Line>, kind: Option<Kind>) -> AreaName {
    AreaName {
        name: name.clone(),
        code: code.map(|line| line.0.clone()),
        kind,
        folded: fold::name_key(&name.vi),
    }
}
