//! The level of a target's measure at a day: what a result is set against.

use chrono::Datelike;

use super::compare::DerivationPath;
use super::scope::{AreaNode, Scope};
use super::support;
use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::indicator::IndicatorKind;
use crate::model::measure::{Aspect, Group, Measure, Subject, TargetField};
use crate::model::ops::{FigureResult, Missing};
use crate::model::target::{AimKind, AimStated, Target, TargetMeasure};

/// The subject of a target's figure.
pub(super) fn subject(unit: &AreaNode, target: &Target, aim: TargetField) -> Subject {
    let measure = Measure::Target(target.named.clone(), aim);
    Subject { measure, whose: unit.area.name.clone(), when: target.span() }
}

/// Is the result of a target what was fallen? Else it is the level reached.
pub(super) fn is_fall(target: &Target) -> bool {
    target.reads.falls()
        && match &target.aim {
            AimStated::Figure(kind, _) => {
                matches!(kind, AimKind::ReduceBy | AimKind::ReduceByPoints | AimKind::ReduceByPercent)
            }
            AimStated::Absent => true,
            AimStated::Done => false,
        }
}

/// A level of a target's measure.
#[derive(Debug, Clone)]
pub(super) struct Level {
    /// The level, as it is shown.
    pub shown: FigureResult,
    /// All ways to read it: a rate as reported, and from the counts.
    pub ways: Vec<DerivationPath>,
    /// The level of the very day that is meant, where only another day is there.
    pub wanted: Option<Subject>,
}

impl Level {
    fn stated(figure: &Figure) -> Self {
        Self { shown: Ok(figure.clone()), ways: vec![DerivationPath::from_figure(figure)], wanted: None }
    }

    /// No level.
    pub fn none(missing: Missing) -> Self {
        Self { shown: Err(missing), ways: Vec::new(), wanted: None }
    }

    /// On the day that the result holds, not after the due date nor after the day of the file that states it.
    pub fn at_end(scope: &Scope, unit: &AreaNode, target: &Target) -> Self {
        let day =
            target.due_day().min(target.result_day(&scope.snapshot.origin)).min(unit.area.origin().as_of);
        if let Some(area) = scope.area_on(unit, day) {
            return Self::of_target(scope, area, target);
        }
        let measure = measure(target);
        let wanted = unit.nothing_on(day, measure);
        match scope.earlier(unit).find(|a| a.origin().as_of < day && a.origin().as_of.year() == target.year) {
            Some(area) => Self { wanted: Some(wanted.what), ..Self::of_target(scope, area, target) },
            None => Self::none(wanted),
        }
    }

    fn of_target(scope: &Scope, area: &Area, target: &Target) -> Self {
        let level = match (target.reads.of_group(), &target.reads) {
            (Some((group, rate)), _) if rate.is_rate() => return Self::rate(area, group, &rate),
            (Some((group, aspect)), _) => area.figure(group, &aspect),
            (None, TargetMeasure::Indicator(id, kind)) => indicator(area, target, id, *kind),
            (None, _) => support::level(scope, area, target),
        };
        match level {
            Ok(figure) => Self::stated(&figure),
            Err(missing) => Self::none(missing),
        }
    }

    /// A rate, as reported and from both counts: a report may have gone either way.
    pub fn rate(area: &Area, group: Group, rate: &Aspect) -> Self {
        let counted = area.counted_rate(group, rate);
        let shown = area.shown(group, rate);
        let stated = area.stated(group, rate);
        let mut figures: Vec<&Figure> = stated.iter().chain(&counted).collect();
        // The one that is shown comes first: of two that explain as much it is the one that is told.
        if shown.as_ref().is_ok_and(Figure::is_derived) {
            figures.reverse();
        }
        let figures = if figures.is_empty() { shown.iter().collect() } else { figures };
        Self { ways: figures.into_iter().map(DerivationPath::from_figure).collect(), shown, wanted: None }
    }

    /// The level that a fall starts from: as stated, else of the last snapshot before the year.
    pub fn baseline(scope: &Scope, unit: &AreaNode, target: &Target) -> Self {
        if let Some((figure, _)) = &target.baseline {
            return Self::stated(figure);
        }
        let eve = target.eve();
        let wanted = || unit.nothing_on(eve, measure(target));
        match scope.earlier(unit).find(|a| a.origin().as_of <= eve) {
            Some(area) => {
                let wanted = (eve != area.origin().as_of).then(|| wanted().what);
                Self { wanted, ..Self::of_target(scope, area, target) }
            }
            None => Self::none(wanted()),
        }
    }

    /// The levels as the way has them that a verdict rests on; as they are shown where it rests on none.
    pub fn weighed(levels: &[&Self], way: Option<&DerivationPath>) -> Vec<FigureResult> {
        match way.map(|way| &way.operands).filter(|operands| operands.len() == levels.len()) {
            Some(operands) => operands.iter().cloned().map(Ok).collect(),
            None => levels.iter().map(|level| level.shown.clone()).collect(),
        }
    }

    /// Every way of this level minus every way of the other.
    pub fn minus(&self, other: &Self) -> Vec<DerivationPath> {
        let pair = |a: &DerivationPath, b: &DerivationPath| DerivationPath {
            span: a.span.minus(&b.span),
            operands: a.operands.iter().chain(&b.operands).cloned().collect(),
        };
        self.ways.iter().flat_map(|a| other.ways.iter().map(move |b| pair(a, b))).collect()
    }
}

/// An indicator that measures something else there has no level of the target.
fn indicator(area: &Area, target: &Target, id: &str, kind: IndicatorKind) -> FigureResult {
    let found = area.indicator(id).filter(|found| found.kind == kind);
    found.map_or_else(|| Err(Missing::not_stated(area.what(measure(target)))), |found| found.figure(area))
}

fn measure(target: &Target) -> Measure {
    let of_target = || Measure::Target(target.named.clone(), TargetField::Now);
    target.reads.of_group().map_or_else(of_target, |(group, aspect)| Measure::of_group(group, aspect))
}
