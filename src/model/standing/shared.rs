//! Targets given to areas, beside the unit's own target of the same measure and year.

use std::sync::Arc;

use super::super::figure::Figure;
use super::super::history::History;
use super::super::measure::TargetField;
use super::super::name::AreaName;
use super::super::ops::{self, FigureResult, Missing, MissingReason};
use super::super::snapshot::Snapshot;
use super::super::target::{AimKind, Target};
use super::range::range;
use super::steps;
use super::target_context::TargetContext;

/// The targets of areas that belong to a target of the unit.
#[derive(Debug, Clone)]
pub struct Shared<'a> {
    /// Each with the snapshot that words it.
    pub parts: Vec<(&'a Arc<Snapshot>, &'a Target)>,
    /// What was asked of them together: only households can be summed, points are listed.
    pub together: FigureResult,
    /// What was asked of the unit, in the same terms.
    pub asked: FigureResult,
    /// Together less asked: a difference is said, without a verdict.
    pub difference: FigureResult,
    /// The areas that were given no such target.
    pub without: Vec<Arc<AreaName>>,
}

/// The targets of areas that belong to the unit's `target`; none for a target that is an area's own, or without any.
pub fn shared<'a>(history: &'a History, at: usize, target: &'a Target) -> Option<Shared<'a>> {
    if target.area.is_some() {
        return None;
    }
    let mut parts = history.targets_of_year(at, target.year, true);
    parts.retain(|(_, t)| t.from == target.from && t.reads == target.reads);
    if parts.is_empty() {
        return None;
    }
    let case = TargetContext::new(history, at, target);
    let without = areas_without(&case, &parts);
    let (together, asked) = match how_summed(&case, &parts, without.as_ref().is_some_and(Vec::is_empty)) {
        Ok(kind) => summed(&case, &parts, kind),
        Err(why) => (Err(why), asked_of(&case)),
    };
    // Between two ranges there is no one difference.
    let is_range = [&together, &asked].iter().any(|sum| sum.as_ref().is_ok_and(|sum| sum.one().is_none()));
    let difference = if is_range {
        steps::none(case.what(TargetField::AreasSurplus), MissingReason::NotMeant)
    } else {
        steps::difference(case.what(TargetField::AreasSurplus), &together, &asked)
    };
    Some(Shared { parts, together, asked, difference, without: without.unwrap_or_default() })
}

/// The unit's target that an area's target belongs to.
pub fn of_unit<'a>(
    history: &'a History,
    at: usize,
    target: &Target,
) -> Option<(&'a Arc<Snapshot>, &'a Target)> {
    target.area.as_ref()?;
    let mut all = history.targets_of_year(at, target.year, false).into_iter();
    all.find(|(_, t)| t.from == target.from && t.reads == target.reads)
}

/// The areas, as the newest snapshot that has some names them, that were given no such target.
fn areas_without(case: &TargetContext, parts: &[(&Arc<Snapshot>, &Target)]) -> Option<Vec<Arc<AreaName>>> {
    let mut spoken = case.history.up_to(case.at).iter().rev();
    let shown = spoken.find(|s| !s.whole.areas.is_empty())?;
    let given = |name: &AreaName| parts.iter().any(|(_, t)| t.area.as_ref().is_some_and(|a| a.is(name)));
    let without = shown.whole.areas.iter().map(|a| &a.name).filter(|n| !given(n)).cloned();
    Some(without.collect())
}

/// Falls in households are summed; levels in households only when every area has one.
fn how_summed(
    case: &TargetContext,
    parts: &[(&Arc<Snapshot>, &Target)],
    every_area: bool,
) -> Result<AimKind, Missing> {
    let households = case.target.reads.of_group().is_some() && !case.target.reads.is_rate();
    let kind = case.kind().unwrap_or(AimKind::ReduceBy);
    let all = parts.iter().all(|(_, t)| t.aim.figure().is_some_and(|(k, _)| k == kind));
    let can_be_summed = match kind {
        AimKind::ReduceBy => households,
        AimKind::Reach => households && all && every_area,
        AimKind::ReduceByPoints | AimKind::ReduceByPercent | AimKind::KeepAt | AimKind::ReachPercent => false,
    };
    let none = || Missing::because(case.what(TargetField::GoalOfAreas), MissingReason::NotMeant);
    can_be_summed.then_some(kind).ok_or_else(none)
}

/// What is asked of the areas and of the unit; of ranges each end by itself.
fn summed(
    case: &TargetContext,
    parts: &[(&Arc<Snapshot>, &Target)],
    kind: AimKind,
) -> (FigureResult, FigureResult) {
    let (mild, asked) = (sum(case, parts, kind, false), asked_of(case));
    let has_range = parts.iter().any(|(_, t)| t.far.is_some());
    let together = if has_range { range(&mild, &sum(case, parts, kind, true)) } else { mild };
    let asked = match &case.target.far {
        Some(far) => range(&asked, &Ok(far.clone())),
        None => asked,
    };
    (together, asked)
}

fn sum(
    case: &TargetContext,
    parts: &[(&Arc<Snapshot>, &Target)],
    kind: AimKind,
    is_far: bool,
) -> FigureResult {
    let end = |t: &Target, mild: &Figure| t.far.clone().filter(|_| is_far).unwrap_or_else(|| mild.clone());
    let of_kind = |t: &Target| t.aim.figure().filter(|(k, _)| *k == kind).map(|(_, mild)| Ok(end(t, mild)));
    let asked: Vec<FigureResult> = parts.iter().filter_map(|(_, t)| of_kind(t)).collect();
    if asked.is_empty() {
        return steps::none(case.what(TargetField::GoalOfAreas), MissingReason::NotMeant);
    }
    ops::sum(case.what(TargetField::GoalOfAreas), &asked)
}

/// What the unit's own target asks: its fall or its level, as stated, else derived from its result.
fn asked_of(case: &TargetContext) -> FigureResult {
    match case.stated_aim() {
        Some((_, figure)) => Ok(figure),
        None => case.aim_of_result(),
    }
}
