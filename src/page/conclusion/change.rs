//! What changed: since the snapshot compared with, where one was chosen; else over the year. Households and rates of
//! both groups, a rise included. What the report states and what two snapshots count stand in sentences of their own.

use chrono::Datelike;

use crate::model::area::Area;
use crate::model::change::told::{self, Counted, Told};
use crate::model::change::{self, turned};
use crate::model::checks::CheckKind;
use crate::model::exact::Exact;
use crate::model::figure::{Figure, Reliability};
use crate::model::measure::{Aspect, Group};
use crate::model::ops::{FigureResult, MissingReason};
use crate::model::standing::Attainment;
use crate::model::standing::time::months_between;
use crate::model::unit::Unit;
use crate::say;
use crate::text::Lang;
use crate::text::line::{Line, Role};
use crate::text::say::units;
use crate::text::say::what::{first_large, households_of};

use super::super::{Medium, TargetSummary, View};
use super::level::between;
use super::{Minutes, by_groups, contradicts, during, joined, moved};

/// The sentence on the change, where one can be told.
pub fn sentence(view: &Minutes) -> Option<Line> {
    if let Some(then) = view.compare.and_then(|at| view.history.snapshots.get(at)) {
        return since(view, then.whole.at(view.path)?);
    }
    let stated = stated(view);
    let counted = counted(view, Detail { has_parts: stated.is_none(), has_ends: true });
    let unknown = |group| !view.changes(group)[0].is_known();
    let lines = moved::sentence(view, stated.is_none(), unknown);
    let counted = counted.or_else(|| of_other_parts(view, told::before(view.history, view.at, view.path)?));
    Line::joined(stated.into_iter().chain(apart(view)).chain(counted).chain(lines), " ")
}

/// `So với 31/12/2022: không so được, mới có 4 trên 6 phường.` A sum over other parts than before says nothing of what
/// changed.
fn of_other_parts(view: &Minutes, then: &Area) -> Option<Line> {
    let changes = Group::ALL.into_iter().flat_map(|group| {
        let count = change::change(view.area(), Some(then), group, &Aspect::Households);
        [count, change::rate_change(view.area(), then, group)]
    });
    let (have, count) = changes.filter_map(Result::err).find_map(|missing| match missing.because {
        MissingReason::AreasDiffer(have, count) => Some((have, count)),
        _ => None,
    })?;
    let parts = units::noun_of_parts(view.area()).many(view.lang);
    Some(say!(view, "{have} trên {count} {parts}: không so được với kỳ trước ({day}).",
        "{have} of {count} {parts}: not comparable with the date before ({day}).";
        have, count, parts, day = then.origin().as_of))
}

/// Is the count of a change since another day than the eve of what the report states it for?
fn is_apart(view: &Minutes, told: &Told) -> bool {
    let eve = view.area().origin().period.first.pred_opt();
    told.stated.is_some() && told.counted.as_ref().is_some_and(|counted| Some(counted.since) != eve)
}

/// `Báo cáo nêu tỷ lệ hộ nghèo giảm 2,2 điểm phần trăm; từ 31/12/2021 (22 tháng) giảm 2,09* điểm phần trăm (mục 6).`
fn apart(view: &Minutes) -> Vec<Line> {
    let of_group = |group: &Group| {
        let [households, rate] =
            changes(view, *group).map(|told| Some(told).filter(|told| is_apart(view, told)));
        let households = households.and_then(|told| {
            Some(set_apart(view, moved_by(view, *group, told.stated.as_ref()?), told.counted.as_ref()?))
        });
        let rate = rate.and_then(|told| {
            Some(set_apart(
                view,
                rate_moved(view, *group, told.stated.as_ref()?, false),
                told.counted.as_ref()?,
            ))
        });
        households.into_iter().chain(rate).collect::<Vec<_>>()
    };
    known_groups(view).iter().flat_map(of_group).collect()
}

fn set_apart(view: &Minutes, stated: Line, counted: &Counted) -> Line {
    let months = months_between(counted.since, view.area().origin().as_of).to_whole();
    say!(view, "Báo cáo nêu {stated}; từ {since}[ ({months} tháng)] {moved}[ ({see})].",
        "The report states that {stated}; since {since}[ ({months} months)] {moved}[ ({see})].";
        stated, since = counted.since, months, moved = they_moved(view, &counted.change), see = view.see_checks())
}

/// What is told of the households and the rate of a group. Where a target tells that of one group, and no target that of
/// the other, both are told: half of the news would be taken for all of it. A rate that a target tells is not told again
/// after the households of its group.
fn changes(view: &Minutes, group: Group) -> [Told; 2] {
    let left: Vec<[Told; 2]> = known_groups(view).iter().map(|group| left_changes(view, *group)).collect();
    let is_left = |at: usize| left.iter().any(|told| told[at].is_known());
    let [households, rate] = view.changes(group);
    let [_, own_rate] = left_changes(view, group);
    // A message has no room for every target: what none tells there would be lost.
    let has_count = households.is_known() && view.medium != Medium::Alone;
    [
        if is_left(0) || is_left(1) { households } else { Told::default() },
        if has_count {
            own_rate
        } else if is_left(1) {
            rate
        } else {
            Told::default()
        },
    ]
}

/// What is told of the households and the rate of a group, less what a target of the unit tells with the same figure.
fn left_changes(view: &Minutes, group: Group) -> [Told; 2] {
    let [households, rate] = view.changes(group);
    let has_lines = moved::parts(view, view.area(), group).is_some();
    let is_rise = households.is_rise() || rate.is_rise();
    let all = [households.clone(), rate.clone()];
    let left = [
        if has_lines { households } else { untold(view, households, &(group, Aspect::Households)) },
        untold(view, rate, &(group, Aspect::Rate)),
    ];
    // Of a rise both are told, or a target of one of them would leave half of the news.
    if is_rise && left.iter().any(Told::is_known) { all } else { left }
}

/// The groups whose change is told: both together only where that of neither is known.
fn known_groups(view: &Minutes) -> &'static [Group] {
    let is_known = |group: &Group| view.changes(*group).iter().any(Told::is_known);
    if Group::TWO.iter().any(is_known) { &Group::TWO } else { &[Group::Combined] }
}

fn by_known_groups(view: &Minutes, clause: impl Fn(Group) -> Option<Line>) -> Vec<Line> {
    known_groups(view).iter().copied().filter_map(clause).collect()
}

/// Nothing of a change that a target tells.
fn untold(view: &Minutes, change: Told, of: &(Group, Aspect)) -> Told {
    let is_told = match (&change.stated, &change.counted) {
        (Some(stated), Some(counted)) => are_told_by_target(view, [stated, &counted.change], of),
        _ => change.first().is_some_and(|figure| is_told_by_target(view, figure, of)),
    };
    if is_told { Told::default() } else { change }
}

/// The targets of the unit in the shown year that read a figure of a group.
fn on<'a>(view: &View<'a>, of: &(Group, Aspect)) -> Vec<TargetSummary<'a>> {
    if !view.path.is_empty() {
        return Vec::new();
    }
    let mut own = view.own_targets(view.snapshot().as_of().year());
    own.retain(|it| it.target.reads.of_group().as_ref() == Some(of) && !it.target.is_kept());
    own
}

/// Is a signed change the fall that was reached, and from as good a source?
fn is_same(reached: &FigureResult, change: &Figure) -> bool {
    reached.as_ref().is_ok_and(|reached| {
        // What a file only estimates the target tells as an estimate too.
        let is_as_sure =
            reached.reliability == change.reliability || change.reliability == Reliability::Estimated;
        turned(reached).amount == change.amount && is_as_sure
    })
}

/// Does a target tell a stated change and another one that is counted?
fn are_told_by_target(view: &View, [stated, counted]: [&Figure; 2], of: &(Group, Aspect)) -> bool {
    let tells = |it: &TargetSummary| {
        let is_stated = |other: &Attainment| is_same(&other.reached, stated);
        it.found.otherwise.as_ref().is_some_and(is_stated) && is_same(it.found.reached(), counted)
    };
    on(view, of).iter().any(tells)
}

/// Is there a target of the unit in the shown year that tells a change as its own, of the same size?
fn is_told_by_target(view: &View, change: &Figure, of: &(Group, Aspect)) -> bool {
    let tells = |it: &TargetSummary| it.found.otherwise.is_none() && is_same(it.found.reached(), change);
    on(view, of).iter().any(tells)
}

/// `Trong năm 2022, hộ nghèo tăng 137 hộ, tỷ lệ tăng 0,04 điểm phần trăm; …`, as the report states it.
fn stated(view: &Minutes) -> Option<Line> {
    let clauses = by_known_groups(view, |group| {
        let [households, rate] =
            changes(view, group).map(|told| if is_apart(view, &told) { Told::default() } else { told });
        let count = households.stated.as_ref().map(|change| {
            let line = moved_by(view, group, change);
            // Where the snapshots count something else both are told in one place.
            with_movement(view, view.area(), group, on_both_bases(view, line, &households))
        });
        let of_rate = rate
            .stated
            .as_ref()
            .map(|points| on_both_bases(view, rate_moved(view, group, points, count.is_some()), &rate));
        Line::joined(count.into_iter().chain(of_rate), ", ")
    });
    let period = during(view, view.area().origin().period);
    Some(say!(view, "{period}, {clauses}."; period, clauses = joined(clauses)?))
}

/// The same without what it is made of: `Trong 9 tháng đầu năm 2023, hộ nghèo giảm 311 hộ; hộ cận nghèo giảm 156 hộ.`;
/// of what no report states without the rates that it is between.
pub fn in_short(view: &Minutes) -> Option<Line> {
    if view.compare.is_some() {
        return None;
    }
    let clauses = by_known_groups(view, |group| {
        let [households, _] = changes(view, group);
        let stated = households.stated.as_ref().filter(|_| !is_apart(view, &households));
        stated.map(|change| on_both_bases(view, moved_by(view, group, change), &households))
    });
    let period = during(view, view.area().origin().period);
    let stated = joined(clauses).map(|clauses| say!(view, "{period}, {clauses}."; period, clauses));
    // What no report states is news all the same.
    let counted = counted(view, Detail { has_parts: false, has_ends: false });
    Line::joined(stated.into_iter().chain(counted), " ")
}

/// What the report states; where the snapshots count something else, that as well.
fn on_both_bases(view: &Minutes, stated: Line, told: &Told) -> Line {
    match &told.counted {
        Some(counted) => differing(view, stated, &counted.change),
        None => stated,
    }
}

/// `Hộ cận nghèo tăng 52 hộ, tỷ lệ tăng 0,08 điểm phần trăm.` A rise by what the report states alone, or by what is
/// counted alone, is told with the other.
pub fn rises(view: &Minutes) -> Option<Line> {
    let of = |group: &Group| {
        let [households, rate] = view.changes(*group).map(|told| Some(told).filter(Told::is_rise));
        let both = |told: &Told, moved: &dyn Fn(&Figure) -> Line| match &told.stated {
            // A count since another day than the report's is no other word on the same change.
            Some(stated) if is_apart(view, told) => stated.amount.low().is_positive().then(|| moved(stated)),
            Some(stated) => Some(on_both_bases(view, moved(stated), told)),
            None => told.first().map(moved),
        };
        let is_after = households.is_some();
        let households = households.and_then(|told| both(&told, &|change| moved_by(view, *group, change)));
        let rate = rate.and_then(|told| both(&told, &|change| rate_moved(view, *group, change, is_after)));
        Line::joined(households.into_iter().chain(rate), ", ")
    };
    let risen = joined(Group::TWO.iter().filter_map(of).collect())?;
    Some(first_large(say!(view, "{risen}."; risen)))
}

/// `báo cáo nêu hộ nghèo giảm 1.582 hộ, theo hai kỳ giảm 1.478* hộ (phím 6)`.
pub fn differing(view: &Minutes, stated: Line, counted: &Figure) -> Line {
    say!(view, "báo cáo nêu {stated}, theo hai kỳ {counted}[ ({see})]",
        "{stated} according to the report, but {counted} between the two dates[ ({see})]";
        stated, counted = verb(view, counted, counted.unit != Unit::Household), see = view.see_checks())
}

/// `giảm 2,09* điểm phần trăm`, "it fell by 2.09* percentage points", where it is said already of what.
fn they_moved(view: &Minutes, change: &Figure) -> Line {
    let is_rate = change.unit != Unit::Household;
    say!(view, "{they}{moved}"; they = they(is_rate), moved = verb(view, change, is_rate))
}

/// Who moved, in a sentence that has named them; Vietnamese needs no word for it.
pub fn they(is_rate: bool) -> (&'static str, &'static str) {
    ("", if is_rate { "it " } else { "they " })
}

/// How much is told of a change that two snapshots count.
#[derive(Clone, Copy)]
struct Detail {
    /// What it is made of.
    has_parts: bool,
    /// The rates that it is between.
    has_ends: bool,
}

/// `So với 31/12/2021, hộ nghèo giảm 30* hộ, …`: what two snapshots count and no report states.
fn counted(view: &Minutes, detail: Detail) -> Option<Line> {
    let only = |told: Told| told.counted.filter(|_| told.stated.is_none());
    let since = |group: Group| {
        let since = changes(view, group).map(only).into_iter().flatten();
        since.map(|counted| counted.since).next()
    };
    let day = known_groups(view).iter().copied().find_map(since)?;
    let clauses = by_known_groups(view, |group| {
        let [households, rate] = changes(view, group).map(only);
        let count = households.map(|counted| {
            let line = moved_by(view, group, &counted.change);
            // The lines of the movement are of the period: they explain the change since the day before it alone.
            let is_of_period = view.area().origin().period.first.pred_opt() == Some(counted.since);
            if is_of_period && detail.has_parts {
                with_movement(view, view.area(), group, line)
            } else {
                line
            }
        });
        let of_rate = rate.map(|counted| {
            let of = (view.path, group, &Aspect::Rate);
            let ends = [&counted.ends.0, &counted.ends.1];
            let line = rate_moved(view, group, &counted.change, count.is_some());
            let ends = between(view, of, ends, &counted.change).filter(|_| detail.has_ends);
            say!(view, "{line}[ ({ends})]"; line, ends)
        });
        Line::joined(count.into_iter().chain(of_rate), ", ")
    });
    Some(
        say!(view, "So với {day}, {clauses}.", "Compared with {day}, {clauses}."; day, clauses = joined(clauses)?),
    )
}

/// A signed change in words: `giảm 560 hộ`, `tăng 0,04 điểm phần trăm`, `không đổi`.
pub fn verb(view: &Minutes, change: &Figure, has_unit: bool) -> Line {
    if change.one() == Some(&Exact::whole(0)) {
        return Line::default().written(view.pick("không đổi", "did not change").to_owned(), change);
    }
    let size = if change.amount.low().is_positive() { change.clone() } else { turned(change) };
    let size = if has_unit || view.lang == Lang::Vi {
        say!(view, "{size+}"; size)
    } else {
        say!(view, "{size}"; size)
    };
    if change.amount.low().is_positive() {
        let verb = (Role::Strong, view.pick("tăng", "rose by"));
        return say!(view, "{verb} {size}"; verb, size);
    }
    say!(view, "giảm {size}", "fell by {size}"; size)
}

/// A change of households: `hộ nghèo giảm 560 hộ`, `hộ nghèo không đổi`.
fn moved_by(view: &Minutes, group: Group, change: &Figure) -> Line {
    say!(view, "{of} {moved}"; of = households_of(group), moved = verb(view, change, false))
}

/// `tỷ lệ hộ nghèo giảm 4,30* điểm phần trăm`; after the households of the group `tỷ lệ tăng …`.
fn rate_moved(view: &Minutes, group: Group, points: &Figure, is_after: bool) -> Line {
    let of = (!is_after).then(|| households_of(group));
    say!(view, "tỷ lệ[ {of}] {moved}", "the rate[ of {of}] {moved}"; of, moved = verb(view, points, true))
}

/// A change with what it is made of: `hộ nghèo giảm 311 hộ (thoát 335* hộ, tái nghèo 3, phát sinh mới 21)`.
fn with_movement(view: &Minutes, area: &Area, group: Group, change: Line) -> Line {
    let parts = moved::parts(view, area, group);
    let is_broken = parts.is_some()
        && contradicts(view, |kind| {
            let is_of = |of: &Group| *of == group;
            matches!(kind, CheckKind::NetFall(fall) if is_of(&fall.group))
                || matches!(kind, CheckKind::Movement(movement) if is_of(&movement.group))
        });
    let is_off = |kind: &CheckKind| {
        let off = match kind {
            CheckKind::NetFall(fall) if fall.group == group => fall.compared.difference.as_ref().ok(),
            CheckKind::Movement(it) if it.group == group => {
                let ends = it.counted.as_ref().ok().zip(it.end.as_ref().ok());
                return ends.is_some_and(|(counted, end)| !counted.may_be(end));
            }
            _ => None,
        };
        off.is_some_and(|off| !off.amount.high().is_zero())
    };
    // What the lines do not give is named, also where a line that is missing may be why.
    let is_broken = is_broken
        || parts.is_some()
            && view.checks().iter().any(|check| check.path == view.path && check.kinds().any(is_off));
    let see = view.see_checks().filter(|_| is_broken);
    say!(view, "{change}[ ({parts}[; {see}])]"; change, parts, see)
}

/// The change of both groups since a chosen earlier state: falls and rises in words, numbers without a sign.
fn since(view: &Minutes, then: &Area) -> Option<Line> {
    let (now, day) = (view.area(), then.origin().as_of);
    if day == now.origin().as_of {
        return None;
    }
    let is_of_period = now.origin().period.first.pred_opt() == Some(day);
    let clauses = by_groups(|group| {
        let count = change::change(now, Some(then), group, &Aspect::Households).ok().map(|change| {
            let line = moved_by(view, group, &change);
            if is_of_period { with_movement(view, now, group, line) } else { line }
        });
        let rate = change::rate_change(now, then, group).ok();
        let rate = rate.map(|points| rate_moved(view, group, &points, count.is_some()));
        Line::joined(count.into_iter().chain(rate), ", ")
    });
    let Some(clauses) = joined(clauses) else { return of_other_parts(view, then) };
    Some(say!(view, "So với {day}, {clauses}.", "Compared with {day}, {clauses}."; day, clauses))
}
