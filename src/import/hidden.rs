//! What a workbook hides: rows that a filter leaves out, columns, sheets. Whoever looks at it does not see them, and they
//! are read as all others are, so that they are counted and told.

use std::io::{self, Write};

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

/// A tag is looked at up to so many bytes: those of rows and columns are short.
const MOST_OF_TAG: usize = 512;

/// Takes the text of a sheet's part and counts what it hides; nothing of it is kept but the tag that is open.
#[derive(Debug, Default)]
pub struct Count {
    /// What was found so far.
    pub hidden: Hidden,
    /// Was a formula found?
    pub has_formulas: bool,
    /// Was a merged cell found?
    pub has_merged: bool,
    tag: Vec<u8>,
    is_in_text: bool,
}

impl Count {
    /// Takes a piece of a tag, perhaps its last one. Nearly every tag is of one piece: that is not kept.
    fn take_tag(&mut self, piece: &[u8], is_last: bool) {
        let room = MOST_OF_TAG.saturating_sub(self.tag.len());
        let piece = &piece[..piece.len().min(room)];
        if is_last && self.tag.is_empty() {
            return self.end_tag(piece);
        }
        self.tag.extend_from_slice(piece);
        if is_last {
            let tag = std::mem::take(&mut self.tag);
            self.end_tag(&tag);
        }
    }

    fn end_tag(&mut self, tag: &[u8]) {
        if let [b't', ..] = tag
            && tag.starts_with(b"table:table-")
        {
            return self.end_open(tag);
        }
        let name = tag.split(|byte| byte.is_ascii_whitespace() || *byte == b'/').next().unwrap_or_default();
        match name.rsplit(|byte| *byte == b':').next() {
            Some([b'f']) => self.has_formulas = true,
            Some(b"mergeCells") => self.has_merged = true,
            _ => {}
        }
        let is_hidden = |tag: &[u8]| says(tag, &[" hidden=\"1\"", " hidden=\"true\""]);
        if let [b'r', b'o', b'w', b' ', ..] = tag {
            self.hidden.rows += usize::from(is_hidden(tag));
        } else if let [b'c', b'o', b'l', b' ', ..] = tag
            && is_hidden(tag)
            && let (Some(first), Some(last)) = (number(tag, "min"), number(tag, "max"))
        {
            self.hidden.add_columns(first, last);
        }
    }

    /// A row or a column of an open document.
    fn end_open(&mut self, tag: &[u8]) {
        const SAID: [&str; 2] = [" table:visibility=\"collapse\"", " table:visibility=\"filter\""];
        let alike = |name: &str| number(tag, name).unwrap_or(1);
        if tag.starts_with(b"table:table-row ") && says(tag, &SAID) {
            let rows = alike("table:number-rows-repeated");
            self.hidden.rows += Some(rows).filter(|rows| *rows < MOST_ALIKE).unwrap_or(0);
        } else if tag.starts_with(b"table:table-column ") && says(tag, &SAID) {
            self.hidden.add_columns(1, alike("table:number-columns-repeated"));
        }
    }
}

/// Has a tag one of these attributes?
fn says(tag: &[u8], said: &[&str]) -> bool {
    said.iter().any(|said| tag.windows(said.len()).any(|part| part == said.as_bytes()))
}

/// The number of an attribute.
fn number(tag: &[u8], name: &str) -> Option<usize> {
    let text = String::from_utf8_lossy(tag);
    text.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0.parse().ok()
}

impl Write for Count {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut rest = bytes;
        while !rest.is_empty() {
            let end = if self.is_in_text { b'<' } else { b'>' };
            let at = rest.iter().position(|byte| *byte == end);
            let (own, after) = rest.split_at(at.unwrap_or(rest.len()));
            if !self.is_in_text {
                self.take_tag(own, at.is_some());
            }
            rest = after.get(1..).unwrap_or_default();
            self.is_in_text ^= at.is_some();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_rows_and_columns_are_counted_wherever_the_text_is_parted() {
        let text = br#"<?xml version="1.0"?><cols><col min="2" max="3" hidden="1"/><col min="5" max="16384" hidden="1"/></cols>
            <row r="1" hidden="1"><c><v>1</v></c></row><row r="2"><c t="str"><v> hidden="1"</v></c></row>"#;
        for size in [1, 7, 64, 4096] {
            let mut count = Count::default();
            for part in text.chunks(size) {
                count.write_all(part).unwrap();
            }
            assert_eq!(count.hidden, Hidden { rows: 1, columns: 2, ..Hidden::default() });
            assert!(!count.has_formulas && !count.has_merged);
            for part in br#"<x:f>1<!--></f --><mergeCells count="1"/>"#.chunks(size) {
                count.write_all(part).unwrap();
            }
            assert!(count.has_formulas && count.has_merged);
        }
    }
}
