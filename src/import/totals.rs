//! Totals of the unit that no sheet has: of its households, and of its parts.

use crate::text::fold::name_key;

use super::Order;
use super::document::Frame;
use super::field::Field;
use super::forms::words_of;
use super::gathered::Gathered;
use super::grid::{CellPlace, Grid, SheetCell};
use super::summary::{self, Given, Value};
use super::told::Told;
use super::written::{self, Counted};
use super::{heading, rows};

/// Totals of households that no sheet has: those given, else those of the period before.
pub(super) fn of_households(order: &Order, all: &mut Gathered, frame: &mut Frame, told: &mut Told) {
    let households = |area: Vec<String>, count: u64| Given {
        area,
        field: Field::parse("households").expect("a field of every place"),
        value: Value::Count(count),
        at: CellPlace { file: "--households".to_owned(), sheet: None, row: 0, column: 0 },
    };
    let given = order.totals.iter().map(|(name, count)| {
        let area = if name.is_empty() { Vec::new() } else { vec![name.clone()] };
        households(area, *count)
    });
    let conflicts = all.take(given);
    told.conflicts(&conflicts);
    if all.value(&[], "households").is_some() {
        return;
    }
    let parts: Option<Vec<u64>> =
        all.parts_of(&[]).map(|part| all.value(part, "households")?.count()).collect();
    if parts.is_some_and(|parts| !parts.is_empty()) {
        return;
    }
    let before = order.previous.and_then(|(snapshot, _)| {
        let total = snapshot.households.as_ref()?.value.to_string().parse().ok()?;
        Some((total, snapshot.as_of.0))
    });
    match before {
        Some((total, day)) => {
            let shown = usize::try_from(total).unwrap_or(usize::MAX);
            frame.total = Some((total, told.total_before(shown, day)));
        }
        None => told.no_total(),
    }
}

/// The totals of households that a sheet gives for places by name (an empty name: of all of them): a form with a column of
/// households, or names and one number beside each.
///
/// # Errors
/// Where a name has two numbers beside it, and no heading says which is of households.
pub fn in_sheet(grid: &Grid) -> Result<Vec<(String, u64)>, CellPlace> {
    let form = heading::find(grid).and_then(|heading| summary::read(grid, &heading, None, None));
    let households =
        form.iter().flat_map(|form| &form.given).filter(|given| given.field.path() == "households");
    let of_form = households.filter(|given| given.area.len() <= 1);
    let of_form = of_form
        .filter_map(|given| Some((given.area.last().cloned().unwrap_or_default(), given.value.count()?)));
    let of_form: Vec<(String, u64)> = of_form.collect();
    if !of_form.is_empty() {
        return Ok(of_form);
    }
    let mut found = Vec::new();
    for (row, cells) in grid.rows.iter().enumerate() {
        let is_name =
            |cell: &SheetCell| cell.text().is_some_and(|text| text.chars().any(char::is_alphabetic));
        let Some(at) = cells.iter().position(is_name) else { continue };
        let counts = cells.iter().enumerate().skip(at + 1);
        let mut counts = counts.filter_map(|(column, cell)| match written::count(cell) {
            Counted::Count(count) => Some((column, count)),
            Counted::Nothing | Counted::Not(_) => None,
        });
        let Some((_, count)) = counts.next() else { continue };
        if let Some((column, _)) = counts.next() {
            return Err(grid.place(row, column));
        }
        let name = cells[at].text().unwrap_or_default();
        let is_whole = rows::is_total(&words_of(name));
        found.push((if is_whole { String::new() } else { name.to_owned() }, count));
    }
    Ok(found)
}

/// What the parts of the unit count is the count of the unit, unless the period before has parts that are not here.
pub(super) fn of_parts(order: &Order, all: &Gathered, frame: &mut Frame, told: &mut Told) {
    let (parts, sums) = all.sums(&[]);
    frame.are_summed = true;
    if sums.is_empty() {
        return;
    }
    let unit = frame.unit.iter().find(|(name, _)| name == "name").map(|(_, name)| name_key(name));
    let before = order.previous.map(|(snapshot, _)| snapshot);
    let before = before.filter(|before| unit.is_some_and(|unit| unit == name_key(&before.unit.name.vi)));
    let is_here = |name: &str| all.parts_of(&[]).any(|part| name_key(all.name_of(part)) == name_key(name));
    let areas = before.iter().flat_map(|before| &before.areas).map(|area| area.name.vi.as_str());
    let missing: Vec<&str> = areas.filter(|name| !is_here(name)).collect();
    frame.are_summed = missing.is_empty();
    if missing.is_empty() {
        told.summed(parts);
    } else {
        told.not_summed(&missing);
    }
}
