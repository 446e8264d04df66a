//! The only room that knows a terminal is there: take over, give back, input, signals, the loop.
//!
//! ```text
//! keyboard -> input ---.
//! signals -> signals --+-> queue -> event_loop -> painter -> output -> the terminal
//! files -> loader -----'               |  ^
//!                                      v  |
//!                               Screen: update, draw
//! ```
//!
//! Each arrow from the left is a thread that sleeps until something happens; the loop takes all that has happened,
//! then draws one picture. [`run()`] puts it together for a real terminal; tests put an [`EventLoop`] around a
//! [`Device`] of their own.
#[cfg(test)]
mod bytes;
mod decode;
mod device;
mod event;
mod event_loop;
mod frame_diff;
mod frame_timer;
mod guard;
mod input;
mod input_method;
mod jobs;
mod loader;
mod output;
mod panics;
mod paste;
mod pen;
mod run;
mod screen;
mod scroll;
mod sgr;
mod signals;
mod tty;
mod waiting;
pub use device::Device;
pub use event::Event;
pub use event_loop::{Clock, EventLoop};
pub use loader::{Loader, Trust};
pub use run::{Ending, ScreenOptions, no_core_dumps, run};
pub use screen::{Screen, Work};
pub use signals::ending_signals;
pub use tty::{is_able, is_usable};

/// The exit code after the terminal went away, with the signal HUP or without.
const HANG_UP: u8 = 129;
/// The exit code after a panic, as Rust has it.
const PANICKED: u8 = 101;
