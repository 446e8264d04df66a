//! The parts of a programme in areas: the largest, the rest together, and whether they add up.

use std::cmp::Reverse;

use crate::model::figure::{Source, Story};
use crate::model::measure::Support;
use crate::model::support::{Programme, ProgrammeArea};
use crate::text::Lang;

use super::super::table::Style;
use super::Desk;
use crate::text::line::Line;

/// So many of the largest parts are named.
const NAMED: usize = 3;

/// `Nhiều nhất: Phường 11 546, Phường 12 526, Phường 10 402; cộng 14 địa bàn 4.607*, khớp (minh họa).`
pub fn line(desk: &Desk, of: &Programme) -> Option<Line> {
    let mut parts: Vec<&ProgrammeArea> =
        of.areas.iter().filter(|part| part.stated(Support::Reached).is_some()).collect();
    parts.sort_by_key(|part| part.stated(Support::Reached).map(|f| Reverse(f.amount.low().clone())));
    let mut line = Line::plain(desk.pick("Nhiều nhất: ", "Most: "));
    for (i, part) in parts.iter().take(NAMED).enumerate() {
        let name = desk.lang().of(&part.name.name);
        line = line.say(if i == 0 { "" } else { ", " }).say(format!("{name} "));
        line = line.known(desk.lang(), &part.known(of, desk.whole()), Style::Plain);
    }
    if parts.is_empty() {
        return None;
    }
    let line = sum(desk, of, line);
    let invented =
        parts.iter().filter_map(|p| p.stated(Support::Reached)).any(|f| f.source == Source::Illustrative);
    let own = of.stated(Support::Reached).is_some_and(|f| f.source == Source::Illustrative);
    Some(if invented && !own {
        line.say(desk.pick(" (minh họa).", " (illustrative)."))
    } else {
        line.say(".")
    })
}

/// The sum of the parts against the whole.
fn sum(desk: &Desk, of: &Programme, line: Line) -> Line {
    let Ok(sum) = desk.figure(of, Support::OfAreas) else { return line };
    let count = of.areas.len();
    let counted = match (&*sum.story, desk.lang()) {
        (Story::Derived(story), Lang::Vi) if story.partial.is_some() => {
            let have = story.partial.map_or(0, |(have, _)| have);
            format!("; cộng {have} trên {count} địa bàn có số liệu ")
        }
        (Story::Derived(story), Lang::En) if story.partial.is_some() => {
            let have = story.partial.map_or(0, |(have, _)| have);
            format!("; {have} of {count} areas with figures make ")
        }
        (_, Lang::Vi) => format!("; cộng {count} địa bàn "),
        (_, Lang::En) => format!("; {count} areas make "),
    };
    let line = line.say(counted).figure(desk.lang(), &sum, Style::Plain);
    let Some(reached) = of.stated(Support::Reached).filter(|f| f.unit == sum.unit) else { return line };
    match (reached.exactly(), sum.exactly()) {
        (Some(a), Some(b)) if a == b => line.say(desk.pick(", khớp", ", which agrees")),
        (Some(_), Some(_)) => {
            let line = line.say(desk.pick(", toàn đơn vị ", ", the whole "));
            line.figure(desk.lang(), reached, Style::Plain)
        }
        _ => line,
    }
}
