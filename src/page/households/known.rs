//! What is found once of the parts of an area, however often their list is made: in which order they stand, which
//! columns have figures, how far the bars reach; and their list itself, with the rows out of sight unmade.
//!
//! Of each part only numbers are kept, no figure with its story: of thousands of parts that is a few megabytes. What will
//! be asked for soon may be found in another thread, which shares it.

use std::collections::HashMap;
use std::hash::Hash;
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use super::changes::Changes;
use super::extras::Extras;
use super::picture::{Drawn, Picture};
use crate::model::exact::Exact;
use crate::model::figure::Reliability;
use crate::model::measure::Group;
use crate::model::name::AreaName;
use crate::page::table::{Survey, TableRows};
use crate::page::{Medium, Page, View};
use crate::text::Lang;

/// So many lists, and forms of one, are kept: those that a reader goes back and forth between.
const KEPT: usize = 4;

/// Which list: of which snapshot, against which other, the way to it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Of {
    at: usize,
    compare: Option<usize>,
    path: Vec<Arc<AreaName>>,
}

/// In which form a list is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    sort: (usize, bool),
    group: Group,
    lang: Lang,
    medium: Medium,
    width: u16,
    narrow: bool,
}

impl Form {
    /// That of a view.
    pub fn of(view: &View) -> Self {
        let View { sort, group, lang, medium, width, narrow, .. } = *view;
        Self { sort, group, lang, medium, width, narrow }
    }
}

/// What is kept by a key, the oldest first.
type KeptBy<K, T> = Mutex<Vec<(K, Arc<T>)>>;

/// What is known of several lists. A clone shares it.
#[derive(Debug, Clone, Default)]
pub struct Lists(Arc<KeptBy<Of, Known>>);

impl Lists {
    /// What is known of the list at the end of a way.
    pub fn of(&self, view: &View, path: &[Arc<AreaName>]) -> Arc<Known> {
        let of = Of { at: view.at, compare: view.compare, path: path.to_vec() };
        kept(&self.0, of, Arc::default)
    }
}

/// The one that is kept of these, else made and kept in the place of the oldest.
fn kept<K: PartialEq, T>(all: &KeptBy<K, T>, key: K, make: impl FnOnce() -> Arc<T>) -> Arc<T> {
    if let Some((_, found)) = lock(all).iter().find(|(known, _)| *known == key) {
        return found.clone();
    }
    let new = make();
    let mut all = lock(all);
    if all.len() >= KEPT {
        all.remove(0);
    }
    all.push((key, new.clone()));
    new
}

/// What was found under a key, else found now; of these there are few.
fn found<K: Eq + Hash, V: Clone>(all: &Mutex<HashMap<K, V>>, key: K, find: impl FnOnce() -> V) -> V {
    if let Some(known) = lock(all).get(&key) {
        return known.clone();
    }
    // Finding it may look up others.
    let new = find();
    lock(all).insert(key, new.clone());
    new
}

/// What is kept is whole at any time, also where somebody who looked it up was stopped.
fn lock<T>(kept: &Mutex<T>) -> MutexGuard<'_, T> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What is known of a list.
#[derive(Debug, Default)]
pub struct Known {
    /// What the areas state besides.
    pub extras: OnceLock<Extras>,
    /// What is found of all changes.
    pub changes: OnceLock<Changes>,
    /// The worst source of their counts.
    pub reliability: OnceLock<Option<Reliability>>,
    /// The place of each part among their names; the same for equal ones.
    pub names: OnceLock<Vec<usize>>,
    ranks: Mutex<HashMap<(usize, Group), Arc<Ranks>>>,
    pictures: Mutex<HashMap<(Drawn, Group), Option<Picture>>>,
    bare: KeptBy<Lang, TableRows>,
    furthest: Mutex<HashMap<Group, Arc<Vec<usize>>>>,
    surveys: KeptBy<Seen, Survey>,
    lists: KeptBy<Form, Kept>,
}

/// What the rows of a list show, in whatever order they stand: in which language, of which group, beside which picture.
pub type Seen = (Lang, Group, Option<Drawn>);

/// What a column is sorted by: of each part the place of its number among the different ones, from the least.
#[derive(Debug)]
pub struct Ranks {
    /// Those of parts that have a figure, in the order of the parts.
    pub all: Vec<Option<NonZeroU32>>,
    /// How many have one.
    pub known: usize,
}

impl Ranks {
    /// Those of numbers: of each column they are kept, and the numbers are not.
    pub fn of(numbers: &[Option<Exact>]) -> Self {
        let number = |at: &u32| numbers[*at as usize].as_ref();
        let mut order: Vec<u32> = (0..).take(numbers.len()).filter(|at| number(at).is_some()).collect();
        order.sort_by(|one, other| number(one).cmp(&number(other)));
        let (mut all, mut rank) = (vec![None; numbers.len()], NonZeroU32::MIN);
        for (at, place) in order.iter().enumerate() {
            if at > 0 && number(&order[at - 1]) != number(place) {
                rank = rank.saturating_add(1);
            }
            all[*place as usize] = Some(rank);
        }
        Self { all, known: order.len() }
    }
}

/// A list whose rows are not made, and the order of the parts in it.
#[derive(Debug)]
pub struct Kept {
    /// The page.
    pub page: Page,
    /// Which part each row is of.
    pub order: Vec<usize>,
}

impl Known {
    /// The numbers of a column, ranked.
    pub fn ranks(
        &self,
        (column, group): (usize, Group),
        find: impl FnOnce() -> Vec<Option<Exact>>,
    ) -> Arc<Ranks> {
        found(&self.ranks, (column, group), || Arc::new(Ranks::of(&find())))
    }

    /// A picture.
    pub fn picture(&self, of: (Drawn, Group), draw: impl FnOnce() -> Option<Picture>) -> Option<Picture> {
        found(&self.pictures, of, draw)
    }

    /// The places of the parts whose rates lie furthest from that of the whole, the furthest first.
    pub fn furthest(&self, group: Group, find: impl FnOnce() -> Vec<usize>) -> Arc<Vec<usize>> {
        found(&self.furthest, group, || Arc::new(find()))
    }

    /// The rows of the parts with their labels alone, in the order of the parts.
    pub fn bare(&self, lang: Lang, make: impl FnOnce() -> TableRows) -> Arc<TableRows> {
        kept(&self.bare, lang, || Arc::new(make()))
    }

    /// What all rows hold.
    pub fn survey(&self, seen: Seen, make: impl FnOnce() -> Survey) -> Arc<Survey> {
        kept(&self.surveys, seen, || Arc::new(make()))
    }

    /// The list in a form.
    pub fn list(&self, form: Form, make: impl FnOnce() -> Kept) -> Arc<Kept> {
        kept(&self.lists, form, || Arc::new(make()))
    }
}
