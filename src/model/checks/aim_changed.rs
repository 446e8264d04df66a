//! An aim that is not what the last file that named it said.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::measure::IdName;
use crate::model::standing::wording::differ;
use crate::model::target::{AimStated, Target};

use super::scope::{AreaNode, Scope};
use super::verdict::{Outcome, Verdict};
use super::{Check, CheckKind};

/// An aim in two wordings.
#[derive(Debug, Clone)]
pub struct AimChanged {
    /// The target, as it is named now.
    pub target: Arc<IdName>,
    /// What it asked before.
    pub before: AimStated,
    /// The day of the figures of the file that said so.
    pub since: NaiveDate,
    /// What it asks now.
    pub after: AimStated,
}

/// One line for each target of the shown file whose aim changed.
pub(super) fn check(scope: &Scope, unit: &AreaNode, target: &Target) -> Option<Check> {
    let all = scope.history.wordings(scope.at);
    let mut earlier =
        all.into_iter().rev().filter(|s| s.as_of() <= scope.snapshot.as_of() && !scope.is_shown(s));
    let (then, before) = earlier.find_map(|then| Some((then, then.stated_aim(&target.named.id)?)))?;
    if !differ(before, target) {
        return None;
    }
    let kind = AimChanged {
        target: target.named.clone(),
        before: before.aim.clone(),
        since: then.as_of(),
        after: target.aim.clone(),
    };
    let used = [before, target].into_iter().filter_map(|t| Some(t.aim.figure()?.1.clone()));
    let check = Check::new(scope, unit, CheckKind::AimChanged(kind), Outcome::plain(Verdict::ToVerify));
    Some(check.in_group(target.reads.of_group().map(|(group, _)| group)).with_figures(used))
}
