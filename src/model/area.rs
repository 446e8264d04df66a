//! A unit or a part of it: its households and groups, its lacks and causes, and its own parts.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::figure::Figure;
use super::measure::{Aspect, Group, Line, Measure, Named, What, When};
use super::name::AreaName;
use super::ops::{self, Known};
use super::parts::Parts;
use super::source_file::Origin;
use super::words::Text;

/// A part of a group that a report names besides the policy families.
#[derive(Debug, Clone)]
pub struct Part {
    /// Which.
    pub named: Arc<Named>,
    /// Households in it.
    pub households: Option<Figure>,
    /// Persons in them.
    pub persons: Option<Figure>,
}

/// What is stated of a group of households; all of it optional.
#[derive(Debug, Clone, Default)]
pub struct GroupFigures {
    /// Households.
    pub households: Option<Figure>,
    /// Persons.
    pub persons: Option<Figure>,
    /// The rate as reported.
    pub rate: Option<Figure>,
    /// The change of the rate as reported, in points.
    pub rate_change: Option<Figure>,
    /// The net fall over the period; below zero: a rise.
    pub reduced: Option<Figure>,
    /// Households under merit policy among them.
    pub policy_families: Option<Figure>,
    /// Other parts of the group.
    pub among: Vec<Part>,
    /// The lines of the review table, in households.
    pub movement: BTreeMap<Line, Figure>,
    /// The same in persons.
    pub movement_persons: BTreeMap<Line, Figure>,
    /// The report's own words.
    pub quote: Option<Text>,
    /// A note.
    pub note: Option<Text>,
}

impl GroupFigures {
    /// Is nothing stated of the group?
    pub fn is_empty(&self) -> bool {
        let stocks = [&self.households, &self.persons, &self.rate, &self.rate_change, &self.reduced];
        stocks.iter().all(|f| f.is_none())
            && self.policy_families.is_none()
            && self.among.is_empty()
            && self.movement.is_empty()
            && self.movement_persons.is_empty()
    }
}

/// An indicator of deprivation or a cause of poverty, with the households it is found in.
#[derive(Debug, Clone)]
pub struct Lack {
    /// Which.
    pub named: Arc<Named>,
    /// Poor households with it.
    pub poor: Option<Figure>,
    /// Near-poor households with it.
    pub near_poor: Option<Figure>,
}

impl Lack {
    /// The figure for a group; both together are never summed here, a household may lack several.
    pub fn of(&self, group: Group) -> Option<&Figure> {
        match group {
            Group::Poor => self.poor.as_ref(),
            Group::NearPoor => self.near_poor.as_ref(),
            Group::Combined => None,
        }
    }
}

/// A unit or area at one date.
#[derive(Debug, Clone)]
pub struct Area {
    /// Who it is.
    pub name: Arc<AreaName>,
    /// The file it was read from.
    pub origin: Arc<Origin>,
    /// All its households.
    pub households: Option<Figure>,
    /// Poor households.
    pub poor: GroupFigures,
    /// Near-poor households.
    pub near_poor: GroupFigures,
    /// Both together, where the report gives the sum itself.
    pub combined: GroupFigures,
    /// Deprivations.
    pub deprivations: Vec<Lack>,
    /// Causes of poverty.
    pub causes: Vec<Lack>,
    /// Its parts, in people's order of names.
    pub areas: Parts<Self>,
    /// The parts are all of it.
    pub areas_complete: bool,
}

impl AsRef<AreaName> for Area {
    fn as_ref(&self) -> &AreaName {
        &self.name
    }
}

impl Area {
    /// An area of which nothing is known.
    pub fn silent(name: &Arc<AreaName>, origin: &Arc<Origin>) -> Self {
        Self {
            name: name.clone(),
            origin: origin.clone(),
            households: None,
            poor: GroupFigures::default(),
            near_poor: GroupFigures::default(),
            combined: GroupFigures::default(),
            deprivations: Vec::new(),
            causes: Vec::new(),
            areas: Parts::default(),
            areas_complete: false,
        }
    }

    /// The stated figures of a group.
    pub fn group(&self, group: Group) -> &GroupFigures {
        match group {
            Group::Poor => &self.poor,
            Group::NearPoor => &self.near_poor,
            Group::Combined => &self.combined,
        }
    }

    /// The groups it is told in: poor and near-poor apart; as one where neither it nor a part of it has a figure of
    /// one of the two alone.
    pub fn groups(&self) -> &'static [Group] {
        let as_one = self.tells_of(Group::Combined) && !Group::TWO.iter().any(|group| self.tells_of(*group));
        if as_one { &[Group::Combined] } else { &Group::TWO }
    }

    /// Does it, or a part of it, state anything of the group?
    fn tells_of(&self, group: Group) -> bool {
        !self.group(group).is_empty() || self.areas.iter().any(|part| part.tells_of(group))
    }

    /// The subject of a figure of this area at its date.
    pub fn what(&self, measure: Measure) -> What {
        let when =
            if measure.is_flow() { When::Over(self.origin.period) } else { When::Day(self.origin.as_of) };
        What { measure, whose: self.name.clone(), when }
    }

    /// All households, as stated.
    pub fn all_households(&self) -> Known {
        ops::stated(self.households.as_ref(), || self.what(Measure::AllHouseholds))
    }

    /// A stated figure of a group; for both together the stated one, else the sum of the two.
    pub fn figure(&self, group: Group, aspect: &Aspect) -> Known {
        let what = || self.what(Measure::of(group, aspect.clone()));
        let found = self.group(group).stated(aspect);
        if group != Group::Combined || found.is_some() || !sums(aspect) {
            return ops::stated(found, what);
        }
        ops::sum(what(), &Group::TWO.map(|g| self.figure(g, aspect)))
    }

    /// The part with that name or code, at the first level.
    pub fn part(&self, name: &AreaName) -> Option<&Self> {
        self.areas.find(name)
    }

    /// The area at the end of a path of names from here.
    pub fn at<'a>(&'a self, path: &[Arc<AreaName>]) -> Option<&'a Self> {
        path.iter().try_fold(self, |area, name| area.part(name))
    }
}

/// May the two groups' figures be added? Rates may not; what passes between the two groups is no change of both.
fn sums(aspect: &Aspect) -> bool {
    !matches!(aspect, Aspect::Rate | Aspect::RateChange | Aspect::Moved(_) | Aspect::MovedPersons(_))
}

impl GroupFigures {
    /// The figure that stands in the file for an aspect.
    pub fn stated(&self, aspect: &Aspect) -> Option<&Figure> {
        match aspect {
            Aspect::Households => self.households.as_ref(),
            Aspect::Persons => self.persons.as_ref(),
            Aspect::Rate => self.rate.as_ref(),
            Aspect::RateChange => self.rate_change.as_ref(),
            Aspect::Reduced => self.reduced.as_ref(),
            Aspect::PolicyFamilies => self.policy_families.as_ref(),
            Aspect::Moved(line) => self.movement.get(line),
            Aspect::MovedPersons(line) => self.movement_persons.get(line),
            Aspect::Among(named) => self.part(named).and_then(|p| p.households.as_ref()),
            Aspect::AmongPersons(named) => self.part(named).and_then(|p| p.persons.as_ref()),
            _ => None,
        }
    }

    fn part(&self, named: &Named) -> Option<&Part> {
        self.among.iter().find(|p| p.named.id == named.id)
    }
}
