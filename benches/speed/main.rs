//! What speed rests on: reading files, making pages, drawing frames, finding, sorting, reports, counting lists.
//!
//! ```text
//! cargo bench                                              medians of all
//! cargo bench --bench speed -- sort                        of those whose name holds a word
//! cargo bench --bench speed -- write nation /tmp/nation    writes the files that are measured with, to try by hand:
//!                                                          nation, history or wide
//! ```
//!
//! Machines differ: read the medians beside each other, and times of whole runs as ratios to another program measured
//! in turn. Where times are too small to trust, count instructions: `valgrind --tool=callgrind`. What is measured with
//! is made up by [`made`]; 1, 10 and 100 stand for so many times the areas of the sample.
#![expect(clippy::unwrap_used, reason = "a bench that cannot go on has nothing to measure")]

mod importing;
mod lists;
mod made;
mod pages;
mod reading;
mod reports;

use std::env;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use giamngheo::app::state::Choices;
use giamngheo::app::{App, Key, Message};
use giamngheo::source::{Limits, load};
use giamngheo::text::Lang;

use made::Made;

/// How many times the areas of the sample.
const SCALES: [u32; 3] = [1, 10, 100];

fn main() -> ExitCode {
    // Cargo adds words of its own.
    let words: Vec<String> = env::args().skip(1).filter(|word| word != "--bench").collect();
    if words.first().is_some_and(|word| word == "write") {
        return write(&words[1..]);
    }
    divan::main();
    let _ = fs::remove_dir_all(folder_of_all());
    ExitCode::SUCCESS
}

/// Writes the files of a made unit into a folder, as asked for by name.
fn write(words: &[String]) -> ExitCode {
    let made = |name: &String| made::KINDS.into_iter().find(|(of, _)| of == name).map(|(_, made)| made);
    let Some((made, folder)) = words.first().and_then(made).zip(words.get(1)) else {
        let names = made::KINDS.map(|(name, _)| name).join("|");
        let _ = writeln!(io::stderr(), "cargo bench --bench speed -- write {names} FOLDER");
        return ExitCode::from(2);
    };
    put(made, Path::new(folder));
    ExitCode::SUCCESS
}

/// Puts the files of a made unit into a folder, which is made.
fn put(made: Made, folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    for (name, text) in made.files() {
        fs::write(folder.join(name), text).unwrap();
    }
}

/// The folder of everything that is made here, one a run.
fn folder_of_all() -> PathBuf {
    env::temp_dir().join(format!("giamngheo-bench-{}", std::process::id()))
}

/// A folder with the files of a made unit; the same one for the same unit.
fn folder(made: Made) -> PathBuf {
    let folder = folder_of_all().join(format!("{}-{}", made.snapshots, made.communes));
    if !folder.exists() {
        put(made, &folder);
    }
    folder
}

/// A program that shows a made unit, or the built-in sample, on a screen of this size.
fn program(made: Option<Made>, size: (u16, u16)) -> App {
    let now = "2024-02-01".parse().ok();
    let mut app = App::new(Choices { lang: Lang::Vi, now, ..Choices::default() });
    app.update(Message::Resize { width: size.0, height: size.1 });
    let paths: Vec<PathBuf> = made.map(folder).into_iter().collect();
    app.update(Message::Loaded(Box::new(load(&paths, &Limits::default()))));
    app
}

/// Presses keys one after the other.
fn press(app: &mut App, keys: &str) {
    for key in keys.chars() {
        app.update(Message::Key(Key::Char(key)));
    }
}
