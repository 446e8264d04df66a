//! Reports: each format read back by a reader that knows nothing of its writer.

mod asked;
mod chart;
mod conclusion;
mod files;
mod formulas;
mod html;
mod schema;
mod shell;
mod spreadsheet;
mod tidy;
mod writing;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The sample as reports of 2022 and 2023 show it, on one fixed day.
const NOW: [&str; 2] = ["--now", "2024-02-01"];

/// Runs the program and waits for its end; nothing of the caller's language or width comes in.
fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_giamngheo"))
        .args(args)
        .env_clear()
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// What a report of the sample prints, as bytes.
fn report(more: &[&str]) -> Vec<u8> {
    let args: Vec<&str> = ["report"].iter().chain(&NOW).chain(more).copied().collect();
    let output = run(&args);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn text(more: &[&str]) -> String {
    String::from_utf8(report(more)).unwrap()
}

/// A folder of its own for a test, gone after it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("giamngheo-report-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn at(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    /// The names in it, hidden ones too.
    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.0).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn write(&self, name: &str, text: &str) -> String {
        std::fs::write(self.0.join(name), text).unwrap();
        self.at(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn exists(path: &str) -> bool {
    Path::new(path).symlink_metadata().is_ok()
}
