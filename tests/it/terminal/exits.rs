//! However the program ends, the terminal is given back and the exit code says why.
use std::{
    thread,
    time::{Duration, Instant},
};

use rustix::process::Signal;

use super::pty::{Program, giamngheo, shell, shown};

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

/// Over the page stand the help, a word that is typed, a story, a slide, a number that is tried.
#[test]
fn case_43_keys_and_signals_end_it_whatever_stands_over_the_page() {
    for keys in ["?", "/qu", "2\r", "m", "4w1", "g"] {
        for (end, code) in [("\x03", 130), ("\x1c", 131), ("", 143)] {
            let mut program = started();
            program.press(keys);
            thread::sleep(Duration::from_millis(50));
            match end {
                "" => program.signal(Signal::TERM),
                keys => program.press(keys),
            }
            program.assert_ended(code);
            program.assert_restored();
        }
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

/// What is told to end does so within a second; a machine with other work gets longer, and a hang has no end.
const SOON: Duration = Duration::from_secs(4);

#[test]
fn case_48_told_to_end_while_the_terminal_takes_nothing() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)] {
        ends_while_blocked(&format!("{signal:?}"), |program| program.signal(signal), code);
    }
}

#[test]
fn quitting_while_the_terminal_takes_nothing() {
    for (keys, code) in [("q", 0), ("\x03", 130)] {
        ends_while_blocked(keys, |program| program.press(keys), code);
    }
}

/// Tells a program to end whose terminal takes nothing; the terminal is whole afterwards.
fn ends_while_blocked(what: &str, tell: impl FnOnce(&mut Program), code: u32) {
    let mut program = Program::blocked(giamngheo());
    let begun = Instant::now();
    tell(&mut program);
    program.assert_ended(code);
    assert!(begun.elapsed() < SOON, "{what:?}: {:?}", begun.elapsed());
    program.assert_modes_restored();
    program.read();
    program.assert_restored();
}

/// Ctrl-S typed before the program begins stops the terminal; it goes on with the program, to which that is a key.
#[test]
fn case_48_a_terminal_that_was_stopped_goes_on() {
    let mut program = Program::start(shell("echo begun; sleep 0.6; \"$0\"; echo ended-$?"));
    program.wait_for("the shell", |text| text.contains("begun"));
    program.press("\x13");
    program.wait_for_frame();
    program.press("\x132");
    program.wait_for("another page", |text| shown(text, 80, 24).contains("Phường 10"));
    program.press("q");
    program.wait_for("the end", |text| text.contains("ended-0"));
}
