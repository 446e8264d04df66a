//! Rates and totals: which figure answers for a rate.

use std::sync::Arc;

use super::amount::Amount;
use super::area::Area;
use super::exact::Exact;
use super::figure::{Figure, Rule, Term};
use super::formula::OfArea;
use super::interval::Interval;
use super::measure::{Aspect, Group, IdName, Measure, PartField};
use super::numbers::Counts;
use super::ops::{self, FigureResult, Missing};
use super::qualifier::Side;
use super::sums::{self, SumOfAreas};
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

    /// A rate of the group or of a part of it from both counts of the area itself. Where one of the two is there the other
    /// is what is missing; where neither is, the rate.
    pub fn counted_rate(&self, group: Group, rate: &Aspect) -> FigureResult {
        let what = self.what(Measure::of_group(group, rate.clone()));
        let count = rate.beside(PartField::Households).unwrap_or(Aspect::Households);
        let count = self.figure(group, &count);
        let whole = self.whole_of_rate(group, rate);
        // No household is 0 % of any number of them.
        if let (Ok(none), Err(_)) = (&count, &whole)
            && none.exactly().is_some_and(Exact::is_zero)
        {
            let formula = vec![Term::Figure(none.clone())];
            return ops::by_rule(
                what,
                Unit::Percent,
                Amount::One(Exact::whole(0)),
                Rule::Percentage,
                formula,
            );
        }
        if count.is_err() && whole.is_err() {
            return Err(Missing::not_stated(what));
        }
        self.as_its_file_writes(ops::percentage(what, Unit::Percent, &count, &whole))
    }

    /// The rate as reported, where the counts bear it out within its rounding: what a reader finds in the report is what
    /// is told. With a word before it ("over 8.3") it must be the next such number; "about" says less than the counts, and
    /// does not stand for them.
    fn borne_out(&self, group: Group, rate: &Aspect) -> Option<Figure> {
        let stated = self.stated(group, rate)?;
        let count = rate.beside(PartField::Households).unwrap_or(Aspect::Households);
        let (count, whole) = (self.figure(group, &count).ok()?, self.whole_of_rate(group, rate).ok()?);
        let Some(counted) = Interval::from_figure(&count).percent_of(&Interval::from_figure(&whole)) else {
            // Counts that say "about" bound nothing: a rate that the report states is what is known.
            return (stated.qualifier.side() == Side::Here).then_some(stated);
        };
        let holds = match stated.qualifier.side() {
            Side::Here => {
                counted.meets(&Interval::from_figure(&stated)) || self.is_sum_of_rounded(group, rate, &stated)
            }
            Side::Above | Side::Below => {
                let next = Exact::decimal(1, stated.written.unwrap_or(0));
                let near = Interval::closed(stated.amount.low() - &next, stated.amount.high() + &next);
                counted.within(&near) && counted.meets(&Interval::from_figure(&stated))
            }
            Side::Around => false,
        };
        holds.then_some(stated)
    }

    /// Of both together a report may have added up the rounded rates of the two, each borne out by its counts.
    fn is_sum_of_rounded(&self, group: Group, rate: &Aspect, stated: &Figure) -> bool {
        if group != Group::Combined {
            return false;
        }
        let two = Group::TWO.map(|group| self.borne_out(group, rate));
        let two = two.each_ref().map(|rate| rate.as_ref().and_then(Figure::exactly));
        matches!(two, [Some(poor), Some(near_poor)] if stated.one() == Some(&(poor + near_poor)))
    }

    /// The rate of a part of a group as it is told.
    fn rate_of_part(&self, group: Group, part: &Arc<IdName>) -> FigureResult {
        let rate = Aspect::Among(part.clone(), PartField::Rate);
        self.borne_out(group, &rate).map_or_else(|| self.reckoned(group, &rate), Ok)
    }

    /// A rate of the group or of a part of it as it is reckoned with: of a part from both counts, else as reported.
    pub fn reckoned(&self, group: Group, rate: &Aspect) -> FigureResult {
        if !matches!(rate, Aspect::Among(..)) {
            return self.reckoned_rate(group);
        }
        let counted = self.counted_rate(group, rate);
        if counted.is_ok() {
            return counted;
        }
        self.stated(group, rate).map_or(counted, Ok)
    }

    /// The rate of a group as it is told: as reported where the counts bear it out, else as it is reckoned with.
    pub fn rate(&self, group: Group) -> FigureResult {
        self.borne_out(group, &Aspect::Rate).map_or_else(|| self.reckoned_rate(group), Ok)
    }

    /// The rate that order, changes and standings rest on, without the rounding of a report: from both counts of the
    /// area itself; else as reported; else from its parts.
    /// The combined rate without a total is the range that the range of totals allows, never the sum of two rounded
    /// rates.
    pub fn reckoned_rate(&self, group: Group) -> FigureResult {
        let computed = self.counted_rate(group, &Aspect::Rate);
        if computed.is_ok() {
            return computed;
        }
        if let Some(stated) = self.stated(group, &Aspect::Rate) {
            return Ok(stated);
        }
        // Beside a group without a rate nobody expects the rate of both.
        if group == Group::Combined
            && Group::TWO.iter().all(|group| self.reckoned_rate(*group).is_ok())
            && let range @ Ok(_) = &self.closed_total_range()
        {
            let what = self.what(Measure::of_group(group, Aspect::Rate));
            let count = self.figure(group, &Aspect::Households);
            return self.as_its_file_writes(ops::percentage(what, Unit::Percent, &count, range));
        }
        self.rate_of_areas(group).or(computed)
    }

    /// Σ households of the group over Σ households, over the parts that have both; never a mean of rates.
    fn rate_of_areas(&self, group: Group) -> FigureResult {
        let what = self.what(Measure::of_group(group, Aspect::Rate));
        let count = Measure::of_group(group, Aspect::Households);
        // A part that lacks one of the two, or is not named, enters neither sum, and both say of how many they are.
        let unnamed = self.unnamed_parts() as usize;
        let sum = |of_what, of: &Measure, beside: &Measure| {
            let counts = Counts { of: of.clone(), beside: Some(beside.clone()) };
            sums::sum_of_counts(self.what(of_what), &self.areas, self.areas.len() + unnamed, counts)
        };
        let part = sum(Measure::of_group(group, Aspect::SumOfAreas), &count, &Measure::AllHouseholds);
        let whole = sum(Measure::AllHouseholds, &Measure::AllHouseholds, &count);
        self.as_its_file_writes(ops::percentage(what, Unit::Percent, &part, &whole))
    }

    /// A computed rate with the decimals of those that its file states: 0,029% beside 0,03% would be another number.
    fn as_its_file_writes(&self, rate: FigureResult) -> FigureResult {
        let decimals = self.origin().rate_decimals;
        rate.map(|figure| Figure { decimals, ..figure })
    }

    /// All households: as stated, else the sum of the parts' own where these are all of it. (A sum never replaces a
    /// stated rate: [`Area::reckoned_rate`] does not ask here.)
    pub fn total(&self) -> FigureResult {
        let stated = self.all_households();
        if stated.is_ok() || !self.areas_complete() {
            return stated;
        }
        let counts = Counts { of: Measure::AllHouseholds, beside: None };
        sums::sum_of_counts(self.what(Measure::AllHouseholds), &self.areas, self.areas.len(), counts)
    }

    /// All households of its parts.
    pub(super) fn households_of_parts(&self) -> SumOfAreas {
        let (what, of) = (self.what(Measure::AllHouseholds), self.areas.len());
        sums::sum_over(what, &self.areas, of, OfArea::Stated(Measure::AllHouseholds))
    }

    /// The same as it is told beside counts: of a unit that was made from its parts their sum too, where each of them has
    /// a total. No rate rests on it: a group that some parts do not count is a share of fewer households.
    pub fn told_total(&self) -> FigureResult {
        let total = self.total();
        let is_made = self.origin().summed.is_some_and(|(have, of)| have == of && of == self.areas.len());
        if total.is_ok() || !is_made {
            return total;
        }
        let SumOfAreas { sum, lacking, .. } = self.households_of_parts();
        lacking.into_iter().next().map_or(sum, Err)
    }
}

#[cfg(test)]
mod tests {
    use super::super::build::{counted, percent};
    use super::super::figure::Reliability;
    use super::super::qualifier::Qualifier;
    use super::*;

    /// 1.118 of 65.000 is 1,72%.
    #[test]
    fn a_stated_rate_is_told_where_the_counts_bear_it_out() {
        for (stated, told) in [
            ("1.72", true),
            ("1.7", true),
            ("2", true),
            ("1.720", true),
            ("1.7200", true),
            ("1.70", false),
            ("1.71", false),
            ("1.73", false),
            ("1.719", false),
            ("1", false),
        ] {
            let mut area = counted("2023-09-30", 65_000, 1118, 936).whole;
            area.state(Group::Poor, Aspect::Rate, Some(percent(stated, Unit::Percent)));
            let rate = area.rate(Group::Poor).expect("a rate");
            assert_eq!(!rate.is_derived(), told, "{stated}");
            assert_eq!(rate.written.is_some(), told, "{stated}: with the decimals it was written with");
            let reckoned = area.reckoned_rate(Group::Poor).expect("computed");
            assert!(reckoned.is_derived(), "{stated}");
            assert_eq!(reckoned.one(), Some(&Exact::decimal(172, 2)));
        }
    }

    #[test]
    fn a_rate_with_a_word_before_it_is_told_where_it_is_the_next_such_number() {
        use Qualifier::{About, AtLeast, AtMost, Nearly, Over, Under};
        for (qualifier, rate, told) in [
            (About, "1.72", false),
            (Over, "1.7", true),
            (AtLeast, "1.72", true),
            (Over, "1.72", false),
            (Over, "1.6", false),
            (Over, "1", true),
            (Nearly, "1.8", true),
            (AtMost, "1.72", true),
            (Under, "1.72", false),
            (Under, "2", true),
            (Under, "3", false),
        ] {
            let mut area = counted("2023-09-30", 65_000, 1118, 936).whole;
            let stated = Figure { qualifier, ..percent(rate, Unit::Percent) };
            area.state(Group::Poor, Aspect::Rate, Some(stated));
            let is_told = !area.rate(Group::Poor).expect("a rate").is_derived();
            assert_eq!(is_told, told, "{qualifier:?} {rate}");
        }
    }

    #[test]
    fn beside_a_group_without_a_rate_there_is_none_of_both() {
        for (near_poor, is_told) in [(Some("2.36"), true), (None, false)] {
            let mut area = counted("2023-11-07", 0, 30, 65).whole;
            area.state_households(None);
            area.state(Group::Poor, Aspect::Rate, Some(percent("1.09", Unit::Percent)));
            area.state(Group::NearPoor, Aspect::Rate, near_poor.map(|rate| percent(rate, Unit::Percent)));
            assert_eq!(area.rate(Group::Combined).is_ok(), is_told);
        }
    }

    /// 1.122 and 940 of 65.000 are 1,726 and 1,446%, their sum 3,172: added up after rounding 3,18.
    #[test]
    fn a_sum_of_two_rounded_rates_is_told() {
        for (stated, told) in [("3.18", true), ("3.17", true), ("3.19", false), ("3.16", false)] {
            let mut area = counted("2023-09-30", 65_000, 1122, 940).whole;
            area.state(Group::Poor, Aspect::Rate, Some(percent("1.73", Unit::Percent)));
            area.state(Group::NearPoor, Aspect::Rate, Some(percent("1.45", Unit::Percent)));
            area.state(Group::Combined, Aspect::Rate, Some(percent(stated, Unit::Percent)));
            assert_eq!(!area.rate(Group::Combined).expect("a rate").is_derived(), told, "{stated}");
        }
    }

    /// An invented total beside a reported rate makes no invented rate of it.
    #[test]
    fn what_is_reported_stays_reported() {
        let mut area = counted("2023-09-30", 65_000, 1118, 936).whole;
        area.state(Group::Poor, Aspect::Rate, Some(percent("1.72", Unit::Percent)));
        let invented = area.all_households().expect("a total");
        area.state_households(Some(Figure { reliability: Reliability::Illustrative, ..invented }));
        assert_eq!(area.rate(Group::Poor).expect("stated").reliability, Reliability::Reported);
        assert_eq!(area.reckoned_rate(Group::Poor).expect("computed").reliability, Reliability::Illustrative);
    }

    #[test]
    fn no_household_is_a_rate_of_nothing_whatever_the_total() {
        let mut area = counted("2023-09-30", 65_000, 0, 936).whole;
        area.state_households(None);
        let rate = area.rate(Group::Poor).expect("a rate");
        assert_eq!((rate.one(), rate.is_derived()), (Some(&Exact::whole(0)), true));
        assert!(area.rate(Group::NearPoor).is_err());
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
