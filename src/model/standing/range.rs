//! What is asked as it is written: a bound with its word, a range with both its ends. The arithmetic goes by the number,
//! and of a range by its mild end; past the far end the aim is exceeded.

use std::sync::Arc;

use super::super::amount::Amount;
use super::super::figure::{Basis, Figure, Reliability, Rule, Term};
use super::super::measure::TargetField;
use super::super::ops::{self, FigureResult, MissingReason};
use super::super::qualifier::Qualifier;
use super::super::target::{AimKind, Target};
use super::super::unit::Unit;
use super::asked::{Asked, FarEnd};
use super::assessment::Assessment;
use super::progress::{Courses, Progress};
use super::steps;
use super::target_context::TargetContext;
use super::verdict::Standing;

impl TargetContext<'_> {
    /// What is asked, with the word of a bound.
    pub fn asked(&self, courses: &Courses) -> Asked {
        self.asked_in(courses).that_is_no_estimate()
    }

    fn asked_in(&self, courses: &Courses) -> Asked {
        let (level, count) = (&courses.level, &courses.count);
        let (count_goal, count_aim) = (count.goal.clone(), count.aim.clone());
        match self.target.aim.figure() {
            Some((kind, stated)) if stated.qualifier != Qualifier::Exact => {
                let (goal, aim) = self.bounds(level, kind, stated.qualifier);
                // Of what is counted itself a bound is said once.
                let is_counted = !self.target.reads.is_rate() && !self.reads_share();
                let is_share = aim.as_ref().is_ok_and(|aim| aim.unit != stated.unit && !aim.unit.is_count());
                let [count_goal, count_aim] = match (is_counted, is_share) {
                    (false, _) => [count_goal, count_aim],
                    // A number of those entitled is followed by its share; the bound stands on the number.
                    (true, true) => [count_goal, count_aim.map(|aim| steps::in_unit(stated, aim.unit))],
                    (true, false) => [goal.clone(), aim.clone()],
                };
                Asked { goal, aim, count_goal, count_aim }
            }
            _ => Asked { goal: level.goal.clone(), aim: level.aim.clone(), count_goal, count_aim },
        }
    }

    /// The change and the level with the word of the aim on the one that is stated; the other follows.
    fn bounds(&self, level: &Progress, kind: AimKind, word: Qualifier) -> (FigureResult, FigureResult) {
        let says = |known: &FigureResult, qualifier| {
            known.clone().map(|figure: Figure| Figure { qualifier, ..figure })
        };
        // More of a fall is less of a level, and a level that rises is what is asked.
        let turned = if self.rises() { word } else { word.reversed() };
        match kind {
            AimKind::ReduceByPoints | AimKind::ReduceBy | AimKind::ReduceByPercent => {
                (says(&level.goal, word), says(&level.aim, turned))
            }
            AimKind::Reach | AimKind::KeepAt | AimKind::ReachPercent => {
                (says(&level.goal, turned), says(&level.aim, word))
            }
        }
    }
}

/// Two ends of one thing as one figure, the smaller first.
pub(super) fn range(mild: &FigureResult, far: &FigureResult) -> FigureResult {
    let (Ok(a), Ok(b)) = (mild, far) else { return mild.clone() };
    let low = a.amount.low().min(b.amount.low()).clone();
    let high = a.amount.high().max(b.amount.high()).clone();
    let amount = Amount::between(low, high);
    if a.basis == Basis::Stated && b.basis == Basis::Stated {
        // Both stand in the file: together they are no result.
        let written = a.written.max(b.written);
        return Ok(Figure { amount, written, derivation: Arc::clone(&a.derivation), ..a.clone() });
    }
    let formula = vec![Term::Figure(a.clone()), Term::Figure(b.clone())];
    ops::by_rule(a.subject.clone(), a.unit, amount, Rule::Ends, formula)
}

/// The same of levels: a fall that leads below nothing has no level, and the mild end stands alone.
fn levels(mild: &FigureResult, far: &FigureResult) -> FigureResult {
    let is_below_nothing = far.as_ref().is_ok_and(|far| far.amount.low().is_negative());
    if is_below_nothing { mild.clone() } else { range(mild, far) }
}

impl Target {
    /// The number asked for as the file states it, of a range both its ends.
    pub fn asked_as_stated(&self) -> Option<(AimKind, Figure)> {
        let (kind, mild) = self.aim.figure()?;
        let far = self.far.clone().unwrap_or_else(|| mild.clone());
        Some((kind, range(&Ok(mild.clone()), &Ok(far)).ok()?))
    }
}

/// What is asked: an aim may start from an estimate, and is none itself.
fn as_asked(known: FigureResult) -> FigureResult {
    known.map(|figure| match figure.reliability {
        Reliability::Estimated => Figure { reliability: Reliability::Reported, ..figure },
        Reliability::Reported | Reliability::Illustrative => figure,
    })
}

impl Asked {
    fn that_is_no_estimate(self) -> Self {
        Self {
            goal: as_asked(self.goal),
            aim: as_asked(self.aim),
            count_goal: as_asked(self.count_goal),
            count_aim: as_asked(self.count_aim),
        }
    }
}

impl Assessment {
    /// The same target with the far end of its range, whose own assessment that is: inside the range the aim is met and
    /// there is no percent; past it the percent and what is beyond are those of the far end.
    pub(super) fn up_to(mut self, far: Self) -> Self {
        self.asked = Asked {
            goal: range(&self.asked.goal, &far.asked.goal),
            aim: levels(&self.asked.aim, &far.asked.aim),
            count_goal: range(&self.asked.count_goal, &far.asked.count_goal),
            count_aim: levels(&self.asked.count_aim, &far.asked.count_aim),
        };
        if self.standing.is_reached() {
            if far.standing == Standing::Exceeded {
                (self.standing, self.done, self.done_range) = (far.standing, far.done, far.done_range);
                (self.surplus, self.surplus_count) = (far.surplus, far.surplus_count);
                (self.outcome, self.otherwise) = (far.outcome, far.otherwise);
            } else {
                self.standing = Standing::Met;
                let none = |of| steps::none(self.what(of), MissingReason::NotMeant);
                let (done, surplus) = (none(TargetField::Done), none(TargetField::Surplus));
                (self.done, self.done_range) = (done.clone(), done);
                (self.surplus, self.surplus_count) = (surplus.clone(), surplus.clone());
                (self.outcome.percent, self.outcome.beyond) = (self.done.clone(), surplus);
            }
        }
        let share =
            ops::percentage(self.what(TargetField::Done), Unit::Share, &far.level.goal, &self.level.goal);
        self.far = Some(FarEnd { goal: as_asked(far.level.goal), aim: as_asked(far.level.aim), share });
        self
    }
}
