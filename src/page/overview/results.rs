//! The results of a year that is over, with bars: what was asked, what was reached, by how much more.

use crate::model::change::turned;
use crate::model::exact::Exact;
use crate::model::ops::FigureResult;
use crate::model::unit::Unit;
use crate::say;
use crate::text::Lang;
use crate::text::{cells, glossary, show};

use super::super::table::{
    Align, Cell, Column, LongShort, ROOM, Row, Style, Table, TableRows, longest_label,
};
use super::super::target_summary::amount;
use super::super::targets::{table, units};
use super::super::{Block, TargetSummary, View, conclusion, measures};
use crate::text::line::{Line, Role};
use crate::text::say::standing::moved;
use crate::text::template::InColumn;

/// The fewest cells of a bar that goes to twice the aim.
const LEAST_BAR: u16 = 8;
/// A longer bar says no more.
const WIDEST_BAR: u16 = 42;

/// The unit's targets of a year whose final results were reported, the worst first.
fn ended<'a>(view: &View<'a>, year: i32) -> Vec<TargetSummary<'a>> {
    let mut own = view.own_targets(year);
    own.retain(|it| it.found.evidence.is_final());
    own.sort_by_key(|it| conclusion::rank(it.found.standing));
    own
}

/// The rank of the worst news among them.
pub fn worst(view: &View, year: i32) -> usize {
    ended(view, year).first().map_or(usize::MAX, |it| conclusion::rank(it.found.standing))
}

/// The table of them; none where there are none.
pub fn table(view: &View, year: i32) -> Option<Table> {
    let ended = ended(view, year);
    let unit = units::unit_of(ended.iter().filter_map(|it| it.result()[0].as_ref().ok()));
    let rows: TableRows = ended.iter().map(|it| row(view, it, unit)).collect();
    let head = units::head_with_unit(view, table::long_head_of_year(view, year), unit);
    let mut table = Table { head, rows, ..Table::default() };
    table.label = longest_label(&table.rows).clamp(18, 30);
    table.columns = columns(view, table.label, longest_word(&table.rows));
    table.widen(view.lang);
    // Names make way before the verdict does.
    let verdict = table.columns.last().map_or(0, |column| column.width);
    let kept: u16 = table.columns.iter().take(3).map(|column| column.width + u16::from(column.mark)).sum();
    table.label = table.label.min(ROOM.saturating_sub(kept + verdict)).max(16);
    (!table.rows.is_empty()).then_some(table)
}

/// What is told of those whose report states another result than its snapshots count: both, for the row has the one
/// that the standing rests on.
pub fn differing(view: &View, year: i32, is_final: bool) -> Vec<Block> {
    let own = view.own_targets(year);
    let own = own.iter().filter(|it| it.found.evidence.is_final() == is_final);
    own.filter_map(|it| conclusion::both_bases(view, it)).map(Block::sentence).collect()
}

/// The bar takes what the other columns leave of 80 cells, so that nothing is cut.
fn columns(view: &View, label: u16, words: u16) -> Vec<Column> {
    let head = |term| cells::extent(cells::width(view.lang.term(term)));
    let numbers = [7, 9.max(head(glossary::REACHED) + 2), 9.max(head(glossary::PERCENT[0]))];
    let others: u16 = numbers.iter().sum::<u16>() + 1 + words;
    // As many cells before the mark of the aim as behind it, and the blank before the bar.
    let bar = ROOM.saturating_sub(label + others).clamp(LEAST_BAR, 16) / 2 * 2;
    vec![
        Column::number(view.lang.term(glossary::ASKED), numbers[0] - 1, 0, true, 0),
        Column::number(view.lang.term(glossary::REACHED), numbers[1] - 1, 8, true, 1),
        Column::number(
            LongShort::new(view.lang.term(glossary::PERCENT[0]), view.lang.term(glossary::PERCENT[1])),
            numbers[2],
            9,
            false,
            0,
        ),
        Column {
            head: "100%".into(),
            width: bar,
            rank: 2,
            align: Align::Middle,
            picture: (LEAST_BAR, WIDEST_BAR),
            ..Column::default()
        },
        Column { width: words + 1, align: Align::Left, ..Column::default() },
    ]
}

/// The cells of the longest standing.
fn longest_word(rows: &TableRows) -> u16 {
    let width = |row: &Row| match row.cells.last() {
        Some(Cell::Line(line)) => cells::width(&line.text()),
        _ => 0,
    };
    cells::extent(rows.iter().map(width).max().unwrap_or(0))
}

fn row(view: &View, it: &TargetSummary, unit: Unit) -> Row {
    let [asked, reached, _] = it.result();
    let asked = table::asked_of_programme(view, it, |whole| units::says_unit(whole, unit))
        .unwrap_or_else(|| in_unit(view, asked, unit));
    let reached = match reached {
        known if it.target.reads.rises() => in_unit(view, known, unit),
        known if known.as_ref().is_ok_and(|figure| figure.unit == Unit::Point) => points(view, known, unit),
        known => measures::brought_down(view, known.clone()),
    };
    let percent =
        it.percent_in_column().map_or(Cell::Blank, |percent| Cell::Known(Ok(percent), Style::Plain));
    it.row(vec![asked, reached, percent, bar(it), Cell::Line(standing(view, it))])
}

/// Points with their unit, and what is counted in another than its column; percents have their sign.
fn in_unit(view: &View, known: &FigureResult, column: Unit) -> Cell {
    if known.as_ref().is_ok_and(|figure| units::says_unit(figure, column)) {
        return Cell::Line(amount(view.lang, known));
    }
    Cell::Known(known.clone(), Style::Plain)
}

/// By how many points a rate fell; where it rose, that it did.
fn points(view: &View, known: &FigureResult, column: Unit) -> Cell {
    match known {
        Ok(figure) if figure.amount.high().is_negative() => {
            let rise = turned(figure);
            let line = say!(InColumn(view.lang), "{up} {rise+}"; up = moved(view.lang, true), rise);
            Cell::Line(line.in_role(Role::Strong))
        }
        known => in_unit(view, known, column),
    }
}

/// To twice the aim; a longer one ends in `▸`.
fn bar(it: &TargetSummary) -> Cell {
    let value = it.percent().and_then(|percent| percent.one().cloned());
    value.map_or(Cell::Blank, |value| Cell::Bar(it.bar(value, Exact::whole(200), None)))
}

/// `✓ vượt 160`.
fn standing(view: &View, it: &TargetSummary) -> Line {
    let Ok(beyond) = &it.found.outcome.beyond else { return it.verdict() };
    // The verdict before it says that it is an estimate.
    let style = if view.lang == Lang::En { Style::Signed } else { Style::Plain };
    let number = show::in_sentence(view.lang, beyond, style);
    it.verdict().role(it.role(), " ").written_in(it.role(), number, beyond)
}
