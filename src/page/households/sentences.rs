//! What the list of areas says in sentences: who has most, the highest rate, what the first five hold together, who
//! rises against the wish; sorted by a change, who fell most and fastest.

use chrono::Datelike;

use crate::model::area::Area;
use crate::model::change::told::{self, Counted, Told};
use crate::model::change::{self, Since};
use crate::model::figure::{Figure, Reliability};
use crate::model::measure::{Aspect, Group, Measure};
use crate::model::ops::{self, FigureResult};
use crate::model::places::{self, By, Ranking};
use crate::model::unit::Unit;
use crate::say;
use crate::text::say::units;
use crate::text::{Lang, date, glossary, number};

use super::super::table::Style;
use super::super::{View, reporting, whole};
use super::changes::Risen;
use super::columns::{CHANGE, COMBINED, COUNT, PERCENT, RATE};
use super::{List, has_figure, since, since as since_words};
use crate::text::line::{Line, Role};
use crate::text::say::what::{self, capital, first_large};

/// What a list is sorted by, as far as sentences rank by it.
#[derive(Clone, Copy)]
enum SortedBy {
    Count(Group),
    Rate(Group),
    Change(Group),
    /// Names, all households, persons: nothing is ranked by these.
    Other,
}

fn sorted_by(list: &List) -> SortedBy {
    let column = list.sort.0;
    let of = |columns: [usize; 2]| columns.iter().position(|own| *own == column).map(|at| list.group_of(at));
    match (of(COUNT), of(RATE), of(CHANGE)) {
        (Some(group), ..) => SortedBy::Count(group),
        (_, Some(group), _) => SortedBy::Rate(group),
        (.., Some(group)) => SortedBy::Change(group),
        _ if column == PERCENT => SortedBy::Change(list.group()),
        _ if column == COMBINED[0] => SortedBy::Count(Group::Combined),
        _ if column == COMBINED[1] => SortedBy::Rate(Group::Combined),
        _ => SortedBy::Other,
    }
}

/// The sentences under the list: those that rank follow its sort or are not there.
pub fn lines(list: &List) -> Vec<Line> {
    let (view, is_down) = (list.view, list.sort.1);
    let (first, five) = match sorted_by(list) {
        SortedBy::Count(group) if is_down => {
            ([most(list, group), none_of(list, group)], first_five(view, list.whole, group, !has_rise(list)))
        }
        SortedBy::Rate(group) if is_down => ([highest(list, group), none_of(list, group)], None),
        SortedBy::Change(group) => ([falls(list, group), None], None),
        SortedBy::Count(_) | SortedBy::Rate(_) | SortedBy::Other => ([None, None], None),
    };
    first
        .into_iter()
        .flatten()
        .chain(rises(list, five))
        .chain(partial(list))
        .chain(without_column(list))
        .collect()
}

/// How many figures of areas have no column here: the pages of the areas tell them.
fn without_column(list: &List) -> Option<Line> {
    let left = list.all_extras().left;
    let parts = units::noun_of_parts(list.whole);
    let line = say!(list.view, "{left} {figures} khác của từng {part}: xem trang của {part}",
        "{left} more {figures} of single {part}: see their pages";
        left, figures = ("số", if left == 1 { "figure" } else { "figures" }),
        part = (parts.one(Lang::Vi), parts.many(Lang::En)));
    (left > 0).then(|| line.in_role(Role::Dim))
}

/// Who has not reported; else `9 trên 14 phường có số liệu`: any figure, be it the fall alone, or that of a part of the
/// group.
fn partial(list: &List) -> Option<Line> {
    if let Some(of) = list.view.reporting_of(list.path) {
        return Some(reporting::clause(list.view, of));
    }
    let with = list.whole.areas.iter().filter(|area| is_told(area)).count();
    if with == list.whole.areas.len() {
        return None;
    }
    let line = say!(list.view, "{with} trên {all} {parts} có số liệu", "{with} of {all} {parts} have figures";
        with, all = list.whole.areas.len(), parts = units::noun_of_parts(list.whole).many(list.view.lang));
    Some(line.in_role(Role::Strong))
}

/// Has a part any figure of any group?
fn is_told(area: &Area) -> bool {
    Group::ALL.into_iter().any(|group| has_figure(area, group) || area.aspects(group).next().is_some())
}

fn name<'a>(list: &'a List, area: &'a Area) -> (Role, String) {
    (Role::Strong, what::unit_inside(list.view.lang, &area.name.name))
}

/// The noun of the parts before a ranking, where their own names do not begin with it: `Vùng có nhiều hộ nghèo nhất`.
fn kind(list: &List, area: &Area) -> Option<String> {
    let noun = units::noun_of_parts(list.whole).one(list.view.lang);
    let own = list.view.lang.wording(&area.name.name).to_lowercase();
    let of_area = units::noun(&area.name).one(list.view.lang);
    (![noun, of_area].iter().any(|noun| own.contains(noun))).then(|| capital(noun))
}

/// `, trong 3 tỉnh có số liệu`: of how many, where the list is not known to hold all parts.
fn among(list: &List, ranked: usize) -> Option<Line> {
    let all = list.whole.areas.len();
    let with = list.whole.areas.iter().filter(|area| is_told(area)).count();
    // Where a line of its own says of how many, it is not said twice.
    let is_said = with < all && with == ranked;
    let is_partial = (ranked < all || !list.whole.areas_complete() && !is_whole(list)) && !is_said;
    is_partial.then(|| among_so_many(list.view, list.whole, ranked))
}

/// `, trong 3 tỉnh có số liệu`.
pub fn among_so_many(view: &View, whole: &Area, count: usize) -> Line {
    let parts = units::noun_of_parts(whole).counted(view.lang, count);
    say!(view, ", trong {parts} có số liệu", ", of {parts} with figures"; parts).in_role(Role::Dim)
}

/// Do the parts come to the whole, so that none is missing whatever the file claims?
fn is_whole(list: &List) -> bool {
    let count = |area: &Area| area.figure(list.group(), &Aspect::Households);
    let parts: Vec<FigureResult> = list.whole.areas.iter().map(count).collect();
    let sum = ops::sum(list.whole.what(Measure::of_group(list.group(), Aspect::SumOfAreas)), &parts);
    sum.is_ok_and(|sum| count(list.whole).is_ok_and(|whole| whole.amount.low() <= sum.amount.high()))
}

/// `Nhiều hộ nghèo nhất: Phường 10 (142 hộ) · tỷ lệ cao nhất: Phường 1 (2,72%*)`
fn most(list: &List, group: Group) -> Option<Line> {
    let by_count = places::ranking(list.whole, group, By::Count, 1)?;
    let by_rate = places::ranking(list.whole, group, By::Rate, 1);
    let most = match group {
        // A unit told as one group has no other to tell it from.
        Group::Combined if list.groups.len() == 1 => ("nhiều nhất", "most"),
        Group::Combined => ("nhiều hộ nghèo, hộ cận nghèo nhất", "most poor and near-poor households"),
        Group::NearPoor => ("nhiều hộ cận nghèo nhất", "most near-poor households"),
        Group::Poor => ("nhiều hộ nghèo nhất", "most poor households"),
    };
    // One "of how many" does for both where it is the same.
    let of_rate = by_rate.as_ref().and_then(|ranking| among(list, ranking.of).map(|line| (ranking.of, line)));
    let of_count =
        among(list, by_count.of).filter(|_| of_rate.as_ref().is_none_or(|(of, _)| *of != by_count.of));
    let of_rate = of_rate.map(|(_, line)| line);
    let rate = by_rate.as_ref().map(|ranking| leaders(list, ranking));
    Some(first_large(
        say!(list.view, "[{kind} có ]{most}: {first}[{of_count}][ · tỷ lệ cao nhất: {rate}][{of_rate}]",
        "[{kind} with ]{most}: {first}[{of_count}][ · highest rate: {rate}][{of_rate}]";
        kind = kind(list, by_count.first[0].0), most, first = leaders(list, &by_count),
        of_count, rate, of_rate),
    ))
}

/// `Phường 10 (142 hộ)`; of equal ones `Xã 1, Xã 2 (cùng 30 hộ)`.
fn leaders(list: &List, ranking: &Ranking) -> Line {
    let is_tie = ranking.is_tie();
    let end = ranking.first.len() - 1;
    let one = |(at, (area, figure)): (usize, &(&Area, Figure))| {
        let figure = Some(figure).filter(|_| !is_tie || at == end);
        say!(list.view, "{area}[ ([{equal}cùng ]{figure+})]", "{area}[ ([{equal}each ]{figure+})]";
            area = name(list, area), equal = is_tie, figure)
    };
    Line::joined(ranking.first.iter().enumerate().map(one), ", ").unwrap_or_default()
}

/// `Tỷ lệ hộ nghèo cao nhất: huyện Pác Nặm (35,22%), huyện Ngân Sơn (34,41%) · thấp nhất: Thành phố Bắc Kạn (1,93%)`.
fn highest(list: &List, group: Group) -> Option<Line> {
    let ranking = places::ranking(list.whole, group, By::Rate, HIGHEST)?;
    let lowest = ranking.last.as_ref();
    let lowest = lowest.map(|(area, rate)| say!(list.view, "{area} ({rate})"; area = name(list, area), rate));
    // Of several English has a plural, and no kind of one.
    let is_one = ranking.first.len() == 1;
    let kind = kind(list, ranking.first[0].0).filter(|_| is_one || list.view.lang == Lang::Vi);
    let highest = ("", if is_one { "highest rate" } else { "highest rates" });
    Some(first_large(
        say!(list.view, "[{kind} có ]{highest}tỷ lệ {of} cao nhất: {first}[ · thấp nhất: {lowest}]{among}",
        "[{kind} with the ]{highest} of {of}: {first}[ · lowest: {lowest}]{among}";
        kind, highest, of = what::households_of(group), first = leaders(list, &ranking),
        lowest, among = among(list, ranking.of).unwrap_or_default()),
    ))
}

/// So many of the highest rates are named.
const HIGHEST: usize = 2;
/// So many parts without households of a group are named; more are counted.
const NONE: usize = 3;

/// `Không có hộ nghèo: Thành phố Hồ Chí Minh, tỉnh Bình Dương, trong 3 địa bàn có số liệu`: none is no place in a
/// ranking.
fn none_of(list: &List, group: Group) -> Option<Line> {
    let none = places::without(list.whole, group);
    let names = none.iter().map(|area| name(list, area).1).collect::<Vec<_>>().join(", ");
    let of = what::households_of(group);
    let with = list.whole.areas.iter().filter(|area| has_figure(area, group)).count();
    let among = among(list, with).unwrap_or_default();
    match none.len() {
        0 => None,
        1..=NONE => Some(
            say!(list.view, "Không có {of}: {names}{among}", "No {of}: {names}{among}"; of, names, among),
        ),
        more => {
            let parts = units::noun_of_parts(list.whole).counted(list.view.lang, more);
            Some(
                say!(list.view, "{parts} không có {of}{among}", "{parts} without {of}{among}"; parts, of, among),
            )
        }
    }
}

/// `Tỷ lệ toàn tỉnh: hộ nghèo −1,95 điểm phần trăm, hộ cận nghèo −1,02 điểm phần trăm (năm 2019)`.
pub fn rate_change(list: &List) -> Option<Line> {
    let view = list.view;
    if super::compared(view).is_some() {
        return None;
    }
    let told = |group: &Group| Some((*group, since_the_same(list, *group)));
    let told: Vec<(Group, Told)> =
        list.groups.iter().filter_map(told).filter(|(_, told)| told.is_known()).collect();
    // Where the one group is of other parts than the other, each says of which.
    let differ = whole::groups_differ(view, list.whole);
    // The word of the unit stands once, after the last figure.
    let end = told.len().saturating_sub(1);
    let clause = |(at, (group, told)): (usize, &(Group, Told))| {
        let points = (told.first()?, Style::Signed);
        let only = whole::some_parts(view, list.whole, *group).filter(|_| differ);
        let unit = (differ || at == end).then_some(glossary::unit(Unit::Point));
        Some(say!(view, "{of} {points}[ {unit}][ ({only})]"; of = what::group(view.lang, *group), points,
            unit, only))
    };
    let clauses = Line::joined(told.iter().enumerate().filter_map(clause), ", ")?;
    let (group, first) = told.first()?;
    let all = if differ {
        units::noun(&list.whole.name).all(view.lang)
    } else {
        whole::of_all(view, list.whole, *group)
    };
    let since = match (&first.stated, &first.counted) {
        (None, Some(counted)) => Since::Day(counted.since),
        _ => Since::Over(list.whole.origin().period),
    };
    Some(say!(view, "Tỷ lệ {all}: {clauses} ({since})", "Rate of {all}: {clauses} ({since})";
        all, clauses, since = since_in_short(view, since)))
}

/// `từ 12/24` of the end of a month, so that the sentence has both groups in one line beside a page.
fn since_in_short(view: &View, since: Since) -> String {
    match since {
        Since::Day(day) if day.succ_opt().is_some_and(|next| next.day() == 1) => {
            say!(view, "từ {month}", "since {month}"; month = date::month_mark(day)).text()
        }
        since => since_words(view, since),
    }
}

/// The change of the rate of the whole, counted since the day that the changes of the list are since.
fn since_the_same(list: &List, group: Group) -> Told {
    let told = told::rate(list.view.history, list.view.at, list.path, group);
    let (Some(Since::Day(day)), Some(counted)) = (list.since(), &told.counted) else { return told };
    let then = list.earlier.filter(|file| file.as_of() == day && counted.since != day);
    let Some(then) = then.and_then(|file| file.whole.at(list.path)) else { return told };
    let rate = |area: &Area| area.rate(group).ok();
    let counted = change::rate_change(list.whole, then, group).ok();
    let counted = counted.zip(rate(then).zip(rate(list.whole)));
    counted.map_or(told, |(change, ends)| Told {
        stated: None,
        counted: Some(Counted { change, since: day, ends }),
    })
}

/// `Hộ nghèo giảm nhiều nhất: Phường 10 (−58) · nhanh nhất: Phường 9 (−32,4%*) · chậm nhất: Phường 2 (−5,1%*)`.
fn falls(list: &List, group: Group) -> Option<Line> {
    let changes = list.changes_of(group)?;
    // Of one or two, and where several fell alike, none fell most.
    let ((at, change), next) = changes.least.as_ref().zip(changes.next.as_ref())?;
    if !places::is_enough(list.whole, changes.known) {
        return None;
    }
    if !change.amount.high().is_negative() || change.amount.low() == next {
        return None;
    }
    let area = |at: &usize| name(list, &list.whole.areas[*at]);
    let fastest = &changes.fastest;
    let (first, part) = fastest.first.as_ref().map(|(at, change)| (area(at), change)).unzip();
    let (slowest, least_part) = fastest.last().map(|(at, change)| (area(at), change)).unzip();
    let most = match group {
        Group::Combined => ("Giảm nhiều nhất", "Largest reduction"),
        Group::NearPoor => ("Hộ cận nghèo giảm nhiều nhất", "Near-poor, largest reduction"),
        Group::Poor => ("Hộ nghèo giảm nhiều nhất", "Poor, largest reduction"),
    };
    Some(say!(list.view,
        "{most}: {area} ({change})[ · nhanh nhất: {fastest} ({part})][ · chậm nhất: {slowest} ({least})][{unranked}]",
        "{most}: {area} ({change})[ · fastest: {fastest} ({part})][ · slowest: {slowest} ({least})][{unranked}]";
        most, area = area(at), change = (change, Style::Signed),
        unranked = unranked(list, fastest.small, first.is_some()),
        fastest = first, part = part.map(|part| (part, Style::Signed)),
        slowest, least = least_part.map(|part| (part, Style::Signed))))
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

/// `5 phường đầu: 654* hộ nghèo (45,8%* toàn quận)`: by what they are the first is said; of what, where there is room.
pub fn first_five(view: &View, whole: &Area, group: Group, has_room: bool) -> Option<Line> {
    let first = places::first(whole, group, FIRST)?;
    let all = has_room.then(|| units::all_of(view.lang, &whole.name));
    Some(say!(view, "{count} {parts} đầu: {sum} {of}[ ({share}[ {all}])]",
        "Top {count} {parts}: {sum} {of}[ ({share}[ of {all}])]";
        count = first.count, parts = units::noun_of_parts(whole).many(view.lang), of = what::households_of(group),
        sum = first.sum.as_ref().ok()?, share = &first.share, all))
}

/// Parts whose households of a group rise against the wish: how many, and the one that rises most.
struct Rise<'a> {
    group: Group,
    count: usize,
    area: &'a Area,
    change: &'a Figure,
}

fn rise<'a>(list: &'a List<'a>, group: Group) -> Option<Rise<'a>> {
    let Risen { count, place, change } = list.changes_of(group)?.risen.as_ref()?;
    Some(Rise { group, count: *count, area: list.whole.areas.get(*place)?, change })
}

/// Does a part rise, so that it is told beside the first five?
fn has_rise(list: &List) -> bool {
    list.groups.iter().any(|group| rise(list, *group).is_some())
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
        let word = if begins { capital(word) } else { word.to_owned() };
        let said = say!(list.view, "{word}: {area} ({change})"; word,
            area = what::unit_inside(list.view.lang, &rise.area.name.name), change = (rise.change, Style::Signed));
        Line::plain(if begins { "" } else { " · " }).then(said.in_role(Role::Strong))
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
            Group::Poor => ("hộ nghèo ở", "poor households in"),
            // In English the word "households" stands with the first.
            Group::NearPoor if at > 0 => ("hộ cận nghèo ở", "near-poor in"),
            Group::NearPoor => ("hộ cận nghèo ở", "near-poor households in"),
        };
        let count = if at == 0 {
            parts.counted(list.view.lang, rise.count)
        } else {
            number::whole(list.view.lang, rise.count)
        };
        say!(list.view, "{of} {count} ({area} {change})";
            of, count, area = what::unit_inside(list.view.lang, &rise.area.name.name), change = (rise.change, Style::Signed))
    };
    let groups = Line::joined(all.iter().enumerate().map(of_group), ", ").unwrap_or_default();
    say!(list.view, "Tăng: {groups}", "Rising: {groups}"; groups).in_role(Role::Strong)
}

/// What of the page is reported, what invented (in a picture under it too), and what the changes are taken against.
pub fn sources(view: &View, list: &List, pictured: Option<Line>, has_change: bool) -> Vec<Line> {
    let whole = list.whole;
    let source = |area: &Area| {
        let count = area.stated(list.groups[0], &Aspect::Households);
        count.map(|figure| figure.reliability)
    };
    let of_areas = *list.known.reliability.get_or_init(|| whole.areas.iter().filter_map(source).max());
    let is_mixed = of_areas == Some(Reliability::Illustrative) && source(whole) != of_areas;
    let (all, parts) = (units::noun(&whole.name), units::noun_of_parts(whole));
    // In a few cells what is invented is all that is said of the sources, and where there is more of it.
    let wide = !view.narrow && pictured.is_none();
    let invented = say!(view, "[{wide}{all}: báo cáo · hộ dân, ]{parts}[, {pictured}]: MINH HỌA",
        "[{wide}{all}: reported · ]{parts}[, {pictured}]: ILLUSTRATIVE"; wide, pictured,
        all = (&*all.all(Lang::Vi), all.one(Lang::En)),
        parts = parts.counted(view.lang, whole.areas.len()));
    let over = list.since().filter(|found| has_change && matches!(found, Since::Over(_)));
    let over = over.map(|found| say!(view, "+/−: {since}"; since = since(view, found)));
    let parts = is_mixed.then_some(invented).into_iter().chain(over);
    Line::joined(parts, " · ").map(|line| line.in_role(Role::Dim)).into_iter().collect()
}
