//! What is asked next: the targets of the year after the shown one; of a plan all of them, for it tells of nothing else.

use chrono::Datelike;

use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::ops::FigureResult;
use crate::model::target::{AimKind, Target, TargetMeasure};
use crate::say;
use crate::text::Lang;
use crate::text::line::Line;
use crate::text::say::what::{ends_in_number, first_large, group_part, households_of, under, unit_inside};

use super::super::target_summary::unit_once;
use super::super::{TargetSummary, brief};
use super::{Minutes, asked, joined, level, target};

/// So many are told, of a plan so many; of others that are no fall of households only what this leaves.
const TOLD: usize = 4;
const TOLD_OF_PLAN: usize = 12;

/// `Năm 2023 phấn đấu giảm tỷ lệ hộ nghèo 0,69 điểm phần trăm, còn 1,51%* (447-449* hộ, còn 980-982* hộ); …`, a sentence
/// for each time that targets have.
pub fn sentence(view: &Minutes) -> Option<Line> {
    let mut found = of_next(view)?;
    // In the order of the file, falls of households and rates first.
    found.sort_by_key(|it| !it.target.asks_fall());
    let most = if view.snapshot().is_plan() { TOLD_OF_PLAN } else { TOLD };
    let has_room = |(at, it): (usize, &TargetSummary)| at < most || it.target.asks_fall();
    let told = found.iter().enumerate().filter(|one| has_room(*one)).count();
    let mut times: Vec<(String, Vec<Line>)> = Vec::new();
    for it in &found[..told] {
        let time = it.time().text();
        // What is to be kept at none is told together: "không để hộ có người có công tái nghèo, tái cận nghèo".
        let alike: Vec<&TargetSummary> =
            found[..told].iter().filter(|of| none_asked(of).is_some() && of.time().text() == time).collect();
        let clause = match (none_asked(it), alike.first()) {
            (Some(_), Some(first)) if first.target.named.id != it.target.named.id => continue,
            (Some(_), _) => none_of(view, &alike),
            (None, _) => clause(view, it),
        };
        match times.iter_mut().find(|(known, _)| *known == time) {
            Some((_, clauses)) => clauses.push(clause),
            None => times.push((time, vec![clause])),
        }
    }
    let (last, rest) = (times.len().saturating_sub(1), found.len() - told);
    let is_one_fall = found.len() == 1 && found[0].target.asks_fall();
    let noun = (
        "chỉ tiêu, nhiệm vụ khác",
        if rest == 1 { "other target or task" } else { "other targets and tasks" },
    );
    let rest = (rest > 0).then_some(rest);
    let sentences = times.into_iter().enumerate().filter_map(|(at, (time, clauses))| {
        let rest = rest.filter(|_| at == last);
        let asked = say!(view, "{clauses}[; và {rest} {noun}]", "{clauses}[; and {rest} {noun}]";
            clauses = joined(clauses)?, rest, noun);
        Some(phrased(view, time, (asked, is_one_fall)))
    });
    Line::joined(sentences, " ")
}

/// The same, a sentence for each, for formats with one thing a line; in short without what follows from it.
pub fn each(view: &Minutes) -> Vec<AimTold> {
    let mut found = of_next(view).unwrap_or_default();
    found.retain(|it| !is_task(it));
    found.sort_by_key(|it| !it.target.asks_fall());
    let told = |it: &TargetSummary| AimTold {
        time: it.time().text(),
        told: sentence_on(view, it),
        in_short: assigned(view, it).map(first_large),
    };
    found.iter().map(told).collect()
}

/// How many tasks stand among what is asked next.
pub fn tasks(view: &Minutes) -> usize {
    of_next(view).unwrap_or_default().iter().filter(|it| is_task(it)).count()
}

fn is_task(it: &TargetSummary) -> bool {
    matches!(it.target.reads, TargetMeasure::Task(_))
}

/// What is asked, in a sentence.
pub struct AimTold {
    /// The time it is of: `năm 2023`.
    pub time: String,
    /// With what follows from it, in households.
    pub told: Line,
    /// Without.
    pub in_short: Option<Line>,
}

/// Those of the next year that has any; of a plan all that are the unit's own.
fn of_next<'a>(view: &Minutes<'a>) -> Option<Vec<TargetSummary<'a>>> {
    if view.snapshot().is_plan() {
        return Some(view.targets(|target: &Target| target.area.is_none()));
    }
    let day = view.snapshot().as_of();
    let targets = view.history.targets(view.at);
    let years = targets.iter().map(|(_, target)| target.year_at(day));
    Some(view.own_targets(years.filter(|year| *year > day.year()).min()?))
}

/// `Giai đoạn 2021-2025 phấn đấu …`.
fn phrased(view: &Minutes, time: String, (asked, is_one_fall): (Line, bool)) -> Line {
    let told = if view.lang == Lang::En && !is_one_fall {
        under(say!(view, "{time}", "the {time} targets"; time), asked)
    } else {
        say!(view, "{time} phấn đấu {asked}", "the {time} target is to {asked}"; time, asked)
    };
    first_large(told.say("."))
}

/// What a plan gives to areas: `Giao địa bàn: 5 huyện miền núi: giảm tỷ lệ hộ nghèo 4,5 điểm phần trăm; …`.
pub fn of_areas(view: &Minutes) -> Option<Line> {
    let found = view.targets(|target: &Target| target.area.is_some());
    let (told, rest) = found.split_at(found.len().min(TOLD));
    let of_area = |it: &TargetSummary| {
        let area = unit_inside(view.lang, &it.target.area.as_ref()?.name);
        Some(under(area, clause(view, it)))
    };
    let clauses = joined(told.iter().filter_map(of_area).collect())?;
    let rest = (!rest.is_empty()).then_some(rest.len());
    let all =
        say!(view, "{clauses}[; và {rest} chỉ tiêu khác].", "{clauses}[; and {rest} more]."; clauses, rest);
    Some(under(view.pick("Giao địa bàn", "Assigned to areas"), all))
}

/// What was assigned, without what follows from it: `năm 2023 phấn đấu giảm tỷ lệ hộ cận nghèo 0,39 điểm phần trăm`. As
/// "the rate: a fall by 0.39" it would be taken for a result.
pub fn assigned(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let is_asked = none_asked(it).is_some() || asked::asked(view, it).is_some();
    is_asked.then(|| told(view, it, false))
}

/// What one target asks, with what follows from it.
pub fn sentence_on(view: &Minutes, it: &TargetSummary) -> Line {
    first_large(say!(view, "{told}."; told = told(view, it, true)))
}

/// What one target asks, alone or with what follows from it.
fn told(view: &Minutes, it: &TargetSummary, is_whole: bool) -> Line {
    let time = it.time();
    if it.target.asks_fall() || none_asked(it).is_some() {
        let verb = ("phấn đấu", if it.target.asks_fall() { "target is to" } else { "target:" });
        let asked = of_fall(view, it, is_whole).unwrap_or_else(|| of_other(view, it));
        return say!(view, "{time} {verb} {asked}", "the {time} {verb} {asked}"; time, verb, asked);
    }
    let title = target::title(view, it);
    // Where nothing is named that could be striven for, it is to be done; a level is striven for by its name.
    let Some(aim) = aim_of_other(view, it) else {
        let done = if is_held(&title) { "tổ chức" } else { "thực hiện" };
        let before = say!(view, "{time}", "planned for {time}:"; time);
        let done = Some(done).filter(|_| view.lang == Lang::Vi);
        return say!(view, "{before}[ {done}] {title}"; before, done, title);
    };
    // A number after a name that ends in one would read as part of it.
    let colon = ends_in_number(&title);
    if view.lang == Lang::En && !is_noun(&title) {
        return say!(view, "{time}: {title}, {aim}", "{time} target: {title}, {aim}"; time, title, aim);
    }
    say!(view, "{time} phấn đấu đạt chỉ tiêu {title}[{colon}:] {aim}", "the {time} target for {title}[{colon}] is {aim}";
        time, title, colon, aim)
}

/// What is no noun in English cannot stand after "the target for": "2023 target: trained, 68%".
fn is_noun(title: &str) -> bool {
    let is_participle = title.ends_with("ed") && !title.contains(' ');
    !is_participle && !NO_NOUNS.iter().any(|word| title.starts_with(word))
}

/// With these begins in English what says where or what to do, and is no noun.
const NO_NOUNS: [&str; 10] =
    ["at ", "in ", "on ", "to ", "with ", "without ", "keep ", "help ", "no ", "cut "];

/// Is it something that is held, as a conference or a class is?
fn is_held(title: &str) -> bool {
    const HELD: [&str; 6] = ["hội nghị", "hội thảo", "hội thi", "lớp", "sàn", "phiên"];
    HELD.iter().any(|word| title.starts_with(word))
}

/// `giảm tỷ lệ hộ nghèo 0,69 điểm phần trăm, còn 1,51%* (…)`; what is no fall of households by what it measures.
fn clause(view: &Minutes, it: &TargetSummary) -> Line {
    of_fall(view, it, true).unwrap_or_else(|| of_other(view, it))
}

/// A fall that is asked, with what follows from it or without: the level that it leads to, of one that asks a level no
/// less than that, and both in households.
fn of_fall(view: &Minutes, it: &TargetSummary, is_whole: bool) -> Option<Line> {
    let asked_of = &it.found.asked;
    let is_level = matches!(it.target.aim.figure(), Some((AimKind::Reach | AimKind::ReachPercent, _)));
    let in_households = |known: &FigureResult| known.clone().ok().filter(|_| is_whole);
    let level = asked_of.aim.clone().ok().filter(|_| is_whole || is_level);
    let name = |group| {
        let (vi, en) = households_of(group);
        let of = view.pick(vi, en);
        let part = it.target.reads.part();
        part.map_or_else(|| of.to_owned(), |part| group_part(view.lang, group, &part.name))
    };
    if !it.target.asks_fall() {
        return None;
    }
    let is_plain = !it.target.each_year && !asked::is_percent(it);
    Some(match &it.target.reads {
        TargetMeasure::Rate(group) | TargetMeasure::AmongRate(group, _) => {
            if let Some(asked) = asked::fall(view, it) {
                say!(view,
                    "giảm tỷ lệ {of} {asked}[, còn {aim+}][ (tương ứng giảm {fall+}[, còn {left+}])]",
                    "cut the rate of {of} by {asked}[, to {aim+}][ ({fall+} fewer[, leaving {left+}])]";
                    asked, aim = level, fall = in_households(&asked_of.count_goal),
                    left = in_households(&asked_of.count_aim),
                    of = name(*group))
            } else {
                say!(view, "giảm tỷ lệ {of} còn {aim+}", "cut the rate of {of} to {aim+}";
                    aim = asked_of.aim.clone().ok()?, of = name(*group))
            }
        }
        TargetMeasure::Households(group) | TargetMeasure::AmongHouseholds(group, _) => {
            let aim = level.as_ref().map(|aim| down_to(view, aim));
            match (asked_of.goal.as_ref(), asked::fall(view, it)) {
                (Ok(asked), _) if is_plain => say!(view,
                    "giảm {asked} {of}[, {aim}]", "cut {of} by {asked}[, {aim}]";
                    asked, aim, of = name(*group)),
                (_, Some(asked)) => say!(view,
                    "giảm {of} {asked}[, {aim}]", "cut {of} by {asked}[, {aim}]";
                    asked, aim, of = name(*group)),
                (_, None) => say!(view, "giảm {of} {aim}", "cut {of} {aim}";
                    aim = down_to(view, asked_of.aim.as_ref().ok()?), of = name(*group)),
            }
        }
        TargetMeasure::PolicyFamilies(_)
        | TargetMeasure::Coverage(_)
        | TargetMeasure::Programme(..)
        | TargetMeasure::Indicator(..)
        | TargetMeasure::Task(_) => return None,
    })
}

/// The level that a count of households comes down to, these being named before it: `còn 5.040* hộ`, `không còn hộ nào`.
fn down_to(view: &Minutes, aim: &Figure) -> Line {
    if aim.exactly().is_some_and(Exact::is_zero) {
        return Line::default().written(view.pick("không còn hộ nào", "to none").to_owned(), aim);
    }
    say!(view, "còn {aim}", "to {aim}"; aim = unit_once(view, aim))
}

/// The zero that policy families are to be kept at.
fn none_asked<'a>(it: &'a TargetSummary) -> Option<&'a Figure> {
    let is_of_families = matches!(it.target.reads, TargetMeasure::PolicyFamilies(_));
    let aim = it.found.asked.aim.as_ref().ok().filter(|_| is_of_families && it.target.is_kept())?;
    aim.exactly().is_some_and(Exact::is_zero).then_some(aim)
}

/// `không để hộ có người có công tái nghèo, tái cận nghèo`: the words that their titles share once.
fn none_of(view: &Minutes, all: &[&TargetSummary]) -> Line {
    let titles: Vec<String> = all.iter().map(|it| target::title(view, it)).collect();
    let Some(none) = all.iter().find_map(|it| none_asked(it)) else { return Line::default() };
    // Households that come back do something; those that are there "are had".
    let verb =
        if titles.iter().any(|title| title.contains(" tái ")) { "không để" } else { "không để có" };
    let verb = Line::default().written(view.pick(verb, "no").to_owned(), none);
    let titles = brief::joined(&titles);
    let titles = if view.lang == Lang::En { titles.replacen(", ", " or ", 1) } else { titles };
    say!(view, "{verb} {titles}"; verb, titles)
}

/// `BHYT hộ nghèo: 100%`, `không để hộ có người có công tái nghèo`, `giải quyết việc làm: hơn 250 người`.
fn of_other(view: &Minutes, it: &TargetSummary) -> Line {
    let title = target::title(view, it);
    if none_asked(it).is_some() {
        return none_of(view, &[it]);
    }
    say!(view, "{title}[: {aim}]"; title, aim = aim_of_other(view, it))
}

/// What is kept by one that is held at a level: `không để hộ có người có công tái nghèo`, `thẻ BHYT trẻ em (98%)`.
pub fn kept(view: &Minutes, it: &TargetSummary) -> Line {
    if none_asked(it).is_some() {
        return none_of(view, &[it]);
    }
    say!(view, "{title}[ ({now})]"; title = target::title(view, it), now = level::level_told(view, it))
}

/// What is asked of it in a number.
fn aim_of_other(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let planned = it.stated_plan().map(|planned| say!(view, "{planned+}"; planned));
    planned.or_else(|| {
        let asked = asked::asked(view, it).filter(|_| !it.target.is_kept());
        asked.or_else(|| it.asked(view))
    })
}
