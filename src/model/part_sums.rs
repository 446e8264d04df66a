//! Counts of a unit that whoever entered its file added up from its parts: of fewer parts than there are they are no
//! counts of the unit.

use super::area::{Area, LackList};
use super::figure::Figure;
use super::measure::{Aspect, Group};
use super::ops::{self, FigureResult};

impl Area {
    /// Does it, or an area within it, have counts that were worked out, beside parts of its own?
    pub fn has_part_sums(&self) -> bool {
        let has_own = || self.all_stated().any(|figure| figure.is_worked_out());
        !self.areas.is_empty() && (has_own() || self.areas.iter().any(Self::has_part_sums))
    }

    /// Takes away the counts that are only the sum of those parts that have one, and the rates worked out of such: a part
    /// of it is missing, and what is left would be taken for the whole's.
    pub fn drop_part_sums(&mut self) {
        let parts = std::mem::take(&mut self.areas);
        let is_sum = |own: Option<Figure>, of: &OfPart| own.is_some_and(|own| is_sum_of(&parts, &own, of));
        if is_sum(self.stated_households(), &Self::stated_households) {
            self.state_households(None);
        }
        if is_sum(self.stated_persons(), &Self::stated_persons) {
            self.state_persons(None);
        }
        for group in Group::ALL {
            let is_group_sum =
                |aspect: &&Aspect| is_sum(self.stated(group, aspect), &|part| part.stated(group, aspect));
            let sums: Vec<Aspect> = self.aspects(group).filter(is_group_sum).cloned().collect();
            let is_less = !sums.is_empty();
            for aspect in sums {
                self.state(group, aspect, None);
            }
            if is_less && self.stated(group, &Aspect::Rate).is_some_and(|rate| rate.is_worked_out()) {
                self.state(group, Aspect::Rate, None);
            }
        }
        for list in LackList::ALL {
            self.drop_lacks(list, &parts);
        }
        let mut indicators = self.indicators().to_vec();
        indicators.retain(|own| {
            !is_sum(own.stated().cloned(), &|part| part.indicator(&own.named.id)?.stated().cloned())
        });
        self.follow(indicators);
        self.areas = parts;
    }

    /// Takes sums away from the lacks of a unit; without a list of its own it has the sums over its parts, which say of how
    /// many they are.
    fn drop_lacks(&mut self, list: LackList, parts: &[Self]) {
        let names = self.lacks(list).to_vec();
        let mut left = Vec::new();
        for named in names {
            let aspect = list.aspect(&named);
            for group in Group::TWO {
                let own = self.stated(group, &aspect);
                if own.is_some_and(|own| is_sum_of(parts, &own, &|part| part.stated(group, &aspect))) {
                    self.state(group, aspect.clone(), None);
                }
            }
            left.extend(Group::TWO.iter().any(|group| self.states(*group, &aspect)).then_some(named));
        }
        if left.len() < self.lacks(list).len() {
            self.retain_lacks(list, |named| left.contains(named));
        }
    }
}

/// The figure of a part that is one like that of the whole.
type OfPart<'a> = dyn Fn(&Area) -> Option<Figure> + 'a;

/// Was a figure worked out as the sum of these of the parts?
fn is_sum_of(parts: &[Area], figure: &Figure, of: &OfPart) -> bool {
    if !figure.is_worked_out() {
        return false;
    }
    let parts: Vec<FigureResult> = parts.iter().filter_map(of).map(Ok).collect();
    ops::sum_over_areas(figure.subject.clone(), parts).is_ok_and(|sum| sum.amount == figure.amount)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::build;
    use super::super::figure::Derivation;
    use super::super::source_file::Provenance;
    use super::*;

    fn worked_out(n: i64) -> Figure {
        let mut figure = build::households(n);
        if let Derivation::Stated(stated) = Arc::make_mut(&mut figure.derivation) {
            stated.provenance = Provenance::Derived;
        }
        figure
    }

    /// Two wards of 3 and 4 poor households of 100 each.
    fn district() -> Area {
        let mut whole = build::snapshot("2022-12-31").whole;
        let origin = whole.origin().clone();
        let ward = |(name, poor)| {
            let mut ward = build::area(name, &origin);
            ward.state_households(Some(build::households(100)));
            ward.state(Group::Poor, Aspect::Households, build::households(poor));
            ward
        };
        whole.areas = [("Phường 1", 3), ("Phường 2", 4)].into_iter().map(ward).collect();
        whole
    }

    #[test]
    fn only_what_was_added_up_from_the_parts_is_taken_away() {
        let mut whole = district();
        assert!(!whole.has_part_sums());
        whole.state_households(Some(worked_out(900)));
        whole.state(Group::Poor, Aspect::Households, worked_out(3 + 4));
        whole.state(Group::NearPoor, Aspect::Households, build::households(7));
        assert!(whole.has_part_sums());
        whole.drop_part_sums();
        assert!(whole.is_silent_of(Group::Poor), "a sum of the two");
        assert!(whole.stated_households().is_some(), "worked out otherwise");
        assert!(!whole.is_silent_of(Group::NearPoor), "as it was reported");
        assert_eq!(whole.areas.len(), 2);
    }
}
