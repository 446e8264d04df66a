//! The program as it stands after reading, from what the command line asks for.

use std::path::PathBuf;

use chrono::Local;

use super::output;
use crate::app::state::Choices;
use crate::app::{App, Message};
use crate::cli::CommonOptions;
use crate::source::{Limits, load};
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
    app.update(Message::Loaded(Box::new(load(paths, &limits(options)))));
    app
}

/// Says on standard error why files were refused.
pub fn tell_refusals(app: &App) {
    output::say_faults(app.lang, app.refused_faults());
}
