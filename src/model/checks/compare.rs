//! Weighing a stated figure against a computed one: the one place where a difference becomes a verdict.

use crate::model::exact::Exact;
use crate::model::figure::{Derivation, Figure};
use crate::model::interval::Interval;
use crate::model::location::Location;
use crate::model::ops::{self, FigureResult};
use crate::model::qualifier::Qualifier;

use super::verdict::{Outcome, Verdict, WhyNot};

/// What is first found in the stated figures that a figure rests on, in the order of its formula; in itself, where it is
/// stated. Those of areas are made to be looked at, and are gone again.
pub(super) fn find_in_leaves<T>(
    figure: &Figure,
    look: &mut dyn FnMut(&Figure, &Location) -> Option<T>,
) -> Option<T> {
    match place(figure) {
        Some(place) => look(figure, place),
        None => figure.derivation.find_in_inputs(|input| find_in_leaves(input, look)),
    }
}

/// Does a figure rest on that one, which is stated there?
pub(super) fn rests_on(figure: &Figure, stated: &Figure, at: &Location) -> bool {
    let is_so = |input: &Figure| rests_on(input, stated, at).then_some(());
    match &*figure.derivation {
        Derivation::Stated(own) => own.location == *at,
        Derivation::Derived(own) => own.formula.find_map_of(&stated.subject.whose, is_so).is_some(),
    }
}

/// Where a figure stands in a file, if it does.
pub(super) fn place(figure: &Figure) -> Option<&Location> {
    match &*figure.derivation {
        Derivation::Stated(stated) => Some(&stated.location),
        Derivation::Derived(_) => None,
    }
}

/// Nothing is checked by figures of which one rests on another that was worked out by hand: the sum would be checked
/// with itself.
pub(super) fn made_by_hand<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Option<Outcome> {
    let by_hand = stored_derived(figures);
    (!by_hand.is_empty()).then(|| Outcome::cannot(WhyNot::StoredDerived(by_hand)))
}

/// Nothing is checked by figures of which one is missing.
pub(super) fn lacking<'a>(all: impl IntoIterator<Item = &'a FigureResult>) -> Option<Outcome> {
    let missing: Vec<_> = all.into_iter().filter_map(|known| known.as_ref().err()).collect();
    (!missing.is_empty()).then(|| Outcome::lacking(missing))
}

/// Of these figures, those that rest on one that was worked out by hand.
pub(super) fn stored_derived<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut take = |leaf: &Figure, _: &Location| {
        found.extend(leaf.is_worked_out().then(|| leaf.clone()));
        None::<()>
    };
    for figure in figures.into_iter().filter(|figure| figure.rests_on_hand()) {
        find_in_leaves(figure, &mut take);
    }
    found
}

/// Of these figures, those that are only bounds.
fn bounded<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Vec<Figure> {
    figures.into_iter().filter(|f| f.qualifier != Qualifier::Exact).cloned().collect()
}

/// Of these figures the bounds, as the reason why nothing is decided.
pub(super) fn bounds<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> WhyNot {
    WhyNot::Bounded(bounded(figures))
}

/// One way to compute what was stated: the numbers it allows, and the figures it rests on.
#[derive(Debug, Clone)]
pub(super) struct DerivationPath {
    /// What it allows.
    pub span: Interval,
    /// What it rests on.
    pub operands: Vec<Figure>,
}

impl DerivationPath {
    /// By a single figure.
    pub fn from_figure(figure: &Figure) -> Self {
        Self { span: Interval::from_figure(figure), operands: vec![figure.clone()] }
    }

    /// So many percent of it.
    pub fn part(self, percent: &Exact) -> Self {
        Self { span: self.span.percent_part(percent), ..self }
    }
}

/// A stated figure against what was computed.
pub(super) fn against(stated: &Figure, computed: &FigureResult) -> Outcome {
    match computed {
        Ok(figure) if figure.unit != stated.unit => {
            Outcome::cannot(WhyNot::UnitsDiffer(vec![stated.clone(), figure.clone()]))
        }
        Ok(figure) => by_ways(stated, &[DerivationPath::from_figure(figure)]),
        Err(missing) => Outcome::lacking([missing]),
    }
}

/// A stated figure against several ways to compute it: it holds where one of them explains it, for a report may have
/// gone any of them.
pub(super) fn by_ways(stated: &Figure, ways: &[DerivationPath]) -> Outcome {
    weigh(stated, ways).0
}

/// The same with the way that the verdict rests on: of those that explain as much the first. What is written beside the
/// verdict is the sum of that way and of no other.
pub(super) fn weigh<'a>(
    stated: &Figure,
    ways: &'a [DerivationPath],
) -> (Outcome, Option<&'a DerivationPath>) {
    if let Some(by_hand) = made_by_hand([stated]) {
        return (by_hand, None);
    }
    let clean: Vec<&DerivationPath> =
        ways.iter().filter(|w| stored_derived(&w.operands).is_empty()).collect();
    if clean.is_empty() {
        let by_hand = stored_derived(ways.iter().flat_map(|w| &w.operands));
        return (Outcome::cannot(WhyNot::StoredDerived(by_hand)), None);
    }
    let outcomes = clean.into_iter().map(|way| (one_way(stated, way), Some(way)));
    // The last of the best is taken, so they come from the end.
    let best = outcomes.rev().max_by_key(|(outcome, _)| outcome.verdict);
    best.unwrap_or_else(|| (Outcome::plain(Verdict::Holds), None))
}

/// Rounding excuses; a bound does not: it decides, or nothing is decided. "Nearly 21,000" beside 21,000, stated or
/// counted, is one number and a word before it: no contradiction.
fn one_way(stated: &Figure, way: &DerivationPath) -> Outcome {
    let said = Interval::from_figure(stated);
    let bounds = bounded(way.operands.iter().chain([stated]));
    let is_of_one =
        bounded([stated]).len() == bounds.len() || matches!(&way.operands[..], [one] if place(one).is_some());
    let is_own_number = !bounds.is_empty() && is_of_one && said.touches(&way.span);
    if !said.meets(&way.span) && !is_own_number {
        return Outcome::plain(Verdict::Contradicts);
    }
    let decided = bounds.is_empty() || (stated.qualifier != Qualifier::About && way.span.within(&said));
    if decided { Outcome::plain(Verdict::Holds) } else { Outcome::cannot(WhyNot::Bounded(bounds)) }
}

/// By how much what was computed lies above what was stated; below zero: under it.
pub(super) fn difference(stated: &Figure, computed: &FigureResult) -> FigureResult {
    ops::difference(stated.subject.clone(), computed, &Ok(stated.clone()))
}

/// The figures among these that are there.
pub(super) fn present<'a>(
    known: impl IntoIterator<Item = &'a FigureResult>,
) -> impl Iterator<Item = &'a Figure> {
    known.into_iter().filter_map(|k| k.as_ref().ok())
}
