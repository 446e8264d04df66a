//! What the texts of the file want looked at: doubts of who entered it, and what may name a person.

use super::scope::Scope;
use super::{Check, CheckKind};

/// One line with all texts that may name a person: the fields are named, their values never.
pub(super) fn private(scope: &Scope) -> Option<Check> {
    let fields = &scope.snapshot.private;
    let check = || Check::to_verify(scope, CheckKind::Private(fields.clone()), fields.clone());
    (!fields.is_empty()).then(check)
}

/// One line for each doubt, in the order of the file.
pub(super) fn doubts(scope: &Scope) -> Vec<Check> {
    let doubts = scope.snapshot.doubts.iter();
    doubts
        .map(|doubt| Check::to_verify(scope, CheckKind::Doubt(doubt.clone()), doubt.field.clone()))
        .collect()
}
