//! A signal while a file is written, where there is no screen: it ends the program as it would, and leaves nothing of the
//! file. What is ignored from the start (`nohup`, a job behind a script) stays so.

use std::fs;
use std::process;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGXFSZ};
use signal_hook::iterator::{Handle, Signals};
use signal_hook::low_level::emulate_default_handler;

use crate::report::file;
use crate::term;

/// Who listens, as long as somebody does.
static LISTENER: Mutex<Option<Handle>> = Mutex::new(None);

/// Listens from now on, before the first file is begun.
pub fn listen() {
    let mut listener = LISTENER.lock().unwrap_or_else(PoisonError::into_inner);
    if listener.is_none() {
        let (tell, told) = channel();
        // Where no thread can be had, signals end the program as ever.
        let begun = thread::Builder::new().name("signals".to_owned()).spawn(move || wait(&tell));
        *listener = begun.ok().and_then(|_| told.recv().ok());
    }
}

/// Leaves the signals to the screen, which takes them all.
pub fn leave() {
    if let Some(listener) = LISTENER.lock().unwrap_or_else(PoisonError::into_inner).take() {
        listener.close();
    }
}

fn wait(tell: &Sender<Handle>) {
    let ignored = ignored();
    // A file that grows too large is a write that fails.
    let heard = term::ending_signals()
        .filter(|signal| *signal != SIGXFSZ && ignored & 1_u64.wrapping_shl(signal.unsigned_abs() - 1) == 0);
    let Ok(mut signals) = Signals::new(heard) else { return };
    let _ = tell.send(signals.handle());
    if let Some(signal) = signals.forever().next() {
        file::abandon(|| {
            let _ = emulate_default_handler(signal);
            // One that has no name ends it so.
            process::exit(128 + signal);
        });
    }
}

/// The signals that are ignored, a bit each; where that is not told, those that a shell may have set so.
fn ignored() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let told =
        status.lines().find_map(|line| u64::from_str_radix(line.strip_prefix("SigIgn:")?.trim(), 16).ok());
    told.unwrap_or_else(|| [SIGHUP, SIGINT, SIGQUIT].iter().fold(0, |all, signal| all | 1 << (signal - 1)))
}
