//! Where things stand in a file: line and column as an editor counts them, and the place of every field.

use std::sync::OnceLock;

use crate::model::location::push_name;
pub(super) use crate::model::location::under;
use crate::model::remembered::Remembered;

/// A line and a column of a file, both from 1; the column counts characters, not bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The character in that line, from 1.
    pub column: u32,
}

impl Position {
    /// The first character of a file.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The place of the byte at `offset` of `text`.
    pub(super) fn from_offset(text: &str, offset: usize) -> Self {
        let mut cursor = Cursor::default();
        cursor.go(text, offset)
    }

    /// The byte that a parser counting bytes means: `line` from 1, `column` the bytes it has read of that line.
    pub(super) fn byte(text: &str, line: usize, column: usize) -> usize {
        let byte = (line_start(text, line) + column.saturating_sub(1)).min(text.len());
        (0..=byte).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or(0)
    }

    /// The last letter of `text` that is not blank; the first place where there is none.
    pub(super) fn last(text: &str) -> Self {
        text.trim_end()
            .char_indices()
            .next_back()
            .map_or(Self::START, |(offset, _)| Self::from_offset(text, offset))
    }
}

/// The byte at which `line` (from 1) begins.
fn line_start(text: &str, line: usize) -> usize {
    let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(offset, _)| offset + 1);
    std::iter::once(0).chain(ends).nth(line.saturating_sub(1)).unwrap_or(text.len())
}

/// A finger in a text that counts lines and characters while it moves. Forward it looks at each byte once, so that
/// the places of a million fields in one long line cost one walk.
#[derive(Debug, Clone)]
pub(super) struct Cursor {
    offset: usize,
    place: Position,
    /// The line that it stands in, once it has begun.
    line: Option<Line>,
}

impl Default for Cursor {
    fn default() -> Self {
        Self { offset: 0, place: Position::START, line: None }
    }
}

impl Cursor {
    /// Moves to the byte at `offset` and says where that is. Backward it starts anew.
    pub(super) fn go(&mut self, text: &str, offset: usize) -> Position {
        if offset < self.offset {
            *self = Self::default();
        }
        let offset = offset.min(text.len());
        let mut line = self.line.take().unwrap_or_else(|| Line::at(text, 0));
        while offset > line.end {
            self.offset = line.end + 1;
            self.place = Position { line: self.place.line.saturating_add(1), column: 1 };
            line = Line::at(text, self.offset);
        }
        let passed = text.as_bytes().get(self.offset..offset).unwrap_or_default();
        // Bytes that only continue a character are not counted.
        let begins = |byte: &&u8| **byte & 0b1100_0000 != 0b1000_0000;
        let letters = if line.is_ascii { passed.len() } else { passed.iter().filter(begins).count() };
        self.place.column = self.place.column.saturating_add(u32::try_from(letters).unwrap_or(u32::MAX));
        (self.offset, self.line) = (offset, Some(line));
        self.place
    }
}

/// A line of a text.
#[derive(Debug, Clone)]
struct Line {
    /// The byte after its last.
    end: usize,
    /// Is each of its bytes a character?
    is_ascii: bool,
}

impl Line {
    /// That which begins at a byte.
    fn at(text: &str, begin: usize) -> Self {
        let rest = text.get(begin..).unwrap_or_default();
        let line = rest.split_once('\n').map_or(rest, |(line, _)| line);
        Self { end: begin + line.len(), is_ascii: line.is_ascii() }
    }
}

/// One step of a field path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PathStep<'p> {
    /// A name in an object.
    Name(&'p str),
    /// A place in a list, from 0.
    Index(usize),
    /// Both: a place in the list of that name.
    Item(&'p str, usize),
}

/// The way from the top of a file to a value, as a chain back to the top.
#[derive(Debug, Clone, Copy)]
pub(super) struct FieldPath<'p> {
    up: Option<(&'p FieldPath<'p>, PathStep<'p>)>,
    hash: u64,
    /// How many lists of areas stand above.
    pub(super) areas: usize,
}

impl<'p> FieldPath<'p> {
    /// The top of a file.
    pub(super) const TOP: FieldPath<'static> = FieldPath { up: None, hash: HASH_START, areas: 0 };

    /// One step down.
    pub(super) fn down(&'p self, step: PathStep<'p>) -> FieldPath<'p> {
        let areas = self.areas + usize::from(step == PathStep::Name("areas"));
        FieldPath { up: Some((self, step)), hash: mix(self.hash, step), areas }
    }

    /// The member `name` of this object.
    pub(super) fn name_in(&'p self, name: &'p str) -> FieldPath<'p> {
        self.down(PathStep::Name(name))
    }

    /// The item `index` of this list.
    pub(super) fn item(&'p self, index: usize) -> FieldPath<'p> {
        self.down(PathStep::Index(index))
    }

    /// How many steps from the top this is: how many objects and lists the value stands in.
    pub(super) fn steps(&self) -> usize {
        self.up.map_or(0, |(up, _)| up.steps() + 1)
    }

    /// Whether this is the top.
    pub(super) fn is_top(&self) -> bool {
        self.up.is_none()
    }

    /// The name this value stands under, if it stands in an object.
    pub(super) fn name(&self) -> Option<&'p str> {
        match self.up {
            Some((_, PathStep::Name(name))) => Some(name),
            _ => None,
        }
    }

    /// The path in words: `areas[3].poor.households`; nothing for the top.
    pub(super) fn path(&self) -> String {
        let mut path = String::new();
        self.write(&mut path);
        path
    }

    /// Writes the path in words behind what is there.
    fn write(&self, path: &mut String) {
        let Some((up, step)) = self.up else { return };
        up.write(path);
        if let PathStep::Name(name) | PathStep::Item(name, _) = step {
            push_name(path, name);
        }
        if let PathStep::Index(index) | PathStep::Item(_, index) = step {
            path.extend(["[", &index.to_string(), "]"]);
        }
    }
}

/// Where each field of a file stands, by its path: 16 bytes a field, so that a file of any allowed size fits.
#[derive(Debug, Clone, Default)]
pub struct PlaceIndex {
    /// In the order in which they were read.
    places: Vec<(u64, Position)>,
    /// The field after the one that was found last: fields are asked for mostly as they stand.
    next: Remembered,
    /// How often one was asked for that does not come next.
    jumps: Remembered,
    /// The same in the order of their keys: made where that is often.
    by_key: OnceLock<Box<[u32]>>,
}

/// The next one may stand so many fields further on: between two figures stand names, codes and notes.
const AHEAD: usize = 32;
/// So often all are looked through: a file has a few sections, and hardly any has them in another order.
const JUMPS: usize = 16;

impl PlaceIndex {
    /// Keeps the places noted while a file was read.
    pub(super) fn new(places: Vec<(u64, Position)>) -> Self {
        Self { places, ..Self::default() }
    }

    /// Where the value at `path` begins, such as `areas[3].poor.households`; the empty path is the whole file.
    pub fn get(&self, path: &str) -> Option<Position> {
        self.places.get(self.walked_to(path_hash(path))?).map(|(_, place)| *place)
    }

    /// Where the value that `trail` leads to begins.
    pub(super) fn at(&self, trail: &FieldPath<'_>) -> Option<Position> {
        let next = self.next.get();
        let ahead = self.places.get(next..).unwrap_or_default().iter().take(AHEAD);
        let at = match ahead.map(|(key, _)| *key).position(|key| key == trail.hash) {
            Some(ahead) => next + ahead,
            None => self.jump(trail.hash)?,
        };
        self.next.set(at + 1);
        self.places.get(at).map(|(_, place)| *place)
    }

    fn walked_to(&self, wanted: u64) -> Option<usize> {
        self.places.iter().position(|(key, _)| *key == wanted)
    }

    fn jump(&self, wanted: u64) -> Option<usize> {
        let jumps = self.jumps.get();
        if jumps < JUMPS {
            self.jumps.set(jumps + 1);
            return self.walked_to(wanted);
        }
        let key = |at: &u32| self.places[*at as usize].0;
        let by_key = self.by_key.get_or_init(|| {
            let mut places: Vec<u32> = (0..).take(self.places.len()).collect();
            places.sort_unstable_by_key(key);
            places.into()
        });
        let found = by_key.binary_search_by_key(&wanted, key).ok()?;
        Some(by_key[found] as usize)
    }
}

impl FieldPath<'_> {
    /// The key of this value in a [`PlaceIndex`].
    pub(super) fn key(&self) -> u64 {
        self.hash
    }
}

const HASH_START: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash of a path and one step more, eight bytes at a time; an end mark after each step.
fn mix(hash: u64, step: PathStep<'_>) -> u64 {
    match step {
        PathStep::Name(name) => {
            let words = name.as_bytes().chunks(8).map(|chunk| {
                let mut word = [0; 8];
                word[..chunk.len()].copy_from_slice(chunk);
                u64::from_le_bytes(word)
            });
            words.fold(hash, fold_in).wrapping_add(name.len() as u64 + 1)
        }
        PathStep::Index(index) => fold_in(hash, !(index as u64)),
        PathStep::Item(name, index) => mix(mix(hash, PathStep::Name(name)), PathStep::Index(index)),
    }
}

/// Both halves of a product of 128 bits: every bit of the two counts.
#[expect(clippy::cast_possible_truncation, reason = "each half is meant")]
fn fold_in(hash: u64, word: u64) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let product = u128::from(hash ^ word).wrapping_mul(u128::from(ODD));
    (product as u64 ^ (product >> 64) as u64).rotate_left(23)
}

fn path_hash(path: &str) -> u64 {
    let steps = path.split(['.', '[']).filter(|step| !step.is_empty());
    steps.fold(HASH_START, |hash, step| {
        let index = step.strip_suffix(']').and_then(|number| number.parse().ok());
        mix(hash, index.map_or(PathStep::Name(step), PathStep::Index))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "{\"tên\": \"Phường\",\n  \"x\": 1}";
        assert_eq!(Position::from_offset(text, text.find("\"Ph").unwrap()), Position { line: 1, column: 9 });
        assert_eq!(Position::from_offset(text, text.find("\"x").unwrap()), Position { line: 2, column: 3 });
        assert_eq!(
            Position::from_offset(text, Position::byte(text, 1, 5)),
            Position { line: 1, column: 4 },
            "inside ê"
        );
        assert_eq!(Position::last(text), Position { line: 2, column: 9 });
        assert_eq!(Position::last("  \n "), Position::START);
    }

    #[test]
    fn a_cursor_goes_back_too() {
        let text = "a\nbc";
        let mut cursor = Cursor::default();
        assert_eq!(cursor.go(text, 3), Position { line: 2, column: 2 });
        assert_eq!(cursor.go(text, 0), Position::START);
        assert_eq!(cursor.go(text, 400), Position { line: 2, column: 3 });
    }

    #[test]
    fn a_path_in_words_finds_what_the_trail_noted() {
        let areas = FieldPath::TOP.down(PathStep::Name("areas"));
        let third = areas.down(PathStep::Index(3));
        let poor = third.down(PathStep::Name("poor"));
        assert_eq!(poor.path(), "areas[3].poor");
        let place = Position { line: 7, column: 9 };
        let index = PlaceIndex::new(vec![(poor.key(), place), (FieldPath::TOP.key(), Position::START)]);
        assert_eq!(index.get("areas[3].poor"), Some(place));
        assert_eq!(index.get(""), Some(Position::START));
        assert_eq!(index.get("areas[4].poor"), None);
    }
}
