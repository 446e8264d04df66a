//! What is counted of a list, place by place. While the list passes by each place and each path is known by a number:
//! a list may have a million households.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Counted;
use super::class::Kind;
use super::prints::Keys;
use super::says::MINORITIES;

/// A place, by the order of first mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AreaId(usize);

impl AreaId {
    /// The unit itself.
    pub const UNIT: Self = Self(0);
}

/// A name of a place, by the order of first mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NameId(usize);

/// A path of a figure in which the group is open: `{group}.households`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OpenPath(usize);

/// The counts of a list.
#[derive(Debug)]
pub struct Tally {
    names: HashMap<String, NameId>,
    /// By the place around it and its name.
    within: HashMap<(AreaId, NameId), AreaId, Keys>,
    areas: Vec<Vec<String>>,
    open: HashMap<String, OpenPath>,
    /// The paths of both groups, by open path.
    paths: Vec<[String; 2]>,
    /// How many, by place and path.
    counts: Vec<Vec<[u64; 2]>>,
    /// `{group}.households`.
    pub households: OpenPath,
    /// `{group}.persons`.
    pub persons: OpenPath,
    /// `{group}.movement.escaped`.
    pub escaped: OpenPath,
    /// [`MINORITIES`].
    pub minorities: OpenPath,
}

/// The place of a group in a pair.
fn index(group: &str) -> usize {
    usize::from(group == "near_poor")
}

impl Tally {
    /// Nothing is counted yet.
    pub fn new() -> Self {
        let mut tally = Self {
            names: HashMap::new(),
            within: HashMap::default(),
            areas: vec![Vec::new()],
            open: HashMap::new(),
            paths: Vec::new(),
            counts: vec![Vec::new()],
            households: OpenPath(0),
            persons: OpenPath(0),
            escaped: OpenPath(0),
            minorities: OpenPath(0),
        };
        tally.households = tally.open_path("{group}.households");
        tally.persons = tally.open_path("{group}.persons");
        tally.escaped = tally.open_path("{group}.movement.escaped");
        tally.minorities = tally.open_path(MINORITIES);
        tally
    }

    /// The number of a path.
    pub fn open_path(&mut self, path: &str) -> OpenPath {
        if let Some(known) = self.open.get(path) {
            return *known;
        }
        let id = OpenPath(self.paths.len());
        self.open.insert(path.to_owned(), id);
        self.paths.push(["poor", "near_poor"].map(|group| path.replace("{group}", group)));
        id
    }

    /// The number of a place, given by its names from below the unit down.
    pub fn area(&mut self, names: &[String]) -> AreaId {
        names.iter().fold(AreaId::UNIT, |around, name| {
            let name = self.name(name);
            self.area_in(around, name)
        })
    }

    /// The number of a name.
    pub fn name(&mut self, name: &str) -> NameId {
        if let Some(known) = self.names.get(name) {
            return *known;
        }
        let id = NameId(self.names.len());
        self.names.insert(name.to_owned(), id);
        id
    }

    /// The number of the place of that name right within another one.
    pub fn area_in(&mut self, around: AreaId, name: NameId) -> AreaId {
        let Self { names, within, areas, counts, .. } = self;
        *within.entry((around, name)).or_insert_with(|| {
            let own = names.iter().find(|(_, id)| **id == name).map(|(name, _)| name.clone());
            areas.push(areas[around.0].iter().cloned().chain(own).collect());
            counts.push(Vec::new());
            AreaId(areas.len() - 1)
        })
    }

    /// The names of a place.
    pub fn names(&self, area: AreaId) -> &[String] {
        &self.areas[area.0]
    }

    /// Counts so many more in a place.
    pub fn add(&mut self, area: AreaId, kind: Kind, path: OpenPath, count: u64) {
        let counts = &mut self.counts[area.0];
        if counts.len() <= path.0 {
            counts.resize(path.0 + 1, [0, 0]);
        }
        counts[path.0][index(kind.group())] += count;
    }

    /// The counts of all places, of those that they lie in too.
    pub fn counts(&self) -> BTreeMap<Counted, u64> {
        let mut all = BTreeMap::new();
        for (area, counts) in self.areas.iter().zip(&self.counts) {
            for (paths, pair) in self.paths.iter().zip(counts) {
                for (path, count) in paths.iter().zip(pair).filter(|(_, count)| **count > 0) {
                    for depth in 0..=area.len() {
                        *all.entry((area[..depth].to_vec(), path.clone())).or_default() += count;
                    }
                }
            }
        }
        all
    }

    /// These figures of places, and those of the places that they lie in.
    pub fn places(&self, open: impl IntoIterator<Item = (AreaId, Kind, OpenPath)>) -> BTreeSet<Counted> {
        let each = open.into_iter().flat_map(|(area, kind, path)| {
            let (names, path) = (&self.areas[area.0], &self.paths[path.0][index(kind.group())]);
            (0..=names.len()).map(move |depth| (names[..depth].to_vec(), path.clone()))
        });
        each.collect()
    }
}
