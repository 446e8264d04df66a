//! What the fuzz targets share: the invariants of the project's tests, and how inputs were counted.

#[path = "../../it/folder.rs"]
pub mod folder;
#[path = "../../it/invariants/mod.rs"]
pub mod invariants;
pub mod words;

use std::env;
use std::fmt::Debug;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

/// Between two words about what was counted.
const EVERY: u64 = 1 << 14;

/// Counts inputs, and of these the ones that got through; says now and then how many.
pub struct Counter {
    all: AtomicU64,
    through: AtomicU64,
}

impl Counter {
    /// Nothing counted yet.
    pub const fn new() -> Self {
        Self { all: AtomicU64::new(0), through: AtomicU64::new(0) }
    }

    /// One more.
    pub fn count(&self, is_through: bool) {
        let through =
            self.through.fetch_add(u64::from(is_through), Ordering::Relaxed) + u64::from(is_through);
        let all = self.all.fetch_add(1, Ordering::Relaxed) + 1;
        if all.is_multiple_of(EVERY) {
            eprintln!("accepted: {through} of {all} inputs");
        }
    }
}

impl Default for Counter {
    fn default() -> Self {
        Self::new()
    }
}

/// Says what the bytes of an input were made into, where SHOW asks for it.
pub fn show(made: &impl Debug) {
    static IS_ASKED: LazyLock<bool> = LazyLock::new(|| env::var_os("SHOW").is_some());
    if *IS_ASKED {
        eprintln!("{made:#?}");
    }
}
