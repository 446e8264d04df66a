//! The note at the bottom: the first open check that touches support.

use crate::model::checks::{Check, CheckKind};
use crate::model::stated::StatedFigures;
use crate::model::support::Programme;
use crate::text::say::check as words;

use super::super::table::Style;
use super::Desk;
use crate::text::line::{Line, Role};

/// Adds `! 579 ghi ở hai chính sách, cần xác minh: xem 6` to the legend.
pub fn add(desk: &Desk, foot: &mut Vec<Line>) {
    let touched = |check: &Check| desk.all().iter().any(|programme| touches(check, programme));
    let found = desk.view.checks_of(desk.at);
    let Some(first) = found.iter().find(|check| check.verdict.is_open() && touched(check)) else { return };
    // The list of tab 6 is that of the shown snapshot.
    let see = if desk.at == desk.view.at { desk.pick(": xem 6", ": see 6") } else { "" };
    let gap = if foot.is_empty() { "" } else { "   " };
    let note = Line::of(Role::Warn, format!("{gap}{} ", words::sign(first.verdict)));
    let note = said(desk, first, note).role(Role::Dim, see);
    match foot.first_mut() {
        Some(line) => line.spans.extend(note.spans),
        None => foot.push(note),
    }
}

fn touches(check: &Check, programme: &Programme) -> bool {
    let of_areas = programme.areas.iter().map(|part| &part.figures);
    let figures = std::iter::once(&programme.figures).chain(of_areas).flat_map(StatedFigures::iter);
    figures.into_iter().any(|(_, figure)| check.concerns(figure))
}

fn said(desk: &Desk, check: &Check, line: Line) -> Line {
    let verdict = words::verdict(desk.lang(), check.verdict);
    if desk.view.narrow {
        return line.role(Role::Dim, verdict);
    }
    if let CheckKind::SameReached(same) = &check.kind {
        let line = line.figure(desk.lang(), &same.first.1, Style::Plain);
        let words = desk.pick(" ghi ở hai chính sách, ", " stands in two programmes, ");
        return line.role(Role::Dim, format!("{words}{verdict}"));
    }
    // Its numbers stand on tab 6, where each leads to its story.
    line.role(Role::Dim, format!("{}, {verdict}", words::kind(desk.lang(), check)))
}
