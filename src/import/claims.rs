//! What the tags of a workbook of Excel (xlsx) claim: where cells stand, and how many texts there are.

use super::tags::attributes;
use super::unreadable::Unreadable;

/// The letters and digits of a reference that can be counted: no sheet has a column of four letters.
const MOST_LETTERS: usize = 6;
const MOST_DIGITS: usize = 9;
/// So many texts may be claimed in any part.
const ANY_TEXTS: u64 = 1 << 16;

/// What a part claims, while its tags pass by.
#[derive(Debug, Default)]
pub struct Claims {
    /// Do cells follow?
    has_cells: bool,
    /// So many texts it claims to hold.
    texts: u64,
    /// So many letters passed by.
    letters: u64,
}

impl Claims {
    /// So many letters pass by.
    pub fn pass(&mut self, letters: usize) {
        self.letters = self.letters.saturating_add(u64::try_from(letters).unwrap_or(u64::MAX));
    }

    /// A tag opens.
    ///
    /// # Errors
    /// What it refers to is no cell that can be counted.
    pub fn open(&mut self, name: &str, told: &str) -> Result<(), Unreadable> {
        let referring = match name {
            "c" | "row" if self.has_cells => "r",
            "dimension" | "mergeCell" | "f" => "ref",
            "sheetData" => {
                self.has_cells = true;
                return Ok(());
            }
            "sst" => {
                let claimed = attributes(told).filter(|(name, _)| *name == "uniqueCount");
                self.texts = claimed.filter_map(|(_, count)| count.parse().ok()).fold(self.texts, u64::max);
                return Ok(());
            }
            _ => return Ok(()),
        };
        let is_sound = attributes(told).filter(|(name, _)| *name == referring).all(|(_, at)| is_range(at));
        is_sound.then_some(()).ok_or(Unreadable::NoCell)
    }

    /// The part has come to its end.
    ///
    /// # Errors
    /// It claims more texts than it has room for.
    pub fn check(&self) -> Result<(), Unreadable> {
        // Each text takes a tag.
        let room = self.letters.max(ANY_TEXTS);
        (self.texts <= room).then_some(()).ok_or(Unreadable::Damaged)
    }
}

/// Can that be counted as a cell, a row or cells from the first to the last?
fn is_range(told: &str) -> bool {
    let Some((first, last)) = told.split_once(':') else { return counted(told).is_some() };
    if last.contains(':') {
        return false;
    }
    let is_before = |first: u64, last: u64| first <= last || last == 0;
    match (counted(first), counted(last)) {
        (Some(first), Some(last)) => is_before(first.0, last.0) && is_before(first.1, last.1),
        _ => false,
    }
}

/// The column and the row of a reference, as far as it is one.
fn counted(told: &str) -> Option<(u64, u64)> {
    let letters = told.bytes().take_while(u8::is_ascii_alphabetic);
    let (mut column, mut row, mut length) = (0, 0, 0);
    for letter in letters {
        (column, length) = (column * 26 + u64::from(letter & 0x1f), length + 1);
        if length > MOST_LETTERS {
            return None;
        }
    }
    for (place, digit) in told.bytes().skip(length).take_while(u8::is_ascii_digit).enumerate() {
        row = row * 10 + u64::from(digit - b'0');
        if place >= MOST_DIGITS {
            return None;
        }
    }
    Some((column, row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_that_can_be_counted_are_told_from_others() {
        for sound in ["A1", "XFD1048576", "ZZZZZZ3", "A1:B2", "3", "", "$A$1:B2", "a1:C1", "A1:A0"] {
            assert!(is_range(sound), "{sound}");
        }
        for other in
            ["ZZZZZZZ1", "A9999999999", "4294967296", "A1:ZZZZZZZ99999999999", "B2:A1", "A5:B2", "A1:B2:C3"]
        {
            assert!(!is_range(other), "{other}");
        }
    }

    #[test]
    fn more_texts_than_there_is_room_for_are_refused() {
        let claims = |count: &str, letters: usize| {
            let mut claims = Claims::default();
            claims.open("sst", &format!(" count=\"1\" uniqueCount='{count}'")).unwrap();
            claims.pass(letters);
            claims.check()
        };
        assert_eq!(claims("4294967295", 5_000), Err(Unreadable::Damaged));
        assert_eq!(
            (claims("65536", 0), claims("70000", 800_000), claims("many", 0)),
            (Ok(()), Ok(()), Ok(()))
        );
    }
}
