//! The snapshot format `giamngheo/1` as types: what may stand in a file, field by field.
//!
//! The published schema is made from these types, so what they say is what is read. A field that may be absent is an
//! `Option` or a list; `null` is refused everywhere. Nothing here computes: that is the model's.
#[macro_use]
mod listed;

mod area;
mod asked;
pub mod called;
mod date;
mod figure;
mod group;
mod indicator;
mod indicators;
mod percent;
mod plain;
mod programme;
mod qualified;
mod snapshot;
mod support;
mod target;
mod words;

pub use area::{Area, Lack};
pub use asked::Asked;
pub use date::{Begin, Date, Period, Year};
pub use figure::{Change, Count, Figure};
pub use group::{Group, Movement, Part};
pub use indicator::{Indicator, IndicatorUnit};
pub use indicators::Indicators;
pub use listed::Written;
pub use percent::Number;
pub use programme::{AreaPart, Programme};
pub use qualified::{PercentFigure, Qualified};
pub use snapshot::{Format, MOST_DOUBTS, Snapshot, Source, Standard, UnitName};
pub use support::{Coverage, Doubt, Task};
pub use target::{Aim, Baseline, Measure, Outcome, Target};
pub use words::{Id, Line};

pub(super) use called::{called, is_called};
pub(super) use plain::AS_WRITTEN;
pub(super) use snapshot::FORMAT;

/// The largest count or amount of money a file may hold.
pub const MAX_COUNT: i64 = 1_000_000_000_000_000;
