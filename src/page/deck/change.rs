//! The change as a picture: how many fewer or more, from what to what, and who came and went.

use crate::model::change::{self, Since, Step};
use crate::model::exact::Exact;
use crate::model::measure::{Aspect, Group, Line as Movement, When};
use crate::text::say::what;
use crate::text::{Lang, date};

use super::super::table::Style;
use super::super::{Block, View};
use super::{Big, Part, Slide};
use crate::text::line::{Line, Role};

/// The slide; none where no change can be told.
pub fn slide(view: &View) -> Option<Slide> {
    let earlier = change::against(view.history, view.at, None);
    let step = |group| change::step(view.whole(), &[], earlier.map(|s| &**s), false, group);
    let steps: Vec<(Group, Step)> =
        view.whole().groups().iter().map(|group| (*group, step(*group))).collect();
    let bigs: Vec<Big> = steps.iter().filter_map(|(group, step)| big(view, *group, step)).collect();
    let since = steps.iter().find(|(_, step)| step.change.is_ok())?.1.since;
    let movement = steps.iter().filter_map(|(group, _)| movement(view, *group)).collect::<Vec<_>>();
    let parts = movement.into_iter().map(|line| Part::Block(Block::line(line))).collect();
    Some(Slide { title: title(view, since), bigs, parts, ..Slide::default() })
}

fn title(view: &View, since: Option<Since>) -> String {
    let when = match since {
        Some(Since::Day(day)) => {
            let words = view.pick("so với", "since");
            format!("{words} {}", date::day(view.lang, day))
        }
        Some(Since::Over(period)) => what::when(view.lang, When::Over(period)),
        None => String::new(),
    };
    format!("{} {when}", view.pick("Biến động", "Change")).trim_end().to_owned()
}

/// `−311*`, beside it whose, and `1.429 → 1.118`; a rise stands out.
fn big(view: &View, group: Group, step: &Step) -> Option<Big> {
    let change = step.change.as_ref().ok()?;
    let rises = change.amount.low().is_positive();
    let named = match (group, view.lang) {
        (Group::NearPoor, Lang::Vi) => "hộ cận nghèo",
        (Group::NearPoor, Lang::En) => "near-poor households",
        (Group::Combined, Lang::Vi) => "hộ nghèo và cận nghèo",
        (Group::Combined, Lang::En) => "poor and near-poor households",
        (_, Lang::Vi) => "hộ nghèo",
        (_, Lang::En) => "poor households",
    };
    let mut beside = vec![Line::of(if rises { Role::Warn } else { Role::Strong }, named)];
    let now = view.whole().figure(group, &Aspect::Households);
    if let (Ok(then), Ok(now)) = (&step.then, &now) {
        let line = Line::default().figure(view.lang, then, Style::Plain).say(" → ");
        beside.push(line.figure(view.lang, now, Style::Plain));
    }
    if let Some(Since::Day(day)) = step.since
        && let Some(then) = view.history.on(view.at, day)
        && let Ok(points) = change::rate_change(view.whole(), &then.whole, group)
    {
        let line = Line::default().figure(view.lang, &points, Style::Signed);
        beside.push(line.say(view.pick(" điểm tỷ lệ", " points of the rate")));
    }
    Some(Big::of(view, change, Style::Signed, beside))
}

/// The households that escaped, fell back and are newly poor.
fn movement(view: &View, group: Group) -> Option<Line> {
    let named = match group {
        Group::NearPoor => view.pick("Hộ cận nghèo", "Near-poor"),
        _ => view.pick("Hộ nghèo", "Poor"),
    };
    let mut line = Line { hang: 2, ..Line::plain(format!("{named}: ")) };
    let mut first = true;
    for moved in Movement::OUT.into_iter().chain(Movement::IN) {
        let Ok(figure) = view.whole().figure(group, &Aspect::Moved(moved)) else { continue };
        // That nobody fell back is an answer; that nobody went where nobody was looked for is none.
        let is_asked = matches!(moved, Movement::Relapsed | Movement::Newly);
        if !is_asked && figure.one().is_some_and(|count| *count == Exact::whole(0)) {
            continue;
        }
        let sign = if Movement::OUT.contains(&moved) { "−" } else { "+" };
        let gap = if first { "" } else { ", " };
        line = line.say(format!("{gap}{sign}")).figure(view.lang, &figure, Style::Plain);
        let words = match moved {
            Movement::ToOther | Movement::FromOther => what::line_short(view.lang, group, moved),
            _ => what::line(view.lang, moved),
        };
        line = line.say(format!(" {words}"));
        first = false;
    }
    (!first).then_some(line)
}
