//! An aim fits its measure, and the numbers of a target are of the kind its measure counts.

use super::diagnostics::Diagnostics;
use super::visit::each;
use crate::model::indicator::Better;
use crate::model::percent::Percent;
use crate::source::fault::MeaningFault;
use crate::source::format::{Aim, Count, Indicator, Measure, Number, Outcome, Snapshot, Target};
use crate::source::place::FieldPath;

pub(super) fn validate(snapshot: &Snapshot, diagnostics: &mut Diagnostics<'_>) {
    each(&FieldPath::TOP, "targets", &snapshot.targets, |at, target| {
        let measured = Measured::new(snapshot, target);
        aim(target, &measured, at, diagnostics);
        if let Some(baseline) = &target.baseline {
            level(
                baseline.value.value,
                measured.is_percent,
                &at.name_in("baseline").name_in("value"),
                diagnostics,
            );
        }
        if let Some(review) = &target.review {
            diagnostics.ask(review.from <= review.to, &at.name_in("review"), "to", MeaningFault::Turned);
        }
        if let Some(result) = &target.result {
            outcome(target, measured.is_percent, result, &at.name_in("result"), diagnostics);
        }
    });
}

/// What the measure of a target asks of its numbers.
struct Measured {
    /// Its levels are percents.
    is_percent: bool,
    /// The aims that fit.
    fits: &'static [&'static str],
}

impl Measured {
    fn new(snapshot: &Snapshot, target: &Target) -> Self {
        let indicator = match &target.measure {
            Measure::Indicator(id) => snapshot.indicator(id, target.area.as_ref()),
            Measure::Rate(_)
            | Measure::Households(_)
            | Measure::AmongRate(..)
            | Measure::AmongHouseholds(..)
            | Measure::PolicyFamilies(_)
            | Measure::Coverage(_)
            | Measure::Programme(..)
            | Measure::Task(_) => None,
        };
        let is_percent = matches!(target.measure, Measure::Rate(_) | Measure::AmongRate(..))
            || indicator.is_some_and(Indicator::is_percent);
        Self { is_percent, fits: fitting(&target.measure, indicator) }
    }
}

/// The aims that fit a measure; of an indicator that is not there, all that some indicator has.
fn fitting(measure: &Measure, indicator: Option<&Indicator>) -> &'static [&'static str] {
    match measure {
        Measure::Indicator(_) => match indicator.map(|found| (found.better, found.is_percent())) {
            Some((Better::Higher, _)) => &["reach", "keep_at"],
            Some((Better::Lower, true)) => &["reduce_by_points", "reach", "keep_at"],
            Some((Better::Lower, false)) => &["reduce_by", "reach", "keep_at"],
            None => &["reduce_by_points", "reduce_by", "reach", "keep_at"],
        },
        Measure::Rate(_) | Measure::AmongRate(..) => &["reduce_by_points", "reach"],
        Measure::Households(_) | Measure::AmongHouseholds(..) | Measure::PolicyFamilies(_) => {
            &["reduce_by", "reach", "keep_at"]
        }
        Measure::Coverage(_) => &["reach_percent", "reach", "keep_at"],
        Measure::Programme(..) => &["reach_percent", "reach"],
        Measure::Task(_) => &["done"],
    }
}

fn aim(target: &Target, measured: &Measured, at: &FieldPath<'_>, diagnostics: &mut Diagnostics<'_>) {
    let Some(aim) = &target.aim else { return };
    let (at, fits) = (at.name_in("aim"), measured.fits);
    if !fits.contains(&aim.name()) {
        return diagnostics.refuse(&at, MeaningFault::UnfitAim { fits });
    }
    let (at, coverage) = (at.name_in(aim.name()), matches!(target.measure, Measure::Coverage(_)));
    match aim {
        Aim::ReduceByPoints(points) if points.digits <= 0 => {
            diagnostics.refuse(&at, MeaningFault::NotPositive);
        }
        Aim::ReduceByPoints(points) => change(*points, &at, diagnostics),
        Aim::ReduceBy(Count(0)) => diagnostics.refuse(&at, MeaningFault::NotPositive),
        Aim::Reach(number) => level(*number, measured.is_percent, &at, diagnostics),
        Aim::KeepAt(number) => level(*number, coverage || measured.is_percent, &at, diagnostics),
        // Those eligible are a whole; what was planned may be passed.
        Aim::ReachPercent(percent) if coverage => share(*percent, &at, diagnostics),
        Aim::ReachPercent(percent) if percent.is_negative() => {
            diagnostics.refuse(&at, MeaningFault::Negative);
        }
        Aim::ReduceBy(_) | Aim::ReachPercent(_) | Aim::Done(_) => {}
    }
}

/// A level: a share where the measure is a rate, else a count.
fn level(number: Number, is_share: bool, at: &FieldPath<'_>, diagnostics: &mut Diagnostics<'_>) {
    if is_share {
        share(number.percent, at, diagnostics);
    } else if number.whole().is_none() {
        diagnostics.refuse(at, MeaningFault::NotWhole);
    } else if number.percent.is_negative() {
        diagnostics.refuse(at, MeaningFault::Negative);
    }
}

fn share(percent: Percent, at: &FieldPath<'_>, diagnostics: &mut Diagnostics<'_>) {
    if !percent.within(0, 100) {
        diagnostics.refuse(at, MeaningFault::NotAShare);
    }
}

fn change(points: Percent, at: &FieldPath<'_>, diagnostics: &mut Diagnostics<'_>) {
    if !points.within(-100, 100) {
        diagnostics.refuse(at, MeaningFault::NotAChange);
    }
}

fn outcome(
    target: &Target,
    is_percent: bool,
    result: &Outcome,
    at: &FieldPath<'_>,
    diagnostics: &mut Diagnostics<'_>,
) {
    if let Some(value) = &result.value {
        let fall = matches!(target.aim, None | Some(Aim::ReduceByPoints(_) | Aim::ReduceBy(_)));
        came_to(value.value, is_percent, fall, &at.name_in("value"), diagnostics);
    }
    let percent = result.percent_of_aim.as_ref().is_none_or(|percent| !percent.value.is_negative());
    diagnostics.ask(percent, at, "percent_of_aim", MeaningFault::Negative);
}

/// What came of a target: a fall, which alone may be negative, or the level reached.
fn came_to(value: Number, rate: bool, fall: bool, at: &FieldPath<'_>, diagnostics: &mut Diagnostics<'_>) {
    match (rate, fall) {
        (true, true) => change(value.percent, at, diagnostics),
        (false, true) if value.whole().is_none() => diagnostics.refuse(at, MeaningFault::NotWhole),
        (false, true) => {}
        (_, false) => level(value, rate, at, diagnostics),
    }
}
