//! Rates and totals: which figure answers for a rate, and what the rounding of reported rates allows.

use super::amount::Amount;
use super::area::Area;
use super::exact::Exact;
use super::figure::{Figure, Rule, Term};
use super::measure::{Aspect, Group, Measure};
use super::ops::{self, Because, Known, Missing};
use super::unit::Unit;

impl Area {
    /// The rate of a group: from both counts of the area itself; else as reported; else from its parts.
    /// The combined rate without a total is the range that the range of totals allows, never the sum of two rounded
    /// rates.
    pub fn rate(&self, group: Group) -> Known {
        let what = self.what(Measure::of(group, Aspect::Rate));
        let count = self.figure(group, &Aspect::Households);
        let computed = ops::percentage(what.clone(), Unit::Percent, &count, &self.all_households());
        if computed.is_ok() {
            return computed;
        }
        let stated = ops::stated(self.group(group).stated(&Aspect::Rate), || what.clone());
        if stated.is_ok() {
            return stated;
        }
        if group == Group::Combined && self.total_range().is_ok() {
            return ops::percentage(what, Unit::Percent, &count, &self.total_range());
        }
        self.rate_of_areas(group).or(computed)
    }

    /// Σ households of the group over Σ households, over the parts that have both; never a mean of rates.
    fn rate_of_areas(&self, group: Group) -> Known {
        let what = self.what(Measure::of(group, Aspect::Rate));
        let count = |area: &Area| area.figure(group, &Aspect::Households);
        // A part that lacks one of the two enters neither sum, and both say of how many they are.
        let counts: Vec<Known> = self.areas.iter().map(|a| a.all_households().and(count(a))).collect();
        let totals: Vec<Known> = self.areas.iter().map(|a| count(a).and(a.all_households())).collect();
        let part = ops::sum_over_areas(self.what(Measure::of(group, Aspect::SumOfAreas)), &counts);
        let whole = ops::sum_over_areas(self.what(Measure::AllHouseholds), &totals);
        ops::percentage(what, Unit::Percent, &part, &whole)
    }

    /// All households: as stated, else the sum of the parts' own where these are all of it. (A sum never replaces a
    /// stated rate: [`Area::rate`] does not ask here.)
    pub fn total(&self) -> Known {
        let stated = self.all_households();
        if stated.is_ok() || !self.areas_complete {
            return stated;
        }
        let parts: Vec<Known> = self.areas.iter().map(Area::all_households).collect();
        ops::sum_over_areas(self.what(Measure::AllHouseholds), &parts)
    }

    /// The totals of households that one group's count and reported rate allow together.
    pub fn total_range_of(&self, group: Group) -> Known {
        let what = self.what(Measure::TotalRange);
        let count = self.figure(group, &Aspect::Households);
        let rate = ops::stated(self.group(group).stated(&Aspect::Rate), || {
            self.what(Measure::of(group, Aspect::Rate))
        });
        let (Ok(count), Ok(rate)) = (&count, &rate) else {
            let lacking = [&count, &rate].into_iter().filter_map(|k| k.as_ref().err());
            let leaves = lacking.flat_map(Missing::leaves).collect();
            return Err(Missing::because(what, Because::Lacking(leaves)));
        };
        let range = whole_totals(count, rate)
            .ok_or_else(|| Missing::because(what.clone(), Because::NothingToDivideBy))?;
        let formula = vec![Term::Figure(count.clone()), Term::Over, Term::Figure(rate.clone())];
        ops::by_rule(what, Unit::Household, range, Rule::TotalFromRate, formula)
    }

    /// The totals that all stated rates allow together. `Err` with `Opposed` when no one total fits them.
    pub fn total_range(&self) -> Known {
        let what = self.what(Measure::TotalRange);
        let ranges: Vec<Figure> = Group::ALL.iter().filter_map(|g| self.total_range_of(*g).ok()).collect();
        let low = ranges.iter().map(|f| f.amount.low()).max();
        let high = ranges.iter().map(|f| f.amount.high()).min();
        let (Some(low), Some(high)) = (low, high) else {
            return self.total_range_of(Group::Poor);
        };
        if low > high {
            return Err(Missing::because(what, Because::Opposed(ranges)));
        }
        if let [only] = &ranges[..] {
            return Ok(only.clone());
        }
        let amount = Amount::between(low.clone(), high.clone());
        let formula = ranges.iter().map(|f| Term::Figure(f.clone())).collect();
        ops::by_rule(what, Unit::Household, amount, Rule::TotalFromRates, formula)
    }
}

/// The whole numbers T with low ≤ 100·count/T < high, for the range that the decimals of the rate stand for.
fn whole_totals(count: &Figure, rate: &Figure) -> Option<Amount> {
    let (low, high) = rate.rounding_range();
    let hundredfold = &Exact::whole(100) * count.exactly()?;
    if !low.is_positive() || !hundredfold.is_positive() {
        return None;
    }
    let most = hundredfold.over(&low)?.floor();
    let above = hundredfold.over(&high)?;
    let least = if above.is_whole() { &above + &Exact::whole(1) } else { above.ceil() };
    (least <= most).then(|| Amount::between(least, most))
}

#[cfg(test)]
mod tests {
    use super::super::build::{counted, percent};
    use super::*;

    fn whole(text: &str) -> i64 {
        text.parse().expect("a number")
    }

    fn range(known: &Known) -> (i64, i64) {
        let figure = known.as_ref().expect("a figure");
        let end = |x: &Exact| x.to_whole().expect("whole");
        (end(figure.amount.low()), end(figure.amount.high()))
    }

    /// 1429 = 2.20 % holds for 64808 to 65102, 1092 = 1.68 % for 64808 to 65194, both for 64808 to 65102; the two
    /// groups together are 2521 of these: 3.872 % to 3.890 %.
    #[test]
    fn the_reported_rates_of_2022_allow_these_totals() {
        let mut area = counted("2022-12-31", 0, 1429, 1092).whole;
        area.poor.set(Aspect::Rate, Some(percent("2.20", Unit::Percent)));
        area.near_poor.set(Aspect::Rate, Some(percent("1.68", Unit::Percent)));
        assert_eq!(range(&area.total_range_of(Group::Poor)), (whole("64808"), whole("65102")));
        assert_eq!(range(&area.total_range_of(Group::NearPoor)), (whole("64808"), whole("65194")));
        assert_eq!(range(&area.total_range()), (whole("64808"), whole("65102")));
        let together = area.rate(Group::Combined).expect("a range");
        let digits = |x: &Exact| x.digits(2, super::super::exact::Rounding::Nearest);
        assert_eq!(digits(together.amount.low()), 387.into());
        assert_eq!(digits(together.amount.high()), 389.into());
    }

    #[test]
    fn both_counts_answer_before_the_stated_rate() {
        let mut area = counted("2023-09-30", 65_000, 1118, 936).whole;
        area.poor.set(Aspect::Rate, Some(percent("1.70", Unit::Percent)));
        let rate = area.rate(Group::Poor).expect("computed");
        assert!(rate.is_derived());
        assert_eq!(rate.one(), Some(&Exact::decimal(172, 2)));
    }

    #[test]
    fn no_figure_no_rate() {
        let area = super::super::build::snapshot("2022-12-31").whole;
        for group in Group::ALL {
            assert!(area.rate(group).is_err());
        }
        assert!(area.total_range().is_err());
    }
}
