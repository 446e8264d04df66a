//! An aim that is not what the last file that named it said.

use crate::model::figure::Figure;
use crate::model::snapshot::Snapshot;
use crate::model::standing::wording::differ;
use crate::model::target::{AimStated, Target};

use super::Check;
use super::kind::{AimChanged, CheckKind};
use super::level;
use super::scope::Scope;
use super::verdict::{Outcome, Verdict};

/// One line for each target of the shown file whose aim changed.
pub(super) fn checks(scope: &Scope) -> Vec<Check> {
    scope.snapshot.targets.iter().filter_map(|target| check(scope, target)).collect()
}

fn check(scope: &Scope, target: &Target) -> Option<Check> {
    let unit = scope.unit_of(target.area.as_deref())?;
    let mut earlier = scope.history.snapshots[..scope.at].iter().rev();
    let (then, before) = earlier.find_map(|s| named(s, target))?;
    if !differ(before, target) {
        return None;
    }
    let kind = AimChanged {
        target: target.named.clone(),
        before: (before.reads.clone(), before.aim.clone()),
        since: then.as_of(),
        after: (target.reads.clone(), target.aim.clone()),
    };
    let used: Vec<&Figure> = [before, target].into_iter().filter_map(|t| figure(&t.aim)).collect();
    let check = Check::new(scope, unit, CheckKind::AimChanged(kind), Outcome::plain(Verdict::ToVerify));
    Some(check.of(level::group(&target.reads)).with(used))
}

/// The earlier wording that states an aim: one that leaves it out says nothing of it.
fn named<'a>(snapshot: &'a Snapshot, target: &Target) -> Option<(&'a Snapshot, &'a Target)> {
    let same = |t: &&Target| t.named.id == target.named.id && !matches!(t.aim, AimStated::Absent);
    snapshot.targets.iter().find(same).map(|found| (snapshot, found))
}

fn figure(aim: &AimStated) -> Option<&Figure> {
    match aim {
        AimStated::Figure(_, figure) => Some(figure),
        AimStated::Done | AimStated::Absent => None,
    }
}
