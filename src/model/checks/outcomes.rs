//! The stated result of a target against the snapshots.

use std::sync::Arc;

use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::measure::{IdName, Subject};
use crate::model::ops;
use crate::model::standing::of_year;
use crate::model::standing::time::years_between;
use crate::model::target::Target;

use super::compare::{self, DerivationPath};
use super::level::{self, Level};
use super::scope::{AreaNode, Scope};
use super::verdict::{Outcome, Verdict, WhyNot};
use super::{Check, CheckKind, Compared, flows};

/// A stated result of a target.
#[derive(Debug, Clone)]
pub struct ResultOf {
    /// The target.
    pub target: Arc<IdName>,
    /// The result against the level of the snapshots, or against the level that it fell from less that; of an average
    /// of years, over those.
    pub compared: Compared,
    /// The years of which the result is the average.
    pub years: Option<Exact>,
}

/// One line for each stated result, save one that says again what `reduced` says: that line names both.
pub(super) fn check(scope: &Scope, unit: &AreaNode, target: &Target) -> Option<Check> {
    let stated = target.result.clone()?;
    if flows::says_again(unit.area, target) {
        return None;
    }
    let day = target.result_day(&scope.snapshot.origin).min(target.due_day());
    let years = target.averages.then(|| years_between(target.eve(), day));
    let end = Level::at_end(scope, unit, target);
    let fall = level::is_fall(target);
    let from = fall.then(|| Level::baseline(scope, unit, target));
    let counted = match &from {
        Some(from) => ops::difference(stated.subject.clone(), &from.shown, &end.shown),
        None => end.shown.clone(),
    };
    let counted = match &years {
        Some(years) => counted.and_then(|all| of_year(&all, years)),
        None => counted,
    };
    if !unit.is_whole() && counted.is_err() {
        return None;
    }
    let outcome = outcome(&stated, from.as_ref(), &end, years.as_ref());
    let operands = from.into_iter().chain([end]).map(|level| level.shown).collect();
    let compared = Compared::new(stated, operands, counted, outcome.verdict);
    let used = [&compared.stated].into_iter().chain(compare::present(&compared.operands));
    let used: Vec<Figure> = used.cloned().collect();
    let kind = CheckKind::Result(ResultOf { target: target.named.clone(), compared, years });
    Some(
        Check::new(scope, unit, kind, outcome)
            .in_group(target.reads.of_group().map(|(group, _)| group))
            .with_figures(&used),
    )
}

/// Every way to compute what was stated; a difference is excused while the day it should hold is not there.
fn outcome(stated: &Figure, from: Option<&Level>, end: &Level, years: Option<&Exact>) -> Outcome {
    if let Some(lacking) = compare::lacking(from.iter().map(|f| &f.shown).chain([&end.shown])) {
        return lacking;
    }
    let ways: Vec<DerivationPath> = match from {
        None => end.ways.clone(),
        Some(from) => match years.and_then(|years| Exact::whole(100).over(years)) {
            Some(part) => from.minus(end).into_iter().map(|way| way.part(&part)).collect(),
            None => from.minus(end),
        },
    };
    let outcome = compare::by_ways(stated, &ways);
    let absent: Vec<Subject> = from.into_iter().chain([end]).filter_map(|l| l.wanted.clone()).collect();
    if outcome.verdict == Verdict::Contradicts && !absent.is_empty() {
        return Outcome::cannot(WhyNot::Missing(absent));
    }
    outcome
}
