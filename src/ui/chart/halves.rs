//! The ground of a chart: what was measured are points, the lines between them only lead the eye. Halves of cells, one
//! over the other, each cell in the look of what stands in it; texts take whole cells that nothing is drawn in.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::text::cells::text_extent;
use crate::text::line::Role;
use crate::ui::theme;

/// The upper and the lower half of a cell.
const UPPER: u8 = 1;
const LOWER: u8 = 2;
/// Cells between two texts of a line: with fewer two numbers would read as one.
const APART: u16 = 2;

/// A grid of halves, and the letters on it.
pub struct Halves {
    width: u16,
    height: u16,
    lines: Vec<u8>,
    owners: Vec<Option<usize>>,
    letters: Vec<Option<(char, Role)>>,
    taken: Vec<bool>,
}

impl Halves {
    /// Nothing drawn yet, in so many cells.
    pub fn new(width: u16, height: u16) -> Self {
        let count = usize::from(width) * usize::from(height);
        Self {
            width,
            height,
            lines: vec![0; count],
            owners: vec![None; count],
            letters: vec![None; count],
            taken: vec![false; count],
        }
    }

    fn index(&self, column: u16, line: u16) -> Option<usize> {
        (column < self.width && line < self.height)
            .then(|| usize::from(line) * usize::from(self.width) + usize::from(column))
    }

    /// The line of a series from half to half, not steeper than the columns allow: what lies between two columns is
    /// filled. Where it would touch that of a series drawn before the two would look like one: there it makes way.
    pub fn draw_line(&mut self, series: usize, from: (u16, u16), to: (u16, u16)) {
        let mut before = from.1;
        for column in from.0..=to.0 {
            let half = between(from, to, column);
            // One half further is the next column's own; a steep line fills what it would leap over.
            let (low, high) = match (half > before, half.abs_diff(before)) {
                (_, 0) => (half, half),
                (true, _) => (before + 1, half),
                (false, _) => (half, before - 1),
            };
            for y in low..=high {
                self.set(series, column, y);
            }
            before = half;
        }
    }

    fn set(&mut self, series: usize, column: u16, half: u16) {
        let is_other = |half: u16| self.owner(column, half).is_some_and(|owner| owner != series);
        let is_above = |half: u16| half.checked_sub(1).is_some_and(is_other);
        let is_apart = |half: &u16| !is_other(*half) && !is_above(*half) && !is_other(half + 1);
        // A half further away it still leads from point to point.
        let away = if is_above(half) { Some(half + 1) } else { half.checked_sub(1) };
        let Some(half) = [Some(half), away].into_iter().flatten().find(is_apart) else { return };
        if let Some(i) = self.index(column, half / 2) {
            self.lines[i] |= half_of_cell(half);
            self.owners[i] = Some(series);
        }
    }

    /// The series whose line is drawn in a half.
    fn owner(&self, column: u16, half: u16) -> Option<usize> {
        let i = self.index(column, half / 2)?;
        self.owners[i].filter(|_| self.lines[i] & half_of_cell(half) != 0)
    }

    /// A way from half to half of one sign, some cells apart and clear of the point it leaves, where no line is: draw it
    /// after them.
    pub fn way(&mut self, from: (u16, u16), to: (u16, u16), (sign, apart): (char, usize)) {
        let cells =
            (from.0..to.0).skip(apart).step_by(apart).map(|column| (column, between(from, to, column) / 2));
        let clear: Vec<(u16, u16)> = cells.filter(|(column, line)| self.is_free(*column, *line, 1)).collect();
        for (column, line) in clear {
            self.put(column, line, sign, Role::Plain);
        }
    }

    /// A letter that stands over the lines.
    pub fn put(&mut self, column: u16, line: u16, letter: char, role: Role) {
        if let Some(i) = self.index(column, line) {
            self.letters[i] = Some((letter, role));
        }
    }

    /// Are so many cells free from that one on, in the grid altogether?
    pub fn is_free(&self, column: u16, line: u16, cells: u16) -> bool {
        (column..column.saturating_add(cells)).all(|x| {
            let index = self.index(x, line);
            index.is_some_and(|i| self.lines[i] == 0 && self.letters[i].is_none() && !self.taken[i])
        })
    }

    /// Gives cells to a text.
    pub fn take(&mut self, column: u16, line: u16, cells: u16) {
        for x in column..column.saturating_add(cells) {
            if let Some(i) = self.index(x, line) {
                self.taken[i] = true;
            }
        }
    }

    /// The first of these places where a text has room with so many blanks on both sides; it is taken.
    pub fn room(
        &mut self,
        text: &str,
        blanks: u16,
        places: impl IntoIterator<Item = (i32, i32)>,
    ) -> Option<(u16, u16)> {
        let wide = text_extent(text);
        let found = places.into_iter().find_map(|(x, y)| {
            let (x, y) = (u16::try_from(x).ok()?, u16::try_from(y).ok()?);
            let around = |cells: u16| {
                let start = x.saturating_sub(cells);
                (start, (x + wide + cells).min(self.width).saturating_sub(start))
            };
            let ((start, cells), (first, all)) = (around(blanks), around(blanks.max(APART)));
            let fits =
                x + wide <= self.width && self.is_free(start, y, cells) && !self.is_taken(first, y, all);
            fits.then_some((x, y))
        })?;
        self.take(found.0, found.1, wide);
        Some(found)
    }

    /// Are no letters and texts in so many cells from that one on? Lines may be.
    fn has_lines_alone(&self, column: u16, line: u16, cells: u16) -> bool {
        (column..column.saturating_add(cells)).all(|x| {
            let index = self.index(x, line);
            index.is_some_and(|i| self.letters[i].is_none() && !self.taken[i])
        })
    }

    /// The first of these places where a text covers nothing but lines, which give way to it; it is taken.
    pub fn room_on_lines(
        &mut self,
        text: &str,
        places: impl IntoIterator<Item = (i32, i32)>,
    ) -> Option<(u16, u16)> {
        let wide = text_extent(text);
        let found = places.into_iter().find_map(|(x, y)| {
            let (x, y) = (u16::try_from(x).ok()?, u16::try_from(y).ok()?);
            self.has_lines_alone(x, y, wide).then_some((x, y))
        })?;
        for i in (found.0..found.0 + wide).filter_map(|x| self.index(x, found.1)).collect::<Vec<_>>() {
            self.lines[i] = 0;
        }
        self.take(found.0, found.1, wide);
        Some(found)
    }

    /// Does a text stand in one of so many cells?
    fn is_taken(&self, column: u16, line: u16, cells: u16) -> bool {
        (column..column.saturating_add(cells)).any(|x| self.index(x, line).is_some_and(|i| self.taken[i]))
    }

    /// Writes what is drawn: dim lines, the letters over them.
    pub fn paint(&self, area: Rect, buf: &mut Buffer) {
        for (i, cell) in area.positions().enumerate() {
            let line = match self.lines.get(i).copied().unwrap_or(0) {
                UPPER => Some('▀'),
                LOWER => Some('▄'),
                0 => None,
                // Upright a stroke as thin as those across.
                _ => Some('▐'),
            };
            let drawn = self.letters.get(i).copied().flatten().or(line.map(|sign| (sign, Role::Dim)));
            if let Some((sign, role)) = drawn {
                buf[cell].reset();
                buf[cell].set_char(sign).set_style(theme::style(role));
            }
        }
    }
}

/// The bit of a half in its cell.
fn half_of_cell(half: u16) -> u8 {
    if half.is_multiple_of(2) { UPPER } else { LOWER }
}

/// The half that a straight line passes in a column.
pub fn between(from: (u16, u16), to: (u16, u16), column: u16) -> u16 {
    let (x0, y0, x1, y1) = (i64::from(from.0), i64::from(from.1), i64::from(to.0), i64::from(to.1));
    if x0 == x1 {
        return to.1;
    }
    let (run, rise) = (x1 - x0, (y1 - y0) * (i64::from(column) - x0));
    let half = y0 + (2 * rise + rise.signum() * run) / (2 * run);
    u16::try_from(half).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(halves: &Halves) -> Vec<String> {
        let area = Rect::new(0, 0, halves.width, halves.height);
        let mut buf = Buffer::empty(area);
        halves.paint(area, &mut buf);
        let line = |y| (0..area.width).map(|x| buf[(x, y)].symbol().to_owned()).collect::<String>();
        (0..halves.height).map(line).collect()
    }

    #[test]
    fn a_line_goes_from_end_to_end() {
        let mut halves = Halves::new(4, 2);
        halves.draw_line(0, (0, 0), (3, 3));
        assert_eq!(picture(&halves), ["▀▄  ", "  ▀▄"]);
    }

    /// In a cell, and on both sides of the border of two cells.
    #[test]
    fn two_lines_never_look_like_one() {
        let of = |first, second| {
            let mut halves = Halves::new(4, 2);
            halves.draw_line(0, (0, first), (3, first));
            halves.draw_line(1, (0, second), (3, second));
            picture(&halves)
        };
        assert_eq!(of(1, 2), ["▄▄▄▄", "▄▄▄▄"], "a half further down");
        assert_eq!(of(2, 1), ["▀▀▀▀", "▀▀▀▀"], "a half further up");
        assert_eq!(of(1, 1), ["▄▄▄▄", "    "]);
        assert_eq!(of(1, 0), ["▄▄▄▄", "    "]);
    }

    #[test]
    fn points_stand_over_lines_and_texts_beside_them() {
        let mut halves = Halves::new(8, 2);
        halves.draw_line(0, (0, 3), (7, 3));
        halves.put(2, 1, '●', Role::Strong);
        assert_eq!(picture(&halves)[1], "▄▄●▄▄▄▄▄");
        assert!(halves.is_free(0, 0, 8) && !halves.is_free(0, 1, 1) && !halves.is_free(0, 0, 9));
        assert_eq!(halves.room("1.429", 1, [(3, 1), (3, 0), (0, 0)]), Some((3, 0)));
        assert_eq!(halves.room("9", 1, [(3, 0), (2, 0), (0, 0)]), Some((0, 0)));
    }
}
