//! `giamngheo new` through the built program: the template, the next period of a file, areas by number and by name.

use std::fs;
use std::path::PathBuf;

use giamngheo::source::{Limits, ReadFile, read};
use serde_json::Value;

use super::{Folder, run};
use crate::made_up;

/// Exit code, standard output and standard error.
fn new(args: &[&str]) -> (Option<i32>, String, String) {
    let args: Vec<&str> = ["new", "--lang", "en"].iter().chain(args).copied().collect();
    let output = run(&args);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn made(args: &[&str]) -> String {
    let (code, out, err) = new(args);
    assert_eq!((code, &*err), (Some(0), ""), "{args:?}");
    out
}

/// What `check` prints of a text, in English.
fn checked(name: &str, text: &str) -> String {
    let folder = Folder::of(name, [text]);
    let output = run(&["check", "--strict", "--lang", "en", "--now", "2026-02-01", &folder.at("00.json")]);
    let printed = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{printed}{}", String::from_utf8_lossy(&output.stderr));
    printed
}

fn accepted(text: &str) -> ReadFile {
    read(text.as_bytes(), "new", &Limits::default()).unwrap_or_else(|faults| panic!("{faults:?}"))
}

/// All snapshots of the sample and of the made-up units.
fn snapshots() -> Vec<PathBuf> {
    let sample = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let folders = made_up::ALL.map(made_up::folder).into_iter().chain([sample]);
    let files = folders.flat_map(|folder| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|e| e == "json")).collect();
    files.retain(|path| !path.ends_with("giamngheo-1.schema.json"));
    files.sort();
    assert!(files.len() > 20);
    files
}

fn has_figure(value: &Value) -> bool {
    match value {
        Value::Number(_) => true,
        Value::Array(items) => items.iter().any(has_figure),
        Value::Object(members) => members.iter().any(|(name, value)| name != "year" && has_figure(value)),
        Value::Null | Value::Bool(_) | Value::String(_) => false,
    }
}

/// The sections of a file that hold figures, as `check` calls them.
fn sections(json: &Value) -> Vec<(String, Vec<&Value>)> {
    let members = json.as_object().unwrap().iter().filter(|(_, value)| has_figure(value));
    let section = |(name, value): (&String, &'_ Value)| (name.clone(), value.as_array().is_some());
    let items = |name: &str| match &json[name] {
        Value::Array(items) => items.iter().collect(),
        one => vec![one],
    };
    let title = |(name, is_list): (String, bool)| {
        (if is_list { format!("{name}[]") } else { name.clone() }, items(&name))
    };
    members.map(section).map(title).collect()
}

fn fill_in(section: &mut Value) {
    section.as_object_mut().unwrap().remove("provenance");
}

#[test]
fn case_73_every_section_of_the_template_is_illustrative_by_itself_and_listed_until_it_is_replaced() {
    for args in [&["new", "--lang", "vi"][..], &["new", "--lang", "en"], &["new", "--areas", "14"]] {
        let text = String::from_utf8(run(args).stdout).unwrap();
        let json: Value = serde_json::from_str(&text).unwrap();
        let sections = sections(&json);
        assert!(sections.len() >= 8, "{sections:?}");
        for (name, items) in &sections {
            for item in items {
                assert_eq!(item["provenance"], "illustrative", "{name}");
            }
        }
        // What was filled in is no longer listed; all the rest is.
        for (replaced, _) in &sections {
            let mut json = json.clone();
            json["source"]["provenance"] = "reported".into();
            match &mut json[replaced.trim_end_matches("[]")] {
                Value::Array(items) => items.iter_mut().for_each(fill_in),
                one => fill_in(one),
            }
            let printed = checked("template", &json.to_string());
            for (name, _) in &sections {
                let is_listed = printed.contains(&format!(": {name}: still illustrative"));
                assert_eq!(is_listed, name != replaced, "{name} without {replaced}: {printed}");
            }
        }
    }
}

/// The figures of a snapshot: none of them may be in the next one before somebody has written it.
fn figures(reading: &ReadFile) -> usize {
    let groups = |groups: [Option<&giamngheo::source::format::Group>; 3]| {
        groups.into_iter().flatten().map(|group| group.figures().count()).sum::<usize>()
    };
    let snapshot = &reading.snapshot;
    let programmes = snapshot.programmes.iter().map(|one| one.figures().count()).sum::<usize>();
    let coverage = snapshot.coverage.iter().map(|one| one.figures().count()).sum::<usize>();
    let areas = snapshot.areas.iter().map(|area| groups(area.groups())).sum::<usize>();
    let lacks = snapshot.deprivations.iter().chain(&snapshot.causes);
    groups(snapshot.groups())
        + programmes
        + coverage
        + areas
        + lacks.map(|one| one.figures().count()).sum::<usize>()
}

#[test]
fn the_next_period_asks_the_same_and_answers_nothing() {
    let (mut seen, mut kept) = (0, 0);
    for path in snapshots() {
        let (file, last) = (path.to_str().unwrap(), accepted(&fs::read_to_string(&path).unwrap()));
        let text = made(&["--from", file, "--as-of", "2030-06-30"]);
        let next = accepted(&text);
        assert_eq!(
            (next.snapshot.unit.clone(), next.snapshot.as_of.0.to_string()),
            (last.snapshot.unit.clone(), "2030-06-30".into())
        );
        assert_eq!(next.snapshot.standard, last.snapshot.standard, "{file}");
        assert_eq!(figures(&next), 0, "{file}: {text}");
        let names = |reading: &ReadFile| -> Vec<_> {
            reading.snapshot.areas.iter().map(|area| (area.name.clone(), area.code.clone())).collect()
        };
        assert_eq!(names(&next), names(&last), "{file}");
        let programmes = |reading: &ReadFile| -> Vec<_> {
            reading
                .snapshot
                .programmes
                .iter()
                .map(|one| (one.id.clone(), one.name.clone(), one.kind))
                .collect()
        };
        assert_eq!(programmes(&next), programmes(&last), "{file}");
        let aims = |reading: &ReadFile| -> Vec<_> {
            reading
                .snapshot
                .targets
                .iter()
                .map(|one| (one.id.clone(), one.aim.clone(), one.baseline.clone()))
                .collect()
        };
        assert!(aims(&next).iter().all(|aim| aims(&last).contains(aim)), "{file}");
        (seen, kept) = (seen + figures(&last), kept + aims(&next).len());
        // What stood there is named, and that it is blank.
        let printed = checked("next", &text);
        assert_eq!(
            printed.contains(": still blank"),
            text.contains("\"x_households\"") || text.contains("\"x_rate") || text.contains("\"x_title\""),
            "{file}: {printed}"
        );
    }
    assert!(seen > 500 && kept > 10, "{seen} figures, {kept} targets");
}

#[test]
fn a_remark_is_no_figure_even_without_its_x() {
    for path in snapshots() {
        let text = made(&["--from", path.to_str().unwrap(), "--as-of", "2031-12-31"]);
        for name in ["households", "persons", "rate_percent", "reached", "amount", "covered"] {
            let uncovered = text.replace(&format!("\"x_{name}\""), &format!("\"{name}\""));
            let is_read = read(uncovered.as_bytes(), "new", &Limits::default()).is_ok();
            assert_eq!(is_read, uncovered == text, "{name} of {}", path.display());
        }
    }
}

#[test]
fn what_the_last_figures_were_says_their_day_and_source() {
    let sample = |day: &str| format!("{}/sample-data/{day}.json", env!("CARGO_MANIFEST_DIR"));
    let text = made(&["--from", &sample("2022-12-31"), "--as-of", "2023-12-31"]);
    let json: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["poor"]["x_households"], "31 Dec 2022: 1429");
    assert_eq!(json["poor"]["x_rate_percent"], "31 Dec 2022: 2.20", "with the decimals it was written with");
    assert_eq!(json["areas"][0]["x_households"].is_string(), json["areas"][0].get("x_households").is_some());
    assert!(
        json["areas"][0]["poor"]["x_households"].as_str().unwrap().starts_with("31 Dec 2022, illustrative: ")
    );
    assert_eq!(json["period"], "2023");
    assert_eq!(json["source"]["provenance"], "reported");
    assert_eq!(json["source"].get("title"), None, "the new report has its own");
    // The targets of 2022 were judged by that report; those of 2023 are stocks that the yearly review settles.
    let targets = json["targets"].as_array().unwrap();
    assert!(targets.iter().all(|target| target["year"] == 2023) && targets.len() == 7, "{targets:?}");
    for target in targets {
        let measure = target["measure"].as_str().unwrap();
        let is_stock = measure.contains("poor.");
        assert_eq!(target.get("profile").is_some_and(|it| it == "review"), is_stock, "{measure}");
    }
    // A unit that reports by quarter is judged by quarter.
    for (from, to) in [("2022-12-31", "2023-06-30"), ("2023-09-30", "2023-12-31")] {
        let text = made(&["--from", &sample(from), "--as-of", to]);
        assert!(!text.contains("\"review\""), "{from} {to}: {text}");
    }
}

#[test]
fn periods_go_on_as_they_were() {
    for (period, as_of, next) in [
        ("2022", "2023-12-31", Some("2023")),
        ("2022", "2023-09-30", None),
        ("2022-H1", "2022-12-31", Some("2022-H2")),
        ("2022-Q1", "2022-09-30", Some("2022-Q3")),
        ("2022-Q1", "2022-08-31", None),
        ("2022-01", "2022-08-31", Some("2022-08")),
        ("2022-01", "2022-08-30", None),
    ] {
        let text = format!(
            r#"{{ "format": "giamngheo/1", "unit": {{ "name": "Xã A", "kind": "commune" }}, "as_of": "2022-01-31",
            "period": "{period}", "source": {{ "provenance": "reported" }} }}"#
        );
        let folder = Folder::of("periods", [text]);
        let made = made(&["--from", &folder.at("00.json"), "--as-of", as_of]);
        let json: Value = serde_json::from_str(&made).unwrap();
        assert_eq!(json.get("period").and_then(Value::as_str), next, "{period} {as_of}");
        accepted(&made);
    }
}

#[test]
fn areas_are_numbered_or_named() {
    for count in ["1", "14", "168", "5000"] {
        let text = made(&["--areas", count]);
        let reading = accepted(&text);
        assert_eq!(reading.snapshot.areas.len().to_string(), count);
        assert!(checked("areas", &text).contains("In all: 0 inconsistent"), "{count}");
    }
    let folder = Folder::new("named");
    let file =
        folder.write("names.txt", "\u{feff}Phường Bình Tiên\r\nPhường Bình Tây\r\n\r\n  Xã Bình Phú\r\n");
    let reading = accepted(&made(&["--areas-file", &file]));
    let names: Vec<&str> = reading.snapshot.areas.iter().map(|area| &*area.name.vi).collect();
    assert_eq!(names, ["Phường Bình Tiên", "Phường Bình Tây", "Xã Bình Phú"]);
}

#[test]
fn what_cannot_be_begun_is_refused_with_its_place_and_nothing_is_written() {
    let folder = Folder::new("begin");
    let twice = folder.write("twice.txt", "Phường 1\n\nPhường 2\nphường 01\n");
    let empty = folder.write("empty.txt", " \n\n");
    let bad = folder.write("bad.json", "{ \"format\": \"giamngheo/1\",\n  \"unti\": 1 }");
    let good = format!("{}/sample-data/2022-12-31.json", env!("CARGO_MANIFEST_DIR"));
    let out = folder.at("out.json");
    for (args, code, said) in [
        (&["--areas-file", &twice][..], 1, "twice.txt:4:1: an area name given twice, first on line 1"),
        (&["--areas-file", &empty], 1, "empty.txt:1:1: the file is empty"),
        (&["--areas-file", "/no/such.txt"], 1, "/no/such.txt: no such file"),
        (&["--from", &bad, "--as-of", "2023-12-31"], 1, "bad.json:2:3: unti"),
        (&["--from", "/no/such.json", "--as-of", "2023-12-31"], 1, "/no/such.json: no such file"),
        (&["--from", &good], 2, "--from needs --as-of DATE"),
        (
            &["--from", &good, "--as-of", "2022-12-31"],
            2,
            "must be later than the day of the file's figures, 31 Dec 2022",
        ),
        (&["--from", &good, "--as-of", "2101-01-31"], 2, "2000 to 2100"),
        (&["--from", &good, "--as-of", "2023-12-31", "--areas", "3"], 2, "cannot be used with"),
        (&["--areas", "0"], 2, "--areas <N>: not a valid value: 0; from 1 to 5000"),
    ] {
        let args: Vec<&str> = args.iter().copied().chain(["-o", &out]).collect();
        let (found, printed, err) = new(&args);
        assert_eq!((found, &*printed), (Some(code), ""), "{args:?}: {err}");
        assert!(err.contains(said), "{args:?}: {err}");
        assert!(!super::exists(&out), "{args:?}");
    }
    // What is there stays, whatever it begins with.
    for args in [&["--areas", "2"][..], &["--from", &good, "--as-of", "2023-12-31"]] {
        fs::write(&out, "mine").unwrap();
        let to: Vec<&str> = args.iter().copied().chain(["-o", &out]).collect();
        assert_eq!(new(&to).0, Some(74));
        assert_eq!(fs::read_to_string(&out).unwrap(), "mine");
        let forced: Vec<&str> = to.iter().copied().chain(["--force"]).collect();
        assert_eq!(new(&forced).0, Some(0));
        accepted(&fs::read_to_string(&out).unwrap());
    }
}

/// A list of names is no table, whatever stands in its lines.
#[test]
fn names_may_hold_commas() {
    let folder = Folder::new("begin");
    let names = folder.write("names.txt", "Phường 1, Quận 6\nPhường 2, Quận 6\nPhường 3, Quận 6\n");
    let (code, printed, err) = new(&["--areas-file", &names]);
    assert_eq!(code, Some(0), "{err}");
    assert!(printed.contains("\"Phường 2, Quận 6\""), "{printed}");
}
