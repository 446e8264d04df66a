//! Where things end in a JSON text that is known to be sound: each byte is looked at once, and no grammar is asked for.

use std::iter;

/// The members of an object or the items of a list, one after the other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entries<'a> {
    text: &'a str,
    /// The next byte to look at.
    at: usize,
}

impl<'a> Entries<'a> {
    /// Those of the object or list that begins at `at`.
    pub(super) fn of(text: &'a str, at: usize) -> Self {
        Self { text, at: at + 1 }
    }

    /// The byte at which the next item begins; none where the list ends.
    pub(super) fn next_item(&mut self) -> Option<usize> {
        let mut at = skip_blanks(self.text, self.at);
        if byte(self.text, at) == Some(b',') {
            at = skip_blanks(self.text, at + 1);
        }
        self.at = at;
        (!matches!(byte(self.text, at), Some(b']' | b'}') | None)).then_some(at)
    }

    /// The next name as it is written, and the byte at which its value begins; none where the object ends.
    pub(super) fn next_member(&mut self) -> Option<(&'a str, usize)> {
        let from = self.next_item()?;
        let to = string_end(self.text, from);
        let colon = skip_blanks(self.text, to);
        Some((piece(self.text, from, to), skip_blanks(self.text, colon + 1)))
    }

    /// Goes on behind a value, which ends before `end`.
    pub(super) fn go_on(&mut self, end: usize) {
        self.at = end;
    }

    /// The byte after the bracket that closes, once there is no next.
    pub(super) fn end(&self) -> usize {
        self.at + 1
    }
}

/// The names of the object that begins at `at`, as they are written, each with the byte at which its value begins.
pub(super) fn members(text: &str, at: usize) -> impl Iterator<Item = (&str, usize)> {
    let mut entries = Entries::of(text, at);
    iter::from_fn(move || {
        let (name, begin) = entries.next_member()?;
        entries.go_on(value_end(text, begin));
        Some((name, begin))
    })
}

/// The value that begins at `at`.
pub(super) fn value(text: &str, at: usize) -> &str {
    piece(text, at, value_end(text, at))
}

/// What stands from `at` on, where a value begins: the value itself, or all that follows where it holds others.
pub(super) fn value_or_rest(text: &str, at: usize) -> &str {
    if holds_values(text, at) { piece(text, at, text.len()) } else { value(text, at) }
}

/// Is the value at `at` an object or a list?
pub(super) fn holds_values(text: &str, at: usize) -> bool {
    matches!(byte(text, at), Some(b'{' | b'['))
}

/// The byte after the value that begins at `at`.
pub(super) fn value_end(text: &str, at: usize) -> usize {
    match byte(text, at) {
        Some(b'"') => string_end(text, at),
        Some(b'{' | b'[') => bracket_end(text, at),
        _ => rest(text, at)
            .iter()
            .position(|byte| matches!(byte, b',' | b']' | b'}' | b' ' | b'\t' | b'\n' | b'\r'))
            .map_or(text.len(), |length| at + length),
    }
}

fn bracket_end(text: &str, mut at: usize) -> usize {
    let mut depth = 0_usize;
    while let Some(byte) = byte(text, at) {
        match byte {
            b'"' => {
                at = string_end(text, at);
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth <= 1 => return at + 1,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
    text.len()
}

/// The byte after the string whose quote stands at `at`.
pub(super) fn string_end(text: &str, at: usize) -> usize {
    let mut at = at + 1;
    loop {
        match rest(text, at).iter().position(|byte| matches!(byte, b'"' | b'\\')) {
            None => return text.len(),
            Some(length) if byte(text, at + length) == Some(b'"') => return at + length + 1,
            Some(length) => at += length + 2,
        }
    }
}

/// The first byte from `at` on that is no blank.
pub(super) fn skip_blanks(text: &str, at: usize) -> usize {
    let blanks = rest(text, at).iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    at + blanks.count()
}

fn byte(text: &str, at: usize) -> Option<u8> {
    text.as_bytes().get(at).copied()
}

fn rest(text: &str, at: usize) -> &[u8] {
    text.as_bytes().get(at..).unwrap_or_default()
}

fn piece(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_ends_where_it_ends() {
        for (text, value) in [
            (r#""a\"b\\" , 1"#, r#""a\"b\\""#),
            ("-12.5e3\n}", "-12.5e3"),
            ("true]", "true"),
            (r#"{"a}":[1,{"b":"]"}]} ,"#, r#"{"a}":[1,{"b":"]"}]}"#),
            ("[]", "[]"),
            ("7", "7"),
        ] {
            assert_eq!(super::value(text, 0), value);
        }
    }

    #[test]
    fn members_and_items_come_one_by_one() {
        let text = " { \"a\" : 1 ,\n\"b\":[2, {} ,\"c\"] } ";
        let mut members = Entries::of(text, 1);
        let (name, at) = members.next_member().expect("a");
        assert_eq!((name, value(text, at)), (r#""a""#, "1"));
        members.go_on(value_end(text, at));
        let (name, list) = members.next_member().expect("b");
        assert_eq!(name, r#""b""#);
        let mut items = Entries::of(text, list);
        let mut seen = Vec::new();
        while let Some(at) = items.next_item() {
            seen.push(value(text, at));
            items.go_on(value_end(text, at));
        }
        assert_eq!(seen, ["2", "{}", r#""c""#]);
        members.go_on(items.end());
        assert_eq!(members.next_member(), None);
        assert_eq!(members.end(), text.trim_end().len());
    }

    #[test]
    fn what_is_not_sound_is_no_panic() {
        for text in ["", "\"", "\"\\", "{", "[1", "{\"a\"", "{\"a\":"] {
            assert!(value_end(text, 0) <= text.len() + 1, "{text}");
            let mut members = Entries::of(text, 0);
            for _ in 0..3 {
                if let Some((_, at)) = members.next_member() {
                    members.go_on(value_end(text, at));
                }
            }
        }
    }
}
