//! What goes to the terminal, and when nothing does.
use std::{fs, thread, time::Duration};

use super::pty::{self, ENTER, Program, giamngheo};
use crate::folder::Folder;
use crate::program::binary;

/// What makes a terminal answer, or report what nobody needs.
const UNWANTED: [&str; 14] = [
    "\x1b[6n",
    "\x1b[?6n",
    "\x1b[5n",
    "\x1b[c",
    "\x1b[0c",
    "\x1b[>c",
    "\x1b[?u",
    "$p",
    ";?\x07",
    ";?\x1b",
    "\x1b[?1000h",
    "\x1b[?1003h",
    "\x1b[?1006h",
    "\x1b[?1004h",
];

#[test]
fn no_question_and_no_mouse() {
    let mut program = Program::start(giamngheo());
    program.wait_for_frame();
    program.resize(100, 30);
    program.wait_for_calm();
    program.press("q");
    program.assert_ended(0);
    let text = program.written();
    for unwanted in UNWANTED {
        assert!(!text.contains(unwanted), "{unwanted:?}");
    }
}

#[test]
fn idle_is_silent_and_asleep() {
    let program = Program::start(giamngheo());
    program.wait_for_figures();
    let (length, wakes) = (program.written().len(), wakes(&program));
    thread::sleep(Duration::from_secs(4));
    assert_eq!(program.written().len(), length);
    let woken = self::wakes(&program) - wakes;
    assert!(woken <= 5, "{woken} wake-ups in four seconds");
}

/// The numbers of the looks that were sent.
fn looks(text: &str) -> Vec<u32> {
    let sequences = text.split("\x1b[").skip(1).filter_map(|sequence| sequence.split_once('m'));
    let looks = sequences
        .map(|(numbers, _)| numbers.split(';').map(str::parse::<u32>).collect::<Result<Vec<_>, _>>());
    // What is no list of numbers is no look: a sequence of another kind, with an m in the text after it.
    looks.filter_map(Result::ok).flatten().collect()
}

#[test]
fn a_theme_is_asked_for_by_flag_or_environment() {
    let mut flag = giamngheo();
    flag.args(["--theme", "mono"]);
    let mut environment = giamngheo();
    environment.env("GIAMNGHEO_THEME", "mono");
    for command in [flag, environment] {
        let program = Program::start(command);
        program.wait_for_figures();
        let looks = looks(&program.written());
        assert!(!looks.is_empty() && looks.iter().all(|look| *look < 30), "{looks:?}");
    }
}

#[test]
fn only_the_sixteen_colours_are_asked_for() {
    let program = Program::start(giamngheo());
    program.wait_for_figures();
    let text = program.written();
    assert!(looks(&text).contains(&36), "cyan");
    assert!(!text.contains("38;5;") && !text.contains("38;2;"));
}

#[test]
fn case_39_another_charset_gets_ascii() {
    let mut command = giamngheo();
    command.env("LANG", "vi_VN.TCVN");
    let program = Program::start(command);
    program.wait_for("the figures", |text| text.contains("Quan 6, TP.HCM"));
    program.wait_for_calm();
    let text = program.written();
    assert!(text.is_ascii(), "{:?}", text.chars().filter(|c| !c.is_ascii()).collect::<String>());
}

/// The Linux console has no font for shapes; a VT terminal has no colours either, but bold and reverse.
#[test]
fn a_terminal_gets_what_its_name_says_it_has() {
    for (term, colours) in [("linux", true), ("vt100", false)] {
        let mut command = giamngheo();
        command.env("TERM", term);
        let mut program = Program::start(command);
        program.wait_for_figures();
        program.press("om8");
        program.wait_for("the slide of a target", |text| text.contains("TỶ LỆ HỘ CẬN NGHÈO"));
        program.wait_for_calm();
        let text = program.written();
        let shapes: String = text.chars().filter(|c| !c.is_ascii() && !c.is_alphabetic()).collect();
        assert_eq!(shapes, "", "{term}");
        assert_eq!(looks(&text).iter().any(|look| *look >= 30), colours, "{term}: {:?}", looks(&text));
        assert!(looks(&text).contains(&7), "{term}: the stamp is in reverse");
    }
}

/// On the terminal only: through a pipe the same report is UTF-8 as always.
#[test]
fn a_report_on_a_terminal_of_another_charset_is_ascii() {
    let mut command = giamngheo();
    command.args(["report", "--tab", "overview"]);
    command.env("LC_ALL", "vi_VN.TCVN");
    let mut program = Program::start(command);
    program.assert_ended(0);
    program.wait_for("the report", |text| text.contains("Ket luan"));
    assert!(program.written().is_ascii());
    let piped = binary(&["report", "--tab", "overview"]).env("LC_ALL", "vi_VN.TCVN").output().unwrap();
    assert!(String::from_utf8(piped.stdout).unwrap().contains("Kết luận"));
}

#[test]
fn a_report_without_shapes_keeps_its_letters() {
    let report = binary(&["report", "--ascii"]).output().unwrap();
    let text = String::from_utf8(report.stdout).unwrap();
    let shapes: String = text.chars().filter(|c| !c.is_ascii() && !c.is_alphabetic()).collect();
    assert_eq!(shapes, "");
    assert!(text.contains("Hộ nghèo"), "{text}");
}

/// How often a thread of the program went to sleep of its own accord so far.
fn wakes(program: &Program) -> u64 {
    let tasks = fs::read_dir(format!("/proc/{}/task", program.pid().as_raw_nonzero())).unwrap();
    tasks
        .map(|task| fs::read_to_string(task.unwrap().path().join("status")).unwrap())
        .filter_map(|status| {
            let line = status.lines().find(|line| line.starts_with("voluntary_ctxt_switches"))?.to_owned();
            line.split_whitespace().last()?.parse::<u64>().ok()
        })
        .sum()
}

#[test]
fn case_39_no_colour_when_asked() {
    let mut command = giamngheo();
    command.env("NO_COLOR", "1");
    let program = Program::start(command);
    program.wait_for_figures();
    let text = program.written();
    for sequence in text.split("\x1b[").skip(1) {
        let Some((parameters, _)) = sequence.split_once('m') else { continue };
        let numbers = parameters.split(';').map(str::parse::<u32>);
        let colour = numbers.map_while(Result::ok).any(|number| (30..=49).contains(&number) || number >= 90);
        assert!(!colour, "{parameters}m");
    }
}

/// An empty `NO_COLOR` forbids nothing.
#[test]
fn colour_when_nothing_forbids_it() {
    let mut command = giamngheo();
    command.env("NO_COLOR", "");
    let program = Program::start(command);
    program.wait_for_figures();
    assert!(looks(&program.written()).contains(&36));
}

#[test]
fn case_38_a_terminal_that_can_do_nothing_gets_plain_text() {
    for term in [Some("dumb"), Some(""), None] {
        let mut command = giamngheo();
        command.env_remove("TERM");
        if let Some(term) = term {
            command.env("TERM", term);
        }
        let mut program = Program::start(command);
        program.assert_ended(0);
        program.wait_for("plain text", |text| !text.trim().is_empty());
        assert!(!program.written().contains('\x1b'));
        program.assert_modes_restored();
    }
}

#[test]
fn case_42_no_terminal_no_sequences() {
    let output = binary(&[]).env("TERM", "xterm-256color").output().unwrap();
    assert!(output.status.success());
    assert!(!output.stdout.contains(&0x1b) && !String::from_utf8_lossy(&output.stdout).contains(ENTER));
}

/// How far a list is read is seen on a terminal that can write over it, and gone when it is read; a pipe gets nothing
/// of it.
#[test]
fn how_far_a_list_is_read_is_gone_in_the_end() {
    let folder = Folder::new("progress");
    // Over four MiB a list is read row by row.
    let row = |n: u32| format!("H{n},Phường {},Hộ nghèo,{}\n", n % 9, "-".repeat(200));
    let head = "Mã hộ,Phường,Phân loại,Ghi chú\n".to_owned();
    let list = folder.write("ho.csv", &[head].into_iter().chain((0..20_000).map(row)).collect::<String>());
    let out = folder.at("ra.json");
    let words = ["import", &list, "--unit", "Quận 6", "--as-of", "2024-12-31", "-o", &out, "--force"];
    for (term, is_seen) in [("xterm", true), ("dumb", false)] {
        let mut command = giamngheo();
        command.args(words);
        command.env("TERM", term);
        let mut program = Program::start(command);
        program.ended();
        program.wait_for_calm();
        let text = program.written();
        assert_eq!(text.contains('%'), is_seen, "{term}: {text}");
        assert!(!pty::shown(&text, 80, 24).contains('%'), "{text}");
    }
    let piped = binary(&words).env("TERM", "xterm").output().unwrap();
    assert!(!String::from_utf8_lossy(&piped.stderr).contains('%'));
}
