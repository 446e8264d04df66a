//! However the program ends, the terminal is given back and the exit code says why.
use std::{thread, time::Duration};

use rustix::process::Signal;

use super::pty::{Program, giamngheo};

fn started() -> Program {
    let program = Program::start(giamngheo());
    program.wait_for_frame();
    program
}

#[test]
fn case_43_keys_that_end_it() {
    for (keys, code) in [("q", 0), ("\x03", 130), ("\x1c", 131)] {
        let mut program = started();
        program.press(keys);
        program.assert_ended(code);
        program.assert_restored();
    }
}

#[test]
fn case_43_signals_that_end_it() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::INT, 130), (Signal::HUP, 129), (Signal::QUIT, 131)] {
        let mut program = started();
        program.signal(signal);
        program.assert_ended(code);
        program.assert_restored();
    }
}

#[test]
fn case_43_signals_at_any_moment() {
    for delay in [0, 1, 2, 5, 10, 20, 40] {
        let mut program = Program::start(giamngheo());
        // Before the program has asked for them, signals do what they do to every program.
        program.wait_for("raw mode", |_| {
            !program.modes().contains("ICANON") || program.written().contains('\x1b')
        });
        thread::sleep(Duration::from_millis(delay));
        program.signal(Signal::TERM);
        program.assert_ended(143);
        program.assert_modes_restored();
    }
}

#[test]
fn a_second_signal_changes_nothing() {
    let mut program = started();
    for signal in [Signal::TERM, Signal::INT, Signal::HUP] {
        // It may be gone by then.
        let _ = rustix::process::kill_process(program.pid(), signal);
    }
    assert!([143, 130, 129].contains(&program.ended()));
    program.assert_restored();
}

#[test]
fn case_48_told_to_end_while_the_terminal_takes_nothing() {
    let mut program = Program::unread(giamngheo(), 80, 24);
    for step in 0..30 {
        // Every size is a whole new picture: more than the terminal holds.
        thread::sleep(Duration::from_millis(30));
        program.resize(160 + step, 50);
    }
    program.signal(Signal::TERM);
    program.assert_ended(143);
    program.assert_modes_restored();
    program.read();
    program.assert_restored();
}

#[test]
fn quitting_while_the_terminal_takes_nothing() {
    let mut program = Program::unread(giamngheo(), 80, 24);
    for step in 0..30 {
        thread::sleep(Duration::from_millis(30));
        program.resize(160 + step, 50);
    }
    program.press("q");
    program.assert_ended(0);
    program.read();
    program.assert_restored();
}
