//! *Done*: the change so far against the change asked, and what it may be after the rounding of its rates.

use std::cmp::Ordering;

use super::super::exact::{Exact, Rounding};
use super::super::figure::{Figure, Rule, Term};
use super::super::measure::Aim;
use super::super::ops::{self, Because, Known};
use super::super::target::{AimKind, Reads};
use super::super::unit::Unit;
use super::case::Case;
use super::course::Course;
use super::rate;
use super::steps;
use super::verdict::Way;

impl Case<'_> {
    /// The percent of the aim.
    pub fn done(&self, level: &Course) -> Known {
        ops::percentage(self.what(Aim::Done), Unit::Share, &level.fallen, &level.asked)
    }

    /// All percents that the rounding of the two rates allows; *done* itself where nothing was rounded.
    pub fn done_range(&self, level: &Course, done: &Known) -> Known {
        let done = done.clone()?;
        let (Ok(baseline), Ok(now), Ok(aim), Ok(asked)) =
            (&level.baseline, &level.now, &level.aim, &level.asked)
        else {
            return Ok(done);
        };
        if baseline.written.is_none() && now.written.is_none() || !matches!(self.target.reads, Reads::Rate(_))
        {
            return Ok(done);
        }
        let (then, since) = (rate::allowed(baseline), rate::allowed(now));
        let asked_of =
            |from: &Exact| if self.is_level() { from - aim.amount.low() } else { asked.amount.low().clone() };
        if !asked_of(then.low()).is_positive() {
            return steps::none(done.what, Because::NothingToDivideBy);
        }
        let percent = |from: &Exact, to: &Exact| {
            let share = (from - to).over(&asked_of(from));
            &share.unwrap_or_else(|| Exact::whole(0)) * &Exact::whole(100)
        };
        let formula = vec![Term::Figure(baseline.clone()), Term::Minus, Term::Figure(now.clone())];
        ops::by_rule(done.what, Unit::Share, then.with(&since, percent), Rule::ByRounding, formula)
    }

    /// The way behind and ahead, where both the change so far and a change to ask are known. Of a range the end that
    /// claims least.
    pub fn way_of(&self, level: &Course) -> Option<Way> {
        let (fallen, asked) = (level.fallen.as_ref().ok()?, level.asked.as_ref().ok()?);
        let same = fallen.unit == asked.unit;
        let way = Way {
            fallen: fallen.amount.low().clone(),
            asked: asked.amount.high().clone(),
            against_aim: self.against_aim(level, fallen, asked),
        };
        (same && way.asked.is_positive()).then_some(way)
    }

    /// *Done* against 1. Nobody can hit points exactly with whole households, so a rate is first rounded to the
    /// decimals of the aim, at least two.
    fn against_aim(&self, level: &Course, fallen: &Figure, asked: &Figure) -> Ordering {
        let plain = || fallen.amount.low().cmp(asked.amount.high());
        if !matches!(self.target.reads, Reads::Rate(_)) {
            return plain();
        }
        match (self.kind(), &level.now, &level.aim) {
            (Some(AimKind::Reach), Ok(now), Ok(aim)) => self.level_against(now, aim),
            _ => rounded_like(fallen.amount.low(), asked.amount.high()).cmp(asked.amount.high()),
        }
    }

    /// A level against the one asked for: `Greater` is better. Of a range the end that claims least.
    pub fn level_against(&self, now: &Figure, aim: &Figure) -> Ordering {
        let (low, high) = (now.amount.low(), now.amount.high());
        match self.target.reads {
            Reads::Rate(_) => aim.amount.low().cmp(&rounded_like(high, aim.amount.low())),
            _ if self.rises() => low.cmp(aim.amount.high()),
            _ => aim.amount.low().cmp(high),
        }
    }
}

/// A number rounded to the decimals that another needs, at least two.
pub(super) fn rounded_like(number: &Exact, other: &Exact) -> Exact {
    number.rounded(steps::decimals(other, 6).max(2), Rounding::Nearest)
}
