//! Arguments in, exit code out.

use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    giamngheo::run::run(&env::args_os().collect::<Vec<_>>())
}
