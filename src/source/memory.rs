//! How much memory there is for what is still to be read. Rust ends a program that gets none at once: what would not fit
//! is refused before, in words.

use std::fs;
use std::path::Path;

use rustix::process::{Resource, getrlimit};

/// What the rest of the program may need while files are read: its threads, pages and pictures.
const REST: u64 = 32 << 20;
/// So many bytes are read without asking.
pub(super) const SMALL: u64 = 64 << 10;
/// What reading a file takes for each of its bytes at most, all that is let go of again included: measured on files of
/// entitlements that contradict themselves and of nothing else, with a fifth on top: each is a line of the checks.
const PER_BYTE: u64 = 100;

/// The memory that there must be to read so many bytes.
pub(super) fn need(size: u64) -> u64 {
    size.saturating_mul(PER_BYTE).saturating_add(REST)
}

/// The bytes that the program may still take; none where the system sets no bound that is known.
pub fn left() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let of_process = [(Resource::As, "VmSize"), (Resource::Data, "VmData")]
        .map(|(what, held)| Some(getrlimit(what).current?.saturating_sub(kilobytes(&status, held)?)));
    let machine = fs::read_to_string("/proc/meminfo").ok().and_then(|told| kilobytes(&told, "MemAvailable"));
    of_process.into_iter().flatten().chain(machine).chain(of_group()).min()
}

/// The bytes of a line such as `VmSize:  1234 kB`.
fn kilobytes(text: &str, name: &str) -> Option<u64> {
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
    line.trim().strip_suffix(" kB")?.parse::<u64>().ok()?.checked_mul(1024)
}

/// What is left to the control group of the process and to those around it.
fn of_group() -> Option<u64> {
    let told = fs::read_to_string("/proc/self/cgroup").ok()?;
    let groups = told.lines().filter_map(|line| {
        let (_, rest) = line.split_once(':')?;
        let (controllers, path) = rest.split_once(':')?;
        let is_of_memory = controllers.split(',').any(|one| one == "memory");
        let (root, names) = match (controllers.is_empty(), is_of_memory) {
            (true, _) => ("/sys/fs/cgroup", ["memory.max", "memory.current", "file"]),
            (_, true) => {
                ("/sys/fs/cgroup/memory", ["memory.limit_in_bytes", "memory.usage_in_bytes", "total_cache"])
            }
            _ => return None,
        };
        let all = Path::new(path).ancestors().map(move |path| format!("{root}{}", path.display()));
        all.filter_map(move |folder| left_in(&folder, names)).min()
    });
    groups.min()
}

/// What is left in a group; what the system keeps of files there it gives up when it must.
fn left_in(folder: &str, [limit, used, cache]: [&str; 3]) -> Option<u64> {
    let told = |name: &str| fs::read_to_string(format!("{folder}/{name}")).ok();
    let number = |name: &str| told(name)?.trim().parse::<u64>().ok();
    let stat = told("memory.stat").unwrap_or_default();
    let cache = stat.lines().find_map(|line| line.strip_prefix(cache)?.trim().parse::<u64>().ok());
    Some(number(limit)?.saturating_sub(number(used)?.saturating_sub(cache.unwrap_or(0))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::Folder;

    #[test]
    fn case_81_what_is_left_is_known_here() {
        let left = left().expect("a bound of the machine");
        assert!(left > 1 << 20, "{left}");
        assert_eq!(kilobytes("VmPeak:\t   9 kB\nVmSize:\t   12 kB\n", "VmSize"), Some(12 << 10));
        assert_eq!(kilobytes("VmSize: many\n", "VmSize"), None);
    }

    #[test]
    fn case_81_a_group_has_what_it_has_not_used() {
        let folder = Folder::new("group");
        let names = ["memory.max", "memory.current", "file"];
        folder.write("memory.current", "700\n");
        folder.write("memory.stat", "anon 500\nfile 200\nfile_mapped 7\n");
        folder.write("memory.max", "max\n");
        assert_eq!(left_in(&folder.0, names), None);
        folder.write("memory.max", "1000\n");
        assert_eq!(left_in(&folder.0, names), Some(500));
    }

    #[test]
    fn case_81_a_larger_file_needs_more() {
        assert!(need(0) == REST && need(1 << 20) > need(SMALL));
        assert_eq!(need(u64::MAX), u64::MAX);
    }
}
