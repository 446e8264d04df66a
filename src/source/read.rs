//! One file's bytes to the types of the format, or to the reasons why not.

use super::fault::Fault;
use super::format::Snapshot;
use super::note::Note;
use super::place::PlaceIndex;
use super::{decode, reader, validate};

/// How much may be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The bytes of one file; `--max-bytes`.
    pub file: u64,
    /// The bytes of all files together.
    pub total: u64,
}

impl Default for Limits {
    /// 64 MiB a file, 256 MiB in all: about ten times that is needed in memory.
    fn default() -> Self {
        Self { file: 64 << 20, total: 256 << 20 }
    }
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadFile {
    /// What it says.
    pub snapshot: Snapshot,
    /// Where in the file it says so.
    pub places: PlaceIndex,
    /// What should be remarked.
    pub notes: Vec<Note>,
}

/// Reads the snapshot in `bytes`; `name` is the file's name in messages.
///
/// # Errors
/// The first fault of shape, or up to ten faults of meaning.
pub fn read(bytes: &[u8], name: &str, limits: &Limits) -> Result<ReadFile, Vec<Fault>> {
    read_text(bytes, limits)
        .map(|mut reading| {
            reading.notes.iter_mut().for_each(|note| name.clone_into(&mut note.file));
            reading
        })
        .map_err(|faults| faults.into_iter().map(|fault| fault.in_file(name)).collect())
}

fn read_text(bytes: &[u8], limits: &Limits) -> Result<ReadFile, Vec<Fault>> {
    let (snapshot, places, mut notes) = shape(bytes, limits.file).map_err(|fault| vec![fault])?;
    let verdict = validate::validate(&snapshot, &places);
    if !verdict.faults.is_empty() {
        return Err(verdict.faults);
    }
    notes.extend(verdict.notes);
    Ok(ReadFile { snapshot, places, notes })
}

/// Everything up to the types: the first fault ends it.
fn shape(bytes: &[u8], limit: u64) -> Result<reader::Brought<Snapshot>, Fault> {
    reader::read(decode::decode_utf8(bytes, limit)?)
}
