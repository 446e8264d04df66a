//! Hostile input: never a panic, never a value in a message, always a place, never out of bounds.
use std::time::{Duration, Instant};

use giamngheo::source::{Fault, Limits, read};
use giamngheo::text::Lang;

use super::{faults, full, good, is_forbidden, said, well_said, with};

fn judged(bytes: &[u8]) -> Result<(), Vec<Fault>> {
    read(bytes, "f.json", &Limits::default()).map(|_| ())
}

/// Every fault has a place and is well said.
fn all_said(faults: &[Fault]) {
    // How many more there are stands nowhere.
    let is_count = |fault: &&Fault| {
        matches!(fault.what, giamngheo::source::Problem::File(giamngheo::source::FileFault::More { .. }))
    };
    let count = faults.iter().filter(is_count).count();
    assert!(faults.len() > count && faults.len() - count <= 20 && count <= 1);
    for fault in &faults[..faults.len() - count] {
        assert!(fault.place.is_some(), "{}", fault.say(Lang::En));
        well_said(fault);
    }
}

#[test]
fn case_2_a_file_cut_anywhere_ends_too_early() {
    let text = full();
    let end = text.trim_end().len();
    // Each cut is read again and again to find all that is wrong: every third.
    for cut in (0..end).step_by(3) {
        let faults = faults(&text.as_bytes()[..cut]);
        all_said(&faults);
        let said = faults[0].say(Lang::En);
        let blank = text.as_bytes()[..cut].trim_ascii().is_empty();
        assert!(said.contains(if blank { "is empty" } else { "ends too early" }), "{cut}: {said}");
    }
}

#[test]
fn case_2_any_byte_replaced_is_read_or_refused_with_a_place() {
    let text = full();
    let mut refused = 0;
    // Every fault of a file is looked for, so that a bad one is read again and again: every seventeenth byte, and the
    // others at every eleventh of these, or the test would take minutes.
    let places = (0..text.len()).step_by(17);
    let count = places.len();
    for at in places {
        let others = b"}[],:\\-9e".iter().filter(|_| at % 11 == 0);
        for byte in [0, 0xff, b'"', b'{'].iter().chain(others).copied() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] = byte;
            if let Err(faults) = judged(&bytes) {
                all_said(&faults);
                refused += 1;
            }
        }
    }
    assert!(refused > 2 * count);
}

#[test]
fn case_7_depth_is_bounded_in_known_and_unknown_fields() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    good(&with(&format!("\"x_a\": {}", nested(126))));
    for (field, depth) in
        [("x_a", 127), ("x_a", 100_000), ("poor", 128), ("poor", 100_000), ("zzz", 5_000_000)]
    {
        let begun = Instant::now();
        let said = said(&faults(with(&format!("\"{field}\": {}", nested(depth))).as_bytes()));
        assert!(said.contains("nested deeper than 127 levels") && said.contains(":6:"), "{said}");
        assert!(begun.elapsed() < Duration::from_secs(5));
    }
    assert!(said(&faults("[".repeat(1_000_000).as_bytes())).contains("nested deeper"));
    assert!(said(&faults("{\"x_a\":".repeat(1_000_000).as_bytes())).contains("nested deeper"));
}

/// A reading must not need more stack than a small thread has.
#[test]
fn case_7_the_deepest_files_fit_a_small_stack() {
    let deep = [
        with(&format!("\"x_a\": {}{}", "[".repeat(126), "]".repeat(126))),
        "{\"x_a\":".repeat(1000),
        with(&format!("\"areas\": [{}]", "{\"name\":\"a\",\"areas\":[".repeat(6) + &"]}".repeat(6))),
        with(&format!("\"areas\": [{}]", "{\"name\":\"a\",\"areas\":[".repeat(60) + &"]}".repeat(60))),
    ];
    let small = std::thread::Builder::new().stack_size(256 << 10);
    let read_all = move || deep.iter().map(|text| judged(text.as_bytes()).is_ok()).collect::<Vec<_>>();
    assert_eq!(small.spawn(read_all).unwrap().join().unwrap(), [true, false, true, false]);
}

const CANARY: &str = "CANARY-0790";

/// Each text and number of a full file replaced by a value that no message may show.
#[test]
fn no_value_is_ever_quoted() {
    let text = full();
    let mut refused = 0;
    for part in values(&text) {
        for value in [
            format!("\"{CANARY}\""),
            format!("[\"{CANARY}\"]"),
            format!("{{\"x_a\": \"{CANARY}\"}}"),
            "79012345678".into(),
        ] {
            let bytes = format!("{}{value}{}", &text[..part.0], &text[part.1..]);
            if let Err(faults) = judged(bytes.as_bytes()) {
                refused += 1;
                for fault in &faults {
                    let all = fault.say(Lang::Vi) + &fault.say(Lang::En);
                    assert!(!fault.drawn().concat().contains("CANARY"), "{:?}", fault.excerpt);
                    assert!(
                        !all.contains("CANARY") && !all.contains("7901234") && !all.contains("79.012"),
                        "{all}"
                    );
                }
                all_said(&faults);
            }
        }
    }
    assert!(refused > 200, "{refused}");
}

/// Where the values of `text` begin and end: what follows a colon up to a comma or a bracket on the same line.
fn values(text: &str) -> Vec<(usize, usize)> {
    let starts = text.match_indices(": ").map(|(at, _)| at + 2);
    let simple = starts.filter(|start| !text[*start..].starts_with(['{', '[']));
    simple
        .map(|start| {
            let rest = &text[start..];
            let end = match rest.strip_prefix('"') {
                Some(inner) => inner.find('"').unwrap() + 2,
                None => rest.find([',', ' ', '\n']).unwrap(),
            };
            (start, start + end)
        })
        .collect()
}

#[test]
fn case_12_names_of_the_file_are_cleaned_and_cut_in_messages() {
    let evil = "\\u001b[2J\\u202e\\u0000\\u009b\\u2066por at line 1 column 1";
    let long = "k".repeat(100_000);
    for name in [evil, &long, &format!("{evil}{long}"), "giamngheo: x.json:1:1: poor: ok"] {
        for text in [
            with(&format!("\"{name}\": 1")),
            with(&format!("\"x_{name}\": 1, \"x_{name}\": 2")),
            with(&format!("\"x_a\": {{ \"{name}\": 1, \"{name}\": 2 }}")),
            with(&format!("\"poor\": {{ \"{name}\": {{ \"{name}\": 1 }} }}")),
            with(&format!("\"x_a\": {{ \"{name}\": {{ \"{name}\": nul }} }}")),
        ] {
            let faults = faults(text.as_bytes());
            all_said(&faults);
            assert!(!faults[0].say(Lang::En).contains(&"k".repeat(41)));
        }
    }
}

#[test]
fn case_21_the_name_of_the_file_is_cleaned_and_cut() {
    let name = format!("\u{1b}]52;c;aGk=\u{7}\u{202e}{}.json", "n".repeat(5000));
    let faults = read(b"{", &name, &Limits::default()).unwrap_err();
    for lang in [Lang::Vi, Lang::En] {
        let said = faults[0].say(lang);
        assert!(!said.chars().any(is_forbidden) && said.chars().count() <= 300, "{said:?}");
        assert!(said.contains(":1:1: "), "{said}");
    }
}

#[test]
fn a_long_line_costs_one_walk() {
    let area =
        |n: usize| format!("{{\"name\":\"Phường {n}\",\"poor\":{{\"households\":{n},\"persons\":{n}}}}}");
    let areas: Vec<String> = (0..20_000).map(area).collect();
    let text = with(&format!("\"areas\":[{}]", areas.join(",")));
    let begun = Instant::now();
    let places = good(&text).places;
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    let last = places.get("areas[19999].poor.persons").unwrap();
    let column = text.lines().nth(5).unwrap().chars().count() - "19999}}]".len() + 1;
    assert_eq!((last.line, usize::try_from(last.column).unwrap()), (6, column));
    // All faults of a bad one are looked for, and no text is walked to the end of the line for each of its quotes.
    let bad = text.replace('\n', " ").replace("19999}}]", "19999,}}]");
    let begun = Instant::now();
    let faults = faults(bad.as_bytes());
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    assert!(faults.iter().any(|fault| fault.place.is_some_and(|place| place.line == 1)), "{faults:?}");
}

#[test]
fn case_10_a_file_over_the_limit_is_not_looked_at() {
    let limits = Limits { file: 10, total: 100 };
    let faults = read(with("").as_bytes(), "f.json", &limits).unwrap_err();
    assert_eq!(faults[0].say(Lang::Vi), "f.json: tệp quá lớn (giới hạn 10 byte)");
}
