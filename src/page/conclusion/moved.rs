//! What a net change is made of: who exited, who re-entered, who is new. A fall of 311 and 335 who exited are not the
//! same, and a chair asks which it is.

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, MovementLine as Moved};
use crate::model::movement::escaped;
use crate::say;
use crate::text::line::Line;
use crate::text::say::what::{first_large, households_of, movement_line};
use crate::text::show;

use super::{Minutes, during, joined};

/// `335* hộ thoát nghèo, trong đó 88 hộ thành hộ cận nghèo; 3 hộ tái nghèo; 21 hộ phát sinh mới`, of all the lines that
/// are there, so that it adds up: who only became near-poor has not come far.
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
        let part = part(view, &figure, (group, line), at == 0);
        let among = among.as_ref().filter(|_| line == Moved::Escaped);
        say!(view, "{part}[, trong đó {among} hộ thành hộ cận nghèo]", "{part}[, {among} of them now near-poor]";
            part, among)
    });
    Line::joined(parts, "; ")
}

/// A line after its number inside the sentence on a group: who came from the other one is named by that.
fn words(group: Group, line: Moved) -> (&'static str, &'static str) {
    match (line, group) {
        (Moved::FromOther, Group::NearPoor) => ("nghèo trở thành hộ cận nghèo", "came from the poor"),
        (Moved::FromOther, _) => ("cận nghèo trở thành hộ nghèo", "came from the near-poor"),
        _ => movement_line(group, line),
    }
}

/// `335* hộ thoát nghèo`, `335* households exited`; in English the noun stands with the first.
fn part(view: &Minutes, figure: &Figure, (group, line): (Group, Moved), is_first: bool) -> Line {
    let unit = if show::is_single(view.lang, figure) { "household " } else { "households " };
    let unit = ("hộ ", if is_first { unit } else { "" });
    // "5 hộ khác giảm" would be other households that fell.
    match line {
        Moved::OtherOut => {
            say!(view, "giảm {figure} {unit}vì lý do khác", "{figure} {unit}removed for other reasons"; figure, unit)
        }
        Moved::OtherIn => {
            say!(view, "tăng {figure} {unit}vì lý do khác", "{figure} {unit}added for other reasons"; figure, unit)
        }
        _ => say!(view, "{figure} {unit}{words}"; words = words(group, line), figure, unit),
    }
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
    let period = is_alone.then(|| during(view, view.area().origin().period));
    Some(first_large(say!(view, "[{period}, ]{clauses}."; period, clauses)))
}
