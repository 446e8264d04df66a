//! Tables whose rows are the lacks or causes of one unit and whose columns are the groups: each column becomes a form of
//! one row, with the lacks as its columns. Their names are no places.

use std::collections::BTreeSet;

use super::beside::is_bare_rate;
use super::forms::{ColumnRule, forms, words_of};
use super::grid::{AllMerged, Grid, SheetCell};
use super::heading::Heading;
use super::people::is_kind_of_place;
use super::template;
use super::turned::DIVISION;
use super::written;

/// What is said above a row of each list; a form is known by it.
const LISTS: [(&str, &str); 2] = [("deprivations.", "Chỉ số thiếu hụt"), ("causes.", "Nguyên nhân")];
/// So many lacks or causes make a list.
const LEAST: usize = 3;

/// The forms that the columns of such a table make; none where its rows are others.
pub fn tables(grid: &Grid, heading: &Heading) -> Option<Vec<(Grid, Heading)>> {
    let has_count = |row: usize, column: usize| written::count(grid.cell(row, column)).number().is_some();
    let values = |row: usize| (heading.name + 1..grid.width()).filter(move |column| has_count(row, *column));
    let named = (heading.first..grid.rows.len())
        .filter_map(|row| Some((row, grid.shown_at(row, heading.name).text()?)))
        .filter(|(row, _)| values(*row).next().is_some());
    let named: Vec<(usize, &str)> = named.collect();
    let known: Vec<&ColumnRule> = named.iter().filter_map(|(_, name)| entry(name)).collect();
    let different: BTreeSet<&str> = known.iter().map(|rule| rule.field.as_str()).collect();
    if different.len() < LEAST || known.len() * 2 <= named.len() {
        return None;
    }
    let columns: BTreeSet<usize> = named.iter().flat_map(|(row, _)| values(*row)).collect();
    let is_headed = |column: &usize| heading.columns.get(*column).is_some_and(|parts| !parts.is_empty());
    Some(columns.into_iter().filter(is_headed).map(|column| form(grid, heading, &named, column)).collect())
}

/// The lack or cause that a row is called by.
fn entry(name: &str) -> Option<&'static ColumnRule> {
    let words = words_of(name);
    let rules = forms().forms.iter().flat_map(|form| &form.columns);
    let own = rules.filter(|rule| LISTS.iter().any(|(list, _)| rule.field.starts_with(list)));
    own.filter(|_| !is_kind_of_place(name)).find(|rule| rule.fit(&words).is_some())
}

/// What is said above the list that a row is of.
fn list_of(name: &str) -> Option<&'static str> {
    let rule = entry(name)?;
    LISTS.iter().find(|(list, _)| rule.field.starts_with(list)).map(|(_, said)| *said)
}

/// A column as a form: its cells as one row of the unit, headed with the names of the rows.
fn form(grid: &Grid, heading: &Heading, named: &[(usize, &str)], column: usize) -> (Grid, Heading) {
    let above = groups(heading, column);
    let first = named.iter().find_map(|(_, name)| list_of(name));
    let heads = (heading.top + 1..grid.rows.len()).map(|row| {
        let Some((_, name)) = named.iter().find(|(known, _)| *known == row) else { return Vec::new() };
        // "Tổng số hộ nghèo" counts households; any other sum is one of the list.
        let is_of_households = words_of(name).split(' ').any(|word| word == "ho");
        let list = list_of(name).or_else(|| first.filter(|_| !is_of_households));
        list.map(str::to_owned).into_iter().chain(above.clone()).chain([(*name).to_owned()]).collect()
    });
    let blanks = std::iter::repeat_n(Vec::new(), heading.top);
    let columns = blanks.chain([vec![DIVISION.to_owned()]]).chain(heads).collect();
    let cells = (heading.top + 1..grid.rows.len()).map(|row| grid.cell(row, column).clone());
    let name = SheetCell::Text(template::WHOLE.to_owned());
    let mut rows: Vec<Vec<SheetCell>> = vec![Vec::new(); column];
    rows.push(std::iter::repeat_n(SheetCell::Empty, heading.top).chain([name]).chain(cells).collect());
    let own = Heading {
        top: 0,
        first: column,
        title: heading.title.clone(),
        columns,
        name: heading.top,
        ..Heading::default()
    };
    let not_computed = grid.not_computed.iter().map(|(row, column)| (*column, *row)).collect();
    (Grid { rows, merged: AllMerged::default(), not_computed, is_turned: true, ..grid.clone() }, own)
}

/// What a column is headed with; a plain rate is of what stands left of it.
fn groups(heading: &Heading, column: usize) -> Vec<String> {
    let own = heading.columns[column].clone();
    let is_bare = own.len() == 1 && is_bare_rate(&words_of(&own[0]));
    let left = column.checked_sub(1).filter(|left| is_bare && *left > heading.name);
    left.map(|left| heading.columns[left].clone()).unwrap_or_default().into_iter().chain(own).collect()
}
