//! What shells and readers of manuals get, kept as pictures; and the snapshot to begin with.

use std::process::{Command, Stdio};

use super::{Folder, run, run_on_a_full_disk};
use crate::program::BINARY;

fn out(args: &[&str]) -> String {
    let output = run(args);
    assert_eq!(output.status.code(), Some(0), "{args:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn case_78_help_manual_and_completions() {
    for lang in ["vi", "en"] {
        insta::assert_snapshot!(format!("help-{lang}"), out(&["--help", "--lang", lang]));
        insta::assert_snapshot!(format!("help-short-{lang}"), out(&["-h", "--lang", lang]));
        insta::assert_snapshot!(format!("man-{lang}"), out(&["man", "--lang", lang]));
        for command in ["report", "check", "import", "new", "schema", "completions", "man"] {
            insta::assert_snapshot!(
                format!("help-{command}-{lang}"),
                out(&[command, "--help", "--lang", lang])
            );
            let page = out(&["man", command, "--lang", lang]);
            insta::assert_snapshot!(format!("man-{command}-{lang}"), page);
        }
    }
    for shell in ["bash", "zsh", "fish"] {
        insta::assert_snapshot!(format!("completions-{shell}"), out(&["completions", shell]));
    }
    assert_eq!(out(&["--version"]), format!("giamngheo {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_starting_snapshot_loads_and_adds_up() {
    for lang in ["vi", "en"] {
        let folder = Folder::new(&format!("starter-{lang}"));
        let path = folder.at("a.json");
        assert_eq!(run(&["new", "-o", &path, "--lang", lang]).status.code(), Some(0));
        let checked = run(&["check", "--strict", "--lang", "en", "--now", "2026-02-01", &path]);
        let text = String::from_utf8(checked.stdout).unwrap();
        assert_eq!(checked.status.code(), Some(0), "{text}");
        assert!(text.contains("Files read: 1, refused: 0"), "{text}");
        assert!(text.contains("In all: 0 inconsistent · 0 to verify"), "{text}");
        // Its names, code and title are not the unit's: in the English one in both languages.
        let words = text.matches("still the template's").count();
        assert_eq!(words, if lang == "vi" { 4 } else { 7 }, "{text}");
        // It is not taken for a report before somebody has filled it in.
        assert!(out(&["report", "--lang", "en", &path]).contains("ILLUSTRATIVE"));
        assert_eq!(
            run(&["new", "-o", &path]).status.code(),
            Some(74),
            "a second one would wipe what was filled in"
        );
    }
}

#[test]
fn case_41_a_reader_that_stops_early_is_fine() {
    for what in ["report", "report --format html", "schema", "man", "completions zsh", "new"] {
        let piped = format!("{BINARY} {what} | head -c 10 >/dev/null; echo ${{PIPESTATUS[0]}}");
        let output = Command::new("bash").args(["-c", &piped]).stderr(Stdio::piped()).output().unwrap();
        assert_eq!(String::from_utf8(output.stdout).unwrap().trim(), "0", "{what}");
        assert!(output.stderr.is_empty(), "{what}");
    }
}

#[test]
fn wrong_usage_is_told_and_ends_with_2() {
    for args in [
        &["report", "--format", "pdf"][..],
        &["report", "--tab", "x"],
        &["completions"],
        &["completions", "tcsh"],
    ] {
        let output = run(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{args:?}");
    }
}

/// A fault of typing is told in the language asked for, with what was perhaps meant and where the help is.
#[test]
fn case_64_wrong_usage_is_told_in_both_languages() {
    let typed = [
        &["report", "--format", "pdf"][..],
        &["check", "--strikt"],
        &["--as-of", "30/09/2023"],
        &["import"],
        &["new", "--areas", "3", "--from", "x"],
        &["man", "foo"],
        &["--as-of"],
        &["completions", "\u{1b}[2J"],
    ];
    for lang in ["vi", "en"] {
        let told = typed.map(|args| {
            let output = run(&[args, &["--lang", lang]].concat());
            assert_eq!(output.status.code(), Some(2), "{args:?}");
            format!("{}\n{}", args.join(" ").escape_debug(), String::from_utf8(output.stderr).unwrap())
        });
        assert!(!told.concat().contains('\u{1b}'), "{told:?}");
        insta::assert_snapshot!(format!("usage-{lang}"), told.concat());
    }
}

/// A page that a reader of manuals cannot read would show its marks.
#[test]
fn manual_pages_are_read_by_groff() {
    let found = Command::new("groff").arg("--version").stdout(Stdio::null()).status();
    if !found.is_ok_and(|status| status.success()) {
        return;
    }
    let folder = Folder::new("groff");
    let path = folder.write("import.1", &out(&["man", "import", "--lang", "vi"]));
    let read = Command::new("groff").args(["-ww", "-man", "-Tutf8", "-P-c", &path]).output().unwrap();
    assert!(read.stderr.is_empty(), "{}", String::from_utf8_lossy(&read.stderr));
}

#[test]
fn a_full_disk_is_74() {
    assert_eq!(run_on_a_full_disk(&["report"]).status.code(), Some(74));
}

/// What is written is what its name says: an ending of another kind is refused with the name to write, and where nothing
/// else tells the format the ending does.
#[test]
fn an_ending_that_says_something_else_is_refused() {
    let folder = Folder::new("endings");
    let form = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/import/workbooks/ward-1.xlsx");
    for (args, name, right) in [
        (&["report", "--format", "xlsx"][..], "x.md", "-o {folder}x.xlsx"),
        (&["report", "--format", "docx"], "x.pdf", "-o {folder}x.docx"),
        (&["report", "--format", "text"], "x.html", "-o {folder}x.txt"),
        (&["report", "--form"], "x.csv", "-o {folder}x.xlsx"),
        (&["new", "--xlsx"], "x.json", "-o {folder}x.xlsx"),
        (&["new"], "x.md", "-o {folder}x.json"),
        (&["import", form], "x.xlsx", "-o {folder}x.json"),
    ] {
        for lang in ["vi", "en"] {
            let out = folder.at(name);
            let output = run(&[args, &["-o", &out, "--lang", lang]].concat());
            let told = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(2), "{args:?}: {told}");
            assert!(told.contains(&right.replace("{folder}", &folder.at(""))), "{args:?}: {told}");
            assert!(!std::path::Path::new(&out).exists());
        }
    }
    let map = folder.at("map.csv");
    let output = run(&["import", form, "--write-map", &map, "-o", &folder.at("a.json")]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("--write-map"));
    for (args, name, first) in [
        (&["new"][..], "a.xlsx", &b"PK"[..]),
        (&["report", "--format", "brief"], "a.txt", b""),
        (&["report", "--format", "csv"], "a.2022", b""),
    ] {
        let out = folder.at(name);
        assert_eq!(run(&[args, &["-o", &out]].concat()).status.code(), Some(0), "{args:?}");
        assert!(std::fs::read(&out).unwrap().starts_with(first), "{args:?}");
    }
}
