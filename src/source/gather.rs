//! Reading all that the command line names, one file after the other. A bad file never hides the good ones.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, IsTerminal, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustix::fs::OFlags;

use super::fault::{Fault, FileFault};
use super::find::{self, Identity, Input, STANDARD};
use super::head::Head;
use super::note::{Note, Remark};
use super::pipes::{Pipes, read_to_end};
use super::read::{Limits, ReadFile, read};

/// All that was read, and all that was not.
#[derive(Debug, Default)]
pub struct LoadResult {
    /// The files that were read, in the order they were named.
    pub readings: Vec<LoadedFile>,
    /// The files that were refused.
    pub refused: Vec<Refusal>,
    /// Remarks on the files as files; those on their fields stand with each reading.
    pub notes: Vec<Note>,
}

/// A file that was read.
#[derive(Debug)]
pub struct LoadedFile {
    /// Where it came from.
    pub input: Input,
    /// Its name in messages.
    pub file: String,
    /// What it says.
    pub reading: Arc<ReadFile>,
    /// The preliminary report of the same day that it takes the place of: its name and what it says.
    pub preliminary: Option<(String, Arc<ReadFile>)>,
}

/// A file that was refused, and why.
#[derive(Debug)]
pub struct Refusal {
    /// Its name in messages.
    pub file: String,
    /// Its path, where it has one that can be looked at again.
    pub path: Option<PathBuf>,
    /// The reasons, at least one.
    pub faults: Vec<Fault>,
    /// Whose it is and of which day, as far as it says.
    pub head: Head,
}

/// Reads what `paths` name; see [`find::inputs`]. Waits for pipes: call it where waiting is allowed.
pub fn gather(paths: &[PathBuf], limits: &Limits) -> LoadResult {
    let mut standard = io::stdin();
    let keyboard = standard.is_terminal();
    gather_from(paths, limits, if keyboard { None } else { Some(&mut standard) })
}

/// The same with `standard` as standard input; none where that is the keyboard.
pub fn gather_from<'a>(
    paths: &[PathBuf],
    limits: &'a Limits,
    standard: Option<&'a mut (dyn Read + 'a)>,
) -> LoadResult {
    gather_inputs(find::inputs(paths), FileReader::new(limits, standard, None))
}

/// The same, of inputs that were found, with pipes that are read beside: none is waited for.
pub(super) fn gather_beside(inputs: Vec<Result<Input, Fault>>, limits: &Limits, pipes: &Pipes) -> LoadResult {
    gather_inputs(inputs, FileReader::new(limits, None, Some(pipes)))
}

fn gather_inputs(inputs: Vec<Result<Input, Fault>>, mut round: FileReader<'_>) -> LoadResult {
    for input in inputs {
        match input {
            Ok(input) => round.read_input(input),
            Err(fault) => round.refuse(None, vec![fault], Head::default()),
        }
    }
    round.all
}

/// One round of reading: what may still be read, and what was read already.
struct FileReader<'a> {
    limits: &'a Limits,
    /// The bytes left of the limit for all files.
    left: u64,
    standard: Option<&'a mut (dyn Read + 'a)>,
    /// Who reads the pipes, where they are not waited for here.
    pipes: Option<&'a Pipes>,
    seen: HashMap<Identity, String>,
    all: LoadResult,
}

impl<'a> FileReader<'a> {
    fn new(limits: &'a Limits, standard: Option<&'a mut (dyn Read + 'a)>, pipes: Option<&'a Pipes>) -> Self {
        let left = limits.total;
        Self { limits, left, standard, pipes, seen: HashMap::new(), all: LoadResult::default() }
    }

    fn read_input(&mut self, input: Input) {
        let file = input.shown();
        let bytes = match &input {
            Input::Sample { text, .. } => Ok(Some(text.as_bytes().to_vec())),
            Input::Standard => self.standard_input(),
            Input::File { path, in_folder } => self.file(path, &file, *in_folder),
        };
        let judged = match bytes {
            Ok(None) => return,
            Ok(Some(bytes)) => {
                read(&bytes, &file, self.limits).map_err(|faults| (faults, Head::of_bytes(&bytes)))
            }
            Err(why) => Err((vec![Fault::new(None, "", why).in_file(&file)], Head::default())),
        };
        match judged {
            Ok(reading) => {
                self.all.readings.push(LoadedFile {
                    input,
                    file,
                    reading: Arc::new(reading),
                    preliminary: None,
                });
            }
            Err((faults, head)) => self.refuse(input.path(), faults, head),
        }
    }

    fn refuse(&mut self, path: Option<&Path>, faults: Vec<Fault>, head: Head) {
        let file = faults.first().map(|fault| fault.file.clone()).unwrap_or_default();
        self.all.refused.push(Refusal { file, path: path.map(Path::to_owned), faults, head });
    }

    fn remark(&mut self, file: &str, what: Remark) {
        self.all.notes.push(Note { file: file.to_owned(), place: None, path: String::new(), what });
    }

    /// Standard input once; named again it has nothing left to say.
    fn standard_input(&mut self) -> Result<Option<Vec<u8>>, FileFault> {
        if let Some(first) = self.seen.get(&STANDARD).cloned() {
            self.remark("-", Remark::SameFile { first });
            return Ok(None);
        }
        let bytes = match (self.pipes, self.standard.take()) {
            (Some(pipes), _) => self.of_pipe(pipes, STANDARD),
            (None, Some(standard)) => self.all_of(standard),
            (None, None) => return Err(FileFault::Keyboard),
        };
        self.seen.insert(STANDARD, "-".to_owned());
        bytes.map(Some)
    }

    /// What a pipe gave to whom reads it beside.
    fn of_pipe(&mut self, pipes: &Pipes, pipe: Identity) -> Result<Vec<u8>, FileFault> {
        let bytes = pipes.given(pipe)?;
        self.spend(bytes.len())?;
        Ok(bytes.to_vec())
    }

    /// The bytes of the file at `path`, unless it was read already under this or another name.
    fn file(&mut self, path: &Path, name: &str, in_folder: bool) -> Result<Option<Vec<u8>>, FileFault> {
        let because = |error: io::Error| find::reason(path, &error);
        // Looked at before it is opened: opening a device may do something.
        let what = fs::metadata(path).map_err(because)?;
        find::check_kind(&what, in_folder)?;
        if let Some(first) = self.seen.get(&find::identity(&what)) {
            let first = first.clone();
            self.remark(name, Remark::SameFile { first });
            return Ok(None);
        }
        if let Some(pipes) = self.pipes.filter(|_| find::is_pipe(&what)) {
            self.seen.insert(find::identity(&what), name.to_owned());
            return self.of_pipe(pipes, find::identity(&what)).map(Some);
        }
        let mut opened = open(path, find::is_pipe(&what)).map_err(because)?;
        let what = opened.metadata().map_err(because)?;
        find::check_kind(&what, in_folder)?;
        self.check_size(what.len())?;
        self.seen.insert(find::identity(&what), name.to_owned());
        if in_folder && path.is_symlink() {
            self.remark(name, Remark::Link);
        }
        self.all_of(&mut opened).map(Some)
    }

    /// Whether a file of `size` may be read, before a byte of it is.
    fn check_size(&self, size: u64) -> Result<(), FileFault> {
        if size > self.limits.file {
            Err(FileFault::TooBig { limit: self.limits.file })
        } else if size > self.left {
            Err(FileFault::TotalTooBig { limit: self.limits.total })
        } else {
            Ok(())
        }
    }

    /// All bytes of `source`, no more than may be read.
    fn all_of(&mut self, source: &mut dyn Read) -> Result<Vec<u8>, FileFault> {
        let most = self.limits.file.min(self.left);
        let bytes = read_to_end(source, most).map_err(|fault| match fault {
            FileFault::TooBig { .. } if most < self.limits.file => {
                FileFault::TotalTooBig { limit: self.limits.total }
            }
            fault => fault,
        })?;
        self.spend(bytes.len())?;
        Ok(bytes)
    }

    /// Takes so many bytes off what may still be read.
    fn spend(&mut self, bytes: usize) -> Result<(), FileFault> {
        let size = u64::try_from(bytes).unwrap_or(u64::MAX);
        self.check_size(size)?;
        self.left -= size;
        Ok(())
    }
}

/// Opens a file. One that was a file when it was looked at and is a pipe by now is not waited for.
fn open(path: &Path, waits: bool) -> io::Result<File> {
    let flags = if waits { OFlags::empty() } else { OFlags::NONBLOCK };
    File::options().read(true).custom_flags(flags.bits().cast_signed()).open(path)
}
