//! How old the newest figures are.

use super::Check;
use super::kind::CheckKind;
use super::scope::Scope;
use super::verdict::{Outcome, Verdict};

/// More days than a quarter and the time it takes to report on it.
const DAYS: i64 = 100;

/// One line where the newest snapshot is shown and old; an earlier one is always older than what followed it.
pub(super) fn checks(scope: &Scope) -> Vec<Check> {
    let days = (scope.now - scope.snapshot.as_of()).num_days();
    let newest = scope.at + 1 == scope.history.snapshots.len();
    let old = newest && days > DAYS;
    let check = || Check::new(scope, scope.whole(), CheckKind::Age(days), Outcome::plain(Verdict::ToVerify));
    old.then(check).into_iter().collect()
}
