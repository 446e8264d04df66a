//! Phrases that several pages say: the words of standings and verdicts, names of figures, sentences of checks.
pub mod check;
pub mod field;
pub mod formula;
mod inside;
pub mod level;
mod peoples;
pub mod standard;
pub mod standing;
pub mod units;
pub mod what;
