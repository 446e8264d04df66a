//! In which order the areas stand.

use std::cmp::Ordering;

use crate::model::area::Area;
use crate::model::measure::Aspect;
use crate::model::ops::Known;
use crate::text::fold;

use super::super::View;
use super::List;
use super::columns::{ALL, BAR, CHANGE, COUNT, PERSONS, RATE};

/// Columns that sort: the poor, their rate and change, which are asked for most, then their persons; the same of the
/// near-poor; the name, which is no column, and all households. The bar is the rate's and sorts by nothing of its own.
const SORTS: [usize; 10] =
    [COUNT[0], RATE[0], CHANGE[0], PERSONS[0], COUNT[1], RATE[1], CHANGE[1], PERSONS[1], NAME, ALL];
/// Stands for the name among the columns that sort.
pub const NAME: usize = 99;

/// The next column to sort by; a new column begins from the top down, names from the first, changes from the largest
/// fall.
pub fn next_sort(view: &View, sort: (usize, bool)) -> (usize, bool) {
    let is_one = view.area().groups().len() == 1;
    let is_shown = |column: &usize| !(is_one && (COUNT[1]..=CHANGE[1]).contains(column));
    let sorts: Vec<usize> = SORTS.into_iter().filter(is_shown).collect();
    let at = sorts.iter().position(|column| *column == sort.0).unwrap_or(0);
    let next = sorts[(at + 1) % sorts.len()];
    (next, next != NAME && !CHANGE.contains(&next))
}

/// Areas without the figure stand last, whichever way it is sorted.
pub fn order(list: &List, a: &Area, b: &Area) -> Ordering {
    let names = || fold::natural_cmp(&a.name.name.vi, &b.name.name.vi);
    let (column, down) = list.view.sort;
    if column == NAME {
        return if down { names().reverse() } else { names() };
    }
    match (figure(list, a, column), figure(list, b, column)) {
        (Ok(x), Ok(y)) => {
            let by_value = x.amount.low().cmp(y.amount.low());
            if down { by_value.reverse() } else { by_value }.then_with(names)
        }
        (Ok(_), Err(_)) => Ordering::Less,
        (Err(_), Ok(_)) => Ordering::Greater,
        (Err(_), Err(_)) => names(),
    }
}

fn figure(list: &List, area: &Area, column: usize) -> Known {
    let of = |columns: [usize; 2]| columns.iter().position(|c| *c == column).map(|at| list.group_of(at));
    if column == ALL {
        return area.total();
    }
    if column == BAR {
        return area.rate(list.group());
    }
    match (of(RATE), of(PERSONS), of(CHANGE), of(COUNT)) {
        (Some(group), ..) => area.rate(group),
        (_, Some(group), ..) => area.figure(group, &Aspect::Persons),
        (_, _, Some(group), _) => list.step(area, group).change.clone(),
        (.., group) => area.figure(group.unwrap_or_else(|| list.group_of(0)), &Aspect::Households),
    }
}
