//! From the command line to the exit code: which door of the program opens.
//!
//! Exit codes: 0 fine; 1 nothing could be read, or with `report` and `check` any file refused, or `--strict` and a
//! contradiction; 2 wrong usage; 74 the output could not be written; ended by a signal 128 + n.

use std::env;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::Local;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::state::Choices;
use crate::app::{App, Effect, Message};
use crate::cli::{Cli, Command, Options};
use crate::page::Tab;
use crate::report;
use crate::source::watch::Watcher;
use crate::source::{Limits, Load, load, schema};
use crate::term::{self, Reading, Screen};
use crate::text::Lang;
use crate::text::locale::Settings;
use crate::ui;

/// Output could not be written (`EX_IOERR`).
const NOT_WRITTEN: u8 = 74;

/// Runs the program.
pub fn run(cli: Cli) -> ExitCode {
    let lang = cli.options.lang.map_or_else(language, Lang::from);
    match cli.command {
        None if term::is_usable() => screen(lang, &cli.options, cli.paths),
        None => write_report(lang, &cli.options, &cli.paths, None, false),
        Some(Command::Report { tab, paths }) => {
            write_report(lang, &cli.options, &paths, tab.map(Tab::from), true)
        }
        Some(Command::Check { strict, paths }) => write_checks(lang, &cli.options, &paths, strict),
        Some(Command::Schema) => write_out(&format!("{}\n", schema::schema_text()), 0),
    }
}

/// The language that the environment asks for.
fn language() -> Lang {
    let value = |name| env::var(name).ok();
    let (own, all, messages, lang) =
        (value("GIAMNGHEO_LANG"), value("LC_ALL"), value("LC_MESSAGES"), value("LANG"));
    Settings {
        own: own.as_deref(),
        lc_all: all.as_deref(),
        lc_messages: messages.as_deref(),
        lang: lang.as_deref(),
        ..Settings::default()
    }
    .language()
}

fn limits(options: &Options) -> Limits {
    let default = Limits::default();
    Limits { file: options.max_bytes.unwrap_or(default.file), ..default }
}

fn choices(lang: Lang, options: &Options) -> Choices {
    Choices {
        lang,
        as_of: options.as_of,
        now: options.now,
        unit: options.unit.clone(),
        standard: options.standard.clone(),
    }
}

impl Screen for App {
    type Load = Load;

    fn update(&mut self, message: Message<Load>) -> Vec<Effect> {
        Self::update(self, message)
    }

    fn settle(&mut self) {
        Self::settle(self);
    }

    fn draw(&self, area: Rect, buf: &mut Buffer) {
        ui::draw(self, area, buf);
    }
}

fn screen(lang: Lang, options: &Options, paths: Vec<PathBuf>) -> ExitCode {
    let mut app = App::new(choices(lang, options));
    let limits = limits(options);
    let watched = !options.no_watch && !paths.is_empty();
    let watching = watched.then(|| Watcher::new(paths.clone()));
    // A file that is being written may look broken for a moment: that reading is not shown.
    let read = move |reading| {
        let load = load(&paths, &limits);
        (reading == Reading::Final || load.refused.is_empty()).then_some(load)
    };
    let colour = !options.no_color;
    match term::run(&mut app, read, term::Options { colour, watcher: watching, ..term::Options::default() }) {
        Ok(ending) => ending.exit_code(lang),
        Err(error) => complain(&error),
    }
}

/// The program as it stands after reading, for the outputs that are no screen.
fn read_all(lang: Lang, options: &Options, paths: &[PathBuf]) -> App {
    let mut app = App::new(choices(lang, options));
    app.update(Message::Tick(Local::now().naive_local()));
    app.update(Message::Loaded(Box::new(load(paths, &limits(options)))));
    app
}

fn write_report(
    lang: Lang,
    options: &Options,
    paths: &[PathBuf],
    tab: Option<Tab>,
    any_refused_fails: bool,
) -> ExitCode {
    let app = read_all(lang, options, paths);
    tell_refusals(&app);
    let Some(view) = app.view() else { return ExitCode::from(1) };
    let tabs = tab.map_or_else(|| Tab::ALL.to_vec(), |tab| vec![tab]);
    let width = options.width.or_else(columns).unwrap_or(80);
    let refused = any_refused_fails && app.refused.is_some();
    write_out(&report::text::report(&view, &report::pages::sections(&view, &tabs), width), u8::from(refused))
}

/// The width that the environment names.
fn columns() -> Option<u16> {
    env::var("COLUMNS").ok()?.parse().ok().filter(|n| (40..=400).contains(n))
}

fn write_checks(lang: Lang, options: &Options, paths: &[PathBuf], strict: bool) -> ExitCode {
    let app = read_all(lang, options, paths);
    tell_refusals(&app);
    let Some(load) = app.load() else { return ExitCode::from(1) };
    let (text, contradicts) = report::check::report(lang, load, app.today());
    let failed = !load.refused.is_empty() || (strict && contradicts);
    write_out(&text, u8::from(failed))
}

/// Says on standard error why files were refused.
fn tell_refusals(app: &App) {
    let mut error = io::stderr().lock();
    for fault in app.refused_faults() {
        // Nobody is left to tell when standard error is gone.
        let _ = writeln!(error, "giamngheo: {}", fault.say(app.lang));
    }
}

/// Writes to standard output; a reader that stops early (`| head`) is fine.
fn write_out(text: &str, code: u8) -> ExitCode {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::from(code),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(code),
        Err(error) => complain(&error),
    }
}

fn complain(error: &io::Error) -> ExitCode {
    let _ = writeln!(io::stderr().lock(), "giamngheo: {error}");
    ExitCode::from(NOT_WRITTEN)
}
