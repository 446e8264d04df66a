//! A packed workbook (xlsx, ods) before anything of it is taken: each part is read to its end, so that one that is damaged
//! is found, and what its tags claim is compared with what a sheet can have. A reader that allots room for what is claimed
//! would take more memory than a machine has, for a file of a few thousand bytes.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::errors::Error;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::claims::Claims;
use super::hidden::{Count, Hidden};
use super::repeats::Repeats;
use super::tags::{self, LONGEST, Look, parted};
use super::unreadable::Unreadable;

/// At most so many bytes the parts of a packed workbook may unfold to, together.
const MOST_UNFOLDED: u64 = 256 << 20;
/// At most so many times its own size: what offices fill unfolds to ten or twenty times.
const MOST_RATIO: u64 = 100;
/// Up to here the size of the file does not matter: a small sheet of one word again and again.
const ANY_RATIO: u64 = 32 << 20;
/// So many bytes of a part are read at a time.
const BUFFER: usize = 1 << 16;

/// What XML begins with: a sign, or the mark of an encoding.
const XML: [&[u8]; 4] = [b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"];

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
        let kind = part.name().map_or(Kind::Other, |name| Kind::of(&name));
        parts.is_workbook |= matches!(kind, Kind::Book | Kind::Document);
        let mut found = read_part(part.take(left + 1), Seen::of(kind), true);
        if found.1 == Ok(false) {
            let Ok(part) = package.by_index(index) else { continue };
            found = read_part(part.take(left + 1), Seen::of(kind), false);
        }
        let (seen, read, unread) = found;
        let unfolded = (left + 1).saturating_sub(unread);
        left = unread.checked_sub(1).ok_or(Unreadable::UnfoldsTooFar)?;
        read?;
        seen.claims.check(unfolded)?;
        if matches!(kind, Kind::Sheet | Kind::Document) {
            parts.hidden.rows += seen.count.hidden.rows;
            parts.hidden.columns += seen.count.hidden.columns;
        }
        parts.has_formulas |= seen.count.has_formulas;
        parts.has_merged |= seen.count.has_merged;
    }
    Ok(parts)
}

/// Reads a part to its end: what was seen of it, was it plain, where only plain ones are read, and how much was left.
fn read_part(
    part: io::Take<impl Read>,
    mut seen: Seen,
    is_plain: bool,
) -> (Seen, Result<bool, Unreadable>, u64) {
    let mut part = BufReader::with_capacity(BUFFER, part);
    let read =
        if is_plain { tags::each(&mut part, &mut seen) } else { as_xml(&mut part, &mut seen).map(|()| true) };
    (seen, read, part.get_ref().limit())
}

/// What a part is, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// What makes a package a workbook of Excel.
    Book,
    /// One of its sheets.
    Sheet,
    /// All sheets of an open document.
    Document,
    Other,
}

impl Kind {
    fn of(name: &str) -> Self {
        match name {
            "content.xml" => Self::Document,
            _ if name.eq_ignore_ascii_case("xl/workbook.xml") => Self::Book,
            _ if name.starts_with("xl/worksheets/") => Self::Sheet,
            _ => Self::Other,
        }
    }
}

/// What was seen of a part so far.
#[derive(Default)]
struct Seen {
    count: Count,
    claims: Claims,
    /// Only an open document repeats.
    repeats: Option<Repeats>,
}

impl Seen {
    fn of(kind: Kind) -> Self {
        Self { repeats: (kind == Kind::Document).then(Repeats::default), ..Self::default() }
    }

    fn event(&mut self, event: &Event<'_>) -> Result<(), Unreadable> {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::Empty(tag) => {
                self.begin(tag)?;
                self.close(tag.name().as_ref().as_bytes())
            }
            Event::End(tag) => self.close(tag.name().as_ref().as_bytes()),
            Event::Text(text) => {
                self.pass(text.len());
                Ok(())
            }
            Event::GeneralRef(letter) => {
                self.pass(letter.len());
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn begin(&mut self, tag: &BytesStart<'_>) -> Result<(), Unreadable> {
        self.open(tag.name().as_ref().as_bytes(), tag.attributes_raw().as_bytes())
    }
}

impl Look for Seen {
    fn open(&mut self, name: &[u8], told: &[u8]) -> Result<(), Unreadable> {
        let local = parted(name, b':').map_or(name, |(_, local)| local);
        self.claims.open(local, told)?;
        self.count.open(name, local, told);
        self.repeats.as_mut().map_or(Ok(()), |repeats| repeats.open(name, told))
    }

    fn close(&mut self, name: &[u8]) -> Result<(), Unreadable> {
        self.repeats.as_mut().map_or(Ok(()), |repeats| repeats.close(name))
    }

    fn pass(&mut self, letters: usize) {
        if let Some(repeats) = &mut self.repeats {
            repeats.pass(letters);
        }
    }
}

/// Reads a part to its end as the reader of the cells does. What is no XML any more is passed by from there on: no reader
/// of it comes further either, and pictures are none from the first byte.
fn as_xml(part: &mut impl BufRead, seen: &mut Seen) -> Result<(), Unreadable> {
    // Of a picture any length may pass for a text.
    let is_begun = part.fill_buf().is_ok_and(|bytes| XML.iter().any(|begin| bytes.starts_with(begin)));
    let most = if is_begun { LONGEST } else { usize::MAX };
    let mut xml = Reader::from_reader(Bounded { part: &mut *part, left: most });
    // As that one has it, or it would see other tags.
    let config = xml.config_mut();
    config.check_end_names = false;
    config.check_comments = false;
    let mut held = Vec::new();
    loop {
        held.clear();
        xml.get_mut().left = most;
        match xml.read_event_into(&mut held) {
            Ok(Event::Eof) => break,
            Ok(event) => seen.event(&event)?,
            Err(Error::Io(_)) if xml.get_ref().left == 0 => return Err(Unreadable::UnfoldsTooFar),
            Err(Error::Io(_)) => return Err(Unreadable::Damaged),
            Err(_) => break,
        }
    }
    io::copy(part, &mut io::sink()).map(drop).map_err(|_| Unreadable::Damaged)
}

/// A part of which so many bytes more are read, for what is read at a time is held.
struct Bounded<'a, P> {
    part: &'a mut P,
    left: usize,
}

impl<P: BufRead> Read for Bounded<'_, P> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let size = self.fill_buf()?.read(into)?;
        self.consume(size);
        Ok(size)
    }
}

impl<P: BufRead> BufRead for Bounded<'_, P> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let bytes = self.part.fill_buf()?;
        Ok(&bytes[..bytes.len().min(self.left)])
    }

    fn consume(&mut self, size: usize) {
        self.part.consume(size);
        self.left -= size;
    }
}
