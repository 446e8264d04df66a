//! The state of the program, the messages that change it, and the one function that does.
//!
//! - [`message`]: what can happen and what can be asked for
//! - [`keys`]: the one table of keys: dispatch, footer and help read it
//! - [`state`]: where the reader stands
//! - [`update`]: message in, state changed, effects out
pub mod ahead;
pub mod appearance;
pub mod dock;
pub mod find;
pub mod help;
pub mod keys;
pub mod meeting;
pub mod message;
pub mod overlay;
pub mod panes;
pub mod picker;
pub mod query;
pub mod save;
mod startup_selection;
pub mod state;
pub mod stood;
pub mod update;

pub use message::{Composed, Effect, Key, Message};
pub use state::App;
