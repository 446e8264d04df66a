//! The columns of a form that hold figures, and the rows that have any.

use std::sync::LazyLock;

use super::columns::{ColumnUse, MappedColumn};
use super::field::{Field, FieldKind};
use super::grid::{Grid, SheetCell};
use super::written::{self, Counted};

/// A rate, which nothing is summed up of.
static RATE: LazyLock<Field> =
    LazyLock::new(|| Field::parse("poor.rate_percent").expect("a field of a group"));

/// The columns of figures; of a form of shares alone those of the shares.
pub fn figures_of(columns: &[MappedColumn]) -> Vec<(usize, &Field)> {
    let fields = columns.iter().filter_map(|column| match &column.read_for {
        ColumnUse::Field(field) => Some((column.column, field)),
        _ => None,
    });
    let fields: Vec<(usize, &Field)> = fields.collect();
    if !fields.is_empty() {
        return fields;
    }
    let shares = columns.iter().filter(|column| matches!(column.read_for, ColumnUse::ShareOf(_)));
    shares.map(|column| (column.column, &*RATE)).collect()
}

/// Has a row a figure in one of these columns?
pub fn has_figures(grid: &Grid, row: usize, figures: &[(usize, &Field)]) -> bool {
    // A bare number may be anything beside counts; where all are rates it is one.
    let are_rates = figures.iter().all(|(_, field)| field.kind() == FieldKind::Percent);
    figures.iter().any(|(column, field)| {
        let cell = grid.cell(row, *column);
        // "Hơn 20" is one too.
        let number =
            cell.text().and_then(written::qualified).map(|(_, rest)| SheetCell::Text(rest.to_owned()));
        let cell = number.as_ref().unwrap_or(cell);
        match field.kind() {
            FieldKind::Count => written::count(cell).number().is_some(),
            FieldKind::Percent => match written::percent(cell) {
                written::Rated::Percent(_) => true,
                written::Rated::Bare(_) => are_rates,
                written::Rated::Nothing | written::Rated::Not => false,
            },
        }
    })
}

/// Has a row any cell in one of these columns?
pub fn has_cells(grid: &Grid, row: usize, figures: &[(usize, &Field)]) -> bool {
    figures.iter().any(|(column, _)| written::count(grid.cell(row, *column)) != Counted::Nothing)
}
