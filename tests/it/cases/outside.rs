//! What needs other programs and rights: multiplexers, a shell over a network, a full disk, another user. `.ci/outside`
//! runs them; where one cannot run it says *skipped* and why, which with `GIAMNGHEO_CI=1` is a failure.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use rustix::process::Signal;

use super::{snapshot, text};
use crate::folder::Folder;
use crate::program::BINARY;
use crate::terminal::pty::{PATIENCE, Program, plain, shown, wait};

/// Says why a test cannot run; where all must, it fails.
#[expect(clippy::print_stdout, reason = "what a test says is read where it was run")]
fn skip(why: &str) {
    println!("skipped: {why}");
    assert!(std::env::var_os("GIAMNGHEO_CI").is_none_or(|value| value != "1"), "skipped: {why}");
}

/// Are these programs here?
fn has(tools: &[&str]) -> bool {
    let there = |tool: &&&str| {
        ["/usr/bin", "/bin", "/usr/sbin"].iter().any(|at| fs::exists(format!("{at}/{tool}")).unwrap())
    };
    let missing: Vec<&&str> = tools.iter().filter(|tool| !there(tool)).collect();
    if !missing.is_empty() {
        skip(&format!("{missing:?} is not installed"));
    }
    missing.is_empty()
}

fn is_root() -> bool {
    let root = rustix::process::getuid().is_root();
    if !root {
        skip("only root may do that");
    }
    root
}

fn ran(program: &str, args: &[&str]) -> Output {
    Command::new(program).args(args).stdin(Stdio::null()).output().unwrap()
}

/// Gone with the value.
struct Running(Child);

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
    let mounted = ran("mount", &["-t", "tmpfs", "-o", "size=16k", "giamngheo", &folder.0]);
    if !mounted.status.success() {
        return skip("a small disk cannot be mounted here");
    }
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

/// Killed on the way, the program goes too.
#[test]
#[ignore = "run by .ci/outside"]
fn case_46_nothing_is_left_of_a_session_over_ssh_that_is_killed() {
    if !(has(&["sshd", "ssh", "ssh-keygen"]) && is_root()) {
        return;
    }
    let folder = Folder::new("ssh");
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port().to_string();
    for key in ["host", "own"] {
        let made = ran("ssh-keygen", &["-q", "-t", "ed25519", "-N", "", "-f", &folder.at(key)]);
        assert!(made.status.success());
    }
    let settings = format!(
        "Port {port}\nListenAddress 127.0.0.1\nHostKey {}\nAuthorizedKeysFile {}\nPidFile none\nStrictModes no\n\
         UsePAM no\nPermitRootLogin yes\n",
        folder.at("host"),
        folder.at("own.pub"),
    );
    let settings = folder.write("sshd", &settings);
    // Where the server keeps nothing, and does not begin without.
    fs::create_dir_all("/run/sshd").unwrap();
    let mut server = Command::new("/usr/sbin/sshd");
    let _server = Running(server.args(["-D", "-e", "-f", &settings]).stderr(Stdio::null()).spawn().unwrap());
    let file = folder.write("a.json", &snapshot());
    for killed in ["client", "session", "hang-up"] {
        let mut command = plain(CommandBuilder::new("ssh"));
        command.args(["-tt", "-i", &folder.at("own"), "-p", &port, "-o", "StrictHostKeyChecking=no"]);
        command.args(["-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR"]);
        command.args(["-o", "ConnectionAttempts=20", "root@127.0.0.1"]);
        command.arg(format!("LANG=C.UTF-8 '{BINARY}' '{file}'"));
        let program = Program::start(command);
        program.wait_for_frame();
        assert_eq!(shows(&file).len(), 1);
        match killed {
            "client" => program.signal(Signal::KILL),
            "session" => {
                let session = nearest_server(shows(&file)[0]);
                let session = rustix::process::Pid::from_raw(session).unwrap();
                rustix::process::kill_process(session, Signal::KILL).unwrap();
            }
            _ => drop(program),
        }
        let since = Instant::now();
        while !shows(&file).is_empty() {
            assert!(since.elapsed() < PATIENCE, "{killed}: it goes on without anybody");
            thread::sleep(Duration::from_millis(50));
        }
    }
}

/// The processes of the program itself that show this file.
fn shows(file: &str) -> Vec<i32> {
    let pids =
        fs::read_dir("/proc").unwrap().flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    let is_ours = |pid: &i32| {
        let line = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        line == format!("{BINARY}\0{file}\0").into_bytes()
    };
    pids.filter(is_ours).collect()
}

/// The process of the server that has the terminal of this one.
fn nearest_server(pid: i32) -> i32 {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
    let parent = stat.rsplit_once(')').unwrap().1.split_whitespace().nth(1).unwrap().parse().unwrap();
    let name = fs::read_to_string(format!("/proc/{parent}/comm")).unwrap();
    if name.starts_with("sshd") { parent } else { nearest_server(parent) }
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
