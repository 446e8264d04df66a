//! A text in which faults were put right, so that those behind them are found in the same reading; what stands in it
//! still knows its place in the file.

use std::ops::Range;

/// A text made from that of a file.
#[derive(Debug)]
pub(super) struct Draft {
    text: String,
    /// Where stretches begin: the first at 0, in order.
    seams: Vec<Seam>,
}

/// The beginning of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Seam {
    /// The byte of the draft.
    at: usize,
    /// The byte of the file that it stands for.
    origin: usize,
    /// It stands for nothing in the file: made up in the place of what is missing.
    is_made: bool,
}

impl Draft {
    /// A draft without a letter.
    pub(super) fn empty() -> Self {
        Self { text: String::new(), seams: vec![Seam { at: 0, origin: 0, is_made: false }] }
    }

    /// The text of a file as it is.
    pub(super) fn of(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::empty() }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Adds `text`, which stands for what the file has from the byte `origin` on.
    pub(super) fn add(&mut self, text: &str, origin: usize) {
        let (next, _) = self.origin(self.text.len());
        if next != origin || self.text.is_empty() {
            self.seam(Seam { at: self.text.len(), origin, is_made: false });
        }
        self.text.push_str(text);
    }

    /// Adds the bracket that the file does not have at its end.
    pub(super) fn close(&mut self, bracket: &str) {
        let end = self.text.len();
        self.replace(end..end, bracket, true);
    }

    fn seam(&mut self, seam: Seam) {
        if self.seams.last().is_some_and(|last| last.at == seam.at) {
            self.seams.pop();
        }
        self.seams.push(seam);
    }

    /// The byte of the file that the byte `at` stands for, and whether it was made up.
    pub(super) fn origin(&self, at: usize) -> (usize, bool) {
        let behind = self.seams.partition_point(|seam| seam.at <= at);
        let seam = self.seams[behind.max(1) - 1];
        (if seam.is_made { seam.origin } else { seam.origin + (at - seam.at) }, seam.is_made)
    }

    /// Puts `with` in the place of what stands in `range`.
    pub(super) fn replace(&mut self, range: Range<usize>, with: &str, is_made: bool) {
        let (begin, was_made) = self.origin(range.start);
        let (end, is_end_made) = self.origin(range.end);
        let first = self.seams.partition_point(|seam| seam.at < range.start);
        let last = self.seams.partition_point(|seam| seam.at <= range.end);
        let mut after = self.seams.split_off(last);
        self.seams.truncate(first);
        for seam in &mut after {
            seam.at = seam.at - range.len() + with.len();
        }
        self.seams.push(Seam { at: range.start, origin: begin, is_made: is_made || was_made });
        if !with.is_empty() {
            self.seams.push(Seam { at: range.start + with.len(), origin: end, is_made: is_end_made });
        }
        self.seams.extend(after);
        self.text.replace_range(range, with);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_right_knows_its_place() {
        let text = "{ \"a\": 65.000, \"b\": [1, 2] }";
        let mut draft = Draft::of(text);
        let at = text.find("65").unwrap();
        draft.replace(at..at + 6, "65000", false);
        let of = |draft: &Draft, part: &str| draft.origin(draft.text().find(part).unwrap());
        assert_eq!(draft.text(), "{ \"a\": 65000, \"b\": [1, 2] }");
        assert_eq!(of(&draft, "65000"), (at, false));
        assert_eq!(of(&draft, "\"b\""), (text.find("\"b\"").unwrap(), false));
        draft.replace(1..1, " \"made\": {},", true);
        assert_eq!(of(&draft, "made"), (1, true));
        assert_eq!(of(&draft, "\"a\""), (2, false));
        assert_eq!(of(&draft, "[1"), (text.find("[1").unwrap(), false));
        let made = draft.text().find("{}").unwrap();
        draft.replace(made + 1..made + 1, "\"in\": 1", true);
        assert_eq!(of(&draft, "\"in\""), (1, true));
        assert_eq!(of(&draft, "2]"), (text.find("2]").unwrap(), false));
    }

    #[test]
    fn a_draft_grows_from_pieces() {
        let mut draft = Draft::empty();
        draft.add("{ ", 0);
        draft.add("\"a\"", 4);
        draft.add(": 1", 7);
        assert_eq!((draft.text(), draft.origin(2), draft.origin(7)), ("{ \"a\": 1", (4, false), (9, false)));
    }
}
