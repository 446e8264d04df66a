//! Faults and hostile input that have a number in the list of cases: a test has that of its case in its name
//! (`case_68_…`), here or, where it was there before, beside what it is about. By kind: what is typed and set around the
//! program, what it writes, what it reads, what the terminal sends.

mod evil;
mod figures;
mod keys;
mod memory;
mod named;
mod output;
mod outside;
mod outside_folder;
mod outside_growth;
mod outside_rewritten;
mod outside_ssh;
mod outside_watched;
mod settings;
mod signals;
mod standard_input;
mod taken_away;
mod terminals;
mod ways_out;

use std::process::{Output, Stdio};

use crate::folder::Head;
use crate::program::BINARY;

/// A file of one unit and day.
fn snapshot() -> String {
    of_unit("Quận 6")
}

/// The same of a unit of that name.
fn of_unit(name: &str) -> String {
    Head::reported(&format!(r#""name": "{name}", "kind": "district""#), "2023-12-31")
        .with(r#""households": 1000, "poor": { "households": 40 }"#)
}

/// Runs a line of bash in which `"$0"` is the program under test and `$1`, `$2` are `words`.
fn bash(line: &str, words: &[&str]) -> Output {
    let mut command = std::process::Command::new("bash");
    command.args(["-c", line, BINARY]).args(words).env_clear().env("PATH", "/usr/bin:/bin");
    command.stdin(Stdio::null()).output().expect("bash")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("text in UTF-8")
}

/// The codes that end it, one a line.
fn codes(output: &Output) -> Vec<String> {
    text(&output.stdout).split_whitespace().map(str::to_owned).collect()
}
