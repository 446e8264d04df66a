//! A list whose entries are found by their ids without walking it: of thousands of programmes each is asked for by each
//! target, and by every other snapshot.

use std::ops::{Deref, DerefMut};

use super::indicator::Indicator;
use super::lookup::Lookup;
use super::support::{Coverage, Programme};
use super::target::{Target, Task};

/// What has an id.
pub trait HasId {
    /// That id: two of one list may have the same, the first is meant then.
    fn id(&self) -> &str;
}

/// The entries of one kind, in the order of the file.
#[derive(Debug, Clone)]
pub struct ById<T> {
    entries: Vec<T>,
    ids: Lookup,
}

impl<T: HasId> ById<T> {
    /// The first entry with that id.
    pub fn find(&self, id: &str) -> Option<&T> {
        self.entries.get(self.ids.first(self.entries.iter().map(T::id), id)?)
    }
}

impl<T> Default for ById<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), ids: Lookup::default() }
    }
}

impl<T> Deref for ById<T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.entries
    }
}

impl<T> DerefMut for ById<T> {
    fn deref_mut(&mut self) -> &mut Vec<T> {
        self.ids.forget();
        &mut self.entries
    }
}

impl<T> From<Vec<T>> for ById<T> {
    fn from(entries: Vec<T>) -> Self {
        Self { entries, ids: Lookup::default() }
    }
}

impl<T> FromIterator<T> for ById<T> {
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> Self {
        Vec::from_iter(entries).into()
    }
}

impl<'a, T> IntoIterator for &'a ById<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter()
    }
}

/// Their ids are those of their names.
macro_rules! named {
    ($($entry:ty),+) => {
        $(impl HasId for $entry {
            fn id(&self) -> &str {
                &self.named.id
            }
        })+
    };
}

named!(Programme, Coverage, Target, Task, Indicator);
