//! What may be named besides files: pipes, which are waited for, and devices, which are not read.

use std::process::Command;

use rustix::process::Signal;

use super::{bash, of_unit, text};
use crate::folder::Folder;
use crate::terminal::pty::{Program, giamngheo, shell, shown};

const NO_FILE: &str = "không phải tệp, thư mục hay ống dẫn";

/// The program on what these words name, as soon as it shows `sight`.
fn showing(sight: &str, words: &[&str]) -> Program {
    let mut command = giamngheo();
    command.args(["--lang", "vi"]);
    command.args(words);
    let program = Program::start(command);
    program.wait_for(sight, |text| shown(text, 80, 24).contains(sight));
    program
}

/// A pipe that nobody writes to.
fn silent(folder: &Folder) -> String {
    let path = folder.at("p");
    assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
    path
}

/// Whatever opened them would wait for a key, or take one from the program.
#[test]
fn case_29_the_terminal_is_no_file_and_keeps_its_keys() {
    for path in ["/dev/tty", "/dev/stdin", "/dev/fd/0", "/dev/zero"] {
        let mut program = showing(NO_FILE, &[path]);
        assert!(shown(&program.written(), 80, 24).contains("Không đọc được tệp nào"));
        program.press("?");
        program.wait_for_calm();
        assert!(program.is_running(), "{path}");
        program.press("q");
        program.assert_ended(1);
        program.assert_restored();
        let mut program = Program::start(shell(&format!("\"$0\" check --lang vi {path}")));
        program.assert_ended(1);
        program.wait_for("the words", |text| text.contains(&format!("{path}: {NO_FILE}")));
    }
}

#[test]
fn case_29_a_pipe_that_nobody_writes_to_is_left_by_keys_and_signals() {
    let folder = Folder::new("silent");
    let path = silent(&folder);
    for (keys, code) in [("\x03", 130), ("q", 0), ("\x1c", 131)] {
        let mut program = showing("đang chờ dữ liệu", &[&path]);
        program.press(keys);
        program.assert_ended(code);
        program.assert_restored();
    }
    for (signal, code) in [(Signal::INT, 130), (Signal::TERM, 143)] {
        let mut program = showing("đang chờ dữ liệu", &[&path]);
        program.signal(signal);
        program.assert_ended(code);
        program.assert_restored();
    }
}

/// Without a screen the key is a signal as for every program.
#[test]
fn case_29_a_report_of_a_pipe_that_nobody_writes_to_is_ended_by_the_key() {
    let folder = Folder::new("silent-report");
    let path = silent(&folder);
    for asked in ["report", "check", "import --as-of 2024-12-31"] {
        let mut program =
            Program::start(shell(&format!("trap : INT; echo begun; \"$0\" {asked} '{path}'; echo ended-$?")));
        program.wait_for("the shell", |text| text.contains("begun"));
        std::thread::sleep(std::time::Duration::from_millis(300));
        assert!(program.is_running(), "{asked}: {:?}", program.written());
        program.press("\x03");
        program.wait_for("the end", |text| text.contains("ended-130"));
        program.assert_ended(0);
    }
}

/// What a shell puts in the place of `<( )` is a pipe, on the screen and in a report.
#[test]
fn case_29_what_another_program_writes_is_read() {
    let folder = Folder::new("written");
    let file = folder.write("a.json", &of_unit("Quận Chín Mươi"));
    for line in ["\"$0\" report <(cat \"$1\")", "cat \"$1\" | \"$0\" report /dev/stdin"] {
        let output = bash(line, &[&file]);
        assert!(text(&output.stdout).contains("Quận Chín Mươi"), "{line}: {}", text(&output.stderr));
    }
    let line = format!("exec bash -c '\"$0\" <(sleep 1; cat \"$1\")' \"$0\" '{file}'");
    let mut program = Program::start(shell(&line));
    program.wait_for("the words", |text| text.contains("đang chờ dữ liệu"));
    program.wait_for("the figures", |text| shown(text, 80, 24).contains("Quận Chín Mươi"));
    program.press("q");
    program.assert_ended(0);
    program.assert_restored();
}
