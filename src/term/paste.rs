//! A bracketed paste: the text between its two marks.
const ESC: u8 = 0x1b;
const END: &[u8] = b"\x1b[201~";
/// As much of a pasted line as is kept, in bytes.
pub(super) const LONGEST_LINE: usize = 4096;

/// A bracketed paste under way: its first line that is not empty, and how much of the end mark was seen.
#[derive(Debug, Default)]
pub(super) struct Paste {
    line: Vec<u8>,
    line_ended: bool,
    matched: usize,
}

impl Paste {
    /// Takes bytes up to the end mark; how many were used, and whether the mark was among them.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> (usize, bool) {
        for (at, byte) in bytes.iter().enumerate() {
            if *byte == END[self.matched] {
                self.matched += 1;
                if self.matched == END.len() {
                    return (at + 1, true);
                }
                continue;
            }
            for held in &END[..self.matched] {
                self.keep(*held);
            }
            self.matched = usize::from(*byte == ESC);
            if self.matched == 0 {
                self.keep(*byte);
            }
        }
        (bytes.len(), false)
    }

    fn keep(&mut self, byte: u8) {
        match byte {
            b'\r' | b'\n' => self.line_ended = !self.line.is_empty(),
            _ if !self.line_ended && self.line.len() < LONGEST_LINE => self.line.push(byte),
            _ => {}
        }
    }

    pub(super) fn first_line(self) -> String {
        let text = String::from_utf8_lossy(&self.line);
        if self.line.len() < LONGEST_LINE {
            return text.into_owned();
        }
        // The cut may have gone through a letter.
        text.trim_end_matches('\u{fffd}').to_owned()
    }
}
