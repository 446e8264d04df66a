//! The body: the page in its window, and beside it in a wide terminal the page of the chosen row.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::panes::Other;
use crate::app::state::{list_width, side_width};
use crate::page::layout::{LaidOutLine, LineKind};
use crate::page::{Block, Page};
use crate::text::cells;
use crate::text::line::Role;

use super::{chart, paint, theme};

/// Draws the body.
pub fn draw(app: &App, area: Rect, buf: &mut Buffer) {
    let ((width, height), other) = app.panes((area.width, area.height));
    list(app, Rect { width, height, ..area }, buf);
    match other {
        Other::Nowhere => {}
        Other::Beside => {
            let list = list_width(app.tab, area.width);
            for y in 0..area.height {
                paint::text(buf, area, list + 1, y, "│", theme::style(Role::Dim));
            }
            let width = side_width(app.tab, area.width);
            beside(app, Rect { x: area.x + list + 2, width, ..area }, buf);
        }
        Other::Below => {
            paint::rule(buf, area, height);
            let y = area.y + height + 1;
            beside(app, Rect { y, height: area.height - height - 1, width: area.width - 1, ..area }, buf);
        }
    }
}

/// The page, with the panel under it.
fn list(app: &App, area: Rect, buf: &mut Buffer) {
    let (chosen, window) = (app.chosen(), app.list_in_sight((area.width, area.height)));
    for (y, line) in (0..area.height).zip(&window.lines) {
        let is_chosen = !line.key.is_empty() && line.key == chosen;
        paint::set_line(buf, area, y, line, is_chosen);
    }
    charts(&app.page, &window.lines, area, buf);
}

/// The page of the chosen row, or what was opened.
fn beside(app: &App, area: Rect, buf: &mut Buffer) {
    let window = app.side_window((area.width, area.height));
    for (y, line) in (0..area.height).zip(&window.lines) {
        paint::set_line(buf, area, y, line, false);
    }
    if let Some(page) = &app.side {
        charts(page, &window.lines, area, buf);
    }
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
