//! `giamngheo`: a terminal dashboard for sustainable poverty reduction ("giảm nghèo bền vững").
//!
//! Data walks one way, and imports point the other way only:
//!
//! ```text
//! file -> source -> model -> page -> app -> ui -> term -> the terminal
//!                     |        |           report -> standard output, files
//!                   text (languages, numbers, dates) serves all that come after it
//!
//! imports: model <- text <- source <- page <- app <- ui, report <- term <- main
//! ```
pub mod app;
pub mod cli;
#[cfg(test)]
#[expect(dead_code, reason = "the tests from outside use more of it")]
#[path = "../tests/it/folder.rs"]
mod folder;
pub mod model;
pub mod page;
pub mod report;
pub mod run;
pub mod source;
pub mod term;
pub mod text;
pub mod ui;
