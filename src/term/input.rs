//! The keyboard, in a thread of its own: a key reader that hangs must not keep signals from ending the program.
use std::{
    sync::mpsc::SyncSender,
    thread,
    time::{Duration, Instant},
};

use super::{
    Event,
    decode::{Decoder, Item},
    guard::TerminalGuard,
    input_method::Batches,
    tty::Wait,
};

/// As many bytes are taken together; a terminal gives 4 KiB a read, and a paste comes in several.
const BATCH: usize = 8 * 1024;
/// An input method writes the letter right after the Backspace, but not always in one piece.
const CORRECTION: Duration = Duration::from_millis(10);
/// Between two looks whether the terminal is ours again; while the program is stopped nothing looks.
const NOT_OURS: Duration = Duration::from_millis(20);
const BACKSPACES: [u8; 2] = [0x7f, 0x08];

/// Reads keys and sends them on, until the terminal goes away (`true`) or nobody listens any more (`false`).
pub(super) fn listen<L>(seat: &TerminalGuard, events: &SyncSender<Event<L>>) -> bool {
    let mut decoder = Decoder::default();
    let mut batches = Batches::default();
    loop {
        let mut items = Vec::new();
        match seat.tty.wait(decoder.patience()) {
            Wait::Gone => return true,
            Wait::Quiet => decoder.expire(&mut items),
            Wait::Ready => {
                let Some(bytes) = gather(seat) else { return true };
                decoder.feed(&bytes, &mut items);
            }
        }
        if !pass_on(items, &mut batches, events) {
            return false;
        }
    }
}

/// Takes what is there, and what follows at once. `None` when the terminal went away.
fn gather(seat: &TerminalGuard) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    loop {
        match seat.read(&mut bytes) {
            Some(true) => {}
            Some(false) => return None,
            None => {
                thread::sleep(NOT_OURS);
                return Some(bytes);
            }
        }
        let half_done = bytes.last().is_some_and(|last| BACKSPACES.contains(last));
        let patience = if half_done { CORRECTION } else { Duration::ZERO };
        if bytes.len() >= BATCH || seat.tty.wait(Some(patience)) != Wait::Ready {
            return Some(bytes);
        }
    }
}

fn pass_on<L>(items: Vec<Item>, batches: &mut Batches, events: &SyncSender<Event<L>>) -> bool {
    if items.is_empty() {
        return true;
    }
    let messages = batches.messages(items, Instant::now());
    messages.is_empty() || events.send(Event::Messages(messages)).is_ok()
}
