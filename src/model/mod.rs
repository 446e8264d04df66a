//! What a snapshot, figure, group, area, programme, target and history are, and all arithmetic on them.
//! No files, no screen, no language.
//!
//! - [`exact`], [`figure`]: a number that knows its unit, qualifier, provenance and story
//! - [`ops`]: the few operations that make a figure from figures
//! - [`area`] with its [`parts`], [`support`], [`target`], [`snapshot`]: what one file says
//! - [`history`]: the snapshots of a unit over time, and many units
//! - [`rates`], [`change`]: what follows from them by arithmetic
//! - [`places`]: what an area is among the others: its share, its rank, how fast it falls
//! - [`standing`]: where a target stands, how fast it must go, where it leads
//! - [`checks`]: what the figures say of each other
pub mod area;
#[cfg(test)]
pub(crate) mod build;
pub mod change;
pub mod checks;
pub mod exact;
pub mod figure;
pub mod history;
pub mod measure;
pub mod ops;
pub mod parts;
pub mod percent;
pub mod period;
pub mod places;
pub mod rates;
pub mod snapshot;
pub mod standing;
pub mod stated;
pub mod story;
pub mod support;
pub mod target;
pub mod words;
