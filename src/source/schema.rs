//! The published JSON Schema, made from the types that read the files, so that the two cannot differ.

use std::collections::HashSet;
use std::sync::LazyLock;

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde_json::{Value, json};

use super::format::Snapshot;

/// What a schema cannot say; told in its description.
const ONLY_THE_READER: &str = "This schema accepts all that giamngheo accepts, and refuses unknown, missing and \
    wrongly typed names. Only the program itself (giamngheo check) judges these: a name given twice in one object; \
    the decimals of a Percent, its exponent form and -0; days that exist; ids, area codes and area names that stand \
    twice in their list; counts over 10^15 in exponent form; exact poor and near-poor households over exact all \
    households; exact persons fewer than exact households; rates outside 0 to 100; aims that do not fit their measure; \
    measures and areas that name nothing in the same file; planned in another unit than reached; areas nested deeper \
    than 6 levels; figures in a plan or a decision.";

/// The schema of the snapshot format.
pub fn schema() -> Value {
    let settings = SchemaSettings::draft2020_12()
        .for_deserialize()
        .with_transform(RecursiveTransform(without_null))
        .with_transform(RecursiveTransform(with_own_names));
    let mut schema = settings.into_generator().into_root_schema_for::<Snapshot>();
    describe(&mut schema);
    schema.to_value()
}

/// The schema as a text to be printed, with a line end.
pub fn schema_text() -> String {
    format!("{:#}\n", schema())
}

/// The names and fixed words of the format, as the schema has them.
static WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let mut words = HashSet::new();
    gather_words(&schema(), &mut words);
    words
});

/// Is `text` a name or a fixed word of the format, or several with points between, as a path has them?
pub(super) fn is_word(text: &str) -> bool {
    text.split('.').all(|part| WORDS.contains(part))
}

/// Is that a slip in a name of the format: its capitals, or small letters without accents that begin as it does, and two other letters at
/// most, one of a short name?
pub(super) fn is_near_word(text: &str) -> bool {
    let is_plain = text.len() <= 40 && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let most = if text.len() > 5 { 2 } else { 1 };
    let is_near = |word: &String| {
        word.starts_with(text.chars().next().unwrap_or_default())
            && word.len() > 2
            && strsim::damerau_levenshtein(text, word) <= most
    };
    is_word(&text.to_ascii_lowercase()) || (is_plain && WORDS.iter().any(is_near))
}

fn gather_words(schema: &Value, words: &mut HashSet<String>) {
    match schema {
        Value::Object(members) => {
            let names = members.get("properties").and_then(Value::as_object);
            words.extend(names.into_iter().flat_map(|names| names.keys().cloned()));
            let choices = members.get("enum").and_then(Value::as_array).into_iter().flatten();
            let fixed = choices.chain(members.get("const")).filter_map(Value::as_str);
            words.extend(fixed.map(str::to_owned));
            members.values().for_each(|member| gather_words(member, words));
        }
        Value::Array(items) => items.iter().for_each(|item| gather_words(item, words)),
        _ => {}
    }
}

/// An absent field is left out: `null` stands nowhere, though the derived schema of an optional field allows it.
pub(crate) fn without_null(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|name| name != "null");
        if let [single] = types.as_slice() {
            let single = single.clone();
            object.insert("type".into(), single);
        }
    }
    if let Some(Value::Array(choices)) = object.get_mut("anyOf") {
        choices.retain(|choice| *choice != json!({ "type": "null" }));
        if let [Value::Object(single)] = choices.as_slice() {
            let single = single.clone();
            object.remove("anyOf");
            object.extend(single);
        }
    }
    if object.get("default") == Some(&Value::Null) {
        object.remove("default");
    }
}

/// Names beginning `x_` may stand in every object of the format.
fn with_own_names(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    if object.get("additionalProperties") == Some(&Value::Bool(false)) {
        object.insert("patternProperties".into(), json!({ "^x_": true }));
    }
}

/// What stands at the top only.
fn describe(schema: &mut Schema) {
    let object = schema.ensure_object();
    object.insert("title".into(), json!("giamngheo/1"));
    if let Some(Value::Object(names)) = object.get_mut("properties") {
        names.insert("$schema".into(), json!({ "description": "The place of this schema, for editors." }));
    }
    let about = object.get("description").and_then(Value::as_str).unwrap_or_default();
    let about = format!("{about} {ONLY_THE_READER}");
    object.insert("description".into(), json!(about));
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::model::measure::{Cover, Group, GroupField, MovementLine, PartField, Support};

    /// The fields of an object of the format that hold a figure, as its schema has them.
    fn figures(schema: &Value, object: &str) -> BTreeSet<String> {
        let properties = schema["$defs"][object]["properties"].as_object().expect("an object of the format");
        let kinds = ["Figure", "Change", "PercentFigure"].map(|kind| json!(format!("#/$defs/{kind}")));
        let figures = properties.iter().filter(|(_, field)| kinds.contains(&field["$ref"]));
        figures.map(|(name, _)| name.clone()).collect()
    }

    /// A figure of the format without a row would be read and then dropped; a row without a field could never be
    /// stated.
    #[test]
    fn each_figure_of_the_format_has_its_row_and_each_row_its_figure() {
        let schema = schema();
        let lines = MovementLine::ALL.iter().flat_map(|(_, names)| *names);
        let tables: [(&str, BTreeSet<&str>); 5] = [
            ("Group", GroupField::ALL.iter().map(|field| field.code).collect()),
            ("Movement", lines.collect()),
            ("Programme", Support::STATED.iter().map(|(_, code)| *code).collect()),
            ("Coverage", Cover::STATED.map(Cover::code).into()),
            ("Lack", Group::TWO.map(Group::code).into()),
        ];
        for (object, table) in tables {
            let stated = figures(&schema, object);
            assert_eq!(stated.iter().map(String::as_str).collect::<BTreeSet<_>>(), table, "{object}");
        }
        let of_areas = figures(&schema, "AreaPart");
        assert!(of_areas.iter().all(|name| Support::from_code(name).is_some()), "{of_areas:?}");
        assert_eq!(figures(&schema, "Part"), PartField::ALL.map(|(_, code)| code.to_owned()).into());
    }
}
