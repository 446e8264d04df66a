//! What a net change is made of: who escaped, who fell back, who is new. A fall of 311 and 335 who escaped are not the
//! same, and a chair asks which it is.

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, Line as Moved};

use super::super::View;
use super::super::households::escaped;
use super::super::line::Line;
use super::{households_of, is_single, number, sentence};

/// ` (thoát 335* hộ, tái nghèo 3, phát sinh mới 21)`, where the lines are there.
pub fn within(view: &View, area: &Area, group: Group, line: Line) -> Line {
    let parts = parts(view, area, group);
    if parts.is_empty() { line } else { joined(line.say(" ("), parts).say(")") }
}

fn joined(mut line: Line, parts: Vec<Line>) -> Line {
    for (i, part) in parts.into_iter().enumerate() {
        line = line.say(if i == 0 { "" } else { ", " });
        line.spans.extend(part.spans);
    }
    line
}

/// The same as a sentence of its own, where no change can be told.
pub fn line(view: &View) -> Option<Line> {
    let head = Line::plain(view.pick("Trong kỳ, ", "In the period, "));
    let clause = |group| {
        let parts = parts(view, view.area(), group);
        let head = Line::plain(format!("{}: ", households_of(view, group)));
        (!parts.is_empty()).then(|| joined(head, parts))
    };
    sentence(head, Group::TWO.into_iter().filter_map(clause).collect())
}

fn parts(view: &View, area: &Area, group: Group) -> Vec<Line> {
    let of = |line| area.figure(group, &Aspect::Moved(line)).ok();
    let new_in_english = if group == Group::NearPoor { "newly near-poor" } else { "newly poor" };
    let parts = [
        (escaped(area, group).ok(), "thoát", "escaped"),
        (of(Moved::Relapsed), "tái nghèo", "relapsed"),
        (of(Moved::Newly), "phát sinh mới", new_in_english),
    ];
    let mut told: Vec<Line> = Vec::new();
    for (figure, vi, en) in parts {
        told.extend(figure.map(|figure| part(view, &figure, (vi, en), told.is_empty())));
    }
    told
}

/// `thoát 335* hộ`, `335* households escaped`; the unit with the first.
fn part(view: &View, figure: &Figure, (vi, en): (&str, &str), first: bool) -> Line {
    let unit = match (first, is_single(view, figure)) {
        (false, _) => "",
        (true, true) => " household",
        (true, false) => view.pick(" hộ", " households"),
    };
    match view.lang {
        crate::text::Lang::Vi => number(view, Line::plain(format!("{vi} ")), figure).say(unit),
        crate::text::Lang::En => number(view, Line::default(), figure).say(format!("{unit} {en}")),
    }
}
