//! The range of totals that the stated rates allow, and the total against it.

use crate::model::amount::Amount;
use crate::model::area::Area;
use crate::model::exact::Exact;
use crate::model::figure::{Figure, Rule, Term};
use crate::model::measure::{Aspect, Group, Measure, What};
use crate::model::ops::{self, Because, Known, Missing};
use crate::model::qualifier::Qualifier;
use crate::model::unit::Unit as Counts;

use super::Check;
use super::kind::{CheckKind, Total};
use super::scope::{Scope, Unit};
use super::span::{End, Span};
use super::verdict::{Outcome, WhyNot};
use super::weigh::{self, Way};

/// The whole totals that a count and a rate, or several, allow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Totals {
    /// The smallest.
    pub least: Exact,
    /// The largest; none: no limit, for a rate that rounds to zero.
    pub most: Option<Exact>,
}

impl Totals {
    /// The totals T with count : T inside what the written rate stands for; none fits: `None`.
    pub fn of(count: &Exact, rate: &Figure) -> Option<Self> {
        let span = Span::of(rate);
        if count.is_zero() {
            let zero = span.meets(&Span::point(Exact::whole(0)));
            return zero.then(|| Self { least: Exact::whole(1), most: None });
        }
        let totals = Span::point(count.clone()).percent_of(&span).or_else(|| {
            let top = span.high?;
            let at = (&Exact::whole(100) * count).over(&top.at)?;
            Some(Span { low: Some(End { at, included: top.included }), high: None })
        })?;
        Self { least: totals.first(0)?, most: totals.last(0) }.possible()
    }

    /// Those that both allow.
    fn and(&self, other: &Self) -> Option<Self> {
        let most = match (&self.most, &other.most) {
            (Some(a), Some(b)) => Some(a.min(b).clone()),
            (a, b) => a.clone().or_else(|| b.clone()),
        };
        Self { least: self.least.clone().max(other.least.clone()), most }.possible()
    }

    fn possible(self) -> Option<Self> {
        self.most.as_ref().is_none_or(|most| &self.least <= most).then_some(self)
    }

    fn span(&self) -> Span {
        let all = Span::point(self.least.clone());
        match &self.most {
            Some(most) => Span::closed(self.least.clone(), most.clone()),
            None => all.or_more(),
        }
    }

    /// As a figure: a range, or at least so many.
    pub fn figure(&self, what: What, rule: Rule, formula: Vec<Term>) -> Known {
        let most = self.most.as_ref().unwrap_or(&self.least);
        let amount = Amount::between(self.least.clone(), most.clone());
        let mut figure = ops::by_rule(what, Counts::Household, amount, rule, formula)?;
        if self.most.is_none() {
            figure.qualifier = Qualifier::AtLeast;
        }
        Ok(figure)
    }
}

/// A group with an exact count and a stated rate.
struct Rated {
    count: Figure,
    rate: Figure,
    totals: Totals,
}

impl Rated {
    fn range(&self, area: &Area) -> Known {
        let formula = vec![Term::Figure(self.count.clone()), Term::Over, Term::Figure(self.rate.clone())];
        self.totals.figure(area.what(Measure::TotalRange), Rule::TotalFromRate, formula)
    }
}

/// Groups whose count fits no total at all are left to the check of their rate.
fn rated(area: &Area) -> Vec<Rated> {
    let of = |group: &Group| {
        let count = area.figure(*group, &Aspect::Households).ok()?;
        let rate = area.group(*group).stated(&Aspect::Rate).cloned()?;
        let totals = Totals::of(count.exactly()?, &rate)?;
        Some(Rated { count, rate, totals })
    };
    Group::ALL.iter().filter_map(of).collect()
}

/// One line for each unit that has a rate to set its total against, or two rates to set against each other.
pub(super) fn checks(scope: &Scope) -> Vec<Check> {
    scope.units.iter().filter_map(|unit| check(scope, unit)).collect()
}

fn check(scope: &Scope, unit: &Unit) -> Option<Check> {
    let area = unit.area;
    let rated = rated(area);
    let (total, lacking, areas) = total(area);
    if rated.is_empty() || (total.is_err() && rated.len() < 2) {
        return None;
    }
    let joint = rated.iter().skip(1).try_fold(rated[0].totals.clone(), |all, r| all.and(&r.totals));
    let outcome = judge(&rated, joint.as_ref(), &total, &lacking);
    let ranges: Vec<Figure> = rated.iter().filter_map(|r| r.range(area).ok()).collect();
    let range = together(area, joint.as_ref(), &ranges);
    let inputs: Vec<Figure> = rated.iter().flat_map(|r| [r.count.clone(), r.rate.clone()]).collect();
    let figures: Vec<Figure> = inputs.into_iter().chain(weigh::present([&range, &total]).cloned()).collect();
    let kind = CheckKind::Total(vec![Total { ranges, range, total, areas }]);
    Some(Check::new(scope, unit, kind, outcome).with(&figures))
}

/// The total given, else summed from the areas where these are all of the unit: with the areas that have none.
fn total(area: &Area) -> (Known, Vec<What>, Option<usize>) {
    let given = area.all_households();
    if given.is_ok() || !area.areas_complete {
        return (given, Vec::new(), None);
    }
    let parts: Vec<Known> = area.areas.iter().map(Area::all_households).collect();
    let lacking = parts.iter().filter_map(|p| p.as_ref().err()).map(|m| m.what.clone()).collect();
    let summed = ops::sum_over_areas(area.what(Measure::AllHouseholds), &parts);
    (summed, lacking, Some(parts.iter().flatten().count()))
}

fn judge(rated: &[Rated], joint: Option<&Totals>, total: &Known, lacking: &[What]) -> Outcome {
    let operands = rated.iter().flat_map(|r| [&r.count, &r.rate]).chain(total.as_ref().ok());
    let by_hand = weigh::stored_derived(operands);
    if !by_hand.is_empty() {
        return Outcome::cannot(WhyNot::StoredDerived(by_hand));
    }
    let (Some(joint), Ok(total)) = (joint, total) else { return Outcome::holds(joint.is_some()) };
    let way = Way::of(total);
    let span = if lacking.is_empty() { way.span } else { way.span.or_more() };
    if !span.meets(&joint.span()) {
        return Outcome::holds(false);
    }
    if !lacking.is_empty() {
        return Outcome::cannot(WhyNot::Missing(lacking.to_vec()));
    }
    if span.within(&joint.span()) {
        Outcome::holds(true)
    } else {
        Outcome::cannot(WhyNot::Bounded(vec![total.clone()]))
    }
}

/// The range of all rates together; of one rate its own.
fn together(area: &Area, joint: Option<&Totals>, ranges: &[Figure]) -> Known {
    let what = area.what(Measure::TotalRange);
    match (joint, ranges) {
        (Some(_), [only]) => Ok(only.clone()),
        (Some(joint), _) => {
            joint.figure(what, Rule::TotalFromRates, ranges.iter().cloned().map(Term::Figure).collect())
        }
        (None, _) => Err(Missing::because(what, Because::Opposed(ranges.to_vec()))),
    }
}
