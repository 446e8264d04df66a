//! How a command is called: each option with what stands for its value.

use clap::{Arg, ArgAction, Command};
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};

/// The section of a command.
pub fn section(roff: &mut Roff, command: &Command, more: Option<&str>) {
    let name = command.get_bin_name().unwrap_or_else(|| command.get_name());
    let mut line = vec![bold(name)];
    let options = command.get_arguments().filter(|argument| !argument.is_positional());
    options.filter(|option| !option.is_hide_set()).for_each(|argument| option(&mut line, argument));
    command.get_positionals().for_each(|argument| positional(&mut line, argument));
    if let Some(more) = more {
        line.extend([roman(" ["), italic(more), roman("]")]);
    }
    roff.control("SH", ["SYNOPSIS"]);
    roff.text(line);
}

/// An option by its short name, where it has one: `[-o FILE]`, `[--sheet NAME]`, `[--force]`.
fn option(line: &mut Vec<Inline>, option: &Arg) {
    let name = option.get_short().map(|short| format!("-{short}"));
    let Some(name) = name.or_else(|| option.get_long().map(|long| format!("--{long}"))) else { return };
    line.extend([roman(" ["), bold(name)]);
    if option.get_action().takes_values() {
        line.extend([roman(" "), italic(value(option))]);
    }
    line.push(roman("]"));
}

/// What has no name: `FILE...`, `[PATH...]`.
fn positional(line: &mut Vec<Inline>, argument: &Arg) {
    let (begin, end) = if argument.is_required_set() { (" ", "") } else { (" [", "]") };
    let more = if matches!(argument.get_action(), ArgAction::Append) { "..." } else { "" };
    line.extend([roman(begin), italic(value(argument)), roman(format!("{more}{end}"))]);
}

fn value(argument: &Arg) -> String {
    let names = argument.get_value_names().unwrap_or_default();
    names.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}
