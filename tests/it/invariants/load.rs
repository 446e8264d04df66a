//! A file's bytes: refused in words that can go anywhere, or taken for what it says.
use std::collections::HashSet;
use std::hash::Hash;

use chrono::Datelike;
use giamngheo::report::starter;
use giamngheo::source::format::{Area, Figure, Group, Measure, Snapshot};
use giamngheo::source::{Fault, FileFault, Limits, Position, Problem, ReadFile, read};
use giamngheo::text::Lang;
use giamngheo::text::fold::name_key;
use giamngheo::text::json::Json;

use super::screen;
use super::{forbidden, is_forbidden};

/// The name of the file in messages.
const NAME: &str = "f.json";
/// The most faults told of one file.
const FAULTS: usize = 20;
/// The most letters of one fault.
const LETTERS: usize = 300;
/// The most bytes of all that is said of one file.
const BYTES: usize = 16_000;
/// The largest count a file may hold.
const MOST: i64 = 1_000_000_000_000_000;
/// Levels of areas.
const LEVELS: usize = 6;

/// Any bytes; whether they are taken.
pub fn load(bytes: &[u8]) -> bool {
    match read(bytes, NAME, &Limits::default()) {
        Ok(found) => {
            let text = std::str::from_utf8(bytes).expect("what is taken is UTF-8");
            taken(text.strip_prefix('\u{feff}').unwrap_or(text), &found);
            true
        }
        Err(faults) => {
            refused(bytes, &faults);
            false
        }
    }
}

/// What is said of a file that is refused: at least something, within bounds, of visible letters, at places it has.
fn refused(bytes: &[u8], faults: &[Fault]) {
    let is_count = |fault: &&Fault| matches!(fault.what, Problem::File(FileFault::More { .. }));
    let counts = faults.iter().filter(is_count).count();
    assert!(faults.len() > counts && faults.len() <= FAULTS + counts && counts <= 1, "{}", faults.len());
    let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = String::from_utf8_lossy(body);
    let lines: Vec<usize> = text.split('\n').map(|line| line.chars().count()).collect();
    for fault in faults.iter().filter(|fault| !is_count(fault)) {
        let Some(Position { line, column }) = fault.place else { panic!("no place: {fault:?}") };
        let letters = lines.get(line as usize - 1).unwrap_or_else(|| panic!("no line {line}: {fault:?}"));
        assert!((1..=letters + 1).contains(&(column as usize)), "no column {column}: {fault:?}");
    }
    for lang in [Lang::Vi, Lang::En] {
        let mut said = 0;
        for line in faults.iter().flat_map(|fault| [vec![fault.say(lang)], fault.drawn()].concat()) {
            assert_eq!(forbidden(&line), None, "{line:?}");
            said += "giamngheo: \n".len() + line.len();
        }
        assert!(said <= BYTES, "{said} bytes");
        for line in faults.iter().map(|fault| fault.say(lang)) {
            assert!(line.chars().count() <= LETTERS && line.starts_with(NAME), "{line}");
        }
    }
}

/// What a file that is taken says: nothing that cannot be, and the same however it is written.
fn taken(text: &str, found: &ReadFile) {
    let snapshot = &found.snapshot;
    is_possible(snapshot);
    only_visible(&format!("{snapshot:?}"));
    for note in &found.notes {
        for lang in [Lang::Vi, Lang::En] {
            assert_eq!(forbidden(&note.say(lang)), None, "{note:?}");
        }
    }
    let json = Json::parse(text).expect("JSON");
    same_again(&json.file(), found, "written again");
    same_again(&turned(&json).to_string(), found, "its members in the other order");
    let load = screen::read(&[text.to_owned()]);
    assert!(load.refused.is_empty() && load.world.histories.len() == 1, "{:?}", load.refused);
    let next = snapshot.as_of.0.succ_opt().filter(|day| day.year() <= 2100);
    if let Some(day) = next {
        let text = starter::next(Lang::Vi, text, found, day).expect("a later day");
        let read = read(text.as_bytes(), NAME, &Limits::default());
        let faults: Vec<String> = read.err().iter().flatten().map(|fault| fault.say(Lang::En)).collect();
        assert!(faults.is_empty(), "the next one is refused: {faults:#?}\n{text}");
    }
}

fn same_again(text: &str, found: &ReadFile, how: &str) {
    match read(text.as_bytes(), NAME, &Limits::default()) {
        Ok(again) => {
            assert_eq!(again.snapshot, found.snapshot, "{how}");
            assert_eq!(again.notes.len(), found.notes.len(), "{how}: {:?}", again.notes);
        }
        Err(faults) => panic!("refused when {how}: {}\n{text}", faults[0].say(Lang::En)),
    }
}

/// The same with the members of each object from the last to the first.
fn turned(json: &Json) -> Json {
    match json {
        Json::Plain(_) => json.clone(),
        Json::List(items) => Json::List(items.iter().map(turned).collect()),
        Json::Object(members) => {
            Json::Object(members.iter().rev().map(|(name, value)| (name.clone(), turned(value))).collect())
        }
    }
}

/// No text in it hides anything. All of them stand in what is made for looking into it, there with a backslash before
/// what has no picture.
fn only_visible(debug: &str) {
    let mut letters = debug.chars();
    while let Some(letter) = letters.next() {
        assert!(!is_forbidden(letter), "{letter:?} in {debug}");
        if letter != '\\' {
            continue;
        }
        let escaped = match letters.next() {
            Some('u') => {
                let code = letters.as_str().strip_prefix('{').and_then(|rest| rest.split_once('}'));
                code.and_then(|(code, _)| char::from_u32(u32::from_str_radix(code, 16).ok()?))
            }
            Some('\\' | '"' | '\'') => None,
            other => other,
        };
        assert!(
            !escaped.is_some_and(is_forbidden) && !matches!(escaped, Some('n' | 'r' | 't' | '0')),
            "{debug}"
        );
    }
}

/// Counts that a population can have, shares of a whole, names that are told apart, references to what is there.
fn is_possible(snapshot: &Snapshot) {
    assert!((2000..=2100).contains(&snapshot.as_of.0.year()));
    place(snapshot.households.as_ref(), snapshot.persons.as_deref(), snapshot.groups());
    level(&snapshot.areas, 1);
    let ids = |list: &str, ids: Vec<&str>| once(&ids, list);
    ids("programmes", snapshot.programmes.iter().map(|entry| entry.id.0.as_str()).collect());
    ids("coverage", snapshot.coverage.iter().map(|entry| entry.id.0.as_str()).collect());
    ids("targets", snapshot.targets.iter().map(|entry| entry.id.0.as_str()).collect());
    ids("tasks", snapshot.tasks.iter().map(|entry| entry.id.0.as_str()).collect());
    ids("indicators", snapshot.indicators.iter().map(|entry| entry.id.0.as_str()).collect());
    for target in &snapshot.targets {
        let is_there = match &target.measure {
            Measure::Coverage(id) => snapshot.coverage.iter().any(|entry| entry.id == *id),
            Measure::Programme(id, _) => snapshot.programmes.iter().any(|entry| entry.id == *id),
            Measure::Task(id) => snapshot.tasks.iter().any(|entry| entry.id == *id),
            _ => true,
        };
        assert!(is_there, "{:?} measures nothing", target.id);
        let area = target.area.as_ref();
        assert!(area.is_none_or(|line| is_called(&snapshot.areas, &line.0)), "{:?} of no area", target.id);
    }
}

fn is_called(areas: &[Area], line: &str) -> bool {
    areas.iter().any(|area| area.is_called(line) || is_called(&area.areas, line))
}

fn once<K: Hash + Eq>(keys: &[K], what: &str) {
    assert_eq!(keys.iter().collect::<HashSet<_>>().len(), keys.len(), "{what}: one stands twice");
}

fn level(areas: &[Area], depth: usize) {
    assert!(areas.is_empty() || depth <= LEVELS, "areas of level {depth}");
    once(&areas.iter().map(|area| name_key(&area.name.vi)).collect::<Vec<_>>(), "names of areas");
    once(&areas.iter().filter_map(|area| area.code.as_ref()).collect::<Vec<_>>(), "codes of areas");
    for area in areas {
        place(area.households.as_ref(), area.persons.as_deref(), area.groups());
        level(&area.areas, depth + 1);
    }
}

/// A place: its poor and near-poor are among its households, and no household is of nobody.
fn place(households: Option<&Figure>, persons: Option<&Figure>, groups: [Option<&Group>; 3]) {
    let exact =
        |figure: Option<&Figure>| figure.filter(|figure| figure.unit.is_none()).and_then(Figure::exact);
    let figures = groups.iter().flatten().flat_map(|group| [&group.households, &group.persons]);
    for figure in figures.flatten().chain(households).chain(persons) {
        assert!((0..=MOST).contains(&figure.value), "{figure:?}");
    }
    let of_group = |group: Option<&Group>| exact(group.and_then(|group| group.households.as_ref()));
    let [poor, near_poor, combined] = groups.map(|group| of_group(group).unwrap_or(0));
    if let Some(all) = exact(households) {
        assert!(poor + near_poor <= all && combined <= all, "{poor} + {near_poor}, {combined} of {all}");
        assert!(exact(persons).is_none_or(|persons| persons >= all), "fewer persons than households");
    }
    for group in groups.into_iter().flatten() {
        let both = (exact(group.households.as_ref()), exact(group.persons.as_ref()));
        assert!(!matches!(both, (Some(households), Some(persons)) if persons < households), "{both:?}");
        let rate = group.rate_percent.as_ref().map(|rate| rate.value);
        assert!(rate.is_none_or(|rate| rate.within(0, 100)), "{rate:?}");
    }
}
