//! Big numbers, and what stands beside them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;
use tui_big_text::{BigText, PixelSize};

use crate::app::App;
use crate::app::appearance::Letters;
use crate::page::Block;
use crate::page::deck::Headline;
use crate::page::layout::{flow, margin};
use crate::text::cells;
use crate::text::line::Line;
use crate::text::line::Role;

use crate::ui::{paint, theme};

/// A way to draw a letter of eight by eight points.
#[derive(Debug, Clone, Copy)]
struct Size {
    points: PixelSize,
    /// Cells of a letter, before they are drawn so many times larger.
    wide: u16,
    high: u16,
    times: u16,
}

impl Size {
    /// The mark of a derived figure is drawn half as large as the number; none: as a letter of one cell.
    fn mark(self) -> Option<Self> {
        match (self.points, self.times) {
            (PixelSize::Full, 2) => Some(Self { times: 1, ..self }),
            (PixelSize::Full, _) => Some(Self { points: PixelSize::Quadrant, wide: 4, high: 4, times: 1 }),
            _ => None,
        }
    }
}

/// From the largest down; of those of four lines the one whose points are square first.
const SIZES: [Size; 5] = [
    Size { points: PixelSize::Full, wide: 8, high: 8, times: 2 },
    Size { points: PixelSize::Full, wide: 8, high: 8, times: 1 },
    Size { points: PixelSize::HalfWidth, wide: 4, high: 8, times: 1 },
    Size { points: PixelSize::HalfHeight, wide: 8, high: 4, times: 1 },
    Size { points: PixelSize::Quadrant, wide: 4, high: 4, times: 1 },
];
/// Cells between a number and what stands beside it.
const GAP: u16 = 3;

/// Draws the numbers one under the other, all in one size: the largest for which one of the rooms (lines) is enough,
/// the first room that any size fits being taken. Gives the lines they take.
pub fn draw_all(
    app: &App,
    bigs: &[Headline],
    area: Rect,
    rooms: impl Iterator<Item = u16>,
    buf: &mut Buffer,
) -> u16 {
    let whole = app.choices.look.letters == Letters::All;
    // Half a cell has no likeness in ASCII.
    let sizes: Vec<Size> =
        SIZES.into_iter().filter(|size| whole || matches!(size.points, PixelSize::Full)).collect();
    let fits = |size: &Size, room: u16| {
        total(bigs, *size) <= room && bigs.iter().all(|big| is_wide_enough(big, *size, area))
    };
    let mut rooms = rooms;
    let size = rooms.find_map(|room| sizes.iter().find(|size| fits(size, room)).copied());
    let mut y = 0;
    for big in bigs {
        let gap = u16::from(y > 0 && size.is_some());
        let below = Rect { y: area.y + y + gap, height: area.height.saturating_sub(y + gap), ..area };
        y += gap
            + match size {
                Some(size) => one(big, size, whole, below, buf),
                None => small(app, big, below, buf),
            };
    }
    y
}

fn total(bigs: &[Headline], size: Size) -> u16 {
    let heights: u16 = bigs.iter().map(|big| height(big, size)).sum();
    heights + cells::extent(bigs.len().saturating_sub(1))
}

fn height(big: &Headline, size: Size) -> u16 {
    let letters = size.high * size.times + u16::from(!big.before.is_empty());
    letters.max(cells::extent(big.beside.len()))
}

fn is_wide_enough(big: &Headline, size: Size, area: Rect) -> bool {
    let (text, mark) = letters(big);
    let words = big.beside.iter().map(|line| cells::width(&line.text())).max().map_or(0, cells::extent);
    let wide = cells::extent(text.len()).saturating_mul(size.wide * size.times);
    let mark = if mark { size.mark().map_or(2, |mark| mark.wide + 1) } else { 0 };
    text.is_ascii() && wide.saturating_add(mark + GAP + words + margin(area.width)) <= area.width
}

/// The text with signs that the big letters have, and whether the mark of a derived figure follows.
fn letters(big: &Headline) -> (String, bool) {
    let text = big.text.replace('−', "-");
    match text.strip_suffix('*') {
        Some(bare) => (bare.to_owned(), true),
        None => (text, false),
    }
}

fn one(big: &Headline, size: Size, whole: bool, area: Rect, buf: &mut Buffer) -> u16 {
    let x = margin(area.width);
    let above = u16::from(!big.before.is_empty());
    paint::text(buf, area, x, 0, &big.before, theme::style(Role::Strong));
    let (text, mark) = letters(big);
    let mut end = x + ink(&text, size, Rect { x: area.x + x, y: area.y + above, ..area }, buf);
    if mark {
        end += 1;
        let size = size.mark().filter(|size| whole || size.points == PixelSize::Full);
        let place = Rect { x: area.x + end, y: area.y + above, ..area };
        end += match size {
            Some(size) => ink("*", size, place, buf),
            None => paint::text(buf, place, 0, 0, "*", theme::style(Role::Strong)),
        };
    }
    let right_of = Rect { x: area.x + end + GAP, width: area.width.saturating_sub(end + GAP), ..area };
    beside(&big.beside, size.high * size.times, Rect { y: area.y + above, ..right_of }, buf);
    height(big, size)
}

/// A number of a list in large digits: the smallest ones that need no room of a big number's.
const IN_LIST: Size = Size { points: PixelSize::Quadrant, wide: 4, high: 4, times: 1 };

/// The cells that a number of a list takes in large digits; none where it cannot be drawn large.
pub fn width_in_list(text: &str) -> Option<u16> {
    let is_number = text.is_ascii() && text.bytes().any(|byte| byte.is_ascii_digit());
    let area = Rect::new(0, 0, cells::extent(text.len()) * IN_LIST.wide, IN_LIST.high);
    is_number.then(|| ink(text, IN_LIST, area, &mut Buffer::empty(area)))
}

/// Draws it.
pub fn draw_in_list(text: &str, area: Rect, buf: &mut Buffer) {
    ink(text, IN_LIST, area, buf);
}

/// Draws a text from the first point that is not empty on; gives the cells it takes.
fn ink(text: &str, size: Size, area: Rect, buf: &mut Buffer) -> u16 {
    let drawn = draw_digits(text, size);
    let is_empty = |x: u16| (0..drawn.area.height).all(|y| drawn[(x, y)].symbol() == " ");
    let columns = (0..drawn.area.width).filter(|x| !is_empty(*x));
    let (left, right) = columns.fold((u16::MAX, 0), |(left, right), x| (left.min(x), right.max(x)));
    let left = left.min(right);
    for (dx, dy) in (left..=right).flat_map(|dx| (0..drawn.area.height).map(move |dy| (dx, dy))) {
        for (i, j) in (0..size.times).flat_map(|i| (0..size.times).map(move |j| (i, j))) {
            let (x, y) = ((dx - left) * size.times + i, dy * size.times + j);
            paint::text(buf, area, x, y, drawn[(dx, dy)].symbol(), drawn[(dx, dy)].style());
        }
    }
    (right - left + 1) * size.times
}

/// The points of a letter of the font, from its upper left one; none where it has no such letter.
pub fn points_of(letter: char) -> Option<Vec<(usize, usize)>> {
    let drawn =
        draw_digits(&letter.to_string(), Size { points: PixelSize::Full, wide: 8, high: 8, times: 1 });
    let is_on = |x: u16, y: u16| drawn[(x, y)].symbol() != " ";
    let points = (0..8).flat_map(|y| (0..8).map(move |x| (x, y))).filter(|(x, y)| is_on(*x, *y));
    letter.is_ascii().then(|| points.map(|(x, y)| (usize::from(x), usize::from(y))).collect())
}

fn draw_digits(text: &str, size: Size) -> Buffer {
    let area = Rect::new(0, 0, cells::extent(text.len()) * size.wide, size.high);
    let mut buf = Buffer::empty(area);
    let style = Style::new().add_modifier(Modifier::BOLD);
    BigText::builder()
        .pixel_size(size.points)
        .style(style)
        .lines([text.into()])
        .build()
        .render(area, &mut buf);
    buf
}

/// The words in the middle of the number's height, with empty lines between them where it is high enough.
fn beside(lines: &[Line], high: u16, area: Rect, buf: &mut Buffer) {
    let count = cells::extent(lines.len());
    let step = if count * 2 <= high { 2 } else { 1 };
    let takes = (count * step).saturating_sub(step - 1);
    let first = high.saturating_sub(takes) / 2;
    for (i, line) in (0..).zip(lines) {
        paint::paint_line(buf, area, 0, first + i * step, line);
    }
}

/// The number in a line of its own, and its words under it: nothing larger fits.
fn small(app: &App, big: &Headline, area: Rect, buf: &mut Buffer) -> u16 {
    let before = if big.before.is_empty() { String::new() } else { format!("{} ", big.before) };
    let mut lines = vec![Line::with_role(Role::Strong, format!("{before}{}", big.text))];
    for (i, beside) in big.beside.iter().enumerate() {
        let joined = lines[0].text().len() + beside.text().len() + 3 < usize::from(area.width);
        match lines.last_mut() {
            Some(last) if joined && i == 0 => {
                *last = std::mem::take(last).say(" ");
                last.spans.extend(beside.spans.iter().cloned());
            }
            _ => lines.push(beside.clone()),
        }
    }
    let set = flow(app.lang, &[Block::Lines(lines)], area.width);
    for (y, line) in (0..area.height).zip(&set) {
        paint::set_line(buf, area, y, line, false);
    }
    cells::extent(set.len())
}
