//! Fingerprints of what stood in the lists before, as small as may be: a list may have ten million households.

use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, Hash, Hasher};

/// What fingerprints are made with: a key that is drawn anew for each import and never leaves it.
pub type Keys = foldhash::quality::RandomState;

/// A map by fingerprints, which need no other.
pub type ByPrint<V> = HashMap<u64, V, BuildHasherDefault<AsItIs>>;

/// Takes a fingerprint for its own.
#[derive(Debug, Default)]
pub struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |all, byte| all.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, print: u64) {
        self.0 = print;
    }
}

/// A small number for each fingerprint: twelve bytes for both, where a map of the library has twenty-five. It grows part
/// by part, so that never all of it is held twice.
#[derive(Debug)]
pub struct Prints {
    parts: Vec<Part>,
}

/// So many bits of a fingerprint tell its part.
const PART_BITS: u32 = 6;

/// A table whose places are tried one after the other from that of the fingerprint on. Both halves of that and the number
/// stand side by side: each look at it costs one look at memory.
#[derive(Debug, Default)]
struct Part {
    /// A fingerprint of nought where there is none.
    slots: Vec<Slot>,
    filled: usize,
}

type Slot = [u32; 3];

impl Default for Prints {
    fn default() -> Self {
        Self { parts: (0..1 << PART_BITS).map(|_| Part::default()).collect() }
    }
}

impl Prints {
    /// What is known of a fingerprint.
    pub fn get(&self, print: u64) -> Option<u32> {
        let part = &self.parts[part_of(print)];
        let slot = part.slots.get(part.place(own(print))?)?;
        (print_of(*slot) != 0).then_some(slot[2])
    }

    /// Looks where a fingerprint would stand: what is looked at there soon after is near by then.
    pub fn touch(&self, print: u64) -> u32 {
        let part = &self.parts[part_of(print)];
        let slot = part.begin(own(print)).and_then(|at| part.slots.get(at));
        slot.map_or(0, |slot| slot[2])
    }

    /// Says what is known of a fingerprint from now on.
    pub fn set(&mut self, print: u64, value: u32) {
        let part = &mut self.parts[part_of(print)];
        // Three of four places are taken at most.
        if part.filled * 4 >= part.slots.len() * 3 {
            part.grow();
        }
        part.put(own(print), value);
    }

    /// What is known of a fingerprint; that it is this, from now on, where nothing was.
    pub fn first(&mut self, print: u64, value: u32) -> u32 {
        let known = self.get(print);
        if known.is_none() {
            self.set(print, value);
        }
        known.unwrap_or(value)
    }
}

fn part_of(print: u64) -> usize {
    usize::try_from(print >> (u64::BITS - PART_BITS)).unwrap_or(0)
}

/// The mark of a free place is no fingerprint.
fn own(print: u64) -> u64 {
    print.max(1)
}

fn print_of([low, high, _]: Slot) -> u64 {
    u64::from(high) << u32::BITS | u64::from(low)
}

impl Part {
    /// The place of a fingerprint, or the free one where it belongs; none where there is no place at all.
    fn place(&self, print: u64) -> Option<usize> {
        let count = self.slots.len();
        let mut at = self.begin(print)?;
        loop {
            let known = print_of(*self.slots.get(at)?);
            if known == 0 || known == print {
                return Some(at);
            }
            at = if at + 1 == count { 0 } else { at + 1 };
        }
    }

    /// The first place that is tried.
    fn begin(&self, print: u64) -> Option<usize> {
        let count = u128::try_from(self.slots.len()).ok()?;
        usize::try_from((u128::from(print << PART_BITS) * count) >> u64::BITS).ok()
    }

    fn put(&mut self, print: u64, value: u32) {
        let Some(at) = self.place(print) else { return };
        self.filled += usize::from(print_of(self.slots[at]) == 0);
        self.slots[at] = [cut(print, u32::BITS), cut(print >> u32::BITS, u32::BITS), value];
    }

    fn grow(&mut self) {
        let count = self.slots.len() * 4 / 3 + 16;
        let before = std::mem::replace(self, Self { slots: vec![[0; 3]; count], filled: 0 });
        for slot in before.slots.into_iter().filter(|slot| print_of(*slot) != 0) {
            self.put(print_of(slot), slot[2]);
        }
    }
}

/// A fingerprint.
pub fn print(keys: &Keys, of: impl Hash) -> u64 {
    keys.hash_one(of)
}

/// What fits in so many low bits of a fingerprint, to be kept beside another number.
pub fn cut(print: u64, bits: u32) -> u32 {
    u32::try_from(print & ((1 << bits) - 1)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_knows_what_a_map_knows() {
        let keys = Keys::default();
        let (mut prints, mut map) = (Prints::default(), HashMap::new());
        for n in 0..50_000_u32 {
            let own = print(&keys, n % 30_000);
            assert_eq!(prints.get(own), map.get(&own).copied());
            assert_eq!(prints.first(own, n), *map.entry(own).or_insert(n));
            if n % 7 == 0 {
                prints.set(own, n);
                map.insert(own, n);
            }
        }
        assert!(map.iter().all(|(own, value)| prints.get(*own) == Some(*value)));
        assert_eq!((prints.get(0), prints.first(0, 5), prints.get(0)), (None, 5, Some(5)));
    }
}
