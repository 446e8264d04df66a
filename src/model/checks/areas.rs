//! The areas of a unit against the unit, at every level: one line a unit with all figures that both have.

use std::sync::Arc;

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::formula::OfArea;
use crate::model::indicator::Indicator;
use crate::model::interval::Interval;
use crate::model::measure::{Aspect, Group, Measure, MovementLine, Subject, Support};
use crate::model::name::AreaName;
use crate::model::ops::{self, FigureResult, Missing};
use crate::model::sums::{self, SumOfAreas};
use crate::model::support::{Programme, ProgrammeArea};

use super::scope::{AreaNode, Scope};
use super::verdict::{Outcome, Verdict, WhyNot};
use super::{Check, CheckKind, Compared, compare, fields};

/// The areas of a unit against the unit.
#[derive(Debug, Clone)]
pub struct Areas {
    /// The areas that the unit has.
    pub areas: Vec<Arc<AreaName>>,
    /// Each figure that both the unit and some areas have, in the order of the file.
    pub sums: Vec<AreaSum>,
}

impl Areas {
    /// The figures with that verdict.
    pub fn with(&self, verdict: Verdict) -> impl Iterator<Item = &AreaSum> {
        self.sums.iter().filter(move |s| s.compared.verdict == verdict)
    }
}

/// One figure of a unit and the sum of its areas.
#[derive(Debug, Clone)]
pub struct AreaSum {
    /// The unit's own figure and the sum.
    pub compared: Compared,
    /// So many areas have it.
    pub with: usize,
}

impl Areas {
    /// The sum that a figure is compared in: as that of the whole, or as one of those that are added.
    pub fn sum_of(&self, figure: &Figure) -> Option<&AreaSum> {
        let is = |other: &Figure| other.subject == figure.subject;
        let is_added = |sum: &AreaSum| {
            let formula = sum.compared.counted.as_ref().ok().and_then(|counted| counted.derivation.formula());
            formula.is_some_and(|formula| formula.has(&figure.subject))
        };
        self.sums
            .iter()
            .find(|sum| is(&sum.compared.stated))
            .or_else(|| self.sums.iter().find(|sum| is_added(sum)))
    }
}

/// One line for each unit that shares a figure with its areas.
pub(super) fn check(scope: &Scope, unit: &AreaNode) -> Option<Check> {
    let area = unit.area;
    // A whole that was summed here from its parts agrees with them of course.
    if area.areas.is_empty() || area.origin().summed.is_some() {
        return None;
    }
    let mut sums: Vec<(AreaSum, Outcome)> = Vec::new();
    sums.extend(of_all(area, area.all_households(), Measure::AllHouseholds));
    sums.extend(of_all(area, area.inhabitants(), Measure::Inhabitants));
    sums.extend(Group::ALL.iter().flat_map(|group| of_group(area, *group)));
    sums.extend(area.indicators().iter().filter_map(|indicator| of_indicator(area, indicator)));
    leave_to_both(&mut sums);
    if unit.is_whole() {
        sums.extend(scope.snapshot.programmes.iter().flat_map(|p| of_programme(area, p)));
    }
    if sums.is_empty() {
        return None;
    }
    let (sums, mut outcomes): (Vec<AreaSum>, Vec<Outcome>) = sums.into_iter().unzip();
    name_some(&mut outcomes);
    let used: Vec<Figure> = sums.iter().flat_map(|sum| sum.compared.both()).cloned().collect();
    let areas = area.areas.iter().map(|part| part.name.clone()).collect();
    let kind = Areas { areas, sums };
    Some(Check::new(scope, unit, CheckKind::Areas(kind), Outcome::worst(outcomes)).with_figures(used))
}

/// Of areas without a figure that are named: two say that it is not one alone.
const SEVERAL: usize = 2;

/// Thousands of programmes that went to an area each lack all others: of one line so many are named as of one sum, and a
/// few of each sum.
fn name_some(outcomes: &mut [Outcome]) {
    let mut room = sums::LACKING;
    for why in outcomes.iter_mut().flat_map(|outcome| &mut outcome.why) {
        if let WhyNot::Missing(lacking) = why {
            lacking.truncate(room.max(SEVERAL));
            room = room.saturating_sub(lacking.len());
        }
    }
}

/// All households, or all inhabitants.
fn of_all(area: &Area, all: FigureResult, measure: Measure) -> Option<(AreaSum, Outcome)> {
    sum(area, all.ok()?, false, OfArea::Stated(measure))
}

fn of_group(area: &Area, group: Group) -> Vec<(AreaSum, Outcome)> {
    // The two groups of the whole are set against what its areas state of both, where they do not state each.
    let both = group == Group::Combined && area.stated(group, &Aspect::Households).is_none();
    let is_given = |part: &Area| part.states(group, &Aspect::Households);
    let both = (both && area.areas.iter().any(is_given)).then_some(Aspect::Households);
    let aspects = fields::stocks(area, group).chain(fields::flows(area, group)).chain(both);
    let summed = |aspect: Aspect| {
        let stated = fields::stated_or_summed(area, group, &aspect).ok()?;
        let is_signed = aspect.is_signed();
        sum(area, stated, is_signed, fields::of_parts(group, aspect))
    };
    aspects.filter(adds_up).filter_map(summed).collect()
}

/// An indicator that is counted; percents of areas are no parts of one. Areas may follow others than the unit does: of one
/// that some lack nothing is asked.
fn of_indicator(area: &Area, whole: &Indicator) -> Option<(AreaSum, Outcome)> {
    let stated = whole.stated().filter(|stated| stated.unit.is_count())?;
    let (named, kind) = (whole.named.clone(), whole.kind);
    let of = move |part: &Area| {
        let found = part.indicator(&named.id).filter(|found| found.kind == kind);
        ops::stated(found.and_then(Indicator::stated).cloned(), || {
            part.what(Measure::Indicator(named.clone()))
        })
    };
    let found = sum(area, stated.clone(), false, OfArea::Made(Box::new(of)));
    found.filter(|(_, outcome)| outcome.verdict != Verdict::CannotCheck)
}

/// Where every area gives both groups together and some not each of them, the sum of both is what says something.
fn leave_to_both(sums: &mut Vec<(AreaSum, Outcome)>) {
    let is_of = |sum: &AreaSum, group: Group| {
        sum.compared.stated.subject.measure == Measure::of_group(group, Aspect::Households)
    };
    let is_told = |(sum, outcome): &(AreaSum, Outcome)| {
        is_of(sum, Group::Combined) && outcome.verdict != Verdict::CannotCheck
    };
    if sums.iter().any(is_told) {
        sums.retain(|(sum, outcome)| {
            outcome.verdict != Verdict::CannotCheck || !Group::TWO.iter().any(|group| is_of(sum, *group))
        });
    }
}

/// Households that move from one area to another leave the one and enter the other, but not the whole: the lines for
/// other reasons do not add up.
fn adds_up(aspect: &Aspect) -> bool {
    use Aspect::{Moved, MovedPersons};
    use MovementLine::{OtherIn, OtherOut};
    !matches!(aspect, Moved(OtherIn | OtherOut) | MovedPersons(OtherIn | OtherOut))
}

/// The parts of a programme that went to areas, against all of it.
fn of_programme(area: &Area, programme: &Programme) -> Vec<(AreaSum, Outcome)> {
    let of = |support| {
        let stated = programme.stated(support)?.clone();
        // Of a file with thousands of both, programmes went to few areas each: only these are asked.
        let known =
            |part: &ProgrammeArea| Some((area.areas.place(&part.name)?, part.stated(support)?.clone()));
        let mut found: Vec<(usize, Figure)> = programme.areas.iter().filter_map(known).collect();
        found.sort_by_key(|(at, _)| *at);
        let is_without = |place: &usize| found.binary_search_by_key(place, |(at, _)| *at).is_err();
        let without = area.areas.iter().enumerate().filter(|(at, _)| is_without(at));
        let measure = Measure::Programme(programme.named.clone(), support);
        let lacking = without.map(|(_, part)| Missing::not_stated(part.what(measure.clone())));
        let lacking = lacking.take(sums::LACKING).collect();
        let have = found.len();
        let found = found.into_iter().map(|(_, figure)| figure).collect();
        let sum = ops::sum_over_some(stated.subject.clone(), found, area.areas.len());
        beside(area, stated, false, SumOfAreas { sum, have, lacking })
    };
    [Support::Reached, Support::Amount].into_iter().filter_map(of).collect()
}

/// A figure of the whole beside the sum of the parts that have it; none where no part has it. A signed figure may
/// fall again by what is missing, the others only grow.
fn sum(area: &Area, stated: Figure, signed: bool, of: OfArea) -> Option<(AreaSum, Outcome)> {
    let parts = sums::sum_over(stated.subject.clone(), &area.areas, area.areas.len(), of);
    beside(area, stated, signed, parts)
}

fn beside(area: &Area, stated: Figure, signed: bool, parts: SumOfAreas) -> Option<(AreaSum, Outcome)> {
    let SumOfAreas { sum: counted, have: with, lacking } = parts;
    if with == 0 {
        return None;
    }
    let lacking: Vec<Subject> = lacking.into_iter().map(|missing| missing.what).collect();
    let outcome = outcome(&stated, &counted, area.areas_complete(), &lacking, signed);
    // What was added stands in the sum.
    let compared = Compared::new(stated, Vec::new(), counted, outcome.verdict);
    Some((AreaSum { compared, with }, outcome))
}

/// Parts that are all of the whole must give the whole. Of others only a sum above it says something.
fn outcome(
    stated: &Figure,
    counted: &FigureResult,
    complete: bool,
    lacking: &[Subject],
    signed: bool,
) -> Outcome {
    let outcome = compare::against(stated, counted);
    if outcome.verdict == Verdict::CannotCheck || (complete && lacking.is_empty()) {
        return outcome;
    }
    let above = counted
        .as_ref()
        .is_ok_and(|sum| !Interval::from_figure(sum).or_more().meets(&Interval::from_figure(stated)));
    if above && !signed {
        Outcome::holds(false)
    } else if !lacking.is_empty() {
        Outcome::cannot(WhyNot::Missing(lacking.to_vec()))
    } else if outcome.verdict == Verdict::Holds {
        outcome
    } else {
        Outcome::cannot(WhyNot::PartsNotAll)
    }
}
