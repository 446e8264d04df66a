//! Signals as events.
use std::{
    io::{self, Write},
    sync::mpsc::SyncSender,
};

use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
#[cfg(target_os = "linux")]
use rustix::process::Signal;
use signal_hook::{
    consts::{
        SIGABRT, SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGSYS, SIGTERM, SIGTRAP,
        SIGTSTP, SIGUSR1, SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
    },
    iterator::Signals,
    low_level,
};

use super::Event;

/// What would end the program with the terminal raw, and may be caught: from people, other programs and the system's
/// limits. Not what the processor sends when the program itself goes wrong.
const ENDING: [i32; 15] = [
    SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO, SIGXCPU, SIGXFSZ,
    SIGABRT, SIGTRAP, SIGSYS,
];

/// Those that only one system has, and the ones without a name that the C library there leaves to programs.
#[cfg(target_os = "linux")]
fn of_system() -> impl Iterator<Item = i32> {
    // musl keeps one more for itself than glibc does.
    let first = if cfg!(target_env = "musl") { 35 } else { 34 };
    [Signal::POWER.as_raw(), Signal::STKFLT.as_raw()].into_iter().chain(first..=64)
}

#[cfg(not(target_os = "linux"))]
fn of_system() -> impl Iterator<Item = i32> {
    std::iter::empty()
}

/// All that end a program and may be caught.
pub fn ending_signals() -> impl Iterator<Item = i32> {
    ENDING.into_iter().chain(of_system())
}

/// Takes the signals over from their default actions, of which most would leave the terminal raw.
pub(super) fn take() -> io::Result<Signals> {
    Signals::new([SIGWINCH, SIGTSTP, SIGCONT].into_iter().chain(ending_signals()))
}

/// Holds a thread that aborts, as one does that gets no memory, until whoever listens has given the terminal back: an
/// abort ends the program as soon as its signal has been dealt with, so that takes for ever. What the signal does there
/// is write a letter into a pipe, and this one is full and read by nobody. Call it after [`take`], which then hears of
/// the signal first.
pub(super) fn hold_aborting() -> io::Result<()> {
    let (reader, writer) = io::pipe()?;
    let mut filler = writer.try_clone()?;
    low_level::pipe::register(SIGABRT, writer)?;
    // It writes without waiting from now on; full it is when even a single letter does not fit.
    for letters in [&[0; 4096][..], &[0]] {
        while filler.write(letters).is_ok() {}
    }
    let flags = fcntl_getfl(&filler)?;
    fcntl_setfl(&filler, flags.difference(OFlags::NONBLOCK))?;
    // A pipe without a reader would refuse the letter.
    std::mem::forget(reader);
    Ok(())
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
