//! Every figure of a report once, in the order in which it is met: what the tidy formats list and the notes tell.

use std::collections::HashMap;

use crate::model::amount::Amount;
use crate::model::figure::Figure;
use crate::model::measure::Subject;
use crate::model::ops::{FigureResult, Missing, MissingReason};
use crate::page::table::{Cell, Column, Row, Style, Table};
use crate::page::{Block, Tab};
use crate::text::line::Line;

use super::pages::Section;

/// Where a figure is met first.
#[derive(Debug, Clone, Default)]
pub struct ReportPlace {
    /// The tab; none: the conclusion.
    pub tab: Option<Tab>,
    /// The label of its row; empty in a sentence.
    pub row: String,
    /// The head of its column.
    pub column: String,
}

/// A figure, or one that is not there.
#[derive(Debug, Clone)]
pub struct FigureEntry {
    /// Where it is met first: of the tables, when there is one in them.
    pub place: ReportPlace,
    /// What it is, or what is missing.
    pub known: FigureResult,
}

impl FigureEntry {
    /// The subject.
    pub fn what(&self) -> &Subject {
        match &self.known {
            Ok(figure) => &figure.subject,
            Err(missing) => &missing.what,
        }
    }
}

/// All figures of a report.
#[derive(Debug, Clone, Default)]
pub struct FigureIndex {
    /// Each once.
    pub entries: Vec<FigureEntry>,
    places: HashMap<Subject, Vec<usize>>,
}

impl FigureIndex {
    /// The figures of the sections: of tables first and of sentences after them within each, the conclusion last,
    /// so that a figure's place is the one where it stands with its kind.
    pub fn of_sections(sections: &[Section]) -> Self {
        let mut register = Self::default();
        let (tabs, conclusion): (Vec<_>, Vec<_>) = sections.iter().partition(|s| s.tab.is_some());
        for section in tabs.into_iter().chain(conclusion) {
            section.blocks.iter().for_each(|block| register.add_table(section.tab, block));
            section.blocks.iter().for_each(|block| register.add_lines(section.tab, block));
            section.blocks.iter().for_each(|block| register.add_aims(section.tab, block));
        }
        register
    }

    /// The place of a figure in the list, as it stands in a cell or a sentence.
    pub fn find(&self, figure: &Figure, signed: bool) -> Option<usize> {
        let figure = as_stated(figure, signed);
        self.places
            .get(&figure.subject)?
            .iter()
            .copied()
            .find(|at| matches!(&self.entries[*at].known, Ok(known) if same(known, &figure)))
    }

    fn add_table(&mut self, tab: Option<Tab>, block: &Block) {
        let Block::Table(table) = block else { return };
        for row in &table.rows {
            for (index, cell) in row.cells.iter().enumerate() {
                let place = || ReportPlace { tab, row: row_name(row), column: column_name(table, index) };
                match cell {
                    Cell::Known(Ok(figure), style) => self.record(place(), figure, *style == Style::Signed),
                    Cell::Known(Err(missing), _) => self.add_missing(place(), missing),
                    Cell::Line(line) => self.add_line(&place(), line),
                    Cell::Blank | Cell::Bar(_) => {}
                }
            }
        }
    }

    fn add_lines(&mut self, tab: Option<Tab>, block: &Block) {
        let Block::Lines(lines) = block else { return };
        for line in lines {
            self.add_line(&ReportPlace { tab, ..ReportPlace::default() }, line);
        }
    }

    /// The aims that the paths of a chart lead to.
    fn add_aims(&mut self, tab: Option<Tab>, block: &Block) {
        let Block::Chart(chart) = block else { return };
        for series in &chart.series {
            let place = ReportPlace { tab, row: series.name.full.clone(), ..ReportPlace::default() };
            series.path.iter().for_each(|path| self.add_line(&place, &path.label));
        }
    }

    fn add_line(&mut self, place: &ReportPlace, line: &Line) {
        for span in &line.spans {
            if let Some(figure) = &span.figure {
                self.record(place.clone(), figure, is_signed(&span.text));
            }
        }
    }

    fn record(&mut self, place: ReportPlace, figure: &Figure, signed: bool) {
        if self.find(figure, signed).is_none() {
            self.push(FigureEntry { place, known: Ok(as_stated(figure, signed)) });
        }
    }

    /// The place of what is missing.
    pub fn find_missing(&self, missing: &Missing) -> Option<usize> {
        self.places.get(&missing.what)?.iter().copied().find(|at| self.entries[*at].known.is_err())
    }

    /// Only what a file could have said: a figure that a rule forbids is not missing.
    fn add_missing(&mut self, place: ReportPlace, missing: &Missing) {
        let is_lacking = matches!(missing.because, MissingReason::NotStated | MissingReason::Lacking(_));
        let is_known = self.places.contains_key(&missing.what);
        if is_lacking && !is_known {
            self.push(FigureEntry { place, known: Err(missing.clone()) });
        }
    }

    fn push(&mut self, entry: FigureEntry) {
        self.places.entry(entry.what().clone()).or_default().push(self.entries.len());
        self.entries.push(entry);
    }
}

fn same(a: &Figure, b: &Figure) -> bool {
    a.unit == b.unit && a.amount == b.amount && a.qualifier == b.qualifier && a.basis == b.basis
}

/// Is a number written as a change?
pub fn is_signed(text: &str) -> bool {
    text.starts_with(['+', '−'])
}

/// A page shows a fall, or those who left, as a signed change of the whole: −560. In a list of figures it is what its
/// name says: 560 fewer.
fn as_stated(figure: &Figure, signed: bool) -> Figure {
    if !signed || !figure.subject.measure.is_out() {
        return figure.clone();
    }
    let amount = Amount::between(-figure.amount.low(), -figure.amount.high());
    Figure { amount, qualifier: figure.qualifier.mirrored(), ..figure.clone() }
}

fn row_name(row: &Row) -> String {
    row.label.full.trim().to_owned()
}

/// The head of a column with that of its group: `Hộ nghèo: Tỷ lệ`.
pub fn column_name(table: &Table, index: usize) -> String {
    let head = table.columns.get(index).map_or("", |c: &Column| c.head.full.trim());
    let head = head.trim_start_matches('▌');
    let group = table.groups.iter().find(|(_, first, last)| (*first..=*last).contains(&index));
    match group {
        Some((title, ..)) if !head.is_empty() => format!("{title}: {head}"),
        _ => head.to_owned(),
    }
}
