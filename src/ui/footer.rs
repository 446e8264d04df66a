//! The footer: the keys that work here, read from the table that dispatches them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{App, keys};
use crate::page::Role;
use crate::page::layout::is_narrow;
use crate::text::cells;

use super::{paint, theme};

/// Draws the footer.
pub fn draw(app: &App, area: Rect, buf: &mut Buffer) {
    if let Some(notice) = &app.notice {
        paint::text(buf, area, 1, 0, notice, theme::style(Role::Warn));
        return;
    }
    let mut x = u16::from(!is_narrow(area.width));
    for (key, words) in fitting(keys::hints(app), area.width.saturating_sub(x)) {
        let end = paint::text(buf, area, x, 0, key, theme::style(Role::Accent));
        x = paint::text(buf, area, end + 1, 0, words, theme::style(Role::Dim)) + 2;
    }
}

/// The hints that fit: from the left, but help and quit always.
fn fitting(mut hints: Vec<keys::Hint>, width: u16) -> Vec<keys::Hint> {
    let cells = |(key, words): &(&str, &str)| cells::width(key) + cells::width(words) + 3;
    while hints.iter().map(cells).sum::<usize>() > usize::from(width) + 2 && hints.len() > 2 {
        let last_to_go = hints.len() - 3;
        hints.remove(last_to_go);
    }
    hints
}
