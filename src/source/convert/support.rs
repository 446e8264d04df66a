//! Programmes and entitlements.

use std::sync::Arc;

use crate::model::area::Area;
use crate::model::measure::{Cover, Measure, Named, Support};
use crate::model::name::AreaName;
use crate::model::support::{Coverage, Kind, Programme, ProgrammeArea};
use crate::model::unit::Unit;
use crate::model::words::Text;
use crate::text::fold;

use super::super::format;
use super::figure::{At, named, unit};

/// The programmes of a file.
pub(super) fn programmes(at: &At, from: &[format::Programme], whole: &Area) -> Vec<Programme> {
    let each = |(i, p): (usize, &format::Programme)| programme(&at.item("programmes", i), p, whole);
    from.iter().enumerate().map(each).collect()
}

fn programme(at: &At, from: &format::Programme, whole: &Area) -> Programme {
    let at = at.clone().from(from.provenance).quoting(from.quote.as_ref());
    let named = named(&from.id, Some(&from.name));
    let measure = |part| Measure::Programme(named.clone(), part);
    let reached = at.figure("reached", from.reached.as_ref(), Unit::Household, measure(Support::Reached));
    // What is planned counts what is reached, unless it says otherwise.
    let counted = reached.as_ref().map_or(Unit::Household, |f| f.unit);
    let part =
        |(i, part): (usize, &format::AreaPart)| area_part(&at.item("areas", i), part, &named, counted, whole);
    Programme {
        kind: kind(from.kind),
        planned: at.figure("planned", from.planned.as_ref(), counted, measure(Support::Planned)),
        amount: at.figure("amount", from.amount.as_ref(), Unit::Vnd, measure(Support::Amount)),
        budget: at.figure("budget", from.budget.as_ref(), Unit::Vnd, measure(Support::Budget)),
        via: at.figure("via", from.via.as_ref(), Unit::Fair, measure(Support::Via)),
        fund: from.fund.clone(),
        for_whom: from.for_whom.clone(),
        areas: from.areas.iter().enumerate().map(part).collect(),
        quote: from.quote.clone(),
        note: from.note.clone(),
        reached,
        named,
    }
}

fn area_part(
    at: &At,
    from: &format::AreaPart,
    named: &Arc<Named>,
    counted: Unit,
    whole: &Area,
) -> ProgrammeArea {
    let name = mentioned(whole, from.code.as_ref(), from.name.as_ref());
    let at = at.clone().from(from.provenance).of(&name);
    let measure = |part| Measure::Programme(named.clone(), part);
    ProgrammeArea {
        reached: at.figure("reached", from.reached.as_ref(), counted, measure(Support::Reached)),
        amount: at.figure("amount", from.amount.as_ref(), Unit::Vnd, measure(Support::Amount)),
        name,
    }
}

/// The area of the file that a code or name stands for, at any depth; a name of its own when there is none.
pub(super) fn mentioned(whole: &Area, code: Option<&format::Line>, name: Option<&Text>) -> Arc<AreaName> {
    let text = name.cloned().or_else(|| code.map(|c| Text::vi(&c.0))).unwrap_or_else(|| Text::vi("?"));
    let asked = AreaName {
        folded: fold::name_key(&text.vi),
        name: text,
        code: code.map(|c| c.0.clone()),
        kind: None,
    };
    find(whole, &asked).unwrap_or_else(|| Arc::new(asked))
}

fn find(area: &Area, asked: &AreaName) -> Option<Arc<AreaName>> {
    let here = area.areas.iter().find(|a| a.name.is(asked)).map(|a| a.name.clone());
    here.or_else(|| area.areas.iter().find_map(|a| find(a, asked)))
}

fn kind(from: format::ProgrammeKind) -> Kind {
    match from {
        format::ProgrammeKind::Credit => Kind::Credit,
        format::ProgrammeKind::Employment => Kind::Employment,
        format::ProgrammeKind::Education => Kind::Education,
        format::ProgrammeKind::Health => Kind::Health,
        format::ProgrammeKind::Insurance => Kind::Insurance,
        format::ProgrammeKind::Housing => Kind::Housing,
        format::ProgrammeKind::Utilities => Kind::Utilities,
        format::ProgrammeKind::Other => Kind::Other,
    }
}

/// The entitlements of a file; they count persons unless they say otherwise.
pub(super) fn coverage(at: &At, from: &[format::Coverage]) -> Vec<Coverage> {
    let each = |(i, c): (usize, &format::Coverage)| {
        let at = at.item("coverage", i).from(c.provenance);
        let named = named(&c.id, Some(&c.name));
        let measure = |part| Measure::Coverage(named.clone(), part);
        let counted = c.eligible.as_ref().or(c.covered.as_ref()).and_then(|f| f.unit);
        let counted = counted.map_or(Unit::Person, unit);
        Coverage {
            covered: at.figure("covered", c.covered.as_ref(), counted, measure(Cover::Covered)),
            eligible: at.figure("eligible", c.eligible.as_ref(), counted, measure(Cover::Eligible)),
            named: named.clone(),
        }
    };
    from.iter().enumerate().map(each).collect()
}
