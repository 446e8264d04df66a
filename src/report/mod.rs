//! The same pages as the screen, written out.
pub mod check;
pub mod pages;
pub mod text;
