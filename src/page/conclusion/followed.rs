//! What a file tells besides the two groups and that no target tells: parts of a group, entitlements, indicators. Worse
//! news first; where room is short the rest is counted.

use chrono::{Datelike, NaiveDate};

use crate::model::area::Area;
use crate::model::change::told;
use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::indicator::{Better, Indicator};
use crate::model::measure::{Aspect, Group, IdName, PartField};
use crate::model::places;
use crate::model::standing::Standing;
use crate::model::target::TargetMeasure;
use crate::say;
use crate::text::line::Line;
use crate::text::say::units;
use crate::text::say::what::{self, group_part, name_inside};

use super::super::target_summary::unit_once;
use super::super::{TargetSummary, View, indicators};
use super::change::{differing, verb};
use super::{Minutes, joined, level, standings};

/// So many are named.
const NAMED: usize = 4;

/// So many areas with the highest rates.
const WORST: usize = 3;

/// `Riêng hộ nghèo dân tộc thiểu số: 21.400 hộ, tỷ lệ 31%, giảm 4,2 điểm phần trăm.`
pub fn parts(view: &Minutes) -> Option<Line> {
    let area = view.area();
    let groups = Group::ALL.into_iter();
    let all = groups.flat_map(|group| area.named_parts().into_iter().map(move |part| (group, part)));
    let clauses: Vec<Line> = all.filter_map(|(group, part)| of_part_of(view, area, group, part)).collect();
    let clauses = joined(shortened(view, clauses))?;
    Some(say!(view, "Riêng {clauses}.", "Of which {clauses}."; clauses))
}

fn of_part_of(view: &Minutes, area: &Area, group: Group, part: &std::sync::Arc<IdName>) -> Option<Line> {
    let of = |field| Aspect::Among(part.clone(), field);
    let stated = |field| area.stated(group, &of(field));
    let known = [PartField::Households, PartField::Persons, PartField::Rate].map(of);
    let [households, persons, rate] = known.map(|aspect| {
        let is_there = group != Group::Combined || area.states(group, &aspect);
        area.shown(group, &aspect).ok().filter(|_| is_there)
    });
    let [fell, points] = told::of_part(view.history, (view.at, view.path), group, part).map(|told| {
        let stated = verb(view, told.stated.as_ref()?, true);
        Some(match &told.counted {
            Some(counted) => differing(view, stated, &counted.change),
            None => stated,
        })
    });
    let rate_stated = stated(PartField::Rate);
    let (persons_word, rate_word) = (("nhân khẩu", "persons"), ("tỷ lệ", "a rate of"));
    let households = households.map(|households| unit_once(view, &households));
    let persons = persons.map(|persons| say!(view, "{persons} {noun}"; persons, noun = persons_word));
    let rate = rate.map(|rate| {
        let rate = level::stated_or_both(view, rate_stated.as_ref().unwrap_or(&rate), &rate);
        say!(view, "{word} {rate}"; word = rate_word, rate)
    });
    // Persons are those of the households before them, and no second count.
    let stocks = match (households, persons) {
        (Some(households), Some(persons)) => {
            Some(say!(view, "{households} ({persons})"; households, persons))
        }
        (households, persons) => households.or(persons),
    };
    let all = [stocks, fell, rate, points];
    let name = group_part(view.lang, group, &part.name);
    let figures = Line::joined(all.into_iter().flatten(), ", ")?;
    Some(say!(view, "{name}: {figures}"; name, figures))
}

/// `Chỉ số khác: trẻ đi học 93,1% (từ 93,5%); …`: entitlements and indicators that no target of the year reads.
pub fn others(view: &Minutes) -> Option<Line> {
    let targets = standings::of_year(view);
    let reads = |is: &dyn Fn(&TargetMeasure) -> bool| targets.iter().any(|it| is(&it.target.reads));
    let area = view.area();
    let mut clauses: Vec<(bool, Line)> = Vec::new();
    for indicator in area.indicators() {
        if reads(&|m| matches!(m, TargetMeasure::Indicator(id, _) if *id == indicator.named.id)) {
            continue;
        }
        clauses.extend(of_indicator(view, area, indicator));
    }
    for entry in view.snapshot().coverage.iter().filter(|_| view.path.is_empty()) {
        if reads(&|m| matches!(m, TargetMeasure::Coverage(id) if *id == entry.named.id)) {
            continue;
        }
        let Ok(ratio) = entry.ratio(area) else { continue };
        let stated = entry.stated(crate::model::measure::Cover::Percent);
        let share = level::stated_or_both(view, stated.unwrap_or(&ratio), &ratio);
        clauses.push((
            false,
            say!(view, "{name} {share}"; name = name_inside(view.lang, &entry.named.name), share),
        ));
    }
    // Worse news first.
    clauses.sort_by_key(|(is_worse, _)| !is_worse);
    let clauses = joined(shortened(view, clauses.into_iter().map(|(_, line)| line).collect()))?;
    Some(say!(view, "Chỉ số khác: {clauses}.", "Other figures: {clauses}."; clauses))
}

/// An indicator with its earlier figure, and whether it moved against the wish.
fn of_indicator(view: &Minutes, area: &Area, indicator: &Indicator) -> Option<(bool, Line)> {
    let now = indicator.figure(area).ok()?;
    let then = indicators::before(view, indicator).and_then(|(found, then)| {
        let change: Figure = indicator.change(area, (found, then)).ok()?;
        Some((found.figure(then).ok()?, change))
    });
    let is_worse = then.as_ref().is_some_and(|(_, change)| match indicator.kind.better {
        Better::Higher => change.amount.high().is_negative(),
        Better::Lower => change.amount.low().is_positive(),
    });
    let name = name_inside(view.lang, &indicator.named.name);
    let then = then.map(|(then, _)| then);
    Some((
        is_worse,
        say!(view, "{name} {now+}[ (từ {then})]", "{name} {now+}[ (from {then})]"; name, now, then),
    ))
}

/// `Tỷ lệ hộ nghèo cao nhất trong 8 huyện: huyện Pác Nặm 35,22%, …`: the areas that are worst off, never of a zero, of
/// two, or of invented figures; with how many they are the first of.
pub fn areas(view: &Minutes) -> Option<Line> {
    let parts = &view.area().areas;
    let ranked = |group: Group| {
        let known = parts.iter().filter_map(|part| Some((part, part.reckoned_rate(group).ok()?)));
        let mut known: Vec<(&Area, Figure)> = known.filter(|(_, rate)| !rate.is_invented()).collect();
        known.sort_by(|(_, a), (_, b)| b.amount.low().cmp(a.amount.low()));
        (known.len() >= WORST).then_some((group, known))
    };
    let (group, known) = Group::ALL.into_iter().find_map(ranked)?;
    let count = (known.len() < parts.len()).then_some(known.len());
    let all = units::noun_of_parts(view.area()).counted(view.lang, parts.len());
    let worst = known.iter().take(WORST).filter(|(_, rate)| rate.amount.low() > &Exact::whole(0));
    let (is_all, is_one) = (worst.clone().count() == known.len(), worst.clone().count() == 1);
    if worst.clone().any(|(part, _)| places::is_few(part, group)) {
        return None;
    }
    let worst = worst.map(|(part, _)| {
        let rate = part.rate(group).ok()?;
        let name = what::unit_inside(view.lang, &part.name.name);
        Some(say!(view, "{name}[{colon}:] {rate}"; colon = what::ends_in_number(&name), name, rate))
    });
    // A colon after a name parts it from its number: then no comma parts the names.
    let worst: Vec<Line> = worst.flatten().collect();
    let between = if worst.iter().any(|line| what::has_colon(&line.text())) { "; " } else { ", " };
    let worst = Line::joined(worst, between)?;
    // Where all that are known are named the last one is none of the highest.
    if is_all {
        let head = say!(view, "Tỷ lệ {of} theo địa bàn[ ({count} trên {all} có số liệu)]",
            "Rates of {of} by area[ ({count} of {all} with figures)]"; of = what::households_of(group), count, all);
        return Some(what::under(head, worst.say(".")));
    }
    let rates = ("", if is_one { "rate" } else { "rates" });
    let head = say!(view, "Tỷ lệ{rates} {of} cao nhất (trong[ {count} trên] {all})",
        "Highest {rates} of {of} (of[ {count} of] {all})"; rates, of = what::households_of(group), count, all);
    Some(what::under(head, worst.say(".")))
}

fn shortened(view: &Minutes, mut clauses: Vec<Line>) -> Vec<Line> {
    let more = clauses.len().saturating_sub(NAMED);
    clauses.truncate(NAMED);
    clauses.extend((more > 0).then(|| say!(view, "và {more} số khác", "and {more} more"; more)));
    clauses
}

/// `Nhiệm vụ quá hạn: sơ kết 6 tháng (hạn 30/06/2023).` Where one fell due after the day of the figures the day that it
/// is late on is told: `Nhiệm vụ quá hạn (tính đến 28/11/2026): …`.
pub fn overdue(view: &Minutes) -> Option<Line> {
    if !view.path.is_empty() {
        return None;
    }
    let late = late_tasks(view);
    let today = late.iter().find_map(|(_, due)| late_today(view, *due));
    let clauses = late
        .iter()
        .map(|(name, due)| say!(view, "{name}[ (hạn {due})]", "{name}[ (due {due})]"; name, due = *due));
    let clauses = joined(shortened(view, clauses.collect()))?;
    let head = if let Some(today) = today {
        say!(view, "Nhiệm vụ quá hạn (tính đến {today})", "Tasks overdue as of {today}"; today)
    } else {
        say!(view, "Nhiệm vụ quá hạn", "Overdue tasks")
    };
    Some(say!(view, "{head}: {clauses}."; head, clauses))
}

/// The tasks that are past their day, as they stand inside a sentence, each with it.
pub fn late_tasks(view: &View) -> Vec<(String, Option<NaiveDate>)> {
    let tasks = view.tasks().iter().filter(|(_, found)| found.standing == Standing::Overdue);
    let tasks = tasks.map(|(task, _)| (name_inside(view.lang, &task.named.name), task.due));
    // Targets of the year that are tasks stand with the year, unless only today makes them late.
    let own = view.own_targets(view.snapshot().as_of().year()).into_iter();
    let own = own
        .filter(|it| is_late_today(view, it))
        .map(|it| (name_inside(view.lang, &it.target.named.name), it.found.due));
    own.chain(tasks).collect()
}

/// The day on which what fell due is late, where that is not the day of the figures but today.
pub fn late_today(view: &View, due: Option<NaiveDate>) -> Option<NaiveDate> {
    due.filter(|due| *due >= view.snapshot().as_of()).map(|_| view.now)
}

/// Is a target a task that fell due after the day of the figures, and is late today? It is no news of the year shown.
pub fn is_late_today(view: &View, it: &TargetSummary) -> bool {
    let is_late = it.found.standing == Standing::Overdue && matches!(it.target.reads, TargetMeasure::Task(_));
    is_late && late_today(view, it.found.due).is_some()
}
