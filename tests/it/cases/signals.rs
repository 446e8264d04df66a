//! Signals and jobs.

use std::process::Command;

use rustix::process::{Signal, kill_process};

use crate::terminal::pty::{ENTER, Program, giamngheo, shell};

/// Whatever ends a program and can be caught gives the terminal back, and the code says which it was.
#[test]
fn case_62_every_signal_that_ends_a_program_gives_the_terminal_back() {
    let signals = [
        Signal::USR1,
        Signal::USR2,
        Signal::ALARM,
        Signal::VTALARM,
        Signal::PROF,
        Signal::POWER,
        Signal::IO,
        Signal::XCPU,
        Signal::XFSZ,
        Signal::STKFLT,
        Signal::ABORT,
    ];
    for signal in signals {
        let mut program = Program::start(giamngheo());
        program.wait_for_frame();
        kill_process(program.pid(), signal).unwrap();
        program.assert_ended(128 + u32::try_from(signal.as_raw()).unwrap());
        program.assert_restored();
    }
}

/// The first and the last of those without a name.
#[test]
fn case_62_a_signal_without_a_name_gives_the_terminal_back() {
    for signal in if cfg!(target_env = "musl") { [35, 64] } else { [34, 64] } {
        let mut program = Program::start(giamngheo());
        program.wait_for_frame();
        let sent = Command::new("bash").args(["-c", &format!("kill -{signal} {}", program.pid())]).status();
        assert!(sent.unwrap().success());
        program.assert_ended(128 + signal);
        program.assert_restored();
    }
}

/// A job that the shell put behind writes nothing until it is called.
#[test]
fn case_61_a_job_behind_the_shell_writes_nothing() {
    let line = "set -m; trap '' TTOU TTIN; \"$0\" & sleep 1.5; echo still-$((40 + 2)); fg; echo ended-$?";
    let mut program = Program::start(shell(line));
    program.wait_for("the shell", |text| text.contains("still-42"));
    assert!(!program.written().split("still-42").next().unwrap().contains('\x1b'), "{:?}", program.written());
    program.wait_for("the screen", |text| text.contains(ENTER) && text.contains("\x1b[?2026l"));
    program.wait_for_figures();
    program.press("q");
    program.wait_for("the end", |text| text.contains("ended-0"));
}
