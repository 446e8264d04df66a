//! Every kind of check in every verdict it can have. The arithmetic of each figure stands beside it.
#![expect(clippy::unnecessary_wraps, reason = "`some` and `rate` fill fields that may be empty")]

mod aims;
mod areas;
mod changes;
mod properties;
mod rates;
mod sample;
mod to_verify;

use std::sync::Arc;

use chrono::NaiveDate;

use super::*;
use crate::model::area::Area;
use crate::model::build::{self, counted, day, history, households, named, percent, snapshot, target};
use crate::model::exact::Exact;
use crate::model::figure::{Derivation, Figure, Reliability, Stated};
use crate::model::location::{Field, Location};
use crate::model::measure::{Aspect, Cover, Group, PartField, Support};
use crate::model::ops::FigureResult;
use crate::model::qualifier::Qualifier;
use crate::model::snapshot::Snapshot;
use crate::model::source_file::{Provenance, SourceFile};
use crate::model::stated::StatedFigures;
use crate::model::support::{Programme, ProgrammeKind};
use crate::model::target::{AimKind, AimStated, Target, TargetMeasure};
use crate::model::unit::Unit as Counts;

/// The day on which most tests look at their figures: soon enough for none to be old.
const SOON: &str = "2023-01-15";

fn now() -> NaiveDate {
    day(SOON)
}

/// The figure with another head of its story.
fn told(mut figure: Figure, tell: impl FnOnce(&mut Stated)) -> Figure {
    let Derivation::Stated(stated) = &*figure.derivation else { panic!("a stated figure") };
    let mut stated = stated.clone();
    tell(&mut stated);
    figure.derivation = Arc::new(Derivation::Stated(stated));
    figure
}

/// Stated at that path of the file of that date.
fn standing_at(figure: Figure, origin: &Arc<SourceFile>, path: &str) -> Figure {
    told(figure, |stated| {
        stated.location = Location { origin: origin.clone(), field: Field::Path(path.into()), line: 1 }
    })
}

/// Worked out by hand.
fn by_hand(figure: Figure) -> Figure {
    told(figure, |stated| stated.provenance = Provenance::Derived)
}

fn bound(n: i64, qualifier: Qualifier) -> Figure {
    Figure { qualifier, ..households(n) }
}

fn illustrative(figure: Figure) -> Figure {
    Figure { reliability: Reliability::Illustrative, ..figure }
}

fn rate(text: &str) -> Option<Figure> {
    Some(percent(text, Counts::Percent))
}

fn some(n: i64) -> Option<Figure> {
    Some(households(n))
}

/// A named ward with its poor households.
fn ward(text: &str, poor: i64) -> Area {
    let mut area = build::area(text, &build::origin("2022-12-31"));
    area.state(Group::Poor, Aspect::Households, some(poor));
    area
}

fn programme(id: &str, reached: i64, unit: Counts) -> Programme {
    build::programme(id, ProgrammeKind::Credit, Some(build::count(reached, unit)))
}

fn asks(kind: AimKind, figure: Figure) -> AimStated {
    AimStated::Figure(kind, Box::new(figure))
}

/// The checks of the last of these snapshots.
fn of(snapshots: Vec<Snapshot>) -> Vec<Check> {
    let last = snapshots.len() - 1;
    checks(&history(snapshots), last, now())
}

/// The checks of the kind that the pattern names.
macro_rules! of_kind {
    ($checks:expr, $kind:pat) => {
        $checks.into_iter().filter(|c| matches!(c.kind, $kind)).collect::<Vec<Check>>()
    };
}
use of_kind;

/// The only check there is.
fn only(checks: Vec<Check>) -> Check {
    assert_eq!(checks.len(), 1, "{checks:#?}");
    checks.into_iter().next().expect("one was counted")
}

fn verdicts(checks: &[Check]) -> Vec<Verdict> {
    checks.iter().map(|c| c.verdict).collect()
}

/// How many of each verdict, in the order of the list.
fn tally(checks: &[Check]) -> [usize; 4] {
    Verdict::ALL.map(|verdict| of_verdict(checks, verdict).count())
}

fn whole(n: i64) -> Exact {
    Exact::whole(n)
}

/// The single number of a figure that must be there.
fn one(known: &FigureResult) -> Exact {
    known.as_ref().expect("a figure").one().expect("no range").clone()
}

/// Both ends of a figure that must be there.
fn ends(known: &FigureResult) -> (i64, i64) {
    let figure = known.as_ref().expect("a figure");
    let end = |x: &Exact| x.to_whole().expect("whole");
    (end(figure.amount.low()), end(figure.amount.high()))
}

fn stored_derived(check: &Check) -> bool {
    check.why.iter().any(|why| matches!(why, WhyNot::StoredDerived(figures) if !figures.is_empty()))
}

fn bounded(check: &Check) -> bool {
    check.why.iter().any(|why| matches!(why, WhyNot::Bounded(figures) if !figures.is_empty()))
}

fn part(id: &str) -> Aspect {
    Aspect::Among(named(id), PartField::Households)
}
