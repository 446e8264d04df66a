//! Whether the files that were read have changed since.
//!
//! Looked at, not listened to: notifications of the kernel say nothing on network shares, where such files live.
//! A file that is being written is left alone until it stands still, so that nobody reads half of it.
use std::{
    collections::BTreeSet,
    fs::{self, Metadata},
    io::ErrorKind,
    path::{Path, PathBuf},
    time::{Duration, Instant, SystemTime},
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

/// So many files are looked at in one look; the rest of a folder that has more in the looks after it.
const AT_ONCE: usize = 256;
/// What changed in so long a time before a folder was listed may soon change again: those files are in every look.
const LATELY: Duration = Duration::from_secs(600);

/// By path, in its order.
type Marks = Vec<(PathBuf, Mark)>;

/// What a full look found.
#[derive(Debug)]
struct Seen {
    marks: Marks,
    /// The folders among what is watched, as they were just before; none where one changed so lately that a name more
    /// might leave it the same.
    folders: Option<Vec<(PathBuf, Stamp)>>,
    /// The numbers of those that changed lately.
    young: Vec<usize>,
}

/// Watches files, and folders for the files directly in them that are read as snapshots.
#[derive(Debug)]
pub struct Watcher {
    paths: Vec<PathBuf>,
    /// What was there when it was last reported or read.
    known: Seen,
    /// With which of many files the next look begins.
    next: usize,
    /// What the last look saw, and when the first change was seen, while something changes.
    moving: Option<(Seen, Instant)>,
}

impl Watcher {
    /// Watches `paths`; what they hold now counts as known.
    pub fn new(paths: impl IntoIterator<Item = PathBuf>) -> Self {
        let paths: Vec<PathBuf> = paths.into_iter().collect();
        let known = Seen::new(&paths, SystemTime::now());
        Self { paths, known, next: 0, moving: None }
    }

    /// Looks at the files, at the time `now`. Of more than some hundred only a part is looked at each time, while names
    /// come and go: what changes in one of them without that is found within as many looks as it takes to see all.
    pub fn poll(&mut self, now: Instant) -> FilesSeen {
        if self.moving.is_none() && self.known.marks.len() > AT_ONCE && self.is_at_rest() {
            return FilesSeen::Same;
        }
        let seen = Seen::new(&self.paths, SystemTime::now());
        let Some((before, since)) = self.moving.take() else {
            if seen.marks == self.known.marks {
                self.known = seen;
                return FilesSeen::Same;
            }
            self.moving = Some((seen, now));
            return FilesSeen::Changing;
        };
        if seen.marks == before.marks {
            self.known = seen;
            return FilesSeen::Changed;
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
        self.known = Seen::new(&self.paths, SystemTime::now());
        self.moving = None;
    }

    /// Is all the same that a look at a part of it sees?
    fn is_at_rest(&mut self) -> bool {
        let Seen { marks, folders, young } = &self.known;
        let is_same = |(path, mark): &(PathBuf, Mark)| Mark::from_path(path) == *mark;
        let is_as_listed =
            |(path, stamp): &(PathBuf, Stamp)| fs::metadata(path).is_ok_and(|now| Stamp::of(&now) == *stamp);
        let here = self.next.min(marks.len())..(self.next + AT_ONCE).min(marks.len());
        let comes_round = here.end == marks.len();
        self.next = if comes_round { 0 } else { here.end };
        folders.as_ref().is_some_and(|folders| folders.iter().all(is_as_listed))
            && young.iter().all(|at| is_same(&marks[*at]))
            && marks[here].iter().all(is_same)
            // Some file systems keep no time of a folder.
            && (!comes_round || names(&self.paths).iter().eq(marks.iter().map(|(path, _)| path)))
    }
}

impl Seen {
    fn new(paths: &[PathBuf], now: SystemTime) -> Self {
        let folder = |path: &PathBuf| {
            let found = fs::metadata(path).ok().filter(Metadata::is_dir)?;
            Some((path.clone(), Stamp::of(&found)))
        };
        let folders: Vec<(PathBuf, Stamp)> = paths.iter().filter_map(folder).collect();
        let is_settled = folders.iter().all(|(_, stamp)| stamp.is_settled(now));
        let of_path = |path: PathBuf| {
            let mark = Mark::from_path(&path);
            (path, mark)
        };
        let marks: Marks = names(paths).into_iter().map(of_path).collect();
        let lately = now.checked_sub(LATELY).unwrap_or(now);
        let is_young = |mark: &Mark| matches!(mark, Mark::File(stamp) if !stamp.is_settled(lately));
        let young = (0..marks.len()).filter(|at| is_young(&marks[*at].1)).take(AT_ONCE / 2).collect();
        Self { marks, folders: is_settled.then_some(folders), young }
    }
}

/// All that is watched: what was named, and of folders the files that are read as snapshots.
fn names(paths: &[PathBuf]) -> BTreeSet<PathBuf> {
    let mut names = BTreeSet::new();
    for path in paths {
        if let Ok(entries) = fs::read_dir(path) {
            let entries = entries.filter_map(|entry| Some(entry.ok()?.path()));
            names.extend(entries.filter(|path| is_snapshot_name(path)));
        }
        names.insert(path.clone());
    }
    names
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

    /// A folder with so many files that no look sees all of them.
    fn crowd(name: &str) -> (Folder, Watcher) {
        let folder = Folder::new(name);
        for number in 0..AT_ONCE * 4 {
            folder.write(&format!("{number:04}.json"), "one");
        }
        let mut watcher = watch(&folder.0);
        // As it is when all of it has been there for long.
        watcher.known = Seen::new(&watcher.paths, SystemTime::now() + LATELY * 2);
        assert!(watcher.known.young.is_empty() && watcher.known.folders.is_some());
        (folder, watcher)
    }

    #[test]
    fn case_85_of_a_crowd_at_rest_a_part_is_looked_at_and_every_change_is_found() {
        let (folder, mut watcher) = crowd("crowd");
        let before = watcher.known.marks.clone();
        assert_eq!(looks(&mut watcher), [FilesSeen::Same; 9]);
        assert_eq!(watcher.known.marks, before);
        // Old files are found in their turn, at the latest when all have been looked at; here the last of them.
        fs::write(folder.at("1023.json"), "another").unwrap();
        let found: Vec<FilesSeen> = (0..9).map(|_| watcher.poll(Instant::now())).collect();
        let at = found.iter().position(|seen| *seen == FilesSeen::Changing).expect("a change");
        assert!(at <= 5, "{found:?}");
        assert_eq!(found[at + 1..at + 3], [FilesSeen::Changed, FilesSeen::Same]);
        // What has just changed is in every look from then on.
        fs::write(folder.at("1023.json"), "and another").unwrap();
        assert_eq!(looks(&mut watcher), REPORTED);
    }

    #[test]
    fn case_85_names_that_come_and_go_in_a_crowd_are_seen_at_once() {
        let (folder, mut watcher) = crowd("coming");
        let new = folder.write("a.json", "one");
        assert_eq!(looks(&mut watcher), REPORTED);
        fs::remove_file(new).unwrap();
        assert_eq!(looks(&mut watcher), REPORTED);
        fs::rename(folder.at("0001.json"), folder.at("0002.json")).unwrap();
        assert_eq!(looks(&mut watcher), REPORTED);
    }

    /// The nanoseconds that this thread has worked.
    #[cfg(target_os = "linux")]
    fn worked() -> u64 {
        let told = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
        told.split(' ').next().unwrap().parse().unwrap()
    }

    /// In numbers that hold on any machine: a look costs a part of what all the files would.
    #[cfg(target_os = "linux")]
    #[test]
    fn case_85_a_look_at_a_crowd_costs_no_more_than_its_part() {
        let (_folder, mut watcher) = crowd("cost");
        let cost = |look: &mut dyn FnMut()| {
            let mut costs = [(); 9].map(|()| {
                let before = worked();
                look();
                worked() - before
            });
            costs.sort_unstable();
            costs[4]
        };
        let paths = watcher.paths.clone();
        let all = cost(&mut || drop(Seen::new(&paths, SystemTime::now())));
        let part = cost(&mut || assert_eq!(watcher.poll(Instant::now()), FilesSeen::Same));
        assert!(part * 2 < all, "{part} ns of {all} ns");
    }

    /// The time of a folder that has just been changed says nothing yet; nor does it on some file systems.
    #[test]
    fn case_85_where_the_time_of_a_folder_says_nothing_its_names_do() {
        let (folder, mut watcher) = crowd("silent");
        let silent = |watcher: &mut Watcher| {
            watcher.known.folders = Some(Vec::new());
            watcher.next = 0;
        };
        silent(&mut watcher);
        folder.write("zz.json", "one");
        let found: Vec<FilesSeen> = (0..6).map(|_| watcher.poll(Instant::now())).collect();
        assert!(found.contains(&FilesSeen::Changing), "{found:?}");
    }

    #[test]
    fn what_never_was_is_no_change() {
        let mut watcher = watch("/nowhere/at/all");
        assert_eq!(looks(&mut watcher), [FilesSeen::Same; 2]);
    }
}
