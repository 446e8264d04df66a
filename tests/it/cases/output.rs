//! What is written: not over what is read, and said where it cannot be.

use std::fs;
use std::io::Read;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};

use super::{bash, codes, snapshot, text};
use crate::folder::Folder;
use crate::program::binary;

#[test]
fn case_63_what_cannot_be_written_is_74_whatever_it_is() {
    let folder = Folder::new("full");
    let file = folder.write("a.json", &snapshot());
    for asked in ["--help", "--version", "schema", "man", "completions bash", "new", "report", "check"] {
        let path = if matches!(asked, "report" | "check") { file.as_str() } else { "" };
        let output = bash(&format!("\"$0\" {asked} $1 >/dev/full"), &[path]);
        assert_eq!(output.status.code(), Some(74), "{asked}");
        assert_eq!(text(&output.stderr), "giamngheo: hết chỗ trên đĩa\n", "{asked}");
    }
    let list = folder.write("l.csv", "Họ và tên;Phường;Phân loại\nA;Phường 1;Hộ nghèo\n");
    let import = "import \"$2\" --unit Q --kind district --as-of 2023-12-31";
    let mut asked: Vec<String> = ["text", "markdown", "csv", "json", "html", "xlsx", "docx", "brief"]
        .map(|format| format!("report \"$1\" --format {format} -o -"))
        .into();
    asked.extend(["import --help", "man import", "new -o -", import].map(str::to_owned));
    asked.push(format!("{import} -o -"));
    for asked in asked {
        let output = bash(&format!("\"$0\" {asked} >/dev/full"), &[&file, &list]);
        assert_eq!(output.status.code(), Some(74), "{asked}");
        // What an import did with a list is told before.
        assert!(text(&output.stderr).ends_with("giamngheo: hết chỗ trên đĩa\n"), "{asked}");
    }
}

/// By its own name, another name of the same file, or none: whatever reads it.
#[test]
fn case_68_no_file_that_is_read_is_written_over() {
    let list = "Họ và tên;Phường;Phân loại\nA;Phường 1;Hộ nghèo\nB;Phường 2;Hộ nghèo\n";
    let lines = [
        "\"$0\" report --force -o a.json a.json",
        "\"$0\" report --force -o hard.json a.json",
        "\"$0\" report --force -o \"../$(basename \"$1\")/a.json\" .",
        "\"$0\" report --force -o a.json - <a.json",
        "\"$0\" report --force -o a.json <a.json",
        "\"$0\" new --from a.json --as-of 2024-12-31 --force -o a.json",
        "\"$0\" new --areas-file names.json --force -o names.json",
        "\"$0\" import l.csv --unit Q --kind district --as-of 2023-12-31 --force -o l.csv",
        "\"$0\" import l.csv --unit Q --kind district --as-of 2023-12-31 --force --write-map l.csv -o new.json",
        "\"$0\" import l.csv --previous a.json --as-of 2024-12-31 --force -o a.json",
    ];
    for line in lines {
        let folder = Folder::new("self");
        let files = [("a.json", snapshot()), ("l.csv", list.to_owned()), ("names.json", "A\nB\n".to_owned())];
        for (name, said) in &files {
            folder.write(name, said);
        }
        fs::hard_link(folder.at("a.json"), folder.at("hard.json")).unwrap();
        let output = bash(&format!("cd \"$1\" && {line}"), &[&folder.0]);
        // A list is no file of the kind that is written: its ending tells that before anything is looked at.
        let (code, why) = if line.contains("l.csv -o new.json") || line.ends_with("-o l.csv") {
            (2, "l.json")
        } else {
            (74, "là tệp đang được đọc: ghi vào tên khác")
        };
        assert_eq!(output.status.code(), Some(code), "{line}: {}", text(&output.stderr));
        assert!(text(&output.stderr).contains(why), "{line}");
        for (name, said) in files {
            assert_eq!(fs::read_to_string(folder.at(name)).unwrap(), said, "{line}");
        }
    }
}

/// Two outputs of one name are refused before either is written.
#[test]
fn case_68_what_is_written_is_not_written_over_by_the_rest() {
    let list = "Họ và tên;Phường;Phân loại\nA;Phường 1;Hộ nghèo\nB;Phường 2;Hộ nghèo\n";
    for (map, out) in
        [("s.json", "s.json"), ("s.json", "./s.json"), ("$1/s.json", "s.json"), ("old.json", "hard.json")]
    {
        for force in ["", "--force"] {
            let folder = Folder::new("same");
            folder.write("l.csv", list);
            folder.write("old.json", "{}");
            fs::hard_link(folder.at("old.json"), folder.at("hard.json")).unwrap();
            let line = format!(
                "cd \"$1\" && \"$0\" import l.csv --unit Q --kind district --as-of 2023-12-31 {force} --write-map {map} -o {out}"
            );
            let output = bash(&line, &[&folder.0]);
            let told = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{line}: {told}");
            assert!(told.starts_with("giamngheo: -o và --write-map cùng một tệp "), "{told}");
            assert_eq!(folder.names(), ["hard.json", "l.csv", "old.json"], "{line}");
            assert_eq!(fs::read_to_string(folder.at("old.json")).unwrap(), "{}");
        }
    }
}

/// The system's limit on the size of a file ends no program without a word.
#[test]
fn case_89_a_file_over_the_limit_is_told_and_not_left_half() {
    let folder = Folder::new("limit");
    let file = folder.write("a.json", &snapshot());
    let line = "cd \"$2\" && ulimit -f 1 && \"$0\" report \"$1\" --format html";
    let output = bash(&format!("{line} -o out.html"), &[&file, &folder.0]);
    assert_eq!(output.status.code(), Some(74));
    assert_eq!(text(&output.stderr), "giamngheo: out.html: tệp lớn hơn giới hạn của máy (ulimit -f)\n");
    assert_eq!(folder.names(), ["a.json"]);
    let output = bash(&format!("{line} >shell.html"), &[&file, &folder.0]);
    assert_eq!(output.status.code(), Some(74));
    assert_eq!(text(&output.stderr), "giamngheo: tệp lớn hơn giới hạn của máy (ulimit -f)\n");
    let fits = bash(
        "cd \"$2\" && ulimit -f 1 && \"$0\" report \"$1\" --format brief -o a.txt; echo $?",
        &[&file, &folder.0],
    );
    assert_eq!(codes(&fits), ["0"], "{}", text(&fits.stderr));
}

/// Lets the program run in small steps until the folder of its new file has something in it, and sends the signal then;
/// how the program ended.
fn signalled(mut command: Command, folder: &str, signal: Signal) -> ExitStatus {
    let mut child = command.spawn().unwrap();
    let pid = Pid::from_child(&child);
    let send = |signal| {
        let _ = kill_process(pid, signal);
    };
    let is_begun = || fs::read_dir(folder).is_ok_and(|mut names| names.next().is_some());
    let mut is_sent = false;
    while !is_sent && child.try_wait().unwrap().is_none() {
        send(Signal::STOP);
        is_sent = is_begun();
        if is_sent {
            send(signal);
        }
        send(Signal::CONT);
        thread::sleep(Duration::from_micros(50));
    }
    child.wait().unwrap()
}

fn is_ignored(signal: Signal) -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:")).unwrap();
    u64::from_str_radix(ignored.trim(), 16).unwrap() & 1 << (signal.as_raw() - 1) != 0
}

/// At the moment when its file stands under another name: the file is there whole, or nothing of it and of its folders.
#[test]
fn case_43_case_62_a_signal_while_a_file_is_written_leaves_nothing_of_it() {
    for signal in [Signal::INT, Signal::TERM, Signal::HUP, Signal::QUIT, Signal::USR1] {
        // Behind nohup the tests, and all that they begin, do not hear of a hang-up.
        if is_ignored(signal) {
            continue;
        }
        let was_stopped = (0..100).any(|_| {
            let folder = Folder::new("signalled");
            let mut command = binary(&["new", "--areas", "5000", "-o", "a/b/n.json"]);
            command.current_dir(&folder.0);
            let status = signalled(command, &folder.at("a/b"), signal);
            if fs::exists(folder.at("a/b/n.json")).unwrap() {
                assert_eq!(fs::read_dir(folder.at("a/b")).unwrap().count(), 1, "{signal:?}");
                return false;
            }
            assert_eq!(status.signal(), Some(signal.as_raw()), "{status}");
            assert_eq!(folder.names(), Vec::<String>::new(), "{signal:?}");
            true
        });
        assert!(was_stopped, "{signal:?} always came too late");
    }
}

#[test]
fn case_62_a_signal_that_is_ignored_stays_so_while_a_file_is_written() {
    let folder = Folder::new("nohup");
    let mut command = Command::new("bash");
    let line = "trap '' HUP; exec \"$0\" new --areas 5000 -o a/b/n.json";
    command.args(["-c", line, crate::program::BINARY]).env_clear().current_dir(&folder.0);
    let status = signalled(command, &folder.at("a/b"), Signal::HUP);
    assert!(status.success() && fs::exists(folder.at("a/b/n.json")).unwrap(), "{status}");
}

/// Folders that were made for a file go with it where it cannot be written.
#[test]
fn case_35_folders_made_for_a_file_that_cannot_be_written_are_gone_again() {
    let folder = Folder::new("folders");
    let line = "cd \"$1\" && mkdir a && ulimit -f 1 && \"$0\" new --areas 100 -o a/b/c/n.json";
    let output = bash(line, &[&folder.0]);
    assert_eq!(output.status.code(), Some(74), "{}", text(&output.stderr));
    assert_eq!(fs::read_dir(folder.at("a")).unwrap().count(), 0);
}

/// What is read is no device, though standard input may be the same one: a job of the system has it so.
#[test]
fn case_68_a_device_is_no_file_that_is_read() {
    let folder = Folder::new("device");
    let file = folder.write("a.json", &snapshot());
    let output = bash("\"$0\" report -o /dev/null \"$1\" </dev/null", &[&file]);
    assert_eq!(output.status.code(), Some(74));
    assert!(!text(&output.stderr).contains("đang được đọc"), "{}", text(&output.stderr));
}

/// A pipe that its owner set not to wait is waited for: the report is whole.
#[test]
fn case_63_what_a_reader_takes_late_is_written_whole() {
    let (mut ours, theirs) = UnixStream::pair().unwrap();
    theirs.set_nonblocking(true).unwrap();
    let mut command = binary(&["report", "--format", "html"]);
    command.stdin(Stdio::null()).stdout(OwnedFd::from(theirs)).stderr(Stdio::piped());
    let child = command.spawn().unwrap();
    drop(command);
    thread::sleep(Duration::from_millis(500));
    let mut all = Vec::new();
    ours.read_to_end(&mut all).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let page = text(&all);
    assert!(page.len() > 150_000 && page.trim_end().ends_with("</html>"), "{}", page.len());
}
