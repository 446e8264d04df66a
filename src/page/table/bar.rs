//! A bar in a cell.

use crate::model::exact::Exact;
use crate::text::line::Role;

/// A bar.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bar {
    /// What is drawn, as a part of `full`.
    pub value: Exact,
    /// Where the scale begins: below zero the bar goes to either side of an upright at zero.
    pub from: Exact,
    /// What the whole width stands for.
    pub full: Exact,
    /// Where the aim stands (`┃`), in the same measure.
    pub aim: Option<Exact>,
    /// Where the time stands (`│`), in the same measure; the bar's rest is then shaded, so that it shows how far the
    /// way still is.
    pub time: Option<Exact>,
    /// How it looks.
    pub role: Role,
}
