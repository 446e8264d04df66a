//! What a row without figures lacks, and which field of the file would hold it.

use crate::model::measure::{Subject, When};
use crate::model::ops::Missing;
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::glossary;
use crate::text::line::{Line, Role};
use crate::text::say::standing::obstacle;
use crate::text::say::{field, what};

use super::super::table::Row;
use super::super::{Block, Detail, View, targets};
use super::{head_of, headed};

/// So many missing figures are named.
const NAMED: usize = 5;

/// What a row without figures lacks.
pub fn missing(view: &View, row: &Row) -> Detail {
    if row.missing().next().is_none() {
        return no_figures(view, row);
    }
    let mut leaves: Vec<Subject> = Vec::new();
    for leaf in row.missing().flat_map(Missing::leaves) {
        if !leaves.contains(&leaf) {
            leaves.push(leaf);
        }
    }
    let head = |i: usize| head_of(if i == 0 { view.pick("Chưa có", "Missing") } else { "" });
    let mut lines: Vec<Line> =
        leaves.iter().take(NAMED).enumerate().map(|(i, leaf)| head(i).then(named(view, leaf))).collect();
    lines.extend(
        row.missing()
            .find_map(|m| obstacle(view.lang, &m.because))
            .map(|why| headed(view, ("Vì", "Because"), why)),
    );
    lines.extend(fields(view, &leaves));
    lines.push(headed(view, glossary::FILE, file(view, leaves.first().map(|leaf| leaf.when))));
    // A row that stands for several says itself that they are lacking.
    let label = Some(row.label.full.trim()).filter(|_| row.lacks.is_empty());
    let title = say!(view, "Chưa có số liệu[: {label}]", "No data[: {label}]"; label);
    Detail { title: title.text(), blocks: vec![Block::Lines(lines)] }
}

/// The file that could have stated it: that of the day or period of what is missing, else the one shown.
fn file(view: &View, when: Option<When>) -> Line {
    let is_of_its_time = |snapshot: &&std::sync::Arc<Snapshot>| match when {
        Some(When::Day(day)) => snapshot.as_of() == day,
        Some(When::Over(period)) => snapshot.origin.period == period,
        Some(When::Between(..) | When::Year(_)) | None => false,
    };
    match (view.history.snapshots.iter().find(is_of_its_time), when) {
        (None, Some(when @ (When::Day(_) | When::Over(_)))) => {
            say!(view, "chưa nạp tệp nào của {when}", "none read of {when}"; when = what::when(view.lang, when))
        }
        (found, _) => {
            say!(view, "{file} không nêu; thiếu không phải là 0",
                "{file} does not state it; missing is not zero";
            file = &found.unwrap_or(view.snapshot()).origin.file)
        }
    }
}

/// A row of words alone: a doubt, a file; of a target that is a task, its panel.
fn no_figures(view: &View, row: &Row) -> Detail {
    if let Some(panel) = targets::story(view, &row.key) {
        return panel;
    }
    let words = view.pick("Dòng này không có số để mở.", "This row has no figure to open.");
    let title = row.label.full.trim().to_owned();
    Detail { title, blocks: vec![Block::sentence(Line::with_role(Role::Dim, words))] }
}

fn named(view: &View, leaf: &Subject) -> Line {
    say!(view, "{name}[ {whose}], {when}"; name = what::name(view.lang, leaf),
        whose = (!leaf.whose.is(&view.whole().name)).then_some(&leaf.whose.name),
        when = what::when(view.lang, what::held(leaf)))
}

/// The fields that would hold them: "poor.movement.escaped, poor.movement.relapsed".
fn fields(view: &View, leaves: &[Subject]) -> Option<Line> {
    let mut names: Vec<String> = Vec::new();
    for name in leaves.iter().filter_map(field::field_path) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.truncate(NAMED);
    (!names.is_empty()).then(|| headed(view, ("Ghi vào", "Goes into"), names.join(", ")))
}
