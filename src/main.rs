//! Arguments in, exit code out.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    giamngheo::run::run(giamngheo::cli::Cli::parse())
}
