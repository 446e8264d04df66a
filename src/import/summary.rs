//! A summary form to figures: a row a place, a column a field.

use std::collections::BTreeMap;

use super::columns::{ColumnUse, MappedColumn, SheetMap, mapped};
use super::field::{Field, FieldKind};
use super::forms::{forms, words_of};
use super::grid::{CellPlace, Grid, SheetCell};
use super::heading::{Heading, find};
use super::rows::{self, RowKind};
use super::written::{self, Counted, NotACount, Rated};

/// A value as a snapshot stores it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A whole number.
    Count(u64),
    /// A percentage with its decimals.
    Percent(String),
}

/// A figure that a sheet gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The place it is of, from below the unit down; empty: the unit.
    pub area: Vec<String>,
    /// What it is.
    pub field: Field,
    /// How much.
    pub value: Value,
    /// Where it stands.
    pub at: CellPlace,
}

/// Why a cell is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellFault {
    /// No count.
    NotACount(NotACount),
    /// No percentage.
    NotAPercent,
    /// A rate that may be a percentage or a share of one.
    PercentOrShare(String),
}

/// What was read of a sheet.
#[derive(Debug, Clone, Default)]
pub struct SheetReading {
    /// The figures.
    pub given: Vec<Given>,
    /// What its columns are.
    pub columns: Vec<MappedColumn>,
    /// Rows that are no place, with why: their number counted from 1.
    pub left_rows: Vec<(usize, rows::LeftRow)>,
    /// Cells that are not read.
    pub faults: Vec<(CellPlace, CellFault)>,
    /// Names of entries that the map has none for, by their id.
    pub names: BTreeMap<String, String>,
    /// Texts above the headings.
    pub title: Vec<String>,
    /// Codes of places, by their path.
    pub codes: BTreeMap<Vec<String>, String>,
}

/// Reads a sheet that is a summary form; none where it has no headings that are known.
pub fn read(grid: &Grid, map: Option<&SheetMap>) -> Option<SheetReading> {
    let heading = find(grid)?;
    let columns = mapped(grid, &heading, map);
    let is_told =
        columns.iter().any(|column| matches!(column.read_for, ColumnUse::Field(_) | ColumnUse::Unclear(_)));
    if !is_told {
        return None;
    }
    let mut reading = SheetReading {
        title: heading.title.clone(),
        names: new_names(&heading, &columns),
        columns,
        ..SheetReading::default()
    };
    let places = rows::places(grid, &heading, &reading.columns);
    for (row, kind) in places {
        match kind {
            RowKind::LeftOut(why) => reading.left_rows.push((row + 1, why)),
            RowKind::Place { area, counts_persons } => {
                if let Some(code) = heading.code.and_then(|column| grid.cell(row, column).text()) {
                    reading.codes.insert(area.clone(), code.to_owned());
                }
                take_row(grid, &heading, row, &area, counts_persons, &mut reading);
            }
        }
    }
    settle_rates(&mut reading);
    Some(reading)
}

/// Names of entries that no map knows: peoples, as the columns are headed.
fn new_names(heading: &Heading, columns: &[MappedColumn]) -> BTreeMap<String, String> {
    let named = columns.iter().filter_map(|column| {
        let ColumnUse::Field(field) = &column.read_for else { return None };
        let id = field.entry().filter(|id| forms().name_of(id).is_none())?;
        Some((id.to_owned(), heading.columns[column.column].last()?.clone()))
    });
    named.collect()
}

fn take_row(
    grid: &Grid,
    heading: &Heading,
    row: usize,
    area: &[String],
    counts_persons: bool,
    reading: &mut SheetReading,
) {
    for column in reading.columns.clone() {
        let ColumnUse::Field(field) = &column.read_for else { continue };
        let field = if counts_persons { field.of_persons() } else { Some(field.clone()) };
        let Some(field) = field else { continue };
        // Merged cells of figures stand for their first place alone.
        let cell = grid.cell(row, column.column);
        let at = grid.place(row, column.column);
        match value(cell, field.kind()) {
            Ok(None) => {}
            Ok(Some(value)) => reading.given.push(Given { area: area.to_vec(), field, value, at }),
            Err(fault) => reading.faults.push((at, fault)),
        }
    }
    debug_assert!(row >= heading.first);
}

fn value(cell: &SheetCell, kind: FieldKind) -> Result<Option<Value>, CellFault> {
    match kind {
        FieldKind::Count => match written::count(cell) {
            Counted::Nothing => Ok(None),
            Counted::Count(count) => Ok(Some(Value::Count(count))),
            Counted::Not(why) => Err(CellFault::NotACount(why)),
        },
        FieldKind::Percent => match written::percent(cell) {
            Rated::Nothing => Ok(None),
            Rated::Percent(percent) => Ok(Some(Value::Percent(percent))),
            // Told from the others of its column later.
            Rated::Bare(number) => Ok(Some(Value::Percent(format!("?{number}")))),
            Rated::Not => Err(CellFault::NotAPercent),
        },
    }
}

/// Bare rates of a column are percentages or shares of one, all alike: what is above 1 is a percentage, else the counts
/// beside them decide.
fn settle_rates(reading: &mut SheetReading) {
    let fields: Vec<Field> = reading.given.iter().map(|given| given.field.clone()).collect();
    let mut rates: Vec<Field> =
        fields.into_iter().filter(|field| field.kind() == FieldKind::Percent).collect();
    rates.sort_unstable();
    rates.dedup();
    for rate in rates {
        let bare: Vec<usize> = reading
            .given
            .iter()
            .enumerate()
            .filter(|(_, given)| given.field == rate && bare(&given.value).is_some())
            .map(|(index, _)| index)
            .collect();
        if bare.is_empty() {
            continue;
        }
        let is_share = is_share(reading, &rate, &bare);
        let mut open = Vec::new();
        for index in bare {
            let given = &mut reading.given[index];
            let Some(number) = self::bare(&given.value) else { continue };
            match is_share {
                Some(true) => given.value = Value::Percent(hundredfold(&number)),
                Some(false) => given.value = Value::Percent(number),
                None => open.push((given.at.clone(), CellFault::PercentOrShare(number))),
            }
        }
        if is_share.is_none() {
            reading.given.retain(|given| !(given.field == rate && self::bare(&given.value).is_some()));
            reading.faults.extend(open);
        }
    }
}

/// The number of a rate whose measure is still open.
fn bare(value: &Value) -> Option<String> {
    match value {
        Value::Percent(text) => text.strip_prefix('?').map(str::to_owned),
        Value::Count(_) => None,
    }
}

fn is_share(reading: &SheetReading, rate: &Field, bare: &[usize]) -> Option<bool> {
    let numbers: Vec<f64> =
        bare.iter().filter_map(|index| self::bare(&reading.given[*index].value)?.parse().ok()).collect();
    if numbers.iter().any(|number| *number > 1.0) {
        return Some(false);
    }
    if numbers.iter().all(|number| *number == 0.0) {
        return Some(false);
    }
    let group = rate.path().trim_end_matches("rate_percent");
    let count = |area: &[String], path: &str| {
        reading.given.iter().find_map(|given| match given.value {
            Value::Count(count) if given.area == area && given.field.path() == path => {
                count.to_string().parse().ok()
            }
            _ => None,
        })
    };
    let mut told = [0usize; 2];
    for (index, number) in bare.iter().zip(&numbers) {
        let area = &reading.given[*index].area;
        let (Some(of), Some(all)) = (count(area, &format!("{group}households")), count(area, "households"))
        else {
            continue;
        };
        let (of, all): (f64, f64) = (of, all);
        let percent = if all > 0.0 { of / all * 100.0 } else { continue };
        told[0] += usize::from((number - percent).abs() < 0.06);
        told[1] += usize::from((number * 100.0 - percent).abs() < 0.06);
    }
    match told {
        [percent, share] if percent > share => Some(false),
        [percent, share] if share > percent => Some(true),
        _ => None,
    }
}

/// A share of one as a percentage, its digits moved.
fn hundredfold(number: &str) -> String {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let decimals = format!("{decimals:0<2}");
    let (up, rest) = decimals.split_at(2);
    let whole = format!("{whole}{up}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if rest.is_empty() { whole.to_owned() } else { format!("{whole}.{rest}") }
}

/// The words of a title that name a place: "UBND PHƯỜNG 3" is of Phường 3.
pub fn unit_named(title: &[String]) -> Option<String> {
    title.iter().find_map(|line| {
        let words = words_of(line);
        let rest = ["uy ban nhan dan ", "ubnd "].iter().find_map(|lead| words.strip_prefix(lead))?;
        let count = line.split_whitespace().count() - rest.split_whitespace().count();
        Some(line.split_whitespace().skip(count).collect::<Vec<_>>().join(" "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_becomes_a_percentage_by_its_digits() {
        for (share, percent) in
            [("0.022", "2.2"), ("0.0220", "2.20"), ("0.5", "50"), ("1", "100"), ("0", "0")]
        {
            assert_eq!(hundredfold(share), percent);
        }
    }

    #[test]
    fn titles_name_units() {
        let named = |line: &str| unit_named(&[line.to_owned()]);
        assert_eq!(named("UBND PHƯỜNG 3").as_deref(), Some("PHƯỜNG 3"));
        assert_eq!(named("Ủy ban nhân dân Quận 6").as_deref(), Some("Quận 6"));
        assert_eq!(named("BIỂU TỔNG HỢP"), None);
    }
}
