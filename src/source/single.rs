//! One text file by itself: what a command reads that makes a new file from it.

use std::fs::{self, File};
use std::io::{self, IsTerminal, Read};
use std::path::Path;

use super::fault::{Fault, FileFault};
use super::patient::Patient;
use super::pipes::read_to_end;
use crate::model::snapshot::Snapshot;

use super::read::{Limits, ReadFile, read};
use super::{decode, find};

/// The text of the file at `path`, or of standard input where that is `-`.
///
/// # Errors
/// The file cannot be read, is too large, or is no text.
pub fn text_of(path: &Path, limits: &Limits) -> Result<String, Fault> {
    let bytes = bytes_of(path, limits)?;
    let text = decode::decode_utf8(&bytes, limits.file);
    text.map(str::to_owned).map_err(|fault| fault.in_file(&find::shown(path)))
}

/// The bytes of the file at `path`, or of standard input where that is `-`.
///
/// # Errors
/// The file cannot be read, or is too large.
pub fn bytes_of(path: &Path, limits: &Limits) -> Result<Vec<u8>, Fault> {
    let because = |error: io::Error| find::refused(path, find::reason(path, &error));
    let (mut source, size): (Box<dyn Read>, u64) = if path == Path::new("-") {
        // Nobody would know what is waited for.
        if io::stdin().is_terminal() {
            return Err(find::refused(path, FileFault::Keyboard));
        }
        (Box::new(Patient(io::stdin())), 0)
    } else {
        // Looked at before it is opened: opening a device may do something.
        let what = fs::metadata(path).map_err(because)?;
        find::check_kind(&what, false).map_err(|why| find::refused(path, why))?;
        if what.len() > limits.file {
            return Err(find::refused(path, FileFault::TooBig { limit: limits.file }));
        }
        (Box::new(File::open(path).map_err(because)?), what.len())
    };
    read_to_end(&mut *source, size, limits.file).map_err(|why| find::refused(path, why))
}

/// A snapshot with the text it was read from.
///
/// # Errors
/// The faults that any reading of the file would find.
pub fn snapshot_of(path: &Path, limits: &Limits) -> Result<(String, ReadFile), Vec<Fault>> {
    let text = text_of(path, limits).map_err(|fault| vec![fault])?;
    let reading = read(text.as_bytes(), &find::shown(path), limits)?;
    Ok((text, reading))
}

/// The same as the model has it, and its text.
///
/// # Errors
/// It is no snapshot.
pub fn model_of(path: &Path, limits: &Limits) -> Result<(String, Snapshot), Vec<Fault>> {
    let (text, mut reading) = snapshot_of(path, limits)?;
    Ok((text, super::convert::snapshot(&find::shown(path), &mut reading, &super::convert::Names::default())))
}
