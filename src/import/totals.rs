//! Totals of the unit that no sheet has: of its households, and of its parts.

use crate::text::fold::name_key;

use super::Order;
use super::document::Frame;
use super::field::Field;
use super::gathered::Gathered;
use super::grid::CellPlace;
use super::summary::{Given, Value};
use super::told::Told;

/// Totals of households that no sheet has: those given, else those of the period before.
pub fn of_households(order: &Order, all: &mut Gathered, frame: &mut Frame, told: &mut Told) {
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

/// What the parts of the unit count is the count of the unit, unless the period before has parts that are not here.
pub fn of_parts(order: &Order, all: &Gathered, frame: &mut Frame, told: &mut Told) {
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
