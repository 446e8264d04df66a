//! The parts of a unit: a list that finds a part by its name without walking it. A province has thousands of them,
//! and each is looked for in every other snapshot.

use std::ops::{Deref, DerefMut};
use std::sync::{Arc, OnceLock};

use super::name::AreaName;
use super::remembered::Remembered;
use super::sums::Sums;

/// The parts of a unit at one level, in people's order of names. Of the million areas of a nation nearly all have none.
/// A clone shares the list, until one of the two is changed: what is summed over the parts keeps them so.
#[derive(Debug)]
pub struct Parts<T>(Option<Arc<List<T>>>);

impl<T> Clone for Parts<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

#[derive(Debug, Clone)]
struct List<T> {
    parts: Vec<T>,
    /// The part after the one that was found last: parts are asked for mostly in the order of another list of them.
    next: Remembered,
    /// Made when a part is first looked for; gone with every change of the list.
    index: OnceLock<Index>,
    /// What its parts count together, where that was asked for; gone too.
    sums: Sums,
}

/// The places of the parts in the order of their codes and of their folded names: of each list of a nation's history it
/// is asked for, so it holds no names.
#[derive(Debug, Clone)]
struct Index {
    by_code: Box<[u32]>,
    by_name: Box<[u32]>,
}

fn code(name: &AreaName) -> Option<&str> {
    name.code.as_deref()
}

#[expect(clippy::unnecessary_wraps, reason = "a key, as the code is")]
fn folded(name: &AreaName) -> Option<&str> {
    Some(&name.folded)
}

impl<T: AsRef<AreaName>> Parts<T> {
    /// The first part that the name means: by code where both have one, else by folded name. Files that are read together
    /// share their names, so that the part that is asked for is known by its name's own place.
    pub fn find(&self, name: &AreaName) -> Option<&T> {
        self.get(self.place(name)?)
    }

    /// Its place in the list.
    pub fn place(&self, name: &AreaName) -> Option<usize> {
        self.0.as_ref()?.place(name)
    }
}

impl<T: AsRef<AreaName>> List<T> {
    fn place(&self, name: &AreaName) -> Option<usize> {
        // Where it stood in another list, or after the one before: no index is made for these.
        let is_it = |at: &usize| self.parts.get(*at).is_some_and(|part| std::ptr::eq(part.as_ref(), name));
        let likely = [name.place.get(), self.next.get()].into_iter().find(is_it);
        let at = likely.or_else(|| self.find_at(name))?;
        name.place.set(at);
        self.next.set(at + 1);
        Some(at)
    }

    fn find_at(&self, name: &AreaName) -> Option<usize> {
        let index = self
            .index
            .get_or_init(|| Index { by_code: self.in_order_of(code), by_name: self.in_order_of(folded) });
        let coded = code(name).and_then(|own| self.those(&index.by_code, code, own).next());
        let named = self.those(&index.by_name, folded, &name.folded);
        let named = named.filter(|at| self.parts[*at].as_ref().is(name));
        coded.into_iter().chain(named).min()
    }

    fn key(&self, at: u32, key: fn(&AreaName) -> Option<&str>) -> Option<&str> {
        key(self.parts[at as usize].as_ref())
    }

    /// The places of those that have a key, in its order; equal ones in their own.
    fn in_order_of(&self, key: fn(&AreaName) -> Option<&str>) -> Box<[u32]> {
        let all = 0..u32::try_from(self.parts.len()).expect("a file has fewer parts");
        let mut places: Vec<u32> = all.filter(|at| self.key(*at, key).is_some()).collect();
        places.sort_by(|one, other| self.key(*one, key).cmp(&self.key(*other, key)));
        places.into()
    }

    /// The places of those that have that key.
    fn those<'a>(
        &'a self,
        sorted: &'a [u32],
        key: fn(&AreaName) -> Option<&str>,
        own: &'a str,
    ) -> impl Iterator<Item = usize> + 'a {
        let first = sorted.partition_point(|at| self.key(*at, key) < Some(own));
        let those = sorted[first..].iter().take_while(move |at| self.key(**at, key) == Some(own));
        those.map(|at| *at as usize)
    }
}

impl<T> Parts<T> {
    /// The sums over its parts that were asked for; none of no parts.
    pub(super) fn sums(&self) -> Option<&Sums> {
        self.0.as_ref().map(|list| &list.sums)
    }
}

impl<T: Clone> Parts<T> {
    /// The list, to be made longer or shorter.
    pub fn list_mut(&mut self) -> &mut Vec<T> {
        let list = self.0.get_or_insert_with(|| Arc::new(List::from(Vec::new())));
        let List { parts, next, index, sums } = Arc::make_mut(list);
        *index = OnceLock::new();
        *sums = Sums::default();
        next.set(0);
        parts
    }
}

impl<T> Default for Parts<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Deref for Parts<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.0.as_ref().map_or(&[], |list| &list.parts)
    }
}

impl<T: Clone> DerefMut for Parts<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        self.list_mut()
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(parts: Vec<T>) -> Self {
        Self { parts, next: Remembered::default(), index: OnceLock::new(), sums: Sums::default() }
    }
}

impl<T> From<Vec<T>> for Parts<T> {
    fn from(list: Vec<T>) -> Self {
        Self((!list.is_empty()).then(|| Arc::new(list.into())))
    }
}

impl<T> FromIterator<T> for Parts<T> {
    fn from_iter<I: IntoIterator<Item = T>>(parts: I) -> Self {
        Vec::from_iter(parts).into()
    }
}

impl<'a, T> IntoIterator for &'a Parts<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a, T: Clone> IntoIterator for &'a mut Parts<T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.list_mut().iter_mut()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::area::Area;
    use super::super::build::{self, counted};
    use super::*;

    fn named(name: &str, code: Option<&str>) -> AreaName {
        AreaName { code: code.map(str::to_owned), ..(*build::name(name)).clone() }
    }

    fn parts(of: &[(&str, Option<&str>)]) -> Parts<Area> {
        let origin = counted("2022-12-31", 0, 0, 0).origin.clone();
        let area = |(name, code): &(&str, Option<&str>)| {
            let name: Arc<AreaName> = Arc::new(named(name, *code));
            Area::silent(&name, &origin)
        };
        of.iter().map(area).collect()
    }

    /// What a walk over the list would find, for every pair of a name and a code, known and unknown.
    #[test]
    fn the_same_part_is_found_as_by_walking() {
        let names = ["P1", "P2", "P3", "P4"];
        let codes = [None, Some("1"), Some("2"), Some("9")];
        let lists: [&[_]; 4] = [
            &[],
            &[("P1", None), ("P2", Some("2")), ("P3", Some("1"))],
            &[("P1", Some("1")), ("P1", None), ("P2", None)],
            &[("P2", None), ("P1", Some("2")), ("P1", Some("1"))],
        ];
        for parts in lists.map(parts) {
            for (name, code) in names.iter().flat_map(|name| codes.map(|code| (*name, code))) {
                let name = named(name, code);
                let walked = parts.iter().position(|area| area.name.is(&name));
                let found = parts.find(&name).and_then(|a| parts.iter().position(|b| std::ptr::eq(a, b)));
                assert_eq!(found, walked, "{name:?}");
            }
        }
    }

    #[test]
    fn a_changed_list_is_looked_through_anew() {
        let mut list = parts(&[("P1", None)]);
        assert!(list.find(&named("P2", None)).is_none());
        list.list_mut().extend(parts(&[("P2", None)]).iter().cloned());
        assert!(list.find(&named("P2", None)).is_some());
        list.list_mut().clear();
        assert!(list.find(&named("P1", None)).is_none());
    }
}
