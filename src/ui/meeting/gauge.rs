//! A bar over the whole width, its numbers under its marks.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::page::deck::Gauge;
use crate::page::layout::{draw_bar, margin};
use crate::text::cells;
use crate::text::line::{Line, Role};

use crate::ui::{paint, theme};

/// Cells between two numbers under a bar.
const GAP: u16 = 2;

/// Draws the bar, thin and without a colour of its own, as the word beside it carries that; its numbers under it.
pub fn draw(gauge: &Gauge, area: Rect, buf: &mut Buffer) {
    let x = margin(area.width);
    let width = area.width.saturating_sub(2 * x);
    // As many cells before the mark in the middle as behind it.
    let drawn = draw_bar(&gauge.bar, if gauge.bar.time.is_some() { width } else { width - (1 - width % 2) });
    for (cell, text) in drawn.runs() {
        paint::text(buf, area, x + cell, 0, text, theme::style(Role::Plain));
    }
    let value = Label { width: width_of(&gauge.value), end: drawn.end };
    let aim = Label { width: width_of(&gauge.aim), end: drawn.aim.unwrap_or(drawn.end) };
    let under = u16::from(is_stacked(gauge, area.width));
    let (value_at, aim_at) =
        if under == 1 { (value.inside(width), aim.inside(width)) } else { apart(value, aim, width) };
    paint::paint_line(buf, area, x + value_at, 1, &strong(&gauge.value));
    paint::paint_line(buf, area, x + aim_at, 1 + under, &gauge.aim);
    if let (Some(time), Some(cell)) = (&gauge.time, drawn.time) {
        let label = Label { width: width_of(time), end: cell };
        paint::paint_line(buf, area, x + label.inside(width), under + 2, time);
    }
}

/// The lines that the numbers take under a bar in an area so wide.
pub fn label_lines(gauge: &Gauge, width: u16) -> u16 {
    1 + u16::from(is_stacked(gauge, width)) + u16::from(gauge.time.is_some())
}

/// Do the two numbers need a line each?
fn is_stacked(gauge: &Gauge, width: u16) -> bool {
    let (value, aim) = (width_of(&gauge.value), width_of(&gauge.aim));
    value > 0 && aim > 0 && value + GAP + aim > width.saturating_sub(2 * margin(width))
}

/// A text that ends under a cell.
#[derive(Debug, Clone, Copy)]
struct Label {
    width: u16,
    end: u16,
}

impl Label {
    fn start(self) -> u16 {
        (self.end + 1).saturating_sub(self.width)
    }

    /// Where it begins so that nothing of it is cut.
    fn inside(self, width: u16) -> u16 {
        self.start().min(width.saturating_sub(self.width))
    }
}

/// Where the two begin; where they would meet, the value makes way to the side it is on.
fn apart(value: Label, aim: Label, width: u16) -> (u16, u16) {
    let (mut value_at, mut aim_at) = (value.start(), aim.start());
    if value.width == 0 || aim.width == 0 {
        return (value.inside(width), aim.inside(width));
    }
    if value.end < aim.end && value_at + value.width + GAP > aim_at {
        value_at = aim_at.saturating_sub(value.width + GAP);
        aim_at = aim_at.max(value_at + value.width + GAP).min(width.saturating_sub(aim.width));
        value_at = value_at.min(aim_at.saturating_sub(value.width + GAP));
    } else if value.end >= aim.end && aim_at + aim.width + GAP > value_at {
        value_at = (aim_at + aim.width + GAP).min(width.saturating_sub(value.width));
        aim_at = aim_at.min(value_at.saturating_sub(aim.width + GAP));
    }
    (value_at, aim_at)
}

fn width_of(line: &Line) -> u16 {
    cells::text_extent(&line.text())
}

fn strong(line: &Line) -> Line {
    let mut line = line.clone();
    for span in &mut line.spans {
        span.role = Role::Strong;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A bar of 63 cells.
    #[test]
    fn numbers_end_under_their_marks_and_never_meet() {
        let aim = Label { width: 9, end: 31 };
        let at = |width, end| apart(Label { width, end }, aim, 63);
        assert_eq!(at(3, 43), (41, 23), "beyond the aim, apart");
        assert_eq!(at(3, 33), (34, 23), "just beyond");
        assert_eq!(at(3, 10), (8, 23), "well before");
        assert_eq!(at(3, 28), (18, 23), "just before");
        let end = Label { width: 9, end: 62 };
        assert_eq!(apart(Label { width: 5, end: 62 }, end, 63), (58, 47), "met, the aim at the end");
        let begin = Label { width: 9, end: 2 };
        assert_eq!(apart(Label { width: 5, end: 1 }, begin, 63), (0, 7), "no room at the left");
        for (value, aim) in [(30, 31), (40, 21), (10, 51), (1, 9)] {
            for (value_end, aim_end) in [(0, 62), (31, 31), (62, 31), (10, 31), (62, 62), (62, 0)] {
                let [one, other] =
                    [(value, value_end), (aim, aim_end)].map(|(width, end)| Label { width, end });
                let (at, aim_at) = apart(one, other, 63);
                assert!(at + value <= 63 && aim_at + aim <= 63, "cut: {value} {aim} {value_end} {aim_end}");
                assert!(
                    at + value + GAP <= aim_at || aim_at + aim + GAP <= at,
                    "{value} {aim} {value_end} {aim_end}"
                );
            }
        }
    }
}
