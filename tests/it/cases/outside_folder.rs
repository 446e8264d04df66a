//! A folder of ten thousand files, on a screen that may open little. `.ci/outside` runs this: to write and to read them
//! takes longer than a glance.

use std::fs;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::folder::{Folder, Head};
use crate::program::squeezed;
use crate::terminal::pty::{Program, shell, shown};

/// So many files of figures; one of them is large, and one more is bad.
const FILES: usize = 10_000;
const UNITS: usize = 100;
/// The large one has so many bytes, blanks most of them.
const LARGE: usize = 60 << 20;
/// More may not be open at a time.
const MOST_OPEN: usize = 16;
/// Keys answer at once; a machine with other work gets longer.
const SOON: Duration = Duration::from_secs(5);

/// The figures of the unit and day that have this number.
fn figures(number: usize) -> String {
    let (unit, year, month) = (number % UNITS, 2012 + number / UNITS / 12, number / UNITS % 12 + 1);
    let unit = format!(r#""name": "Xã {unit}", "code": "{unit:05}", "kind": "commune""#);
    Head::reported(&unit, &format!("{year}-{month:02}-01"))
        .with(r#""households": 1000, "poor": { "households": 40 }"#)
}

/// Besides the figures whatever else lies in a folder, each a fault or another figure if it were read.
fn folder() -> Folder {
    let folder = Folder::new("ten-thousand");
    for number in 1..FILES {
        folder.write(&format!("{number:05}.json"), &figures(number));
    }
    folder.write("00000.json", &format!("{}{}", figures(0), " ".repeat(LARGE)));
    folder.write("bad.json", &figures(FILES).replace("1000", "\"nhiều\""));
    for other in ["a.json~", "a.json.swp", ".a.json.swp", ".hidden.json", "a.txt", "a.json.bak", "json"] {
        folder.write(other, "{");
    }
    for below in ["below", "below.json", ".below"] {
        fs::create_dir(folder.at(below)).unwrap();
        folder.write(&format!("{below}/a.json"), &figures(FILES + 1));
    }
    folder
}

/// How many descriptors a process has open.
fn open(pid: i32) -> usize {
    // Gone by itself, some of them, while they are counted.
    fs::read_dir(format!("/proc/{pid}/fd")).map_or(0, |entries| entries.flatten().count())
}

/// Tells those who count that there is nothing more to count, also where a test has failed.
struct Ended<'a>(&'a AtomicBool);

impl Drop for Ended<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Counts until it is told to stop; gives the most that were open, and how often it was counted.
fn most_open(pid: i32, is_done: &AtomicBool, most: &AtomicUsize) -> usize {
    let mut counted = 0;
    while !is_done.load(Ordering::Relaxed) {
        most.fetch_max(open(pid), Ordering::Relaxed);
        counted += 1;
        thread::sleep(Duration::from_millis(1));
    }
    counted
}

/// Waits for an answer to a key, which comes soon.
fn answers(program: &mut Program, key: &str, what: &str, is_answer: impl Fn(&str) -> bool) {
    let begun = Instant::now();
    program.press(key);
    program.wait_for(what, |text| is_answer(&shown(text, 80, 24)));
    assert!(begun.elapsed() < SOON, "{what}: {:?}", begun.elapsed());
}

/// The program on the folder, in a shell that lets it open little.
fn started(folder: &Folder) -> Program {
    let program = Program::start(shell(&format!("ulimit -n 32; exec \"$0\" --lang vi '{}'", folder.0)));
    program.wait_for("that it reads", |text| shown(text, 80, 24).contains("đang"));
    program
}

#[test]
#[ignore = "run by .ci/outside"]
fn case_34_ten_thousand_files_are_read_while_keys_answer() {
    let folder = folder();
    // Of what was written a moment before nobody knows yet whether it is whole.
    thread::sleep(Duration::from_secs(3));
    let mut program = started(&folder);
    let pid = program.pid().as_raw_nonzero().get();
    let (is_done, most) = (AtomicBool::new(false), AtomicUsize::new(0));
    thread::scope(|lanes| {
        let counter = lanes.spawn(|| most_open(pid, &is_done, &most));
        let ended = Ended(&is_done);
        for _ in 0..2 {
            let of = "/10.001 tệp…";
            answers(&mut program, "L", "in English", |screen| {
                screen.contains("q quits") || screen.contains("reading ")
            });
            answers(&mut program, "L", "in Vietnamese", |screen| screen.contains("đang "));
            program.wait_for("how far it has come", |text| shown(text, 80, 24).contains(of));
        }
        assert!(!shown(&program.written(), 80, 24).contains("Số liệu đến"), "all this while it reads");
        program.wait_for("the figures", |text| shown(text, 80, 24).contains("Số liệu đến"));
        drop(ended);
        assert!(counter.join().unwrap() > 50);
    });
    let most = most.into_inner();
    assert!((4..=MOST_OPEN).contains(&most), "{most} descriptors are open");
    answers(&mut program, "6", "the bad one", |screen| squeezed(screen).contains("bad.json:2:"));
    let told = squeezed(&shown(&program.written(), 80, 24));
    // On a machine with little memory the large one is told too.
    let is_told = told.contains("Tệp đã nạp (10.000), bị từ chối (1)") || told.contains("không đủ bộ nhớ");
    assert!(is_told, "{told}");
    program.press("q");
    program.assert_ended(0);
    program.assert_restored();
    let mut left = started(&folder);
    let begun = Instant::now();
    left.press("q");
    left.assert_ended(0);
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
    left.assert_restored();
}
