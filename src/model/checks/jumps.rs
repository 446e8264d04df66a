//! Stocks and flows that changed by more than half: possible, but somebody should look.

use crate::model::area::{Area, StatedAt};
use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::interval::{EndPoints, Interval};
use crate::model::measure::{Aspect, Group, Measure, MovementLine, Support};
use crate::model::ops::{self, FigureResult};
use crate::model::stated_number::StatedNumber;
use crate::model::support::Programme;
use crate::model::unit::Unit as Counts;

use super::scope::{AreaNode, Scope};
use super::verdict::{Outcome, Verdict, WhyNot};
use super::{Check, CheckKind, compare, fields};

/// A figure that changed by more than half.
#[derive(Debug, Clone)]
pub struct Jump {
    /// Before: the newest earlier stock, or the flow of the same span of the year before.
    pub then: Figure,
    /// Now.
    pub now: Figure,
    /// Now minus then.
    pub change: FigureResult,
    /// The change as a share of the figure before.
    pub share: FigureResult,
    /// The figures in place of the newer one that would be no jump: from half to one and a half of the earlier.
    pub usual: Option<EndPoints>,
}

/// Below this a change by half is a handful of households.
const AT_LEAST: i64 = 30;

/// One line for each group of each unit with all its figures that jumped; one for all households and
/// all inhabitants; one for each
/// programme.
pub(super) fn checks(scope: &Scope) -> Vec<Check> {
    let year_before = scope.history.index_of_same_span_before(scope.at);
    let mut found = Vec::new();
    for unit in &scope.units {
        found.extend(jump_check(scope, unit, None, of_all(scope, unit)));
        for group in Group::ALL {
            let then = year_before.and_then(|index| scope.area_in(unit, index));
            let jumps = stocks(scope, unit, group).chain(flows(unit.area, then, group)).collect();
            found.extend(jump_check(scope, unit, Some(group), jumps));
        }
    }
    let before = year_before.map_or(&[][..], |index| &scope.history.snapshots[index].programmes);
    let jumps = scope.snapshot.programmes.iter().map(|now| programme(now, before));
    found.extend(jumps.filter_map(|jumps| jump_check(scope, scope.whole(), None, jumps)));
    found
}

fn jump_check(scope: &Scope, unit: &AreaNode, group: Option<Group>, jumps: Vec<Jump>) -> Option<Check> {
    if jumps.is_empty() {
        return None;
    }
    let used: Vec<Figure> = jumps.iter().flat_map(|j| [j.then.clone(), j.now.clone()]).collect();
    let by_hand = |j: &Jump| compare::stored_derived([&j.then, &j.now]);
    let outcome = if jumps.iter().any(|j| by_hand(j).is_empty()) {
        Outcome::plain(Verdict::ToVerify)
    } else {
        Outcome::cannot(WhyNot::StoredDerived(jumps.iter().flat_map(by_hand).collect()))
    };
    let kinds = jumps.into_iter().map(CheckKind::Jump).collect();
    Some(Check::of_several(scope, unit, kinds, outcome)?.in_group(group).with_figures(used))
}

/// All households and all inhabitants.
fn of_all(scope: &Scope, unit: &AreaNode) -> Vec<Jump> {
    let of = |measure| {
        let now = unit.area.number_of(&measure)?;
        jump_of(scope.earlier(unit).find_map(|area| area.number_of(&measure))?, now)
    };
    [Measure::AllHouseholds, Measure::Inhabitants].into_iter().filter_map(of).collect()
}

/// Each stock against the newest earlier snapshot that has it.
fn stocks(scope: &Scope, unit: &AreaNode, group: Group) -> impl Iterator<Item = Jump> {
    let of = move |aspect: Aspect| {
        let now = unit.area.number(group, &aspect)?;
        jump_of(scope.earlier(unit).find_map(|area| area.number(group, &aspect))?, now)
    };
    fields::stocks(unit.area, group).filter_map(of)
}

/// Each flow against the same span of the year before.
fn flows(now: &Area, then: Option<&Area>, group: Group) -> impl Iterator<Item = Jump> {
    let is_flow = |a: &Aspect| {
        !matches!(a, Aspect::Moved(MovementLine::Start) | Aspect::MovedPersons(MovementLine::Start))
    };
    let of =
        move |then: &Area, aspect: &Aspect| jump_of(then.number(group, aspect)?, now.number(group, aspect)?);
    let since =
        move |then| fields::flows(now, group).filter(is_flow).filter_map(move |aspect| of(then, &aspect));
    then.into_iter().flat_map(since)
}

fn programme(now: &Programme, before: &[Programme]) -> Vec<Jump> {
    let Some(then) = before.iter().find(|p| p.named.id == now.named.id) else { return Vec::new() };
    let of = |support| jump(then.stated(support)?, now.stated(support)?);
    [Support::Reached, Support::Amount].into_iter().filter_map(of).collect()
}

/// Of two figures of areas: nearly all are no jump, and are known for none by their numbers.
fn jump_of(then: StatedAt, now: StatedAt) -> Option<Jump> {
    let is_none = |(then, now): (StatedNumber, StatedNumber)| match then.count().zip(now.count()) {
        Some((then, now)) => {
            !is_jump([Some(&then); 2], [Some(&now); 2], &AT_LEAST.into(), |n, times| n * i128::from(times))
        }
        None => !is_by_half(&Interval::from_number(then), &Interval::from_number(now)),
    };
    if then.number().zip(now.number()).is_some_and(is_none) {
        return None;
    }
    jump(&then.figure()?, &now.figure()?)
}

/// A change by more than half of at least 30, where bounds leave no doubt of it.
fn is_by_half(before: &Interval, after: &Interval) -> bool {
    fn ends(of: &Interval) -> [Option<&Exact>; 2] {
        [&of.low, &of.high].map(|end| end.as_ref().map(|end| &end.at))
    }
    is_jump(ends(before), ends(after), &Exact::whole(AT_LEAST), |n, times| n * &Exact::whole(times.into()))
}

/// The same of both ends of each.
fn is_jump<N: Ord>(
    [least, most]: [Option<&N>; 2],
    after: [Option<&N>; 2],
    at_least: &N,
    times: impl Fn(&N, i8) -> N,
) -> bool {
    let Some(least) = least.filter(|least| *least >= at_least) else { return false };
    let risen = most.zip(after[0]).is_some_and(|(most, after)| times(after, 2) > times(most, 3));
    let fallen = after[1].is_some_and(|after| times(after, 2) < times(least, 1));
    risen || fallen
}

fn jump(then: &Figure, now: &Figure) -> Option<Jump> {
    // What is missing of a sum is no fall of it.
    let is_of_one = then.unit == now.unit && ops::rest_on_same_areas(then, now);
    (is_of_one && is_by_half(&Interval::from_figure(then), &Interval::from_figure(now))).then(|| {
        let change = ops::difference(now.subject.clone(), &Ok(now.clone()), &Ok(then.clone()));
        let share = ops::percentage(now.subject.clone(), Counts::Share, &change, &Ok(then.clone()));
        let half = |of: &Exact, halves: i64| of * &Exact::decimal(5 * halves, 1);
        let usual = then.one().map(|then| (half(then, 1).ceil(), half(then, 3).floor()));
        Jump { then: then.clone(), now: now.clone(), change, share, usual }
    })
}
