//! What is written to a terminal that is known: where its cursor stands and how it writes decide what is shortest.
use std::cmp::Ordering;

use ratatui::buffer::{Buffer, Cell};
use unicode_width::UnicodeWidthStr;

use super::sgr::Look;
use crate::text::cells;

/// A cell and where it stands: column, row.
pub(super) type Placed<'a> = (u16, u16, &'a Cell);

/// A gap between two changes that is longer is jumped over unseen: writing it again would not be shorter.
const LONGEST_GAP: u16 = 12;

/// To a cell inside of a line no code that says its row and column is shorter.
const SHORT: usize = "\x1b[1;2H".len();

/// The end of a line is erased rather than written from so many blanks on: the code for it is as long.
const ERASED: usize = 4;

const ERASE_REST: &[u8] = b"\x1b[K";
/// To the beginning of the next line, and no further than to the last: for a screen that may have become lower.
const DOWN: &str = "\r\x1b[B";
/// The same on a screen that has a next line. Were it lower by now, all of it would move, and be drawn anew at once.
const NEXT_LINE: &str = "\r\n";

/// A terminal's cursor and what was written with it.
#[derive(Debug)]
pub(super) struct Pen {
    bytes: Vec<u8>,
    /// The columns of the terminal.
    width: u16,
    /// Column and row; none where terminals may differ: after the last column, after letters of a doubtful width.
    at: Option<(u16, u16)>,
    look: Look,
    /// The code that takes it to the beginning of the next line.
    next_line: &'static str,
}

impl Pen {
    /// A terminal that writes plain, the cursor anywhere.
    pub(super) fn new(width: u16) -> Self {
        Self { bytes: Vec::new(), width, at: None, look: Look::PLAIN, next_line: NEXT_LINE }
    }

    /// The same of a screen of which nothing is known: not even that it is still as high as it was.
    pub(super) fn unsure(width: u16) -> Self {
        Self { next_line: DOWN, ..Self::new(width) }
    }

    /// Says what leaves the cursor anywhere.
    pub(super) fn say(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.at = None;
    }

    /// What was written; ends plain.
    pub(super) fn end(mut self) -> Vec<u8> {
        self.wear(Look::PLAIN);
        self.bytes
    }

    /// Another that goes on from here, to see what a way takes.
    fn on_trial(&self) -> Self {
        Self { bytes: Vec::new(), ..*self }
    }

    /// Takes the way that another went on trial.
    fn follow(&mut self, mut way: Self) {
        self.bytes.append(&mut way.bytes);
        (self.at, self.look) = (way.at, way.look);
    }

    /// Goes to a cell by the shortest way.
    pub(super) fn go(&mut self, x: u16, y: u16) {
        let way = way(self.at, (x, y), self.next_line);
        self.bytes.extend_from_slice(way.as_bytes());
        self.at = Some((x, y));
    }

    /// Leaves nothing from the cursor to the end of its line.
    pub(super) fn erase_rest(&mut self) {
        self.wear_for_blanks();
        self.bytes.extend_from_slice(ERASE_REST);
    }

    /// Writes the cells of a row that changed; `next` is the picture that they are of. Where many of them are blank, the
    /// rest of the line may be erased, and what stands there written anew: columns have more between them than in them.
    pub(super) fn write_row(&mut self, changes: &[Placed], next: &Buffer) {
        let blanks = changes.chunk_by(|(a, y, _), (b, ..)| (*a..=*b).all(|x| is_blank(&next[(x, *y)])));
        let mut erased =
            blanks.filter(|run| run.len() >= ERASED).filter_map(|run| run.first()).map(|(x, ..)| *x);
        // Of many places the outermost are tried: each costs the writing of the line.
        let outermost = [erased.next(), erased.next_back()];
        let ways = outermost.into_iter().flatten().map(Some).chain([None]);
        let shortest = ways
            .map(|from| self.row_written(changes, from, next))
            .min_by_key(|way| way.bytes.len() + way.look.change_to(Look::PLAIN).len());
        if let Some(way) = shortest {
            self.follow(way);
        }
    }

    /// What a row takes whose rest is erased from a column on, if from one.
    fn row_written(&self, changes: &[Placed], erased: Option<u16>, next: &Buffer) -> Self {
        let mut pen = self.on_trial();
        for &(x, y, cell) in changes.iter().take_while(|(x, ..)| erased.is_none_or(|from| *x < from)) {
            pen.reach(x, y, next);
            pen.put(cell);
        }
        if let Some((from, (_, y, _))) = erased.zip(changes.first()) {
            pen.reach(from, *y, next);
            pen.erase_rest();
            pen.write_rest(from, *y, next);
        }
        pen
    }

    /// Writes all that is seen of a line from a column on, where nothing is.
    fn write_rest(&mut self, from: u16, y: u16, next: &Buffer) {
        let mut x = from;
        while x < next.area.width {
            let cell = &next[(x, y)];
            if !is_blank(cell) {
                self.reach(x, y, next);
                self.put(cell);
            }
            x += cells::text_extent(cell.symbol()).max(1);
        }
    }

    /// Goes on to a cell: past what lies between, or by writing that again where it is no longer.
    fn reach(&mut self, x: u16, y: u16, next: &Buffer) {
        if self.at == Some((x, y)) {
            return;
        }
        let mut jump = self.on_trial();
        jump.go(x, y);
        let again = self.gap_written(x, y, next);
        let wanted = Look::of(&next[(x, y)]);
        let cost = |pen: &Self| pen.bytes.len() + pen.look.change_to(wanted).len();
        let way = again.filter(|again| cost(again) <= cost(&jump)).unwrap_or(jump);
        self.follow(way);
    }

    /// What it takes to write again what lies before a cell: from the cursor on, or from the beginning of the next line.
    fn gap_written(&self, x: u16, y: u16, next: &Buffer) -> Option<Self> {
        let mut pen = self.on_trial();
        let (_, row) = self.at?;
        if row.checked_add(1) == Some(y) {
            pen.go(0, y);
        }
        for cell in gap(pen.at?, (x, y), next)? {
            pen.put(cell);
        }
        Some(pen)
    }

    fn put(&mut self, cell: &Cell) {
        if is_blank(cell) {
            self.wear_for_blanks();
        } else {
            self.wear(Look::of(cell));
        }
        self.bytes.extend_from_slice(cell.symbol().as_bytes());
        let letter = cell.symbol();
        // A wide letter that the terminal does not have stands there as two of those that it has.
        let is_one = || letter.chars().count() == 1 && letter.width() == 1;
        let sure = cells::plain_width(letter).or_else(|| is_one().then_some(1)).map(cells::extent);
        let after = self.at.zip(sure).map(|((x, y), cells)| (x.saturating_add(cells), y));
        self.at = after.filter(|(x, _)| *x < self.width);
    }

    fn wear(&mut self, look: Look) {
        if look == self.look {
            return;
        }
        self.bytes.extend_from_slice(self.look.change_to(look).as_bytes());
        self.look = look;
    }

    /// Any look in which a blank is plain will do.
    fn wear_for_blanks(&mut self) {
        if self.look.shows_on_blanks() {
            self.wear(Look::PLAIN);
        }
    }
}

/// Is nothing seen where the cell is?
pub(super) fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && !Look::of(cell).shows_on_blanks()
}

/// The shortest code that takes the cursor to a cell.
fn way(from: Option<(u16, u16)>, (x, y): (u16, u16), next_line: &str) -> String {
    let relative = from.and_then(|from| relative(from, (x, y), next_line));
    if x > 0 && relative.as_ref().is_some_and(|way| way.len() <= SHORT) {
        return relative.unwrap_or_default();
    }
    let absolute = match (x, y) {
        (0, 0) => "\x1b[H".to_owned(),
        (0, _) => format!("\x1b[{}H", u32::from(y) + 1),
        _ => format!("\x1b[{};{}H", u32::from(y) + 1, u32::from(x) + 1),
    };
    relative.filter(|way| way.len() <= absolute.len()).unwrap_or(absolute)
}

/// The way along the line, or over the beginning of the next.
fn relative(from: (u16, u16), to: (u16, u16), next_line: &str) -> Option<String> {
    let begin = match (to.1.checked_sub(from.1)?, to.0.cmp(&from.0)) {
        (0, Ordering::Less) => ("\r", 0),
        (0, Ordering::Equal | Ordering::Greater) => ("", from.0),
        (1, _) => (next_line, 0),
        _ => return None,
    };
    let steps = match to.0 - begin.1 {
        0 => String::new(),
        1 => "\x1b[C".to_owned(),
        n => format!("\x1b[{n}C"),
    };
    Some(begin.0.to_owned() + &steps)
}

/// The cells between the cursor and a cell further on in its line, if they are few and take one cell each.
fn gap(from: (u16, u16), to: (u16, u16), next: &Buffer) -> Option<Vec<&Cell>> {
    if from.1 != to.1 || to.0.checked_sub(from.0)? > LONGEST_GAP {
        return None;
    }
    let between: Vec<&Cell> = (from.0..to.0).map(|x| &next[(x, to.1)]).collect();
    between.iter().all(|cell| cells::width(cell.symbol()) == 1).then_some(between)
}

#[cfg(test)]
mod tests {
    use ratatui::{layout::Rect, style::Style};

    use super::*;

    fn written(text: &str, columns: &[u16]) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 30, 1));
        buffer.set_string(0, 0, text, Style::new());
        let cells: Vec<Placed> = columns.iter().map(|x| (*x, 0, &buffer[(*x, 0)])).collect();
        let mut pen = Pen::new(30);
        pen.write_row(&cells, &buffer);
        String::from_utf8(pen.end()).unwrap()
    }

    #[test]
    fn the_cursor_takes_the_shortest_way() {
        let cases = [
            (None, (0, 0), "\x1b[H"),
            (None, (4, 9), "\x1b[10;5H"),
            (Some((4, 9)), (4, 9), ""),
            (Some((4, 9)), (5, 9), "\x1b[C"),
            (Some((4, 9)), (24, 9), "\x1b[20C"),
            (Some((4, 9)), (0, 9), "\r"),
            (Some((4, 9)), (2, 9), "\r\x1b[2C"),
            (Some((4, 9)), (0, 10), "\r\n"),
            (Some((4, 9)), (0, 11), "\x1b[12H"),
            (Some((4, 9)), (4, 10), "\r\n\x1b[4C"),
            (Some((4, 9)), (14, 10), "\r\n\x1b[14C"),
            (Some((4, 9)), (2, 8), "\x1b[9;3H"),
            (Some((4, 0)), (0, 7), "\x1b[8H"),
        ];
        for (from, to, code) in cases {
            assert_eq!(way(from, to, NEXT_LINE), code, "{from:?} to {to:?}");
        }
        assert_eq!(way(Some((4, 9)), (0, 10), DOWN), "\r\x1b[B", "of an unsure screen");
    }

    #[test]
    fn a_short_gap_is_written_again_and_a_long_one_passed_over() {
        assert_eq!(written("hộ cận nghèo", &[0, 1, 3, 4, 5, 8]), "\x1b[Hhộ cận ng");
        assert_eq!(written("a            b", &[0, 13]), "\x1b[Ha\x1b[12Cb");
    }

    #[test]
    fn the_end_of_a_line_is_erased() {
        assert_eq!(written("a", &[0, 1, 2, 3, 4, 9]), "\x1b[Ha\x1b[K");
        assert_eq!(written("a", &[0, 1, 2]), "\x1b[Ha  ");
    }

    /// What one terminal writes in one cell takes two in another: what follows it is put in its own place.
    #[test]
    fn after_a_letter_of_a_doubtful_width_the_place_is_said() {
        assert_eq!(written("漢x", &[0, 2]), "\x1b[H漢\x1b[1;3Hx");
    }
}
