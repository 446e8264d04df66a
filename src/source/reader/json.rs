//! The JSON layer: whether a text is JSON at all, and which version of the format it says it is.
//!
//! The grammar is that of `serde_json`. What it reports is turned into our own words here, with the field it happened in and
//! with columns that count characters.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::context::{ReadContext, unquoted};
use super::scan;
use crate::source::fault::{Fault, FormatFound, JsonFault, ShapeFault, shown_name};
use crate::source::format::FORMAT;
use crate::source::place::{Position, under};

/// Whether `text` is one sound JSON value, nested no deeper than 127 levels, with every letter and number in range:
/// in the fields that are passed over as well.
///
/// # Errors
/// The first fault, with its place.
pub fn check(text: &str) -> Result<(), Fault> {
    // Where only the grammar can be wrong, it is asked for without the meaning of each letter and number.
    if is_plain(text) && serde_json::from_str::<&RawValue>(text).is_ok() {
        return Ok(());
    }
    let mut parser = serde_json::Deserializer::from_str(text);
    if Sound.deserialize(&mut parser).is_ok() {
        return parser.end().map_err(|error| fault(text, "", &error));
    }
    // Only a text with a fault is walked through with the way to it in mind.
    let mut walk = Walk::default();
    let found = Any(&mut walk).deserialize(&mut serde_json::Deserializer::from_str(text));
    found.map_err(|error| fault(text, &walk.path(), &error))
}

/// Whether a text that has the grammar of JSON is sound for certain: it nests far less deep than it may, spells no letter
/// by its number, of which there are halves, and writes no number that could be out of range.
fn is_plain(text: &str) -> bool {
    const DEEP: usize = 100;
    const LONG: usize = 18;
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(byte) = bytes.get(at) {
        let next = match byte {
            b'"' => {
                let next = scan::string_end(text, at);
                let inside = bytes.get(at..next).unwrap_or_default();
                if inside.contains(&b'\\') && inside.windows(2).any(|two| two == br"\u") {
                    return false;
                }
                next
            }
            b'-' | b'0'..=b'9' => {
                let next = scan::value_end(text, at);
                let number = bytes.get(at..next).unwrap_or_default();
                if number.len() > LONG || number.iter().any(|byte| matches!(byte, b'e' | b'E')) {
                    return false;
                }
                next
            }
            _ => at + 1,
        };
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEP {
            return false;
        }
        at = next;
    }
    true
}

/// Any JSON value, looked at letter by letter; nothing is kept of it, nor of where it stands.
struct Sound;

impl<'de> DeserializeSeed<'de> for Sound {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        value.deserialize_any(self)
    }
}

/// Visits what holds no other value: looked at, and not kept.
macro_rules! passed_over {
    () => {
        type Value = ();

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("any JSON value")
        }

        fn visit_unit<E>(self) -> Result<(), E> {
            Ok(())
        }

        fn visit_bool<E>(self, _: bool) -> Result<(), E> {
            Ok(())
        }

        fn visit_i64<E>(self, _: i64) -> Result<(), E> {
            Ok(())
        }

        fn visit_u64<E>(self, _: u64) -> Result<(), E> {
            Ok(())
        }

        fn visit_f64<E>(self, _: f64) -> Result<(), E> {
            Ok(())
        }

        fn visit_str<E>(self, _: &str) -> Result<(), E> {
            Ok(())
        }
    };
}

impl<'de> Visitor<'de> for Sound {
    passed_over!();

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items.next_element_seed(Self)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        // The name is asked for as text, so that a broken letter in it is found too.
        while members.next_key_seed(Name)?.is_some() {
            members.next_value_seed(Self)?;
        }
        Ok(())
    }
}

/// The name of a member.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, name: D) -> Result<(), D::Error> {
        name.deserialize_str(Sound)
    }
}

fn fault(text: &str, path: &str, error: &serde_json::Error) -> Fault {
    if error.is_eof() {
        return Fault::new(Some(Position::last(text)), path, JsonFault::EndsTooEarly);
    }
    let at = Position::byte(text, error.line(), error.column());
    let what = JsonFault::of_message(&error.to_string(), text.as_bytes().get(at).copied());
    Fault::new(Some(Position::from_offset(text, at)), path, what)
}

/// A walk through all of a JSON value. Where it is cut short by an error, it stands where that happened.
#[derive(Default)]
struct Walk {
    at: Vec<Step>,
    /// The names of an object are compared; a repeated one ends the walk, and is kept here.
    compare: bool,
    twice: Option<String>,
}

/// One step of the way to where a walk stands.
#[derive(Debug)]
pub(super) enum Step {
    Name(String),
    Index(usize),
}

impl Walk {
    fn path(&self) -> String {
        self.at.iter().fold(String::new(), |so_far, step| match step {
            Step::Index(index) => format!("{so_far}[{index}]"),
            Step::Name(name) => under(&so_far, &shown_name(name)),
        })
    }
}

/// Any JSON value: everything in it is looked at, nothing is kept.
struct Any<'t>(&'t mut Walk);

impl<'de> DeserializeSeed<'de> for Any<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        value.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Any<'_> {
    passed_over!();

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        for index in 0.. {
            self.0.at.push(Step::Index(index));
            if items.next_element_seed(Any(self.0))?.is_none() {
                break;
            }
            self.0.at.pop();
        }
        self.0.at.pop();
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let mut seen = HashSet::new();
        // The name is asked for as text, so that a broken letter in it is found too.
        while let Some(name) = members.next_key::<String>()? {
            if self.0.compare && !seen.insert(name.clone()) {
                self.0.twice = Some(name);
                return Err(A::Error::custom("twice"));
            }
            self.0.at.push(Step::Name(name));
            members.next_value_seed(Any(self.0))?;
            self.0.at.pop();
        }
        Ok(())
    }
}

/// A name that stands twice in one object anywhere in the sound JSON value `raw`.
pub(super) fn name_given_twice(raw: &str) -> Option<String> {
    let mut walk = Walk { compare: true, ..Walk::default() };
    // An error is how the walk ends early.
    let _ = Any(&mut walk).deserialize(&mut serde_json::Deserializer::from_str(raw));
    walk.twice
}

/// Whether the sound JSON `text` says it is of the format this build reads. Judged before everything else, so that a
/// file of another version is not told about its fields.
///
/// # Errors
/// The version it says it is, or that it says none. What is no object at all is left to the types.
pub(super) fn check_format(text: &str) -> Result<(), Fault> {
    let begin = scan::skip_blanks(text, 0);
    if !text[begin..].starts_with('{') {
        return Ok(());
    }
    let ctx = ReadContext::new(text);
    let place = |offset: usize| Some(ctx.place(offset));
    match scan::members(text, begin).find(|(name, _)| unquoted(name) == "format") {
        None => {
            let fault = ShapeFault::Format(FormatFound::Missing);
            Err(Fault::new(place(begin), "format", fault))
        }
        Some((_, at)) => format_of(scan::value(text, at))
            .map_err(|found| Fault::new(place(at), "format", ShapeFault::Format(found))),
    }
}

fn format_of(raw: &str) -> Result<(), FormatFound> {
    let words = if raw.starts_with('"') { unquoted(raw) } else { Cow::Borrowed("") };
    if words == FORMAT {
        return Ok(());
    }
    let version = words.strip_prefix("giamngheo/").filter(|version| !version.starts_with(['+', '0', '-']));
    let number = version.and_then(|version| version.parse().ok());
    Err(number.map_or(FormatFound::Other, FormatFound::Version))
}
