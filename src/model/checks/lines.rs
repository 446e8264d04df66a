//! The lines that checks stand on: which of them share one, and what each takes in.

use std::mem::{Discriminant, discriminant};
use std::sync::Arc;

use foldhash::{HashMap, HashSet};

use crate::model::measure::Group;
use crate::model::name::AreaName;

use super::scope::AreaNode;
use super::{Check, CheckKind, Verdict};

/// Checks on their lines.
pub(super) struct Lines<'a> {
    unit: &'a Arc<AreaName>,
    /// All lines, in the order in which they began.
    pub all: Vec<Check>,
    /// Where each line stands that takes in more.
    open: HashMap<SharedLine, usize>,
    /// Of each line the areas that it names, where there are several.
    areas: HashMap<usize, HashSet<*const AreaName>>,
}

impl<'a> Lines<'a> {
    /// None yet, of this unit.
    pub fn of(unit: &'a Arc<AreaName>) -> Self {
        Self { unit, all: Vec::new(), open: HashMap::default(), areas: HashMap::default() }
    }

    /// Adds a check.
    pub fn add(&mut self, check: Check) {
        self.added(check);
    }

    /// Adds a check; the line that it stands on, where that takes in more.
    fn added(&mut self, check: Check) -> Option<usize> {
        let Some(line) = SharedLine::of_check(&check) else {
            self.all.push(check);
            return None;
        };
        let at = *self.open.entry(line).or_insert(self.all.len());
        let is_new = self.areas.entry(at).or_default().insert(Arc::as_ptr(&check.whose));
        match self.all.get_mut(at) {
            Some(line) => line.absorb(check, self.unit, is_new),
            None => self.all.push(check),
        }
        Some(at)
    }

    /// Adds the check of a unit; where it is one of thousands like it, of which one stands on that line, it is only
    /// counted there.
    pub fn add_or_count(
        &mut self,
        unit: &AreaNode,
        like: &mut Option<usize>,
        holds: impl FnOnce() -> usize,
        check: impl FnOnce() -> Option<Check>,
    ) {
        let whose = &unit.area.name;
        if let Some(at) = like.filter(|at| !unit.is_whole() && self.all[*at].is_full())
            && let entries @ 1.. = holds()
        {
            let is_new = self.areas.entry(at).or_default().insert(Arc::as_ptr(whose));
            self.all[at].count_in(entries, whose, is_new);
        } else if let Some(check) = check() {
            let is_like = check.verdict == Verdict::Holds && !unit.is_whole();
            let at = self.added(check);
            *like = if is_like { at.or(*like) } else { *like };
        }
    }
}

/// Which checks share a line.
#[derive(PartialEq, Eq, Hash)]
pub(super) struct SharedLine {
    kind: Discriminant<CheckKind>,
    verdict: Verdict,
    group: Option<Group>,
    part: Option<String>,
    of_areas: bool,
}

impl SharedLine {
    /// What cannot be checked for several groups alike is one line. Of areas, only what needs somebody has a line of
    /// its own: the others of one kind, and where they hold of one group, share one. The sums of areas are a line a
    /// unit already.
    pub(super) fn of_check(check: &Check) -> Option<Self> {
        let of_areas = !check.path.is_empty() || !check.areas.is_empty();
        let group = match check.verdict {
            _ if matches!(check.kind, CheckKind::Areas(_)) => return None,
            Verdict::CannotCheck if of_areas || check.group.is_some() => None,
            Verdict::Holds if of_areas => check.group,
            Verdict::Contradicts | Verdict::ToVerify | Verdict::CannotCheck | Verdict::Holds => return None,
        };
        let part = check.part.as_ref().map(|part| part.id.clone());
        Some(Self { kind: discriminant(&check.kind), verdict: check.verdict, group, part, of_areas })
    }
}
