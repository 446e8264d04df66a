//! How the targets of a year that is over ended, in a line: `Năm 2022: hộ nghèo 560/400*, vượt`.

use crate::model::figure::Figure;
use crate::model::unit::Unit;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::standing as words;
use crate::text::show;

use super::super::{TargetSummary, View};

/// The targets of the unit for that year; those of areas belong to them.
pub fn sentence(view: &View, year: i32) -> Line {
    let head = Line::with_role(Role::Strong, say!(view, "Năm {year}: ", "{year}: "; year).text());
    let targets = Line::joined(view.own_targets(year).iter().map(|it| end(view, it)), " · ");
    Line { hanging_indent: 10, ..head.then(targets.unwrap_or_default()) }
}

/// `hộ nghèo 560/400*, vượt`; a target without such figures by its word alone.
fn end(view: &View, it: &TargetSummary) -> Line {
    let name = words::subject(view.lang, &it.target.reads).unwrap_or_else(|| it.name().to_owned());
    let [asked, reached, percent] = it.result();
    let level = &it.found.level;
    // Of what is to rise the level, of what is to fall the fall.
    let (reached, asked) =
        if it.target.reads.rises() { (&level.now, &it.found.asked.aim) } else { (reached, asked) };
    let is_known = reached.is_ok() && asked.is_ok();
    // Points are no percents, and what is counted in neither households nor percents says in what.
    let unit = |figure: &Figure| !figure.unit.is_percent() && figure.unit != Unit::Household;
    let unit = asked
        .as_ref()
        .ok()
        .filter(|asked| is_known && unit(asked))
        .map(|asked| show::unit_short(view.lang, asked.unit));
    say!(view, "{name}[ {reached}/{asked}][ {unit}][ {percent}][ ({interim})], {word}"; name, reached, asked, unit,
        percent = percent.as_ref().ok().filter(|_| !is_known), interim = it.interim(), word = it.word())
}
