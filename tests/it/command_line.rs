//! The command line: what each command prints and how it ends.

use std::io::Write;
use std::process::{Output, Stdio};

use super::folder::Head;
use super::program::binary;

fn run(args: &[&str], input: &str) -> Output {
    let mut child =
        binary(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn the_sample_checks_clean() {
    let output = run(&["check", "--strict", "--now", "2024-02-01", "--lang", "vi"], "");
    assert_eq!(output.status.code(), Some(0), "{}{}", out(&output), err(&output));
    assert!(out(&output).contains("Tệp đã nạp: 5, bị từ chối: 0"), "{}", out(&output));
}

/// What an officer reads before sending the files on.
#[test]
fn the_checks_of_the_sample_in_both_languages() {
    for lang in ["vi", "en"] {
        let output = run(&["check", "--now", "2024-02-01", "--lang", lang], "");
        insta::assert_snapshot!(format!("check-{lang}"), out(&output));
    }
}

#[test]
fn no_terminal_gives_the_report() {
    let output = run(&["--as-of", "2022-12-31", "--now", "2024-02-01", "--lang", "vi"], "");
    assert_eq!(output.status.code(), Some(0));
    let text = out(&output);
    assert!(text.contains("1.429") && !text.contains('\u{1b}'), "{text}");
}

#[test]
fn a_refused_file_is_named_with_its_place() {
    let unit = r#""name": "Quận", "kind": "district""#;
    let file = Head::reported(unit, "2022-12-31").with(r#""poor": {"households": "1.429"}"#);
    let output = run(&["check", "-", "--lang", "vi"], &file);
    assert_eq!(output.status.code(), Some(1));
    let text = err(&output);
    assert!(text.starts_with("giamngheo: -:2:"), "{text}");
    assert!(text.contains("poor.households") && text.contains("viết 1429\n"), "{text}");
    // The line, and the caret under the value.
    let lines: Vec<&str> = text.lines().collect();
    let [line, caret] = [lines[1], lines[2]].map(|line| line.chars().collect::<Vec<char>>());
    let at = caret.iter().position(|letter| *letter == '^').unwrap();
    assert_eq!(line[at..at + 7].iter().collect::<String>(), "\"1.429\"", "{text}");
}

#[test]
fn a_missing_file_is_said_and_fails() {
    let output = run(&["check", "/nonexistent/x.json", "--lang", "en"], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("no such file"), "{}", err(&output));
}

#[test]
fn the_schema_is_json() {
    let output = run(&["schema"], "");
    assert_eq!(output.status.code(), Some(0));
    let schema: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    assert!(schema.is_object());
}

#[test]
fn wrong_usage_is_2() {
    assert_eq!(run(&["--lang", "fr"], "").status.code(), Some(2));
}
