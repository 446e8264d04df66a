//! Walking through the members of an object and the items of a list, one at a time: a file that is wrong at its
//! first member costs no more than that, and nothing is kept of what is passed over.

use std::borrow::Cow;
use std::collections::HashSet;
use std::mem;

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};

use super::context::{Tally, unquoted};
use super::json::{self, PassedOver};
use super::node::Node;
use super::read_error::ReadError;
use super::scan::{self, Entries};
use crate::source::fault::{ShapeFault, nearest, shown_name};
use crate::source::place::{PathStep, under};

/// Reads the object `node`, whose members may have the names `fields`.
pub(super) fn object<'a, V: Visitor<'a>>(
    node: Node<'a, '_>,
    fields: Option<&'static [&'static str]>,
    visitor: V,
) -> Result<V::Value, ReadError> {
    let entries = node.entries();
    visitor.visit_map(Members {
        entries,
        node,
        fields,
        seen: Seen::default(),
        next: 0,
        value: None,
        remarked: Vec::new(),
    })
}

/// Reads the list `node`.
pub(super) fn list<'a, V: Visitor<'a>>(node: Node<'a, '_>, visitor: V) -> Result<V::Value, ReadError> {
    visitor.visit_seq(Items { entries: node.entries(), node, next: 0 })
}

/// Cannot happen: a value is asked for after its name.
fn no_name() -> ReadError {
    serde::de::Error::custom("a value without a name")
}

/// The members of an object, by the rules that hold for every object of the format.
struct Members<'a, 'p> {
    entries: Entries<'a>,
    node: Node<'a, 'p>,
    fields: Option<&'static [&'static str]>,
    seen: Seen<'a>,
    /// The place, among the names that the object may have, of the one that is likely the next.
    next: usize,
    /// The name that was read last, and the byte at which its value begins.
    value: Option<(Cow<'a, str>, usize)>,
    /// The places of fields of which a remark `x_NAME` speaks, and where it does.
    remarked: Vec<(usize, &'a str)>,
}

/// The names of an object met so far.
#[derive(Default)]
struct Seen<'a> {
    /// Of those that the object may have, by their place among them: most files have no others.
    known: u64,
    /// All others.
    others: HashSet<Cow<'a, str>>,
}

impl<'a> Seen<'a> {
    /// Notes a name, at its place among the known ones; was it there before?
    fn note(&mut self, place: Option<usize>, name: Cow<'a, str>) -> bool {
        match place.and_then(Self::bit) {
            Some(bit) => {
                let was_there = self.known & bit != 0;
                self.known |= bit;
                was_there
            }
            None => !self.others.insert(name),
        }
    }

    /// Is a known name there?
    fn has(&self, place: usize, name: &str) -> bool {
        Self::bit(place).map_or_else(|| self.others.contains(name), |bit| self.known & bit != 0)
    }

    fn bit(place: usize) -> Option<u64> {
        1_u64.checked_shl(u32::try_from(place).ok()?)
    }
}

impl<'a> Members<'a, '_> {
    /// The next member that is to be read: its name, and the byte at which its value begins.
    fn next(&mut self) -> Result<Option<(Cow<'a, str>, usize)>, ReadError> {
        let ctx = self.node.ctx;
        while let Some((name, begin)) = self.entries.next_member() {
            let at = ctx.offset(name);
            let name = unquoted(name);
            let place = self.place_of(&name);
            self.next = place.map_or(self.next, |place| place + 1);
            if self.seen.note(place, name.clone()) {
                return Err(self.twice(&name, at));
            }
            if !self.node.ignores(&name) {
                if place.is_none() {
                    self.check_known(&name, at)?;
                }
                self.note_illustrative(&name, begin);
                return Ok(Some((name, begin)));
            }
            let value = scan::value(ctx.text(), begin);
            self.entries.go_on(begin + value.len());
            self.check_ignored(&name, value)?;
            let known = name.strip_prefix("x_").and_then(|name| self.place_of(name));
            self.remarked.extend(known.map(|place| (place, value)));
        }
        self.note_blanks();
        ctx.note_end(self.entries.end());
        Ok(None)
    }

    /// The place of a name among those that the object may have. Most files have them in the order of the format.
    fn place_of(&self, name: &str) -> Option<usize> {
        let fields = self.fields?;
        let (before, after) = fields.split_at(self.next.min(fields.len()));
        let of = |fields: &[&str]| fields.iter().position(|field| *field == name);
        of(after).map(|place| before.len() + place).or_else(|| of(before))
    }

    /// The fault of a name that stands here a second time, at the byte `at`.
    fn twice(&self, name: &str, at: usize) -> ReadError {
        let ctx = self.node.ctx;
        let first = self.node.members().find(|(known, _)| unquoted(known) == name);
        let first = first.map(|(first, _)| ctx.place(ctx.offset(first)));
        let shown = shown_name(name);
        let path = under(&self.node.trail.path(), &shown);
        ReadError::at_byte(ShapeFault::Twice { name: shown, first, written: None }, at, path)
    }

    /// A name that is none of those that the object may have.
    fn check_known(&self, name: &str, at: usize) -> Result<(), ReadError> {
        match self.fields {
            Some(known) => {
                let fault = ShapeFault::Unknown { name: shown_name(name), near: nearest(name, known), known };
                Err(ReadError::at_byte(fault, at, self.path_to(name)))
            }
            None => Ok(()),
        }
    }

    /// What is passed over is JSON all the same: a name stands once in an object.
    fn check_ignored(&self, name: &str, value: &'a str) -> Result<(), ReadError> {
        json::check_passed_over(value, self.node.trail.steps() + 1).map_err(|wrong| match wrong {
            PassedOver::Twice(inner) => {
                let fault = ShapeFault::Twice { name: shown_name(&inner), first: None, written: None };
                ReadError::at_byte(fault, self.node.ctx.offset(value), self.path_to(name))
            }
            PassedOver::Unsound => serde::de::Error::custom("no sound JSON"),
        })
    }

    /// Notes a section that is illustrative by itself; the head of the file speaks for all of it.
    fn note_illustrative(&self, name: &str, begin: usize) {
        let (trail, ctx) = (self.node.trail, self.node.ctx);
        if name == "provenance" && trail.name() != Some("source") {
            let value = scan::value(ctx.text(), begin);
            if value == r#""illustrative""# {
                ctx.tally(Tally::Illustrative, value, trail);
            }
        }
    }

    /// Notes the fields that a remark speaks of and that are not there.
    fn note_blanks(&mut self) {
        for (place, remark) in mem::take(&mut self.remarked) {
            let Some(field) = self.fields.and_then(|fields| fields.get(place)) else { continue };
            if !self.seen.has(place, field) {
                self.node.ctx.tally(Tally::Blank, remark, &self.node.trail.name_in(field));
            }
        }
    }

    fn path_to(&self, name: &str) -> String {
        under(&self.node.trail.path(), &shown_name(name))
    }
}

impl<'a> MapAccess<'a> for Members<'a, '_> {
    type Error = ReadError;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>, ReadError> {
        self.value = self.next()?;
        match &self.value {
            Some((name, _)) => seed.deserialize(StrDeserializer::new(name)).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Result<S::Value, ReadError> {
        let (name, begin) = self.value.take().ok_or_else(no_name)?;
        let (value, end) = self.node.child(PathStep::Name(&name), begin, seed)?;
        self.entries.go_on(end);
        Ok(value)
    }
}

/// The items of a list.
struct Items<'a, 'p> {
    entries: Entries<'a>,
    node: Node<'a, 'p>,
    next: usize,
}

impl<'a> SeqAccess<'a> for Items<'a, '_> {
    type Error = ReadError;

    fn next_element_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Result<Option<S::Value>, ReadError> {
        let Some(begin) = self.entries.next_item() else {
            self.node.ctx.note_end(self.entries.end());
            return Ok(None);
        };
        let (value, end) = self.node.child(PathStep::Index(self.next), begin, seed)?;
        self.next += 1;
        self.entries.go_on(end);
        Ok(Some(value))
    }
}
