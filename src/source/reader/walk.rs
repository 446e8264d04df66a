//! Walking through the members of an object and the items of a list, one at a time: a file that is wrong at its
//! first member costs no more than that, and nothing is kept of what is passed over.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::Deserializer as _;
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::context::{Tally, unquoted};
use super::json;
use super::node::Node;
use super::read_error::ReadError;
use crate::source::fault::{ShapeFault, nearest, shown_name};
use crate::source::place::{PathStep, under};

/// Reads the object `node`, whose members may have the names `fields`.
pub(super) fn object<'a, V: Visitor<'a>>(
    node: Node<'a, '_>,
    fields: Option<&'static [&'static str]>,
    visitor: V,
) -> Result<V::Value, ReadError> {
    let mut out = None;
    let lend = ObjectAdapter { node, fields, visitor, out: &mut out };
    // The parser complains where a visitor stops half way; the reason is in `out` then.
    let _ = serde_json::Deserializer::from_str(node.raw).deserialize_map(lend);
    out.unwrap_or_else(|| Err(unsound()))
}

/// Reads the list `node`.
pub(super) fn list<'a, V: Visitor<'a>>(node: Node<'a, '_>, visitor: V) -> Result<V::Value, ReadError> {
    let mut out = None;
    let lend = ListAdapter { node, visitor, out: &mut out };
    let _ = serde_json::Deserializer::from_str(node.raw).deserialize_seq(lend);
    out.unwrap_or_else(|| Err(unsound()))
}

/// Cannot happen: the text has been found to be JSON before.
fn unsound() -> ReadError {
    serde::de::Error::custom("not JSON")
}

/// Lends the parser's way through an object to the visitor of a type, and keeps what that says.
struct ObjectAdapter<'s, 'a, 'p, V: Visitor<'a>> {
    node: Node<'a, 'p>,
    fields: Option<&'static [&'static str]>,
    visitor: V,
    out: &'s mut Option<Result<V::Value, ReadError>>,
}

impl<'a, V: Visitor<'a>> Visitor<'a> for ObjectAdapter<'_, 'a, '_, V> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(self, parser: A) -> Result<(), A::Error> {
        let members = Members {
            parser,
            node: self.node,
            fields: self.fields,
            seen: Seen::default(),
            value: None,
            remarked: Vec::new(),
        };
        *self.out = Some(self.visitor.visit_map(members));
        Ok(())
    }
}

struct ListAdapter<'s, 'a, 'p, V: Visitor<'a>> {
    node: Node<'a, 'p>,
    visitor: V,
    out: &'s mut Option<Result<V::Value, ReadError>>,
}

impl<'a, V: Visitor<'a>> Visitor<'a> for ListAdapter<'_, 'a, '_, V> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'a>>(self, parser: A) -> Result<(), A::Error> {
        *self.out = Some(self.visitor.visit_seq(Items { parser, node: self.node, next: 0 }));
        Ok(())
    }
}

/// The members of an object, by the rules that hold for every object of the format.
struct Members<'a, 'p, P> {
    parser: P,
    node: Node<'a, 'p>,
    fields: Option<&'static [&'static str]>,
    seen: Seen<'a>,
    value: Option<(Cow<'a, str>, &'a str)>,
    /// The fields of which a remark `x_NAME` speaks, and where it does.
    remarked: Vec<(&'static str, &'a str)>,
}

/// The names of an object met so far, and the bytes they stand at. Nearly every object has few: these are looked through.
#[derive(Default)]
struct Seen<'a> {
    few: Vec<(Cow<'a, str>, usize)>,
    rest: HashMap<Cow<'a, str>, usize>,
}

impl<'a> Seen<'a> {
    /// More are looked up.
    const FEW: usize = 24;

    fn at(&self, name: &str) -> Option<usize> {
        let few = self.few.iter().find(|(known, _)| known == name).map(|(_, at)| *at);
        few.or_else(|| self.rest.get(name).copied())
    }

    fn note(&mut self, name: Cow<'a, str>, at: usize) {
        if self.few.len() < Self::FEW {
            self.few.push((name, at));
        } else {
            self.rest.insert(name, at);
        }
    }
}

impl<'a, P: MapAccess<'a>> Members<'a, '_, P> {
    /// The next member that is to be read.
    fn next(&mut self) -> Result<Option<(Cow<'a, str>, &'a str)>, ReadError> {
        while let Some((name, value)) = self.next_raw()? {
            let at = self.node.ctx.offset(name);
            let name = unquoted(name);
            self.check_twice(name.clone(), at)?;
            if !self.node.ignores(&name) {
                self.check_known(&name, at)?;
                self.note_illustrative(&name, value);
                return Ok(Some((name, value)));
            }
            self.check_ignored(&name, value)?;
            let known =
                name.strip_prefix("x_").and_then(|name| self.fields?.iter().find(|field| **field == name));
            self.remarked.extend(known.map(|field| (*field, value)));
        }
        self.note_blanks();
        Ok(None)
    }

    fn next_raw(&mut self) -> Result<Option<(&'a str, &'a str)>, ReadError> {
        let next = self.parser.next_entry::<&RawValue, &RawValue>().map_err(|_| unsound())?;
        Ok(next.map(|(name, value)| (name.get(), value.get())))
    }

    fn check_twice(&mut self, name: Cow<'a, str>, at: usize) -> Result<(), ReadError> {
        let Some(first) = self.seen.at(&name) else {
            self.seen.note(name, at);
            return Ok(());
        };
        let name = shown_name(&name);
        let path = under(&self.node.trail.path(), &name);
        let first = Some(self.node.ctx.place(first));
        Err(ReadError::at_byte(ShapeFault::Twice { name, first, written: None }, at, path))
    }

    fn check_known(&self, name: &str, at: usize) -> Result<(), ReadError> {
        match self.fields {
            Some(known) if !known.contains(&name) => {
                let fault = ShapeFault::Unknown { name: shown_name(name), near: nearest(name, known), known };
                Err(ReadError::at_byte(fault, at, self.path_to(name)))
            }
            _ => Ok(()),
        }
    }

    /// What is passed over is JSON all the same: a name stands once in an object.
    fn check_ignored(&self, name: &str, value: &'a str) -> Result<(), ReadError> {
        match json::name_given_twice(value) {
            Some(inner) => {
                let fault = ShapeFault::Twice { name: shown_name(&inner), first: None, written: None };
                Err(ReadError::at_byte(fault, self.node.ctx.offset(value), self.path_to(name)))
            }
            None => Ok(()),
        }
    }

    /// Notes a section that is illustrative by itself; the head of the file speaks for all of it.
    fn note_illustrative(&self, name: &str, value: &str) {
        let trail = self.node.trail;
        if name == "provenance" && value == r#""illustrative""# && trail.name() != Some("source") {
            self.node.ctx.tally(Tally::Illustrative, value, trail);
        }
    }

    /// Notes the fields that a remark speaks of and that are not there.
    fn note_blanks(&mut self) {
        for (field, remark) in std::mem::take(&mut self.remarked) {
            if self.seen.at(field).is_none() {
                self.node.ctx.tally(Tally::Blank, remark, &self.node.trail.name_in(field));
            }
        }
    }

    fn path_to(&self, name: &str) -> String {
        under(&self.node.trail.path(), &shown_name(name))
    }
}

impl<'a, P: MapAccess<'a>> MapAccess<'a> for Members<'a, '_, P> {
    type Error = ReadError;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>, ReadError> {
        self.value = self.next()?;
        match &self.value {
            Some((name, _)) => seed.deserialize(StrDeserializer::new(name)).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Result<S::Value, ReadError> {
        let (name, raw) = self.value.take().ok_or_else(unsound)?;
        self.node.child(PathStep::Name(&name), raw, seed)
    }
}

/// The items of a list.
struct Items<'a, 'p, P> {
    parser: P,
    node: Node<'a, 'p>,
    next: usize,
}

impl<'a, P: SeqAccess<'a>> SeqAccess<'a> for Items<'a, '_, P> {
    type Error = ReadError;

    fn next_element_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Result<Option<S::Value>, ReadError> {
        let Some(raw) = self.parser.next_element::<&RawValue>().map_err(|_| unsound())? else {
            return Ok(None);
        };
        let index = self.next;
        self.next += 1;
        self.node.child(PathStep::Index(index), raw.get(), seed).map(Some)
    }
}
