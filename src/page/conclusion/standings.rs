//! How the targets of the running year stand: those on households and rates with what is left and where the pace
//! leads, the others by their standing.

use chrono::Datelike;

use crate::model::exact::Exact;
use crate::model::standing::{Assessment, Mark, Standing};
use crate::model::target::{Reads, Target};
use crate::text::say::standing as words;
use crate::text::{Lang, date};

use super::super::View;
use super::super::line::Line;
use super::super::targets::role;
use super::change::year_head;
use super::{counted, inside, number, sentence, with};

/// The targets of a year that were given to the unit itself, with their standing.
pub fn of_year<'a>(view: &View<'a>, year: i32) -> Vec<(&'a Target, &'a Assessment)> {
    view.own_targets(year).into_iter().map(|it| (it.target, it.found)).collect()
}

/// Those whose result is stated.
pub fn ended<'a>(view: &View<'a>, year: i32) -> Vec<(&'a Target, &'a Assessment)> {
    of_year(view, year).into_iter().filter(|(target, _)| is_ended(target)).collect()
}

/// Is its result stated?
pub fn is_ended(target: &Target) -> bool {
    target.result.is_some() || target.percent_of_aim.is_some()
}

/// Is it on households or their rate: one that a fall is asked of?
pub fn is_of_households(target: &Target) -> bool {
    matches!(target.reads, Reads::Rate(_) | Reads::Households(_))
}

/// The targets of the shown year that have no stated result.
fn running<'a>(view: &View<'a>) -> Vec<(&'a Target, &'a Assessment)> {
    if !view.path.is_empty() {
        return Vec::new();
    }
    let found = of_year(view, view.snapshot().as_of().year()).into_iter();
    found.filter(|(target, _)| !is_ended(target)).collect()
}

/// `Chỉ tiêu năm 2023, khi đã qua 74,8%* thời gian: tỷ lệ hộ nghèo đạt 69,6%*, cần chú ý, còn phải giảm 137* hộ …`
pub fn line(view: &View) -> Option<Line> {
    let found = running(view);
    let year = view.snapshot().as_of().year();
    let main: Vec<_> = found.iter().filter(|(target, _)| is_of_households(target)).collect();
    // Of a year that is over, or whose review is awaited, no pace is judged.
    let judged = |found: &Assessment| !matches!(found.standing, Standing::Awaiting | Standing::Missed);
    let paced = main.iter().find(|(_, found)| judged(found));
    let gone = paced.and_then(|(_, found)| found.time.gone.as_ref().ok());
    let gone = gone.filter(|gone| gone.one() != Some(&Exact::whole(100)));
    let mut head = Line::plain(match view.lang {
        Lang::Vi => format!("Chỉ tiêu năm {year}"),
        Lang::En => format!("Targets of {year}"),
    });
    if let Some(gone) = gone {
        head = number(view, head.say(view.pick(" (đã qua ", " (")), gone);
        head = head.say(view.pick(" thời gian)", " of the time gone)"));
    }
    sentence(head.say(": "), main.into_iter().map(|(target, found)| clause(view, target, found)).collect())
}

/// A target of the running year: its standing with what is left and where the pace leads.
pub fn told(view: &View, target: &Target, found: &Assessment) -> Line {
    if is_of_households(target) {
        return clause(view, target, found);
    }
    let line = named(view, target, found).say(": ");
    line.role(role(found.standing), words::word(view.lang, found.standing))
}

fn clause(view: &View, target: &Target, found: &Assessment) -> Line {
    let mut line = Line::plain(inside(view.lang.of(&target.named.name)));
    line = with(view, line, " ", &found.level.now);
    line = with(view, line, view.pick(", giao ", ", aim "), &found.level.aim);
    if let Ok(percent) = found.percent() {
        line = counted(view, line.say(view.pick(", đạt ", ", ")), percent);
        line = line.say(view.pick(" mức giao", " of it done"));
    }
    line = line.say(", ").role(role(found.standing), words::word(view.lang, found.standing));
    let to_go = match found.standing {
        Standing::Missed => view.pick(", thiếu ", ", short by "),
        _ => view.pick(", còn phải giảm ", ", still to go "),
    };
    line = with(view, line, to_go, &found.count.left);
    if let (Ok(_), Ok(needed)) = (&found.count.left, &found.pace.needed) {
        line = counted(view, line.say(" ("), needed).say(")");
    }
    if matches!(found.standing.mark(), Mark::Care | Mark::Bad) { ahead(view, line, found) } else { line }
}

/// Where the pace leads, for a target that is not on its way.
fn ahead(view: &View, line: Line, found: &Assessment) -> Line {
    let Ok(projected) = found.projection.count() else { return line };
    let day = date::day_of_year(view.lang, found.time.due);
    let words = match view.lang {
        Lang::Vi => format!(", giữ tốc độ này thì dự kiến đến {day} còn "),
        Lang::En => ", at this pace ".to_owned(),
    };
    let line = counted(view, line.say(words), &projected);
    let line = line.say(match view.lang {
        Lang::Vi => String::new(),
        Lang::En => format!(" are projected to be left on {day}"),
    });
    match found.projection.short() {
        Ok(short) if short.amount.low().is_positive() => {
            with(view, line, view.pick(", thiếu ", ", short by "), &Ok(short))
        }
        _ => line,
    }
}

/// The other targets of the year, those that need action first: `Chỉ tiêu khác: có phát sinh: …; giữ vững: …`.
pub fn others(view: &View) -> Option<Line> {
    let found = running(view);
    let rest: Vec<_> = found.iter().filter(|(target, _)| !is_of_households(target)).collect();
    let order = [Mark::Bad, Mark::Care, Mark::Good, Mark::UnderWay, Mark::Nothing];
    let mut clauses: Vec<(&str, Line)> = Vec::new();
    for mark in order {
        for (target, found) in rest.iter().filter(|(_, f)| f.standing.mark() == mark) {
            let word = words::word(view.lang, found.standing);
            let named = named(view, target, found);
            if let Some((_, line)) = clauses.iter_mut().find(|(known, _)| *known == word) {
                line.spans.extend(Line::plain(", ").spans.into_iter().chain(named.spans));
            } else {
                let mut line = Line::of(role(found.standing), word).say(": ");
                line.spans.extend(named.spans);
                clauses.push((word, line));
            }
        }
    }
    let head = if main_is_there(&found) {
        view.pick("Chỉ tiêu khác: ", "Other targets: ").to_owned()
    } else {
        format!("{}: ", year_head(view, view.snapshot().as_of().year()))
    };
    sentence(Line::plain(head), clauses.into_iter().map(|(_, line)| line).collect())
}

fn main_is_there(found: &[(&Target, &Assessment)]) -> bool {
    found.iter().any(|(target, _)| is_of_households(target))
}

/// The name of a target with what there is to say of it: since when it is broken, what is reached, what is left.
fn named(view: &View, target: &Target, found: &Assessment) -> Line {
    let line = Line::plain(inside(view.lang.of(&target.named.name)));
    if let Standing::Broken { since } = found.standing {
        let line = with(view, line, " (", &found.level.now);
        let gap = if found.level.now.is_ok() { ", " } else { " (" };
        let words = view.pick("từ", "since");
        return line.say(format!("{gap}{words} {})", date::day(view.lang, since)));
    }
    let (Reads::Coverage(_) | Reads::Programme(_), Ok(_)) = (&target.reads, &found.level.now) else {
        return line;
    };
    let line = with(view, line, " (", &found.level.now);
    let to_go = view.pick(", còn ", ", still to go ");
    with(view, line, to_go, &found.count.left).say(")")
}
