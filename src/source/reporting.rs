//! Who has reported: which parts of a unit are expected at a day, which of them have figures, and of those that do not,
//! when they last had some and whose file was refused. Pages say what is found here, and find nothing themselves.
//!
//! Parts are expected that the file of the day lists, and those of the files before it, as far as these were the same
//! parts: where a list says that it holds all, has others in the place of some, or comes to the whole by itself, what
//! it leaves out is no more. Nobody is asked for a part of another level, nor for one that went on under another
//! standard or another spelling.

mod known;

use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::area::{Area, LackList};
use crate::model::history::{History, RefusedFile, World};
use crate::model::measure::{Aspect, Group};
use crate::model::name::AreaName;
use crate::model::snapshot::Snapshot;
use crate::model::words::Text;
use crate::text::fold::{fold, name_key};
use crate::text::say::level::level;

use super::convert::area_name;
use known::Known;

/// Who of the parts of a unit or area has not reported at a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reporting {
    /// The way from the unit to whose parts they are.
    pub path: Vec<Arc<AreaName>>,
    /// All that are expected.
    pub expected: Vec<Arc<AreaName>>,
    /// Those without.
    pub missing: Vec<MissingPart>,
}

/// A part without figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingPart {
    /// Which.
    pub name: Arc<AreaName>,
    /// Does the list of the day name it?
    pub is_listed: bool,
    /// The last day before of which it has figures.
    pub last: Option<NaiveDate>,
    /// The file of it that was refused.
    pub refused: Option<String>,
}

impl Reporting {
    /// How many have figures.
    pub fn reported(&self) -> usize {
        self.expected.len() - self.missing.len()
    }

    /// The part of that name, where it has none.
    pub fn find(&self, name: &AreaName) -> Option<&MissingPart> {
        self.missing.iter().find(|part| part.name.is(name))
    }
}

/// Who has not reported at the snapshot at `at`, at every level: the unit's own parts first. A part that has not is not
/// asked for its own.
pub fn reporting(world: &World, history: &History, at: usize) -> Vec<Reporting> {
    let Some(snapshot) = history.snapshots.get(at).filter(|snapshot| !snapshot.is_plan()) else {
        return Vec::new();
    };
    // Most units of a folder have no parts: what the others say is not gathered for them.
    if snapshot.whole.areas.is_empty() {
        return Vec::new();
    }
    of_snapshot(&Known::new(world), history, at, snapshot)
}

/// Could other files change what a snapshot says, since some of it is only known where all its parts have reported?
pub(super) fn rests_on_others(snapshot: &Snapshot) -> bool {
    snapshot.whole.has_part_sums() || rests_on_parts(&snapshot.whole)
}

fn of_snapshot(known: &Known, history: &History, at: usize, snapshot: &Snapshot) -> Vec<Reporting> {
    let mut found = Vec::new();
    let round = Round { known, history, at, snapshot };
    round.walk(&snapshot.whole, &mut Vec::new(), &mut found);
    found
}

/// Who has not reported at the snapshots that are asked for, with the numbers of their histories and their own. What all
/// files say is gathered where one is.
fn of_those(
    world: &World,
    is_asked: impl Fn(usize, &Snapshot) -> bool,
) -> Vec<(usize, usize, Vec<Reporting>)> {
    let mut found = Vec::new();
    let mut known: Option<Known> = None;
    for (unit, history) in world.histories.iter().enumerate() {
        for (at, snapshot) in history.snapshots.iter().enumerate().filter(|(at, of)| is_asked(*at, of)) {
            let known = known.get_or_insert_with(|| Known::new(world));
            found.push((unit, at, of_snapshot(known, history, at, snapshot)));
        }
    }
    found
}

/// Counts in each area the parts that its list does not name and that are still there. Where an area has a rate of its
/// own nothing rests on them, and they are not looked for.
pub fn count_unnamed(world: &mut World) {
    let found = of_those(world, |at, snapshot| at > 0 && rests_on_parts(&snapshot.whole));
    for (unit, at, of) in found {
        for Reporting { path, missing, .. } in of {
            let unnamed = missing.iter().filter(|part| !part.is_listed).count();
            let snapshot = (unnamed > 0).then(|| Arc::make_mut(&mut world.histories[unit].snapshots[at]));
            if let Some(area) = snapshot.and_then(|snapshot| snapshot.whole.at_mut(&path)) {
                area.leave_unnamed(u32::try_from(unnamed).unwrap_or(u32::MAX));
            }
        }
    }
}

/// Takes from units and areas the counts that were only added up from their parts, where a part is missing: what twelve of
/// fourteen wards count together is no count of the district, and not compared with one of fourteen.
pub fn drop_sums_of_some(world: &mut World) {
    let found = of_those(world, |_, snapshot| !snapshot.is_plan() && snapshot.whole.has_part_sums());
    for (unit, at, of) in found.into_iter().filter(|(_, _, of)| !of.is_empty()) {
        let whole = &mut Arc::make_mut(&mut world.histories[unit].snapshots[at]).whole;
        // What an area counts is summed into those that it lies in: these first, while it still has its own sums.
        let paths: HashSet<&[Arc<AreaName>]> =
            of.iter().flat_map(|Reporting { path, .. }| (0..=path.len()).map(|end| &path[..end])).collect();
        let mut paths: Vec<&[Arc<AreaName>]> = paths.into_iter().collect();
        paths.sort_by_key(|path| path.len());
        for path in paths {
            whole.at_mut(path).into_iter().for_each(Area::drop_part_sums);
        }
    }
}

/// Has an area, or one within it, parts and no rate of its own?
fn rests_on_parts(area: &Area) -> bool {
    let has_own =
        |group| area.states(group, &Aspect::Rate) || area.counted_rate(group, &Aspect::Rate).is_ok();
    !area.areas.is_empty() && (!Group::TWO.into_iter().all(has_own) || area.areas.iter().any(rests_on_parts))
}

/// Who of those of these names has figures at a day, in a file of its own or among the parts of another's.
pub fn of_names(world: &World, histories: &[&History], names: &[String], day: NaiveDate) -> Reporting {
    let mut found = Reporting { path: Vec::new(), expected: Vec::new(), missing: Vec::new() };
    let listed = known::Listed::of(histories);
    for text in names {
        let name = area_name(Text::vi(text), None, None);
        let name = listed.meant(&name).unwrap_or_else(|| Arc::new(name));
        let days = histories.iter().flat_map(|history| known::days_of(history, &name));
        let last = days.filter(|told| *told <= day).max();
        if last != Some(day) {
            let refused = refused_file(&world.refused, &name, None, day).map(|file| file.file.clone());
            let name = Arc::clone(&name);
            found.missing.push(MissingPart { name, is_listed: false, last, refused });
        }
        found.expected.push(name);
    }
    found
}

/// Has a part figures of its day? Totals of all its inhabitants are no report.
fn has_reported(area: &Area) -> bool {
    Group::ALL.into_iter().any(|group| area.aspects(group).next().is_some())
        || !area.indicators().is_empty()
        || LackList::ALL.into_iter().any(|list| !area.lacks(list).is_empty())
        || area.areas.iter().any(has_reported)
}

/// What refused the figures of a unit of a day: the file that speaks of it, or is named by it.
fn refused_file<'a>(
    refused: &'a [RefusedFile],
    name: &AreaName,
    within: Option<&AreaName>,
    day: NaiveDate,
) -> Option<&'a RefusedFile> {
    let is_of_day = |file: &&RefusedFile| file.as_of.is_none_or(|as_of| as_of == day);
    let is_of = |file: &&RefusedFile| match &file.unit {
        Some(unit) => {
            let is_there = file.within.as_ref().zip(within);
            unit.is(name) && is_there.is_none_or(|(file, unit)| name_key(&file.vi) == unit.folded)
        }
        None => is_named_by(&file.file, name),
    };
    refused.iter().filter(is_of_day).find(is_of)
}

/// `phuong-03_2023.json` is of Phường 3, and `phuong-13.json` is not.
fn is_named_by(file: &str, name: &AreaName) -> bool {
    let words = |text: &str| -> Vec<String> {
        let parted: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        fold(&parted).split(' ').map(str::to_owned).collect()
    };
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let (file, name) = (words(stem), words(&name.name.vi));
    file.windows(name.len().max(1)).any(|part| part == name)
}

/// How a part stands of which a list has no figures.
#[derive(Debug, PartialEq, Eq)]
enum State {
    /// It has a file of its own with figures of the day.
    Reported,
    /// It goes on under another standard.
    WentOn,
    /// It has none.
    Missing {
        /// The last day before of which there are some.
        last: Option<NaiveDate>,
        /// The file that was refused.
        refused: Option<String>,
    },
}

/// One walk over the parts of a snapshot.
struct Round<'a> {
    known: &'a Known<'a>,
    history: &'a History,
    at: usize,
    snapshot: &'a Snapshot,
}

impl Round<'_> {
    fn walk(&self, area: &Area, path: &mut Vec<Arc<AreaName>>, found: &mut Vec<Reporting>) {
        found.extend(self.of_parts(area, path));
        for part in area.areas.iter().filter(|part| !part.areas.is_empty() && has_reported(part)) {
            path.push(Arc::clone(&part.name));
            self.walk(part, path, found);
            path.pop();
        }
    }

    /// Of the parts of one area; none where all have reported, or none is known.
    fn of_parts(&self, area: &Area, path: &[Arc<AreaName>]) -> Option<Reporting> {
        let (told, silent): (Vec<&Area>, Vec<&Area>) =
            area.areas.iter().partition(|part| has_reported(part) || self.is_given_to(&part.name));
        if told.is_empty() && self.is_only_a_list(&silent) {
            return None;
        }
        let gone = self.left_out(area, path);
        let asked = silent.iter().map(|part| (&part.name, true)).chain(gone.iter().map(|name| (name, false)));
        let asked =
            asked.filter(|(name, _)| is_of_level(name, &told) && !self.is_spelt_otherwise(name, area));
        let mut expected: Vec<Arc<AreaName>> = told.iter().map(|part| Arc::clone(&part.name)).collect();
        let mut missing = Vec::new();
        for (name, is_listed) in asked {
            let state = self.state(name, area, path);
            expected.extend((state != State::WentOn).then(|| Arc::clone(name)));
            if let State::Missing { last, refused } = state {
                missing.push(MissingPart { name: Arc::clone(name), is_listed, last, refused });
            }
        }
        (!missing.is_empty()).then(|| Reporting { path: path.to_vec(), expected, missing })
    }

    /// How a part stands of which the list has no figures.
    fn state(&self, name: &AreaName, area: &Area, path: &[Arc<AreaName>]) -> State {
        let day = self.snapshot.as_of();
        let own = self.known.last(name, &area.name, self.history, day);
        let last = self.last_listed(name, path).max(own.last);
        if own.last == Some(day) {
            return State::Reported;
        }
        if own.other.is_some_and(|other| other == day || last.is_some_and(|last| other > last)) {
            return State::WentOn;
        }
        let refused = refused_file(self.known.refused(), name, Some(&area.name), day);
        State::Missing { last, refused: refused.map(|file| file.file.clone()) }
    }

    /// Does support or a target of the file speak of it?
    fn is_given_to(&self, name: &AreaName) -> bool {
        self.snapshot.programmes.iter().any(|programme| programme.part(name).is_some())
    }

    /// Are they listed for something else than their figures: their totals, or what they are asked?
    fn is_only_a_list(&self, silent: &[&Area]) -> bool {
        let is_asked = self.snapshot.targets.iter().any(|target| target.area.is_some());
        let has_totals = |area: &&Area| area.stated_households().is_some() || area.stated_persons().is_some();
        is_asked || silent.iter().any(has_totals)
    }

    /// The last day of which a list of the unit has figures of the part.
    fn last_listed(&self, name: &AreaName, path: &[Arc<AreaName>]) -> Option<NaiveDate> {
        let earlier = self.history.snapshots.get(..self.at)?;
        let has = |snapshot: &&Arc<Snapshot>| {
            let part = snapshot.whole.at(path).and_then(|area| area.part(name));
            part.is_some_and(has_reported)
        };
        earlier.iter().rev().find(has).map(|snapshot| snapshot.as_of())
    }

    /// The parts of earlier lists that this one does not name and that are still there.
    fn left_out(&self, area: &Area, path: &[Arc<AreaName>]) -> Vec<Arc<AreaName>> {
        let mut open: Vec<Arc<AreaName>> = Vec::new();
        let mut seen: Option<&Area> = None;
        for list in self.history.snapshots[..self.at].iter().filter_map(|s| s.whole.at(path)).chain([area]) {
            if list.areas.is_empty() {
                continue;
            }
            let has_new = seen.is_some_and(|before| {
                let is_new = |part: &Area| {
                    before.part(&part.name).is_none() && !open.iter().any(|name| name.is(&part.name))
                };
                list.areas.iter().any(is_new)
            });
            if has_new || list.areas_complete() || known::comes_to_the_whole(list) {
                open.clear();
            } else {
                let before = seen.filter(|before| before.areas.iter().any(has_reported));
                let named = before.into_iter().flat_map(|before| &before.areas);
                open.extend(named.map(|part| Arc::clone(&part.name)));
                open.retain(|name| list.part(name).is_none());
            }
            seen = Some(list);
        }
        open
    }

    /// Is a part that has figures perhaps the same, written otherwise?
    fn is_spelt_otherwise(&self, name: &AreaName, area: &Area) -> bool {
        self.known
            .twins(name, &area.name)
            .any(|twin| area.part(twin).is_some_and(|part| !part.name.is(name) && has_reported(part)))
    }
}

/// Is a part of the level of those that have figures? Of one whose level is not known nothing is held against it.
fn is_of_level(name: &AreaName, told: &[&Area]) -> bool {
    let Some(own) = level(name) else { return true };
    let mut levels = told.iter().map(|part| level(&part.name)).peekable();
    levels.peek().is_none() || levels.any(|level| level.is_none_or(|level| level == own))
}

#[cfg(test)]
mod tests;
