//! Indicators with their figures.

use crate::model::figure::Figure;
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
    let (named, kind) = (named(&from.id, Some(&from.name)), from.kind());
    let figure = |value: &format::IndicatorValue| {
        let at = at.clone().from(value.provenance);
        let decimals = from.is_percent().then_some(value.number.percent.decimals);
        let measure = Measure::Indicator(named.clone());
        let figure =
            at.number("value", value.number.percent, decimals, kind.unit, measure, value.note.as_ref());
        Figure { qualifier: value.qualifier, ..figure }
    };
    let stated = from.value.as_ref().map(figure);
    let mut indicator = Indicator::new(named.clone(), kind, stated);
    indicator.quote.clone_from(&from.quote);
    indicator.note.clone_from(&from.note);
    indicator
}
