//! The text of a file into the types of the format: the JSON first (`json`), then the version it says it is of, then
//! name by name and value by value (`node` and `walk`, which call each other as deep as the values nest).
mod context;
mod draft;
pub mod json;
mod mend;
mod node;
mod quoted;
mod read_error;
mod right_form;
mod scan;
mod survey;
mod walk;

use serde::Deserialize;

use super::fault::Fault;
use super::note::Note;
use super::place::PlaceIndex;
use context::ReadContext;
use node::Node;
pub(super) use survey::Survey;

/// What a reading brings: the value, where each of its fields stands, and remarks.
pub(super) type Brought<T> = (T, PlaceIndex, Vec<Note>);

/// Reads the one value of `text`.
///
/// # Errors
/// The faults of the text as JSON, of its version, or of names and values in it, as far as they can be found.
pub(super) fn read<T: for<'a> Deserialize<'a>>(text: &str) -> Result<Brought<T>, Survey<T>> {
    read_sound(text).map_err(|first| survey::survey(text, first))
}

/// Reads a text that goes with the files of the format and is none of them: it says no version.
///
/// # Errors
/// The faults of the text as JSON, or of names and values in it.
pub(super) fn read_beside<T: for<'a> Deserialize<'a>>(text: &str) -> Result<T, Vec<Fault>> {
    let read = sound(text, || read_typed(text));
    read.map(|(value, ..)| value).map_err(|first| survey::survey::<T>(text, first).faults)
}

/// The same of a text in which nothing is wrong; else the first fault of it.
fn read_sound<'a, T: Deserialize<'a>>(text: &'a str) -> Result<Brought<T>, Fault> {
    sound(text, || {
        json::check_format(text)?;
        read_typed(text)
    })
}

/// What `read` makes of a text with the grammar of JSON. A reading that comes to its end has met nothing too deep and no
/// number out of range; of one that does not that is asked first.
fn sound<T>(text: &str, read: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    json::check_grammar(text)?;
    read().map_err(|fault| json::check(text).err().unwrap_or(fault))
}

/// The value of a text that has the grammar of JSON.
fn read_typed<'a, T: Deserialize<'a>>(text: &'a str) -> Result<Brought<T>, Fault> {
    let ctx = ReadContext::new(text);
    let value = T::deserialize(Node::top(&ctx)).map_err(|stop| stop.fault(text))?;
    let (places, notes) = ctx.cleared();
    Ok((value, places, notes))
}
