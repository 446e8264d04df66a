//! Which lines of the last picture stand in the next one, only further up or down: the terminal moves them itself.
use std::{hash::BuildHasher, ops::Range};

use foldhash::fast::FixedState;
use ratatui::{
    buffer::{Buffer, Cell},
    layout::Rect,
};

/// Lines that move further at once are a page of others: hardly one of them is still to be seen.
const FURTHEST: i32 = 8;

/// Lines that move together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Scroll {
    /// The lines among which they move; what is pushed out at one end is gone, the other end is blank.
    pub(super) lines: Range<u16>,
    /// How far down; below zero: up.
    pub(super) by: i32,
}

impl Scroll {
    /// The movement that leaves the fewest cells to write, if one leaves fewer than none would.
    pub(super) fn find(shown: &Buffer, next: &Buffer) -> Option<Self> {
        let (before, after) = (Cells::of(shown), Cells::of(next));
        let found = (-FURTHEST..=FURTHEST).filter(|by| *by != 0).map(|by| best(&before, &after, by));
        let (saved, scroll) = found.max_by_key(|(saved, _)| *saved)?;
        (saved > 0).then_some(scroll)
    }

    /// The code for it, the cursor left anywhere.
    pub(super) fn code(&self) -> String {
        let (top, bottom, far) = (self.lines.start + 1, self.lines.end, self.by.unsigned_abs());
        let count = if far == 1 { String::new() } else { far.to_string() };
        // Lines are deleted and inserted within the margins: the Linux console knows no other way to scroll up, and
        // no terminal keeps what is pushed out so among the lines of its past.
        let letter = if self.by < 0 { 'M' } else { 'L' };
        format!("\x1b[{top};{bottom}r\x1b[{top}H\x1b[{count}{letter}\x1b[r")
    }

    /// What is shown once the terminal has done it.
    pub(super) fn applied(&self, shown: &Buffer) -> Buffer {
        let mut moved = shown.clone();
        for y in self.lines.clone() {
            let from = i32::from(y) - self.by;
            let from = u16::try_from(from).ok().filter(|from| self.lines.contains(from));
            for x in 0..shown.area.width {
                moved[(x, y)] = from.map_or(Cell::EMPTY, |from| shown[(x, from)].clone());
            }
        }
        moved
    }
}

/// The cells of a picture as numbers, quick to compare.
struct Cells {
    area: Rect,
    all: Vec<u64>,
    blank: u64,
}

impl Cells {
    fn of(buffer: &Buffer) -> Self {
        let hash = FixedState::default();
        let all = buffer.content.iter().map(|cell| hash.hash_one(cell)).collect();
        Self { area: buffer.area, all, blank: hash.hash_one(&Cell::EMPTY) }
    }

    fn line(&self, y: i32) -> Option<&[u64]> {
        let y = usize::try_from(y).ok()?;
        self.all.chunks(usize::from(self.area.width).max(1)).nth(y)
    }
}

/// The lines that a movement by so many would serve best, and how many cells fewer are to be written then.
fn best(before: &Cells, after: &Cells, by: i32) -> (i32, Scroll) {
    let height = i32::from(after.area.height);
    let mut best = (0, 0..0);
    let mut run = (0, 0);
    for y in 0..height {
        let saved = saved(before, after, y, by);
        if run.0 <= 0 {
            run = (0, y);
        }
        run.0 += saved;
        // The lines that the moved ones come from move too.
        let lines = if by < 0 { run.1..y + 1 - by } else { run.1 - by..y + 1 };
        if run.0 > best.0 && lines.start >= 0 && lines.end <= height {
            best = (run.0, lines);
        }
    }
    let blanked = lost(before, after, &best.1, by);
    let line = |y: i32| u16::try_from(y).unwrap_or_default();
    (best.0 - blanked, Scroll { lines: line(best.1.start)..line(best.1.end), by })
}

/// How many cells fewer a line leaves to write when it takes what stood `by` lines above it.
fn saved(before: &Cells, after: &Cells, y: i32, by: i32) -> i32 {
    let (Some(own), Some(moved), Some(wanted)) = (before.line(y), before.line(y - by), after.line(y)) else {
        return i32::MIN / 4;
    };
    differing(own, wanted) - differing(moved, wanted)
}

/// How many cells more are to be written in the lines that come out blank.
fn lost(before: &Cells, after: &Cells, lines: &Range<i32>, by: i32) -> i32 {
    let blanked = if by < 0 { lines.end + by..lines.end } else { lines.start..lines.start + by };
    let of_line = |y: i32| {
        let (own, wanted) = (before.line(y)?, after.line(y)?);
        let letters = wanted.iter().filter(|cell| **cell != after.blank).count();
        Some(i32::try_from(letters).unwrap_or(i32::MAX / 4) - differing(own, wanted))
    };
    blanked.filter_map(of_line).sum()
}

fn differing(a: &[u64], b: &[u64]) -> i32 {
    let count = a.iter().zip(b).filter(|(a, b)| a != b).count();
    i32::try_from(count).unwrap_or(i32::MAX / 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(lines: &[&str]) -> Buffer {
        Buffer::with_lines(lines.iter().map(|line| format!("{line:<12}")))
    }

    #[test]
    fn a_list_between_head_and_foot_moves_by_itself() {
        let shown = page(&["head", "one 1.429", "two 1.092", "three 842", "four 84", "foot"]);
        let down = page(&["head", "two 1.092", "three 842", "four 84", "five 1.118", "foot"]);
        let scroll = Scroll::find(&shown, &down).unwrap();
        assert_eq!(scroll, Scroll { lines: 1..5, by: -1 });
        assert_eq!(scroll.code(), "\x1b[2;5r\x1b[2H\x1b[M\x1b[r");
        assert_eq!(scroll.applied(&shown).diff(&down).len(), "five1.118".len());
        let up = Scroll::find(&down, &shown).unwrap();
        assert_eq!(
            (&up, up.code().as_str()),
            (&Scroll { lines: 1..5, by: 1 }, "\x1b[2;5r\x1b[2H\x1b[L\x1b[r")
        );
    }

    #[test]
    fn other_lines_do_not_move() {
        assert_eq!(Scroll::find(&page(&["a", "b", "c"]), &page(&["a", "x", "c"])), None);
        assert_eq!(Scroll::find(&page(&["a", "b"]), &page(&["a", "b"])), None);
    }
}
