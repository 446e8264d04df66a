//! The start of a period worked back from what one file states: its households from the net fall, its rate from the
//! change of that. Both ends then allow totals of households, and a total hardly changes in a year.

use crate::model::amount::Amount;
use crate::model::area::Area;
use crate::model::exact::{Exact, Rounding};
use crate::model::figure::{Figure, Rule, Term};
use crate::model::interval::Interval;
use crate::model::measure::{Aspect, Group, Measure, Subject, When};
use crate::model::ops::{self, FigureResult};
use crate::model::unit::Unit;

use super::scope::{AreaNode, Scope};
use super::verdict::{Outcome, Verdict};
use super::{Check, CheckKind, compare};

/// The start that follows, and what both ends allow.
#[derive(Debug, Clone)]
pub struct WorkedBack {
    /// The group.
    pub group: Group,
    /// Households now, and the stated fall.
    pub count: [Figure; 2],
    /// The rate now, and its stated change.
    pub rate: [Figure; 2],
    /// Households at the start: now and fallen together.
    pub count_then: Figure,
    /// The rate at the start: now less its change.
    pub rate_then: Figure,
    /// The totals that the start allows.
    pub then: Figure,
    /// Those of now: as stated, else those that the rate allows.
    pub now: Figure,
}

/// Totals that lie further apart than so many percent are looked at.
const APART: i64 = 5;

/// One line for each group that states its households, their rate and the change of both, as numbers and no bounds.
pub(super) fn check(scope: &Scope, unit: &AreaNode, group: Group) -> Option<Check> {
    let found = worked_back(unit.area, group)?;
    let stated: Vec<Figure> = found.count.iter().chain(&found.rate).cloned().collect();
    let by_hand = compare::made_by_hand(stated.iter().chain([&found.now]));
    let outcome = by_hand.unwrap_or_else(|| {
        let apart = are_apart(&found.then, &found.now);
        Outcome::plain(if apart { Verdict::ToVerify } else { Verdict::Holds })
    });
    Some(
        Check::new(scope, unit, CheckKind::WorkedBack(found), outcome)
            .in_group(Some(group))
            .with_figures(stated),
    )
}

fn worked_back(area: &Area, group: Group) -> Option<WorkedBack> {
    let stated = |aspect: &Aspect| area.stated(group, aspect).filter(|f| f.exactly().is_some());
    let (change, rate) = (stated(&Aspect::RateChange)?, stated(&Aspect::Rate)?);
    let (count, fall) = (stated(&Aspect::Households)?, stated(&Aspect::Reduced)?);
    let eve = area.origin().period.first.pred_opt()?;
    let what = |measure| Subject { when: When::Day(eve), ..area.what(measure) };
    let of_group = |aspect| what(Measure::of_group(group, aspect));
    let count_then = ops::sum(of_group(Aspect::Households), &[Ok(count.clone()), Ok(fall.clone())]).ok()?;
    let rate_then = difference(of_group(Aspect::Rate), &rate, &change)?;
    let then = totals(what(Measure::TotalRange), &count_then, &rate_then, [&rate, &change])?;
    let now = area.all_households().or_else(|_| area.total_range_of(group)).ok()?;
    Some(WorkedBack { group, count: [count, fall], rate: [rate, change], count_then, rate_then, then, now })
}

/// The rate less its change, as a rate of the decimals of the two.
fn difference(what: Subject, rate: &Figure, change: &Figure) -> Option<Figure> {
    let decimals = rate.written.max(change.written)?;
    let then: FigureResult = ops::difference(what, &Ok(rate.clone()), &Ok(change.clone()));
    then.ok()
        .map(|then| Figure { decimals: Some(decimals), ..then })
        .filter(|then| then.amount.low().is_positive())
}

/// The totals that a count allows at a rate which is the difference of two rounded ones.
fn totals(what: Subject, count: &Figure, rate: &Figure, rounded: [&Figure; 2]) -> Option<Figure> {
    let [rate_now, change] = rounded.map(Interval::from_figure);
    let span = Interval::from_figure(count).percent_of(&rate_now.minus(&change))?;
    let whole = |at: &Exact, side| at.rounded(0, side);
    let (low, high) = (span.low?, span.high?);
    let amount = Amount::between(whole(&low.at, Rounding::Up), whole(&high.at, Rounding::Down));
    let formula = vec![Term::Figure(count.clone()), Term::Over, Term::Figure(rate.clone())];
    ops::by_rule(what, Unit::Household, amount, Rule::TotalFromRate, formula).ok()
}

/// Is the least of one of two totals more than so many percent above the most of the other?
fn are_apart(a: &Figure, b: &Figure) -> bool {
    let above = |more: &Figure, less: &Figure| {
        more.amount.low() * &Exact::whole(100) > less.amount.high() * &Exact::whole(100 + APART)
    };
    above(a, b) || above(b, a)
}
