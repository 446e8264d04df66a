//! Units and areas with their groups, movements, lacks and causes.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::area::{Area, GroupFigures, Lack, Part};
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, Line, Measure};
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
    at.figure("households", from, Unit::Household, Measure::AllHouseholds)
}

/// The name of a group's field.
pub(super) fn field(group: Group) -> &'static str {
    match group {
        Group::Poor => "poor",
        Group::NearPoor => "near_poor",
        Group::Combined => "combined",
    }
}

fn group(at: &At, from: Option<&format::Group>, which: Group) -> GroupFigures {
    let Some(from) = from else { return GroupFigures::default() };
    let at = at.field(field(which)).from(from.provenance).quoting(from.quote.as_ref());
    let count = |name, figure: Option<&format::Figure>, unit, aspect| {
        at.figure(name, figure, unit, Measure::of(which, aspect))
    };
    let percent = |name, value, unit, aspect| at.percent(name, value, unit, Measure::of(which, aspect));
    GroupFigures {
        households: count("households", from.households.as_ref(), Unit::Household, Aspect::Households),
        persons: count("persons", from.persons.as_ref(), Unit::Person, Aspect::Persons),
        rate: percent("rate_percent", from.rate_percent, Unit::Percent, Aspect::Rate),
        rate_change: percent("rate_change_points", from.rate_change_points, Unit::Point, Aspect::RateChange),
        reduced: count("reduced", from.reduced.as_ref().map(|c| &c.0), Unit::Household, Aspect::Reduced),
        policy_families: count(
            "policy_families",
            from.policy_families.as_ref(),
            Unit::Household,
            Aspect::PolicyFamilies,
        ),
        among: among(&at, &from.among, which),
        movement: movement(&at, "movement", from.movement.as_deref(), Unit::Household, &|line| {
            Measure::of(which, Aspect::Moved(line))
        }),
        movement_persons: movement(
            &at,
            "movement_persons",
            from.movement_persons.as_deref(),
            Unit::Person,
            &|line| Measure::of(which, Aspect::MovedPersons(line)),
        ),
        quote: from.quote.clone(),
        note: from.note.clone(),
    }
}

fn among(at: &At, from: &[format::Part], which: Group) -> Vec<Part> {
    let part = |(i, part): (usize, &format::Part)| {
        let at = at.item("among", i).from(part.provenance);
        let named = named(&part.id, Some(&part.name));
        let households = Measure::of(which, Aspect::Among(named.clone()));
        let persons = Measure::of(which, Aspect::AmongPersons(named.clone()));
        Part {
            named,
            households: at.figure("households", part.households.as_ref(), Unit::Household, households),
            persons: at.figure("persons", part.persons.as_ref(), Unit::Person, persons),
        }
    };
    from.iter().enumerate().map(part).collect()
}

fn movement(
    at: &At,
    name: &str,
    from: Option<&format::Movement>,
    unit: Unit,
    measure: &dyn Fn(Line) -> Measure,
) -> BTreeMap<Line, Figure> {
    let Some(from) = from else { return BTreeMap::new() };
    let at = at.field(name).from(from.provenance);
    let lines = [
        ("start", &from.start, Line::Start),
        ("to_near_poor", &from.to_near_poor, Line::ToOther),
        ("to_poor", &from.to_poor, Line::ToOther),
        ("above_near_poor", &from.above_near_poor, Line::AboveNearPoor),
        ("escaped", &from.escaped, Line::Escaped),
        ("other_out", &from.other_out, Line::OtherOut),
        ("from_near_poor", &from.from_near_poor, Line::FromOther),
        ("from_poor", &from.from_poor, Line::FromOther),
        ("relapsed", &from.relapsed, Line::Relapsed),
        ("newly", &from.newly, Line::Newly),
        ("other_in", &from.other_in, Line::OtherIn),
    ];
    let figure = |(name, from, line): (&str, &Option<format::Figure>, Line)| {
        Some((line, at.figure(name, from.as_ref(), unit, measure(line))?))
    };
    lines.into_iter().filter_map(figure).collect()
}

fn lacks(
    at: &At,
    list: &str,
    from: &[format::Lack],
    aspect: fn(Arc<crate::model::measure::Named>) -> Aspect,
) -> Vec<Lack> {
    let lack = |(i, lack): (usize, &format::Lack)| {
        let at = at.item(list, i).from(lack.provenance);
        let named = named(&lack.id, lack.name.as_ref());
        let of = |group, from: Option<&format::Figure>| {
            at.figure(field(group), from, Unit::Household, Measure::of(group, aspect(named.clone())))
        };
        Lack {
            poor: of(Group::Poor, lack.poor.as_ref()),
            near_poor: of(Group::NearPoor, lack.near_poor.as_ref()),
            named,
        }
    };
    from.iter().enumerate().map(lack).collect()
}

/// Who the unit of a file is.
pub(super) fn unit_name(unit: &format::UnitName) -> AreaName {
    area_name(&unit.name, unit.code.as_ref(), Some(unit.kind))
}

fn area_name(name: &Text, code: Option<&format::Line>, kind: Option<format::UnitKind>) -> AreaName {
    AreaName {
        name: name.clone(),
        code: code.map(|line| line.0.clone()),
        kind: kind.map(self::kind),
        folded: fold::name_key(&name.vi),
    }
}

fn kind(from: format::UnitKind) -> Kind {
    match from {
        format::UnitKind::Nation => Kind::Nation,
        format::UnitKind::Province => Kind::Province,
        format::UnitKind::District => Kind::District,
        format::UnitKind::Commune => Kind::Commune,
        format::UnitKind::Ward => Kind::Ward,
        format::UnitKind::SpecialZone => Kind::SpecialZone,
        format::UnitKind::Quarter => Kind::Quarter,
        format::UnitKind::Other => Kind::Other,
    }
}
