//! Workbooks and lists of offices to snapshots: made by a writer that knows nothing of the program
//! (`workbooks/make.py`), read by the built program, and read back as JSON.

mod as_they_are;
mod claims;
mod damaged;
mod everyday_forms;
mod filled;
mod form_rows;
mod forms;
mod hostile;
mod in_folders;
mod layouts;
mod levels;
mod list_kinds;
mod list_members;
mod list_rows;
mod lists;
mod maps;
mod nobody;
mod offices;
mod packed;
mod poor_now;
mod refused;
mod round;
mod said;
mod summaries;
mod whose;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// A workbook of the tests.
fn workbook(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/import/workbooks").join(name)
}

/// Runs `giamngheo import` on files of the tests.
fn run(files: &[&str], more: &[&str]) -> Output {
    let paths = files.iter().map(|name| workbook(name));
    Command::new(env!("CARGO_BIN_EXE_giamngheo"))
        .args(["import", "--lang", "vi", "--now", "2023-01-10"])
        .args(more)
        .args(paths)
        .env_remove("GIAMNGHEO_LANG")
        .output()
        .unwrap()
}

/// What an import wrote, and what it told.
fn imported(files: &[&str], more: &[&str]) -> (Value, String) {
    let output = run(files, more);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{files:?}: {told}");
    (serde_json::from_slice(&output.stdout).unwrap(), told)
}

/// Why an import wrote nothing.
fn refusal(files: &[&str], more: &[&str]) -> String {
    let output = run(files, more);
    assert_eq!(output.status.code(), Some(1), "{files:?}");
    assert!(output.stdout.is_empty(), "{files:?}");
    String::from_utf8(output.stderr).unwrap()
}

/// The area of that name.
fn area<'a>(snapshot: &'a Value, name: &str) -> &'a Value {
    let areas = snapshot["areas"].as_array().unwrap();
    areas.iter().find(|area| area["name"] == name).unwrap_or_else(|| panic!("{name} in {areas:?}"))
}
