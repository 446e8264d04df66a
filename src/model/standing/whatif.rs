//! What if so many more households leave the group: the new rate, what is still to go, and whether that is the aim.

use super::super::amount::Amount;
use super::super::exact::{Exact, Rounding};
use super::super::figure::{Rule, Term};
use super::super::measure::TargetField;
use super::super::ops::{self, FigureResult, MissingReason};
use super::super::target::{AimKind, AimStated, Target};
use super::super::unit::Unit;
use super::assessment::Assessment;
use super::done::rounded_like;
use super::steps;

/// What would be.
#[derive(Debug, Clone)]
pub struct WhatIf {
    /// Households that leave besides; never more than there are.
    pub more: i64,
    /// Households then.
    pub households: FigureResult,
    /// Their rate, all households as they are.
    pub rate: FigureResult,
    /// Still to go then, down to the whole households that the aim allows; missing when nothing is left.
    pub left: FigureResult,
    /// Would the aim be met at the due date, by the rule that judges it then: a rate is rounded before it is compared,
    /// so that it may be met with households still to go? Not known where the total is a range and the aim lies inside.
    pub met: Option<bool>,
}

impl Assessment {
    /// What if `more` households leave the target's own group from the shown date to the due date, all households
    /// unchanged. None for targets of other kinds, past their due date, or without a count and an aim.
    pub fn what_if(&self, target: &Target, more: i64) -> Option<WhatIf> {
        let now = self.count.now.as_ref().ok()?;
        if !target.asks_fall() || self.evidence.is_final() || self.time.is_due() || self.count.aim.is_err() {
            return None;
        }
        let most = now.amount.low().to_whole().unwrap_or(i64::MAX).max(0);
        let more = more.min(most);
        let gone = Exact::whole(more);
        let what = self.what(TargetField::IfHouseholds);
        let amount = Amount::between(now.amount.low() - &gone, now.amount.high() - &gone);
        let formula = vec![Term::Figure(now.clone()), Term::Minus, steps::number(&gone)];
        let households = ops::by_rule(what, Unit::Household, amount, Rule::Difference, formula);
        let rate = steps::percentage(self.what(TargetField::IfRate), Unit::Percent, &households, &self.whole);
        let left = steps::rest(self.what(TargetField::RemainingHouseholds), &households, &self.count.aim);
        Some(WhatIf { more, met: self.would_meet(target, &rate, &left), households, rate, left })
    }

    /// How many more must leave until nothing is left to go; 0 when it is met, none where "what if" has no answer.
    pub fn just_enough(&self, target: &Target) -> Option<i64> {
        match self.what_if(target, 0)?.left {
            Ok(left) => left.amount.high().ceil().to_whole(),
            Err(missing) => matches!(missing.because, MissingReason::NothingLeft).then_some(0),
        }
    }

    /// The least number with which the aim would be met, where it is less than [`Self::just_enough`]: a rate that is
    /// rounded reaches the aim before.
    pub fn least_by_rounding(&self, target: &Target) -> FigureResult {
        let what = || self.what(TargetField::LeastByRounding);
        let enough = self.just_enough(target);
        let least =
            enough.and_then(|enough| self.least_met(target, enough)).filter(|least| Some(*least) < enough);
        let (Some(least), Ok(now)) = (least, &self.count.now) else {
            return steps::none(what(), MissingReason::NotMeant);
        };
        let least = Exact::whole(least);
        let left = steps::number(&(now.amount.low() - &least));
        let formula = vec![Term::Figure(now.clone()), Term::Minus, left];
        ops::by_rule(what(), Unit::Household, Amount::One(least), Rule::Difference, formula)
    }

    fn least_met(&self, target: &Target, enough: i64) -> Option<i64> {
        let (mut low, mut high) = (0, enough);
        let met = |more| Some(self.what_if(target, more)?.met == Some(true));
        // More households that leave never make it worse.
        while low < high {
            let middle = low + (high - low) / 2;
            if met(middle)? { high = middle } else { low = middle + 1 }
        }
        Some(low)
    }

    /// Of a rate the rule for rates, of households what is left.
    fn would_meet(&self, target: &Target, rate: &FigureResult, left: &FigureResult) -> Option<bool> {
        match (target.reads.is_rate(), rate, left) {
            (_, _, Err(missing)) if matches!(missing.because, MissingReason::NothingLeft) => Some(true),
            (true, Ok(rate), _) => {
                let ends = [rate.amount.high(), rate.amount.low()].map(|rate| self.rate_meets(target, rate));
                let [worst, best] = ends;
                (worst? == best?).then_some(worst?)
            }
            (_, _, Ok(left)) => left.amount.low().is_positive().then_some(false),
            _ => None,
        }
    }

    /// Would this rate meet the aim? Rounded as the present one is, then to the decimals of the aim, at least two: a
    /// fall before it is compared with the fall asked, else the level.
    fn rate_meets(&self, target: &Target, rate: &Exact) -> Option<bool> {
        let written = self.level.now.as_ref().ok()?.written;
        let rate = &written.map_or_else(|| rate.clone(), |places| rate.rounded(places, Rounding::Nearest));
        if matches!(target.aim, AimStated::Figure(AimKind::Reach, _)) {
            let aim = self.level.aim.as_ref().ok()?.amount.low();
            let rate = rounded_like(rate, aim);
            return Some(if target.is_strict() { rate < *aim } else { rate <= *aim });
        }
        let (baseline, asked) = (self.level.baseline.as_ref().ok()?, self.level.goal.as_ref().ok()?);
        let asked = asked.amount.high();
        let fallen = rounded_like(&(baseline.amount.low() - rate), asked);
        Some(if target.is_strict() { fallen > *asked } else { fallen >= *asked })
    }
}
