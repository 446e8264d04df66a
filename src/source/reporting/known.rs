//! What the other histories that were loaded say of a part.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::area::Area;
use crate::model::history::{History, RefusedFile, Twin, World};
use crate::model::measure::{Aspect, Group};
use crate::model::name::AreaName;
use crate::model::ops;
use crate::model::snapshot::Snapshot;
use crate::text::fold::{name_forms, name_key};

use super::has_reported;

/// The histories by the folded names of their units.
pub(super) struct Known<'a> {
    world: &'a World,
    by_name: HashMap<&'a str, Vec<&'a History>>,
}

/// What the files of a part itself say.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct OwnFiles {
    /// The last day, up to the one that is asked for, of which they have figures.
    pub last: Option<NaiveDate>,
    /// The same of those under another standard.
    pub other: Option<NaiveDate>,
}

impl<'a> Known<'a> {
    pub(super) fn new(world: &'a World) -> Self {
        let mut by_name: HashMap<&str, Vec<&History>> = HashMap::new();
        for history in &world.histories {
            by_name.entry(&history.unit.folded).or_default().push(history);
        }
        Self { world, by_name }
    }

    pub(super) fn refused(&self) -> &'a [RefusedFile] {
        &self.world.refused
    }

    /// The histories of a part of a whole: wards of other districts have the same names.
    fn of(&self, name: &AreaName, whole: &AreaName) -> impl Iterator<Item = &'a History> {
        let named = self.by_name.get(name.folded.as_str()).into_iter().flatten().copied();
        let is_within = |history: &&History| {
            let within = history.snapshots.last().and_then(|snapshot| snapshot.within.as_ref());
            within.is_some_and(|within| name_key(&within.vi) == whole.folded)
        };
        named.filter(|history| history.unit.is(name)).filter(is_within)
    }

    /// What the files of a part say up to a day, beside those of the unit under its standard.
    pub(super) fn last(
        &self,
        name: &AreaName,
        whole: &AreaName,
        shown: &History,
        day: NaiveDate,
    ) -> OwnFiles {
        let mut found = OwnFiles::default();
        for history in self.of(name, whole) {
            let told = history.snapshots.iter().rev().filter(|snapshot| snapshot.as_of() <= day);
            let last = told.filter(|snapshot| brings_figures(snapshot)).map(|s| s.as_of()).next();
            let is_same = history.standard.id == shown.standard.id;
            let slot = if is_same { &mut found.last } else { &mut found.other };
            *slot = last.max(*slot);
        }
        found
    }

    /// The units that may be the same part, written otherwise.
    pub(super) fn twins(&self, name: &AreaName, whole: &AreaName) -> impl Iterator<Item = &'a AreaName> {
        let twins = self.of(name, whole).flat_map(|history| &history.twins);
        twins.filter_map(|twin| match twin {
            Twin::Unit(other) => Some(&**other),
            Twin::Standard { .. } => None,
        })
    }
}

/// The days of which a history has figures of the unit or area of a name.
pub(super) fn days_of<'a>(history: &'a History, name: &'a AreaName) -> impl Iterator<Item = NaiveDate> + 'a {
    let is_unit = |snapshot: &Snapshot| snapshot.whole.name.is(name) && brings_figures(snapshot);
    let has = move |snapshot: &Snapshot| is_unit(snapshot) || has_part(&snapshot.whole, name);
    history.snapshots.iter().filter(move |snapshot| has(snapshot)).map(|snapshot| snapshot.as_of())
}

/// The units and areas of histories, each name once, with the forms under which it is found.
pub(super) struct Listed(Vec<(Arc<AreaName>, Vec<String>)>);

impl Listed {
    pub(super) fn of(histories: &[&History]) -> Self {
        let mut seen: HashSet<Arc<AreaName>> = HashSet::new();
        let mut listed = Vec::new();
        let snapshots = histories.iter().flat_map(|history| &history.snapshots);
        let mut open: Vec<&Area> = snapshots.map(|snapshot| &snapshot.whole).collect();
        while let Some(area) = open.pop() {
            if seen.insert(Arc::clone(&area.name)) {
                listed.push((Arc::clone(&area.name), name_forms(&area.name.name.vi)));
            }
            open.extend(area.areas.iter());
        }
        Self(listed)
    }

    /// The unit or area that a name means which was typed as it is found by the search line, "phuong 1" or "P1"; none
    /// where it is written as it is, or may mean two.
    pub(super) fn meant(&self, typed: &AreaName) -> Option<Arc<AreaName>> {
        if self.0.iter().any(|(name, _)| name.is(typed)) {
            return None;
        }
        let wanted = name_forms(&typed.name.vi);
        let mut found: Option<&Arc<AreaName>> = None;
        for (name, forms) in &self.0 {
            if forms.iter().any(|form| wanted.contains(form)) {
                if found.is_some_and(|known| known.folded != name.folded) {
                    return None;
                }
                found = found.or(Some(name));
            }
        }
        found.cloned()
    }
}

fn has_part(area: &Area, name: &AreaName) -> bool {
    area.part(name).is_some_and(has_reported) || area.areas.iter().any(|part| has_part(part, name))
}

/// Is a file a report: has it figures of its day, be they of support alone?
fn brings_figures(snapshot: &Snapshot) -> bool {
    let has_support = !snapshot.programmes.is_empty() || !snapshot.coverage.is_empty();
    !snapshot.is_plan() && (has_support || has_reported(&snapshot.whole))
}

/// Do the parts of a list come to what the whole states, so that none is missing whatever the file claims? A whole that
/// was itself worked out from them tells nothing of others.
pub(super) fn comes_to_the_whole(list: &Area) -> bool {
    Group::ALL.into_iter().any(|group| {
        let Some(whole) = list.stated(group, &Aspect::Households) else { return false };
        if whole.is_worked_out() {
            return false;
        }
        let parts = list.areas.iter().map(|part| part.most(group, &Aspect::Households));
        ops::most_of_sum(parts).is_some_and(|most| *whole.amount.low() <= most)
    })
}
