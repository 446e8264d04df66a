//! The stated result of a target against the snapshots.

use crate::model::figure::Figure;
use crate::model::measure::What;
use crate::model::ops;
use crate::model::target::Target;

use super::kind::{CheckKind, ResultOf};
use super::level::{self, Level};
use super::scope::Scope;
use super::verdict::{Outcome, Verdict, WhyNot};
use super::weigh::{self, Way};
use super::{Check, flows};

/// One line for each stated result, save one that says again what `reduced` says: that line names both.
pub(super) fn checks(scope: &Scope) -> Vec<Check> {
    scope.snapshot.targets.iter().filter_map(|target| check(scope, target)).collect()
}

fn check(scope: &Scope, target: &Target) -> Option<Check> {
    let stated = target.result.clone()?;
    let unit = scope.unit_of(target.area.as_deref())?;
    if flows::says_again(unit.area, target) {
        return None;
    }
    let end = Level::at_end(scope, unit, target);
    let fall = level::is_fall(target);
    let from = fall.then(|| Level::baseline(scope, unit, target));
    let counted = match &from {
        Some(from) => ops::difference(stated.what.clone(), &from.shown, &end.shown),
        None => end.shown.clone(),
    };
    if !unit.is_whole() && counted.is_err() {
        return None;
    }
    let outcome = judge(&stated, from.as_ref(), &end);
    let difference = weigh::difference(&stated, &counted);
    let from = from.map(|f| f.shown);
    let figures: Vec<Figure> =
        [&stated].into_iter().chain(weigh::present(from.iter().chain([&end.shown]))).cloned().collect();
    let (named, reads) = (target.named.clone(), target.reads.clone());
    let kind = ResultOf { target: named, reads, stated, from, to: end.shown, counted, difference };
    let check = Check::new(scope, unit, CheckKind::Result(vec![kind]), outcome);
    Some(check.of(level::group(&target.reads)).with(&figures))
}

/// Every way to compute what was stated; a difference is excused while the day it should hold is not there.
fn judge(stated: &Figure, from: Option<&Level>, end: &Level) -> Outcome {
    let missing = from.iter().map(|f| &f.shown).chain([&end.shown]).filter_map(|k| k.as_ref().err());
    let mut missing = missing.peekable();
    if missing.peek().is_some() {
        return Outcome::lacking(missing);
    }
    let ways: Vec<Way> = match from {
        None => end.ways.clone(),
        Some(from) => from.minus(end),
    };
    let outcome = weigh::by_ways(stated, &ways);
    let absent: Vec<What> = from.into_iter().chain([end]).filter_map(|l| l.wanted.clone()).collect();
    if outcome.verdict == Verdict::Contradicts && !absent.is_empty() {
        return Outcome::cannot(WhyNot::Missing(absent));
    }
    outcome
}
