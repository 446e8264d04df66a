//! Units that are not the sample: a ward of 400 households, a province with districts and wards, a commune that reports
//! both groups as one, an estimated year-end, eight quarters, a yearly review. Small numbers, so that the arithmetic of
//! every answer can be done by hand.

use std::path::PathBuf;

/// Their folders.
pub const ALL: [&str; 6] = ["phuong-nho", "tinh-mau", "xa-chung", "quan-uoc", "quan-quy", "huyen-ra-soat"];

/// The folder of one.
pub fn folder(unit: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/made_up").join(unit)
}
