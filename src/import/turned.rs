//! Tables whose rows are the fields: a column a place ("Chỉ tiêu | Phường 1 | Phường 2"), or one column of values of the
//! unit itself ("Nội dung | ĐVT | Số lượng"). Turned over they are forms as all others are; each cell keeps its place.

use super::forms::{forms, has_phrase, words_of};
use super::grid::{Grid, SheetCell, column_name};
use super::heading::{self, Heading};
use super::named::place_key;
use super::people::{self, is_kind_of_place};
use super::written;
use super::{sums, template};

/// The headings lie within so many first rows.
const WITHIN: usize = 40;

/// A table that was turned over.
#[derive(Debug)]
pub enum Turned {
    /// As a form: a row a place, a column a field.
    Form(Box<(Grid, Heading)>),
    /// The columns that name no place, as they are headed, and the table all the same: of which of them the figures are is
    /// not told.
    NoPlaces(Vec<String>, Box<(Grid, Heading)>),
    /// A place that has several columns.
    Twice(String),
}

/// What the columns beside the fields are.
enum Head {
    /// A place or the unit.
    Place,
    /// Values of the unit.
    Values,
    /// In what a row counts.
    Unit,
    /// Nothing of the figures: a number, a remark.
    Aside,
    /// Neither.
    Other,
}

/// Turns a table over whose rows are fields; none where it is no such table.
pub fn table(grid: &Grid) -> Option<Turned> {
    let (top, field) =
        (0..grid.rows.len().min(WITHIN)).find_map(|row| Some((row, head_of_fields(grid, row)?)))?;
    let headed = |at: usize| grid.shown_at(top, at).text();
    let heads: Vec<(usize, Head)> =
        (0..grid.width()).filter(|at| *at != field).filter_map(|at| Some((at, head(headed(at)?)))).collect();
    let of =
        |wanted: fn(&Head) -> bool| heads.iter().filter(move |(_, head)| wanted(head)).map(|(at, _)| *at);
    let places: Vec<usize> = of(|head| matches!(head, Head::Place)).filter(|at| *at > field).collect();
    let values: Vec<usize> = of(|head| matches!(head, Head::Values)).filter(|at| *at > field).collect();
    let others: Vec<usize> = of(|head| matches!(head, Head::Other))
        .filter(|at| *at > field && has_counts(grid, top, *at))
        .collect();
    let unit = of(|head| matches!(head, Head::Unit)).next();
    let form = |own: &[usize]| Box::new(turned(grid, (top, field), own, unit));
    match (places.as_slice(), values.as_slice(), others.as_slice()) {
        ([], [], []) => None,
        ([], [_], []) => Some(Turned::Form(form(&values))),
        ([_, ..], [], []) => {
            let key = |at: &usize| place_key(headed(*at).unwrap_or_default());
            let twice = places
                .iter()
                .enumerate()
                .find(|(index, at)| places[..*index].iter().any(|own| key(own) == key(at)));
            let name = twice.and_then(|(_, at)| headed(*at)).map(str::to_owned);
            Some(name.map_or_else(|| Turned::Form(form(&places)), Turned::Twice))
        }
        _ => {
            let mut own = [values.as_slice(), others.as_slice()].concat();
            own.sort_unstable();
            // A name may be somebody's.
            let shown = |at: &usize| {
                headed(*at)
                    .filter(|head| !people::are_named(head))
                    .map_or_else(|| column_name(*at), str::to_owned)
            };
            Some(Turned::NoPlaces(own.iter().map(shown).collect(), form(&own)))
        }
    }
}

/// The column of the fields, where a row heads one.
fn head_of_fields(grid: &Grid, row: usize) -> Option<usize> {
    let is_one = |at: &usize| {
        grid.cell(row, *at).text().is_some_and(|text| forms().labels.fields.contains(&words_of(text)))
    };
    (0..grid.width()).find(is_one)
}

fn head(text: &str) -> Head {
    let (words, labels) = (words_of(text), &forms().labels);
    if is_kind_of_place(text) || sums::is_total(&words) {
        Head::Place
    } else if labels.values.contains(&words) {
        Head::Values
    } else if labels.units.contains(&words) {
        Head::Unit
    } else if labels.number.contains(&words) || words == "ghi chu" {
        Head::Aside
    } else {
        Head::Other
    }
}

fn has_counts(grid: &Grid, top: usize, column: usize) -> bool {
    (top + 1..grid.rows.len()).any(|row| written::count(grid.cell(row, column)).number().is_some())
}

/// The table with its rows as columns. A row without figures heads those below it.
fn turned(grid: &Grid, (top, field): (usize, usize), own: &[usize], unit: Option<usize>) -> (Grid, Heading) {
    let height = grid.rows.len();
    let below = || top + 1..height;
    let mut rows: Vec<Vec<SheetCell>> = vec![Vec::new(); own.last().map_or(0, |last| last + 1)];
    for at in own {
        let text = grid.shown_at(top, *at).text().unwrap_or_default();
        // One column of values is of the unit as a whole.
        let name = if matches!(head(text), Head::Values) { template::WHOLE } else { text };
        let blanks = std::iter::repeat_n(SheetCell::Empty, top);
        let name = SheetCell::Text(name.to_owned());
        rows[*at] = blanks.chain([name]).chain(below().map(|row| grid.cell(row, *at).clone())).collect();
    }
    let mut above: Option<&str> = None;
    let mut title = heading::titles(grid, top);
    let mut headed = |row: usize| -> Vec<String> {
        let Some(label) = grid.shown_at(row, field).text() else { return Vec::new() };
        if own.iter().all(|at| grid.cell(row, *at).is_empty()) {
            above = Some(label);
            return Vec::new();
        }
        let counted = unit.and_then(|at| grid.cell(row, at).text()).unwrap_or_default();
        let words = words_of(counted);
        // As a form says it above its headings.
        if forms().titles.scales.iter().any(|phrase| has_phrase(&words, phrase)) {
            title.push(format!("ĐVT: {counted}"));
        }
        let parts = above.into_iter().chain([label]).chain(counted.contains('%').then_some("%"));
        parts.map(str::to_owned).collect()
    };
    let own_heads: Vec<Vec<String>> = below().map(&mut headed).collect();
    let columns =
        std::iter::repeat_n(Vec::new(), top).chain([vec![DIVISION.to_owned()]]).chain(own_heads).collect();
    let heading = Heading {
        top: 0,
        first: own.first().copied().unwrap_or_default(),
        title,
        columns,
        name: top,
        ..Heading::default()
    };
    let not_computed = grid.not_computed.iter().map(|(row, column)| (*column, *row)).collect();
    let merged = super::grid::AllMerged::default();
    (Grid { rows, merged, not_computed, is_turned: true, ..grid.clone() }, heading)
}

/// What heads the names of places of a table that was turned over.
pub const DIVISION: &str = "Đơn vị";
