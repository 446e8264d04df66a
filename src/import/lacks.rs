//! The total of lacks that a form has beside the lacks: it stores nothing, but is set against them. Some offices write the
//! households there that lack anything, which are no sum of them.

use std::collections::BTreeSet;

use crate::model::measure::Group;

use super::columns::{ColumnUse, LeftOut};
use super::field::Field;
use super::grid::{CellPlace, Grid};
use super::group;
use super::heading::Heading;
use super::summary::{Given, SheetReading};
use super::written;

/// A total that the lacks of its row do not make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LackDoubt {
    /// Where it stands.
    pub at: CellPlace,
    /// The place it is of.
    pub area: Vec<String>,
    /// The first of the lacks.
    pub field: Field,
    /// The total.
    pub total: u64,
    /// What the lacks come to.
    pub sum: u64,
}

/// A row with a total and lacks of the same group.
struct LackRow<'a> {
    first: &'a Given,
    at: CellPlace,
    total: u64,
    sum: u64,
    /// The most households that have one lack.
    most: u64,
    /// The households of the group, where the row has them.
    households: Option<u64>,
}

/// Settles what the columns of totals are, and which of their cells the lacks do not make.
pub fn settle(grid: &Grid, heading: &Heading, reading: &mut SheetReading) {
    for column in &mut reading.columns {
        if column.read_for != ColumnUse::LeftOut(LeftOut::OfLacks) {
            continue;
        }
        let group = group::of_heading(heading, column.column).or_else(|| only_group(&reading.given));
        let rows = group.map(|group| rows(grid, column.column, group, &reading.given)).unwrap_or_default();
        if rows.is_empty() {
            column.read_for = ColumnUse::LeftOut(LeftOut::Computed);
        } else if are_households(&rows) {
            column.read_for = ColumnUse::LeftOut(LeftOut::Lacking);
        } else {
            let others = rows.into_iter().filter(|row| row.total != row.sum);
            reading.lacks.extend(others.map(|LackRow { first, at, total, sum, .. }| LackDoubt {
                at,
                area: first.area.clone(),
                field: first.field.clone(),
                total,
                sum,
            }));
        }
    }
}

/// The group that all lacks of a sheet are of.
fn only_group(given: &[Given]) -> Option<Group> {
    let groups = given.iter().filter(|given| is_lack(given)).filter_map(|given| given.field.group());
    let groups: BTreeSet<&str> = groups.map(Group::code).collect();
    Group::from_code(groups.first().filter(|_| groups.len() == 1)?)
}

fn is_lack(given: &Given) -> bool {
    given.field.parts().next() == Some("deprivations")
}

fn rows<'a>(grid: &Grid, column: usize, group: Group, given: &'a [Given]) -> Vec<LackRow<'a>> {
    let own: Vec<&Given> = given.iter().filter(|given| given.field.group() == Some(group)).collect();
    let numbers: BTreeSet<usize> = own.iter().map(|given| given.at.row).collect();
    let row = |row: usize| {
        let total = written::count(grid.cell(row, column)).number()?;
        let here = || own.iter().copied().filter(|given| given.at.row == row);
        let lacks = || here().filter(|given| is_lack(given)).filter_map(|given| given.value.count());
        let households = format!("{}.households", group.code());
        Some(LackRow {
            first: here().find(|given| is_lack(given))?,
            at: grid.place(row, column),
            total,
            sum: lacks().sum(),
            most: lacks().max()?,
            households: here().find(|given| given.field.path() == households).and_then(|g| g.value.count()),
        })
    };
    numbers.into_iter().filter_map(row).collect()
}

/// Do the totals count households that lack anything? Most of them are no sum where the two differ, and each lies where a
/// number of such households can.
fn are_households(rows: &[LackRow<'_>]) -> bool {
    let telling: Vec<&LackRow<'_>> = rows.iter().filter(|row| row.sum > row.most).collect();
    let sums = telling.iter().filter(|row| row.total == row.sum).count();
    let may_be = |row: &LackRow<'_>| {
        (row.most..=row.sum).contains(&row.total) && row.households.is_none_or(|most| row.total <= most)
    };
    !telling.is_empty() && sums * 2 < telling.len() && rows.iter().all(may_be)
}
