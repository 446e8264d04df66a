//! Support given in a period, and who of those entitled has it.

use std::collections::HashMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;

use super::area::Area;
use super::exact::Exact;
use super::figure::Figure;
use super::measure::{Cover, IdName, Measure, Subject, Support};
use super::name::AreaName;
use super::ops::{self, FigureResult, Missing, MissingReason};
use super::parts::Parts;
use super::qualifier::Qualifier;
use super::stated::StatedFigures;
use super::unit::Unit;
use super::words::Text;

/// What a programme gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "ProgrammeKind")]
// Tables group by it in this order.
pub enum ProgrammeKind {
    /// Loans.
    Credit,
    /// Schooling.
    Education,
    /// Care.
    Health,
    /// Insurance.
    Insurance,
    /// Work.
    Employment,
    /// Houses.
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
    pub named: Arc<IdName>,
    /// Its kind.
    pub kind: ProgrammeKind,
    /// What is stated of it.
    pub(super) figures: StatedFigures<Support>,
    /// The source of the money.
    pub fund: Option<Text>,
    /// For whom.
    pub for_whom: Option<Text>,
    /// The parts of it that went to areas.
    pub areas: Parts<ProgrammeArea>,
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
    /// What is stated of it there.
    pub(super) figures: StatedFigures<Support>,
}

/// An entitlement: how many of those entitled have it.
#[derive(Debug, Clone)]
pub struct Coverage {
    /// Its id and name.
    pub named: Arc<IdName>,
    /// Those who have it and those entitled.
    pub(super) figures: StatedFigures<Cover>,
}

impl AsRef<AreaName> for ProgrammeArea {
    fn as_ref(&self) -> &AreaName {
        &self.name
    }
}

impl Programme {
    /// One of which no more than figures is stated.
    pub fn new(named: Arc<IdName>, kind: ProgrammeKind, figures: StatedFigures<Support>) -> Self {
        Self {
            named,
            kind,
            figures,
            fund: None,
            for_whom: None,
            areas: Parts::default(),
            quote: None,
            note: None,
        }
    }

    /// All figures that stand in the file, of the whole and of its areas.
    pub fn all_stated(&self) -> impl Iterator<Item = &Figure> {
        let of_areas = self.areas.iter().map(|part| &part.figures);
        let all = std::iter::once(&self.figures).chain(of_areas).flat_map(StatedFigures::iter);
        all.map(|(_, figure)| figure)
    }

    /// The subject of a figure of this programme in the snapshot of `whole`.
    pub fn what(&self, whole: &Area, part: Support) -> Subject {
        whole.what(Measure::Programme(self.named.clone(), part))
    }

    /// The figure that stands in the file.
    pub fn stated(&self, part: Support) -> Option<&Figure> {
        self.figures.get(&part)
    }

    /// A figure of it: as stated, or computed from those that are.
    pub fn figure(&self, whole: &Area, part: Support) -> FigureResult {
        let other = |part| self.figure(whole, part);
        match part {
            Support::Reached
            | Support::Amount
            | Support::Planned
            | Support::Budget
            | Support::Via
            | Support::ChangePercent => ops::stated(self.stated(part).cloned(), || self.what(whole, part)),
            Support::Average => {
                ops::average(self.what(whole, part), &other(Support::Amount), &other(Support::Reached))
            }
            Support::OfPlan => self.share(whole, part, [Support::Reached, Support::Planned]),
            Support::OfBudget => self.share(whole, part, [Support::Amount, Support::Budget]),
            Support::OfAreas => self.of_areas(whole, |_| true),
            Support::Change => Err(Missing::because(self.what(whole, part), MissingReason::NoEarlier)),
        }
    }

    fn share(&self, whole: &Area, what: Support, [part, of]: [Support; 2]) -> FigureResult {
        ops::share_of_plan(self.what(whole, what), &self.figure(whole, part), &self.figure(whole, of))
    }

    /// What it reached more (or less) than in an earlier snapshot.
    pub fn change(&self, whole: &Area, then: (&Self, &Area)) -> FigureResult {
        let (now, before) = (self.figure(whole, Support::Reached), then.0.figure(then.1, Support::Reached));
        ops::difference(self.what(whole, Support::Change), &now, &before)
    }

    /// What it reached in those of its areas that are asked for, together.
    pub fn of_areas(&self, whole: &Area, asked: impl Fn(&ProgrammeArea) -> bool) -> FigureResult {
        let parts: Vec<FigureResult> =
            self.areas.iter().filter(|part| asked(part)).map(|p| p.reached(self, whole)).collect();
        ops::sum_over_areas(self.what(whole, Support::OfAreas), parts)
    }

    /// The part of it that went to an area.
    pub fn part(&self, area: &AreaName) -> Option<&ProgrammeArea> {
        self.areas.find(area)
    }

    /// The same programme as far as it went to one area: what was reached and spent there, nothing of the whole.
    #[must_use]
    pub fn in_area(&self, area: &AreaName) -> Self {
        Self {
            figures: self.part(area).map(|part| part.figures.clone()).unwrap_or_default(),
            areas: Parts::default(),
            quote: None,
            ..self.clone()
        }
    }

    /// Does it state the same count of 100 or more as another: perhaps one number written twice?
    pub fn is_twin(&self, other: &Self) -> bool {
        self.twin_number().is_some_and(|own| other.twin_number() == Some(own))
            && self.named.id != other.named.id
    }

    /// The number it reached, where that is large enough to be no chance in another.
    fn twin_number(&self) -> Option<&Exact> {
        self.stated(Support::Reached).and_then(Figure::exactly).filter(|n| **n >= Exact::whole(100))
    }
}

/// The numbers that more than one of some programmes state.
#[derive(Debug, Clone, Default)]
pub struct Twins<'a>(HashMap<&'a Exact, (&'a str, bool)>);

impl<'a> Twins<'a> {
    /// Of these programmes.
    pub fn among(all: &'a [Programme]) -> Self {
        let mut found: HashMap<&Exact, (&str, bool)> = HashMap::new();
        for programme in all {
            let Some(number) = programme.twin_number() else { continue };
            let (first, is_twice) = found.entry(number).or_insert((&programme.named.id, false));
            *is_twice |= *first != programme.named.id;
        }
        Self(found)
    }

    /// Does another of them state the number of this one?
    pub fn has(&self, programme: &Programme) -> bool {
        programme.twin_number().and_then(|number| self.0.get(number)).is_some_and(|(_, is_twice)| *is_twice)
    }
}

impl ProgrammeArea {
    /// Of what is stated of a programme there.
    pub fn new(name: Arc<AreaName>, figures: StatedFigures<Support>) -> Self {
        Self { name, figures }
    }

    /// The figure that stands in the file.
    pub fn stated(&self, part: Support) -> Option<&Figure> {
        self.figures.get(&part)
    }

    /// What was reached there.
    pub fn reached(&self, of: &Programme, whole: &Area) -> FigureResult {
        ops::stated(self.stated(Support::Reached).cloned(), || Subject {
            whose: self.name.clone(),
            ..of.what(whole, Support::Reached)
        })
    }
}

impl Coverage {
    /// Of what is stated of an entitlement.
    pub fn new(named: Arc<IdName>, figures: StatedFigures<Cover>) -> Self {
        Self { named, figures }
    }

    /// The figure that stands in the file.
    pub fn stated(&self, cover: Cover) -> Option<&Figure> {
        self.figures.get(&cover)
    }

    /// Covered of those entitled: from both counts, else as it is stated.
    pub fn ratio(&self, whole: &Area) -> FigureResult {
        use Cover::{Covered, Eligible, Ratio};
        let what = |part| whole.what(Measure::Coverage(self.named.clone(), part));
        let covered = ops::stated(self.stated(Cover::Covered).cloned(), || what(Covered));
        let eligible = ops::stated(self.stated(Cover::Eligible).cloned(), || what(Eligible));
        let counted = ops::percentage(what(Ratio), Unit::Share, &covered, &eligible);
        match self.stated(Cover::Percent) {
            Some(stated) if counted.is_err() => Ok(stated.clone()),
            _ => counted,
        }
    }
}

/// The money of programmes: sums of what points the same way. One sum where all do; several stand side by side and
/// have no sum of their own.
pub fn money<'a>(whole: &Area, programmes: &'a [Programme]) -> Vec<(Vec<&'a Programme>, FigureResult)> {
    // Each side with what its amounts are together.
    let mut sides: Vec<(Qualifier, Vec<&Programme>)> = Vec::new();
    for programme in programmes {
        let Some(amount) = programme.stated(Support::Amount) else { continue };
        // What joins with all so far goes with them: an exact amount goes with any bound.
        let joined = |(all, _): &(Qualifier, _)| all.joined(amount.qualifier);
        match sides.iter_mut().find_map(|side| Some((joined(side)?, side))) {
            Some((all, side)) => {
                side.0 = all;
                side.1.push(programme);
            }
            None => sides.push((amount.qualifier, vec![programme])),
        }
    }
    let sum = |group: Vec<&'a Programme>| {
        let amounts: Vec<FigureResult> = group.iter().map(|p| p.figure(whole, Support::Amount)).collect();
        let sum = if let [only] = &amounts[..] {
            only.clone()
        } else {
            ops::sum(whole.what(Measure::Money), &amounts)
        };
        (group, sum)
    };
    sides.into_iter().map(|(_, group)| sum(group)).collect()
}

#[cfg(test)]
#[path = "support/tests.rs"]
mod tests;
