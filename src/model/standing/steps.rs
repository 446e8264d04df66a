//! The steps of the arithmetic of targets: each makes one figure from figures and keeps its formula.

use std::cmp::Ordering;
use std::sync::Arc;

use super::super::amount::Amount;
use super::super::exact::{Exact, Rounding};
use super::super::figure::{Derivation, Derived, Figure, Rule, Term};
use super::super::measure::{Measure, Subject, TargetField};
use super::super::ops::{self, FigureResult, Missing, MissingReason};
use super::super::qualifier::Qualifier;
use super::super::unit::Unit;

/// No such figure, for that reason.
pub(super) fn none(what: Subject, because: MissingReason) -> FigureResult {
    Err(Missing::because(what, because))
}

fn hundred() -> Term {
    Term::Number(Exact::whole(100), None, 0)
}

fn percent_of(percent: &Exact, whole: &Exact) -> Exact {
    &(percent * whole) * &Exact::decimal(1, 2)
}

/// The most whole households of `total` that a rate allows: floor(1.51 % × 65000) = 981.
pub(super) fn floor_of_rate(what: Subject, rate: &FigureResult, total: &FigureResult) -> FigureResult {
    let [rate, total] = ops::all(&what, [rate, total])?;
    let amount = rate.amount.with(&total.amount, percent_of).map(Exact::floor);
    ops::by_rule(what, Unit::Household, amount, Rule::FloorOfRate, product(rate, total))
}

/// The most whole households of `total` that lie under a rate: 149 of 10000 under 1.5 %.
pub(super) fn most_under_rate(what: Subject, rate: &FigureResult, total: &FigureResult) -> FigureResult {
    let [rate, total] = ops::all(&what, [rate, total])?;
    let amount = rate.amount.with(&total.amount, percent_of).map(|x| &x.ceil() - &Exact::whole(1));
    ops::by_rule(what, Unit::Household, amount, Rule::FloorOfRate, product(rate, total))
}

/// The most whole ones of `whole` that are no more than such a percent.
pub(super) fn floor_of_share(what: Subject, share: &FigureResult, whole: &FigureResult) -> FigureResult {
    let [share, whole] = ops::all(&what, [share, whole])?;
    let amount = share.amount.with(&whole.amount, percent_of).map(Exact::floor);
    ops::by_rule(what, whole.unit, amount, Rule::FloorOfRate, product(share, whole))
}

/// One more than a whole number, or one less.
pub(super) fn next_whole(what: Subject, from: &FigureResult, is_more: bool) -> FigureResult {
    let [from] = ops::all(&what, [from])?;
    let one = Exact::whole(1);
    let amount = from.amount.map(|x| if is_more { x + &one } else { x - &one });
    let sign = if is_more { Term::Plus } else { Term::Minus };
    let formula = vec![Term::Figure(from.clone()), sign, number(&one)];
    ops::by_rule(what, from.unit, amount, if is_more { Rule::Sum } else { Rule::Difference }, formula)
}

/// The least whole number that is such a percent of `whole`, in its unit.
pub(in crate::model) fn ceil_of_share(
    what: Subject,
    share: &FigureResult,
    whole: &FigureResult,
) -> FigureResult {
    let [share, whole] = ops::all(&what, [share, whole])?;
    let amount = share.amount.with(&whole.amount, percent_of).map(Exact::ceil);
    ops::by_rule(what, whole.unit, amount, Rule::CeilOfShare, product(share, whole))
}

/// Such a percent of `whole`, in its unit, rounded half up.
pub(super) fn part_of_whole(what: Subject, share: &FigureResult, whole: &FigureResult) -> FigureResult {
    let [share, whole] = ops::all(&what, [share, whole])?;
    let amount = share.amount.with(&whole.amount, percent_of).map(|x| x.rounded(0, Rounding::Nearest));
    ops::by_rule(what, whole.unit, amount, Rule::Product, product(share, whole))
}

/// Points of `total` in households, rounded half up: 0.69 points of 64808 to 65102 are 447 to 449.
pub(super) fn points_in_households(
    what: Subject,
    points: &FigureResult,
    total: &FigureResult,
) -> FigureResult {
    let [points, total] = ops::all(&what, [points, total])?;
    let exact = points.amount.with(&total.amount, percent_of);
    let amount = exact.map(|x| x.rounded(0, Rounding::Nearest));
    ops::by_rule(what, Unit::Household, amount, Rule::PointsToHouseholds, product(points, total))
}

/// Households of `total` in points, not rounded.
pub(super) fn households_in_points(
    what: Subject,
    households: &FigureResult,
    total: &FigureResult,
) -> FigureResult {
    percentage(what, Unit::Point, households, total)
}

fn product(percent: &Figure, whole: &Figure) -> Vec<Term> {
    vec![Term::Figure(percent.clone()), Term::Times, Term::Figure(whole.clone()), Term::Over, hundred()]
}

/// `a − b`. Where the bounds of the two point in opposite ways, their numbers are taken and the result is "about": a
/// standing says what it can, and no more.
pub(super) fn difference(what: Subject, a: &FigureResult, b: &FigureResult) -> FigureResult {
    let plain = ops::difference(what.clone(), a, b);
    if is_opposed(&plain) { ops::difference(what, &about(a), &about(b)) } else { plain }
}

/// `part : whole` as a percentage, of bounds as [`difference`] takes them.
pub(super) fn percentage(
    what: Subject,
    unit: Unit,
    part: &FigureResult,
    whole: &FigureResult,
) -> FigureResult {
    let plain = ops::percentage(what.clone(), unit, part, whole);
    if is_opposed(&plain) { ops::percentage(what, unit, &about(part), &about(whole)) } else { plain }
}

/// The same of what was planned: of a floor, its share.
pub(super) fn share_of_plan(what: Subject, part: &FigureResult, plan: &FigureResult) -> FigureResult {
    let share = ops::share_of_plan(what.clone(), part, plan);
    if is_opposed(&share) { percentage(what, Unit::Share, part, plan) } else { share }
}

fn is_opposed(result: &FigureResult) -> bool {
    matches!(result, Err(Missing { because: MissingReason::Opposed(_), .. }))
}

fn about(known: &FigureResult) -> FigureResult {
    known.clone().map(|figure| Figure { qualifier: Qualifier::About, ..figure })
}

/// Which side of its own number a figure is on: *over* is past it, *under* and *nearly* are short of it.
pub(super) fn side(qualifier: Qualifier) -> Ordering {
    match qualifier {
        Qualifier::Over | Qualifier::JustAbove => Ordering::Greater,
        Qualifier::Under | Qualifier::Nearly => Ordering::Less,
        Qualifier::Exact | Qualifier::About | Qualifier::AtLeast | Qualifier::AtMost => Ordering::Equal,
    }
}

/// Which side of another number a figure is on, for a standing: by its number, and where that is the other one, by its
/// own side.
pub(super) fn side_of(number: Ordering, qualifier: Qualifier) -> Ordering {
    number.then(side(qualifier))
}

/// `now − aim` where that is above zero; nothing is left of an aim that is reached.
pub(super) fn rest(what: Subject, from: &FigureResult, to: &FigureResult) -> FigureResult {
    let mut rest = difference(what, from, to)?;
    if !rest.amount.high().is_positive() {
        return none(rest.subject, MissingReason::NothingLeft);
    }
    let zero = Exact::whole(0);
    rest.amount = rest.amount.map(|x| x.max(&zero).clone());
    Ok(rest)
}

/// A change over so many months, rounded to whole ones, points to two decimals (`Up`: what is needed must suffice).
pub(super) fn per_month(
    what: Subject,
    change: &FigureResult,
    months: &Exact,
    rounding: Rounding,
) -> FigureResult {
    let [change] = ops::all(&what, [change])?;
    let is_points = matches!(change.unit, Unit::Point | Unit::Share);
    let decimals = if is_points { 2 } else { 0 };
    let divide = |x: &Exact| x.over(months).map(|m| m.rounded(decimals, rounding));
    let (Some(low), Some(high)) = (divide(change.amount.low()), divide(change.amount.high())) else {
        return none(what, MissingReason::NothingToDivideBy);
    };
    let unit = match change.unit {
        Unit::Household => Unit::HouseholdPerMonth,
        // What a programme reached is a share that rose from nothing.
        _ if is_points => Unit::PointPerMonth,
        other => other,
    };
    let formula = vec![Term::Figure(change.clone()), Term::Over, number(months)];
    ops::by_rule(what, unit, Amount::between(low, high), Rule::PerMonth, formula)
}

/// What an average of a year comes to in so many years, of what is counted rounded up. Years are exact, so a bound stays
/// one.
pub(in crate::model) fn in_all(average: &Figure, years: &Exact) -> Figure {
    let amount = average.amount.map(|x| {
        let all = x * years;
        if average.unit.is_count() { all.ceil() } else { all }
    });
    let formula = vec![Term::Figure(average.clone()), Term::Times, number(years)];
    let all = ops::by_rule(average.subject.clone(), average.unit, amount, Rule::Product, formula);
    all.map_or_else(|_| average.clone(), |all| Figure { qualifier: average.qualifier, ..all })
}

/// What a change over so many years is of an average one.
pub(in crate::model) fn of_year(all: &Figure, years: &Exact) -> FigureResult {
    let what = all.subject.clone();
    let Some(low) = all.amount.low().over(years) else { return none(what, MissingReason::NothingToDivideBy) };
    let high = all.amount.high().over(years).unwrap_or_else(|| low.clone());
    let formula = vec![Term::Figure(all.clone()), Term::Over, number(years)];
    let average = ops::by_rule(what, all.unit, Amount::between(low, high), Rule::Average, formula)?;
    Ok(Figure { qualifier: all.qualifier, ..average })
}

/// A plain number in a formula: months with a fraction are shown with one decimal.
pub(super) fn number(n: &Exact) -> Term {
    Term::Number(n.clone(), None, u8::from(!n.is_whole()))
}

/// The decimals needed to write a number, at most `most`.
pub(super) fn decimals(n: &Exact, most: u8) -> u8 {
    (0..most).find(|d| n.rounded(*d, Rounding::Nearest) == *n).unwrap_or(most)
}

/// A number of a target in the unit of what it is compared with: targets state numbers, their measure the unit.
pub(super) fn in_unit(figure: &Figure, unit: Unit) -> Figure {
    let mut figure = figure.clone();
    figure.unit = unit;
    figure
}

/// A change away from the aim by its size: a fall below zero is a rise, and called one; of a fall that was asked, the
/// rise. A stated one keeps its place in the file.
pub fn away(change: &Figure, is_to_rise: bool) -> Figure {
    let mut away = Figure {
        amount: Amount::between(-change.amount.high(), -change.amount.low()),
        qualifier: change.qualifier.mirrored(),
        ..change.clone()
    };
    if let Measure::Target(named, field) = &change.subject.measure {
        let field = match field {
            TargetField::Reduced
            | TargetField::ReducedHouseholds
            | TargetField::RisenCount
            | TargetField::Average => {
                if is_to_rise {
                    TargetField::Fall
                } else {
                    TargetField::Rise
                }
            }
            TargetField::PaceYear | TargetField::PacePeriod => TargetField::PaceAway,
            other => *other,
        };
        away.subject.measure = Measure::Target(named.clone(), field);
    }
    if let Derivation::Derived(derived) = &*change.derivation {
        let turned = match &derived.formula[..] {
            [from, Term::Minus, to] => {
                let formula = vec![to.clone(), Term::Minus, from.clone()].into();
                Derived { formula, ..derived.clone() }
            }
            _ => Derived {
                rule: Rule::Difference,
                formula: vec![Term::Minus, Term::Open, Term::Figure(change.clone()), Term::Close].into(),
                partial: None,
            },
        };
        away.derivation = Arc::new(Derivation::Derived(turned));
    }
    away
}

/// A difference the other way round.
pub fn turned(figure: &Figure) -> FigureResult {
    let formula = vec![Term::Minus, Term::Open, Term::Figure(figure.clone()), Term::Close];
    let amount = figure.amount.map(|x| -x);
    ops::by_rule(figure.subject.clone(), figure.unit, amount, Rule::Difference, formula)
}
