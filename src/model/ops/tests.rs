//! What no operation may lose: the worst source, the bound of a qualifier, and what is missing.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::area::Area;
use super::super::area_list::{AreaList, Rest};
use super::super::build::{area, households, name, origin};
use super::super::cell::RowDraft;
use super::super::figure::Days;
use super::super::formula::OfArea;
use super::super::location::Slot;
use super::super::measure::{Aspect, Group, Measure};
use super::super::numbers::Counts;
use super::super::parts::Parts;
use super::super::source_file::Provenance;
use super::super::stated_number::{NumberKind, StatedNumber};
use super::super::sums::{SumOfAreas, sum_of_counts, sum_over};
use super::*;

fn what() -> Subject {
    area("Quận", &origin("2022-12-31")).what(Measure::of_group(Group::Poor, Aspect::Households))
}

fn any_figure() -> impl Strategy<Value = Figure> {
    use Qualifier::{About, AtLeast, AtMost, Exact, Nearly, Over, Under};
    let qualifier = select(vec![Exact, Exact, Over, Nearly, About, Under, AtLeast, AtMost]);
    let source = select(vec![Reliability::Reported, Reliability::Estimated, Reliability::Illustrative]);
    (0..10_000_i64, qualifier, source).prop_map(|(n, qualifier, source)| Figure {
        qualifier,
        reliability: source,
        ..households(n)
    })
}

/// The bound that all of them share; none where two point in opposite directions.
fn shared(figures: &[Figure]) -> Option<Qualifier> {
    figures.iter().map(|f| f.qualifier).try_fold(Qualifier::Exact, Qualifier::joined)
}

fn any_number() -> impl Strategy<Value = StatedNumber> {
    use Provenance::{Derived, Estimated, Illustrative, Reported};
    use Qualifier::{About, Exact, Nearly, Over};
    let digits = prop_oneof![-9..10_000_i64, Just(i64::from(i32::MAX) + 1)];
    let unit = select(vec![Unit::Household, Unit::Household, Unit::Household, Unit::Person]);
    let qualifier = select(vec![Exact, Exact, Exact, Over, Nearly, About]);
    let provenance = select(vec![Reported, Reported, Estimated, Derived, Illustrative]);
    (digits, unit, qualifier, provenance).prop_map(|(digits, unit, qualifier, provenance)| {
        let kind = NumberKind { unit, qualifier, provenance, written: None };
        StatedNumber { digits, kind, line: 1 }
    })
}

/// Of an area: its poor and its near-poor households, and whether it states other figures beside them.
type AreaNumbers = (Option<StatedNumber>, Option<StatedNumber>, bool);

/// Areas as they are read.
fn areas_with(numbers: &[AreaNumbers]) -> Parts<Area> {
    let mut list = AreaList::new(&origin("2022-12-31"), "");
    for (at, (poor, near_poor, has_more)) in numbers.iter().enumerate() {
        let mut states = RowDraft::default();
        let slot = |group, aspect| Slot { measure: Measure::of_group(group, aspect), item: 0 };
        if let Some(number) = poor.filter(|_| *has_more) {
            states.state(slot(Group::Poor, Aspect::Persons), number, None);
        }
        for (group, number) in Group::TWO.into_iter().zip([poor, near_poor]) {
            if let Some(number) = number {
                states.state(slot(group, Aspect::Households), *number, None);
            }
        }
        list.add(&name(&format!("Phường {at}")), (Some(at), 1), states, Rest::default());
    }
    list.finish().into()
}

proptest! {
    /// Whether the figures are made, or only their numbers are added: of a group, of both, of those alone that count
    /// persons too.
    #[test]
    fn a_sum_of_numbers_is_the_sum_of_their_figures(
        numbers in vec((option::weighted(0.8, any_number()), option::weighted(0.8, any_number()), any::<bool>()), 0..7),
        unnamed in 0_usize..2,
        group in select(vec![Group::Poor, Group::Combined]),
        with_persons in any::<bool>(),
    ) {
        let areas = areas_with(&numbers);
        let of = areas.len() + unnamed;
        let measure = Measure::of_group(group, Aspect::Households);
        let beside = with_persons.then(|| Measure::of_group(Group::Poor, Aspect::Persons));
        let figure = move |area: &Area| {
            let persons = || area.figure(Group::Poor, &Aspect::Persons);
            if with_persons { persons().and_then(|_| area.figure(group, &Aspect::Households)) } else {
                area.figure(group, &Aspect::Households)
            }
        };
        let stated = (group == Group::Poor && !with_persons).then(|| OfArea::Stated(measure.clone()));
        let counts = Counts { of: measure, beside };
        // Added up, and then remembered.
        let of_counts = [(); 2].map(|()| sum_of_counts(what(), &areas, of, counts.clone()));
        let ways = [OfArea::Counted(counts), OfArea::Made(Box::new(figure))];
        let missing = (0..unnamed).map(|_| Err(Missing::not_stated(what())));
        let all: Vec<FigureResult> = areas.iter().map(figure).chain(missing).collect();
        let with = all.iter().flatten().count();
        let by_hand = all.iter().flatten().any(Figure::rests_on_hand);
        let days = all.iter().flatten().map(Figure::days).fold(Days::default(), Days::with);
        let at_once = format!("{:?}", sum_over_areas(what(), all));
        for way in ways.into_iter().chain(stated) {
            let SumOfAreas { sum, have, lacking } = sum_over(what(), &areas, of, way);
            prop_assert_eq!((have, lacking.len()), (with, areas.len() - with));
            if let Ok(sum) = &sum {
                prop_assert_eq!((sum.rests_on_hand(), sum.days()), (by_hand, days));
                prop_assert!(sum.derivation.formula().is_some_and(|formula| formula.whose().count() == with));
            }
            prop_assert_eq!(format!("{sum:?}"), &*at_once);
        }
        for sum in of_counts {
            prop_assert_eq!(format!("{sum:?}"), &*at_once);
        }
    }

    /// A sum is derived, has the worst source and the bound of its terms; of opposite bounds there is no number but
    /// the terms side by side.
    #[test]
    fn a_sum_loses_neither_qualifier_nor_source(terms in vec(any_figure(), 1..6)) {
        let known: Vec<FigureResult> = terms.iter().cloned().map(Ok).collect();
        match (sum(what(), &known), shared(&terms)) {
            (Ok(sum), Some(qualifier)) => {
                prop_assert_eq!(sum.qualifier, qualifier);
                prop_assert_eq!(Some(sum.reliability), terms.iter().map(|f| f.reliability).max());
                prop_assert_eq!(sum.basis, Basis::Derived);
                prop_assert_eq!(sum.derivation.inputs().count(), terms.len());
                let total = terms.iter().fold(Exact::whole(0), |sum, f| &sum + f.amount.low());
                prop_assert_eq!(sum.one(), Some(&total));
            }
            (Err(missing), None) => match missing.because {
                MissingReason::Opposed(beside) => prop_assert_eq!(beside.len(), terms.len()),
                other => prop_assert!(false, "{other:?}"),
            },
            (found, qualifier) => prop_assert!(false, "{found:?} of {qualifier:?}"),
        }
    }

    /// The sum of two sums is the sum of all their terms, however they are parted.
    #[test]
    fn parts_and_whole_agree(terms in vec(any_figure(), 2..8), at in 1_usize..7) {
        let known: Vec<FigureResult> = terms.into_iter().map(Ok).collect();
        let (first, second) = known.split_at(at.min(known.len() - 1));
        let parted = sum(what(), &[sum(what(), first), sum(what(), second)]);
        match (sum(what(), &known), parted) {
            (Ok(whole), Ok(parted)) => {
                prop_assert_eq!(whole.amount, parted.amount);
                prop_assert_eq!((whole.qualifier, whole.reliability), (parted.qualifier, parted.reliability));
            }
            (whole, parted) => prop_assert!(whole.is_err() || parted.is_err()),
        }
    }

    /// What is taken off points the other way: over 3 less over 1 has no bound, over 3 less under 1 is over 2.
    #[test]
    fn a_difference_turns_the_bound_of_what_is_taken_off(a in any_figure(), b in any_figure()) {
        let found = difference(what(), &Ok(a.clone()), &Ok(b.clone()));
        match a.qualifier.joined(b.qualifier.reversed()) {
            Some(qualifier) => {
                let found = found.expect("the bounds agree");
                prop_assert_eq!(found.qualifier, qualifier);
                prop_assert_eq!(found.reliability, a.reliability.max(b.reliability));
                prop_assert_eq!(found.one(), Some(&(a.amount.low() - b.amount.low())));
            }
            None => prop_assert!(matches!(found.map_err(|m| m.because), Err(MissingReason::Opposed(_)))),
        }
    }

    #[test]
    fn the_most_of_a_sum_is_that_of_the_sum(terms in vec(any_figure(), 0..6), has_gap: bool) {
        let missing = has_gap.then(|| Err(Missing::not_stated(what())));
        let known: Vec<FigureResult> = terms.into_iter().map(Ok).chain(missing).collect();
        let most = |known: &FigureResult| known.as_ref().ok().map(|f| (f.unit, f.qualifier, f.amount.high().clone()));
        let of_sum = sum(what(), &known).ok().map(|sum| sum.amount.high().clone());
        prop_assert_eq!(most_of_sum(known.iter().map(most)), of_sum);
    }

    /// A missing term makes the sum missing and is named; over areas the sum is partial and says of how many.
    #[test]
    fn missing_is_not_zero(terms in vec(any_figure(), 1..6), gaps in 1_usize..4) {
        let missing = || Err(Missing::not_stated(what()));
        let known: Vec<FigureResult> = terms.iter().cloned().map(Ok).chain((0..gaps).map(|_| missing())).collect();
        let lacking = sum(what(), &known).expect_err("a term is missing").leaves();
        prop_assert_eq!(lacking.len(), gaps);
        if let Ok(partial) = sum_over_areas(what(), known) {
            let Derivation::Derived(derived) = &*partial.derivation else { panic!("a sum is derived") };
            prop_assert_eq!(derived.partial, Some((terms.len(), terms.len() + gaps)));
        }
    }
}
