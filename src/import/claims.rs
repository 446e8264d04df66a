//! What the tags of a workbook of Excel (xlsx) claim: where cells stand, and how many texts there are.

use super::tags::{attributes, number, parted};
use super::unreadable::Unreadable;

/// The letters and digits of a reference that can be counted: no sheet has a column of four letters.
const MOST_LETTERS: usize = 6;
const MOST_DIGITS: usize = 9;
/// So many texts may be claimed in any part.
const ANY_TEXTS: u64 = 1 << 16;

/// So many texts or merged areas a part may list.
const MOST_TEXTS: usize = 4 << 20;
/// So many entries of any other list that is kept beside the cells: no spreadsheet has more than 65,490 formats.
const MOST_ENTRIES: usize = 1 << 20;

/// What a part claims, while its tags pass by.
#[derive(Debug, Default)]
pub struct Claims {
    /// Do cells follow?
    has_cells: bool,
    /// So many texts it claims to hold.
    texts: u64,
    /// So many texts and merged areas, and entries of other lists, it has.
    listed: usize,
    entries: usize,
}

impl Claims {
    /// A tag opens.
    ///
    /// # Errors
    /// What it refers to is no cell that can be counted, or it is one of more than any workbook lists.
    pub fn open(&mut self, name: &[u8], told: &[u8]) -> Result<(), Unreadable> {
        self.list(name)?;
        let referring: &[u8] = match name {
            b"c" | b"row" if self.has_cells => b"r",
            b"dimension" | b"mergeCell" | b"f" => b"ref",
            b"sheetData" => {
                self.has_cells = true;
                return Ok(());
            }
            b"sst" => {
                let claimed = attributes(told).filter(|(name, _)| *name == b"uniqueCount");
                self.texts = claimed.filter_map(|(_, count)| number(count)).fold(self.texts, u64::max);
                return Ok(());
            }
            _ => return Ok(()),
        };
        let is_sound = attributes(told).filter(|(name, _)| *name == referring).all(|(_, at)| is_range(at));
        is_sound.then_some(()).ok_or(Unreadable::NoCell)
    }

    /// What is kept of a workbook whether a sheet speaks of it or not.
    fn list(&mut self, name: &[u8]) -> Result<(), Unreadable> {
        let (count, most) = match name {
            b"si" | b"mergeCell" => (&mut self.listed, MOST_TEXTS),
            b"xf" | b"dxf" | b"font" | b"fill" | b"border" | b"numFmt" | b"cellStyle" | b"sheet"
            | b"definedName" | b"Relationship" => (&mut self.entries, MOST_ENTRIES),
            _ => return Ok(()),
        };
        *count += 1;
        (*count <= most).then_some(()).ok_or(Unreadable::UnfoldsTooFar)
    }

    /// The part has come to its end, after so many bytes.
    ///
    /// # Errors
    /// It claims more texts than it has room for.
    pub fn check(&self, bytes: u64) -> Result<(), Unreadable> {
        // Each text takes a tag.
        (self.texts <= bytes.max(ANY_TEXTS)).then_some(()).ok_or(Unreadable::Damaged)
    }
}

/// Can that be counted as a cell, a row or cells from the first to the last?
fn is_range(told: &[u8]) -> bool {
    let Some((first, last)) = parted(told, b':') else { return counted(told).is_some() };
    if last.contains(&b':') {
        return false;
    }
    let is_before = |first: u64, last: u64| first <= last || last == 0;
    match (counted(first), counted(last)) {
        (Some(first), Some(last)) => is_before(first.0, last.0) && is_before(first.1, last.1),
        _ => false,
    }
}

/// The column and the row of a reference, as far as it is one.
fn counted(told: &[u8]) -> Option<(u64, u64)> {
    let length = told.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (letters, rest) = told.split_at(length);
    let digits = &rest[..rest.iter().take_while(|byte| byte.is_ascii_digit()).count()];
    if letters.len() > MOST_LETTERS || digits.len() > MOST_DIGITS {
        return None;
    }
    let column = letters.iter().fold(0, |column, letter| column * 26 + u64::from(letter & 0x1f));
    let row = digits.iter().fold(0, |row, digit| row * 10 + u64::from(digit - b'0'));
    Some((column, row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_that_can_be_counted_are_told_from_others() {
        for sound in ["A1", "XFD1048576", "ZZZZZZ3", "A1:B2", "3", "", "$A$1:B2", "a1:C1", "A1:A0"] {
            assert!(is_range(sound.as_bytes()), "{sound}");
        }
        for other in
            ["ZZZZZZZ1", "A9999999999", "4294967296", "A1:ZZZZZZZ99999999999", "B2:A1", "A5:B2", "A1:B2:C3"]
        {
            assert!(!is_range(other.as_bytes()), "{other}");
        }
    }

    #[test]
    fn lists_without_end_are_refused() {
        for (name, most) in [("si", MOST_TEXTS), ("xf", MOST_ENTRIES), ("font", MOST_ENTRIES)] {
            let mut claims = Claims::default();
            let listed = (0..=most).position(|_| claims.open(name.as_bytes(), b"").is_err());
            assert_eq!(listed, Some(most), "{name}");
        }
    }

    #[test]
    fn more_texts_than_there_is_room_for_are_refused() {
        let claims = |count: &str, bytes: u64| {
            let mut claims = Claims::default();
            claims.open(b"sst", format!(" count=\"1\" uniqueCount='{count}'").as_bytes()).unwrap();
            claims.check(bytes)
        };
        assert_eq!(claims("4294967295", 5_000), Err(Unreadable::Damaged));
        assert_eq!(
            (claims("65536", 0), claims("70000", 800_000), claims("many", 0)),
            (Ok(()), Ok(()), Ok(()))
        );
    }
}
