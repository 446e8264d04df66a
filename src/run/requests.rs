//! What the screen wishes to send away: to the clipboard, to a file.

use std::env;
use std::path::Path;

use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;

use crate::app::overlay::Overlay;
use crate::app::save::Request;
use crate::app::{App, Effect};
use crate::report::file::Failure;
use crate::report::{self, ReportFormat, copy};
use crate::say;
use crate::text::Lang;

/// Grants what the last message asked for; tells the person how it went.
pub fn handle(app: &mut App) -> Option<Effect> {
    match app.wish.take()? {
        Request::Copy => Some(copy(app)),
        Request::Save(name) => {
            let told = save(app, &name);
            match told {
                Ok(said) => (app.overlay, app.notice) = (Overlay::None, Some(said)),
                Err(said) => {
                    if let Overlay::Save(line) = &mut app.overlay {
                        line.refused = Some(said);
                    }
                }
            }
            None
        }
    }
}

fn copy(app: &mut App) -> Effect {
    let copied = copy::tables(app.lang, &app.page, app.page_width());
    app.notice = Some(sent(app.lang, &copied));
    let mut bytes = Vec::new();
    // Writing into a vector does not fail.
    let _ = queue!(bytes, CopyToClipboard::to_clipboard_from(&copied.text));
    Effect::Send(bytes)
}

/// Sent, not copied: whether the terminal takes it cannot be known without asking it.
fn sent(lang: Lang, copied: &copy::Copied) -> String {
    let kept = (copied.kept < copied.lines).then_some(copied.kept);
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    say!(lang,
        "đã gửi [{kept} trên ]{lines} dòng vào bộ nhớ tạm của máy bạn[{tmux} (tmux, screen có thể không nhận)]",
        "sent [{kept} of ]{lines} lines to your clipboard[{tmux} (tmux or screen may not take it)]";
        kept, lines = copied.lines, tmux = is_set("TMUX") || is_set("STY"))
    .text()
}

fn save(app: &App, name: &str) -> Result<String, String> {
    let lang = app.lang;
    if name.is_empty() {
        return Err(lang.pick("chưa có tên tệp", "no name yet").to_owned());
    }
    let path = Path::new(name);
    let format = ReportFormat::of_ending(path).map_err(|ending| super::reports::unknown(lang, &ending))?;
    let view = app.view().ok_or_else(|| lang.pick("chưa có số liệu", "no figures yet").to_owned())?;
    let bytes = report::write_seen(&view, app.tab, &app.page, format, app.page_width());
    let bytes = bytes.map_err(|error| error.to_string())?;
    match report::file::write(path, &bytes, false) {
        Ok(()) => Ok(say!(lang, "đã ghi {name}", "written: {name}"; name).text()),
        Err(Failure::Exists) => {
            Err(lang.pick("tệp đã có, hãy đổi tên", "that file exists, change the name").to_owned())
        }
        Err(failure) => Err(failure.say(lang)),
    }
}
