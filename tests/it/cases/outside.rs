//! What needs other programs and rights: multiplexers, a shell over a network, a full disk, another user. `.ci/outside`
//! runs them; where one cannot run it says *skipped* and why, which with `GIAMNGHEO_CI=1` is a failure.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use super::{snapshot, text};
use crate::folder::Folder;
use crate::program::BINARY;
use crate::terminal::hang_up::{close_under, code_of};
use crate::terminal::pty::{Program, plain, shown, wait};
use portable_pty::CommandBuilder;
use rustix::process::Signal;

/// Says why a test cannot run; where all must, it fails.
#[expect(clippy::print_stdout, reason = "what a test says is read where it was run")]
pub fn skip(why: &str) {
    println!("skipped: {why}");
    assert!(std::env::var_os("GIAMNGHEO_CI").is_none_or(|value| value != "1"), "skipped: {why}");
}

/// Are these programs here?
pub fn has(tools: &[&str]) -> bool {
    let there = |tool: &&&str| {
        ["/usr/bin", "/bin", "/usr/sbin"].iter().any(|at| fs::exists(format!("{at}/{tool}")).unwrap())
    };
    let missing: Vec<&&str> = tools.iter().filter(|tool| !there(tool)).collect();
    if !missing.is_empty() {
        skip(&format!("{missing:?} is not installed"));
    }
    missing.is_empty()
}

pub fn is_root() -> bool {
    let root = rustix::process::getuid().is_root();
    if !root {
        skip("only root may do that");
    }
    root
}

pub fn ran(program: &str, args: &[&str]) -> Output {
    Command::new(program).args(args).stdin(Stdio::null()).output().unwrap()
}

/// A small disk in a folder; not mounted any more when the test has ended, whichever way.
pub struct Mounted<'a>(&'a Folder);

impl<'a> Mounted<'a> {
    /// None where it cannot be mounted.
    pub fn small(folder: &'a Folder, size: &str) -> Option<Self> {
        let size = format!("size={size}");
        let mounted = ran("mount", &["-t", "tmpfs", "-o", &size, "giamngheo", &folder.0]);
        mounted.status.success().then_some(Self(folder))
    }
}

impl Drop for Mounted<'_> {
    fn drop(&mut self) {
        ran("umount", &[&self.0.0]);
    }
}

/// Gone with the value.
pub struct Running(pub Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
#[ignore = "run by .ci/outside"]
fn case_28_another_user_is_told_that_he_may_not_read() {
    if !(has(&["setpriv"]) && is_root()) {
        return;
    }
    let folder = Folder::new("rights");
    let program = folder.at("giamngheo");
    fs::copy(BINARY, &program).unwrap();
    let file = folder.write("a.json", &snapshot());
    fs::create_dir(folder.at("closed")).unwrap();
    let inside = folder.write("closed/a.json", &snapshot());
    for path in [&file, &folder.at("closed")] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o000)).unwrap();
    }
    for path in [&file, &folder.at("closed"), &inside] {
        let args = ["--reuid=65534", "--clear-groups", &program, "check", "--lang", "vi", path];
        let output = ran("setpriv", &args);
        assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
        assert!(text(&output.stderr).contains("không có quyền đọc"), "{}", text(&output.stderr));
    }
}

#[test]
#[ignore = "run by .ci/outside"]
fn case_35_a_full_disk_is_told_and_nothing_half_is_left() {
    if !is_root() {
        return;
    }
    let folder = Folder::new("disk");
    let Some(_mounted) = Mounted::small(&folder, "16k") else {
        return skip("a small disk cannot be mounted here");
    };
    let path = folder.at("a.html");
    let output = ran(BINARY, &["report", "--lang", "vi", "-o", &path]);
    let left = folder.names();
    assert!(ran("umount", &[&folder.0]).status.success());
    assert_eq!(output.status.code(), Some(74));
    assert!(text(&output.stderr).contains("hết chỗ trên đĩa"), "{}", text(&output.stderr));
    assert!(left.is_empty(), "{left:?}");
}

/// A whole journey: only what was named is read, nothing is written, no network, no other program.
#[test]
#[ignore = "run by .ci/outside"]
fn case_35_the_screen_writes_no_file_and_starts_nothing() {
    if !has(&["strace"]) {
        return;
    }
    let folder = Folder::new("traced");
    let file = folder.write("a.json", &snapshot());
    let log = folder.at("log");
    let mut command = plain(CommandBuilder::new("strace"));
    let calls = "trace=openat,open,creat,rename,renameat2,unlink,mkdir,socket,connect,execve";
    command.args(["-f", "-e", calls, "-o", &log, BINARY, &file]);
    let mut program = Program::start(command);
    program.wait_for_frame();
    for keys in ["2", "3", "4", "5", "6", "1", "m", " ", "\x1b", "?", "\x1b", "/", "\x1b", "r"] {
        program.press(keys);
        program.wait_for_calm();
    }
    program.press("q");
    program.assert_ended(0);
    let traced = fs::read_to_string(&log).unwrap();
    let count = |call: &str| traced.lines().filter(|line| line.contains(call)).count();
    assert_eq!(count("execve("), 1);
    for call in ["socket(", "connect(", "creat(", "rename", "unlink(", "mkdir("] {
        assert_eq!(count(call), 0, "{call}");
    }
    let mut written = traced.lines().filter(|line| line.contains("O_WRONLY") || line.contains("O_CREAT"));
    assert_eq!(written.next(), None);
    let other = traced.lines().filter(|line| line.contains("O_RDWR") && !line.contains("/dev/tty"));
    assert_eq!(other.collect::<Vec<_>>(), Vec::<&str>::new());
    assert!(count(&file) > 0);
}

/// In GNU screen a long copy goes through whole, and the picture stays whole.
#[test]
#[ignore = "run by .ci/outside"]
fn case_51_gnu_screen_passes_a_copy_on() {
    if !has(&["screen"]) {
        return;
    }
    let folder = Folder::new("screen");
    fs::set_permissions(&folder.0, fs::Permissions::from_mode(0o700)).unwrap();
    let mut command = plain(CommandBuilder::new("screen"));
    command.env("SCREENDIR", &folder.0);
    command.args(["-U", "-c", "/dev/null", BINARY, "--lang", "vi"]);
    let mut program = Program::start(command);
    program.wait_for("the figures", |text| shown(text, 80, 24).contains("04/03/2023"));
    program.press("2");
    program.wait_for_calm();
    let before = program.written().len();
    program.press("y");
    program.wait_for("the words", |text| shown(text, 80, 24).contains("đã gửi"));
    program.wait_for_calm();
    let answer = program.written()[before..].to_owned();
    let copied = answer.split("\x1b]52;c;").nth(1).and_then(|rest| rest.split('\x07').next()).unwrap();
    assert!(copied.len() > 768, "longer than one piece: {}", copied.len());
    assert!(copied.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte)), "{copied:?}");
    let screen = shown(&program.written(), 80, 24);
    assert!(!screen.contains(&copied[..20]) && screen.contains("Phường 10"), "{screen}");
    program.press("q");
    program.ended();
}

/// In tmux without an alternate screen nothing of the figures stays behind.
#[test]
#[ignore = "run by .ci/outside"]
fn case_82_tmux_keeps_nothing_of_the_screen() {
    if !has(&["tmux"]) {
        return;
    }
    let name = format!("giamngheo-{}", std::process::id());
    let tmux = |args: &[&str]| text(&ran("tmux", &[&["-L", &name, "-f", "/dev/null"], args].concat()).stdout);
    tmux(&["new-session", "-d", "-x", "80", "-y", "24", "env LANG=C.UTF-8 sh"]);
    tmux(&["set", "-g", "alternate-screen", "off"]);
    tmux(&["set", "-g", "scroll-on-clear", "on"]);
    tmux(&["send-keys", &format!("'{BINARY}' --lang vi; echo left-$((40 + 2))"), "Enter"]);
    let pane = || tmux(&["capture-pane", "-p", "-S", "-"]);
    wait(|| pane().contains("04/03/2023"), || format!("the figures in tmux: {}", pane()));
    for keys in ["2", "C-l", "6", "q"] {
        tmux(&["send-keys", keys]);
        thread::sleep(Duration::from_millis(300));
    }
    wait(|| pane().contains("left-42"), || format!("the shell in tmux: {}", pane()));
    let kept = pane();
    tmux(&["kill-server"]);
    for word in ["Phường", "04/03/2023", "hộ nghèo"] {
        assert!(!kept.contains(word), "{kept}");
    }
}

/// The clock set forward and back by hours while slides change by themselves: they do so by seconds that passed.
#[test]
#[ignore = "run by .ci/outside"]
fn case_58_a_clock_that_jumps_holds_up_no_slide() {
    const LIBRARY: &str = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";
    if !fs::exists(LIBRARY).unwrap() {
        return skip("faketime is not installed");
    }
    let folder = Folder::new("clock");
    let clock = folder.write("clock", "+0");
    let mut command = plain(CommandBuilder::new(BINARY));
    command.args(["--lang", "vi"]);
    let settings =
        [("LD_PRELOAD", LIBRARY), ("FAKETIME_NO_CACHE", "1"), ("FAKETIME_DONT_FAKE_MONOTONIC", "1")];
    for (name, value) in settings.into_iter().chain([("FAKETIME_TIMESTAMP_FILE", clock.as_str())]) {
        command.env(name, value);
    }
    let mut program = Program::start(command);
    program.wait_for_figures();
    program.press("ma");
    program.wait_for_calm();
    let screen = |program: &Program| shown(&program.written(), 80, 24);
    for jump in ["-2h", "+3h"] {
        let before = screen(&program);
        fs::write(&clock, jump).unwrap();
        let asked = format!("another slide after a jump of {jump}");
        program.wait_for(&asked, |text| shown(text, 80, 24) != before);
        program.wait_for_calm();
    }
    program.press("q");
    program.ended();
}

/// Ended in any way at any moment, two hundred times in a row: it goes, the terminal is as it was, nothing stays behind.
#[test]
#[ignore = "run by .ci/outside"]
fn case_43_case_45_two_hundred_random_endings_leave_nothing() {
    // Four at a time: most of each is waiting.
    thread::scope(|lanes| {
        for seed in 1..=4 {
            lanes.spawn(move || end_at_random(seed, 50));
        }
    });
}

/// Ends it so many times, in ways and at moments that follow from the seed.
fn end_at_random(seed: u64, rounds: u32) {
    let mut random = seed;
    let mut next = |below: u64| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) % below
    };
    for round in 0..rounds {
        let (way, pause) = (next(6), Duration::from_millis(next(500)));
        if way == 5 {
            let code = code_of(close_under(plain(CommandBuilder::new(BINARY)), pause));
            assert_eq!(code, 129, "round {round}, the terminal gone after {pause:?}");
            continue;
        }
        let mut program = Program::start(plain(CommandBuilder::new(BINARY)));
        let is_raw = || !program.modes().contains("ICANON") || program.written().contains('\x1b');
        wait(is_raw, || "raw mode".to_owned());
        thread::sleep(pause);
        let pid = program.pid().as_raw_nonzero();
        let (code, expected) = match way {
            0 => (ended_by(&mut program, Signal::TERM), 143),
            1 => (ended_by(&mut program, Signal::INT), 130),
            2 => (ended_by(&mut program, Signal::QUIT), 131),
            3 => (ended_by(&mut program, Signal::HUP), 129),
            _ => {
                let keys = [("q", 0), ("2q", 0), ("/a\x1bq", 0), ("\x03", 130)];
                let (keys, code) = keys[usize::try_from(next(4)).unwrap()];
                program.press(keys);
                (program.ended(), code)
            }
        };
        assert_eq!(code, expected, "round {round}, way {way}, after {pause:?}");
        program.assert_modes_restored();
        assert!(!fs::exists(format!("/proc/{pid}/exe")).unwrap(), "round {round}: {pid} stays");
    }
}

fn ended_by(program: &mut Program, signal: Signal) -> u32 {
    program.signal(signal);
    program.ended()
}
