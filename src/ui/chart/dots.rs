//! Braille dots: two across and four down in each cell, each cell in the look of the most important line in it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::text::line::Role;
use crate::ui::theme;

/// The bit of each dot of a cell, by line and column.
const BITS: [[u8; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];
/// Dots between two dots of a dotted line.
const APART: i32 = 3;

/// A grid of dots.
pub struct Dots {
    width: u16,
    cells: Vec<(u8, Role)>,
    taken: Vec<bool>,
}

impl Dots {
    /// No dots yet, in so many cells.
    pub fn new(width: u16, height: u16) -> Self {
        let count = usize::from(width) * usize::from(height);
        Self { width, cells: vec![(0, Role::Dim); count], taken: vec![false; count] }
    }

    fn set(&mut self, (x, y): (i32, i32), role: Role) {
        let (Ok(x), Ok(y)) = (u16::try_from(x), u16::try_from(y)) else { return };
        let Some(cell) = self.index(x / 2, y / 4).and_then(|i| self.cells.get_mut(i)) else { return };
        cell.0 |= BITS[usize::from(y % 4)][usize::from(x % 2)];
        cell.1 = role;
    }

    fn index(&self, column: u16, line: u16) -> Option<usize> {
        (column < self.width).then(|| usize::from(line) * usize::from(self.width) + usize::from(column))
    }

    /// A line from dot to dot.
    pub fn draw_line(&mut self, from: (i32, i32), to: (i32, i32), role: Role) {
        each(from, to, |_, dot| self.set(dot, role));
    }

    /// A dotted line.
    pub fn dotted(&mut self, from: (i32, i32), to: (i32, i32), role: Role) {
        each(from, to, |i, dot| {
            if i > 0 && i % APART == 0 {
                self.set(dot, role);
            }
        });
    }

    /// A point that stands alone: large enough to be seen.
    pub fn spot(&mut self, (x, y): (i32, i32), role: Role) {
        let (x, y) = (x / 2 * 2, y / 2 * 2);
        for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            self.set((x + dx, y + dy), role);
        }
    }

    /// Are so many cells free from that one on, in the grid altogether?
    pub fn is_free(&self, column: u16, line: u16, cells: u16) -> bool {
        (column..column.saturating_add(cells)).all(|x| {
            let index = self.index(x, line).filter(|i| *i < self.cells.len());
            index.is_some_and(|i| self.cells[i].0 == 0 && !self.taken[i])
        })
    }

    /// Gives cells to a text.
    pub fn take(&mut self, column: u16, line: u16, cells: u16) {
        for x in column..column.saturating_add(cells) {
            if let Some(taken) = self.index(x, line).and_then(|i| self.taken.get_mut(i)) {
                *taken = true;
            }
        }
    }

    /// Writes the cells that have dots.
    pub fn paint(&self, area: Rect, buf: &mut Buffer) {
        for (cell, (mask, role)) in area.positions().zip(&self.cells) {
            if *mask != 0
                && let Some(sign) = char::from_u32(0x2800 + u32::from(*mask))
            {
                buf[cell].set_char(sign).set_style(theme::style(*role));
            }
        }
    }
}

/// Each dot of a straight line, with its number: as many as the longer side has.
fn each(from: (i32, i32), to: (i32, i32), mut set: impl FnMut(i32, (i32, i32))) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let steps = dx.abs().max(dy.abs()).max(1);
    let along = |start: i32, by: i32, i: i32| start + (2 * by * i + by.signum() * steps) / (2 * steps);
    for i in 0..=steps {
        set(i, (along(from.0, dx, i), along(from.1, dy, i)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(dots: &Dots, height: u16) -> Vec<String> {
        let area = Rect::new(0, 0, dots.width, height);
        let mut buf = Buffer::empty(area);
        dots.paint(area, &mut buf);
        let line = |y| (0..area.width).map(|x| buf[(x, y)].symbol().to_owned()).collect::<String>();
        (0..height).map(line).collect()
    }

    #[test]
    fn a_line_goes_from_end_to_end() {
        let mut dots = Dots::new(2, 1);
        dots.draw_line((0, 0), (3, 3), Role::Plain);
        assert_eq!(picture(&dots, 1), ["⠑⢄"]);
        let mut back = Dots::new(2, 1);
        back.draw_line((3, 3), (0, 0), Role::Plain);
        assert_eq!(picture(&back, 1), ["⠑⢄"]);
    }

    #[test]
    fn what_lies_outside_is_not_drawn_and_nothing_is_written_over() {
        let mut dots = Dots::new(2, 1);
        dots.draw_line((-5, -5), (9, 9), Role::Plain);
        assert!(!dots.is_free(0, 0, 1) && !dots.is_free(1, 0, 2) && !dots.is_free(0, 7, 1));
        let mut text = Dots::new(4, 1);
        assert!(text.is_free(0, 0, 4) && !text.is_free(0, 0, 5));
        text.take(1, 0, 2);
        assert!(text.is_free(3, 0, 1) && !text.is_free(0, 0, 2));
    }
}
