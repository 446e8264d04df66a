//! All households of a part of the groups, as several groups of one place state them: it is one number.

use std::sync::Arc;

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::interval::Interval;
use crate::model::measure::{Aspect, Group, IdName, PartField};
use crate::model::qualifier::Qualifier;

use super::scope::Scope;
use super::verdict::Outcome;
use super::{Check, CheckKind, compare};

/// All households of a part, each time they are stated.
#[derive(Debug, Clone)]
pub struct PartTotal {
    /// The part.
    pub part: Arc<IdName>,
    /// As each group states them, in the order of every table.
    pub stated: Vec<Figure>,
}

/// One line for each part of each unit that more than one group states in full.
pub(super) fn checks(scope: &Scope) -> Vec<Check> {
    let of = |unit: &super::scope::AreaNode| {
        let parts = unit.area.named_parts().into_iter().filter_map(|part| total(unit.area, part));
        let checks = parts.map(|total| {
            let (outcome, part) = (outcome(&total.stated), Some(total.part.clone()));
            let figures = total.stated.clone();
            Check::new(scope, unit, CheckKind::PartTotal(total), outcome).in_part(part).with_figures(figures)
        });
        checks.collect::<Vec<Check>>()
    };
    scope.units.iter().flat_map(of).collect()
}

fn total(area: &Area, part: &Arc<IdName>) -> Option<PartTotal> {
    let all = Aspect::Among(part.clone(), PartField::All);
    let stated: Vec<Figure> = Group::ALL.iter().filter_map(|group| area.stated(*group, &all)).collect();
    (stated.len() > 1).then(|| PartTotal { part: part.clone(), stated })
}

fn outcome(stated: &[Figure]) -> Outcome {
    if let Some(by_hand) = compare::made_by_hand(stated) {
        return by_hand;
    }
    let spans: Vec<Interval> = stated.iter().map(Interval::from_figure).collect();
    let apart = spans.iter().any(|span| spans.iter().any(|other| !span.meets(other)));
    if !apart && stated.iter().any(|figure| figure.qualifier != Qualifier::Exact) {
        return Outcome::cannot(compare::bounds(stated));
    }
    Outcome::holds(!apart)
}
