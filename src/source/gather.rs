//! Reading all that the command line names, on all cores. A bad file never hides the good ones, and what is told is told
//! in the order of the inputs, whichever was done first.

use std::fs;
use std::io::{self, IsTerminal, Read};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::SystemTime;

use chrono::NaiveDateTime;

use super::convert::Names;
use super::fault::Fault;
use super::find::{self, Input};
use super::head::Head;
use super::memory;
use super::note::Note;
use super::open::{Known, Opened, Opener};
use super::patient::Patient;
use super::pipes::Pipes;
use super::read::Limits;
use super::reading::{Outcome, Reading, Unsound, judge};
use super::stamp::Stamp;

/// Bytes for which another thread is worth its beginning: half a millisecond of reading, some ten times that.
const WORTH_A_THREAD: u64 = 16 << 10;
/// More readers than this wait for each other: one file after the other is converted.
const MOST_READERS: usize = 4;

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
    pub reading: Arc<Reading>,
    /// The preliminary report of the same day that it takes the place of: its name and what it says.
    pub preliminary: Option<(String, Arc<Reading>)>,
    /// When it was read, where that was earlier: it stands in for what was refused now.
    pub(super) before: Option<NaiveDateTime>,
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

impl Refusal {
    fn new(path: Option<PathBuf>, Unsound { faults, head }: Unsound) -> Self {
        let file = faults.first().map(|fault| fault.file.clone()).unwrap_or_default();
        Self { file, path, faults, head }
    }

    /// Was the file written after `begun`, or a moment before?
    pub(super) fn is_young(&self, begun: SystemTime) -> bool {
        let found = self.path.as_ref().and_then(|path| fs::metadata(path).ok());
        found.is_some_and(|found| found.is_file() && !Stamp::of(&found).is_settled(begun))
    }
}

/// How far a reading has come, in files that have to be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// So many are done.
    pub done: usize,
    /// Of so many.
    pub of: usize,
}

/// What a reading goes by.
pub(super) struct Round<'a> {
    pub(super) limits: &'a Limits,
    /// Standard input; none where that is the keyboard, or read beside.
    pub(super) standard: Option<&'a mut (dyn Read + Send + 'a)>,
    /// Who reads the pipes, where they are not waited for here.
    pub(super) pipes: Option<&'a Pipes>,
    /// What was read before.
    pub(super) known: &'a Known,
    pub(super) names: &'a Mutex<Names>,
    /// Hears how far it has come.
    pub(super) tell: &'a dyn Fn(Progress),
}

/// Reads what `paths` name; see [`find::inputs`]. Waits for pipes: call it where waiting is allowed.
pub fn gather(paths: &[PathBuf], limits: &Limits) -> LoadResult {
    let mut standard = Patient(io::stdin());
    let keyboard = standard.0.is_terminal();
    gather_from(paths, limits, if keyboard { None } else { Some(&mut standard) })
}

/// The same with `standard` as standard input; none where that is the keyboard.
pub fn gather_from<'a>(
    paths: &[PathBuf],
    limits: &'a Limits,
    standard: Option<&'a mut (dyn Read + Send + 'a)>,
) -> LoadResult {
    let (known, names) = (Known::default(), Mutex::default());
    let inputs = find::inputs(paths);
    let sizes = sizes_to_read(&inputs, &known);
    let standard = standard.map(|standard| -> &mut (dyn Read + Send) { standard });
    let round = Round { limits, standard, pipes: None, known: &known, names: &names, tell: &|_| () };
    gather_inputs(inputs, sizes, round).0
}

/// The same of inputs that were found, with the [sizes](sizes_to_read) that are to be read; and what will be known of the
/// files, when they are read again.
pub(super) fn gather_inputs(
    inputs: Vec<Result<Input, Fault>>,
    sizes: Vec<u64>,
    round: Round<'_>,
) -> (LoadResult, Known) {
    let readers = readers(&sizes);
    let (limits, names) = (round.limits, round.names);
    let opener = Opener::new(limits, round.standard, (round.pipes, round.known));
    let (desk, landed) = (Mutex::new(Desk::new(inputs, sizes, opener)), Condvar::new());
    let work = |tell: &dyn Fn(Progress)| {
        loop {
            // The desk is free again before the file is judged.
            let next = wait(&landed, lock(&desk)).next();
            let Some(Unread { at, input, bytes, stamp }) = next else { return };
            let outcome = catch_unwind(AssertUnwindSafe(|| judge(bytes, &input.shown(), limits, names)));
            let progress = lock(&desk).land(at);
            landed.notify_all();
            let outcome = outcome.unwrap_or_else(|fault| resume_unwind(fault));
            lock(&desk).done[at] = Done::Judged(input, outcome, stamp);
            tell(progress);
        }
    };
    thread::scope(|scope| {
        for _ in 1..readers {
            // Where the system starts no more threads, this one does it all.
            let _ = thread::Builder::new().name("reader".into()).spawn_scoped(scope, || work(&|_| ()));
        }
        work(round.tell);
    });
    desk.into_inner().unwrap_or_else(PoisonError::into_inner).result()
}

/// The bytes that will be read of each input; none of a file that is known, or is none.
pub(super) fn sizes_to_read(inputs: &[Result<Input, Fault>], known: &Known) -> Vec<u64> {
    let size = |input: &Result<Input, Fault>| {
        if let Ok(Input::Sample { text, .. }) = input {
            return text.len() as u64;
        }
        let Some(path) = input.as_ref().ok().and_then(Input::path) else { return 0 };
        match fs::metadata(path) {
            Ok(what) if known.get(path).is_none_or(|(stamp, _)| *stamp != Stamp::of(&what)) => what.len(),
            _ => 0,
        }
    };
    inputs.iter().map(size).collect()
}

/// How many are to read files of these sizes.
fn readers(sizes: &[u64]) -> usize {
    let worth = usize::try_from(sizes.iter().sum::<u64>() / WORTH_A_THREAD).unwrap_or(usize::MAX);
    let files = sizes.iter().filter(|size| **size > 0).count();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    worth.min(files).min(cores).clamp(1, MOST_READERS)
}

/// What became of an input.
enum Done {
    /// It is being read, or was given already under another name.
    Nothing,
    Refused(Option<PathBuf>, Unsound),
    Judged(Input, Outcome, Option<Stamp>),
}

/// An input whose bytes are to be judged.
struct Unread {
    /// Its number among the inputs.
    at: usize,
    input: Input,
    bytes: Vec<u8>,
    stamp: Option<Stamp>,
}

/// Where readers fetch what is to be read and bring what it came to.
struct Desk<'a> {
    inputs: std::vec::IntoIter<Result<Input, Fault>>,
    opener: Opener<'a>,
    /// For each of them what is to be read.
    sizes: Vec<u64>,
    /// For each that was fetched.
    done: Vec<Done>,
    progress: Progress,
    /// What those may need that are being judged: not all of it is held yet.
    in_flight: u64,
}

impl<'a> Desk<'a> {
    fn new(inputs: Vec<Result<Input, Fault>>, sizes: Vec<u64>, opener: Opener<'a>) -> Self {
        let progress = Progress { done: 0, of: sizes.iter().filter(|size| **size > 0).count() };
        Self { inputs: inputs.into_iter(), opener, sizes, done: Vec::new(), progress, in_flight: 0 }
    }

    /// Is there room for the next input beside those that are being judged?
    fn has_room(&self) -> bool {
        let next = self.sizes.get(self.done.len()).copied().unwrap_or(0);
        let need = || self.in_flight.saturating_add(memory::need(next));
        next < memory::SMALL || self.in_flight == 0 || memory::left().is_none_or(|left| left >= need())
    }

    /// The next input that has bytes to be judged, with its number.
    fn next(&mut self) -> Option<Unread> {
        loop {
            let at = self.done.len();
            let unsound = |fault: Fault| Unsound { faults: vec![fault], head: Head::default() };
            let (input, opened) = match self.inputs.next()? {
                Ok(input) => {
                    let file = input.shown();
                    let opened = self.opener.open(&input, &file);
                    (input, opened.map_err(|why| Fault::new(None, "", why).in_file(&file)))
                }
                Err(fault) => {
                    self.done.push(Done::Refused(None, unsound(fault)));
                    continue;
                }
            };
            self.done.push(match opened {
                Ok(Opened::Nothing) => Done::Nothing,
                Ok(Opened::Same(stamp, outcome)) => Done::Judged(input, outcome, Some(stamp)),
                Err(fault) => Done::Refused(input.path().map(PathBuf::from), unsound(fault)),
                Ok(Opened::Bytes(bytes, stamp)) => {
                    self.done.push(Done::Nothing);
                    self.in_flight = self.in_flight.saturating_add(memory::need(self.sizes[at]));
                    return Some(Unread { at, input, bytes, stamp });
                }
            });
        }
    }

    /// An input has been judged; says how far all of them have come.
    fn land(&mut self, at: usize) -> Progress {
        self.in_flight = self.in_flight.saturating_sub(memory::need(self.sizes[at]));
        self.progress.done += usize::from(self.sizes[at] > 0);
        self.progress
    }

    fn result(self) -> (LoadResult, Known) {
        let mut all = LoadResult { notes: self.opener.notes, ..LoadResult::default() };
        let mut known = Known::new();
        for done in self.done {
            let (input, outcome) = match done {
                Done::Nothing => continue,
                Done::Refused(path, why) => {
                    all.refused.push(Refusal::new(path, why));
                    continue;
                }
                Done::Judged(input, outcome, stamp) => {
                    if let (Some(path), Some(stamp)) = (input.path(), stamp) {
                        known.insert(path.to_owned(), (stamp, outcome.clone()));
                    }
                    (input, outcome)
                }
            };
            match outcome {
                Ok(reading) => all.readings.push(LoadedFile::new(input, reading)),
                Err(why) => all.refused.push(Refusal::new(input.path().map(PathBuf::from), why)),
            }
        }
        (all, known)
    }
}

impl LoadedFile {
    fn new(input: Input, reading: Arc<Reading>) -> Self {
        Self { file: input.shown(), input, reading, preliminary: None, before: None }
    }
}

/// Waits until there is room for the next input.
fn wait<'a, 'd>(landed: &Condvar, desk: MutexGuard<'a, Desk<'d>>) -> MutexGuard<'a, Desk<'d>> {
    landed.wait_while(desk, |desk| !desk.has_room()).unwrap_or_else(PoisonError::into_inner)
}

fn lock<'a, 'd>(desk: &'a Mutex<Desk<'d>>) -> MutexGuard<'a, Desk<'d>> {
    desk.lock().unwrap_or_else(PoisonError::into_inner)
}
