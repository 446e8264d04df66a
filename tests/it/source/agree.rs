//! The published schema and the reader agree: what is read, the schema accepts; unknown, missing and wrongly typed
//! names both refuse.
use giamngheo::source::schema::{schema, schema_text};
use giamngheo::source::{Limits, read};
use jsonschema::Validator;
use serde_json::{Value, json};

use super::{full, with};

/// A judge that knows nothing of the reader.
fn judge() -> Validator {
    jsonschema::validator_for(&schema()).unwrap()
}

fn reads(text: &str) -> bool {
    read(text.as_bytes(), "f.json", &Limits::default()).is_ok()
}

/// Members that are read.
const READ: &[&str] = &[
    "",
    "\"$schema\": \"s\", \"x_a\": [null], \"x_\": 1",
    "\"households\": { \"value\": 0, \"x_a\": 1 }",
    "\"households\": 1000000000000000",
    "\"period\": 2022",
    "\"period\": \"2023-Q2\"",
    "\"provenance\": \"illustrative\"",
    "\"poor\": { \"reduced\": -3, \"rate_percent\": \"2.20\", \"rate_change_points\": -0.5, \"note\": { \"vi\": \"a\" } }",
    "\"indicators\": [{ \"id\": \"a\", \"name\": \"a\", \"unit\": \"percent\", \"value\": \"9.80\", \"better\": \"lower\" }]",
    "\"indicators\": [{ \"id\": \"a\", \"name\": \"a\", \"unit\": \"village\", \"value\": { \"value\": 9, \"note\": \"a\" }, \"better\": \"lower\" }]",
    "\"areas\": [], \"programmes\": [], \"poor\": { \"among\": [] }",
    "\"targets\": [{ \"id\": \"a\", \"name\": \"a\", \"year\": 2000, \"measure\": \"poor.rate\", \"aim\": { \"reach\": \"1.5\", \"x_a\": 1 } }]",
    "\"targets\": [{ \"id\": \"a\", \"name\": \"a\", \"year\": 2000, \"measure\": \"combined.households\", \"aim\": { \"reduce_by\": 1 } }]",
];

/// Members that neither takes: unknown, missing or wrongly typed names.
const NEITHER: &[&str] = &[
    "\"por\": 1",
    "\"X_a\": 1",
    "\"poor\": null",
    "\"poor\": []",
    "\"poor\": 1",
    "\"poor\": { \"$schema\": 1 }",
    "\"poor\": { \"households\": null }",
    "\"poor\": { \"households\": -1 }",
    "\"poor\": { \"households\": 1.5 }",
    "\"poor\": { \"households\": \"1\" }",
    "\"poor\": { \"households\": { \"unit\": \"person\" } }",
    "\"poor\": { \"households\": { \"value\": 1, \"unit\": \"people\" } }",
    "\"poor\": { \"households\": { \"value\": 1, \"values\": 1 } }",
    "\"poor\": { \"households\": 1000000000000001 }",
    "\"poor\": { \"reduced\": true }",
    "\"poor\": { \"rate_percent\": true }",
    "\"poor\": { \"movement\": { \"out\": 1 } }",
    "\"poor\": { \"note\": 1 }",
    "\"poor\": { \"note\": \"\" }",
    "\"poor\": { \"note\": { \"en\": \"a\" } }",
    "\"poor\": { \"note\": { \"vi\": \"a\", \"fr\": \"a\" } }",
    "\"areas\": {}",
    "\"areas\": null",
    "\"areas\": [{}]",
    "\"areas\": [[\"a\"]]",
    "\"areas\": [{ \"name\": \"a\", \"code\": 1 }]",
    "\"areas\": [{ \"name\": \"a\", \"kind\": \"town\" }]",
    "\"areas_complete\": 1",
    "\"areas_complete\": null",
    "\"standard\": \"a\"",
    "\"standard\": {}",
    "\"period\": 1999",
    "\"period\": true",
    "\"provenance\": null",
    "\"programmes\": [{ \"id\": \"a\", \"name\": \"a\" }]",
    "\"coverage\": [{ \"id\": \"a\", \"name\": \"a\", \"covered\": \"a\" }]",
    "\"indicators\": [{ \"id\": \"a\", \"name\": \"a\", \"unit\": \"percent\" }]",
    "\"indicators\": [{ \"id\": \"a\", \"name\": \"a\", \"unit\": \"town\", \"better\": \"lower\" }]",
    "\"indicators\": [{ \"id\": \"a\", \"name\": \"a\", \"unit\": \"percent\", \"better\": \"more\" }]",
    "\"indicators\": [{ \"id\": \"a\", \"name\": \"a\", \"unit\": \"percent\", \"better\": \"lower\", \"value\": { \"value\": 1, \"unit\": \"case\" } }]",
    "\"indicators\": [{ \"id\": \"a\", \"name\": \"a\", \"unit\": \"percent\", \"better\": \"lower\", \"value\": null }]",
    "\"tasks\": [{ \"id\": \"a\", \"name\": \"a\", \"status\": \"late\" }]",
    "\"doubts\": [{ \"field\": \"a\" }]",
    "\"targets\": [{ \"id\": \"a\", \"name\": \"a\", \"year\": \"2022\", \"measure\": \"poor.rate\" }]",
    "\"targets\": [{ \"id\": \"a\", \"name\": \"a\", \"year\": 2022 }]",
    "\"targets\": [{ \"id\": \"a\", \"name\": \"a\", \"year\": 2022, \"measure\": \"poor.rate\", \"aim\": {} }]",
    "\"targets\": [{ \"id\": \"a\", \"name\": \"a\", \"year\": 2022, \"measure\": \"poor.rate\", \"aim\": { \"reach\": 1, \"keep_at\": 1 } }]",
    "\"targets\": [{ \"id\": \"a\", \"name\": \"a\", \"year\": 2022, \"measure\": \"poor.rate\", \"aim\": { \"fall\": 1 } }]",
    "\"targets\": [{ \"id\": \"a\", \"name\": \"a\", \"year\": 2022, \"measure\": \"poor.rate\", \"aim\": { \"done\": false } }]",
    "\"targets\": [{ \"id\": \"a\", \"name\": \"a\", \"year\": 2022, \"measure\": \"poor.rate\", \"profile\": \"fast\" }]",
    "\"targets\": [{ \"id\": \"a\", \"name\": \"a\", \"year\": 2022, \"measure\": \"poor.rate\", \"baseline\": {} }]",
];

/// Members that only the reader refuses, as the schema's description says.
const ONLY_THE_READER: &[&str] = &[
    "\"households\": -0.0",
    "\"indicators\": [{ \"id\": \"a\", \"name\": \"a\", \"unit\": \"percent\", \"value\": 101, \"better\": \"lower\" }]",
    "\"indicators\": [{ \"id\": \"a\", \"name\": \"a\", \"unit\": \"case\", \"value\": 1.5, \"better\": \"lower\" }]",
    "\"poor\": { \"rate_percent\": 101 }",
    "\"poor\": { \"rate_percent\": 2.20001 }",
    "\"tasks\": [{ \"id\": \"a\", \"name\": \"a\", \"due\": \"2023-02-30\" }]",
    "\"causes\": [{ \"id\": \"a\" }, { \"id\": \"a\" }]",
    "\"targets\": [{ \"id\": \"a\", \"name\": \"a\", \"year\": 2022, \"measure\": \"task.no\" }]",
    "\"areas\": [{ \"name\": \"\\u200b\" }]",
];

#[test]
fn the_schema_accepts_what_is_read() {
    let judge = judge();
    for text in READ.iter().map(|members| with(members)).chain([full()]) {
        assert!(reads(&text), "{text}");
        assert!(judge.is_valid(&serde_json::from_str(&text).unwrap()), "{text}");
    }
}

#[test]
fn the_schema_refuses_unknown_missing_and_wrongly_typed_names_too() {
    let judge = judge();
    for text in NEITHER.iter().map(|members| with(members)) {
        assert!(!reads(&text), "{text}");
        assert!(!judge.is_valid(&serde_json::from_str(&text).unwrap()), "{text}");
    }
    for top in [json!(null), json!([]), json!({}), json!({ "format": "giamngheo/2" })] {
        assert!(!judge.is_valid(&top) && !reads(&top.to_string()));
    }
}

#[test]
fn what_only_the_reader_judges_the_schema_names() {
    let about = schema()["description"].as_str().unwrap().to_owned();
    assert!(about.contains("Only the program itself"));
    for text in ONLY_THE_READER.iter().map(|members| with(members)) {
        assert!(!reads(&text), "{text}");
    }
}

/// As many doubts as there may be both take, and no more.
#[test]
fn both_take_as_many_doubts_as_there_may_be() {
    let judge = judge();
    let of = |count: usize| with(&format!("\"doubts\": [{}]", vec![r#"{ "text": "a" }"#; count].join(",")));
    for (count, is_taken) in [(10_000, true), (10_001, false)] {
        let text = of(count);
        assert_eq!(reads(&text), is_taken, "{count}");
        assert_eq!(judge.is_valid(&serde_json::from_str(&text).unwrap()), is_taken, "{count}");
    }
}

/// Takes away, adds and exchanges at every place of a full file: what is read then, the schema accepts; what it
/// refuses is refused.
#[test]
fn whatever_is_done_to_a_full_file_the_schema_refuses_nothing_that_is_read() {
    let judge = judge();
    let whole: Value = serde_json::from_str(&full()).unwrap();
    let mut paths = Vec::new();
    pointers(&whole, String::new(), &mut paths);
    let (mut read, mut refused) = (0, 0);
    let values =
        [json!(null), json!(1), json!(-1), json!("a"), json!(true), json!([]), json!({}), json!(1.5)];
    for (turn, path) in paths.into_iter().enumerate() {
        // Each place takes half of them, and the next one the others.
        for value in values.iter().skip(turn % 2).step_by(2).cloned() {
            let mut changed = whole.clone();
            *changed.pointer_mut(&path).unwrap() = value;
            let (reads, accepts) = (reads(&changed.to_string()), judge.is_valid(&changed));
            assert!(accepts || !reads, "{path}: {:?}", changed.pointer(&path));
            (read, refused) = (read + usize::from(reads), refused + usize::from(!accepts));
        }
    }
    assert!(read > 75 && refused > 500, "{read} {refused}");
}

fn pointers(value: &Value, path: String, all: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| pointers(value, format!("{path}/{name}"), all));
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, value)| pointers(value, format!("{path}/{index}"), all));
        }
        _ => {}
    }
    all.push(path);
}

#[test]
fn the_schema_is_a_text_that_ends_its_line_and_holds_no_null() {
    let text = schema_text();
    assert!(text.starts_with("{\n") && text.ends_with("}\n") && !text.contains("null"));
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), schema());
}

#[test]
fn every_object_of_the_schema_is_closed_but_for_names_of_ones_own() {
    let root = schema();
    let defined = root["$defs"].as_object().unwrap().values();
    for object in defined.chain([&root]).filter(|schema| schema["type"] == "object") {
        assert_eq!(object["additionalProperties"], json!(false));
        assert_eq!(object["patternProperties"], json!({ "^x_": true }));
    }
}
