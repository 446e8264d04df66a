//! Rates and totals: which figure answers for a rate.

use std::sync::Arc;

use super::area::Area;
use super::figure::Figure;
use super::measure::{Aspect, Group, IdName, Measure, PartField};
use super::ops::{self, FigureResult};
use super::unit::Unit;

impl Area {
    /// What answers for a figure of a group: a rate as [`Area::rate`] finds it, anything else as [`Area::figure`] does.
    pub fn shown(&self, group: Group, aspect: &Aspect) -> FigureResult {
        match aspect {
            Aspect::Rate => self.rate(group),
            Aspect::Among(part, PartField::Rate) => self.rate_of_part(group, part),
            _ => self.figure(group, aspect),
        }
    }

    /// What a rate is a share of: all households, or all those of the part.
    pub fn whole_of_rate(&self, group: Group, rate: &Aspect) -> FigureResult {
        match rate {
            Aspect::Among(part, _) => self.figure(group, &Aspect::Among(part.clone(), PartField::All)),
            _ => self.all_households(),
        }
    }

    /// A rate of the group or of a part of it from both counts of the area itself.
    pub fn counted_rate(&self, group: Group, rate: &Aspect) -> FigureResult {
        let what = self.what(Measure::of_group(group, rate.clone()));
        let count = rate.beside(PartField::Households).unwrap_or(Aspect::Households);
        let count = self.figure(group, &count);
        self.as_its_file_writes(ops::percentage(
            what,
            Unit::Percent,
            &count,
            &self.whole_of_rate(group, rate),
        ))
    }

    /// The rate of a part of a group: from both counts, else as reported.
    fn rate_of_part(&self, group: Group, part: &Arc<IdName>) -> FigureResult {
        let rate = Aspect::Among(part.clone(), PartField::Rate);
        let counted = self.counted_rate(group, &rate);
        if counted.is_ok() {
            return counted;
        }
        self.group(group).stated(&rate).cloned().map_or(counted, Ok)
    }

    /// The rate of a group: from both counts of the area itself; else as reported; else from its parts.
    /// The combined rate without a total is the range that the range of totals allows, never the sum of two rounded
    /// rates.
    pub fn rate(&self, group: Group) -> FigureResult {
        let what = self.what(Measure::of_group(group, Aspect::Rate));
        let count = self.figure(group, &Aspect::Households);
        let computed = self.counted_rate(group, &Aspect::Rate);
        if computed.is_ok() {
            return computed;
        }
        let stated = ops::stated(self.group(group).stated(&Aspect::Rate), || what.clone());
        if stated.is_ok() {
            return stated;
        }
        let range = self.closed_total_range();
        if group == Group::Combined && range.is_ok() {
            return self.as_its_file_writes(ops::percentage(what, Unit::Percent, &count, &range));
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
        self.as_its_file_writes(ops::percentage(what, Unit::Percent, &part, &whole))
    }

    /// A computed rate with the decimals of those that its file states: 0,029% beside 0,03% would be another number.
    fn as_its_file_writes(&self, rate: FigureResult) -> FigureResult {
        let decimals = self.origin.rate_decimals;
        rate.map(|figure| Figure { decimals, ..figure })
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
