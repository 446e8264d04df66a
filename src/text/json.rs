//! JSON as it is written: members in their order, numbers with the digits they have.

use std::fmt;

use serde::Deserializer as _;
use serde::de::{MapAccess, Visitor};
use serde_json::value::RawValue;

use super::clean::{clean, visible};

/// The letters of a line within which an object or a list stands whole.
const LINE: usize = 140;

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// A number, a text or a word, as written.
    Plain(String),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads sound JSON; none for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        match text.as_bytes().first()? {
            b'{' => {
                let mut parser = serde_json::Deserializer::from_str(text);
                let members = parser.deserialize_map(Members).ok()?;
                let member = |(name, value): (String, &RawValue)| Some((name, Self::parse(value.get())?));
                members.into_iter().map(member).collect::<Option<_>>().map(Self::Object)
            }
            b'[' => {
                let items: Vec<&RawValue> = serde_json::from_str(text).ok()?;
                items.into_iter().map(|item| Self::parse(item.get())).collect::<Option<_>>().map(Self::List)
            }
            _ => Some(Self::Plain(text.to_owned())),
        }
    }

    /// A text.
    pub fn text(words: &str) -> Self {
        Self::Plain(serde_json::Value::from(words).to_string())
    }

    /// The words of a text, the digits of a number; none for an object or a list.
    pub fn words(&self) -> Option<String> {
        match self {
            Self::Plain(raw) if raw.starts_with('"') => serde_json::from_str(raw).ok(),
            Self::Plain(raw) => Some(raw.clone()),
            Self::List(_) | Self::Object(_) => None,
        }
    }

    /// Reads what a file says: the same with nothing hidden in its texts and names, which go on to a terminal or another
    /// file.
    pub fn parse_clean(text: &str) -> Option<Self> {
        Self::parse(text).map(Self::cleaned)
    }

    fn cleaned(self) -> Self {
        match self {
            Self::Plain(raw) if raw.starts_with('"') => {
                let words: serde_json::Result<String> = serde_json::from_str(&raw);
                words.map_or(Self::Plain(raw), |words| Self::text(&clean(&words).0))
            }
            Self::Plain(raw) => Self::Plain(raw),
            Self::List(items) => Self::List(items.into_iter().map(Self::cleaned).collect()),
            // Two names stay two.
            Self::Object(members) => Self::Object(
                members.into_iter().map(|(name, value)| (visible(&name), value.cleaned())).collect(),
            ),
        }
    }

    /// The member of this name of an object.
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => {
                members.iter().find_map(|(known, value)| (known == name).then_some(value))
            }
            Self::Plain(_) | Self::List(_) => None,
        }
    }

    /// The text of a file: what fits on a line stands on one.
    pub fn file(&self) -> String {
        let mut out = String::new();
        self.write(0, &mut out);
        out + "\n"
    }

    fn write(&self, indent: usize, out: &mut String) {
        let line = self.to_string();
        // The file itself is an object whose members are looked for line by line.
        if indent > 0 && indent + line.chars().count() <= LINE {
            out.push_str(&line);
            return;
        }
        match self {
            Self::Plain(raw) => out.push_str(raw),
            Self::List(items) => {
                lines(out, indent, ['[', ']'], items, |item, out| item.write(indent + 2, out));
            }
            Self::Object(members) => lines(out, indent, ['{', '}'], members, |(name, value), out| {
                out.extend([Self::text(name).to_string().as_str(), ": "]);
                value.write(indent + 2, out);
            }),
        }
    }
}

fn lines<T>(
    out: &mut String,
    indent: usize,
    [open, close]: [char; 2],
    items: &[T],
    write: impl Fn(&T, &mut String),
) {
    out.push(open);
    for (index, item) in items.iter().enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        out.push_str(&" ".repeat(indent + 2));
        write(item, out);
    }
    out.push('\n');
    out.push_str(&" ".repeat(indent));
    out.push(close);
}

/// On one line.
impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plain(raw) => f.write_str(raw),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(Self::to_string).collect();
                write!(f, "[{}]", items.join(", "))
            }
            Self::Object(members) if members.is_empty() => f.write_str("{}"),
            Self::Object(members) => {
                let member = |(name, value): &(String, Self)| format!("{}: {value}", Self::text(name));
                let members: Vec<String> = members.iter().map(member).collect();
                write!(f, "{{ {} }}", members.join(", "))
            }
        }
    }
}

struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Vec<(String, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut all = Vec::new();
        while let Some(member) = members.next_entry()? {
            all.push(member);
        }
        Ok(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_digits_and_letters_stay_as_they_are() {
        let text = r#"{ "b": 2.20, "a": ["\u00ea\n\"", {}, []], "x_1": { "value": -0 } }"#;
        let json = Json::parse(text).unwrap();
        assert_eq!(json.to_string(), text);
        assert_eq!(Json::parse(&json.file()).as_ref(), Some(&json), "written on lines it is the same");
        assert_eq!(json.get("b").and_then(Json::words).as_deref(), Some("2.20"));
        assert_eq!(Json::parse("{"), None);
    }

    #[test]
    fn what_is_long_stands_on_lines() {
        let long = Json::List((0..60).map(|n| Json::Plain(n.to_string())).collect());
        let file = Json::Object(vec![("short".into(), Json::text("x")), ("long".into(), long)]).file();
        assert!(file.starts_with("{\n  \"short\": \"x\",\n  \"long\": [\n    0,\n"), "{file}");
        assert!(file.ends_with("    59\n  ]\n}\n"), "{file}");
    }
}
