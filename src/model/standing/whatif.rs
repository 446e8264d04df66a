//! What if so many more households leave the group: the new rate, what is still to go, and whether that is the aim.

use super::super::exact::Exact;
use super::super::figure::{Amount, Unit};
use super::super::measure::Aim;
use super::super::ops::{self, Because, Known};
use super::super::story::{Rule, Term};
use super::super::target::{AimKind, AimStated, Reads, Target};
use super::assessment::Assessment;
use super::steps;

/// What would be.
#[derive(Debug, Clone)]
pub struct WhatIf {
    /// Households that leave besides; never more than there are.
    pub more: i64,
    /// Households then.
    pub households: Known,
    /// Their rate, all households as they are.
    pub rate: Known,
    /// Still to go then; missing because nothing is left when the aim is met.
    pub left: Known,
    /// Would the aim be met at the due date? Not known where the total is a range and the aim lies inside it.
    pub met: Option<bool>,
}

/// May one ask "what if" of a target? Only of rates and households that have an aim to go to.
fn asks(target: &Target) -> bool {
    let kept = matches!(target.aim, AimStated::Figure(AimKind::KeepAt, _));
    matches!(target.reads, Reads::Rate(_) | Reads::Households(_))
        && !kept
        && !super::result::is_stated(target)
}

impl Assessment {
    /// What if `more` households leave the target's own group from the shown date to the due date, all households
    /// unchanged. None for targets of other kinds, past their due date, or without a count and an aim.
    pub fn what_if(&self, target: &Target, more: i64) -> Option<WhatIf> {
        let now = self.count.now.as_ref().ok()?;
        if !asks(target) || self.time.is_due() || self.count.aim.is_err() {
            return None;
        }
        let most = now.amount.low().to_whole().unwrap_or(i64::MAX).max(0);
        let more = more.min(most);
        let gone = Exact::whole(more);
        let what = self.what(Aim::IfHouseholds);
        let amount = Amount::between(now.amount.low() - &gone, now.amount.high() - &gone);
        let formula = vec![Term::Figure(now.clone()), Term::Minus, steps::number(&gone)];
        let households = ops::by_rule(what, Unit::Household, amount, Rule::Difference, formula);
        let rate = ops::percentage(self.what(Aim::IfRate), Unit::Percent, &households, &self.whole);
        let left = steps::rest(self.what(Aim::LeftHouseholds), &households, &self.count.aim);
        Some(WhatIf { more, met: met(&left), households, rate, left })
    }

    /// How many more must leave to just meet the aim; 0 when it is met, none where "what if" has no answer.
    pub fn just_enough(&self, target: &Target) -> Option<i64> {
        match self.what_if(target, 0)?.left {
            Ok(left) => left.amount.high().ceil().to_whole(),
            Err(missing) => matches!(missing.because, Because::NothingLeft).then_some(0),
        }
    }
}

fn met(left: &Known) -> Option<bool> {
    match left {
        Ok(left) if left.amount.low().is_positive() => Some(false),
        Ok(_) => None,
        Err(missing) => matches!(missing.because, Because::NothingLeft).then_some(true),
    }
}
