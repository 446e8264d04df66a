//! A target with where it stands at the shown snapshot.

use std::sync::Arc;

use crate::model::snapshot::Snapshot;
use crate::model::standing::Assessment;
use crate::model::target::Target;
use crate::text::Lang;

/// A target in force, and what is to be told of it.
#[derive(Debug, Clone, Copy)]
pub struct TargetSummary<'a> {
    /// The language.
    pub lang: Lang,
    /// The snapshot that words it.
    pub stated_in: &'a Arc<Snapshot>,
    /// The target.
    pub target: &'a Target,
    /// Where it stands, with its figures.
    pub found: &'a Assessment,
}

impl<'a> TargetSummary<'a> {
    /// The name.
    pub fn name(&self) -> &'a str {
        self.lang.of(&self.target.named.name)
    }
}
