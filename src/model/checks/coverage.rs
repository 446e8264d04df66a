//! Covered against entitled: nobody who is not entitled can be covered.

use std::sync::Arc;

use crate::model::figure::Figure;
use crate::model::interval::Interval;
use crate::model::measure::{Cover, IdName, Measure};
use crate::model::ops::{self, FigureResult};
use crate::model::support::Coverage;

use super::scope::Scope;
use super::verdict::{Outcome, WhyNot};
use super::{Check, CheckKind, compare};

/// An entitlement.
#[derive(Debug, Clone)]
pub struct CoverageOf {
    /// Which.
    pub entry: Arc<IdName>,
    /// Have it.
    pub covered: FigureResult,
    /// Are entitled.
    pub eligible: FigureResult,
    /// Covered minus entitled: above zero is too many.
    pub difference: FigureResult,
    /// Entitled and not covered, where there are some.
    pub without: Option<Box<Figure>>,
}

/// One line for each entitlement with a figure; one without any only carries a target.
pub(super) fn checks(scope: &Scope) -> Vec<Check> {
    scope.snapshot.coverage.iter().filter_map(|entry| check(scope, entry)).collect()
}

fn check(scope: &Scope, entry: &Coverage) -> Option<Check> {
    let what = |cover| scope.snapshot.whole.what(Measure::Coverage(entry.named.clone(), cover));
    let covered = ops::stated(entry.stated(Cover::Covered).cloned(), || what(Cover::Covered));
    let eligible = ops::stated(entry.stated(Cover::Eligible).cloned(), || what(Cover::Eligible));
    if covered.is_err() && eligible.is_err() {
        return None;
    }
    let outcome = outcome(&covered, &eligible);
    let difference = ops::difference(what(Cover::Covered), &covered, &eligible);
    let without = ops::difference(what(Cover::Without), &eligible, &covered).ok();
    let without = without.filter(|left| left.amount.low().is_positive()).map(Box::new);
    let figures: Vec<_> =
        compare::present([&covered, &eligible]).chain(without.as_deref()).cloned().collect();
    let entry = entry.named.clone();
    let kind = CheckKind::Coverage(CoverageOf { entry, covered, eligible, difference, without });
    Some(Check::new(scope, scope.whole(), kind, outcome).with_figures(figures))
}

fn outcome(covered: &FigureResult, eligible: &FigureResult) -> Outcome {
    let (covered, eligible) = match (covered, eligible) {
        (Ok(covered), Ok(eligible)) => (covered, eligible),
        (Err(missing), _) | (_, Err(missing)) => return Outcome::lacking([missing]),
    };
    if let Some(by_hand) = compare::made_by_hand([covered, eligible]) {
        return by_hand;
    }
    if covered.unit != eligible.unit {
        return Outcome::cannot(WhyNot::UnitsDiffer(vec![covered.clone(), eligible.clone()]));
    }
    let (have, may) = (Interval::from_figure(covered), Interval::from_figure(eligible));
    if !have.or_more().meets(&may) {
        return Outcome::holds(false);
    }
    let enough = have.high.zip(may.low).is_some_and(|(most, least)| most.at <= least.at);
    if enough { Outcome::holds(true) } else { Outcome::cannot(compare::bounds([covered, eligible])) }
}
