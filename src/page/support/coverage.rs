//! The entitlements that no target measures: who has them, of how many. Those that one does stand on tab 4.

use crate::model::measure::Cover;
use crate::model::support::Coverage;
use crate::model::target::TargetMeasure;
use crate::say;
use crate::text::say::what;

use super::super::View;
use super::super::table::{Cell, Column, LongShort, Row, Style, Table, TableRows, longest_label};

/// The table of the unit; an area has none of its own.
pub fn table(view: &View) -> Option<Table> {
    let measured = view.targets(|target| matches!(target.reads, TargetMeasure::Coverage(_)));
    let is_measured = |of: &Coverage| {
        measured
            .iter()
            .any(|it| matches!(&it.target.reads, TargetMeasure::Coverage(id) if *id == of.named.id))
    };
    let coverage = if view.path.is_empty() { &view.snapshot().coverage[..] } else { &[] };
    let rows: TableRows =
        coverage.iter().filter(|of| !is_measured(of)).filter_map(|of| row(view, of)).collect();
    let head =
        say!(view, "Bao phủ, đến {day}", "Coverage, as of {day}"; day = view.snapshot().as_of()).text();
    let head = LongShort::new(head, view.pick("Bao phủ", "Coverage"));
    let label = longest_label(&rows).clamp(16, 31);
    let number = |vi, en, narrow, rank| Column::number(view.lang.pick(vi, en), 12, narrow, true, rank);
    let columns = vec![
        number("Đã có", "Covered", 0, 1),
        number("Đối tượng", "Eligible", 0, 2),
        number("Tỷ lệ", "Share", 10, 0),
    ];
    (!rows.is_empty()).then(|| Table { head, columns, rows, label, ..Table::default() })
}

/// Both counts and the share; none of an entry without figures, which only carries a target.
fn row(view: &View, of: &Coverage) -> Option<Row> {
    let share = of.ratio(view.whole());
    let counts = [Cover::Covered, Cover::Eligible].map(|cover| of.stated(cover));
    if share.is_err() && counts.iter().all(Option::is_none) {
        return None;
    }
    let count = |known: Option<&_>| {
        known.map_or(Cell::Blank, |figure| Cell::Known(Ok(Clone::clone(figure)), Style::Plain))
    };
    // What is stated beside both counts belongs to the story.
    let more = of.stated(Cover::Percent).filter(|_| counts.iter().all(Option::is_some)).cloned();
    let cells = counts.map(count).into_iter().chain([Cell::Known(share, Style::Plain)]).collect::<Vec<_>>();
    let name = what::capital(view.lang.wording(&of.named.name));
    Some(Row {
        more: more.into_iter().collect(),
        ..Row::new(format!("coverage:{}", of.named.id), name, cells)
    })
}
