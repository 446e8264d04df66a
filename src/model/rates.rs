//! Rates and totals: which figure answers for a rate.

use super::area::Area;
use super::measure::{Aspect, Group, Measure};
use super::ops::{self, FigureResult};
use super::unit::Unit;

impl Area {
    /// What answers for a figure of a group: a rate as [`Area::rate`] finds it, anything else as [`Area::figure`] does.
    pub fn shown(&self, group: Group, aspect: &Aspect) -> FigureResult {
        if *aspect == Aspect::Rate { self.rate(group) } else { self.figure(group, aspect) }
    }

    /// The rate of a group: from both counts of the area itself; else as reported; else from its parts.
    /// The combined rate without a total is the range that the range of totals allows, never the sum of two rounded
    /// rates.
    pub fn rate(&self, group: Group) -> FigureResult {
        let what = self.what(Measure::of_group(group, Aspect::Rate));
        let count = self.figure(group, &Aspect::Households);
        let computed = ops::percentage(what.clone(), Unit::Percent, &count, &self.all_households());
        if computed.is_ok() {
            return computed;
        }
        let stated = ops::stated(self.group(group).stated(&Aspect::Rate), || what.clone());
        if stated.is_ok() {
            return stated;
        }
        let range = self.closed_total_range();
        if group == Group::Combined && range.is_ok() {
            return ops::percentage(what, Unit::Percent, &count, &range);
        }
        self.rate_of_areas(group).or(computed)
    }

    /// Σ households of the group over Σ households, over the parts that have both; never a mean of rates.
    fn rate_of_areas(&self, group: Group) -> FigureResult {
        let what = self.what(Measure::of_group(group, Aspect::Rate));
        let count = |area: &Area| area.figure(group, &Aspect::Households);
        // A part that lacks one of the two enters neither sum, and both say of how many they are.
        let counts: Vec<FigureResult> = self.areas.iter().map(|a| a.all_households().and(count(a))).collect();
        let totals: Vec<FigureResult> = self.areas.iter().map(|a| count(a).and(a.all_households())).collect();
        let part = ops::sum_over_areas(self.what(Measure::of_group(group, Aspect::SumOfAreas)), &counts);
        let whole = ops::sum_over_areas(self.what(Measure::AllHouseholds), &totals);
        ops::percentage(what, Unit::Percent, &part, &whole)
    }

    /// All households: as stated, else the sum of the parts' own where these are all of it. (A sum never replaces a
    /// stated rate: [`Area::rate`] does not ask here.)
    pub fn total(&self) -> FigureResult {
        let stated = self.all_households();
        if stated.is_ok() || !self.areas_complete {
            return stated;
        }
        let parts: Vec<FigureResult> = self.areas.iter().map(Area::all_households).collect();
        ops::sum_over_areas(self.what(Measure::AllHouseholds), &parts)
    }
}

#[cfg(test)]
mod tests {
    use super::super::build::{counted, percent};
    use super::super::exact::Exact;
    use super::*;

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
