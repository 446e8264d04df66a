//! All of the JSON texts that Nicolas Seriot put together against parsers (`json_suite`, MIT): what must be taken (`y_`),
//! what must not (`n_`), and what is left open (`i_`).
use std::fs;
use std::path::PathBuf;
use std::process::Output;

use giamngheo::source::{Limits, read};

use super::json_layer::{is_json, placed};
use super::well_said;
use crate::program::binary;

/// The one left open that is taken here and not by the library: files from Windows begin so.
const WITH_MARK: &str = "i_structure_UTF-8_BOM_empty_object.json";

fn files() -> Vec<(String, PathBuf)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/json_suite");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let named = paths.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), path));
    named.filter(|(_, path)| path.extension().is_some_and(|ending| ending == "json")).collect()
}

#[test]
fn case_1_the_whole_suite_is_taken_or_refused_as_it_says() {
    let mut counts = [0; 3];
    for (name, path) in files() {
        let bytes = fs::read(path).unwrap();
        let (at, is_taken) = match &name[..2] {
            "y_" => (0, true),
            "n_" => (1, false),
            _ => (2, name == WITH_MARK || serde_json::from_slice::<serde_json::Value>(&bytes).is_ok()),
        };
        counts[at] += 1;
        assert_eq!(is_json(&bytes).is_ok(), is_taken, "{name}");
    }
    assert_eq!(counts, [95, 188, 35], "none is missing");
}

#[test]
fn case_1_nothing_of_the_suite_is_a_snapshot() {
    for (name, path) in files() {
        let bytes = fs::read(path).unwrap();
        let faults = read(&bytes, "f.json", &Limits::default()).expect_err(&name);
        assert!((1..=20).contains(&faults.len()), "{name}");
        for fault in &faults {
            well_said(fault);
            placed(&bytes, fault);
        }
    }
}

/// One process for each, so that an overflow of its stack would be seen.
#[test]
fn case_1_the_program_refuses_each_of_the_suite() {
    for (name, path) in files() {
        // By its name alone: a longer one would be cut in the message.
        let mut program = binary(&["check", &name]);
        let Output { status, stdout, stderr } = program.current_dir(path.parent().unwrap()).output().unwrap();
        let said = String::from_utf8(stderr).expect("letters");
        assert_eq!((status.code(), stdout.len()), (Some(1), 0), "{name}: {said}");
        assert!(said.lines().next().is_some_and(|line| line.contains(&name)), "{name}: {said}");
        assert!(said.len() <= 16 << 10, "{name}");
    }
}
