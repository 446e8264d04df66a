//! A stated percent of an aim against the value reached and the aim.

use std::sync::Arc;

use crate::model::amount::Amount;
use crate::model::exact::{Exact, Rounding};
use crate::model::figure::{Figure, Rule, Term};
use crate::model::interval::{EndPoints, Interval};
use crate::model::measure::{IdName, Subject, TargetField};
use crate::model::ops::{self, FigureResult, Missing, MissingReason};
use crate::model::standing::time::years_between;
use crate::model::standing::{ceil_of_share, in_all, of_year};
use crate::model::target::{AimKind, AimStated, Target, TargetMeasure, can_be_derived};
use crate::model::unit::Unit as Counts;

use super::compare::{self, DerivationPath};
use super::level::{self, Level};
use super::scope::{AreaNode, Scope};
use super::verdict::{Outcome, Verdict, WhyNot};
use super::{Check, CheckKind, support};

/// A stated percent of an aim.
#[derive(Debug, Clone)]
pub struct PercentOfAim {
    /// The target.
    pub target: Arc<IdName>,
    /// What it reads.
    pub reads: TargetMeasure,
    /// What was reached.
    pub value: FigureResult,
    /// The aim that the value is set against: as stated, in all or of a year as the value is; else the one nearest to
    /// value ÷ percent.
    pub aim: FigureResult,
    /// The start, where the percent is that of the way from there which was gone.
    pub start: Option<Figure>,
    /// All of which the aim is a percent, where the value is counted: those entitled, those planned.
    pub whole: Option<Figure>,
    /// All aims that the percent's rounding allows, where the aim was not stated: whole numbers, for points those
    /// with the fewest decimals. One number: no other aim gives this percent.
    pub aims: Option<Figure>,
    /// The stated percent.
    pub percent: Figure,
    /// The percent that value and stated aim give.
    pub counted: FigureResult,
    /// The percents in place of the stated one that value and stated aim allow, written as that is.
    pub percents: Option<EndPoints>,
    /// The values that the percent and the stated aim allow: whole numbers; of points the decimals of the aim.
    pub values: Option<EndPoints>,
    /// Without a stated aim: the whole number nearest to value ÷ percent, and the percent of that.
    pub nearest: Option<EndPoints>,
}

/// More decimals than any aim has: two four-digit roundings never need them.
const MOST_DECIMALS: u8 = 12;

/// One line for each target with a percent and something to set it against. With the percent alone the standing rests
/// on it, and nothing more is claimed.
pub(super) fn check(scope: &Scope, unit: &AreaNode, target: &Target) -> Option<Check> {
    let percent = target.percent_of_aim.clone()?;
    let value = ops::stated(target.result.clone(), || level::subject(unit, target, TargetField::Result));
    let (outcome, kind) = match &target.aim {
        AimStated::Done => return None,
        AimStated::Absent => from_percent(unit, target, value.ok()?, percent),
        AimStated::Figure(kind, aim) => of_stated_aim(scope, unit, target, (*kind, aim), &value, &percent)?,
    };
    let figures: Vec<Figure> = compare::present([&kind.value, &kind.aim])
        .chain(&kind.whole)
        .chain(&kind.aims)
        .chain([&kind.percent])
        .cloned()
        .collect();
    let check = Check::new(scope, unit, CheckKind::PercentOfAim(kind), outcome);
    Some(check.in_group(target.reads.of_group().map(|(group, _)| group)).with_figures(figures))
}

/// With a stated aim. A report says not of which end of a range its percent is: the mild one is meant unless only the
/// other gives it. None where an aim rests on a start that is not known.
fn of_stated_aim(
    scope: &Scope,
    unit: &AreaNode,
    target: &Target,
    (kind, mild): (AimKind, &Figure),
    value: &FigureResult,
    percent: &Figure,
) -> Option<(Outcome, PercentOfAim)> {
    let baseline = Level::baseline(scope, unit, target).shown;
    let of_end = |end: &Figure| {
        let aim = asked(target, kind, end, &baseline)?;
        let reached = reached(scope, target, value, &aim);
        let whole = value.as_ref().ok().filter(|value| value.unit.is_count() && !aim.unit.is_count());
        let whole =
            whole.and_then(|value| support::entitled(scope.snapshot, &target.reads, &value.subject).ok());
        let stated = Stated { target, kind, aim: &aim, reached, percent };
        let (outcome, start) = stated.outcome(&baseline);
        let counted = stated.counted(level::subject(unit, target, TargetField::PercentOfAim), start.as_ref());
        let written = percent.written.unwrap_or(0);
        let percents = counted.as_ref().ok().and_then(|c| Interval::from_figure(c).as_written(written));
        let decimals =
            aim.written.or_else(|| value.as_ref().ok().and_then(|value| value.written)).unwrap_or(0);
        let values = Interval::from_figure(percent).percent_part(aim.exactly()?).on_grid(decimals);
        let values = values.filter(|_| start.is_none());
        let of = PercentOfAim {
            target: target.named.clone(),
            reads: target.reads.clone(),
            value: value.clone(),
            aim: Ok(aim),
            start,
            whole,
            aims: None,
            percent: percent.clone(),
            counted,
            percents,
            values,
            nearest: None,
        };
        Some((outcome, of))
    };
    let by_mild = of_end(mild)?;
    let far = target.far.as_ref().filter(|_| by_mild.0.verdict == Verdict::Contradicts);
    let by_far = far.and_then(of_end).filter(|(outcome, _)| outcome.verdict != Verdict::Contradicts);
    Some(by_far.unwrap_or(by_mild))
}

/// The aim as the stated result is meant: of a year where that is the average of one, else in all; a percent of the
/// start in households.
fn asked(target: &Target, kind: AimKind, aim: &Figure, baseline: &FigureResult) -> Option<Figure> {
    let years = years_between(target.eve(), target.due_day());
    let in_all = if target.each_year && !target.averages { in_all(aim, &years) } else { aim.clone() };
    let what = aim.subject.clone();
    let asked = match kind {
        AimKind::ReduceByPercent => ceil_of_share(what, &Ok(in_all), baseline).ok()?,
        AimKind::ReduceByPoints
        | AimKind::ReduceBy
        | AimKind::Reach
        | AimKind::KeepAt
        | AimKind::ReachPercent => in_all,
    };
    if target.averages && !target.each_year { of_year(&asked, &years).ok() } else { Some(asked) }
}

/// The whole number nearest to value ÷ percent, and the percent of that.
fn nearest(value: &Figure, percent: &Figure) -> Option<EndPoints> {
    let hundredfold = &Exact::whole(100) * value.exactly()?;
    let aim = hundredfold.over(percent.one()?)?.rounded(0, Rounding::Nearest);
    let percent = hundredfold.over(&aim)?.rounded(percent.written.unwrap_or(0), Rounding::Nearest);
    Some((aim, percent))
}

/// Without a stated aim: is there any that value and percent allow? The one nearest to value ÷ percent is meant.
fn from_percent(unit: &AreaNode, target: &Target, value: Figure, percent: Figure) -> (Outcome, PercentOfAim) {
    let what = level::subject(unit, target, TargetField::Goal);
    let all = unit.area.stated_households();
    let (aim, aims) = implied(&what, &target.reads, [&value, &percent], all.as_ref());
    let outcome = compare::made_by_hand([&value, &percent]).unwrap_or_else(|| match &aim {
        Err(Missing { because: MissingReason::NothingToDivideBy, .. }) => no_aim_needed(&value, &percent),
        Err(missing) => match &missing.because {
            MissingReason::Opposed(_) if [&value, &percent].iter().all(|f| f.exactly().is_some()) => {
                Outcome::holds(false)
            }
            _ => Outcome::lacking([missing]),
        },
        Ok(_) => Outcome::holds(true),
    });
    let (target, reads) = (target.named.clone(), target.reads.clone());
    let counted = Err(Missing::not_stated(what));
    let nearest = nearest(&value, &percent);
    let of = PercentOfAim {
        target,
        reads,
        value: Ok(value),
        aim,
        start: None,
        whole: None,
        aims,
        percent,
        counted,
        percents: None,
        values: None,
        nearest,
    };
    (outcome, of)
}

/// Without an aim above zero to divide by: nothing is 0 %, and a rise is a percent below zero; nothing else fits.
fn no_aim_needed(value: &Figure, percent: &Figure) -> Outcome {
    let sign = |figure: &Figure| {
        let span = Interval::from_figure(figure);
        [-1, 0, 1].map(|side| match side {
            -1 => span.low.as_ref().is_none_or(|e| e.at.is_negative()),
            1 => span.high.as_ref().is_none_or(|e| e.at.is_positive()),
            _ => span.meets(&Interval::point(Exact::whole(0))),
        })
    };
    let pairs = sign(value).into_iter().zip(sign(percent));
    Outcome::holds(pairs.into_iter().any(|(a, b)| a && b))
}

/// The aim nearest to value ÷ percent, and all that fit: of whole numbers, for points of the decimals with the fewest
/// digits. 560 = 140 % → 400 (399–401); 4,11 points = 102 % → 4,03 (4,01–4,05).
fn implied(
    what: &Subject,
    reads: &TargetMeasure,
    [value, percent]: [&Figure; 2],
    all: Option<&Figure>,
) -> (FigureResult, Option<Figure>) {
    let none = |because| (Err(Missing::because(what.clone(), because)), None);
    let Some(exact) = value.exactly().filter(|_| percent.exactly().is_some()) else {
        return none(MissingReason::Opposed(vec![value.clone(), percent.clone()]));
    };
    let nearest = percent.one().and_then(|percent| (&Exact::whole(100) * exact).over(percent));
    let span = Interval::from_figure(value)
        .percent_of(&Interval::from_figure(percent))
        .filter(|_| exact.is_positive());
    let (Some(span), Some(nearest)) = (span, nearest) else { return none(MissingReason::NothingToDivideBy) };
    let (unit, decimals) = (value.unit, if reads.is_percent() { 0..=MOST_DECIMALS } else { 0..=0 });
    let mut grids = decimals.into_iter().map(|d| (d, span.on_grid(d)));
    let Some((decimals, Some((least, most)))) = grids.find(|(_, fits)| fits.is_some()) else {
        return none(MissingReason::Opposed(vec![value.clone(), percent.clone()]));
    };
    let nearest = nearest.rounded(decimals, Rounding::Nearest).clamp(least.clone(), most.clone());
    if !can_be_derived(&nearest, unit, all) {
        return none(MissingReason::NotDerivable);
    }
    let formula = vec![Term::Figure(value.clone()), Term::Over, Term::Figure(percent.clone())];
    let figure = |amount| ops::by_rule(what.clone(), unit, amount, Rule::AimFromPercent, formula.clone());
    (figure(Amount::One(nearest)), figure(Amount::between(least, most)).ok())
}

/// A target with a stated aim, and what was said of it.
struct Stated<'a> {
    target: &'a Target,
    kind: AimKind,
    aim: &'a Figure,
    /// What was reached, in the unit of the aim.
    reached: FigureResult,
    percent: &'a Figure,
}

impl Stated<'_> {
    /// The percent that the value is of the aim; of a start the percent of the way from there.
    fn counted(&self, what: Subject, start: Option<&Figure>) -> FigureResult {
        let aim = Ok(self.aim.clone());
        let Some(start) = start else { return ops::percentage(what, Counts::Share, &self.reached, &aim) };
        let from = Ok(Figure { unit: self.aim.unit, ..start.clone() });
        let way = |to| ops::difference(what.clone(), &from, to);
        ops::percentage(what.clone(), Counts::Share, &way(&self.reached), &way(&aim))
    }

    /// The same with the rounding of the value; an aim is exact.
    fn direct(&self) -> Option<DerivationPath> {
        let reached = self.reached.as_ref().ok()?;
        let span = Interval::from_figure(reached).percent_of(&Interval::point(self.aim.one()?.clone()))?;
        Some(DerivationPath { span, operands: vec![reached.clone(), self.aim.clone()] })
    }

    /// Where less is better a report may have set the way done against the way asked for.
    fn by_way_done(&self, baseline: &Figure) -> Option<DerivationPath> {
        let reached = self.reached.as_ref().ok()?;
        let from = Interval::from_figure(baseline);
        let asked = from.minus(&Interval::point(self.aim.one()?.clone()));
        let span = from.minus(&Interval::from_figure(reached)).percent_of(&asked)?;
        Some(DerivationPath { span, operands: vec![baseline.clone(), reached.clone(), self.aim.clone()] })
    }

    /// The verdict, with the start where it rests on that.
    fn outcome(&self, baseline: &FigureResult) -> (Outcome, Option<Figure>) {
        if let Err(missing) = &self.reached {
            return (Outcome::lacking([missing]), None);
        }
        let Some(direct) = self.direct() else {
            return (Outcome::cannot(WhyNot::NothingToDivideBy), None);
        };
        let less_is_better = self.kind == AimKind::Reach && self.target.reads.falls();
        let first = compare::by_ways(self.percent, std::slice::from_ref(&direct));
        match baseline {
            _ if !less_is_better || first.verdict != Verdict::Contradicts => (first, None),
            Ok(baseline) => {
                let by_way = self.by_way_done(baseline).map(|way| compare::by_ways(self.percent, &[way]));
                match by_way.filter(|by_way| by_way.verdict > first.verdict) {
                    Some(by_way) => (by_way, Some(baseline.clone())),
                    None => (first, None),
                }
            }
            Err(missing) => (Outcome::lacking([missing]), None),
        }
    }
}

/// The value in the unit of the aim: a number of those entitled or planned becomes a percent of them where a percent
/// is asked.
fn reached(scope: &Scope, target: &Target, value: &FigureResult, aim: &Figure) -> FigureResult {
    let value = value.clone()?;
    let what = value.subject.clone();
    let mut reached = if value.unit.is_count() && !aim.unit.is_count() {
        support::share(scope.snapshot, &target.reads, &what, &Ok(value))?
    } else {
        value
    };
    reached.unit = aim.unit;
    Ok(reached)
}
