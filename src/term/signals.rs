//! Signals as events.
use std::{io, sync::mpsc::SyncSender};

use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH},
    iterator::Signals,
};

use super::Event;

/// Takes the signals over from their default actions, of which most would leave the terminal raw.
pub(super) fn take() -> io::Result<Signals> {
    Signals::new([SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT])
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
