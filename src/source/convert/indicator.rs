//! Indicators with their figures.

use crate::model::indicator::Indicator;
use crate::model::measure::Measure;

use super::super::format;
use super::figure::{FigureContext, named};

/// The indicators of a unit or area.
pub(super) fn indicators(at: &FigureContext, from: &[format::Indicator]) -> Vec<Indicator> {
    from.iter().enumerate().map(|(i, of)| indicator(&at.item("indicators", i), of)).collect()
}

fn indicator(at: &FigureContext, from: &format::Indicator) -> Indicator {
    let at = at.clone().from(from.provenance).quoting(from.quote.as_ref());
    let (named, kind) = (named(at.names(), &from.id, Some(&from.name)), from.kind());
    let stated = from.value.as_ref().and_then(|value| {
        let digits = value.value.digits(from.is_percent())?;
        Some(at.qualified("value", value, digits, (kind.unit, Measure::Indicator(named.clone()))))
    });
    let mut indicator = Indicator::new(named.clone(), kind, stated);
    indicator.quote.clone_from(&from.quote);
    indicator.note.clone_from(&from.note);
    indicator
}
