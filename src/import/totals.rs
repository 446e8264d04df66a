//! Totals of the unit that no sheet has: of its households, and of its parts.

use crate::model::qualifier::Qualifier;
use crate::source::format::{Area, Figure, Snapshot};

use super::Order;
use super::document::Frame;
use super::field::Field;
use super::forms::{forms, words_of};
use super::gathered::Gathered;
use super::grid::{CellPlace, Grid, OPTION, SheetCell};
use super::heading::Heading;
use super::named::{in_full, place_key};
use super::people;
use super::summary::{self, Given, Value};
use super::told::{self, Told};
use super::written;
use super::{heading, sums};

/// Totals of households that no sheet has: those given, else those of the period before.
pub(super) fn of_households(order: &Order, all: &mut Gathered, frame: &mut Frame, told: &mut Told) {
    let households = |area: Vec<String>, count: u64| Given {
        area,
        field: Field::parse("households").expect("a field of every place"),
        value: Value::Count(count),
        at: CellPlace { file: format!("{OPTION}households {count}"), sheet: None, row: 0, column: 0 },
    };
    // The row of the unit itself is its total, not that of a part of the same name.
    let own = unit_key(frame);
    let is_own = |name: &String| Some(place_key(name)) == own && !all.has(&[place_key(name)]);
    let given: Vec<Given> = order
        .totals
        .iter()
        .map(|(name, count)| {
            let area = if name.is_empty() || is_own(name) { Vec::new() } else { vec![name.clone()] };
            households(area, *count)
        })
        .collect();
    let nowhere = order.totals.iter().filter(|(name, _)| is_nowhere(name, order, all)).count();
    if nowhere > 0 {
        told.totals_of_nowhere(nowhere);
        return;
    }
    let conflicts = all.take(given);
    told.conflicts(&conflicts);
    let before = before(order, frame);
    if let Some(before) = before {
        let count = of_parts_before(before, all, frame);
        told.parts_before(count, before.as_of.0);
    }
    if all.value(&[], "households").is_some() {
        return;
    }
    let parts: Option<Vec<u64>> =
        all.parts_of(&[]).map(|part| all.value(part, "households")?.count()).collect();
    if let Some(parts) = parts.filter(|parts| !parts.is_empty()) {
        if !order.totals.is_empty() {
            of_given_parts(before, &parts, all, frame, told);
        }
        return;
    }
    match before.and_then(|before| Some((count_of(before.households.as_ref())?, before.as_of.0))) {
        Some((total, day)) => {
            let shown = usize::try_from(total).unwrap_or(usize::MAX);
            frame.totals.insert(Vec::new(), (total, told.total_before(shown, day)));
        }
        // The cell that has it may be one that is refused.
        None if told.is_refused => {}
        None => told.no_total(&without_total(all)),
    }
}

/// Is a total of a place that neither the figures nor the period before have, and that no word tells to be one? It may be
/// somebody.
fn is_nowhere(name: &str, order: &Order, all: &Gathered) -> bool {
    let is_before = |(before, _): (&Snapshot, &str)| {
        before.areas.iter().any(|area| place_key(&area.name.vi) == place_key(name))
    };
    !name.is_empty()
        && !people::is_kind_of_place(&in_full(name))
        && !name.contains(|c: char| c.is_ascii_digit())
        && !all.has(&[place_key(name)])
        && !order.previous.is_some_and(is_before)
}

/// The parts without a total of households, where some have one.
fn without_total(all: &Gathered) -> Vec<&str> {
    let (with, without): (Vec<&[String]>, Vec<&[String]>) =
        all.parts_of(&[]).partition(|part| all.value(part, "households").is_some());
    if with.is_empty() { Vec::new() } else { without.into_iter().map(|part| all.name_of(part)).collect() }
}

/// The total of a unit that has counts of its own, a list's, where totals of all its parts are given.
fn of_given_parts(
    before: Option<&Snapshot>,
    parts: &[u64],
    all: &Gathered,
    frame: &mut Frame,
    told: &mut Told,
) {
    let (_, sums) = all.sums(&[]);
    if sums.iter().any(|(field, _)| field.path() == "households") {
        return;
    }
    let missing = missing_since(before, all);
    if missing.is_empty() {
        let note = told.total_of_given(parts.len());
        frame.totals.insert(Vec::new(), (parts.iter().sum(), note));
    } else {
        told.no_total(&missing);
    }
}

/// The parts of the period before that are not here.
fn missing_since<'a>(before: Option<&'a Snapshot>, all: &Gathered) -> Vec<&'a str> {
    let is_here = |name: &str| all.parts_of(&[]).any(|part| place_key(all.name_of(part)) == place_key(name));
    let areas = before.into_iter().flat_map(|before| &before.areas).map(|area| area.name.vi.as_str());
    areas.filter(|name| !is_here(name)).collect()
}

/// Why the totals of a sheet are not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TotalsFault {
    /// A name has two numbers beside it.
    TwoNumbers(CellPlace),
    /// A name may be somebody's.
    People(CellPlace),
}

/// The totals of households that a sheet gives for places by name (an empty name: of all of them): a form with a column of
/// households, or names and one number beside each.
///
/// # Errors
/// Where a name has two numbers beside it, and no heading says which is of households; where it may be somebody's.
pub fn in_sheet(grid: &Grid) -> Result<Vec<(String, u64)>, TotalsFault> {
    let heading = heading::find(grid);
    let form = heading.as_ref().and_then(|heading| summary::read(grid, heading, None, None));
    if form.as_ref().is_some_and(|form| form.is_of_people) {
        return Err(TotalsFault::People(grid.place(heading.map_or(0, |heading| heading.first), 0)));
    }
    let households =
        form.iter().flat_map(|form| &form.given).filter(|given| given.field.path() == "households");
    let of_form = households.filter(|given| given.area.len() <= 1);
    let of_form = of_form
        .filter_map(|given| Some((given.area.last().cloned().unwrap_or_default(), given.value.count()?)));
    let of_form: Vec<(String, u64)> = of_form.collect();
    if !of_form.is_empty() {
        return Ok(of_form);
    }
    let of_households = heading.as_ref().and_then(column_of_households);
    let mut found = Vec::new();
    for (row, cells) in grid.rows.iter().enumerate() {
        let is_name =
            |cell: &SheetCell| cell.text().is_some_and(|text| text.chars().any(char::is_alphabetic));
        let Some(at) = cells.iter().position(is_name) else { continue };
        let is_asked = |column: usize| of_households.is_none_or(|only| only == column);
        let counts = cells.iter().enumerate().skip(at + 1).filter(|(column, _)| is_asked(*column));
        let mut counts = counts.filter_map(|(column, cell)| Some((column, written::count(cell).number()?)));
        let Some((_, count)) = counts.next() else { continue };
        if let Some((column, _)) = counts.next() {
            return Err(TotalsFault::TwoNumbers(grid.place(row, column)));
        }
        let name = cells[at].text().unwrap_or_default();
        if people::is_somebody(name) {
            return Err(TotalsFault::People(grid.place(row, at)));
        }
        let is_whole = sums::is_total(&words_of(name));
        found.push((if is_whole { String::new() } else { name.to_owned() }, count));
    }
    Ok(found)
}

/// The one column that is headed as that of all households: "Tổng số hộ" beside "Nhân khẩu".
fn column_of_households(heading: &Heading) -> Option<usize> {
    let is_it = |column: &usize| forms().headings.is_of_whole("households", &heading.words(*column));
    let mut found = (0..heading.columns.len()).filter(is_it);
    found.next().filter(|_| found.next().is_none())
}

/// The snapshot of the period before, where it is of the same unit.
fn before<'a>(order: &Order<'a>, frame: &Frame) -> Option<&'a Snapshot> {
    let (before, _) = order.previous?;
    (unit_key(frame)? == place_key(&before.unit.name.vi)).then_some(before)
}

/// The key of the unit's own name, where that is known.
fn unit_key(frame: &Frame) -> Option<String> {
    frame.unit.iter().find(|(name, _)| name == "name").map(|(_, name)| place_key(name))
}

fn count_of(figure: Option<&Figure>) -> Option<u64> {
    // "Hơn 1.200" is no total.
    let figure = figure.filter(|figure| figure.qualifier == Qualifier::Exact)?;
    figure.value.to_string().parse().ok()
}

/// Codes and totals of the parts that no sheet has, of the period before. How many parts have such a total.
fn of_parts_before(before: &Snapshot, all: &mut Gathered, frame: &mut Frame) -> usize {
    let note = told::total_of(frame.lang, before.as_of.0);
    let mut count = 0;
    let mut open: Vec<(Vec<String>, &Area)> =
        before.areas.iter().map(|area| (vec![place_key(&area.name.vi)], area)).collect();
    while let Some((key, area)) = open.pop() {
        open.extend(area.areas.iter().map(|part| {
            let mut key = key.clone();
            key.push(place_key(&part.name.vi));
            (key, part)
        }));
        if !all.has(&key) {
            continue;
        }
        if let Some(code) = &area.code {
            all.take_code(&key, &code.0);
        }
        let own = |path: &str| all.value(&key, path).and_then(Value::count).unwrap_or(0);
        let poor = own("poor.households") + own("near_poor.households");
        let total = count_of(area.households.as_ref()).filter(|total| *total >= poor);
        if let (Some(total), None) = (total, all.value(&key, "households")) {
            frame.totals.insert(key, (total, note.clone()));
            count += 1;
        }
    }
    count
}

/// What the parts of the unit count is the count of the unit, unless the period before has parts that are not here.
/// Nor where a sheet has a row of figures without a name: which sheet.
pub(super) fn of_parts(
    order: &Order,
    (all, unnamed): (&Gathered, Option<String>),
    frame: &mut Frame,
    told: &mut Told,
) {
    let (parts, sums) = all.sums(&[]);
    frame.are_summed = true;
    let is_known = all.figures_of(&[]).any(|given| !matches!(given.field.path(), "households" | "persons"));
    if parts == 1 && !is_known {
        told.one_part();
    }
    let without = all.tables_without_whole(&[]);
    if !without.is_empty() {
        told.without_whole(&without);
    }
    let missing = missing_since(before(order, frame), all);
    let silent = all.silent_parts(&[]);
    if sums.is_empty() && !is_known && !silent.is_empty() {
        return told.not_summed_silent(&silent);
    }
    if sums.is_empty() {
        // A list counts for the whole whatever places it names.
        if is_known && parts > 0 && !missing.is_empty() {
            // Whoever reads the counts of the whole later has to know it too.
            told.absent(&missing);
            let doubt = |lang| vec![("areas".to_owned(), told::absent(lang, &missing))];
            frame.doubts.extend(told::doubts(doubt));
        }
        return;
    }
    frame.are_summed = missing.is_empty() && unnamed.is_none();
    if let Some(sheet) = unnamed {
        told.not_summed_unnamed(&sheet);
    } else if missing.is_empty() {
        told.summed(parts);
        told.not_all_summed(&all.unsummed(&[]));
    } else {
        told.not_summed(&missing);
    }
}
