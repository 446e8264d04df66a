//! Areas that are in one complete list and not in the other.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::area::Area;
use crate::model::name::AreaName;
use crate::model::parts::Parts;

use super::scope::{AreaNode, Scope};
use super::verdict::{Outcome, Verdict};
use super::{Check, CheckKind};

/// Areas that came or went.
#[derive(Debug, Clone)]
pub struct ComeGone {
    /// The day of the earlier complete list.
    pub since: NaiveDate,
    /// New ones.
    pub come: Vec<Arc<AreaName>>,
    /// Gone ones.
    pub gone: Vec<Arc<AreaName>>,
}

/// One line for each unit whose list of areas is not the list of the newest earlier snapshot that has all of them.
pub(super) fn check(scope: &Scope, unit: &AreaNode) -> Option<Check> {
    if !is_complete(unit.area) {
        return None;
    }
    let then = scope.earlier(unit).find(|area| is_complete(area))?;
    let come = not_in(&unit.area.areas, &then.areas);
    let gone = not_in(&then.areas, &unit.area.areas);
    if come.is_empty() && gone.is_empty() {
        return None;
    }
    let kind = CheckKind::ComeGone(ComeGone { since: then.origin().as_of, come, gone });
    Some(Check::new(scope, unit, kind, Outcome::plain(Verdict::ToVerify)))
}

fn is_complete(area: &Area) -> bool {
    area.areas_complete() && !area.areas.is_empty()
}

fn not_in(list: &Parts<Area>, other: &Parts<Area>) -> Vec<Arc<AreaName>> {
    list.iter().map(|a| &a.name).filter(|name| other.find(name).is_none()).cloned().collect()
}
