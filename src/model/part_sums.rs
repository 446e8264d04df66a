//! Counts of a unit that whoever entered its file added up from its parts: of fewer parts than there are they are no
//! counts of the unit.

use super::area::{Area, Lack};
use super::figure::Figure;
use super::measure::{Aspect, Group};
use super::ops::{self, FigureResult};

impl Area {
    /// Does it, or an area within it, have counts that were worked out, beside parts of its own?
    pub fn has_part_sums(&self) -> bool {
        let of_groups = Group::ALL.into_iter().flat_map(|group| {
            let group = self.group(group);
            group.aspects().filter_map(|aspect| group.stated(aspect))
        });
        let has_own = || self.households.iter().chain(of_groups).any(Figure::is_worked_out);
        !self.areas.is_empty() && (has_own() || self.areas.iter().any(Self::has_part_sums))
    }

    /// Takes away the counts that are only the sum of those parts that have one, and the rates worked out of such: a part
    /// of it is missing, and what is left would be taken for the whole's.
    pub fn drop_part_sums(&mut self) {
        let parts = std::mem::take(&mut self.areas);
        let is_sum = |figure: &Figure, of: &OfPart| is_sum_of(&parts, figure, of);
        self.households = self.households.take().filter(|own| !is_sum(own, &Self::stated_households));
        self.persons = self.persons.take().filter(|own| !is_sum(own, &Self::stated_persons));
        for group in Group::ALL {
            let own = self.group_mut(group);
            let before = own.aspects().count();
            own.retain(|aspect, figure| !is_sum(figure, &|part| part.group(group).stated(aspect)));
            let is_less = own.aspects().count() < before;
            own.retain(|aspect, figure| !(is_less && *aspect == Aspect::Rate && figure.is_worked_out()));
        }
        drop_lacks(&mut self.deprivations, &parts, |part| &part.deprivations);
        drop_lacks(&mut self.causes, &parts, |part| &part.causes);
        self.indicators.retain(|own| {
            !own.stated()
                .is_some_and(|figure| is_sum(figure, &|part| part.indicator(&own.named.id)?.stated()))
        });
        self.areas = parts;
    }
}

/// The figure of a part that is one like that of the whole.
type OfPart<'a> = dyn Fn(&Area) -> Option<&Figure> + 'a;

/// Was a figure worked out as the sum of these of the parts?
fn is_sum_of(parts: &[Area], figure: &Figure, of: &OfPart) -> bool {
    let parts: Vec<FigureResult> = parts.iter().filter_map(of).cloned().map(Ok).collect();
    let sum = || ops::sum_over_areas(figure.subject.clone(), &parts);
    figure.is_worked_out() && sum().is_ok_and(|sum| sum.amount == figure.amount)
}

/// Takes sums away from the lacks of a unit; without a list of its own it has the sums over its parts, which say of how many
/// they are.
fn drop_lacks(lacks: &mut Vec<Lack>, parts: &[Area], of: fn(&Area) -> &[Lack]) {
    for Lack { named, figures } in &mut *lacks {
        let is_it = |lack: &&Lack| lack.named.id == named.id;
        figures.retain(|group, figure| {
            !is_sum_of(parts, figure, &|part| of(part).iter().find(is_it)?.households(*group))
        });
    }
    lacks.retain(|lack| !lack.figures.is_empty());
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
        let origin = whole.origin.clone();
        let ward = |(name, poor)| {
            let mut ward = build::area(name, &origin);
            ward.state_households(Some(build::households(100)));
            ward.group_mut(Group::Poor).set(Aspect::Households, build::households(poor));
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
        whole.group_mut(Group::Poor).set(Aspect::Households, worked_out(3 + 4));
        whole.group_mut(Group::NearPoor).set(Aspect::Households, build::households(7));
        assert!(whole.has_part_sums());
        whole.drop_part_sums();
        assert!(whole.group(Group::Poor).is_empty(), "a sum of the two");
        assert!(whole.stated_households().is_some(), "worked out otherwise");
        assert!(!whole.group(Group::NearPoor).is_empty(), "as it was reported");
        assert_eq!(whole.areas.len(), 2);
    }
}
