//! Ctrl-Z and `fg`, below a shell that knows both.
use portable_pty::CommandBuilder;
use rustix::process::Signal;

use super::pty::{ENTER, LEAVE, Program, giamngheo, plain};
use crate::program::BINARY;

/// An interactive shell, ready for its first line.
fn shell() -> Program {
    let mut command = plain(CommandBuilder::new("sh"));
    command.args(["-i"]);
    command.env("HISTFILE", "/dev/null");
    command.env("GIAMNGHEO", BINARY);
    let mut shell = Program::start(command);
    answer(&mut shell, "true");
    shell
}

/// What the shell answers to `line`: all that is written until it has run.
fn answer(shell: &mut Program, line: &str) -> String {
    let before = shell.written().len();
    // The terminal echoes the line; only what the shell makes of it holds the sum.
    shell.press(&format!("{line}; echo done-$((40 + 2))\r"));
    shell.wait_for("the shell's answer", |text| {
        text.get(before..).is_some_and(|text| text.contains("done-42"))
    });
    shell.written()[before..].to_owned()
}

fn modes(shell: &mut Program) -> String {
    let answer = answer(shell, "stty -g");
    // A prompt may stand before them.
    let modes = answer.split_whitespace().find(|word| word.matches(':').count() > 5);
    modes.expect("the modes in one word").to_owned()
}

fn count(shell: &Program, of: &str) -> usize {
    shell.written().matches(of).count()
}

/// Behind a kiosk stands a shell that nobody is to have.
#[test]
fn case_80_a_kiosk_is_not_stopped_by_its_key() {
    let mut shell = shell();
    shell.press("\"$GIAMNGHEO\" --kiosk\r");
    shell.wait_for_frame();
    shell.press("\x1a2");
    shell.wait_for("another page", |text| super::pty::shown(text, 80, 24).contains("Phường 10"));
    assert_eq!(count(&shell, LEAVE), 0);
    shell.press("q");
    shell.wait_for("the terminal again", |text| text.matches(LEAVE).count() == 1);
    assert!(answer(&mut shell, "echo code-$?").contains("code-0"));
}

/// Brings the program to the foreground again at another size, and ends it.
fn foreground(shell: &mut Program) {
    shell.resize(100, 30);
    let frames = count(shell, "\x1b[?2026l");
    shell.press("fg\r");
    shell.wait_for("the screen again", |text| {
        text.matches(ENTER).count() == 2 && text.matches("\x1b[?2026l").count() > frames
    });
    let again = shell.written().rsplit(ENTER).next().unwrap().to_owned();
    assert!(again.contains("\x1b[H\x1b[K"), "drawn whole");
    shell.press("q");
    shell.wait_for("the terminal again", |text| text.matches(LEAVE).count() == 2);
    shell.wait_for_modes();
    assert!(answer(shell, "echo code-$?").contains("code-0"));
}

fn started(shell: &mut Program) {
    shell.press("\"$GIAMNGHEO\"\r");
    shell.wait_for_frame();
}

#[test]
fn case_44_ctrl_z_and_fg() {
    let mut shell = shell();
    let before = modes(&mut shell);
    started(&mut shell);
    shell.press("\x1a");
    shell.wait_for("the terminal back", |text| text.contains(LEAVE));
    shell.wait_for_modes();
    assert_eq!(modes(&mut shell), before);
    foreground(&mut shell);
    assert_eq!(modes(&mut shell), before);
    shell.press("exit\r");
    shell.ended();
}

#[test]
fn case_44_a_stop_from_outside_and_fg() {
    let mut shell = shell();
    shell.press("sh -c 'echo pid-$$; exec \"$GIAMNGHEO\"'\r");
    shell.wait_for_frame();
    let text = shell.written();
    let pid = text.rsplit("pid-").next().unwrap().split_whitespace().next().unwrap().parse().unwrap();
    let pid = rustix::process::Pid::from_raw(pid).unwrap();
    rustix::process::kill_process(pid, Signal::TSTP).unwrap();
    shell.wait_for("the terminal back", |text| text.contains(LEAVE));
    shell.wait_for_modes();
    answer(&mut shell, "true");
    foreground(&mut shell);
}

/// Nobody could let it go on: as with any program there, the kernel would ignore the stop.
#[test]
fn case_44_a_session_leader_does_not_stop() {
    let mut program = Program::start(giamngheo());
    program.wait_for_frame();
    program.press("\x1a");
    program.signal(Signal::TSTP);
    program.press("q");
    program.assert_ended(0);
    program.assert_restored();
    assert_eq!(count(&program, LEAVE), 1);
}
