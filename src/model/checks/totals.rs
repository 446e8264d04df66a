//! The range of totals that the stated rates allow, and the total against it.

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::interval::{EndPoints, Interval};
use crate::model::measure::{Aspect, Group, Subject};
use crate::model::ops::FigureResult;
use crate::model::sums::SumOfAreas;

use super::scope::{AreaNode, Scope};
use super::verdict::{Outcome, Verdict, WhyNot};
use super::{Check, CheckKind};
use super::{compare, rates};

/// A total of households and the rates of its groups.
#[derive(Debug, Clone)]
pub struct Total {
    /// What each group's count and rate allow, one for each that has both.
    pub ranges: Vec<Figure>,
    /// What all of them allow together; `AtLeast` where nothing limits it above; `Opposed` when no one total fits.
    pub range: FigureResult,
    /// The total: given, or summed from the areas.
    pub total: FigureResult,
    /// So many areas were summed; none: the total is given, or there is none.
    pub areas: Option<usize>,
}

impl Total {
    /// Where two rates have no total in common: the second rate, and those in its place that the totals of the first
    /// allow.
    pub fn second_rate(&self) -> Option<(&Figure, EndPoints)> {
        let [first, second, ..] = &self.ranges[..] else { return None };
        let mut inputs = second.derivation.inputs();
        let (count, rate) = (inputs.next()?, inputs.next()?);
        let totals = Interval::closed(first.amount.low().clone(), first.amount.high().clone());
        Some((rate, Interval::from_figure(count).percent_of(&totals)?.as_written(rate.written.unwrap_or(0))?))
    }
}

/// One line for each unit that has a rate to set its total against, or two rates to set against each other. A group
/// whose count fits no total at all is left to the check of its rate.
pub(super) fn check(scope: &Scope, unit: &AreaNode) -> Option<Check> {
    let area = unit.area;
    let ranges = area.total_ranges();
    if ranges.is_empty() {
        return None;
    }
    let (total, lacking, areas) = total(area);
    if total.is_err() && ranges.len() < 2 {
        return None;
    }
    let range = area.total_range();
    // What one number explains is one line: of a total that the file itself gives, that of the rate which is wrong by
    // it; that of the total where it is wrong by all of them.
    let is_given = areas.is_none() && total.is_ok();
    let inputs: Vec<Figure> = ranges.iter().flat_map(|range| range.derivation.inputs()).cloned().collect();
    let outcome = outcome(&inputs, &range, &total, &lacking);
    if is_given && outcome.verdict == Verdict::Contradicts && !is_wrong_by_all(area) {
        return None;
    }
    let figures: Vec<Figure> = inputs.iter().chain(compare::present([&range, &total])).cloned().collect();
    let kind = CheckKind::Total(Total { ranges, range, total, areas });
    Some(Check::new(scope, unit, kind, outcome).with_figures(figures))
}

/// Is its total, as it states it, one that each of its rates allows? By the numbers alone, where they tell it: they all
/// are exact, and there is no rate of both groups together, which may add up two rounded ones.
pub(super) fn holds_plainly(_: &Scope, unit: &AreaNode) -> usize {
    let area = unit.area;
    let has_rate = |group: &Group| area.states(*group, &Aspect::Rate);
    let mut groups = Group::TWO.into_iter().filter(has_rate).peekable();
    let has_some = groups.peek().is_some() && !has_rate(&Group::Combined);
    usize::from(has_some && groups.all(|group| rates::rounds_plainly(area, group)))
}

/// Do several rates agree on a total, and each of them disagree with the one that is given?
pub(super) fn is_wrong_by_all(area: &Area) -> bool {
    let (ranges, Ok(total)) = (area.total_ranges(), area.all_households()) else { return false };
    let own = Interval::from_figure(&total);
    let agree = ranges.len() > 1 && area.total_range().is_ok();
    agree && ranges.iter().all(|range| !Interval::from_figure(range).meets(&own))
}

/// The total given, else summed from the areas where these are all of the unit: with the areas that have none.
fn total(area: &Area) -> (FigureResult, Vec<Subject>, Option<usize>) {
    let given = area.all_households();
    if given.is_ok() || !area.areas_complete() {
        return (given, Vec::new(), None);
    }
    let SumOfAreas { sum, have, lacking } = area.households_of_parts();
    (sum, lacking.into_iter().map(|missing| missing.what).collect(), Some(have))
}

fn outcome(inputs: &[Figure], range: &FigureResult, total: &FigureResult, lacking: &[Subject]) -> Outcome {
    if let Some(by_hand) = compare::made_by_hand(inputs.iter().chain(total)) {
        return by_hand;
    }
    let (Ok(range), Ok(total)) = (range, total) else { return Outcome::holds(range.is_ok()) };
    let (own, allowed) = (Interval::from_figure(total), Interval::from_figure(range));
    let own = if lacking.is_empty() { own } else { own.or_more() };
    if !own.meets(&allowed) {
        Outcome::holds(false)
    } else if !lacking.is_empty() {
        Outcome::cannot(WhyNot::Missing(lacking.to_vec()))
    } else if own.within(&allowed) {
        Outcome::holds(true)
    } else {
        Outcome::cannot(WhyNot::Bounded(vec![total.clone()]))
    }
}
