//! The same pages as the screen, written out.
pub mod check;
pub mod text;
