//! What a target reads in a snapshot: the level in the unit of its measure, and the count behind it.

use super::super::area::Area;
use super::super::indicator::IndicatorKind;
use super::super::measure::{Aspect, Cover, Given, Measure, PartField, Subject, TargetField};
use super::super::ops::{self, FigureResult, Missing, MissingReason};
use super::super::support::Coverage;
use super::super::target::TargetMeasure;
use super::super::unit::Unit;
use super::steps;
use super::target_context::TargetContext;

/// What a target reads in one snapshot.
pub(super) struct LevelReading {
    /// The level that the aim is about: a rate, a count, a share.
    pub level: FigureResult,
    /// What is counted: households; those covered or reached.
    pub count: FigureResult,
    /// All of which it is a part: households, those entitled, those planned.
    pub whole: FigureResult,
}

impl LevelReading {
    fn missing(why: &Missing) -> Self {
        Self { level: Err(why.clone()), count: Err(why.clone()), whole: Err(why.clone()) }
    }

    fn of_count(count: FigureResult, whole: FigureResult) -> Self {
        Self { level: count.clone(), count, whole }
    }
}

impl TargetContext<'_> {
    /// What the target reads in the snapshot at `index`.
    pub fn read(&self, index: Option<usize>) -> LevelReading {
        let missing = || LevelReading::missing(&Missing::not_stated(self.what(TargetField::Now)));
        let of_area = |group, aspect: &Aspect| {
            let counted =
                |area: &Area| LevelReading::of_count(area.figure(group, aspect), all_households(area));
            self.area(index).map_or_else(missing, counted)
        };
        match &self.target.reads {
            TargetMeasure::Coverage(id) => self.coverage(index, id).unwrap_or_else(missing),
            TargetMeasure::Programme(id, given) => self.programme(index, id, *given).unwrap_or_else(missing),
            TargetMeasure::Indicator(id, kind) => self.indicator(index, id, *kind).unwrap_or_else(missing),
            TargetMeasure::Task(_) => missing(),
            TargetMeasure::Rate(group) => self.area(index).map_or_else(missing, |area| LevelReading {
                level: area.reckoned_rate(*group),
                count: area.figure(*group, &Aspect::Households),
                whole: all_households(area),
            }),
            TargetMeasure::AmongRate(group, part) => {
                let of = |field| Aspect::Among(part.clone(), field);
                self.area(index).map_or_else(missing, |area| LevelReading {
                    level: area.reckoned(*group, &of(PartField::Rate)),
                    count: area.figure(*group, &of(PartField::Households)),
                    whole: area.whole_of_rate(*group, &of(PartField::Rate)),
                })
            }
            TargetMeasure::AmongHouseholds(group, part) => {
                let count = Aspect::Among(part.clone(), PartField::Households);
                self.area(index).map_or_else(missing, |area| {
                    LevelReading::of_count(area.figure(*group, &count), area.whole_of_rate(*group, &count))
                })
            }
            TargetMeasure::Households(group) => of_area(*group, &Aspect::Households),
            TargetMeasure::PolicyFamilies(group) => of_area(*group, &Aspect::PolicyFamilies),
        }
    }

    /// An indicator that measures something else in that snapshot has no figure for the target.
    fn indicator(&self, index: Option<usize>, id: &str, kind: IndicatorKind) -> Option<LevelReading> {
        let area = self.area(index)?;
        let found = area.indicator(id)?;
        let what = area.what(Measure::Indicator(found.named.clone()));
        let level = if found.kind == kind {
            found.figure(area)
        } else {
            Err(Missing::because(what.clone(), MissingReason::KindsDiffer))
        };
        Some(LevelReading::of_count(level, Err(Missing::because(what, MissingReason::NotMeant))))
    }

    fn coverage(&self, index: Option<usize>, id: &str) -> Option<LevelReading> {
        let snapshot = self.snapshot(index?)?;
        let coverage = snapshot.coverage.find(id)?;
        let what = |of| snapshot.whole.what(Measure::Coverage(coverage.named.clone(), of));
        if self.target.area.is_some() {
            return None;
        }
        let (covered, eligible) = covered_and_eligible(coverage, what);
        let has_both = covered.is_ok() && eligible.is_ok();
        if !self.reads_share() && !has_both {
            return Some(LevelReading::of_count(covered, eligible));
        }
        let counted = steps::percentage(what(Cover::Ratio), Unit::Share, &covered, &eligible);
        let level = if counted.is_ok() { counted } else { coverage.ratio(&snapshot.whole) };
        Some(LevelReading { level, count: covered, whole: eligible })
    }

    fn programme(&self, index: Option<usize>, id: &str, given: Given) -> Option<LevelReading> {
        let index = index?;
        let named = &self.found(index, id)?.named;
        let reached = self.reached_to_date(index, id, given);
        let planned = self.planned(index, id, given);
        if !self.reads_share() {
            return Some(LevelReading::of_count(reached, planned));
        }
        let what = self.snapshot(index)?.whole.what(Measure::Programme(named.clone(), given.share()));
        let level = steps::share_of_plan(what, &reached, &planned);
        Some(LevelReading { level, count: reached, whole: planned })
    }
}

fn covered_and_eligible(
    coverage: &Coverage,
    what: impl Fn(Cover) -> Subject,
) -> (FigureResult, FigureResult) {
    let covered = ops::stated(coverage.stated(Cover::Covered).cloned(), || what(Cover::Covered));
    let eligible = ops::stated(coverage.stated(Cover::Eligible).cloned(), || what(Cover::Eligible));
    (covered, eligible)
}

/// All households: the area's own total; else what its reported rates allow; else the sum of its parts.
pub(super) fn all_households(area: &Area) -> FigureResult {
    let own = area.all_households();
    if own.is_ok() {
        return own;
    }
    area.closed_total_range().or_else(|_| area.total())
}
