//! State and area to picture. Pure: no clock, no files, no writing to the state.
//!
//! ```text
//! header   unit, date of the figures, source, place in the history
//!          tabs
//!          ━━━━ rule under the active one
//! body     the page; a panel docks under it and never hides the row it explains
//! footer   the keys that work here
//! ```
mod body;
mod chart;
mod footer;
mod header;
mod help;
mod meeting;
mod overlay;
mod paint;
mod states;
pub mod theme;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::overlay::Overlay;
use crate::app::state::Data;

/// Draws the program.
pub fn draw(app: &App, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    if area.width < states::LEAST.0 || area.height < states::LEAST.1 {
        states::too_small(app, area, buf);
        return theme::apply(app.choices.look, buf);
    }
    match &app.data {
        Data::Waiting => states::waiting(app, area, buf),
        Data::Nothing(load) => states::nothing(app, load, area, buf),
        Data::Loaded(_) => match app.meeting() {
            Some(meeting) => meeting::draw(app, meeting, area, buf),
            None => screen(app, area, buf),
        },
    }
    theme::apply(app.choices.look, buf);
}

fn screen(app: &App, area: Rect, buf: &mut Buffer) {
    let head = app.head_height();
    let [top, body, bottom] = rows(area, head, 1);
    header::draw(app, top, buf);
    let body = states::banner(app, body, buf);
    match &app.overlay {
        Overlay::Help(first) => help::draw(app, *first, body, buf),
        Overlay::Find(find) => overlay::find(app, find, body, buf),
        Overlay::Picker(picker) => overlay::picker(app, picker, body, buf),
        Overlay::None | Overlay::Save(_) | Overlay::Meeting(_) => body::draw(app, body, buf),
    }
    footer::draw(app, bottom, buf);
}

/// Cuts a head and a foot of so many lines off an area.
fn rows(area: Rect, head: u16, foot: u16) -> [Rect; 3] {
    let head = head.min(area.height);
    let foot = foot.min(area.height - head);
    let top = Rect { height: head, ..area };
    let middle = Rect { y: area.y + head, height: area.height - head - foot, ..area };
    let bottom = Rect { y: area.bottom() - foot, height: foot, ..area };
    [top, middle, bottom]
}
