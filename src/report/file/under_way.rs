//! What stands only while a file is written: the file under its other name, and the folders that were made for it. It is
//! gone again where the file does not come into its place, also where a signal ends the program meanwhile.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Tries at a name for the file under way that nobody else has.
const TRIES: u32 = 100;

type Remove = fn(&Path) -> io::Result<()>;

/// All that stands now, in the order in which it was made.
static STANDING: Mutex<Vec<(PathBuf, Remove)>> = Mutex::new(Vec::new());

fn standing() -> MutexGuard<'static, Vec<(PathBuf, Remove)>> {
    STANDING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes away all that stands, and ends the program. Whoever writes waits from there on: it would find its file gone.
pub fn abandon(end: impl FnOnce()) {
    let mut standing = standing();
    while let Some((path, remove)) = standing.pop() {
        let _ = remove(&path);
    }
    end();
}

/// A file or folder under way: gone when it was not put in its place.
pub(super) struct UnderWay {
    pub(super) path: PathBuf,
    remove: Remove,
}

impl UnderWay {
    /// Makes it and knows it, in one step for those who end the program.
    fn make<T>(
        path: PathBuf,
        remove: Remove,
        make: impl FnOnce(&Path) -> io::Result<T>,
    ) -> io::Result<(T, Self)> {
        let mut standing = standing();
        let new = make(&path)?;
        standing.push((path.clone(), remove));
        Ok((new, Self { path, remove }))
    }

    /// A new file in the folder. Its name is short, so that a long one of the report has room.
    pub(super) fn file(folder: &Path) -> io::Result<(File, Self)> {
        let mut failed = io::Error::from(io::ErrorKind::AlreadyExists);
        let new = |path: &Path| OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
        for number in 0..TRIES {
            let path = folder.join(format!(".giamngheo-{}-{number}.tmp", std::process::id()));
            match Self::make(path, |path| fs::remove_file(path), new) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => failed = error,
                other => return other,
            }
        }
        Err(failed)
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        standing().retain(|(path, _)| *path != self.path);
        // In its place already: nothing to clear away.
        let _ = (self.remove)(&self.path);
    }
}

/// Folders that were made for a file; gone with the value unless they are kept.
#[derive(Default)]
pub struct Folders(Vec<UnderWay>);

impl Folders {
    /// Makes a folder, and those around it that are not there yet.
    pub fn make(folder: &Path) -> io::Result<Self> {
        let is_missing = |at: &&Path| !at.as_os_str().is_empty() && !at.exists();
        let missing: Vec<&Path> = folder.ancestors().take_while(is_missing).collect();
        let mut made = Self::default();
        for at in missing.into_iter().rev() {
            match UnderWay::make(at.to_owned(), |path| fs::remove_dir(path), |path| fs::create_dir(path)) {
                Ok(((), folder)) => made.0.push(folder),
                // `a/..` is there as soon as `a` is; another program may have made it.
                Err(_) if at.is_dir() => {}
                Err(error) => return Err(error),
            }
        }
        Ok(made)
    }

    /// They stay: the file is written.
    pub fn keep(mut self) {
        // Also those that are only gone through, as `a` in `a/../b`.
        self.0.iter_mut().for_each(|folder| folder.remove = |_| Ok(()));
    }
}

impl Drop for Folders {
    fn drop(&mut self) {
        // The inner before the outer.
        while self.0.pop().is_some() {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::Folder;

    #[test]
    fn folders_that_were_made_go_with_what_was_not_written() {
        let folder = Folder::new("made");
        let inner = PathBuf::from(folder.at("a/../b/c"));
        let made = Folders::make(&inner).unwrap();
        assert!(inner.is_dir());
        drop(made);
        assert_eq!(folder.names(), Vec::<String>::new());
        let made = Folders::make(&inner).unwrap();
        fs::write(inner.join("n.json"), "{}").unwrap();
        made.keep();
        assert!(inner.join("n.json").exists());
    }
}
