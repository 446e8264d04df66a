//! What the shell wants to know of the program: completions and the manual page, from the table of arguments.

use clap::CommandFactory;

use crate::cli::{Cli, Shell};

/// The completions for a shell.
pub fn completions(shell: Shell) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut command = Cli::command();
    clap_complete::generate(clap_complete::Shell::from(shell), &mut command, "giamngheo", &mut bytes);
    bytes
}

/// Letters beyond ASCII as the names that every reader of manual pages knows, whatever its charset.
fn named(page: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(page);
    let name = |letter: char| match letter {
        letter if letter.is_ascii() => letter.to_string(),
        letter => format!("\\[u{:04X}]", u32::from(letter)),
    };
    text.chars().map(name).collect::<String>().into_bytes()
}

/// The manual page: the program, then each of its commands.
pub fn manual() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut command = Cli::command().disable_help_subcommand(true);
    command.build();
    let mut pages = vec![command.clone()];
    pages.extend(command.get_subcommands().cloned());
    for page in pages {
        // Written to memory: there is nothing that could fail.
        let _ = clap_mangen::Man::new(page).date("").render(&mut bytes);
    }
    named(&bytes)
}
