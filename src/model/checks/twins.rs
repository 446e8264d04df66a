//! Units that may be one: found when the files were read, told at the newest figures.

use super::scope::Scope;
use super::{Check, CheckKind};

/// One line where others among those loaded may be this unit.
pub(super) fn check(scope: &Scope) -> Option<Check> {
    let twins = &scope.history.twins;
    let newest = scope.at + 1 == scope.history.snapshots.len();
    let fields = ["unit", "standard"].map(str::to_owned);
    (newest && !twins.is_empty()).then(|| Check::to_verify(scope, CheckKind::Twins(twins.clone()), fields))
}
