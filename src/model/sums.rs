//! Sums over the areas of a list: a nation has thousands of them, and each rate may rest on two such sums.

use std::sync::{Mutex, PoisonError};

use chrono::NaiveDate;

use super::amount::Amount;
use super::area::Area;
use super::exact::Exact;
use super::figure::{Days, Figure, Reliability, Rule, Term};
use super::formula::{Formula, OfArea, RestsOn};
use super::measure::Subject;
use super::numbers::{Counts, Found};
use super::ops::{self, FigureResult, Inherited, Missing, MissingReason};
use super::parts::Parts;
use super::qualifier::Qualifier;
use super::remembered::Aside;
use super::source_file::Provenance;
use super::stated_number::{StatedNumber, made};
use super::unit::Unit;

/// A sum over the areas of a list, and who of them is in it.
#[derive(Debug)]
pub struct SumOfAreas {
    /// The sum.
    pub sum: FigureResult,
    /// So many areas have the figure.
    pub have: usize,
    /// Why the others have none: the first [`LACKING`] of them.
    pub lacking: Vec<Missing>,
}

/// Of more areas without a figure it is enough to know that there are such.
pub const LACKING: usize = 200;

/// The sum over the areas of a list that have the figure, `of` so many; where some have none it is partial and says so.
/// Their figures are not kept: who opens the sum has them made again.
pub fn sum_over(what: Subject, areas: &Parts<Area>, of: usize, figure: OfArea) -> SumOfAreas {
    let mut lacking = Vec::new();
    let adding = Adding::over(areas, &figure, |missing| {
        if lacking.len() < LACKING {
            lacking.push(missing);
        }
    });
    let have = adding.count;
    SumOfAreas { sum: adding.sum_of_areas(what, areas, of, figure), have, lacking }
}

/// The same of what areas count, where it matters not why some have none. Of a list it is added up once: rates rest on it,
/// and are asked for at every key.
pub fn sum_of_counts(what: Subject, areas: &Parts<Area>, of: usize, counts: Counts) -> FigureResult {
    let figure = OfArea::Counted(counts.clone());
    let add = || Adding::over(areas, &figure, drop);
    let adding = areas.sums().map_or_else(add, |sums| sums.find(counts, add));
    adding.sum_of_areas(what, areas, of, figure)
}

/// Sums over the areas of a list that were asked for. They hold no figures: those hold the list.
#[derive(Debug, Default, Clone)]
pub(super) struct Sums(Aside<Mutex<Vec<(Counts, Adding)>>>);

impl Sums {
    fn find(&self, counts: Counts, add: impl FnOnce() -> Adding) -> Adding {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, added)) = known.iter().find(|(of, _)| *of == counts) {
            return added.clone();
        }
        let added = add();
        known.push((counts, added.clone()));
        added
    }
}

/// Figures that are added up, one after the other.
#[derive(Debug, Clone)]
pub(super) struct Adding {
    count: usize,
    /// That of the first.
    unit: Option<Unit>,
    is_of_one_unit: bool,
    source: Reliability,
    /// The bound that all share; none where they point in opposite directions.
    qualifier: Option<Qualifier>,
    low: Exact,
    high: Exact,
    rests_on: RestsOn,
}

impl Adding {
    pub fn new() -> Self {
        let (source, qualifier) = (Reliability::Reported, Some(Qualifier::Exact));
        let (low, high) = (Exact::whole(0), Exact::whole(0));
        let (unit, is_of_one_unit, rests_on) = (None, true, RestsOn::default());
        Self { count: 0, unit, is_of_one_unit, source, qualifier, low, high, rests_on }
    }

    /// Those of the areas of a list; those that have none say why.
    fn over(areas: &Parts<Area>, figure: &OfArea, mut lacks: impl FnMut(Missing)) -> Self {
        let (mut adding, mut numbers) = (Self::new(), figure.numbers());
        for area in areas {
            if let Some(found) = numbers.find(area) {
                adding.add_numbers(found, area.origin().as_of);
                continue;
            }
            match figure.figure(area) {
                Ok(figure) => adding.add(&figure),
                Err(missing) => lacks(missing),
            }
        }
        adding
    }

    fn sum_of_areas(self, what: Subject, areas: &Parts<Area>, of: usize, figure: OfArea) -> FigureResult {
        if self.count == 0 {
            return Err(Missing::not_stated(what));
        }
        let partial = ops::partial(self.count, of);
        let formula = Formula::sum_over(areas, figure, self.rests_on);
        self.sum(what, Rule::SumOfAreas, partial, formula)
    }

    pub fn add(&mut self, figure: &Figure) {
        self.count += 1;
        self.rests_on.by_hand |= figure.rests_on_hand();
        self.rests_on.partial = self.rests_on.partial.or_else(|| figure.derivation.partial());
        self.rests_on.days = self.rests_on.days.with(figure.days());
        self.take(figure.unit, figure.reliability, figure.qualifier);
        self.low = &self.low + figure.amount.low();
        self.high = &self.high + figure.amount.high();
    }

    /// The same of a figure that is not made: a number, or those of the two groups.
    fn add_numbers(&mut self, (own, other): Found, day: NaiveDate) {
        self.count += 1;
        self.add_number(own, day);
        if let Some(other) = other {
            self.add_number(other, day);
        }
    }

    fn add_number(&mut self, number: StatedNumber, day: NaiveDate) {
        let (_, source) = made(number.kind.provenance);
        self.rests_on.by_hand |= number.kind.provenance == Provenance::Derived;
        self.rests_on.days = self.rests_on.days.with(Days::of(day, source));
        self.take(number.kind.unit, source, number.qualifier());
        let value = number.value();
        self.low = &self.low + &value;
        self.high = &self.high + &value;
    }

    fn take(&mut self, unit: Unit, source: Reliability, qualifier: Qualifier) {
        self.is_of_one_unit &= *self.unit.get_or_insert(unit) == unit;
        self.source = self.source.max(source);
        self.qualifier = self.qualifier.and_then(|before| before.joined(qualifier));
    }

    /// The sum, of so many of so many areas where it has gaps.
    pub fn sum(
        self,
        what: Subject,
        rule: Rule,
        partial: Option<(usize, usize)>,
        formula: Formula,
    ) -> FigureResult {
        let Some(unit) = self.unit.filter(|_| self.is_of_one_unit) else {
            return Err(Missing::because(what, MissingReason::UnitsDiffer));
        };
        let Some(qualifier) = self.qualifier else {
            let terms = formula.iter().filter_map(Term::figure).cloned().collect();
            return Err(Missing::because(what, MissingReason::Opposed(terms)));
        };
        let heritage = Inherited { source: self.source, qualifier, partial };
        Ok(ops::build(what, unit, Amount::between(self.low, self.high), &heritage, rule, formula))
    }
}
