//! A stated rate against the counts; where all households are not given, the totals that the two allow are shown.

use crate::model::area::Area;
use crate::model::figure::{Figure, Rule, Term};
use crate::model::measure::{Aspect, Group, Measure};
use crate::model::ops::{self, Because, Known, Missing};
use crate::model::unit::Unit as Counts;

use super::Check;
use super::kind::{CheckKind, RateOf};
use super::scope::{Scope, Unit};
use super::span::Span;
use super::totals::Totals;
use super::verdict::{Outcome, WhyNot};
use super::weigh::{self, Way};

/// One line for each group with a stated rate.
pub(super) fn checks(scope: &Scope) -> Vec<Check> {
    let of = |unit| Group::ALL.iter().filter_map(move |group| check(scope, unit, *group));
    scope.units.iter().flat_map(of).collect()
}

fn check(scope: &Scope, unit: &Unit, group: Group) -> Option<Check> {
    let area = unit.area;
    let rate = area.group(group).stated(&Aspect::Rate).cloned()?;
    let count = area.figure(group, &Aspect::Households);
    let total = area.all_households();
    let what = area.what(Measure::of(group, Aspect::Rate));
    let counted = ops::percentage(what, Counts::Percent, &count, &total);
    let totals = totals(area, &count, &rate);
    let outcome = judge(&rate, &count, &total, &totals);
    let figures: Vec<Figure> =
        [&rate].into_iter().chain(weigh::present([&count, &total, &totals])).cloned().collect();
    let kind = CheckKind::Rate(vec![RateOf { group, count, rate, totals, total, counted }]);
    Some(Check::new(scope, unit, kind, outcome).of(Some(group)).with(&figures))
}

/// The totals that the count and the rate allow.
fn totals(area: &Area, count: &Known, rate: &Figure) -> Known {
    let what = area.what(Measure::TotalRange);
    let count = count.as_ref().map_err(|m| Missing::because(what.clone(), Because::Lacking(m.leaves())))?;
    let Some(exact) = count.exactly() else {
        return Err(Missing::because(what, Because::Lacking(vec![count.what.clone()])));
    };
    match Totals::of(exact, rate) {
        Some(totals) => {
            let formula = vec![Term::Figure(count.clone()), Term::Over, Term::Figure(rate.clone())];
            totals.figure(what, Rule::TotalFromRate, formula)
        }
        None => Err(Missing::because(what, Because::Opposed(vec![count.clone(), rate.clone()]))),
    }
}

fn judge(rate: &Figure, count: &Known, total: &Known, totals: &Known) -> Outcome {
    let count = match count {
        Ok(count) => count,
        Err(missing) => return Outcome::lacking([missing]),
    };
    let by_hand = weigh::stored_derived([rate, count].into_iter().chain(total.as_ref().ok()));
    if !by_hand.is_empty() {
        return Outcome::cannot(WhyNot::StoredDerived(by_hand));
    }
    match total {
        Ok(total) => with_total(rate, count, total),
        Err(_) if count.exactly().is_none() => Outcome::cannot(WhyNot::Bounded(vec![count.clone()])),
        Err(_) => Outcome::holds(totals.is_ok()),
    }
}

fn with_total(rate: &Figure, count: &Figure, total: &Figure) -> Outcome {
    match Span::of(count).percent_of(&Span::of(total)) {
        Some(span) => weigh::by_ways(rate, &[Way { span, operands: vec![count.clone(), total.clone()] }]),
        None if total.exactly().is_some() => Outcome::cannot(WhyNot::NothingToDivideBy),
        None => Outcome::cannot(WhyNot::Bounded(vec![total.clone()])),
    }
}
