//! `giamngheo report`: what is asked for, read, written.

use std::env;
use std::io;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::ValueEnum as _;

use crate::app::App;
use crate::cli::{self, CommonOptions};
use crate::page::{Tab, View};
use crate::report::{self, ReportFormat};
use crate::say;
use crate::text::{Lang, plain};

use super::ending::Written;
use super::output;
use super::read::{read_all, tell_refusals};

/// Reads, and writes the report; `strict`: a refused file makes it fail.
pub fn write(lang: Lang, options: &CommonOptions, asked: &cli::ReportArguments, strict: bool) -> ExitCode {
    let format = match format(lang, asked) {
        Ok(format) => format,
        Err(words) => return output::refuse(&words),
    };
    let app = read_all(lang, options, &asked.paths);
    tell_refusals(&app);
    let Some(view) = app.view() else { return ExitCode::from(1) };
    if let Some(words) = app.lacking() {
        return output::refuse(&words);
    }
    if let Some(day) = options.as_of.filter(|day| view.snapshot().as_of() > *day) {
        output::say(&later(&view, day));
    }
    let view = match compared(&view, options.compare) {
        Ok(compare) => View { compare, narrow: false, ..view },
        Err(words) => return output::refuse(&words),
    };
    if asked.form {
        return forms(lang, &view, asked);
    }
    let tabs = asked.tab.map_or_else(|| tabs_of(&view), |tab| vec![tab]);
    let width = options.width.or_else(columns).unwrap_or(80);
    let view = View { narrow: format == ReportFormat::Text && crate::page::layout::is_narrow(width), ..view };
    let report::Written { mut bytes, note } = match report::write(&view, &tabs, format, width, asked.issuer) {
        Ok(written) => written,
        Err(error) => return output::complain(lang, &error),
    };
    if let Some(note) = note {
        output::say(&note.text());
    }
    if options.ascii && format == ReportFormat::Text {
        bytes = plain::shapeless(&String::from_utf8_lossy(&bytes)).into_bytes();
    }
    output::deliver(lang, &asked.output, &asked.paths, &bytes, u8::from(strict && is_refused(&app)))
}

/// The forms that are sent up.
fn forms(lang: Lang, view: &View, asked: &cli::ReportArguments) -> ExitCode {
    if let Some(words) = output::needs_file(lang, &asked.output, "--form", ".xlsx") {
        return output::refuse(&words);
    }
    let note = report::small_cells::note_of_pages(view, &[Tab::Households]).map(|note| note.text());
    if let Some(note) = &note {
        output::say(note);
    }
    let left = report::form::left_out(lang, view.snapshot());
    if !left.is_empty() {
        let names = left.join(", ");
        output::say(&say!(lang, "không có trong biểu: {names}", "not in the forms: {names}"; names).text());
    }
    match report::form::forms_of(view.snapshot(), note.as_deref()) {
        Ok(bytes) => output::deliver(lang, &asked.output, &asked.paths, &bytes, 0),
        Err(error) => output::complain(lang, &io::Error::other(error)),
    }
}

/// The pages of a report; of a plan what it asks, and the files: it has no figures for the others.
fn tabs_of(view: &View) -> Vec<Tab> {
    if view.snapshot().is_plan() { vec![Tab::Targets, Tab::Checks] } else { Tab::ALL.to_vec() }
}

fn is_refused(app: &App) -> bool {
    app.refused.is_some()
}

/// `--format`, else the ending of the file, else text. A spreadsheet is nothing for a terminal.
fn format(lang: Lang, asked: &cli::ReportArguments) -> Result<ReportFormat, String> {
    let by_name = asked.format.map(ReportFormat::from);
    if let Some(words) = other_ending(lang, asked) {
        return Err(words);
    }
    let format = match (by_name, asked.output.path()) {
        _ if asked.form => return Ok(ReportFormat::Xlsx),
        (Some(format), _) => format,
        (None, Some(path)) => ReportFormat::of_ending(path).map_err(|ending| unknown(lang, &ending))?,
        (None, None) => ReportFormat::Text,
    };
    let name = if format == ReportFormat::Docx { "docx" } else { "xlsx" };
    let needs_file = || output::needs_file(lang, &asked.output, name, "");
    if let Some(words) = format.is_binary().then(needs_file).flatten() {
        return Err(words);
    }
    Ok(format)
}

/// Why the file that is asked for is not that of the format that is asked for.
fn other_ending(lang: Lang, asked: &cli::ReportArguments) -> Option<String> {
    let (what, format) = if asked.form {
        ("--form".to_owned(), ReportFormat::Xlsx)
    } else {
        let name = asked.format?;
        let shown = name.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
        (format!("--format {shown}"), name.into())
    };
    Written { what: &what, option: "-o", endings: &format.endings() }.refusal(lang, asked.output.path())
}

/// Why a file of that ending is not written.
pub fn unknown(lang: Lang, ending: &str) -> String {
    say!(lang, "không ghi được .{ending}; dùng .docx, .html, .xlsx, .csv, .json, .md, .txt hoặc --format",
        ".{ending} is not written; use .docx, .html, .xlsx, .csv, .json, .md, .txt or --format"; ending)
    .text()
}

/// The snapshot to compare with: the newest not later than the day asked for, and earlier than the one shown.
fn compared(view: &View, asked: Option<NaiveDate>) -> Result<Option<usize>, String> {
    let Some(day) = asked else { return Ok(None) };
    if let Some(at) = view.history.compared(view.at, day) {
        return Ok(Some(at));
    }
    Err(say!(view, "không có số liệu đến {day} hay trước đó để so sánh",
        "no figures of {day} or before to compare with"; day)
    .text())
}

/// All figures are later than the day asked for: what is shown instead.
fn later(view: &View, asked: NaiveDate) -> String {
    say!(view, "không có số liệu đến {asked} hay trước đó; đây là số liệu đến {shown}",
        "no figures of {asked} or before; these are of {shown}"; asked, shown = view.snapshot().as_of())
    .text()
}

/// The width that the environment names.
fn columns() -> Option<u16> {
    env::var("COLUMNS").ok()?.parse().ok().filter(|n| (40..=400).contains(n))
}
