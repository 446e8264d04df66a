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
