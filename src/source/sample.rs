//! The sample that is built in, shown when no file is named.

/// The files of the sample, by name and text, in the order of their dates.
pub const FILES: &[(&str, &str)] = &[
    ("2021-12-31.json", include_str!("../../sample-data/2021-12-31.json")),
    ("2022-12-31.json", include_str!("../../sample-data/2022-12-31.json")),
    ("2023-03-31.json", include_str!("../../sample-data/2023-03-31.json")),
    ("2023-06-30.json", include_str!("../../sample-data/2023-06-30.json")),
    ("2023-09-30.json", include_str!("../../sample-data/2023-09-30.json")),
];
