//! What can be read only once: standard input and pipes. Each is read to its end by a thread of its own, so that one
//! that nobody writes holds up no other input; what it gave is kept, for a second reading would find it empty.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use rustix::event::PollFlags;

use super::fault::FileFault;
use super::find::{self, Identity};
use super::open::open;
use super::patient::{self, Patient};

/// How long the first reading waits for pipes: a command that is quick is not first said to be missing.
const GRACE: Duration = Duration::from_millis(400);

/// Between two looks whether a pipe that nobody writes into still has its name.
const LOOK: Duration = Duration::from_secs(5);

/// All bytes of a pipe, or why there are none.
type Given = Result<Arc<[u8]>, FileFault>;

/// What each pipe gave; none of one that is still read.
type Met = Mutex<HashMap<Identity, Option<Given>>>;

/// The pipes met so far; a clone is a second handle on the same.
#[derive(Clone, Default)]
pub(super) struct Pipes {
    met: Arc<(Met, Condvar)>,
}

/// Where a pipe is found.
enum Door {
    Standard,
    Path(PathBuf),
}

impl Pipes {
    /// Begins to read what of `paths` is a pipe and was not met before, at most `limit` bytes of each, and gives the
    /// quick ones a moment; `arrived` is called when one has come to its end.
    pub(super) fn start(
        &self,
        paths: &[PathBuf],
        limit: u64,
        arrived: &(impl Fn() + Clone + Send + 'static),
    ) {
        let doors = paths.iter().filter_map(|path| door(path));
        let mut begun = 0;
        for (identity, door) in doors {
            if self.met().contains_key(&identity) {
                continue;
            }
            self.met().insert(identity, None);
            let (pipes, arrived) = (self.clone(), arrived.clone());
            let read = move || {
                // Read before the lock is taken: it may take for ever.
                match whole(&door, limit) {
                    Ok(None) => pipes.met().remove(&identity),
                    Ok(Some(bytes)) => pipes.met().insert(identity, Some(Ok(Arc::from(bytes)))),
                    Err(fault) => pipes.met().insert(identity, Some(Err(fault))),
                };
                pipes.met.1.notify_all();
                arrived();
            };
            if let Err(error) = thread::Builder::new().name("pipe".into()).spawn(read) {
                let number = error.raw_os_error();
                self.met().insert(identity, Some(Err(FileFault::System { number })));
            }
            begun += 1;
        }
        if begun > 0 {
            let is_open = |met: &mut HashMap<_, Option<Given>>| met.values().any(Option::is_none);
            // A reading that waited long enough is one that goes on without.
            drop(self.met.1.wait_timeout_while(self.met(), GRACE, is_open));
        }
    }

    /// Stands for what standard input would give: nothing is read from there.
    pub(super) fn instead_of_standard(&self, bytes: &[u8]) {
        self.met().insert(find::standard(), Some(Ok(Arc::from(bytes))));
    }

    /// What a pipe gave; [`FileFault::Waiting`] until it has come to its end, [`FileFault::Keyboard`] where nothing will.
    pub(super) fn given(&self, identity: Identity) -> Given {
        match self.met().get(&identity) {
            Some(given) => given.clone().unwrap_or(Err(FileFault::Waiting)),
            None if identity == find::standard() && io::stdin().is_terminal() => Err(FileFault::Keyboard),
            None => Err(FileFault::Waiting),
        }
    }

    /// Has a pipe come to its end without a word?
    pub(super) fn is_empty(&self, identity: Identity) -> bool {
        matches!(self.met().get(&identity), Some(Some(Ok(bytes))) if bytes.trim_ascii().is_empty())
    }

    fn met(&self) -> MutexGuard<'_, HashMap<Identity, Option<Given>>> {
        self.met.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The pipe that a path names, if it names one. The keyboard has no end and is none.
fn door(path: &Path) -> Option<(Identity, Door)> {
    if path == Path::new("-") {
        return (!io::stdin().is_terminal()).then_some((find::standard(), Door::Standard));
    }
    let what = fs::metadata(path).ok()?;
    find::is_pipe(&what).then(|| (find::identity(&what), Door::Path(path.to_owned())))
}

/// All bytes of a pipe; none of one that was taken away before somebody wrote into it.
fn whole(door: &Door, limit: u64) -> Result<Option<Vec<u8>>, FileFault> {
    match door {
        Door::Standard => read_to_end(&mut Patient(io::stdin()), 0, limit).map(Some),
        Door::Path(path) => {
            let because = |error: io::Error| find::reason(path, &error);
            // The system would wait for who writes, and nothing ends that.
            let pipe = open(path, false).map_err(because)?;
            if !has_writer(&pipe, path).map_err(because)? {
                return Ok(None);
            }
            read_to_end(&mut Patient(pipe), 0, limit).map(Some)
        }
    }
}

/// Waits for somebody who writes into a pipe, as long as it has its name.
fn has_writer(pipe: &File, path: &Path) -> io::Result<bool> {
    let own = find::identity(&pipe.metadata()?);
    while !patient::wait(pipe, PollFlags::IN, Some(LOOK))? {
        if fs::metadata(path).ok().is_none_or(|now| find::identity(&now) != own) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Room in which a reader finds that nothing follows.
const END: usize = 64;

/// All bytes of `source`, most likely `size` of them and no more than may be read: a pipe has no size, and a file may grow
/// while it is read.
pub(super) fn read_to_end(source: &mut dyn Read, size: u64, limit: u64) -> Result<Vec<u8>, FileFault> {
    // With room for the end too: where it does not come at once there is more.
    let room = usize::try_from(size.min(limit)).map_or(0, |size| size + END);
    let mut bytes = Vec::with_capacity(room);
    let end = source.take(limit.saturating_add(1)).read_to_end(&mut bytes);
    end.map_err(|error| FileFault::System { number: error.raw_os_error() })?;
    // The room that it grew into would be held until all is made of it.
    bytes.shrink_to_fit();
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > limit { Err(FileFault::TooBig { limit }) } else { Ok(bytes) }
}
