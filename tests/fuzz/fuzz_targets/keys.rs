//! Journeys through the program.
#![no_main]

use arbitrary::Unstructured;
use giamngheo_fuzz::{Counter, invariants, show};
use libfuzzer_sys::{Corpus, fuzz_target};

static ACCEPTED: Counter = Counter::new();

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(journey) = invariants::made::journey(&mut Unstructured::new(bytes)) else { return Corpus::Reject };
    show(&journey);
    ACCEPTED.count(invariants::keys::keys(&journey));
    Corpus::Keep
});
