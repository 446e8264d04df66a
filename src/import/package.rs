//! A packed workbook (xlsx, ods) before anything of it is taken: each part is read to its end, so that one that is damaged
//! is found, and what its tags claim is compared with what a sheet can have. A reader that allots room for what is claimed
//! would take more memory than a machine has, for a file of a few thousand bytes.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::errors::Error;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::claims::Claims;
use super::hidden::{Count, Hidden};
use super::repeats::Repeats;
use super::tags::{self, Passing};
use super::unreadable::Unreadable;

/// At most so many bytes the parts of a packed workbook may unfold to, together.
const MOST_UNFOLDED: u64 = 256 << 20;
/// At most so many times its own size: what offices fill unfolds to ten or twenty times.
const MOST_RATIO: u64 = 100;
/// Up to here the size of the file does not matter: a small sheet of one word again and again.
const ANY_RATIO: u64 = 32 << 20;
/// So many bytes of a part are read at a time.
const BUFFER: usize = 1 << 16;

/// What a package has, looked at part by part.
#[derive(Debug, Clone, Copy, Default)]
pub struct Parts {
    /// What its sheets hide.
    pub hidden: Hidden,
    /// Has any of them formulas? Most have none to be looked for.
    pub has_formulas: bool,
    /// Has any of them merged cells?
    pub has_merged: bool,
    /// Is it a workbook by the names of its parts?
    pub is_workbook: bool,
}

/// Looks at all parts of a package. Refused is one that unfolds to more than is sound, whatever it says of itself, one
/// that is damaged, and one that claims what no sheet can have.
///
/// # Errors
/// Why it is refused.
pub fn look(bytes: &[u8]) -> Result<Parts, Unreadable> {
    // Where its parts lie stands at its end: a file that was cut has no list of them.
    let mut package = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let mut left = size.saturating_mul(MOST_RATIO).clamp(ANY_RATIO, MOST_UNFOLDED);
    let mut parts = Parts::default();
    for index in 0..package.len() {
        let Ok(part) = package.by_index(index) else { continue };
        let (is_book, is_sheet) = part.name().map_or((false, false), |name| kind(&name));
        parts.is_workbook |= is_book;
        let mut found = read_part(part.take(left + 1), true);
        if found.1 == Ok(false) {
            let Ok(part) = package.by_index(index) else { continue };
            found = read_part(part.take(left + 1), false);
        }
        let (seen, read, unread) = found;
        left = unread.checked_sub(1).ok_or(Unreadable::UnfoldsTooFar)?;
        read?;
        seen.claims.check()?;
        if is_sheet {
            parts.hidden.rows += seen.count.hidden.rows;
            parts.hidden.columns += seen.count.hidden.columns;
        }
        parts.has_formulas |= seen.count.has_formulas;
        parts.has_merged |= seen.count.has_merged;
    }
    Ok(parts)
}

/// Reads a part to its end: what was seen of it, was it plain, where only plain ones are read, and how much was left.
fn read_part(part: io::Take<impl Read>, is_plain: bool) -> (Seen, Result<bool, Unreadable>, u64) {
    let (mut seen, mut part) = (Seen::default(), BufReader::with_capacity(BUFFER, part));
    let read = if is_plain {
        tags::each(&mut part, &mut |passing| seen.take(passing))
    } else {
        as_xml(&mut part, &mut seen).map(|()| true)
    };
    (seen, read, part.get_ref().limit())
}

/// Is that the name of the part that makes a package a workbook, and may it be a sheet?
fn kind(name: &str) -> (bool, bool) {
    let is_open = name == "content.xml";
    (is_open || name.eq_ignore_ascii_case("xl/workbook.xml"), is_open || name.starts_with("xl/worksheets/"))
}

/// What was seen of a part so far.
#[derive(Default)]
struct Seen {
    count: Count,
    claims: Claims,
    repeats: Repeats,
}

impl Seen {
    fn take(&mut self, passing: Passing<'_>) -> Result<(), Unreadable> {
        match passing {
            Passing::Open(name, told) => {
                let local = name.split_once(':').map_or(name, |(_, local)| local);
                self.claims.pass(name.len() + told.len());
                self.claims.open(local, told)?;
                self.count.open(name, local, told);
                self.repeats.open(name, told)
            }
            Passing::Close(name) => self.repeats.close(name),
            Passing::Letters(letters) => {
                self.claims.pass(letters);
                self.repeats.pass(letters);
                Ok(())
            }
        }
    }

    fn event(&mut self, event: &Event<'_>) -> Result<(), Unreadable> {
        match event {
            Event::Start(tag) => self.take(Passing::Open(tag.name().as_ref(), tag.attributes_raw())),
            Event::Empty(tag) => {
                self.take(Passing::Open(tag.name().as_ref(), tag.attributes_raw()))?;
                self.take(Passing::Close(tag.name().as_ref()))
            }
            Event::End(tag) => self.take(Passing::Close(tag.name().as_ref())),
            Event::Text(text) => self.take(Passing::Letters(text.len())),
            Event::GeneralRef(letter) => self.take(Passing::Letters(letter.len())),
            _ => Ok(()),
        }
    }
}

/// Reads a part to its end as the reader of the cells does. What is no XML any more is passed by from there on: no reader
/// of it comes further either, and pictures are none from the first byte.
fn as_xml(part: &mut impl BufRead, seen: &mut Seen) -> Result<(), Unreadable> {
    let mut xml = Reader::from_reader(&mut *part);
    // As that one has it, or it would see other tags.
    let config = xml.config_mut();
    config.check_end_names = false;
    config.check_comments = false;
    let mut held = Vec::new();
    loop {
        held.clear();
        match xml.read_event_into(&mut held) {
            Ok(Event::Eof) => break,
            Ok(event) => seen.event(&event)?,
            Err(Error::Io(_)) => return Err(Unreadable::Damaged),
            Err(_) => break,
        }
    }
    io::copy(part, &mut io::sink()).map(drop).map_err(|_| Unreadable::Damaged)
}
