//! Cells that are merged over several rows: their place or kind is that of each of them.

use std::collections::HashMap;

use super::super::grid::{AllMerged, Cell, SheetCell};

/// The merged cells of a list, and what the last one of each column holds.
#[derive(Debug, Default)]
pub struct Spread {
    merged: AllMerged,
    /// By column: the last row, and the cell.
    open: HashMap<usize, (usize, SheetCell)>,
}

impl Spread {
    /// Those of a list.
    pub fn of(merged: AllMerged) -> Self {
        Self { merged, open: HashMap::new() }
    }

    /// What a cell shows while the rows pass by: its own content, else that of the merged cell that began above it.
    #[inline]
    pub fn shown<'s>(&'s mut self, (row, column): (usize, usize), own: Cell<'s>) -> Cell<'s> {
        if self.merged.is_empty() {
            return own;
        }
        if own.is_empty() {
            return match self.open.get(&column) {
                Some((last, cell)) if row <= *last => cell.lent(),
                _ => own,
            };
        }
        if let Some(merged) = self.merged.at(row, column)
            && merged.last.0 > row
            && merged.first == (row, column)
        {
            self.open.insert(column, (merged.last.0, own.owned()));
        } else {
            self.open.remove(&column);
        }
        own
    }
}

/// Rows that name the kind of those below them, and rows that name their place: which of them stand within the others.
#[derive(Debug, Default)]
pub struct Nested {
    /// Do places stand within kinds? None while only one of them was seen.
    places_within: Option<bool>,
    has_place: bool,
    has_class: bool,
}

impl Nested {
    /// A place begins: within it the kinds begin anew, unless it stands within one.
    pub fn open_place<T>(&mut self, class: &mut Option<T>) {
        self.has_place = true;
        if self.has_class && !*self.places_within.get_or_insert(true) {
            *class = None;
        }
    }

    /// A kind begins. Do the places within it begin anew?
    pub fn open_class(&mut self) -> bool {
        self.has_class = true;
        self.has_place && *self.places_within.get_or_insert(false)
    }
}

/// Groups of households that rows name below those of quarters: do they lie in these, or beside them?
#[derive(Debug, Default)]
pub struct Groups {
    /// Was a household read since a row named a place?
    is_counted: bool,
    /// A quarter was seen that they lie in.
    are_within: bool,
}

impl Groups {
    /// A row names a place.
    pub fn open_place(&mut self) {
        self.is_counted = false;
    }

    /// A household is read.
    pub fn count(&mut self) {
        self.is_counted = true;
    }

    /// The whole list is that of the quarter.
    pub fn are_of_sheet(&mut self) {
        self.are_within = true;
    }

    /// Does one that a row names lie in the quarter above it? It does where it stands right below it, and from then on.
    pub fn lie_within(&mut self, is_below_quarter: bool) -> bool {
        self.are_within |= is_below_quarter && !self.is_counted;
        self.are_within
    }
}
