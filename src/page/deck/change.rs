//! The change as a picture: how many fewer or more, from what to what, and who came and went.

use crate::model::change::told;
use crate::model::change::{self, HouseholdChange, Since};
use crate::model::exact::Exact;
use crate::model::measure::{Aspect, Group, MovementLine as Movement, When};
use crate::model::movement;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::what;
use crate::text::show;

use super::super::View;
use super::super::table::Style;
use super::{Headline, Slide, spaced};

/// The slide; none where no change can be told. Where no count tells it, the rate does.
pub fn slide(view: &View) -> Option<Slide> {
    let earlier = change::against(view.history, view.at, None);
    let step = |group| change::step(view.whole(), &[], earlier.map(|s| &**s), false, group);
    let steps: Vec<(Group, HouseholdChange)> =
        view.whole().groups().iter().map(|group| (*group, step(*group))).collect();
    let counts: Vec<Headline> = steps.iter().filter_map(|(group, step)| big(view, *group, step)).collect();
    let rates = || view.whole().groups().iter().filter_map(|group| rate(view, *group)).unzip();
    let (bigs, since): (Vec<Headline>, Option<Since>) = if counts.is_empty() {
        let (bigs, since): (Vec<Headline>, Vec<Since>) = rates();
        (bigs, since.first().copied())
    } else {
        let known = steps.iter().find(|(_, step)| step.change.is_ok());
        (counts, known.and_then(|(_, step)| step.since))
    };
    if bigs.is_empty() {
        return None;
    }
    let parts = spaced(steps.iter().filter_map(|(group, _)| moved(view, *group)));
    Some(Slide { title: title(view, since), bigs, parts, ..Slide::default() })
}

/// `−4,30*`, beside it "điểm %", whose rate and from what to what.
fn rate(view: &View, group: Group) -> Option<(Headline, Since)> {
    let told = told::rate(view.history, view.at, &[], group);
    let change = told.first()?;
    let unit = Line::plain(show::unit_in_column(view.lang, change.unit));
    let of = say!(view, "tỷ lệ {of}", "rate of {of}"; of = what::households_of(group)).in_role(Role::Strong);
    let counted = told.counted.as_ref().filter(|_| told.stated.is_none());
    let ends = counted.map(|counted| {
        let (then, now) = &counted.ends;
        say!(view, "{then} → {now}"; then, now)
    });
    let since =
        counted.map_or(Since::Over(view.snapshot().origin.period), |counted| Since::Day(counted.since));
    let beside = [of, unit].into_iter().chain(ends).collect();
    Some((Headline::of_figure(view, change, Style::Signed, beside), since))
}

fn title(view: &View, since: Option<Since>) -> String {
    let when = since.map(|since| match since {
        Since::Day(day) => say!(view, " so với {day}", " since {day}"; day),
        Since::Over(period) => {
            say!(view, " {when}", ", {when}"; when = what::when(view.lang, When::Over(period)))
        }
    });
    say!(view, "Biến động[{when}]", "Change[{when}]"; when).text()
}

/// `−311*`, beside it whose, and `1.429 → 1.118`; a rise stands out.
fn big(view: &View, group: Group, step: &HouseholdChange) -> Option<Headline> {
    let change = step.change.as_ref().ok()?;
    let (vi, en) = what::households_of(group);
    let mut beside = vec![Line::with_role(Role::Strong, view.pick(vi, en))];
    let now = view.whole().figure(group, &Aspect::Households);
    if let (Ok(then), Ok(now)) = (&step.then, &now) {
        beside.push(say!(view, "{then} → {now}"; then, now));
    }
    // A rate of the same span as the count: what is stated goes with what is stated.
    let told = told::rate(view.history, view.at, &[], group);
    let counted = told.counted.clone();
    let points = match step.since {
        Some(Since::Day(day)) => {
            let since = told.counted.filter(|counted| counted.since == day).map(|counted| counted.change);
            let period = view.snapshot().origin.period;
            since.or(told.stated.filter(|_| period.first.pred_opt() == Some(day)))
        }
        Some(Since::Over(_)) => told.stated,
        None => None,
    };
    // Of a rate whose change is of another span both ends are told.
    let ends = counted.filter(|_| points.is_none()).map(|counted| {
        let (then, now) = counted.ends;
        say!(view, "tỷ lệ {then} → {now}", "rate {then} → {now}"; then, now)
    });
    beside.extend(
        points
            .map(|points| say!(view, "tỷ lệ {points+}", "rate {points+}"; points = (points, Style::Signed))),
    );
    beside.extend(ends);
    // Where the report states another change both are told.
    let households = told::households(view.history, view.at, &[], group);
    let stated = households.stated.filter(|stated| stated.amount != change.amount);
    beside.extend(stated.filter(|_| households.counted.is_some()).map(|stated| {
        say!(view, "báo cáo nêu {stated}", "the report states {stated}"; stated = (stated, Style::Signed))
    }));
    Some(Headline::of_figure(view, change, Style::Signed, beside))
}

/// The households that exited, re-entered and are newly poor.
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
        Some(say!(view, "{sign}{count} {line}"; sign, count, line = what::movement_line(group, moved)))
    });
    let lines = Line::joined(lines, ", ")?;
    Some(Line {
        hanging_indent: 2,
        ..say!(view, "{named}: {lines}"; named = what::group_head(view.lang, group), lines)
    })
}
