//! The text of a file into the types of the format: the JSON first (`json`), then the version it says it is of, then
//! name by name and value by value (`node` and `walk`, which call each other as deep as the values nest).
mod context;
pub mod json;
mod node;
mod read_error;
mod walk;

use serde::Deserialize;

use super::fault::Fault;
use super::note::Note;
use super::place::{FieldPath, PlaceIndex};
use context::ReadContext;
use node::Node;

/// What a reading brings: the value, where each of its fields stands, and remarks.
pub(super) type Brought<T> = (T, PlaceIndex, Vec<Note>);

/// Reads the one value of `text`.
///
/// # Errors
/// The first fault of the text as JSON, of its version, or of a name or a value in it.
pub(super) fn read<'a, T: Deserialize<'a>>(text: &'a str) -> Result<Brought<T>, Fault> {
    json::check(text)?;
    json::check_format(text)?;
    let ctx = ReadContext::new(text);
    let top = Node { raw: text.trim_matches([' ', '\t', '\n', '\r']), trail: &FieldPath::TOP, ctx: &ctx };
    let value = T::deserialize(top).map_err(|stop| stop.fault(text))?;
    let (places, notes) = ctx.cleared();
    Ok((value, places, notes))
}
