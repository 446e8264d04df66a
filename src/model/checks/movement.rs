//! start − out + in against the end, of households and of persons.

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, Measure, MovementLine};
use crate::model::movement;
use crate::model::ops::FigureResult;
use crate::model::unit::Unit;

use super::fields::plain_count;
use super::scope::{AreaNode, Scope};
use super::verdict::{Outcome, Verdict, WhyNot};
use super::{Check, CheckKind, compare, flows};

/// The movement of a group.
#[derive(Debug, Clone)]
pub struct MovementOf {
    /// The group.
    pub group: Group,
    /// The count it starts from: as stated, else of the snapshot of that day.
    pub start: FigureResult,
    /// The lines that enter the sum, those out before those in.
    pub lines: Vec<(MovementLine, Figure)>,
    /// The count it ends with.
    pub end: FigureResult,
    /// start − out + in, of the lines given.
    pub counted: FigureResult,
    /// Computed end minus stated end.
    pub difference: FigureResult,
}

impl MovementOf {
    /// Is there no line, or no sum of them to set against the end?
    pub fn is_unsaid(&self) -> bool {
        self.lines.is_empty() || self.difference.is_err()
    }
}

/// The lines of a group, in households or in persons.
#[derive(Clone, Copy)]
struct Moved<'a> {
    group: Group,
    area: &'a Area,
    /// What the ends of the sum count.
    stock: &'static Aspect,
    aspect: fn(MovementLine) -> Aspect,
    kind: fn(MovementOf) -> CheckKind,
}

/// Of a unit where it states lines or a net fall, whose lines are then asked for; of an area only where it states
/// lines.
pub(super) fn households(scope: &Scope, unit: &AreaNode, group: Group) -> Option<Check> {
    let area = unit.area;
    let asked = unit.is_whole() && area.states(group, &Aspect::Reduced);
    let moved =
        Moved { group, area, stock: &Aspect::Households, aspect: Aspect::Moved, kind: CheckKind::Movement };
    (asked || moved.has_lines()).then(|| check(scope, unit, moved))
}

/// Do the lines of a group in households add up, from the start that it states to its end? By the numbers alone, where they
/// tell it.
pub(super) fn holds_plainly(scope: &Scope, unit: &AreaNode, group: Group) -> usize {
    let area = unit.area;
    let count = |aspect: &Aspect| match plain_count(area, group, aspect)? {
        (Unit::Household, count) => Some(count),
        _ => None,
    };
    let adds_up = || {
        let start = count(&Aspect::Moved(MovementLine::Start))?;
        let end = count(&Aspect::Households)?;
        Some(start.checked_sub(plain_fall(area, group)?)? == end)
    };
    usize::from(flows::end_here(scope, unit) && adds_up().unwrap_or(false))
}

/// Those who left less those who came, by the lines in households, where these are plain numbers.
pub(super) fn plain_fall(area: &Area, group: Group) -> Option<i128> {
    let lines = movement::entering(|line| area.states(group, &Aspect::Moved(line)));
    if lines.is_empty() {
        return None;
    }
    lines.into_iter().try_fold(0_i128, |fall, line| match plain_count(area, group, &Aspect::Moved(line))? {
        (Unit::Household, count) if MovementLine::OUT.contains(&line) => fall.checked_add(count),
        (Unit::Household, count) => fall.checked_sub(count),
        _ => None,
    })
}

/// Where lines are stated in persons.
pub(super) fn persons(scope: &Scope, unit: &AreaNode, group: Group) -> Option<Check> {
    let moved = Moved {
        group,
        area: unit.area,
        stock: &Aspect::Persons,
        aspect: Aspect::MovedPersons,
        kind: CheckKind::MovementPersons,
    };
    moved.has_lines().then(|| check(scope, unit, moved))
}

fn check(scope: &Scope, unit: &AreaNode, moved: Moved) -> Check {
    let (eve, end) = flows::ends(scope, unit, moved.group, moved.stock);
    let start = moved.get(MovementLine::Start).map_or(eve, Ok);
    let lines = moved.entering();
    let counted = movement::counted_end(unit.area, moved.group, moved.stock, &start, &lines);
    let missing = moved.missing();
    let difference = end.clone().and_then(|end| compare::difference(&end, &counted));
    let outcome = moved.outcome(unit, [&start, &end], &counted, &missing);
    let ends = compare::present([&start, &end]);
    let used: Vec<Figure> = ends.chain(lines.iter().map(|(_, figure)| figure)).cloned().collect();
    let of = MovementOf { group: moved.group, start, lines, end, counted, difference };
    Check::new(scope, unit, (moved.kind)(of), outcome).in_group(Some(moved.group)).with_figures(used)
}

/// The lines of a group's movement in households that are not given.
pub(super) fn missing_lines(area: &Area, group: Group) -> Vec<MovementLine> {
    missing_of(|line| area.states(group, &Aspect::Moved(line)))
}

/// The lines that are not given. Where none is, the three that everybody asks for: escaped, relapsed, new.
fn missing_of(has: impl Fn(MovementLine) -> bool) -> Vec<MovementLine> {
    use MovementLine::{AboveNearPoor, Escaped, FromOther, Newly, OtherIn, OtherOut, Relapsed, ToOther};
    if !MovementLine::OUT.iter().chain(&MovementLine::IN).any(|line| has(*line)) {
        return vec![Escaped, Relapsed, Newly];
    }
    let escaped = match (has(Escaped), has(ToOther), has(AboveNearPoor)) {
        (true, ..) | (_, true, true) => vec![],
        (_, true, false) => vec![AboveNearPoor],
        (_, false, true) => vec![ToOther],
        (_, false, false) => vec![Escaped],
    };
    let others = [Relapsed, Newly, FromOther, OtherOut, OtherIn].into_iter().filter(|line| !has(*line));
    escaped.into_iter().chain(others).collect()
}

impl Moved<'_> {
    fn get(&self, line: MovementLine) -> Option<Figure> {
        self.area.stated(self.group, &(self.aspect)(line))
    }

    fn has(&self, line: MovementLine) -> bool {
        self.area.states(self.group, &(self.aspect)(line))
    }

    fn has_lines(&self) -> bool {
        self.area.aspects(self.group).any(|aspect| match aspect {
            Aspect::Moved(line) | Aspect::MovedPersons(line) => (self.aspect)(*line) == *aspect,
            _ => false,
        })
    }

    fn entering(&self) -> Vec<(MovementLine, Figure)> {
        let lines = movement::entering(|line| self.has(line)).into_iter();
        lines.filter_map(|line| Some((line, self.get(line)?))).collect()
    }

    fn missing(&self) -> Vec<MovementLine> {
        missing_of(|line| self.has(line))
    }

    /// Equal with the lines given: holds. Unequal: a missing line may be the reason, and else nothing is.
    fn outcome(
        &self,
        unit: &AreaNode,
        ends: [&FigureResult; 2],
        counted: &FigureResult,
        missing: &[MovementLine],
    ) -> Outcome {
        let lines = WhyNot::Missing(missing.iter().map(|l| unit.area.what(self.measure(*l))).collect());
        let absent: Vec<_> = ends.into_iter().filter_map(|k| k.as_ref().err()).collect();
        let outcome = match (&absent[..], ends[1]) {
            ([], Ok(end)) => compare::against(end, counted),
            _ => Outcome::lacking(absent),
        };
        match outcome.verdict {
            _ if missing.is_empty() => outcome,
            Verdict::Contradicts => Outcome::cannot(lines),
            Verdict::CannotCheck => outcome.and(lines),
            Verdict::ToVerify | Verdict::Holds => outcome,
        }
    }

    fn measure(&self, line: MovementLine) -> Measure {
        Measure::of_group(self.group, (self.aspect)(line))
    }
}
