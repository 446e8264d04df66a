//! What a workbook hides: rows that a filter leaves out, columns, sheets. Whoever looks at it does not see them, and they
//! are read as all others are, so that they are counted and told.

use super::tags::{attributes, number};

/// How many rows, columns and sheets are hidden.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Rows.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// Sheets.
    pub sheets: usize,
    /// Are there rows and columns of which it cannot be told?
    pub is_open: bool,
}

impl Hidden {
    /// Adds columns by their first and last; all up to the last that there may be hold nothing.
    pub fn add_columns(&mut self, first: usize, last: usize) {
        self.columns += last.checked_sub(first).filter(|more| *more < MOST_ALIKE).map_or(0, |more| more + 1);
    }
}

/// So many rows or columns that are told of at once hold nothing.
const MOST_ALIKE: usize = 1_000;

/// Counts what a part of a package hides, tag by tag.
#[derive(Debug, Default)]
pub struct Count {
    /// What was found so far.
    pub hidden: Hidden,
    /// Was a formula found?
    pub has_formulas: bool,
    /// Was a merged cell found?
    pub has_merged: bool,
}

impl Count {
    /// A tag opens, by its name, its name without what stands before a colon, and its attributes.
    pub fn open(&mut self, name: &[u8], local: &[u8], told: &[u8]) {
        match (name, local) {
            (b"table:table-row", _) => {
                let rows = alike(told, b"table:number-rows-repeated");
                let rows = Some(rows).filter(|rows| *rows < MOST_ALIKE && is_filtered(told));
                self.hidden.rows += rows.unwrap_or(0);
            }
            (b"table:table-column", _) if is_filtered(told) => {
                self.hidden.add_columns(1, alike(told, b"table:number-columns-repeated"));
            }
            (_, b"row") => self.hidden.rows += usize::from(is_hidden(told)),
            (_, b"col") if is_hidden(told) => {
                if let (Some(first), Some(last)) = (attribute(told, b"min"), attribute(told, b"max")) {
                    self.hidden.add_columns(first, last);
                }
            }
            (_, b"f") => self.has_formulas = true,
            (_, b"mergeCells") => self.has_merged = true,
            _ => {}
        }
    }
}

fn is_hidden(told: &[u8]) -> bool {
    attributes(told).any(|(name, value)| name == b"hidden" && matches!(value, b"1" | b"true"))
}

/// Is a row or a column of an open document hidden, by hand or by a filter?
fn is_filtered(told: &[u8]) -> bool {
    attributes(told)
        .any(|(name, value)| name == b"table:visibility" && matches!(value, b"collapse" | b"filter"))
}

/// How many rows or columns a tag of an open document stands for.
fn alike(told: &[u8], name: &[u8]) -> usize {
    attribute(told, name).unwrap_or(1)
}

/// The number of an attribute.
fn attribute(told: &[u8], name: &[u8]) -> Option<usize> {
    number(attributes(told).find(|(known, _)| *known == name)?.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_rows_and_columns_are_counted() {
        let mut count = Count::default();
        for (name, told) in [
            ("col", " min=\"2\" max=\"3\" hidden=\"1\""),
            ("col", " min=\"5\" max=\"16384\" hidden=\"1\""),
            ("row", " r=\"1\" hidden='true'"),
            ("row", " r=\"2\" spans=\" hidden=1\""),
        ] {
            count.open(name.as_bytes(), name.as_bytes(), told.as_bytes());
        }
        assert_eq!(count.hidden, Hidden { rows: 1, columns: 2, ..Hidden::default() });
        assert!(!count.has_formulas && !count.has_merged);
        count.open(b"x:f", b"f", b"");
        count.open(b"mergeCells", b"mergeCells", b" count=\"1\"");
        count.open(
            b"table:table-row",
            b"table-row",
            b" table:visibility=\"filter\" table:number-rows-repeated=\"3\"",
        );
        count.open(
            b"table:table-row",
            b"table-row",
            b" table:visibility=\"collapse\" table:number-rows-repeated=\"4000\"",
        );
        assert!(count.has_formulas && count.has_merged && count.hidden.rows == 4);
    }
}
