//! Any input, shortly: what the targets of `tests/fuzz` ask millions of times.

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use arbitrary::Unstructured;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::invariants::{clean, draw, keys, load, made};

/// What files are changed by: the words that the targets are given.
static WORDS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/format.dict");
    fs::read_to_string(path).unwrap().lines().map(word).collect()
});

/// The bytes of a line of the dictionary: in quotes, those that are no plain letters as `\xNN`.
fn word(line: &str) -> Vec<u8> {
    let mut parts = line.trim_matches('"').split("\\x");
    let first = parts.next().unwrap().as_bytes().to_vec();
    parts.fold(first, |mut bytes, part| {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend(&part.as_bytes()[2..]);
        bytes
    })
}

fn texts() -> impl Strategy<Value = String> {
    let odd = "[a-cơệĐð0-3.,=+@'\" \t\r\n\u{0}\u{1b}\u{85}\u{a0}\u{301}\u{323}\u{35c}\u{200d}\u{202e}\u{2028}\u{fe0f}\u{1f468}漢]{0,60}";
    prop_oneof![odd, any::<String>(), vec(any::<char>(), 0..40).prop_map(String::from_iter)]
}

#[test]
fn the_targets_are_given_every_name_of_the_format() {
    fn names(schema: &serde_json::Value, all: &mut Vec<String>) {
        match schema {
            serde_json::Value::Object(members) => {
                let properties = members.get("properties").and_then(serde_json::Value::as_object);
                all.extend(properties.into_iter().flat_map(|properties| properties.keys().cloned()));
                members.values().for_each(|member| names(member, all));
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| names(item, all)),
            _ => {}
        }
    }
    let mut all = Vec::new();
    names(&serde_json::from_str(&giamngheo::source::schema::schema_text()).unwrap(), &mut all);
    assert!(all.len() > 100);
    all.retain(|name| !WORDS.contains(&format!("\"{name}\": ").into_bytes()));
    assert!(all.is_empty(), "tests/fuzz/dictionary writes them: {all:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_made_safe(text in texts(), room in 0..80_u16) {
        clean::clean(&text, room);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, max_shrink_iters: 500, ..ProptestConfig::default() })]

    /// A good file, changed at some places: a word of the format in the place of some letters.
    #[test]
    fn any_file_is_taken_or_refused_in_order(
        changes in vec((any::<Index>(), any::<Index>(), 0..12_usize), 0..6),
    ) {
        let mut bytes = super::source::full().into_bytes();
        for (at, word, length) in changes {
            let at = at.index(bytes.len());
            let end = bytes.len().min(at + length);
            bytes.splice(at..end, word.get(&WORDS).iter().copied());
        }
        load::load(&bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 100, ..ProptestConfig::default() })]

    #[test]
    fn any_place_is_drawn_at_any_size(bytes in vec(any::<u8>(), 0..4_000)) {
        draw::draw(made::scene(&mut Unstructured::new(&bytes)).unwrap());
    }

    #[test]
    fn any_journey_comes_to_the_same_end(bytes in vec(any::<u8>(), 0..1_500)) {
        keys::keys(&made::journey(&mut Unstructured::new(&bytes)).unwrap());
    }
}
