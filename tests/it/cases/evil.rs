//! A file with something hidden in every text that the format has. Where texts stand is not listed here but read from the
//! published schema, so that a new field is among them without being named.

use std::collections::{BTreeMap, BTreeSet};

use giamngheo::source::schema;
use serde_json::{Map, Value, json};

use crate::invariants::is_forbidden;
use crate::source::full;

/// Stands in each text, to be known again on the way out; in no message, as it is a value of the file.
pub const CANARY: &str = "CANARY";
/// What a terminal would obey: copies, clears, sets the title, turns the text, breaks the line.
const ORDERS: &str = "\u{1b}]52;c;eA==\u{7}\u{9b}2J\u{1b}[2J\u{9d}0;t\u{9c}\u{1b}]0;t\u{1b}\\\u{202e}\u{2066}\r\n\u{2028}\u{200b}\u{7f}\u{0}";
/// How many of all hidden letters stand in one text besides.
const FEW: usize = 7;

/// Where a value stands: the object of the schema that has it, and its name there.
type Field = (String, String);

/// Writes hidden letters into files.
pub struct Evil {
    schema: Value,
    /// Every letter that hides, moves or is none; a few a text, in turn.
    hidden: Vec<char>,
    written: usize,
    /// The fields that hold a text by now.
    pub met: BTreeSet<Field>,
    /// The same of the file before: what it lacks is put in.
    known: BTreeSet<Field>,
    only_looks: bool,
}

impl Evil {
    pub fn new() -> Self {
        let hidden =
            ('\u{0}'..='\u{ffff}').chain('\u{e0000}'..='\u{e007f}').filter(|letter| is_forbidden(*letter));
        Self {
            schema: schema::schema(),
            hidden: hidden.collect(),
            written: 0,
            met: BTreeSet::new(),
            known: BTreeSet::new(),
            only_looks: false,
        }
    }

    /// Every field of the format that takes any text.
    pub fn fields(&self) -> BTreeSet<Field> {
        let objects = self.schema["$defs"].as_object().unwrap().iter();
        let root = ("", &self.schema);
        let mut fields = BTreeSet::new();
        for (owner, schema) in objects.map(|(name, schema)| (name.as_str(), schema)).chain([root]) {
            let choices = ["oneOf", "anyOf"].into_iter().filter_map(|of| schema[of].as_array()).flatten();
            for object in choices.chain([schema]) {
                let properties = object["properties"].as_object().into_iter().flatten();
                let of_text =
                    properties.filter(|(_, field)| self.is_text(field) || self.is_text(&field["items"]));
                fields.extend(of_text.map(|(name, _)| (owner.to_owned(), name.clone())));
            }
        }
        fields
    }

    /// A good file of that day with hidden letters in every text.
    pub fn file(&mut self, day: &str) -> String {
        let mut file: Value = serde_json::from_str(&full()).unwrap();
        let root = self.schema.clone();
        self.met.clear();
        self.only_looks = true;
        self.fill(&mut file, &root, "");
        self.known = std::mem::take(&mut self.met);
        self.only_looks = false;
        self.fill(&mut file, &root, "");
        file["as_of"] = json!(day);
        file.to_string()
    }

    /// The same file as often as it has fields, each time one of them, of whatever kind, being a text with hidden letters.
    pub fn broken(&mut self) -> Vec<String> {
        let good: Value = serde_json::from_str(&self.file("2022-12-31")).unwrap();
        let mut fields = BTreeMap::new();
        gather(&good, (String::new(), String::new()), &mut fields);
        let broken = fields.into_values().map(|pointer| {
            let mut file = good.clone();
            *file.pointer_mut(&pointer).unwrap() = json!(self.text(""));
            file.to_string()
        });
        broken.collect()
    }

    /// Something hidden before, in and behind a text.
    pub fn text(&mut self, text: &str) -> String {
        let few = self.hidden.iter().cycle().skip(self.written * FEW).take(FEW);
        let few: String = few.collect();
        self.written += 1;
        format!("{few}{text}{ORDERS}{CANARY}{few}")
    }

    /// A member of one's own, which any object may have: its name and its value.
    fn own(&mut self, members: &mut Map<String, Value>) {
        let (name, value) = (self.text("x_"), self.text("own"));
        members.insert(format!("x_{name}"), json!({ name: [value] }));
    }

    /// What a reference stands for, and its name.
    fn resolved<'s>(&'s self, schema: &'s Value) -> (Option<&'s str>, &'s Value) {
        match schema["$ref"].as_str().and_then(|place| place.strip_prefix("#/$defs/")) {
            Some(name) => (Some(name), &self.schema["$defs"][name]),
            None => (None, schema),
        }
    }

    /// May any text stand there, in one language or two?
    fn is_text(&self, schema: &Value) -> bool {
        let (_, schema) = self.resolved(schema);
        let is_bounded =
            ["pattern", "enum", "const", "format"].iter().any(|bound| schema.get(bound).is_some());
        let is_line = schema["type"] == "string" && !is_bounded;
        is_line
            || schema["anyOf"].as_array().is_some_and(|choices| choices.iter().any(|one| self.is_text(one)))
    }

    /// Fills all texts of a value that this schema describes, in the object of that name.
    fn fill(&mut self, value: &mut Value, schema: &Value, owner: &str) {
        let (name, schema) = self.resolved(schema);
        let (owner, schema) = (name.unwrap_or(owner).to_owned(), schema.clone());
        for choice in ["oneOf", "anyOf"].into_iter().filter_map(|of| schema[of].as_array()).flatten() {
            let (name, object) = self.resolved(choice);
            let (name, object) = (name.unwrap_or(&owner).to_owned(), object.clone());
            let Some(properties) = object["properties"].as_object() else { continue };
            // A bare figure may be one with remarks.
            if !value.is_object() && object["required"] == json!(["value"]) {
                *value = json!({ "value": value });
            }
            let fits = value.as_object().is_some_and(|members| {
                members.keys().all(|name| name.starts_with("x_") || properties.contains_key(name))
            });
            if fits {
                return self.fill(value, &object, &name);
            }
        }
        match value {
            Value::Array(items) => {
                for item in items {
                    self.fill(item, &schema["items"], &owner);
                }
            }
            Value::Object(members) => self.fill_object(members, &schema, &owner),
            _ => {}
        }
    }

    fn fill_object(&mut self, members: &mut Map<String, Value>, schema: &Value, owner: &str) {
        for (name, field) in schema["properties"].as_object().into_iter().flatten() {
            let place = (owner.to_owned(), name.clone());
            if !self.is_text(field) {
                if let Some(value) = members.get_mut(name) {
                    self.fill(value, field, owner);
                }
            } else if members.contains_key(name) || !(self.only_looks || self.known.contains(&place)) {
                self.met.insert(place);
                let old = members.remove(name).unwrap_or_else(|| json!(format!("{name}{}", self.written)));
                let new = if self.only_looks { old } else { self.hide_in(&old, field) };
                members.insert(name.clone(), new);
            }
        }
        if !self.only_looks {
            self.own(members);
        }
    }

    /// The same text with hidden letters, in one language or, every other time, in each that there is.
    fn hide_in(&mut self, old: &Value, field: &Value) -> Value {
        let vi = old.get("vi").unwrap_or(old).as_str().unwrap().to_owned();
        let choices = self.resolved(field).1["anyOf"].as_array().into_iter().flatten();
        let wordings =
            choices.map(|one| self.resolved(one)).find(|(_, schema)| schema["properties"].is_object());
        let wordings = wordings.filter(|_| self.written % 2 == 1);
        let Some((owner, names)) =
            wordings.map(|(owner, schema)| (owner.unwrap().to_owned(), names_of(schema)))
        else {
            return json!(self.text(&vi));
        };
        let own = names.into_iter().map(|name| {
            self.met.insert((owner.clone(), name.clone()));
            let text = if name == "vi" { self.text(&vi) } else { self.text(&name) };
            (name, json!(text))
        });
        Value::Object(own.collect())
    }
}

/// The names that an object may have.
fn names_of(schema: &Value) -> Vec<String> {
    schema["properties"].as_object().into_iter().flatten().map(|(name, _)| name.clone()).collect()
}

/// Gathers one value of each field: the way to it by names alone, and the way to it in the file.
fn gather(value: &Value, (names, pointer): (String, String), fields: &mut BTreeMap<String, String>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                gather(item, (names.clone(), format!("{pointer}/{index}")), fields);
            }
        }
        Value::Object(members) => {
            for (name, item) in members.iter().filter(|(name, _)| !name.starts_with("x_")) {
                gather(item, (format!("{names}.{name}"), format!("{pointer}/{name}")), fields);
            }
        }
        _ => drop(fields.entry(names).or_insert(pointer)),
    }
}
