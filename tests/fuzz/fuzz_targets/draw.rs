//! Made-up snapshots, seen from anywhere at any size.
#![no_main]

use arbitrary::Unstructured;
use giamngheo_fuzz::{Counter, invariants, show};
use libfuzzer_sys::{Corpus, fuzz_target};

static ACCEPTED: Counter = Counter::new();

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(scene) = invariants::made::scene(&mut Unstructured::new(bytes)) else { return Corpus::Reject };
    show(&scene);
    ACCEPTED.count(invariants::draw::draw(scene));
    Corpus::Keep
});
