//! What the files state of areas and the usual columns do not show: the change of a rate alone, figures of a part of a
//! group. A list that has nothing else shows these instead.

use crate::model::area::Area;
use crate::model::measure::{Aspect, Group, PartField};
use crate::say;
use crate::text::say::what;
use crate::text::{Lang, cells, glossary};

use super::super::table::{Cell, Column, Style};
use super::List;

/// A figure with a column of its own.
pub type Extra = (Group, Aspect);

/// Those that any of the areas states, the figures of one thing side by side.
pub fn stated(areas: &[Area]) -> Vec<Extra> {
    let mut found: Vec<Extra> = Vec::new();
    for (area, group) in areas.iter().flat_map(|area| Group::ALL.map(|group| (area, group))) {
        let aspects = area.aspects(group).filter(|aspect| has_no_column(aspect));
        for aspect in aspects {
            if !found.iter().any(|(of, known)| *of == group && known.is(aspect)) {
                found.push((group, aspect.clone()));
            }
        }
    }
    found.sort_by_key(|(group, aspect)| {
        (aspect.part().map(|part| part.id.clone()), group.code(), field(aspect))
    });
    found
}

fn has_no_column(aspect: &Aspect) -> bool {
    *aspect == Aspect::RateChange || matches!(aspect, Aspect::Among(_, field) if *field != PartField::All)
}

fn field(aspect: &Aspect) -> PartField {
    if let Aspect::Among(_, field) = aspect { *field } else { PartField::RateChange }
}

/// Their columns; they are the list where it has no others.
pub fn columns<'a>(list: &'a List, is_alone: bool) -> impl Iterator<Item = Column> + use<'a> {
    let title = |(group, aspect): &Extra| title(list.view.lang, *group, aspect);
    list.extras().iter().map(move |extra| {
        let (vi, en) = match field(&extra.1) {
            PartField::Households | PartField::All => glossary::HOUSEHOLDS,
            PartField::Persons => glossary::PERSONS,
            PartField::Rate => glossary::RATE,
            PartField::RateChange => ("+/− điểm %", "+/− points"),
            PartField::Reduced => ("+/−", "+/−"),
        };
        // One alone makes room for the name over it.
        let of_one = list.extras().iter().filter(|other| title(other) == title(extra)).count() == 1;
        let wide = cells::text_extent(&title(extra)) + 2;
        let width = if of_one { wide.max(12) } else { 12 };
        let (narrow, rank) = if is_alone { (12, 0) } else { (0, 35) };
        Column::number(list.view.pick(vi, en), width, narrow, true, rank)
    })
}

/// The heads over those of one thing: the group or its part.
pub fn groups(list: &List, from: usize) -> Vec<(String, usize, usize)> {
    let mut groups: Vec<(String, usize, usize)> = Vec::new();
    for (at, (group, aspect)) in list.extras().iter().enumerate() {
        let title = title(list.view.lang, *group, aspect);
        match groups.last_mut() {
            Some((known, _, to)) if *known == title => *to = from + at,
            _ => groups.push((title, from + at, from + at)),
        }
    }
    groups
}

fn title(lang: Lang, group: Group, aspect: &Aspect) -> String {
    let Some(part) = aspect.part() else { return what::group_head(lang, group) };
    // What the group is, is said where it is not the poor.
    let group = (group != Group::Poor).then(|| what::group_short(group));
    let name = lang.wording(&part.name);
    cells::cut_middle(&say!(lang, "{name}[, {group}]"; name, group).text(), TITLE)
}

/// The most cells of such a head.
const TITLE: usize = 30;

/// The cells of an area, or of the whole.
pub fn cells_of(list: &List, area: &Area) -> impl Iterator<Item = Cell> {
    list.extras().iter().map(|(group, aspect)| {
        let style = if aspect.is_signed() { Style::Signed } else { Style::Plain };
        match (area.shown(*group, aspect), aspect) {
            // A fall stands as the change that it is.
            (Ok(fall), Aspect::Among(_, PartField::Reduced)) => {
                Cell::Known(Ok(crate::model::change::turned(&fall)), Style::Signed)
            }
            (known, _) => Cell::Known(known, style),
        }
    })
}
