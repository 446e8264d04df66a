//! What an older workbook (xls) hides: its records tell, which the reader of its cells passes by.

use super::hidden::Hidden;

/// A row, and columns that are alike.
const ROW: usize = 0x0208;
const COLUMNS: usize = 0x007d;
/// Numbers of sectors from here on are none.
const NONE: usize = 0xffff_fffa;
/// So many numbers of sectors of the table stand in the header: of a workbook of seven million bytes.
const IN_HEADER: usize = 109;

/// The rows and columns that an older workbook hides; none where its records are not found.
pub fn hidden(bytes: &[u8]) -> Option<Hidden> {
    let records = records(bytes)?;
    let mut hidden = Hidden::default();
    let mut at = 0;
    while let (Some(kind), Some(length)) = (number(&records, at, 2), number(&records, at + 2, 2)) {
        let own = |offset: usize| number(&records, at + 4 + offset, 2).unwrap_or(0);
        match kind {
            ROW => hidden.rows += usize::from(own(12) & 0x20 != 0),
            COLUMNS if own(8) & 1 != 0 => hidden.add_columns(own(0), own(2)),
            _ => {}
        }
        at += 4 + length;
    }
    Some(hidden)
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
    let file = |first: usize| {
        let (mut at, mut found) = (first, Vec::new());
        while at < NONE {
            // Each sector is longer than nothing, and all of them no longer than the file: a table that leads in a circle ends.
            let own = sector(at).filter(|own| !own.is_empty() && found.len() <= bytes.len())?;
            found.extend_from_slice(own);
            at = number(&table, at * 4, 4)?;
        }
        Some(found)
    };
    let folder = file(number(bytes, 48, 4)?)?;
    let is_book = |entry: &&[u8]| {
        ["Workbook", "Book"].iter().any(|name| {
            let name: Vec<u8> = format!("{name}\0").encode_utf16().flat_map(u16::to_le_bytes).collect();
            entry.starts_with(&name)
        })
    };
    let entry = folder.chunks_exact(128).find(is_book)?;
    let length = number(entry, 120, 4)?;
    // A short file lies elsewhere; spreadsheets write none.
    let is_short = length < number(bytes, 56, 4)?;
    let mut records = file(number(entry, 116, 4)?).filter(|_| !is_short)?;
    records.truncate(length);
    Some(records)
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
        assert_eq!(hidden(&bytes), None);
    }
}
