//! What the shell wants to know of the program: completions, from the table of arguments.

use clap::CommandFactory;

use crate::cli::{Cli, Shell};

/// The completions for a shell.
pub fn completions(shell: Shell) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut command = Cli::command();
    clap_complete::generate(clap_complete::Shell::from(shell), &mut command, "giamngheo", &mut bytes);
    bytes
}
