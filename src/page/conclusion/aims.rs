//! What is asked next: the targets of the year after the shown one.

use chrono::Datelike;

use crate::model::target::TargetMeasure;
use crate::say;
use crate::text::line::Line;
use crate::text::say::units;
use crate::text::say::what::{group_part, households_of};

use super::super::TargetSummary;
use super::{Minutes, joined};

/// `Năm 2023 phấn đấu giảm tỷ lệ hộ nghèo 0,69 điểm phần trăm, còn 1,51%* (447-449* hộ, còn 980-982* hộ); …`
pub fn sentence(view: &Minutes) -> Option<Line> {
    // A plan asks for its own year too, and tells of nothing else.
    let (shown, is_plan) = (view.snapshot().as_of().year(), view.snapshot().is_plan());
    let targets = view.history.targets(view.at);
    let day = view.snapshot().as_of();
    let years = targets.iter().map(|(_, t)| t.year_at(day));
    let year = years.filter(|year| *year > shown || is_plan).min()?;
    let found = view.own_targets(year);
    let mut clauses: Vec<Line> = found.iter().filter_map(|it| clause(view, it)).collect();
    let rest = found.len() - clauses.len();
    let noun = units::noun_for(rest, "chỉ tiêu, việc", ["target or task", "targets and tasks"]);
    if rest > 0 && clauses.is_empty() {
        clauses.push(say!(view, "{rest} {noun} được giao", "{rest} {noun}"; rest, noun));
    } else if rest > 0 {
        clauses.push(say!(view, "cùng {rest} {noun} khác", "and {rest} other {noun}"; rest, noun));
    }
    Some(say!(view, "Năm {year} phấn đấu {clauses}.", "For {year} the aim is {clauses}.";
        year, clauses = joined(clauses)?))
}

/// `giảm tỷ lệ hộ nghèo 0,69 điểm phần trăm, còn 1,51%* (…)`; none for targets of other kinds.
pub fn clause(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let of = &it.found.asked;
    let asked = of.goal.as_ref().ok()?;
    Some(match &it.target.reads {
        TargetMeasure::Rate(group) => say!(view,
            "giảm tỷ lệ {of} {asked+}[, còn {aim+}][ (tức giảm {fall+}[, còn {left+}])]",
            "a fall of {asked+} in the rate of {of}[, to {aim+}][ (a fall of {fall+}[, leaving {left+}])]";
            asked, aim = &of.aim, fall = &of.count_goal, left = &of.count_aim, of = households_of(*group)),
        TargetMeasure::Households(group) => say!(view,
            "giảm {asked} {of}[, còn {aim+}]", "a fall of {asked} {of}[, to {aim+}]";
            asked, aim = &of.aim, of = households_of(*group)),
        TargetMeasure::AmongRate(group, part) => say!(view,
            "giảm {asked+} tỷ lệ {of}[, còn {aim+}][ (tức giảm {fall+}[, còn {left+}])]",
            "a fall of {asked+} in the rate of {of}[, to {aim+}][ (a fall of {fall+}[, leaving {left+}])]";
            asked, aim = &of.aim, fall = &of.count_goal,
            left = &of.count_aim, of = group_part(view.lang, *group, &part.name)),
        TargetMeasure::AmongHouseholds(group, part) => say!(view,
            "giảm {asked} {of}[, còn {aim+}]", "a fall of {asked} {of}[, to {aim+}]";
            asked, aim = &of.aim, of = group_part(view.lang, *group, &part.name)),
        TargetMeasure::PolicyFamilies(_)
        | TargetMeasure::Coverage(_)
        | TargetMeasure::Programme(..)
        | TargetMeasure::Indicator(..)
        | TargetMeasure::Task(_) => return None,
    })
}
