//! What a net change is made of: who escaped, who fell back, who is new. A fall of 311 and 335 who escaped are not the
//! same, and a chair asks which it is.

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, MovementLine as Moved};
use crate::model::movement::escaped;
use crate::say;
use crate::text::line::Line;
use crate::text::say::what::{self, households_of, movement_line};

use super::{Minutes, is_single, joined};

/// `thoát 335* hộ, tái nghèo 3, phát sinh mới 21`, of the lines that are there.
pub fn parts(view: &Minutes, area: &Area, group: Group) -> Option<Line> {
    let figure = |line| area.figure(group, &Aspect::Moved(line)).ok();
    let parts = [
        (escaped(area, group).ok(), Moved::Escaped),
        (figure(Moved::Relapsed), Moved::Relapsed),
        (figure(Moved::Newly), Moved::Newly),
    ];
    let known = parts
        .into_iter()
        .filter_map(|(figure, line)| Some((figure?, movement_line(group, line))))
        .enumerate();
    Line::joined(known.map(|(at, (figure, words))| part(view, &figure, words, at == 0)), ", ")
}

/// `thoát 335* hộ`, `335* households escaped`; the unit with the first.
fn part(view: &Minutes, figure: &Figure, words: (&'static str, &'static str), is_first: bool) -> Line {
    let unit = if is_single(view, figure) { ("hộ", "household") } else { ("hộ", "households") };
    say!(view, "{words} {figure}[ {unit}]", "{figure}[ {unit}] {words}"; words, figure, unit = is_first.then_some(unit))
}

/// The same as a sentence of its own, where no change can be told.
pub fn sentence(view: &Minutes) -> Option<Line> {
    let clause = |group| {
        let parts = parts(view, view.area(), group)?;
        Some(say!(view, "{of}: {parts}"; of = households_of(group), parts))
    };
    let clauses = Group::TWO.into_iter().filter_map(clause).collect();
    let period = what::within(view.lang, view.area().origin.period);
    Some(
        say!(view, "Trong {period}, {clauses}.", "In {period}, {clauses}."; period, clauses = joined(clauses)?),
    )
}
