//! Any size, and any change of it.
use std::{thread, time::Duration};

use super::pty::{Program, giamngheo, shown};

const CLEAR: &str = "\x1b[2J";

#[test]
fn no_size_is_too_small_or_too_large() {
    let sizes =
        [(0, 0), (0, 5), (1, 1), (2, 1), (20, 5), (40, 10), (79, 24), (500, 200), (1000, 300), (65_535, 1)];
    for (cols, rows) in sizes {
        let mut program = Program::sized(giamngheo(), cols, rows);
        program.wait_for_frame();
        program.press("q");
        assert_eq!(program.ended(), 0, "{cols} × {rows}");
        program.assert_restored();
    }
}

#[test]
fn something_is_drawn() {
    let program = Program::start(giamngheo());
    program.wait_for_frame();
    program.wait_for_calm();
    assert_ne!(shown(&program.written(), 80, 24).trim(), "");
}

/// The last size is drawn as if it had been the first.
#[test]
fn a_storm_of_sizes() {
    let mut program = Program::start(giamngheo());
    program.wait_for_frame();
    for step in 0..500 {
        program.resize(1 + step * 7 % 200, 1 + step * 5 % 60);
        thread::sleep(Duration::from_millis(1));
    }
    program.resize(100, 30);
    let calm = Program::sized(giamngheo(), 100, 30);
    calm.wait_for_frame();
    calm.wait_for_calm();
    program.wait_for_calm();
    let text = program.written();
    let last = text.rsplit(CLEAR).next().unwrap();
    assert_eq!(shown(last, 100, 30), shown(&calm.written(), 100, 30));
    program.press("q");
    assert_eq!(program.ended(), 0);
    program.assert_restored();
}
