//! Which figures of a group a file may hold, and how to read one: the lists that checks over all figures walk.

use crate::model::area::{Area, Lack};
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, Measure, Named};
use crate::model::ops::{self, Known};

/// The stocks of a group that the area states.
pub(super) fn stocks(area: &Area, group: Group) -> Vec<Aspect> {
    let mut found = vec![Aspect::Households, Aspect::Persons, Aspect::PolicyFamilies];
    for part in &area.group(group).among {
        found.extend([Aspect::Among(part.named.clone()), Aspect::AmongPersons(part.named.clone())]);
    }
    found.extend(area.deprivations.iter().map(|lack| Aspect::Lacking(lack.named.clone())));
    found.extend(area.causes.iter().map(|cause| Aspect::Cause(cause.named.clone())));
    found.retain(|aspect| read(area, group, aspect).is_some());
    found
}

/// The flows of a group, in counts, that the area states.
pub(super) fn flows(area: &Area, group: Group) -> Vec<Aspect> {
    let figures = area.group(group);
    let reduced = figures.reduced.iter().map(|_| Aspect::Reduced);
    let moved = figures.movement.keys().map(|line| Aspect::Moved(*line));
    let persons = figures.movement_persons.keys().map(|line| Aspect::MovedPersons(*line));
    reduced.chain(moved).chain(persons).collect()
}

/// The figure that stands in the file.
pub(super) fn read<'a>(area: &'a Area, group: Group, aspect: &Aspect) -> Option<&'a Figure> {
    let of = |lacks: &'a [Lack], named: &Named| {
        lacks.iter().find(|lack| lack.named.id == named.id).and_then(|lack| lack.of(group))
    };
    match aspect {
        Aspect::Lacking(named) => of(&area.deprivations, named),
        Aspect::Cause(named) => of(&area.causes, named),
        _ => area.group(group).stated(aspect),
    }
}

/// The same as a known or missing figure; for both groups together the sum of the two where it is not stated.
pub(super) fn known(area: &Area, group: Group, aspect: &Aspect) -> Known {
    match aspect {
        Aspect::Lacking(_) | Aspect::Cause(_) => {
            ops::stated(read(area, group, aspect), || area.what(Measure::of(group, aspect.clone())))
        }
        _ => area.figure(group, aspect),
    }
}
