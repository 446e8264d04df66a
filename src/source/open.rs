//! From inputs to bytes: what may still be read, what was read already, and what need not be read again.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use rustix::fs::OFlags;

use super::fault::FileFault;
use super::find::{self, Identity, Input};
use super::memory;
use super::note::{Note, Remark};
use super::pipes::{Pipes, read_to_end};
use super::read::Limits;
use super::reading::Outcome;
use super::stamp::Stamp;

/// What files came to when they were read last, and their stamps then.
pub(super) type Known = HashMap<PathBuf, (Stamp, Outcome)>;

/// What an input gives.
pub(super) enum Opened {
    /// Nothing that was not given before.
    Nothing,
    /// Bytes that are to be judged; of a file with its stamp, which tells later whether it still has them.
    Bytes(Vec<u8>, Option<Stamp>),
    /// A file that stands as it was judged before.
    Same(Stamp, Outcome),
}

/// Opens inputs, one after the other in their order.
pub(super) struct Opener<'a> {
    limits: &'a Limits,
    /// The bytes left of the limit for all files.
    left: u64,
    standard: Option<&'a mut (dyn Read + Send + 'a)>,
    /// Who reads the pipes, where they are not waited for here.
    pipes: Option<&'a Pipes>,
    known: &'a Known,
    seen: HashMap<Identity, String>,
    /// Bytes that were read since it was asked how much memory is left.
    unasked: u64,
    /// Remarks on the files as files.
    pub(super) notes: Vec<Note>,
}

impl<'a> Opener<'a> {
    pub(super) fn new(
        limits: &'a Limits,
        standard: Option<&'a mut (dyn Read + Send + 'a)>,
        (pipes, known): (Option<&'a Pipes>, &'a Known),
    ) -> Self {
        let left = limits.total;
        Self { limits, left, standard, pipes, known, seen: HashMap::new(), unasked: 0, notes: Vec::new() }
    }

    /// What stands in `input`; `name` is its name in messages.
    pub(super) fn open(&mut self, input: &Input, name: &str) -> Result<Opened, FileFault> {
        match input {
            Input::Sample { text, .. } => Ok(Opened::Bytes(text.as_bytes().to_vec(), None)),
            Input::Standard => self.standard_input(),
            Input::File { path, in_folder } => self.file(path, name, *in_folder),
        }
    }

    fn remark(&mut self, file: &str, what: Remark) {
        self.notes.push(Note { file: file.to_owned(), place: None, path: String::new(), what });
    }

    /// Standard input once; named again it has nothing left to say.
    fn standard_input(&mut self) -> Result<Opened, FileFault> {
        let standard = find::standard();
        if let Some(first) = self.seen.get(&standard).cloned() {
            self.remark("-", Remark::SameFile { first });
            return Ok(Opened::Nothing);
        }
        let bytes = match (self.pipes, self.standard.take()) {
            (Some(pipes), _) => self.of_pipe(pipes, standard),
            (None, Some(given)) => self.all_of(given, 0),
            (None, None) => return Err(FileFault::Keyboard),
        };
        self.seen.insert(standard, "-".to_owned());
        Ok(Opened::Bytes(bytes?, None))
    }

    /// What a pipe gave to whom reads it beside.
    fn of_pipe(&mut self, pipes: &Pipes, pipe: Identity) -> Result<Vec<u8>, FileFault> {
        let bytes = pipes.given(pipe)?;
        self.spend(bytes.len() as u64)?;
        Ok(bytes.to_vec())
    }

    /// The file at `path`, unless it was read already under this or another name.
    fn file(&mut self, path: &Path, name: &str, in_folder: bool) -> Result<Opened, FileFault> {
        let because = |error: io::Error| find::reason(path, &error);
        // Looked at before it is opened: opening a device may do something.
        let what = fs::metadata(path).map_err(because)?;
        find::check_kind(&what, in_folder)?;
        if let Some(first) = self.seen.get(&find::identity(&what)) {
            let first = first.clone();
            self.remark(name, Remark::SameFile { first });
            return Ok(Opened::Nothing);
        }
        if let Some(pipes) = self.pipes.filter(|_| find::is_pipe(&what)) {
            self.seen.insert(find::identity(&what), name.to_owned());
            return Ok(Opened::Bytes(self.of_pipe(pipes, find::identity(&what))?, None));
        }
        if let Some((stamp, outcome)) = self.known.get(path).filter(|known| known.0 == Stamp::of(&what)) {
            self.spend(what.len())?;
            self.see(path, name, (&what, in_folder));
            return Ok(Opened::Same(*stamp, outcome.clone()));
        }
        let mut opened = open(path, find::is_pipe(&what)).map_err(because)?;
        let what = opened.metadata().map_err(because)?;
        find::check_kind(&what, in_folder)?;
        self.check_size(what.len())?;
        self.check_memory(what.len())?;
        self.see(path, name, (&what, in_folder));
        // Taken before the bytes are: what is written from here on leaves another.
        let stamp = Stamp::of(&what);
        Ok(Opened::Bytes(self.all_of(&mut opened, what.len())?, what.is_file().then_some(stamp)))
    }

    /// Remembers under which name a file was read.
    fn see(&mut self, path: &Path, name: &str, (what, in_folder): (&fs::Metadata, bool)) {
        self.seen.insert(find::identity(what), name.to_owned());
        if in_folder && path.is_symlink() {
            self.remark(name, Remark::Link);
        }
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

    /// Whether there is memory for a file of `size`, as far as that is known.
    fn check_memory(&mut self, size: u64) -> Result<(), FileFault> {
        let unasked = self.unasked + size;
        if unasked < memory::SMALL {
            self.unasked = unasked;
            return Ok(());
        }
        let need = memory::need(unasked);
        if let Some(left) = memory::left().filter(|left| *left < need) {
            return Err(FileFault::NoMemory { need, left });
        }
        self.unasked = 0;
        Ok(())
    }

    /// All bytes of `source`, most likely `size` of them and no more than may be read.
    fn all_of(&mut self, source: &mut dyn Read, size: u64) -> Result<Vec<u8>, FileFault> {
        let most = self.limits.file.min(self.left);
        let bytes = read_to_end(source, size, most).map_err(|fault| match fault {
            FileFault::TooBig { .. } if most < self.limits.file => {
                FileFault::TotalTooBig { limit: self.limits.total }
            }
            fault => fault,
        })?;
        self.spend(bytes.len() as u64)?;
        Ok(bytes)
    }

    /// Takes so many bytes off what may still be read.
    fn spend(&mut self, size: u64) -> Result<(), FileFault> {
        self.check_size(size)?;
        self.left -= size;
        Ok(())
    }
}

/// Opens a file. One that was a file when it was looked at and is a pipe by now is not waited for.
pub(super) fn open(path: &Path, waits: bool) -> io::Result<File> {
    let flags = if waits { OFlags::empty() } else { OFlags::NONBLOCK };
    File::options().read(true).custom_flags(flags.bits().cast_signed()).open(path)
}
