//! Texts (CSV, TSV) to a sheet: encoding and delimiter are found, not asked for.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;

use csv::ReaderBuilder;
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};

use crate::text::fold::fold;

use super::batch::Batch;
use super::grid::Grid;
use super::sheet::{MOST_CELLS, Rows, Sheet, Visit};
use super::unreadable::Unreadable;
use super::workbook::{clean_text, text_cell};
use super::{LongText, Watch};

/// What parts cells, the likelier first where two are as likely.
const DELIMITERS: [u8; 4] = [b';', b'\t', b',', b'|'];
/// So many first lines tell the delimiter.
const LINES: usize = 40;

/// Gives the one sheet of a text to `visit`.
///
/// # Errors
/// Its letters cannot be read.
pub fn sheet(bytes: &[u8], file: &str, visit: &mut Visit<'_>) -> Result<(), Unreadable> {
    let text = decoded(bytes)?;
    records(text.as_bytes(), delimiter(&text), file, visit)
}

/// Gives the one sheet of a long text to `visit`, of which no more is held than is being read. It is read twice: what
/// kind of letters it has only its end tells.
///
/// # Errors
/// It cannot be read to its end, or is no UTF-8.
pub fn long_sheet(text: &LongText, file: &str, visit: &mut Visit<'_>) -> Result<(), Unreadable> {
    let mut from = &text.file;
    from.rewind().map_err(|_| Unreadable::Stopped)?;
    let Survey { head, has_mark } = match survey(from) {
        Ok(survey) => survey,
        // Of another encoding it is held, as long as it is not too long for that.
        Err(Unreadable::UnknownLetters) if from.metadata().is_ok_and(|found| found.len() <= MOST_HELD) => {
            let mut bytes = Vec::new();
            let read = from.rewind().and_then(|()| from.take(MOST_HELD).read_to_end(&mut bytes));
            return read.map_err(|_| Unreadable::Stopped).and_then(|_| sheet(&bytes, file, visit));
        }
        Err(why) => return Err(why),
    };
    from.seek(SeekFrom::Start(if has_mark { 3 } else { 0 })).map_err(|_| Unreadable::Stopped)?;
    let watched = Watched { from, read: 0, watch: text.watch.as_deref() };
    records(watched, delimiter(&head), file, visit)
}

/// A text that somebody sees being read.
struct Watched<'a> {
    from: &'a File,
    read: u64,
    watch: Option<&'a dyn Watch>,
}

impl Read for Watched<'_> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(buf)?;
        self.read += u64::try_from(read).unwrap_or(0);
        if let Some(watch) = self.watch {
            watch.at(self.read);
        }
        Ok(read)
    }
}

impl Drop for Watched<'_> {
    fn drop(&mut self) {
        if let Some(watch) = self.watch {
            watch.end();
        }
    }
}

/// What a look at a whole text tells.
struct Survey {
    /// Its beginning.
    head: String,
    /// Does it begin with the mark of UTF-8?
    has_mark: bool,
}

/// Looks at a text to its end: is all of it UTF-8?
fn survey(mut from: &File) -> Result<Survey, Unreadable> {
    let mut block = vec![0; BLOCK];
    // What is left of the block before: the beginning of a letter.
    let mut begun = 0;
    let mut survey: Option<Survey> = None;
    loop {
        let read = from.read(&mut block[begun..]).map_err(|_| Unreadable::Stopped)?;
        let bytes = &block[..begun + read];
        let whole = match simdutf8::compat::from_utf8(bytes) {
            Ok(_) => bytes.len(),
            // A letter that the end of the block cuts.
            Err(error) if error.error_len().is_none() && read > 0 => error.valid_up_to(),
            Err(_) => return Err(Unreadable::UnknownLetters),
        };
        if bytes[..whole].contains(&0) {
            return Err(Unreadable::UnknownLetters);
        }
        survey.get_or_insert_with(|| {
            let head = String::from_utf8_lossy(&bytes[..whole]);
            let head_without = head.strip_prefix('\u{feff}');
            Survey { has_mark: head_without.is_some(), head: head_without.unwrap_or(&head).to_owned() }
        });
        if read == 0 {
            return survey.ok_or(Unreadable::UnknownLetters);
        }
        begun = bytes.len() - whole;
        block.copy_within(whole..whole + begun, 0);
    }
}

fn records(
    from: impl Read + Send,
    delimiter: u8,
    file: &str,
    visit: &mut Visit<'_>,
) -> Result<(), Unreadable> {
    let reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .buffer_capacity(BLOCK)
        .from_reader(Tee { from, recent: Recent::default() });
    let sign = char::from(delimiter);
    let mut records = Records { reader, record: csv::ByteRecord::new(), next: 0, sign, swallowing: None };
    let grid = Grid { file: file.to_owned(), ..Grid::default() };
    visit(Sheet::begin(grid, &mut records, &mut MOST_CELLS.clone())?)
}

/// At most so many bytes of a text are held.
const MOST_HELD: u64 = 64 << 20;
/// So many bytes of a text are read at a time.
const BLOCK: usize = 1 << 18;

/// The bytes that were read last, and where they stand.
#[derive(Default)]
struct Recent {
    start: usize,
    bytes: Vec<u8>,
    /// Was the number of quotation marks odd so far?
    has_open_quote: bool,
}

/// What is read, with a second look at the last of it.
struct Tee<R> {
    from: R,
    recent: Recent,
}

impl<R: Read> Read for Tee<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(buf)?;
        let recent = &mut self.recent;
        if recent.bytes.len() > 2 * BLOCK {
            recent.bytes.drain(..BLOCK);
            recent.start += BLOCK;
        }
        recent.bytes.extend_from_slice(&buf[..read]);
        recent.has_open_quote ^= buf[..read].iter().fold(false, |is_odd, byte| is_odd ^ (*byte == b'"'));
        Ok(read)
    }
}

/// The records of a text.
struct Records<R> {
    reader: csv::Reader<Tee<R>>,
    record: csv::ByteRecord,
    /// The least number that the next one may have.
    next: usize,
    /// What parts cells.
    sign: char,
    /// The line of the first record with a cell that goes over several lines with cells in them.
    swallowing: Option<usize>,
}

impl<R: Read + Send> Rows for Records<R> {
    fn next_row(&mut self, into: &mut Batch) -> Result<bool, Unreadable> {
        // The text is good UTF-8 and rows may be of any length: only the disk may fail.
        let is_there = self.reader.read_byte_record(&mut self.record).map_err(|_| Unreadable::Stopped)?;
        let recent = &self.reader.get_ref().recent;
        if !is_there {
            // A mark without its pair: the cell that it opens has taken other rows in.
            return match self.swallowing.filter(|_| recent.has_open_quote) {
                Some(line) => Err(Unreadable::OpenQuote(line + 1)),
                None => Ok(false),
            };
        }
        let text = simdutf8::basic::from_utf8(self.record.as_slice()).map_err(|_| Unreadable::Stopped)?;
        let number = self.record.position().map_or(0, |at| recent.line_of(at)).max(self.next);
        self.next = number + 1;
        let cells = (0..self.record.len()).filter_map(|column| self.record.range(column));
        if self.swallowing.is_none() && text.contains('\n') {
            let mut cells = cells.clone().filter_map(|cell| text.get(cell));
            if cells.any(|cell| cell.contains('\n') && cell.contains(self.sign)) {
                self.swallowing = Some(number);
            }
        }
        let held = into.hold(text).start;
        for (column, Range { start, end }) in cells.enumerate() {
            let cell = text.get(start..end).ok_or(Unreadable::Stopped)?;
            match clean_text(cell) {
                Some(_) => into.put_held(column, held + start..held + end),
                None => into.put(column, text_cell(cell).lent()),
            }
        }
        into.end_row(number, Vec::new());
        Ok(true)
    }
}

impl Recent {
    /// The line of a record, counted from 0: rows are told to people by their number, and an empty line is no record.
    fn line_of(&self, at: &csv::Position) -> usize {
        let before = usize::try_from(at.line()).unwrap_or(1).saturating_sub(1);
        let own = usize::try_from(at.byte()).ok().and_then(|byte| byte.checked_sub(self.start));
        let rest = own.and_then(|from| self.bytes.get(from..)).unwrap_or_default();
        let breaks = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
        before + breaks.filter(|byte| **byte == b'\n').count()
    }
}

/// The text in `bytes`, whatever its encoding.
fn decoded(bytes: &[u8]) -> Result<String, Unreadable> {
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => {
            String::from_utf8(rest.to_vec()).map_err(|_| Unreadable::UnknownLetters)?
        }
        [0xff, 0xfe, ..] => whole(UTF_16LE.decode(bytes))?,
        [0xfe, 0xff, ..] => whole(UTF_16BE.decode(bytes))?,
        _ if bytes.contains(&0) => wide(bytes)?,
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => old_page(bytes)?,
        },
    };
    match old_letters(&text) {
        Some(name) => Err(Unreadable::OldLetters(name)),
        None => Ok(text),
    }
}

fn whole(decoded: (std::borrow::Cow<'_, str>, &encoding_rs::Encoding, bool)) -> Result<String, Unreadable> {
    let (text, _, has_errors) = decoded;
    if has_errors { Err(Unreadable::UnknownLetters) } else { Ok(text.into_owned()) }
}

/// Two bytes a letter without a mark at the start: the zero bytes of plain letters tell the order.
fn wide(bytes: &[u8]) -> Result<String, Unreadable> {
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let many = bytes.len() / 8;
    let text = match (zeros(0), zeros(1)) {
        (first, second) if second > first && second > many => whole(UTF_16LE.decode(bytes)),
        (first, second) if first > second && first > many => whole(UTF_16BE.decode(bytes)),
        _ => Err(Unreadable::NoWorkbook),
    };
    // Zeros in no order: no text at all.
    text.map_err(|_| Unreadable::NoWorkbook)
}

/// One byte a letter: the Vietnamese page of Windows, unless it is one of the older encodings, which hide Vietnamese
/// under the letters of Western Europe.
fn old_page(bytes: &[u8]) -> Result<String, Unreadable> {
    if let Some(name) = old_letters(&WINDOWS_1252.decode(bytes).0) {
        return Err(Unreadable::OldLetters(name));
    }
    let text = whole(WINDOWS_1258.decode(bytes))?;
    let words = fold(&text);
    let is_told = ["ngheo", "phuong", "xa", "thon", "khu pho", "tong", "ho dan", "don vi", "quan", "huyen"];
    if is_told.iter().any(|word| words.contains(word)) { Ok(text) } else { Err(Unreadable::UnknownLetters) }
}

/// Words of the field as they look in the two old encodings, letter for letter: TCVN3 (fonts .Vn…) and VNI.
const OLD: [(&str, &[&str]); 2] = [
    (
        "TCVN3 (ABC)",
        &[
            "nghÌo",
            "NGHÌO",
            "NghÌo",
            "ph\u{ad}êng",
            "Ph\u{ad}êng",
            "thÞ x·",
            "Tæng sè",
            "tæng sè",
            "hé d©n",
            "Hé d©n",
        ],
    ),
    (
        "VNI",
        &[
            "ngheøo",
            "NGHEØO",
            "Ngheøo",
            "phöôøng",
            "Phöôøng",
            "Toång soá",
            "toång soá",
            "hoä daân",
            "Hoä daân",
        ],
    ),
];

/// Each of those words has one of the letters Ì, Þ, æ, ø, Ø, ö, å, ä, ©, \u{ad}, and few other texts have any: a list is
/// looked through by the two bytes of each.
fn may_be_old(text: &str) -> bool {
    text.as_bytes().windows(2).any(|pair| {
        matches!(pair, [0xC3, 0x8C | 0x9E | 0xA6 | 0xB8 | 0x98 | 0xB6 | 0xA5 | 0xA4] | [0xC2, 0xA9 | 0xAD])
    })
}

/// The old encoding whose words stand in a text, by name.
pub fn old_letters(text: &str) -> Option<&'static str> {
    if !may_be_old(text) {
        return None;
    }
    OLD.iter().find(|(_, words)| words.iter().any(|word| text.contains(word))).map(|(name, _)| *name)
}

/// The sign that parts most lines into as many cells.
fn delimiter(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LINES).collect();
    let cells = |sign: u8| -> usize {
        let mut counts: Vec<usize> = lines.iter().map(|line| outside_quotes(line, sign)).collect();
        counts.sort_unstable();
        // What most lines have at least.
        counts.get(counts.len() / 2).copied().unwrap_or(0)
    };
    let most = DELIMITERS.into_iter().rev().max_by_key(|sign| cells(*sign));
    most.unwrap_or(b',')
}

fn outside_quotes(line: &str, sign: u8) -> usize {
    let mut is_quoted = false;
    let mut count = 0;
    for byte in line.bytes() {
        is_quoted ^= byte == b'"';
        count += usize::from(byte == sign && !is_quoted);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::super::grid::SheetCell;
    use super::*;

    const TABLE: &str = "Phường;Số hộ;Tỷ lệ\nPhường 1;1.429;2,20\n\nPhường 2;3;0,10\n";

    fn grid(bytes: &[u8]) -> Result<Grid, Unreadable> {
        let mut grid = Grid::default();
        sheet(bytes, "a.csv", &mut |sheet| {
            grid = sheet.whole()?;
            Ok(())
        })?;
        Ok(grid)
    }

    fn texts(bytes: &[u8]) -> Vec<Vec<String>> {
        let grid = grid(bytes).unwrap();
        let text = |cell: &SheetCell| cell.text().unwrap_or_default().to_owned();
        grid.rows.iter().map(|row| row.iter().map(text).collect()).collect()
    }

    #[test]
    fn encodings_and_delimiters_are_found() {
        let expected = texts(TABLE.as_bytes());
        assert_eq!(expected[1], ["Phường 1", "1.429", "2,20"]);
        // The empty line keeps its number.
        assert!(expected[2].is_empty() && expected[3][0] == "Phường 2");
        let with_mark: Vec<u8> = b"\xef\xbb\xbf".iter().chain(TABLE.as_bytes()).copied().collect();
        assert_eq!(texts(&with_mark), expected);
        let wide: Vec<u8> = TABLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(texts(&wide), expected);
        let marked: Vec<u8> =
            [0xfe, 0xff].into_iter().chain(TABLE.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        assert_eq!(texts(&marked), expected);
        assert_eq!(texts(TABLE.replace(';', "\t").as_bytes()), expected);
        let quoted = "Phường,Số hộ,Tỷ lệ\n\"Phường 1\",1.429,\"2,20\"\n\nPhường 2,3,\"0,10\"\n";
        assert_eq!(texts(quoted.as_bytes()), expected);
    }

    /// A long text comes row by row, its letters and lines as those of a short one, wherever a block ends.
    #[test]
    fn a_long_text_is_read_as_a_short_one() {
        let row = |n: usize| format!("Phường {n};{n}\r\n{}", if n.is_multiple_of(7) { "\n" } else { "" });
        let rows = (0..40_000).map(row).collect::<Vec<_>>().concat();
        let text = format!("\u{feff}Phường;Số hộ\n{rows}\"Phường\nhai dòng\";5\nPhường cuối;6");
        let folder = crate::folder::Folder::new("long");
        let path = folder.write("a.csv", &text);
        let long = |path: &str| {
            let mut grid = Grid::default();
            let text = LongText { file: File::open(path).unwrap(), watch: None };
            long_sheet(&text, "a.csv", &mut |sheet| {
                grid = sheet.whole()?;
                Ok(())
            })?;
            Ok(grid)
        };
        let read: Result<Grid, Unreadable> = long(&path);
        assert_eq!(read.unwrap().rows, grid(text.as_bytes()).unwrap().rows);
        std::fs::write(&path, [text.as_bytes(), b"\xe9"].concat()).unwrap();
        assert_eq!(long(&path).unwrap_err(), Unreadable::UnknownLetters);
    }

    #[test]
    fn the_vietnamese_page_of_windows_is_read() {
        // ơ and ư have letters of their own there, tones follow as marks.
        let bytes: Vec<u8> = b"Ph\xfd\xf5\xccng;S\xf4\xec h\xf4\xf2\nX\xe3 A;5\n".to_vec();
        assert_eq!(texts(&bytes)[0], ["Phường", "Số hộ"]);
    }

    #[test]
    fn every_word_of_an_old_encoding_is_found() {
        for (name, words) in OLD {
            for word in words {
                assert_eq!(old_letters(&format!("a {word} b")), Some(name), "{word}");
            }
        }
    }

    #[test]
    fn old_encodings_are_refused_by_name() {
        let tcvn = b"X\xb7;H\xe9 ngh\xcco".to_vec();
        assert_eq!(grid(&tcvn).unwrap_err(), Unreadable::OldLetters("TCVN3 (ABC)"));
        let bytes = WINDOWS_1252.encode("Xã;Hé nghÌo").0.into_owned();
        assert_eq!(grid(&bytes).unwrap_err(), Unreadable::OldLetters("TCVN3 (ABC)"));
        assert_eq!(grid("Xaõ;Hoä ngheøo".as_bytes()).unwrap_err(), Unreadable::OldLetters("VNI"));
        assert_eq!(grid(b"\x00\x01\x02\x03\x00\x00\x07").unwrap_err(), Unreadable::NoWorkbook);
        assert_eq!(grid(b"caf\xe9;1\n").unwrap_err(), Unreadable::UnknownLetters);
    }
}
