//! One number of recipients in two programmes: possible, but often one of them was copied.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::measure::{IdName, Support};
use crate::model::support::Programme;

use super::scope::Scope;
use super::verdict::{Outcome, Verdict};
use super::{Check, CheckKind, compare};

/// Two programmes that reached the same number.
#[derive(Debug, Clone)]
pub struct SameReached {
    /// The one that stands first in the file, and what it reached.
    pub first: (Arc<IdName>, Figure),
    /// The other.
    pub second: (Arc<IdName>, Figure),
}

/// Smaller numbers are equal by chance.
const AT_LEAST: i64 = 100;
/// So many programmes of one number are set out in all pairs; of more each is set beside the one before it, or the
/// list would grow with the square.
const ALL_PAIRS: usize = 12;

type Reached<'a> = (&'a Programme, &'a Figure);

/// One line a pair.
pub(super) fn checks(scope: &Scope) -> Vec<Check> {
    let mut pairs: Vec<(usize, usize)> =
        same(&scope.snapshot.programmes).iter().flat_map(|places| pairs(places)).collect();
    pairs.sort_unstable();
    let reached = |at: usize| {
        let programme = &scope.snapshot.programmes[at];
        programme.stated(Support::Reached).map(|figure| (programme, figure))
    };
    pairs.into_iter().filter_map(|(a, b)| Some(check(scope, reached(a)?, reached(b)?))).collect()
}

/// The places of programmes that reached the same exact number.
fn same(programmes: &[Programme]) -> Vec<Vec<usize>> {
    let mut found: BTreeMap<&Exact, Vec<usize>> = BTreeMap::new();
    for (at, programme) in programmes.iter().enumerate() {
        let number = programme.stated(Support::Reached).and_then(Figure::exactly);
        if let Some(number) = number.filter(|n| **n >= Exact::whole(AT_LEAST)) {
            found.entry(number).or_default().push(at);
        }
    }
    found.into_values().collect()
}

fn pairs(places: &[usize]) -> Vec<(usize, usize)> {
    if places.len() > ALL_PAIRS {
        return places.windows(2).map(|two| (two[0], two[1])).collect();
    }
    let with_later = |(i, a): (usize, &usize)| places[i + 1..].iter().map(|b| (*a, *b)).collect::<Vec<_>>();
    places.iter().enumerate().flat_map(with_later).collect()
}

fn check(scope: &Scope, first: Reached, second: Reached) -> Check {
    let by_hand = compare::made_by_hand([first.1, second.1]);
    let outcome = by_hand.unwrap_or_else(|| Outcome::plain(Verdict::ToVerify));
    let of = |(programme, figure): Reached| (programme.named.clone(), figure.clone());
    let kind = CheckKind::SameReached(SameReached { first: of(first), second: of(second) });
    Check::new(scope, scope.whole(), kind, outcome).with_figures([first.1, second.1].map(Figure::clone))
}
