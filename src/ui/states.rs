//! The program when it cannot show a page: too small, still reading, nothing readable; and the banner over a page
//! whose files have gone bad.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::say;
use crate::source::Load;
use crate::text::cells;
use crate::text::line::Role;

use super::{paint, theme};

/// The least size the program is usable in.
pub const LEAST: (u16, u16) = (40, 10);

/// One line says that the terminal is too small.
pub fn too_small(app: &App, area: Rect, buf: &mut Buffer) {
    let (width, height) = LEAST;
    let text = say!(app.lang, "cần ít nhất {width}x{height} (đang {now_wide}x{now_high})",
        "needs at least {width}x{height} (now {now_wide}x{now_high})";
        width = u32::from(width), height = u32::from(height),
        now_wide = u32::from(area.width), now_high = u32::from(area.height))
    .text();
    paint::text(buf, area, 0, 0, &text, theme::style(Role::Plain));
}

/// While the first reading is under way: nothing but the name, so that a quick start does not flash.
pub fn waiting(app: &App, area: Rect, buf: &mut Buffer) {
    let words = app.lang.pick("đang chờ dữ liệu…  (q đóng)", "waiting for data…  (q quits)");
    paint::text(buf, area, 1, 0, words, theme::style(Role::Dim));
}

/// Nothing could be read: every refusal, and that the files are still watched.
pub fn nothing(app: &App, load: &Load, area: Rect, buf: &mut Buffer) {
    let title = app.lang.pick("Không đọc được tệp nào", "No file could be read");
    paint::text(buf, area, 1, 0, title, theme::style(Role::Bad));
    let mut y = 2;
    let room = usize::from(area.width.saturating_sub(2));
    for refusal in &load.refused {
        for line in cells::wrap(&refusal.say(app.lang), room) {
            paint::text(buf, area, 1, y, &line, theme::style(Role::Plain));
            y += 1;
        }
    }
    let watched = app.lang.pick(
        "Sửa tệp xong, chương trình tự đọc lại.  r đọc lại ngay  q đóng",
        "Mend the file: it is read again by itself.  r reads now  q quits",
    );
    paint::text(buf, area, 1, area.height - 1, watched, theme::style(Role::Dim));
}

/// The banner over the page when files are refused; returns what is left of the area. Where all that is shown is of an
/// earlier reading, it says of when.
pub fn banner(app: &App, area: Rect, buf: &mut Buffer) -> Rect {
    let Some(refused) = &app.refused else { return area };
    let Some(first) = refused.refused.first() else { return area };
    let at = refused.world.is_empty().then(|| app.read_at.format("%H:%M").to_string());
    let text = say!(app.lang, "! {fault}[ · số liệu lúc {at}]", "! {fault}[ · figures of {at}]";
        fault = first.say(app.lang), at)
    .text();
    let room = usize::from(area.width.saturating_sub(2));
    for (y, line) in (0..2).zip(cells::wrap(&text, room)) {
        paint::text(buf, area, 1, y, &line, theme::style(Role::Warn));
    }
    let lines = u16::try_from(cells::wrap(&text, room).len().min(2)).unwrap_or(1);
    Rect { y: area.y + lines, height: area.height.saturating_sub(lines), ..area }
}
