//! Reports that communes, districts, provinces and the nation published, written down as snapshots: figures, names and
//! titles alone. What they hold in figures is theirs; two (`27`, `33`) are made of the figures of others, to show one
//! fault alone.

use std::path::PathBuf;

/// Their files and folders.
pub const ALL: [&str; 21] = [
    "01-binh-thuan-2022.json",
    "02-hai-duong",
    "03-nation",
    "05-quang-nam",
    "06-tp-thai-binh-2018.json",
    "08-tri-ton",
    "09-vinh-long",
    "13-bac-giang",
    "14-lam-dong-2020.json",
    "15-tt-hoa-binh-2016.json",
    "16-vietnam-2015.json",
    "18-tan-hai",
    "20-sop-cop",
    "21-labour-2023-09.json",
    "22-hue-plan-2023.json",
    "24-doan-hung",
    "27-interim-9m.json",
    "28-tri-ton-b.json",
    "33-binh-thuan-both",
    "34-ha-noi",
    "35-bac-kan-2019.json",
];

/// The file or folder of one.
pub fn path(report: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/published").join(report)
}
