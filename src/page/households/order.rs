//! In which order the areas stand.

use std::cmp::Reverse;

use crate::model::area::Area;
use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group};
use crate::model::places;
use crate::text::fold::{self, SortKey};

use super::super::View;
use super::List;
use super::columns::{ALL, CHANGE, COMBINED, COUNT, PERCENT, PERSONS, RATE};

/// Columns that sort: the poor, their rate and change, which are asked for most, then their persons; the same of the
/// near-poor; the name, which is no column, and all households. The bars sort by nothing of their own.
const SORTS: [usize; 13] = [
    COUNT[0],
    RATE[0],
    CHANGE[0],
    PERSONS[0],
    COUNT[1],
    RATE[1],
    CHANGE[1],
    PERSONS[1],
    COMBINED[0],
    COMBINED[1],
    NAME,
    ALL,
    PERCENT,
];
/// What is sorted by in the place of a column that no part has a figure in: the rates first.
const INSTEAD: [usize; 6] = [RATE[0], COMBINED[0], COMBINED[1], COUNT[0], COUNT[1], RATE[1]];
/// Stands for the name among the columns that sort.
pub const NAME: usize = 99;

/// Stands for the first count as long as no order was asked for: the lines beside it then show what it does not.
pub const AS_OPENED: usize = 98;

/// What a list is sorted by: a column without figures orders nothing.
pub fn sort_of(list: &List) -> (usize, bool) {
    let asked = match list.view.sort {
        (AS_OPENED, down) => (COUNT[0], down),
        asked => asked,
    };
    if asked.0 == NAME || (is_of_list(list, asked.0) && is_ordered_by(list, asked.0)) {
        return asked;
    }
    let most = INSTEAD.into_iter().map(|column| count(list, column)).max().unwrap_or(0);
    let other = INSTEAD.into_iter().find(|column| most > 0 && count(list, *column) == most);
    other.map_or(asked, |column| (column, true))
}

/// Is a column one of those that the list has? One group has one set of columns.
fn is_of_list(list: &List, column: usize) -> bool {
    let is_of_two = list.groups.len() == 1 && (COUNT[1]..=CHANGE[1]).contains(&column);
    let is_of_both = !list.has_combined && COMBINED.contains(&column);
    !is_of_two && !is_of_both
}

/// Does a column order the list? One that hardly any part has a figure in, where another has them of most, does not.
fn is_ordered_by(list: &List, column: usize) -> bool {
    let count = |column| count(list, column);
    let is_poor_choice = |with: usize| with < FEW && INSTEAD.into_iter().any(|other| count(other) > 2 * with);
    Some(count(column)).is_some_and(|with| with > 0 && !(column == COUNT[0] && is_poor_choice(with)))
}

/// Fewer parts make no order.
const FEW: usize = 3;

/// Of how many parts has a column a figure?
fn count(list: &List, column: usize) -> usize {
    list.whole.areas.iter().filter(|area| figure(list, area, column).is_some()).count()
}

/// Has a column a figure at all, that of the whole included?
pub fn has_figures(list: &List, column: usize) -> bool {
    list.whole.areas.iter().chain([list.whole]).any(|area| figure(list, area, column).is_some())
}

/// The next column to sort by of those in sight, and names; a new column begins from the top down, names from the first,
/// changes from the largest fall.
pub fn next_sort(view: &View, is_in_sight: impl Fn(usize) -> bool) -> (usize, bool) {
    let list = List::new(view, view.area(), view.path);
    let is_shown =
        |column: &usize| *column == NAME || (is_of_list(&list, *column) && is_ordered_by(&list, *column));
    let sorts: Vec<usize> = SORTS.into_iter().filter(is_shown).collect();
    let at = sorts.iter().position(|column| *column == list.sort.0).unwrap_or(0);
    // A column that has no room has no head to tell that it is sorted by.
    let mut after = sorts.iter().cycle().skip(at + 1).take(sorts.len()).copied();
    let next = after.find(|column| *column == NAME || is_in_sight(*column)).unwrap_or(NAME);
    (next, next != NAME && next != PERCENT && !CHANGE.contains(&next))
}

/// What an area is sorted by: made once for each, not for every pair. Areas without the figure stand last, whichever
/// way it is sorted, and those of one figure by their names.
pub fn key(list: &List, area: &Area) -> (SortPlace, SortKey) {
    let (column, down) = list.sort;
    let name = fold::sort_key(&area.name.name.vi);
    if column == NAME {
        return (if down { SortPlace::NameDown(Reverse(name.clone())) } else { SortPlace::Name }, name);
    }
    let place = match figure(list, area, column) {
        Some(figure) if down => SortPlace::Down(Reverse(figure.amount.low().clone())),
        Some(figure) => SortPlace::Up(figure.amount.low().clone()),
        None => SortPlace::Last,
    };
    (place, name)
}

/// The first part of it; of one list all but the last variant are the same.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub enum SortPlace {
    /// By name alone.
    Name,
    /// The same from the last name on.
    NameDown(Reverse<SortKey>),
    /// From the least figure on.
    Up(Exact),
    /// From the greatest.
    Down(Reverse<Exact>),
    /// It has no figure.
    Last,
}

/// The figure of an area in a column.
pub fn figure(list: &List, area: &Area, column: usize) -> Option<Figure> {
    let of = |columns: [usize; 2]| columns.iter().position(|c| *c == column).map(|at| list.group_of(at));
    if column == ALL {
        return area.told_total().ok();
    }
    if column == PERCENT {
        return places::relative_change(area, list.step(area, list.group())?, list.group());
    }
    if COMBINED.contains(&column) {
        let is_rate = column == COMBINED[1];
        let aspect = if is_rate { Aspect::Rate } else { Aspect::Households };
        return area.shown(Group::Combined, &aspect).ok();
    }
    let known = match (of(RATE), of(PERSONS), of(CHANGE), of(COUNT)) {
        (Some(group), ..) => area.reckoned_rate(group),
        (_, Some(group), ..) => area.figure(group, &Aspect::Persons),
        (_, _, Some(group), _) => list.step(area, group)?.change.clone(),
        (.., group) => area.figure(group.unwrap_or_else(|| list.group_of(0)), &Aspect::Households),
    };
    known.ok()
}
