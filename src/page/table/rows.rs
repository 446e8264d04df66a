//! The rows of a table, each shared: a list of thousands is made anew for every key, and all but the rows in sight are as
//! they were.

use std::iter;
use std::ops::Index;
use std::slice;
use std::sync::Arc;

use super::Row;

/// The rows of a table. A clone shares them.
#[derive(Debug, Clone, Default)]
pub struct TableRows(Vec<Arc<Row>>);

/// Rows one after the other.
pub type RowIter<'a> = iter::Map<slice::Iter<'a, Arc<Row>>, fn(&'a Arc<Row>) -> &'a Row>;

impl TableRows {
    /// All of them.
    pub fn iter(&self) -> RowIter<'_> {
        self.within(0..self.len())
    }

    /// Those at these places; none where not all of these are there.
    pub fn within(&self, places: std::ops::Range<usize>) -> RowIter<'_> {
        self.0.get(places).unwrap_or_default().iter().map(Arc::as_ref)
    }

    /// Those from a place on.
    pub fn from_place(&self, place: usize) -> RowIter<'_> {
        self.within(place..self.len())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One more at the end.
    pub fn push(&mut self, row: Row) {
        self.0.push(Arc::new(row));
    }

    /// Another in the place of one.
    pub fn put(&mut self, place: usize, row: Row) {
        self.0[place] = Arc::new(row);
    }

    /// Others after them, shared with whoever has them.
    pub fn append(&mut self, mut others: Self) {
        self.0.append(&mut others.0);
    }

    /// The same in the order of these places.
    #[must_use]
    pub fn in_order(&self, places: &[usize]) -> Self {
        Self(places.iter().map(|place| Arc::clone(&self.0[*place])).collect())
    }

    /// Those that are wanted, and no others.
    pub fn retain(&mut self, is_wanted: impl Fn(&Row) -> bool) {
        self.0.retain(|row| is_wanted(row));
    }

    /// Takes those from a place on out.
    #[must_use]
    pub fn split_off(&mut self, place: usize) -> Self {
        Self(self.0.split_off(place))
    }
}

impl Index<usize> for TableRows {
    type Output = Row;

    fn index(&self, place: usize) -> &Row {
        &self.0[place]
    }
}

impl FromIterator<Row> for TableRows {
    fn from_iter<I: IntoIterator<Item = Row>>(rows: I) -> Self {
        Self(rows.into_iter().map(Arc::new).collect())
    }
}

impl From<Vec<Row>> for TableRows {
    fn from(rows: Vec<Row>) -> Self {
        rows.into_iter().collect()
    }
}

impl Extend<Row> for TableRows {
    fn extend<I: IntoIterator<Item = Row>>(&mut self, rows: I) {
        self.0.extend(rows.into_iter().map(Arc::new));
    }
}

impl<'a> IntoIterator for &'a TableRows {
    type Item = &'a Row;
    type IntoIter = RowIter<'a>;

    fn into_iter(self) -> RowIter<'a> {
        self.iter()
    }
}

impl IntoIterator for TableRows {
    type Item = Row;
    type IntoIter = iter::Map<std::vec::IntoIter<Arc<Row>>, fn(Arc<Row>) -> Row>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter().map(Arc::unwrap_or_clone)
    }
}
