//! Sentences of the deck that no other page has.

use chrono::Datelike;

use crate::model::checks::{self, Verdict};
use crate::model::measure::{Aspect, Group, Line as Movement};
use crate::model::standing::Mark;
use crate::model::target::Reads;
use crate::text::say;
use crate::text::say::standing as words;

use super::super::View;
use super::super::conclusion;
use super::super::line::{Line, Role};
use super::super::table::Style;
use super::super::targets::role;
use super::Slide;

/// So many points that need a decision stand on one slide.
const MOST: usize = 9;

/// What was asked of a group and reached, and what is asked next.
pub fn of_group(view: &View, group: Group) -> Vec<Line> {
    let of = |reads: &Reads| matches!(reads, Reads::Rate(g) | Reads::Households(g) if *g == group);
    let shown = view.snapshot().as_of().year();
    let said = [shown, shown + 1].into_iter().flat_map(|year| conclusion::targets_of(view, year));
    said.filter(|(target, _)| of(&target.reads))
        .map(|(target, found)| conclusion::of_target(view, target, &found))
        .collect()
}

/// The households that escaped, fell back and are newly poor, group by group.
pub fn movement(view: &View) -> Vec<Line> {
    Group::TWO.into_iter().filter_map(|group| of_movement(view, group)).collect()
}

fn of_movement(view: &View, group: Group) -> Option<Line> {
    let named = match group {
        Group::NearPoor => view.pick("Hộ cận nghèo", "Near-poor households"),
        _ => view.pick("Hộ nghèo", "Poor households"),
    };
    let mut line = Line::plain(format!("{named}: "));
    let mut first = true;
    for moved in Movement::OUT.into_iter().chain(Movement::IN) {
        let Ok(figure) = view.whole().figure(group, &Aspect::Moved(moved)) else { continue };
        let sign = if Movement::OUT.contains(&moved) { "−" } else { "+" };
        let gap = if first { "" } else { " · " };
        line = line.say(format!("{gap}{sign}")).figure(view.lang, &figure, Style::Plain);
        line = line.say(format!(" {}", say::what::line(view.lang, moved)));
        first = false;
    }
    (!first).then_some(line)
}

/// What needs a decision: targets that are not on their way, tasks past their date, points that do not add up or are to
/// be verified.
pub fn decisions(view: &View) -> Option<Slide> {
    let year = view.snapshot().as_of().year();
    let found = conclusion::targets_of(view, year);
    let late = found.iter().filter(|(_, f)| matches!(f.standing.mark(), Mark::Bad | Mark::Care));
    let mut lines: Vec<Line> = late
        .map(|(target, found)| {
            let mark = format!("{} ", words::sign(found.standing.mark()));
            Line { hang: 2, ..Line::of(role(found.standing), mark) }
                .say(format!("{}: ", view.lang.of(&target.named.name)))
                .role(role(found.standing), words::word(view.lang, found.standing))
        })
        .collect();
    let checks = checks::checks(view.history, view.at, view.now);
    for check in checks.iter().filter(|c| matches!(c.verdict, Verdict::Contradicts | Verdict::ToVerify)) {
        let sign = format!("{} ", say::check::sign(check.verdict));
        let line = Line { hang: 2, ..Line::of(Role::Warn, sign) };
        lines.push(line.say(say::check::sentence(view.lang, check)));
    }
    lines.truncate(MOST);
    let title = view.pick("Cần quyết định, cần xác minh", "To decide, to verify");
    (!lines.is_empty()).then(|| Slide::of(title, lines))
}
