//! Dates that cannot be right as they stand: in the future, or outside the period they belong to; and old ones.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::measure::IdName;
use crate::model::period::Period;
use crate::model::source_file::Provenance;

use super::scope::Scope;
use super::{Check, CheckKind};

/// More days than a quarter and the time it takes to report on it.
const DAYS: i64 = 100;

/// A period and a day that is not in it.
#[derive(Debug, Clone, Copy)]
pub struct PeriodApart {
    /// The period of the flows.
    pub period: Period,
    /// The day of the stocks.
    pub as_of: NaiveDate,
}

/// A publication before what it publishes.
#[derive(Debug, Clone, Copy)]
pub struct PublishedBefore {
    /// When the report was published.
    pub published: NaiveDate,
    /// The day of the stocks.
    pub as_of: NaiveDate,
}

/// What a date is the date of.
#[derive(Debug, Clone)]
pub enum DateOf {
    /// The figures.
    AsOf,
    /// The publication.
    Published,
    /// The baseline of a target.
    Baseline(Arc<IdName>),
}

/// A period that does not hold the day of the figures. It may end after it: the year that is running.
pub(super) fn period_apart(scope: &Scope) -> Option<Check> {
    let (period, as_of) = (scope.snapshot.origin.period, scope.snapshot.as_of());
    let kind = CheckKind::PeriodApart(PeriodApart { period, as_of });
    (!period.holds(as_of)).then(|| Check::to_verify(scope, kind, ["as_of", "period"].map(str::to_owned)))
}

/// A report older than its figures. An estimate is made before the day it is of, a plan tells of none.
pub(super) fn published_before(scope: &Scope) -> Option<Check> {
    let (origin, as_of) = (&scope.snapshot.origin, scope.snapshot.as_of());
    let published = origin.published.filter(|day| *day < as_of)?;
    let foretells = origin.provenance == Provenance::Estimated || scope.snapshot.is_plan();
    let kind = CheckKind::PublishedBefore(PublishedBefore { published, as_of });
    (!foretells).then(|| Check::to_verify(scope, kind, ["as_of", "source.published"].map(str::to_owned)))
}

/// One line with all dates after today. What is due later is no such date.
pub(super) fn in_the_future(scope: &Scope) -> Option<Check> {
    let snapshot = scope.snapshot;
    let as_of = [("as_of".to_owned(), DateOf::AsOf, Some(snapshot.as_of()))];
    let published = [("source.published".to_owned(), DateOf::Published, snapshot.origin.published)];
    let baselines = snapshot.targets.iter().enumerate().map(|(i, t)| {
        let day = t.baseline.as_ref().and_then(|(_, day)| *day);
        (format!("targets[{i}].baseline.as_of"), DateOf::Baseline(t.named.clone()), day)
    });
    let later = |day: &NaiveDate| *day > scope.now;
    let dates = as_of.into_iter().chain(published).chain(baselines);
    let found = dates.filter_map(|(field, of, day)| Some((field, (of, day.filter(later)?))));
    let (fields, dates): (Vec<String>, Vec<(DateOf, NaiveDate)>) = found.unzip();
    (!dates.is_empty()).then(|| Check::to_verify(scope, CheckKind::Future(dates), fields))
}

/// One line where the newest snapshot of the unit is shown and old; an earlier one is always older than what followed it.
pub(super) fn old(scope: &Scope) -> Option<Check> {
    let days = (scope.now - scope.snapshot.as_of()).num_days();
    let newest = scope.at + 1 == scope.history.snapshots.len() && !scope.history.is_followed;
    (newest && days > DAYS && !scope.snapshot.is_plan())
        .then(|| Check::to_verify(scope, CheckKind::Age(days), None))
}
