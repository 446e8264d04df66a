//! A real session over ssh, on this machine: the program goes with it, and as a kiosk it shows and does nothing else.
//! `.ci/outside` runs these.

use std::fs;
use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use rustix::process::{Pid, Signal, kill_process};

use super::outside::{Running, has, is_root, ran};
use super::{snapshot, text};
use crate::folder::Folder;
use crate::program::BINARY;
use crate::terminal::hang_up::{close_under, code_of};
use crate::terminal::pty::{PATIENCE, Program, plain, shown};

/// A server of its own on a port that was free, with keys of its own.
struct Server {
    folder: Folder,
    port: String,
    _process: Running,
}

impl Server {
    /// With these settings besides its own; none where it cannot run here. `%` in them is the path of a snapshot.
    fn start(name: &str, more: &str) -> Option<Self> {
        if !(has(&["sshd", "ssh", "ssh-keygen"]) && is_root()) {
            return None;
        }
        let folder = Folder::new(name);
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port().to_string();
        for key in ["host", "own"] {
            let made = ran("ssh-keygen", &["-q", "-t", "ed25519", "-N", "", "-f", &folder.at(key)]);
            assert!(made.status.success());
        }
        let file = folder.write("a.json", &snapshot());
        let settings = format!(
            "Port {port}\nListenAddress 127.0.0.1\nHostKey {}\nAuthorizedKeysFile {}\nPidFile none\n\
             StrictModes no\nUsePAM no\nPermitRootLogin yes\n{}\n",
            folder.at("host"),
            folder.at("own.pub"),
            more.replace('%', &file),
        );
        let settings = folder.write("sshd", &settings);
        // Where the server keeps nothing, and does not begin without.
        fs::create_dir_all("/run/sshd").unwrap();
        let mut server = Command::new("/usr/sbin/sshd");
        let process =
            Running(server.args(["-D", "-e", "-f", &settings]).stderr(Stdio::null()).spawn().unwrap());
        Some(Self { folder, port, _process: process })
    }

    fn file(&self) -> String {
        self.folder.at("a.json")
    }

    /// What a client is asked with, before the words for the other side.
    fn words(&self, terminal: &str) -> Vec<String> {
        let own = self.folder.at("own");
        let words = [terminal, "-i", &own, "-p", &self.port, "-o", "StrictHostKeyChecking=no"];
        let quiet =
            ["-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR", "-o", "ConnectionAttempts=20"];
        words.into_iter().chain(quiet).chain(["root@127.0.0.1"]).map(str::to_owned).collect()
    }

    fn session(&self, asked: &str) -> CommandBuilder {
        let mut command = plain(CommandBuilder::new("ssh"));
        command.args(self.words("-tt"));
        command.arg(asked);
        command
    }
}

/// Killed on the way, the program goes too, twenty times in a row. A client that stands still is what the server sees of
/// a line that drops all packets: nobody answers when it asks whether somebody is there.
#[test]
#[ignore = "run by .ci/outside"]
fn case_46_nothing_is_left_of_a_session_over_ssh_that_is_killed() {
    let asks = "ClientAliveInterval 1\nClientAliveCountMax 1";
    let Some(server) = Server::start("ssh", asks) else { return };
    let file = server.file();
    for killed in ["client", "session", "hang-up", "silent"].into_iter().cycle().take(20) {
        let session = server.session(&format!("LANG=C.UTF-8 '{BINARY}' '{file}'"));
        // A silent client is there until the program is gone.
        let mut client = None;
        if killed == "hang-up" {
            // The terminal of the client goes away.
            code_of(close_under(session, Duration::ZERO));
        } else {
            let program = client.insert(Program::start(session));
            program.wait_for_frame();
            let shown = shows(&file);
            assert_eq!(shown.len(), 1);
            let (pid, signal) = match killed {
                "client" => (program.pid(), Signal::KILL),
                "silent" => (program.pid(), Signal::STOP),
                _ => (Pid::from_raw(nearest_server(shown[0])).unwrap(), Signal::KILL),
            };
            kill_process(pid, signal).unwrap();
        }
        let since = Instant::now();
        while !shows(&file).is_empty() {
            assert!(since.elapsed() < PATIENCE, "{killed}: it goes on without anybody");
            thread::sleep(Duration::from_millis(50));
        }
    }
}

/// Whatever is asked of the server, the kiosk comes; it copies nothing, writes nothing, does not stop, and without a
/// terminal says so and gives no figure away.
#[test]
#[ignore = "run by .ci/outside"]
fn case_80_a_kiosk_behind_a_forced_command_shows_and_does_nothing_else() {
    let forced = format!("ForceCommand env LANG=C.UTF-8 '{BINARY}' --kiosk --lang vi '%'");
    let Some(server) = Server::start("kiosk-ssh", &forced) else { return };
    let before = names(&server.folder);
    let mut program = Program::start(server.session("cat /etc/passwd; \x1b]52;c;AAAA\x07"));
    program.wait_for_frame();
    program.wait_for_calm();
    for keys in ["2", "y", "w", "o", "/etc/passwd\r", "\x1b", "\x1a", "m", "y", "\x1b", "?", "\x1b"] {
        program.press(keys);
        program.wait_for_calm();
        assert!(program.is_running(), "{keys:?}");
    }
    program.press("1");
    program.wait_for_calm();
    let written = program.written();
    assert!(!written.contains("]52;") && !written.contains("root:"), "{written:?}");
    assert!(shown(&written, 80, 24).contains("q "), "it answers after a Ctrl-Z: {written:?}");
    assert_eq!(names(&server.folder), before, "nothing is written");
    program.press("q");
    program.assert_ended(0);

    let asked =
        Command::new("ssh").args(server.words("-T")).arg("true").stdin(Stdio::null()).output().unwrap();
    assert_eq!(asked.status.code(), Some(2));
    assert_eq!(text(&asked.stdout), "");
    assert!(text(&asked.stderr).contains("--kiosk cần một màn hình"), "{}", text(&asked.stderr));
}

fn names(folder: &Folder) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(&folder.0)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
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
