//! What is stated of poor and near-poor together, against the two.

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group};
use crate::model::ops::{self, Known};

use super::Check;
use super::fields;
use super::kind::{CheckKind, Compared};
use super::scope::{Scope, Unit};
use super::verdict::Outcome;
use super::weigh;
use crate::model::span::Span;

/// One line for each unit that states both groups together and at least one of the two.
pub(super) fn checks(scope: &Scope) -> Vec<Check> {
    scope.units.iter().filter_map(|unit| check(scope, unit)).collect()
}

fn check(scope: &Scope, unit: &Unit) -> Option<Check> {
    let area = unit.area;
    let aspects = fields::stocks(area, Group::Combined).into_iter().chain([Aspect::Reduced]);
    let found: Vec<(Compared, Outcome)> = aspects.filter_map(|aspect| compare(area, &aspect)).collect();
    if found.is_empty() {
        return None;
    }
    let (all, outcomes): (Vec<Compared>, Vec<Outcome>) = found.into_iter().unzip();
    let figure = |one: &Compared| [Some(one.stated.clone()), one.counted.clone().ok()];
    let used: Vec<Figure> = all.iter().flat_map(figure).flatten().collect();
    let check = Check::new(scope, unit, CheckKind::Combined(all), Outcome::worst(outcomes));
    Some(check.of(Some(Group::Combined)).with(&used))
}

fn compare(area: &Area, aspect: &Aspect) -> Option<(Compared, Outcome)> {
    let stated = fields::read(area, Group::Combined, aspect)?.clone();
    let two = Group::TWO.map(|group| area.figure(group, aspect));
    if two.iter().all(Result::is_err) {
        return None;
    }
    let counted = ops::sum(stated.what.clone(), &two);
    let outcome = match &counted {
        Err(_) if *aspect != Aspect::Reduced && exceeds(&two, &stated) => Outcome::holds(false),
        _ => weigh::against(&stated, &counted),
    };
    let difference = weigh::difference(&stated, &counted);
    let verdict = outcome.verdict;
    Some((Compared { stated, counted, difference, verdict }, outcome))
}

/// One of the two alone is more than both together.
fn exceeds(two: &[Known; 2], together: &Figure) -> bool {
    let more =
        |one: &Figure| one.unit == together.unit && !Span::of(one).or_more().meets(&Span::of(together));
    weigh::stored_derived([together]).is_empty()
        && weigh::present(two).any(|one| weigh::stored_derived([one]).is_empty() && more(one))
}
