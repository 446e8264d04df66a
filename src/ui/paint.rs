//! Texts into cells.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::model::figure::Reliability;
use crate::page::layout::{LaidOutLine, LineKind};
use crate::text::line::Span;
use crate::text::line::{Line, Role};
use crate::text::{cells, glossary};

use super::theme;

/// Writes a text at a cell of a line of `area`, over whatever stood there; what does not fit is cut. Returns the cell
/// after it.
pub fn text(buf: &mut Buffer, area: Rect, x: u16, y: u16, text: &str, style: Style) -> u16 {
    if y >= area.height || x >= area.width {
        return x;
    }
    let room = usize::from(area.width - x);
    let (left, top) = (area.x + x, area.y + y);
    if cells::is_letter_a_cell(text) {
        return letters(buf, (left, top), room, text, style).saturating_sub(area.x);
    }
    let text = cells::fitting(text, room);
    // A look is added to what a cell had: a text over a dim rule or ground would be dim in those cells alone.
    let covered = Rect::new(left, top, cells::text_extent(text), 1).intersection(buf.area);
    covered.positions().for_each(|cell| buf[cell].reset());
    let (end, _) = buf.set_stringn(left, top, text, room, style);
    end.saturating_sub(area.x)
}

/// Writes letters of one cell each, as nearly all are; returns the cell after the last that has room. The drawing library
/// would look at each for what it may combine with.
fn letters(buf: &mut Buffer, (x, y): (u16, u16), room: usize, text: &str, style: Style) -> u16 {
    let mut end = x;
    for (x, letter) in (x..buf.area.right()).zip(text.chars()).take(room) {
        let cell = &mut buf[(x, y)];
        cell.reset();
        cell.set_char(letter).set_style(style);
        end = x + 1;
    }
    end
}

/// Writes a line of a page; the chosen one gets the accent bar, and its label is underlined: its figures keep their weight.
pub fn set_line(buf: &mut Buffer, area: Rect, y: u16, line: &LaidOutLine, chosen: bool) {
    if line.kind == LineKind::Rule {
        rule(buf, area, y);
    }
    if chosen {
        text(buf, area, 0, y, "▌", theme::style(Role::Accent));
    }
    for (at, piece) in line.pieces.iter().enumerate() {
        let mut style = style_of(&piece.span);
        if chosen && at == 0 {
            style = style.add_modifier(Modifier::UNDERLINED);
        }
        text(buf, area, piece.x, y, &piece.span.text, style);
    }
}

/// Writes a sentence at a cell of a line of `area`.
pub fn paint_line(buf: &mut Buffer, area: Rect, x: u16, y: u16, line: &Line) {
    let mut x = x;
    for span in &line.spans {
        x = text(buf, area, x, y, &span.text, style_of(span));
    }
}

/// Writes the dates of the figures; that they are invented or estimated stands out, with the blanks around the word.
pub fn dates(buf: &mut Buffer, area: Rect, x: u16, y: u16, dates: &str) {
    text(buf, area, x, y, dates, theme::style(Role::Plain));
    let estimated = glossary::reliability(Reliability::Estimated);
    let marks = [glossary::STAMP, glossary::STAMP_IN_SHORT, estimated];
    for mark in marks.into_iter().flat_map(|(vi, en)| [vi, en]) {
        if let Some(at) = dates.find(mark) {
            let before = cells::text_extent(&dates[..at]).saturating_sub(1);
            let stamped = format!(" {} ", mark.to_uppercase());
            text(buf, area, x.saturating_add(before), y, &stamped, stamp());
            return;
        }
    }
}

/// The look of the word for what is invented, here and on slides.
pub fn stamp() -> Style {
    theme::style(Role::Stamp)
}

/// Says at the right edge how many lines there are above and below those in sight.
pub fn more(buf: &mut Buffer, area: Rect, (above, below): (usize, usize)) {
    let lines = [(above, 0, "▲"), (below, area.height.saturating_sub(1), "▼")];
    for (hidden, y, sign) in lines.into_iter().filter(|(hidden, ..)| *hidden > 0) {
        at_the_edge(buf, area, y, &[format!("{sign} {hidden}"), sign.to_owned()], Role::Dim);
    }
}

/// Writes to the right edge of a line the first of the texts that covers nothing there, else the last.
pub fn at_the_edge(buf: &mut Buffer, area: Rect, y: u16, texts: &[String], role: Role) {
    let free = texts.iter().find(|text| is_free_at_the_edge(buf, area, y, text));
    if let Some(text) = free.or(texts.last()) {
        let x = area.width.saturating_sub(cells::text_extent(text));
        self::text(buf, area, x, y, text, theme::style(role));
    }
}

/// Would a text at the right edge of a line cover nothing there?
pub fn is_free_at_the_edge(buf: &Buffer, area: Rect, y: u16, text: &str) -> bool {
    let begin = area.width.saturating_sub(cells::text_extent(text));
    let cells = (begin..area.width).map(|x| (area.x + x, area.y + y));
    cells.filter_map(|at| buf.cell(at)).all(|cell| cell.symbol() == " ")
}

/// A dim rule from edge to edge.
pub fn rule(buf: &mut Buffer, area: Rect, y: u16) {
    let dashes = "─".repeat(usize::from(area.width.saturating_sub(2)));
    text(buf, area, 1, y, &dashes, theme::style(Role::Dim));
}

fn style_of(span: &Span) -> Style {
    theme::style(span.role)
}
