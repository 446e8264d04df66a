//! What stands on standard input, named or not.

use std::fs;
use std::io::Write;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::{bash, of_unit, snapshot, text};
use crate::folder::Folder;
use crate::program::binary;
use crate::terminal::pty::{Program, giamngheo, shell};

/// Data that are piped in are shown though nobody wrote `-`; where there are none, it is the sample.
#[test]
fn case_59_a_pipe_is_read_without_being_named() {
    let folder = Folder::new("piped");
    let file = folder.write("a.json", &of_unit("Quận Chín Mươi"));
    let sees_file =
        ["cat \"$1\" | \"$0\"", "\"$0\" report <\"$1\"", "(sleep 0.6; cat \"$1\") | \"$0\" check"];
    for line in sees_file {
        let output = bash(line, &[&file]);
        assert!(text(&output.stdout).contains("Quận Chín Mươi"), "{line}: {}", text(&output.stderr));
        assert!(output.stderr.is_empty(), "{line}");
    }
    for line in ["\"$0\" check", "\"$0\" check <&-", ": | \"$0\" check", "printf ' \\n' | \"$0\" check"] {
        let output = bash(line, &[]);
        assert!(text(&output.stdout).contains("Tệp đã nạp: 5"), "{line}: {}", text(&output.stderr));
    }
    // A pipe that is silent, as that of a command on another machine is for ever.
    let output = bash("sleep 4 | \"$0\" check", &[]);
    assert!(text(&output.stdout).contains("Tệp đã nạp: 5"));
    assert!(text(&output.stderr).contains("đây là số liệu mẫu"), "{}", text(&output.stderr));
}

#[test]
fn case_59_the_screen_waits_for_a_silent_pipe_in_words() {
    let folder = Folder::new("silent");
    let file = folder.write("a.json", &of_unit("Quận Chín Mươi"));
    let mut program = Program::start(shell(&format!("(sleep 2; cat '{file}') | \"$0\"")));
    program.wait_for("the words", |text| text.contains("đang chờ dữ liệu"));
    program.wait_for("the figures", |text| text.contains("Quận Chín Mươi"));
    program.press("q");
    program.assert_ended(0);
    program.assert_restored();
    let mut silent = Program::start(shell("exec 3<>/dev/null; sleep 60 | \"$0\" & wait"));
    drop(silent.child.kill());
    let mut waits = Program::start(shell("(trap '' HUP; sleep 5) | \"$0\"; echo ended-$?"));
    waits.wait_for("the words", |text| text.contains("đang chờ dữ liệu"));
    waits.press("q");
    waits.wait_for("the screen given back", |text| text.contains("\x1b[?1049l"));
}

/// By whatever names: what was read has nothing left to say, and is not empty for that.
#[test]
fn case_71_standard_input_named_twice_counts_once_and_is_said() {
    let folder = Folder::new("twice");
    let file = folder.write("a.json", &snapshot());
    for [first, again] in [["-", "-"], ["/dev/stdin", "-"], ["-", "/dev/stdin"], ["-", "/proc/self/fd/0"]] {
        let output = bash(&format!("cat \"$1\" | \"$0\" check {first} {again}"), &[&file]);
        let said = text(&output.stdout);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let note = format!("{again}: tệp này đã đọc với tên {first}");
        assert!(said.contains("Tệp đã nạp: 1") && said.contains(&note), "{said}");
        let output = bash(&format!("cat \"$1\" | \"$0\" report {first} {again}"), &[&file]);
        assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(0), ""));
    }
}

/// A folder beside it, with the same file and with another.
#[test]
fn case_71_standard_input_beside_a_folder_is_one_file_more() {
    let folder = Folder::new("beside");
    let file = folder.write("a.json", &snapshot());
    let output = bash("cat \"$1\" | \"$0\" check - \"$2\" -", &[&file, &folder.0]);
    let said = text(&output.stdout);
    assert!(said.contains("Tệp đã nạp: 1, bị từ chối: 0") && said.contains("-: tệp này đã đọc"), "{said}");
    assert!(said.contains("a.json: nội dung giống tệp -"), "{said}");
    let other = of_unit("Quận Chín Mươi");
    let output = bash("printf '%s' \"$1\" | \"$0\" check - \"$2\"", &[&other, &folder.0]);
    let said = text(&output.stdout);
    assert!(said.contains("Tệp đã nạp: 2, bị từ chối: 0") && said.contains("Quận Chín Mươi"), "{said}");
}

/// A server hands a socket over, and what it does not wait for is waited for here.
#[test]
fn case_59_a_socket_is_read_and_waited_for() {
    for asked in [&["check"][..], &["check", "-"], &["report"], &["import", "-"]] {
        let (mut ours, theirs) = UnixStream::pair().unwrap();
        theirs.set_nonblocking(true).unwrap();
        let mut command = binary(asked);
        command.stdin(OwnedFd::from(theirs)).stdout(Stdio::piped()).stderr(Stdio::piped());
        let child = command.spawn().unwrap();
        drop(command);
        thread::sleep(Duration::from_millis(300));
        ours.write_all(of_unit("Quận Chín Mươi").as_bytes()).unwrap();
        drop(ours);
        let output = child.wait_with_output().unwrap();
        let said = text(&output.stdout) + &text(&output.stderr);
        let is_read = said.contains("Quận Chín Mươi") || said.contains("tệp số liệu");
        assert!(is_read && !said.contains("lỗi hệ thống"), "{asked:?}: {said}");
    }
}

/// Pipes of that name that were taken away unwritten are not waited for.
#[test]
fn case_65_a_pipe_that_is_gone_leaves_no_thread() {
    let folder = Folder::new("gone");
    let path = folder.write("a.json", &snapshot());
    let mut command = giamngheo();
    command.arg(&path);
    let mut program = Program::start(command);
    program.wait_for_frame();
    for _ in 0..6 {
        fs::remove_file(&path).unwrap();
        assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
        program.press("r");
        thread::sleep(Duration::from_millis(200));
        fs::remove_file(&path).unwrap();
        folder.write("a.json", &snapshot());
        program.press("r");
        thread::sleep(Duration::from_millis(200));
    }
    let threads = |program: &Program| {
        let all = fs::read_dir(format!("/proc/{}/task", program.pid().as_raw_nonzero())).unwrap();
        let name = |task: fs::DirEntry| fs::read_to_string(task.path().join("comm")).unwrap_or_default();
        all.flatten()
            .filter(|task| task.path().exists())
            .map(name)
            .filter(|name| name.trim() == "pipe")
            .count()
    };
    let begun = Instant::now();
    while threads(&program) > 0 {
        assert!(begun.elapsed() < Duration::from_secs(20), "{} threads wait", threads(&program));
        thread::sleep(Duration::from_millis(200));
    }
    program.press("q");
    program.assert_ended(0);
}
