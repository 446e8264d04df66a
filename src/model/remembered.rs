//! What is remembered beside what it was found from, so that the next who asks need not look for it again.

use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::atomic::{AtomicU32, Ordering};

/// What can be found anew at any time, and says nothing that is not there without it: whatever is remembered, all are
/// equal, and a clone remembers nothing.
#[derive(Debug, Default)]
pub struct Aside<T>(T);

impl<T> Deref for Aside<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Default> Clone for Aside<T> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<T> PartialEq for Aside<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<T> Eq for Aside<T> {}

impl<T> Hash for Aside<T> {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

/// A place in a list, remembered by what does not change otherwise.
#[derive(Debug, Default, Clone, PartialEq, Eq, Hash)]
pub struct Remembered(Aside<AtomicU32>);

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
