//! The tags of a part of a package, as they pass by: nearly all parts are plain XML, whose tags are found by their signs
//! alone, several times as fast as a reader of XML finds them. What is not as plain is left to such a reader.

use std::io::{self, BufRead};

use super::unreadable::Unreadable;

/// What stands in a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passing<'a> {
    /// A tag opens: its name, and its attributes as they are written.
    Open(&'a str, &'a str),
    /// A tag closes; one that is empty opens and closes.
    Close(&'a str),
    /// So many letters that are no tag.
    Letters(usize),
}

/// Gives all that stands in a part to `take`; is it plain? One that is not has been read in part only.
///
/// # Errors
/// The part is damaged, or those of `take`.
pub fn each(
    part: &mut impl BufRead,
    take: &mut impl FnMut(Passing<'_>) -> Result<(), Unreadable>,
) -> Result<bool, Unreadable> {
    let (mut held, mut is_in_tag, mut quote) = (Vec::new(), false, None);
    let mut is_begun = false;
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
        while !rest.is_empty() {
            let end = if is_in_tag {
                end_of_tag(rest, &mut quote)
            } else {
                rest.iter().position(|byte| *byte == b'<')
            };
            let (own, after) = rest.split_at(end.unwrap_or(rest.len()));
            if !is_in_tag {
                take(Passing::Letters(own.len()))?;
            } else if end.is_none() {
                held.extend_from_slice(own);
            } else if held.is_empty() {
                if !tag(own, take)? {
                    return Ok(false);
                }
            } else {
                held.extend_from_slice(own);
                if !tag(&held, take)? {
                    return Ok(false);
                }
                held.clear();
            }
            is_in_tag ^= end.is_some();
            rest = after.get(1..).unwrap_or_default();
        }
        part.consume(all);
    }
}

fn is_plain_begin(bytes: &[u8]) -> bool {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).starts_with(b"<")
}

/// Where a tag ends: in quotes no sign ends it.
fn end_of_tag(bytes: &[u8], quote: &mut Option<u8>) -> Option<usize> {
    bytes.iter().position(|byte| match (*quote, byte) {
        (None, b'>') => true,
        (None, b'"' | b'\'') => {
            *quote = Some(*byte);
            false
        }
        (Some(open), byte) if open == *byte => {
            *quote = None;
            false
        }
        _ => false,
    })
}

/// Takes a tag; is it plain?
fn tag(
    bytes: &[u8],
    take: &mut impl FnMut(Passing<'_>) -> Result<(), Unreadable>,
) -> Result<bool, Unreadable> {
    let Ok(text) = str::from_utf8(bytes) else { return Ok(false) };
    match bytes {
        // A remark, or letters that are no tags whatever they look like.
        [b'!', ..] => return Ok(false),
        [b'?', ..] => return Ok(is_plain_head(text)),
        [b'/', ..] if text.contains(['"', '\'']) => return Ok(false),
        _ => {}
    }
    if let Some(name) = text.strip_prefix('/') {
        take(Passing::Close(name.trim_end_matches(is_blank)))?;
        return Ok(true);
    }
    let (own, is_empty) = text.strip_suffix('/').map_or((text, false), |own| (own, true));
    let (name, told) = own.split_at(own.find(is_blank).unwrap_or(own.len()));
    take(Passing::Open(name, told))?;
    if is_empty {
        take(Passing::Close(name))?;
    }
    Ok(true)
}

/// What stands at the head of a part: of the letters that are read here, and no sign in it that would end it before.
fn is_plain_head(text: &str) -> bool {
    let small = text.to_ascii_lowercase();
    text.ends_with('?') && !text.contains('>') && (!small.contains("encoding") || small.contains("utf-8"))
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}

/// The names and values of the attributes of a tag, as they are written.
pub fn attributes(told: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut left = told;
    std::iter::from_fn(move || {
        let (name, rest) = left.split_once('=')?;
        let rest = rest.trim_ascii_start();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, after) = rest[1..].split_once(quote).unwrap_or((&rest[1..], ""));
        left = after;
        Some((name.trim_ascii(), value))
    })
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    fn passing(text: &str, size: usize) -> (String, bool) {
        let mut told = String::new();
        let plain = each(&mut BufReader::with_capacity(size, text.as_bytes()), &mut |passing| {
            match passing {
                Passing::Open(name, more) => told.extend(["<", name, "|", more.trim(), ">"]),
                Passing::Close(name) => told.extend(["</", name, ">"]),
                Passing::Letters(_) => {}
            }
            Ok(())
        });
        (told, plain.unwrap())
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
        let found: Vec<_> = attributes(" r = 'A1'  t=\"a>b\" x:hidden=\"1\"/").collect();
        assert_eq!(found, [("r", "A1"), ("t", "a>b"), ("x:hidden", "1")]);
        assert_eq!(attributes(" r=A1 t=\"s\"").count(), 0);
    }
}
