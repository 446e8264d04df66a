//! Tables made of another: some of its columns alone, or what stands side by side one after the other.

use super::{Cell, Column, Opens, Row, Table};

impl Table {
    /// The same table with these columns alone.
    #[must_use]
    pub fn only(&self, columns: &[usize]) -> Self {
        let place = |index: usize| columns.iter().position(|kept| *kept == index);
        let group = |(title, first, last): &(String, usize, usize)| {
            let inside = || columns.iter().filter(|kept| (*first..=*last).contains(*kept));
            Some((title.clone(), place(*inside().next()?)?, place(*inside().next_back()?)?))
        };
        let row = |row: &Row| Row {
            cells: columns.iter().map(|kept| row.cells.get(*kept).cloned().unwrap_or_default()).collect(),
            lead: place(row.lead).unwrap_or_default(),
            ..row.clone()
        };
        let column = |column: &Column| Column { instead: column.instead.and_then(place), ..column.clone() };
        Self {
            groups: self.groups.iter().filter_map(group).collect(),
            columns: columns.iter().filter_map(|kept| self.columns.get(*kept)).map(column).collect(),
            rows: self.rows.iter().map(row).collect(),
            sorted: self.sorted.and_then(|(index, down)| Some((place(index)?, down))),
            beside: self.beside.and_then(place),
            ..self.clone()
        }
    }

    /// Tables that stand side by side, one after the other: a row of one says nothing of what stands beside it.
    pub fn apart(&self) -> Vec<Self> {
        let Some(from) = self.beside else { return vec![self.clone()] };
        let columns = |from, to| (from..to).collect::<Vec<usize>>();
        let mut own = self.only(&columns(0, from));
        own.rows.retain(|row| !row.label.full.is_empty());
        let mut other = self.only(&columns(from + 1, self.columns.len()));
        let head = self.columns.get(from).map(|column| column.head.clone());
        other.head = head.unwrap_or_default();
        let named = |(row, whole): (Row, &Row)| {
            let label = match whole.cells.get(from)? {
                Cell::Line(line) => line.text(),
                Cell::Blank | Cell::Known(..) | Cell::Bar(_) => return None,
            };
            Some(Row { label: label.into(), more: Vec::new(), opens: Opens::Story, ..row })
        };
        other.rows = other.rows.into_iter().zip(&self.rows).filter_map(named).collect();
        vec![own, other]
    }
}
