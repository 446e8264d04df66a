//! `giamngheo`: a terminal dashboard for sustainable poverty reduction ("giảm nghèo bền vững").
//!
//! Data walks one way, and imports point the other way only (a test holds that):
//!
//! ```text
//! file -> source -> model -> page -> app -> ui -> term -> the terminal
//! workbook -> import -> file
//!                     |        |           report -> standard output, files
//!                   text (languages, numbers, dates, sentences) serves all that come after it
//!
//! imports: model <- text <- source <- import <- page <- app <- ui, report <- term <- main
//! ```
//!
//! The rooms
//!
//! - [`model`]: what a figure, a group, an area, a programme, a target and a history are, and all arithmetic. A figure
//!   is stated or made by one of the few operations in `model::ops`, which carry qualifier, source and formula along.
//!   `standing` judges targets, `checks` sets figures against each other; the head of each tells what it is made with.
//!   No files, no screen, no language.
//! - [`text`]: languages, numbers, dates, names folded for finding. A sentence is a template in both languages side by
//!   side ([`say!`]) and gives a [`text::line::Line`] whose figures are still figures. `text::say` holds what several
//!   pages say: names of figures, words of standings, the words of checks, written formulas.
//! - [`source`]: files to model. `find`, `watch`, `gather`, `open`, `pipes` and `sources` know files, and which need not be
//!   read again (`stamp`); `reader` reads JSON and keeps the place of every field; `reading` is what is kept of a file; `format` is the snapshot format as types, from which the schema is made; `validate` judges what types
//!   cannot; `convert` makes the model; `fault` says what is wrong where, never quoting a value;
//!   `reporting` knows which parts are expected at a day and have no figures.
//! - [`import`]: workbooks and lists that offices keep, to a snapshot's text. Which forms there are is data. Of a list
//!   of households only counts leave it.
//! - [`page`]: what each tab holds, before any layout. A page is made from a [`page::View`] (where the reader stands)
//!   and from nothing else; what is found of a place, its checks and targets, is found once by [`page::Facts`].
//!   `page::layout` sets a page into cells.
//! - [`app`]: the state, the messages, the one function that changes it, the one table of keys. No clock, no file: the
//!   time, the size and what was loaded arrive as messages.
//! - [`ui`]: state to picture. Pure.
//! - [`report`]: the same pages as text, Markdown, CSV, JSON, HTML and xlsx.
//! - [`term`]: takes the terminal over and gives it back; input, signals, the loop.
//!
//! The way of a figure: `"households": 1429` is read by `source::reader` with its line, becomes a field of
//! `source::format`, is judged in `source::validate`, and `source::convert` makes a stated
//! [`model::figure::Figure`] of it. A page asks the model (`area.figure(group, aspect)`), puts it into a cell or a
//! sentence, and `text::show` writes it. The cell keeps the figure, so Enter can show where it is from, a spreadsheet
//! gets the exact number, and no mark is lost.
//!
//! The way of a key: `term::input` decodes bytes to a `Key`, the loop sends it as a `Message`, `App::update` looks it
//! up in `app::keys::table` and changes the state, the page of the place is made anew, `ui::draw` draws it when the
//! queue is empty, and `term` writes the cells that changed.
// The tests inside the library share files with those from outside, which name it so.
#[cfg(test)]
extern crate self as giamngheo;

pub mod app;
pub mod cli;
#[cfg(test)]
#[expect(dead_code, reason = "the tests from outside use more of it")]
#[path = "../tests/it/folder.rs"]
mod folder;
pub mod import;
pub mod model;
pub mod page;
pub mod report;
pub mod run;
pub mod source;
pub mod term;
pub mod text;
pub mod ui;
#[cfg(test)]
#[path = "../tests/it/view.rs"]
mod view;
