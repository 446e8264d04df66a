//! Signals as events.
use std::{io, sync::mpsc::SyncSender};

#[cfg(target_os = "linux")]
use rustix::process::Signal;
use signal_hook::{
    consts::{
        SIGABRT, SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGSYS, SIGTERM, SIGTRAP,
        SIGTSTP, SIGUSR1, SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
    },
    iterator::Signals,
};

use super::Event;

/// What would end the program with the terminal raw, and may be caught: from people, other programs and the system's
/// limits. Not what the processor sends when the program itself goes wrong.
const ENDING: [i32; 15] = [
    SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO, SIGXCPU, SIGXFSZ,
    SIGABRT, SIGTRAP, SIGSYS,
];

/// Those that only one system has, and the ones without a name that every C library there leaves to programs.
#[cfg(target_os = "linux")]
fn of_system() -> impl Iterator<Item = i32> {
    [Signal::POWER.as_raw(), Signal::STKFLT.as_raw()].into_iter().chain(35..=64)
}

#[cfg(not(target_os = "linux"))]
fn of_system() -> impl Iterator<Item = i32> {
    std::iter::empty()
}

/// Takes the signals over from their default actions, of which most would leave the terminal raw.
pub(super) fn take() -> io::Result<Signals> {
    Signals::new([SIGWINCH, SIGTSTP, SIGCONT].into_iter().chain(ENDING).chain(of_system()))
}

/// Sends signals on, until one ends the program; gives its exit code, 128 + n. Never waits for a queue that is
/// full: the loop behind it may be stuck, and the next signal must still be heard.
pub(super) fn listen<L>(signals: &mut Signals, events: &SyncSender<Event<L>>) -> Option<u8> {
    for signal in signals {
        let event = match signal {
            SIGWINCH => Event::Look,
            SIGTSTP => Event::Suspend,
            SIGCONT => Event::Continue,
            fatal => return u8::try_from(128 + fatal).ok(),
        };
        let _ = events.try_send(event);
    }
    None
}
