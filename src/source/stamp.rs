//! What the system says of a file without its being opened: enough to see that it is another than before.

use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::time::{Duration, SystemTime};

use super::find::Identity;

/// Two writings within so short a time may leave one stamp: the clocks of file systems are coarse, some by two seconds.
const COARSE: Duration = Duration::from_secs(2);

/// A state of a file. Compared for inequality: `cp -p` and clocks set back make files older.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    place: Identity,
    size: u64,
    /// The time of the last change of the content, and of owner, rights or name (both in nanoseconds): a file whose
    /// rights come back is worth a reading too.
    written: (i64, i64),
    touched: (i64, i64),
}

impl Stamp {
    pub(super) fn of(found: &Metadata) -> Self {
        Self {
            place: super::find::identity(found),
            size: found.len(),
            written: (found.mtime(), found.mtime_nsec()),
            touched: (found.ctime(), found.ctime_nsec()),
        }
    }

    /// At `now`, is it so old that whatever is written from here on leaves another?
    pub(super) fn is_settled(&self, now: SystemTime) -> bool {
        let now = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let last = i64::try_from(now.saturating_sub(COARSE).as_secs()).unwrap_or(i64::MAX);
        self.written.max(self.touched).0 < last
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::folder::Folder;

    #[test]
    fn a_stamp_is_believed_when_it_has_grown_old() {
        let folder = Folder::new("stamp");
        let file = folder.write("a.json", "one");
        let stamp = Stamp::of(&fs::metadata(&file).unwrap());
        let now = SystemTime::now();
        assert!(!stamp.is_settled(now) && !stamp.is_settled(SystemTime::UNIX_EPOCH));
        assert!(stamp.is_settled(now + COARSE + Duration::from_secs(2)));
        // What a copy keeps of the time of writing, the time of the copying takes back.
        fs::File::options().write(true).open(&file).unwrap().set_modified(SystemTime::UNIX_EPOCH).unwrap();
        let older = Stamp::of(&fs::metadata(&file).unwrap());
        assert!(older != stamp && !older.is_settled(now));
    }
}
