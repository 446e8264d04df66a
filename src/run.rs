//! From the command line to the exit code: which door of the program opens.
//!
//! Exit codes: 0 fine; 1 nothing could be read, or with `report` and `check` any file refused, or `--strict` and a
//! contradiction, `--expect` and one that has not reported; 2 wrong usage; 74 the output could not be written; ended by a
//! signal 128 + n.

mod begin;
mod checks;
mod clipboard;
mod ending;
mod environment;
mod import;
mod interrupted;
mod manual;
mod output;
mod progress;
mod read;
mod reports;
mod requests;
mod shell;
mod usage;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::channel;

use chrono::Local;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use signal_hook::consts::SIGXFSZ;
use signal_hook::flag;

use crate::app::appearance::{Appearance, Theme};
use crate::app::meeting::Meeting;
use crate::app::state::Choices;
use crate::app::{App, Effect, Message};
use crate::cli::{self, Cli, Command, CommonOptions};
use crate::report;
use crate::say;
use crate::source::watch::Watcher;
use crate::source::{Load, Part, Sources, schema};
use crate::term::{self, Screen, Trust};
use crate::text::Lang;
use crate::ui;
use environment::{has_colour, letters};
use read::{choices, limits};

/// Runs the program with what was typed.
pub fn run(arguments: &[OsString]) -> ExitCode {
    // A file that grows beyond what is allowed (`ulimit -f`) is a write that fails, in words, and not the end.
    let _ = flag::register(SIGXFSZ, Arc::default());
    match usage::parsed(arguments) {
        Ok(cli) => obeyed(cli),
        Err(answered) => answered,
    }
}

fn obeyed(cli: Cli) -> ExitCode {
    let lang = cli.options.lang.map_or_else(environment::language, Lang::from);
    match cli.command {
        None if cli.show.kiosk && !term::is_usable() => output::refuse(&no_kiosk(lang)),
        None if term::is_usable() => screen(lang, &cli.options, &cli.show, (cli.paths, None)),
        None => {
            let asked = cli::ReportArguments { paths: cli.paths, ..cli::ReportArguments::default() };
            reports::write(lang, &cli.options, &asked, false)
        }
        Some(Command::Report(asked)) => reports::write(lang, &cli.options, &asked, true),
        Some(Command::Check { strict, expect, paths }) => checks::write(
            lang,
            &cli.options,
            &checks::Asked { paths: &paths, strict, expect: expect.as_deref() },
        ),
        Some(Command::Import(asked)) => match import::import(lang, &cli.options, &asked) {
            import::Imported::Ended(code) => code,
            // The day of the figures is asked of the import, not of the screen.
            import::Imported::Open(paths, made) if term::is_usable() => {
                screen(lang, &cli.options, &cli.show, (paths, made))
            }
            import::Imported::Open(..) if cli.show.kiosk => output::refuse(&no_kiosk(lang)),
            import::Imported::Open(paths, _) => {
                let asked = cli::ReportArguments { paths, ..cli::ReportArguments::default() };
                reports::write(lang, &cli.options, &asked, false)
            }
        },
        Some(Command::New(asked)) => begin::write(lang, &cli.options, &asked),
        Some(Command::Schema { report: false }) => output::print(lang, schema::schema_text().as_bytes(), 0),
        Some(Command::Schema { report: true }) => {
            output::print(lang, format!("{:#}\n", report::json::schema()).as_bytes(), 0)
        }
        Some(Command::Completions { shell }) => output::print(lang, &shell::completions(shell), 0),
        Some(Command::Man { page }) => match manual::page(lang, page.as_deref()) {
            Ok(page) => output::print(lang, &page, 0),
            Err(words) => output::refuse(&words),
        },
    }
}

/// What a kiosk shows stays on its screen: without one it says nothing else.
fn no_kiosk(lang: Lang) -> String {
    say!(lang, "--kiosk cần một màn hình (ssh -t)", "--kiosk needs a terminal (ssh -t)").text()
}

impl Screen for App {
    type Load = Load;

    fn update(&mut self, message: Message<Load>) -> Vec<Effect> {
        let mut effects = self.take(message);
        if self.wish.is_some() {
            // What goes out is the page as it will be drawn.
            Self::prepare_frame(self);
            effects.extend(requests::handle(self));
        }
        effects
    }

    fn prepare_frame(&mut self) {
        Self::prepare_frame(self);
    }

    fn beside(&mut self) -> Option<term::Work> {
        Self::beside(self)
    }

    fn draw(&self, area: Rect, buf: &mut Buffer) {
        ui::draw(self, area, buf);
    }

    /// Behind a kiosk stands a shell that nobody is to have.
    fn may_stop(&self) -> bool {
        !self.choices.kiosk
    }

    fn every_second(&self) -> bool {
        self.meeting().is_some_and(Meeting::counts_seconds)
    }
}

/// Shows what the paths hold; `-` among them is what was made, where there is that, else standard input.
fn screen(
    lang: Lang,
    options: &CommonOptions,
    show: &cli::Show,
    (paths, made): (Vec<PathBuf>, Option<String>),
) -> ExitCode {
    let term = env::var("TERM").unwrap_or_default();
    let colour = has_colour(options, &term);
    // Without colours bold and reverse say what they would.
    let theme = if colour { show.theme.into() } else { Theme::Mono };
    let look = Appearance { theme, letters: letters(options.ascii, &term) };
    let (present, every, kiosk) = (show.present, show.every, show.kiosk);
    let mut app = App::new(Choices { look, kiosk, present, every, ..choices(lang, options) });
    let limits = limits(options);
    let watching = (!options.no_watch && !paths.is_empty()).then(|| Watcher::new(paths.clone()));
    // A file that is being written may look broken for a moment: that reading is not shown.
    let (asks, asked) = channel();
    let arrived = {
        let asks = asks.clone();
        move || {
            // The loader ends only with the program.
            let _ = asks.send(());
        }
    };
    let is_named = made.is_some() || !paths.is_empty();
    let mut sources =
        if is_named { Sources::new(paths, limits, arrived) } else { Sources::unasked(limits, arrived) };
    if let Some(text) = made {
        sources.instead_of_standard(&text);
    }
    let asked_day = options.as_of.or(options.now);
    let read = move |reading, tell: &dyn Fn(Message<Load>)| {
        let now = Local::now().naive_local();
        let load = sources.read_in_parts(now, asked_day.unwrap_or(now.date()), &|part| {
            tell(match part {
                Part::First(load) => Message::FirstLoaded(load),
                Part::Progress(progress) => Message::Reading(Some(progress)),
            });
        });
        let is_sound = match reading {
            Trust::Tentative => load.refused.is_empty(),
            Trust::Asked => !sources.may_be_half_written(),
            Trust::Final => true,
        };
        (is_sound && !load.only_waits()).then_some(load)
    };
    interrupted::leave();
    let ended = term::run(
        &mut app,
        read,
        term::ScreenOptions {
            colour,
            watcher: watching,
            requests: (asks, asked),
            ..term::ScreenOptions::default()
        },
    );
    // The end of the process gives back what was loaded; giving thousands of areas back one by one would be felt.
    std::mem::forget(app);
    match ended {
        Ok(ending) => ending.exit_code(lang),
        Err(error) => output::complain(lang, &error),
    }
}
