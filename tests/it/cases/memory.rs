//! Little memory: what would not fit is refused in words, and what fits is shown.

use giamngheo::text::Lang;

use super::{bash, text};
use crate::folder::{Folder, Head};
use crate::terminal::pty::{Program, shell, shown};

/// So many KiB of addresses: for the program and a small file, and not for a large one.
const LITTLE: u32 = 450_000;

/// A folder with a file that says little in many bytes, and a small one.
fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    let of = |unit: &str| {
        let unit = format!(r#""name": "{unit}", "kind": "ward""#);
        Head::reported(&unit, "2022-12-31").with(r#""households": 1000, "poor": { "households": 60 }"#)
    };
    folder.write("a.json", &of("Phường 1"));
    folder.write("b.json", &format!("{}{}", of("Phường 2"), " ".repeat(16 << 20)));
    folder
}

#[test]
fn case_81_what_would_not_fit_is_refused_in_words() {
    let folder = folder("little");
    for (lang, words) in [
        (Lang::Vi, "b.json: không đủ bộ nhớ để đọc (có thể cần "),
        (Lang::En, "b.json: not enough memory to read it (may need "),
    ] {
        let line = format!("ulimit -v {LITTLE}; exec \"$0\" check --lang \"$1\" \"$2\"");
        let told = bash(&line, &[lang.pick("vi", "en"), &folder.0]);
        assert_eq!(told.status.code(), Some(1));
        assert!(text(&told.stderr).contains(words), "{}", text(&told.stderr));
        assert!(text(&told.stdout).contains("Phường 1"), "{}", text(&told.stdout));
    }
}

#[test]
fn case_81_the_screen_shows_what_fits_and_says_what_does_not() {
    let folder = folder("little-screen");
    let line = format!("ulimit -v {LITTLE}; exec \"$0\" --lang vi '{}'", folder.0);
    let mut program = Program::start(shell(&line));
    program.wait_for("the figures, and that some lack", |text| {
        let screen = shown(text, 80, 24);
        screen.contains("Phường 1") && screen.contains("b.json lỗi (phím 6)")
    });
    program.press("6");
    program.wait_for("why", |text| shown(text, 80, 24).contains("không đủ bộ nhớ"));
    program.press("q");
    program.assert_ended(0);
    program.assert_restored();
}

/// A file of so many entries of a list.
fn listing(folder: &Folder, name: &str, count: usize, entry: impl Fn(usize) -> String) -> String {
    let entries = (0..count).map(entry).collect::<Vec<_>>().join(",");
    let head = Head::reported(r#""name": "Phường 2", "kind": "ward""#, "2022-12-31");
    folder.write("a.json", &head.with(&format!(r#""{name}": [{entries}]"#)))
}

#[test]
fn case_81_more_doubts_than_anybody_enters_are_refused() {
    let folder = Folder::new("doubts");
    let file = listing(&folder, "doubts", 10_001, |_| r#"{ "text": "1" }"#.into());
    let told = bash("exec \"$0\" check --lang en \"$1\"", &[&file]);
    assert!(text(&told.stderr).contains("doubts: more than 10,000 doubts"), "{}", text(&told.stderr));
    assert_eq!(told.status.code(), Some(1));
}

/// A report for which there is no memory is refused before, and nothing of it is written.
#[test]
fn case_81_a_report_that_would_not_fit_is_refused_in_words() {
    let folder = Folder::new("little-report");
    let file = listing(&folder, "areas", 6_000, |at| format!(r#"{{ "name": "a{at}" }}"#));
    for (ending, is_there) in [("xlsx", false), ("txt", true)] {
        let written = folder.at(&format!("a.{ending}"));
        let line = "ulimit -v 600000; exec \"$0\" report --lang en -o \"$2\" \"$1\"";
        let told = bash(line, &[&file, &written]);
        let said = text(&told.stderr);
        assert_eq!(told.status.code(), Some(if is_there { 0 } else { 74 }), "{ending}: {said}");
        assert_eq!(said.contains("not enough memory to make the report"), !is_there, "{said}");
        assert_eq!(std::fs::exists(&written).unwrap(), is_there);
    }
}
