//! The results of a year that is over, with bars: what was asked, what was reached, by how much more.

use crate::model::exact::Exact;
use crate::model::ops::Known;
use crate::model::standing::Assessment;
use crate::text::say::what::capital;
use crate::text::{cells, date, show};

use super::super::table::{Align, Bar, Cell, Column, Row, Style, Table};
use super::super::targets::{self, key};
use super::super::{TargetSummary, View, conclusion};
use super::targets::longest_label;
use crate::text::line::Line;

/// Cells between the margins of a terminal of 80.
const ROOM: u16 = 76;

/// The targets of a year whose results were reported; none when it has none such.
pub fn table(view: &View, year: i32) -> Option<Table> {
    let own = view.own_targets(year).into_iter();
    let stated = own.filter(|it| conclusion::is_ended(it.target));
    let rows: Vec<Row> = stated.map(|it| row(view, &it)).collect();
    let label = longest_label(&rows).clamp(18, 30);
    let head = capital(&format!("{} {}", view.pick("chỉ tiêu", "targets"), date::year(view.lang, year)));
    let columns = columns(view, label, longest_word(&rows));
    (!rows.is_empty()).then(|| Table { head: head.into(), columns, rows, label, ..Table::default() })
}

/// The bar takes what the other columns leave of 80 cells, so that nothing is cut.
fn columns(view: &View, label: u16, words: u16) -> Vec<Column> {
    let column = |head: String, width, narrow, mark, rank, align| Column {
        head: head.into(),
        width,
        narrow,
        mark,
        rank,
        align,
        ..Column::default()
    };
    let numbers = [7, 11, 9];
    let others: u16 = numbers.iter().sum::<u16>() + 1 + words;
    // As many cells before the mark of the aim as behind it, and the blank before the bar.
    let bar = ROOM.saturating_sub(label + others).clamp(8, 16) / 2 * 2;
    // The mark stands in the middle of the bar: the head is set around it.
    let hundred = format!("{}100%", " ".repeat(usize::from(((bar - 1) / 2).saturating_sub(1))));
    let head = |vi, en| view.pick(vi, en).to_owned();
    vec![
        column(head("Giao", "Asked"), numbers[0] - 1, 0, true, 0, Align::Right),
        column(head("Thực hiện", "Reached"), numbers[1] - 1, 8, true, 0, Align::Right),
        column(head("Đạt", "Done"), numbers[2], 9, false, 0, Align::Right),
        column(hundred, bar, 0, false, 2, Align::Left),
        column(String::new(), words + 1, 0, false, 1, Align::Left),
    ]
}

/// The cells of the longest standing.
fn longest_word(rows: &[Row]) -> u16 {
    let width = |row: &Row| match row.cells.last() {
        Some(Cell::Line(line)) => cells::width(&line.text()),
        _ => 0,
    };
    u16::try_from(rows.iter().map(width).max().unwrap_or(0)).unwrap_or(u16::MAX)
}

fn row(view: &View, it: &TargetSummary) -> Row {
    let found = it.found;
    let known = |k: &Known| Cell::Known(k.clone(), Style::Plain);
    Row {
        key: key(it.target),
        label: it.name().into(),
        cells: vec![
            known(&found.level.asked),
            known(found.reached()),
            known(found.percent()),
            bar(found),
            Cell::Line(standing(view, found)),
        ],
        ..Row::default()
    }
}

/// To twice the aim; a longer one ends in `▸`.
fn bar(found: &Assessment) -> Cell {
    let value = found.percent().as_ref().ok().and_then(|f| f.one().cloned());
    value.map_or(Cell::Blank, |value| {
        let (full, aim) = (Exact::whole(200), Some(Exact::whole(100)));
        Cell::Bar(Bar { value, full, aim, time: None, role: targets::role(found.standing) })
    })
}

/// `✓ vượt 160`.
fn standing(view: &View, found: &Assessment) -> Line {
    let words = targets::standing(view, found.standing);
    match &found.beyond {
        Ok(beyond) => {
            let mut line = words.role(targets::role(found.standing), " ");
            line = line.figure(view.lang, beyond, Style::Plain);
            if let Some(last) = line.spans.last_mut() {
                last.text = show::number(view.lang, beyond, Style::Plain);
                last.role = targets::role(found.standing);
            }
            line
        }
        Err(_) => words,
    }
}
