//! An aim fits its measure, and the numbers of a target are of the kind its measure counts.

use chrono::{Datelike, NaiveDate};

use super::diagnostics::Diagnostics;
use super::visit::each;
use crate::model::indicator::Better;
use crate::model::percent::Percent;
use crate::model::qualifier::Qualifier;
use crate::source::fault::{AimFault, MeaningFault};
use crate::source::format::{Aim, Asked, Indicator, Indicators, Measure, Number, Outcome, Snapshot, Target};
use crate::source::place::FieldPath;

pub(super) fn validate(snapshot: &Snapshot, diagnostics: &mut Diagnostics<'_>) {
    let indicators = Indicators::of(snapshot);
    each(&FieldPath::TOP, "targets", &snapshot.targets, |at, target| {
        let measured = Measured::new(target, indicators.of_target(target));
        begin(target, at, diagnostics);
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
            diagnostics.ask(
                review.from <= review.to,
                &at.name_in("review"),
                "to",
                MeaningFault::Aim(AimFault::Turned),
            );
        }
        if let Some(result) = &target.result {
            outcome(target, &measured, result, &at.name_in("result"), diagnostics);
        }
    });
}

/// What the measure of a target asks of its numbers.
struct Measured {
    /// Its levels are percents.
    is_percent: bool,
    /// It is those covered of those eligible.
    is_covered: bool,
    /// It is an indicator that is to rise: what came of it is a level.
    is_risen: bool,
    /// The aims that fit.
    fits: &'static [&'static str],
}

impl Measured {
    /// Of a target, and of the indicator that it is of.
    fn new(target: &Target, indicator: Option<&Indicator>) -> Self {
        let is_percent = matches!(target.measure, Measure::Rate(_) | Measure::AmongRate(..))
            || indicator.is_some_and(Indicator::is_percent);
        let is_covered = matches!(target.measure, Measure::Coverage(_));
        let is_risen = indicator.is_some_and(|found| found.better == Better::Higher);
        Self { is_percent, is_covered, is_risen, fits: fitting(&target.measure, indicator) }
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
            &["reduce_by", "reduce_by_percent", "reach", "keep_at"]
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
    let (aim, is_average) = aim.of_year();
    if is_average {
        let is_fit = aim.is_fall() && target.from.is_some();
        diagnostics.ask(is_fit, &at, "each_year", MeaningFault::Aim(AimFault::NoYears));
    }
    let at = at.name_in(aim.name());
    let Some(asked) = aim.asked() else { return };
    if let Some(fault) = below_nothing(target, aim, asked).filter(|_| is_average) {
        diagnostics.refuse(&at, MeaningFault::Aim(fault));
    }
    for (end, number) in asked.numbers() {
        match end {
            Some(end) => number_asked(measured, aim, number, &at.name_in(end), diagnostics),
            None => number_asked(measured, aim, number, &at, diagnostics),
        }
    }
    match asked {
        Asked::One(one) if matches!(one.qualifier, Qualifier::About | Qualifier::Nearly) => {
            diagnostics.refuse(&at.name_in("qualifier"), MeaningFault::Aim(AimFault::VagueAim));
        }
        Asked::Range { .. } if matches!(aim, Aim::KeepAt(_)) => {
            diagnostics.refuse(&at, MeaningFault::Aim(AimFault::RangeToKeep));
        }
        Asked::Range { from, to } if from.percent.value() >= to.percent.value() => {
            diagnostics.refuse(&at.name_in("to"), MeaningFault::Aim(AimFault::NoRange));
        }
        Asked::One(_) | Asked::Range { .. } => {}
    }
}

/// Does a fall in each year add up to more than the start, or more than all there can be? Of a range its mild end must
/// fit, where the aim is reached; the far one may ask for all there is.
fn below_nothing(target: &Target, aim: &Aim, asked: &Asked) -> Option<AimFault> {
    let begin = target.from?;
    let years = i64::from(target.year.0) - i64::from(begin.0.year()) + 1;
    let start = target.baseline.as_ref().map(|baseline| baseline.value.value.percent);
    let whole = Percent::new(100, 0);
    let most = match aim {
        Aim::ReduceBy(_) => start?,
        Aim::ReduceByPoints(_) => start.unwrap_or(whole),
        _ => whole,
    };
    let (_, mild) = asked.numbers().next()?;
    let all = Percent::new(mild.percent.digits.checked_mul(years)?, mild.percent.decimals);
    (all.value() > most.value()).then_some(AimFault::BelowNothing { all, most })
}

/// When a target's time begins: not after its year, and before it is due.
fn begin(target: &Target, at: &FieldPath<'_>, diagnostics: &mut Diagnostics<'_>) {
    let Some(begin) = target.from else { return };
    let in_year = begin.0.year() <= i32::from(target.year.0);
    let due =
        target.due.map_or_else(|| NaiveDate::from_ymd_opt(target.year.0.into(), 12, 31), |due| Some(due.0));
    let before_due = due.is_none_or(|due| begin.0 < due);
    diagnostics.ask(in_year && before_due, at, "from", MeaningFault::Aim(AimFault::LateBegin));
}

/// One number of an aim: a percentage or a whole number, and within what can be asked.
fn number_asked(
    measured: &Measured,
    aim: &Aim,
    number: Number,
    at: &FieldPath<'_>,
    diagnostics: &mut Diagnostics<'_>,
) {
    let percent = number.percent;
    match aim {
        Aim::ReduceBy(_) if number.whole().is_none() => diagnostics.refuse(at, MeaningFault::NotWhole),
        Aim::ReduceByPoints(_) | Aim::ReduceBy(_) | Aim::ReduceByPercent(_) if percent.digits <= 0 => {
            diagnostics.refuse(at, MeaningFault::NotPositive);
        }
        Aim::ReduceByPoints(_) => change(percent, at, diagnostics),
        Aim::ReduceByPercent(_) if !percent.within(0, 100) => {
            diagnostics.refuse(at, MeaningFault::Aim(AimFault::OverAll));
        }
        Aim::Reach(_) => level(number, measured.is_percent, at, diagnostics),
        Aim::KeepAt(_) => level(number, measured.is_covered || measured.is_percent, at, diagnostics),
        // Those eligible are a whole; what was planned may be passed.
        Aim::ReachPercent(_) if measured.is_covered => share(percent, at, diagnostics),
        Aim::ReachPercent(_) if percent.is_negative() => diagnostics.refuse(at, MeaningFault::Negative),
        Aim::ReduceBy(_)
        | Aim::ReduceByPercent(_)
        | Aim::ReachPercent(_)
        | Aim::Done(_)
        | Aim::EachYear(_) => {}
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
    measured: &Measured,
    result: &Outcome,
    at: &FieldPath<'_>,
    diagnostics: &mut Diagnostics<'_>,
) {
    if let Some(value) = &result.value {
        let fall = target.aim.as_ref().map_or(!measured.is_risen, Aim::is_fall);
        came_to(value.value, measured.is_percent, fall, &at.name_in("value"), diagnostics);
    }
    let is_fall = target.aim.as_ref().is_none_or(Aim::is_fall) && target.from.is_some();
    diagnostics.ask(result.average.is_none() || is_fall, at, "average", MeaningFault::Aim(AimFault::NoYears));
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
