//! Units that are not the sample: a ward of 400 households, a province with districts and wards, a commune that reports
//! both groups as one, an estimated year-end, eight quarters, a yearly review; a province of three levels with gaps, a
//! special zone with words before its numbers, a ward of quarters too small to rank, two standards, wards that merge,
//! hamlets told as one group, a city summed from its wards, estimates before a review. Small numbers, so that the
//! arithmetic of every answer can be done by hand.

use std::path::PathBuf;

/// Their folders.
pub const ALL: [&str; 14] = [
    "phuong-nho",
    "tinh-mau",
    "xa-chung",
    "quan-uoc",
    "quan-quy",
    "huyen-ra-soat",
    "tinh-ba-cap",
    "dac-khu",
    "phuong-khu-pho",
    "hai-chuan",
    "quan-gop",
    "xa-gop-chung",
    "thanh-pho-cong",
    "huyen-uoc",
];

/// The folder of one.
pub fn folder(unit: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/made_up").join(unit)
}
