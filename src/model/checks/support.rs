//! What entitlements and programmes say for the targets that read them.

use super::scope::Scope;
use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::measure::{Cover, Given, Measure, Subject, Support, TargetField};
use crate::model::ops::{self, FigureResult, Missing};
use crate::model::snapshot::Snapshot;
use crate::model::target::{Target, TargetMeasure};
use crate::model::unit::Unit;

/// What an entitlement covers or a programme reached: the number, or the percent of those entitled or planned, as the
/// result is stated.
pub(super) fn level(scope: &Scope, area: &Area, target: &Target) -> FigureResult {
    let what = area.what(Measure::Target(target.named.clone(), TargetField::Now));
    let none = || Missing::not_stated(what.clone());
    let index = scope.index_on(area.origin().as_of).ok_or_else(none)?;
    let snapshot = &scope.history.snapshots[index];
    let of_the_unit = std::ptr::eq(area, &raw const snapshot.whole);
    if !of_the_unit || !speaks_of_year(snapshot, target) {
        return Err(none());
    }
    let reached = reached(snapshot, &target.reads, &what);
    let unit = target.result.as_ref().map(|r| r.unit).filter(|unit| !unit.is_count());
    let Some(unit) = unit else { return Ok(same_unit(reached?, target.result.as_ref())) };
    let level = share(snapshot, &target.reads, &what, &reached)?;
    Ok(Figure { unit, ..level })
}

/// What a programme reached counts for a target where it runs from the start of the target's year.
fn speaks_of_year(snapshot: &Snapshot, target: &Target) -> bool {
    let period = snapshot.origin.period;
    !matches!(target.reads, TargetMeasure::Programme(..))
        || (period.is_year_to_date() && period.year() == target.year && target.is_of_year())
}

/// A number of an aim has no unit of its own: it counts what the measure counts.
fn same_unit(figure: Figure, result: Option<&Figure>) -> Figure {
    Figure { unit: result.map_or(figure.unit, |r| r.unit), ..figure }
}

/// Those that an entitlement covers or a programme reached.
fn reached(snapshot: &Snapshot, reads: &TargetMeasure, what: &Subject) -> FigureResult {
    part(snapshot, reads, what, Cover::Covered, Given::done)
}

/// A number of those entitled or planned, as a percent of them.
pub(super) fn share(
    snapshot: &Snapshot,
    reads: &TargetMeasure,
    what: &Subject,
    reached: &FigureResult,
) -> FigureResult {
    let whole = entitled(snapshot, reads, what);
    if matches!(reads, TargetMeasure::Programme(..)) {
        ops::share_of_plan(what.clone(), reached, &whole)
    } else {
        ops::percentage(what.clone(), Unit::Share, reached, &whole)
    }
}

/// Those entitled or planned.
pub(super) fn entitled(snapshot: &Snapshot, reads: &TargetMeasure, what: &Subject) -> FigureResult {
    part(snapshot, reads, what, Cover::Eligible, Given::planned)
}

fn part(
    snapshot: &Snapshot,
    reads: &TargetMeasure,
    what: &Subject,
    cover: Cover,
    support: fn(Given) -> Support,
) -> FigureResult {
    let found = match reads {
        TargetMeasure::Coverage(id) => coverage(snapshot, id, cover),
        TargetMeasure::Programme(id, given) => programme(snapshot, id, support(*given)),
        TargetMeasure::Rate(_)
        | TargetMeasure::Households(_)
        | TargetMeasure::AmongRate(..)
        | TargetMeasure::AmongHouseholds(..)
        | TargetMeasure::PolicyFamilies(_)
        | TargetMeasure::Indicator(..)
        | TargetMeasure::Task(_) => None,
    };
    found.unwrap_or_else(|| Err(Missing::not_stated(what.clone())))
}

fn coverage(snapshot: &Snapshot, id: &str, cover: Cover) -> Option<FigureResult> {
    let entry = snapshot.coverage.find(id)?;
    let what = || snapshot.whole.what(Measure::Coverage(entry.named.clone(), cover));
    Some(ops::stated(entry.stated(cover).cloned(), what))
}

fn programme(snapshot: &Snapshot, id: &str, support: Support) -> Option<FigureResult> {
    let entry = snapshot.programmes.find(id)?;
    let what = || snapshot.whole.what(Measure::Programme(entry.named.clone(), support));
    Some(ops::stated(entry.stated(support).cloned(), what))
}
