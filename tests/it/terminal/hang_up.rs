//! The terminal goes away: a closed window, a lost connection.
use std::{
    fs,
    io::Read,
    path::PathBuf,
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};

use super::pty::{ENTER, PATIENCE, giamngheo, shell, wait};

/// Runs `command` until it has begun to draw, and so long after that closes the terminal under it. No thread reads here,
/// as it would keep the terminal open.
pub fn close_under(command: CommandBuilder, after: Duration) -> Box<dyn Child + Send + Sync> {
    let pair = native_pty_system().openpty(PtySize::default()).unwrap();
    let child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut killer = child.clone_killer();
    let mut from = pair.master.try_clone_reader().unwrap();
    let (done, watch) = std::sync::mpsc::channel::<()>();
    thread::spawn(move || {
        // Should nothing ever be drawn, the read below must end all the same.
        if watch.recv_timeout(PATIENCE) == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
            let _ = killer.kill();
        }
    });
    let mut written = Vec::new();
    let mut room = [0; 4096];
    while !String::from_utf8_lossy(&written).contains(ENTER) {
        let count = from.read(&mut room).expect("it draws before it ends");
        written.extend_from_slice(&room[..count]);
    }
    drop(done);
    thread::sleep(after);
    child
}

/// Waits until it has gone, and gives its code.
pub fn code_of(mut child: Box<dyn Child + Send + Sync>) -> u32 {
    let since = Instant::now();
    while child.try_wait().unwrap().is_none() {
        assert!(since.elapsed() < PATIENCE, "it stays without a terminal");
        thread::sleep(Duration::from_millis(5));
    }
    child.wait().unwrap().exit_code()
}

#[test]
fn case_45_with_its_signal() {
    assert_eq!(code_of(close_under(giamngheo(), Duration::ZERO)), 129);
}

/// The shell leads the session, gets the signal alone and ignores it; the program only loses its terminal.
#[test]
fn case_45_without_a_signal() {
    assert_eq!(code_below_a_deaf_shell("unsignalled", "\"$0\""), "129");
}

#[test]
fn case_40_case_45_with_a_pipe_for_standard_input() {
    assert_eq!(code_below_a_deaf_shell("piped", "printf '' | \"$0\""), "129");
}

fn code_below_a_deaf_shell(name: &str, line: &str) -> String {
    let file = std::env::temp_dir().join(format!("giamngheo-hang-up-{}-{name}", std::process::id()));
    let mut command = shell(&format!("trap '' HUP; {line}; echo $? > \"$CODE_FILE\""));
    command.env("CODE_FILE", &file);
    let mut child = close_under(command, Duration::ZERO);
    let code = || fs::read_to_string(&file).unwrap_or_default().trim().to_owned();
    wait(|| !code().is_empty(), || "the end of the program".to_owned());
    let _ = child.kill();
    let _ = child.wait();
    let found = code();
    remove(&file);
    found
}

fn remove(file: &PathBuf) {
    fs::remove_file(file).unwrap();
}
