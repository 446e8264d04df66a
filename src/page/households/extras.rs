//! What the files state of areas and the usual columns do not show: the change of a rate alone, figures of a part of a
//! group. A list that has nothing else shows these instead.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::model::area::Area;
use crate::model::measure::{Aspect, Group, PartField};
use crate::say;
use crate::text::say::what;
use crate::text::{Lang, cells, glossary};

use super::super::table::{Cell, Column, Style};
use super::List;

/// A figure with a column of its own.
pub type Extra = (Group, Aspect);

/// The figures with a column, and how many have none.
#[derive(Debug, Default)]
pub struct Extras {
    /// Those with one, the figures of one thing side by side.
    pub shown: Vec<Extra>,
    /// How many have none, where there are too many: the page of an area tells its own.
    pub left: usize,
}

impl List<'_> {
    /// What the areas state besides.
    pub(super) fn extras(&self) -> &[Extra] {
        &self.all_extras().shown
    }

    /// The same with how much of it has no column.
    pub(super) fn all_extras(&self) -> &Extras {
        self.known.extras.get_or_init(|| stated(&self.whole.areas))
    }
}

/// The most cells of such columns: of thousands of areas that name thousands of parts a list would hold each pair of them.
const CELLS: usize = 200_000;
/// So many columns are shown of however many areas.
const LEAST: usize = 12;

/// Those that any of the areas states; of too many those that most of them do.
fn stated(areas: &[Area]) -> Extras {
    let mut found: HashMap<_, (Extra, usize)> = HashMap::new();
    for (area, group) in areas.iter().flat_map(|area| Group::ALL.map(|group| (area, group))) {
        for aspect in area.aspects(group).filter(|aspect| has_no_column(aspect)) {
            let key = (aspect.part().map(|part| part.id.as_str()), group.code(), field(aspect));
            found.entry(key).or_insert_with(|| ((group, aspect.clone()), 0)).1 += 1;
        }
    }
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(|(key, _)| *key);
    let most = (CELLS / areas.len().max(1)).max(LEAST);
    let left = found.len().saturating_sub(most);
    if left > 0 {
        found.sort_by_key(|(_, (_, count))| Reverse(*count));
        found.truncate(most);
        found.sort_by_key(|(key, _)| *key);
    }
    Extras { shown: found.into_iter().map(|(_, (extra, _))| extra).collect(), left }
}

fn has_no_column(aspect: &Aspect) -> bool {
    *aspect == Aspect::RateChange || matches!(aspect, Aspect::Among(_, field) if *field != PartField::All)
}

fn field(aspect: &Aspect) -> PartField {
    if let Aspect::Among(_, field) = aspect { *field } else { PartField::RateChange }
}

/// Their columns; they are the list where it has no others.
pub fn columns<'a>(list: &'a List, is_alone: bool) -> impl Iterator<Item = Column> + use<'a> {
    let titles: Vec<String> =
        list.extras().iter().map(|(group, aspect)| title(list.view.lang, *group, aspect)).collect();
    let mut of_title: HashMap<String, usize> = HashMap::new();
    for title in &titles {
        *of_title.entry(title.clone()).or_default() += 1;
    }
    list.extras().iter().zip(titles).map(move |(extra, title)| {
        let (vi, en) = match field(&extra.1) {
            PartField::Households | PartField::All => glossary::HOUSEHOLDS,
            PartField::Persons => glossary::PERSONS,
            PartField::Rate => glossary::RATE,
            PartField::RateChange => ("+/− điểm %", "+/− points"),
            PartField::Reduced => ("+/−", "+/−"),
        };
        // One alone makes room for the name over it.
        let of_one = of_title[&title] == 1;
        let wide = cells::text_extent(&title) + 2;
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
