//! `giamngheo check`: what was read, what does not add up, and who has not reported.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::app::App;
use crate::cli::CommonOptions;
use crate::model::history::History;
use crate::report;
use crate::source::find;
use crate::source::reporting::{self, Reporting};
use crate::text::{Lang, plain};

use super::read::{read_all, tell_refusals};
use super::{begin, output};

/// What is to be checked, and what makes it fail.
pub struct Asked<'a> {
    /// Files and folders.
    pub paths: &'a [PathBuf],
    /// Does a contradiction?
    pub strict: bool,
    /// A list of names, each of which is to have figures.
    pub expect: Option<&'a Path>,
}

/// Reads, checks and tells.
pub fn write(lang: Lang, options: &CommonOptions, asked: &Asked) -> ExitCode {
    let names = match asked.expect.map(|file| begin::names_in(lang, options, file)).transpose() {
        Ok(names) => names,
        Err(words) => {
            output::say(&words);
            return ExitCode::from(1);
        }
    };
    let app = read_all(lang, options, asked.paths);
    tell_refusals(&app);
    let Some(load) = app.load() else { return ExitCode::from(1) };
    let (mut text, contradicts) = report::check::report(lang, load, app.today());
    let mut failed = !load.refused.is_empty() || (asked.strict && contradicts);
    if let Some((names, file)) = names.zip(asked.expect) {
        let Some((day, found)) = expected(&app, options, &names) else { return ExitCode::from(1) };
        text += &report::check::expected(lang, &find::shown(file), day, &found);
        failed |= !found.missing.is_empty();
    }
    let text = if options.ascii { plain::shapeless(&text) } else { text };
    output::print(lang, text.as_bytes(), u8::from(failed))
}

/// Who of those named has no figures of the newest day; where a unit was asked for, in its files.
fn expected(app: &App, options: &CommonOptions, names: &[String]) -> Option<(chrono::NaiveDate, Reporting)> {
    let world = &app.load()?.world;
    let chosen = app.view().filter(|_| options.unit.is_some()).map(|view| view.history);
    let all: Vec<&History> = world.histories.iter().collect();
    let histories = chosen.map_or(all, |history| vec![history]);
    let day = options.as_of.unwrap_or_else(|| app.today());
    let day = histories.iter().filter_map(|h| h.snapshots.get(h.opens_at(day))).map(|s| s.as_of()).max()?;
    Some((day, reporting::of_names(world, &histories, names, day)))
}
