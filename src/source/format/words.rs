//! Texts, plain lines and ids.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use super::plain::{refuse, words};
use crate::model::words::Text;
use crate::source::fault::{Expected, Found};

/// The most letters of an id.
const ID_LETTERS: usize = 64;

/// One text in one language: cleaned, and never empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Line(pub String);

/// 1 to 64 letters of `A–Z a–z 0–9 - _`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(pub String);

/// The wordings of a text, where it is given in both languages.
#[derive(serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Wordings {
    /// The Vietnamese wording.
    vi: Line,
    /// The English wording.
    en: Option<Line>,
}

const WORDINGS: &[&str] = &["vi", "en"];

impl<'de> Deserialize<'de> for Line {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        value.deserialize_string(LineVisitor).map(Line)
    }
}

struct LineVisitor;

impl Visitor<'_> for LineVisitor {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Expected::Line.token())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
        self.visit_string(text.to_owned())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<String, E> {
        visible(text, Expected::Line)
    }
}

/// The text, if a letter of it can be seen.
fn visible<E: Error>(text: String, expected: Expected) -> Result<String, E> {
    if text.trim().is_empty() { Err(refuse(Found::EmptyText, expected)) } else { Ok(text) }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        value.deserialize_struct("Text", WORDINGS, TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Expected::Text.token())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
        self.visit_string(text.to_owned())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Text, E> {
        visible(text, Expected::Text).map(Text::vi)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Text, A::Error> {
        let Wordings { vi, en } = Wordings::deserialize(MapAccessDeserializer::new(members))?;
        Ok(Text { vi: vi.0, en: en.map(|line| line.0) })
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        words(value, Expected::Id, Self::parse)
    }
}

impl Id {
    /// Reads an id.
    pub(super) fn parse(text: &str) -> Result<Self, Found> {
        let letter = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
        match text.len() {
            0 => Err(Found::EmptyText),
            1..=ID_LETTERS if text.bytes().all(letter) => Ok(Self(text.to_owned())),
            _ => Err(Found::OtherLetters),
        }
    }
}

impl JsonSchema for Line {
    fn schema_name() -> Cow<'static, str> {
        "Line".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "minLength": 1, "description": "One text, never empty." })
    }
}

impl JsonSchema for Id {
    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[A-Za-z0-9_-]{1,64}$" })
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(types: &mut SchemaGenerator) -> Schema {
        let (line, both) = (types.subschema_for::<Line>(), types.subschema_for::<Wordings>());
        json_schema!({
            "description": "Free text: a string, or its wordings in Vietnamese (required) and English.",
            "anyOf": [line, both]
        })
    }
}
