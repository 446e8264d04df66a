//! Bytes, as a file's. Most are a file of which one value alone was changed, left out or said twice: of those that are
//! changed anywhere hardly one is accepted. Of some a list is filled with words that the program knows; a part is made of
//! those that were accepted, however many that are not have shown something new since.
#![no_main]

use std::sync::{Mutex, PoisonError};

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
/// One of so many of the others fills a list with words of the program.
const WORDS: usize = 4;
/// Up to so many items and bytes.
const ITEMS: usize = 32;
const BYTES: usize = 2048;
/// One of so many is this file, filled so: it is taken, and what follows meets the words too.
const PLAIN: usize = 128;
const FILE: &str = r#"{"format": "giamngheo/1", "unit": {"name": "Quận 1", "kind": "district"}, "as_of": "2022-12-31",
    "source": {"title": "Báo cáo", "provenance": "reported"},
    "areas": [{"name": "Phường 1", "poor": {"households": 5}, "near_poor": {"households": 4}}]}"#;

/// So many of those that were accepted last are kept.
const KEPT: usize = 1 << 12;
/// One of so many inputs is one of these, changed.
const OF_KEPT: usize = 3;

/// Inputs that were accepted, and the place of the next.
static TAKEN: Mutex<(Vec<Vec<u8>>, usize)> = Mutex::new((Vec::new(), 0));

fuzz_target!(|bytes: &[u8]| {
    let is_taken = invariants::load::load(bytes);
    if is_taken {
        keep(bytes);
    }
    ACCEPTED.count(is_taken);
});

fn keep(bytes: &[u8]) {
    let (taken, next) = &mut *TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
    if taken.len() < KEPT {
        taken.push(bytes.to_vec());
    } else {
        taken[*next % KEPT] = bytes.to_vec();
        *next += 1;
    }
}

/// One of those that were accepted, as a text.
fn kept(chance: &mut Chance) -> Option<String> {
    let (taken, _) = &*TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
    String::from_utf8(taken.get(chance.of(taken.len()))?.clone()).ok()
}

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let mut chance = Chance(u64::from(seed));
    let own = std::str::from_utf8(&data[..size]).ok().filter(|_| chance.of(ANYWHERE) > 0);
    let kept = own.filter(|_| chance.of(OF_KEPT) == 0).and_then(|_| kept(&mut chance));
    match kept.as_deref().or(own).and_then(|text| changed(text, &mut chance)) {
        Some(changed) if changed.len() <= max_size => {
            data[..changed.len()].copy_from_slice(changed.as_bytes());
            changed.len()
        }
        _ => fuzzer_mutate(data, size, max_size),
    }
});

/// Choices that look like any, the same for the same seed (`SplitMix64`).
struct Chance(u64);

impl Chance {
    /// One of so many; the first of none.
    fn of(&mut self, many: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % many.max(1) as u64).expect("less than as many")
    }
}

/// The same JSON with one thing changed.
fn changed(text: &str, chance: &mut Chance) -> Option<String> {
    let is_plain = chance.of(PLAIN) == 0;
    let mut json = Json::parse(if is_plain { FILE } else { text })?;
    let is_done = if !is_plain && chance.of(PARTS) == 0 {
        let mut which = chance.of(parts(&json));
        change_a_part(&mut json, &mut which, chance)
    } else if is_plain || chance.of(WORDS) == 0 {
        let mut which = chance.of(lists(&json));
        list_of(&mut json, &mut which).and_then(|items| fill(items, chance)).is_some()
    } else {
        let mut values = Vec::new();
        gather(&mut json, &mut values);
        let which = chance.of(values.len());
        values.into_iter().nth(which).map(|value| change_a_value(value, chance)).is_some()
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

/// How many lists hold objects.
fn lists(json: &Json) -> usize {
    match json {
        Json::Plain(_) => 0,
        Json::List(items) => usize::from(has_objects(items)) + items.iter().map(lists).sum::<usize>(),
        Json::Object(members) => members.iter().map(|(_, value)| lists(value)).sum(),
    }
}

fn has_objects(items: &[Json]) -> bool {
    items.iter().any(|item| matches!(item, Json::Object(_)))
}

/// One of them.
fn list_of<'a>(json: &'a mut Json, which: &mut usize) -> Option<&'a mut Vec<Json>> {
    match json {
        Json::Plain(_) => None,
        Json::List(items) => {
            if has_objects(items) {
                if *which == 0 {
                    return Some(items);
                }
                *which -= 1;
            }
            items.iter_mut().find_map(|item| list_of(item, which))
        }
        Json::Object(members) => members.iter_mut().find_map(|(_, value)| list_of(value, which)),
    }
}

/// Puts in the place of a list one of its items as often as there is room, each time with another word of the program for
/// one of its texts: a name that is treated as no other would hardly be made letter by letter.
fn fill(items: &mut Vec<Json>, chance: &mut Chance) -> Option<()> {
    let item = items.swap_remove(chance.of(items.len()));
    let Json::Object(members) = &item else { return None };
    let is_text = |(_, value): &(String, Json)| matches!(value, Json::Plain(value) if value.starts_with('"'));
    let texts: Vec<usize> = (0..members.len()).filter(|at| is_text(&members[*at])).collect();
    let text = *texts.get(chance.of(texts.len()))?;
    let most = (BYTES / item.to_string().len().max(1)).clamp(1, ITEMS);
    let words = words::of_the_program();
    let words = words.iter().cycle().skip(chance.of(words.len())).take(most);
    *items = words
        .map(|word| {
            let mut members = members.clone();
            members[text].1 = Json::text(word);
            Json::Object(members)
        })
        .collect();
    Some(())
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

/// Its texts, numbers and words.
fn gather<'a>(json: &'a mut Json, values: &mut Vec<&'a mut String>) {
    match json {
        Json::Plain(value) => values.push(value),
        Json::List(items) => items.iter_mut().for_each(|item| gather(item, values)),
        Json::Object(members) => members.iter_mut().for_each(|(_, value)| gather(value, values)),
    }
}
