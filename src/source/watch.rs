//! Whether the files that were read have changed since.
//!
//! Looked at, not listened to: notifications of the kernel say nothing on network shares, where such files live.
//! A file that is being written is left alone until it stands still, so that nobody reads half of it.
use std::{
    collections::BTreeMap,
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use super::find::is_snapshot_name;
use super::stamp::Stamp;

/// After this time a file that never stands still is reported as [`FilesSeen::Restless`], so that something is shown
/// within the two seconds promised.
const LONGEST_WAIT: Duration = Duration::from_millis(1_500);

/// What a look at the files found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilesSeen {
    /// Everything is as it was last reported.
    Same,
    /// Something changed, and perhaps still does: look again soon.
    Changing,
    /// Something changed and stands still: read now. Reported once.
    Changed,
    /// Something keeps changing. Reading now may find half a file; a fault found so is not worth telling.
    Restless,
}

/// What tells two states of a path apart.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Mark {
    /// A file, as it stands.
    File(Stamp),
    /// A pipe or device, which cannot be watched; or a folder, which stands in the list by itself.
    Other,
    /// Cannot be looked at, for this reason.
    Absent(ErrorKind),
}

impl Mark {
    fn from_path(path: &Path) -> Self {
        match fs::metadata(path) {
            Ok(found) if found.is_file() => Self::File(Stamp::of(&found)),
            Ok(_) => Self::Other,
            Err(error) => Self::Absent(error.kind()),
        }
    }
}

type Marks = BTreeMap<PathBuf, Mark>;

/// Watches files, and folders for the files directly in them that are read as snapshots.
#[derive(Debug)]
pub struct Watcher {
    paths: Vec<PathBuf>,
    /// What was there when it was last reported or read.
    known: Marks,
    /// What the last look saw, and when the first change was seen, while something changes.
    moving: Option<(Marks, Instant)>,
}

impl Watcher {
    /// Watches `paths`; what they hold now counts as known.
    pub fn new(paths: impl IntoIterator<Item = PathBuf>) -> Self {
        let paths: Vec<PathBuf> = paths.into_iter().collect();
        let known = marks(&paths);
        Self { paths, known, moving: None }
    }

    /// Looks at the files, at the time `now`.
    pub fn poll(&mut self, now: Instant) -> FilesSeen {
        let seen = marks(&self.paths);
        let Some((before, since)) = self.moving.take() else {
            if seen == self.known {
                return FilesSeen::Same;
            }
            self.moving = Some((seen, now));
            return FilesSeen::Changing;
        };
        if seen == before {
            return self.take_over(seen);
        }
        if now.duration_since(since) < LONGEST_WAIT {
            self.moving = Some((seen, since));
            return FilesSeen::Changing;
        }
        self.moving = Some((seen, now));
        FilesSeen::Restless
    }

    /// Takes what is there now as known: call it before reading for another reason than a change.
    pub fn accept(&mut self) {
        self.known = marks(&self.paths);
        self.moving = None;
    }

    fn take_over(&mut self, seen: Marks) -> FilesSeen {
        self.known = seen;
        FilesSeen::Changed
    }
}

fn marks(paths: &[PathBuf]) -> Marks {
    let mut marks = Marks::new();
    for path in paths {
        match fs::read_dir(path) {
            Ok(entries) => {
                let names = entries
                    .filter_map(|entry| Some(entry.ok()?.path()))
                    .filter(|path| is_snapshot_name(path));
                marks.extend(names.map(|path| (path.clone(), Mark::from_path(&path))));
                marks.insert(path.clone(), Mark::Other);
            }
            Err(_) => {
                marks.insert(path.clone(), Mark::from_path(path));
            }
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use std::{fs::File, time::SystemTime};

    use super::*;
    use crate::folder::Folder;

    fn watch(path: &str) -> Watcher {
        Watcher::new([path.into()])
    }

    fn looks<const N: usize>(watcher: &mut Watcher) -> [FilesSeen; N] {
        [(); N].map(|()| watcher.poll(Instant::now()))
    }

    const REPORTED: [FilesSeen; 3] = [FilesSeen::Changing, FilesSeen::Changed, FilesSeen::Same];

    #[test]
    fn a_change_is_reported_once_when_it_stands_still() {
        let folder = Folder::new("change");
        let file = folder.write("a.json", "one");
        let mut watcher = watch(&file);
        assert_eq!(looks(&mut watcher), [FilesSeen::Same]);
        folder.write("a.json", "another");
        assert_eq!(looks(&mut watcher), REPORTED);
    }

    #[test]
    fn what_a_folder_is_read_for_is_watched_however_its_ending_is_written() {
        let folder = Folder::new("letters");
        folder.write("a.JSON", "one");
        let mut watcher = watch(&folder.0);
        folder.write("a.JSON", "another");
        assert_eq!(looks(&mut watcher), REPORTED);
        folder.write("a.json~", "an editor's");
        assert_eq!(looks(&mut watcher), [FilesSeen::Same]);
    }

    #[test]
    fn case_32_a_file_that_grows_is_left_alone_until_it_stands_still() {
        let folder = Folder::new("grow");
        let file = folder.write("a.json", "");
        let mut watcher = watch(&file);
        for length in 1..10 {
            folder.write("a.json", &"x".repeat(length));
            assert_eq!(looks(&mut watcher), [FilesSeen::Changing]);
        }
        assert_eq!(looks(&mut watcher), [FilesSeen::Changed]);
    }

    #[test]
    fn a_file_that_never_stands_still_is_read_all_the_same() {
        let folder = Folder::new("restless");
        let file = folder.write("a.json", "");
        let mut watcher = watch(&file);
        let start = Instant::now();
        let found: Vec<FilesSeen> = (1..=10)
            .map(|step: u32| {
                folder.write("a.json", &"x".repeat(step as usize));
                watcher.poll(start + LONGEST_WAIT / 3 * step)
            })
            .collect();
        assert_eq!(found.iter().filter(|look| **look == FilesSeen::Restless).count(), 3, "{found:?}");
        assert_eq!(looks(&mut watcher), [FilesSeen::Changed]);
    }

    #[test]
    fn case_33_an_older_file_is_a_change_too() {
        let folder = Folder::new("older");
        let file = folder.write("a.json", "one");
        let mut watcher = watch(&file);
        File::options().write(true).open(&file).unwrap().set_modified(SystemTime::UNIX_EPOCH).unwrap();
        assert_eq!(looks(&mut watcher), REPORTED);
    }

    #[test]
    fn case_30_gone_and_back_are_changes() {
        let folder = Folder::new("gone");
        let file = folder.write("a.json", "one");
        let mut watcher = watch(&file);
        fs::remove_file(&file).unwrap();
        assert_eq!(looks(&mut watcher), REPORTED);
        folder.write("a.json", "one");
        assert_eq!(looks(&mut watcher), REPORTED);
        fs::remove_file(&file).unwrap();
        fs::create_dir(&file).unwrap();
        assert_eq!(looks(&mut watcher), REPORTED, "a folder in its place");
    }

    #[test]
    fn case_31_replaced_by_rename_is_a_change_even_with_the_same_size() {
        let folder = Folder::new("rename");
        let file = folder.write("a.json", "one");
        let mut watcher = watch(&file);
        let new = folder.write("new", "two");
        fs::rename(new, file).unwrap();
        assert_eq!(looks(&mut watcher), REPORTED);
    }

    #[test]
    fn of_a_folder_only_the_snapshots_count() {
        let folder = Folder::new("folder");
        folder.write("a.json", "one");
        fs::create_dir(folder.at("below")).unwrap();
        let mut watcher = watch(&folder.0);
        for other in [".hidden.json", "a.json~", "a.json.swp", "b.txt", "below/c.json"] {
            folder.write(other, "x");
            assert_eq!(looks(&mut watcher), [FilesSeen::Same], "{other}");
        }
        folder.write("b.json", "x");
        assert_eq!(looks(&mut watcher), REPORTED);
        fs::remove_dir_all(&folder.0).unwrap();
        assert_eq!(looks(&mut watcher), REPORTED);
    }

    #[test]
    fn what_was_accepted_is_not_reported() {
        let folder = Folder::new("accept");
        let file = folder.write("a.json", "one");
        let mut watcher = watch(&file);
        folder.write("a.json", "another");
        watcher.accept();
        assert_eq!(looks(&mut watcher), [FilesSeen::Same]);
    }

    #[test]
    fn what_never_was_is_no_change() {
        let mut watcher = watch("/nowhere/at/all");
        assert_eq!(looks(&mut watcher), [FilesSeen::Same; 2]);
    }
}
