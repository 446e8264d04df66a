//! Programmes and entitlements.

use std::sync::Arc;

use crate::model::area::Area;
use crate::model::by_id::ById;
use crate::model::measure::{Cover, IdName, Measure, Support};
use crate::model::name::AreaName;
use crate::model::stated::StatedFigures;
use crate::model::support::{Coverage, Programme, ProgrammeArea};
use crate::model::unit::Unit;
use crate::model::words::Text;

use super::super::format;
use super::figure::{FigureContext, named};
use super::names::area_name;

/// The programmes of a file.
pub(super) fn programmes(at: &FigureContext, from: &[format::Programme], whole: &Area) -> ById<Programme> {
    let each = |(i, p): (usize, &format::Programme)| programme(&at.item("programmes", i), p, whole);
    from.iter().enumerate().map(each).collect()
}

fn programme(at: &FigureContext, from: &format::Programme, whole: &Area) -> Programme {
    let at = at.clone().from(from.provenance).quoting(from.quote.as_ref());
    let named = named(at.names(), &from.id, Some(&from.name));
    let counted = from.unit();
    let part =
        |(i, part): (usize, &format::AreaPart)| area_part(&at.item("areas", i), part, &named, counted, whole);
    let figures = stated(&at, from.figures(), &named, counted);
    let mut programme = Programme::new(named.clone(), from.kind, figures);
    programme.fund.clone_from(&from.fund);
    programme.for_whom.clone_from(&from.for_whom);
    programme.areas = from.areas.iter().enumerate().map(part).collect();
    programme.quote.clone_from(&from.quote);
    programme.note.clone_from(&from.note);
    programme
}

fn area_part(
    at: &FigureContext,
    from: &format::AreaPart,
    named: &Arc<IdName>,
    counted: Unit,
    whole: &Area,
) -> ProgrammeArea {
    let name = mentioned(whole, from.code.as_ref(), from.name.as_ref());
    let at = at.clone().from(from.provenance).whose(&name);
    let figures = stated(&at, from.figures(), named, counted);
    ProgrammeArea::new(name, figures)
}

/// What is stated of a programme; `counted` is what it reaches.
fn stated<'a>(
    at: &FigureContext,
    figures: impl Iterator<Item = (&'static str, format::Written<'a>)>,
    named: &Arc<IdName>,
    counted: Unit,
) -> StatedFigures<Support> {
    let figure = |(name, written)| {
        let support = Support::from_code(name)?;
        let unit = match support {
            Support::Via => Unit::Fair,
            Support::Amount | Support::Budget => Unit::Vnd,
            Support::ChangePercent => Unit::Share,
            Support::Reached | Support::Planned => counted,
            // Computed, never read.
            Support::Average | Support::OfPlan | Support::OfBudget | Support::Change | Support::OfAreas => {
                return None;
            }
        };
        Some((support, at.written(name, written, unit, Measure::Programme(named.clone(), support))))
    };
    figures.filter_map(figure).collect()
}

/// The area of the file that a code or name stands for, at any depth; a name of its own when there is none.
pub(super) fn mentioned(whole: &Area, code: Option<&format::Line>, name: Option<&Text>) -> Arc<AreaName> {
    let text = name.cloned().or_else(|| code.map(|c| Text::vi(&c.0))).unwrap_or_else(|| Text::vi("?"));
    let asked = area_name(text, code.map(|c| c.0.clone()), None);
    find(whole, &asked).unwrap_or_else(|| Arc::new(asked))
}

fn find(area: &Area, asked: &AreaName) -> Option<Arc<AreaName>> {
    area.part(asked).map(|part| part.name.clone()).or_else(|| area.areas.iter().find_map(|a| find(a, asked)))
}

/// The entitlements of a file; they count persons unless they say otherwise.
pub(super) fn coverage(at: &FigureContext, from: &[format::Coverage]) -> ById<Coverage> {
    let each = |(i, c): (usize, &format::Coverage)| {
        let at = at.item("coverage", i).from(c.provenance);
        let named = named(at.names(), &c.id, Some(&c.name));
        let counted = c.eligible.as_ref().or(c.covered.as_ref()).and_then(|f| f.unit).unwrap_or(Unit::Person);
        let figure = |(name, written)| {
            let cover = Cover::from_code(name)?;
            let unit = if cover == Cover::Percent { Unit::Share } else { counted };
            Some((cover, at.written(name, written, unit, Measure::Coverage(named.clone(), cover))))
        };
        Coverage::new(named.clone(), c.figures().filter_map(figure).collect())
    };
    from.iter().enumerate().map(each).collect()
}
