//! A stated rate against the counts; where all households are not given, the totals that the two allow are shown.

use std::sync::Arc;

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::interval::{EndPoints, Interval};
use crate::model::measure::{Aspect, Group, IdName, Measure, PartField};
use crate::model::ops::FigureResult;
use crate::model::unit::Unit;

use super::compare::{self, DerivationPath};
use super::fields::{plain, plain_count};
use super::scope::{AreaNode, Scope};
use super::totals::is_wrong_by_all;
use super::verdict::{Outcome, Verdict, WhyNot};
use super::{Check, CheckKind};

/// A stated rate and its counts.
#[derive(Debug, Clone)]
pub struct RateOf {
    /// The group.
    pub group: Group,
    /// The part of it that the rate is of; none: the group itself.
    pub part: Option<Arc<IdName>>,
    /// Its households.
    pub count: FigureResult,
    /// The stated rate.
    pub rate: Figure,
    /// The totals that the two allow; `AtLeast` where nothing limits them above; `Opposed` when none does.
    pub totals: FigureResult,
    /// All households, where the file gives them.
    pub total: FigureResult,
    /// The rate of the two counts.
    pub counted: FigureResult,
    /// The rates in place of the stated one that the two counts allow, written as that is.
    pub rates: Option<EndPoints>,
    /// The stated rates of the two groups, where the stated one of both is their sum and no rate of the counts: each of
    /// them was rounded.
    pub added_up: Option<[Figure; 2]>,
    /// The counts that the stated rate and the total allow.
    pub counts: Option<EndPoints>,
}

/// One line for each group with a stated rate.
pub(super) fn check(scope: &Scope, unit: &AreaNode, group: Group) -> Option<Check> {
    of_rate(scope, unit, group, &Aspect::Rate)
}

/// One line for each part of a group with a stated rate.
pub(super) fn of_part(scope: &Scope, unit: &AreaNode, group: Group, part: &Arc<IdName>) -> Option<Check> {
    of_rate(scope, unit, group, &Aspect::Among(part.clone(), PartField::Rate))
}

/// Does the stated rate of a group round from its two counts? By the numbers alone, where they tell it: all three are
/// exact, none was worked out by hand, and the quotient is no end of what rounds to the rate.
pub(super) fn holds_plainly(_: &Scope, unit: &AreaNode, group: Group) -> usize {
    usize::from(rounds_plainly(unit.area, group))
}

/// The same of an area.
pub(super) fn rounds_plainly(area: &Area, group: Group) -> bool {
    let rounds = || {
        let rate = plain(area.number(group, &Aspect::Rate))?;
        let (_, count) = plain_count(area, group, &Aspect::Households)?;
        let total = plain(area.number_of(&Measure::AllHouseholds))?.count()?;
        let scale = 10_i128.checked_pow(u32::from(rate.kind.written?))?.checked_mul(100)?;
        let off = count.checked_mul(scale)?.checked_sub(i128::from(rate.digits).checked_mul(total)?)?;
        Some(rate.kind.unit == Unit::Percent && off.checked_abs()?.checked_mul(2)? < total)
    };
    rounds().unwrap_or(false)
}

fn of_rate(scope: &Scope, unit: &AreaNode, group: Group, of: &Aspect) -> Option<Check> {
    let area = unit.area;
    let rate = area.stated(group, of)?;
    let count = area.figure(group, &of.beside(PartField::Households)?);
    let total = area.whole_of_rate(group, of);
    let counted = area.counted_rate(group, of);
    let totals = area.total_range_of_rate(group, of);
    let part = of.part().cloned();
    let mut outcome = outcome(&rate, &count, &total, &totals);
    let is_off = outcome.verdict == Verdict::Contradicts && group == Group::Combined && part.is_none();
    let added_up = if is_off { area.rates_added_up() } else { None };
    if added_up.is_some() {
        outcome = Outcome::holds(true);
    }
    if part.is_none() && outcome.verdict == Verdict::Contradicts && is_wrong_by_all(area) {
        return None;
    }
    let present = compare::present([&count, &total, &totals]);
    let figures: Vec<Figure> =
        [&rate].into_iter().chain(present).chain(added_up.iter().flatten()).cloned().collect();
    let (rates, counts) = (rates(&rate, &count, &total), counts(&rate, &total));
    let kind = CheckKind::Rate(RateOf {
        group,
        part: part.clone(),
        count,
        rate,
        totals,
        total,
        counted,
        rates,
        added_up,
        counts,
    });
    Some(Check::new(scope, unit, kind, outcome).in_group(Some(group)).in_part(part).with_figures(figures))
}

fn rates(rate: &Figure, count: &FigureResult, total: &FigureResult) -> Option<EndPoints> {
    let (count, total) = (count.as_ref().ok()?, total.as_ref().ok()?);
    Interval::from_figure(count)
        .percent_of(&Interval::from_figure(total))?
        .as_written(rate.written.unwrap_or(0))
}

fn counts(rate: &Figure, total: &FigureResult) -> Option<EndPoints> {
    Interval::from_figure(rate).percent_part(total.as_ref().ok()?.exactly()?).on_grid(0)
}

fn outcome(rate: &Figure, count: &FigureResult, total: &FigureResult, totals: &FigureResult) -> Outcome {
    let count = match count {
        Ok(count) => count,
        Err(missing) => return Outcome::lacking([missing]),
    };
    if let Some(by_hand) = compare::made_by_hand([rate, count].into_iter().chain(total)) {
        return by_hand;
    }
    match total {
        Ok(total) => with_total(rate, count, total),
        Err(_) if [rate, count].iter().any(|figure| figure.exactly().is_none()) => {
            Outcome::cannot(compare::bounds([rate, count]))
        }
        Err(_) => Outcome::holds(totals.is_ok()),
    }
}

fn with_total(rate: &Figure, count: &Figure, total: &Figure) -> Outcome {
    match Interval::from_figure(count).percent_of(&Interval::from_figure(total)) {
        Some(span) => {
            compare::by_ways(rate, &[DerivationPath { span, operands: vec![count.clone(), total.clone()] }])
        }
        None if total.exactly().is_some() => Outcome::cannot(WhyNot::NothingToDivideBy),
        None => Outcome::cannot(WhyNot::Bounded(vec![total.clone()])),
    }
}
