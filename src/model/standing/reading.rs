//! What a target reads in a snapshot: the level in the unit of its measure, and the count behind it.

use super::super::area::Area;
use super::super::measure::{Aim, Aspect, Cover, Measure, Support, What};
use super::super::ops::{self, Known, Missing};
use super::super::support::Coverage;
use super::super::target::Reads;
use super::super::unit::Unit;
use super::case::Case;

/// What a target reads in one snapshot.
pub(super) struct Reading {
    /// The level that the aim is about: a rate, a count, a share.
    pub level: Known,
    /// What is counted: households; those covered or reached.
    pub count: Known,
    /// All of which it is a part: households, those entitled, those planned.
    pub whole: Known,
}

impl Reading {
    fn missing(why: &Missing) -> Self {
        Self { level: Err(why.clone()), count: Err(why.clone()), whole: Err(why.clone()) }
    }

    fn of_count(count: Known, whole: Known) -> Self {
        Self { level: count.clone(), count, whole }
    }
}

impl Case<'_> {
    /// What the target reads in the snapshot at `index`.
    pub fn read(&self, index: Option<usize>) -> Reading {
        let missing = || Reading::missing(&Missing::not_stated(self.what(Aim::Now)));
        match &self.target.reads {
            Reads::Coverage(id) => self.coverage(index, id).unwrap_or_else(missing),
            Reads::Programme(id) => self.programme(index, id).unwrap_or_else(missing),
            Reads::Task(_) => missing(),
            reads => self.area(index).map_or_else(missing, |area| of_area(area, reads)),
        }
    }

    fn coverage(&self, index: Option<usize>, id: &str) -> Option<Reading> {
        let snapshot = self.snapshot(index?)?;
        let coverage = snapshot.coverage.iter().find(|c| c.named.id == id)?;
        let what = |of| snapshot.whole.what(Measure::Coverage(coverage.named.clone(), of));
        if self.target.area.is_some() {
            return None;
        }
        let (covered, eligible) = both(coverage, what);
        if !self.reads_share() {
            return Some(Reading::of_count(covered, eligible));
        }
        let level = ops::percentage(what(Cover::Ratio), Unit::Share, &covered, &eligible);
        Some(Reading { level, count: covered, whole: eligible })
    }

    fn programme(&self, index: Option<usize>, id: &str) -> Option<Reading> {
        let index = index?;
        let named = &self.found(index, id)?.named;
        let reached = self.reached_to_date(index, id);
        let planned = self.planned(index, id);
        if !self.reads_share() {
            return Some(Reading::of_count(reached, planned));
        }
        let what = self.snapshot(index)?.whole.what(Measure::Programme(named.clone(), Support::OfPlan));
        let level = ops::percentage(what, Unit::Share, &reached, &planned);
        Some(Reading { level, count: reached, whole: planned })
    }
}

fn both(coverage: &Coverage, what: impl Fn(Cover) -> What) -> (Known, Known) {
    let covered = ops::stated(coverage.stated(Cover::Covered), || what(Cover::Covered));
    let eligible = ops::stated(coverage.stated(Cover::Eligible), || what(Cover::Eligible));
    (covered, eligible)
}

fn of_area(area: &Area, reads: &Reads) -> Reading {
    let whole = all_households(area);
    match reads {
        Reads::Rate(group) => {
            let count = area.figure(*group, &Aspect::Households);
            Reading { level: area.rate(*group), count, whole }
        }
        Reads::PolicyFamilies(group) => {
            Reading::of_count(area.figure(*group, &Aspect::PolicyFamilies), whole)
        }
        Reads::Households(group) => Reading::of_count(area.figure(*group, &Aspect::Households), whole),
        _ => Reading::missing(&Missing::not_stated(area.what(Measure::AllHouseholds))),
    }
}

/// All households: the area's own total; else what its reported rates allow; else the sum of its parts.
pub(super) fn all_households(area: &Area) -> Known {
    let own = area.all_households();
    if own.is_ok() {
        return own;
    }
    area.closed_total_range().or_else(|_| area.total())
}
