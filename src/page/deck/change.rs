//! The change as a picture: how many fewer or more, from what to what, and who came and went.

use crate::model::change::{self, HouseholdChange, Since};
use crate::model::exact::Exact;
use crate::model::measure::{Aspect, Group, MovementLine as Movement, When};
use crate::model::movement;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::what;

use super::super::View;
use super::super::table::Style;
use super::{Headline, Slide, spaced};

/// The slide; none where no change can be told.
pub fn slide(view: &View) -> Option<Slide> {
    let earlier = change::against(view.history, view.at, None);
    let step = |group| change::step(view.whole(), &[], earlier.map(|s| &**s), false, group);
    let steps: Vec<(Group, HouseholdChange)> =
        view.whole().groups().iter().map(|group| (*group, step(*group))).collect();
    let bigs: Vec<Headline> = steps.iter().filter_map(|(group, step)| big(view, *group, step)).collect();
    let since = steps.iter().find(|(_, step)| step.change.is_ok())?.1.since;
    let parts = spaced(steps.iter().filter_map(|(group, _)| moved(view, *group)));
    Some(Slide { title: title(view, since), bigs, parts, ..Slide::default() })
}

fn title(view: &View, since: Option<Since>) -> String {
    let when = since.map(|since| match since {
        Since::Day(day) => say!(view, "so với {day}", "since {day}"; day),
        Since::Over(period) => Line::plain(what::when(view.lang, When::Over(period))),
    });
    say!(view, "Biến động[ {when}]", "Change[ {when}]"; when).text()
}

/// `−311*`, beside it whose, and `1.429 → 1.118`; a rise stands out.
fn big(view: &View, group: Group, step: &HouseholdChange) -> Option<Headline> {
    let change = step.change.as_ref().ok()?;
    let rises = change.amount.low().is_positive();
    let (vi, en) = what::households_of(group);
    let mut beside = vec![Line::with_role(if rises { Role::Warn } else { Role::Strong }, view.pick(vi, en))];
    let now = view.whole().figure(group, &Aspect::Households);
    if let (Ok(then), Ok(now)) = (&step.then, &now) {
        beside.push(say!(view, "{then} → {now}"; then, now));
    }
    if let Some(Since::Day(day)) = step.since
        && let Some(then) = view.history.snapshot_on(view.at, day)
        && let Ok(points) = change::rate_change(view.whole(), &then.whole, group)
    {
        beside.push(say!(view, "{points} điểm tỷ lệ", "{points} points of the rate";
            points = (points, Style::Signed)));
    }
    Some(Headline::of_figure(view, change, Style::Signed, beside))
}

/// The households that escaped, fell back and are newly poor.
fn moved(view: &View, group: Group) -> Option<Line> {
    let known = |moved| view.whole().figure(group, &Aspect::Moved(moved)).ok();
    let lines = movement::entering(|moved| known(moved).is_some()).into_iter().filter_map(|moved| {
        let count = known(moved)?;
        // That nobody fell back is an answer; that nobody went where nobody was looked for is none.
        let is_asked = matches!(moved, Movement::Relapsed | Movement::Newly);
        if !is_asked && count.one().is_some_and(Exact::is_zero) {
            return None;
        }
        let sign = if Movement::OUT.contains(&moved) { "−" } else { "+" };
        let words = match moved {
            Movement::ToOther | Movement::FromOther => Line::plain(what::line_short(view.lang, group, moved)),
            _ => say!(view, "{line}"; line = what::movement_line(group, moved)),
        };
        Some(say!(view, "{sign}{count} {words}"; sign, count, words))
    });
    let lines = Line::joined(lines, ", ")?;
    Some(Line {
        hanging_indent: 2,
        ..say!(view, "{named}: {lines}"; named = what::group_head(view.lang, group), lines)
    })
}
