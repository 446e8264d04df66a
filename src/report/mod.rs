//! The same pages as the screen, written out: the conclusion first, then the tabs in their order.
//!
//! [`pages`] is what every format holds; [`register`] lists each figure once, with its [`fields`]. [`write()`] gives the
//! bytes of a report; [`file`] puts them on disk whole or not at all.
pub mod check;
pub mod csv;
mod fields;
pub mod file;
mod format;
mod grid;
pub mod html;
pub mod json;
pub mod markdown;
pub mod pages;
mod register;
pub mod text;
mod words;

pub use format::Format;

use crate::page::{Tab, View};
use crate::text::Lang;

/// The bytes of a report: the same for the same view, whenever and wherever it is made.
pub fn write(view: &View, tabs: &[Tab], format: Format, width: u16) -> Vec<u8> {
    let sections = pages::sections(view, tabs);
    match format {
        Format::Csv => csv::report(view, &sections).into_bytes(),
        Format::Json => json::report(view, &sections).into_bytes(),
        Format::Markdown => markdown::report(view, &sections).into_bytes(),
        Format::Html => html::report(view, &sections).into_bytes(),
        _ => text::report(view, &sections, width).into_bytes(),
    }
}

/// A snapshot to begin with, explained by example in a language.
pub fn starter(lang: Lang) -> &'static str {
    lang.pick(include_str!("starter/vi.json"), include_str!("starter/en.json"))
}
