//! Phrases that several pages say: the words of standings and verdicts, names of figures, sentences of checks.
pub mod check;
pub mod field;
pub mod formula;
pub mod parts;
pub mod phrase;
pub mod standing;
pub mod what;
