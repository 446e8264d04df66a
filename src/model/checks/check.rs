//! A check: one line of the list, with all the numbers that a sentence about it needs and without a word of any
//! language. Several checks may share a line.

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::change::turned;
use crate::model::figure::Figure;
use crate::model::location::Location;
use crate::model::measure::{Group, IdName, Subject};
use crate::model::name::AreaName;
use crate::model::ops::FigureResult;
use crate::model::source_file::SourceFile;

use super::CheckKind;
use super::compare;
use super::scope::{AreaNode, Scope};
use super::verdict::{self, Outcome, Verdict, WhyNot};

/// So many entries of a line are kept with all their numbers, more than the country ever had provinces. Of the others
/// of a list of thousands the line knows how many they are and of whom; their numbers are found again for who asks
/// ([`with_numbers_of`](super::with_numbers_of)).
pub(super) const KEPT: usize = 64;

/// A check: one line of the list.
#[derive(Debug, Clone)]
pub struct Check {
    /// What was checked, with its numbers.
    pub kind: CheckKind,
    /// More of the same kind on the same line: of other figures, groups or areas.
    pub also: Vec<CheckKind>,
    /// So many more stand on the line whose numbers are not kept.
    pub unkept: usize,
    /// What came of it.
    pub verdict: Verdict,
    /// The group, `Combined` for a figure of both together; none where the check is of no group, sets one group against
    /// the other, or is of several that cannot be checked alike.
    pub group: Option<Group>,
    /// The part of the group that it is of, where it is of one that the report names.
    pub part: Option<Arc<IdName>>,
    /// The unit or area.
    pub whose: Arc<AreaName>,
    /// The way to it from the unit; empty for the unit itself.
    pub path: Vec<Arc<AreaName>>,
    /// The areas that share this line; none: it is of one unit or area alone.
    pub areas: Vec<Arc<AreaName>>,
    /// The file it speaks of: that of the shown snapshot.
    pub origin: Arc<SourceFile>,
    /// The figures that take part: those of files, and those computed from them (the range of totals, the aim that
    /// follows from a percent). Their stories tell of the check, and its panel names their fields.
    pub figures: Vec<Figure>,
    /// Fields that no figure stands in (a doubt's, a text's), as paths.
    pub fields: Vec<String>,
    /// What stands in the way, where it cannot be checked.
    pub why: Vec<WhyNot>,
}

/// A stated figure beside the computed one.
#[derive(Debug, Clone)]
pub struct Compared {
    /// As stated.
    pub stated: Figure,
    /// What the computation takes, in its order; a single one is itself what is compared.
    pub operands: Vec<FigureResult>,
    /// As computed.
    pub counted: FigureResult,
    /// Computed minus stated.
    pub difference: FigureResult,
    /// What came of this figure.
    pub verdict: Verdict,
}

impl Compared {
    pub(super) fn new(
        stated: Figure,
        operands: Vec<FigureResult>,
        counted: FigureResult,
        verdict: Verdict,
    ) -> Self {
        let difference = compare::difference(&stated, &counted);
        Self { stated, operands, counted, difference, verdict }
    }

    /// The same of a rise: what fell by less than nothing rose, and is told as what it rose by.
    #[must_use]
    pub fn turned(&self) -> Self {
        let known = |known: &FigureResult| known.as_ref().map(turned).map_err(Clone::clone);
        Self {
            stated: turned(&self.stated),
            operands: self.operands.iter().rev().cloned().collect(),
            counted: known(&self.counted),
            difference: known(&self.difference),
            verdict: self.verdict,
        }
    }

    /// Of a fall: is it one below nothing, by what is stated or by what was counted? Of a rise: a fall.
    pub fn has_rise(&self) -> bool {
        self.both().any(|figure| figure.amount.high().is_negative())
    }

    /// The two figures, where both are there.
    pub(super) fn both(&self) -> impl Iterator<Item = &Figure> {
        std::iter::once(&self.stated).chain(&self.counted)
    }
}

impl Check {
    pub(super) fn new(scope: &Scope, unit: &AreaNode, kind: CheckKind, outcome: Outcome) -> Self {
        Self {
            kind,
            also: Vec::new(),
            unkept: 0,
            verdict: outcome.verdict,
            group: None,
            part: None,
            whose: unit.area.name.clone(),
            path: unit.path.clone(),
            areas: Vec::new(),
            origin: scope.snapshot.origin.clone(),
            figures: Vec::new(),
            fields: Vec::new(),
            why: outcome.why,
        }
    }

    /// One line of several; none of none.
    pub(super) fn of_several(
        scope: &Scope,
        unit: &AreaNode,
        kinds: Vec<CheckKind>,
        outcome: Outcome,
    ) -> Option<Self> {
        let mut kinds = kinds.into_iter();
        let first = Self::new(scope, unit, kinds.next()?, outcome);
        Some(Self { also: kinds.collect(), ..first })
    }

    /// What somebody should look at in the file itself, at these fields of it.
    pub(super) fn to_verify(
        scope: &Scope,
        kind: CheckKind,
        fields: impl IntoIterator<Item = String>,
    ) -> Self {
        let check = Self::new(scope, scope.whole(), kind, Outcome::plain(Verdict::ToVerify));
        Self { fields: fields.into_iter().collect(), ..check }
    }

    pub(super) fn in_group(mut self, group: Option<Group>) -> Self {
        self.group = group;
        self
    }

    pub(super) fn in_part(mut self, part: Option<Arc<IdName>>) -> Self {
        self.part = part;
        self
    }

    pub(super) fn with_figures(mut self, figures: impl IntoIterator<Item = Figure>) -> Self {
        self.figures.extend(figures);
        self
    }

    /// How many entries stand on the line.
    pub fn count(&self) -> usize {
        1 + self.also.len() + self.unkept
    }

    /// All that stands on the line and is kept.
    pub fn kinds(&self) -> impl Iterator<Item = &CheckKind> {
        std::iter::once(&self.kind).chain(&self.also)
    }

    /// The figures that are not there, where that is why it cannot be checked.
    pub fn missing(&self) -> impl Iterator<Item = &Subject> {
        self.why.iter().flat_map(|why| if let WhyNot::Missing(found) = why { &found[..] } else { &[] })
    }

    /// Does this figure take part: by its place in a file, or, computed, as the figure of the same subject?
    pub fn concerns(&self, figure: &Figure) -> bool {
        let Some(at) = compare::place(figure) else {
            return self.figures.iter().any(|f| f.subject == figure.subject);
        };
        let is_here = self.origin == at.origin && self.fields.iter().any(|field| related(field, &at.path()));
        is_here || self.figures.iter().any(|own| compare::rests_on(own, figure, at))
    }

    /// What came of it for one of its figures: of sums of several the one that has it, for the others say nothing of it.
    pub fn verdict_of(&self, figure: &Figure) -> Verdict {
        let own = self.kinds().find_map(|kind| match kind {
            CheckKind::Areas(all) => all.sum_of(figure).map(|sum| sum.compared.verdict),
            _ => None,
        });
        own.unwrap_or(self.verdict)
    }

    /// Where the stated figures that take part stand in files, each place once: those that it sets side by side, then
    /// those that the computed ones rest on, as many as are asked for; and whether there are more.
    pub fn places(&self, most: usize) -> (Vec<Location>, bool) {
        let (mut seen, mut found) = (HashSet::new(), Vec::new());
        let mut take = |place: &Location| {
            if !seen.insert((place.origin.file.clone(), place.field.clone())) {
                return None;
            }
            let is_over = found.len() >= most;
            if !is_over {
                found.push(place.clone());
            }
            is_over.then_some(())
        };
        let own = self.figures.iter().filter_map(compare::place).find_map(&mut take);
        let computed = self.figures.iter().filter(|figure| compare::place(figure).is_none());
        let mut take_leaf = |_: &Figure, place: &Location| take(place);
        let rest = || computed.into_iter().find_map(|figure| compare::find_in_leaves(figure, &mut take_leaf));
        let has_more = own.or_else(rest).is_some();
        (found, has_more)
    }

    /// Takes in a check that shares its line, of an area that is new on it or not; of several areas the line is the unit's.
    pub(super) fn absorb(&mut self, other: Self, unit: &Arc<AreaName>, is_new: bool) {
        if self.path != other.path {
            let own = if self.areas.is_empty() { Some(self.whose.clone()) } else { None };
            self.areas.extend(own);
            self.areas.extend(is_new.then_some(other.whose));
            (self.whose, self.path) = (unit.clone(), Vec::new());
        }
        if self.group != other.group {
            self.group = None;
        }
        for why in other.why {
            verdict::add_reason(&mut self.why, why);
        }
        let is_kept = !self.is_full() || !self.kinds().any(|kind| say_alike(kind, &other.kind));
        if is_kept {
            self.also.push(other.kind);
            self.also.extend(other.also);
            self.figures.extend(other.figures);
        } else {
            self.unkept += 1 + other.also.len();
        }
    }

    /// Are all the numbers kept that are to be?
    pub(super) fn is_full(&self) -> bool {
        self.count() >= KEPT
    }

    /// Counts so many entries of an area in that are like those it has, one of several.
    pub(super) fn count_in(&mut self, entries: usize, area: &Arc<AreaName>, is_new: bool) {
        self.areas.extend(is_new.then(|| area.clone()));
        self.unkept += entries;
    }

    /// Does it leave out numbers of that area?
    pub(super) fn leaves_out(&self, whose: &AreaName) -> bool {
        self.unkept > 0 && self.areas.iter().any(|area| area.is(whose))
    }

    /// The same line with the numbers of one more of its areas, as the stories of these tell it.
    pub(super) fn keep(&mut self, made: Self) {
        let is_kept = made.figures.first().is_some_and(|figure| self.concerns(figure));
        if !is_kept {
            self.unkept = self.unkept.saturating_sub(made.count());
            self.also.push(made.kind);
            self.also.extend(made.also);
            self.figures.extend(made.figures);
        }
    }
}

/// Is one path the other, or the object that holds it?
fn related(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// Do two of one kind leave a line of many in the same words? A line tells whether there is a rise among its falls, and a
/// sum that cannot be told among its movements.
fn say_alike(one: &CheckKind, other: &CheckKind) -> bool {
    match (one, other) {
        (CheckKind::Reduced(one), CheckKind::Reduced(other)) => {
            one.compared.has_rise() == other.compared.has_rise()
        }
        (CheckKind::Movement(one), CheckKind::Movement(other))
        | (CheckKind::MovementPersons(one), CheckKind::MovementPersons(other)) => {
            one.is_unsaid() == other.is_unsaid()
        }
        _ => true,
    }
}
