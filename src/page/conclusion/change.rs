//! What changed: since the snapshot compared with, where one was chosen; else over the year. How the year's targets
//! ended is said with it where the report states their results.

use chrono::Datelike;

use crate::model::area::Area;
use crate::model::change::turned;
use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, Measure, Subject, When};
use crate::model::ops;
use crate::model::standing::Standing;
use crate::model::target::TargetMeasure;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::what::{households_of, small};

use super::super::TargetSummary;
use super::{Minutes, by_groups, joined, moved, standings};

/// The sentence on the change, where one can be told.
pub fn sentence(view: &Minutes) -> Option<Line> {
    if let Some(then) = view.compare.and_then(|at| view.history.snapshots.get(at)) {
        return since(view, then.whole.at(view.path)?);
    }
    let year = view.snapshot().as_of().year();
    let in_year = |clauses| {
        Some(
            say!(view, "Trong năm {year} {clauses}.", "In {year} {clauses}."; year, clauses = joined(clauses)?),
        )
    };
    let results = if view.path.is_empty() { standings::ended(view, year) } else { Vec::new() };
    let ended: Vec<Line> = results.iter().filter_map(|it| result(view, it)).collect();
    if !ended.is_empty() {
        return in_year(ended);
    }
    let before = view.history.before_year(view.at, year).and_then(|s| s.whole.at(view.path));
    match before {
        Some(then) if !view.area().origin.period.is_whole_year() => since(view, then),
        _ => in_year(reduced(view)).or_else(|| since(view, before?)),
    }
}

/// The fall as the report states it for its period.
fn reduced(view: &Minutes) -> Vec<Line> {
    by_groups(|group| {
        let fall = view.area().figure(group, &Aspect::Reduced).ok()?;
        Some(with_movement(view, view.area(), group, fallen(view, group, &fall)))
    })
}

/// `kéo giảm 560 hộ nghèo`, `poor households were cut by 560`; a fall below zero is a rise and called one.
fn fallen(view: &Minutes, group: Group, fall: &Figure) -> Line {
    if fall.amount.high().is_negative() {
        return risen(view, group, &turned(fall));
    }
    if fall.one() == Some(&Exact::whole(0)) {
        return unmoved(view, group, fall);
    }
    say!(view, "kéo giảm {fall} {of}", "{of} were cut by {fall}"; fall, of = households_of(group))
}

/// `hộ nghèo tăng 20 hộ`, `poor households rose by 20`.
fn risen(view: &Minutes, group: Group, rise: &Figure) -> Line {
    let verb = (Role::Warn, view.pick("tăng", "rose by"));
    say!(view, "{of} {verb} {rise} hộ", "{of} {verb} {rise}"; of = households_of(group), verb, rise)
}

/// `hộ nghèo không đổi (0)`.
fn unmoved(view: &Minutes, group: Group, change: &Figure) -> Line {
    say!(view, "{of} không đổi ({change})", "{of} did not change ({change})"; of = households_of(group), change)
}

/// A change with what it is made of: `hộ nghèo giảm 311 hộ (thoát 335* hộ, tái nghèo 3, phát sinh mới 21)`.
fn with_movement(view: &Minutes, area: &Area, group: Group, change: Line) -> Line {
    say!(view, "{change}[ ({parts})]"; change, parts = moved::parts(view, area, group))
}

/// `giảm 0,69 điểm tỷ lệ hộ nghèo`, of a part `giảm 21 hộ nghèo (hộ dân tộc)`; a fall below zero is a rise.
fn fallen_of(view: &Minutes, reads: &TargetMeasure, fall: &Figure) -> Line {
    let of = reads.of_group().map_or(("", ""), |(group, _)| households_of(group));
    let part = reads.part().map(|part| &part.name);
    let is_rise = fall.amount.high().is_negative();
    let (size, verb) = if is_rise {
        (turned(fall), (("tăng", "a rise of"), Role::Warn))
    } else {
        (fall.clone(), (("giảm", "a fall of"), Role::Plain))
    };
    let verb = (verb.1, view.pick(verb.0.0, verb.0.1));
    if reads.is_rate() {
        return say!(view, "{verb} {size+} tỷ lệ {of}[ ({part})]", "{verb} {size+} in the rate of {of}[ ({part})]";
            verb, size, of, part);
    }
    say!(view, "{verb} {size} {of}[ ({part})]", "{verb} {size} {of}[ ({part})]"; verb, size, of, part)
}

/// How a target of households or rates ended: what was reached, of what was asked, by how much beyond.
pub fn result(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let found = it.found;
    let reached = match (&it.target.reads, found.reached()) {
        (TargetMeasure::Households(group), Ok(fall)) => fallen(view, *group, fall),
        (reads, Ok(fall)) if reads.is_of_households() => fallen_of(view, reads, fall),
        (reads, Err(_)) if reads.is_of_households() => Line::plain(small(it.name())),
        _ => return None,
    };
    // Of a rise there is no part of the way down to be told.
    let percent = found.percent().as_ref().ok().filter(|percent| !percent.amount.low().is_negative());
    Some(say!(view, "{reached}[, đạt {percent+} chỉ tiêu giao][ ({asked+})], {verdict}",
        "{reached}[, {percent+} of the target][ ({asked+})], {verdict}";
        reached, percent, asked = &found.level.goal, verdict = verdict(view, it)))
}

/// `vượt 160* hộ`; the word alone where there is nothing beyond.
fn verdict(view: &Minutes, it: &TargetSummary) -> Line {
    let (role, word) = it.word();
    match (&it.found.surplus, it.found.standing) {
        (Ok(beyond), Standing::Exceeded) => {
            say!(view, "{word} {beyond+}", "{word} by {beyond+}"; word, beyond)
        }
        _ => Line::with_role(role, word),
    }
}

/// The change of both groups since an earlier state: falls and rises in words, numbers without a sign.
fn since(view: &Minutes, then: &Area) -> Option<Line> {
    let (now, day) = (view.area(), then.origin.as_of);
    if day == now.origin.as_of {
        return None;
    }
    // The lines of the movement are of the period: they explain the change since the day before it alone.
    let is_of_period = now.origin.period.first.pred_opt() == Some(day);
    let clauses = by_groups(|group| {
        let line = moved_since(view, now, then, group)?;
        Some(if is_of_period { with_movement(view, now, group, line) } else { line })
    });
    Some(
        say!(view, "So với {day}, {clauses}.", "Compared with {day}, {clauses}."; day, clauses = joined(clauses)?),
    )
}

fn moved_since(view: &Minutes, now: &Area, then: &Area, group: Group) -> Option<Line> {
    let what = |aspect| Subject {
        measure: Measure::of_group(group, aspect),
        whose: now.name.clone(),
        when: When::Between(then.origin.as_of, now.origin.as_of),
    };
    let count = |area: &Area| area.figure(group, &Aspect::Households);
    let rise = ops::difference(what(Aspect::Change), &count(now), &count(then)).ok()?;
    let zero = Exact::whole(0);
    if *rise.amount.low() > zero {
        return Some(risen(view, group, &rise));
    }
    if *rise.amount.high() < zero {
        let fall = ops::difference(what(Aspect::Reduced), &count(then), &count(now)).ok()?;
        return Some(
            say!(view, "{of} giảm {fall} hộ", "{of} fell by {fall}"; of = households_of(group), fall),
        );
    }
    Some(unmoved(view, group, &rise))
}
