//! What was typed: parsed, or answered with the help or with what is wrong, in the language asked for.

use std::error::Error as _;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::process::ExitCode;

use chrono::{Datelike as _, NaiveDate};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::parser::ValueSource;
use clap::{ArgMatches, Args as _, CommandFactory as _, FromArgMatches as _, ValueEnum};

use super::{environment, output};
use crate::cli::{self, Cli, Command, ImportArguments, LangName, Show, vietnamese};
use crate::model::name::UnitKind;
use crate::say;
use crate::source::format::called::called;
use crate::text::{Lang, clean, line::Line};

/// What was typed; where it is no command, the code to end with after it was answered.
pub fn parsed(arguments: &[OsString]) -> Result<Cli, ExitCode> {
    let matches = Cli::command().try_get_matches_from(arguments);
    let cli = matches.and_then(|matches| Ok((Cli::from_arg_matches(&matches)?, matches)));
    let (cli, matches) = cli.map_err(|error| answered(language(arguments), arguments, error))?;
    if let Some(words) = of_the_screen(language(arguments), &cli, &matches) {
        return Err(output::refuse(&words));
    }
    if let Some(zone) = environment::endless_zone() {
        let value = clean::clean(&zone).0;
        let words = say!(language(arguments), "TZ={value} không phải múi giờ (ví dụ: Asia/Ho_Chi_Minh)",
            "TZ={value} is no time zone (an example: Asia/Ho_Chi_Minh)"; value);
        return Err(output::refuse(&words.text()));
    }
    match environment::unknown_language() {
        Some(value) if cli.options.lang.is_none() => Err(output::refuse(&unknown_language(&value))),
        _ => Ok(cli),
    }
}

/// What is wrong with a choice of the screen that is typed before a command without one: as after it, it is none.
fn of_the_screen(lang: Lang, cli: &Cli, matches: &ArgMatches) -> Option<String> {
    let within = matches.subcommand_name()?;
    if matches!(cli.command, Some(Command::Import(ImportArguments { open: true, .. }))) {
        return None;
    }
    let own = Show::augment_args(clap::Command::default());
    let is_typed = |option: &&clap::Arg| {
        matches.value_source(option.get_id().as_str()) == Some(ValueSource::CommandLine)
    };
    let name = own.get_arguments().find(is_typed).and_then(clap::Arg::get_long)?;
    let fault = no_option(lang, &format!("--{name}")).text();
    Some(said(lang, fault, &Told { within: Some(within), ..Told::default() }))
}

/// What is wrong with the language of the environment.
fn unknown_language(value: &str) -> String {
    let lang = environment::language();
    let fault = no_value(lang, "GIAMNGHEO_LANG", value).text();
    let valid = LangName::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    let valid = valid.map(|valid| valid.get_name().to_owned()).collect::<Vec<_>>().join(", ");
    said(lang, fault, &Told { valid: Some(valid), ..Told::default() })
}

/// The language asked for, by one who has typed something that cannot be parsed too.
fn language(arguments: &[OsString]) -> Lang {
    let typed: Vec<&str> = arguments.iter().filter_map(|typed| typed.to_str()).collect();
    let after = typed.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    let asked = after.or_else(|| typed.iter().find_map(|typed| typed.strip_prefix("--lang=")));
    match asked {
        Some("vi") => Lang::Vi,
        Some("en") => Lang::En,
        _ => environment::language(),
    }
}

fn answered(lang: Lang, arguments: &[OsString], error: clap::Error) -> ExitCode {
    let error = in_language(lang, arguments, error);
    match (error.kind(), lang) {
        (ErrorKind::DisplayVersion, _) => shown(lang, &error, |text| text),
        // A server in English is also read by people who look for their own language first.
        (ErrorKind::DisplayHelp, Lang::En) => {
            shown(lang, &error, |text| format!("{IN_VIETNAMESE}\n\n{text}"))
        }
        (ErrorKind::DisplayHelp, Lang::Vi) => shown(lang, &error, |text| vietnamese::put_right(&text)),
        _ => output::refuse(&refused(lang, arguments, &error)),
    }
}

/// How to have the program in Vietnamese, for whoever does not read English.
const IN_VIETNAMESE: &str = "Tiếng Việt: --lang vi hoặc GIAMNGHEO_LANG=vi";

/// The same words typed, answered by the command line in the language.
fn in_language(lang: Lang, arguments: &[OsString], error: clap::Error) -> clap::Error {
    let told = cli::told(lang).try_get_matches_from(arguments).err();
    told.filter(|told| told.kind() == error.kind()).unwrap_or(error)
}

/// Printed, with the weight of its heads where a terminal shows it.
fn shown(lang: Lang, error: &clap::Error, put: impl Fn(String) -> String) -> ExitCode {
    let has_colour = io::stdout().is_terminal() && !environment::forbids_colour();
    let text = error.render();
    let text = if has_colour { text.ansi().to_string() } else { text.to_string() };
    output::print(lang, put(text).as_bytes(), 0)
}

/// What is wrong, what was perhaps meant, and where the help is.
fn refused(lang: Lang, arguments: &[OsString], error: &clap::Error) -> String {
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|kind| named(error, kind));
    // A kind of unit in Vietnamese is no misspelt English one.
    let near = kind_meant(error).or(near);
    let valid = named(error, ContextKind::ValidValue);
    let command = Cli::command();
    let typed = arguments.iter().filter_map(|typed| typed.to_str());
    let within =
        typed.map(|name| command.find_subcommand(name)).find_map(|found| found.map(clap::Command::get_name));
    said(lang, fault(lang, arguments, error), &Told { near, valid, within })
}

/// The kind of unit that a word of a value calls by another name: `thon` is a quarter.
fn kind_meant(error: &clap::Error) -> Option<String> {
    let is_of_kind =
        named(error, ContextKind::InvalidArg).is_some_and(|argument| argument.starts_with("--kind"));
    let value = named(error, ContextKind::InvalidValue).filter(|_| is_of_kind)?;
    called(&value, &UnitKind::ALL.map(UnitKind::code)).map(str::to_owned)
}

/// What is told besides a fault: what was perhaps meant, what would be taken, which command has the help.
#[derive(Default)]
struct Told<'a> {
    near: Option<String>,
    valid: Option<String>,
    within: Option<&'a str>,
}

fn said(lang: Lang, fault: String, told: &Told) -> String {
    let Told { near, valid, within } = told;
    say!(lang,
        "{fault}[; có phải {near}?][; nhận: {valid}] (xem giamngheo[ {within}] --help)",
        "{fault}[; did you mean {near}?][; takes: {valid}] (see giamngheo[ {within}] --help)";
        fault, near = near.as_ref(), valid = valid.as_ref(), within = *within)
    .text()
}

fn fault(lang: Lang, arguments: &[OsString], error: &clap::Error) -> String {
    let argument = named(error, ContextKind::InvalidArg).unwrap_or_default();
    let said = match error.kind() {
        ErrorKind::UnknownArgument => no_option(lang, &argument),
        ErrorKind::InvalidSubcommand => {
            let command = named(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            say!(lang, "không có lệnh {command}", "there is no command {command}"; command)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            value_fault(lang, error, asked_by(arguments, argument))
        }
        ErrorKind::ArgumentConflict => {
            let other = named(error, ContextKind::PriorArg).unwrap_or_default();
            say!(lang, "{argument} không dùng cùng {other}", "{argument} cannot be used with {other}"; argument, other)
        }
        ErrorKind::MissingRequiredArgument => {
            say!(lang, "còn thiếu {argument}", "missing: {argument}"; argument)
        }
        ErrorKind::InvalidUtf8 => {
            let mut odd = arguments.iter().filter(|typed| typed.to_str().is_none());
            // A path may be of other letters: which of several is meant is not told.
            let one = odd.next().filter(|_| odd.next().is_none());
            let value = one.map(|typed| clean::visible(&typed.to_string_lossy()));
            say!(lang, "dòng lệnh có chữ không phải UTF-8[: {value}]",
                "the command line has letters that are not UTF-8[: {value}]"; value)
        }
        ErrorKind::TooManyValues => {
            say!(lang, "{argument} không nhận giá trị", "{argument} takes no value"; argument)
        }
        // Faults that this command line does not know how to make.
        kind => return kind.as_str().map_or_else(|| error.to_string(), str::to_owned),
    };
    said.text()
}

/// Who asks for a value: the variable of the environment where the option was not typed.
fn asked_by(arguments: &[OsString], argument: String) -> String {
    let is_of = |typed: &str, long: &str| typed.split('=').next() == Some(long);
    let name = argument.split(' ').next().unwrap_or_default();
    let is_typed = arguments.iter().filter_map(|typed| typed.to_str()).any(|typed| is_of(typed, name));
    let command = Cli::command();
    let mut options = command.get_arguments();
    let option =
        options.find(|option| option.get_long().is_some_and(|long| name.strip_prefix("--") == Some(long)));
    let variable = option.and_then(clap::Arg::get_env).filter(|_| !is_typed);
    variable.map_or(argument, |variable| variable.to_string_lossy().into_owned())
}

fn no_option(lang: Lang, argument: &str) -> Line {
    say!(lang, "không có tùy chọn {argument}", "there is no option {argument}"; argument)
}

fn no_value(lang: Lang, argument: &str, value: &str) -> Line {
    say!(lang, "{argument}: giá trị không hợp lệ: {value}", "{argument}: not a valid value: {value}";
        argument, value = clean::visible(value))
}

fn value_fault(lang: Lang, error: &clap::Error, argument: String) -> Line {
    let Some(value) = named(error, ContextKind::InvalidValue) else {
        return say!(lang, "{argument}: thiếu giá trị", "{argument}: its value is missing"; argument);
    };
    let is_day = argument.contains("<DATE>") || argument.contains("<NGÀY>");
    let turned = turned_day(&value).filter(|_| is_day).map(|day| day.to_string());
    let day = (is_day && turned.is_none()).then_some("2023-12-31");
    let [least, most] = range(error).map_or([None, None], |ends| ends.map(Some));
    let fault = no_value(lang, &argument, &value).text();
    say!(lang,
        "{fault}[; viết {turned}][; cần ngày dạng {day}][; cần từ {least} đến {most}]",
        "{fault}[; write {turned}][; a date is written {day}][; from {least} to {most}]";
        fault, turned, day, least, most)
}

/// The day that was meant by one that is written as people write days.
fn turned_day(typed: &str) -> Option<NaiveDate> {
    ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y/%m/%d", "%Y.%m.%d"]
        .into_iter()
        .find_map(|form| NaiveDate::parse_from_str(typed.trim(), form).ok())
        .filter(|day| (1900..=2200).contains(&day.year()))
}

/// The ends of the range that a number is out of: the parser tells them in words only, `0 is not in 1..=5000`.
fn range(error: &clap::Error) -> Option<[String; 2]> {
    let told = error.source()?.to_string();
    let (least, most) = told.rsplit_once(" is not in ")?.1.split_once("..=")?;
    Some([least.to_owned(), most.to_owned()])
}

/// A name that the parser gives with a fault, or several of them.
fn named(error: &clap::Error, kind: ContextKind) -> Option<String> {
    let named = match error.get(kind)? {
        ContextValue::String(name) => name.clone(),
        ContextValue::Strings(names) => names.join(", "),
        _ => return None,
    };
    // What was typed may hold anything; what is no letter in it is shown, not sent to the terminal.
    let named = clean::visible(&named);
    (!named.is_empty()).then_some(named)
}
