//! Statements of one file that speak of one thing: the change of a rate and the result of a target, and the figures of
//! both groups that are the same.

use std::sync::Arc;

use chrono::Datelike;

use crate::model::change::turned;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, IdName, PartField};
use crate::model::target::Target;

use super::scope::{AreaNode, Scope};
use super::verdict::{Outcome, Verdict};
use super::{Check, CheckKind, Compared, compare, level, outcomes};

/// The stated change of a rate beside the result of a target on that rate in that year.
#[derive(Debug, Clone)]
pub struct ChangeAndResult {
    /// The target.
    pub target: Arc<IdName>,
    /// The change as stated, signed, against the result as a signed change.
    pub compared: Compared,
}

/// The same figures in both groups.
#[derive(Debug, Clone)]
pub struct SameGroups {
    /// Households, rate and change, of the poor and of the near-poor each.
    pub figures: Vec<[Figure; 2]>,
}

/// One line for each target whose result is the change that its group, or a part of it, states for the same year.
pub(super) fn change_and_result(scope: &Scope, unit: &AreaNode, target: &Target) -> Option<Check> {
    let (group, rate) = target.reads.of_group().filter(|(_, aspect)| aspect.is_rate())?;
    let change = unit.area.stated(group, &rate.beside(PartField::RateChange)?)?;
    let result = target.result.clone().filter(|_| says_the_change(unit, scope, target))?;
    let fallen = turned(&result);
    let outcome = compare::against(&change, &Ok(fallen.clone()));
    // That the result is not what the snapshots give explains it as well, where they give the change.
    if outcome.verdict == Verdict::Contradicts && is_told_by_result(scope, unit, target) {
        return None;
    }
    let figures = [change.clone(), result.clone()];
    let compared = Compared::new(change, vec![Ok(result)], Ok(fallen), outcome.verdict);
    let kind = CheckKind::ChangeAndResult(ChangeAndResult { target: target.named.clone(), compared });
    let check = Check::new(scope, unit, kind, outcome).in_group(Some(group)).in_part(rate.part().cloned());
    Some(check.with_figures(figures))
}

fn is_told_by_result(scope: &Scope, unit: &AreaNode, target: &Target) -> bool {
    outcomes::check(scope, unit, target).is_some_and(|check| check.verdict == Verdict::Contradicts)
}

/// Is its result a fall from the start of the year that the file's flows cover to their end?
fn says_the_change(unit: &AreaNode, scope: &Scope, target: &Target) -> bool {
    let period = unit.area.origin().period;
    let one_year = target.first_year() == target.year
        && period.is_year_to_date()
        && [period.year(), period.last.year()].iter().all(|year| *year == target.year);
    let is_own_span = target.baseline.is_none() && target.result_day(&scope.snapshot.origin) == period.last;
    level::is_fall(target) && one_year && is_own_span
}

/// One line for each unit whose two groups have the same households, rate and change, none of them zero: one of them
/// may have been copied.
pub(super) fn same_groups(scope: &Scope, unit: &AreaNode) -> Option<Check> {
    let same = |aspect: &Aspect| {
        let [a, b] = Group::TWO.map(|group| unit.area.stated(group, aspect));
        let (a, b) = a.zip(b)?;
        let number = a.exactly().filter(|number| !number.is_zero());
        (number.is_some() && number == b.exactly()).then(|| [a.clone(), b.clone()])
    };
    let rate = same(&Aspect::Rate)?;
    let change = same(&Aspect::RateChange).or_else(|| same(&Aspect::Reduced));
    let figures = vec![same(&Aspect::Households)?, rate, change?];
    let all: Vec<Figure> = figures.iter().flatten().cloned().collect();
    let outcome = compare::made_by_hand(&all).unwrap_or_else(|| Outcome::plain(Verdict::ToVerify));
    let kind = CheckKind::SameGroups(SameGroups { figures });
    Some(Check::new(scope, unit, kind, outcome).with_figures(all))
}
