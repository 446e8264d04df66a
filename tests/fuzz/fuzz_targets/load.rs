//! Bytes, as a file's. Most are a file of which one value alone was changed, left out or said twice: of those that are
//! changed anywhere hardly one is accepted. Of some all texts of one name are words that the program knows.
#![no_main]

use giamngheo::text::json::Json;
use giamngheo_fuzz::{Counter, invariants, words};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

static ACCEPTED: Counter = Counter::new();
/// A value grows by so many bytes at most.
const MORE: usize = 24;
/// One of so many inputs is changed anywhere.
const ANYWHERE: usize = 8;
/// One of so many changes of a file leaves something out or says it twice.
const PARTS: usize = 6;
/// One of so many of the others puts words of the program in the place of all texts of one name.
const WORDS: usize = 8;

fuzz_target!(|bytes: &[u8]| ACCEPTED.count(invariants::load::load(bytes)));

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let mut chance = Chance(seed as usize);
    let text = std::str::from_utf8(&data[..size]).ok().filter(|_| chance.of(ANYWHERE) > 0);
    match text.and_then(|text| changed(text, &mut chance)) {
        Some(changed) if changed.len() <= max_size => {
            data[..changed.len()].copy_from_slice(changed.as_bytes());
            changed.len()
        }
        _ => fuzzer_mutate(data, size, max_size),
    }
});

/// A number from which choices are taken, one after the other.
struct Chance(usize);

impl Chance {
    /// One of so many; the first of none.
    fn of(&mut self, many: usize) -> usize {
        let many = many.max(1);
        let found = self.0 % many;
        self.0 /= many;
        found
    }
}

/// The same JSON with one thing changed.
fn changed(text: &str, chance: &mut Chance) -> Option<String> {
    let mut json = Json::parse(text)?;
    let is_done = if chance.of(PARTS) == 0 {
        let mut which = chance.of(parts(&json));
        change_a_part(&mut json, &mut which, chance)
    } else {
        let mut values = Vec::new();
        gather(&mut json, "", &mut values);
        let is_of_words = chance.of(WORDS) == 0;
        let which = chance.of(values.len());
        let name = values.get(which)?.0;
        if is_of_words {
            change_to_words(values.into_iter().filter(|value| value.0 == name), chance);
        } else {
            change_a_value(values.swap_remove(which).1, chance);
        }
        true
    };
    is_done.then(|| json.to_string())
}

/// How many lists and objects hold something.
fn parts(json: &Json) -> usize {
    match json {
        Json::Plain(_) => 0,
        Json::List(items) => usize::from(!items.is_empty()) + items.iter().map(parts).sum::<usize>(),
        Json::Object(members) => {
            usize::from(!members.is_empty()) + members.iter().map(|(_, value)| parts(value)).sum::<usize>()
        }
    }
}

/// Leaves an item or a member of one of them out, or says an item twice; whether there is that one.
fn change_a_part(json: &mut Json, which: &mut usize, chance: &mut Chance) -> bool {
    let is_it = match json {
        Json::List(items) if !items.is_empty() => *which == 0,
        Json::Object(members) if !members.is_empty() => *which == 0,
        _ => return false,
    };
    match json {
        Json::List(items) if is_it => match (chance.of(2), chance.of(items.len())) {
            (0, place) => items.push(items[place].clone()),
            (_, place) => drop(items.remove(place)),
        },
        Json::Object(members) if is_it => drop(members.remove(chance.of(members.len()))),
        Json::List(items) => {
            *which -= 1;
            return items.iter_mut().any(|item| change_a_part(item, which, chance));
        }
        Json::Object(members) => {
            *which -= 1;
            return members.iter_mut().any(|(_, value)| change_a_part(value, which, chance));
        }
        Json::Plain(_) => {}
    }
    is_it
}

/// Texts that follow each other in the program, from any of them on: one that the program treats as no other would hardly
/// be made letter by letter.
fn change_to_words<'a>(values: impl Iterator<Item = (&'a str, &'a mut String)>, chance: &mut Chance) {
    let words = words::of_the_program();
    let from = chance.of(words.len());
    for ((_, value), word) in
        values.filter(|(_, value)| value.starts_with('"')).zip(words.iter().cycle().skip(from))
    {
        *value = Json::text(word).to_string();
    }
}

/// Another value: for a text a text, for a number or a word mostly one that JSON has.
fn change_a_value(value: &mut String, chance: &mut Chance) {
    let words = serde_json::from_str::<String>(value).ok();
    let is_text = words.is_some();
    let mut bytes = words.unwrap_or_else(|| value.clone()).into_bytes();
    let size = bytes.len();
    bytes.resize(size + MORE, 0);
    let size = fuzzer_mutate(&mut bytes, size, size + MORE);
    let made = String::from_utf8_lossy(&bytes[..size]).into_owned();
    let is_json = serde_json::from_str::<serde_json::Value>(&made).is_ok();
    *value = match chance.of(4) {
        _ if is_text => Json::text(&made).to_string(),
        0 => made,
        _ if is_json => made,
        _ => number(&bytes[..size]),
    };
}

/// A number of the digits of some bytes, with a point where the first of them says so.
fn number(bytes: &[u8]) -> String {
    let digits: String = bytes.iter().take(9).map(|byte| char::from(b'0' + byte % 10)).collect();
    let (whole, part) = digits.split_at(digits.len().div_ceil(2));
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    if part.is_empty() || bytes[0] >= 128 { whole.to_owned() } else { format!("{whole}.{part}") }
}

/// Its texts, numbers and words, each with the name of what holds it.
fn gather<'a>(json: &'a mut Json, name: &'a str, values: &mut Vec<(&'a str, &'a mut String)>) {
    match json {
        Json::Plain(value) => values.push((name, value)),
        Json::List(items) => items.iter_mut().for_each(|item| gather(item, name, values)),
        Json::Object(members) => members.iter_mut().for_each(|(name, value)| gather(value, name, values)),
    }
}
