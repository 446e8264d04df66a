//! What the person who entered the file wants verified.

use super::Check;
use super::kind::CheckKind;
use super::scope::Scope;
use super::verdict::{Outcome, Verdict};
use crate::model::snapshot::Doubt;

/// One line for each doubt, in the order of the file.
pub(super) fn checks(scope: &Scope) -> Vec<Check> {
    scope.snapshot.doubts.iter().map(|doubt| check(scope, doubt)).collect()
}

fn check(scope: &Scope, doubt: &Doubt) -> Check {
    let kind = CheckKind::Doubt(doubt.clone());
    let mut check = Check::new(scope, scope.whole(), kind, Outcome::plain(Verdict::ToVerify));
    check.fields.extend(doubt.field.clone());
    check
}
