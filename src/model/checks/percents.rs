//! Percents that a report states beside the counts they are of: the share covered, the change of a programme.

use std::sync::Arc;

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::interval::{EndPoints, Interval};
use crate::model::measure::{Cover, IdName, Measure, Support};
use crate::model::ops::{self, FigureResult};
use crate::model::support::{Coverage, Programme};
use crate::model::unit::Unit;

use super::scope::Scope;
use super::{Check, CheckKind, compare};

/// A stated percent and the counts it is of.
#[derive(Debug, Clone)]
pub struct PercentOf {
    /// Of which entitlement or programme.
    pub entry: Arc<IdName>,
    /// The part: those covered, or by how many more were reached.
    pub part: FigureResult,
    /// All of it: those entitled, or those reached a year before.
    pub whole: FigureResult,
    /// As stated.
    pub stated: Figure,
    /// As the two counts give it.
    pub counted: FigureResult,
    /// The percents in place of the stated one that the counts allow, written as that is.
    pub percents: Option<EndPoints>,
}

/// One line for each entitlement with a stated share and both counts.
pub(super) fn covered(scope: &Scope) -> Vec<Check> {
    let whole = &scope.snapshot.whole;
    let of = |entry: &Coverage| {
        let stated = entry.stated(Cover::Percent)?.clone();
        let [part, all] = [Cover::Covered, Cover::Eligible].map(|cover| entry.count(whole, cover));
        check(scope, &entry.named, CheckKind::CoveragePercent, stated, [part, all])
    };
    scope.snapshot.coverage.iter().filter_map(of).collect()
}

/// One line for each programme with a stated change, where the same span of the year before is loaded with it.
pub(super) fn changed(scope: &Scope) -> Vec<Check> {
    let Some(then) = scope.history.same_span_before(scope.at) else { return Vec::new() };
    let of = |entry: &Programme| {
        let stated = entry.stated(Support::ChangePercent)?.clone();
        let before = then.programmes.find(&entry.named.id)?;
        let change = entry.change(&scope.snapshot.whole, (before, &then.whole));
        let reached = before.figure(&then.whole, Support::Reached);
        check(scope, &entry.named, CheckKind::ProgrammeChange, stated, [change, reached])
    };
    scope.snapshot.programmes.iter().filter_map(of).collect()
}

/// None where a count is missing: the percent is stated because it is.
fn check(
    scope: &Scope,
    entry: &Arc<IdName>,
    kind: fn(PercentOf) -> CheckKind,
    stated: Figure,
    [part, whole]: [FigureResult; 2],
) -> Option<Check> {
    let (some, all) = (part.as_ref().ok()?.clone(), whole.as_ref().ok()?.clone());
    let counted = ops::percentage(stated.subject.clone(), Unit::Share, &part, &whole);
    let outcome = compare::made_by_hand([&some, &all]).unwrap_or_else(|| compare::against(&stated, &counted));
    let percents =
        counted.as_ref().ok().and_then(|c| Interval::from_figure(c).as_written(stated.written.unwrap_or(0)));
    let figures = [stated.clone(), some, all];
    let of = PercentOf { entry: entry.clone(), part, whole, stated, counted, percents };
    Some(Check::new(scope, scope.whole(), kind(of), outcome).with_figures(figures))
}

impl Coverage {
    /// A count of it as it stands in the file.
    fn count(&self, whole: &Area, cover: Cover) -> FigureResult {
        ops::stated(self.stated(cover).cloned(), || whole.what(Measure::Coverage(self.named.clone(), cover)))
    }
}
