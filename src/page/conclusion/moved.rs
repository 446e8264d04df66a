//! What a net change is made of: who escaped, who fell back, who is new. A fall of 311 and 335 who escaped are not the
//! same, and a chair asks which it is.

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, MovementLine as Moved};
use crate::model::movement::escaped;
use crate::say;
use crate::text::Lang;
use crate::text::line::Line;
use crate::text::say::what::{self, first_large, households_of, movement_line};

use super::{Minutes, during, is_single, joined};

/// `thoát 335* hộ, trong đó 88 thành cận nghèo, tái nghèo 3, phát sinh mới 21`, of the lines that are there: who only
/// became near-poor has not come far.
pub fn parts(view: &Minutes, area: &Area, group: Group) -> Option<Line> {
    let figure = |line| area.figure(group, &Aspect::Moved(line)).ok();
    let some = |line| figure(line).filter(|figure| figure.one().is_none_or(|one| !one.is_zero()));
    let escaped = escaped(area, group).ok();
    let became = some(Moved::ToOther);
    let among = became.clone().filter(|_| escaped.is_some() && group == Group::Poor);
    let beside = became.filter(|_| among.is_none());
    let parts = [
        (escaped, Moved::Escaped),
        (beside, Moved::ToOther),
        (some(Moved::OtherOut), Moved::OtherOut),
        (some(Moved::FromOther), Moved::FromOther),
        (figure(Moved::Relapsed), Moved::Relapsed),
        (figure(Moved::Newly), Moved::Newly),
        (some(Moved::OtherIn), Moved::OtherIn),
    ];
    let known = parts.into_iter().filter_map(|(figure, line)| Some((figure?, line))).enumerate();
    let parts = known.map(|(at, (figure, line))| {
        let words = words(group, line);
        let part = part(view, &figure, words, at == 0);
        let among = among.as_ref().filter(|_| line == Moved::Escaped);
        say!(view, "{part}[, trong đó {among} thành hộ cận nghèo]", "{part}[, {among} of them now near-poor]";
            part, among)
    });
    Line::joined(parts, ", ")
}

/// A line inside the sentence on a group.
fn words(group: Group, line: Moved) -> (&'static str, &'static str) {
    match line {
        Moved::ToOther | Moved::FromOther => {
            (what::line_short(Lang::Vi, group, line), what::line_short(Lang::En, group, line))
        }
        Moved::Start
        | Moved::AboveNearPoor
        | Moved::Escaped
        | Moved::OtherOut
        | Moved::Relapsed
        | Moved::Newly
        | Moved::OtherIn => movement_line(group, line),
    }
}

/// `thoát 335* hộ`, `335* households escaped`; the unit with the first.
fn part(view: &Minutes, figure: &Figure, words: (&'static str, &'static str), is_first: bool) -> Line {
    let unit = if is_single(view, figure) { ("hộ", "household") } else { ("hộ", "households") };
    say!(view, "{words} {figure}[ {unit}]", "{figure}[ {unit}] {words}"; words, figure, unit = is_first.then_some(unit))
}

/// The same as a sentence of its own, of the groups of which no change can be told; the period is named where no other
/// sentence names it.
pub fn sentence(view: &Minutes, is_alone: bool, is_wanted: impl Fn(Group) -> bool) -> Option<Line> {
    let clause = |group| {
        let parts = parts(view, view.area(), group)?;
        Some(say!(view, "{of}: {parts}"; of = households_of(group), parts))
    };
    let clauses =
        joined(Group::TWO.into_iter().filter(|group| is_wanted(*group)).filter_map(clause).collect())?;
    let period = is_alone.then(|| during(view, view.area().origin.period));
    Some(first_large(say!(view, "[{period}, ]{clauses}."; period, clauses)))
}
