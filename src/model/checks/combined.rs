//! What is stated of poor and near-poor together, against the two.

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::interval::Interval;
use crate::model::measure::{Aspect, Group, PartField};
use crate::model::ops::{self, FigureResult};

use super::fields::plain_count;
use super::scope::{AreaNode, Scope};
use super::verdict::Outcome;
use super::{Check, CheckKind, Compared, compare, fields};

/// How many counts of both groups together are the sum of the two, where all are: by the numbers alone, where they tell
/// it; none where one does not.
pub(super) fn holds_plainly(_: &Scope, unit: &AreaNode) -> usize {
    let area = unit.area;
    let adds_up = |aspect: Aspect| {
        let [poor, near_poor, both] = Group::ALL.map(|group| plain_count(area, group, &aspect));
        let ((of_poor, poor), (of_near_poor, near_poor), (unit, both)) = (poor?, near_poor?, both?);
        Some([of_poor, of_near_poor] == [unit; 2] && poor.checked_add(near_poor)? == both)
    };
    let held = aspects(area).try_fold(0, |held, aspect| adds_up(aspect)?.then_some(held + 1));
    held.unwrap_or(0)
}

/// What is stated of both groups together and is the sum of the two.
fn aspects(area: &Area) -> impl Iterator<Item = Aspect> {
    let fell = |aspect: &&Aspect| matches!(aspect, Aspect::Reduced | Aspect::Among(_, PartField::Reduced));
    let falls = area.aspects(Group::Combined).filter(fell).cloned();
    // All households of a part are no sum of two groups.
    let adds_up = |aspect: &Aspect| !matches!(aspect, Aspect::Among(_, PartField::All));
    fields::stocks(area, Group::Combined).filter(adds_up).chain(falls)
}

/// One line for each unit that states both groups together and at least one of the two.
pub(super) fn check(scope: &Scope, unit: &AreaNode) -> Option<Check> {
    let area = unit.area;
    let found = aspects(area).filter_map(|aspect| compare(area, &aspect));
    let (all, outcomes): (Vec<Compared>, Vec<Outcome>) = found.unzip();
    let used: Vec<Figure> = all.iter().flat_map(Compared::both).cloned().collect();
    let kinds = all.into_iter().map(CheckKind::Combined).collect();
    let check = Check::of_several(scope, unit, kinds, Outcome::worst(outcomes))?;
    Some(check.in_group(Some(Group::Combined)).with_figures(used))
}

fn compare(area: &Area, aspect: &Aspect) -> Option<(Compared, Outcome)> {
    let stated = area.stated(Group::Combined, aspect)?;
    let two = Group::TWO.map(|group| area.figure(group, aspect));
    if two.iter().all(Result::is_err) {
        return None;
    }
    let counted = ops::sum(stated.subject.clone(), &two);
    let outcome = match &counted {
        Err(_) if !aspect.is_signed() && exceeds(&two, &stated) => Outcome::holds(false),
        _ => compare::against(&stated, &counted),
    };
    Some((Compared::new(stated, two.into(), counted, outcome.verdict), outcome))
}

/// One of the two alone is more than both together.
fn exceeds(two: &[FigureResult; 2], together: &Figure) -> bool {
    let more = |one: &Figure| {
        one.unit == together.unit
            && !Interval::from_figure(one).or_more().meets(&Interval::from_figure(together))
    };
    compare::made_by_hand([together]).is_none()
        && compare::present(two).any(|one| compare::made_by_hand([one]).is_none() && more(one))
}
