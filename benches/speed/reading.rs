//! Files to the model: all of them, what is derived of them, one that changed among others.

use std::fs;
use std::thread;
use std::time::Duration;

use chrono::NaiveDateTime;
use divan::{Bencher, black_box};
use giamngheo::page::Facts;
use giamngheo::source::{Limits, Sources, load};

use crate::made::{self, Made};
use crate::{SCALES, folder, program};

/// Files with ten thousand areas.
const KINDS: [&str; 2] = ["wide", "full-wide"];

#[divan::bench]
fn the_sample() -> usize {
    load(&[], &Limits::default()).world.histories.len()
}

#[divan::bench(args = SCALES)]
fn a_unit(bencher: Bencher, times: u32) {
    read(bencher, made::sample(times));
}

#[divan::bench(sample_count = 3)]
fn a_nation(bencher: Bencher) {
    read(bencher, made::NATION);
}

#[divan::bench(sample_count = 10)]
fn a_long_history(bencher: Bencher) {
    read(bencher, made::HISTORY);
}

#[divan::bench(sample_count = 10)]
fn a_wide_file(bencher: Bencher) {
    read(bencher, made::WIDE);
}

#[divan::bench(sample_count = 10)]
fn a_full_wide_file(bencher: Bencher) {
    read(bencher, made::FULL_WIDE);
}

fn read(bencher: Bencher, made: Made) {
    let paths = [folder(made)];
    bencher.bench(|| load(black_box(&paths), &Limits::default()).world.histories.len());
}

/// What is found once of a snapshot: its checks, how its targets stand.
#[divan::bench(args = SCALES)]
fn derive(bencher: Bencher, times: u32) {
    let app = program(Some(made::sample(times)), (80, 24));
    let view = app.view().unwrap();
    bencher.bench_local(|| {
        let facts = Facts::new(view.history.snapshots.len());
        let checks = facts.checks(black_box(view.history), view.at, view.now).len();
        checks + facts.targets(view.history, view.at, view.now, |_| true).count()
    });
}

/// The same of ten thousand areas: that state counts, and that state all that is checked.
#[divan::bench(args = KINDS)]
fn derive_of_ten_thousand_areas(bencher: Bencher, kind: &str) {
    let made = made::KINDS.into_iter().find(|(name, _)| *name == kind).map(|(_, made)| made);
    let app = program(made, (80, 24));
    let view = app.view().unwrap();
    bencher.bench_local(|| Facts::new(1).checks(black_box(view.history), view.at, view.now).len());
}

/// A file that changed among others is read, and these are not: as many of them as may be, the time of one.
#[divan::bench(args = [1, 12, 60])]
fn a_change(bencher: Bencher, snapshots: u32) {
    let folder = folder(Made { snapshots, communes: 1_000, ..made::NATION });
    let changed = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).max().unwrap();
    let text = fs::read(&changed).unwrap();
    // What was written a moment ago is not believed to stay so.
    thread::sleep(Duration::from_secs(4));
    let mut sources = Sources::new(vec![folder], Limits::default(), || ());
    sources.read(NaiveDateTime::default());
    bencher.bench_local(|| {
        fs::write(&changed, &text).unwrap();
        sources.read(NaiveDateTime::default()).files
    });
}
