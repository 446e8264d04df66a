//! Texts that may name a person: the fields are named, their values never.

use super::Check;
use super::kind::CheckKind;
use super::scope::Scope;
use super::verdict::{Outcome, Verdict};

/// One line with all such fields of the file.
pub(super) fn checks(scope: &Scope) -> Vec<Check> {
    let fields = &scope.snapshot.private;
    if fields.is_empty() {
        return Vec::new();
    }
    let kind = CheckKind::Private(fields.clone());
    let mut check = Check::new(scope, scope.whole(), kind, Outcome::plain(Verdict::ToVerify));
    check.fields.clone_from(fields);
    vec![check]
}
