//! From pictures to bytes: what changed since the last frame, in one piece.
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect, Size},
    style::{Color, Style},
};
use unicode_width::UnicodeWidthStr;

use super::sgr::{self, Placed};

/// A synchronized update: the terminal shows all of it or nothing. Those that do not know it ignore it.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";
/// From the first line on; each line is cleared by itself, as a terminal that keeps what it scrolls away keeps the whole
/// screen where that is cleared at once.
const FIRST_LINE: &[u8] = b"\x1b[0m\x1b[H\x1b[2K";
const NEXT_LINE: &[u8] = b"\x1b[B\x1b[2K";
const HIDE_CURSOR: &[u8] = b"\x1b[?25l";
/// Sending so many cells again is shorter than sending the cursor past them.
const SHORT_GAP: u16 = 4;
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";

/// Remembers what the terminal shows.
///
/// Ratatui's own `Terminal` would ask the terminal where its cursor is, and flushes more than once a frame; all that
/// is needed of it are the buffers and their difference.
#[derive(Debug)]
pub(super) struct FrameDiff {
    shown: Buffer,
    cursor: Option<Position>,
    /// Whether nothing is known of what the terminal shows.
    fresh: bool,
    colour: bool,
}

impl FrameDiff {
    pub(super) fn new(colour: bool) -> Self {
        Self { shown: Buffer::empty(Rect::ZERO), cursor: None, fresh: true, colour }
    }

    /// Makes the next frame a whole one.
    pub(super) fn forget(&mut self) {
        self.fresh = true;
    }

    /// The bytes that turn what is shown into `picture` with the cursor at `cursor`; none when it is shown already.
    pub(super) fn paint(
        &mut self,
        size: Size,
        cursor: Option<Position>,
        picture: impl FnOnce(Rect, &mut Buffer),
    ) -> Vec<u8> {
        let area = Rect::new(0, 0, size.width, size.height);
        let mut next = Buffer::empty(area);
        picture(area, &mut next);
        if !self.colour {
            drain_colour(&mut next);
        }
        self.fresh |= self.shown.area != area;
        if self.fresh {
            self.shown = Buffer::empty(area);
        }
        let cursor = cursor.filter(|position| area.contains(*position));
        let bytes = self.frame(&next, cursor);
        (self.shown, self.cursor, self.fresh) = (next, cursor, false);
        bytes
    }

    fn frame(&self, next: &Buffer, cursor: Option<Position>) -> Vec<u8> {
        let changes = self.shown.diff(next);
        if changes.is_empty() && cursor == self.cursor && !self.fresh {
            return Vec::new();
        }
        let mut bytes = BEGIN.to_vec();
        if self.fresh {
            bytes.extend(cleared(next.area.height));
        }
        if self.cursor.is_some() || self.fresh {
            bytes.extend_from_slice(HIDE_CURSOR);
        }
        if !changes.is_empty() {
            sgr::write(&bridged(&changes, next), &mut bytes);
        }
        if let Some(Position { x, y }) = cursor {
            bytes.extend(format!("\x1b[{};{}H", u32::from(y) + 1, u32::from(x) + 1).into_bytes());
            bytes.extend_from_slice(SHOW_CURSOR);
        }
        bytes.extend_from_slice(END);
        bytes
    }
}

/// Clears so many lines, and nothing of them is kept; the cursor stays in the last.
pub(super) fn cleared(lines: u16) -> Vec<u8> {
    [FIRST_LINE, &NEXT_LINE.repeat(usize::from(lines.saturating_sub(1)))].concat()
}

/// `changes` with the short gaps between them filled: else every blank between two words costs a cursor movement.
fn bridged<'a>(changes: &[Placed<'a>], next: &'a Buffer) -> Vec<Placed<'a>> {
    let mut cells: Vec<Placed<'a>> = Vec::with_capacity(changes.len() * 2);
    for change in changes {
        if let Some(before) = cells.last() {
            cells.extend(gap(*before, *change, next).unwrap_or_default());
        }
        cells.push(*change);
    }
    cells
}

/// The cells between two changes, if they are few, look alike and take one cell each.
fn gap<'a>(from: Placed<'a>, to: Placed<'a>, next: &'a Buffer) -> Option<Vec<Placed<'a>>> {
    let first = from.0.checked_add(1)?;
    if from.1 != to.1 || to.0.checked_sub(first)? > SHORT_GAP || from.2.symbol().width() != 1 {
        return None;
    }
    let cells = (first..to.0).map(|x| next.cell((x, to.1)).map(|cell| (x, to.1, cell)));
    let cells: Vec<Placed<'a>> = cells.collect::<Option<_>>()?;
    cells
        .iter()
        .all(|(_, _, cell)| cell.symbol().width() == 1 && cell.style() == from.2.style())
        .then_some(cells)
}

/// Without colours marks and words must do. Not left to crossterm, whose empty colour codes reset bold and reverse
/// video too.
fn drain_colour(buffer: &mut Buffer) {
    let plain = Style::new().fg(Color::Reset).bg(Color::Reset).underline_color(Color::Reset);
    buffer.set_style(buffer.area, plain);
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size { width: 10, height: 2 };

    fn text(painter: &mut FrameDiff, size: Size, text: &str) -> String {
        let bytes = painter.paint(size, None, |_, buffer| {
            buffer.set_stringn(0, 0, text, usize::from(size.width), Style::new().red().on_blue().bold());
        });
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn the_first_frame_clears_and_later_ones_hold_only_the_change() {
        let mut painter = FrameDiff::new(true);
        let first = text(&mut painter, SIZE, "hộ nghèo");
        assert!(
            first.starts_with("\x1b[?2026h\x1b[0m\x1b[H\x1b[2K\x1b[B\x1b[2K") && first.contains("hộ nghèo"),
            "{first:?}"
        );
        let second = text(&mut painter, SIZE, "hộ nghéo");
        assert!(second.contains('é') && !second.contains("hộ") && !second.contains("2K"), "{second:?}");
        assert!(second.ends_with("\x1b[?2026l"));
    }

    #[test]
    fn the_same_picture_costs_nothing() {
        let mut painter = FrameDiff::new(true);
        text(&mut painter, SIZE, "same");
        assert_eq!(text(&mut painter, SIZE, "same"), "");
        painter.forget();
        assert!(text(&mut painter, SIZE, "same").contains("same"));
    }

    #[test]
    fn words_are_sent_with_the_blanks_between_them() {
        let bytes = FrameDiff::new(true).paint(Size { width: 40, height: 2 }, None, |_, buffer| {
            buffer.set_string(0, 0, "hộ cận nghèo      39  漢 字", Style::new());
        });
        let frame = String::from_utf8(bytes).unwrap();
        assert!(frame.contains("hộ cận nghèo\x1b") && frame.contains("39  漢\x1b"), "{frame:?}");
    }

    #[test]
    fn another_size_is_drawn_anew() {
        let mut painter = FrameDiff::new(true);
        text(&mut painter, SIZE, "same");
        let larger = text(&mut painter, Size { width: 11, height: 2 }, "same");
        assert!(larger.contains("2K") && larger.contains("same"));
        assert_ne!(text(&mut painter, Size { width: 1, height: 1 }, "same"), "");
    }

    #[test]
    fn without_colour_no_colour_code_but_bold_stays() {
        let with = text(&mut FrameDiff::new(true), SIZE, "x");
        assert!(with.contains("31;44"), "{with:?}");
        let without = text(&mut FrameDiff::new(false), SIZE, "x");
        assert!(
            !without.contains("31") && !without.contains("44") && without.contains("\x1b[1m"),
            "{without:?}"
        );
    }

    #[test]
    fn the_cursor_shows_where_it_is_wanted() {
        let mut painter = FrameDiff::new(true);
        let mut paint = |cursor| String::from_utf8(painter.paint(SIZE, cursor, |_, _| {})).unwrap();
        assert!(paint(None).contains("?25l"));
        assert!(paint(Some(Position::new(3, 1))).contains("\x1b[2;4H\x1b[?25h"));
        assert_eq!(paint(Some(Position::new(3, 1))), "");
        assert!(paint(Some(Position::new(30, 1))).contains("?25l"), "outside is hidden");
    }
}
