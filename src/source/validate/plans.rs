//! What a plan or a decision may hold: targets and tasks, with entries for them to name. Its date is the day of issue,
//! of which no stock and no flow can be told.

use super::diagnostics::Diagnostics;
use super::visit::{each, each_area, each_group};
use crate::model::source_file::SourceKind;
use crate::source::fault::MeaningFault;
use crate::source::format::{Figure, Lack, Snapshot, Written};
use crate::source::place::FieldPath;

/// What of a programme is asked, not reached.
const ASKED: [&str; 2] = ["planned", "budget"];

pub(super) fn validate(snapshot: &Snapshot, diagnostics: &mut Diagnostics<'_>) {
    if snapshot.source.kind.unwrap_or_default() == SourceKind::Report {
        return;
    }
    let top = &FieldPath::TOP;
    totals(top, snapshot.households.as_ref(), snapshot.persons.as_deref(), diagnostics);
    lacks(top, &snapshot.deprivations, &snapshot.causes, diagnostics);
    each_area(&snapshot.areas, top, &mut |at, area| {
        totals(at, area.households.as_ref(), area.persons.as_deref(), diagnostics);
        lacks(at, &area.deprivations, &area.causes, diagnostics);
    });
    each_group(snapshot, &mut |at, group| {
        refuse(at, group.figures(), diagnostics);
        for (name, lines) in [("movement", &group.movement), ("movement_persons", &group.movement_persons)] {
            if let Some(lines) = lines {
                refuse(&at.name_in(name), lines.figures(), diagnostics);
            }
        }
        each(at, "among", &group.among, |at, part| refuse(at, part.figures(), diagnostics));
    });
    each(top, "programmes", &snapshot.programmes, |at, programme| {
        let reached = programme.figures().filter(|(name, _)| !ASKED.contains(name));
        refuse(at, reached, diagnostics);
        each(at, "areas", &programme.areas, |at, part| refuse(at, part.figures(), diagnostics));
    });
    each(top, "coverage", &snapshot.coverage, |at, entry| refuse(at, entry.figures(), diagnostics));
}

/// All households and all inhabitants.
fn totals(
    at: &FieldPath<'_>,
    households: Option<&Figure>,
    persons: Option<&Figure>,
    diagnostics: &mut Diagnostics<'_>,
) {
    let all = [("households", households), ("persons", persons)].into_iter();
    refuse(at, all.filter_map(|(name, figure)| Some((name, figure?.into()))), diagnostics);
}

fn lacks(at: &FieldPath<'_>, deprivations: &[Lack], causes: &[Lack], diagnostics: &mut Diagnostics<'_>) {
    for (name, list) in [("deprivations", deprivations), ("causes", causes)] {
        each(at, name, list, |at, lack| refuse(at, lack.figures(), diagnostics));
    }
}

/// Refuses each figure of the object at `at`.
fn refuse<'a>(
    at: &FieldPath<'_>,
    figures: impl Iterator<Item = (&'static str, Written<'a>)>,
    diagnostics: &mut Diagnostics<'_>,
) {
    for (name, _) in figures {
        diagnostics.refuse(&at.name_in(name), MeaningFault::FigureInPlan);
    }
}
