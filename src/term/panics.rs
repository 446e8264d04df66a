//! Panics while the terminal is ours: silent until it is given back, then one line.
use std::{
    panic::{self, PanicHookInfo},
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    thread,
};

use super::guard::TerminalGuard;

/// Where the last panic happened: file and line of the source, and nothing of its message, which may hold data.
pub(super) type Place = Arc<Mutex<Option<String>>>;

/// Keeps panics from writing over the screen until [`release`]. One in this thread, the loop's, always ends the
/// program and gives the terminal back at once: should a second follow on the way out, nothing else would run.
pub(super) fn catch(seat: Arc<TerminalGuard>) -> Place {
    let place = Place::default();
    let kept = Arc::clone(&place);
    let loop_thread = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        *kept.lock().unwrap_or_else(PoisonError::into_inner) = place_of(info);
        if thread::current().id() == loop_thread {
            seat.leave();
        }
    }));
    place
}

/// Lets panics speak as usual again.
pub(super) fn release() {
    let _ = panic::take_hook();
}

fn place_of(info: &PanicHookInfo) -> Option<String> {
    let location = info.location()?;
    let file = Path::new(location.file()).file_name()?.to_string_lossy();
    Some(format!("{file}:{}", location.line()))
}
