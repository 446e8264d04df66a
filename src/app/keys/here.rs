//! What a key depends on here: when it does something, and what the footer calls it.

use crate::page::Tab;
use crate::page::table::Opens;

use super::super::overlay::Overlay;
use super::super::state::App;
use super::binding::KeyWords;

pub(super) fn has_rows(app: &App) -> bool {
    app.page.rows().next().is_some()
}

pub(super) fn has_history(app: &App) -> bool {
    app.shown().is_some_and(|h| h.snapshots.len() > 1)
}

/// The slides are of the shown snapshot, whatever stands on this tab.
pub(super) fn has_slides(app: &App) -> bool {
    app.shown().is_some()
}

pub(super) fn in_list(app: &App) -> bool {
    app.tab == Tab::Households && app.path.is_empty() && has_rows(app)
}

pub(super) fn is_deeper(app: &App) -> bool {
    app.tab == Tab::Households && !app.path.is_empty()
}

/// May figures leave the screen?
pub(super) fn may_leave(app: &App) -> bool {
    !app.choices.kiosk && has_rows(app)
}

/// Is a target chosen to which "so many households more" can be added?
pub(super) fn can_suppose(app: &App) -> bool {
    app.tab == Tab::Targets && app.view().is_some_and(|view| crate::page::targets::what_if(&view).is_some())
}

/// What another unit is called, where there is one to choose.
pub(super) fn unit_words(app: &App) -> KeyWords {
    if app.has_units() { ("đơn vị", "unit") } else { ("", "") }
}

/// The way to the meeting; not while a story is read.
pub(super) fn present_words(app: &App) -> KeyWords {
    if app.dock.is_some() { ("", "") } else { ("trình chiếu", "present") }
}

pub(super) fn something_open(app: &App) -> bool {
    matches!(app.overlay, Overlay::Help(_))
        || app.dock.is_some()
        || is_supposed(app)
        || !app.list.is_empty()
        || is_deeper(app)
}

/// Is something supposed that the page shows?
fn is_supposed(app: &App) -> bool {
    app.what_if != 0 && can_suppose(app)
}

/// Is the text of the panel longer than its room?
pub(super) fn panel_scrolls(app: &App) -> bool {
    app.sight.panel_scrolls
}

/// What Enter does at the chosen row.
pub(super) fn open_words(app: &App) -> KeyWords {
    if let Some(dock) = &app.dock {
        return if dock.links.is_empty() { ("", "") } else { ("theo số", "follow") };
    }
    match app.page.row(app.chosen()).map(|r| &r.opens) {
        Some(Opens::Area(_) | Opens::List(_)) => ("mở", "open"),
        _ => ("nguồn", "source"),
    }
}

/// What Enter does on a slide: a source where it has a number.
pub(super) fn story_words(app: &App) -> KeyWords {
    if app.deck_extent().stories > 0 { ("nguồn", "source") } else { ("", "") }
}

/// What the arrows choose here.
pub(super) fn choose_words(app: &App) -> KeyWords {
    if app.tab == Tab::Trends { ("chỉ số", "measure") } else { ("chọn", "choose") }
}

/// What another date moves here.
pub(super) fn date_words(app: &App) -> KeyWords {
    if app.tab == Tab::Trends { ("con trỏ kỳ", "date cursor") } else { ("kỳ", "date") }
}

/// What `g` flips here: the figures of a story, else the group whose bars and lacks are shown.
pub(super) fn group_words(app: &App) -> KeyWords {
    match (app.dock.is_some(), app.tab) {
        (true, _) => ("số khác", "next figure"),
        (false, Tab::Households) => ("nhóm hộ", "group"),
        _ => ("", ""),
    }
}

/// What Esc does here.
pub(super) fn back_words(app: &App) -> KeyWords {
    match (app.dock.is_some(), app.path.len()) {
        (true, _) => ("đóng", "close"),
        (false, _) if is_supposed(app) => ("bỏ giả định", "no what-if"),
        (false, 0) => ("về", "back"),
        _ => ("lên một cấp", "up a level"),
    }
}
