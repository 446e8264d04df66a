//! What a run of the checks looks at: the shown snapshot, all its units, and the same units in earlier snapshots.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::area::Area;
use crate::model::history::History;
use crate::model::measure::{Aspect, Group, IdName, Measure, Subject, When};
use crate::model::name::AreaName;
use crate::model::ops::{FigureResult, Missing};
use crate::model::parts::Parts;
use crate::model::snapshot::Snapshot;
use crate::model::target::Target;

/// The shown snapshot with those before it.
pub(super) struct Scope<'a> {
    /// The shown snapshot.
    pub snapshot: &'a Snapshot,
    /// Its history.
    pub history: &'a History,
    /// Where it stands there.
    pub at: usize,
    /// Today.
    pub now: NaiveDate,
    /// The unit and its areas at every depth, each before its own parts.
    pub units: Vec<AreaNode<'a>>,
    /// For each earlier snapshot, its areas in the order of `units`: matched when first asked for.
    matched: Vec<OnceCell<Vec<Option<&'a Area>>>>,
    /// The areas in the order of `units`, to find them by name.
    areas: OnceCell<Parts<&'a Area>>,
    /// The targets of each unit that has some, by its number.
    given: OnceCell<HashMap<usize, Vec<&'a Target>>>,
}

/// The unit or one of its areas, in the shown snapshot.
pub(super) struct AreaNode<'a> {
    /// Its figures.
    pub area: &'a Area,
    /// The way to it; empty for the unit itself.
    pub path: Vec<Arc<AreaName>>,
    /// Its place in the order of the scope.
    number: usize,
}

impl AreaNode<'_> {
    /// Is it the unit itself, no area of it?
    pub fn is_whole(&self) -> bool {
        self.path.is_empty()
    }

    /// The parts of a group that it names.
    pub fn parts_of(&self, group: Group) -> &[Arc<IdName>] {
        self.area.parts_of(group)
    }

    /// What to say of a day without a snapshot.
    pub fn nothing_on(&self, day: NaiveDate, measure: Measure) -> Missing {
        Missing::not_stated(Subject { measure, whose: self.area.name.clone(), when: When::Day(day) })
    }
}

impl<'a> Scope<'a> {
    /// None where the history has no such snapshot.
    pub fn new(history: &'a History, at: usize, now: NaiveDate) -> Option<Self> {
        let snapshot: &Snapshot = history.snapshots.get(at)?;
        let mut units = Vec::new();
        descend(&snapshot.whole, &[], &mut units);
        let matched = (0..at).map(|_| OnceCell::new()).collect();
        let (areas, given) = (OnceCell::new(), OnceCell::new());
        Some(Self { snapshot, history, at, now, units, matched, areas, given })
    }

    /// Is it the shown snapshot?
    pub fn is_shown(&self, snapshot: &Snapshot) -> bool {
        std::ptr::eq(self.snapshot, snapshot)
    }

    /// The unit itself.
    pub fn whole(&self) -> &AreaNode<'a> {
        &self.units[0]
    }

    /// The unit of a target or other thing that may have been given to one area.
    pub fn unit_of(&self, area: Option<&AreaName>) -> Option<&AreaNode<'a>> {
        match area {
            None => Some(self.whole()),
            Some(name) => {
                let areas = || self.units.iter().skip(1).map(|unit| unit.area).collect();
                let at = self.areas.get_or_init(areas).place(name)?;
                self.units.get(at + 1)
            }
        }
    }

    /// The targets that are the unit's.
    pub fn targets_of(&self, unit: &AreaNode) -> &[&'a Target] {
        let given = self.given.get_or_init(|| {
            let mut given: HashMap<usize, Vec<&Target>> = HashMap::new();
            for target in &self.snapshot.targets {
                if let Some(unit) = self.unit_of(target.area.as_deref()) {
                    given.entry(unit.number).or_default().push(target);
                }
            }
            given
        });
        given.get(&unit.number).map_or(&[], Vec::as_slice)
    }

    /// The unit in the snapshot at `index`, the shown one or an earlier.
    pub fn area_in(&self, unit: &AreaNode, index: usize) -> Option<&'a Area> {
        if index == self.at {
            return self.units.get(unit.number).map(|shown| shown.area);
        }
        let found = self.matched.get(index)?.get_or_init(|| {
            let mut found = Vec::with_capacity(self.units.len());
            let then: &'a Area = &self.history.snapshots[index].whole;
            align(self.units[0].area, Some(then), &mut found);
            found
        });
        found.get(unit.number).copied().flatten()
    }

    /// The unit in the earlier snapshots that hold it, newest first.
    pub fn earlier(&self, unit: &AreaNode) -> impl Iterator<Item = &'a Area> {
        (0..self.at).rev().filter_map(|index| self.area_in(unit, index))
    }

    /// Where the snapshot of that day stands, among the shown one and those before it.
    pub fn index_on(&self, day: NaiveDate) -> Option<usize> {
        self.history.up_to(self.at).binary_search_by_key(&day, |s| s.as_of()).ok()
    }

    /// The unit in the snapshot of that day.
    pub fn area_on(&self, unit: &AreaNode, day: NaiveDate) -> Option<&'a Area> {
        self.index_on(day).and_then(|index| self.area_in(unit, index))
    }

    /// A stock of a group of a unit on that day.
    pub fn stock(&self, unit: &AreaNode, day: NaiveDate, group: Group, aspect: &Aspect) -> FigureResult {
        match self.area_on(unit, day) {
            Some(area) => area.figure(group, aspect),
            None => Err(unit.nothing_on(day, Measure::of_group(group, aspect.clone()))),
        }
    }
}

fn descend<'a>(area: &'a Area, path: &[Arc<AreaName>], found: &mut Vec<AreaNode<'a>>) {
    found.push(AreaNode { area, path: path.to_vec(), number: found.len() });
    for part in &area.areas {
        descend(part, &[path, std::slice::from_ref(&part.name)].concat(), found);
    }
}

/// Walks an area and its counterpart of another snapshot side by side.
fn align<'a>(now: &Area, then: Option<&'a Area>, found: &mut Vec<Option<&'a Area>>) {
    found.push(then);
    for part in &now.areas {
        align(part, then.and_then(|then| then.part(&part.name)), found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::build::{area, day, history, name, snapshot};

    /// What a walk over all areas would find; an area that is called as the unit is not the unit.
    #[test]
    fn case_84_the_area_of_a_target_is_the_one_that_a_walk_finds() {
        let mut file = snapshot("2022-12-31");
        let own = file.whole.name.name.clone();
        for text in [own.vi.as_str(), "Phường 1", "Phường 2", "Phường 1"] {
            let mut part = area(text, &file.origin);
            part.areas.list_mut().push(area("Khu phố 3", &file.origin));
            file.whole.areas.list_mut().push(part);
        }
        let history = history(vec![file]);
        let scope = Scope::new(&history, 0, day("2023-01-15")).expect("a snapshot");
        for text in [own.vi.as_str(), "Phường 1", "Phường 2", "Khu phố 3", "Phường 9"] {
            let name = name(text);
            let walked = scope.units.iter().skip(1).position(|unit| unit.area.name.is(&name));
            let found = scope.unit_of(Some(&name)).map(|unit| unit.number - 1);
            assert_eq!(found, walked, "{text}");
        }
        assert!(scope.unit_of(None).is_some_and(AreaNode::is_whole));
    }
}
