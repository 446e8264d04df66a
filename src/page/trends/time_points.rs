//! The days that a series stands at: the snapshots of the unit under the shown standard, and those of the same unit
//! under others, which are never joined or compared with them.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::area::Area;
use crate::model::change;
use crate::model::history::History;
use crate::model::snapshot::{Snapshot, Standard};
use crate::text::Lang;
use crate::text::say::standard;

use super::super::View;

/// One day of the series.
#[derive(Debug, Clone, Copy)]
pub struct TimePoint<'a> {
    /// The snapshot.
    pub snapshot: &'a Arc<Snapshot>,
    /// The unit, or the area that the reader has gone into; none where this snapshot does not hold it.
    pub area: Option<&'a Area>,
    /// Where it does not: the area as the year after first tells of it, and what it fell by in that year.
    pub later: Option<&'a Area>,
    /// Its standard.
    pub standard: &'a Standard,
    /// Is it of the shown history, and which of its snapshots?
    pub own: Option<usize>,
}

impl TimePoint<'_> {
    /// Its day.
    pub fn day(&self) -> NaiveDate {
        self.snapshot.as_of()
    }
}

/// All days of the unit, oldest first; those of one standard together.
pub fn stations<'a>(view: &View<'a>) -> Vec<TimePoint<'a>> {
    let mut histories: Vec<&History> =
        view.world.histories.iter().filter(|other| view.history.is_of_unit_of(other)).collect();
    histories.retain(|other| other.standard != view.history.standard);
    histories.push(view.history);
    histories.sort_by_key(|history| history.snapshots.first().map(|s| s.as_of()));
    let of = |history: &'a History| {
        let is_own = std::ptr::eq(history, view.history);
        history.snapshots.iter().enumerate().map(move |(i, snapshot)| TimePoint {
            snapshot,
            area: snapshot.whole.at(view.path),
            later: change::opens_after(history, view.path, snapshot.as_of()),
            standard: &history.standard,
            own: is_own.then_some(i),
        })
    };
    histories.into_iter().flat_map(of).collect()
}

/// The words alone that tell it from the others.
pub fn told_apart(lang: Lang, of: &TimePoint, all: &[TimePoint]) -> Option<String> {
    standard::told_apart(lang, of.standard, all.iter().map(|station| station.standard))
}

/// The days of a chart: those of the shown standard, and those of others that lie wholly before or after them. Two
/// standards of one time are two series, never one line or one cloud of dots.
pub fn drawn<'a, 'b>(stations: &'b [TimePoint<'a>]) -> Vec<&'b TimePoint<'a>> {
    let own = || stations.iter().filter(|s| s.own.is_some()).map(TimePoint::day);
    let (Some(first), Some(last)) = (own().min(), own().max()) else { return Vec::new() };
    let lies_apart = |of: &Standard| {
        let days = || stations.iter().filter(|s| s.standard == of).map(TimePoint::day);
        days().all(|day| day < first) || days().all(|day| day > last)
    };
    stations.iter().filter(|s| s.own.is_some() || lies_apart(s.standard)).collect()
}

/// The standard of a day, told from those of the others.
pub fn standard_name(lang: Lang, of: &TimePoint, all: &[TimePoint]) -> String {
    standard::short(lang, of.standard, all.iter().map(|station| station.standard))
}
