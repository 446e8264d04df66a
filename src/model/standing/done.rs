//! *Done*: the change so far against the change asked, and what it may be after the rounding of its rates.

use std::cmp::Ordering;

use super::super::amount::Amount;
use super::super::exact::{Exact, Rounding};
use super::super::figure::{Derivation, Figure, Rule, Term};
use super::super::measure::TargetField;
use super::super::ops::{self, FigureResult, MissingReason};
use super::super::qualifier::Qualifier;
use super::super::target::AimKind;
use super::super::unit::Unit;
use super::progress::Progress;
use super::rate;
use super::steps;
use super::target_context::TargetContext;
use super::verdict::TargetProgress;

impl TargetContext<'_> {
    /// The percent of the aim; of what is to rise and fell there is none. What is reached once it is rounded is all of
    /// the aim, and not 99,9 % of it.
    pub fn done(&self, level: &Progress) -> FigureResult {
        if self.fell_back(level) {
            return steps::none(self.what(TargetField::Done), MissingReason::FellBack);
        }
        let done = steps::percentage(self.what(TargetField::Done), Unit::Share, &level.reduced, &level.goal)?;
        let hundred = Exact::whole(100);
        let is_reached = self.way_of(level).is_some_and(|way| way.against_aim.is_ge());
        if !is_reached || *done.amount.low() >= hundred {
            return Ok(done);
        }
        let formula = vec![Term::Figure(done.clone())];
        ops::by_rule(done.subject, Unit::Share, Amount::One(hundred), Rule::Rounded, formula)
    }

    /// Did what is to rise fall since its start?
    fn fell_back(&self, level: &Progress) -> bool {
        self.rises()
            && level.goal.is_ok()
            && level.reduced.as_ref().is_ok_and(|risen| risen.amount.low().is_negative())
    }

    /// All percents that the rounding of the two rates allows; *done* itself where nothing was rounded, and where it is
    /// the report's.
    pub fn done_range(&self, level: &Progress, done: &FigureResult) -> FigureResult {
        let done = done.clone()?;
        let (Ok(baseline), Ok(now), Ok(aim), Ok(asked)) =
            (&level.baseline, &level.now, &level.aim, &level.goal)
        else {
            return Ok(done);
        };
        let is_exact = baseline.written.is_none() && now.written.is_none();
        let was_rounded = self.target.reads.is_percent() && !self.rises();
        if is_exact || !was_rounded || is_rounded(&done) || !done.is_derived() {
            return Ok(done);
        }
        let (then, since) = (rate::allowed(baseline), rate::allowed(now));
        let asked_of =
            |from: &Exact| if self.is_level() { from - aim.amount.low() } else { asked.amount.low().clone() };
        if !asked_of(then.low()).is_positive() {
            return steps::none(done.subject, MissingReason::NothingToDivideBy);
        }
        let percent = |from: &Exact, to: &Exact| {
            let share = (from - to).over(&asked_of(from));
            &share.unwrap_or_else(|| Exact::whole(0)) * &Exact::whole(100)
        };
        let formula = vec![Term::Figure(baseline.clone()), Term::Minus, Term::Figure(now.clone())];
        ops::by_rule(done.subject, Unit::Share, then.with(&since, percent), Rule::ByRounding, formula)
    }

    /// The way behind and ahead, where both the change so far and a change to ask are known. Of a range the end that
    /// claims least.
    pub fn way_of(&self, level: &Progress) -> Option<TargetProgress> {
        let (fallen, asked) = (level.reduced.as_ref().ok()?, level.goal.as_ref().ok()?);
        let same = fallen.unit == asked.unit;
        let way = TargetProgress {
            fallen: fallen.amount.low().clone(),
            asked: asked.amount.high().clone(),
            against_aim: self.against_aim(level, fallen, asked),
        };
        (same && way.asked.is_positive()).then_some(way)
    }

    /// *Done* against 1. Nobody can hit points exactly with whole households, so a rate is first rounded to the
    /// decimals of the aim, at least two.
    fn against_aim(&self, level: &Progress, fallen: &Figure, asked: &Figure) -> Ordering {
        if !self.target.reads.is_percent() || self.rises() {
            return self.strictly(fallen.amount.low().cmp(asked.amount.high()), fallen.qualifier);
        }
        if let (Some(AimKind::Reach), Ok(now), Ok(aim)) = (self.kind(), &level.now, &level.aim) {
            return self.level_against(now, aim);
        }
        let rounded = rounded_like(fallen.amount.low(), asked.amount.high());
        self.strictly(rounded.cmp(asked.amount.high()), fallen.qualifier)
    }

    /// A level against the one asked for: `Greater` is better. Of a range the end that claims least.
    pub fn level_against(&self, now: &Figure, aim: &Figure) -> Ordering {
        let (low, high) = (now.amount.low(), now.amount.high());
        if self.rises() {
            return self.strictly(low.cmp(aim.amount.high()), now.qualifier);
        }
        let aim = aim.amount.low();
        let number = if self.target.reads.is_percent() { rounded_like(high, aim) } else { high.clone() };
        self.strictly(number.cmp(aim).reverse(), now.qualifier.reversed())
    }

    /// How far a number with its word has come, `Greater` being further, where the number asked for may itself not be
    /// enough: "over 3" is not met by 3; by "over 3" it is, and nothing says that it is exceeded.
    pub fn strictly(&self, number: Ordering, word: Qualifier) -> Ordering {
        let found = steps::side_of(number, word);
        match (self.target.is_strict() && number.is_eq(), found) {
            (true, Ordering::Greater) => Ordering::Equal,
            (true, Ordering::Equal | Ordering::Less) => Ordering::Less,
            (false, found) => found,
        }
    }
}

/// Is it all of an aim that is reached once it is rounded?
fn is_rounded(done: &Figure) -> bool {
    matches!(&*done.derivation, Derivation::Derived(derived) if derived.rule == Rule::Rounded)
}

/// A number rounded to the decimals that another needs, at least two.
pub(super) fn rounded_like(number: &Exact, other: &Exact) -> Exact {
    number.rounded(steps::decimals(other, 6).max(2), Rounding::Nearest)
}
