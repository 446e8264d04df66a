//! The parts of a programme in areas: the largest, the rest together, and whether they add up.

use std::cmp::Reverse;

use crate::model::figure::{Derivation, Figure, Reliability};
use crate::model::measure::Support;
use crate::model::support::{Programme, ProgrammeArea};
use crate::say;
use crate::text::line::Line;
use crate::text::say::units;
use crate::text::template::or_missing;

use super::SupportPage;

/// So many of the largest parts are named.
const NAMED: usize = 3;

/// `Nhiều nhất: Phường 11 546, Phường 12 526, Phường 10 402; cộng 14 địa bàn 4.607*, khớp (minh họa).`
pub fn sentence(ctx: &SupportPage, of: &Programme) -> Option<Line> {
    let mut parts: Vec<&ProgrammeArea> =
        of.areas.iter().filter(|part| part.stated(Support::Reached).is_some()).collect();
    parts.sort_by_key(|part| part.stated(Support::Reached).map(|f| Reverse(f.amount.low().clone())));
    let most = parts.iter().take(NAMED).map(|part| {
        let reached = or_missing(ctx, &part.reached(of, ctx.whole));
        say!(ctx, "{name} {reached}"; name = &part.name.name, reached)
    });
    let invented = parts
        .iter()
        .filter_map(|p| p.stated(Support::Reached))
        .any(|f| f.reliability == Reliability::Illustrative);
    let own = of.stated(Support::Reached).is_some_and(|f| f.reliability == Reliability::Illustrative);
    Some(say!(ctx, "Nhiều nhất: {most}[; {sum}][{invented} (minh họa)].",
        "Most: {most}[; {sum}][{invented} (illustrative)].";
        most = Line::joined(most, ", ")?, sum = sum(ctx, of), invented = invented && !own))
}

/// The sum of the parts against the whole: `cộng 14 địa bàn 4.607*, khớp`.
fn sum(ctx: &SupportPage, of: &Programme) -> Option<Line> {
    let sum = ctx.figure(of, Support::OfAreas).ok()?;
    let have = match &*sum.derivation {
        Derivation::Derived(derived) => derived.partial.map(|(have, _)| have),
        Derivation::Stated(_) => None,
    };
    let comparable = |f: &&Figure| f.unit == sum.unit && f.exactly().is_some() && sum.exactly().is_some();
    let whole = of.stated(Support::Reached).filter(comparable);
    let agrees = whole.is_some_and(|whole| whole.exactly() == sum.exactly());
    Some(say!(ctx,
        "cộng [{have} trên ]{count} {noun}[{partial} có số liệu] {sum}[{agrees}, khớp][, toàn đơn vị {whole}]",
        "[{have} of ]{count} {noun}[{partial} with figures] make {sum}[{agrees}, which agrees][, the whole {whole}]";
        have, count = of.areas.len(), noun = units::noun_for(of.areas.len(), "địa bàn", ["area", "areas"]), partial = have.is_some(), sum = &sum, agrees,
        whole = whole.filter(|_| !agrees)))
}
