//! What the list of areas says in sentences: who has most, the highest rate, what the first five hold together, who
//! rises against the wish; sorted by a change, who fell most and fastest.

use crate::model::area::Area;
use crate::model::change::Since;
use crate::model::figure::{Figure, Source};
use crate::model::measure::{Aspect, Group};
use crate::model::places::{self, Fastest};
use crate::text::Lang;
use crate::text::say::units;

use super::super::View;
use super::super::table::Style;
use super::columns::CHANGE;
use super::{List, since};
use crate::text::line::{Line, Role};
use crate::text::say::what::capital;

/// The sentences under the list.
pub fn lines(list: &List) -> Vec<Line> {
    let group = list.group();
    let by_count = places::by_count(list.whole, group);
    let sorted_by_change = CHANGE.iter().position(|column| *column == list.view.sort.0);
    let mut lines = match sorted_by_change {
        Some(at) => vec![falls(list, list.group_of(at))],
        None => vec![most(list, group, &by_count)],
    };
    lines.extend(rises(
        list,
        first_five(list.view, list.whole, group, list.view.pick("hộ", "households")).unwrap_or_default(),
    ));
    lines.push(partial(list, by_count.len()));
    if sorted_by_change.is_none() {
        lines.push(fallen(list, group));
    }
    lines.retain(|line| !line.spans.is_empty());
    lines
}

/// Rows that a terminal of 80 × 24 holds beside two sentences.
const HELD: usize = 14;

/// The falls where it is not sorted by them: they go where every row would be in sight without, not where some would
/// have to be scrolled to anyway.
fn fallen(list: &List, group: Group) -> Line {
    let line = falls(list, group);
    if list.whole.areas.len() > HELD { line } else { line.spare() }
}

/// `9 trên 14 phường có số liệu`.
fn partial(list: &List, with: usize) -> Line {
    let all = list.whole.areas.len();
    if with == all {
        return Line::default();
    }
    let word = units::noun_of_parts(list.whole).many(list.view.lang);
    Line::of(
        Role::Warn,
        match list.view.lang {
            Lang::Vi => format!("{with} trên {all} {word} có số liệu"),
            Lang::En => format!("{with} of {all} {word} have figures"),
        },
    )
}

fn name<'a>(list: &'a List, area: &'a Area) -> &'a str {
    list.view.lang.of(&area.name.name)
}

/// `Phường 10 (142 hộ)`.
fn named(list: &List, line: Line, area: &Area, figure: &Figure, style: Style, unit: &str) -> Line {
    let line = line.role(Role::Strong, name(list, area)).say(" (");
    line.figure(list.view.lang, figure, style).say(format!("{unit})"))
}

fn most(list: &List, group: Group, by_count: &[(&Area, Figure)]) -> Line {
    let view = list.view;
    let Some((area, figure)) = by_count.first() else { return Line::default() };
    let words = match group {
        Group::Combined => view.pick("Nhiều nhất: ", "Most: "),
        Group::NearPoor => view.pick("Nhiều hộ cận nghèo nhất: ", "Most near-poor: "),
        Group::Poor => view.pick("Nhiều hộ nghèo nhất: ", "Most poor: "),
    };
    let unit = view.pick(" hộ", " households");
    let mut line = named(list, Line::plain(words), area, figure, Style::Plain, unit);
    // Of equal rates the first by name, as in the order of the rows.
    let rates = list.whole.areas.iter().rev().filter_map(|a| Some((a, a.rate(group).ok()?)));
    if let Some((area, rate)) = rates.max_by(|(_, x), (_, y)| x.amount.low().cmp(y.amount.low())) {
        line = line.say(view.pick(" · tỷ lệ cao nhất: ", " · highest rate: "));
        line = named(list, line, area, &rate, Style::Plain, "");
    }
    line
}

/// `Giảm nhiều nhất: Phường 10 (−58) · nhanh nhất: Phường 9 (−32,4%*)`.
fn falls(list: &List, group: Group) -> Line {
    let view = list.view;
    let mut line = Line::default();
    let changed = list.changes(group).filter_map(|(area, step)| Some((area, step.change.as_ref().ok()?)));
    let least = changed.min_by(|(_, x), (_, y)| x.amount.low().cmp(y.amount.low()));
    if let Some((area, change)) = least.filter(|(_, change)| change.amount.high().is_negative()) {
        let words = match group {
            Group::Combined => view.pick("Giảm nhiều nhất: ", "Largest fall: "),
            Group::NearPoor => view.pick("Cận nghèo giảm nhiều nhất: ", "Near-poor, largest fall: "),
            Group::Poor => view.pick("Hộ nghèo giảm nhiều nhất: ", "Poor, largest fall: "),
        };
        line = named(list, Line::plain(words), area, change, Style::Signed, "");
    }
    if line.spans.is_empty() {
        return line;
    }
    let Fastest { first, small } = places::fastest_fall(list.changes(group), group);
    if let Some((area, change)) = &first {
        line = line.say(view.pick(" · nhanh nhất: ", " · fastest: "));
        line = named(list, line, area, change, Style::Signed, "");
    }
    match small {
        0 => line,
        small => line.role(Role::Dim, not_ranked(list, small, first.is_some())),
    }
}

/// That small parts have no place in a ranking by percent.
fn not_ranked(list: &List, small: usize, others: bool) -> String {
    let parts = units::noun_of_parts(list.whole).counted(list.view.lang, small);
    let least = places::LEAST;
    match (list.view.lang, others) {
        (Lang::Vi, true) => format!(" (không xét {parts} dưới {least} hộ)"),
        (Lang::En, true) => format!(" (without {parts} under {least} households)"),
        (Lang::Vi, false) => format!(" · không xếp theo %: {parts} dưới {least} hộ"),
        (Lang::En, false) => format!(" · no ranking in %: {parts} under {least} households"),
    }
}

/// So many first parts are told together.
pub const FIRST: usize = 5;

/// `5 phường đầu: 654* hộ, 45,8%* toàn quận`, with the words for what is counted.
pub fn first_five(view: &View, whole: &Area, group: Group, counted: &str) -> Option<Line> {
    let first = places::first(whole, group, FIRST)?;
    let sum = first.sum.as_ref().ok()?;
    let word = units::noun_of_parts(whole).many(view.lang);
    let begin = match view.lang {
        Lang::Vi => format!("{} {word} đầu: ", first.count),
        Lang::En => format!("Top {} {word}: ", first.count),
    };
    let line = Line::plain(begin).figure(view.lang, sum, Style::Plain).say(format!(" {counted}"));
    Some(match &first.share {
        Ok(share) => {
            let all = units::noun(&whole.name).all(view.lang);
            let line = line.say(", ").figure(view.lang, share, Style::Plain);
            line.say(format!("{}{all}", view.pick(" ", " of ")))
        }
        Err(_) => line,
    })
}

/// The parts whose households of a group rise against the wish, the largest rise first among them.
fn risen<'a>(list: &'a List, group: Group) -> Option<(usize, &'a Area, &'a Figure)> {
    let is_rise = |change: &&Figure| change.amount.low().is_positive();
    let risen = list.changes(group);
    let risen: Vec<(&Area, &Figure)> =
        risen.filter_map(|(area, step)| Some((area, step.change.as_ref().ok().filter(is_rise)?))).collect();
    let (area, change) = risen.iter().max_by(|(_, x), (_, y)| x.amount.low().cmp(y.amount.low()))?;
    Some((risen.len(), area, change))
}

/// Who rises against the wish: one of each group beside the first five, more of them in a line of their own.
fn rises(list: &List, first: Line) -> Vec<Line> {
    let view = list.view;
    let all: Vec<(Group, (usize, &Area, &Figure))> =
        list.groups.iter().filter_map(|group| Some((*group, risen(list, *group)?))).collect();
    if all.iter().any(|(_, (count, ..))| *count > 1) {
        return vec![first, risen_many(list, &all)];
    }
    let mut line = first;
    for (group, (_, area, change)) in all {
        let words = match group {
            Group::Combined => view.pick("tăng: ", "rising: "),
            Group::Poor => view.pick("hộ nghèo tăng: ", "poor rising: "),
            Group::NearPoor => view.pick("hộ cận nghèo tăng: ", "near-poor rising: "),
        };
        let (gap, words) =
            if line.spans.is_empty() { ("", capital(words)) } else { (" · ", words.to_owned()) };
        line = line.role(Role::Warn, format!("{gap}{words}{} (", name(list, area)));
        line = line.figure(view.lang, change, Style::Signed).role(Role::Warn, ")");
    }
    vec![line]
}

/// `Tăng: hộ nghèo ở 24 phường (Phường 47 +102*), cận nghèo ở 28 (Phường 41 +95*)`.
fn risen_many(list: &List, all: &[(Group, (usize, &Area, &Figure))]) -> Line {
    let view = list.view;
    let parts = units::noun_of_parts(list.whole);
    let mut line = Line::of(Role::Warn, view.pick("Tăng: ", "Rising: "));
    for (i, (group, (count, area, change))) in all.iter().enumerate() {
        let gap = if i == 0 { "" } else { ", " };
        let words = match group {
            Group::Combined => view.pick("ở", "in"),
            Group::Poor => view.pick("hộ nghèo ở", "poor in"),
            Group::NearPoor => view.pick("cận nghèo ở", "near-poor in"),
        };
        let count = if i == 0 { parts.counted(view.lang, *count) } else { count.to_string() };
        line = line.role(Role::Warn, format!("{gap}{words} {count} ({} ", name(list, area)));
        line = line.figure(view.lang, change, Style::Signed).role(Role::Warn, ")");
    }
    line
}

/// What of the page is reported, what invented, and what the changes are taken against.
pub fn sources(list: &List) -> Vec<Line> {
    let (view, whole) = (list.view, list.whole);
    let count =
        |area: &Area| area.group(list.groups[0]).stated(&Aspect::Households).map(|figure| figure.source);
    let of_whole = count(whole);
    let of_areas = whole.areas.iter().filter_map(count).max();
    let mut parts = Vec::new();
    if of_areas == Some(Source::Illustrative) && of_whole != of_areas {
        let count = units::noun_of_parts(whole).counted(view.lang, whole.areas.len());
        let all = units::noun(&whole.name);
        parts.push(match view.lang {
            Lang::Vi => {
                let all = capital(&all.all(view.lang));
                format!("{all}: báo cáo · hộ dân, {count}: MINH HỌA")
            }
            Lang::En => format!("{}: reported · {count}: ILLUSTRATIVE", all.one(view.lang)),
        });
    }
    if let Some(found @ Since::Over(_)) = list.since() {
        parts.push(format!("+/−: {}", since(view, found)));
    }
    if parts.is_empty() { Vec::new() } else { vec![Line::of(Role::Dim, parts.join(" · "))] }
}
