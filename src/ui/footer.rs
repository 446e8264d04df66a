//! The footer: the keys that work here, read from the table that dispatches them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::overlay::Overlay;
use crate::app::save::Save;
use crate::app::{App, keys};
use crate::page::layout::is_narrow;
use crate::text::cells;
use crate::text::line::Role;

use super::{paint, states, theme};

/// Draws the footer.
pub fn draw(app: &App, area: Rect, buf: &mut Buffer) {
    if let Overlay::Save(save) = &app.overlay {
        return name_of_file(app, save, area, buf);
    }
    if let Some(notice) = &app.notice {
        paint::text(buf, area, 1, 0, notice, theme::style(Role::Strong));
        return;
    }
    let mut x = u16::from(!is_narrow(area.width));
    // The wall is not told what the desk waits for.
    if let Some(words) = states::reading(app).filter(|_| app.meeting().is_none()) {
        x = paint::text(buf, area, x, 0, &words, theme::style(Role::Dim)) + 2;
    }
    // Of a show the first key and the last are enough: on, and out.
    let goes: fn(&[keys::Hint]) -> usize =
        if app.meeting().is_some() { |hints| hints.len() - 2 } else { keys::least_needed };
    for (key, words) in fitting(keys::hints(app), goes, area.width.saturating_sub(x)) {
        let end = paint::text(buf, area, x, 0, key, theme::style(Role::Accent));
        x = paint::text(buf, area, end + 1, 0, words, theme::style(Role::Dim)) + 2;
    }
}

/// The line that asks for a name, and why the last one would not do.
fn name_of_file(app: &App, save: &Save, area: Rect, buf: &mut Buffer) {
    let title = app.lang.pick("Ghi ra tệp: ", "Write to: ");
    let x = paint::text(buf, area, 1, 0, title, theme::style(Role::Accent));
    let after = save.refused.clone().unwrap_or_else(|| {
        let words = keys::hints(app).into_iter().map(|(key, words)| format!("{key} {words}"));
        words.collect::<Vec<_>>().join("  ")
    });
    let role = if save.refused.is_some() { Role::Strong } else { Role::Dim };
    let room = usize::from(area.width.saturating_sub(x + 3)).saturating_sub(cells::width(&after));
    let name = cells::ending(&save.query.text, room.max(12));
    let x = paint::text(buf, area, x, 0, name, theme::style(Role::Strong));
    let x = paint::text(buf, area, x, 0, "▏", theme::style(Role::Accent));
    paint::text(buf, area, x + 1, 0, &after, theme::style(role));
}

/// The hints that fit, those gone that say the least.
fn fitting(mut hints: Vec<keys::Hint>, goes: fn(&[keys::Hint]) -> usize, width: u16) -> Vec<keys::Hint> {
    let cells = |(key, words): &(&str, &str)| cells::width(key) + cells::width(words) + 3;
    while hints.iter().map(cells).sum::<usize>() > usize::from(width) + 2 && hints.len() > 2 {
        hints.remove(goes(&hints));
    }
    hints
}
