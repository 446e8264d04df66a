//! Keys, floods, pastes and rubbish.
use std::{thread, time::Duration};

use rustix::process::Signal;

use super::pty::{PATIENCE, Program, giamngheo, shell};

fn started() -> Program {
    let program = Program::start(giamngheo());
    program.wait_for_frame();
    program
}

fn assert_q_ends(program: &mut Program) {
    program.press("q");
    program.assert_ended(0);
    program.assert_restored();
}

/// Long enough for a key to have its effect, if it had one.
fn a_moment() {
    thread::sleep(Duration::from_millis(300));
}

#[test]
fn case_50_case_69_ten_thousand_keys_and_q_at_once() {
    for keys in ["\x1b[B", "12345", "\t", "L", "[]", "g", "x"] {
        for (end, code) in [("q", 0), ("\x03", 130)] {
            let mut program = started();
            program.press(&(keys.repeat(10_000 / keys.len()) + end));
            program.assert_ended(code);
            program.assert_restored();
        }
    }
}

/// Keys that each need the page of the one before: of thousands in a row the last count, and the end is not behind them.
#[test]
fn case_69_thousands_of_keys_that_need_their_page_hold_nothing_up() {
    for keys in ["s", "y", "m\x1b", "\r\x1b", "/a\x1b"] {
        for (end, code) in [("q", 0), ("\x03", 130)] {
            let mut program = started();
            program.press("2");
            program.press(&(keys.repeat(3_000) + "\x1b\x1b\x1b"));
            let begun = std::time::Instant::now();
            a_moment();
            program.press(end);
            program.assert_ended(code);
            program.assert_restored();
            assert!(begun.elapsed() < Duration::from_secs(5), "{keys:?} {end:?}: {:?}", begun.elapsed());
        }
    }
}

#[test]
fn case_49_a_paste_is_no_key() {
    let mut program = started();
    for paste in
        ["\x1b[200~q\rq\r\x1b[201~".to_owned(), format!("\x1b[200~{}\x1b[201~", "q\r".repeat(200_000))]
    {
        program.press(&paste);
        a_moment();
        assert!(program.is_running());
    }
    assert_q_ends(&mut program);
}

#[test]
fn case_49_a_paste_without_marks_is_no_key_either() {
    let mut program = started();
    program.press("quality of the figures\r");
    a_moment();
    assert!(program.is_running());
    assert_q_ends(&mut program);
}

#[test]
fn case_49_a_paste_that_never_ends_leaves_signals() {
    let mut program = started();
    program.press("\x1b[200~abcq\x03");
    // What is read only after the modes are restored is a Ctrl-C to the terminal: it empties what is still to be shown.
    a_moment();
    program.signal(Signal::TERM);
    program.assert_ended(143);
    program.assert_restored();
}

#[test]
fn case_49_a_paste_that_never_ends_leaves_keys_after_a_while() {
    let mut program = started();
    program.press("\x1b[200~abcq\x03");
    let tries = PATIENCE.as_secs() / 2;
    for _ in 0..tries {
        thread::sleep(Duration::from_millis(1_500));
        if !program.is_running() {
            break;
        }
        program.press("\x03");
    }
    program.assert_ended(130);
}

#[test]
fn case_50_rubbish_is_swallowed() {
    let mut program = started();
    program.press("\x1b[<0;10;5M\x1b[I\x1b[O\x1b[?62;22c\x1b]11;rgb:00/00/00\x07\x1b[12;40R");
    a_moment();
    assert!(program.is_running());
    assert_q_ends(&mut program);
}

#[test]
fn case_40_keys_come_from_the_terminal_when_standard_input_is_something_else() {
    for line in ["printf '' | \"$0\"", "\"$0\" </dev/null", "\"$0\" <&-"] {
        let mut program = Program::start(shell(line));
        program.wait_for_frame();
        assert_q_ends(&mut program);
    }
}

#[test]
fn what_was_imported_opens_without_a_file() {
    let workbook = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/import/workbooks/ward-1.xlsx");
    let mut program = Program::start(shell(&format!("\"$0\" import --open '{workbook}'")));
    program.wait_for("the figures", |text| text.contains("Phường 1"));
    assert_q_ends(&mut program);
}

/// As a shell has it: `~/` is where whoever types is at home.
#[test]
fn a_file_is_written_at_home() {
    let home = crate::folder::Folder::new("home");
    let mut command = giamngheo();
    command.env("HOME", &home.0);
    let mut program = Program::start(command);
    program.wait_for_frame();
    program.press(&format!("2w{}", "\x7f".repeat(60)));
    a_moment();
    for key in "~/bảng.csv".chars() {
        program.press(&key.to_string());
        thread::sleep(Duration::from_millis(20));
    }
    program.press("\r");
    program.wait_for("the words", |text| super::pty::shown(text, 80, 24).contains("đã ghi ~/bảng.csv"));
    assert_eq!(home.names(), ["bảng.csv"]);
    assert_q_ends(&mut program);
}
