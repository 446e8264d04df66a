//! Files to model: find them, read the format, refuse with places, watch for changes.
//!
//! A file is judged in this order, and the first step that finds a fault is the last but for one thing: faults of JSON, of
//! names and of types are put right in a draft, so that all of a file are told at once (`reader::survey`):
//! the bytes (`look`), the JSON, the version of the format, names and types (the `format` types, through `reader`),
//! and at last figures and references (`validate`).
pub mod column_map;
mod convert;
pub mod decode;
pub mod fault;
pub mod find;
pub mod format;
pub mod gather;
mod head;
pub mod identity;
mod load;
pub mod memory;
mod newest;
pub mod note;
mod open;
pub mod patient;
mod personal;
mod pipes;
pub mod place;
mod read;
pub mod reader;
mod reading;
pub mod reporting;
mod rollup;
pub mod sample;
pub mod schema;
pub mod single;
mod sources;
mod stamp;
mod twins;
mod validate;
pub mod watch;

pub use fault::{Fault, FileFault, HIDDEN, Problem, shown_path};
pub use gather::{LoadResult, LoadedFile, Progress, Refusal, gather};
pub use head::Head;
pub use load::{Kept, Load, count_files, load};
pub use note::{Note, Remark};
pub use personal::may_be_of_somebody;
pub use place::{PlaceIndex, Position};
pub use read::{Limits, ReadFile, read};
pub use reading::Reading;
pub use sources::{Part, Sources};
