//! An indicator that measures something else than before: nothing of it is compared with what it was.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::indicator::{Indicator, IndicatorKind};
use crate::model::measure::IdName;

use super::scope::{AreaNode, Scope};
use super::verdict::{Outcome, Verdict};
use super::{Check, CheckKind};

/// An indicator in two kinds.
#[derive(Debug, Clone)]
pub struct IndicatorChanged {
    /// The indicator, as it is named now.
    pub entry: Arc<IdName>,
    /// What it measured before.
    pub before: IndicatorKind,
    /// The day of the file that said so.
    pub since: NaiveDate,
    /// What it measures now.
    pub after: IndicatorKind,
}

/// One line for each unit or area with such indicators.
pub(super) fn check(scope: &Scope, unit: &AreaNode) -> Option<Check> {
    let changed: Vec<(&Indicator, IndicatorChanged)> =
        unit.area.indicators().iter().filter_map(|now| Some((now, changed(scope, unit, now)?))).collect();
    let figures: Vec<_> = changed.iter().filter_map(|(now, _)| now.stated()).cloned().collect();
    let fields = changed.iter().map(|(now, _)| format!("indicators[{}]", now.named.id)).collect();
    let kinds = changed.iter().map(|(_, of)| CheckKind::IndicatorChanged(of.clone())).collect();
    let check = Check::of_several(scope, unit, kinds, Outcome::plain(Verdict::ToVerify))?;
    Some(Check { fields, ..check }.with_figures(figures))
}

/// Against the newest earlier snapshot that has it.
fn changed(scope: &Scope, unit: &AreaNode, now: &Indicator) -> Option<IndicatorChanged> {
    let (area, before) =
        scope.earlier(unit).find_map(|area| area.indicator(&now.named.id).map(|found| (area, found)))?;
    (before.kind != now.kind).then(|| IndicatorChanged {
        entry: now.named.clone(),
        before: before.kind,
        since: area.origin().as_of,
        after: now.kind,
    })
}
