//! What the screen wishes to send away: to the clipboard, to a file.

use std::env;
use std::path::{Path, PathBuf};

use crate::app::overlay::Overlay;
use crate::app::save::Request;
use crate::app::{App, Effect};
use crate::page::explain;
use crate::report::file::Failure;
use crate::report::{self, ReportFormat, Written, copy};
use crate::say;
use crate::text::Lang;

use super::clipboard::Way;

/// Grants what the last message asked for; tells the person how it went.
pub fn handle(app: &mut App) -> Option<Effect> {
    match app.wish.take()? {
        Request::Copy => copy(app),
        Request::Propose => {
            if let Overlay::Save(line) = &mut app.overlay {
                line.make_free(|name| path_of(name).exists());
            }
            None
        }
        Request::Save(name) => {
            let told = save(app, &name);
            match told {
                Ok(said) => (app.overlay, app.notice) = (Overlay::None, Some(said)),
                Err((said, is_taken)) => {
                    if let Overlay::Save(line) = &mut app.overlay {
                        if is_taken { line.propose_next(&name, said) } else { line.refused = Some(said) }
                    }
                }
            }
            None
        }
    }
}

/// The tables of the page; in a source panel the sentence that says its figure.
fn copy(app: &mut App) -> Option<Effect> {
    let copied = match asked(app)? {
        Ok(copied) => copied,
        Err(why_not) => {
            app.notice =
                Some(say!(app.lang, "chưa chép: {why_not}", "not copied: {why_not}"; why_not).text());
            return None;
        }
    };
    let way = Way::here();
    let message = way.message(&copied.text);
    let none = ("không có bộ nhớ tạm, dùng w", "no clipboard here, use w");
    app.notice = Some(match message {
        Some(_) => sent(app.lang, &copied, way),
        None => app.lang.pick(none.0, none.1).to_owned(),
    });
    message.map(Effect::Send)
}

fn asked(app: &App) -> Option<Result<copy::Copied, &'static str>> {
    let view = app.view()?;
    let told = app.dock.as_ref().and_then(|dock| dock.figure(&app.page, app.chosen()));
    let Some(figure) = told else {
        return Some(Ok(copy::tables(&view, &app.whole_page(), app.page_width())));
    };
    let none = view.lang.pick("số này không có nguồn để nêu", "this figure has no source to quote");
    let said = explain::quote(&view, &figure).unwrap_or(Err(none));
    Some(said.map(|said| copy::sentence(&said)))
}

/// Sent, not copied: whether the terminal takes it cannot be known without asking it.
fn sent(lang: Lang, copied: &copy::Copied, way: Way) -> String {
    let kept = (copied.kept < copied.lines).then_some(copied.kept);
    say!(lang,
        "đã gửi [{kept} trên ]{lines} dòng vào bộ nhớ tạm của máy bạn[{tmux} (tmux, screen có thể không nhận)]",
        "sent [{kept} of ]{lines} lines to your clipboard[{tmux} (tmux or screen may not take it)]";
        kept, lines = copied.lines, tmux = matches!(way, Way::Tmux | Way::Screen))
    .text()
}

/// A name as a shell takes it: behind `~/` stands what lies at home.
fn path_of(name: &str) -> PathBuf {
    let home = env::var_os("HOME").filter(|home| !home.is_empty());
    match name.strip_prefix("~/").zip(home) {
        Some((rest, home)) => Path::new(&home).join(rest),
        None => name.into(),
    }
}

/// Writes the page in sight; why it could not, and whether a file has the name already.
fn save(app: &App, name: &str) -> Result<String, (String, bool)> {
    let lang = app.lang;
    let failed = |words: String| (words, false);
    if name.is_empty() {
        return Err(failed(lang.pick("chưa có tên tệp", "no name yet").to_owned()));
    }
    let path = &path_of(name);
    let format = ReportFormat::of_ending(path);
    let format = format.map_err(|ending| failed(super::reports::unknown(lang, &ending)))?;
    let view = app.view().ok_or_else(|| failed(lang.pick("chưa có số liệu", "no figures yet").to_owned()))?;
    let written = report::write_seen(&view, app.tab, &app.whole_page(), format, app.page_width());
    let Written { bytes, note } = written.map_err(|error| failed(report::file::system(lang, &error)))?;
    match report::file::write(path, &bytes, false) {
        Ok(()) => {
            let note = note.map(|_| report::small_cells::in_short(&view));
            Ok(say!(lang, "đã ghi {name}[ · {note}]", "written: {name}[ · {note}]"; name, note).text())
        }
        Err(Failure::Exists) => {
            let words =
                lang.pick("tệp đã có: Enter ghi tên mới", "that file exists: Enter writes the new name");
            Err((words.to_owned(), true))
        }
        Err(failure) => Err(failed(failure.say(lang))),
    }
}
