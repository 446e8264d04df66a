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
        note: hit.figures.as_deref().unwrap_or_default(),
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
    let end = paint::text(buf, area, label_at, 0, &cells::cut_middle(entry.label, room), style);
    let left = usize::from(area.width.saturating_sub(end + 3));
    paint::text(buf, area, end + 2, 0, &whole_values(entry.note, left), theme::style(Role::Dim));
}

/// As many of the values as so many cells hold, and `…` for those that they do not: a number that is cut is another one;
/// words are cut.
fn whole_values(note: &str, room: usize) -> String {
    if cells::width(note) <= room {
        return note.to_owned();
    }
    let ends = note.match_indices(" · ").map(|(at, dot)| at + dot.len());
    let end = ends.filter(|end| cells::width(&note[..*end]) < room).last();
    match end {
        Some(end) => format!("{}…", &note[..end]),
        None if note.contains(|c: char| c.is_ascii_digit()) => String::new(),
        None => cells::cut(note, room),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_in_a_list_is_whole_or_not_there() {
        let note = "87,2%* (31/03/2023) · 89,9%*";
        assert_eq!(whole_values(note, 40), note);
        assert_eq!(whole_values(note, 25), "87,2%* (31/03/2023) · …");
        assert_eq!(whole_values("6,145 cards", 6), "");
        assert_eq!(whole_values("chuẩn nghèo", 9), "chuẩn ng…");
    }
}
