//! A place that is remembered by what does not change otherwise, so that the next who asks need not look for it.

use std::hash::{Hash, Hasher};
use std::sync::atomic::{AtomicU32, Ordering};

/// A place in a list. It says nothing of who remembers it: all are equal.
#[derive(Debug, Default)]
pub struct Remembered(AtomicU32);

impl Remembered {
    /// The place; at first that at the head.
    pub fn get(&self) -> usize {
        self.0.load(Ordering::Relaxed) as usize
    }

    /// Remembers a place; one so far on that it does not fit is not found again so.
    pub fn set(&self, at: usize) {
        self.0.store(u32::try_from(at).unwrap_or(u32::MAX), Ordering::Relaxed);
    }
}

impl Clone for Remembered {
    fn clone(&self) -> Self {
        Self(AtomicU32::new(self.0.load(Ordering::Relaxed)))
    }
}

impl PartialEq for Remembered {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Remembered {}

impl Hash for Remembered {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}
