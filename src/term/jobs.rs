//! Stopping, as Ctrl-Z does to a program that leaves it to the kernel: the whole process group, and only where a
//! shell is there to let it go on.
use std::fs;

use rustix::process::{Pid, Signal, getpgid, getppid, getsid, kill_current_process_group};

/// Whether somebody could let the program go on: a process of our session but not of our group, which started us
/// or whoever started us. Without one (session leader, orphaned group) the kernel ignores the stop too.
pub(super) fn can_stop() -> bool {
    let (Ok(session), Ok(group)) = (getsid(None), getpgid(None)) else { return false };
    let mut ancestor = getppid();
    while let Some(pid) = ancestor {
        match getpgid(Some(pid)) {
            Ok(other) if other == group => ancestor = parent(pid),
            Ok(_) => return getsid(Some(pid)) == Ok(session),
            Err(_) => return false,
        }
    }
    false
}

/// Stops the process group. It takes hold at the latest when the caller next waits for something; what to do after
/// it belongs into the answer to the signal CONT. It cannot fail, as we may always signal ourselves.
pub(super) fn stop() {
    let _ = kill_current_process_group(Signal::STOP);
}

/// The parent of another process: the second field after its name, which stands in brackets and may hold anything.
fn parent(pid: Pid) -> Option<Pid> {
    let stat = fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())).ok()?;
    let (_, fields) = stat.rsplit_once(')')?;
    Pid::from_raw(fields.split_whitespace().nth(1)?.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use rustix::process::getpid;

    use super::*;

    #[test]
    fn the_parent_of_a_process_is_found() {
        assert_eq!(parent(getpid()), getppid());
    }
}
