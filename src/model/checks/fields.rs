//! Which figures of a group a file may hold, and how to read one: the lists that checks over all figures walk.

use crate::model::area::{Area, LackList, StatedAt};
use crate::model::formula::OfArea;
use crate::model::measure::{Aspect, Group, Measure, PartField};
use crate::model::numbers::Counts;
use crate::model::ops::{self, FigureResult};
use crate::model::qualifier::Qualifier;
use crate::model::source_file::Provenance;
use crate::model::stated_number::{NumberKind, StatedNumber};
use crate::model::unit::Unit;

/// The stocks of a group, in counts, that the area states.
pub(super) fn stocks(area: &Area, group: Group) -> impl Iterator<Item = Aspect> {
    let of_list = |list: LackList| area.lacks(list).iter().map(move |of| list.aspect(of));
    let lacks = LackList::ALL.into_iter().flat_map(of_list);
    let lacks = lacks.filter(move |aspect| area.states(group, aspect));
    counted(area, group).filter(|aspect| !aspect.is_flow()).cloned().chain(lacks)
}

/// The flows of a group, in counts, that the area states.
pub(super) fn flows(area: &Area, group: Group) -> impl Iterator<Item = Aspect> {
    counted(area, group).filter(|aspect| aspect.is_flow()).cloned()
}

/// What is stated of a group and may be added up.
fn counted(area: &Area, group: Group) -> impl Iterator<Item = &Aspect> {
    // All households of a part are those of no group: the first that states them speaks for it.
    let is_own = move |aspect: &&Aspect| match aspect {
        Aspect::Among(part, PartField::All) => area.group_with_all_of(part) == Some(group),
        _ => true,
    };
    area.aspects(group).filter(|aspect| aspect.is_summed()).filter(is_own)
}

/// A stated number, where it is exact and nobody worked it out by hand: no figure is needed to check by it.
pub(super) fn plain(number: Option<StatedAt>) -> Option<StatedNumber> {
    let number = number?.number()?;
    let NumberKind { qualifier, provenance, .. } = number.kind;
    (qualifier == Qualifier::Exact && provenance != Provenance::Derived).then_some(number)
}

/// The same of a count of a group, with what it counts.
pub(super) fn plain_count(area: &Area, group: Group, aspect: &Aspect) -> Option<(Unit, i128)> {
    let number = plain(area.number(group, aspect))?;
    Some((number.kind.unit, number.count()?))
}

/// A stated figure, or that it is missing; for both groups together the sum of the two where it is not stated.
pub(super) fn stated_or_summed(area: &Area, group: Group, aspect: &Aspect) -> FigureResult {
    match aspect {
        Aspect::Lacking(_) | Aspect::Cause(_) => {
            ops::stated(area.stated(group, aspect), || area.what(Measure::of_group(group, aspect.clone())))
        }
        _ => area.figure(group, aspect),
    }
}

/// The same of each part of an area. All households of a part of a group may be stated in another group: they are made.
pub(super) fn of_parts(group: Group, aspect: Aspect) -> OfArea {
    match &aspect {
        Aspect::Among(_, PartField::All) => {
            OfArea::Made(Box::new(move |part| stated_or_summed(part, group, &aspect)))
        }
        Aspect::Lacking(_) | Aspect::Cause(_) => OfArea::Stated(Measure::of_group(group, aspect)),
        _ => OfArea::Counted(Counts { of: Measure::of_group(group, aspect), beside: None }),
    }
}
