//! What a place states of a field that forms have.

use crate::model::area::{Area, LackList};
use crate::model::figure::Figure;
use crate::model::indicator::{Better, IndicatorKind};
use crate::model::measure::{Aspect, Group, GroupField, MovementLine, PartField};
use crate::model::unit::Unit;

/// The figure that a place states of the field at `path`; none where it states none, or what it states is computed.
pub fn stated(area: &Area, path: &str) -> Option<Figure> {
    let parts: Vec<&str> = path.split('.').collect();
    match parts.as_slice() {
        ["households"] => area.stated_households(),
        ["persons"] => area.stated_persons(),
        [group, "movement", line] => of_group(area, group, &Aspect::Moved(MovementLine::from_code(line)?)),
        [group, "movement_persons", line] => {
            of_group(area, group, &Aspect::MovedPersons(MovementLine::from_code(line)?))
        }
        [list @ ("deprivations" | "causes"), id, group] => {
            let list = LackList::ALL.into_iter().find(|known| known.code() == *list)?;
            let lack = area.lacks(list).iter().find(|lack| lack.id == *id)?;
            area.stated(Group::from_code(group)?, &list.aspect(lack))
        }
        ["indicators", id] => area.indicator(id).filter(|it| it.kind == held_indicator())?.stated().cloned(),
        [group, "among", id, field] => {
            let part = area.parts_of(Group::from_code(group)?).iter().find(|part| part.id == *id)?;
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

fn of_group(area: &Area, group: &str, aspect: &Aspect) -> Option<Figure> {
    area.stated(Group::from_code(group)?, aspect)
}
