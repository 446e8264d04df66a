//! Bytes, as a file's.
#![no_main]

use giamngheo_fuzz::{Counter, invariants};
use libfuzzer_sys::fuzz_target;

static ACCEPTED: Counter = Counter::new();

fuzz_target!(|bytes: &[u8]| ACCEPTED.count(invariants::load::load(bytes)));
