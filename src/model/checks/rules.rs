//! The rules of all checks, in their order, and how each is run.

use std::sync::Arc;

use crate::model::measure::{Group, IdName};
use crate::model::target::Target;

use super::lines::Lines;
use super::scope::{AreaNode, Scope};
use super::{
    Check, aim_changed, areas, combined, come_gone, coverage, dates, flows, indicator_changed, jumps,
    movement, net_fall, outcomes, part_total, percents, rates, results, same_areas, same_reached,
    stated_twice, texts, totals, twins, worked_back,
};

/// How a rule is run: what it looks at, one at a time.
#[derive(Clone, Copy)]
pub(super) enum Run {
    /// At the file as a whole.
    Once(fn(&Scope) -> Option<Check>),
    /// At the file as a whole, for several lines.
    ForSeveral(fn(&Scope) -> Vec<Check>),
    /// At the unit and each of its areas.
    EachUnit(fn(&Scope, &AreaNode) -> Option<Check>, Option<PlainUnit>),
    /// At each group of each of these.
    EachGroup(fn(&Scope, &AreaNode, Group) -> Option<Check>, Option<PlainGroup>),
    /// At each part of each group that the report names.
    EachPart(fn(&Scope, &AreaNode, Group, &Arc<IdName>) -> Option<Check>),
    /// At each target of the file, with the unit or area it was given to.
    EachTarget(fn(&Scope, &AreaNode, &Target) -> Option<Check>),
}

/// How many entries of an area plainly hold, by its numbers alone: of thousands no figures are then made. None: that is
/// not to be told so, and the area is checked.
type PlainUnit = fn(&Scope, &AreaNode) -> usize;
/// The same of a group.
type PlainGroup = fn(&Scope, &AreaNode, Group) -> usize;

/// All rules, in the order in which their checks stand among those of one verdict.
pub(super) const RULES: &[Run] = &[
    Run::EachUnit(totals::check, Some(totals::holds_plainly)),
    Run::EachGroup(rates::check, Some(rates::holds_plainly)),
    Run::EachPart(rates::of_part),
    Run::ForSeveral(part_total::checks),
    Run::EachTarget(results::check),
    Run::EachUnit(areas::check, None),
    Run::EachUnit(combined::check, Some(combined::holds_plainly)),
    Run::EachGroup(movement::households, Some(movement::holds_plainly)),
    Run::EachGroup(movement::persons, None),
    Run::EachGroup(net_fall::check, Some(net_fall::holds_plainly)),
    Run::EachGroup(flows::reduced, None),
    Run::EachPart(flows::reduced_of_part),
    Run::EachGroup(flows::rate_change, None),
    Run::EachPart(flows::rate_change_of_part),
    Run::EachTarget(outcomes::check),
    Run::EachTarget(stated_twice::change_and_result),
    Run::EachGroup(worked_back::check, None),
    Run::EachUnit(stated_twice::same_groups, None),
    Run::ForSeveral(coverage::checks),
    Run::ForSeveral(percents::covered),
    Run::ForSeveral(percents::changed),
    Run::ForSeveral(same_reached::checks),
    Run::ForSeveral(jumps::checks),
    Run::EachUnit(come_gone::check, None),
    Run::EachTarget(aim_changed::check),
    Run::EachUnit(indicator_changed::check, None),
    Run::EachUnit(same_areas::check, None),
    Run::Once(twins::check),
    Run::Once(dates::period_apart),
    Run::Once(dates::published_before),
    Run::Once(dates::in_the_future),
    Run::Once(texts::private),
    Run::ForSeveral(texts::doubts),
    Run::Once(dates::old),
];

impl Run {
    /// The checks of the file, of its unit and of all areas, one after the other.
    pub(super) fn checks(self, scope: &Scope, lines: &mut Lines) {
        match self {
            Self::Once(check) => check(scope).into_iter().for_each(|check| lines.add(check)),
            Self::ForSeveral(checks) => checks(scope).into_iter().for_each(|check| lines.add(check)),
            Self::EachTarget(check) => {
                let of = |target: &Target| check(scope, scope.unit_of(target.area.as_deref())?, target);
                scope.snapshot.targets.iter().filter_map(of).for_each(|check| lines.add(check));
            }
            Self::EachPart(_) => {
                scope.units.iter().for_each(|unit| self.checks_of(scope, unit, |check| lines.add(check)));
            }
            Self::EachUnit(check, plain) => {
                let mut like = None;
                for unit in &scope.units {
                    lines.add_or_count(
                        unit,
                        &mut like,
                        || plain.map_or(0, |holds| holds(scope, unit)),
                        || check(scope, unit),
                    );
                }
            }
            Self::EachGroup(check, plain) => {
                let mut like = [None; Group::ALL.len()];
                for unit in &scope.units {
                    for (group, like) in Group::ALL.into_iter().zip(&mut like) {
                        lines.add_or_count(
                            unit,
                            like,
                            || plain.map_or(0, |holds| holds(scope, unit, group)),
                            || check(scope, unit, group),
                        );
                    }
                }
            }
        }
    }

    /// The checks of the unit or of an area alone.
    pub(super) fn checks_of(self, scope: &Scope, unit: &AreaNode, mut take: impl FnMut(Check)) {
        match self {
            Self::Once(_) | Self::ForSeveral(_) => {}
            Self::EachUnit(check, _) => {
                check(scope, unit).into_iter().for_each(take);
            }
            Self::EachGroup(check, _) => {
                Group::ALL.iter().filter_map(|group| check(scope, unit, *group)).for_each(take);
            }
            Self::EachPart(check) => {
                for group in Group::ALL {
                    let parts = unit.parts_of(group).iter();
                    parts.filter_map(|part| check(scope, unit, group, part)).for_each(&mut take);
                }
            }
            Self::EachTarget(check) => {
                let given = scope.targets_of(unit).iter();
                given.filter_map(|target| check(scope, unit, target)).for_each(take);
            }
        }
    }
}
