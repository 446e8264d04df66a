//! From pictures to bytes: what changed since the last frame, in one piece.
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect, Size},
    style::{Color, Style},
};

use super::{
    pen::{Pen, Placed, is_blank},
    scroll::Scroll,
};
use crate::text::cells;

/// A synchronized update: the terminal shows all of it or nothing. Those that do not know it ignore it.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";
/// From the first line on; each line is cleared by itself, as a terminal that keeps what it scrolls away keeps the whole
/// screen where that is cleared at once.
const FIRST_LINE: &[u8] = b"\x1b[0m\x1b[H\x1b[2K";
const NEXT_LINE: &[u8] = b"\x1b[B\x1b[2K";
const PLAIN: &[u8] = b"\x1b[m";
const HIDE_CURSOR: &[u8] = b"\x1b[?25l";
/// A change of so many bytes reaches the terminal in one piece, and needs no words around it for that.
const ONE_PIECE: usize = 256;
/// A frame of fewer bytes is not worth looking for lines that only moved.
const SHORT: usize = 200;
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
        as_seen(&mut next);
        let cursor = cursor.filter(|position| area.contains(*position));
        let bytes = self.frame(&next, cursor);
        (self.shown, self.cursor, self.fresh) = (next, cursor, false);
        bytes
    }

    fn frame(&self, next: &Buffer, cursor: Option<Position>) -> Vec<u8> {
        let changed = changes(&self.shown, next);
        if changed.is_empty() && cursor == self.cursor && !self.fresh {
            return Vec::new();
        }
        let picture = if self.fresh { whole(&changed, next) } else { self.shortest(&changed, next) };
        let hide = if self.cursor.is_some() || self.fresh { HIDE_CURSOR } else { b"" };
        let show = cursor.map_or_else(Vec::new, |Position { x, y }| {
            let place = format!("\x1b[{};{}H", u32::from(y) + 1, u32::from(x) + 1);
            [place.as_bytes(), SHOW_CURSOR].concat()
        });
        let frame = [hide, &picture, &show].concat();
        if self.fresh || frame.len() > ONE_PIECE { [BEGIN, &frame, END].concat() } else { frame }
    }

    /// The changes of a picture, or lines moved and what then still differs, whichever is shorter.
    fn shortest(&self, changed: &[Placed], next: &Buffer) -> Vec<u8> {
        let plain = written(Pen::new(next.area.width), changed, next);
        let scroll = (plain.len() > SHORT).then(|| Scroll::find(&self.shown, next)).flatten();
        let Some(scroll) = scroll else { return plain };
        let moved = scroll.applied(&self.shown);
        let mut pen = Pen::new(next.area.width);
        pen.say(scroll.code().as_bytes());
        let scrolled = written(pen, &changes(&moved, next), next);
        if scrolled.len() < plain.len() { scrolled } else { plain }
    }
}

/// All of a picture on a screen of which nothing is known: each line is erased, then written.
fn whole(letters: &[Placed], next: &Buffer) -> Vec<u8> {
    let mut pen = Pen::unsure(next.area.width);
    pen.say(PLAIN);
    let mut rows = letters.chunk_by(|a, b| a.1 == b.1).peekable();
    for y in next.area.rows().map(|row| row.y) {
        pen.go(0, y);
        pen.erase_rest();
        if let Some(row) = rows.next_if(|row| row.first().is_some_and(|cell| cell.1 == y)) {
            pen.write_row(row, next);
        }
    }
    pen.end()
}

fn written(mut pen: Pen, changed: &[Placed], next: &Buffer) -> Vec<u8> {
    for row in changed.chunk_by(|a, b| a.1 == b.1) {
        pen.write_row(row, next);
    }
    pen.end()
}

/// The cells in which a picture differs from what is shown, both [`as_seen`], from the first line on. The drawing library
/// would ask each cell for its width; here what a wide letter covers is known by [`HALF`], and comes with the letter.
fn changes<'a>(shown: &Buffer, next: &'a Buffer) -> Vec<Placed<'a>> {
    let cells = next.area.positions().zip(shown.content.iter().zip(&next.content));
    let changed = cells.filter(|(_, (old, new))| old != new && new.symbol() != HALF);
    changed.map(|(at, (_, new))| (at.x, at.y, new)).collect()
}

/// The second half of a wide letter: of private use, unlike every cell that can be drawn there, so that what takes its
/// place is written.
const HALF: &str = "\u{e000}";

/// Gives each cell what a terminal will have there. What is seen of a blank is nothing: in whichever look it was drawn,
/// it is the same.
fn as_seen(buffer: &mut Buffer) {
    let mut is_half = false;
    for cell in &mut buffer.content {
        let is_blank = is_blank(cell);
        if is_half {
            cell.set_symbol(HALF);
        } else if is_blank {
            cell.reset();
        }
        is_half = !is_half && !is_blank && cells::width(cell.symbol()) > 1;
    }
}

/// Clears so many lines, and nothing of them is kept; the cursor stays in the last.
pub(super) fn cleared(lines: u16) -> Vec<u8> {
    [FIRST_LINE, &NEXT_LINE.repeat(usize::from(lines.saturating_sub(1)))].concat()
}

/// Without colours marks and words must do. Not left to crossterm, whose empty colour codes reset bold and reverse
/// video too.
fn drain_colour(buffer: &mut Buffer) {
    let plain = Style::new().fg(Color::Reset).bg(Color::Reset).underline_color(Color::Reset);
    buffer.set_style(buffer.area, plain);
}

#[cfg(test)]
mod tests {
    use std::num::NonZero;

    use proptest::{collection::vec, prelude::*, sample::select};

    use super::{super::sgr::Look, *};

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
            first.starts_with("\x1b[?2026h\x1b[?25l\x1b[m\x1b[H\x1b[K\x1b[1;31;44mhộ nghèo"),
            "{first:?}"
        );
        let second = text(&mut painter, SIZE, "hộ nghéo");
        assert_eq!(second, "\x1b[1;7H\x1b[1;31;44mé\x1b[m");
    }

    /// A long frame is shown at once: a terminal that knows the words waits for its end.
    #[test]
    fn a_long_frame_is_one_piece() {
        let size = Size { width: 80, height: 10 };
        let bytes = FrameDiff::new(true).paint(size, None, |area, buffer| {
            area.rows()
                .for_each(|row| buffer.set_string(0, row.y, "Tỷ lệ trên tổng hộ dân cư", Style::new()));
        });
        assert!(bytes.starts_with(BEGIN) && bytes.ends_with(END));
    }

    /// What a wide letter covers never leaves, also where letters of one cell stand for it.
    #[test]
    fn the_second_half_of_a_wide_letter_is_not_written() {
        let bytes = FrameDiff::new(true).paint(SIZE, None, |_, buffer| {
            buffer.set_string(0, 0, "界界 C", Style::new());
            for x in [0, 2] {
                buffer[(x, 0)].set_symbol("??");
            }
        });
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("???? C") && !text.contains(HALF), "{text:?}");
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
    fn another_size_is_drawn_anew() {
        let mut painter = FrameDiff::new(true);
        text(&mut painter, SIZE, "same");
        let larger = text(&mut painter, Size { width: 11, height: 2 }, "same");
        assert!(larger.contains("\x1b[K") && larger.contains("same"));
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

    /// What a terminal shows, cell by cell; of a blank only what is seen of it.
    fn shown_by(parser: &vt100::Parser) -> Vec<(String, vt100::Color, vt100::Color, [bool; 5])> {
        let screen = parser.screen();
        let (rows, columns) = (screen.size().0.get(), screen.size().1.get());
        let cells = (0..rows).flat_map(|y| (0..columns).filter_map(move |x| screen.cell(y, x)));
        let seen = |cell: &vt100::Cell| {
            let letter = cell.contents().trim_end().to_owned();
            let on_blank = [cell.underline(), cell.inverse()];
            let [bold, dim, italic] = [cell.bold(), cell.dim(), cell.italic()];
            if letter.is_empty() && on_blank == [false; 2] {
                return (letter, vt100::Color::Default, cell.bgcolor(), [false; 5]);
            }
            (letter, cell.fgcolor(), cell.bgcolor(), [bold, dim, italic, on_blank[0], on_blank[1]])
        };
        cells.map(seen).collect()
    }

    fn screen(size: Size) -> vt100::Parser {
        let [rows, columns] = [size.height, size.width].map(|n| NonZero::new(n).unwrap());
        vt100::Parser::new(rows, columns, 0)
    }

    /// The plainest way to bring a picture to a terminal: each cell in its place, in its own look.
    fn drawn_plainly(size: Size, picture: &Buffer) -> vt100::Parser {
        let mut parser = screen(size);
        for (x, y, cell) in Buffer::empty(picture.area).diff(picture) {
            let look = Look::PLAIN.change_to(Look::of(cell));
            parser.process(format!("\x1b[{};{}H\x1b[m{look}{}", y + 1, x + 1, cell.symbol()).as_bytes());
        }
        parser
    }

    type Words = (&'static str, Style);
    /// Words at the beginning of a line, others further on, and from which column.
    type Line = (Words, Words, u16);

    fn words() -> impl Strategy<Value = Words> {
        let plain = Style::new();
        let texts = [
            "",
            "Phường 10  6.420  110",
            "hộ cận nghèo",
            "漢字 漢",
            "━━━━┃━━  40%",
            "                *",
            "a",
        ];
        let looks =
            [plain, plain.bold(), plain.dim(), plain.bold().cyan(), plain.underlined(), plain.reversed()];
        let more = [plain.on_blue(), plain.dim().underlined().yellow(), plain.bold().italic()];
        (select(texts.to_vec()), select([looks.as_slice(), &more].concat()))
    }

    /// A picture of lines with words at two places; most lines are those of the picture before, some moved.
    fn picture(size: Size, lines: &[Line]) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        for (y, ((first, look), (second, other), at)) in (0..size.height).zip(lines) {
            let (end, _) = buffer.set_stringn(0, y, first, usize::from(size.width), *look);
            let at = end.max(*at).min(size.width - 1);
            buffer.set_stringn(at, y, second, usize::from(size.width - at), *other);
        }
        buffer
    }

    proptest! {
        /// Whatever was shown, whatever follows: the terminal shows what it would show had all been drawn anew.
        #[test]
        fn any_frames_in_a_row_leave_what_a_plain_redraw_leaves(
            first in vec((words(), words(), 0..44_u16), 12),
            steps in vec((-9..9_i32, 0..12_usize, 1..12_usize, (words(), words(), 0..44_u16)), 1..12),
        ) {
            let size = Size { width: 44, height: 12 };
            let (mut painter, mut lines) = (FrameDiff::new(true), first);
            let mut terminal = screen(size);
            terminal.process("\x1b[5;7Hwhat was there before\x1b[1;31m".as_bytes());
            for (by, from, count, line) in steps {
                let next = picture(size, &lines);
                terminal.process(&painter.paint(size, None, |_, buffer| buffer.clone_from(&next)));
                let (here, there) = (shown_by(&terminal), shown_by(&drawn_plainly(size, &next)));
                let first = here.iter().zip(&there).enumerate().find(|(_, (a, b))| a != b);
                prop_assert_eq!(first, None);
                let to = (from + count).min(lines.len());
                let part = &mut lines[from..to];
                let far = by.unsigned_abs() as usize % part.len().max(1);
                if by < 0 { part.rotate_left(far) } else { part.rotate_right(far) }
                lines[from] = line;
            }
        }
    }

    #[test]
    fn a_list_that_moves_by_a_line_costs_that_line() {
        let size = Size { width: 44, height: 12 };
        let rows = ["Phường 1  6.420  110  1,71%", "Phường 7  4.812  102  2,12%", "Khu phố 3"];
        let row = |n: usize| ((rows[n % 3], Style::new()), ("", Style::new()), 0);
        let mut painter = FrameDiff::new(true);
        let mut paint = |from: usize| {
            let lines: Vec<_> = (from..from + 12).map(row).collect();
            painter.paint(size, None, |_, buffer| buffer.clone_from(&picture(size, &lines)))
        };
        paint(0);
        let moved = String::from_utf8(paint(1)).unwrap();
        assert!(moved.starts_with("\x1b[1;12r\x1b[1H\x1b[M\x1b[r") && moved.len() < 80, "{moved:?}");
    }
}
