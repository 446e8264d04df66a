//! Whatever is hidden in a file, in its name or around the program: no byte of it comes out anywhere. Looked at are the
//! bytes that leave: what the terminal gets, the reports in every format, the parts of packages, the clipboard, what is
//! said of files and faults, the names of what is written.

use std::fs;
use std::io::{Cursor, Read};

use giamngheo::app::appearance::{Appearance, Letters};
use giamngheo::app::state::Choices;
use giamngheo::app::{App, Key};
use giamngheo::source::{Limits, read};
use giamngheo::text::Lang;
use serde_json::Value;
use zip::ZipArchive;

use super::evil::{CANARY, Evil};
use super::text;
use crate::folder::Folder;
use crate::invariants::forbidden;
use crate::invariants::screen::{Reader, frames, only_known};
use crate::program::{binary, choices, key, read as loaded};
use crate::terminal::pty::{Program, giamngheo, shown};

const DAYS: [&str; 2] = ["2021-12-31", "2022-12-31"];
const FORMATS: [&str; 8] = ["text", "markdown", "csv", "json", "html", "brief", "xlsx", "docx"];

/// A folder of two days of a unit with hidden letters in every text.
fn evil_folder(name: &str) -> Folder {
    let mut evil = Evil::new();
    let folder = Folder::of(name, DAYS.map(|day| evil.file(day)));
    let unmet: Vec<_> = evil.fields().difference(&evil.met).cloned().collect();
    assert!(unmet.is_empty(), "full.txt has no object with these: {unmet:?}");
    assert!(evil.met.len() > 30, "{:?}", evil.met);
    folder
}

/// What a reader of these bytes has before it: letters as they are, and those that stand as numbers or escapes.
fn letters(bytes: &[u8]) -> String {
    if bytes.starts_with(b"PK") {
        return parts(bytes);
    }
    let text = String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let mut all = text.to_owned();
    // As in HTML, in XML, in a cell of a workbook, in JSON.
    for (before, base, after) in [("&#x", 16, ";"), ("&#", 10, ";"), ("_x", 16, "_"), ("\\u", 16, "")] {
        for (at, _) in text.match_indices(before) {
            let rest = &text[at + before.len()..];
            let digits = match after {
                "" => rest.get(..4),
                after => rest.split_once(after).map(|(digits, _)| digits).filter(|digits| digits.len() < 8),
            };
            let code = digits.and_then(|digits| u32::from_str_radix(digits, base).ok());
            all.extend(code.and_then(char::from_u32).filter(|letter| !"\t\n\r".contains(*letter)));
        }
    }
    all
}

/// The names and texts of all parts of a package.
fn parts(bytes: &[u8]) -> String {
    let mut package = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut all = String::new();
    for number in 0..package.len() {
        let mut part = package.by_index(number).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("all of it");
        all += &letters(&bytes);
    }
    all
}

/// Nothing in it moves, turns or hides anything; lines end.
#[track_caller]
fn assert_plain(bytes: &[u8], what: &str) -> String {
    let all = letters(bytes);
    let odd = forbidden(&all.replace(['\n', '\r'], ""));
    assert_eq!(odd, None, "{what}: {}", around(&all, odd));
    all
}

fn around(text: &str, letter: Option<char>) -> String {
    let Some((before, after)) = letter.and_then(|letter| text.split_once(letter)) else {
        return String::new();
    };
    let before: String = before.chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
    format!("{before:?} … {:?}", after.chars().take(60).collect::<String>())
}

/// All that the program prints for these words.
fn printed(args: &[&str]) -> Vec<u8> {
    let output = binary(args).output().unwrap();
    let said = assert_plain(&output.stderr, &format!("{args:?}, what is said"));
    assert!(!output.stdout.is_empty(), "{args:?}: {said}");
    output.stdout
}

#[test]
fn case_21_no_text_of_a_file_gets_into_a_report_raw() {
    let folder = evil_folder("evil-reports");
    for lang in ["vi", "en"] {
        for format in FORMATS {
            let args = ["report", "--lang", lang, "--now", "2023-02-01", "--format", format, &folder.0];
            let all = assert_plain(&printed(&args), &format!("{format}, {lang}"));
            assert!(all.contains(CANARY), "{format}, {lang}: the texts are there at all");
        }
        let checked = printed(&["check", "--lang", lang, &folder.0]);
        assert_plain(&checked, "check");
        assert!(text(&checked).contains("00.json"), "{}", text(&checked));
        let list = folder.write(
            "list.csv",
            "Địa bàn,Tổng số hộ,Hộ nghèo\nPhường\u{9b}\u{202e} 1\u{1b},1000,10\nPhường 2,2100,25\nPhường 3,2500,30\n",
        );
        let args =
            ["import", &list, "--lang", lang, "--previous", &folder.at("01.json"), "--as-of", "2023-06-30"];
        let all = assert_plain(&printed(&args), "import");
        assert!(all.contains(CANARY) && all.contains("Phường 1"), "{all}");
        for more in [&[][..], &["--xlsx"]] {
            let from = folder.at("01.json");
            let args = [&["new", "--lang", lang, "--from", &from, "--as-of", "2023-06-30"], more].concat();
            let all = assert_plain(&printed(&args), &format!("new {more:?}"));
            assert!(all.contains(CANARY), "new {more:?}");
        }
    }
}

/// Ways through every tab, list, panel, line and slide, in windows large and small.
const WAYS: [(Lang, (u16, u16), Letters, &str); 6] = [
    (Lang::Vi, (160, 45), Letters::All, "Enter Esc 2 Enter Down Enter Enter Esc Esc 3 Enter Esc End Enter y"),
    (
        Lang::En,
        (160, 45),
        Letters::All,
        "4 Enter Down Enter Esc End Enter Esc y 5 End Enter Esc 6 PageDown End y w",
    ),
    (Lang::Vi, (160, 45), Letters::All, "m Space Space Space Space Space Space Space Space Space Space End"),
    (Lang::Vi, (60, 20), Letters::All, "2 o s u ] c Down Enter y w Esc / C A N A Down Enter Esc ? PageDown"),
    (
        Lang::En,
        (80, 24),
        Letters::Ascii,
        "1 End Enter Esc 2 End Enter Esc 3 End Enter Esc 4 Down Enter PageDown",
    ),
    (Lang::En, (40, 10), Letters::NoShapes, "Enter 2 Enter 3 Enter 4 Enter 5 Enter 6 m Space Space"),
];

#[test]
fn case_21_case_22_no_text_of_a_file_gets_to_the_terminal_raw() {
    let folder = evil_folder("evil-screen");
    let load = loaded(&[&folder.0]);
    assert!(load.refused.is_empty(), "{}", load.refused[0].say(Lang::En));
    let mut seen = 0;
    for (lang, size, letters, way) in WAYS {
        let look = Appearance { letters, ..Appearance::default() };
        let mut reader = Reader(App::new(Choices { look, ..choices(lang, "") }));
        let keys: Vec<Key> = way.split_whitespace().map(key).collect();
        for frame in frames(&mut reader, load.clone(), &keys, size) {
            only_known(&frame, size);
            seen += text(&frame).matches(CANARY).count();
        }
    }
    assert!(seen > 100, "the texts are there at all: {seen}");
}

/// What a terminal got, without the sequences that the program itself sends; of a copy its text.
fn obeyed(stream: &str) -> String {
    let mut rest = stream;
    let mut all = String::new();
    while let Some((before, order)) = rest.split_once('\u{1b}') {
        all += before;
        rest = if let Some(copied) = order.strip_prefix("]52;c;") {
            let (sent, rest) = copied.split_once(['\u{7}', '\u{1b}']).expect("an end of a copy");
            all += &decoded(sent);
            rest.strip_prefix('\\').unwrap_or(rest)
        } else {
            let body = order.strip_prefix('[').unwrap_or_else(|| panic!("{:?}", order.get(..20)));
            let end =
                body.find(|letter: char| !letter.is_ascii_digit() && !"?;".contains(letter)).expect("an end");
            assert!("HmKCABrLMhlJ".contains(&body[end..=end]), "{:?}", &body[..=end]);
            &body[end + 1..]
        };
    }
    all + rest
}

/// Base64, read back.
fn decoded(sent: &str) -> String {
    let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bits, mut count, mut bytes) = (0_u32, 0, Vec::new());
    for letter in sent.trim_end_matches('=').chars() {
        let digit = digits.find(letter).unwrap_or_else(|| panic!("{letter:?} in a copy"));
        bits = bits << 6 | u32::try_from(digit).unwrap();
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).unwrap());
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

/// The program itself in a terminal: its title, its clipboard, the files it writes; and a file of an evil name.
#[test]
fn case_21_the_terminal_the_clipboard_and_what_is_written_get_nothing_raw() {
    let (folder, to) = (evil_folder("evil-pty"), Folder::new("evil-to"));
    let named = folder.at("a\u{1b}]52;c;eA==\u{7}\u{9b}2J\u{202e}\u{2028}\n.json");
    fs::rename(folder.at("01.json"), &named).unwrap();
    fs::write(folder.at("b\u{1b}]0;t\u{7}\u{202e}.json"), "{").unwrap();
    let mut command = giamngheo();
    command.args(["--lang", "vi", "--now", "2023-02-01", &folder.0]);
    command.cwd(&to.0);
    let mut program = Program::sized(command, 120, 40);
    program.wait_for("the figures", |text| shown(text, 120, 40).contains("31/12/2022"));
    program.wait_for_calm();
    for keys in ["2y", "4y", "6y", "1y", "2w\r", "6w\r", "6", "m", "\u{1b}[C", "\u{1b}", "?", "\u{1b}"] {
        program.press(keys);
        program.wait_for_calm();
    }
    program.press("q");
    program.assert_ended(0);
    let written = program.written();
    assert!(written.contains("]52;c;"), "something was copied");
    let all = obeyed(&written);
    assert_eq!(forbidden(&all.replace(['\r', '\n', '\t'], "")), None, "{}", around(&all, forbidden(&all)));
    assert!(all.contains(CANARY));
    let saved = to.names();
    assert!(saved.len() == 2, "{saved:?}");
    for name in saved {
        assert!(
            name.chars().all(|letter| letter.is_ascii_alphanumeric() || "-.".contains(letter)),
            "{name:?}"
        );
        assert_plain(&fs::read(to.at(&name)).unwrap(), &name);
    }
    for args in
        [&["check", &folder.0][..], &["report", &folder.0], &["report", "--format", "html", &folder.0]]
    {
        assert_plain(&printed(args), &format!("{args:?}"));
    }
}

/// Whatever value of a file is a text with hidden letters instead: it is told where, and nothing of it is told.
#[test]
fn case_21_no_value_gets_into_a_message_raw() {
    let mut evil = Evil::new();
    let files = evil.broken();
    assert!(files.len() > 150, "{}", files.len());
    let mut refused = 0;
    for file in &files {
        let Err(faults) = read(file.as_bytes(), "f.json", &Limits::default()) else { continue };
        refused += 1;
        for fault in faults {
            for line in [vec![fault.say(Lang::Vi), fault.say(Lang::En)], fault.drawn()].concat() {
                assert_eq!(forbidden(&line), None, "{line:?}");
                assert!(!line.contains(CANARY), "{line}");
            }
        }
    }
    assert!(refused > 70, "{refused}");
    // Names that are none, and the texts with all of their signs taken off.
    let folder = Folder::new("evil-errors");
    let good: Value = serde_json::from_str(&evil.file("2022-12-31")).unwrap();
    let renamed = good.to_string().replace("\"x_", "\"");
    let cut = &renamed[..renamed.len() / 2];
    let cut = cut.get(..cut.rfind('}').unwrap()).unwrap();
    for bad in [&renamed, cut, &renamed.replace("\":", "\","), &renamed.replace('"', "")] {
        let file = folder.write("a.json", bad);
        for lang in ["vi", "en"] {
            let output = binary(&["check", "--lang", lang, &file]).output().unwrap();
            assert_eq!(output.status.code(), Some(1));
            let said = assert_plain(&output.stderr, "check") + &assert_plain(&output.stdout, "check");
            assert!(said.contains("a.json:") && !said.contains(CANARY), "{said}");
        }
    }
}

/// Every name that the source has for a setting, set to something evil, one after the other and all together.
#[test]
fn case_66_no_setting_reaches_the_terminal_raw() {
    let mut names = settings();
    assert!(
        ["GIAMNGHEO_LANG", "LANG", "TERM", "COLUMNS"].iter().all(|name| names.contains(&(*name).to_owned()))
    );
    names.push("GIAMNGHEO_OTHER".to_owned());
    let evil = Evil::new().text("x");
    let evil = evil.replace('\0', "");
    let alone = names.iter().map(std::slice::from_ref);
    for set in alone.chain([names.as_slice()]) {
        for args in [&["check"][..], &["report"], &["--help"], &["--version"], &["--nothing"], &[]] {
            let mut command = binary(args);
            for name in set {
                command.env(name, &evil);
            }
            let output = command.output().unwrap();
            for bytes in [&output.stdout, &output.stderr] {
                assert_plain(bytes, &format!("{set:?} {args:?}"));
            }
        }
    }
    let mut command = giamngheo();
    for name in ["GIAMNGHEO_OTHER", "LANG", "TERM", "COLUMNS", "STY", "TMUX", "NO_COLOR"] {
        command.env(name, &evil);
    }
    let mut program = Program::start(command);
    program.wait_for("the figures", |text| text.contains("04/03/2023") || text.contains("31/12"));
    program.wait_for_calm();
    program.press("2y6q");
    program.ended();
    // Accents stay or go with the charset that is set; a multiplexer's wrapping is its own.
    let written = program.written().replace("\u{1b}P\u{1b}]52", "\u{1b}]52").replace("\u{1b}\\\u{1b}P", "");
    let all = obeyed(&written);
    assert!(!all.contains(CANARY), "{all:?}");
    assert_eq!(forbidden(&all.replace(['\r', '\n', '\t'], "")), None, "{}", around(&all, forbidden(&all)));
}

/// Words of capitals in quotes, as names of settings are.
fn settings() -> Vec<String> {
    fn gather(folder: &std::path::Path, names: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                gather(&entry, names);
            } else if let Ok(source) = fs::read_to_string(&entry) {
                let quoted = source.split('"').skip(1).step_by(2);
                let is_name = |word: &&str| {
                    word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
                };
                names.extend(quoted.filter(is_name).map(str::to_owned));
            }
        }
    }
    let mut names = Vec::new();
    for room in ["src/run", "src/term", "src/cli.rs"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(room);
        if path.is_dir() {
            gather(&path, &mut names);
        } else {
            let source = fs::read_to_string(path).unwrap();
            names.extend(source.split('"').filter(|word| word.starts_with("GIAMNGHEO_")).map(str::to_owned));
        }
    }
    names.sort();
    names.dedup();
    names
}
