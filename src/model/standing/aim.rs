//! The aim: as stated, or derived from a result and its percent.

use super::super::amount::Amount;
use super::super::area::Area;
use super::super::exact::{Exact, Rounding};
use super::super::figure::{Figure, Rule, Term};
use super::super::measure::{Subject, TargetField};
use super::super::ops::{self, FigureResult, Missing, MissingReason};
use super::super::target::{TargetMeasure, can_be_derived};
use super::super::unit::Unit;
use super::target_context::TargetContext;

impl TargetContext<'_> {
    /// The level of an indicator that is to rise, from a result and its percent.
    pub fn level_of_result(&self) -> FigureResult {
        let what = self.what(TargetField::Level);
        match (&self.target.reads, &self.target.result, &self.target.percent_of_aim) {
            (TargetMeasure::Indicator(..), Some(result), Some(percent)) => {
                self.told(from_percent(what, self.level_unit(), result, percent)?)
            }
            _ => Err(Missing::not_stated(what)),
        }
    }

    /// The fall that a result and its percent were measured against, where the target states no aim.
    pub fn aim_of_result(&self) -> FigureResult {
        let what = self.what(TargetField::Goal);
        match (self.target.reads.falls(), &self.target.result, &self.target.percent_of_aim) {
            (true, Some(result), Some(percent)) => {
                let a_time = self.told(from_percent(what, self.fall_unit(), result, percent)?)?;
                Ok(self.result_in_all(&a_time))
            }
            _ => Err(Missing::not_stated(what)),
        }
    }

    /// A derived aim, where it may be told.
    fn told(&self, aim: Figure) -> FigureResult {
        let all = self.area(self.judged.or(Some(self.at))).and_then(Area::stated_households);
        if aim.one().is_some_and(|number| !can_be_derived(number, aim.unit, all.as_ref())) {
            return Err(Missing::because(aim.subject, MissingReason::NotDerivable));
        }
        Ok(aim)
    }
}

/// The aims that give such a percent of a result, after the rounding of both.
struct Allowed {
    low: Exact,
    high: Exact,
    /// Is the high end one of them? A count is exact; a rounded result never reaches its upper end.
    closed: bool,
}

impl Allowed {
    /// value ÷ percent over both roundings; none for a result or percent that may be zero or less.
    fn from_percent(result: &Figure, percent: &Figure) -> Option<Self> {
        let (least, most) = result.rounding_range();
        let (below, above) = percent.rounding_range();
        if !least.is_positive() || !below.is_positive() {
            return None;
        }
        let hundred = Exact::whole(100);
        let low = (&least * &hundred).over(&above)?;
        let high = (&most * &hundred).over(&below)?;
        Some(Self { low, high, closed: least == most })
    }

    /// The smallest and largest number with so many decimals among them.
    fn ends(&self, decimals: u8) -> Option<(Exact, Exact)> {
        let step = Exact::decimal(1, decimals);
        let mut first = self.low.rounded(decimals, Rounding::Up);
        let mut last = self.high.rounded(decimals, Rounding::Down);
        if first == self.low && !self.holds_low() {
            first = &first + &step;
        }
        if last == self.high && !self.closed {
            last = &last - &step;
        }
        (first <= last).then_some((first, last))
    }

    /// The low end belongs to the percent just above the range, unless nothing was rounded.
    fn holds_low(&self) -> bool {
        self.low == self.high
    }
}

/// Of the whole numbers (points: of the decimals with the fewest digits) inside the range the one nearest to
/// value ÷ percent; the range stands in its story. 560 = 140 % → 400 (399 to 401).
fn from_percent(what: Subject, unit: Unit, result: &Figure, percent: &Figure) -> FigureResult {
    let none = || Missing::because(what.clone(), MissingReason::NothingToDivideBy);
    let mut formula = vec![Term::Figure(result.clone()), Term::Over, Term::Figure(percent.clone())];
    let plain = || (result.amount.low() * &Exact::whole(100)).over(percent.amount.low()).ok_or_else(none);
    if result.exactly().is_none() || percent.exactly().is_none() {
        let decimals = if unit.is_percent() || unit == Unit::Point { 2 } else { 0 };
        let about = plain()?.rounded(decimals, Rounding::Nearest);
        if !about.is_positive() {
            return Err(none());
        }
        return ops::by_rule(what, unit, Amount::One(about), Rule::AimFromPercent, formula);
    }
    let allowed = Allowed::from_percent(result, percent).ok_or_else(none)?;
    let most = if unit.is_percent() || unit == Unit::Point { 6 } else { 0 };
    let (decimals, (first, last)) =
        (0..=most).find_map(|d| allowed.ends(d).map(|ends| (d, ends))).ok_or_else(none)?;
    let nearest = plain()?.rounded(decimals, Rounding::Nearest).max(first.clone()).min(last.clone());
    if first != last {
        let range = Amount::between(first, last);
        let range = ops::by_rule(what.clone(), unit, range, Rule::AimFromPercent, formula.clone())?;
        formula.extend([Term::Open, Term::Figure(range), Term::Close]);
    }
    ops::by_rule(what, unit, Amount::One(nearest), Rule::AimFromPercent, formula)
}

/// The aims that a derived aim was chosen from, where there was a choice: 399 to 401.
pub fn choice(asked: &Figure) -> Option<&Figure> {
    asked.derivation.inputs().find(|input| matches!(input.amount, Amount::Range(..)))
}

#[cfg(test)]
mod tests {
    use super::super::super::build::{count, households};
    use super::super::super::build::{day, name, named, percent};
    use super::super::super::measure::{Measure, When};
    use super::*;

    fn what() -> Subject {
        let measure = Measure::Target(named("t"), TargetField::Goal);
        Subject { measure, whose: name("Quận"), when: When::Day(day("2022-12-31")) }
    }

    fn from_written(result: &Figure, written: &str) -> Option<(Exact, Option<Amount>)> {
        let unit = if result.unit == Unit::Point { Unit::Point } else { Unit::Household };
        let aim = from_percent(what(), unit, result, &percent(written, Unit::Share)).ok()?;
        let range = choice(&aim).map(|f| f.amount.clone());
        Some((aim.one()?.clone(), range))
    }

    fn range(low: Exact, high: Exact) -> Amount {
        Amount::Range(low, high)
    }

    /// 560 / 1.405 = 398.6 and 560 / 1.395 = 401.4: 399, 400 or 401, of which 560 / 1.40 = 400 is one.
    #[test]
    fn the_aims_of_2022() {
        let wide = range(Exact::whole(399), Exact::whole(401));
        assert_eq!(from_written(&households(560), "140"), Some((Exact::whole(400), Some(wide))));
        // 402 / 1.60805 = 249.992 and 402 / 1.60795 = 250.008: 250 alone.
        assert_eq!(from_written(&households(402), "160.80"), Some((Exact::whole(250), None)));
    }

    /// 4.105 / 1.025 = 4.0049 and 4.115 / 1.015 = 4.0542: no number with one decimal lies between, of those with two
    /// 4.01 to 4.05; 4.11 / 1.02 = 4.029 is nearest to 4.03.
    #[test]
    fn points_with_the_fewest_digits() {
        let wide = range(Exact::decimal(401, 2), Exact::decimal(405, 2));
        assert_eq!(
            from_written(&percent("4.11", Unit::Point), "102"),
            Some((Exact::decimal(403, 2), Some(wide)))
        );
    }

    /// 100 as 100 %: aims from 100 / 1.005 = 99.5 (left out: 99.5 would round to 101 %) to 100 / 0.995 = 100.5; the
    /// whole number is 100. 201 at 100 %: 200 = 201 / 1.005 is left out too, 100.5 % rounds up.
    #[test]
    fn the_upper_end_of_a_rounding_is_not_in_it() {
        assert_eq!(from_written(&households(100), "100"), Some((Exact::whole(100), None)));
        let wide = range(Exact::whole(201), Exact::whole(202));
        assert_eq!(from_written(&households(201), "100"), Some((Exact::whole(201), Some(wide))));
    }

    #[test]
    fn no_aim_follows_from_nothing() {
        assert_eq!(from_written(&households(0), "0"), None);
        assert_eq!(from_written(&households(-5), "10"), None);
        assert_eq!(from_written(&count(5, Unit::Household), "0"), None);
    }
}
