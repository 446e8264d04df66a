//! The program as it stands after reading, from what the command line asks for.

use std::path::PathBuf;
use std::sync::mpsc::channel;
use std::time::Duration;

use chrono::Local;

use super::output;
use crate::app::state::Choices;
use crate::app::{App, Message};
use crate::cli::CommonOptions;
use crate::source::{Limits, Load, Sources, load};
use crate::text::Lang;

/// How much may be read.
pub fn limits(options: &CommonOptions) -> Limits {
    let default = Limits::default();
    Limits { file: options.max_bytes.unwrap_or(default.file), ..default }
}

/// What is chosen before the first key.
pub fn choices(lang: Lang, options: &CommonOptions) -> Choices {
    Choices {
        lang,
        as_of: options.as_of,
        now: options.now,
        unit: options.unit.clone(),
        standard: options.standard.clone(),
        compare: options.compare,
        ..Choices::default()
    }
}

/// The program as it stands after reading, for the outputs that are no screen.
pub fn read_all(lang: Lang, options: &CommonOptions, paths: &[PathBuf]) -> App {
    let mut app = App::new(choices(lang, options));
    app.update(Message::Tick(Local::now().naive_local()));
    let load = if paths.is_empty() { unasked(lang, options) } else { load(paths, &limits(options)) };
    app.update(Message::Loaded(Box::new(load)));
    app
}

/// How long a pipe that nobody named may be silent.
const SILENCE: Duration = Duration::from_secs(1);

/// What stands on standard input, or the sample. A pipe that stays silent may never end, as that of a command on another
/// machine: then it is the sample too, and that is said.
fn unasked(lang: Lang, options: &CommonOptions) -> Load {
    let (asks, asked) = channel();
    let arrived = move || {
        let _ = asks.send(());
    };
    let mut sources = Sources::unasked(limits(options), arrived);
    let now = Local::now().naive_local();
    let first = sources.read(now);
    if !first.only_waits() {
        return first;
    }
    if asked.recv_timeout(SILENCE).is_ok() {
        return sources.read(now);
    }
    output::say(lang.pick(
        "đầu vào chuẩn chưa có số liệu: đây là số liệu mẫu (chờ đọc thì thêm -)",
        "nothing on standard input yet: this is the sample (to wait for it, add -)",
    ));
    load(&[], &limits(options))
}

/// Says on standard error why files were refused.
pub fn tell_refusals(app: &App) {
    output::say_faults(app.lang, app.refused_faults());
}
