//! What lies over the page for a moment: the search line with its finds, a list to choose from.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::app::App;
use crate::app::find::{Does, Find};
use crate::app::picker::{Picker, Purpose};
use crate::page::layout::rows_hidden;
use crate::text::cells;
use crate::text::line::Role;

use super::{paint, theme};

/// The most cells of the column that says where a find belongs.
const HEAD: u16 = 16;

/// A line of a list to choose from.
struct Entry<'a> {
    /// Where it belongs, dim, in a column of its own.
    head: String,
    label: &'a str,
    /// What helps to tell it from others, dim.
    note: &'a str,
}

/// Draws the search line and what it finds.
pub fn find(app: &App, find: &Find, area: Rect, buf: &mut Buffer) {
    let offers = find.offers.iter().filter(|_| find.query.text.is_empty()).map(|offer| {
        let (head, label, note) = match offer.does {
            Does::Type => (app.lang.pick("gõ", "type"), &offer.shown, offer.words.as_str()),
            Does::Press(_) => (offer.shown.as_str(), &offer.words, ""),
        };
        Entry { head: head.to_owned(), label, note }
    });
    let hits = find.hits.iter().map(|hit| Entry {
        head: format!("{} {}", hit.tab.index() + 1, hit.tab.name(app.lang)),
        label: &hit.label,
        note: &hit.figures,
    });
    let entries = offers.chain(hits);
    prompt(app.lang.pick("Tìm: ", "Find: "), &find.query.text, area, buf);
    list(app, &entries.collect::<Vec<_>>(), find.at, !find.query.text.is_empty(), area, buf);
}

/// Draws the list of units or dates to choose from.
pub fn picker(app: &App, picker: &Picker, area: Rect, buf: &mut Buffer) {
    let title = match picker.purpose {
        Purpose::Compare => app.lang.pick("So sánh với kỳ: ", "Compare with: "),
        Purpose::Unit => app.lang.pick("Đơn vị, chuẩn nghèo: ", "Unit, standard: "),
    };
    let entries = picker.choices.iter();
    let entries =
        entries.map(|choice| Entry { head: String::new(), label: &choice.label, note: &choice.note });
    prompt(title, &picker.query.text, area, buf);
    list(app, &entries.collect::<Vec<_>>(), picker.at, true, area, buf);
}

fn prompt(title: &str, typed: &str, area: Rect, buf: &mut Buffer) {
    let x = paint::text(buf, area, 1, 0, title, theme::style(Role::Accent));
    let room = usize::from(area.width.saturating_sub(x + 1));
    let x = paint::text(buf, area, x, 0, cells::ending(typed, room), theme::style(Role::Strong));
    paint::text(buf, area, x, 0, "▏", theme::style(Role::Accent));
}

fn list(app: &App, entries: &[Entry], at: usize, asked: bool, area: Rect, buf: &mut Buffer) {
    let room = usize::from(area.height.saturating_sub(2));
    // What is not in sight is counted in the last line, as in every list.
    let is_cut = entries.len() > room;
    let seen = if is_cut { room.saturating_sub(1).max(1) } else { room };
    let first = (at + 1).saturating_sub(seen);
    let head = entries.iter().map(|entry| cells::text_extent(&entry.head)).max().unwrap_or(0).min(HEAD);
    for (y, (i, entry)) in (2..).zip(entries.iter().enumerate().skip(first).take(seen)) {
        draw_entry(entry, head, i == at, Rect { y: area.y + y, height: 1, ..area }, buf);
    }
    if is_cut && room > seen {
        let below = entries.len() - first - seen;
        let mark = rows_hidden(app.lang, first, below, (at + 1, entries.len()));
        paint::text(buf, area, 2, area.height - 1, &mark, theme::style(Role::Dim));
    }
    if entries.is_empty() && asked {
        let words = app.lang.pick("không tìm thấy", "nothing found");
        paint::text(buf, area, 2, 2, words, theme::style(Role::Dim));
    }
}

/// Draws an entry into its line, with so many cells for the column before the labels.
fn draw_entry(entry: &Entry, head: u16, chosen: bool, area: Rect, buf: &mut Buffer) {
    if chosen {
        paint::text(buf, area, 0, 0, "▌", theme::style(Role::Accent));
    }
    let style = theme::style(Role::Plain);
    let style = if chosen { style.add_modifier(Modifier::UNDERLINED) } else { style };
    let label_at = if head == 0 { 2 } else { head + 4 };
    paint::text(buf, area, 2, 0, &cells::cut(&entry.head, usize::from(head)), theme::style(Role::Dim));
    let room = usize::from(area.width.saturating_sub(label_at));
    let end = paint::text(buf, area, label_at, 0, &cells::cut(entry.label, room), style);
    let left = usize::from(area.width.saturating_sub(end + 3));
    paint::text(buf, area, end + 2, 0, &cells::cut(entry.note, left), theme::style(Role::Dim));
}
