//! A target in one clause, made from its measure and its aim: its name is a title and never a verb. What is told in a
//! clause is of one basis; where the report states another result than its snapshots count, both are told.

use crate::model::change::turned;
use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::standing::{Attainment, Mark, Standing};
use crate::model::target::{AimKind, AimStated, TargetMeasure};
use crate::say;
use crate::text::date;
use crate::text::line::{Line, Role};
use crate::text::say::standing::{is_turned, measured};
use crate::text::say::what::small;
use crate::text::show::{self, Style};

use super::super::TargetSummary;
use super::Minutes;

/// `tỷ lệ hộ nghèo giảm 4,30* điểm phần trăm (30,23 → 25,93%), đạt 107,5%* chỉ tiêu giảm 4 điểm phần trăm`.
pub fn clause(view: &Minutes, it: &TargetSummary) -> Line {
    match (&it.target.reads, measured(view.lang, &it.target.reads)) {
        _ if it.target.is_kept() => kept(view, it),
        (_, Some(about)) => match &it.found.otherwise {
            Some(stated) => differing(view, it, &about, stated),
            None => fall(view, it, &about),
        },
        (TargetMeasure::Task(_), None) => task(view, it),
        (
            TargetMeasure::Coverage(_)
            | TargetMeasure::Programme(..)
            | TargetMeasure::Indicator(..)
            | TargetMeasure::Rate(_)
            | TargetMeasure::Households(_)
            | TargetMeasure::AmongRate(..)
            | TargetMeasure::AmongHouseholds(..)
            | TargetMeasure::PolicyFamilies(_),
            None,
        ) => rise(view, it),
    }
}

/// Of what is to fall: how far it came, what part of the aim that is, what is left.
fn fall(view: &Minutes, it: &TargetSummary, about: &str) -> Line {
    let found = it.found;
    let outcome = &found.outcome;
    let moved = outcome.reached.as_ref().ok().filter(|_| found.standing != Standing::NoData);
    let moved = moved.map(|change| moved_by(view, change));
    let off = off_course(view, it);
    let aim = of_aim(view, it);
    if let Some(moved) = moved {
        let ends = Some(ends(view, it)).filter(|_| !outcome.is_stated).flatten();
        return say!(view, "{about} {moved}[ ({ends})][, {aim}]{off}"; about, moved, ends, aim, off);
    }
    let now = found.level.now.as_ref().ok();
    say!(view, "{about}[: {aim}][, hiện có {now+}]{off}", "{about}[: {aim}][, now {now+}]{off}"; about, aim, now, off)
}

/// `giảm 4,30* điểm phần trăm`; a rise is called one, nothing is no change.
fn moved_by(view: &Minutes, change: &Figure) -> Line {
    if change.one().is_some_and(Exact::is_zero) {
        return say!(view, "không đổi ({change})", "did not change ({change})"; change);
    }
    if is_turned(change) {
        let verb = (Role::Warn, view.pick("tăng", "rose by"));
        return say!(view, "{verb} {rise+}"; verb, rise = turned(change));
    }
    say!(view, "giảm {change+}", "fell by {change+}"; change)
}

/// `30,23 → 25,93%`, of rates that were counted.
fn ends(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let level = &it.found.level;
    let is_rate = it.target.reads.is_rate();
    let (then, now) = (level.baseline.as_ref().ok()?, level.now.as_ref().ok().filter(|_| is_rate)?);
    Some(written_from_to(view, then, now))
}

/// `đạt 107,5%* chỉ tiêu giảm 4 điểm phần trăm`; without a percent what is asked alone.
fn of_aim(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let found = it.found;
    let asked = asked(view, it).filter(|_| !it.target.reads.rises());
    // Of a rise there is no part of the way down to be told; of what the review will settle nothing is done before.
    let percent = it.percent();
    if let Some(range) = of_range(view, it) {
        return Some(range);
    }
    let Some(percent) = percent.filter(|_| found.standing != Standing::Awaiting) else {
        return Some(say!(view, "chỉ tiêu {asked}", "the target is {asked}"; asked = asked?));
    };
    if let Some(floor) = it.floor_in_words() {
        return Some(
            say!(view, "[{interim} ]đạt {percent+} của {floor}", "[{interim} ]{percent+} of {floor}";
            interim = it.interim(), percent, floor),
        );
    }
    // "Đạt" of less than all would say what the verdict denies.
    let verb = if found.standing == Standing::Missed { "bằng" } else { "đạt" };
    Some(match asked {
        Some(asked) => {
            say!(view, "[{interim} ]{verb} {percent+} chỉ tiêu {asked}", "[{interim} ]{verb}{percent+} of the target ({asked})";
            interim = it.interim(), verb = (verb, ""), percent, asked)
        }
        None => {
            say!(view, "[{interim} ]{verb} {percent+} chỉ tiêu giao", "[{interim} ]{verb}{percent+} of the target";
            interim = it.interim(), verb = (verb, ""), percent)
        }
    })
}

/// Of a range that is reached: `đạt chỉ tiêu giao (giảm 1-1,5 điểm phần trăm)` inside it, past it `vượt mức 1,5 điểm
/// phần trăm (giao giảm …)`.
fn of_range(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let (far, asked) = (it.found.far.as_ref()?, asked(view, it)?);
    let end = if it.target.reads.rises() { &far.aim } else { &far.goal };
    match it.found.standing {
        Standing::Met => Some(say!(view, "đạt chỉ tiêu giao ({asked})", "as asked ({asked})"; asked)),
        Standing::Exceeded => Some(say!(view, "vượt mức {end+} (chỉ tiêu {asked})",
            "beyond {end+} (target: {asked})"; end = end.as_ref().ok()?, asked)),
        _ => None,
    }
}

/// `giảm 4 điểm phần trăm`, `còn 1,51%`: what the target asks for, in its own terms.
fn asked(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let of = &it.found.asked;
    let to = || {
        let aim = of.aim.as_ref().ok()?;
        Some(say!(view, "còn {aim+}", "down to {aim+}"; aim))
    };
    let by = || {
        let goal = of.goal.as_ref().ok()?;
        Some(say!(view, "giảm {goal+}", "a fall of {goal+}"; goal))
    };
    match &it.target.aim {
        AimStated::Figure(AimKind::Reach | AimKind::KeepAt | AimKind::ReachPercent, _) => to(),
        AimStated::Figure(AimKind::ReduceBy | AimKind::ReduceByPoints | AimKind::ReduceByPercent, _) => {
            by().or_else(to)
        }
        AimStated::Absent => by(),
        AimStated::Done => None,
    }
}

/// The verdict with what follows from it; one that repeats its verb is left out.
fn off_course(view: &Minutes, it: &TargetSummary) -> Line {
    let found = it.found;
    let has_percent = found.percent().is_ok();
    let is_off = matches!(found.standing.mark(), Mark::Care | Mark::Bad);
    let is_told = found.standing.is_reached() && (has_percent || found.far.is_some());
    let word = (!is_told).then(|| verdict(view, it));
    let beyond = found.outcome.beyond.as_ref().ok().filter(|_| found.standing == Standing::Exceeded);
    let beyond = beyond.map(|beyond| say!(view, "vượt {beyond+}", "{beyond+} more than asked"; beyond));
    let projected = it.projected(view).filter(|_| is_off);
    say!(view, "[, {word}][, {beyond}][, {left}[ ({pace+})]][, {projected}]";
        word, beyond, left = it.remaining(view), pace = &found.pace.needed, projected)
}

/// The word of the standing; of one without a figure what is missing, with its day.
fn verdict(view: &Minutes, it: &TargetSummary) -> Line {
    let (role, word) = it.word();
    let missing = it.found.level.now.as_ref().err().filter(|_| it.found.standing == Standing::NoData);
    let Some(missing) = missing.and_then(|missing| missing.leaves().into_iter().next()) else {
        return Line::with_role(role, word);
    };
    let name = crate::text::say::what::name(view.lang, &missing);
    let is_of_target = matches!(missing.measure, crate::model::measure::Measure::Target(..));
    if is_of_target || !it.found.time.has_begun() {
        return Line::with_role(role, word);
    }
    say!(view, "chưa có {name} ngày {day}", "no figure on {name} as of {day}"; name, day = date::day(view.lang, view.snapshot().as_of()))
        .in_role(role)
}

/// `báo cáo nêu giảm 1.582 hộ (218,8%); theo hai kỳ giảm 1.478* hộ (204,4%*), vượt 755* hộ: phím 6`.
pub fn both_bases(view: &Minutes, it: &TargetSummary, stated: &Attainment) -> Line {
    let told = |outcome: &Attainment| {
        let moved = outcome.reached.as_ref().ok().map(|change| moved_by(view, change));
        let percent = outcome.percent.as_ref().ok().filter(|percent| !percent.amount.low().is_negative());
        say!(view, "[{moved}][ ({percent})]"; moved, percent)
    };
    let counted = told(&it.found.outcome);
    say!(view, "báo cáo nêu {stated}; theo hai kỳ {counted}{off}: {see}",
        "the report states: {stated}; by the two snapshots: {counted}{off}: {see}";
        stated = told(stated), counted, off = off_course(view, it), see = view.see_checks())
}

fn differing(view: &Minutes, it: &TargetSummary, about: &str, stated: &Attainment) -> Line {
    say!(view, "{about}[, chỉ tiêu {asked}]: {both}", "{about}[ (target: {asked})]: {both}";
        about, asked = asked(view, it), both = both_bases(view, it, stated))
}

/// `hộ người có công tái cận nghèo: 1 hộ, có phát sinh từ 30/06/2023`.
fn kept(view: &Minutes, it: &TargetSummary) -> Line {
    let since = if let Standing::Broken { since } = it.found.standing { Some(since) } else { None };
    say!(view, "{title}: [{now+}, ]{word}[ từ {since}]", "{title}: [{now+}, ]{word}[ since {since}]";
        title = title(it), now = &it.found.level.now, word = it.word(), since)
}

/// `giải quyết việc làm: 21.000 người, bằng 72,4% chỉ tiêu giao, không đạt`; without a way to the aim the level.
fn rise(view: &Minutes, it: &TargetSummary) -> Line {
    let found = it.found;
    let ended = found.outcome.reached.as_ref().ok().filter(|_| it.target.has_result());
    let now = ended.or(found.level.now.as_ref().ok());
    let percent = found.percent().is_ok() && !it.found.percent().as_ref().is_ok_and(is_turned);
    let aim = if percent { of_aim(view, it) } else { None };
    let is_told = found.standing.is_reached() && percent;
    let word = (!is_told).then(|| it.word());
    let left = found.count.remaining.as_ref().ok();
    let still = match (found.standing, it.target.reads.rises()) {
        (Standing::Missed, _) => ("thiếu", "short by"),
        (_, true) => ("còn thiếu", "still to reach"),
        (_, false) => ("còn phải giảm", "still to go"),
    };
    // What is to rise and fell says so: no percent does.
    let lost = found.level.reduced.as_ref().ok().filter(|risen| is_turned(risen) && it.target.reads.rises());
    let lost = lost.map(turned);
    say!(view, "{title}: [{now+}, ][giảm {lost+}, ][{aim}][{comma}][{word}][, {still} {left+}]",
        "{title}: [{now+}, ][down {lost+}, ][{aim}][{comma}][{word}][, {still} {left+}]"; lost,
        title = title(it), now, comma = (aim.is_some() && word.is_some()).then_some(", "), aim, word, still, left)
}

fn task(view: &Minutes, it: &TargetSummary) -> Line {
    say!(view, "{title}: {word}[ (hạn {due})]", "{title}: {word}[ (due {due})]";
        title = title(it), word = it.word(), due = it.found.due)
}

/// The name as a title before a colon.
fn title(it: &TargetSummary) -> String {
    small(it.name())
}

/// `30,23 → 25,93%*`: the percent sign and the mark once.
pub fn written_from_to(view: &Minutes, then: &Figure, now: &Figure) -> Line {
    let line = Line::default().written(show::number(view.lang, then, Style::Bare), then).say(" → ");
    line.figure(view.lang, now, Style::Plain)
}
