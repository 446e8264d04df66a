//! The header: whose figures, of which day, from which report, and where in the history; the tabs; the rule under
//! the active one.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::page::layout::is_narrow;
use crate::page::{Tab, head};
use crate::say;
use crate::text::cells;
use crate::text::line::Role;

use super::{paint, theme};

/// The key that goes to the newest figures, as the table of keys has it.
const NEWEST: char = 'o';

/// Lines the header takes.
pub fn height(width: u16) -> u16 {
    if is_narrow(width) { 2 } else { 3 }
}

/// Draws the header.
pub fn draw(app: &App, area: Rect, buf: &mut Buffer) {
    let narrow = is_narrow(area.width);
    title(app, area, buf, narrow);
    if narrow {
        return narrow_tabs(app, area, buf);
    }
    let mut x = 1;
    let mut active = (0, 0);
    for tab in Tab::ALL {
        let name = name(app, tab);
        let role = if tab == app.tab { Role::Strong } else { Role::Plain };
        let end = paint::text(buf, area, x, 1, &name, theme::style(role));
        if tab == app.tab {
            active = (x, end);
        }
        x = end + 2;
    }
    paint::rule(buf, area, 2);
    let heavy = "━".repeat(usize::from(active.1 - active.0));
    paint::text(buf, area, active.0, 2, &heavy, theme::style(Role::Accent));
}

/// The tab's number and name; the open checks stand in the name of the last.
fn name(app: &App, tab: Tab) -> String {
    let open = Some(app.open_checks).filter(|open| tab == Tab::Checks && *open > 0);
    say!(app.lang, "{number} {name}[ {open}!]"; number = tab.index() + 1, name = tab.name(app.lang), open)
        .text()
}

fn title(app: &App, area: Rect, buf: &mut Buffer, narrow: bool) {
    let Some(view) = app.view() else { return };
    let place = head::place(&view, narrow);
    let left = u16::from(!narrow);
    let gap = if narrow { " " } else { "  " };
    let taken = usize::from(2 * left) + cells::width(&place) + gap.len();
    let room = usize::from(area.width).saturating_sub(taken);
    // What a key does is said where nothing has to go for it.
    let beyond = head::beyond(&view, app.came_from).filter(|_| !narrow);
    let beside = beyond.and_then(|words| {
        let hint = format!(" {NEWEST} {words}");
        Some((head::title_beside(&view, room.saturating_sub(cells::width(&hint)))?, hint))
    });
    let ((unit, dates), hint) = beside.unwrap_or_else(|| {
        let title = if narrow { head::title_short(&view, room) } else { head::title(&view, room) };
        (title, String::new())
    });
    let right = format!("{dates}{gap}{place}");
    let width = cells::text_extent(&right) + cells::text_extent(&hint);
    let at = area.width.saturating_sub(width + left).max(left);
    paint::dates(buf, area, at, 0, &right);
    if let Some((key, words)) = hint.trim_start().split_once(' ') {
        let x = at + cells::text_extent(&right) + 1;
        let x = paint::text(buf, area, x, 0, key, theme::style(Role::Accent));
        paint::text(buf, area, x + 1, 0, words, theme::style(Role::Dim));
    }
    paint::text(buf, area, left, 0, &unit, theme::style(Role::Strong));
}

fn narrow_tabs(app: &App, area: Rect, buf: &mut Buffer) {
    let name = format!("◂ {} {} ▸", app.tab.index() + 1, app.tab.name(app.lang));
    paint::text(buf, area, 0, 1, &name, theme::style(Role::Accent));
    if app.open_checks > 0 {
        let open = format!("6: {}!", app.open_checks);
        let width = cells::text_extent(&open);
        paint::text(buf, area, area.width.saturating_sub(width + 1), 1, &open, theme::style(Role::Warn));
    }
}
