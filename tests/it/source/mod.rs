//! Reading: what is accepted, what is refused, where, and with which words.
mod agree;
mod files;
mod hostile;
mod json_layer;
mod json_suite;
mod json_texts;
mod kept;
mod locations;
mod meaning;
mod newest;
mod plans;
mod shape;
mod taught;
mod texts;

use crate::invariants::is_forbidden;
use giamngheo::source::{Fault, Limits, Position, ReadFile, read};
use giamngheo::text::{Lang, cells};

/// Marks, in the texts of these tests, the letter at which a fault is expected.
const MARK: char = '▸';

/// A snapshot of all that is required, and `members`.
pub fn with(members: &str) -> String {
    let comma = if members.is_empty() { "" } else { "," };
    format!(
        "{{\n  \"format\": \"giamngheo/1\",\n  \"unit\": {{ \"name\": \"Quận 6\", \"kind\": \"district\" }},\n  \
         \"as_of\": \"2022-12-31\",\n  \"source\": {{ \"provenance\": \"reported\" }}{comma}\n{members}\n}}\n"
    )
}

/// A snapshot that has something of everything.
pub fn full() -> String {
    with(include_str!("full.txt"))
}

pub fn good(text: &str) -> ReadFile {
    read(text.as_bytes(), "f.json", &Limits::default())
        .unwrap_or_else(|faults| panic!("{}\n{text}", said(&faults)))
}

pub fn faults(bytes: &[u8]) -> Vec<Fault> {
    match read(bytes, "f.json", &Limits::default()) {
        Ok(_) => panic!("accepted: {}", String::from_utf8_lossy(bytes)),
        Err(faults) => faults,
    }
}

pub fn said(faults: &[Fault]) -> String {
    let lines: Vec<String> = faults.iter().map(|fault| fault.say(Lang::En)).collect();
    lines.join("\n")
}

/// `text` without its marks, and the places they stood at.
pub fn marked(text: &str) -> (String, Vec<Position>) {
    let mut places = Vec::new();
    let mut plain = String::new();
    for letter in text.chars() {
        if letter == MARK {
            let line = plain.matches('\n').count() + 1;
            let column = plain.chars().rev().take_while(|c| *c != '\n').count() + 1;
            places.push(Position { line: line.try_into().unwrap(), column: column.try_into().unwrap() });
        } else {
            plain.push(letter);
        }
    }
    (plain, places)
}

/// Asks that `text` is refused at its marks and nowhere else, at these paths, with these words of the message.
pub fn refused_at(text: &str, expected: &[(&str, &str)]) {
    let (plain, places) = marked(text);
    let faults = faults(plain.as_bytes());
    assert_eq!(faults.len(), expected.len(), "{}\n{plain}", said(&faults));
    for ((fault, place), (path, words)) in faults.iter().zip(&places).zip(expected) {
        let vi = fault.say(Lang::Vi);
        assert_eq!((fault.place, fault.path.as_str()), (Some(*place), *path), "{vi}\n{plain}");
        assert!(vi.contains(words), "{vi}\nshould say: {words}\n{plain}");
        well_said(fault);
    }
}

/// Asks that `text` is refused at its mark with these words, whatever else is told of it.
pub fn tells(text: &str, path: &str, words: &str) {
    let (plain, places) = marked(text);
    let faults = faults(plain.as_bytes());
    let here: Vec<String> = faults
        .iter()
        .filter(|fault| (fault.place, fault.path.as_str()) == (Some(places[0]), path))
        .map(|fault| fault.say(Lang::Vi))
        .collect();
    assert!(here.len() == 1 && here[0].contains(words), "{}\nshould say: {words}\n{plain}", said(&faults));
    faults.iter().for_each(well_said);
}

/// Every message is one line of visible letters, of bounded length, and differs between the languages.
pub fn well_said(fault: &Fault) {
    let (vi, en) = (fault.say(Lang::Vi), fault.say(Lang::En));
    assert_ne!(vi, en);
    for line in [vi, en] {
        assert!(line.chars().count() <= 280 && line.len() <= 390, "{line}");
        assert!(!line.chars().any(is_forbidden), "{line:?}");
        assert!(line.starts_with("f.json"), "{line}");
    }
    for line in fault.drawn() {
        assert!(cells::width(&line) <= 80 && line.len() <= 320, "{line}");
        assert!(!line.chars().any(is_forbidden), "{line:?}");
    }
}
