//! Files to model: find them, read the format, refuse with places, watch for changes.
//!
//! A file is judged in this order, and the first step that finds a fault is the last:
//! the bytes (`look`), the JSON (`json`), the version of the format, names and types (the `format` types, read
//! through `node`), and at last figures and references (`refuse`).
mod convert;
mod desk;
pub mod fault;
pub mod find;
pub mod format;
pub mod gather;
pub mod identity;
pub mod json;
mod load;
pub mod look;
mod node;
pub mod note;
mod parents;
pub mod place;
mod read;
mod refuse;
pub mod sample;
pub mod schema;
mod stop;
mod walk;
pub mod watch;

pub use fault::{Fault, Problem};
pub use gather::{Gained, Gathered, Refusal, gather};
pub use load::{Load, load};
pub use note::{Note, Remark};
pub use place::{Place, PlaceIndex};
pub use read::{Limits, Reading, read};
