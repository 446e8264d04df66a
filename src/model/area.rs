//! A unit or a part of it: its households and groups, its lacks and causes, and its own parts.

use std::collections::HashSet;
use std::sync::Arc;

use super::by_id::ById;
use super::cell::{AreaRow, Beside};
use super::exact::Exact;
use super::figure::Figure;
use super::indicator::Indicator;
use super::location::Slot;
use super::measure::{Aspect, Group, IdName, Measure, MovementLine, PartField, Subject, When};
use super::name::AreaName;
use super::ops::{self, FigureResult, Missing, MissingReason, Most};
use super::parts::Parts;
use super::shape::Shape;
use super::source_file::{Provenance, SourceFile};
use super::stated_number::StatedNumber;
use super::unit::Unit;

/// A deprivation or a cause of poverty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LackList {
    /// What households are deprived of.
    Deprivations,
    /// Why they are poor.
    Causes,
}

impl LackList {
    /// Both, in the order of the format.
    pub const ALL: [Self; 2] = [Self::Deprivations, Self::Causes];

    /// Its name in the format.
    pub fn code(self) -> &'static str {
        match self {
            Self::Deprivations => "deprivations",
            Self::Causes => "causes",
        }
    }

    /// What is measured of one of its entries.
    pub fn aspect(self, named: &Arc<IdName>) -> Aspect {
        match self {
            Self::Deprivations => Aspect::Lacking(named.clone()),
            Self::Causes => Aspect::Cause(named.clone()),
        }
    }
}

/// A unit or area at one date. What it states are cells in a table that it shares with the others of its list
/// ([`cell`](super::cell)); its figures are made when they are asked for.
#[derive(Debug, Clone)]
pub struct Area {
    /// Who it is.
    pub name: Arc<AreaName>,
    /// What it states.
    row: AreaRow,
    /// Its parts, in people's order of names.
    pub areas: Parts<Self>,
    /// What few areas have.
    more: Option<Box<More>>,
}

/// What few areas have. Apart from these: a file may hold a million of them.
#[derive(Debug, Clone, Default)]
struct More {
    beside: Beside,
    indicators: ById<Indicator>,
    unnamed_parts: u32,
    areas_complete: bool,
}

/// A figure that an area states, before it is made: the numbers of many are looked at, and few are told.
#[derive(Clone, Copy)]
pub struct StatedAt<'a> {
    area: &'a Area,
    at: usize,
}

impl StatedAt<'_> {
    /// Its number; none where it is kept as a figure.
    pub fn number(self) -> Option<StatedNumber> {
        self.area.row.number(self.at, self.area.more.as_deref().map(|more| &more.beside))
    }

    /// The figure.
    pub fn figure(self) -> Option<Figure> {
        self.area.at_slot(self.at)
    }

    /// Is it invented, to try the program?
    pub fn is_invented(self) -> bool {
        match self.number() {
            Some(number) => number.kind.provenance == Provenance::Illustrative,
            None => self.figure().is_some_and(|figure| figure.is_invented()),
        }
    }
}

/// Where a figure of a group stands among those of a shape.
fn slot_in(shape: &Shape, group: Group, aspect: &Aspect) -> Option<usize> {
    let is_it = |measure: &Measure| matches!(measure, Measure::Of(_, own) if own.is(aspect));
    shape.place(Measure::mark_of(group, aspect), aspect.id(), is_it)
}

/// Where a figure, of a group or of none, stands among those of a shape.
fn slot_of(shape: &Shape, measure: &Measure) -> Option<usize> {
    match measure {
        Measure::Of(group, aspect) => slot_in(shape, *group, aspect),
        _ => shape.place(measure.mark(), None, |own| own == measure),
    }
}

/// Looks for what areas state, one after the other: those of a list mostly state the same, and the place of a measure is
/// then found once for all of them.
#[derive(Default)]
pub struct Finder<'a>(Option<(&'a Shape, Option<usize>)>);

impl<'a> Finder<'a> {
    /// The figure of an area, before it is made; the measure is the same at every call.
    pub fn find(&mut self, area: &'a Area, measure: &Measure) -> Option<StatedAt<'a>> {
        let shape = area.row.shape();
        let known = self.0.filter(|(known, _)| std::ptr::eq(*known, shape));
        let (_, at) = *self.0.insert(known.unwrap_or_else(|| (shape, slot_of(shape, measure))));
        Some(StatedAt { area, at: at? })
    }
}

impl AsRef<AreaName> for Area {
    fn as_ref(&self) -> &AreaName {
        &self.name
    }
}

impl Area {
    /// An area of which nothing is known.
    pub fn silent(name: &Arc<AreaName>, origin: &Arc<SourceFile>) -> Self {
        Self::of_row(name.clone(), AreaRow::empty(origin), None)
    }

    pub(super) fn of_row(name: Arc<AreaName>, row: AreaRow, beside: Option<Beside>) -> Self {
        let more = beside.map(|beside| Box::new(More { beside, ..More::default() }));
        Self { name, row, areas: Parts::default(), more }
    }

    /// Are its parts all of it?
    pub fn areas_complete(&self) -> bool {
        self.more.as_ref().is_some_and(|more| more.areas_complete)
    }

    /// Says whether they are.
    pub fn set_areas_complete(&mut self, complete: bool) {
        if complete != self.areas_complete() {
            self.more.get_or_insert_default().areas_complete = complete;
        }
    }

    /// The file it was read from.
    pub fn origin(&self) -> &Arc<SourceFile> {
        self.row.origin()
    }

    /// The figure that stands in the file for an aspect of a group, a deprivation or a cause.
    pub fn stated(&self, group: Group, aspect: &Aspect) -> Option<Figure> {
        self.at_slot(self.slot(group, aspect)?)
    }

    /// Does it stand in the file?
    pub fn states(&self, group: Group, aspect: &Aspect) -> bool {
        self.slot(group, aspect).is_some()
    }

    /// All households, as the file states them.
    pub fn stated_households(&self) -> Option<Figure> {
        self.number_of(&Measure::AllHouseholds)?.figure()
    }

    /// All its inhabitants, as the file states them.
    pub fn stated_persons(&self) -> Option<Figure> {
        self.number_of(&Measure::Inhabitants)?.figure()
    }

    /// The same, before it is made.
    pub fn number(&self, group: Group, aspect: &Aspect) -> Option<StatedAt<'_>> {
        Some(StatedAt { area: self, at: self.slot(group, aspect)? })
    }

    fn slot(&self, group: Group, aspect: &Aspect) -> Option<usize> {
        slot_in(self.row.shape(), group, aspect)
    }

    /// A figure, of a group or of none, before it is made.
    pub fn number_of(&self, measure: &Measure) -> Option<StatedAt<'_>> {
        Some(StatedAt { area: self, at: slot_of(self.row.shape(), measure)? })
    }

    fn at_slot(&self, at: usize) -> Option<Figure> {
        self.row.figure(at, &self.name, self.more.as_deref().map(|more| &more.beside))
    }

    /// All that it states itself in cells: in the order of the format, without its indicators.
    pub fn all_stated(&self) -> impl Iterator<Item = Figure> {
        (0..self.row.shape().slots().len()).filter_map(|at| self.at_slot(at))
    }

    /// What is stated of a group, in the order of the format; not its deprivations and causes.
    pub fn aspects(&self, group: Group) -> impl Iterator<Item = &Aspect> {
        self.row.shape().slots().iter().filter_map(move |slot| match &slot.measure {
            Measure::Of(_, Aspect::Lacking(_) | Aspect::Cause(_)) => None,
            Measure::Of(of, aspect) if *of == group => Some(aspect),
            _ => None,
        })
    }

    /// A line of the movement of a group, in households.
    pub fn movement(&self, group: Group, line: MovementLine) -> Option<Figure> {
        self.stated(group, &Aspect::Moved(line))
    }

    /// Is a line of the movement of a group stated, in households?
    pub fn has_lines(&self, group: Group) -> bool {
        self.aspects(group).any(|aspect| matches!(aspect, Aspect::Moved(_)))
    }

    /// Is nothing stated of a group?
    pub fn is_silent_of(&self, group: Group) -> bool {
        self.parts_of(group).is_empty() && self.aspects(group).next().is_none()
    }

    /// The parts of a group that the report names itself, with figures or without.
    pub fn parts_of(&self, group: Group) -> &[Arc<IdName>] {
        &self.row.shape().among[group as usize]
    }

    /// Its deprivations, or its causes of poverty, with figures or without. Those of both groups together are never summed
    /// here: a household may lack several.
    pub fn lacks(&self, list: LackList) -> &[Arc<IdName>] {
        &self.row.shape().lacks[list as usize]
    }

    /// The other figures that are followed.
    pub fn indicators(&self) -> &[Indicator] {
        self.more.as_ref().map_or(&[], |more| &more.indicators)
    }

    /// How many parts more it has, as the files before have them, that its list does not name: sums over its parts are
    /// of fewer than all.
    pub fn unnamed_parts(&self) -> u32 {
        self.more.as_ref().map_or(0, |more| more.unnamed_parts)
    }

    /// Says how many these are.
    pub fn leave_unnamed(&mut self, parts: u32) {
        self.more.get_or_insert_default().unnamed_parts = parts;
    }

    /// States a figure of a group; none takes it away.
    pub fn state(&mut self, group: Group, aspect: Aspect, figure: impl Into<Option<Figure>>) {
        self.set(Measure::Of(group, aspect), figure.into());
    }

    /// States all its households; none takes them away.
    pub fn state_households(&mut self, all: Option<Figure>) {
        self.set(Measure::AllHouseholds, all);
    }

    /// States all its inhabitants; none takes them away.
    pub fn state_persons(&mut self, all: Option<Figure>) {
        self.set(Measure::Inhabitants, all);
    }

    fn set(&mut self, measure: Measure, figure: Option<Figure>) {
        let more = self.more.get_or_insert_default();
        self.row.set(Slot { measure, item: 0 }, figure, &mut more.beside);
    }

    /// States its indicators.
    pub fn follow(&mut self, indicators: Vec<Indicator>) {
        if !indicators.is_empty() || self.more.is_some() {
            self.more.get_or_insert_default().indicators = indicators.into();
        }
    }

    #[cfg(test)]
    pub(super) fn row_mut(&mut self) -> &mut AreaRow {
        &mut self.row
    }

    /// Keeps of its deprivations or causes those that are asked for.
    pub(super) fn retain_lacks(&mut self, list: LackList, is_kept: impl FnMut(&Arc<IdName>) -> bool) {
        self.row.shape_mut().lacks[list as usize].retain(is_kept);
    }

    /// The groups it is told in: poor and near-poor apart; as one where neither it nor a part of it has a figure of
    /// one of the two alone.
    pub fn groups(&self) -> &'static [Group] {
        let as_one = self.tells_of(Group::Combined) && !Group::TWO.iter().any(|group| self.tells_of(*group));
        if as_one { &[Group::Combined] } else { &Group::TWO }
    }

    /// Does it, or a part of it, state anything of the group?
    fn tells_of(&self, group: Group) -> bool {
        !self.is_silent_of(group) || self.areas.iter().any(|part| part.tells_of(group))
    }

    /// The subject of a figure of this area at its date.
    pub fn what(&self, measure: Measure) -> Subject {
        Subject::stated(measure, &self.name, self.origin())
    }

    /// All households, as stated.
    pub fn all_households(&self) -> FigureResult {
        self.itself(&Measure::AllHouseholds)
    }

    /// All inhabitants, as stated.
    pub fn inhabitants(&self) -> FigureResult {
        self.itself(&Measure::Inhabitants)
    }

    /// The persons of a group in percent of all inhabitants: no rate of households.
    pub fn share_of_inhabitants(&self, group: Group) -> FigureResult {
        let what = self.what(Measure::of_group(group, Aspect::ShareOfInhabitants));
        ops::percentage(what, Unit::Share, &self.figure(group, &Aspect::Persons), &self.inhabitants())
    }

    /// The parts of its groups that the report names, each once.
    pub fn named_parts(&self) -> Vec<&Arc<IdName>> {
        let mut seen = HashSet::new();
        let parts = Group::ALL.iter().flat_map(|group| self.parts_of(*group));
        parts.filter(|part| seen.insert(part.id.as_str())).collect()
    }

    /// The group that states all households of a part: said once, it holds for all groups.
    pub fn group_with_all_of(&self, part: &Arc<IdName>) -> Option<Group> {
        let all = Aspect::Among(part.clone(), PartField::All);
        Group::ALL.into_iter().find(|group| self.states(*group, &all))
    }

    /// A stated figure of a group; for both together the stated one, else the sum of the two.
    pub fn figure(&self, group: Group, aspect: &Aspect) -> FigureResult {
        let what = || self.what(Measure::of_group(group, aspect.clone()));
        let mut found = self.stated(group, aspect);
        if let (None, Aspect::Among(part, PartField::All)) = (&found, aspect) {
            found = self.group_with_all_of(part).and_then(|stating| self.stated(stating, aspect));
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

    /// What it counts: of a group as [`Area::figure`] finds it, of none what it states.
    pub fn counted(&self, measure: &Measure) -> FigureResult {
        if let Measure::Of(group, aspect) = measure {
            return self.figure(*group, aspect);
        }
        self.itself(measure)
    }

    /// What it states itself, or that it does not.
    pub fn itself(&self, measure: &Measure) -> FigureResult {
        let stated = self.number_of(measure).and_then(StatedAt::figure);
        ops::stated(stated, || self.what(measure.clone()))
    }

    /// The single number of that figure, where it is no range: of thousands of areas none is then made.
    pub fn one(&self, group: Group, aspect: &Aspect) -> Option<Exact> {
        match self.number(group, aspect).and_then(StatedAt::number) {
            Some(number) => Some(number.value()),
            None => self.figure(group, aspect).ok()?.one().cloned(),
        }
    }

    /// The most that the figure may be.
    pub fn most(&self, group: Group, aspect: &Aspect) -> Option<Most> {
        match self.number(group, aspect).and_then(StatedAt::number) {
            Some(number) => Some((number.kind.unit, number.qualifier(), number.value())),
            None => self.figure(group, aspect).ok().map(|f| (f.unit, f.qualifier, f.amount.high().clone())),
        }
    }

    /// The indicator with that id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.more.as_deref()?.indicators.find(id)
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
pub(super) fn sums(aspect: &Aspect) -> bool {
    let is_line = matches!(aspect, Aspect::Moved(_) | Aspect::MovedPersons(_));
    let is_all = matches!(aspect, Aspect::Among(_, PartField::All));
    !is_line && !is_all && aspect.is_summed()
}

impl Indicator {
    /// The same, or that it is not stated of that unit or area.
    pub fn figure(&self, whose: &Area) -> FigureResult {
        ops::stated(self.stated().cloned(), || self.what(whose))
    }

    /// Its change since an earlier day, signed; none where it measured something else then.
    pub fn change(&self, now: &Area, then: (&Self, &Area)) -> FigureResult {
        let what =
            Subject { when: When::Between(then.1.origin().as_of, now.origin().as_of), ..self.what(now) };
        if self.kind != then.0.kind {
            return Err(Missing::because(what, MissingReason::KindsDiffer));
        }
        ops::difference(what, &self.figure(now), &then.0.figure(then.1))
    }

    fn what(&self, whose: &Area) -> Subject {
        whose.what(Measure::Indicator(self.named.clone()))
    }
}
