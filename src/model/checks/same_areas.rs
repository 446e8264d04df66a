//! A list of areas that is an earlier one again: figures that nobody counted anew, or a file copied and not filled in.

use chrono::NaiveDate;

use crate::model::amount::Amount;
use crate::model::area::Area;
use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group};
use crate::model::qualifier::Qualifier;

use super::compare;
use super::fields;
use super::scope::{AreaNode, Scope};
use super::verdict::{Outcome, Verdict};
use super::{Check, CheckKind};

/// All areas as they were.
#[derive(Debug, Clone, Copy)]
pub struct SameAreas {
    /// The day of the earlier list.
    pub since: NaiveDate,
    /// How many areas.
    pub count: usize,
}

/// Fewer areas are equal by chance.
const AT_LEAST: usize = 2;

/// One line for each unit all of whose areas have every stock of the groups that the list before had.
pub(super) fn check(scope: &Scope, unit: &AreaNode) -> Option<Check> {
    let areas = &unit.area.areas;
    if areas.len() < AT_LEAST {
        return None;
    }
    let then = scope.earlier(unit).find(|area| area.areas.iter().any(has_stocks))?;
    let is_as_before =
        |area: &Area| then.part(&area.name).is_some_and(|before| stocks(area).eq(stocks(before)));
    if areas.len() != then.areas.len() || !areas.iter().all(is_as_before) {
        return None;
    }
    let told: Vec<Figure> = areas.iter().flat_map(stated).collect();
    // None at all in every area of both lists is what was reached, and what is worked out by hand was not counted.
    let is_counted = told.iter().any(|figure| figure.one() != Some(&Exact::whole(0)));
    if !is_counted || !compare::stored_derived(&told).is_empty() {
        return None;
    }
    let kind = CheckKind::SameAreas(SameAreas { since: then.origin().as_of, count: areas.len() });
    Some(Check::new(scope, unit, kind, Outcome::plain(Verdict::ToVerify)))
}

fn has_stocks(area: &Area) -> bool {
    Group::ALL.into_iter().any(|group| fields::stocks(area, group).next().is_some())
}

fn stated(area: &Area) -> impl Iterator<Item = Figure> {
    let of = move |group: &Group| {
        let group = *group;
        fields::stocks(area, group).filter_map(move |aspect| area.stated(group, &aspect))
    };
    Group::ALL.iter().flat_map(of)
}

/// The stocks as they are compared: what each is, and how much.
fn stocks(area: &Area) -> impl Iterator<Item = (Group, Aspect, Amount, Qualifier)> {
    let of = move |group: &Group| {
        let group = *group;
        let one = move |aspect: Aspect| {
            let figure = area.stated(group, &aspect)?;
            Some((group, aspect, figure.amount, figure.qualifier))
        };
        fields::stocks(area, group).filter_map(one)
    };
    Group::ALL.iter().flat_map(of)
}
