//! What is typed, and what the environment says.

use super::{bash, snapshot, text};
use crate::folder::Folder;
use crate::program::binary;

/// A setting that means nothing is refused by its own name, as an option is.
#[test]
fn case_88_a_language_or_theme_that_is_none_is_named() {
    for (name, valid) in [("GIAMNGHEO_LANG", "vi, en"), ("GIAMNGHEO_THEME", "default, light")] {
        for args in [&["check"][..], &[]] {
            let output = binary(args).env(name, "xx").env("LANG", "en_US.UTF-8").output().unwrap();
            let said = text(&output.stderr);
            // The theme is the screen's: other commands do not ask for it.
            assert_eq!(output.status.code(), Some(2), "{name} {args:?}: {said}");
            assert!(said.starts_with(&format!("giamngheo: {name}: not a valid value: xx")), "{said}");
            assert!(said.contains(valid) && output.stdout.is_empty(), "{said}");
        }
    }
    let own = |name: &str| binary(&["check"]).env("GIAMNGHEO_LANG", name).output().unwrap();
    assert!(text(&own("en_GB.UTF-8").stdout).contains("Files read"));
    assert!(text(&own("").stdout).contains("Tệp đã nạp"));
    let empty = binary(&["check"]).env("GIAMNGHEO_THEME", "").output().unwrap();
    assert_eq!(empty.status.code(), Some(0), "{}", text(&empty.stderr));
    let typed = binary(&["check", "--lang", "en"]).env("GIAMNGHEO_LANG", "xx").output().unwrap();
    assert_eq!(typed.status.code(), Some(0));
}

/// Whatever is typed: no letter that moves the cursor, turns the text or hides leaves the program.
#[test]
fn case_66_no_word_of_the_command_line_reaches_the_terminal_raw() {
    let evil = "x\u{1b}]52;c;eA==\u{7}\u{9b}2J\u{202e}\u{200b}\ny";
    let folder = Folder::new("evil");
    let good = folder.write("a.json", &snapshot());
    let in_evil = format!("{}/{evil}/no/a.txt", folder.write("file", ""));
    let option = format!("--{evil}");
    let lines: [&[&str]; 18] = [
        &[&option],
        &[evil],
        &["report", evil],
        &["check", evil],
        &["check", "--expect", evil, &good],
        &["--lang", evil],
        &["--theme", evil],
        &["--now", evil],
        &["report", "--format", evil],
        &["report", "--unit", evil, &good],
        &["report", "--standard", evil, &good],
        &["report", "-o", &in_evil, &good],
        &["import", evil],
        &["import", "--map", evil, &good],
        &["import", "--households", evil, &good],
        &["new", "--areas-file", evil],
        &["new", "--as-of", "2024-12-31", "--from", evil],
        &["man", evil],
    ];
    for line in lines {
        for lang in ["vi", "en"] {
            let output = binary(line).env("GIAMNGHEO_LANG", lang).output().unwrap();
            let said = text(&output.stderr) + &text(&output.stdout);
            assert!(!said.is_empty(), "{line:?}");
            let raw = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202e}' | '\u{200b}');
            assert!(!said.contains(raw), "{line:?}: {said:?}");
            assert!(said.lines().all(|line| !line.starts_with('y')), "a line of its own: {said:?}");
        }
    }
    let named = bash("exec -a $'\\e[2J\\u202e' \"$0\" --nothing; exec -a $'\\e[2J' \"$0\" --help", &[]);
    assert!(!text(&[named.stdout, named.stderr].concat()).contains(['\u{1b}', '\u{202e}']));
}

/// Whatever name it is called by, which is put together of letters of eight bits as well.
#[test]
fn case_66_the_program_has_its_own_name_in_its_help() {
    for asked in ["--help", "--version", "report --help", "help new"] {
        let own = bash(&format!("\"$0\" {asked}"), &[]);
        let other = bash(&format!("exec -a $'x\\xc2\\x9b31m' \"$0\" {asked}"), &[]);
        assert_eq!(text(&other.stdout), text(&own.stdout), "{asked}");
        assert!(text(&own.stdout).contains("giamngheo") && own.status.success(), "{asked}");
    }
}

/// Also those of the parser that nobody expects.
#[test]
fn case_64_faults_of_letters_and_values_are_told_in_the_language() {
    let cases = [
        (
            "report --unit $'\\xff'",
            "dòng lệnh có chữ không phải UTF-8: \u{fffd}",
            "the command line has letters that are not UTF-8: \u{fffd}",
        ),
        (
            "report --unit $'\\xff' $'\\xfe'",
            "dòng lệnh có chữ không phải UTF-8",
            "the command line has letters that are not UTF-8",
        ),
        ("--kiosk=1", "--kiosk không nhận giá trị", "--kiosk takes no value"),
    ];
    for (line, vi, en) in cases {
        for (lang, said) in [("vi", vi), ("en", en)] {
            let output = bash(&format!("\"$0\" --lang {lang} {line}"), &[]);
            assert_eq!(output.status.code(), Some(2), "{line}");
            let told = text(&output.stderr);
            assert!(told.starts_with(&format!("giamngheo: {said} (")), "{told}");
        }
    }
}

/// A zone that is no file would be read for ever.
#[test]
fn case_66_a_time_zone_without_end_is_refused() {
    for zone in ["/dev/zero", ":/dev/zero", "../../../dev/zero"] {
        for args in [&["check"][..], &[]] {
            let output = binary(args).env("TZ", zone).output().unwrap();
            let said = text(&output.stderr);
            assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{said}");
            assert!(said.starts_with(&format!("giamngheo: TZ={zone} không phải múi giờ")), "{said}");
        }
    }
    for zone in ["Asia/Ho_Chi_Minh", "UTC", "ICT-7", "", "/usr/share/zoneinfo", "nowhere"] {
        let output = binary(&["check"]).env("TZ", zone).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{zone}: {}", text(&output.stderr));
    }
}

/// What may be somebody's number is not repeated where names are listed to choose from.
#[test]
fn case_83_units_to_choose_from_hold_no_number_of_a_person() {
    let folder = Folder::new("numbered");
    let file = folder.write("a.json", &super::of_unit("Quận 079012345678"));
    for args in [["report", "--unit", "zz"], ["report", "--standard", "zz"]] {
        let output = binary(&args).arg(&file).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
        assert!(!text(&output.stderr).contains("079012345678"), "{}", text(&output.stderr));
    }
}
