//! `giamngheo new`: a snapshot to begin with.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cli::{CommonOptions, NewArguments};
use crate::report::ReportFormat;
use crate::report::form::{self, Before};
use crate::report::starter::{self, areas};
use crate::source::{find, single};
use crate::text::Lang;

use super::ending::{self, Written};
use super::output;
use super::read::limits;

/// Writes what was asked for; a file it rests on that cannot be used ends with 1, and nothing is written.
pub fn write(lang: Lang, options: &CommonOptions, asked: &NewArguments) -> ExitCode {
    let to = asked.output.path();
    // The ending decides where nothing else does, as it does for reports.
    let is_workbook = asked.xlsx || ending::is_workbook(to);
    let (what, format) =
        if is_workbook { ("--xlsx", ReportFormat::Xlsx) } else { ("new", ReportFormat::Json) };
    if let Some(words) = (Written { what, option: "-o", endings: &format.endings() }).refusal(lang, to) {
        return output::refuse(&words);
    }
    if is_workbook {
        return workbook(lang, options, asked);
    }
    let made = match (&asked.from, asked.areas, &asked.areas_file) {
        (Some(last), ..) => return after(lang, options, asked, last),
        (_, Some(count), _) => Ok(starter::with_areas(lang, &areas::numbered(count.into()))),
        (.., Some(names)) => named(lang, options, names),
        (None, None, None) => Ok(starter::starter(lang).to_owned()),
    };
    match made {
        Ok(text) => output::deliver(lang, &asked.output, &inputs(asked), text.as_bytes(), 0),
        Err(words) => {
            output::say(&words);
            ExitCode::from(1)
        }
    }
}

fn named(lang: Lang, options: &CommonOptions, file: &Path) -> Result<String, String> {
    Ok(starter::with_areas(lang, &names_in(lang, options, file)?))
}

/// The names that a text has, one a line; else why it has none.
pub fn names_in(lang: Lang, options: &CommonOptions, file: &Path) -> Result<Vec<String>, String> {
    let text = single::text_of(file, &limits(options)).map_err(|fault| output::told(lang, &fault))?;
    areas::names(&text).map_err(|why| why.say(lang, &find::shown(file)))
}

/// The files that what is written rests on.
fn inputs(asked: &NewArguments) -> Vec<PathBuf> {
    asked.from.iter().chain(&asked.areas_file).cloned().collect()
}

/// The workbook to fill in: it is nothing for a terminal.
fn workbook(lang: Lang, options: &CommonOptions, asked: &NewArguments) -> ExitCode {
    if let Some(words) = output::needs_file(lang, &asked.output, "--xlsx", ".xlsx") {
        return output::refuse(&words);
    }
    let before = match &asked.from {
        None => Before::default(),
        Some(last) => match single::model_of(last, &limits(options)) {
            Ok((text, snapshot)) => Before::of(&snapshot, &text, options.as_of),
            Err(faults) => {
                output::say_faults(lang, &faults);
                return ExitCode::from(1);
            }
        },
    };
    let names = match (&asked.areas_file, asked.areas) {
        (Some(file), _) => names_in(lang, options, file),
        (None, count) => Ok(areas::numbered(count.map_or(10, usize::from))),
    };
    match names.map(|names| form::blank(&names, &before)) {
        Ok(Ok(bytes)) => output::deliver(lang, &asked.output, &inputs(asked), &bytes, 0),
        Ok(Err(error)) => output::complain(lang, &io::Error::other(error)),
        Err(words) => {
            output::say(&words);
            ExitCode::from(1)
        }
    }
}

/// The next period of the file `last`.
fn after(lang: Lang, options: &CommonOptions, asked: &NewArguments, last: &Path) -> ExitCode {
    let Some(as_of) = options.as_of else {
        return output::refuse(lang.pick(
            "--from cần thêm --as-of NGÀY, ngày của số liệu mới",
            "--from needs --as-of DATE, the day of the new figures",
        ));
    };
    let (text, reading) = match single::snapshot_of(last, &limits(options)) {
        Ok(read) => read,
        Err(faults) => {
            output::say_faults(lang, &faults);
            return ExitCode::from(1);
        }
    };
    match starter::next(lang, &text, &reading, as_of) {
        Ok(next) => output::deliver(lang, &asked.output, &inputs(asked), next.as_bytes(), 0),
        Err(why) => output::refuse(&why.say(lang)),
    }
}
