//! The help over the page.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::help::{self, HelpLine};
use crate::app::keys::Hint;
use crate::page::layout::is_narrow;
use crate::text::cells;
use crate::text::line::Role;

use super::{paint, theme};

/// The columns of the help: where they begin, and the cells of the keys in them.
const LEFT: (u16, u16) = (2, 12);
const RIGHT: (u16, u16) = (42, 8);
const ALONE: (u16, u16) = (0, 12);

/// Draws the help from its line `first` on.
pub fn draw(app: &App, first: usize, area: Rect, buf: &mut Buffer) {
    let lines = help::lines(app, area.width);
    let room = usize::from(area.height);
    let first = first.min(lines.len().saturating_sub(room));
    for (y, line) in (0..area.height).zip(&lines[first..]) {
        match line {
            HelpLine::Head(title) => {
                paint::rule(buf, area, y);
                paint::text(buf, area, 2, y, &format!(" {title} "), theme::style(Role::Strong));
            }
            HelpLine::Pair(left, right) => {
                entry(left, if is_narrow(area.width) { ALONE } else { LEFT }, y, area, buf);
                if let Some(right) = right {
                    entry(right, RIGHT, y, area, buf);
                }
            }
            HelpLine::Gap => {}
        }
    }
    paint::more(buf, area, (first, lines.len().saturating_sub(first + room)));
}

fn entry((sign, words): &Hint, (x, gap): (u16, u16), y: u16, area: Rect, buf: &mut Buffer) {
    paint::text(buf, area, x, y, sign, theme::style(Role::Accent));
    let after = cells::text_extent(sign).saturating_add(1);
    paint::text(buf, area, x + gap.max(after), y, words, theme::style(Role::Plain));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::state::Choices;
    use crate::text::Lang;

    /// At the least sizes no word of the help runs into the next column or past the edge.
    #[test]
    fn every_entry_has_its_room() {
        for (lang, width, left, room) in [
            (Lang::Vi, 80, LEFT, RIGHT.0),
            (Lang::En, 80, LEFT, RIGHT.0),
            (Lang::Vi, 40, ALONE, 40),
            (Lang::En, 40, ALONE, 40),
        ] {
            let app = App::new(Choices { lang, ..Choices::default() });
            let end = |(sign, words): Hint, (x, gap): (u16, u16)| {
                usize::from(x) + usize::from(gap).max(cells::width(sign) + 1) + cells::width(words)
            };
            for line in help::lines(&app, width) {
                let HelpLine::Pair(first, second) = line else { continue };
                assert!(end(first, left) <= usize::from(room), "{first:?} at {width}");
                assert!(second.is_none_or(|entry| end(entry, RIGHT) <= 80), "{second:?}");
            }
        }
    }
}
