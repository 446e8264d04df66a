//! The JSON layer: whether a text is JSON at all, and which version of the format it says it is.
//!
//! The grammar is that of `serde_json`. What it reports is turned into our own words here, with the field it happened in and
//! with columns that count characters.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
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
    let mut parser = serde_json::Deserializer::from_str(text);
    if Sound.deserialize(&mut parser).is_ok() {
        return parser.end().map_err(|error| fault(text, "", &error));
    }
    // Only a text with a fault is walked through with the way to it in mind.
    let mut walk = Walk::default();
    let found = Any(&mut walk).deserialize(&mut serde_json::Deserializer::from_str(text));
    found.map_err(|error| fault(text, &walk.path(), &error))
}

/// Whether `text` has the grammar of JSON and means a letter wherever it spells one by its number. How deep it nests and
/// how large its numbers are is left to who reads it, with [`check_passed_over`] for what is not read.
///
/// # Errors
/// The first fault of all that [`check`] finds.
pub(super) fn check_grammar(text: &str) -> Result<(), Fault> {
    if !text.contains(r"\u") && serde_json::from_str::<&RawValue>(text).is_ok() {
        Ok(())
    } else {
        check(text)
    }
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

/// The most levels of objects and lists in each other, as `serde_json` has it.
const DEEPEST: usize = 127;

/// A walk through all of a JSON value. Where it is cut short by an error, it stands where that happened.
#[derive(Default)]
struct Walk {
    at: Vec<Step>,
    /// How many objects and lists the value stands in.
    around: usize,
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
    /// Comes to an object or a list.
    fn enter<E: de::Error>(&self) -> Result<(), E> {
        if self.around + self.at.len() < DEEPEST { Ok(()) } else { Err(E::custom("too deep")) }
    }

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
        self.0.enter()?;
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
        self.0.enter()?;
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

/// What is wrong with a value that nobody reads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum PassedOver {
    /// A name stands twice in one object of it.
    Twice(String),
    /// It is no sound JSON: [`check`] says of the whole text why.
    Unsound,
}

/// Whether the value `raw`, which stands in so many objects and lists, is sound, and each name once in its object.
pub(super) fn check_passed_over(raw: &str, around: usize) -> Result<(), PassedOver> {
    let mut walk = Walk { compare: true, around, ..Walk::default() };
    let found = Any(&mut walk).deserialize(&mut serde_json::Deserializer::from_str(raw));
    found.map_err(|_| walk.twice.map_or(PassedOver::Unsound, PassedOver::Twice))
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
