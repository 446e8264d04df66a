//! Which figures of a group a file may hold, and how to read one: the lists that checks over all figures walk.

use crate::model::area::{Area, Lack};
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, IdName, Measure, PartField};
use crate::model::ops::{self, FigureResult};

/// The stocks of a group, in counts, that the area states.
pub(super) fn stocks(area: &Area, group: Group) -> Vec<Aspect> {
    let lacks = area.deprivations.iter().map(|lack| Aspect::Lacking(lack.named.clone()));
    let causes = area.causes.iter().map(|cause| Aspect::Cause(cause.named.clone()));
    let lacks = lacks.chain(causes).filter(|aspect| stated(area, group, aspect).is_some());
    counted(area, group).filter(|aspect| !aspect.is_flow()).cloned().chain(lacks).collect()
}

/// The flows of a group, in counts, that the area states.
pub(super) fn flows(area: &Area, group: Group) -> Vec<Aspect> {
    counted(area, group).filter(|aspect| aspect.is_flow()).cloned().collect()
}

/// What is stated of a group and may be added up.
fn counted(area: &Area, group: Group) -> impl Iterator<Item = &Aspect> {
    // All households of a part are those of no group: the first that states them speaks for it.
    let is_own = move |aspect: &&Aspect| match aspect {
        Aspect::Among(part, PartField::All) => area.group_with_all_of(part) == Some(group),
        _ => true,
    };
    area.group(group).aspects().filter(|aspect| aspect.is_summed()).filter(is_own)
}

/// The figure that stands in the file.
pub(super) fn stated<'a>(area: &'a Area, group: Group, aspect: &Aspect) -> Option<&'a Figure> {
    let of = |lacks: &'a [Lack], named: &IdName| {
        lacks.iter().find(|lack| lack.named.id == named.id).and_then(|lack| lack.households(group))
    };
    match aspect {
        Aspect::Lacking(named) => of(&area.deprivations, named),
        Aspect::Cause(named) => of(&area.causes, named),
        _ => area.group(group).stated(aspect),
    }
}

/// The same as a known or missing figure; for both groups together the sum of the two where it is not stated.
pub(super) fn stated_or_summed(area: &Area, group: Group, aspect: &Aspect) -> FigureResult {
    match aspect {
        Aspect::Lacking(_) | Aspect::Cause(_) => {
            ops::stated(stated(area, group, aspect), || area.what(Measure::of_group(group, aspect.clone())))
        }
        _ => area.figure(group, aspect),
    }
}
