//! Pages to files.

use divan::{Bencher, black_box};
use giamngheo::page::{Tab, View};
use giamngheo::report::{self, ReportFormat};

use crate::{SCALES, made, program};

/// Each format, at each scale.
fn formats() -> impl Iterator<Item = (ReportFormat, u32)> {
    ReportFormat::ALL.into_iter().flat_map(|format| SCALES.map(|times| (format, times)))
}

#[divan::bench(args = formats(), sample_count = 20)]
fn a_report(bencher: Bencher, (format, times): (ReportFormat, u32)) {
    let app = program(Some(made::sample(times)), (80, 24));
    let view = View { narrow: false, ..app.view().unwrap() };
    bencher.bench_local(|| report::write(black_box(&view), &Tab::ALL, format, 80, None).unwrap().bytes.len());
}
