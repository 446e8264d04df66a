//! One file's bytes to the types of the format, or to the reasons why not.

use super::fault::{FOUND, Fault, FileFault, MOST};
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
    /// 64 MiB a file, 256 MiB in all; what they take in memory is asked for each file besides.
    fn default() -> Self {
        Self { file: 64 << 20, total: 256 << 20 }
    }
}

/// A file that was read.
#[derive(Debug, Clone)]
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
/// What is wrong with it, as far as that can be found, up to [`MOST`] faults in the order of the file, and how many more.
pub fn read(bytes: &[u8], name: &str, limits: &Limits) -> Result<ReadFile, Vec<Fault>> {
    read_text(bytes, limits)
        .map(|mut reading| {
            reading.notes.iter_mut().for_each(|note| name.clone_into(&mut note.file));
            reading
        })
        .map_err(|faults| {
            let text = decode::sound_part(bytes);
            told(faults).into_iter().map(|fault| fault.in_file(name).with_line_of(text)).collect()
        })
}

/// As many faults as are told, and how many there are besides.
pub(super) fn told(mut faults: Vec<Fault>) -> Vec<Fault> {
    let count = faults.len().saturating_sub(MOST);
    if count > 0 {
        let is_cut = faults.len() >= FOUND;
        faults.truncate(MOST);
        faults.push(Fault::new(None, "", FileFault::More { count, is_cut }));
    }
    faults
}

fn read_text(bytes: &[u8], limits: &Limits) -> Result<ReadFile, Vec<Fault>> {
    let text = decode::snapshot_text(bytes, limits.file).map_err(|fault| vec![fault])?;
    let (snapshot, places, mut notes) = reader::read(text).map_err(all_faults)?;
    let verdict = validate::validate(&snapshot, &places);
    if !verdict.faults.is_empty() {
        return Err(verdict.faults);
    }
    notes.extend(verdict.notes);
    Ok(ReadFile { snapshot, places, notes })
}

/// The faults of names and values, and where all of them could be put right, those of meaning that remain.
fn all_faults(survey: reader::Survey<Snapshot>) -> Vec<Fault> {
    let mut faults = survey.faults;
    if let Some((snapshot, places, _)) = survey.mended {
        faults.extend(validate::validate(&snapshot, &places).faults);
        faults.sort_by(|a, b| (a.place, &a.path).cmp(&(b.place, &b.path)));
        faults.truncate(FOUND);
    }
    faults
}
