//! Any size, and any change of it.
use std::{thread, time::Duration};

use super::pty::{Program, giamngheo, shown};

/// The first line of a screen that is drawn whole.
const CLEAR: &str = "\x1b[H\x1b[K";

#[test]
fn case_36_no_size_is_too_small_or_too_large() {
    let sizes =
        [(0, 0), (0, 5), (1, 1), (2, 1), (20, 5), (40, 10), (79, 24), (500, 200), (1000, 300), (65_535, 1)];
    for (cols, rows) in sizes {
        let mut program = Program::sized(giamngheo(), cols, rows);
        program.wait_for_frame();
        program.press("q");
        program.assert_ended(0);
        program.assert_restored();
    }
}

#[test]
fn something_is_drawn() {
    let program = Program::start(giamngheo());
    program.wait_for_figures();
    assert_ne!(shown(&program.written(), 80, 24).trim(), "");
}

/// The last size is drawn as if it had been the first.
#[test]
fn case_37_a_storm_of_sizes() {
    let mut program = Program::start(giamngheo());
    program.wait_for_frame();
    for step in 0..500 {
        program.resize(1 + step * 7 % 200, 1 + step * 5 % 60);
        thread::sleep(Duration::from_millis(1));
    }
    program.resize(100, 30);
    let calm = Program::sized(giamngheo(), 100, 30);
    calm.wait_for_figures();
    let expected = shown(&calm.written(), 100, 30);
    program.wait_for("the last size", |text| {
        shown(text.rsplit(CLEAR).next().unwrap_or_default(), 100, 30) == expected
    });
    program.press("q");
    program.assert_ended(0);
    program.assert_restored();
}
