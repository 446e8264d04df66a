//! The program when it cannot show a page: too small, still reading, nothing readable; and the banner over a page
//! whose files have gone bad.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::say;
use crate::source::{Fault, Load};
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
    let waits = || app.lang.pick("đang chờ dữ liệu…  (q đóng)", "waiting for data…  (q quits)").to_owned();
    paint::text(buf, area, 1, 0, &reading(app).unwrap_or_else(waits), theme::style(Role::Dim));
}

/// How far a reading that takes long has come.
pub fn reading(app: &App) -> Option<String> {
    let progress = app.reading?;
    let words = say!(app.lang, "đang đọc {done}/{of} tệp…", "reading {done} of {of} files…";
        done = progress.done, of = progress.of);
    Some(words.text())
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
        for line in refusal.drawn() {
            paint::text(buf, area, 1, y, &cells::cut(&line, room), theme::style(Role::Dim));
            y += 1;
        }
    }
    let watched = app.lang.pick(
        "Sửa tệp xong, chương trình tự đọc lại.  r đọc lại ngay  q đóng",
        "Correct the file: it is read again by itself.  r reads now  q quits",
    );
    paint::text(buf, area, 1, area.height - 1, watched, theme::style(Role::Dim));
}

/// The banner over the page when files are refused: one line, first what it means for what is shown. Returns what is
/// left of the area.
pub fn banner(app: &App, area: Rect, buf: &mut Buffer) -> Rect {
    let Some(refused) = &app.refused else { return area };
    let Some(first) = refused.refused.first() else { return area };
    let room = usize::from(area.width.saturating_sub(2));
    let wordings = banner_words(app, refused, first);
    let fits = wordings.iter().find(|words| cells::width(words) <= room);
    let [.., least] = &wordings;
    paint::text(buf, area, 1, 0, fits.unwrap_or(least), theme::style(Role::Warn));
    Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
}

/// From the fullest wording to the least. Of several files the one whose earlier figures are shown is named.
fn banner_words(app: &App, refused: &Load, first: &Fault) -> [String; 3] {
    let of = |fault: &&Fault| refused.kept.iter().any(|kept| kept.refused == fault.file);
    let fault = refused.refused.iter().find(of).unwrap_or(first);
    let kept = refused.kept.iter().find(|kept| kept.refused == fault.file).map(|kept| kept.at);
    let at = kept.or_else(|| refused.world.is_empty().then_some(app.read_at));
    let at = at.map(|at| at.format("%H:%M").to_string());
    // The wall has slides in the place of tabs.
    let see = app.meeting().is_none();
    let name = fault.file.rsplit('/').next().unwrap_or(&fault.file);
    let name = cells::cut(name, 30);
    let line = fault.place.map(|place| place.line);
    let reason = line.is_none().then(|| fault.what.say(app.lang));
    let more = refused.refused_files().checked_sub(1).filter(|more| *more > 0);
    let shown =
        at.as_ref().map(|at| say!(app.lang, "Đang hiện số đọc lúc {at}", "Showing figures read at {at}"; at));
    let shown = shown.unwrap_or_else(|| say!(app.lang, "Thiếu số liệu", "Figures are missing"));
    let full = say!(app.lang,
        "! {shown}: tệp {name}[ lỗi dòng {line}][: {reason}][, và {more} tệp nữa][{see} (phím 6)]",
        "! {shown}: file {name}[, fault on line {line}][: {reason}][, and {more} more][{see} (key 6)]";
        shown = shown.clone(), name = &name, line, reason = reason.as_ref(), more, see);
    let middle = say!(app.lang, "! {shown}: {name}[ và {more} tệp] lỗi[{see} (phím 6)]",
        "! {shown}: {name}[ and {more}] refused[{see} (key 6)]"; shown = shown.clone(), name = &name, more, see);
    let least = say!(app.lang, "! {shown}[{see} (phím 6)]", "! {shown}[{see} (key 6)]"; shown, see);
    [full, middle, least].map(|words| words.text())
}
