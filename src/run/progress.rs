//! How far a long list is read: a share on a terminal, which is gone when the list is read.

use std::io::{self, IsTerminal};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::import::Watch;

use super::output;

/// Shows it where standard error is a terminal.
pub fn watch(whole: u64) -> Option<Box<dyn Watch>> {
    let is_seen = io::stderr().is_terminal() && whole > 0;
    is_seen.then(|| Box::new(Shown { whole, last: AtomicU64::new(0) }) as Box<dyn Watch>)
}

/// What is shown of so many bytes.
#[derive(Debug)]
struct Shown {
    whole: u64,
    /// In percent.
    last: AtomicU64,
}

impl Watch for Shown {
    fn at(&self, read: u64) {
        let percent = read.saturating_mul(100) / self.whole;
        if self.last.swap(percent, Ordering::Relaxed) != percent {
            output::say_for_now(&format!("{percent}%"));
        }
    }

    fn end(&self) {
        output::say_for_now("");
    }
}
