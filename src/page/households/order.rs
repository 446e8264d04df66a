//! In which order the areas stand.

use std::cmp::{Ordering, Reverse};
use std::sync::Arc;

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group};
use crate::model::places;
use crate::text::fold;

use super::super::View;
use super::List;
use super::columns::{ALL, CHANGE, COMBINED, COUNT, PERCENT, PERSONS, RATE};
use super::known::Ranks;

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
    ranks(list, column).known
}

/// Has a column a figure at all, that of the whole included?
pub fn has_figures(list: &List, column: usize) -> bool {
    count(list, column) > 0 || figure(list, list.whole, column).is_some()
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

/// The numbers of the parts in a column, ranked.
fn ranks(list: &List, column: usize) -> Arc<Ranks> {
    let low = |area: &Area| figure(list, area, column).map(|figure| figure.amount.low().clone());
    list.known.ranks((column, list.group()), || list.whole.areas.iter().map(low).collect())
}

/// The places of the parts in the order of the list. Areas without the figure stand last, whichever way it is sorted,
/// and those of one figure by their names.
pub fn order(list: &List) -> Vec<usize> {
    let names = list.known.names.get_or_init(|| places_of_names(&list.whole.areas));
    let mut order: Vec<usize> = (0..names.len()).collect();
    match list.sort {
        (NAME, true) => order.sort_by_key(|at| Reverse(names[*at])),
        (NAME, false) => order.sort_by_key(|at| names[*at]),
        (column, down) => {
            let ranks = ranks(list, column);
            let compared = |one: &usize, other: &usize| match (ranks.all[*one], ranks.all[*other]) {
                (Some(one), Some(other)) if down => other.cmp(&one),
                (Some(one), Some(other)) => one.cmp(&other),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => Ordering::Equal,
            };
            order.sort_by(|one, other| compared(one, other).then(names[*one].cmp(&names[*other])));
        }
    }
    order
}

/// The place of each area among their names; equal names have one.
fn places_of_names(areas: &[Area]) -> Vec<usize> {
    let keys: Vec<_> = areas.iter().map(|area| fold::sort_key(&area.name.name.vi)).collect();
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by(|one, other| keys[*one].cmp(&keys[*other]));
    let mut places = vec![0; keys.len()];
    for pair in order.windows(2) {
        places[pair[1]] = places[pair[0]] + usize::from(keys[pair[0]] != keys[pair[1]]);
    }
    places
}

/// The figure of an area in a column.
pub fn figure(list: &List, area: &Area, column: usize) -> Option<Figure> {
    let of = |columns: [usize; 2]| columns.iter().position(|c| *c == column).map(|at| list.group_of(at));
    if column == ALL {
        return area.told_total().ok();
    }
    if column == PERCENT {
        return places::relative_change(area, &list.step(area, list.group())?, list.group());
    }
    if COMBINED.contains(&column) {
        let is_rate = column == COMBINED[1];
        let aspect = if is_rate { Aspect::Rate } else { Aspect::Households };
        return area.shown(Group::Combined, &aspect).ok();
    }
    let known = match (of(RATE), of(PERSONS), of(CHANGE), of(COUNT)) {
        (Some(group), ..) => area.reckoned_rate(group),
        (_, Some(group), ..) => area.figure(group, &Aspect::Persons),
        (_, _, Some(group), _) => list.step(area, group)?.change,
        (.., group) => area.figure(group.unwrap_or_else(|| list.group_of(0)), &Aspect::Households),
    };
    known.ok()
}
