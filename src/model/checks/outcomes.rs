//! The stated result of a target against the snapshots.

use std::sync::Arc;

use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::measure::{IdName, Subject};
use crate::model::ops::{self, FigureResult};
use crate::model::standing::of_year;
use crate::model::standing::time::years_between;
use crate::model::target::{Target, TargetMeasure};

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
    // What a programme reached in years, or in a part of one, is no figure of any file.
    if matches!(target.reads, TargetMeasure::Programme(..)) && !target.is_of_year() {
        return None;
    }
    let day = target.result_day(&scope.snapshot.origin).min(target.due_day());
    let years = target.averages.then(|| years_between(target.eve(), day));
    let end = Level::at_end(scope, unit, target);
    let fall = level::is_fall(target);
    let from = fall.then(|| Level::baseline(scope, unit, target));
    let levels: Vec<&Level> = from.iter().chain([&end]).collect();
    let lacking = compare::lacking(levels.iter().map(|level| &level.shown));
    if !unit.is_whole() && lacking.is_some() || from.is_none() && is_said_twice(&stated, &end.shown) {
        return None;
    }
    let ways = ways(from.as_ref(), &end, years.as_ref());
    let (outcome, way) = lacking.map_or_else(|| compare::weigh(&stated, &ways), |lacking| (lacking, None));
    let operands = Level::weighed(&levels, way);
    let counted = match &operands[..] {
        [from, end] => ops::difference(stated.subject.clone(), from, end),
        _ => operands[0].clone(),
    };
    let counted = match &years {
        Some(years) => counted.and_then(|all| of_year(&all, years)),
        None => counted,
    };
    let outcome = excused(outcome, &levels);
    let compared = Compared::new(stated, operands, counted, outcome.verdict);
    let used = [&compared.stated].into_iter().chain(compare::present(&compared.operands));
    let used: Vec<Figure> = used.cloned().collect();
    let kind = CheckKind::Result(ResultOf { target: target.named.clone(), compared, years });
    Some(
        Check::new(scope, unit, kind, outcome)
            .in_group(target.reads.of_group().map(|(group, _)| group))
            .with_figures(used),
    )
}

/// Does the file give one number as the result and as what was reached? Then there is nothing to set against it; a word
/// before the one and not before the other changes nothing of that.
fn is_said_twice(stated: &Figure, reached: &FigureResult) -> bool {
    let Some(place) = compare::place(stated) else { return false };
    let in_file =
        |reached: &Figure| compare::place(reached).is_some_and(|other| other.origin == place.origin);
    reached.as_ref().is_ok_and(|reached| reached.amount == stated.amount && in_file(reached))
}

/// Every way to compute what was stated.
fn ways(from: Option<&Level>, end: &Level, years: Option<&Exact>) -> Vec<DerivationPath> {
    match from {
        None => end.ways.clone(),
        Some(from) => match years.and_then(|years| Exact::whole(100).over(years)) {
            Some(part) => from.minus(end).into_iter().map(|way| way.part(&part)).collect(),
            None => from.minus(end),
        },
    }
}

/// A difference is excused while the day that it should hold is not there.
fn excused(outcome: Outcome, levels: &[&Level]) -> Outcome {
    let absent: Vec<Subject> = levels.iter().filter_map(|level| level.wanted.clone()).collect();
    if outcome.verdict == Verdict::Contradicts && !absent.is_empty() {
        return Outcome::cannot(WhyNot::Missing(absent));
    }
    outcome
}
