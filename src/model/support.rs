//! Support given in a period, and who of those entitled has it.

use std::sync::Arc;

use super::area::Area;
use super::exact::Exact;
use super::figure::Figure;
use super::measure::{Measure, Named, Support, What};
use super::name::AreaName;
use super::ops::{self, Because, Known, Missing};
use super::qualifier::Qualifier;
use super::unit::Unit;
use super::words::Text;

/// The kind of a programme. Tables group by it in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Loans of any purpose.
    Credit,
    /// Scholarships, school costs.
    Education,
    /// Health care.
    Health,
    /// Insurance.
    Insurance,
    /// Jobs.
    Employment,
    /// Housing.
    Housing,
    /// Electricity, water.
    Utilities,
    /// Anything else.
    Other,
}

/// A programme of support, as reported for the period.
#[derive(Debug, Clone)]
pub struct Programme {
    /// Its id and name.
    pub named: Arc<Named>,
    /// Its kind.
    pub kind: Kind,
    /// Who or what was reached.
    pub reached: Option<Figure>,
    /// Money.
    pub amount: Option<Figure>,
    /// Planned to reach, in the unit of `reached`.
    pub planned: Option<Figure>,
    /// Money given for it.
    pub budget: Option<Figure>,
    /// Through how many (fairs …).
    pub via: Option<Figure>,
    /// The source of the money.
    pub fund: Option<Text>,
    /// For whom.
    pub for_whom: Option<Text>,
    /// The parts of it that went to areas.
    pub areas: Vec<ProgrammeArea>,
    /// The report's own words.
    pub quote: Option<Text>,
    /// A note.
    pub note: Option<Text>,
}

/// The part of a programme that went to one area.
#[derive(Debug, Clone)]
pub struct ProgrammeArea {
    /// Which area.
    pub name: Arc<AreaName>,
    /// Reached there.
    pub reached: Option<Figure>,
    /// Money spent there.
    pub amount: Option<Figure>,
}

/// An entitlement: how many of those entitled have it.
#[derive(Debug, Clone)]
pub struct Coverage {
    /// Its id and name.
    pub named: Arc<Named>,
    /// Have it.
    pub covered: Option<Figure>,
    /// Are entitled.
    pub eligible: Option<Figure>,
}

impl Programme {
    /// The subject of a figure of this programme in the snapshot of `whole`.
    pub fn what(&self, whole: &Area, part: Support) -> What {
        whole.what(Measure::Programme(self.named.clone(), part))
    }

    /// A figure of it: as stated, or computed from those that are.
    pub fn figure(&self, whole: &Area, part: Support) -> Known {
        let stated = |figure: &Option<Figure>| ops::stated(figure.as_ref(), || self.what(whole, part));
        let other = |part| self.figure(whole, part);
        match part {
            Support::Reached => stated(&self.reached),
            Support::Amount => stated(&self.amount),
            Support::Planned => stated(&self.planned),
            Support::Budget => stated(&self.budget),
            Support::Via => stated(&self.via),
            Support::Average => {
                ops::average(self.what(whole, part), &other(Support::Amount), &other(Support::Reached))
            }
            Support::OfPlan => self.share(whole, part, [Support::Reached, Support::Planned]),
            Support::OfBudget => self.share(whole, part, [Support::Amount, Support::Budget]),
            Support::OfAreas => self.of_areas(whole, |_| true),
            Support::Change => Err(Missing::because(self.what(whole, part), Because::NoEarlier)),
        }
    }

    fn share(&self, whole: &Area, what: Support, [part, of]: [Support; 2]) -> Known {
        ops::percentage(
            self.what(whole, what),
            Unit::Share,
            &self.figure(whole, part),
            &self.figure(whole, of),
        )
    }

    /// What it reached more (or less) than in an earlier snapshot.
    pub fn change(&self, whole: &Area, then: (&Self, &Area)) -> Known {
        let (now, before) = (self.figure(whole, Support::Reached), then.0.figure(then.1, Support::Reached));
        ops::difference(self.what(whole, Support::Change), &now, &before)
    }

    /// What it reached in those of its areas that are asked for, together.
    pub fn of_areas(&self, whole: &Area, asked: impl Fn(&ProgrammeArea) -> bool) -> Known {
        let parts: Vec<Known> =
            self.areas.iter().filter(|part| asked(part)).map(|p| p.known(self, whole)).collect();
        ops::sum_over_areas(self.what(whole, Support::OfAreas), &parts)
    }

    /// The part of it that went to an area.
    pub fn part(&self, area: &AreaName) -> Option<&ProgrammeArea> {
        self.areas.iter().find(|part| part.name.is(area))
    }

    /// The same programme as far as it went to one area: what was reached and spent there, nothing of the whole.
    #[must_use]
    pub fn in_area(&self, area: &AreaName) -> Self {
        let part = self.part(area);
        Self {
            reached: part.and_then(|part| part.reached.clone()),
            amount: part.and_then(|part| part.amount.clone()),
            planned: None,
            budget: None,
            via: None,
            areas: Vec::new(),
            quote: None,
            ..self.clone()
        }
    }

    /// Does it state the same count of 100 or more as another: perhaps one number written twice?
    pub fn is_twin(&self, other: &Self) -> bool {
        let value = |p: &Self| p.reached.as_ref().and_then(|f| f.exactly().cloned());
        let own = value(self).filter(|n| *n >= Exact::whole(100));
        own.is_some() && value(other) == own && self.named.id != other.named.id
    }
}

impl ProgrammeArea {
    /// What was reached there.
    pub fn known(&self, of: &Programme, whole: &Area) -> Known {
        ops::stated(self.reached.as_ref(), || What {
            whose: self.name.clone(),
            ..of.what(whole, Support::Reached)
        })
    }
}

impl Coverage {
    /// Covered of those entitled.
    pub fn ratio(&self, whole: &Area) -> Known {
        use super::measure::Cover::{Covered, Eligible, Ratio};
        let what = |part| whole.what(Measure::Coverage(self.named.clone(), part));
        let covered = ops::stated(self.covered.as_ref(), || what(Covered));
        let eligible = ops::stated(self.eligible.as_ref(), || what(Eligible));
        ops::percentage(what(Ratio), Unit::Share, &covered, &eligible)
    }
}

/// The money of programmes: sums of what points the same way. One sum where all do; several stand side by side and
/// have no sum of their own.
pub fn money<'a>(whole: &Area, programmes: &'a [Programme]) -> Vec<(Vec<&'a Programme>, Known)> {
    let mut sides: Vec<Vec<&Programme>> = Vec::new();
    let side = |p: &Programme| p.amount.as_ref().map(|f| f.qualifier);
    for programme in programmes.iter().filter(|p| p.amount.is_some()) {
        // What joins with all so far goes with them: an exact amount goes with any bound.
        let joins = |group: &&mut Vec<&Programme>| {
            let mut all = group.iter().copied().chain([programme]).filter_map(side);
            all.try_fold(Qualifier::Exact, Qualifier::joined).is_some()
        };
        match sides.iter_mut().find(joins) {
            Some(group) => group.push(programme),
            None => sides.push(vec![programme]),
        }
    }
    let sum = |group: Vec<&'a Programme>| {
        let amounts: Vec<Known> = group.iter().map(|p| p.figure(whole, Support::Amount)).collect();
        let sum = if let [only] = &amounts[..] {
            only.clone()
        } else {
            ops::sum(whole.what(Measure::Money), &amounts)
        };
        (group, sum)
    };
    sides.into_iter().map(sum).collect()
}

#[cfg(test)]
#[path = "support/tests.rs"]
mod tests;
