//! The targets that are no fall of rates or households, in one or two lines: what is to be kept, whom it is to reach,
//! what is to be done.

use crate::model::standing::Standing;
use crate::model::target::{AimKind, AimStated, Reads, Target};
use crate::text::say::what;
use crate::text::{Lang, cells};

use super::super::target_summary::verdict;
use super::super::{Block, TargetSummary, View, brief};
use super::targets::amount;
use crate::text::line::Line;

/// Cells that a line may take between the margins of a terminal of 80.
pub const ROOM: usize = 77;

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
    let set = |words| packed(items(view, &rest, words));
    let lines = [Words::Full, Words::Brief, Words::Counted].map(set);
    let [.., last] = &lines;
    let lines = lines.iter().find(|lines| lines.len() <= 2).unwrap_or(last);
    (!lines.is_empty()).then(|| Block::Lines(lines.clone()))
}

/// Items side by side as long as a line holds them.
pub fn packed(items: Vec<Line>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for item in items {
        match lines.last_mut() {
            Some(line) if cells::width(&line.text()) + 3 + cells::width(&item.text()) <= ROOM => {
                let joined = std::mem::take(line).say(" · ");
                *line = joined;
                line.spans.extend(item.spans);
            }
            _ => lines.push(item),
        }
    }
    lines
}

fn items(view: &View, rest: &[TargetSummary], words: Words) -> Vec<Line> {
    let (tasks, rest): (Vec<_>, Vec<_>) =
        rest.iter().partition(|it| matches!(it.target.reads, Reads::Task(_)));
    let mut items: Vec<Line> = Vec::new();
    for group in alike(&rest) {
        items.push(aimed(view, &group, words));
    }
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

/// `Hộ người có công tái nghèo, tái cận nghèo: giữ ở 0`.
fn aimed(view: &View, group: &[Found], words: Words) -> Line {
    let name = |it: &Found| {
        let full = it.name();
        if words == Words::Full { full.to_owned() } else { brief::name(view.lang, full) }
    };
    let names: Vec<String> = group.iter().map(name).collect();
    let line = Line::plain(brief::joined(&names)).say(": ");
    let AimStated::Figure(kind, aim) = &group[0].target.aim else {
        return with(line, group[0].verdict());
    };
    with(with(line, group[0].keep_at()), level(view, *kind, aim))
}

fn with(mut line: Line, more: Line) -> Line {
    line.spans.extend(more.spans);
    line
}

/// The level asked for; of what is kept at zero the number alone says enough.
fn level(view: &View, kind: AimKind, aim: &crate::model::figure::Figure) -> Line {
    let style = super::super::table::Style::Plain;
    match kind {
        AimKind::KeepAt => Line::default().figure(view.lang, aim, style),
        _ => amount(view, &Ok(aim.clone())),
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
    let of = |standing: Standing| {
        let here: Vec<&Found> = tasks.iter().filter(|t| t.found.standing == standing).collect();
        with(Line::plain(names(view, &here, words)).say(" "), verdict(view.lang, standing))
    };
    standings.into_iter().map(of).collect()
}

fn names(view: &View, tasks: &[&Found], words: Words) -> String {
    let name = |t: &&Found| {
        let full = t.name();
        if words == Words::Full { full.to_owned() } else { brief::name(view.lang, full) }
    };
    match (words, view.lang) {
        (Words::Counted, Lang::Vi) => format!("{} việc", tasks.len()),
        (Words::Counted, Lang::En) if tasks.len() == 1 => "1 task".to_owned(),
        (Words::Counted, Lang::En) => format!("{} tasks", tasks.len()),
        _ => {
            let mut names: Vec<String> = tasks.iter().map(name).collect();
            names.iter_mut().skip(1).for_each(|name| *name = what::small(name));
            let all = names.join(", ");
            what::capital(&all)
        }
    }
}
