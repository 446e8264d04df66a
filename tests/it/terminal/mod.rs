//! The built program in a real pseudo-terminal, and the real loop around a terminal of paper.
//!
//! Of the program only this is taken for granted: it draws something, and `q` ends it with 0.
mod exits;
mod faults;
pub mod hang_up;
mod input;
mod jobs;
mod journey;
mod output;
pub mod paper;
pub mod pty;
mod sizes;
