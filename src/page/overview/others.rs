//! The targets that are no fall of rates or households, in one or two lines: what is to be kept, whom it is to reach,
//! what is to be done.

use crate::model::figure::Figure;
use crate::model::standing::Standing;
use crate::model::target::{AimKind, AimStated, Target, TargetMeasure};
use crate::say;
use crate::text::cells;
use crate::text::line::Line;
use crate::text::say::units;
use crate::text::say::what::{capital, small};

use super::super::layout::NARROW;
use super::super::target_summary::{amount, verdict};
use super::super::{Block, TargetSummary, View, brief};

/// Cells that a line may take between the margins.
pub fn room_of(view: &View) -> usize {
    usize::from(view.width.max(NARROW)) - 3
}

/// In how many words things are said: fewer until two lines hold them.
#[derive(Clone, Copy, PartialEq)]
enum Words {
    Full,
    Brief,
    /// What has no number is only counted.
    Counted,
}

/// The lines on the other targets of a year.
pub fn block(view: &View, year: i32) -> Option<Block> {
    let own = view.own_targets(year).into_iter();
    let rest: Vec<TargetSummary> = own.filter(|it| !it.target.asks_fall()).collect();
    let set =
        |words| packed(None, items(view, &rest, words).into_iter().map(|item| (" · ", item)), room_of(view));
    let lines = [Words::Full, Words::Brief, Words::Counted].map(set);
    let [.., last] = &lines;
    let lines = lines.iter().find(|lines| lines.len() <= 2).unwrap_or(last);
    (!lines.is_empty()).then(|| Block::Lines(lines.clone()))
}

/// A part of a line, with what stands before it when it is not the first of its line.
pub type Item = (&'static str, Line);

/// Items side by side as long as a line holds them, behind a head, if any: the other lines stand in as far as that is wide.
pub fn packed(head: Option<Line>, items: impl IntoIterator<Item = Item>, room: usize) -> Vec<Line> {
    let indent = head.as_ref().map_or(0, |head| cells::width(&head.text()));
    let mut lines: Vec<Line> = head.into_iter().collect();
    let (mut taken, mut is_fresh) = (indent, true);
    for (gap, item) in items {
        let wide = cells::width(&item.text());
        let has_room = (taken + cells::width(gap)).saturating_add(wide) <= room;
        if lines.is_empty() || !(is_fresh || has_room) {
            lines.push(Line::default().indented(cells::extent(indent)));
            (taken, is_fresh) = (indent, true);
        }
        let gap = if is_fresh { "" } else { gap };
        taken += cells::width(gap) + wide;
        is_fresh = false;
        if let Some(line) = lines.last_mut() {
            *line = std::mem::take(line).say(gap).then(item);
        }
    }
    lines
}

fn items(view: &View, rest: &[TargetSummary], words: Words) -> Vec<Line> {
    let (tasks, rest): (Vec<_>, Vec<_>) =
        rest.iter().partition(|it| matches!(it.target.reads, TargetMeasure::Task(_)));
    let mut items: Vec<Line> = alike(&rest).iter().map(|group| aimed(view, group, words)).collect();
    items.extend(by_standing(view, &tasks, words));
    items
}

type Found<'a> = &'a TargetSummary<'a>;

/// Targets that ask the same of the same kind of thing are said together.
fn alike<'a>(rest: &[Found<'a>]) -> Vec<Vec<Found<'a>>> {
    let mut groups: Vec<Vec<Found>> = Vec::new();
    for it in rest {
        match groups.iter_mut().find(|group| same_aim(group[0].target, it.target)) {
            Some(group) => group.push(it),
            None => groups.push(vec![it]),
        }
    }
    groups
}

fn same_aim(a: &Target, b: &Target) -> bool {
    let kind = |t: &Target| std::mem::discriminant(&t.reads);
    match (&a.aim, &b.aim) {
        (AimStated::Figure(x, level), AimStated::Figure(y, other)) => {
            kind(a) == kind(b) && x == y && level.amount == other.amount
        }
        _ => false,
    }
}

/// `Hộ chính sách người có công tái nghèo, tái cận nghèo: giữ ở 0`.
fn aimed(view: &View, group: &[Found], words: Words) -> Line {
    let names: Vec<String> = group.iter().map(|it| name(view, it, words)).collect();
    let number = group[0].asked(view).filter(|_| {
        // "100%" of a plan hides the number that is planned.
        group.len() == 1 && matches!(group[0].target.reads, TargetMeasure::Programme(..))
    });
    if let Some(number) = number {
        return say!(view, "{names}: {number}"; names = brief::joined(&names), number);
    }
    let aim = match &group[0].target.aim {
        AimStated::Figure(kind, aim) => group[0].to_keep_at(level(view, *kind, aim)),
        AimStated::Done | AimStated::Absent => group[0].verdict(),
    };
    say!(view, "{names}: {aim}"; names = brief::joined(&names), aim)
}

fn name(view: &View, it: Found, words: Words) -> String {
    if words == Words::Full { it.name().to_owned() } else { brief::name(view.lang, it.name()) }
}

/// The level asked for; of what is kept at zero the number alone says enough.
fn level(view: &View, kind: AimKind, aim: &Figure) -> Line {
    match kind {
        AimKind::KeepAt => say!(view, "{aim}"; aim),
        AimKind::ReduceByPoints
        | AimKind::ReduceBy
        | AimKind::ReduceByPercent
        | AimKind::Reach
        | AimKind::ReachPercent => amount(view.lang, &Ok(aim.clone())),
    }
}

/// The tasks with one standing, by name: `chính sách khác, hội nghị nhân rộng mô hình  · chưa có số liệu`.
fn by_standing(view: &View, tasks: &[Found], words: Words) -> Vec<Line> {
    let mut standings: Vec<Standing> = Vec::new();
    for it in tasks {
        if !standings.contains(&it.found.standing) {
            standings.push(it.found.standing);
        }
    }
    let told = |standing: Standing| {
        let here: Vec<Found> = tasks.iter().copied().filter(|it| it.found.standing == standing).collect();
        let (tasks, verdict) = (tasks_in_words(view, &here, words), verdict(view.lang, standing));
        say!(view, "{tasks} {verdict}"; tasks, verdict)
    };
    standings.into_iter().map(told).collect()
}

/// The names of tasks, or how many they are.
fn tasks_in_words(view: &View, tasks: &[Found], words: Words) -> Line {
    if words == Words::Counted {
        let count = tasks.len();
        return say!(view, "{count} {noun}"; count, noun = units::tasks(count));
    }
    let mut names: Vec<String> = tasks.iter().map(|it| name(view, it, words)).collect();
    names.iter_mut().skip(1).for_each(|name| *name = small(name));
    Line::plain(capital(&names.join(", ")))
}
