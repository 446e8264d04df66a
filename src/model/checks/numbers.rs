//! The numbers that go with each kind of check. Whose they are stands in the subject of each figure.

use std::sync::Arc;

use chrono::NaiveDate;

use super::verdict::Verdict;
use crate::model::figure::Figure;
use crate::model::measure::{Group, Line, Named};
use crate::model::name::AreaName;
use crate::model::ops::Known;
use crate::model::period::Period;
use crate::model::target::{AimStated, Reads};

/// A total of households and the rates of its groups.
#[derive(Debug, Clone)]
pub struct Total {
    /// What each group's count and rate allow, one for each that has both.
    pub ranges: Vec<Figure>,
    /// What all of them allow together; `AtLeast` where nothing limits it above; `Opposed` when no one total fits.
    pub range: Known,
    /// The total: given, or summed from the areas.
    pub total: Known,
    /// So many areas were summed; none: the total is given, or there is none.
    pub areas: Option<usize>,
}

/// A stated rate and its counts.
#[derive(Debug, Clone)]
pub struct RateOf {
    /// The group.
    pub group: Group,
    /// Its households.
    pub count: Known,
    /// The stated rate.
    pub rate: Figure,
    /// The totals that the two allow; `AtLeast` where nothing limits them above; `Opposed` when none does.
    pub totals: Known,
    /// All households, where the file gives them.
    pub total: Known,
    /// The rate of the two counts.
    pub counted: Known,
}

/// A stated percent of an aim.
#[derive(Debug, Clone)]
pub struct PercentOfAim {
    /// The target.
    pub target: Arc<Named>,
    /// What it reads.
    pub reads: Reads,
    /// What was reached.
    pub value: Known,
    /// The aim: stated, else the one nearest to value ÷ percent.
    pub aim: Known,
    /// All aims that the percent's rounding allows, where the aim was not stated: whole numbers, for points those
    /// with the fewest decimals. One number: no other aim gives this percent.
    pub aims: Option<Figure>,
    /// The stated percent.
    pub percent: Figure,
    /// The percent that value and stated aim give.
    pub counted: Known,
}

/// The areas of a unit against the unit.
#[derive(Debug, Clone)]
pub struct Areas {
    /// How many areas the unit has.
    pub count: usize,
    /// They are said to be all of it.
    pub complete: bool,
    /// Each figure that both the unit and some areas have, in the order of the file.
    pub sums: Vec<AreaSum>,
}

impl Areas {
    /// The figures with that verdict.
    pub fn with(&self, verdict: Verdict) -> impl Iterator<Item = &AreaSum> {
        self.sums.iter().filter(move |s| s.compared.verdict == verdict)
    }
}

/// One figure of a unit and the sum of its areas.
#[derive(Debug, Clone)]
pub struct AreaSum {
    /// The unit's own figure and the sum.
    pub compared: Compared,
    /// So many areas have it.
    pub with: usize,
}

/// A stated figure beside the computed one.
#[derive(Debug, Clone)]
pub struct Compared {
    /// As stated.
    pub stated: Figure,
    /// As computed.
    pub counted: Known,
    /// Computed minus stated.
    pub difference: Known,
    /// What came of this figure.
    pub verdict: Verdict,
}

/// The movement of a group.
#[derive(Debug, Clone)]
pub struct MovementOf {
    /// The group.
    pub group: Group,
    /// The count it starts from: as stated, else of the snapshot of that day.
    pub start: Known,
    /// The lines that enter the sum, those out before those in.
    pub lines: Vec<(Line, Figure)>,
    /// The lines that are not given; where none is given, the three that the sum is named by.
    pub missing: Vec<Line>,
    /// The count it ends with.
    pub end: Known,
    /// start − out + in, of the lines given.
    pub counted: Known,
    /// Computed end minus stated end.
    pub difference: Known,
}

/// A stated net fall.
#[derive(Debug, Clone)]
pub struct ReducedOf {
    /// The group.
    pub group: Group,
    /// As stated.
    pub reduced: Figure,
    /// Results of targets that state the same fall again.
    pub results: Vec<Figure>,
    /// The count on the eve of the period.
    pub start: Known,
    /// The count at its end.
    pub end: Known,
    /// The fall between the two.
    pub counted: Known,
    /// Computed minus stated.
    pub difference: Known,
    /// Are lines of the movement given? If not, nobody can tell a net fall from the number that escaped.
    pub lines_given: bool,
}

/// A stated change of a rate.
#[derive(Debug, Clone)]
pub struct RateChangeOf {
    /// The group.
    pub group: Group,
    /// As stated, signed.
    pub stated: Figure,
    /// The rate on the eve of the period.
    pub from: Known,
    /// The rate now.
    pub to: Known,
    /// The change between the two, in points.
    pub counted: Known,
    /// Computed minus stated.
    pub difference: Known,
}

/// A stated result of a target.
#[derive(Debug, Clone)]
pub struct ResultOf {
    /// The target.
    pub target: Arc<Named>,
    /// What it reads.
    pub reads: Reads,
    /// As stated.
    pub stated: Figure,
    /// The level it fell from; none where the result is itself a level.
    pub from: Option<Known>,
    /// The level at the end.
    pub to: Known,
    /// The fall, or the level, of the snapshots.
    pub counted: Known,
    /// Computed minus stated.
    pub difference: Known,
}

/// An entitlement.
#[derive(Debug, Clone)]
pub struct CoverageOf {
    /// Which.
    pub entry: Arc<Named>,
    /// Have it.
    pub covered: Known,
    /// Are entitled.
    pub eligible: Known,
    /// Covered minus entitled: above zero is too many.
    pub difference: Known,
    /// Entitled and not covered, where there are some.
    pub without: Option<Box<Figure>>,
}

/// Two programmes that reached the same number.
#[derive(Debug, Clone)]
pub struct SameReached {
    /// The one that stands first in the file, and what it reached.
    pub first: (Arc<Named>, Figure),
    /// The other.
    pub second: (Arc<Named>, Figure),
}

/// A figure that changed by more than half.
#[derive(Debug, Clone)]
pub struct Jump {
    /// Before: the newest earlier stock, or the flow of the same span of the year before.
    pub then: Figure,
    /// Now.
    pub now: Figure,
    /// Now minus then.
    pub change: Known,
    /// The change as a share of the figure before.
    pub share: Known,
}

/// Areas that came or went.
#[derive(Debug, Clone)]
pub struct ComeGone {
    /// The day of the earlier complete list.
    pub since: NaiveDate,
    /// New ones.
    pub come: Vec<Arc<AreaName>>,
    /// Gone ones.
    pub gone: Vec<Arc<AreaName>>,
}

/// An aim in two wordings.
#[derive(Debug, Clone)]
pub struct AimChanged {
    /// The target, as it is named now.
    pub target: Arc<Named>,
    /// What it read and asked before.
    pub before: (Reads, AimStated),
    /// The day of the figures of the file that said so.
    pub since: NaiveDate,
    /// What it reads and asks now.
    pub after: (Reads, AimStated),
}

/// A period and a day that is not in it.
#[derive(Debug, Clone, Copy)]
pub struct PeriodApart {
    /// The period of the flows.
    pub period: Period,
    /// The day of the stocks.
    pub as_of: NaiveDate,
}

/// What a date is the date of.
#[derive(Debug, Clone)]
pub enum DateOf {
    /// The figures.
    AsOf,
    /// The publication.
    Published,
    /// The baseline of a target.
    Baseline(Arc<Named>),
}
