//! The rows of the rates: what they are, as the report states them or counted, and how they changed in points.

use crate::model::area::Area;
use crate::model::change;
use crate::model::change::told::{self, Told};
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group};
use crate::model::ops::{FigureResult, Missing};
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::{date, glossary, show};

use super::super::table::{Cell, LongShort, Row, Style};
use super::super::{View, targets, whole};
use super::{is_of_groups, signed, told_of};

pub fn rate(view: &View, area: &Area) -> Row {
    // The total in the label has a story too.
    let mut more: Vec<Figure> = area.all_households().into_iter().collect();
    let full = if whole::groups_differ(view, area) {
        say!(view, "Tỷ lệ của nơi có số liệu", "Rate of those with figures")
    } else if let Some(some) = whole::some_parts(view, area, Group::Poor) {
        say!(view, "Tỷ lệ của {some}", "Rate of {some}"; some)
    } else if let Some(total) = more.first() {
        say!(view, "Tỷ lệ trên {total} hộ dân", "Rate of {total} households";
            total = show::in_cell(view.lang, total, Style::Plain))
    } else {
        say!(view, "Tỷ lệ trên tổng hộ dân", "Rate of all households")
    };
    let (figures, cells) = told_rates(view, area);
    more.extend(figures);
    let label = LongShort::new(full.text(), view.lang.term(glossary::RATE));
    Row { more, ..Row::new("rate", label, cells) }
}

/// The rates as they are told, and what is counted where that is something else: it has its story then. A sum of which
/// a part has no rate says nothing beside it.
fn told_rates(view: &View, area: &Area) -> (Vec<Figure>, Vec<Cell>) {
    let mut counted = Vec::new();
    let is_gap = area.groups().len() > 1 && Group::TWO.iter().any(|one| area.rate(*one).is_err());
    let is_stated = |group: Group| area.states(group, &Aspect::Rate);
    let cells = Group::ALL.map(|group| {
        let rate = area.rate(group);
        let is_range = rate.as_ref().is_ok_and(|rate| rate.one().is_none());
        counted.extend(denied(area, group).and(rate.ok()));
        if group == Group::Combined && is_gap && is_range && !is_stated(group) {
            return Cell::Blank;
        }
        if let Some(missing) = of_unlike_groups(view, area, group) {
            return Cell::Known(Err(missing), Style::Plain);
        }
        cell(view, area, group)
    });
    (counted, cells.into())
}

/// Why both groups together have no rate beside those of each that rest on other parts: it would be no sum of the two.
fn of_unlike_groups(view: &View, area: &Area, group: Group) -> Option<Missing> {
    let is_of_some = group == Group::Combined && whole::groups_differ(view, area);
    let is_stated = area.states(group, &Aspect::Rate);
    area.figure(group, &Aspect::Households).err().filter(|_| is_of_some && !is_stated)
}

/// A rate in a cell: one that the counts do not bear out as the report states it, with a sign that calls for a look.
pub fn cell(view: &View, area: &Area, group: Group) -> Cell {
    let rate = area.rate(group);
    let Some(stated) = denied_by(area, group, &rate) else { return Cell::Known(rate, Style::Plain) };
    let text = show::in_cell(view.lang, &stated, Style::Plain);
    Cell::Line(Line::default().written(text, &stated).role(Role::Warn, "!"))
}

/// A stated rate that the counts contradict.
fn denied(area: &Area, group: Group) -> Option<Figure> {
    denied_by(area, group, &area.rate(group))
}

fn denied_by(area: &Area, group: Group, rate: &FigureResult) -> Option<Figure> {
    let rate = rate.as_ref().ok().filter(|rate| rate.is_derived())?;
    area.stated(group, &Aspect::Rate).filter(|stated| !stated.may_be(rate))
}

/// The same of the rates, in points.
pub fn rate_changes(view: &View) -> impl Iterator<Item = Row> {
    let rates = told_of(view, |[_, rate]| rate);
    [stated_rates(view, &rates), counted_rates(view, &rates)].into_iter().flatten()
}

/// The stated change of the rates, in points.
fn stated_rates(view: &View, told: &[Told; 3]) -> Option<Row> {
    is_of_groups(told, |told| told.stated.is_some()).then(|| {
        let year = view.area().origin().period.year();
        let cell = |told: &Told| told.stated.as_ref().map_or(Cell::Blank, |change| signed(view, change));
        let label = say!(view, "Tỷ lệ, điểm % ({year})", "Rate, points ({year})"; year).text();
        Row::new("rate_change_stated", rate_label(view, label), told.each_ref().map(cell))
    })
}

/// The same as two snapshots count it, save where both ends of all of it stand in the table of the targets below.
fn counted_rates(view: &View, told: &[Told; 3]) -> Option<Row> {
    let is_row = is_of_groups(told, |told| told.counted.is_some());
    let is_untold = |(group, told): (Group, &Told)| {
        told.counted.is_some() && (told.stated.is_some() || !targets::shows_both_ends(view, group))
    };
    let has_counts = told_of(view, |[households, _]| households).iter().any(Told::is_known);
    let is_untold =
        Group::TWO.into_iter().zip(told).any(is_untold) || view.area().groups().len() == 1 || !has_counts;
    let day = told.iter().find_map(|told| told.counted.as_ref()).filter(|_| is_row && is_untold)?.since;
    let month = date::month_mark(day);
    let label = say!(view, "Tỷ lệ, điểm % (từ {month})", "Rate, points (since {month})"; month).text();
    // Beside the two the range of their sum says nothing more, and has no room.
    let two = told.iter().take(2).all(Told::is_known);
    let then = told::before(view.history, view.at, view.path);
    // What is told in no row is missing.
    let lacking = |group| then.and_then(|then| change::rate_change(view.area(), then, group).err());
    let cell = |(group, told): (Group, &Told)| match &told.counted {
        Some(_) if let Some(missing) = of_unlike_groups(view, view.area(), group) => {
            Cell::Known(Err(missing), Style::Signed)
        }
        Some(counted) if !two || counted.change.one().is_some() => signed(view, &counted.change),
        None if told.stated.is_none() => {
            lacking(group).map_or(Cell::Blank, |missing| Cell::Known(Err(missing), Style::Signed))
        }
        _ => Cell::Blank,
    };
    let cells: Vec<Cell> = Group::ALL.into_iter().zip(told).map(cell).collect();
    Some(Row::new("rate_change", rate_label(view, label), cells))
}

fn rate_label(view: &View, full: String) -> LongShort {
    LongShort::new(full, view.pick("Tỷ lệ, điểm %", "Rate, points"))
        .or_least(view.pick("+/− tỷ lệ", "+/− rate"))
}
