//! What a place states of a field that forms have.

use crate::model::area::{Area, Lack};
use crate::model::figure::Figure;
use crate::model::indicator::{Better, IndicatorKind};
use crate::model::measure::{Aspect, Group, GroupField, MovementLine, PartField};
use crate::model::unit::Unit;

/// The figure that a place states of the field at `path`; none where it states none, or what it states is computed.
pub fn stated<'a>(area: &'a Area, path: &str) -> Option<&'a Figure> {
    let parts: Vec<&str> = path.split('.').collect();
    match parts.as_slice() {
        ["households"] => area.stated_households(),
        ["persons"] => area.stated_persons(),
        [group, "movement", line] => of_group(area, group, &Aspect::Moved(MovementLine::from_code(line)?)),
        [group, "movement_persons", line] => {
            of_group(area, group, &Aspect::MovedPersons(MovementLine::from_code(line)?))
        }
        [list @ ("deprivations" | "causes"), id, group] => {
            let lacks: &[Lack] = if *list == "causes" { &area.causes } else { &area.deprivations };
            lacks.iter().find(|lack| lack.named.id == *id)?.households(Group::from_code(group)?)
        }
        ["indicators", id] => area.indicator(id).filter(|it| it.kind == held_indicator())?.stated(),
        [group, "among", id, field] => {
            let part = area.group(Group::from_code(group)?).among.iter().find(|part| part.id == *id)?;
            of_group(area, group, &Aspect::Among(part.clone(), PartField::from_code(field)?))
        }
        [group, code] => of_group(area, group, &GroupField::from_code(code)?.aspect),
        _ => None,
    }
}

/// The kind of indicator that a column of counts is read as.
pub fn held_indicator() -> IndicatorKind {
    IndicatorKind { unit: Unit::Household, better: Better::Lower }
}

/// Does a form hold it? A cell of counts cannot be below zero.
pub fn is_held(figure: &Figure) -> bool {
    !figure.amount.low().is_negative()
}

fn of_group<'a>(area: &'a Area, group: &str, aspect: &Aspect) -> Option<&'a Figure> {
    area.group(Group::from_code(group)?).stated(aspect)
}
