//! How the targets of a year that is over ended, in a line: `Năm 2022: hộ nghèo 560/400*, vượt`.

use crate::model::ops::Known;
use crate::model::standing::Assessment;
use crate::model::target::{Reads, Target};
use crate::text::date;
use crate::text::say::standing as words;
use crate::text::say::what::capital;

use super::super::table::Style;
use super::super::{TargetSummary, View};
use super::role;
use crate::text::line::{Line, Role};

/// The targets of the unit for that year; those of areas belong to them.
pub fn line(view: &View, year: i32) -> Line {
    let head = format!("{}: ", capital(&date::year(view.lang, year)));
    let mut line = Line::of(Role::Strong, head);
    line.hang = 10;
    for (i, it) in view.own_targets(year).iter().enumerate() {
        let gap = if i == 0 { "" } else { " · " };
        line = one(view, line.say(gap), it);
    }
    line
}

/// `hộ nghèo 560/400*, vượt`; a target without such figures by its word alone.
fn one(view: &View, line: Line, it: &TargetSummary) -> Line {
    let TargetSummary { target, found, .. } = *it;
    let name = words::subject(view.lang, &target.reads).unwrap_or_else(|| it.name().to_owned());
    let mut line = line.say(name);
    let (reached, asked) = reached(target, found);
    if let (Ok(reached), Ok(asked)) = (reached, asked) {
        line = line.say(" ").figure(view.lang, reached, Style::Plain).say("/");
        line = line.figure(view.lang, asked, Style::Plain);
    } else if let Ok(percent) = found.percent() {
        line = line.say(" ").figure(view.lang, percent, Style::Plain);
    }
    let word = words::word(view.lang, found.standing);
    line.say(", ").role(role(found.standing), word)
}

/// What was reached and what was asked: of what is to rise the level, of what is to fall the fall.
fn reached<'a>(target: &Target, found: &'a Assessment) -> (&'a Known, &'a Known) {
    if matches!(target.reads, Reads::Coverage(_) | Reads::Programme(_)) {
        (&found.level.now, &found.level.aim)
    } else {
        (found.reached(), &found.level.asked)
    }
}
