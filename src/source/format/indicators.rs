//! Which indicator a target is of: found for thousands of targets without walking the file for each of them.

use foldhash::{HashMap, HashSet};

use super::area::Area;
use super::indicator::Indicator;
use super::snapshot::Snapshot;
use super::target::{Measure, Target};
use super::words::Id;
use crate::text::fold::name_key;

/// The indicators of a file that its targets name.
#[derive(Default)]
pub struct Indicators<'a> {
    /// Of each id the first: that of the unit, else of the first area that has it.
    first: HashMap<&'a Id, &'a Indicator>,
    /// Those of the areas with that code, and their place in the order of the file.
    coded: HashMap<(&'a Id, &'a str), (usize, &'a Indicator)>,
    /// Those of the areas with that name, as people read it.
    named: HashMap<(&'a Id, String), (usize, &'a Indicator)>,
}

impl<'a> Indicators<'a> {
    /// Those of a file.
    pub fn of(file: &'a Snapshot) -> Self {
        let wanted: HashSet<&Id> = file.targets.iter().filter_map(id).collect();
        let mut found = Self::default();
        if !wanted.is_empty() {
            for indicator in &file.indicators {
                found.first.entry(&indicator.id).or_insert(indicator);
            }
            found.take(&file.areas, &wanted, &mut 0);
        }
        found
    }

    /// Those of areas and of all areas inside them.
    fn take(&mut self, areas: &'a [Area], wanted: &HashSet<&Id>, place: &mut usize) {
        for area in areas {
            for indicator in area.indicators.iter().filter(|own| wanted.contains(&own.id)) {
                let (id, at) = (&indicator.id, (*place, indicator));
                self.first.entry(id).or_insert(indicator);
                if let Some(code) = &area.code {
                    self.coded.entry((id, &*code.0)).or_insert(at);
                }
                self.named.entry((id, name_key(&area.name.vi))).or_insert(at);
                *place += 1;
            }
            self.take(&area.areas, wanted, place);
        }
    }

    /// The indicator of a target: of the area with that code or name where it has it, else of the unit, else of the first
    /// area that has it. What it measures is read there. None of a target of anything else.
    pub fn of_target(&self, target: &Target) -> Option<&'a Indicator> {
        let id = id(target)?;
        let here = target.area.as_ref().and_then(|line| {
            let coded = self.coded.get(&(id, &*line.0));
            let named = self.named.get(&(id, name_key(&line.0)));
            coded.into_iter().chain(named).min_by_key(|(place, _)| place)
        });
        here.map(|(_, found)| *found).or_else(|| self.first.get(id).copied())
    }
}

/// The id of the indicator that a target is of.
fn id(target: &Target) -> Option<&Id> {
    if let Measure::Indicator(id) = &target.measure { Some(id) } else { None }
}
