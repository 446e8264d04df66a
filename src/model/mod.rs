//! What a snapshot, figure, group, area, programme, target and history are, and all arithmetic on them.
//! No files, no screen, no language.
//!
//! - [`exact`], [`mod@unit`], [`qualifier`], [`amount`]: what a number is made of
//! - [`name`], [`measure`]: what it is the number of; [`source_file`]: where it was read
//! - [`figure`]: all of that together, with its story and its [`formula`]; [`location`]: where it stands in its file
//! - [`stated_number`]: a number as a file states it; [`cell`]: what is stated of areas, as small as it can be kept; [`area_list`]: how it is taken in
//! - [`ops`]: the few operations that make a figure from figures; `span`: the numbers that a figure may stand for,
//!   by its rounding or its bound, to compare it with others
//! - [`area`] with its [`parts`], [`support`], [`target`], [`snapshot`]: what one file says
//! - [`history`]: the snapshots of a unit over time, and many units
//! - [`rates`], [`change`], `totals`: what follows from them by arithmetic
//! - [`places`]: what an area is among the others: its share, its rank, how fast it falls
//! - [`standing`]: where a target stands, how fast it must go, where it leads
//! - [`checks`]: what the figures say of each other
pub mod amount;
pub mod area;
pub mod area_list;
#[cfg(test)]
pub(crate) mod build;
pub mod by_id;
pub mod cell;
pub mod change;
pub mod checks;
pub mod exact;
pub mod figure;
pub mod formula;
pub mod history;
pub mod indicator;
mod interval;
pub mod location;
mod lookup;
pub mod measure;
pub mod movement;
pub mod name;
mod numbers;
pub mod ops;
mod part_sums;
pub mod parts;
pub mod percent;
pub mod period;
pub mod places;
pub mod qualifier;
pub mod rates;
pub mod remembered;
pub mod revision;
pub mod shape;
pub mod snapshot;
pub mod source_file;
pub mod standing;
pub mod stated;
pub mod stated_number;
mod sums;
pub mod support;
pub mod target;
mod totals;
pub mod unit;
pub mod words;
