//! Lines of the movement of a group that words alone leave open: "Thoát nghèo" beside "Chuyển sang cận nghèo" is all who
//! left or the rest of them, and who came or went for other reasons may have several columns.

use std::collections::BTreeMap;

use crate::model::measure::Group;

use super::columns::{ColumnUse, LeftOut, MappedColumn};
use super::field::Field;
use super::forms::{has_phrase, words_of};
use super::grid::{Grid, SheetCell};
use super::heading::Heading;
use super::summary::{Given, Value};
use super::written;

/// The lines that are a rest: what several columns give of them is added up.
const RESTS: [&str; 2] = ["other_out", "other_in"];

/// Settles which lines the columns are; what a map says stands.
pub fn settle(
    grid: &Grid,
    heading: &Heading,
    mapped: &mut [MappedColumn],
    is_mapped: impl Fn(&MappedColumn) -> bool,
) {
    for group in Group::TWO {
        leave_sums_of_rests(heading, mapped, group);
        if let Some((at, found)) =
            escaped(grid, heading, mapped, group).filter(|(at, _)| !is_mapped(&mapped[*at]))
        {
            mapped[at].read_for = found;
        }
    }
}

/// Of several columns of one rest the one that is called their sum only repeats them.
fn leave_sums_of_rests(heading: &Heading, mapped: &mut [MappedColumn], group: Group) {
    for line in RESTS {
        let own = columns_of(mapped, &path(group, line));
        let is_sum = |at: &usize| {
            let last =
                heading.columns[mapped[*at].column].last().map(|part| words_of(part)).unwrap_or_default();
            ["tong", "cong"].iter().any(|word| has_phrase(&last, word))
        };
        let sums: Vec<usize> = own.iter().copied().filter(is_sum).collect();
        if own.len() > sums.len() {
            for at in sums {
                mapped[at].read_for = ColumnUse::LeftOut(LeftOut::Computed);
            }
        }
    }
}

/// What "Thoát nghèo" is beside those who became near-poor, and no column of those who left both groups: the rest, where
/// only that makes the beginning the end; all who left, where only these do; else it may be either.
fn escaped(
    grid: &Grid,
    heading: &Heading,
    mapped: &[MappedColumn],
    group: Group,
) -> Option<(usize, ColumnUse)> {
    let to_other = if group == Group::Poor { "to_near_poor" } else { "to_poor" };
    let one = |line: &str| match columns_of(mapped, &path(group, line)).as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    let (own, other) = (one("escaped")?, one(to_other)?);
    let is_there = |line: &str| !columns_of(mapped, &path(group, line)).is_empty();
    // "Thoát nghèo / Trong đó: trở thành hộ cận nghèo" is a part of them.
    let words = heading.words(mapped[other].column);
    if is_there("above_near_poor") || ["thoat", "trong do"].iter().any(|phrase| has_phrase(&words, phrase)) {
        return None;
    }
    let column = |at: usize| mapped[at].column;
    let ends = one("start").zip(columns_of(mapped, &format!("{}.households", group.code())).first().copied());
    let lines = |lines: &[&str]| -> Vec<usize> {
        lines.iter().flat_map(|line| columns_of(mapped, &path(group, line))).map(column).collect()
    };
    let (out, come) =
        (lines(&["other_out"]), lines(&["relapsed", "newly", "other_in", "from_near_poor", "from_poor"]));
    let (mut fits, mut is_asked) = ([true; 2], false);
    for row in heading.first..grid.rows.len() {
        let count = |column: usize| count(grid.cell(row, column));
        is_asked |= count(column(other)).is_some_and(|became| became > 0);
        let Some((start, end)) =
            ends.and_then(|(start, end)| Some((count(column(start))?, count(column(end))?)))
        else {
            continue;
        };
        let sum = |columns: &[usize]| columns.iter().filter_map(|column| count(*column)).sum::<i64>();
        let [left, became] = [own, other].map(|at| count(column(at)).unwrap_or_default());
        let open = start - sum(&out) + sum(&come) - left;
        if became > 0 {
            fits = [fits[0] && open - became == end, fits[1] && open == end];
        }
    }
    let (rest, all) =
        (Field::parse(&path(group, "above_near_poor"))?, Field::parse(&path(group, "escaped"))?);
    match fits {
        [true, false] => Some((own, ColumnUse::Field(rest))),
        [false, true] => None,
        // Where nobody became near-poor both are one.
        _ if !is_asked => None,
        _ => Some((own, ColumnUse::Unclear(vec![all, rest]))),
    }
}

fn path(group: Group, line: &str) -> String {
    format!("{}.movement.{line}", group.code())
}

/// The columns that are read for a field.
fn columns_of(mapped: &[MappedColumn], path: &str) -> Vec<usize> {
    let is_it = |at: &usize| matches!(&mapped[*at].read_for, ColumnUse::Field(field) if field.path() == path);
    (0..mapped.len()).filter(is_it).collect()
}

fn count(cell: &SheetCell) -> Option<i64> {
    i64::try_from(written::count(cell).number()?).ok()
}

/// Adds up what several columns of a row give of one rest.
pub fn add_up(given: &mut Vec<Given>, is_turned: bool) {
    let mut first: BTreeMap<(Field, Vec<String>, usize), usize> = BTreeMap::new();
    let mut kept: Vec<Given> = Vec::new();
    for own in given.drain(..) {
        let is_rest = own.field.parts().last().is_some_and(|line| RESTS.contains(&line));
        let row = if is_turned { own.at.column } else { own.at.row };
        let key = (own.field.clone(), own.area.clone(), row);
        match (first.get(&key).copied().filter(|_| is_rest), own.value.count()) {
            (Some(at), Some(more)) if kept[at].value.count().is_some() => {
                let sum = kept[at].value.count().unwrap_or_default().saturating_add(more);
                kept[at].value = Value::Count(sum);
            }
            _ => {
                first.insert(key, kept.len());
                kept.push(own);
            }
        }
    }
    *given = kept;
}
