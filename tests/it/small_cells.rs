//! Cells of one or two households of a small area: a report that leaves says so, once and in each form.

use std::io::Read;
use std::process::Output;

use giamngheo::text::Lang;

use super::folder::{Folder, Head};
use super::program::{begun, binary, choices, press, read, screen};

const TOLD: [(&str, &str); 2] = [
    (
        "vi",
        "Lưu ý: 4 ô chỉ có 1-2 hộ hoặc người, có thể nhận ra hộ cụ thể (Phường 1, Phường 2, Phường 3 và 1 nơi khác); \
         cần xem lại trước khi gửi.",
    ),
    (
        "en",
        "Note: 4 cells count only 1-2 households or persons and may identify a household (Phường 1, Phường 2, Phường 3 \
         and 1 more); check before sending.",
    ),
];

/// A district whose wards have so many poor households, and their kind of source.
fn district(wards: &[(&str, u32)], source: &str) -> String {
    let ward = |(name, poor): &(&str, u32)| {
        format!(r#"{{ "name": "{name}", "kind": "ward", {source} "poor": {{ "households": {poor} }} }}"#)
    };
    let wards: Vec<String> = wards.iter().map(ward).collect();
    let members = format!(r#""poor": {{ "households": 2 }}, "areas": [{}]"#, wards.join(", "));
    Head::reported(r#""name": "Quận 6", "kind": "district""#, "2023-12-31").with(&members)
}

fn small() -> Folder {
    let wards = [
        ("Phường 1", 1),
        ("Phường 2", 2),
        ("Phường 3", 1),
        ("Phường 4", 2),
        ("Phường 5", 0),
        ("Phường 6", 3),
    ];
    Folder::of("small", [district(&wards, "")])
}

fn report(folder: &Folder, more: &[&str]) -> Output {
    let args = ["report", "--now", "2024-02-01", "--width", "200"];
    binary(&[&args, more, &[&folder.0]].concat()).output().expect("the program")
}

fn words(text: &str) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    joined.replace('\\', "")
}

/// All texts of a package: what stands in its parts.
fn package(bytes: &[u8]) -> String {
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a package");
    let mut all = String::new();
    for at in 0..package.len() {
        let mut part = String::new();
        if package.by_index(at).expect("a part").read_to_string(&mut part).is_ok() {
            all += &part;
        }
    }
    all
}

#[test]
fn each_form_of_report_tells_small_cells_once() {
    let folder = small();
    for (lang, told) in TOLD {
        for format in ["text", "markdown", "csv", "json", "html"] {
            let output = report(&folder, &["--lang", lang, "--format", format]);
            let text = words(&String::from_utf8(output.stdout).unwrap()).replace('\u{a0}', " ");
            assert_eq!(text.matches(told).count(), 1, "{format}: {text}");
            let err = String::from_utf8(output.stderr).unwrap();
            assert_eq!((err.matches(told).count(), err.lines().count()), (1, 1), "{format}: {err}");
        }
        for ending in ["xlsx", "docx"] {
            let path = folder.at(&format!("{lang}.{ending}"));
            let output = report(&folder, &["--lang", lang, "-o", &path]);
            let err = String::from_utf8(output.stderr).unwrap();
            assert_eq!(err.matches(told).count(), 1, "{ending}: {err}");
            // A number holds to its unit there.
            let hyphen = r#"</w:t><w:noBreakHyphen/><w:t xml:space="preserve">"#;
            let text = package(&std::fs::read(&path).unwrap()).replace('\u{a0}', " ").replace(hyphen, "-");
            // Numbers of one digit are written with a nought in a report of an office.
            let text = text.replace("04 ô", "4 ô").replace("01 nơi", "1 nơi");
            assert_eq!(text.matches(told).count(), 1, "{ending}: {text}");
        }
    }
    // The message names no ward.
    let output = report(&folder, &["--format", "brief", "--lang", "vi"]);
    assert!(output.stderr.is_empty(), "{output:?}");
}

#[test]
fn nothing_is_told_of_what_points_at_nobody() {
    let cases = [
        district(&[("Phường 1", 3), ("Phường 2", 0)], ""),
        district(&[("Phường 1", 1), ("Phường 2", 1)], r#""provenance": "illustrative","#),
        district(&[("Phường 1", 3), ("Phường 2", 0)], "").replace("Quận 6", "Huyện 6"),
    ];
    for text in cases {
        let output = report(&Folder::of("small-none", [text]), &["--lang", "vi"]);
        assert!(output.stderr.is_empty(), "{output:?}");
    }
    let sample = binary(&["report", "--lang", "vi", "--now", "2024-02-01"]).output().unwrap();
    assert!(sample.stderr.is_empty(), "{sample:?}");
}

/// A ward's own file is of a small area itself, and its message says so within its 900 letters.
#[test]
fn a_message_of_a_ward_tells_it() {
    let ward = Head::reported(r#""name": "Phường 1", "kind": "ward""#, "2023-12-31")
        .with(r#""poor": { "households": 1 }"#);
    let output = report(&Folder::of("small-ward", [ward]), &["--lang", "vi", "--format", "brief"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.contains("- Lưu ý: 1 ô chỉ có 1-2 hộ hoặc người, có thể nhận ra hộ cụ thể (Phường 1);"),
        "{text}"
    );
    assert!(text.chars().count() <= 900);
    assert!(String::from_utf8(output.stderr).unwrap().contains("1 ô chỉ có 1-2 hộ"));
}

/// A copy for oneself says nothing; a file that is written does, and the screen with it.
#[test]
fn a_written_page_tells_it_and_a_copy_does_not() {
    let folder = small();
    let load = read(&[&folder.0]);
    let app = begun(choices(Lang::Vi, ""), (80, 24), &load);
    let view = app.view().unwrap();
    for format in [giamngheo::report::ReportFormat::Csv, giamngheo::report::ReportFormat::Html] {
        let mut app = begun(choices(Lang::Vi, ""), (80, 24), &load);
        press(&mut app, "2");
        let seen = app.view().unwrap();
        let bytes = giamngheo::report::write_seen(&seen, app.tab, &app.page, format, 80).unwrap().bytes;
        let text = words(&String::from_utf8(bytes).unwrap());
        assert_eq!(text.matches(TOLD[0].1).count(), 1, "{format:?}: {text}");
        assert!(!screen(&app).contains("có thể nhận ra"));
        let copied = giamngheo::report::copy::tables(&seen, &app.page, 80);
        assert!(!copied.text.contains("có thể nhận ra"), "{}", copied.text);
    }
    let told = giamngheo::report::small_cells::in_short(&view);
    assert_eq!(told, "có ô 1-2 hộ: xem lưu ý trong tệp");
}
