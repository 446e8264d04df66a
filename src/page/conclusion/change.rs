//! What changed: since the snapshot compared with, where one was chosen; else over the year. How the year's targets
//! ended is said with it where the report states their results.

use chrono::Datelike;

use crate::model::area::Area;
use crate::model::change::turned;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, Measure, What, When};
use crate::model::ops::{self, Known};
use crate::model::standing::Standing;
use crate::model::target::{Reads, Target};
use crate::model::{exact::Exact, standing::Assessment};
use crate::text::say::standing as words;
use crate::text::say::what::capital;
use crate::text::{Lang, date};

use super::super::View;
use super::super::line::{Line, Role};
use super::super::targets::role;
use super::{counted, households_of, moved, rate_of, sentence, standings};

/// The sentence on the change, where one can be told.
pub fn line(view: &View) -> Option<Line> {
    if let Some(then) = view.compare.and_then(|at| view.history.snapshots.get(at)) {
        return since(view, then.whole.at(view.path)?);
    }
    let year = view.snapshot().as_of().year();
    let head = Line::plain(match view.lang {
        Lang::Vi => format!("Trong năm {year} "),
        Lang::En => format!("In {year} "),
    });
    let results = if view.path.is_empty() { standings::ended(view, year) } else { Vec::new() };
    let ended: Vec<Line> = results.iter().filter_map(|(target, found)| result(view, target, found)).collect();
    if !ended.is_empty() {
        return sentence(head, ended);
    }
    let before = view.history.before_year(view.at, year).and_then(|s| s.whole.at(view.path));
    match before {
        Some(then) if !view.area().origin.period.is_whole_year() => since(view, then),
        _ => sentence(head, reduced(view)).or_else(|| since(view, before?)),
    }
}

/// The fall as the report states it for its period.
fn reduced(view: &View) -> Vec<Line> {
    let clause = |group| {
        let fall = view.area().figure(group, &Aspect::Reduced).ok()?;
        Some(moved::within(view, view.area(), group, fallen(view, group, &Ok(fall))))
    };
    super::of_groups(clause)
}

/// `kéo giảm 560 hộ nghèo`, `poor households were cut by 560`; a fall below zero is a rise and called one.
fn fallen(view: &View, group: Group, fall: &Known) -> Line {
    let of = households_of(view, group);
    match (view.lang, fall) {
        (_, Err(_)) => Line::default(),
        (_, Ok(fall)) if fall.amount.high().is_negative() => risen(view, group, &turned(fall)),
        (_, Ok(fall)) if fall.one() == Some(&Exact::whole(0)) => unmoved(view, group, fall),
        (Lang::Vi, Ok(fall)) => super::number(view, Line::plain("kéo giảm "), fall).say(format!(" {of}")),
        (Lang::En, Ok(fall)) => super::number(view, Line::plain(format!("{of} were cut by ")), fall),
    }
}

/// `hộ nghèo tăng 20 hộ`, `poor households rose by 20`.
fn risen(view: &View, group: Group, rise: &Figure) -> Line {
    let line = Line::plain(households_of(view, group)).role(Role::Warn, view.pick(" tăng ", " rose by "));
    unit_vi(view, super::number(view, line, rise))
}

/// `hộ nghèo không đổi (0)`.
fn unmoved(view: &View, group: Group, change: &Figure) -> Line {
    let line = Line::plain(households_of(view, group)).say(view.pick(" không đổi (", " did not change ("));
    super::number(view, line, change).say(")")
}

/// How a target of households or rates ended: what was reached, of what was asked, by how much beyond.
pub fn result(view: &View, target: &Target, found: &Assessment) -> Option<Line> {
    let reached = found.reached().as_ref().ok();
    let mut line = match (&target.reads, reached) {
        (Reads::Households(group), Some(_)) => fallen(view, *group, found.reached()),
        (Reads::Rate(group), Some(fall)) => {
            let line = Line::plain(view.pick("giảm ", "a fall of "));
            let of = rate_of(view, *group);
            counted(view, line, fall).say(format!(" {}{of}", view.pick("", "in ")))
        }
        (Reads::Households(_) | Reads::Rate(_), None) => {
            Line::plain(super::inside(view.lang.of(&target.named.name)))
        }
        _ => return None,
    };
    // Of a rise there is no part of the way down to be told.
    if let Ok(percent) = found.percent().as_ref()
        && !percent.amount.low().is_negative()
    {
        line = counted(view, line.say(view.pick(", đạt ", ", ")), percent);
        line = line.say(view.pick(" chỉ tiêu giao", " of the target"));
    }
    if let Ok(asked) = &found.level.asked {
        line = counted(view, line.say(" ("), asked).say(")");
    }
    Some(verdict(view, line, found))
}

/// `, vượt 160* hộ`; the word alone where there is nothing beyond.
fn verdict(view: &View, line: Line, found: &Assessment) -> Line {
    let word = words::word(view.lang, found.standing);
    match (&found.beyond, found.standing) {
        (Ok(beyond), Standing::Exceeded) => {
            let line = line.say(format!(", {word} {}", view.pick("", "by ")).trim_end().to_owned() + " ");
            counted(view, line, beyond)
        }
        _ => line.say(", ").role(role(found.standing), word),
    }
}

/// The change of both groups since an earlier state: falls and rises in words, numbers without a sign.
fn since(view: &View, then: &Area) -> Option<Line> {
    let (now, day) = (view.area(), date::day(view.lang, then.origin.as_of));
    if then.origin.as_of == now.origin.as_of {
        return None;
    }
    let head = Line::plain(match view.lang {
        Lang::Vi => format!("So với {day}, "),
        Lang::En => format!("Compared with {day}, "),
    });
    // The lines of the movement are of the period: they explain the change since the day before it alone.
    let is_of_period = now.origin.period.first.pred_opt() == Some(then.origin.as_of);
    let clause = |group| {
        let line = moved(view, now, then, group)?;
        Some(if is_of_period { moved::within(view, now, group, line) } else { line })
    };
    sentence(head, super::of_groups(clause))
}

fn moved(view: &View, now: &Area, then: &Area, group: Group) -> Option<Line> {
    let what = |aspect| What {
        measure: Measure::of(group, aspect),
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
        let line = Line::plain(households_of(view, group)).say(view.pick(" giảm ", " fell by "));
        return Some(unit_vi(view, super::number(view, line, &fall)));
    }
    Some(unmoved(view, group, &rise))
}

/// Vietnamese repeats the unit after the number.
fn unit_vi(view: &View, line: Line) -> Line {
    line.say(view.pick(" hộ", ""))
}

/// The year at the beginning of a sentence: `Năm 2023`, `2023`.
pub fn year_head(view: &View, year: i32) -> String {
    capital(&date::year(view.lang, year))
}
