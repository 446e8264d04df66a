//! The level of a target as it is told: as the report writes it where the counts bear that out, else both.

use std::borrow::Cow;
use std::sync::Arc;

use crate::model::exact::{Exact, Rounding};
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Cover, Group, When};
use crate::model::name::AreaName;
use crate::model::target::TargetMeasure;
use crate::say;
use crate::text::Lang;
use crate::text::line::Line;
use crate::text::show::{self, Style};

use super::super::{TargetSummary, View};
use super::Minutes;

/// The level as it is told: of a programme whom it reached, and not the share of its plan; of a cover as the report
/// states it, and where its counts say something else both.
pub fn level_told(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let found = it.found;
    let now = found.level.now.as_ref().ok()?;
    let count = found.count.now.as_ref().ok();
    match &it.target.reads {
        TargetMeasure::Programme(..) => {
            let now = count.unwrap_or(now);
            Some(say!(view, "{now+}"; now))
        }
        TargetMeasure::Coverage(id) => {
            let file = view.history.snapshot_on(view.at, found.time.as_of);
            let entry = file.and_then(|file| file.coverage.find(id));
            let stated = entry.and_then(|entry| entry.stated(Cover::Percent)).filter(|s| s.unit == now.unit);
            let Some(stated) = stated.filter(|_| now.is_derived()) else {
                return Some(say!(view, "{now+}"; now));
            };
            Some(stated_or_both(view, stated, now))
        }
        TargetMeasure::Rate(_) | TargetMeasure::AmongRate(..) => {
            let (group, aspect) = it.target.reads.of_group()?;
            let file = view.history.snapshot_on(view.at, found.time.as_of);
            let area = file.map(|file| &file.whole).filter(|_| it.target.area.is_none());
            let shown = area.and_then(|area| area.shown(group, &aspect).ok());
            Some(say!(view, "{now+}"; now = shown.as_ref().filter(|shown| shown.may_be(now)).unwrap_or(now)))
        }
        TargetMeasure::Indicator(..)
        | TargetMeasure::Households(_)
        | TargetMeasure::AmongHouseholds(..)
        | TargetMeasure::PolicyFamilies(_)
        | TargetMeasure::Task(_) => Some(say!(view, "{now+}"; now)),
    }
}

/// What is stated, where what is counted bears it out; else both, with the way to the check.
pub fn stated_or_both(view: &Minutes, stated: &Figure, counted: &Figure) -> Line {
    if stated.may_be(counted) {
        return say!(view, "{stated+}"; stated);
    }
    say!(view, "báo cáo nêu {stated+}, theo số đếm {counted+}[ ({see})]",
        "{stated+} according to the report, {counted+} by the counts[ ({see})]"; stated, counted, see = view.see_checks())
}

/// A rate as the report of its day writes it, where the counts that it is taken from bear that out.
pub fn as_stated<'a>(
    view: &View<'a>,
    (path, group, aspect): (&[Arc<AreaName>], Group, &Aspect),
    rate: &'a Figure,
) -> Cow<'a, Figure> {
    let rate = Cow::Borrowed(rate);
    let When::Day(day) = rate.subject.when else { return rate };
    let area = view.history.snapshot_on(view.at, day).and_then(|file| file.whole.at(path));
    let stated = area.and_then(|area| area.stated(group, aspect));
    stated
        .filter(|stated| rate.is_derived() && stated.exactly().is_some() && stated.may_be(&rate))
        .map_or(rate, Cow::Owned)
}

/// The rates that a change of rates is between: `30,23 → 25,93%`, as the reports of their days write them; where these are
/// written too coarsely to bear out the change, `theo số đếm 1,90 → 1,29%*`, since the page has the others too.
pub fn between(
    view: &Minutes,
    of: (&[Arc<AreaName>], Group, &Aspect),
    ends: [&Figure; 2],
    change: &Figure,
) -> Option<Line> {
    let stated = ends.map(|rate| as_stated(view, of, rate));
    let is_coarse = stated.iter().any(|rate| rate.written.is_some_and(|decimals| decimals < DECIMALS));
    let size = |exact: &Exact| {
        let exact = if exact.is_negative() { -exact } else { exact.clone() };
        exact.rounded(DECIMALS, Rounding::Nearest)
    };
    let difference = stated[1].amount.low() - stated[0].amount.low();
    let bears_out = size(&difference) == size(change.amount.low());
    let is_counted = is_coarse && !bears_out;
    let [then, now] = if is_counted { ends } else { stated.each_ref().map(|rate| &**rate) };
    let ends = written_from_to(view.lang, then, now)?;
    Some(
        say!(view, "[{is_counted}theo số đếm ]{ends}", "[{is_counted}by the counts ]{ends}"; is_counted, ends),
    )
}

/// The decimals that a change of rates is told with.
const DECIMALS: u8 = 2;

/// Of an entitlement whose aim is less than all: who still has none.
pub fn without(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let is_less = |aim: &Figure| aim.amount.low() < &Exact::whole(100);
    let is_cover = matches!(it.target.reads, TargetMeasure::Coverage(_));
    let is_part = is_cover && it.found.asked.aim.as_ref().is_ok_and(is_less);
    let without = it.found.without.as_ref().ok().filter(|_| is_part)?;
    let card = it.is_of_cards().then_some((" thẻ", " a card"));
    Some(say!(view, "{without+} chưa có[{card}]", "{without+} without[{card}]"; without, card))
}

/// `30,23 → 25,93%*`: the percent sign and the mark once; of two that are written alike nothing, for "1,50 → 1,50%" tells
/// no more than that nothing changed.
pub fn written_from_to(lang: Lang, then: &Figure, now: &Figure) -> Option<Line> {
    let [from, to] = [then, now].map(|figure| show::number(lang, figure, Style::Bare));
    if from == to {
        return None;
    }
    let line = Line::default().written(from, then).say(" → ");
    Some(line.figure(lang, now, Style::Plain))
}
