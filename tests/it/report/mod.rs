//! Reports: each format read back by a reader that knows nothing of its writer.

mod asked;
mod bases;
mod begin;
mod brief;
mod chart;
mod conclusion;
mod files;
mod formulas;
mod html;
mod schema;
mod shell;
mod spreadsheet;
mod tidy;
mod word;
mod writing;

use std::path::Path;
use std::process::Output;

use crate::folder::{Folder, Head};
use crate::program::binary;

/// The sample as reports of 2022 and 2023 show it, on one fixed day.
const NOW: [&str; 2] = ["--now", "2024-02-01"];

/// Runs the program and waits for its end.
fn run(args: &[&str]) -> Output {
    binary(args).output().unwrap()
}

/// Runs the program with a full disk behind its output.
fn run_on_a_full_disk(args: &[&str]) -> Output {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    binary(args).stdout(full).output().unwrap()
}

/// What a report of the sample prints, as bytes.
fn report(more: &[&str]) -> Vec<u8> {
    report_at(&NOW, more)
}

/// The same at another time: `["--now", …]`.
fn report_at(now: &[&str], more: &[&str]) -> Vec<u8> {
    let args: Vec<&str> = ["report"].iter().chain(now).chain(more).copied().collect();
    let output = run(&args);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn text(more: &[&str]) -> String {
    String::from_utf8(report(more)).unwrap()
}

fn exists(path: &str) -> bool {
    Path::new(path).symlink_metadata().is_ok()
}
