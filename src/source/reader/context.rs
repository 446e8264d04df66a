//! What is written down while a file is read: where each field stands, and what should be remarked.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use super::draft::Draft;
use crate::source::note::{MOST, Note, Remark, is_of_template, remarks};
use crate::source::place::{Cursor, FieldPath, PlaceIndex, Position};
use crate::text::clean::clean;

/// The text being read and the notes taken beside it.
#[derive(Debug)]
pub(super) struct ReadContext<'a> {
    text: &'a str,
    /// Where the text is a draft: that, and the text of the file, whose places count.
    draft: Option<(&'a Draft, &'a str)>,
    sheets: RefCell<Scratch>,
    /// The byte after the object or list whose reader came to its end last.
    end: Cell<Option<usize>>,
}

#[derive(Debug, Default)]
struct Scratch {
    cursor: Cursor,
    places: Vec<(u64, Position)>,
    notes: Vec<Note>,
    more: usize,
    /// What stands in many places and is told once for each kind of place: its path without numbers, where it stands
    /// first, how often.
    tallies: Vec<(Tally, String, Position, usize)>,
}

/// What is counted, not told one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tally {
    /// An object that says of itself that its figures are illustrative.
    Illustrative,
    /// A remark `x_NAME` in an object that has no `NAME`.
    Blank,
}

impl<'a> ReadContext<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, draft: None, sheets: RefCell::default(), end: Cell::default() }
    }

    /// For a draft made from the text `file`.
    pub(super) fn of_draft(draft: &'a Draft, file: &'a str) -> Self {
        Self { draft: Some((draft, file)), ..Self::new(draft.text()) }
    }

    /// The text being read.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// Writes down that the object or list being read ends before the byte `end`.
    pub(super) fn note_end(&self, end: usize) {
        self.end.set(Some(end));
    }

    /// The end that was written down, once.
    pub(super) fn taken_end(&self) -> Option<usize> {
        self.end.take()
    }

    /// What the user has before him, and the byte of it that `offset` stands for.
    fn in_file(&self, offset: usize) -> (&'a str, usize) {
        self.draft.map_or((self.text, offset), |(draft, file)| (file, draft.origin(offset).0))
    }

    /// The byte at which `part`, a piece of the text being read, begins.
    pub(super) fn offset(&self, part: &str) -> usize {
        part.as_ptr().addr().saturating_sub(self.text.as_ptr().addr())
    }

    /// The place of the byte at `offset`; for faults, where a walk through the text does not matter.
    pub(super) fn place(&self, offset: usize) -> Position {
        let (text, at) = self.in_file(offset);
        Position::from_offset(text, at)
    }

    /// Writes down where the value `raw` stands.
    pub(super) fn note_place(&self, raw: &str, trail: &FieldPath<'_>) {
        let (text, at) = self.in_file(self.offset(raw));
        let sheets = &mut *self.sheets.borrow_mut();
        let place = sheets.cursor.go(text, at);
        sheets.places.push((trail.key(), place));
    }

    /// The cleaned form of a free text; what was taken out, or looks odd, is noted.
    pub(super) fn cleaned(&self, raw: &str, words: &str, trail: &FieldPath<'_>) -> String {
        let (clean, letters) = clean(words);
        if letters > 0 {
            self.note(raw, trail, Remark::Hidden { letters });
        }
        if is_of_template(&clean) {
            self.note(raw, trail, Remark::Template);
        }
        self.remark_on(raw, &clean, trail);
        clean
    }

    /// Notes what in a text deserves a remark, be it a name, a code or an id.
    pub(super) fn remark_on(&self, raw: &str, words: &str, trail: &FieldPath<'_>) {
        remarks(words).for_each(|remark| self.note(raw, trail, remark));
    }

    fn note(&self, raw: &str, trail: &FieldPath<'_>, what: Remark) {
        let sheets = &mut *self.sheets.borrow_mut();
        if sheets.notes.len() >= MOST {
            sheets.more += 1;
            return;
        }
        let (text, at) = self.in_file(self.offset(raw));
        let place = Some(sheets.cursor.go(text, at));
        sheets.notes.push(Note { file: String::new(), place, path: trail.path(), what });
    }

    /// Counts what stands at `raw`, in the place that `trail` leads to.
    pub(super) fn tally(&self, what: Tally, raw: &str, trail: &FieldPath<'_>) {
        let path: String = without_numbers(&trail.path());
        let sheets = &mut *self.sheets.borrow_mut();
        let known = sheets.tallies.iter_mut().find(|(known, place, ..)| *known == what && *place == path);
        if let Some((.., times)) = known {
            *times += 1;
        } else {
            let (text, at) = self.in_file(self.offset(raw));
            let place = sheets.cursor.go(text, at);
            sheets.tallies.push((what, path, place, 1));
        }
    }

    /// What was written down, once the reading is over.
    pub(super) fn cleared(self) -> (PlaceIndex, Vec<Note>) {
        let mut sheets = self.sheets.into_inner();
        sheets.tallies.sort_by_key(|(_, _, place, _)| *place);
        for (what, path, place, times) in sheets.tallies {
            let what = match what {
                Tally::Illustrative => Remark::Illustrative { times },
                Tally::Blank => Remark::Blank { times },
            };
            sheets.notes.push(Note { file: String::new(), place: Some(place), path, what });
        }
        if sheets.more > 0 {
            let what = Remark::More { notes: sheets.more };
            sheets.notes.push(Note { file: String::new(), place: None, path: String::new(), what });
        }
        (PlaceIndex::new(sheets.places), sheets.notes)
    }
}

/// A path as all items of its lists have it: `areas[3].poor` as `areas[].poor`.
fn without_numbers(path: &str) -> String {
    let mut inside = false;
    let kept = |c: &char| {
        inside = (inside || *c == '[') && *c != ']';
        !inside || *c == '['
    };
    path.chars().filter(kept).collect()
}

/// What a JSON text says between its quotes, escapes resolved: that they can be was found when the whole text was
/// checked, also in what is passed over.
pub(super) fn unquoted(raw: &str) -> Cow<'_, str> {
    let inner = raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match inner {
        Some(plain) if !plain.contains('\\') => Cow::Borrowed(plain),
        _ => Cow::Owned(serde_json::from_str(raw).unwrap_or_default()),
    }
}
