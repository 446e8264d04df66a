//! One kind of rate on both sides of a comparison: computed where both have both exact counts, else as reported.

use super::super::amount::Amount;
use super::super::area::Area;
use super::super::exact::Rounding;
use super::super::figure::{Figure, Rule, Term};
use super::super::measure::{Aspect, Group, Measure};
use super::super::ops::{self, FigureResult, Missing, MissingReason};

/// The rates of a group then and now, of one kind.
pub(in crate::model) struct Pair {
    pub then: FigureResult,
    pub now: FigureResult,
}

/// The rate as reports write it: where the counts are there, rounded from them to the decimals of the reported rate
/// (or, with none here, of the one on the other side, at least two); a reported rate that contradicts them stays.
fn as_reported(area: &Area, group: Group, rate: &Aspect, decimals: Option<u8>) -> FigureResult {
    let stated = area.stated(group, rate);
    let counted = area.counted_rate(group, rate);
    let wanted = stated.as_ref().and_then(|s| s.written).or(decimals.map(|d| d.max(2)));
    let rounded = wanted.zip(counted.as_ref().ok()).and_then(|(d, c)| rounded(c, d).ok());
    match (stated, rounded) {
        (Some(stated), Some(rounded))
            if rounded.exactly().is_some() && rounded.exactly() == stated.exactly() =>
        {
            Ok(rounded)
        }
        (Some(stated), _) => Ok(stated),
        (None, Some(rounded)) => Ok(rounded),
        (None, None) => Err(Missing::not_stated(area.what(Measure::of_group(group, rate.clone())))),
    }
}

/// A computed rate, rounded as a report would: its decimals are then its rounding.
fn rounded(rate: &Figure, decimals: u8) -> FigureResult {
    let amount = rate.amount.map(|x| x.rounded(decimals, Rounding::Nearest));
    let formula = vec![Term::Figure(rate.clone())];
    let mut figure = ops::by_rule(rate.subject.clone(), rate.unit, amount, Rule::Rounded, formula)?;
    figure.written = Some(decimals);
    Ok(figure)
}

/// The rates of two states of an area, of a group or a part of it.
pub(in crate::model) fn pair(then: &Area, now: &Area, group: Group, rate: &Aspect) -> Pair {
    let computed = Pair { then: then.counted_rate(group, rate), now: now.counted_rate(group, rate) };
    if computed.is_whole() {
        return as_stated([then, now], group, rate, &computed).unwrap_or(computed);
    }
    let decimals = |area: &Area| area.stated(group, rate).and_then(|rate| rate.written);
    let reported = Pair {
        then: as_reported(then, group, rate, decimals(now)),
        now: as_reported(now, group, rate, decimals(then)),
    };
    if reported.is_whole() {
        reported
    } else {
        of_parts(then.reckoned(group, rate), now.reckoned(group, rate))
    }
}

/// The stated rates of both sides, where the counts bear them out and are no closer to the truth: bounds and numbers that
/// are only about right, which a reader would find told beside what the report states.
fn as_stated(areas: [&Area; 2], group: Group, rate: &Aspect, computed: &Pair) -> Option<Pair> {
    let sides = [&computed.then, &computed.now].map(|side| side.as_ref().ok());
    if sides.iter().flatten().all(|counted| counted.exactly().is_some()) {
        return None;
    }
    let stated = |at: usize| {
        let stated = areas[at].stated(group, rate).filter(|stated| stated.exactly().is_some())?;
        stated.may_be(sides[at]?).then_some(stated)
    };
    Some(Pair { then: Ok(stated(0)?), now: Ok(stated(1)?) })
}

/// The rate that a target states for its start, and the rate of an area now.
pub(super) fn pair_with(stated: &Figure, now: &Area, group: Group, rate: &Aspect) -> Pair {
    match as_reported(now, group, rate, stated.written.or(Some(2))) {
        Ok(now) => Pair { then: Ok(stated.clone()), now: Ok(now) },
        Err(_) => of_parts(Ok(stated.clone()), now.reckoned(group, rate)),
    }
}

/// What is left where neither kind is on both sides: rates that both follow from parts or from ranges.
fn of_parts(then: FigureResult, now: FigureResult) -> Pair {
    let unlike = matches!((&then, &now), (Ok(a), Ok(b)) if a.is_derived() != b.is_derived());
    match then {
        Ok(then) if unlike => {
            Pair { then: Err(Missing::because(then.subject, MissingReason::KindsDiffer)), now }
        }
        then => Pair { then, now },
    }
}

impl Pair {
    fn is_whole(&self) -> bool {
        self.then.is_ok() && self.now.is_ok()
    }
}

/// What the rounding of a rate allows: nothing but itself for one computed from counts.
pub(super) fn allowed(rate: &Figure) -> Amount {
    let (low, high) = rate.rounding_range();
    Amount::between(low, high)
}
