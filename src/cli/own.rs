//! Choices that hold for every command and mean something of their own in one of them, in both languages.

use clap::{Arg, Command};

use crate::text::Lang;

/// The command, the id of the argument, and its words there.
const OWN: &[(&str, &str, [&str; 2])] = &[
    (
        "import",
        "as_of",
        [
            "Ngày của số liệu, khi tệp không ghi hoặc ghi sai",
            "The day of the figures, where the files do not say it or say it wrongly",
        ],
    ),
    (
        "import",
        "unit",
        [
            "Đơn vị có số liệu này, hoặc đơn vị cấp trên của các tệp (các tệp thành địa bàn của đơn vị đó)",
            "The unit that the files are of, or lie within (they become its areas then)",
        ],
    ),
    ("new", "as_of", ["Ngày của số liệu sẽ điền vào tệp mới", "The day of the figures to fill in"]),
];

/// A built command line with the words that these commands have of their own.
pub fn told(lang: Lang, command: Command) -> Command {
    // Each command in turn, or those with words of their own would go to the end of the list.
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    names.into_iter().fold(command, |command, name| {
        let own = OWN.iter().filter(|(of, ..)| *of == name);
        let own: Vec<_> = own.map(|(_, id, [vi, en])| (*id, lang.pick(vi, en))).collect();
        // In their place: one that is taken out and put back would be looked for where it was.
        let words = move |argument: Arg| match own.iter().find(|(id, _)| argument.get_id() == *id) {
            Some((_, words)) => argument.help(*words).long_help(*words),
            None => argument,
        };
        command.mut_subcommand(name, |sub| sub.mut_args(words))
    })
}
