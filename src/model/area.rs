//! A unit or a part of it: its households and groups, its lacks and causes, and its own parts.

use std::sync::Arc;

use super::figure::Figure;
use super::indicator::Indicator;
use super::measure::{Aspect, Group, IdName, Measure, MovementLine, PartField, Subject, When};
use super::name::AreaName;
use super::ops::{self, FigureResult, Missing, MissingReason};
use super::parts::Parts;
use super::source_file::SourceFile;
use super::stated::StatedFigures;
use super::unit::Unit;

/// What is stated of a group of households; all of it optional.
#[derive(Debug, Clone, Default)]
pub struct GroupFigures {
    figures: StatedFigures<Aspect>,
    /// The parts that the report names besides those of the format, with figures or without.
    pub among: Vec<Arc<IdName>>,
}

impl GroupFigures {
    /// Of figures, and of the parts that some of them are of.
    pub fn new(figures: impl IntoIterator<Item = (Aspect, Figure)>, among: Vec<Arc<IdName>>) -> Self {
        Self { figures: figures.into_iter().collect(), among }
    }

    /// The figure that stands in the file for an aspect.
    pub fn stated(&self, aspect: &Aspect) -> Option<&Figure> {
        self.figures.find(|stated| stated.is(aspect))
    }

    /// All that is stated, in the order of the format.
    pub fn aspects(&self) -> impl Iterator<Item = &Aspect> {
        self.figures.iter().map(|(aspect, _)| aspect)
    }

    /// States a figure; none takes it away.
    pub fn set(&mut self, aspect: Aspect, figure: impl Into<Option<Figure>>) {
        self.figures.set(aspect, figure);
    }

    /// Keeps the figures that are asked for.
    pub fn retain(&mut self, is_kept: impl FnMut(&Aspect, &Figure) -> bool) {
        self.figures.retain(is_kept);
    }

    /// A line of its movement, in households.
    pub fn movement(&self, line: MovementLine) -> Option<&Figure> {
        self.stated(&Aspect::Moved(line))
    }

    /// Is a line of its movement stated, in households?
    pub fn has_lines(&self) -> bool {
        self.aspects().any(|aspect| matches!(aspect, Aspect::Moved(_)))
    }

    /// Is nothing stated of the group?
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty() && self.among.is_empty()
    }
}

/// A deprivation or a cause of poverty, with the households it is found in.
#[derive(Debug, Clone)]
pub struct Lack {
    /// Which.
    pub named: Arc<IdName>,
    /// The households of each group with it.
    pub(super) figures: StatedFigures<Group>,
}

impl Lack {
    /// Of the households of each group with it.
    pub fn new(named: Arc<IdName>, figures: StatedFigures<Group>) -> Self {
        Self { named, figures }
    }

    /// The figure for a group; both together are never summed here, a household may lack several.
    pub fn households(&self, group: Group) -> Option<&Figure> {
        self.figures.get(&group)
    }
}

/// A unit or area at one date.
#[derive(Debug, Clone)]
pub struct Area {
    /// Who it is.
    pub name: Arc<AreaName>,
    /// The file it was read from.
    pub origin: Arc<SourceFile>,
    /// All its households.
    pub(super) households: Option<Figure>,
    /// All its inhabitants. Boxed: a file may hold a million areas, and few of them state it.
    pub(super) persons: Option<Box<Figure>>,
    /// Poor households.
    pub(super) poor: GroupFigures,
    /// Near-poor households.
    pub(super) near_poor: GroupFigures,
    /// Both together, where the report gives the sum itself.
    pub(super) combined: GroupFigures,
    /// Deprivations.
    pub deprivations: Vec<Lack>,
    /// Causes of poverty.
    pub causes: Vec<Lack>,
    /// The other figures that are followed.
    pub indicators: Vec<Indicator>,
    /// Its parts, in people's order of names.
    pub areas: Parts<Self>,
    /// The parts are all of it.
    pub areas_complete: bool,
    /// How many parts more it has, as the files before have them, that its list does not name: sums over its parts are
    /// of fewer than all.
    pub unnamed_parts: u32,
}

impl AsRef<AreaName> for Area {
    fn as_ref(&self) -> &AreaName {
        &self.name
    }
}

impl Area {
    /// An area of which nothing is known.
    pub fn silent(name: &Arc<AreaName>, origin: &Arc<SourceFile>) -> Self {
        Self {
            name: name.clone(),
            origin: origin.clone(),
            households: None,
            persons: None,
            poor: GroupFigures::default(),
            near_poor: GroupFigures::default(),
            combined: GroupFigures::default(),
            deprivations: Vec::new(),
            causes: Vec::new(),
            indicators: Vec::new(),
            areas: Parts::default(),
            areas_complete: false,
            unnamed_parts: 0,
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

    /// The same, to be stated.
    pub fn group_mut(&mut self, group: Group) -> &mut GroupFigures {
        match group {
            Group::Poor => &mut self.poor,
            Group::NearPoor => &mut self.near_poor,
            Group::Combined => &mut self.combined,
        }
    }

    /// All its households, as the file states them.
    pub fn stated_households(&self) -> Option<&Figure> {
        self.households.as_ref()
    }

    /// All its inhabitants, as the file states them.
    pub fn stated_persons(&self) -> Option<&Figure> {
        self.persons.as_deref()
    }

    /// States all its households; none takes them away.
    pub fn state_households(&mut self, all: Option<Figure>) {
        self.households = all;
    }

    /// States all its inhabitants; none takes them away.
    pub fn state_persons(&mut self, all: Option<Figure>) {
        self.persons = all.map(Box::new);
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
    pub fn what(&self, measure: Measure) -> Subject {
        Subject::stated(measure, &self.name, &self.origin)
    }

    /// All households, as stated.
    pub fn all_households(&self) -> FigureResult {
        ops::stated(self.households.as_ref(), || self.what(Measure::AllHouseholds))
    }

    /// All inhabitants, as stated.
    pub fn inhabitants(&self) -> FigureResult {
        ops::stated(self.persons.as_deref(), || self.what(Measure::Inhabitants))
    }

    /// The persons of a group in percent of all inhabitants: no rate of households.
    pub fn share_of_inhabitants(&self, group: Group) -> FigureResult {
        let what = self.what(Measure::of_group(group, Aspect::ShareOfInhabitants));
        ops::percentage(what, Unit::Share, &self.figure(group, &Aspect::Persons), &self.inhabitants())
    }

    /// The parts of its groups that the report names, each once.
    pub fn named_parts(&self) -> Vec<&Arc<IdName>> {
        let mut names: Vec<&Arc<IdName>> = Vec::new();
        for part in Group::ALL.iter().flat_map(|group| &self.group(*group).among) {
            if !names.iter().any(|named| named.id == part.id) {
                names.push(part);
            }
        }
        names
    }

    /// The group that states all households of a part: said once, it holds for all groups.
    pub fn group_with_all_of(&self, part: &Arc<IdName>) -> Option<Group> {
        let all = Aspect::Among(part.clone(), PartField::All);
        Group::ALL.into_iter().find(|group| self.group(*group).stated(&all).is_some())
    }

    /// A stated figure of a group; for both together the stated one, else the sum of the two.
    pub fn figure(&self, group: Group, aspect: &Aspect) -> FigureResult {
        let what = || self.what(Measure::of_group(group, aspect.clone()));
        let mut found = self.group(group).stated(aspect);
        if let (None, Aspect::Among(part, PartField::All)) = (found, aspect) {
            found = self.group_with_all_of(part).and_then(|stating| self.group(stating).stated(aspect));
        }
        if group != Group::Combined || found.is_some() || !sums(aspect) {
            return ops::stated(found, what);
        }
        let two = Group::TWO.map(|group| self.figure(group, aspect));
        if let [Ok(poor), Ok(near_poor)] = &two
            && let Some((have, of)) = ops::across_areas(poor, near_poor)
        {
            return Err(Missing::because(what(), MissingReason::AreasDiffer(have, of)));
        }
        ops::sum(what(), &two)
    }

    /// The indicator with that id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.named.id == id)
    }

    /// The part with that name or code, at the first level.
    pub fn part(&self, name: &AreaName) -> Option<&Self> {
        self.areas.find(name)
    }

    /// The area at the end of a path of names from here.
    pub fn at<'a>(&'a self, path: &[Arc<AreaName>]) -> Option<&'a Self> {
        path.iter().try_fold(self, |area, name| area.part(name))
    }

    /// The same, to be written to.
    pub fn at_mut<'a>(&'a mut self, path: &[Arc<AreaName>]) -> Option<&'a mut Self> {
        path.iter().try_fold(self, |area, name| area.areas.iter_mut().find(|part| part.name.is(name)))
    }
}

/// May the two groups' figures be added? Rates may not; what passes between the two groups is no change of both.
fn sums(aspect: &Aspect) -> bool {
    let is_line = matches!(aspect, Aspect::Moved(_) | Aspect::MovedPersons(_));
    let is_all = matches!(aspect, Aspect::Among(_, PartField::All));
    !is_line && !is_all && aspect.is_summed()
}

impl Indicator {
    /// The same, or that it is not stated of that unit or area.
    pub fn figure(&self, whose: &Area) -> FigureResult {
        ops::stated(self.stated(), || self.what(whose))
    }

    /// Its change since an earlier day, signed; none where it measured something else then.
    pub fn change(&self, now: &Area, then: (&Self, &Area)) -> FigureResult {
        let what = Subject { when: When::Between(then.1.origin.as_of, now.origin.as_of), ..self.what(now) };
        if self.kind != then.0.kind {
            return Err(Missing::because(what, MissingReason::KindsDiffer));
        }
        ops::difference(what, &self.figure(now), &then.0.figure(then.1))
    }

    fn what(&self, whose: &Area) -> Subject {
        whose.what(Measure::Indicator(self.named.clone()))
    }
}
