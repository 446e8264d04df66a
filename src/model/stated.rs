//! Figures as they stand in a file, each under what it is: the one storage of all that is stated.

use super::figure::Figure;

/// The stated figures of one object: few of the many it may have, so that a list of those that are there is smaller
/// than a field for each.
#[derive(Debug, Clone)]
pub struct StatedFigures<K>(Vec<(K, Figure)>);

impl<K> Default for StatedFigures<K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: PartialEq> StatedFigures<K> {
    /// The figure under `key`.
    pub fn get(&self, key: &K) -> Option<&Figure> {
        self.find(|other| other == key)
    }

    /// The figure under the first key that is one of those asked for.
    pub fn find(&self, is: impl Fn(&K) -> bool) -> Option<&Figure> {
        self.0.iter().find(|(key, _)| is(key)).map(|(_, figure)| figure)
    }

    /// States a figure in the place of the one before it; none takes that away.
    pub fn set(&mut self, key: K, figure: impl Into<Option<Figure>>) {
        let at = self.0.iter().position(|(other, _)| *other == key);
        match (at, figure.into()) {
            (Some(at), Some(figure)) => self.0[at].1 = figure,
            (None, Some(figure)) => self.0.push((key, figure)),
            (Some(at), None) => {
                self.0.remove(at);
            }
            (None, None) => {}
        }
    }

    /// Keeps the figures that are asked for.
    pub fn retain(&mut self, mut is_kept: impl FnMut(&K, &Figure) -> bool) {
        self.0.retain(|(key, figure)| is_kept(key, figure));
    }

    /// What is stated, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &Figure)> {
        self.0.iter().map(|(key, figure)| (key, figure))
    }

    /// Is nothing stated?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: PartialEq, const N: usize> From<[(K, Option<Figure>); N]> for StatedFigures<K> {
    fn from(all: [(K, Option<Figure>); N]) -> Self {
        all.into_iter().filter_map(|(key, figure)| Some((key, figure?))).collect()
    }
}

impl<K: PartialEq> FromIterator<(K, Figure)> for StatedFigures<K> {
    fn from_iter<I: IntoIterator<Item = (K, Figure)>>(all: I) -> Self {
        let mut figures = Self::default();
        all.into_iter().for_each(|(key, figure)| figures.set(key, figure));
        // A file may hold a million groups: none keeps room for figures that it has not.
        figures.0.shrink_to_fit();
        figures
    }
}
