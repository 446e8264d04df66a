//! One value of a JSON text that is known to be sound, read into the format's types.
//!
//! The values stay slices of the text, so each knows where it stands. On the way down the rules hold that belong to
//! every object of the format: an object is no list, a name stands once, an unknown name is refused with the nearest
//! known one, names beginning `x_` are passed over. Free text is cleaned here, once, whatever type receives it.

use std::borrow::Cow;

use serde::de::value::StrDeserializer;
use serde::de::{self, Deserializer, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use super::context::{ReadContext, unquoted};
use super::read_error::ReadError;
use super::scan::{self, Entries};
use super::walk;
use crate::source::fault::{Expected, Found, ShapeFault};
use crate::source::format::AS_WRITTEN;
use crate::source::place::{FieldPath, PathStep};

/// The type that may stand in itself, and how often.
const NESTED: (&str, usize) = ("Area", 6);

/// A value of the text, the way to it, and the ctx where notes are taken.
#[derive(Clone, Copy)]
pub(super) struct Node<'a, 'p> {
    /// The value as it is written; of an object or a list, the text from its bracket on: where it ends is found by
    /// reading it.
    raw: &'a str,
    pub(super) trail: &'p FieldPath<'p>,
    pub(super) ctx: &'p ReadContext<'a>,
}

impl<'a, 'p> Node<'a, 'p> {
    /// The one value of the text.
    pub(super) fn top(ctx: &'p ReadContext<'a>) -> Self {
        let begin = scan::skip_blanks(ctx.text(), 0);
        Node { raw: scan::value_or_rest(ctx.text(), begin), trail: &FieldPath::TOP, ctx }
    }

    /// Reads the value that begins at the byte `begin`, one step further in, and says where it ends.
    pub(super) fn child<S>(
        self,
        step: PathStep<'_>,
        begin: usize,
        seed: S,
    ) -> Result<(S::Value, usize), ReadError>
    where
        S: de::DeserializeSeed<'a>,
    {
        let (trail, text) = (self.trail.down(step), self.ctx.text());
        let raw = scan::value_or_rest(text, begin);
        let value = seed.deserialize(Node { raw, trail: &trail, ctx: self.ctx })?;
        let end = match self.ctx.taken_end() {
            _ if !scan::holds_values(text, begin) => begin + raw.len(),
            Some(end) => end,
            // Its reader did not go through to its end.
            None => scan::value_end(text, begin),
        };
        Ok((value, end))
    }

    /// The members or items of this value, to be read one by one.
    pub(super) fn entries(self) -> Entries<'a> {
        Entries::of(self.ctx.text(), self.ctx.offset(self.raw))
    }

    /// The names in this object, and where their values begin.
    pub(super) fn members(self) -> impl Iterator<Item = (&'a str, usize)> {
        scan::members(self.ctx.text(), self.ctx.offset(self.raw))
    }

    /// Whether a name of this object is passed over unread.
    pub(super) fn ignores(self, name: &str) -> bool {
        name.starts_with("x_") || (name == "$schema" && self.trail.is_top())
    }

    fn with_place<T>(self, result: Result<T, ReadError>) -> Result<T, ReadError> {
        let whole = || scan::value(self.raw, 0);
        result.map_err(|stop| stop.settled(self.ctx.offset(self.raw), || self.trail.path(), whole()))
    }

    /// Reads what stands here, whatever it is; `fields` are the names an object may have.
    fn take<V: Visitor<'a>>(
        self,
        fields: Option<&'static [&'static str]>,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        self.ctx.note_place(self.raw, self.trail);
        let result = match self.raw.as_bytes().first() {
            Some(b'{') => walk::object(self, fields, visitor),
            Some(b'[') => walk::list(self, visitor),
            Some(b'"') => visitor.visit_string(self.cleaned()),
            Some(b't') => visitor.visit_bool(true),
            Some(b'f') => visitor.visit_bool(false),
            Some(b'n') | None => visitor.visit_unit(),
            Some(_) => self.number(visitor),
        };
        self.with_place(result)
    }

    /// A whole number; any other is no figure of the format, except where the digits themselves are asked for.
    fn number<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.raw.parse::<i64>() {
            Ok(number) if self.raw != "-0" => visitor.visit_i64(number),
            _ => Err(de::Error::invalid_type(Unexpected::Float(0.0), &visitor)),
        }
    }

    /// A number whose digits matter as they are written, bare or in quotes.
    fn as_written<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.raw.as_bytes().first() {
            Some(b'-' | b'0'..=b'9') => {
                self.ctx.note_place(self.raw, self.trail);
                self.with_place(visitor.visit_borrowed_str(self.raw))
            }
            Some(b'"') => {
                self.ctx.note_place(self.raw, self.trail);
                self.with_place(visitor.visit_str(&unquoted(self.raw)))
            }
            _ => self.with_place(Err(de::Error::invalid_type(Unexpected::Unit, &visitor))),
        }
    }

    fn cleaned(self) -> String {
        self.ctx.cleaned(self.raw, &unquoted(self.raw), self.trail)
    }

    fn is_text(self) -> bool {
        self.raw.starts_with('"')
    }
}

impl<'a> Deserializer<'a> for Node<'a, '_> {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.take(None, visitor)
    }

    fn deserialize_struct<V: Visitor<'a>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        if name == AS_WRITTEN && !self.raw.starts_with('{') {
            return self.as_written(visitor);
        }
        if name == NESTED.0 && self.trail.areas > NESTED.1 {
            return self.with_place(Err(ReadError::new(ShapeFault::AreasTooDeep)));
        }
        if self.raw.starts_with('[') {
            return self.with_place(Err(de::Error::invalid_type(Unexpected::Seq, &visitor)));
        }
        self.take(Some(fields), visitor)
    }

    /// Words of the format: compared as written, for a hidden letter in them is a fault.
    fn deserialize_str<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, ReadError> {
        if !self.is_text() {
            return self.take(None, visitor);
        }
        self.ctx.note_place(self.raw, self.trail);
        let words = unquoted(self.raw);
        self.ctx.remark_on(self.raw, &words, self.trail);
        self.with_place(visitor.visit_str(&words))
    }

    fn deserialize_enum<V: Visitor<'a>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        self.ctx.note_place(self.raw, self.trail);
        if !self.is_text() {
            let wrong = de::Error::invalid_type(Unexpected::Unit, &Expected::Word.token());
            return self.with_place(Err(wrong));
        }
        self.with_place(visitor.visit_enum(StrDeserializer::new(&unquoted(self.raw))))
    }

    fn deserialize_newtype_struct<V: Visitor<'a>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        if name != AS_WRITTEN {
            return visitor.visit_newtype_struct(self);
        }
        self.as_written(visitor)
    }

    fn deserialize_option<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, ReadError> {
        // `null` is no missing figure: the type itself refuses it.
        visitor.visit_some(self)
    }

    forward_to_deserialize_any! {
        <V: Visitor<'a>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char string bytes byte_buf
        unit unit_struct seq tuple tuple_struct map identifier ignored_any
    }
}

/// The kind of the value `raw`.
pub(super) fn found(raw: &str) -> Found {
    match raw.as_bytes().first() {
        Some(b'{') => Found::Object,
        Some(b'[') => Found::List,
        Some(b'"') => found_text(&unquoted(raw)),
        Some(b't' | b'f') => Found::Bool,
        Some(b'n') | None => Found::Null,
        Some(_) => found_number(raw),
    }
}

/// What a text says, or a number as it is written.
pub(super) fn unquoted_or_bare(raw: &str) -> Cow<'_, str> {
    if raw.starts_with('"') { unquoted(raw) } else { raw.into() }
}

fn found_text(words: &str) -> Found {
    let of_number =
        |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\'' | '\u{a0}' | '\u{202f}');
    if words.trim().is_empty() {
        Found::EmptyText
    } else if words.chars().all(of_number) && words.contains(|c: char| c.is_ascii_digit()) {
        Found::NumberInText
    } else {
        Found::Text
    }
}

fn found_number(raw: &str) -> Found {
    let digits = raw.trim_start_matches('-');
    if raw.contains(['e', 'E']) {
        Found::Exponent
    } else if raw.starts_with('-') && digits.bytes().all(|b| matches!(b, b'0' | b'.')) {
        Found::MinusZero
    } else if raw.contains('.') {
        Found::Fraction
    } else if raw.starts_with('-') {
        Found::Negative
    } else if digits.len() > 16 {
        Found::TooLarge
    } else {
        Found::Integer
    }
}
