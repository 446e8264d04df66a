//! The totals of households that counts and reported rates allow together: the one place where the rounding of a rate
//! becomes a range of totals.

use super::amount::Amount;
use super::area::Area;
use super::exact::Exact;
use super::figure::{Figure, Rule, Term};
use super::interval::{End, Interval};
use super::measure::{Aspect, Group, Measure, PartField, Subject};
use super::ops::{self, FigureResult, Missing, MissingReason};
use super::qualifier::Qualifier;
use super::unit::Unit;

impl Area {
    /// The totals that one group's count and reported rate allow; `AtLeast` where nothing limits them above, as for a
    /// rate that rounds to zero. `Opposed`: the two fit no total at all.
    pub fn total_range_of(&self, group: Group) -> FigureResult {
        self.total_range_of_rate(group, &Aspect::Rate)
    }

    /// The same of a rate of the group or of a part of it: the households that this may be a share of.
    pub fn total_range_of_rate(&self, group: Group, rate: &Aspect) -> FigureResult {
        let what = self.what(match rate.part() {
            Some(part) => Measure::of_group(group, Aspect::Among(part.clone(), PartField::All)),
            None => Measure::TotalRange,
        });
        let count = rate.beside(PartField::Households).unwrap_or(Aspect::Households);
        let count = self.figure(group, &count);
        let stated = self.stated(group, rate);
        let rate = ops::stated(stated, || self.what(Measure::of_group(group, rate.clone())));
        let (Ok(count), Ok(rate)) = (&count, &rate) else {
            let lacking = [&count, &rate].into_iter().filter_map(|k| k.as_ref().err());
            let leaves = lacking.flat_map(Missing::leaves).collect();
            return Err(Missing::because(what, MissingReason::Lacking(leaves)));
        };
        let bound = [count, rate].into_iter().find(|figure| figure.exactly().is_none());
        let (Some(exact), None) = (count.exactly(), bound) else {
            let bound = bound.unwrap_or(count).subject.clone();
            return Err(Missing::because(what, MissingReason::Lacking(vec![bound])));
        };
        let Some(totals) = Totals::from_rate(exact, rate) else {
            return Err(Missing::because(what, MissingReason::Opposed(vec![count.clone(), rate.clone()])));
        };
        let formula = vec![Term::Figure(count.clone()), Term::Over, Term::Figure(rate.clone())];
        totals.figure(what, Rule::TotalFromRate, formula)
    }

    /// The totals that each group with an exact count and a stated rate allows; one whose two fit no total has none.
    pub fn total_ranges(&self) -> Vec<Figure> {
        // A rate that only adds up the two rounded ones is rounded otherwise than its decimals say.
        let is_own = |group: Group| group != Group::Combined || self.rates_added_up().is_none();
        let has_own = |group: &&Group| self.states(**group, &Aspect::Rate) && is_own(**group);
        Group::ALL.iter().filter(has_own).filter_map(|group| self.total_range_of(*group).ok()).collect()
    }

    /// The two stated rates of which the stated combined one is the sum, where it is.
    pub fn rates_added_up(&self) -> Option<[Figure; 2]> {
        let stated = |group| self.stated(group, &Aspect::Rate).filter(|rate| rate.exactly().is_some());
        let [poor, near_poor, combined] = Group::ALL.map(stated);
        let (poor, near_poor, combined) = (poor?, near_poor?, combined?);
        let is_sum = combined.one()? == &(poor.one()? + near_poor.one()?);
        is_sum.then_some([poor, near_poor])
    }

    /// The totals that all stated rates allow together. `Opposed`: no one total fits them.
    pub fn total_range(&self) -> FigureResult {
        let ranges = self.total_ranges();
        let what = self.what(Measure::TotalRange);
        match &ranges[..] {
            [] => self.total_range_of(Group::Poor),
            [only] => Ok(only.clone()),
            [first, others @ ..] => {
                let joint =
                    others.iter().try_fold(Totals::written(first), |all, one| all.and(Totals::written(one)));
                let Some(joint) = joint else {
                    return Err(Missing::because(what, MissingReason::Opposed(ranges)));
                };
                joint.figure(what, Rule::TotalFromRates, ranges.into_iter().map(Term::Figure).collect())
            }
        }
    }

    /// The same where it has two ends. Without an upper one it answers for no total: five households of at least one
    /// are "at most 500 %".
    pub fn closed_total_range(&self) -> FigureResult {
        let range = self.total_range()?;
        let is_closed = range.qualifier == Qualifier::Exact;
        if is_closed {
            Ok(range)
        } else {
            Err(Missing::because(range.subject, MissingReason::NothingToDivideBy))
        }
    }
}

/// Whole totals from the least to the most.
struct Totals {
    least: Exact,
    /// None: no limit.
    most: Option<Exact>,
}

impl Totals {
    /// The totals T with count : T inside what the written rate stands for; none fits: `None`.
    fn from_rate(count: &Exact, rate: &Figure) -> Option<Self> {
        let span = Interval::from_figure(rate);
        if count.is_zero() {
            let zero = span.meets(&Interval::point(Exact::whole(0)));
            return zero.then(|| Self { least: Exact::whole(1), most: None });
        }
        let totals = Interval::point(count.clone()).percent_of(&span).or_else(|| {
            let top = span.high?;
            let at = (&Exact::whole(100) * count).over(&top.at)?;
            Some(Interval { low: Some(End { at, included: top.included }), high: None })
        })?;
        Self { least: totals.first(0)?, most: totals.last(0) }.possible()
    }

    /// Those that a range of totals holds.
    fn written(range: &Figure) -> Self {
        let most = (range.qualifier != Qualifier::AtLeast).then(|| range.amount.high().clone());
        Self { least: range.amount.low().clone(), most }
    }

    /// Those that both allow.
    fn and(self, other: Self) -> Option<Self> {
        let most = match (self.most, other.most) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        Self { least: self.least.max(other.least), most }.possible()
    }

    fn possible(self) -> Option<Self> {
        self.most.as_ref().is_none_or(|most| &self.least <= most).then_some(self)
    }

    /// As a figure: a range, or at least so many.
    fn figure(self, what: Subject, rule: Rule, formula: Vec<Term>) -> FigureResult {
        let qualifier = if self.most.is_none() { Qualifier::AtLeast } else { Qualifier::Exact };
        let most = self.most.unwrap_or_else(|| self.least.clone());
        let figure = ops::by_rule(what, Unit::Household, Amount::between(self.least, most), rule, formula)?;
        // A range of totals has its ends in itself, whichever bounds it was made from.
        Ok(Figure { qualifier, ..figure })
    }
}

#[cfg(test)]
mod tests {
    use super::super::build::{counted, percent};
    use super::*;

    fn area(counts: [i64; 2], rates: [&str; 2]) -> Area {
        let mut area = counted("2022-12-31", 0, counts[0], counts[1]).whole;
        area.state(Group::Poor, Aspect::Rate, percent(rates[0], Unit::Percent));
        area.state(Group::NearPoor, Aspect::Rate, percent(rates[1], Unit::Percent));
        area
    }

    fn ends(known: &FigureResult) -> (i64, i64, Qualifier) {
        let figure = known.as_ref().expect("a figure");
        let end = |x: &Exact| x.to_whole().expect("a whole number");
        (end(figure.amount.low()), end(figure.amount.high()), figure.qualifier)
    }

    /// 1429 = 2.20 % holds for 64808 to 65102, 1092 = 1.68 % for 64808 to 65194, both for 64808 to 65102; the two
    /// groups together are 2521 of these: 3.872 % to 3.890 %.
    #[test]
    fn the_reported_rates_of_2022_allow_these_totals() {
        let area = area([1429, 1092], ["2.20", "1.68"]);
        assert_eq!(ends(&area.total_range_of(Group::Poor)), (64_808, 65_102, Qualifier::Exact));
        assert_eq!(ends(&area.total_range_of(Group::NearPoor)), (64_808, 65_194, Qualifier::Exact));
        assert_eq!(ends(&area.total_range()), (64_808, 65_102, Qualifier::Exact));
        let together = area.rate(Group::Combined).expect("a range");
        let digits = |x: &Exact| x.digits(2, super::super::exact::Rounding::Nearest);
        assert_eq!(digits(together.amount.low()), 387.into());
        assert_eq!(digits(together.amount.high()), 389.into());
    }

    /// No households are 0.00 % of any total; five are of at least 100 001: 5 : 0.00005 = 100 000 rounds to 0.01. An
    /// end of a rounding that is not its own is no total either: 1 of 40 is 2.5 %, which rounds to 3.
    #[test]
    fn a_rate_of_zero_has_no_upper_end_and_a_tie_goes_up() {
        let none = area([0, 936], ["0.00", "1.44"]);
        assert_eq!(ends(&none.total_range_of(Group::Poor)), (1, 1, Qualifier::AtLeast));
        assert_eq!(ends(&none.total_range()), ends(&none.total_range_of(Group::NearPoor)));
        let five = area([5, 936], ["0.00", "1.44"]);
        assert_eq!(ends(&five.total_range_of(Group::Poor)), (100_001, 100_001, Qualifier::AtLeast));
        assert!(matches!(five.total_range(), Err(Missing { because: MissingReason::Opposed(_), .. })));
        let tie = area([1, 1], ["2", "3"]);
        assert_eq!(ends(&tie.total_range_of(Group::Poor)), (41, 66, Qualifier::Exact));
        assert_eq!(ends(&tie.total_range_of(Group::NearPoor)), (29, 40, Qualifier::Exact));
    }

    /// Five of at least 100 001 are at most 0.005 %, and none of at least one "at most 0 %": no rate is said of these.
    #[test]
    fn totals_without_an_upper_end_give_no_combined_rate() {
        for counts in [[5, 0], [0, 5]] {
            let area = area(counts, ["0.00", "0.00"]);
            assert_eq!(area.total_range().expect("a limit").qualifier, Qualifier::AtLeast);
            assert!(area.closed_total_range().is_err() && area.rate(Group::Combined).is_err());
        }
        let area = area([5, 5], ["0.00", "50"]);
        assert!(area.total_range().is_err(), "at least 100 001, and 10");
    }
}
