//! Stopping, as Ctrl-Z does to a program that leaves it to the kernel: the whole process group, and only where a
//! shell is there to let it go on.
use std::{fs, process};

use rustix::process::{Signal, kill_current_process_group};

/// What the system tells of a process. A number is 0 where the process or the leader it names stands outside our
/// container; the library calls for these numbers do not allow for that, and panic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Process {
    parent: u32,
    group: u32,
    session: u32,
}

impl Process {
    fn look(pid: u32) -> Option<Self> {
        Self::parse(&fs::read_to_string(format!("/proc/{pid}/stat")).ok()?)
    }

    /// Reads the second to fourth field after the name, which stands in brackets and may hold anything.
    fn parse(stat: &str) -> Option<Self> {
        let (_, fields) = stat.rsplit_once(')')?;
        let mut numbers = fields.split_whitespace().skip(1).map_while(|field| field.parse().ok());
        let mut next = || numbers.next();
        Some(Self { parent: next()?, group: next()?, session: next()? })
    }
}

/// Whether somebody could let the program go on: a process of our session but not of our group, which started us
/// or whoever started us. Without one (session leader, orphaned group) the kernel ignores the stop too.
pub(super) fn can_stop() -> bool {
    Process::look(process::id()).is_some_and(|own| has_shell(own, Process::look))
}

fn has_shell(own: Process, look: impl Fn(u32) -> Option<Process>) -> bool {
    let mut ancestor = own;
    while ancestor.parent != 0 {
        let Some(parent) = look(ancestor.parent) else { return false };
        if parent.group != own.group {
            return parent.session == own.session;
        }
        ancestor = parent;
    }
    false
}

/// Is that our process group? Where ours is not known, it counts as ours.
pub(super) fn is_own_group(group: u32) -> bool {
    Process::look(process::id()).is_none_or(|own| own.group == 0 || own.group == group)
}

/// Stops the process group. It takes hold at the latest when the caller next waits for something; what to do after
/// it belongs into the answer to the signal CONT. It cannot fail, as we may always signal ourselves.
pub(super) fn stop() {
    let _ = kill_current_process_group(Signal::STOP);
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use rustix::process::getppid;

    use super::*;

    #[test]
    fn the_parent_of_a_process_is_found() {
        let parent = getppid().map_or(0, |pid| pid.as_raw_nonzero().get().unsigned_abs());
        assert_eq!(Process::look(process::id()).unwrap().parent, parent);
    }

    #[test]
    fn a_name_may_hold_anything() {
        let process = Process { parent: 41, group: 42, session: 0 };
        assert_eq!(Process::parse("42 (a) R 7 (b) S 41 42 0 34817 42"), Some(process));
        assert_eq!(Process::parse("42 (a"), None);
    }

    /// Who may stop: (parent, group, session) of ourselves, of process 2 and of process 3.
    #[test]
    fn only_below_a_shell_of_the_same_session() {
        let table = [
            ("a job of a shell", (2, 9, 3), (3, 2, 3), (0, 3, 3), true),
            ("a job behind a script", (2, 9, 3), (3, 9, 3), (0, 3, 3), true),
            ("a session leader", (2, 9, 9), (3, 2, 2), (0, 3, 3), false),
            ("an orphaned group", (2, 9, 9), (3, 9, 9), (0, 1, 1), false),
            ("first of a container", (0, 0, 0), (0, 0, 0), (0, 0, 0), false),
            ("a group from outside the container", (2, 0, 0), (0, 0, 0), (0, 0, 0), false),
            ("a leader below somebody from outside", (2, 9, 9), (0, 0, 0), (0, 0, 0), false),
        ];
        for (what, own, second, third, expected) in table {
            let process = |(parent, group, session)| Process { parent, group, session };
            let others = BTreeMap::from([(2, process(second)), (3, process(third))]);
            assert_eq!(has_shell(process(own), |pid| others.get(&pid).copied()), expected, "{what}");
        }
    }
}
