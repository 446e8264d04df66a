//! The tags of a part of a package, as they pass by: nearly all parts are plain XML, whose tags are found by their signs
//! alone, several times as fast as a reader of XML finds them. What is not as plain is left to such a reader.

use std::io::{self, BufRead};
use std::str::FromStr;

use super::unreadable::Unreadable;

/// So many letters a tag may have, or a text between two: the longest text of a cell has 32,767.
pub const LONGEST: usize = 16 << 20;

/// What looks at the tags of a part, as they are written: of what bytes names and values are is its own matter.
pub trait Look {
    /// A tag opens: its name, and its attributes.
    ///
    /// # Errors
    /// The part is refused.
    fn open(&mut self, name: &[u8], told: &[u8]) -> Result<(), Unreadable>;

    /// A tag closes; one that is empty opens and closes.
    ///
    /// # Errors
    /// The part is refused.
    fn close(&mut self, name: &[u8]) -> Result<(), Unreadable>;

    /// So many letters that are no tag.
    fn pass(&mut self, letters: usize);
}

/// Shows all that stands in a part; is it plain? One that is not has been read in part only.
///
/// # Errors
/// The part is damaged, is refused by who looks, or has a tag or a text that is longer than any.
pub fn each(part: &mut impl BufRead, look: &mut impl Look) -> Result<bool, Unreadable> {
    // A tag that what is read at a time ends within.
    let (mut held, mut quote) = (None::<Vec<u8>>, None);
    let (mut is_begun, mut letters) = (false, 0);
    loop {
        let bytes = match part.fill_buf() {
            Err(why) if why.kind() == io::ErrorKind::Interrupted => continue,
            read => read.map_err(|_| Unreadable::Damaged)?,
        };
        // Of other letters each takes several bytes, and a sign may be part of one.
        if bytes.is_empty() || !(std::mem::replace(&mut is_begun, true) || is_plain_begin(bytes)) {
            return Ok(bytes.is_empty());
        }
        let (mut rest, all) = (bytes, bytes.len());
        loop {
            if held.is_none() {
                let text = rest.iter().position(|byte| *byte == b'<');
                look.pass(text.unwrap_or(rest.len()));
                let Some(text) = text else {
                    letters += rest.len();
                    break;
                };
                (letters, rest) = (0, &rest[text + 1..]);
            }
            let Some(end) = end_of_tag(rest, &mut quote) else {
                held.get_or_insert_default().extend_from_slice(rest);
                letters += rest.len();
                break;
            };
            let (own, after) = (&rest[..end], &rest[end + 1..]);
            let is_plain = match held.take() {
                None => tag(own, look)?,
                Some(mut begun) => {
                    begun.extend_from_slice(own);
                    tag(&begun, look)?
                }
            };
            if !is_plain {
                return Ok(false);
            }
            (letters, rest) = (0, after);
        }
        if letters > LONGEST {
            return Err(Unreadable::UnfoldsTooFar);
        }
        part.consume(all);
    }
}

fn is_plain_begin(bytes: &[u8]) -> bool {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).starts_with(b"<")
}

/// Where a tag ends: in quotes no sign ends it.
fn end_of_tag(bytes: &[u8], quote: &mut Option<u8>) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = bytes.get(at..)?;
        at += match *quote {
            Some(open) => rest.iter().position(|byte| *byte == open)?,
            None => rest.iter().position(|byte| matches!(byte, b'>' | b'"' | b'\''))?,
        };
        match (*quote, bytes[at]) {
            (None, b'>') => return Some(at),
            (None, open) => *quote = Some(open),
            (Some(_), _) => *quote = None,
        }
        at += 1;
    }
}

/// Shows a tag; is it plain?
fn tag(bytes: &[u8], look: &mut impl Look) -> Result<bool, Unreadable> {
    match bytes {
        // A remark, or letters that are no tags whatever they look like.
        [b'!', ..] => return Ok(false),
        [b'?', ..] => return Ok(is_plain_head(bytes)),
        [b'/', name @ ..] => {
            let is_plain = !name.iter().any(|byte| matches!(byte, b'"' | b'\''));
            if is_plain {
                let length = name.iter().rposition(|byte| !is_blank(*byte)).map_or(0, |last| last + 1);
                look.close(&name[..length])?;
            }
            return Ok(is_plain);
        }
        _ => {}
    }
    let (own, is_empty) = bytes.strip_suffix(b"/").map_or((bytes, false), |own| (own, true));
    let (name, told) = own.split_at(own.iter().position(|byte| is_blank(*byte)).unwrap_or(own.len()));
    look.open(name, told)?;
    if is_empty {
        look.close(name)?;
    }
    Ok(true)
}

/// What stands at the head of a part: of the letters that are read here, and no sign in it that would end it before.
fn is_plain_head(bytes: &[u8]) -> bool {
    let Ok(text) = str::from_utf8(bytes) else { return false };
    let small = text.to_ascii_lowercase();
    text.ends_with('?') && !text.contains('>') && (!small.contains("encoding") || small.contains("utf-8"))
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

/// The names and values of the attributes of a tag, as they are written.
pub fn attributes(told: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut left = told;
    std::iter::from_fn(move || {
        let (name, rest) = parted(left, b'=')?;
        let (quote, rest) = rest.trim_ascii_start().split_first()?;
        if !matches!(quote, b'"' | b'\'') {
            return None;
        }
        let (value, after) = parted(rest, *quote).unwrap_or((rest, b""));
        left = after;
        Some((name.trim_ascii(), value))
    })
}

/// The number that an attribute has for its value.
pub fn number<T: FromStr>(value: &[u8]) -> Option<T> {
    str::from_utf8(value).ok()?.parse().ok()
}

/// What stands before a sign, and what follows it.
pub fn parted(bytes: &[u8], sign: u8) -> Option<(&[u8], &[u8])> {
    let at = bytes.iter().position(|byte| *byte == sign)?;
    Some((&bytes[..at], &bytes[at + 1..]))
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    #[derive(Default)]
    struct Told(String);

    impl Look for Told {
        fn open(&mut self, name: &[u8], told: &[u8]) -> Result<(), Unreadable> {
            let text = |bytes| str::from_utf8(bytes).unwrap();
            self.0.extend(["<", text(name), "|", text(told).trim(), ">"]);
            Ok(())
        }

        fn close(&mut self, name: &[u8]) -> Result<(), Unreadable> {
            self.0.extend(["</", str::from_utf8(name).unwrap(), ">"]);
            Ok(())
        }

        fn pass(&mut self, _: usize) {}
    }

    fn passing(text: &str, size: usize) -> (String, bool) {
        let mut told = Told::default();
        let plain = each(&mut BufReader::with_capacity(size, text.as_bytes()), &mut told);
        (told.0, plain.unwrap())
    }

    #[test]
    fn tags_are_found_wherever_the_text_is_parted() {
        let text =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a x='>' y=\"'\"><b/>1<c r=\"Ấ\" />2</c ></a>";
        for size in [3, 7, 4096] {
            let (told, is_plain) = passing(text, size);
            assert_eq!(told, "<a|x='>' y=\"'\"><b|></b><c|r=\"Ấ\"></c></c></a>");
            assert!(is_plain);
        }
    }

    #[test]
    fn what_is_not_plain_is_left_to_a_reader_of_xml() {
        for text in [
            "<a><!-- <b> --></a>",
            "<a><![CDATA[<b>]]></a>",
            "<!DOCTYPE a><a/>",
            "<?xml encoding=\"UTF-16\"?><a/>",
            "<?a '?><c r=\"A1\"/><?b '?>",
            "</a '><c r=\"A1\"/><d e='>",
            "x<a/>",
            "\u{feff}x<a/>",
        ] {
            assert!(!passing(text, 64).1, "{text}");
        }
    }

    #[test]
    fn attributes_are_read_however_they_are_written() {
        let found: Vec<_> = attributes(b" r = 'A1'  t=\"a>b\" x:hidden=\"1\"/").collect();
        let told: [(&[u8], &[u8]); 3] = [(b"r", b"A1"), (b"t", b"a>b"), (b"x:hidden", b"1")];
        assert_eq!(found, told);
        assert_eq!(attributes(b" r=A1 t=\"s\"").count(), 0);
    }
}
