//! A stated net fall against those who left less those who came, where one file states all of them.

use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, Measure, MovementLine};
use crate::model::movement;
use crate::model::ops::{self, FigureResult};
use crate::model::unit::Unit;

use super::fields::plain_count;
use super::movement::{missing_lines, plain_fall};
use super::scope::{AreaNode, Scope};
use super::verdict::{Outcome, Verdict, WhyNot};
use super::{Check, CheckKind, Compared, compare, flows};

/// A net fall and the lines of the movement.
#[derive(Debug, Clone)]
pub struct NetFall {
    /// The group.
    pub group: Group,
    /// The lines that enter the sum, those out before those in.
    pub lines: Vec<(MovementLine, Figure)>,
    /// The fall as stated against out − in.
    pub compared: Compared,
}

/// One line for each group that states its fall and who left. Where the counts at both ends are there they say as much
/// of the fall and of the lines: no number is explained twice.
pub(super) fn check(scope: &Scope, unit: &AreaNode, group: Group) -> Option<Check> {
    let area = unit.area;
    if !area.has_lines(group) {
        return None;
    }
    let stated = area.stated(group, &Aspect::Reduced)?;
    let lines = movement::lines(area, group);
    if !lines.iter().any(|(line, _)| MovementLine::OUT.contains(line)) {
        return None;
    }
    let (start, end) = flows::ends(scope, unit, group, &Aspect::Households);
    if start.is_ok() && end.is_ok() {
        return None;
    }
    let sum = |kinds: &[MovementLine], whole| {
        let found = lines.iter().filter(|(line, _)| kinds.contains(line));
        let found: Vec<FigureResult> = found.map(|(_, figure)| Ok(figure.clone())).collect();
        match &found[..] {
            [] => None,
            [one] => Some(one.clone()),
            several => Some(ops::sum(area.what(Measure::of_group(group, whole)), several)),
        }
    };
    let out = sum(&MovementLine::OUT, Aspect::Out)?;
    let counted = match sum(&MovementLine::IN, Aspect::In) {
        Some(into) => ops::difference(stated.subject.clone(), &out, &into),
        None => out,
    };
    let outcome = outcome(unit, group, &stated, &counted);
    let used: Vec<Figure> =
        [&stated].into_iter().chain(lines.iter().map(|(_, figure)| figure)).cloned().collect();
    let compared = Compared::new(stated, Vec::new(), counted, outcome.verdict);
    let kind = CheckKind::NetFall(NetFall { group, lines, compared });
    Some(Check::new(scope, unit, kind, outcome).in_group(Some(group)).with_figures(used))
}

/// Is the stated fall that of the lines, where there is no count of the day on which they begin? By the numbers alone,
/// where they tell it.
pub(super) fn holds_plainly(scope: &Scope, unit: &AreaNode, group: Group) -> usize {
    let area = unit.area;
    let someone_left = || MovementLine::OUT.iter().any(|line| area.states(group, &Aspect::Moved(*line)));
    let is_fall = || {
        let (unit, stated) = plain_count(area, group, &Aspect::Reduced)?;
        Some(unit == Unit::Household && stated == plain_fall(area, group)?)
    };
    usize::from(someone_left() && flows::begin_unseen(scope, unit) && is_fall().unwrap_or(false))
}

/// Equal with the lines given: holds. Unequal: a missing line may be the reason, and else nothing is.
fn outcome(unit: &AreaNode, group: Group, stated: &Figure, counted: &FigureResult) -> Outcome {
    let outcome = compare::against(stated, counted);
    let missing = missing_lines(unit.area, group);
    if outcome.verdict != Verdict::Contradicts || missing.is_empty() {
        return outcome;
    }
    let what = |line| unit.area.what(Measure::of_group(group, Aspect::Moved(line)));
    Outcome::cannot(WhyNot::Missing(missing.into_iter().map(what).collect()))
}
