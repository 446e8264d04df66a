//! Bytes, as a file's. Every other one is a file of which one value alone was changed: of those that are changed anywhere
//! hardly one is accepted.
#![no_main]

use giamngheo::text::json::Json;
use giamngheo_fuzz::{Counter, invariants};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

static ACCEPTED: Counter = Counter::new();
/// A value grows by so many bytes at most.
const MORE: usize = 24;

fuzz_target!(|bytes: &[u8]| ACCEPTED.count(invariants::load::load(bytes)));

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let text = std::str::from_utf8(&data[..size]).ok();
    let changed =
        text.filter(|_| seed.is_multiple_of(2)).and_then(|text| with_one_changed(text, seed as usize / 2));
    match changed {
        Some(changed) if changed.len() <= max_size => {
            data[..changed.len()].copy_from_slice(changed.as_bytes());
            changed.len()
        }
        _ => fuzzer_mutate(data, size, max_size),
    }
});

/// The same JSON with another value at one place.
fn with_one_changed(text: &str, which: usize) -> Option<String> {
    let mut json = Json::parse(text)?;
    let mut values = Vec::new();
    gather(&mut json, &mut values);
    let count = values.len();
    let value = values.into_iter().nth(which.checked_rem(count)?)?;
    let is_text = value.starts_with('"');
    let mut bytes =
        if is_text { serde_json::from_str::<String>(value).ok()? } else { value.clone() }.into_bytes();
    let size = bytes.len();
    bytes.resize(size + MORE, 0);
    let size = fuzzer_mutate(&mut bytes, size, size + MORE);
    let words = String::from_utf8_lossy(&bytes[..size]).into_owned();
    *value = if is_text { Json::text(&words).to_string() } else { words };
    Some(json.to_string())
}

/// Its texts, numbers and words.
fn gather<'a>(json: &'a mut Json, values: &mut Vec<&'a mut String>) {
    match json {
        Json::Plain(value) => values.push(value),
        Json::List(items) => items.iter_mut().for_each(|item| gather(item, values)),
        Json::Object(members) => members.iter_mut().for_each(|(_, value)| gather(value, values)),
    }
}
