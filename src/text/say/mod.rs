//! Phrases that several pages say: the words of standings and verdicts, names of figures, formulas.
pub mod check;
pub mod standing;
pub mod what;
