//! The direction of imports: the picture in `lib.rs` holds as long as this does.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the left to the right: each may use itself and those before it, `ui` and `report` not each other.
const ROOMS: [&str; 9] = ["model", "text", "source", "import", "page", "app", "ui", "report", "term"];

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|e| e == "rs"))
        .collect()
}

/// The rooms that a file names: `crate::ROOM`, `giamngheo::ROOM`, or `ROOM` inside a `use crate::{…}`.
fn named(text: &str) -> Vec<&'static str> {
    let code: String =
        text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let grouped = code.split("use crate::{").skip(1).filter_map(|rest| rest.split_once("};"));
    let inside = grouped.map(|(group, _)| group).collect::<Vec<_>>().join("\n");
    let uses = |room: &&&str| {
        code.contains(&format!("crate::{room}"))
            || inside.lines().any(|line| line.trim_start().starts_with(&format!("{room}::")))
    };
    ROOMS.iter().filter(uses).copied().collect()
}

fn allowed(room: &str, used: &str) -> bool {
    let place = |name: &str| ROOMS.iter().position(|r| *r == name).unwrap();
    // Words of the file are the model's, languages the text's; the model itself knows no language.
    room == used || (place(used) < place(room) && !(room == "report" && used == "ui"))
}

#[test]
fn imports_point_one_way() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut against = Vec::new();
    for room in ROOMS {
        for file in files(&src.join(room)) {
            for used in named(&fs::read_to_string(&file).unwrap()) {
                if !allowed(room, used) {
                    against.push(format!("{} uses {used}", file.display()));
                }
            }
        }
    }
    assert!(against.is_empty(), "imports against the stream:\n{}", against.join("\n"));
}

#[test]
fn the_test_sees_an_import_against_the_stream() {
    assert_eq!(named("use crate::{\n    app::App,\n    text::Lang,\n};"), ["text", "app"]);
    assert_eq!(named("// crate::ui\nfn f() { crate::model::x() }"), ["model"]);
    assert!(!allowed("model", "ui"));
    assert!(!allowed("report", "ui"));
}

/// What is said of a snapshot in several places is found once: by the facts of the view.
#[test]
fn only_the_facts_check_and_assess() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let rooms = ["page", "app", "ui", "report", "term"].map(|room| src.join(room));
    let calls = ["checks::checks(", "assess(", "tasks_without_target(", "task_standing("];
    for file in rooms.iter().flat_map(|room| files(room)).filter(|file| !file.ends_with("page/facts.rs")) {
        let text = fs::read_to_string(&file).unwrap();
        assert!(!calls.iter().any(|call| text.contains(call)), "{} checks or assesses again", file.display());
    }
}
