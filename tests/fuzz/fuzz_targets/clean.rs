//! Texts, as those of a file.
#![no_main]

use giamngheo_fuzz::invariants;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &str)| invariants::clean::clean(input.1, input.0.into()));
