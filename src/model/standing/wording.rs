//! An aim that was worded otherwise before: a changed aim is said, whatever it changed to.

use std::sync::Arc;

use super::super::history::History;
use super::super::snapshot::Snapshot;
use super::super::target::{AimStated, Target};

/// The newest earlier wording that asked for something else, and the snapshot it stands in. A wording that leaves the
/// aim out says nothing of it.
pub fn before<'a>(
    history: &'a History,
    stated_in: &Snapshot,
    target: &Target,
) -> Option<(&'a Arc<Snapshot>, &'a Target)> {
    let all = history.wordings(history.snapshots.len().saturating_sub(1));
    let earlier = all.into_iter().rev().filter(|s| s.as_of() < stated_in.as_of());
    let mut worded = earlier.filter_map(|s| Some((s, s.stated_aim(&target.named.id)?)));
    worded.find(|(_, before)| differ(before, target))
}

/// Another measure, another kind of aim, or another number: 0,7 and 0,70 are one.
pub fn differ(before: &Target, after: &Target) -> bool {
    let aims = match (&before.aim, &after.aim) {
        (_, AimStated::Absent) => return false,
        (AimStated::Figure(a, x), AimStated::Figure(b, y)) => {
            a != b || x.amount != y.amount || x.qualifier != y.qualifier
        }
        (a, b) => std::mem::discriminant(a) != std::mem::discriminant(b),
    };
    let far = |target: &Target| target.far.as_ref().map(|figure| figure.amount.clone());
    let time = (before.from, before.each_year) != (after.from, after.each_year);
    aims || time || far(before) != far(after) || before.reads != after.reads
}
