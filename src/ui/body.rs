//! The body: the page in its window, and beside it in a wide terminal the page of the chosen row.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::state::{LIST, WIDE};
use crate::page::layout::{LaidOutLine, LineKind, flow, window};
use crate::page::{Block, Page};
use crate::text::cells;
use crate::text::line::Role;

use super::{chart, paint, theme};

/// At most so many cells of the page at its side: an eye that goes from a label to its number finds the line again.
const SIDE: u16 = 104;

/// Under so many lines nothing is put below a page: it would be a beginning only.
const LEAST_BELOW: u16 = 12;

/// Draws the body.
pub fn draw(app: &App, area: Rect, buf: &mut Buffer) {
    let Some(side) = &app.side else {
        return page(app, &app.page, area, buf, app.docked.as_ref(), app.chosen());
    };
    if area.width < WIDE {
        return above(app, side, area, buf);
    }
    let list = Rect { width: LIST, ..area };
    // A blank at the right edge, as in the header.
    let rest = Rect { x: area.x + LIST + 2, width: (area.width - LIST - 3).min(SIDE), ..area };
    page(app, &app.page, list, buf, app.docked.as_ref(), app.chosen());
    for y in 0..area.height {
        paint::text(buf, area, LIST + 1, y, "│", theme::style(Role::Dim));
    }
    page(app, side, rest, buf, None, "");
}

/// In a tall window the page above, and below it what would else stand beside it, where that has some room.
fn above(app: &App, side: &Page, area: Rect, buf: &mut Buffer) {
    let blocks = app.page.blocks.iter().chain(app.page.detail.iter().flat_map(|detail| &detail.blocks));
    let grows = app.page.blocks.iter().any(|block| matches!(block, Block::Chart(_)));
    let lines: usize =
        blocks.map(|block| flow(app.lang, std::slice::from_ref(block), area.width).len()).sum();
    let own = cells::extent(lines + app.page.foot.len() + usize::from(app.page.detail.is_some()));
    if grows || app.docked.is_some() || own.saturating_add(LEAST_BELOW) > area.height {
        return page(app, &app.page, area, buf, app.docked.as_ref(), app.chosen());
    }
    page(app, &app.page, Rect { height: own, ..area }, buf, None, app.chosen());
    paint::rule(buf, area, own);
    let below = Rect { y: area.y + own + 1, height: area.height - own - 1, width: area.width - 1, ..area };
    page(app, side, below, buf, None, "");
}

fn page(
    app: &App,
    page: &Page,
    area: Rect,
    buf: &mut Buffer,
    dock: Option<&crate::page::Detail>,
    chosen: &str,
) {
    let window = window(app.lang, page, dock, (area.width, area.height), chosen);
    for (y, line) in (0..area.height).zip(&window.lines) {
        let is_chosen = !line.key.is_empty() && line.key == chosen;
        paint::set_line(buf, area, y, line, is_chosen);
    }
    charts(page, &window.lines, area, buf);
    paint::more(buf, area, window.more);
}

/// Paints the charts into the room the layout left for them.
fn charts(page: &Page, lines: &[LaidOutLine], area: Rect, buf: &mut Buffer) {
    let is_room = |line: &LaidOutLine| line.kind == LineKind::Chart;
    let Some(first) = lines.iter().position(is_room) else { return };
    let height = lines[first..].iter().take_while(|line| is_room(line)).count();
    let room =
        Rect { y: area.y + cells::extent(first), height: cells::extent(height), ..area }.intersection(area);
    let found = page.blocks.iter().find_map(|block| match block {
        Block::Chart(chart) => Some(chart),
        _ => None,
    });
    if let Some(found) = found {
        chart::draw(found, room, buf);
    }
}
