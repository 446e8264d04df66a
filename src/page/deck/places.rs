//! The areas with most poor households.

use crate::model::area::Area;
use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::measure::Group;
use crate::model::places;

use super::super::line::Role;
use super::super::table::{Align, Bar, Cell, Column, Row, Style, Table};
use super::super::{Block, View};
use super::Slide;

/// So many are shown.
const MOST: usize = 8;

/// The slide; none where fewer than two areas have a count.
pub fn most(view: &View) -> Option<Slide> {
    let mut counted = places::by_count(view.whole(), Group::Poor);
    if counted.len() < 2 {
        return None;
    }
    counted.truncate(MOST);
    let full = counted[0].1.amount.high().clone();
    let rows = counted.iter().map(|(area, count)| row(view, area, count, &full)).collect();
    let number = |width, mark| Column { width, narrow: width, mark, ..Column::default() };
    let bars = Column { width: 26, narrow: 8, align: Align::Left, ..Column::default() };
    let columns = vec![number(9, true), bars, number(8, true)];
    let mut table = Table { columns, rows, label: 18, tight: true, ..Table::default() };
    table.widen(view.lang);
    let title = view.pick("Nơi nhiều hộ nghèo nhất", "Areas with most poor households").to_owned();
    Some(Slide { title, blocks: vec![Block::Table(table)], ..Slide::default() })
}

fn row(view: &View, area: &Area, count: &Figure, full: &Exact) -> Row {
    let bar = Bar {
        value: count.amount.low().clone(),
        full: full.clone(),
        aim: None,
        time: None,
        role: Role::Plain,
    };
    let rate = area.rate(Group::Poor).map_or(Cell::Blank, |rate| Cell::Known(Ok(rate), Style::Plain));
    Row {
        label: view.lang.of(&area.name.name).into(),
        role: Role::Strong,
        cells: vec![Cell::Known(Ok(count.clone()), Style::Plain), Cell::Bar(bar), rate],
        ..Row::default()
    }
}
