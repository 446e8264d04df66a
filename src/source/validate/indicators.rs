//! The figure of an indicator is of the kind that its unit says.

use super::diagnostics::Diagnostics;
use super::visit::{each, each_area};
use crate::model::source_file::SourceKind;
use crate::source::fault::MeaningFault;
use crate::source::format::{Indicator, Snapshot};
use crate::source::place::FieldPath;

pub(super) fn validate(snapshot: &Snapshot, diagnostics: &mut Diagnostics<'_>) {
    if snapshot.source.kind.unwrap_or_default() != SourceKind::Report {
        return no_values(snapshot, diagnostics);
    }
    list(&snapshot.indicators, &FieldPath::TOP, diagnostics);
    each_area(&snapshot.areas, &FieldPath::TOP, &mut |at, area| list(&area.indicators, at, diagnostics));
}

/// A plan says what is to be followed, and no figure of it.
fn no_values(snapshot: &Snapshot, diagnostics: &mut Diagnostics<'_>) {
    let mut refuse = |at: &FieldPath<'_>, indicators: &[Indicator]| {
        each(at, "indicators", indicators, |at, indicator| {
            diagnostics.ask(indicator.value.is_none(), at, "value", MeaningFault::FigureInPlan);
        });
    };
    refuse(&FieldPath::TOP, &snapshot.indicators);
    each_area(&snapshot.areas, &FieldPath::TOP, &mut |at, area| refuse(at, &area.indicators));
}

fn list(indicators: &[Indicator], at: &FieldPath<'_>, diagnostics: &mut Diagnostics<'_>) {
    each(at, "indicators", indicators, |at, indicator| {
        let Some(value) = &indicator.value else { return };
        let number = value.value;
        let fault = match number.whole() {
            _ if indicator.is_percent() => {
                (!number.percent.within(0, 100)).then_some(MeaningFault::NotAShare)
            }
            None => Some(MeaningFault::NotWhole),
            Some(_) => number.percent.is_negative().then_some(MeaningFault::Negative),
        };
        if let Some(fault) = fault {
            diagnostics.refuse(&at.name_in("value"), fault);
        }
    });
}
