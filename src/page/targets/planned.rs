//! What plans set aside for programmes that no report tells of: how many are to be reached, and the money.

use std::sync::Arc;

use crate::model::measure::Support;
use crate::model::snapshot::Snapshot;
use crate::model::support::Programme;
use crate::model::target::TargetMeasure;
use crate::say;
use crate::text::line::{Line, Role};

use super::super::View;

/// `Chương trình giảm nghèo bền vững: 306 tỷ đồng (kế hoạch ngày 15/08/2025)`, a line for each. What a target asks of
/// the same programme stands with the targets.
pub fn lines(view: &View) -> Vec<Line> {
    let told = view.history.programmes(view.at).map_or(&[][..], |(_, all)| all);
    let asked = view.history.targets(view.at);
    let parts = |programme: &Programme| {
        let is_this = |reads: &TargetMeasure| matches!(reads, TargetMeasure::Programme(id, _) if *id == programme.named.id);
        let is_asked = asked.iter().any(|(_, target)| is_this(&target.reads));
        let report =
            told.iter().find(|told| told.named.id == programme.named.id && !view.snapshot().is_plan());
        let of_plan = if is_asked { &[Support::Budget][..] } else { &[Support::Planned, Support::Budget] };
        let is_new = |part: &&Support| report.is_none_or(|told| told.stated(**part).is_none());
        let figures = of_plan.iter().filter(is_new).filter_map(|part| programme.stated(*part));
        Line::joined(figures.map(|figure| say!(view, "{figure+}"; figure)), ", ")
    };
    let plans = view.history.wordings(view.at).into_iter().filter(|snapshot| snapshot.is_plan());
    let of_plan = |plan: &Arc<Snapshot>| {
        let said = plan
            .programmes
            .iter()
            .filter_map(|programme| Some(line(view, plan, programme, parts(programme)?)));
        said.collect::<Vec<_>>()
    };
    plans.flat_map(of_plan).collect()
}

fn line(view: &View, plan: &Snapshot, programme: &Programme, set: Line) -> Line {
    let name = (Role::Strong, view.lang.wording(&programme.named.name));
    let is_shown = plan.as_of() == view.snapshot().as_of() && view.snapshot().is_plan();
    let day = (!is_shown).then(|| plan.as_of());
    let said = say!(view, "{name}: {set}[ (kế hoạch ngày {day})]", "{name}: {set}[ (plan of {day})]";
        name, set, day);
    Line { hanging_indent: 2, ..said }
}
