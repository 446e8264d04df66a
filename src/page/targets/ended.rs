//! How the targets of a year that is over ended, in a line: `Năm 2022: hộ nghèo 560/400*, vượt`.

use crate::model::ops::Known;
use crate::text::date;
use crate::text::say::standing as words;
use crate::text::say::what::capital;

use super::super::table::Style;
use super::super::{TargetSummary, View};
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
    let name = words::subject(view.lang, &it.target.reads).unwrap_or_else(|| it.name().to_owned());
    let mut line = line.say(name);
    let (reached, asked) = reached(it);
    if let (Ok(reached), Ok(asked)) = (reached, asked) {
        line = line.say(" ").figure(view.lang, reached, Style::Plain).say("/");
        line = line.figure(view.lang, asked, Style::Plain);
    } else if let Ok(percent) = it.found.percent() {
        line = line.say(" ").figure(view.lang, percent, Style::Plain);
    }
    it.with_word(line.say(", "))
}

/// What was reached and what was asked: of what is to rise the level, of what is to fall the fall.
fn reached<'a>(it: &TargetSummary<'a>) -> (&'a Known, &'a Known) {
    let [asked, reached, _] = it.result();
    let level = &it.found.level;
    if it.target.reads.rises() { (&level.now, &level.aim) } else { (reached, asked) }
}
