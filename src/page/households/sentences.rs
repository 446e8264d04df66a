//! What the list of areas says in sentences: who has most, the highest rate, what the first five hold together, who
//! rises against the wish; sorted by a change, who fell most and fastest.

use crate::model::area::Area;
use crate::model::change::Since;
use crate::model::figure::{Figure, Reliability};
use crate::model::measure::{Aspect, Group};
use crate::model::places::{self, Fastest};
use crate::say;
use crate::text::Lang;
use crate::text::say::units;

use super::super::View;
use super::super::table::Style;
use super::columns::{CHANGE, COUNT, PERSONS, RATE};
use super::{List, since};
use crate::text::line::{Line, Role};
use crate::text::say::what::capital;

/// The sentences under the list.
pub fn lines(list: &List) -> Vec<Line> {
    let (view, sorted) = (list.view, Sorted::of(list));
    let group = sorted.group;
    let by_count = places::by_count(list.whole, group);
    let by_change = sorted.by == By::Change;
    let first = if by_change { falls(list, group) } else { most(list, &sorted, &by_count) };
    let five =
        first_five(view, list.whole, group, view.pick("hộ", "households")).filter(|_| sorted.by == By::Count);
    let spare = if by_change { None } else { spare_falls(list, group) };
    first.into_iter().chain(rises(list, five)).chain(partial(list, by_count.len())).chain(spare).collect()
}

/// What the list is sorted by.
#[derive(PartialEq)]
enum By {
    /// The households of a group, from the most.
    Count,
    /// Its rate.
    Rate,
    /// Its change.
    Change,
    /// Something else, or the other way round.
    Other,
}

/// The order of the list, and the group that it and the sentences are of.
struct Sorted {
    by: By,
    group: Group,
}

impl Sorted {
    fn of(list: &List) -> Self {
        let (column, down) = list.view.sort;
        // A group that was asked for is told whatever the order; the order is then no ranking of it.
        let asked = Some(list.group()).filter(|_| list.view.group != Group::Combined);
        let by = |columns: [usize; 2]| {
            columns.iter().position(|known| *known == column).map(|at| list.group_of(at))
        };
        let sorted = match (by(COUNT), by(RATE), by(CHANGE), by(PERSONS)) {
            (Some(group), ..) => Self { by: if down { By::Count } else { By::Other }, group },
            (_, Some(group), ..) => Self { by: By::Rate, group },
            (_, _, Some(group), _) => Self { by: By::Change, group },
            (.., Some(group)) => Self { by: By::Other, group },
            _ => Self { by: By::Other, group: list.group() },
        };
        match asked {
            Some(group) if group != sorted.group && sorted.by != By::Change => Self { by: By::Other, group },
            _ => sorted,
        }
    }
}

/// Rows that a terminal of 80 × 24 holds beside two sentences.
const HELD: usize = 14;

/// The falls where it is not sorted by them: they go where every row would be in sight without, not where some would
/// have to be scrolled to anyway.
fn spare_falls(list: &List, group: Group) -> Option<Line> {
    let line = falls(list, group)?;
    Some(if list.whole.areas.len() > HELD { line } else { line.optional() })
}

/// `9 trên 14 phường có số liệu`.
fn partial(list: &List, with: usize) -> Option<Line> {
    let all = list.whole.areas.len();
    let line = say!(list.view, "{with} trên {all} {parts} có số liệu", "{with} of {all} {parts} have figures";
        with, all, parts = units::noun_of_parts(list.whole).many(list.view.lang));
    (with != all).then(|| line.in_role(Role::Warn))
}

fn name<'a>(list: &'a List, area: &'a Area) -> (Role, &'a str) {
    (Role::Strong, list.view.lang.wording(&area.name.name))
}

/// `Nhiều hộ nghèo nhất: Phường 10 (142 hộ) · tỷ lệ cao nhất: Phường 1 (2,72%*)`; sorted by the rate, the rate first.
fn most(list: &List, sorted: &Sorted, by_count: &[(&Area, Figure)]) -> Option<Line> {
    let (area, count) = by_count.first()?;
    // Of equal rates the first by name, as in the order of the rows.
    let rates = list.whole.areas.iter().rev().filter_map(|a| Some((a, a.rate(sorted.group).ok()?)));
    let (highest, rate) = rates.max_by(|(_, x), (_, y)| x.amount.low().cmp(y.amount.low())).unzip();
    let (area, highest) = (name(list, area), highest.map(|area| name(list, area)));
    if sorted.by == By::Rate {
        let of = match sorted.group {
            Group::Combined => ("Tỷ lệ", "Highest rate"),
            Group::NearPoor => ("Tỷ lệ hộ cận nghèo", "Highest near-poor rate"),
            Group::Poor => ("Tỷ lệ hộ nghèo", "Highest poor rate"),
        };
        return Some(
            say!(list.view, "{of} cao nhất: {highest} ({rate}) · nhiều hộ nhất: {area} ({count} hộ)",
            "{of}: {highest} ({rate}) · most households: {area} ({count})";
            of, highest = highest?, rate = rate?, area, count),
        );
    }
    let most = match sorted.group {
        Group::Combined => ("Nhiều nhất", "Most"),
        Group::NearPoor => ("Nhiều hộ cận nghèo nhất", "Most near-poor"),
        Group::Poor => ("Nhiều hộ nghèo nhất", "Most poor"),
    };
    Some(say!(list.view, "{most}: {area} ({count} hộ)[ · tỷ lệ cao nhất: {highest} ({rate})]",
        "{most}: {area} ({count} households)[ · highest rate: {highest} ({rate})]";
        most, area, count, highest, rate))
}

/// `Hộ nghèo giảm nhiều nhất: Phường 10 (−58) · nhanh nhất: Phường 9 (−32,4%*)`.
fn falls(list: &List, group: Group) -> Option<Line> {
    let changed = list.changes(group).filter_map(|(area, step)| Some((area, step.change.as_ref().ok()?)));
    let least = changed.min_by(|(_, x), (_, y)| x.amount.low().cmp(y.amount.low()));
    let (area, change) = least.filter(|(_, change)| change.amount.high().is_negative())?;
    let Fastest { first, small } = places::fastest_fall(list.changes(group), group);
    let (fastest, part) = first.unzip();
    let most = match group {
        Group::Combined => ("Giảm nhiều nhất", "Largest fall"),
        Group::NearPoor => ("Cận nghèo giảm nhiều nhất", "Near-poor, largest fall"),
        Group::Poor => ("Hộ nghèo giảm nhiều nhất", "Poor, largest fall"),
    };
    Some(say!(list.view, "{most}: {area} ({change})[ · nhanh nhất: {fastest} ({part})][{unranked}]",
        "{most}: {area} ({change})[ · fastest: {fastest} ({part})][{unranked}]";
        most, area = name(list, area), change = (change, Style::Signed),
        unranked = unranked(list, small, fastest.is_some()),
        fastest = fastest.map(|area| name(list, area)), part = part.map(|part| (part, Style::Signed))))
}

/// That small parts have no place in a ranking by percent.
fn unranked(list: &List, small: usize, has_others: bool) -> Option<Line> {
    let line = say!(list.view,
        "[{others} (không xét {parts} dưới {least} hộ)][{alone} · không xếp theo %: {parts} dưới {least} hộ]",
        "[{others} (without {parts} under {least} households)]\
        [{alone} · no ranking in %: {parts} under {least} households]";
        others = has_others, alone = !has_others, least = places::LEAST,
        parts = units::noun_of_parts(list.whole).counted(list.view.lang, small));
    (small > 0).then(|| line.in_role(Role::Dim))
}

/// So many first parts are told together.
pub const FIRST: usize = 5;

/// `5 phường đầu: 654* hộ, 45,8%* toàn quận`, with the words for what is counted.
pub fn first_five(view: &View, whole: &Area, group: Group, counted: &str) -> Option<Line> {
    let first = places::first(whole, group, FIRST)?;
    Some(say!(view, "{count} {parts} đầu: {sum} {counted}[, {share} {all}]",
        "Top {count} {parts}: {sum} {counted}[, {share} of {all}]";
        count = first.count, parts = units::noun_of_parts(whole).many(view.lang),
        sum = first.sum.as_ref().ok()?, counted, share = &first.share,
        all = units::noun(&whole.name).all(view.lang)))
}

/// Parts whose households of a group rise against the wish: how many, and the one that rises most.
struct Rise<'a> {
    group: Group,
    count: usize,
    area: &'a Area,
    change: &'a Figure,
}

fn rise<'a>(list: &'a List, group: Group) -> Option<Rise<'a>> {
    let is_rise = |change: &&Figure| change.amount.low().is_positive();
    let changes = list.changes(group);
    let risen: Vec<(&Area, &Figure)> =
        changes.filter_map(|(area, step)| Some((area, step.change.as_ref().ok().filter(is_rise)?))).collect();
    let (area, change) = risen.iter().max_by(|(_, x), (_, y)| x.amount.low().cmp(y.amount.low()))?;
    Some(Rise { group, count: risen.len(), area, change })
}

/// Who rises against the wish: one of each group beside the first five, more of them in a line of their own.
fn rises(list: &List, five: Option<Line>) -> Vec<Line> {
    let all: Vec<Rise> = list.groups.iter().filter_map(|group| rise(list, *group)).collect();
    if all.iter().any(|rise| rise.count > 1) {
        return five.into_iter().chain([many_rises(list, &all)]).collect();
    }
    let one = |(at, rise): (usize, &Rise)| {
        let (vi, en) = match rise.group {
            Group::Combined => ("tăng", "rising"),
            Group::Poor => ("hộ nghèo tăng", "poor rising"),
            Group::NearPoor => ("hộ cận nghèo tăng", "near-poor rising"),
        };
        let word = list.view.pick(vi, en);
        let begins = at == 0 && five.is_none();
        say!(list.view, "[{after} · ]{word}: {area} ({change})";
            after = !begins, word = if begins { capital(word) } else { word.to_owned() },
            area = &rise.area.name.name, change = (rise.change, Style::Signed))
        .words_in_role(Role::Warn)
    };
    let ones: Vec<Line> = all.iter().enumerate().map(one).collect();
    Line::joined(five.into_iter().chain(ones), "").into_iter().collect()
}

/// `Tăng: hộ nghèo ở 24 phường (Phường 47 +102*), cận nghèo ở 28 (Phường 41 +95*)`.
fn many_rises(list: &List, all: &[Rise]) -> Line {
    let parts = units::noun_of_parts(list.whole);
    let of_group = |(at, rise): (usize, &Rise)| {
        let of = match rise.group {
            Group::Combined => ("ở", "in"),
            Group::Poor => ("hộ nghèo ở", "poor in"),
            Group::NearPoor => ("cận nghèo ở", "near-poor in"),
        };
        let count = if at == 0 { parts.counted(list.view.lang, rise.count) } else { rise.count.to_string() };
        say!(list.view, "{of} {count} ({area} {change})";
            of, count, area = &rise.area.name.name, change = (rise.change, Style::Signed))
    };
    let groups = Line::joined(all.iter().enumerate().map(of_group), ", ").unwrap_or_default();
    say!(list.view, "Tăng: {groups}", "Rising: {groups}"; groups).words_in_role(Role::Warn)
}

/// What of the page is reported, what invented, and what the changes are taken against.
pub fn sources(list: &List) -> Vec<Line> {
    let (view, whole) = (list.view, list.whole);
    let source = |area: &Area| {
        let count = area.group(list.groups[0]).stated(&Aspect::Households);
        count.map(|figure| figure.reliability)
    };
    let of_areas = whole.areas.iter().filter_map(source).max();
    let is_mixed = of_areas == Some(Reliability::Illustrative) && source(whole) != of_areas;
    let (all, parts) = (units::noun(&whole.name), units::noun_of_parts(whole));
    let invented = say!(view, "{all}: báo cáo · hộ dân, {parts}: MINH HỌA",
        "{all}: reported · {parts}: ILLUSTRATIVE";
        all = (&*capital(&all.all(Lang::Vi)), all.one(Lang::En)),
        parts = parts.counted(view.lang, whole.areas.len()));
    let over = list.since().filter(|found| matches!(found, Since::Over(_)));
    let over = over.map(|found| say!(view, "+/−: {since}"; since = since(view, found)));
    let parts = is_mixed.then_some(invented).into_iter().chain(over);
    Line::joined(parts, " · ").map(|line| line.in_role(Role::Dim)).into_iter().collect()
}
