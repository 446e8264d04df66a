//! The lists of one unit put together: their counts add up, and where all of them ask a thing, nobody is none.

use std::collections::{BTreeMap, BTreeSet};

use super::super::field::Field;
use super::super::grid::CellPlace;
use super::super::named::place_key;
use super::super::summary::{Given, Value};
use super::RegisterReading;

type Area = Vec<String>;

/// The counts of lists of one unit and day.
pub fn together(lists: &[&RegisterReading], at: &CellPlace) -> Vec<Given> {
    let mut names: BTreeMap<Area, Area> = BTreeMap::new();
    let mut sums: BTreeMap<(Area, String), u64> = BTreeMap::new();
    let mut gaps: BTreeSet<(Area, String)> = BTreeSet::new();
    // Two spellings of one name are one place.
    let key_of = |area: &Area| -> Area { area.iter().map(|name| place_key(name)).collect() };
    for list in lists {
        for ((area, path), count) in &list.counts {
            let key = key_of(area);
            names.entry(key.clone()).or_insert_with(|| area.clone());
            *sums.entry((key, path.clone())).or_default() += count;
        }
        gaps.extend(list.gaps.iter().map(|(area, path)| (key_of(area), path.clone())));
    }
    let paths: BTreeSet<String> = lists
        .iter()
        .flat_map(|list| list.counts.keys().map(|(_, path)| path).chain(&list.asked))
        .filter(|path| !path.contains('*'))
        .cloned()
        .collect();
    for path in &paths {
        for list in lists.iter().filter(|list| !list.asks(path)) {
            gaps.extend(list.counts.keys().map(|(area, _)| (key_of(area), path.clone())));
        }
        for area in names.keys() {
            sums.entry((area.clone(), path.clone())).or_insert(0);
        }
    }
    let known = sums.into_iter().filter(|(place, _)| !gaps.contains(place));
    known
        .filter_map(|((area, path), count)| {
            let area = names.get(&area)?.clone();
            Some(Given { area, field: Field::parse(&path)?, value: Value::Count(count), at: at.clone() })
        })
        .collect()
}

impl RegisterReading {
    /// Would the list show it, if a household had it? What is asked of another group is no matter of this list.
    fn asks(&self, path: &str) -> bool {
        let is_of_group = self.groups.iter().any(|group| path.split('.').any(|part| part == *group));
        !is_of_group
            || path.ends_with(".movement.escaped")
            || self.asked.contains(path)
            || (path.starts_with("causes.") && self.asked.contains("causes.*"))
    }
}
