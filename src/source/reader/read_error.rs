//! The error of reading: facts, not words, so that it can be told in any language and quotes no value.

use std::fmt;

use serde::de::{self, Expected as Expecting, Unexpected};

use super::node::{found, unquoted_or_bare};
use super::right_form::right_form;
use crate::source::fault::{Expected, Fault, Found, ShapeFault, nearest, shown_name};
use crate::source::place::{Position, under};

/// Why reading stopped. Where is filled in by the innermost value that was being read, on the way out.
#[derive(Debug)]
pub(super) struct ReadError(Box<Inner>);

#[derive(Debug)]
struct Inner {
    what: Cause,
    /// The byte and the field path.
    at: Option<(usize, String)>,
}

#[derive(Debug)]
enum Cause {
    Shape(ShapeFault),
    /// Another kind of value; without a kind, that of the value itself is looked up. With the form that belongs there.
    Wrong(Expected, Option<Found>, Option<String>),
}

impl ReadError {
    /// A fault of the value being read.
    pub(super) fn new(what: ShapeFault) -> Self {
        Self(Box::new(Inner { what: Cause::Shape(what), at: None }))
    }

    /// A fault at another byte than that of the value being read, such as at a name.
    pub(super) fn at_byte(what: ShapeFault, offset: usize, path: String) -> Self {
        Self(Box::new(Inner { what: Cause::Shape(what), at: Some((offset, path)) }))
    }

    fn wrong(expecting: &dyn Expecting, unexpected: Unexpected<'_>) -> Self {
        let words = expecting.to_string();
        // Types of the format that are no derived objects ("struct Area") all expect a token of the table.
        let expected = Expected::from_token(&words).unwrap_or_else(|| {
            debug_assert!(words.starts_with("struct "), "no token: {words}");
            Expected::Object
        });
        let found = match unexpected {
            Unexpected::Other(token) => Found::from_token(token),
            _ => None,
        };
        Self(Box::new(Inner { what: Cause::Wrong(expected, found, None), at: None }))
    }

    /// Fills in where it happened and what stood there, unless a value further in has done so.
    #[must_use]
    pub(super) fn settled(mut self, offset: usize, path: impl FnOnce() -> String, raw: &str) -> Self {
        if self.0.at.is_none() {
            self.0.at = Some((offset, self.path_of(path())));
            if let Cause::Wrong(expected, kind, form) = &mut self.0.what {
                kind.get_or_insert_with(|| found(raw));
                *form = right_form(*expected, &unquoted_or_bare(raw));
            }
        }
        self
    }

    /// A missing field is named by the path it would have.
    fn path_of(&self, path: String) -> String {
        match &self.0.what {
            Cause::Shape(ShapeFault::Missing { name }) => under(&path, name),
            _ => path,
        }
    }

    /// The fault in the terms of those who tell it.
    pub(super) fn fault(self, text: &str) -> Fault {
        let (offset, path, what) = self.into_parts();
        Fault::new(Some(Position::from_offset(text, offset)), path, what)
    }

    /// The byte at which reading stopped, the field, and why.
    pub(super) fn into_parts(self) -> (usize, String, ShapeFault) {
        let (offset, path) = self.0.at.unwrap_or_default();
        let what = match self.0.what {
            Cause::Shape(what) => what,
            Cause::Wrong(expected, found, form) => {
                ShapeFault::Wrong { expected, found: found.unwrap_or(Found::OtherForm), form }
            }
        };
        (offset, path, what)
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that is not of the format")
    }
}

impl std::error::Error for ReadError {}

impl de::Error for ReadError {
    fn custom<T: fmt::Display>(_words: T) -> Self {
        // No type of the format raises words of its own; whatever else does, names no value here.
        Self(Box::new(Inner { what: Cause::Wrong(Expected::Object, None, None), at: None }))
    }

    fn invalid_type(unexpected: Unexpected<'_>, expecting: &dyn Expecting) -> Self {
        Self::wrong(expecting, unexpected)
    }

    fn invalid_value(unexpected: Unexpected<'_>, expecting: &dyn Expecting) -> Self {
        Self::wrong(expecting, unexpected)
    }

    fn unknown_variant(variant: &str, known: &'static [&'static str]) -> Self {
        Self::new(ShapeFault::UnknownWord { near: nearest(variant, known), known })
    }

    fn unknown_field(name: &str, known: &'static [&'static str]) -> Self {
        Self::new(ShapeFault::Unknown { name: shown_name(name), near: nearest(name, known), known })
    }

    fn missing_field(name: &'static str) -> Self {
        Self::new(ShapeFault::Missing { name })
    }

    fn duplicate_field(name: &'static str) -> Self {
        Self::new(ShapeFault::Twice { name: name.to_owned(), first: None, written: None })
    }
}
