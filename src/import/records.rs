//! What an older workbook (xls) hides: its records tell, which the reader of its cells passes by.

use super::hidden::Hidden;
use super::unreadable::Unreadable;

/// A row, and columns that are alike.
const ROW: usize = 0x0208;
const COLUMNS: usize = 0x007d;
/// Numbers of sectors from here on are none.
const NONE: usize = 0xffff_fffa;
/// Bytes of a small sector.
const SMALL: usize = 64;
/// So many numbers of sectors of the table stand in the header: of a workbook of seven million bytes.
const IN_HEADER: usize = 109;

/// Where its sheets and their cells begin and end, and that it has a password.
const BEGIN: usize = 0x0809;
const EXTENT: usize = 0x0200;
const PASSWORD: usize = 0x002f;
/// A cell: empty, a number in two ways, a text in three, a truth, a formula; and several that stand side by side.
const CELLS: [usize; 8] = [0x0201, 0x0203, 0x027e, 0x0204, 0x00d6, 0x00fd, 0x0205, 0x0006];
const SEVERAL: [usize; 2] = [0x00bd, 0x00be];
/// The rows and columns of a sheet.
const MOST_ROWS: usize = 1 << 16;
const MOST_COLUMNS: usize = 1 << 8;
/// So many cells may lie between the first and the last of a sheet, whatever is written; else so many times as are.
const ANY_CELLS: usize = 1_000_000;
const MOST_TIMES: usize = 16;

/// The rows and columns that an older workbook hides; none where its records are not found.
///
/// # Errors
/// Its sheets claim cells that no sheet can have: the reader of its cells would make room for them.
pub fn hidden(bytes: &[u8]) -> Option<Result<Hidden, Unreadable>> {
    let records = records(bytes)?;
    let (mut hidden, mut sheet) = (Hidden::default(), Extent::default());
    let mut at = 0;
    while let (Some(kind), Some(length)) = (number(&records, at, 2), number(&records, at + 2, 2)) {
        let own = |offset: usize| number(&records, at + 4 + offset, 2).unwrap_or(0);
        match kind {
            // What follows is told to nobody.
            PASSWORD => return Some(Ok(hidden)),
            BEGIN if !sheet.is_sound() => return Some(Err(Unreadable::Damaged)),
            BEGIN => sheet = Extent::default(),
            // The numbers of rows take two bytes in the older form and four in the newer.
            EXTENT if length < 14 => sheet.claim(own(2).saturating_sub(1), own(6).saturating_sub(1)),
            EXTENT => {
                let last = number(&records, at + 8, 4).unwrap_or(0);
                sheet.claim(last.saturating_sub(1), own(10).saturating_sub(1));
            }
            ROW => hidden.rows += usize::from(own(12) & 0x20 != 0),
            COLUMNS if own(8) & 1 != 0 => hidden.add_columns(own(0), own(2)),
            _ if CELLS.contains(&kind) => sheet.take(own(0), (own(2), own(2))),
            _ if SEVERAL.contains(&kind) => sheet.take(own(0), (own(2), own(length.saturating_sub(2)))),
            _ => {}
        }
        at += 4 + length;
    }
    Some(if sheet.is_sound() { Ok(hidden) } else { Err(Unreadable::Damaged) })
}

/// How far a sheet reaches, and how many of its cells are written.
#[derive(Debug, Default)]
struct Extent {
    last_row: usize,
    last_column: usize,
    written: usize,
    /// Does it claim a cell that no sheet has?
    is_beyond: bool,
}

impl Extent {
    fn claim(&mut self, row: usize, column: usize) {
        self.is_beyond |= row >= MOST_ROWS || column >= MOST_COLUMNS;
    }

    fn take(&mut self, row: usize, (first, last): (usize, usize)) {
        self.claim(row, last);
        self.last_row = self.last_row.max(row);
        self.last_column = self.last_column.max(last);
        self.written += 1 + last.saturating_sub(first);
    }

    fn is_sound(&self) -> bool {
        let room = ANY_CELLS.max(MOST_TIMES * self.written);
        !self.is_beyond && (self.last_row + 1) * (self.last_column + 1) <= room
    }
}

/// The number of so many bytes there, the lowest first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let own = bytes.get(at..at.checked_add(length)?)?;
    Some(own.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

/// The records of the workbook: a file within the file, in sectors that a table leads through.
fn records(bytes: &[u8]) -> Option<Vec<u8>> {
    let size = 1usize << number(bytes, 30, 2).filter(|shift| matches!(shift, 9 | 12))?;
    let sector = |at: usize| bytes.get((at + 1) * size..((at + 2) * size).min(bytes.len()));
    let tables: Vec<usize> = (0..IN_HEADER).filter_map(|index| number(bytes, 76 + 4 * index, 4)).collect();
    let tables = tables.into_iter().filter(|at| *at < NONE).map(sector).collect::<Option<Vec<&[u8]>>>()?;
    let table = tables.concat();
    let file = |first: usize| chain(first, &table, bytes.len(), sector);
    let folder = file(number(bytes, 48, 4)?)?;
    let is_book = |entry: &&[u8]| {
        ["Workbook", "Book"].iter().any(|name| {
            let name: Vec<u8> = format!("{name}\0").encode_utf16().flat_map(u16::to_le_bytes).collect();
            entry.starts_with(&name)
        })
    };
    let entry = folder.chunks_exact(128).find(is_book)?;
    let (first, length) = (number(entry, 116, 4)?, number(entry, 120, 4)?);
    let mut records = if length < number(bytes, 56, 4)? {
        // A short file lies in small sectors of one that the folder begins with, and they have a table of their own.
        let (short, table) = (file(number(&folder, 116, 4)?)?, file(number(bytes, 60, 4)?)?);
        chain(first, &table, short.len(), |at| short.get(at * SMALL..((at + 1) * SMALL).min(short.len())))?
    } else {
        file(first)?
    };
    records.truncate(length);
    Some(records)
}

/// The bytes of the sectors that a table leads through from a first one.
fn chain<'a>(
    first: usize,
    table: &[u8],
    most: usize,
    sector: impl Fn(usize) -> Option<&'a [u8]>,
) -> Option<Vec<u8>> {
    let (mut at, mut found) = (first, Vec::new());
    while at < NONE {
        // Each sector is longer than nothing, and all of them no longer than the file: a table that leads in a circle ends.
        let own = sector(at).filter(|own| !own.is_empty() && found.len() <= most)?;
        found.extend_from_slice(own);
        at = number(table, at * 4, 4)?;
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Its only table says that the sector after it, which the file has no byte of, is followed by itself.
    #[test]
    fn a_table_that_leads_in_a_circle_ends() {
        let mut bytes = vec![0u8; 1024];
        bytes[30] = 9;
        bytes[48] = 1;
        bytes[80..76 + 4 * IN_HEADER].fill(0xff);
        bytes[512 + 4] = 1;
        assert!(hidden(&bytes).is_none());
    }
}
