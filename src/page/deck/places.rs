//! The areas with most households of the group that the unit is told by first: the poor, or both as one.

use crate::model::area::Area;
use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::measure::Group;
use crate::model::places;
use crate::say;
use crate::text::line::Role;
use crate::text::say::what;

use super::super::View;
use super::super::households::{FIRST, first_five};
use super::super::table::{Align, Bar, Cell, Column, Row, Style, Table};
use super::{Slide, list, spaced};

/// The slide; none where fewer than two areas have a count.
pub fn most(view: &View) -> Option<Slide> {
    let group = *view.whole().groups().first()?;
    let mut areas = places::by_count(view.whole(), group);
    if areas.len() < 2 {
        return None;
    }
    areas.truncate(FIRST);
    let full = areas[0].1.amount.high().clone();
    let rows = areas.iter().map(|(area, count)| row(view, group, area, count, &full)).collect();
    let number = |width, narrow, mark| Column { width, narrow, mark, ..Column::default() };
    let bars = Column { width: 28, narrow: 8, align: Align::Left, ..Column::default() };
    let columns = vec![number(9, 6, true), bars, number(8, 8, true)];
    let table = Table { columns, rows, label: 18, tight: true, ..Table::default() };
    let mut parts = list::rows(view, table);
    parts.extend(spaced(first_five(view, view.whole(), group, counted(view, group))));
    let of = counted(view, group);
    let title = say!(view, "Nơi nhiều {of} nhất", "Areas with most {of}"; of).text();
    Some(Slide { title, parts, ..Slide::default() })
}

fn row(view: &View, group: Group, area: &Area, count: &Figure, full: &Exact) -> Row {
    let value = count.amount.low().clone();
    let bar = Bar { value, full: full.clone(), aim: None, time: None, role: Role::Plain };
    let rate = area.rate(group).map_or(Cell::Blank, |rate| Cell::Known(Ok(rate), Style::Plain));
    let cells = [Cell::Known(Ok(count.clone()), Style::Plain), Cell::Bar(bar), rate];
    Row { role: Role::Strong, ..Row::new("", view.lang.wording(&area.name.name), cells) }
}

/// `hộ nghèo`, `poor households`.
fn counted<'a>(view: &View<'a>, group: Group) -> &'a str {
    let (vi, en) = what::households_of(group);
    view.pick(vi, en)
}
