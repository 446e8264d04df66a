//! Any keys at any size on any snapshots: no panic, and the picture is what it must be.

use std::fs;
use std::path::PathBuf;

use giamngheo::app::{App, Key, Message};
use giamngheo::text::Lang;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};
use unicode_normalization::UnicodeNormalization;

use super::folder::Folder;
use super::program::{begun, choices, drawn, read, screen};

const NAMES: [&str; 6] =
    ["Phường 1", "Xã Ninh Hòa Đông", "Khu phố 12", "漢字坊", "A", "Phường có một cái tên dài hơn mọi cột"];
const UNITS: [&str; 4] = ["household", "person", "case", "award"];
const KINDS: [&str; 4] = ["credit", "education", "health", "other"];

/// A count as it is stated: alone, or with a qualifier or a provenance.
fn figure(most: u64) -> impl Strategy<Value = Value> {
    let word = select(vec!["over", "nearly", "about", "at_least", "at_most", "under"]);
    (0..=most, 0..8_u8, word).prop_map(|(value, kind, word)| match kind {
        0 => json!({ "value": value, "qualifier": word }),
        1 => json!({ "value": value, "provenance": "estimated" }),
        2 => json!({ "value": value, "provenance": "illustrative", "note": "x" }),
        _ => json!(value),
    })
}

/// An object of some of the fields given.
fn some(fields: Vec<(&'static str, BoxedStrategy<Value>)>) -> impl Strategy<Value = Value> {
    let each: Vec<_> = fields
        .into_iter()
        .map(|(name, value)| {
            proptest::option::weighted(0.7, value)
                .prop_map(move |value| value.map(|value| (name.to_owned(), value)))
        })
        .collect();
    each.prop_map(|found| Value::Object(found.into_iter().flatten().collect::<Map<_, _>>()))
}

fn group() -> impl Strategy<Value = Value> {
    let count = || (0..50_u64).prop_map(Value::from).boxed();
    let movement =
        some(vec![("start", count()), ("escaped", count()), ("relapsed", count()), ("newly", count())]);
    some(vec![
        ("households", (0..400_u64).prop_map(Value::from).boxed()),
        ("persons", (400..4_000_u64).prop_map(Value::from).boxed()),
        ("rate_percent", select(vec!["2.20", "0.00", "1.5", "0.0001"]).prop_map(Value::from).boxed()),
        ("reduced", (-50..600_i64).prop_map(Value::from).boxed()),
        ("policy_families", figure(3).boxed()),
        ("movement", movement.boxed()),
    ])
}

fn area(number: usize) -> impl Strategy<Value = Value> {
    let fields = some(vec![
        ("households", (800..5_000_u64).prop_map(Value::from).boxed()),
        ("poor", group().boxed()),
        ("near_poor", group().boxed()),
        ("deprivations", Just(json!([{ "id": "work", "name": "Việc làm", "poor": 7 }])).boxed()),
    ]);
    (fields, select(NAMES.to_vec())).prop_map(move |(mut area, name)| {
        area["name"] = json!(format!("{name} số {number}"));
        area
    })
}

fn programme(number: usize) -> impl Strategy<Value = Value> {
    (
        figure(5_000),
        figure(1_000_000_000_000),
        select(UNITS.to_vec()),
        select(KINDS.to_vec()),
        any::<[bool; 2]>(),
    )
        .prop_map(move |(mut reached, amount, unit, kind, [has_reached, has_amount])| {
            if reached.is_number() {
                reached = json!({ "value": reached });
            }
            reached["unit"] = json!(unit);
            let mut programme =
                json!({ "id": format!("p{number}"), "name": format!("Chính sách {number}"), "kind": kind });
            if has_reached {
                programme["reached"] = reached;
            }
            if has_amount {
                programme["amount"] = amount;
            }
            programme
        })
}

fn targets() -> impl Strategy<Value = Value> {
    let all = json!([
        { "id": "t1", "name": "Tỷ lệ hộ nghèo", "year": 2023, "measure": "poor.rate", "aim": { "reduce_by_points": 0.5 } },
        { "id": "t2", "name": "Hộ nghèo", "year": 2023, "measure": "poor.households", "aim": { "reach": 50 }, "profile": "review" },
        { "id": "t3", "name": "Người có công", "year": 2022, "measure": "poor.policy_families", "aim": { "keep_at": 0 } },
        { "id": "t4", "name": "Hộ nghèo 2022", "year": 2022, "measure": "poor.households", "result": { "value": 560, "percent_of_aim": 140 } },
        { "id": "t5", "name": "Việc", "year": 2023, "measure": "task.k1", "aim": { "done": true } },
    ]);
    proptest::sample::subsequence(all.as_array().unwrap().clone(), 0..=5).prop_map(Value::from)
}

fn snapshot(month: u32) -> impl Strategy<Value = Value> {
    let areas = (0..16_usize).prop_flat_map(|count| (0..count).map(area).collect::<Vec<_>>());
    let programmes = (0..6_usize).prop_flat_map(|count| (0..count).map(programme).collect::<Vec<_>>());
    let fields = some(vec![
        ("households", (90_000..200_000_u64).prop_map(Value::from).boxed()),
        ("poor", group().boxed()),
        ("near_poor", group().boxed()),
        ("areas", areas.prop_map(Value::from).boxed()),
        ("programmes", programmes.prop_map(Value::from).boxed()),
        ("targets", targets().boxed()),
    ]);
    let source = select(vec!["reported", "estimated", "illustrative"]);
    (fields, source).prop_map(move |(mut snapshot, source)| {
        let year = 2022 + month / 12;
        snapshot["format"] = json!("giamngheo/1");
        snapshot["unit"] = json!({ "name": "Quận 6", "kind": "district", "code": "775" });
        snapshot["as_of"] = json!(format!("{year}-{:02}-28", month % 12 + 1));
        snapshot["source"] = json!({ "provenance": source, "published": "2023-03-04" });
        snapshot["tasks"] = json!([{ "id": "k1", "name": "Tập huấn", "due": "2023-06-30" }, { "id": "k2", "name": "Rà soát" }]);
        snapshot
    })
}

fn history() -> impl Strategy<Value = Vec<Value>> {
    proptest::sample::subsequence((0..24_u32).collect::<Vec<_>>(), 1..4)
        .prop_flat_map(|months| months.into_iter().map(snapshot).collect::<Vec<_>>())
}

fn key() -> impl Strategy<Value = Key> {
    let letters = "123456sSg[],.ouLc/?r+-><=0bhyt19";
    prop_oneof![
        select(letters.chars().collect::<Vec<_>>()).prop_map(Key::Char),
        select(vec![
            Key::Up,
            Key::Down,
            Key::Enter,
            Key::Enter,
            Key::Esc,
            Key::Backspace,
            Key::Tab,
            Key::BackTab
        ]),
        select(vec![Key::PageUp, Key::PageDown, Key::Home, Key::End, Key::Left, Key::Right, Key::Delete]),
    ]
}

/// The program on these files.
fn begun_on(files: impl IntoIterator<Item = String>, lang: Lang, size: (u16, u16)) -> App {
    begun(choices(lang, ""), size, &read(&[&Folder::of("any", files).0]))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_at_any_size_on_any_snapshots(
        files in history(),
        english in any::<bool>(),
        size in (1..300_u16, 1..100_u16),
        keys in proptest::collection::vec(key(), 0..40),
    ) {
        let lang = if english { Lang::En } else { Lang::Vi };
        let mut app = begun_on(files.iter().map(Value::to_string), lang, size);
        let refused: Vec<String> = app.refused_faults().iter().map(|fault| fault.say(Lang::En)).collect();
        prop_assert!(refused.is_empty(), "the made files are good: {refused:?}");
        for key in keys {
            app.update(Message::Key(key));
            app.prepare_frame();
            let first = drawn(&app);
            prop_assert_eq!(&first, &drawn(&app), "the same state gives the same picture");
            let chosen = app.chosen();
            prop_assert!(app.page.rows().next().is_none() || app.page.row(chosen).is_some(), "{chosen:?} is a row");
        }
        for tab in '1'..='6' {
            app.update(Message::Key(Key::Esc));
            app.update(Message::Key(Key::Char(tab)));
            drawn(&app);
        }
    }
}

#[test]
fn composed_and_decomposed_letters_give_the_same_picture() {
    let files = ["2021-12-31", "2022-12-31", "2023-03-31", "2023-06-30", "2023-09-30"];
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let texts = files.map(|name| fs::read_to_string(root.join(format!("{name}.json"))).unwrap());
    let composed: Vec<String> = texts.iter().map(|text| text.nfc().collect()).collect();
    let decomposed: Vec<String> = texts.iter().map(|text| text.nfd().collect()).collect();
    for lang in [Lang::Vi, Lang::En] {
        let mut programs = [&composed, &decomposed].map(|texts| begun_on(texts.clone(), lang, (80, 24)));
        for key in "123456".chars() {
            let pictures = programs.each_mut().map(|app| {
                app.update(Message::Key(Key::Char(key)));
                screen(app)
            });
            assert_eq!(pictures[0], pictures[1], "tab {key}");
        }
    }
}
